//! What a filter may ask that no field holds: figures of the day.

use std::rc::Rc;

use uuid::Uuid;

use super::spelt::Spellings;
use crate::domain::book::Entity;
use crate::domain::figures::view::View;
use crate::domain::figures::{cadence, promises};
use crate::domain::map::DecisionMap;
use crate::domain::naming::Spelling;
use crate::domain::search::client_of;
use crate::domain::table::{AnyRow, Id};
use crate::domain::words::{ProblemState, RoleKind, Tier, VisitStatus};

/// Answers about a row on a day. Where a question makes no sense for a row there is no answer.
pub trait Computed {
    /// The tier of the row's client; of a person's clients.
    fn tiers(&self, row: &dyn AnyRow) -> Vec<Tier>;
    /// Days by which contact with the row's client is overdue.
    fn overdue_days(&self, row: &dyn AnyRow) -> Option<i64>;
    /// Days by which a promise or a problem is late; for a client, the latest of our promises.
    fn late_days(&self, row: &dyn AnyRow) -> Option<i64>;
    /// The steps of the decision of which nobody is known at the row's client.
    fn unknown_steps(&self, row: &dyn AnyRow) -> Vec<RoleKind>;
    /// The stored state or status, and `to_write_up` for a planned visit that is past.
    fn states(&self, row: &dyn AnyRow) -> Vec<String>;
    /// The row's texts and names, in which a word is looked for.
    fn spelt(&self, row: &dyn AnyRow) -> Rc<[Spelling]>;
}

/// The book on a day.
pub struct OnDay<'v> {
    pub view: &'v View<'v>,
    pub spellings: &'v Spellings,
}

impl OnDay<'_> {
    fn clients(&self, row: &dyn AnyRow) -> Vec<Uuid> {
        if row.entity() == Entity::Person {
            let person = Id::new(row.uuid());
            let places = self.view.book.affiliation.of(person).filter(|place| place.person == person);
            return places.map(|place| place.client.uuid).collect();
        }
        client_of(self.view.book, row).into_iter().collect()
    }

    fn problem_late(&self, uuid: Uuid) -> Option<i64> {
        let problem = self.view.book.problem.by_uuid(uuid)?;
        let open = !matches!(problem.state, ProblemState::Resolved | ProblemState::Rejected);
        let late = crate::domain::date::days_between(problem.due.filter(|_| open)?, self.view.today);
        (late > 0).then_some(late)
    }
}

impl Computed for OnDay<'_> {
    fn tiers(&self, row: &dyn AnyRow) -> Vec<Tier> {
        self.clients(row).into_iter().map(|client| self.view.tier(Id::new(client))).collect()
    }

    fn overdue_days(&self, row: &dyn AnyRow) -> Option<i64> {
        let clients = self.clients(row).into_iter().filter_map(|uuid| self.view.book.client.by_uuid(uuid));
        clients.filter_map(|client| cadence::contact(self.view, client)?.overdue()).max()
    }

    fn late_days(&self, row: &dyn AnyRow) -> Option<i64> {
        let late = |open: promises::Open<'_>| open.is_late().then_some(open.late_days);
        match row.entity() {
            Entity::Commitment => late(promises::open(self.view, self.view.book.commitment.by_uuid(row.uuid())?)?),
            Entity::Problem => self.problem_late(row.uuid()),
            Entity::Client => {
                let open = promises::of_client(self.view, Id::new(row.uuid()));
                open.into_iter().filter(promises::Open::is_ours).filter_map(late).max()
            }
            _ => None,
        }
    }

    fn unknown_steps(&self, row: &dyn AnyRow) -> Vec<RoleKind> {
        let map = |client| DecisionMap::today(self.view.book, Id::new(client), self.view.today);
        self.clients(row).into_iter().flat_map(|client| map(client).missing().collect::<Vec<_>>()).collect()
    }

    fn states(&self, row: &dyn AnyRow) -> Vec<String> {
        let stored = ["state", "status"].into_iter().find_map(|field| row.value(field)?.as_str().map(str::to_owned));
        let visit = self.view.book.visit.by_uuid(row.uuid()).filter(|_| row.entity() == Entity::Visit);
        let past = |visit: &&crate::domain::Visit| {
            visit.status == VisitStatus::Planned && visit.day(self.view.settings().zone) < self.view.today
        };
        let waits = visit.filter(past).map(|_| "to_write_up".to_owned());
        stored.into_iter().chain(waits).collect()
    }

    fn spelt(&self, row: &dyn AnyRow) -> Rc<[Spelling]> {
        self.spellings.of(self.view.book, row)
    }
}
