//! Which column of a table of figures is what: its headings in four languages, or as the manager mapped them.

use super::heading_words::COLUMNS;
use crate::domain::column_map::{ColumnMap, heading_key};
use crate::domain::entry;
use crate::domain::foreign_table::{ForeignTable, TableRow};
use crate::domain::ledger_figure::Figure;
use crate::domain::money::Currency;
use crate::domain::sentence::{Arg, Sentence};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    Client,
    Month,
    Currency,
    Figure(Figure),
    Closed,
    Correction,
}

impl Column {
    /// The name of its field; `client`, `month` and `currency` are the row's own.
    pub fn field(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Month => "month",
            Self::Currency => "currency",
            Self::Figure(figure) => figure.field(),
            Self::Closed => "closed",
            Self::Correction => "correction",
        }
    }

    /// The column of a field's name.
    pub fn from_field(name: &str) -> Option<Self> {
        COLUMNS.iter().map(|(column, _)| *column).find(|column| column.field() == name)
    }

    /// The column a heading stands for, where it says so.
    pub fn headed(heading: &str, mapping: &ColumnMap) -> Option<Self> {
        column(heading, mapping).map(|(column, _)| column)
    }

    pub fn fields() -> impl Iterator<Item = &'static str> {
        COLUMNS.iter().map(|(column, _)| column.field())
    }
}

/// The columns of a table, and the row in which its data begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headings {
    pub columns: Vec<(usize, Column)>,
    /// Cells in the heading, the empty ones at its end left out.
    pub width: usize,
    pub first_row: usize,
    /// The currency that all headings of figures name.
    pub currency: Option<Currency>,
    /// Headings that are none of ours.
    pub left_out: Vec<String>,
}

/// Why a table has no heading of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoHeading {
    /// The columns that the row which comes nearest does not have.
    Lacks(Vec<Column>),
    Wrong(Sentence),
}

/// Rows that may stand above the heading.
const ABOVE: usize = 20;

impl Headings {
    /// Finds the heading: the first row that names all that is needed, alone or together with the one above it (a
    /// heading of two lines with merged cells).
    ///
    /// # Errors
    /// What is missing from the row that comes nearest, which field two columns have, or which is mapped and is none.
    pub fn find(table: &ForeignTable, mapping: &ColumnMap, needs_client: bool) -> Result<Self, NoHeading> {
        mapping.check(&Column::fields().collect::<Vec<_>>())?;
        let mut nearest: Option<(usize, Vec<Column>)> = None;
        for at in 0..table.len().min(ABOVE) {
            let Some(row) = table.row(at) else { break };
            let above = at.checked_sub(1).and_then(|above| table.row(above));
            for above in [None, above] {
                let found = Self::of(row, above, at + 1, mapping)?;
                let missing = found.missing(needs_client);
                if missing.is_empty() {
                    return Ok(found);
                }
                if nearest.as_ref().is_none_or(|(known, _)| *known < found.columns.len()) {
                    nearest = Some((found.columns.len(), missing));
                }
            }
        }
        Err(NoHeading::Lacks(nearest.map(|(_, missing)| missing).unwrap_or_default()))
    }

    fn of(
        row: TableRow<'_>,
        above: Option<TableRow<'_>>,
        first_row: usize,
        mapping: &ColumnMap,
    ) -> Result<Self, Sentence> {
        let mut found = Self { columns: Vec::new(), width: 0, first_row, currency: None, left_out: Vec::new() };
        let mut named: Vec<Option<Currency>> = Vec::new();
        for at in 0..row.len() {
            let own = row.text(at);
            let heading = if own.is_empty() { above.map_or("", |above| above.text(at)) } else { own };
            if heading.is_empty() {
                continue;
            }
            found.width = at + 1;
            match column(heading, mapping) {
                Some((column, currency)) => {
                    if matches!(column, Column::Figure(_)) {
                        named.push(currency);
                    }
                    if found.columns.iter().any(|(_, other)| *other == column) {
                        return Err(Sentence::new("import-two-columns")
                            .text("heading", heading)
                            .text("name", column.field()));
                    }
                    found.columns.push((at, column));
                }
                None => found.left_out.push(heading.to_owned()),
            }
        }
        found.currency =
            named.first().copied().flatten().filter(|first| named.iter().all(|other| *other == Some(*first)));
        Ok(found)
    }

    /// Where a column stands.
    pub fn at(&self, column: Column) -> Option<usize> {
        self.columns.iter().find(|(_, other)| *other == column).map(|(at, _)| *at)
    }

    /// The columns of figures.
    pub fn figures(&self) -> impl Iterator<Item = (usize, Figure)> {
        self.columns.iter().filter_map(|(at, column)| match column {
            Column::Figure(figure) => Some((*at, *figure)),
            _ => None,
        })
    }

    fn has(&self, column: Column) -> bool {
        self.at(column).is_some()
    }

