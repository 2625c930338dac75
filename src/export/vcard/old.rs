//! A line of vCard 2.1 brought to the form of 3.0: bare types named, quoted-printable and charsets decoded, escapes
//! as they are today.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1251};

use crate::export::content::Property;

/// The same line as vCard 3.0 would have it.
pub(super) fn renewed(property: &Property) -> String {
    let mut parts = property.head().split(';');
    let mut head = parts.next().unwrap_or_default().to_owned();
    let (mut quoted, mut charset) = (false, None);
    for part in parts {
        let (name, value) = part.split_once('=').unwrap_or(("TYPE", part));
        let value_word = value.to_ascii_uppercase();
        match name.to_ascii_uppercase().as_str() {
            "CHARSET" => charset = Encoding::for_label(value.as_bytes()),
            "ENCODING" | "TYPE" if value_word == "QUOTED-PRINTABLE" => quoted = true,
            "ENCODING" | "TYPE" if matches!(value_word.as_str(), "8BIT" | "7BIT") => {}
            "TYPE" if value_word == "BASE64" => head.push_str(";ENCODING=b"),
            _ => head.push_str(&format!(";{name}={value}")),
        }
    }
    let value = property.value();
    if quoted {
        return format!("{head}:{}", decoded(value, charset));
    }
    format!("{head}:{}", escaped_once(value))
}

/// Of the escapes 2.1 has only the one before a semicolon.
fn escaped_once(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut signs = value.chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            '\\' if signs.next_if_eq(&';').is_some() => out.push_str("\\;"),
            '\\' => out.push_str("\\\\"),
            ',' => out.push_str("\\,"),
            c => out.push(c),
        }
    }
    out
}

/// Quoted-printable as text. A semicolon that is written as itself parts the value; one that was encoded does not.
fn decoded(value: &str, charset: Option<&'static Encoding>) -> String {
    value.split(';').map(|part| part_decoded(part, charset)).collect::<Vec<_>>().join(";")
}

fn part_decoded(part: &str, charset: Option<&'static Encoding>) -> String {
    let bytes = octets(part.as_bytes());
    let encoding = charset.unwrap_or(if std::str::from_utf8(&bytes).is_ok() { UTF_8 } else { WINDOWS_1251 });
    let text = encoding.decode_without_bom_handling(&bytes).0;
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\r' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

fn octets(text: &[u8]) -> Vec<u8> {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        match (byte, digit(text.get(at + 1)), digit(text.get(at + 2))) {
            (b'=', Some(high), Some(low)) => {
                // Two hexadecimal digits are at most 255.
                out.push(u8::try_from(high * 16 + low).unwrap_or_default());
                at += 3;
            }
            _ => {
                out.push(byte);
                at += 1;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::content::Line;

    #[test]
    fn lines_of_old_phones_become_lines_of_today() {
        for (old, new) in [
            ("TEL;WORK;VOICE:+7 1", "TEL;TYPE=WORK;TYPE=VOICE:+7 1"),
            ("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98;=D0=98=3B=2C", "N:И;И\\;\\,"),
            ("N;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1251:=C8=E2=E0=ED", "N:Иван"),
            ("N;QUOTED-PRINTABLE:=C8=E2=E0=ED", "N:Иван"),
            ("NOTE;ENCODING=QUOTED-PRINTABLE:a=0D=0Ab", "NOTE:a\\nb"),
            ("NOTE:C:\\new, a\\;b", "NOTE:C:\\\\new\\, a\\;b"),
            ("PHOTO;BASE64;JPEG:AAAA", "PHOTO;ENCODING=b;TYPE=JPEG:AAAA"),
        ] {
            let line = Line { number: 1, text: old.into(), cut: false };
            assert_eq!(renewed(&Property::read(line).unwrap()), new);
        }
    }
}
