//! How content a client is: the level by weighted scores, its trend, and the index of the portfolio.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::exact::Ratio;
use super::known::Figure;
use super::ledger::Column;
use super::view::View;
use crate::domain::date::{Month, days_between, plus_days};
use crate::domain::entity::{Client, Satisfaction, Settings};
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::words::{ClientStatus, SatisfactionAbout, SatisfactionSource};

/// How far back a trend looks.
const TREND_DAYS: i64 = 90;

/// Which scores a level was made of: the first kind there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    Overall,
    Aspects,
    OwnView,
    OwnAspects,
}

impl Basis {
    const ALL: [Self; 4] = [Self::Overall, Self::Aspects, Self::OwnView, Self::OwnAspects];

    fn takes(self, row: &Satisfaction) -> bool {
        let own = row.source == SatisfactionSource::ManagerView;
        let overall = row.about == SatisfactionAbout::Overall;
        match self {
            Self::Overall => overall && !own,
            Self::Aspects => !overall && !own,
            Self::OwnView => overall && own,
            Self::OwnAspects => !overall && own,
        }
    }

    /// What has to be said beside the level.
    pub fn mark(self) -> Option<Sentence> {
        match self {
            Self::Overall => None,
            Self::Aspects => Some(Sentence::new("from-aspects")),
            Self::OwnView | Self::OwnAspects => Some(Sentence::new("own-view")),
        }
    }
}

/// A level on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level {
    pub value: Ratio,
    pub basis: Basis,
    /// Scores that went into it.
    pub records: usize,
}

impl Level {
    /// As it is shown: one decimal.
    pub fn shown(&self) -> Decimal {
        self.value.decimal(1).unwrap_or_default()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    Down,
    Level,
    Up,
}

impl Direction {
    pub fn word(self) -> &'static str {
        match self {
            Self::Down => "down",
            Self::Level => "level",
            Self::Up => "up",
        }
    }

    fn of(change: Ratio) -> Option<Self> {
        let half = Ratio::new(1, 2)?;
        Some(if change >= half {
            Self::Up
        } else if change <= Ratio::ZERO.minus(half)? {
            Self::Down
        } else {
            Self::Level
        })
    }
}

/// The change of a level over 90 days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trend {
    pub change: Ratio,
    pub direction: Direction,
}

impl Trend {
    /// As it is shown: one decimal, with its sign.
    pub fn shown(&self) -> Decimal {
        self.change.decimal(1).unwrap_or_default()
    }
}

/// `2^(-age / half_life)` rounded to 4 decimals, in ten-thousandths.
pub fn weight(age_days: i64, half_life_days: i64) -> i128 {
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "days and weights are small")]
    let weight = (-(age_days as f64) / half_life_days as f64).exp2() * 10_000.0;
    #[allow(clippy::cast_possible_truncation, reason = "between 0 and 10,000 for ages that are not negative")]
    let rounded = weight.round_ties_even() as i64;
    i128::from(rounded)
}

/// The level of a client on a day. Later records are not used.
pub fn level(view: &View<'_>, client: Id<Client>, on: NaiveDate) -> Option<Level> {
    let rows = rows(view, client, on);
    Basis::ALL.into_iter().find_map(|basis| level_of(view.settings(), &rows, basis, on))
}

/// The change against 90 days before, on the same basis; needs both and at least two records.
pub fn trend(view: &View<'_>, client: Id<Client>) -> Option<Trend> {
    let now = level(view, client, view.today)?;
    let change = now.value.minus(before(view, client, now.basis)?.value)?;
    let direction = Direction::of(change)?;
    (now.records >= 2).then_some(Trend { change, direction })
}

/// The level at which a trend begins.
fn before(view: &View<'_>, client: Id<Client>, basis: Basis) -> Option<Level> {
    let on = plus_days(view.today, -TREND_DAYS);
    level_of(view.settings(), &rows(view, client, on), basis, on)
}

/// Months that a curve shows.
pub const CURVE_MONTHS: i32 = 12;

/// The level at the end of each of the last months, and today's; a month without one is a gap, never a zero.
pub fn curve(view: &View<'_>, client: Id<Client>) -> Vec<Option<Ratio>> {
    let now = Month::of(view.today);
    let ends = (1 - CURVE_MONTHS..0).map(|back| now.plus(back).last_day()).chain([view.today]);
    let basis = level(view, client, view.today).map(|level| level.basis);
    let on = |day: NaiveDate| level_of(view.settings(), &rows(view, client, day), basis?, day).map(|level| level.value);
    ends.map(on).collect()
}

fn rows<'a>(view: &View<'a>, client: Id<Client>, on: NaiveDate) -> Vec<&'a Satisfaction> {
    let window = view.settings().satisfaction_window_days;
    let fresh = |row: &&Satisfaction| row.client == client && (0..=window).contains(&days_between(row.on, on));
    view.book.satisfaction.of(client).filter(fresh).collect()
}

