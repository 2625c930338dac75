//! Before, during and after a sale: when each phase was last served, and whether a client hears nothing after it.

use chrono::NaiveDate;

use super::view::View;
use crate::domain::date::{in_force, plus_days};
use crate::domain::entity::Client;
use crate::domain::table::Id;
use crate::domain::words::{Phase, VisitStatus};

/// After so many days without a sign the after-sale is silent.
const SILENT_DAYS: i64 = 90;

/// The latest day of each phase, as its visits and promises tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Phases {
    pub before: Option<NaiveDate>,
    pub during: Option<NaiveDate>,
    pub after: Option<NaiveDate>,
}

impl Phases {
    pub fn of(view: &View<'_>, client: Id<Client>) -> Self {
        let latest = |phase: Phase| {
            let zone = view.settings().zone;
            let visits = view.book.visit.of(client).filter(|visit| {
                visit.client == client && visit.phase == Some(phase) && visit.status == VisitStatus::Held
            });
            let promises =
                view.book.commitment.of(client).filter(|row| row.client == client && row.phase == Some(phase));
            let days =
                visits.map(|visit| visit.day(zone)).chain(promises.map(|row| row.done_on.unwrap_or(row.made_on)));
            days.filter(|day| *day <= view.today).max()
        };
        Self { before: latest(Phase::Before), during: latest(Phase::During), after: latest(Phase::After) }
    }
}

/// The day since which a client that uses a product has heard nothing after the sale, when that is long ago.
pub fn silent_since(view: &View<'_>, client: Id<Client>) -> Option<NaiveDate> {
    let in_use = view.book.holding.of(client).any(|holding| {
        holding.client == client
            && holding.provider_other.is_none()
            && in_force(holding.from, holding.to, view.today).yes()
    });
    Phases::of(view, client).after.filter(|after| in_use && *after < plus_days(view.today, -SILENT_DAYS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{book, client, day, id};
    use serde_json::json;

    #[test]
    fn the_after_sale_falls_silent_after_90_days() {
        for (on, held, silent) in
            [("2026-08-25", "held", true), ("2026-08-26", "held", false), ("2026-08-25", "missed", false)]
        {
            let book = book(&json!({ "tables": {
                "client": [client("a", json!({}))],
                "product": [{ "uid": "x", "code": "x", "name": { "en": "X" }, "family": "cash" }],
                "holding": [{ "client": "a", "product": "x" }],
                "visit": [{ "client": "a", "start": format!("{on}T10:00"), "zone": "UTC", "status": held,
                    "phase": "after" }],
            }}));
            let found = silent_since(&View::on(&book, day("2026-11-24")), id("a"));
            assert_eq!(found, silent.then(|| day(on)), "{on} {held}");
        }
    }
}
