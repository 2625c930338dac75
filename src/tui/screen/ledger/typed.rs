//! The figures typed into one month and not saved yet; a draft until then.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::super::gathering::Owned;
use super::Line;
use crate::domain::date::Month;
use crate::domain::field::FieldType;
use crate::domain::ledger_file::Figure;
use crate::domain::money::Currency;
use crate::domain::{Amend, Client, Edit, Entity, Fields, Id, LedgerMonth};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    month: Month,
    currency: Currency,
    /// The book's row, where it has one.
    row: Option<uuid::Uuid>,
    /// The rev that row had when typing began.
    rev: Option<i64>,
    figures: BTreeMap<Figure, Option<i64>>,
    /// A cell of a draft that was still open, and what stood in it.
    pub open: Option<(Figure, String)>,
}

impl Owned for Typed {
    type Owner = (Month, Currency);

    fn owner(&self) -> Self::Owner {
        (self.month, self.currency)
    }
}

impl Typed {
    pub fn new(month: Month, currency: Currency) -> Self {
        Self { month, currency, row: None, rev: None, figures: BTreeMap::new(), open: None }
    }

    pub fn of(line: &Line<'_>) -> Self {
        let mut typed = Self::new(line.month, line.currency);
        if let Some(row) = line.row {
            typed.look_at(row);
        }
        typed
    }

    /// From here on the row is the one that was seen.
    pub fn look_at(&mut self, row: &LedgerMonth) {
        (self.row, self.rev) = (Some(row.head.uid), Some(row.head.rev));
    }

    /// Whether a row is not as it was when typing began.
    pub fn is_other(&self, row: &LedgerMonth) -> bool {
        (self.row, self.rev) != (Some(row.head.uid), Some(row.head.rev))
    }

    pub fn is_of(&self, line: &Line<'_>) -> bool {
        self.owner() == (line.month, line.currency)
    }

    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }

    /// None when the figure is not typed.
    pub fn figure(&self, figure: Figure) -> Option<Option<i64>> {
        self.figures.get(&figure).copied()
    }

    /// What the book has already is nothing typed.
    pub fn put(&mut self, figure: Figure, value: Option<i64>, row: Option<&LedgerMonth>) {
        if row.and_then(|row| row.figure(figure)) == value {
            self.figures.remove(&figure);
        } else {
            self.figures.insert(figure, value);
        }
    }

    pub fn edit(&self, client: Id<Client>) -> Edit {
        let mut fields: Fields =
            self.figures.iter().map(|(figure, value)| (figure.field().to_owned(), (*value).into())).collect();
        if let Some(uuid) = self.row {
            return Edit::Amend(Amend::new(Entity::LedgerMonth, uuid, fields));
        }
        fields.insert("client".to_owned(), client.json());
        fields.insert("month".to_owned(), self.month.json());
        fields.insert("currency".to_owned(), self.currency.json());
        Edit::Add { entity: Entity::LedgerMonth, fields }
    }

    /// As a draft keeps it, with the cell that is still open.
    pub fn to_json(&self, open: Option<(Figure, &str)>) -> String {
        let figures: Vec<Json> = self.figures.iter().map(|(figure, value)| json!([figure.field(), value])).collect();
        let open = open.map(|(figure, text)| json!([figure.field(), text]));
        let row = self.row.map(|uuid| uuid.to_string());
        json!([self.month.json(), self.currency.json(), row, figures, open, self.rev]).to_string()
    }

    /// A draft read back; none when it is not one.
    pub fn from_json(text: &str) -> Option<Self> {
        let json: Json = serde_json::from_str(text).ok()?;
        let figure = |json: &Json| Figure::ALL.into_iter().find(|figure| Some(figure.field()) == json.as_str());
        let typed = |pair: &Json| Some((figure(pair.get(0)?)?, pair.get(1)?.as_i64()));
        Some(Self {
            month: Month::from_json(json.get(0)?).ok()?,
            currency: Currency::from_json(json.get(1)?).ok()?,
            row: json.get(2)?.as_str().and_then(|text| text.parse().ok()),
            figures: json.get(3)?.as_array()?.iter().filter_map(typed).collect(),
            rev: json.get(5).and_then(Json::as_i64),
            open: json.get(4).and_then(|open| Some((figure(open.get(0)?)?, open.get(1)?.as_str()?.to_owned()))),
        })
    }
}