fn level_of(settings: &Settings, rows: &[&Satisfaction], basis: Basis, on: NaiveDate) -> Option<Level> {
    let taken: Vec<&Satisfaction> = rows.iter().copied().filter(|row| basis.takes(row)).collect();
    let aspect = |about: SatisfactionAbout| mean(settings, taken.iter().filter(|row| row.about == about), on);
    let value = match basis {
        Basis::Overall | Basis::OwnView => aspect(SatisfactionAbout::Overall)?,
        Basis::Aspects | Basis::OwnAspects => {
            Ratio::mean(SatisfactionAbout::all().iter().filter_map(|about| aspect(*about)))?
        }
    };
    Some(Level { value, basis, records: taken.len() })
}

fn mean<'a>(settings: &Settings, rows: impl Iterator<Item = &'a &'a Satisfaction>, on: NaiveDate) -> Option<Ratio> {
    let (mut sum, mut weights) = (0, 0);
    for row in rows {
        let weight = weight(days_between(row.on, on), settings.satisfaction_half_life_days);
        sum += weight * i128::from(row.score);
        weights += weight;
    }
    Ratio::new(sum, weights)
}

/// The index of the portfolio: plain mean of the known levels, never filled in for the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    /// `known` clients of `of`.
    pub level: Figure<Ratio>,
    /// Weighted by the income of the last 12 closed months, over the clients of which both are known.
    pub by_income: Figure<Ratio>,
    /// Over the clients known at both dates.
    pub trend: Option<Trend>,
}

pub fn index(view: &View<'_>) -> Index {
    let served = |client: &&Client| matches!(client.status, ClientStatus::Active | ClientStatus::Dormant);
    let clients: Vec<&Client> = view.book.client.iter().filter(served).collect();
    let known: Vec<(Id<Client>, Level)> =
        clients.iter().filter_map(|client| Some((client.uid(), level(view, client.uid(), view.today)?))).collect();
    let unknown = || Figure::unknown(Sentence::new("why-no-figures")).parts(0, clients.len());
    let mean = Ratio::mean(known.iter().map(|(_, level)| level.value));
    Index {
        level: mean.map_or_else(unknown, |mean| Figure::counted(mean, known.len(), clients.len())),
        by_income: by_income(view, &known, clients.len()).unwrap_or_else(unknown),
        trend: portfolio_trend(view, &known),
    }
}

fn by_income(view: &View<'_>, known: &[(Id<Client>, Level)], of: usize) -> Option<Figure<Ratio>> {
    let last = view.book.last_closed(view.month())?;
    let (mut sum, mut weights, mut counted) = (Ratio::ZERO, Ratio::ZERO, 0);
    for (client, level) in known {
        let Some(income) = super::ledger::year_sum(view, *client, Column::INCOME, last) else { continue };
        // Whole minor units are fine enough for a weight; a refunded year weighs nothing.
        let income = Ratio::whole(income.minor()?.max(0));
        sum = sum.plus(level.value.tamed()?.times(income)?)?;
        weights = weights.plus(income)?;
        counted += 1;
    }
    Some(Figure::counted(sum.over(weights)?, counted, of))
}

/// Of each client what was known then on the same basis as now.
fn portfolio_trend(view: &View<'_>, known: &[(Id<Client>, Level)]) -> Option<Trend> {
    let both = known.iter().filter_map(|(client, now)| Some((now.value, before(view, *client, now.basis)?.value)));
    let (now, before): (Vec<Ratio>, Vec<Ratio>) = both.unzip();
    let change = Ratio::mean(now)?.minus(Ratio::mean(before)?)?;
    Some(Trend { change, direction: Direction::of(change)? })
}

