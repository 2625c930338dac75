//! The tiers as they stand when a month is closed, opened again or brought in: kept for every client, so that moves
//! between the tiers can be told later.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::{Context, Planning};
use crate::domain::book::{Book, Record};
use crate::domain::date::Month;
use crate::domain::entity::{LedgerMonth, TierSnapshot};
use crate::domain::figures::pyramid::Place;
use crate::domain::figures::pyramids::pyramids;
use crate::domain::figures::rates::Rates;
use crate::domain::parts::Coverage;
use crate::domain::step::Change;
use crate::domain::table::{Head, Row};

/// Puts the tiers of the months that this edit closes, opens again or changes once closed.
pub(super) fn put(planning: &mut Planning<'_>) {
    let months = moved_months(planning.book(), planning.wished_changes(LedgerMonth::ENTITY));
    if months.is_empty() {
        return;
    }
    let after = planning.book_after();
    let mut moved = Vec::new();
    at_the_end_of(&after, &months, &mut || planning.new_head(), |before, row| {
        if before != Some(&row) {
            moved.push(row);
        }
    });
    moved.into_iter().for_each(|row| planning.put(row));
}

/// The same for closed months that a file of figures brings; `after` is the book with them.
pub(super) fn put_imported(after: &Book, changes: &mut Vec<Change>, cx: &mut Context<'_>) {
    let months = moved_months(after, changes.iter());
    let now = cx.now;
    let mut new_head = || Head { uid: (cx.new_uid)(), rev: 1, created_at: now, updated_at: now };
    at_the_end_of(after, &months, &mut new_head, |before, mut row| {
        if before == Some(&row) {
            return;
        }
        if let Some(before) = before {
            row.head.rev = before.head.rev + 1;
            row.head.updated_at = now;
        }
        changes.push(Change { before: before.cloned().map(Row::into_record), after: Some(row.into_record()) });
    });
}

/// The months whose tiers a change can move: its own, and every later one of which tiers are kept, for what a client has
/// brought is a sum over all months before.
fn moved_months<'c>(book: &Book, changes: impl Iterator<Item = &'c Change>) -> BTreeSet<Month> {
    let mut months = closed_months(changes);
    if let Some(first) = months.first().copied() {
        months.extend(book.tier_snapshot.iter().map(|row| row.month).filter(|month| *month > first));
    }
    months
}

/// The months of rows that are closed before or after their change.
pub(in crate::domain) fn closed_months<'c>(changes: impl Iterator<Item = &'c Change>) -> BTreeSet<Month> {
    let closed = |record: &'c Option<Record>| {
        let row = record.as_ref().and_then(LedgerMonth::of_record);
        row.filter(|row| row.closed).map(|row| row.month)
    };
    let changed = changes.filter(|change| change.before != change.after);
    changed.flat_map(|change| [closed(&change.before), closed(&change.after)]).flatten().collect()
}

/// The tier of every active or dormant client at the end of each month, with the row the book has of it, whose uid it
/// keeps.
fn at_the_end_of(
    book: &Book,
    months: &BTreeSet<Month>,
    new_head: &mut dyn FnMut() -> Head,
    mut each: impl FnMut(Option<&TierSnapshot>, TierSnapshot),
) {
    let kept = book.tier_snapshot.iter().filter(|row| months.contains(&row.month));
    let kept: FxHashMap<_, _> = kept.map(|row| ((row.client, row.month), row)).collect();
    let rates = Rates::of(book);
    for (month, pyramid) in pyramids(book, months, &rates) {
        let places = pyramid.places.iter();
        for place in places.filter(|place| book.client.get(place.client).is_some_and(|client| client.status.has_tier()))
        {
            let before = kept.get(&(place.client, month)).copied();
            let head = before.map_or_else(&mut *new_head, |row| row.head.clone());
            each(before, of_place(place, month, head, &rates));
        }
    }
}

fn of_place(place: &Place, month: Month, head: Head, rates: &Rates) -> TierSnapshot {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let ltv = &place.value.ltv;
    TierSnapshot {
        head,
        client: place.client,
        month,
        tier: place.tier,
        coverage: Some(Coverage { known: count(ltv.known), of: count(ltv.of) }),
        ltv: ltv.get().and_then(|exact| rates.money(exact)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::DEMO;

    #[test]
    fn the_tiers_kept_in_the_demo_are_those_that_closing_its_months_would_keep() {
        let mut head = || Head {
            uid: uuid::Uuid::nil(),
            rev: 1,
            created_at: crate::domain::date::Instant::default(),
            updated_at: crate::domain::date::Instant::default(),
        };
        let months = ["2026-08", "2026-09", "2026-10"].map(|month| month.parse().unwrap()).into();
        let (mut made, mut kept) = (Vec::new(), Vec::new());
        at_the_end_of(&DEMO, &months, &mut head, |before, row| {
            made.push(row);
            kept.extend(before.cloned());
        });
        assert_eq!(made, kept);
        assert_eq!(made.len(), DEMO.tier_snapshot.iter().filter(|row| months.contains(&row.month)).count());
    }
}
