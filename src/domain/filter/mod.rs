//! Filters of lists: `tier:mv stage:3 overdue tag:port region:юг unknown:budgets`.
//!
//! All terms must hold. A word must begin a word of the row, in any spelling; `key:value` asks a field, or one of the
//! computed `tier`, `overdue`, `unknown`, `late`, `state`; `-` before a term turns it round. Values: a stored word, its
//! beginning or its initials (`mv`); `yes` and `no`; a text; `3`, `>3`, `<=3`, `3..5` for numbers, money and days;
//! `unknown` for what is empty.

mod computed;
mod saved;
mod spelt;
mod value;

pub use computed::{Computed, OnDay};
pub use saved::save_as;
pub use spelt::Spellings;

use super::book::{Book, Entity};
use super::entity::Client;
use super::entry::{EntryContext, nearest_names};
use super::field::{Field, Kind};
use super::naming::Wanted;
use super::sentence::{Arg, Sentence};
use super::table::AnyRow;
use super::text::fold;
use super::words::{ClientStatus, RoleKind, Tier};
use value::Value;

/// Other words for fields.
const ALSO_CALLED: &[(&str, &str)] = &[("tag", "tags"), ("category", "vip_category")];

/// A filter of one entity's rows.
#[derive(Debug, Default)]
pub struct Filter {
    terms: Vec<Term>,
}

#[derive(Debug)]
struct Term {
    holds: Test,
    turned: bool,
}

