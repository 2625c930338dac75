//! What the rows of a table are, which columns such a table has, and by which of them a row is known again.

use crate::domain::book::Entity;
use crate::domain::field::{Field, Kind};
use crate::domain::sentence::Arg;

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecordKind {
    Clients,
    People,
    Roles,
    Visits,
    Needs,
    Promises,
    Rates,
    Holdings,
    Problems,
    Occasions,
}

/// A column by the name that stands in a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    /// The entity whose field it is; where a row makes several records, the one it goes to.
    pub entity: Entity,
    /// None for `uid`, and for what is no field: `role`, `phone`.
    pub field: Option<&'static Field>,
}

impl Column {
    /// The field whose label the column bears.
    pub(super) fn labelled(self) -> Option<(Entity, &'static str)> {
        match (self.name, self.field) {
            ("phone", _) => Some((Entity::Person, "work_phones")),
            ("email", _) => Some((Entity::Person, "work_emails")),
            ("role", _) => Some((Entity::Role, "kind")),
            ("stance", _) => Some((Entity::Stance, "value")),
            ("influence", _) => Some((Entity::Stance, "influence")),
            (CURRENCY, None) => Some((Entity::LedgerMonth, CURRENCY)),
            (_, field) => field.map(|field| (self.entity, field.name)),
        }
    }

    /// What the column is called; its own name where it is no field.
    pub fn label(self) -> Arg {
        match self.labelled() {
            Some((entity, field)) => Arg::Label(entity.table().to_owned(), field.to_owned()),
            None => Arg::text(self.name),
        }
    }
}

/// The name of the column that holds the record's own uid.
pub const UID: &str = "uid";
/// The name under which keys of other programs stand; one a cell, or several with bars between.
pub const EXTERNAL_ID: &str = "external_id";
/// The currency of the amounts in a row.
pub const CURRENCY: &str = "currency";

impl RecordKind {
    pub const ALL: [Self; 10] = [
        Self::Clients,
        Self::People,
        Self::Roles,
        Self::Visits,
        Self::Needs,
        Self::Promises,
        Self::Rates,
        Self::Holdings,
        Self::Problems,
        Self::Occasions,
    ];

    /// The word by which a kind is named on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Clients => "clients",
            Self::People => "people",
            Self::Roles => "roles",
            Self::Visits => "visits",
            Self::Needs => "needs",
            Self::Promises => "promises",
            Self::Rates => "rates",
            Self::Holdings => "holdings",
            Self::Problems => "problems",
            Self::Occasions => "occasions",
        }
    }

    pub fn entity(self) -> Entity {
        match self {
            Self::Clients => Entity::Client,
            Self::People => Entity::Person,
            Self::Roles => Entity::Role,
            Self::Visits => Entity::Visit,
            Self::Needs => Entity::Need,
            Self::Promises => Entity::Commitment,
            Self::Rates => Entity::FxRate,
            Self::Holdings => Entity::Holding,
            Self::Problems => Entity::Problem,
            Self::Occasions => Entity::Occasion,
        }
    }

    /// The columns without which no row says anything; of each group one is enough.
    pub fn needs(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Clients => &[&["name"]],
            Self::People => &[&["client"], &["full_name", "family_name"]],
            Self::Roles => &[&["client"], &["person"], &["kind"]],
            Self::Visits => &[&["client"], &["start"]],
            Self::Needs | Self::Problems => &[&["client"], &["title"]],
            Self::Promises => &[&["client"], &["text"]],
            Self::Rates => &[&["currency"], &["month"], &["rate"]],
            Self::Holdings => &[&["client"], &["product"]],
            Self::Occasions => &[&["kind"], &["date"]],
        }
    }

    /// The fields by which a row without a uid is known again.
    pub(super) fn key(self) -> &'static [&'static str] {
        match self {
            Self::Clients => &["name"],
            Self::People => &[],
            Self::Roles => &["client", "person", "kind", "proposal", "from"],
            Self::Visits => &["client", "start"],
            Self::Needs => &["client", "title"],
            Self::Promises => &["client", "who", "text", "due"],
            Self::Rates => &["currency", "month"],
            Self::Holdings => &["client", "product", "provider_other", "from"],
            Self::Problems => &["client", "title"],
            Self::Occasions => &["client", "person", "kind", "date"],
        }
    }

    /// The columns a table of this kind is written with, and those it may be read with.
    pub fn columns(self) -> Vec<Column> {
        let own = self.entity();
        let mut columns = match self {
            Self::People => people(),
            _ => own.fields().iter().filter(|field| is_plain(field)).map(|field| of(own, field)).collect(),
        };
        let has_money = columns.iter().any(|column| column.field.is_some_and(Field::is_money));
        if has_money && columns.iter().all(|column| column.name != CURRENCY) {
            columns.push(beside(own, CURRENCY));
        }
        columns.push(beside(own, UID));
        columns
    }
}

/// Everything but what is kept by the program, and lists of small records or of links.
fn is_plain(field: &Field) -> bool {
    !matches!(field.kind, Kind::Parts(_) | Kind::Part(_) | Kind::Refs(_) | Kind::Json | Kind::PerLanguage(_))
        && !matches!(field.name, "merged_into" | "handle")
}

fn of(entity: Entity, field: &'static Field) -> Column {
    let name = if field.name == "external_ids" { EXTERNAL_ID } else { field.name };
    Column { name, entity, field: Some(field) }
}

fn beside(entity: Entity, name: &'static str) -> Column {
    Column { name, entity, field: None }
}

/// A person with the place held at a client, and what is known of them there.
fn people() -> Vec<Column> {
    let person = |name| Entity::Person.field(name).map(|field| of(Entity::Person, field));
    let place = |name| Entity::Affiliation.field(name).map(|field| of(Entity::Affiliation, field));
    let fields = [
        place("client"),
        person("full_name"),
        person("family_name"),
        person("given_name"),
        person("patronymic"),
        person("name_latin"),
        place("position"),
        place("department"),
        place("level"),
    ];
    let more = [person("birthday"), place("from"), place("to"), person("external_ids")];
    let others = ["phone", "email", "role", "stance", "influence"].map(|name| beside(Entity::Person, name));
    fields.into_iter().flatten().chain(others).chain(more.into_iter().flatten()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_row_needs_and_is_known_by_are_columns() {
        for kind in RecordKind::ALL {
            let columns = kind.columns();
            let has = |name: &str| columns.iter().any(|column| column.name == name);
            for name in kind.needs().iter().flat_map(|group| group.iter()).chain(kind.key()) {
                assert!(has(name), "{kind:?} {name}");
            }
            let mut names: Vec<&str> = columns.iter().map(|column| column.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), columns.len(), "{kind:?}");
        }
    }
}
