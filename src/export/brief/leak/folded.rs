//! A text in the form in which leaks are looked for: folded, letters and digits alone, so that neither a line break
//! nor a hyphen hides a word; beside it where words begin and end. Knows no book.

use crate::domain::text::fold;

/// Signs by which a value is looked up.
const KEY: usize = 8;

/// The folded letters and digits of a text.
pub fn bare(text: &str) -> String {
    if text.chars().all(is_plain) {
        return text.chars().filter_map(plain).collect();
    }
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Signs whose folding is known without Unicode's tables: nearly all there are in a book.
fn is_plain(c: char) -> bool {
    c.is_ascii() || is_letter(c) || PUNCTUATION.contains(c)
}

/// Signs that are no letters however they are folded.
const PUNCTUATION: &str = "«»„“”–—’\u{A0}…→·，。、：；（）？！《》";

fn is_letter(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | '\u{4E00}'..='\u{9FFF}')
}

fn plain(c: char) -> Option<char> {
    match c {
        'А'..='Я' => c.to_lowercase().next(),
        'ё' | 'Ё' => Some('е'),
        c if c.is_ascii() => c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase()),
        c => is_letter(c).then_some(c),
    }
}

/// Chinese and Japanese signs stand without spaces: each is a word of its own.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3134F}')
}

/// The key of a bare text: made of its first signs.
pub fn key(bare: &str) -> u64 {
    bare.chars().take(KEY).fold(0, hashed)
}

fn hashed(hash: u64, c: char) -> u64 {
    (hash.rotate_left(5) ^ u64::from(c)).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// A word of a text, told from others by its hash; a Chinese sign is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    pub hash: u64,
    pub is_sign: bool,
}

/// The folded words of a text.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    if text.chars().all(is_plain) {
        split(text.chars().map(plain), &mut words);
    } else {
        split(fold(text).chars().map(|c| c.is_alphanumeric().then_some(c)), &mut words);
    }
    words
}

fn split(signs: impl Iterator<Item = Option<char>>, words: &mut Vec<Word>) {
    let mut hash = None;
    for sign in signs.chain([None]) {
        match sign.filter(|c| !is_han(*c)) {
            Some(c) => hash = Some(hashed(hash.unwrap_or(0), c)),
            None => words.extend(hash.take().map(|hash| Word { hash, is_sign: false })),
        }
        words.extend(sign.filter(|c| is_han(*c)).map(|c| Word { hash: hashed(0, c), is_sign: true }));
    }
}

/// A text to look in.
pub struct Folded {
    /// Folded, with spaces and punctuation.
    pub text: Vec<char>,
    signs: Vec<char>,
    /// Where each sign stands in `text`.
    at: Vec<usize>,
}

impl Folded {
    pub fn new(text: &str) -> Self {
        let text: Vec<char> = fold(text).chars().collect();
        let at: Vec<usize> = (0..text.len()).filter(|n| text[*n].is_alphanumeric()).collect();
        let signs = at.iter().map(|n| text[*n]).collect();
        Self { text, signs, at }
    }

    /// Whether a word may begin at a sign: nothing, a gap or a Chinese sign is before it.
    fn begins(&self, n: usize) -> bool {
        n == 0 || self.at[n - 1] + 1 != self.at[n] || is_han(self.signs[n]) || is_han(self.signs[n - 1])
    }

    fn ends(&self, after: usize) -> bool {
        after >= self.signs.len() || self.begins(after)
    }

    /// Whether the bare text stands at a sign, whole words of it.
    pub fn holds_at(&self, n: usize, bare: &str) -> Option<Span> {
        let mut after = n;
        for c in bare.chars() {
            if self.signs.get(after) != Some(&c) {
                return None;
            }
            after += 1;
        }
        let found = after > n && self.begins(n) && self.ends(after);
        found.then(|| Span { from: self.at[n], to: self.at[after - 1] + 1 })
    }

    /// Whether the bare text stands anywhere.
    pub fn holds(&self, bare: &str) -> bool {
        self.find(bare).next().is_some()
    }

    pub fn find<'a>(&'a self, bare: &'a str) -> impl Iterator<Item = Span> + 'a {
        let first = bare.chars().next();
        (0..self.signs.len()).filter(move |n| first == Some(self.signs[*n])).filter_map(|n| self.holds_at(n, bare))
    }

    /// Its words, spelled out; a Chinese sign is one.
    pub fn words(&self) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for (n, c) in self.signs.iter().enumerate() {
            match words.last_mut() {
                Some(word) if !self.begins(n) => word.push(*c),
                _ => words.push(c.to_string()),
            }
        }
        words
    }

    /// Each place where a word begins with the keys of what may begin there.
    pub fn keys(&self, mut each: impl FnMut(usize, u64)) {
        for n in (0..self.signs.len()).filter(|n| self.begins(*n)) {
            let mut hash = 0;
            for c in self.signs.iter().skip(n).take(KEY) {
                hash = hashed(hash, *c);
                each(n, hash);
            }
        }
    }

    /// The digits of what reads as one telephone number or number of a register: digits with at most two signs of
    /// punctuation or spaces between them.
    pub fn digit_runs(&self) -> Vec<String> {
        let (mut runs, mut run, mut gap) = (Vec::new(), String::new(), 0);
        for c in self.text.iter().chain(std::iter::once(&'\n')) {
            if c.is_ascii_digit() {
                run.push(*c);
                gap = 0;
                continue;
            }
            gap = if c.is_alphanumeric() || *c == '\n' { 3 } else { gap + 1 };
            if gap > 2 && !run.is_empty() {
                runs.push(std::mem::take(&mut run));
            }
        }
        runs
    }
}

/// A place in the folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub from: usize,
    pub to: usize,
}

impl Span {
    /// Whether at most so many signs stand between the two.
    pub fn is_near(self, other: Self, most: usize) -> bool {
        let between = if self.from >= other.to { self.from - other.to } else { other.from.saturating_sub(self.to) };
        between <= most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_folds_as_the_long_one() {
        for text in ["Ёлка — «ДОМ»", "ООО „Волга“", "Straße 7, №5", "汀岚、有限公司", "ＡＢＣ", "so\u{AD}ft", "Й й"]
        {
            let long: String = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
            assert_eq!(bare(text), long, "{text}");
        }
    }

    #[test]
    fn whole_words_are_found_over_breaks_and_hyphens() {
        let text = Folded::new("Иванов И. П.\nне\u{AD}подпи-\nшет залог; 汀岚控股来了");
        for (value, found) in [
            ("Иванов И.П.", true),
            ("Ивано", false),
            ("не подпишет", true),
            ("подпишет залог", false),
            ("залог", true),
            ("лог", false),
            ("岚控", true),
            ("", false),
        ] {
            assert_eq!(text.holds(&bare(value)), found, "{value}");
        }
    }

    #[test]
    fn numbers_are_read_through_their_punctuation() {
        let runs = Folded::new("+44 20 7946-0118, x (359) 88/12").digit_runs();
        assert_eq!(runs, ["442079460118", "3598812"]);
    }
}
