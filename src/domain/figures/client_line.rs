//! One line of the list of clients: what is told of a client beside its name.

use chrono::NaiveDate;

use super::cadence::{self, Rhythm};
use super::known::Figure;
use super::satisfaction::{self, Level, Trend};
use super::view::View;
use crate::domain::date::days_between;
use crate::domain::entity::Client;
use crate::domain::map;
use crate::domain::money::Money;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;
use crate::domain::words::{ClientStatus, Tier};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientLine {
    pub tier: Tier,
    /// A most valuable client whose income is not steady.
    pub unstable: bool,
    pub ltv: Figure<Money>,
    pub last_contact: Option<NaiveDate>,
    /// None where the client has no rhythm.
    pub contact: Option<Rhythm>,
    /// None where no meeting in person is asked for.
    pub in_person: Option<Rhythm>,
    /// Completeness of the general decision map, in whole percent.
    pub completeness: i64,
    pub satisfaction: Option<Level>,
    pub trend: Option<Trend>,
    /// Longer in its stage than the settings find usual.
    pub slow: bool,
}

impl ClientLine {
    pub fn of(view: &View<'_>, client: &Client) -> Self {
        let contact = cadence::contact(view, client);
        let level = satisfaction::level(view, client.uid(), view.today);
        Self {
            tier: view.tier(client.uid()),
            unstable: view.pyramid.place(client.uid()).is_some_and(|place| place.unstable),
            ltv: ltv(view, client),
            last_contact: view.book.contacts(client.uid(), view.today).last,
            contact,
            in_person: cadence::in_person(view, client),
            completeness: map::completeness_of(view.book, client.uid(), view.today),
            satisfaction: level,
            trend: level.and_then(|_| satisfaction::trend(view, client.uid())),
            slow: is_slow(view, client),
        }
    }

    pub fn overdue_days(&self) -> Option<i64> {
        self.contact.as_ref().and_then(Rhythm::overdue)
    }
}

/// A client's LTV in whole minor units of the reporting currency.
pub fn ltv(view: &View<'_>, client: &Client) -> Figure<Money> {
    let value = view.book.value(client.uid(), view.month());
    value.map_or_else(
        || Figure::unknown(Sentence::new("why-no-figures")),
        |value| value.money(&view.book.rates(view.month())),
    )
}

/// Whether a prospect has been in its stage for more days than is usual.
pub fn is_slow(view: &View<'_>, client: &Client) -> bool {
    let since = client.stage_since.filter(|_| client.status == ClientStatus::Prospect);
    since.is_some_and(|since| days_between(since, view.today) > view.settings().slow_stage_days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, day, demo_today, id};

    fn line(name: &str) -> ClientLine {
        ClientLine::of(&View::on(&DEMO, demo_today()), DEMO.client.get(id(name)).unwrap())
    }

    #[test]
    fn lines_of_the_demo() {
        let metall = line("c-volga-metall");
        assert_eq!((metall.tier, metall.last_contact), (Tier::MostValuable, Some(day("2026-11-12"))));
        assert!(metall.ltv.is_partial());
        assert_eq!(line("c-velkov").overdue_days(), Some(21));
        assert!(line("c-terra-nuova").ltv.is_unknown());
    }

    #[test]
    fn only_a_prospect_is_slow_in_its_stage() {
        // Orrin stands at stage 4 since 25 June, Saltmere at 3 since 9 November, Ashcombe is active since long ago.
        let slow = ["c-orrin", "c-saltmere", "c-ashcombe"].map(|name| line(name).slow);
        assert_eq!(slow, [true, false, false]);
    }
}
