//! Text from outside made safe to show, and text folded for comparing and searching.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Combining marks kept on one letter; more are a flood that would smear over the lines around.
const MOST_MARKS: usize = 4;

/// Characters that change the order or the look of what stands around them, or are not seen at all.
fn is_hostile(c: char) -> bool {
    let bidirectional =
        matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}');
    let unseen =
        matches!(c, '\u{FEFF}' | '\u{2028}' | '\u{2029}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}');
    (c.is_control() && c != '\n') || bidirectional || unseen
}

/// The text without control bytes, escape sequences, direction overrides and floods of combining marks. Line breaks
/// stay; a tab becomes a space.
pub fn display_safe(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_hostile(c) || is_combining_mark(c)) {
        return Cow::Borrowed(text);
    }
    let mut marks = 0;
    let kept = |c: &char| {
        marks = if is_combining_mark(*c) { marks + 1 } else { 0 };
        !is_hostile(*c) && marks <= MOST_MARKS
    };
    Cow::Owned(text.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(kept).collect())
}

/// What a field keeps of typed or pasted text: NFC, trimmed, without control characters but line breaks; in one
/// line a line break becomes a space. Empty is nothing.
pub fn clean(text: &str, one_line: bool) -> Option<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = if one_line { text.replace('\n', " ") } else { text };
    let safe: String = display_safe(&text).nfc().collect();
    let safe = safe.trim();
    (!safe.is_empty()).then(|| safe.to_owned())
}

/// The form in which texts are compared: NFKC, full case folding, ё as е, dashes and quotes unified, unseen
/// characters left out, runs of spaces as one.
pub fn fold(text: &str) -> String {
    plainly_folded(text).unwrap_or_else(|| fully_folded(text))
}

/// The same for texts of plain letters alone, which nearly all are; none for any other.
fn plainly_folded(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            ' ' | '\n' => ' ',
            '"' | '«' | '»' | '„' | '“' | '”' => '"',
            '\'' | '`' | '‘' | '’' => '\'',
            '\u{2010}' | '\u{2012}'..='\u{2015}' => '-',
            '!'..='~' => c.to_ascii_lowercase(),
            'ё' | 'Ё' => 'е',
            'А'..='Я' => char::from_u32(c as u32 + 0x20)?,
            'а'..='я' | '\u{4E00}'..='\u{9FFF}' => c,
            _ => return None,
        };
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    Some(out.trim().to_owned())
}

fn fully_folded(text: &str) -> String {
    let composed: String = text
        .nfkc()
        .filter(|c| !is_hostile(*c) && !matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}'))
        .collect();
    let folded = caseless::default_case_fold_str(&composed);
    let mut out = String::with_capacity(folded.len());
    for c in folded.nfc() {
        let c = match c {
            'ё' => 'е',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '«' | '»' | '„' | '“' | '”' | '‟' | '"' => '"',
            '‘' | '’' | '‚' | '`' => '\'',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_cannot_steer_the_terminal() {
        for (given, shown) in [
            ("plain Иван 客户", "plain Иван 客户"),
            ("a\x1b[31mred\x07", "a[31mred"),
            ("a\u{202E}b", "ab"),
            ("tab\there", "tab here"),
            ("two\nlines", "two\nlines"),
            ("e\u{301}", "e\u{301}"),
            ("z\u{300}\u{300}\u{300}\u{300}\u{300}\u{300}", "z\u{300}\u{300}\u{300}\u{300}"),
        ] {
            assert_eq!(display_safe(given), shown);
        }
    }

    #[test]
    fn typed_text_is_cleaned_and_empty_is_nothing() {
        assert_eq!(clean("  a\r\nb ", true).as_deref(), Some("a b"));
        assert_eq!(clean("  a\r\nb ", false).as_deref(), Some("a\nb"));
        assert_eq!(clean(" \t\n", false), None);
        assert_eq!(clean("e\u{301}", true).as_deref(), Some("é"));
    }

    proptest::proptest! {
        #[test]
        fn the_short_way_to_fold_is_the_long_one(text in "[ -~А-яЁё«»„“”‘’\u{2010}-\u{2015}一-龥\n]{0,20}") {
            if let Some(plain) = plainly_folded(&text) {
                proptest::prop_assert_eq!(plain, fully_folded(&text));
            }
        }
    }

    #[test]
    fn texts_that_read_alike_fold_alike() {
        for (a, b) in [
            ("Ёлка", "елка"),
            ("«А» – б", "\"а\" - Б"),
            ("STRASSE", "straße"),
            ("ﬁn  x", "FIN x"),
            ("so\u{AD}ft", "soft"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
    }
}
