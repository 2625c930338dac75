//! The plain Rust types as fields: how each is written to and read from the snapshot and the columns.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

use super::date::{LocalTime, Month, PartialDate, local_text, parse_day, parse_local};
use super::field::{Cell, FieldType, Kind, Place, Stored, shown, text_of};
use super::money::{Currency, Money};
use super::sentence::Sentence;
use super::words::Language;

/// Implements [`FieldType`] for a type that is one text.
macro_rules! text_type {
    ($type:ty, $kind:expr, $read:expr, $write:expr, $wrong:literal) => {
        impl FieldType for $type {
            const KIND: Kind = $kind;

            fn json(&self) -> Json {
                #[allow(clippy::redundant_closure_call, reason = "the macro's caller gives a closure or a path")]
                Json::String($write(self))
            }

            fn from_json(json: &Json) -> Result<Self, Sentence> {
                text_of(json).and_then($read).ok_or_else(|| Sentence::new($wrong).with("input", shown(json)))
            }

            fn from_cells(cells: &[Cell<'_>]) -> Option<Self> {
                match cells {
                    [Cell::Text(text)] => $read(text),
                    _ => None,
                }
            }
        }
    };
}

fn parsed<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

impl FieldType for String {
    const KIND: Kind = Kind::Line(usize::MAX);

    fn json(&self) -> Json {
        Json::String(self.clone())
    }

    fn from_json(json: &Json) -> Result<Self, Sentence> {
        text_of(json).map(str::to_owned).ok_or_else(|| Sentence::new("wrong-json").with("input", shown(json)))
    }

    fn from_cells(cells: &[Cell<'_>]) -> Option<Self> {
        match cells {
            [Cell::Text(text)] => Some((*text).to_owned()),
            _ => None,
        }
    }

    fn texts<'a>(&'a self, at: Place, each: &mut dyn FnMut(Place, &'a str)) {
        each(at, self);
    }
}

text_type!(NaiveDate, Kind::Day, parse_day, NaiveDate::to_string, "not-a-date");
text_type!(PartialDate, Kind::PartialDay, parsed, PartialDate::to_string, "not-a-pdate");
text_type!(Month, Kind::Month, parsed, Month::to_string, "not-a-month");
text_type!(LocalTime, Kind::Local, parse_local, |time: &LocalTime| local_text(*time), "not-a-time");
text_type!(Currency, Kind::Currency, parsed, Currency::to_string, "unknown-currency");
text_type!(chrono_tz::Tz, Kind::Zone, parsed, |zone: &chrono_tz::Tz| zone.name().to_owned(), "no-such-zone");
text_type!(Decimal, Kind::Decimal, parsed, Decimal::to_string, "not-a-number");

impl FieldType for i64 {
    const KIND: Kind = Kind::Int { min: i64::MIN, max: i64::MAX };

    fn json(&self) -> Json {
        (*self).into()
    }

    fn from_json(json: &Json) -> Result<Self, Sentence> {
        json.as_i64().ok_or_else(|| Sentence::new("not-a-number").with("input", shown(json)))
    }

    fn from_cells(cells: &[Cell<'_>]) -> Option<Self> {
        match cells {
            [Cell::Int(n)] => Some(*n),
            _ => None,
        }
    }
}

impl FieldType for bool {
    const KIND: Kind = Kind::Bool;

    fn json(&self) -> Json {
        (*self).into()
    }

    fn from_json(json: &Json) -> Result<Self, Sentence> {
        json.as_bool().ok_or_else(|| Sentence::new("not-yes-or-no").with("input", shown(json)))
    }

    fn missing() -> Option<Self> {
        Some(false)
    }

    fn from_cells(cells: &[Cell<'_>]) -> Option<Self> {
        match cells {
            [Cell::Int(0)] => Some(false),
            [Cell::Int(1)] => Some(true),
            _ => None,
        }
    }
}

impl FieldType for Money {
    const KIND: Kind = Kind::Money;
    const COLUMNS: usize = 2;

    fn json(&self) -> Json {
        json!({"minor": self.minor, "currency": self.currency.code()})
    }

    fn from_json(json: &Json) -> Result<Self, Sentence> {
        let wrong = || Sentence::new("not-money").with("input", shown(json));
        let map = json.as_object().filter(|map| map.len() == 2).ok_or_else(wrong)?;
        let minor = map.get("minor").and_then(Json::as_i64).ok_or_else(wrong)?;
        let currency = map.get("currency").ok_or_else(wrong)?;
        Ok(Self { minor, currency: Currency::from_json(currency)? })
    }

    fn from_cells(cells: &[Cell<'_>]) -> Option<Self> {
        match cells {
            [Cell::Int(minor), Cell::Text(code)] => Some(Self { minor: *minor, currency: code.parse().ok()? }),
            _ => None,
        }
    }

    fn cells(&self, out: &mut Vec<Stored>) {
        out.extend([Stored::Int(self.minor), Stored::Text(self.currency.to_string())]);
    }
}

/// What a term, a figure or a target is worth: money, a whole number, or words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amount {
    Money(Money),
    /// A count, or basis points where the field is a rate.
    Number(i64),
    Text(String),
}

impl FieldType for Amount {
    const KIND: Kind = Kind::Amount { most: 200, rate: false };

    fn json(&self) -> Json {
        match self {
            Self::Money(money) => money.json(),
            Self::Number(n) => (*n).into(),
            Self::Text(text) => text.clone().into(),
        }
    }

    fn from_json(json: &Json) -> Result<Self, Sentence> {
        match json {
            Json::String(text) => Ok(Self::Text(text.clone())),
            Json::Number(_) => i64::from_json(json).map(Self::Number),
            json => Money::from_json(json).map(Self::Money),
        }
    }

    /// Kept as JSON text, so that a number typed as words stays words.
    fn cells(&self, out: &mut Vec<Stored>) {
        out.push(Stored::Text(self.json().to_string()));
    }

    fn texts<'a>(&'a self, at: Place, each: &mut dyn FnMut(Place, &'a str)) {
        if let Self::Text(text) = self {
            each(at, text);
        }
    }
}

/// What another program gave and attache does not know, kept as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra(pub Json);

impl FieldType for Extra {
    const KIND: Kind = Kind::Json;

    fn json(&self) -> Json {
        self.0.clone()
    }

    fn from_json(json: &Json) -> Result<Self, Sentence> {
        Ok(Self(json.clone()))
    }

    fn cells(&self, out: &mut Vec<Stored>) {
        out.push(Stored::Text(self.0.to_string()));
    }
}

/// A text in up to four languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PerLanguage(pub BTreeMap<Language, String>);

impl PerLanguage {
    /// The text in `language`, else in the first language that has one.
    pub fn say(&self, language: Language) -> &str {
        self.0.get(&language).or_else(|| self.0.values().next()).map_or("", String::as_str)
    }
}

impl FieldType for PerLanguage {
    const KIND: Kind = Kind::PerLanguage(120);

    /// All four keys stand in the snapshot, `null` where there is no text.
    fn json(&self) -> Json {
        Language::all().iter().map(|lang| (lang.word().to_owned(), self.0.get(lang).json_or_null())).collect()
    }

    fn from_json(json: &Json) -> Result<Self, Sentence> {
        let map = json.as_object().ok_or_else(|| Sentence::new("wrong-json").with("input", shown(json)))?;
        let mut texts = BTreeMap::new();
        for (key, text) in map {
            let language = Language::from_json(&Json::String(key.clone()))?;
            if let Some(text) = Option::<String>::from_json(text)? {
                texts.insert(language, text);
            }
        }
        Ok(Self(texts))
    }

    fn texts<'a>(&'a self, at: Place, each: &mut dyn FnMut(Place, &'a str)) {
        for text in self.0.values() {
            each(at, text);
        }
    }
}

trait JsonOrNull {
    fn json_or_null(self) -> Json;
}

impl JsonOrNull for Option<&String> {
    fn json_or_null(self) -> Json {
        self.map_or(Json::Null, |text| text.clone().into())
    }
}

/// A list field: its JSON array, kept in one column.
pub trait Element: Sized {
    const LIST: Kind;
    fn element_json(&self) -> Json;
    /// # Errors
    /// As [`FieldType::from_json`].
    fn from_element(json: &Json) -> Result<Self, Sentence>;
    fn element_refs(&self, _out: &mut Vec<uuid::Uuid>) {}
    fn element_texts<'a>(&'a self, _at: Place, _each: &mut dyn FnMut(Place, &'a str)) {}
}

impl<T: Element> FieldType for Vec<T> {
    const KIND: Kind = T::LIST;

    fn json(&self) -> Json {
        self.iter().map(T::element_json).collect()
    }

    fn from_json(json: &Json) -> Result<Self, Sentence> {
        match json {
            Json::Null => Ok(Vec::new()),
            Json::Array(items) => items.iter().map(T::from_element).collect(),
            json => Err(Sentence::new("not-a-list").with("input", shown(json))),
        }
    }

    fn missing() -> Option<Self> {
        Some(Vec::new())
    }

    fn from_cells(cells: &[Cell<'_>]) -> Option<Self> {
        match cells {
            [Cell::Text("[]")] => Some(Vec::new()),
            [Cell::Text(text)] => {
                serde_json::from_str(text).ok().filter(Json::is_array).and_then(|json| Self::from_json(&json).ok())
            }
            _ => None,
        }
    }

    fn refs(&self, out: &mut Vec<uuid::Uuid>) {
        for item in self {
            item.element_refs(out);
        }
    }

    fn texts<'a>(&'a self, at: Place, each: &mut dyn FnMut(Place, &'a str)) {
        for item in self {
            item.element_texts(at, each);
        }
    }
}

impl Element for String {
    const LIST: Kind = Kind::Lines(200);

    fn element_json(&self) -> Json {
        self.clone().into()
    }

    fn from_element(json: &Json) -> Result<Self, Sentence> {
        Self::from_json(json)
    }

    fn element_texts<'a>(&'a self, at: Place, each: &mut dyn FnMut(Place, &'a str)) {
        each(at, self);
    }
}

/// Enumerations that come as lists.
macro_rules! word_lists {
    ($($name:ty),+) => {$(
        impl Element for $name {
            const LIST: Kind = match <$name as FieldType>::KIND {
                Kind::Word { term, words } => Kind::Words { term, words },
                other => other,
            };

            fn element_json(&self) -> Json {
                self.json()
            }

            fn from_element(json: &Json) -> Result<Self, Sentence> {
                Self::from_json(json)
            }
        }
    )+};
}

word_lists!(super::words::ChoiceFactor, super::words::Weekday);
