//! Reads values out of a TOML document, and knows the key and the line of each.

use serde_json::Value as Json;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use uuid::Uuid;

use crate::domain::book::Entity;
use crate::domain::entry::{self, EntryContext};
use crate::domain::field::FieldType;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{Id, Row};

/// Finds a record by what names it in the file: a handle, a uid, a name.
pub type Resolve<'a> = dyn Fn(Entity, &str) -> Result<Uuid, Sentence> + 'a;

/// What is wrong in the file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageFault {
    /// The line, from 1.
    pub line: usize,
    /// The key, e.g. `people[2].roles[1]`; empty when the file is no TOML.
    pub key: String,
    pub why: Sentence,
}

impl PageFault {
    /// The whole of it as one sentence.
    pub fn sentence(&self) -> Sentence {
        if self.key.is_empty() {
            return self.why.clone();
        }
        let sentence = Sentence::new("line-field-why").count("line", self.line).text("field", self.key.as_str());
        sentence.with("why", Arg::Sentence(Box::new(self.why.clone())))
    }
}

pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// The document and how records are found.
pub(super) struct Reader<'t> {
    pub text: &'t str,
    pub cx: &'t EntryContext<'t>,
    pub resolve: &'t Resolve<'t>,
}

impl Reader<'_> {
    pub(super) fn line(&self, at: usize) -> usize {
        self.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
    }

    pub(super) fn fault(&self, at: usize, key: &str, why: Sentence) -> PageFault {
        PageFault { line: self.line(at), key: key.to_owned(), why }
    }
}

/// One table of the document under its key.
pub(super) struct Part<'t> {
    pub reader: &'t Reader<'t>,
    pub key: String,
    table: &'t DeTable<'t>,
    at: usize,
}

impl<'t> Part<'t> {
    /// # Errors
    /// A key that such a table does not have.
    pub(super) fn new(
        reader: &'t Reader<'t>,
        key: &str,
        (table, at): (&'t DeTable<'t>, usize),
        allowed: &[&str],
    ) -> Result<Self, PageFault> {
        let part = Self { reader, key: key.to_owned(), table, at };
        if let Some((name, _)) = table.iter().find(|(name, _)| !allowed.contains(&name.get_ref().as_ref())) {
            let why = no_such_key(name.get_ref(), allowed);
            return Err(reader.fault(name.span().start, &part.below(name.get_ref()), why));
        }
        Ok(part)
    }

    pub(super) fn below(&self, name: &str) -> String {
        if self.key.is_empty() { name.to_owned() } else { format!("{}.{name}", self.key) }
    }

