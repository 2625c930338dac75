//! One form for a word however it is spelt: Cyrillic and its transliterations, Chinese and its pinyin. What reads alike
//! has one skeleton. Lossy on purpose; knows nothing of where the words stand.

mod cyrillic;
mod layout;
mod squash;

pub use layout::other_layout;

use cyrillic::Tongue;

/// Syllables of a Chinese run that are put together from each syllable on, so that a word inside it can be found.
const WINDOW: usize = 4;

/// The text in plain Latin letters and digits, its words parted by single spaces; Chinese syllable by syllable.
pub fn latin(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each_word(text, Tongue::of(text), &mut |word| match word {
        Word::Spelt(word) => push_word(&mut out, word),
        Word::Han(syllables) => {
            for syllable in syllables {
                push_word(&mut out, &syllable.to_ascii_lowercase());
            }
        }
    });
    out
}

/// The skeleton of a text that will be searched: every word, and every run of syllables of a Chinese text.
pub fn skeleton(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    write_skeleton(text, &mut out);
    out
}

/// The same, written behind what is there.
pub fn write_skeleton(text: &str, out: &mut String) {
    each_word(text, Tongue::Either, &mut |word| match word {
        Word::Spelt(word) => {
            space(out);
            squash::write(word, out);
        }
        Word::Han(syllables) => {
            for from in 0..syllables.len() {
                space(out);
                squash::write(&syllables[from..syllables.len().min(from + WINDOW)].concat(), out);
            }
        }
    });
}

/// The skeletons with which the text's words are looked for. Each word may be spelt on in several ways (a `z` may
/// become a `zh`), so each has one or more beginnings, of which one must stand at the beginning of a word.
pub fn beginnings(text: &str) -> Vec<Vec<String>> {
    let mut all = beginnings_as_typed(text);
    // A ъ at the end may yet be a hard sign, which is not heard.
    if let (Some(open), Some(last)) = (text.trim_end().strip_suffix(['ъ', 'Ъ']), all.last_mut())
        && open.ends_with(char::is_alphanumeric)
    {
        last.extend(beginnings_as_typed(open).pop().into_iter().flatten());
    }
    all
}

fn beginnings_as_typed(text: &str) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    each_word(text, Tongue::Either, &mut |word| match word {
        Word::Spelt(word) => all.push(squash::beginnings(word)),
        Word::Han(syllables) => {
            for window in syllables.windows(WINDOW.min(syllables.len())) {
                all.push(squash::beginnings(&window.concat()));
            }
        }
    });
    all
}

pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3134F}')
}

/// One word of a text, in plain Latin.
enum Word<'w> {
    Spelt(&'w str),
    Han(&'w [&'static str]),
}

fn space(out: &mut String) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

fn push_word(out: &mut String, word: &str) {
    space(out);
    out.push_str(word);
}

/// Characters that part no word: apostrophes, soft hyphens, unseen joiners, stress marks.
fn is_silent(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{300}'..='\u{36F}')
}

fn each_word(text: &str, tongue: Tongue, each: &mut dyn FnMut(Word<'_>)) {
    let (mut word, mut run) = (String::new(), Vec::new());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if is_han(c) {
            end_word(&mut word, each);
            run.push(syllable(c));
            continue;
        }
        end_run(&mut run, each);
        if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
        } else if let Some(letter) = cyrillic::letter(c, word.is_empty(), chars.peek().copied(), tongue) {
            word.push_str(letter);
        } else if is_silent(c) {
            // Inside a word it is not there at all.
        } else if !c.is_ascii() && c.is_alphanumeric() {
            let spelt = deunicode::deunicode_char(c).unwrap_or("");
            word.extend(spelt.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
        } else {
            end_word(&mut word, each);
        }
    }
    end_word(&mut word, each);
    end_run(&mut run, each);
}

fn end_word(word: &mut String, each: &mut dyn FnMut(Word<'_>)) {
    if !word.is_empty() {
        each(Word::Spelt(word));
        word.clear();
    }
}

fn end_run(run: &mut Vec<&'static str>, each: &mut dyn FnMut(Word<'_>)) {
    if !run.is_empty() {
        each(Word::Han(run));
        run.clear();
    }
}

/// A character's pinyin with a capital and a space behind it, as the table has it; squashing does not mind either.
fn syllable(c: char) -> &'static str {
    deunicode::deunicode_char(c).map_or("", str::trim_end)
}

#[cfg(test)]
mod tests;
