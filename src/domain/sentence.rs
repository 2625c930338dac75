//! What is to be said, before it has words: a message id and its arguments. `i18n` says it in a language.

use chrono::{NaiveDate, NaiveDateTime};

use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

use super::book::Entity;
use super::date::{Month, PartialDate, local_text, parse_day, parse_local};
use super::field::FieldType;
use super::money::Money;

/// One sentence for a person: a Fluent message id and what stands in its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub id: String,
    pub args: Vec<(String, Arg)>,
}

/// What can stand in a place of a [`Sentence`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// The manager's own words or a name, shown as it is.
    Text(String),
    /// A term by its dotted key, e.g. `role.kind.decides`.
    Word(String),
    /// The label of a field of an entity.
    Label(String, String),
    /// A whole number; it also chooses the plural form.
    Count(i64),
    /// A number with decimals, already rounded to the digits to be shown.
    Decimal(Decimal),
    Date(NaiveDate),
    Time(NaiveDateTime),
    Partial(PartialDate),
    Month(Month),
    Money(Money),
    /// Several, joined as the language does it.
    List(Vec<Arg>),
    /// A sentence inside another: why a row was refused.
    Sentence(Box<Sentence>),
}

impl Arg {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub fn word(key: impl Into<String>) -> Self {
        Self::Word(key.into())
    }

    /// A length or a number of rows.
    pub fn count(n: usize) -> Self {
        Self::Count(i64::try_from(n).unwrap_or(i64::MAX))
    }

    pub fn texts<S: Into<String>>(texts: impl IntoIterator<Item = S>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }
}

impl Sentence {
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), args: Vec::new() }
    }

    #[must_use]
    pub fn with(mut self, name: impl Into<String>, arg: Arg) -> Self {
        self.args.push((name.into(), arg));
        self
    }

    /// Names the field it is about, unless it names one already.
    #[must_use]
    pub fn about(self, entity: Entity, field: &str) -> Self {
        if self.args.iter().any(|(name, _)| name == "field") {
            return self;
        }
        let field = match self.args.iter().find(|(name, _)| name == "key") {
            Some((_, Arg::Text(key))) => format!("{field}.{key}"),
            _ => field.to_owned(),
        };
        self.with("field", Arg::Label(entity.table().to_owned(), field))
    }

    /// The same with a place for the manager's own words or a name.
    #[must_use]
    pub fn text(self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.with(name, Arg::text(text))
    }

    #[must_use]
    pub fn count(self, name: impl Into<String>, n: usize) -> Self {
        self.with(name, Arg::count(n))
    }

    #[must_use]
    pub fn date(self, name: impl Into<String>, day: NaiveDate) -> Self {
        self.with(name, Arg::Date(day))
    }

    #[must_use]
    pub fn word(self, name: impl Into<String>, key: impl Into<String>) -> Self {
        self.with(name, Arg::word(key))
    }
}

impl Sentence {
    /// How a title is kept in the journal, so that it can be said in any language later.
    pub fn to_json(&self) -> Json {
        let args: Vec<Json> = self.args.iter().map(|(name, arg)| json!([name, arg.to_json()])).collect();
        json!({ "id": self.id, "args": args })
    }

    pub fn from_json(json: &Json) -> Option<Self> {
        let args = json.get("args")?.as_array()?.iter();
        let args = args.map(|pair| Some((pair.get(0)?.as_str()?.to_owned(), Arg::from_json(pair.get(1)?)?)));
        Some(Self { id: json.get("id")?.as_str()?.to_owned(), args: args.collect::<Option<_>>()? })
    }
}

impl Arg {
    pub fn to_json(&self) -> Json {
        match self {
            Self::Text(text) => json!({ "text": text }),
            Self::Word(key) => json!({ "word": key }),
            Self::Label(entity, field) => json!({ "label": [entity, field] }),
            Self::Count(n) => json!({ "count": n }),
            Self::Decimal(number) => json!({ "decimal": number.to_string() }),
            Self::Date(day) => json!({ "date": day.to_string() }),
            Self::Time(time) => json!({ "time": local_text(*time) }),
            Self::Partial(day) => json!({ "partial": day.to_string() }),
            Self::Month(month) => json!({ "month": month.to_string() }),
            Self::Money(money) => json!({ "money": money.json() }),
            Self::Sentence(sentence) => json!({ "sentence": sentence.to_json() }),
            Self::List(items) => json!({ "list": items.iter().map(Self::to_json).collect::<Json>() }),
        }
    }

    pub fn from_json(json: &Json) -> Option<Self> {
        let (kind, value) = json.as_object()?.iter().next()?;
        let text = || value.as_str();
        Some(match kind.as_str() {
            "text" => Self::Text(text()?.to_owned()),
            "word" => Self::Word(text()?.to_owned()),
            "label" => Self::Label(value.get(0)?.as_str()?.to_owned(), value.get(1)?.as_str()?.to_owned()),
            "count" => Self::Count(value.as_i64()?),
            "decimal" => Self::Decimal(text()?.parse().ok()?),
            "date" => Self::Date(parse_day(text()?)?),
            "time" => Self::Time(parse_local(text()?)?),
            "partial" => Self::Partial(text()?.parse().ok()?),
            "month" => Self::Month(text()?.parse().ok()?),
            "money" => Self::Money(Money::from_json(value).ok()?),
            "sentence" => Self::Sentence(Box::new(Sentence::from_json(value)?)),
            "list" => Self::List(value.as_array()?.iter().map(Self::from_json).collect::<Option<_>>()?),
            _ => return None,
        })
    }
}
