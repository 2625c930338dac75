//! The days ahead and their visits.

use chrono::NaiveDate;

use super::day::shown_on;
use crate::domain::Book;
use crate::domain::entity::Visit;
use crate::domain::table::{Id, Row};

/// One day ahead with its visits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayAhead {
    pub date: NaiveDate,
    pub visits: Vec<Id<Visit>>,
}

/// The visits of each of the days from `from` on, empty days included.
pub fn agenda(book: &Book, from: NaiveDate, days: usize) -> Vec<DayAhead> {
    let dates = from.iter_days().take(days);
    dates.map(|date| DayAhead { date, visits: shown_on(book, date).into_iter().map(Row::uid).collect() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, demo_today};

    #[test]
    fn days_ahead_hold_empty_days() {
        let days = agenda(&DEMO, demo_today(), 7);
        let counts: Vec<usize> = days.iter().map(|day| day.visits.len()).collect();
        assert_eq!(counts, [5, 1, 1, 1, 1, 0, 0]);
    }
}
