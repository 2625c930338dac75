//! One cell as the value of a field, and a field's value as a cell: what one writes, the other reads back the same.

use rust_decimal::Decimal;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::names::{self, FileNames};
use crate::domain::book::Entity;
use crate::domain::entity::Client;
use crate::domain::entry::{self, EntryContext};
use crate::domain::field::{Field, FieldType, Kind};
use crate::domain::foreign_table::{Cell, CellKind};
use crate::domain::ledger_file::{Mark, amount};
use crate::domain::money::{Currency, Money};
use crate::domain::sentence::Sentence;
use crate::domain::table::Id;

/// Between the values of a list.
const BAR: char = '|';

/// What a cell is read against.
pub(super) struct Reader<'r, 'a> {
    pub names: &'r mut FileNames<'a>,
    pub cx: &'r EntryContext<'a>,
    /// The client of the row, so that people are looked for there first.
    pub client: Option<Id<Client>>,
    pub currency: Option<Currency>,
    pub mark: Mark,
}

impl Reader<'_, '_> {
    /// # Errors
    /// What is wrong with the cell.
    pub fn read(&mut self, entity: Entity, field: &Field, cell: Cell<'_>) -> Result<Json, Sentence> {
        if cell.kind == CellKind::Broken {
            return Err(Sentence::new("import-not-a-number").text("input", cell.text));
        }
        match field.kind {
            Kind::Ref(of) => {
                let at = if of == Entity::Person { self.client } else { None };
                self.names.find(of, cell.text, at).map(|uuid| uuid.to_string().into())
            }
            Kind::Lines(_) | Kind::Words { .. } => {
                let items = Json::from(cell.text.split(BAR).map(str::trim).collect::<Vec<_>>());
                entry::read_field(entity, field, &items.to_string(), self.cx)
            }
            Kind::Money => self.money(cell),
            Kind::Decimal => {
                let number = with_point(cell, self.mark).parse::<Decimal>();
                let wrong = |_| Sentence::new("import-not-a-number").text("input", cell.text);
                number.map(|number| number.json()).map_err(wrong)
            }
            Kind::Month if cell.kind == CellKind::Day => {
                entry::read_field(entity, field, cell.text.get(..7).unwrap_or(cell.text), self.cx)
            }
            Kind::Day | Kind::PartialDay if cell.kind == CellKind::Day => {
                entry::read_field(entity, field, cell.text.get(..10).unwrap_or(cell.text), self.cx)
            }
            _ => entry::read_field(entity, field, cell.text, self.cx),
        }
    }

    /// An amount in the currency that stands in it, else in the row's.
    fn money(&self, cell: Cell<'_>) -> Result<Json, Sentence> {
        let Some(currency) = self.currency else {
            return entry::read(Kind::Money, cell.text, self.cx);
        };
        let minor = amount::read(cell, self.mark, currency, currency.decimals() as usize)?;
        Ok(minor.map_or(Json::Null, |minor| Money::new(minor, currency).json()))
    }
}

/// A number as it is typed, without what groups its digits.
fn with_point(cell: Cell<'_>, mark: Mark) -> String {
    if cell.kind == CellKind::Number {
        return cell.text.to_owned();
    }
    let (decimal, group) = if mark == Mark::Point { ('.', ',') } else { (',', '.') };
    let kept = cell.text.chars().filter(|c| *c != group && !c.is_whitespace());
    kept.map(|c| if c == decimal { '.' } else { c }).collect()
}

/// What a field's value is in a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    Text(String),
    Number(Decimal),
    Amount(Money),
    Day(chrono::NaiveDate),
    Empty,
}

pub(super) fn written(
    names: &mut FileNames<'_>,
    field: &Field,
    value: &Json,
    cx: &EntryContext<'_>,
    at: Option<Id<Client>>,
) -> Written {
    let text = value.as_str();
    match (field.kind, value) {
        (_, Json::Null) => Written::Empty,
        (Kind::Ref(of), _) => match text.and_then(|text| text.parse::<Uuid>().ok()) {
            Some(uuid) => Written::Text(names::written(names, of, uuid, at)),
            None => Written::Empty,
        },
        (Kind::Lines(_) | Kind::Words { .. }, Json::Array(items)) if items.is_empty() => Written::Empty,
        (Kind::Lines(_) | Kind::Words { .. }, Json::Array(items)) => {
            let items: Vec<&str> = items.iter().filter_map(Json::as_str).collect();
            Written::Text(items.join(&format!(" {BAR} ")))
        }
        (Kind::Money, _) => Money::from_json(value).map_or(Written::Empty, Written::Amount),
        (Kind::Day, _) => match text.and_then(crate::domain::date::parse_day) {
            Some(day) => Written::Day(day),
            None => Written::Empty,
        },
        (Kind::Decimal, _) => match text.and_then(|text| text.parse().ok()) {
            Some(number) => Written::Number(number),
            None => Written::Empty,
        },
        (_, Json::Number(number)) => Written::Number(number.as_i64().unwrap_or_default().into()),
        (kind, _) => Written::Text(entry::show(kind, value, cx)),
    }
}

/// A contact as the book keeps it.
pub(super) fn contact(value: &str) -> Json {
    json!({ "value": value, "label": null })
}