#[derive(Debug)]
enum Test {
    Word(Wanted),
    Field(&'static Field, Value),
    Tier(Vec<Tier>),
    Overdue(Value),
    Late(Value),
    /// A step of which nobody is known, a field that is empty, or any step.
    UnknownStep(RoleKind),
    UnknownField(&'static Field),
    UnknownTier,
    AnyStepUnknown,
    State(String),
}

impl Filter {
    /// Reads a filter for the rows of `entity`.
    ///
    /// # Errors
    /// A key that is no field, or a value the field cannot have.
    pub fn read(entity: Entity, typed: &str, cx: &EntryContext<'_>) -> Result<Self, Sentence> {
        let terms = parted(typed).into_iter().filter_map(|term| Term::read(entity, &term, cx).transpose());
        Ok(Self { terms: terms.collect::<Result<_, _>>()? })
    }

    /// Lets every row through.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether a client belongs in the list at all: an archived one only where the filter asks for a status.
    pub fn lists(&self, client: &Client) -> bool {
        let of_status = |term: &Term| match &term.holds {
            Test::State(_) => true,
            Test::Field(field, _) => field.name == "status",
            _ => false,
        };
        client.status.is_listed() || (client.status == ClientStatus::Archived && self.terms.iter().any(of_status))
    }

    pub fn fits(&self, book: &Book, row: &dyn AnyRow, computed: &dyn Computed) -> bool {
        self.terms.iter().all(|term| term.holds.holds(book, row, computed) != term.turned)
    }
}

impl Term {
    /// None when there is nothing in it to look for.
    fn read(entity: Entity, typed: &str, cx: &EntryContext<'_>) -> Result<Option<Self>, Sentence> {
        let turned = typed.len() > 1 && typed.starts_with('-');
        let term = if turned { typed.trim_start_matches('-') } else { typed };
        let holds = match term.split_once(':') {
            Some((key, value)) if !key.is_empty() && !key.contains('"') => {
                Some(keyed(entity, key, unquoted(value), cx)?)
            }
            _ => bare(entity, unquoted(term)),
        };
        Ok(holds.map(|holds| Self { holds, turned }))
    }
}

/// A word alone: `overdue`, `late`, `unknown`, a yes/no field, or a word to be found.
fn bare(entity: Entity, word: &str) -> Option<Test> {
    match word {
        "overdue" => Some(Test::Overdue(Value::Yes(true))),
        "late" => Some(Test::Late(Value::Yes(true))),
        "unknown" if entity == Entity::Client => Some(Test::AnyStepUnknown),
        _ => match entity.field(word).filter(|field| field.kind == Kind::Bool) {
            Some(field) => Some(Test::Field(field, Value::Yes(true))),
            None => Wanted::new(word).map(Test::Word),
        },
    }
}

fn keyed(entity: Entity, key: &str, value: &str, cx: &EntryContext<'_>) -> Result<Test, Sentence> {
    let key = fold(key).replace('-', "_");
    match key.as_str() {
        "tier" if entity.field("tier").is_none() => value::tiers(value).map(Test::Tier),
        "overdue" => value::days(value, cx).map(Test::Overdue),
        "late" => value::days(value, cx).map(Test::Late),
        "unknown" => unknown(entity, value),
        "state" if entity.field("state").is_none() => Ok(Test::State(fold(value))),
        "state" if fold(value) == "late" => Ok(Test::Late(Value::Yes(true))),
        _ => {
            let field = field_called(entity, &key)?;
            Value::read(entity, field, value, cx).map(|value| Test::Field(field, value))
        }
    }
}

fn unknown(entity: Entity, value: &str) -> Result<Test, Sentence> {
    let what = fold(value).replace([' ', '-'], "_");
    if what == "tier" {
        return Ok(Test::UnknownTier);
    }
    match RoleKind::from_word(&what).filter(|kind| kind.is_step()) {
        Some(step) => Ok(Test::UnknownStep(step)),
        None => field_called(entity, &what).map(Test::UnknownField),
    }
}

/// A field by its name, another word for it, or a beginning that only one has.
fn field_called(entity: Entity, key: &str) -> Result<&'static Field, Sentence> {
    let also = ALSO_CALLED.iter().find(|(word, _)| *word == key).map_or(key, |(_, name)| *name);
    if let Some(field) = entity.field(also) {
        return Ok(field);
    }
    let mut begins = entity.fields().iter().filter(|field| field.name.starts_with(key));
    if let (Some(field), None) = (begins.next(), begins.next()) {
        return Ok(field);
    }
    let names = entity.fields().iter().map(|field| field.name).chain(["tier", "overdue", "unknown", "late", "state"]);
    let similar = nearest_names(key, names);
    let id = if similar.is_empty() { "unknown-field" } else { "unknown-field-similar" };
    let sentence = Sentence::new(id).word("entity", entity.term()).text("field", key);
    Err(if similar.is_empty() { sentence } else { sentence.with("similar", Arg::texts(similar)) })
}

impl Test {
    fn holds(&self, book: &Book, row: &dyn AnyRow, computed: &dyn Computed) -> bool {
        match self {
            Self::Word(wanted) => wanted.fits_spelt(&computed.spelt(row)),
            Self::Field(field, value) => value.fits(book, field.kind, &row.value(field.name).unwrap_or_default()),
            Self::Tier(tiers) => computed.tiers(row).iter().any(|tier| tiers.contains(tier)),
            Self::Overdue(value) => value.fits_days(computed.overdue_days(row)),
            Self::Late(value) => value.fits_days(computed.late_days(row)),
            Self::UnknownStep(step) => computed.unknown_steps(row).contains(step),
            Self::AnyStepUnknown => !computed.unknown_steps(row).is_empty(),
            Self::UnknownTier => computed.tiers(row).iter().all(|tier| *tier == Tier::Unknown),
            Self::UnknownField(field) => value::is_nothing(&row.value(field.name).unwrap_or_default()),
            Self::State(wanted) => computed.states(row).iter().any(|state| state.starts_with(wanted.as_str())),
        }
    }
}

/// Terms parted by spaces; what stands in quotes is one.
fn parted(typed: &str) -> Vec<String> {
    let (mut terms, mut term, mut quoted) = (Vec::new(), String::new(), false);
    for c in typed.chars() {
        quoted ^= c == '"';
        if c.is_whitespace() && !quoted {
            terms.push(std::mem::take(&mut term));
        } else {
            term.push(c);
        }
    }
    terms.push(term);
    terms.retain(|term| !term.is_empty());
    terms
}

fn unquoted(text: &str) -> &str {
    text.trim_matches('"')
}

#[cfg(test)]
mod tests;
