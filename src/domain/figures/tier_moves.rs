//! Moves between the tiers: what a closed month changed against the month before it, each with its reason.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::pyramid::{Place, Pyramid};
use crate::domain::Book;
use crate::domain::date::Month;
use crate::domain::entity::{Client, LedgerMonth, TierSnapshot};
use crate::domain::ledger_file::told;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::step::Change;
use crate::domain::table::{Id, Row};
use crate::domain::words::Tier;

/// A client that stands in another tier than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TierMove {
    pub client: Id<Client>,
    pub from: Tier,
    pub to: Tier,
    /// Why it stands where it does now.
    pub why: Option<Sentence>,
}

impl TierMove {
    /// Up or down the pyramid; none when the tier was or is unknown.
    pub fn is_up(&self) -> Option<bool> {
        let known = self.from != Tier::Unknown && self.to != Tier::Unknown;
        known.then_some(self.to < self.from)
    }

    /// `Alfa unknown > working, 1 of 6 months`.
    pub fn sentence(&self, name: &str) -> Sentence {
        let moved = Sentence::new(if self.why.is_some() { "tier-move-why" } else { "tier-move" });
        let moved = moved.text("client", name).word("from", self.from.term()).word("to", self.to.term());
        match &self.why {
            Some(why) => moved.with("why", Arg::Sentence(Box::new(why.clone()))),
            None => moved,
        }
    }
}

/// The moves that a month brought, from the top of the pyramid down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moves {
    pub month: Month,
    /// The month whose tiers they are compared with; none when no earlier ones are kept.
    pub since: Option<Month>,
    pub moves: Vec<TierMove>,
}

/// A month's tiers against the latest ones kept before it. `pyramid` is the pyramid as it stood after the month: it
/// gives the reasons, and the tiers where the month has none of its own. A client without earlier tiers has not moved.
pub fn moves(book: &Book, month: Month, pyramid: &Pyramid) -> Moves {
    let since = book.tier_snapshot.iter().map(|row| row.month).filter(|kept| *kept < month).max();
    let of = |wanted: Month| -> FxHashMap<Uuid, Tier> {
        let rows = book.tier_snapshot.iter().filter(|row| row.month == wanted);
        rows.map(|row| (row.client.uuid, row.tier)).collect()
    };
    let (before, after) = (since.map(of).unwrap_or_default(), of(month));
    let moved = |place: &Place| {
        let from = *before.get(&place.client.uuid)?;
        let to = after.get(&place.client.uuid).copied().unwrap_or(place.tier);
        // Settings may have changed since: then the reason of today is none for the tier of then.
        let why = (to == place.tier).then(|| place.why.clone());
        (from != to).then_some(TierMove { client: place.client, from, to, why })
    };
    Moves { month, since, moves: pyramid.places.iter().filter_map(moved).collect() }
}

/// Moves told in one sentence; the rest stand on the screen of the pyramid.
const TOLD: usize = 5;

/// The tier of every client, kept to be compared with what comes of an edit.
pub struct Standing(FxHashMap<Uuid, Tier>);

impl Standing {
    /// As the tiers stand before an edit; none for an edit that touches none.
    pub fn before(book: &Book, now: Month, changes: &[Change]) -> Option<Self> {
        let touches = |change: &Change| change.after.as_ref().is_some_and(|row| TierSnapshot::of_record(row).is_some());
        let tiers = || book.pyramid(now).places.iter().map(|place| (place.client.uuid, place.tier)).collect();
        changes.iter().any(touches).then(|| Self(tiers()))
    }

    fn moves(&self, after: &Pyramid) -> Vec<TierMove> {
        let moved = |place: &Place| {
            let from = *self.0.get(&place.client.uuid)?;
            let why = Some(place.why.clone());
            (from != place.tier).then_some(TierMove { client: place.client, from, to: place.tier, why })
        };
        after.places.iter().filter_map(moved).collect()
    }
}

/// What an edit that closed, opened again or brought in months has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// Which months were closed, opened again or changed, and for how many clients.
    pub happened: Vec<Sentence>,
    /// Whose tier moved, each with the sentence that says so.
    pub moves: Vec<(Id<Client>, Sentence)>,
}

impl Ending {
    /// Of an edit that touched tiers; `book` is the book after it.
    pub fn of(before: &Standing, book: &Book, now: Month, changes: &[Change]) -> Option<Self> {
        let happened = what_happened(changes);
        if happened.is_empty() {
            return None;
        }
        let name = |client: Id<Client>| {
            book.client.get(client).map_or("", |client| client.short_name.as_deref().unwrap_or(&client.name))
        };
        let moves = before.moves(&book.pyramid(now)).into_iter();
        Some(Self { happened, moves: moves.map(|moved| (moved.client, moved.sentence(name(moved.client)))).collect() })
    }

    /// All of it in one sentence.
    pub fn sentence(&self) -> Sentence {
        let ending = if self.moves.is_empty() { "closed-without-moves" } else { "closed-with-moves" };
        let told = Sentence::new(ending);
        let told = match in_one(self.happened.clone()) {
            Some(done) => told.with("done", Arg::Sentence(Box::new(done))),
            None => told,
        };
        match self.moves_in_one() {
            Some(moves) => told.with("moves", Arg::Sentence(Box::new(moves))),
            None => told,
        }
    }

    fn moves_in_one(&self) -> Option<Sentence> {
        let mut told: Vec<Sentence> = self.moves.iter().take(TOLD).map(|(_, moved)| moved.clone()).collect();
        if let Some(more) = self.moves.len().checked_sub(TOLD).filter(|more| *more > 0) {
            told.push(Sentence::new("more-moves").count("n", more));
        }
        in_one(told)
    }
}

