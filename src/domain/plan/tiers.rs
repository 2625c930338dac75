//! The tiers as they stand when a month is closed, opened again or brought in: kept for every client, so that moves
//! between the tiers can be told later.

use std::collections::BTreeSet;

use super::{Context, Planning};
use crate::domain::book::{Book, Record};
use crate::domain::date::Month;
use crate::domain::entity::{LedgerMonth, TierSnapshot};
use crate::domain::parts::Coverage;
use crate::domain::step::Change;
use crate::domain::table::{Head, Row};
use crate::domain::words::ClientStatus;

/// Puts the tiers of the months that this edit closes, opens again or changes once closed.
pub(super) fn put(planning: &mut Planning<'_>) {
    let months = moved_months(planning.book(), planning.wished_changes(LedgerMonth::ENTITY));
    if months.is_empty() {
        return;
    }
    let after = planning.book_after();
    for month in months {
        for row in of_month(&after, month, &mut || planning.new_head()) {
            planning.put(row);
        }
    }
}

/// The same for closed months that a file of figures brings.
pub(super) fn put_imported(after: &mut Book, changes: &mut Vec<Change>, cx: &mut Context<'_>) {
    for month in moved_months(after, changes.iter()) {
        let mut new_head = || Head { uid: (cx.new_uid)(), rev: 1, created_at: cx.now, updated_at: cx.now };
        for mut row in of_month(after, month, &mut new_head) {
            let before = after.tier_snapshot.get(row.uid()).cloned();
            if before.as_ref() == Some(&row) {
                continue;
            }
            if let Some(before) = &before {
                row.head.rev = before.head.rev + 1;
                row.head.updated_at = cx.now;
            }
            after.put(row.clone().into_record());
            changes.push(Change { before: before.map(Row::into_record), after: Some(row.into_record()) });
        }
    }
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

/// The tier of every active or dormant client at the end of a month. A row the book has keeps its uid.
pub(super) fn of_month(book: &Book, month: Month, new_head: &mut dyn FnMut() -> Head) -> Vec<TierSnapshot> {
    let now = month.plus(1);
    let (pyramid, rates) = (book.pyramid(now), book.rates(now));
    let ours = |status| matches!(status, ClientStatus::Active | ClientStatus::Dormant);
    let places = pyramid.places.iter();
    let places = places.filter(|place| book.client.get(place.client).is_some_and(|client| ours(client.status)));
    places
        .map(|place| {
            let rows = book.tier_snapshot.of(place.client);
            let known = rows.filter(|row| row.client == place.client).find(|row| row.month == month);
            let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
            let ltv = place.value.money(&rates);
            TierSnapshot {
                head: known.map_or_else(&mut *new_head, |row| row.head.clone()),
                client: place.client,
                month,
                tier: place.tier,
                coverage: Some(Coverage { known: count(ltv.known), of: count(ltv.of) }),
                ltv: ltv.get(),
            }
        })
        .collect()
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
        for month in ["2026-08", "2026-09", "2026-10"] {
            let month: Month = month.parse().unwrap();
            let mut made = of_month(&DEMO, month, &mut head);
            let mut kept: Vec<TierSnapshot> =
                DEMO.tier_snapshot.iter().filter(|row| row.month == month).cloned().collect();
            made.sort_by_key(|row| row.client);
            kept.sort_by_key(|row| row.client);
            assert_eq!(made, kept, "{month}");
        }
    }
}
