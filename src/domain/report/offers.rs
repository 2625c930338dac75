//! Offers: presented and decided in the period, and what became of each.

use chrono::NaiveDate;

use super::flow::Both;
use super::period::Span;
use super::scope::Scope;
use super::table::{Cell, Row, Table};
use crate::domain::entity::Proposal;
use crate::domain::offer::expired_on;
use crate::domain::words::{Party, ProposalState};

/// The day on which an offer was presented.
fn presented(scope: &Scope<'_>, offer: &Proposal) -> Option<NaiveDate> {
    scope.view.book.visit.get(offer.presented_in?).map(|visit| scope.day(visit))
}

fn decided(offer: &Proposal, state: ProposalState) -> Option<NaiveDate> {
    offer.decided_on.filter(|_| offer.state == state)
}

fn those<'a>(scope: &Scope<'a>, fits: &dyn Fn(&Proposal, Span) -> bool) -> Both<'a, Proposal> {
    let [now, before] = scope.both().map(|span| {
        let mut rows: Vec<&Proposal> = scope.view.book.proposal.iter().filter(|offer| fits(offer, span)).collect();
        rows.sort_by_key(|offer| (scope.order(offer.client), offer.head.uid));
        rows
    });
    Both { now, before }
}

pub(super) fn figures(scope: &Scope<'_>) -> Table {
    let dated = |day: Option<NaiveDate>, span: Span| day.is_some_and(|day| span.holds(day));
    let shown = those(scope, &|offer, span| dated(presented(scope, offer), span));
    let accepted = those(scope, &|offer, span| dated(decided(offer, ProposalState::Accepted), span));
    let declined = those(scope, &|offer, span| dated(decided(offer, ProposalState::Declined), span));
    // Ran out while it lay with the client, undecided.
    let expired = those(scope, &|offer, span| dated(expired_on(offer, scope.view.today), span));
    Table::figures(
        "offers",
        vec![
            shown.counted("offers-presented"),
            accepted.counted("offers-accepted"),
            declined.only(|offer| offer.declined_by != Some(Party::Us)).counted("offers-declined"),
            declined.only(|offer| offer.declined_by == Some(Party::Us)).counted("offers-withdrawn"),
            expired.counted("offers-expired"),
        ],
    )
}

/// Every offer that was presented or decided in the period, with where it stands.
pub(super) fn results(scope: &Scope<'_>) -> Table {
    let on = |offer: &Proposal| {
        let days = [presented(scope, offer), offer.decided_on];
        days.into_iter().flatten().filter(|day| scope.now.holds(*day)).max()
    };
    let mut offers: Vec<(NaiveDate, &Proposal)> =
        scope.view.book.proposal.iter().filter_map(|offer| Some((on(offer)?, offer))).collect();
    offers.sort_by_key(|(day, offer)| (*day, offer.head.uid));
    let line = |(day, offer): &(NaiveDate, &Proposal)| {
        let cells = vec![
            Cell::Day(*day),
            Cell::Text(scope.name(offer.client)),
            Cell::Text(offer.title.clone()),
            Cell::Word(offer.state.term()),
            offer.decline_reason.clone().map_or(Cell::Nothing, Cell::Private),
        ];
        Row::new(offer.head.uid.to_string(), cells).of([*offer])
    };
    Table::new("results", &["day", "client", "offer", "state", "reason"], offers.iter().map(line).collect())
}
