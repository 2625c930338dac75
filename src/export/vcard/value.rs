//! What one line of a card holds, read by the parser of vCard.

use calcard::common::PartialDateTime;
use calcard::vcard::{VCardEntry, VCardParameterName, VCardParameterValue, VCardValue};
use calcard::{Entry, Parser};

use crate::domain::date::PartialDate;
use crate::export::content::unquoted;

/// A line, parsed. `modern` says that the card is 4.0.
pub(super) struct Value(VCardEntry);

impl Value {
    pub(super) fn read(line: &str, modern: bool) -> Option<Self> {
        let version = if modern { "4.0" } else { "3.0" };
        let card = format!("BEGIN:VCARD\r\nVERSION:{version}\r\n{line}\r\nEND:VCARD\r\n");
        match Parser::new(&card).entry() {
            // The version is the first entry.
            Entry::VCard(card) => card.entries.into_iter().nth(1).map(Self),
            _ => None,
        }
    }

    /// The value's parts, each a text; a list inside a part is joined by spaces.
    pub(super) fn parts(&self) -> Vec<String> {
        self.0.values.iter().map(text).collect()
    }

    /// The whole value as one text.
    pub(super) fn whole(&self) -> Option<String> {
        let text = self.0.values.iter().map(text).collect::<Vec<_>>().join(",");
        filled(&text)
    }

    /// The types and other marks of the line, in lower case.
    pub(super) fn types(&self) -> Vec<String> {
        let types = self.0.params.iter().filter(|param| param.name == VCardParameterName::Type);
        let words = types.filter_map(|param| word(&param.value));
        words.flat_map(|word| word.split(',').map(|word| word.trim().to_lowercase()).collect::<Vec<_>>()).collect()
    }

    /// A parameter by its name in upper case.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        let mine = |param: &&calcard::vcard::VCardParameter| param.name.as_str().eq_ignore_ascii_case(name);
        self.0.params.iter().find(mine).and_then(|param| word(&param.value))
    }

    /// A day or a part of one.
    pub(super) fn day(&self) -> Option<PartialDate> {
        let VCardValue::PartialDateTime(day) = self.0.values.first()? else { return None };
        let year = day.year.map(i32::from).filter(|year| !self.omits(*year));
        partial(day, year)
    }

    /// Whether the year only stands there because the format wants one.
    fn omits(&self, year: i32) -> bool {
        let said = self.parameter("X-APPLE-OMIT-YEAR").is_some_and(|omitted| omitted.parse() == Ok(year));
        said || year == 1604
    }

    /// An instant in UTC.
    pub(super) fn instant(&self) -> Option<crate::domain::date::Instant> {
        let VCardValue::PartialDateTime(at) = self.0.values.first()? else { return None };
        chrono::DateTime::from_timestamp(at.to_timestamp()?, 0)
    }
}

fn partial(day: &PartialDateTime, year: Option<i32>) -> Option<PartialDate> {
    let (month, on) = (day.month.map(u32::from), day.day.map(u32::from));
    let text = match (year, month, on) {
        (Some(year), Some(month), Some(on)) => format!("{year:04}-{month:02}-{on:02}"),
        (Some(year), Some(month), None) => format!("{year:04}-{month:02}"),
        (Some(year), None, None) => format!("{year:04}"),
        (None, Some(month), Some(on)) => format!("--{month:02}-{on:02}"),
        (None, Some(month), None) => format!("--{month:02}"),
        _ => return None,
    };
    text.parse().ok()
}

fn text(value: &VCardValue) -> String {
    match value {
        VCardValue::Component(items) => items.join(" "),
        VCardValue::Integer(number) => number.to_string(),
        VCardValue::Float(number) => number.to_string(),
        VCardValue::Boolean(yes) => yes.to_string(),
        value => value.as_text().unwrap_or_default().to_owned(),
    }
}

fn word(value: &VCardParameterValue) -> Option<String> {
    match value {
        VCardParameterValue::Integer(number) => Some(number.to_string()),
        value => value.as_text().map(unquoted),
    }
}

pub(super) fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