    fn get(&self, name: &str) -> Option<&'t Value<'t>> {
        self.table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value)
    }

    /// The fault of a key of this table, at its line, or at the table's when the key is not there.
    pub(super) fn fault(&self, name: &str, why: Sentence) -> PageFault {
        let at = self.get(name).map_or(self.at, |value| value.span().start);
        self.reader.fault(at, &self.below(name), why)
    }

    pub(super) fn required(&self, name: &str) -> PageFault {
        self.fault(name, Sentence::new("required-field").text("field", name))
    }

    /// A value of the type that a field of the book has.
    pub(super) fn typed<T: FieldType>(&self, name: &str) -> Result<Option<T>, PageFault> {
        let Some(value) = self.get(name) else { return Ok(None) };
        let json = scalar(value.get_ref()).ok_or_else(|| self.fault(name, wrong(value, "not-a-text")))?;
        if json.as_str() == Some("") {
            return Ok(None);
        }
        T::from_json(&json).map(Some).map_err(|why| self.fault(name, why.text("field", name)))
    }

    /// A day or a moment, as it is typed into a form.
    pub(super) fn when<T: FieldType>(&self, name: &str) -> Result<Option<T>, PageFault> {
        let Some(value) = self.get(name) else { return Ok(None) };
        let typed = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(at) => short_moment(&at.to_string()).to_owned(),
            _ => return Err(self.fault(name, wrong(value, "not-a-text"))),
        };
        let read = entry::read(T::KIND, &typed, self.reader.cx).and_then(|json| Option::<T>::from_json(&json));
        read.map_err(|why| self.fault(name, why))
    }

    /// Whether the key stands there, whatever it holds.
    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// A text; an empty one is a text too.
    pub(super) fn text(&self, name: &str) -> Result<Option<String>, PageFault> {
        let Some(value) = self.get(name) else { return Ok(None) };
        let text = value.get_ref().as_str().map(str::to_owned);
        text.map(Some).ok_or_else(|| self.fault(name, wrong(value, "not-a-text")))
    }

    /// Yes or no, as a word of the file or of the command line.
    pub(super) fn flag(&self, name: &str) -> Result<Option<bool>, PageFault> {
        let Some(value) = self.get(name) else { return Ok(None) };
        match (value.get_ref().as_bool(), value.get_ref().as_str()) {
            (Some(flag), _) => Ok(Some(flag)),
            (_, Some("yes")) => Ok(Some(true)),
            (_, Some("no")) => Ok(Some(false)),
            _ => Err(self.fault(name, wrong(value, "not-yes-or-no"))),
        }
    }

    /// A record named by handle, uid or name.
    pub(super) fn record<T: Row>(&self, name: &str) -> Result<Option<Id<T>>, PageFault> {
        match self.text(name)? {
            Some(text) if !text.is_empty() => (self.reader.resolve)(T::ENTITY, &text)
                .map(|uuid| Some(Id::new(uuid)))
                .map_err(|why| self.fault(name, why)),
            _ => Ok(None),
        }
    }

    /// The texts of a list, each with its key and where it stands.
    pub(super) fn texts(&self, name: &str) -> Result<Vec<(String, &'t str, usize)>, PageFault> {
        let read = |(at, value): (usize, &'t Value<'t>)| {
            let key = format!("{}[{at}]", self.below(name));
            let text = value.get_ref().as_str();
            let fault = || self.reader.fault(value.span().start, &key, wrong(value, "not-a-text"));
            Ok((key.clone(), text.ok_or_else(fault)?, value.span().start))
        };
        self.list(name)?.iter().enumerate().map(read).collect()
    }

    /// The tables of a list, each as a part.
    pub(super) fn parts(&self, name: &str, allowed: &[&str]) -> Result<Vec<Part<'t>>, PageFault> {
        let read = |(at, value): (usize, &'t Value<'t>)| {
            let key = format!("{}[{at}]", self.below(name));
            let start = value.span().start;
            let fault = || self.reader.fault(start, &key, wrong(value, "not-a-record"));
            let table = value.get_ref().as_table().ok_or_else(fault)?;
            Part::new(self.reader, &key, (table, start), allowed)
        };
        self.list(name)?.iter().enumerate().map(read).collect()
    }

    fn list(&self, name: &str) -> Result<&'t [Value<'t>], PageFault> {
        let Some(value) = self.get(name) else { return Ok(&[]) };
        match value.get_ref().as_array() {
            Some(items) => Ok(items),
            None => Err(self.fault(name, wrong(value, "not-a-list"))),
        }
    }

    /// A table below this one.
    pub(super) fn part(&self, name: &str, allowed: &[&str]) -> Result<Option<Part<'t>>, PageFault> {
        let Some(value) = self.get(name) else { return Ok(None) };
        let start = value.span().start;
        let table = value.get_ref().as_table().ok_or_else(|| self.fault(name, wrong(value, "not-a-record")))?;
        Part::new(self.reader, &self.below(name), (table, start), allowed).map(Some)
    }
}

/// Which key was meant, or which there are.
fn no_such_key(name: &str, allowed: &[&str]) -> Sentence {
    let similar = entry::nearest_names(name, allowed.iter().copied());
    let (id, named) =
        if similar.is_empty() { ("page-key-unknown", allowed.to_vec()) } else { ("page-key-similar", similar) };
    Sentence::new(id).text("key", name).with("allowed", Arg::texts(named))
}

fn scalar(value: &DeValue<'_>) -> Option<Json> {
    Some(match value {
        DeValue::String(text) => Json::from(text.as_ref()),
        DeValue::Boolean(flag) => Json::from(*flag),
        DeValue::Integer(n) => {
            i64::from_str_radix(n.as_str(), n.radix()).map_or_else(|_| n.as_str().into(), Json::from)
        }
        DeValue::Float(n) => Json::from(n.as_str()),
        // A day or a moment without quotes.
        DeValue::Datetime(at) => Json::from(short_moment(&at.to_string())),
        DeValue::Array(_) | DeValue::Table(_) => return None,
    })
}

/// The book keeps minutes; TOML writes seconds.
fn short_moment(text: &str) -> &str {
    match text.strip_suffix(":00") {
        Some(short) if text.len() == 19 => short,
        _ => text,
    }
}

fn wrong(value: &Value<'_>, id: &str) -> Sentence {
    let shown = match value.get_ref() {
        DeValue::Array(_) | DeValue::Table(_) => value.get_ref().type_str().to_owned(),
        simple => scalar(simple).map_or_else(String::new, |json| json.as_str().map_or(json.to_string(), str::to_owned)),
    };
    Sentence::new(id).text("input", shown)
}
