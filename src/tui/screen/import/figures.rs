//! A table of monthly figures: which wrong lines it has, and which months it would change.

use std::collections::BTreeSet;

use super::prepared::{Choice, Key, Line, Part, Prepared, Said, State, before_the_changes};
use crate::domain::column_map::ColumnMap;
use crate::domain::date::Month;
use crate::domain::foreign_table::ForeignTable;
use crate::domain::ledger_file::{self, Figures, Reading, Wishes, Zero, told};
use crate::domain::money::Currency;
use crate::domain::{Answers, Client, Edit, Id, Sentence};
use crate::tui::layer::View;
use crate::tui::target::{Tab, Target};
use crate::tui::theme::Tone;

pub(super) fn prepared(
    table: &ForeignTable,
    mapping: &ColumnMap,
    name: &str,
    said: &Said,
    view: &View<'_>,
) -> Prepared {
    let wishes = Wishes { mark: said.mark, zero: said.zero, mapping: mapping.clone(), ..Wishes::default() };
    match ledger_file::read(view.book(), table, &wishes) {
        Err(why) => Prepared::unread(why),
        Ok(reading) if reading.zeros > 0 => {
            let question = Sentence::new("import-zero-ask").count("n", reading.zeros);
            Prepared::asked(question, vec![Choice::Zero(Zero::Keep), Choice::Zero(Zero::Unknown)])
        }
        Ok(reading) => read(reading, name, said, view),
    }
}

/// Wrong lines, then what is to be known, then what would change.
fn read(reading: Reading, name: &str, said: &Said, view: &View<'_>) -> Prepared {
    let Reading { rows, mut rejected, totals, .. } = reading;
    let mut figures = Figures { source: name.to_owned(), rows, replace: said.replace };
    let planned = match view.desk.preview(&Edit::Figures(figures.clone()), &Answers::yes()) {
        Ok(planned) => planned,
        Err(trouble) => return Prepared::refused(trouble.sentence()),
    };
    let (ruled, warnings) = told::parted(planned.warnings);
    figures.rows.retain(|row| !ruled.0.contains_key(&row.line));
    let differ = ruled.0.values().any(|why| why.id == "import-figures-differ");
    ruled.0.into_iter().for_each(|(line, why)| rejected.put(line, why));
    let wrong = rejected.len();
    let advice = differ.then(|| Sentence::new("import-press-replace"));
    let left_out = (totals > 0).then(|| Sentence::new("import-totals").count("n", totals));
    let mut lines = before_the_changes(&rejected, advice, warnings, left_out);
    let changes = told::changes(view.book(), &planned.changes);
    if changes.is_empty() {
        lines.push(Line::told(Sentence::new("import-nothing-new").text("file", name), Tone::Muted));
    }
    lines.extend(changes.into_iter().map(|line| {
        let key = Key::Figures(line.client, line.currency, line.month);
        let part = Part::Change(key, !said.left.contains(&key));
        let opens = Some(Target::Client(line.client, Tab::Money));
        Line { part, opens, ..Line::told(line.sentence, Tone::Plain) }
    }));
    let known = known_months(view);
    figures.rows.retain(|row| {
        let key = (row.client, row.currency, row.month);
        let month = known.contains(&key).then_some(row.month);
        !said.left.contains(&Key::Figures(row.client, row.currency, month))
    });
    let take = figures.rows.len();
    let state = State::Ready { edit: Edit::Figures(figures), take, rejected: wrong, first: Vec::new() };
    Prepared::of(state, lines)
}

/// The months that the book has figures of.
fn known_months(view: &View<'_>) -> BTreeSet<(Id<Client>, Currency, Month)> {
    view.book().ledger_month.iter().map(|row| (row.client, row.currency, row.month)).collect()
}