/// Several sentences as one.
fn in_one(told: Vec<Sentence>) -> Option<Sentence> {
    told.into_iter().reduce(|first, then| {
        let part = |sentence| Arg::Sentence(Box::new(sentence));
        Sentence::new("one-move-and-another").with("first", part(first)).with("then", part(then))
    })
}

/// What was closed, opened again and changed, in this order: each with its months and how many clients they are of.
fn what_happened(changes: &[Change]) -> Vec<Sentence> {
    let mut found = [const { (BTreeSet::new(), BTreeSet::new()) }; 3];
    for change in changes.iter().filter(|change| change.before != change.after) {
        let row = |side| Option::as_ref(side).and_then(LedgerMonth::of_record);
        let (before, after) = (row(&change.before), row(&change.after));
        let Some(row) = after.or(before) else { continue };
        let closed = |side: Option<&LedgerMonth>| side.is_some_and(|row| row.closed);
        let kind = match (closed(before), closed(after)) {
            (false, true) => 0,
            (true, false) => 1,
            (true, true) => 2,
            (false, false) => continue,
        };
        found[kind].0.insert(row.month);
        found[kind].1.insert(row.client);
    }
    let kinds = [
        ("month-closed", "months-closed"),
        ("month-opened-again", "months-opened-again"),
        ("month-changed", "months-changed"),
    ];
    let said = kinds.into_iter().zip(found);
    said.filter_map(|((one, several), (months, clients))| {
        told::spanned(Sentence::new(one).count("clients", clients.len()), several, months)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::Record;
    use crate::domain::figures::testing::{DEMO, id};

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn the_demo_s_october_moved_one_client_and_says_why() {
        let october = month("2026-10");
        let moves = moves(&DEMO, october, &DEMO.pyramid(october.plus(1)));
        assert_eq!(moves.since, Some(month("2026-09")));
        let told: Vec<_> = moves.moves.iter().map(|moved| (moved.client, moved.from, moved.to)).collect();
        assert_eq!(told, [(id("c-mramorica"), Tier::Unknown, Tier::Working)]);
        let why = moves.moves[0].why.clone().unwrap();
        assert_eq!(why, Sentence::new("why-few-months").count("known", 1).count("of", 6));
        assert_eq!(moves.moves[0].is_up(), None);
    }

    #[test]
    fn without_earlier_tiers_nobody_has_moved() {
        let first = DEMO.tier_snapshot.iter().map(|row| row.month).min().unwrap();
        let moves = moves(&DEMO, first, &DEMO.pyramid(first.plus(1)));
        assert_eq!((moves.since, moves.moves.len()), (None, 0));
    }

    /// The rows of a month as a file would bring them.
    fn brought(month: Month) -> Vec<Change> {
        let tiers = DEMO.tier_snapshot.iter().filter(|row| row.month == month).map(|row| row.clone().into_record());
        let rows = DEMO.ledger_month.iter().filter(|row| row.month == month).map(|row| row.clone().into_record());
        tiers.chain(rows).map(|row| Change { before: None, after: Some(row) }).collect()
    }

    /// The ending of changes that brought October in.
    fn ending(changes: &[Change]) -> Option<Ending> {
        let mut before = DEMO.clone();
        for change in changes.iter().filter_map(|change| change.after.as_ref()) {
            before.remove(change.entity(), change.uuid());
        }
        let november = month("2026-11");
        Ending::of(&Standing::before(&before, november, changes)?, &DEMO, november, changes)
    }

    fn happened(changes: &[Change]) -> Vec<String> {
        ending(changes).unwrap().happened.into_iter().map(|told| told.id).collect()
    }

    fn part<'a>(sentence: &'a Sentence, name: &str) -> &'a Sentence {
        match &sentence.args.iter().find(|(arg, _)| arg == name).unwrap().1 {
            Arg::Sentence(part) => part,
            other => panic!("{name}: {other:?}"),
        }
    }

    #[test]
    fn a_month_that_was_brought_in_ends_on_what_it_did() {
        let october = month("2026-10");
        let told = ending(&brought(october)).unwrap().sentence();
        assert_eq!(told.id, "closed-with-moves");
        let done = Sentence::new("month-closed").count("clients", 22).with("first", Arg::Month(october));
        assert_eq!(*part(&told, "done"), done);
        assert_eq!(part(&told, "moves").id, "tier-move-why");
    }

    #[test]
    fn what_is_opened_again_or_changed_says_so_and_an_edit_of_no_month_says_nothing() {
        let october = month("2026-10");
        let mut changes = brought(october);
        changes.iter_mut().for_each(|change| {
            if let Some(Record::LedgerMonth(row)) = &change.after {
                let open = LedgerMonth { closed: false, ..(**row).clone() };
                *change = Change { before: change.after.take(), after: Some(open.into_record()) };
            }
        });
        assert_eq!(happened(&changes), ["month-opened-again"]);
        for change in &mut changes {
            if let Some(Record::LedgerMonth(row)) = &change.before {
                let other = LedgerMonth { income: Some(1), ..(**row).clone() };
                change.after = Some(other.into_record());
            }
        }
        assert_eq!(happened(&changes), ["month-changed"]);
        let september = brought(month("2026-09")).into_iter().chain(brought(month("2026-08")));
        assert_eq!(happened(&september.chain(changes).collect::<Vec<_>>()), ["months-closed", "month-changed"]);
        let client = DEMO.client.iter().next().unwrap().clone().into_record();
        assert_eq!(ending(&[Change { before: None, after: Some(client) }]), None);
    }
}
