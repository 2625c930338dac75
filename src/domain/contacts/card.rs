//! One card of an address book, as far as this book understands it. What it does not understand it keeps word for word.

use crate::domain::date::{Instant, PartialDate};
use crate::domain::parts::Messenger;
use crate::domain::words::Sex;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CardKind {
    #[default]
    Person,
    Organisation,
}

/// A number or an address under which somebody is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    pub value: String,
    pub label: Option<String>,
    pub work: bool,
    /// The line, for what the book cannot keep as a number.
    pub raw: String,
}

/// Somebody the card's person is tied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// A uid, or a name.
    pub to: String,
    pub tie: Option<String>,
    pub raw: String,
}

/// A line of the decision map: a role or a stance, with what stands in its group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MapLine {
    pub role: Option<String>,
    pub stance: Option<String>,
    pub level: Option<String>,
    pub certainty: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// Where it begins in its file.
    pub line: usize,
    pub kind: CardKind,
    pub uid: Option<String>,
    pub rev: Option<Instant>,
    /// The REV with which this program wrote the card, where another program has it under its own uid.
    pub our_rev: Option<Instant>,
    pub full_name: Option<String>,
    pub family_name: Option<String>,
    pub given_name: Option<String>,
    pub patronymic: Option<String>,
    pub salutation: Option<String>,
    pub organisation: Option<String>,
    pub department: Option<String>,
    pub position: Option<String>,
    /// The lines of organisation and position, kept where no client is found for them.
    pub place_lines: Vec<String>,
    pub phones: Vec<Reach>,
    pub emails: Vec<Reach>,
    /// Of the organisation.
    pub address: Option<String>,
    pub website: Option<String>,
    pub private_addresses: Vec<String>,
    pub birthday: Option<PartialDate>,
    pub anniversary: Option<PartialDate>,
    pub languages: Vec<String>,
    pub sex: Option<Sex>,
    pub notes: Vec<String>,
    /// Of an organisation.
    pub tags: Vec<String>,
    pub messengers: Vec<Messenger>,
    pub related: Vec<Related>,
    pub map: Vec<MapLine>,
    /// Lines that have no field here.
    pub extra: Vec<String>,
}

impl Card {
    /// The name under which it is told about.
    pub fn name(&self) -> String {
        if self.kind == CardKind::Organisation {
            return self.organisation.clone().or_else(|| self.full_name.clone()).unwrap_or_default();
        }
        if let Some(full) = &self.full_name {
            return full.clone();
        }
        let parts = [&self.family_name, &self.given_name, &self.patronymic];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    pub fn has_name(&self) -> bool {
        match self.kind {
            CardKind::Organisation => !self.name().is_empty(),
            CardKind::Person => {
                [&self.full_name, &self.family_name, &self.given_name].iter().any(|name| name.is_some())
            }
        }
    }
}
