//! The encoding of a text file: told by its mark or its bytes, else by which of the two encodings our users' banks
//! still write makes words of it.

use std::borrow::Cow;
use std::str::FromStr;

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

use super::Unreadable;
use crate::domain::Sentence;

/// An encoding by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl FromStr for Encoding {
    type Err = String;

    /// The names of the web: `utf-8`, `utf-16`, `windows-1251`, `cp1251`, `gbk`, `gb18030`.
    fn from_str(name: &str) -> Result<Self, String> {
        let plain = name.trim().to_ascii_lowercase();
        let plain = plain.strip_prefix("cp").map_or(plain.clone(), |page| format!("windows-{page}"));
        encoding_rs::Encoding::for_label(plain.as_bytes()).map(Self).ok_or_else(|| name.to_owned())
    }
}

impl Encoding {
    /// Whether a character takes two bytes, so that lines cannot be told apart before it is read.
    pub fn is_wide(self) -> bool {
        self.0 == UTF_16LE || self.0 == UTF_16BE
    }

    /// One line of a text; what the encoding does not have becomes a sign of replacement.
    pub fn text(self, line: &[u8]) -> String {
        self.0.decode_without_bom_handling(line).0.into_owned()
    }
}

/// The text of a file, without its byte-order mark.
///
/// # Errors
/// Bytes that the encoding does not have, or two encodings that both fit.
pub fn decode(bytes: &[u8], said: Option<Encoding>) -> Result<Cow<'_, str>, Unreadable> {
    if let Some(Encoding(encoding)) = said {
        let (text, _, wrong) = encoding.decode(bytes);
        return if wrong { Err(not_in(encoding)) } else { Ok(text) };
    }
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return strictly(encoding, &bytes[mark..]).ok_or_else(|| not_in(encoding));
    }
    if let Some(encoding) = wide(bytes) {
        return strictly(encoding, bytes).ok_or_else(|| not_in(encoding));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(_) => of_two(bytes),
    }
}

fn strictly<'b>(encoding: &'static encoding_rs::Encoding, bytes: &'b [u8]) -> Option<Cow<'b, str>> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes)
}

fn not_in(encoding: &'static encoding_rs::Encoding) -> Unreadable {
    Unreadable::No(Sentence::new("import-not-in-encoding").text("encoding", encoding.name()))
}

/// Two bytes a character without a mark: every other byte of plain signs is nought.
fn wide(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes.get(..bytes.len().min(512))?;
    let noughts = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    match (noughts(0), noughts(1)) {
        (0, 0) => None,
        _ if !bytes.len().is_multiple_of(2) => None,
        (even, odd) if odd > even => Some(UTF_16LE),
        (even, odd) if even > odd => Some(UTF_16BE),
        _ => None,
    }
}

/// Windows-1251 or GB18030, whichever alone makes words.
fn of_two(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    let Encoding(encoding) = guessed(bytes)?;
    strictly(encoding, bytes).ok_or_else(|| not_in(encoding))
}

/// The encoding of some bytes that are no UTF-8.
///
/// # Errors
/// Both fit, or neither.
pub fn guessed(bytes: &[u8]) -> Result<Encoding, Unreadable> {
    let cyrillic = strictly(WINDOWS_1251, bytes);
    let chinese = strictly(GB18030, bytes);
    let (reads_cyrillic, reads_chinese) =
        (cyrillic.as_deref().is_some_and(is_cyrillic), chinese.as_deref().is_some_and(is_chinese));
    match (cyrillic, chinese) {
        (Some(_), _) if reads_cyrillic && !reads_chinese => Ok(Encoding(WINDOWS_1251)),
        (_, Some(_)) if reads_chinese && !reads_cyrillic => Ok(Encoding(GB18030)),
        (Some(a), Some(b)) => Err(Unreadable::WhichEncoding(
            Sentence::new("import-encoding-ask").text("cyrillic", shown(&a)).text("chinese", shown(&b)),
        )),
        _ => Err(not_in(UTF_8)),
    }
}

/// The first words that the two encodings read differently.
fn shown(text: &str) -> String {
    let at = text.chars().position(|c| !c.is_ascii()).unwrap_or(0);
    let words = text.chars().skip(at).take_while(|c| !c.is_ascii() || *c == ' ');
    words.take(24).collect()
}

