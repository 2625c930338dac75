//! Numbers and addresses as links that the system's programs open.

use std::fmt::Write as _;

/// `tel:` with the number as it is dialled; None when it holds too few digits to be one.
pub fn phone(number: &str) -> Option<String> {
    let before = number.split(|letter: char| letter.is_ascii_digit()).next()?;
    let plus = before.contains('+').then_some('+');
    // An extension cannot be dialled with the number.
    let main = number.split([',', ';', 'x', '#']).next()?;
    // After a country code the zero in brackets, dialled within the country only, leads elsewhere.
    let main = if plus.is_some() { main.replace("(0)", "") } else { main.to_owned() };
    let digits: String = plus.into_iter().chain(main.chars().filter(char::is_ascii_digit)).collect();
    (digits.len() > 2).then(|| format!("tel:{digits}"))
}

/// `mailto:` with the address; None when it is none.
pub fn mail(address: &str) -> Option<String> {
    let address = address.trim();
    let (name, domain) = address.rsplit_once('@')?;
    if name.is_empty() || domain.is_empty() || address.contains(char::is_whitespace) {
        return None;
    }
    Some(format!("mailto:{}@{}", quoted(name), quoted(domain)))
}

/// An address of the web; one without its scheme is a secure one. None when it is none.
pub fn web(address: &str) -> Option<String> {
    let address = address.trim();
    let is_whole = |rest: &str| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let named = host.split_once('.').is_some_and(|(name, domain)| !name.is_empty() && !domain.is_empty());
        named && !rest.contains('@') && !rest.chars().any(|letter| letter.is_whitespace() || letter.is_control())
    };
    let lower = address.to_ascii_lowercase();
    match ["https://", "http://"].into_iter().find_map(|scheme| lower.strip_prefix(scheme)) {
        Some(rest) => is_whole(rest).then(|| address.to_owned()),
        None if lower.contains(':') => None,
        None => is_whole(&lower).then(|| format!("https://{address}")),
    }
}

/// What an address may not hold as it is, by its octets.
fn quoted(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'-' | b'~' | b'+' | b'!' | b'*' => {
                out.push(char::from(byte));
            }
            // Writing to a text cannot fail.
            _ => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_addresses_become_links() {
        let phones = [
            ("+7 846 200-10-10", Some("tel:+78462001010")),
            ("(02) 981 12 34", Some("tel:029811234")),
            ("+44 (0)20 7946 0204", Some("tel:+442079460204")),
            ("(+359) 2 981 1234", Some("tel:+35929811234")),
            ("(0)20 7946 0204", Some("tel:02079460204")),
            ("2 981+1234", Some("tel:29811234")),
            ("+7-495-1234567, 12", Some("tel:+74951234567")),
            ("+86 10 6505 1234 x8", Some("tel:+861065051234")),
            ("ask Anna", None),
            ("1", None),
        ];
        for (number, link) in phones {
            assert_eq!(phone(number).as_deref(), link, "{number}");
        }
        let mails = [
            ("o@volga.example", Some("mailto:o@volga.example")),
            ("a+b?bcc=x&y@c.example", Some("mailto:a+b%3Fbcc%3Dx%26y@c.example")),
            ("ян@пример.рф", Some("mailto:%D1%8F%D0%BD@%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.%D1%80%D1%84")),
            ("-x@c.example", Some("mailto:-x@c.example")),
            ("two words@c.example", None),
            ("none", None),
        ];
        for (address, link) in mails {
            assert_eq!(mail(address).as_deref(), link, "{address}");
        }
        let sites = [
            ("https://volga.example/o?a=1", Some("https://volga.example/o?a=1")),
            ("HTTP://Volga.example", Some("HTTP://Volga.example")),
            (" volga.example ", Some("https://volga.example")),
            ("волга.рф/о-нас", Some("https://волга.рф/о-нас")),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
            ("https://", None),
            ("https://user@volga.example", None),
            ("two words.example", None),
            ("none", None),
        ];
        for (address, link) in sites {
            assert_eq!(web(address).as_deref(), link, "{address}");
        }
    }
}
