//! Promises on both sides: when each is due, how late it is, and how many of ours were kept on time.

use chrono::{Months, NaiveDate};

use super::calendar::Calendar;
use super::view::View;
use crate::domain::date::days_between;
use crate::domain::entity::{Client, Commitment};
use crate::domain::table::Id;
use crate::domain::words::{CommitmentState, Who};

/// Under this many promises a share is shown as counts alone.
const FEW: usize = 5;

/// A promise that is still open, as it stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Open<'a> {
    pub promise: &'a Commitment,
    /// Ours are due on the last working day before a day off; theirs stay on it.
    pub due: Option<NaiveDate>,
    /// Since the day that was promised, also where it is shown earlier; 0 when in time, or without a date.
    pub late_days: i64,
}

impl Open<'_> {
    pub fn is_late(&self) -> bool {
        self.late_days > 0
    }

    pub fn is_ours(&self) -> bool {
        self.promise.who == Who::We
    }

    /// Late ones first, ours before theirs and the latest first; then by date; those without a date last.
    pub fn order(&self) -> impl Ord + use<> {
        let late = (!self.is_late(), self.is_late() && !self.is_ours());
        // How late it is counts from the day that was promised.
        let due = if self.is_late() { self.promise.due } else { self.due };
        (late, due.is_none(), due, !self.is_ours(), self.promise.made_on, self.promise.head.uid)
    }
}

/// The day on which a promise is due as it is shown.
pub fn due(calendar: &Calendar, promise: &Commitment) -> Option<NaiveDate> {
    promise.due.map(|due| due_of(calendar, promise.who, due))
}

/// The same for a promise that is being made: ours is due before a day off, theirs on it.
pub fn due_of(calendar: &Calendar, who: Who, due: NaiveDate) -> NaiveDate {
    if who == Who::We { calendar.on_or_before(due) } else { due }
}

/// The promise as it stands today, if it is open.
pub fn open<'a>(view: &View<'_>, promise: &'a Commitment) -> Option<Open<'a>> {
    if !promise.state.is_open() || promise.made_on > view.today {
        return None;
    }
    let late_days = promise.due.map_or(0, |due| days_between(due, view.today).max(0));
    Some(Open { promise, due: due(&view.calendar, promise), late_days })
}

/// All open promises of a client, in the order in which they are shown.
pub fn of_client<'a>(view: &View<'a>, client: Id<Client>) -> Vec<Open<'a>> {
    let promises = view.book.commitment.of(client).filter(|promise| promise.client == client);
    let mut open: Vec<Open<'a>> = promises.filter_map(|promise| open(view, promise)).collect();
    open.sort_by_cached_key(Open::order);
    open
}

/// Our promises of the last 12 months whose day has passed: how many were done in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    pub kept: usize,
    pub of: usize,
}

impl Kept {
    /// A share only of five or more; else the counts speak.
    pub fn percent(self) -> Option<rust_decimal::Decimal> {
        let ratio = super::exact::Ratio::new(self.kept as i128, self.of as i128)?;
        if self.of < FEW { None } else { ratio.percent(0) }
    }
}

/// Cancelled ones, of which the client was told, are left out.
pub fn kept<'a>(promises: impl Iterator<Item = &'a Commitment>, today: NaiveDate) -> Kept {
    let from = today.checked_sub_months(Months::new(12)).unwrap_or(NaiveDate::MIN);
    let past =
        |promise: &&Commitment| counts(promise, Who::We) && promise.due.is_some_and(|due| (from..today).contains(&due));
    promises.filter(past).fold(Kept { kept: 0, of: 0 }, |sum, promise| Kept {
        kept: sum.kept + usize::from(in_time(promise)),
        of: sum.of + 1,
    })
}

/// Whether a promise of that side says anything of how promises are kept: a cancelled one does not.
pub fn counts(promise: &Commitment, who: Who) -> bool {
    promise.who == who && promise.state != CommitmentState::Cancelled
}

/// Done on its day or before.
pub fn in_time(promise: &Commitment) -> bool {
    promise.done_on.zip(promise.due).is_some_and(|(done, due)| done <= due)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, book, client, day, demo_today, id, with};
    use serde_json::{Value as Json, json};

    fn promise(more: Json) -> Json {
        with(json!({ "client": "a", "text": "-", "made_on": "2026-10-01", "who": "we" }), more)
    }

    #[test]
    fn ours_are_due_before_a_day_off_and_theirs_on_it() {
        // 28 November 2026 is a Saturday.
        for (who, today, due, late) in [
            ("we", "2026-11-27", "2026-11-27", 0),
            ("we", "2026-11-28", "2026-11-27", 0),
            ("we", "2026-11-30", "2026-11-27", 2),
            ("they", "2026-11-28", "2026-11-28", 0),
            ("they", "2026-11-29", "2026-11-28", 1),
        ] {
            let row = promise(json!({ "who": who, "due": "2026-11-28" }));
            let book = book(&json!({ "tables": { "client": [client("a", json!({}))], "commitment": [row] } }));
            let view = View::on(&book, day(today));
            let open = of_client(&view, id("a"))[0];
            assert_eq!((open.due, open.late_days), (Some(day(due)), late), "{who} {today}");
        }
    }

    #[test]
    fn of_two_shown_due_on_one_day_the_longer_late_stands_first() {
        let on = |due: &str, made: &str| promise(json!({ "due": due, "made_on": made }));
        let rows = vec![on("2026-11-28", "2026-10-01"), on("2026-11-27", "2026-10-02")];
        let book = book(&json!({ "tables": { "client": [client("a", json!({}))], "commitment": rows } }));
        let late = of_client(&View::on(&book, day("2026-12-31")), id("a"));
        assert_eq!(late.iter().map(|open| open.late_days).collect::<Vec<_>>(), [34, 33]);
    }

    #[test]
    fn kept_on_time_leaves_out_the_cancelled_the_undated_and_what_is_still_to_come() {
        let rows = vec![
            promise(json!({ "due": "2026-11-01", "state": "done", "done_on": "2026-11-01" })),
            promise(json!({ "due": "2026-11-01", "state": "done", "done_on": "2026-11-02" })),
            promise(json!({ "due": "2026-11-23" })),
            promise(json!({ "due": "2026-11-02", "state": "cancelled" })),
            promise(json!({ "due": null, "state": "done", "done_on": "2026-11-02" })),
            promise(json!({ "due": "2026-12-01", "state": "done", "done_on": "2026-11-02" })),
            promise(json!({ "due": "2025-11-01", "state": "done", "done_on": "2025-11-01" })),
            promise(json!({ "due": "2026-11-01", "who": "they", "state": "done", "done_on": "2026-11-01" })),
        ];
        let book = book(&json!({ "tables": { "client": [client("a", json!({}))], "commitment": rows } }));
        let kept = kept(book.commitment.iter(), day("2026-11-24"));
        assert_eq!(kept, Kept { kept: 1, of: 3 });
        assert_eq!(kept.percent(), None, "fewer than five");
        assert_eq!(Kept { kept: 4, of: 5 }.percent().unwrap().to_string(), "80");
    }

    #[test]
    fn the_demo_s_late_promises() {
        let view = View::on(&DEMO, demo_today());
        let late: Vec<Open<'_>> =
            DEMO.commitment.iter().filter_map(|promise| open(&view, promise)).filter(Open::is_late).collect();
        let ours = late.iter().filter(|open| open.is_ours()).count();
        assert_eq!((ours, late.len() - ours), (3, 6));
    }
}
