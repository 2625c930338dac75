//! How one field of one entity is described, stored and read. Columns, snapshot, forms, headings, search, history
//! and redaction all walk the same list of [`Field`]s.

use serde_json::Value as Json;

use super::book::Entity;
use super::sentence::{Arg, Sentence};

/// Who may see a field: client copy, internal brief, internal brief with "include personal".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    Shareable,
    Internal,
    Confidential,
    Personal,
}

/// Whether a row may be without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Required,
    Optional,
    /// A rule of the entity decides.
    Conditional,
}

/// What a field holds, as far as a column, a form or a file must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line of at most so many characters.
    Line(usize),
    /// Text with line breaks of at most so many characters.
    Text(usize),
    Day,
    PartialDay,
    /// Wall time to the minute; the zone is a field of its own.
    Local,
    Zone,
    Month,
    Money,
    /// Minor units of the currency that stands in the row.
    Minor,
    Currency,
    /// Money, a whole number (a count, or a rate in basis points) or a text of at most so many characters.
    Amount {
        most: usize,
        rate: bool,
    },
    Decimal,
    Int {
        min: i64,
        max: i64,
    },
    Bool,
    Word {
        term: &'static str,
        words: &'static [&'static str],
    },
    Ref(Entity),
    Refs(Entity),
    /// A record whose entity another field tells.
    AnyRef,
    /// Several of one closed set; `ordered` keeps the order given.
    Words {
        term: &'static str,
        words: &'static [&'static str],
    },
    /// Several lines of text of at most so many characters each.
    Lines(usize),
    /// Several small records.
    Parts(&'static [Field]),
    /// One small record.
    Part(&'static [Field]),
    /// A text in each language.
    PerLanguage(usize),
    /// Whatever another program put there.
    Json,
}

/// One field of one entity, said once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    pub name: &'static str,
    pub kind: Kind,
    pub class: Class,
    pub need: Need,
}

impl Field {
    pub fn is_money(&self) -> bool {
        matches!(self.kind, Kind::Money)
    }

    /// Whether the manager writes free text into it.
    pub fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Line(_) | Kind::Text(_))
    }
}

/// Where in a row a text stands: its field, and the part of it when the field holds small records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub field: &'static Field,
    pub part: Option<&'static Field>,
}

impl Place {
    pub fn of(field: &'static Field) -> Self {
        Self { field, part: None }
    }

    /// The same field's part; a part of a part is the part.
    pub fn part(self, part: &'static Field) -> Self {
        Self { part: Some(part), ..self }
    }

    /// The stricter of the field's class and its part's.
    pub fn class(self) -> Class {
        self.part.map_or(self.field.class, |part| part.class.max(self.field.class))
    }

    /// What the innermost of the two holds.
    pub fn kind(self) -> Kind {
        self.part.map_or(self.field.kind, |part| part.kind)
    }
}

/// One value of a stored row. Real columns: everything that is not a whole number is text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    Null,
    Int(i64),
    Text(&'a str),
}

/// The same, owned, on its way to the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stored {
    Null,
    Int(i64),
    Text(String),
}

impl Stored {
    pub fn cell(&self) -> Cell<'_> {
        match self {
            Self::Null => Cell::Null,
            Self::Int(n) => Cell::Int(*n),
            Self::Text(text) => Cell::Text(text),
        }
    }
}

/// A Rust type that a field can have. JSON is the snapshot's form; cells are the columns'.
pub trait FieldType: Sized {
    const KIND: Kind;
    /// Columns it takes: money takes two, its amount and `field_currency`.
    const COLUMNS: usize = 1;

    fn json(&self) -> Json;

    /// # Errors
    /// A sentence that says what is wrong and what would be right.
    fn from_json(json: &Json) -> Result<Self, Sentence>;

    /// The value of a key that is missing, where that is allowed.
    fn missing() -> Option<Self> {
        None
    }

