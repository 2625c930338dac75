//! The day as it was reckoned for a minute, and what was written of it.

use chrono::NaiveDate;

use super::written::Written;
use crate::domain::Book;
use crate::domain::date::Instant;
use crate::domain::entity::Proposal;
use crate::domain::figures::View as Figures;
use crate::domain::figures::day::{Day, DayVisit, Overdue, Promise, shown_below};
use crate::domain::figures::occasions::Near;
use crate::domain::figures::signals::Signal;
use crate::domain::map::{DecisionMap, Past, attitude, limits};
use crate::domain::money::Money;
use crate::domain::offer::open_offers;
use crate::domain::table::{Id, Row};
use crate::tui::layer::View;

/// How the decider stands, with what was said.
#[derive(Debug, Clone)]
pub struct Stance {
    pub value: i64,
    pub influence: Option<i64>,
    pub of_offer: bool,
    pub note: Option<String>,
}

/// A visit with what the decision map says of it.
#[derive(Debug)]
pub struct Shown {
    pub visit: DayVisit,
    pub map: DecisionMap,
    pub stance: Option<Stance>,
    /// The sum of an open offer and the highest limit that is below it.
    pub over_limit: Option<(Money, Money)>,
    /// What is celebrated on the day itself.
    pub today_is: Option<Near>,
    pub date: NaiveDate,
    pub now: Instant,
}

/// The day shown and, in the evening, the next one.
#[derive(Debug)]
pub struct Model {
    pub date: NaiveDate,
    /// The groups are always those of today.
    pub day: Day,
    /// Its groups that are a choice of the day's rows, chosen once.
    pub promises: Vec<Promise>,
    pub overdue: Vec<Overdue>,
    pub signals: Vec<Signal>,
    pub visits: Vec<Shown>,
    pub tomorrow: Option<(NaiveDate, Vec<Shown>)>,
    pub written: Written,
}

impl Model {
    pub fn of(view: &View<'_>, date: NaiveDate, posts: &Past) -> Self {
        let now = view.desk.now();
        let on = |date: NaiveDate| Day::of(&Figures::on(view.book(), date), now, posts);
        let day = on(view.today());
        let visits = if date == day.date { shown(view, &day) } else { shown(view, &on(date)) };
        let next = shown_below(view.book(), view.now()).filter(|_| date == day.date);
        let tomorrow = next.map(|next| (next, shown(view, &on(next))));
        let (promises, signals) = (day.promises_group().copied().collect(), day.signals_group().cloned().collect());
        let overdue = day.overdue_group().into_iter().copied().collect();
        Self { date, day, promises, overdue, signals, visits, tomorrow, written: Written::default() }
    }

    pub fn late(&self) -> (usize, usize) {
        self.day.late()
    }

    /// The visit of a row: those of tomorrow count on after those of the day.
    pub fn visit(&self, n: usize) -> Option<&Shown> {
        let tomorrow = self.tomorrow.iter().flat_map(|(_, visits)| visits);
        self.visits.iter().chain(tomorrow).nth(n)
    }

    pub fn len(&self) -> usize {
        self.visits.len() + self.tomorrow.as_ref().map_or(0, |(_, visits)| visits.len())
    }

    /// Where the cursor is while it follows the clock.
    pub fn current(&self, now: Instant) -> Option<usize> {
        if self.date == self.day.date { self.day.current(now) } else { (!self.visits.is_empty()).then_some(0) }
    }
}

fn shown(view: &View<'_>, day: &Day) -> Vec<Shown> {
    day.visits.iter().map(|visit| shown_visit(view, day, visit)).collect()
}

fn shown_visit(view: &View<'_>, day: &Day, visit: &DayVisit) -> Shown {
    let (book, now) = (view.book(), view.desk.now());
    let past = view.desk.past_of(visit.client, day.date.min(view.today())).unwrap_or_default();
    let ask = visit.ask(book, day.date);
    let map = DecisionMap::of(book, ask, &past);
    let too_low = limits::too_low(book, &ask, &past);
    let mut celebrated = visit.occasions.iter().filter_map(|at| day.occasions.get(*at));
    Shown {
        stance: stance(book, &map),
        over_limit: too_low.first().map(|low| (low.amount, low.limit)),
        today_is: celebrated.find(|near| near.date == day.date).cloned(),
        visit: visit.clone(),
        date: day.date,
        map,
        now,
    }
}

/// The first decider's stance; where none is known in general, one said of an open offer.
fn stance(book: &Book, map: &DecisionMap) -> Option<Stance> {
    let person = map.deciders().next()?.person;
    let on = |offer: Option<Id<Proposal>>| attitude(book, person, map.ask.client, offer, map.ask.as_of);
    let offers = open_offers(book, map.ask.client);
    let of_offers = offers.iter().map(|offer| on(Some(offer.uid())));
    let found = std::iter::once(on(map.ask.proposal)).chain(of_offers).find(|attitude| attitude.stance.is_some())?;
    let point = found.stance?;
    Some(Stance {
        value: point.value,
        influence: found.influence(),
        of_offer: point.of_offer,
        note: book.stance.get(point.row).and_then(|row| row.note.clone()),
    })
}
