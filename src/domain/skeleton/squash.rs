//! A Latin word reduced until all its usual spellings are one: kh = h, zh = j = dj = y = i, ts = c, u = a, no doubles.

/// The sound a word begins with: how many letters spell it, and how it is written in a skeleton.
fn sound(rest: &[u8]) -> (usize, &'static str) {
    match rest {
        [b's', b'h', b'c', b'h', ..] => (4, "sh"),
        [b's', b'h', b't', ..] | [b's', b'c', b'h', ..] => (3, "sh"),
        [b's', b'h', ..] => (2, "sh"),
        [b't', b's', b'c', b'h', ..] => (4, "ch"),
        [b't', b'c', b'h', ..] => (3, "ch"),
        [b't', b's' | b'z', ..] => (2, "c"),
        [b't', b'h', ..] => (2, "t"),
        [b'c', b'h', ..] => (2, "ch"),
        [b'c', b'k', ..] => (2, "k"),
        [b'd', b'z', b'h', ..] => (3, "i"),
        [b'd', b'j', ..] | [b'z', b'h', ..] => (2, "i"),
        [b'k', b'h', ..] => (2, "h"),
        [b'g', b'h', ..] => (2, "g"),
        [b'p', b'h', ..] => (2, "f"),
        [b'j' | b'y', ..] => (1, "i"),
        [b'u', ..] => (1, "a"),
        [b'q', ..] => (1, "k"),
        [b'w', ..] => (1, "v"),
        [b'x', ..] => (1, "ks"),
        _ => (1, ""),
    }
}

/// What may follow in a word that is still being typed and change the sound of what stands there: the rest of a sound,
/// and behind it a vowel before which an i is not heard.
const SPELT_ON: &[&str] = &["", "h", "t", "j", "z", "s", "k", "c", "ch", "zh", "hc", "hch", "sch"];
const VOWELS: &[&str] = &["", "e", "o", "ie", "io"];

/// Writes the skeleton of one word behind what is there. The word begins where `out` ends.
pub(super) fn write(word: &str, out: &mut String) {
    let from = out.len();
    let lower;
    let mut rest = if word.bytes().any(|b| b.is_ascii_uppercase()) {
        lower = word.to_ascii_lowercase();
        lower.as_str()
    } else {
        word
    };
    while let Some(first) = rest.chars().next() {
        let (letters, written) = sound(rest.as_bytes());
        if written.is_empty() {
            push(first, from, out);
            rest = rest.get(first.len_utf8()..).unwrap_or("");
        } else {
            written.chars().for_each(|letter| push(letter, from, out));
            rest = rest.get(letters..).unwrap_or("");
        }
    }
}

/// No letter twice in a row (digits may); an i before e or o is heard in neither.
fn push(letter: char, from: usize, out: &mut String) {
    let last = if out.len() > from { out.chars().next_back() } else { None };
    match (last, letter) {
        (Some(last), letter) if last == letter && !letter.is_ascii_digit() => {}
        (Some('i'), 'e' | 'o') => {
            out.pop();
            push('e', from, out);
        }
        _ => out.push(letter),
    }
}

/// The beginnings a word of which only `word` is typed yet can have, none of them a beginning of another.
pub(super) fn beginnings(word: &str) -> Vec<String> {
    let of = |text: &str| {
        let mut out = String::new();
        write(text, &mut out);
        out
    };
    let mut found = vec![of(word)];
    let ways = SPELT_ON.iter().flat_map(|more| VOWELS.iter().map(move |vowel| (more, vowel)));
    for (more, vowel) in ways {
        let other = of(&format!("{word}{more}{vowel}"));
        if !found.iter().any(|known| other.starts_with(known.as_str())) {
            found.retain(|known| !known.starts_with(&other));
            found.push(other);
        }
    }
    found
}
