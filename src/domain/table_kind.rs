//! What the rows of another program's table are: monthly figures, or records of one kind. Told by the headings, or by
//! what the manager has said.

use super::book::Entity;
use super::column_map::ColumnMap;
use super::foreign_table::ForeignTable;
use super::ledger_file::{self, NoHeading};
use super::record_file::{self, Labels, Names, RecordKind};
use super::sentence::{Arg, Sentence};

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableKind {
    Figures,
    Records(RecordKind),
}

/// Why it cannot be told what the rows are.
#[derive(Debug, Clone, PartialEq)]
pub enum Untold {
    /// They are nearly of this kind, or were said to be: what is missing.
    Lacks(TableKind, Sentence),
    Unknown,
    Several(Vec<TableKind>),
}

/// Tells the field that a heading is taken for.
pub type Headed<'m> = Box<dyn Fn(&str) -> Option<&'static str> + 'm>;

impl TableKind {
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Figures).chain(RecordKind::ALL.into_iter().map(Self::Records))
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Figures => "ledger",
            Self::Records(kind) => kind.word(),
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::all().find(|kind| kind.word() == word)
    }

    /// What each row is.
    pub fn entity(self) -> Entity {
        match self {
            Self::Figures => Entity::LedgerMonth,
            Self::Records(kind) => kind.entity(),
        }
    }

    /// The fields that a column may hold, by name and as they are called.
    pub fn fields(self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::Figures => {
                let label = |field: &'static str| (field, Arg::Label("ledger_month".to_owned(), field.to_owned()));
                ledger_file::Column::fields().map(label).collect()
            }
            Self::Records(kind) => kind.columns().into_iter().map(|column| (column.name, column.label())).collect(),
        }
    }

    /// Says that the rows are of this kind. What was said of headings that it has no field for is forgotten.
    pub fn say(self, mapping: &mut ColumnMap) {
        let fields: Vec<&str> = self.fields().into_iter().map(|(field, _)| field).collect();
        mapping.only(&fields);
        mapping.say_kind(self.word());
    }

    /// Tells which field a heading is taken for.
    pub fn headed<'m>(self, mapping: &'m ColumnMap, labels: Labels<'_>) -> Headed<'m> {
        match self {
            Self::Figures => {
                Box::new(|heading| ledger_file::Column::headed(heading, mapping).map(ledger_file::Column::field))
            }
            Self::Records(kind) => {
                let names = Names::of_kind(kind, labels);
                Box::new(move |heading| names.column(heading, mapping).map(|column| column.name))
            }
        }
    }

    /// Whether a table has all that rows of this kind need; `whose` where the client of every row is known.
    ///
    /// # Errors
    /// What is missing.
    pub fn fits(
        self,
        table: &ForeignTable,
        mapping: &ColumnMap,
        whose: bool,
        labels: Labels<'_>,
    ) -> Result<(), Sentence> {
        match self {
            Self::Figures => ledger_file::Headings::find(table, mapping, !whose).map(drop).map_err(NoHeading::sentence),
            Self::Records(kind) => record_file::Headings::find(kind, table, mapping, whose, labels).map(drop),
        }
    }
}

/// What the rows are: what was said, or the one kind whose columns they have.
///
/// # Errors
/// Why it cannot be told.
pub fn told(
    table: &ForeignTable,
    mapping: &ColumnMap,
    said: Option<TableKind>,
    whose: bool,
    labels: Labels<'_>,
) -> Result<TableKind, Untold> {
    if let Some(kind) = said.or_else(|| mapping.kind().and_then(TableKind::from_word)) {
        return kind.fits(table, mapping, whose, labels).map(|()| kind).map_err(|why| Untold::Lacks(kind, why));
    }
    let figures = ledger_file::Headings::find(table, mapping, !whose);
    let Err(why) = figures else { return Ok(TableKind::Figures) };
    let kinds = record_file::recognised(table, mapping, whose, labels);
    match &kinds[..] {
        [kind] => Ok(TableKind::Records(*kind)),
        [] if is_near(&why) => Err(Untold::Lacks(TableKind::Figures, why.sentence())),
        [] => Err(Untold::Unknown),
        several => Err(Untold::Several(several.iter().copied().map(TableKind::Records).collect())),
    }
}

/// Whether a table that is none of figures nearly is one: what it lacks is then worth saying.
fn is_near(why: &NoHeading) -> bool {
    match why {
        NoHeading::Lacks(missing) => missing.len() <= 2,
        NoHeading::Wrong(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::foreign_table::CellKind;

    fn table(heading: &[&str]) -> ForeignTable {
        let mut table = ForeignTable::default();
        table.begin_row(1);
        heading.iter().for_each(|cell| table.push(cell, CellKind::Text));
        table
    }

    fn no_labels(_: Entity, _: &str) -> Vec<String> {
        Vec::new()
    }

    #[test]
    fn the_rows_are_what_their_headings_say_or_what_was_said() {
        let people = TableKind::Records(RecordKind::People);
        let mut mapping = ColumnMap::default();
        let find =
            |heading: &[&str], mapping: &ColumnMap, said| told(&table(heading), mapping, said, false, &no_labels);
        let figures = ["client", "month", "currency", "income"];
        assert_eq!(find(&figures, &mapping, None), Ok(TableKind::Figures));
        assert_eq!(find(&["client", "full_name", "phone"], &mapping, None), Ok(people));
        assert!(matches!(find(&figures, &mapping, Some(people)), Err(Untold::Lacks(kind, _)) if kind == people));
        assert!(matches!(find(&["client", "title"], &mapping, None), Err(Untold::Several(_))));
        assert_eq!(find(&["Alfa", "Beta", "Gamma"], &mapping, None), Err(Untold::Unknown));
        mapping.put("Alfa", "client");
        mapping.put("Beta", "full_name");
        mapping.say_kind("people");
        assert_eq!(find(&["Alfa", "Beta", "Gamma", "Delta", "Eta"], &mapping, None), Ok(people));
    }

    #[test]
    fn a_table_that_nearly_is_one_of_figures_is_told_what_it_lacks() {
        let lacks = |heading: &[&str]| match told(&table(heading), &ColumnMap::default(), None, false, &no_labels) {
            Err(Untold::Lacks(TableKind::Figures, why)) => why.id,
            other => format!("{other:?}"),
        };
        for (heading, why) in [
            (&["client", "month", "income"][..], "import-no-heading"),
            (&["client", "income"], "import-no-heading"),
            (&["client", "month", "currency", "income", "income"], "import-two-columns"),
            (&["Alfa", "Beta"], "Unknown"),
            (&[], "Unknown"),
        ] {
            assert!(lacks(heading).ends_with(why) || lacks(heading).contains(why), "{heading:?}: {}", lacks(heading));
        }
    }

    #[test]
    fn each_kind_is_known_by_its_word() {
        for kind in TableKind::all() {
            assert_eq!(TableKind::from_word(kind.word()), Some(kind));
        }
    }
}
