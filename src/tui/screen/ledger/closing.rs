//! Closing a month and opening it again: of one row, or of every client's.

use crate::domain::date::Month;
use crate::domain::figures::ledger;
use crate::domain::{Amend, Arg, Edit, Entity, Fields, LedgerMonth, Sentence};
use crate::tui::layer::{Reply, View};

fn set(row: &LedgerMonth, closed: bool) -> Edit {
    let fields: Fields = [("closed".to_owned(), closed.into())].into_iter().collect();
    Edit::Amend(Amend::new(Entity::LedgerMonth, row.head.uid, fields))
}

/// Closes the row's month, or opens it again once that was asked.
pub fn of_row(row: &LedgerMonth) -> Reply {
    Reply::Make(set(row, !row.closed))
}

/// Closes the last month that is over for every client that has figures of it.
pub fn of_all(view: &View<'_>) -> Reply {
    let month = Month::of(view.today()).plus(-1);
    let open = ledger::open_rows(view.book(), month);
    if open.is_empty() {
        return Reply::Refuse(Sentence::new("ledger-nothing-open").with("month", Arg::Month(month)));
    }
    let title = Sentence::new("title-month-closed").with("month", Arg::Month(month)).count("n", open.len());
    Reply::Make(Edit::Together { title, client: None, edits: open.into_iter().map(|row| set(row, true)).collect() })
}