#[cfg(test)]
#[allow(clippy::needless_pass_by_value, reason = "rows are made where they are passed")]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, book, client, day, demo_today, id, with};
    use serde_json::{Value as Json, json};

    fn score(on: &str, score: i64) -> Json {
        json!({ "client": "a", "on": on, "score": score })
    }

    fn worked() -> Vec<Json> {
        vec![score("2026-01-20", 6), score("2026-06-02", 8), score("2026-10-14", 9)]
    }

    fn read<T>(rows: Vec<Json>, today: &str, ask: impl Fn(&View<'_>) -> T) -> T {
        let book = book(&json!({ "tables": { "client": [client("a", json!({}))], "satisfaction": rows } }));
        ask(&View::on(&book, day(today)))
    }

    #[test]
    fn weights_are_those_of_the_worked_example() {
        for (age, ten_thousandths) in
            [(0, 10_000), (308, 3054), (175, 5097), (41, 8539), (218, 4319), (85, 7209), (180, 5_000)]
        {
            assert_eq!(weight(age, 180), ten_thousandths, "{age}");
        }
    }

    #[test]
    fn the_worked_example() {
        for (on, shown) in [("2026-11-24", "8.1"), ("2026-08-26", "7.3")] {
            let level = read(worked(), "2026-11-24", |view| level(view, id("a"), day(on)).unwrap());
            assert_eq!((level.shown().to_string().as_str(), level.basis), (shown, Basis::Overall));
        }
        let trend = read(worked(), "2026-11-24", |view| trend(view, id("a")).unwrap());
        assert_eq!((trend.shown().to_string().as_str(), trend.direction), ("0.9", Direction::Up));
    }

    #[test]
    fn a_curve_has_gaps_where_nothing_was_known() {
        let rows = vec![score("2026-03-10", 6), score("2026-11-20", 8)];
        let curve = read(rows, "2026-11-24", |view| curve(view, id("a")));
        assert_eq!(curve.len(), 12);
        let shown: Vec<_> = curve.iter().map(|level| level.and_then(|level| level.decimal(0))).collect();
        assert_eq!(shown[..3], [None, None, None], "December to February");
        assert_eq!(shown[3].map(|level| level.to_string()).as_deref(), Some("6"));
        assert_eq!(shown[11].map(|level| level.to_string()).as_deref(), Some("7"), "both count, by their age");
    }

    #[test]
    fn which_scores_make_the_level() {
        let aspect = |about: &str, value| with(score("2026-11-24", value), json!({ "about": about }));
        let own = |row: Json| with(row, json!({ "source": "manager_view" }));
        let said = score("2026-11-24", 3);
        for (rows, basis, shown) in [
            (vec![said.clone(), aspect("speed", 9), own(score("2026-11-24", 10))], Basis::Overall, "3.0"),
            (
                vec![aspect("speed", 9), aspect("speed", 7), aspect("price", 3), own(said.clone())],
                Basis::Aspects,
                "5.5",
            ),
            (vec![own(said.clone()), own(aspect("price", 9))], Basis::OwnView, "3.0"),
            (vec![own(aspect("price", 9))], Basis::OwnAspects, "9.0"),
        ] {
            let level = read(rows, "2026-11-24", |view| level(view, id("a"), view.today).unwrap());
            assert_eq!((level.basis, level.shown().to_string().as_str()), (basis, shown));
        }
        assert_eq!(read(vec![], "2026-11-24", |view| level(view, id("a"), view.today)), None);
    }

    #[test]
    fn a_trend_compares_like_with_like_and_needs_two_records() {
        let said = score("2026-11-24", 3);
        let aspect = with(score("2026-08-01", 9), json!({ "about": "speed" }));
        for rows in [vec![said.clone(), aspect], vec![score("2026-08-01", 9)]] {
            assert_eq!(read(rows, "2026-11-24", |view| trend(view, id("a"))), None);
        }
        let two = vec![score("2026-08-01", 9), said];
        assert_eq!(read(two, "2026-11-24", |view| trend(view, id("a")).unwrap().direction), Direction::Down);
    }

    #[test]
    fn the_trend_of_the_portfolio_compares_like_with_like() {
        let aspect = with(score("2026-07-01", 2), json!({ "about": "speed" }));
        for (rows, change) in [
            (vec![aspect.clone(), score("2026-11-20", 9)], None),
            (vec![score("2026-07-01", 9), score("2026-11-20", 9), aspect], Some("0.0")),
        ] {
            let trend = read(rows, "2026-11-24", |view| index(view).trend);
            assert_eq!(trend.map(|trend| trend.shown().to_string()).as_deref(), change);
        }
    }

    #[test]
    fn old_and_later_records_do_not_count() {
        for (on, counts) in [("2025-11-24", true), ("2025-11-23", false), ("2026-11-25", false)] {
            let found = read(vec![score(on, 5)], "2026-11-24", |view| level(view, id("a"), view.today));
            assert_eq!(found.is_some(), counts, "{on}");
        }
    }

    #[test]
    fn the_demo_s_falling_client_and_its_portfolio() {
        let view = View::on(&DEMO, demo_today());
        let falling: Vec<String> = DEMO
            .client
            .iter()
            .filter_map(|client| {
                let trend = trend(&view, client.uid()).filter(|trend| trend.direction == Direction::Down)?;
                let level = level(&view, client.uid(), view.today)?.shown();
                Some(format!("{} {level} {}", client.handle, trend.shown()))
            })
            .collect();
        assert_eq!(falling, ["altyn-dala 7.1 -0.9"]);
        let index = index(&view);
        assert_eq!((index.level.known, index.level.of), (22, 25));
        assert!(index.level.is_partial() && index.by_income.get().is_some() && index.trend.is_some());
    }
}