    fn missing(&self, needs_client: bool) -> Vec<Column> {
        let client = (Column::Client, needs_client && !self.has(Column::Client));
        let month = (Column::Month, !self.has(Column::Month));
        let currency = (Column::Currency, self.currency.is_none() && !self.has(Column::Currency));
        let figure = (Column::Figure(Figure::Income), self.figures().next().is_none());
        [client, month, currency, figure]
            .into_iter()
            .filter(|(_, missing)| *missing)
            .map(|(column, _)| column)
            .collect()
    }
}

impl NoHeading {
    pub fn sentence(self) -> Sentence {
        let label = |column: &Column| Arg::Label("ledger_month".to_owned(), column.field().to_owned());
        match self {
            Self::Lacks(missing) => {
                Sentence::new("import-no-heading").with("missing", Arg::List(missing.iter().map(label).collect()))
            }
            Self::Wrong(why) => why,
        }
    }
}

impl From<Sentence> for NoHeading {
    fn from(why: Sentence) -> Self {
        Self::Wrong(why)
    }
}

/// The column a heading names, and the currency that stands in it: `Income, EUR`.
fn column(heading: &str, mapping: &ColumnMap) -> Option<(Column, Option<Currency>)> {
    let key = heading_key(heading);
    if let Some(mapped) = mapping.get(heading) {
        return Column::from_field(mapped).map(|column| (column, None));
    }
    if let Some(column) = by_word(&key) {
        return Some((column, None));
    }
    let inner = key.trim_end_matches([')', ']', '）']);
    let (name, code) = inner.rsplit_once([' ', ',', '(', '[', '（'])?;
    let currency = entry::currency(code).ok()?;
    let name = name.trim_end_matches([' ', ',', '(', '[', '（', '-']);
    by_word(name).filter(|column| matches!(column, Column::Figure(_))).map(|column| (column, Some(currency)))
}

fn by_word(key: &str) -> Option<Column> {
    COLUMNS.iter().find(|(column, words)| words.contains(&key) || column.field() == key).map(|(column, _)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::foreign_table::CellKind;

    fn table(rows: &[&[&str]]) -> ForeignTable {
        let mut table = ForeignTable::default();
        for (at, row) in rows.iter().enumerate() {
            table.begin_row(at + 1);
            row.iter().for_each(|cell| table.push(cell, CellKind::Text));
        }
        table
    }

    fn fields(rows: &[&[&str]]) -> Result<(String, usize), String> {
        let found = Headings::find(&table(rows), &ColumnMap::default(), true).map_err(|why| why.sentence().id)?;
        let fields: Vec<&str> = found.columns.iter().map(|(_, column)| column.field()).collect();
        Ok((fields.join(" "), found.first_row))
    }

    #[test]
    fn headings_are_known_in_four_languages_wherever_they_begin() {
        for (rows, expected) in [
            (&[&["Client", "Month", "Currency", "Income", "Cost"][..]][..], ("client month currency income cost", 1)),
            (&[&["клиент", "Месяц", "Валюта", "Доходы", "Расходы:"]], ("client month currency income cost", 1)),
            (
                &[&["Клиент", "Месец", "Валута", "Приходи", "Среден остатък"]],
                ("client month currency income avg_balance", 1),
            ),
            (&[&["客户", "月份", "币种", "收入", "日均余额"]], ("client month currency income avg_balance", 1)),
            (
                &[&["Report for 2026"], &[""], &["client", "month", "currency", "income"]],
                ("client month currency income", 3),
            ),
            (
                &[&["client", "month", "currency", "Result", ""], &["", "", "", "income", "cost"]],
                ("client month currency income cost", 2),
            ),
            (&[&["client", "month", "Income, EUR", "Cost (EUR)"]], ("client month income cost", 1)),
        ] {
            assert_eq!(fields(rows), Ok((expected.0.to_owned(), expected.1)), "{rows:?}");
        }
        for (rows, id) in [
            (&[&["client", "month", "income"][..]][..], "import-no-heading"),
            (&[&["client", "month", "income, eur", "cost, usd"]], "import-no-heading"),
            (&[&["client", "month", "currency"]], "import-no-heading"),
            (&[&["client", "month", "currency", "income", "доход"]], "import-two-columns"),
            (&[], "import-no-heading"),
        ] {
            assert_eq!(fields(rows), Err(id.to_owned()), "{rows:?}");
        }
    }

    #[test]
    fn a_mapping_names_other_headings_and_leaves_some_out() {
        let rows: &[&[&str]] = &[&["Контрагент", "month", "currency", "Маржа", "income", "Отдел"]];
        let mut mapping = ColumnMap::default();
        for (heading, field) in [("контрагент", "client"), ("МАРЖА", "income"), ("income", "")] {
            mapping.put(heading, field);
        }
        let found = Headings::find(&table(rows), &mapping, true).unwrap();
        assert_eq!(found.columns[0], (0, Column::Client));
        assert_eq!(found.columns[3], (3, Column::Figure(Figure::Income)));
        assert_eq!(found.left_out, ["income", "Отдел"]);
        mapping.put("x", "profit");
        let wrong = Headings::find(&table(rows), &mapping, true).map_err(|why| why.sentence().id);
        assert_eq!(wrong, Err("import-no-such-field".to_owned()));
    }
}