    /// None when the cells hold another type than the field's: a damaged or foreign row.
    fn from_cells(cells: &[Cell<'_>]) -> Option<Self> {
        match cells {
            [Cell::Text(text)] => serde_json::from_str(text).ok().and_then(|json| Self::from_json(&json).ok()),
            _ => None,
        }
    }

    fn cells(&self, out: &mut Vec<Stored>) {
        out.push(match self.json() {
            Json::Null => Stored::Null,
            Json::String(text) => Stored::Text(text),
            Json::Bool(yes) => Stored::Int(i64::from(yes)),
            Json::Number(number) => number.as_i64().map_or(Stored::Null, Stored::Int),
            json => Stored::Text(json.to_string()),
        });
    }

    /// The records this value points at.
    fn refs(&self, _out: &mut Vec<uuid::Uuid>) {}

    /// Hands over every text a person wrote into it, with the place where it stands.
    fn texts<'a>(&'a self, _at: Place, _each: &mut dyn FnMut(Place, &'a str)) {}
}

pub fn text_of(json: &Json) -> Option<&str> {
    json.as_str()
}

/// How a value that could not be read is shown in the refusal.
pub fn shown(json: &Json) -> Arg {
    Arg::text(match json {
        Json::String(text) => text.clone(),
        json => json.to_string(),
    })
}

pub fn invalid_word(json: &Json, words: &[&str]) -> Sentence {
    Sentence::new("invalid-word").with("input", shown(json)).with("allowed", Arg::texts(words.iter().copied()))
}

impl<T: FieldType> FieldType for Option<T> {
    const KIND: Kind = T::KIND;
    const COLUMNS: usize = T::COLUMNS;

    fn json(&self) -> Json {
        self.as_ref().map_or(Json::Null, T::json)
    }

    fn from_json(json: &Json) -> Result<Self, Sentence> {
        if json.is_null() { Ok(None) } else { T::from_json(json).map(Some) }
    }

    fn missing() -> Option<Self> {
        Some(None)
    }

    fn from_cells(cells: &[Cell<'_>]) -> Option<Self> {
        if cells.iter().all(|cell| *cell == Cell::Null) { Some(None) } else { T::from_cells(cells).map(Some) }
    }

    fn cells(&self, out: &mut Vec<Stored>) {
        match self {
            Some(value) => value.cells(out),
            None => out.extend(std::iter::repeat_n(Stored::Null, T::COLUMNS)),
        }
    }

    fn refs(&self, out: &mut Vec<uuid::Uuid>) {
        if let Some(value) = self {
            value.refs(out);
        }
    }

    fn texts<'a>(&'a self, at: Place, each: &mut dyn FnMut(Place, &'a str)) {
        if let Some(value) = self {
            value.texts(at, each);
        }
    }
}

/// The name of a field in files and columns: a Rust keyword's `r#` is not part of it.
pub(super) const fn plain_name(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', rest @ ..] => match std::str::from_utf8(rest) {
            Ok(plain) => plain,
            Err(_) => name,
        },
        _ => name,
    }
}

/// The words of the field lists: what a column of domain tables says, as a constant.
macro_rules! class {
    (sh) => {
        $crate::domain::field::Class::Shareable
    };
    (in) => {
        $crate::domain::field::Class::Internal
    };
    (co) => {
        $crate::domain::field::Class::Confidential
    };
    (pe) => {
        $crate::domain::field::Class::Personal
    };
}

macro_rules! need {
    (y) => {
        $crate::domain::field::Need::Required
    };
    (-) => {
        $crate::domain::field::Need::Optional
    };
    (c) => {
        $crate::domain::field::Need::Conditional
    };
}

/// The kind said in the list, else the type's own.
macro_rules! kind {
    ($ty:ty) => {
        <$ty as $crate::domain::field::FieldType>::KIND
    };
    ($ty:ty, $kind:expr) => {
        $kind
    };
}

/// The default said in the list, else the type's own for a missing key.
macro_rules! missing {
    ($ty:ty) => {
        <$ty as $crate::domain::field::FieldType>::missing()
    };
    ($ty:ty, $default:expr) => {
        Some($default)
    };
}

pub(super) use {class, kind, missing, need};

pub const fn line(most: usize) -> Kind {
    Kind::Line(most)
}

pub const fn text(most: usize) -> Kind {
    Kind::Text(most)
}

pub const fn lines(most: usize) -> Kind {
    Kind::Lines(most)
}

pub const fn int(min: i64, max: i64) -> Kind {
    Kind::Int { min, max }
}
