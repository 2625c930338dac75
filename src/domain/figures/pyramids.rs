//! The pyramid as it stood at the end of many months.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::ltv::{Account, Frame};
use super::pyramid::{Pyramid, pyramid};
use super::rates::Rates;
use crate::domain::Book;
use crate::domain::date::Month;
use crate::domain::entity::Client;

/// The pyramid at the end of each of the months, the oldest first. Every client's months are added up once for all.
pub fn pyramids<'b>(
    book: &'b Book,
    months: &'b BTreeSet<Month>,
    rates: &'b Rates,
) -> impl Iterator<Item = (Month, Pyramid)> + 'b {
    let closed = book.ledger_month.iter().filter(|row| row.closed).map(|row| row.month);
    let closed: BTreeSet<Month> = closed.collect();
    let mut accounts: FxHashMap<Uuid, Account<'b>> = FxHashMap::default();
    let until = months.last().map_or(Month::from_index(0), |last| last.plus(1));
    months.iter().map(move |month| {
        let now = month.plus(1);
        let frame = Frame { last_closed: closed.range(..now).next_back().copied(), rates, now };
        let value = |client: &'b Client| {
            let account = accounts.entry(client.head.uid).or_insert_with(|| Account::open(book, client, until));
            Arc::new(account.value(frame))
        };
        (*month, pyramid(book, value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, demo_today};

    #[test]
    fn many_months_in_one_pass_are_as_each_of_them_alone() {
        let last = Month::of(demo_today());
        let months: BTreeSet<Month> = (-40..3).map(|n| last.plus(n)).collect();
        let rates = Rates::of(&DEMO);
        let mut seen = 0;
        for (month, pyramid) in pyramids(&DEMO, &months, &rates) {
            assert_eq!(pyramid, *DEMO.clone().pyramid(month.plus(1)), "{month}");
            seen += 1;
        }
        assert_eq!(seen, months.len());
    }
}
