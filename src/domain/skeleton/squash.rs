//! A Latin word reduced until all its usual spellings are one: kh = h, zh = j = dj = y = i, ts = c, u = a, no doubles.

/// Letters that stand for one sound, the longest first. `S` is sh, `C` is ch.
const SOUNDS: &[(&str, &str)] = &[
    ("shch", "S"),
    ("tsch", "C"),
    ("sch", "S"),
    ("sht", "S"),
    ("dzh", "i"),
    ("tch", "C"),
    ("sh", "S"),
    ("ch", "C"),
    ("dj", "i"),
    ("zh", "i"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("ts", "c"),
    ("tz", "c"),
    ("j", "i"),
    ("y", "i"),
    ("u", "a"),
    ("q", "k"),
    ("w", "v"),
    ("x", "ks"),
];

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
        if let Some((spelt, sound)) = SOUNDS.iter().find(|(spelt, _)| rest.starts_with(spelt)) {
            sound.chars().for_each(|letter| push(letter, from, out));
            rest = rest.strip_prefix(spelt).unwrap_or("");
        } else {
            push(first, from, out);
            rest = rest.strip_prefix(first).unwrap_or("");
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