/// Words of Cyrillic letters are small, capital throughout or begin with a capital; Chinese bytes read as Cyrillic mix
/// them and bring signs no word has.
fn is_cyrillic(text: &str) -> bool {
    let (mut right, mut wrong) = (0, 0);
    for word in text.split(|c: char| c.is_ascii() || c.is_whitespace() || is_mark(c)).filter(|word| !word.is_empty()) {
        let letters = word.chars().all(|c| matches!(c, 'А'..='я' | 'Ё' | 'ё'));
        let small_behind = word.chars().skip(1).all(char::is_lowercase);
        let capital = word.chars().all(char::is_uppercase);
        if letters && (small_behind || capital) { right += 1 } else { wrong += 1 }
    }
    right > wrong * 19
}

fn is_mark(c: char) -> bool {
    matches!(c, '«' | '»' | '„' | '“' | '”' | '‘' | '’' | '–' | '—' | '№' | '…' | '\u{a0}' | '€')
}

/// Ideographs of everyday Chinese stand in the first level of GB 2312, by their sound; Cyrillic bytes read as Chinese
/// come from all over.
fn is_chinese(text: &str) -> bool {
    let (mut right, mut wrong) = (0, 0);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        match c {
            '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}' | '—' | '“' | '”' | '‘' | '’' | '·' | '…' => {
            }
            '\u{4E00}'..='\u{9FFF}' if is_everyday(c) => right += 1,
            _ => wrong += 1,
        }
    }
    right > wrong * 6
}

fn is_everyday(c: char) -> bool {
    let mut buffer = [0; 4];
    let (bytes, _, _) = GB18030.encode(c.encode_utf8(&mut buffer));
    matches!(*bytes, [0xB0..=0xD7, 0xA1..=0xFE])
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str =
        "клиент;месяц;валюта;доход\nПАО «Волга Металл»;2026-10;RUB;412 350,00\nООО Ромашка;2026-10;RUB;1\n";
    const BULGARIAN: &str = "Клиент;Месец;Валута;Приходи\nКалиакра Винарни АД;10.2026;EUR;5\n";
    const CHINESE: &str =
        "客户,月份,币种,收入\n鹤溦生物科技有限公司,2026年10月,CNY,100\n北方重工股份有限公司,2026年10月,CNY,5\n";

    #[test]
    fn a_file_reads_alike_in_every_encoding() {
        for text in [RUSSIAN, BULGARIAN, CHINESE] {
            assert_eq!(decode(text.as_bytes(), None).as_deref(), Ok(text));
            assert_eq!(decode(format!("\u{FEFF}{text}").as_bytes(), None).as_deref(), Ok(text));
            for (little, mark) in [(true, true), (true, false), (false, true), (false, false)] {
                let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
                let bytes: Vec<u8> =
                    units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect();
                assert_eq!(decode(&bytes, None).as_deref(), Ok(text), "{little} {mark}");
            }
        }
        for (text, encoding) in [(RUSSIAN, WINDOWS_1251), (BULGARIAN, WINDOWS_1251), (CHINESE, GB18030)] {
            let (bytes, _, unmappable) = encoding.encode(text);
            assert!(!unmappable);
            assert_eq!(decode(&bytes, None).as_deref(), Ok(text), "{}", encoding.name());
            assert_eq!(decode(&bytes, Some(Encoding(encoding))).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_neither_is_asked_or_refused() {
        // One word that is a Cyrillic one in capitals and a Chinese one of everyday signs.
        assert!(matches!(decode(b"client,month\n\xC0\xC1\xC2\xC3,1\n", None), Err(Unreadable::WhichEncoding(_))));
        assert!(decode(b"client\xFF\xFF\xFF\x98\n", None).is_err());
        assert!(matches!(decode(b"\xFF\xFEa", None), Err(Unreadable::No(_))));
        let latin = "cp1251".parse::<Encoding>();
        assert_eq!(latin, Ok(Encoding(WINDOWS_1251)));
        assert!("klingon".parse::<Encoding>().is_err());
        assert!(decode("Волга!".as_bytes(), Some(Encoding(UTF_16LE))).is_err());
    }
}
