//! The pyramid: four tiers of clients by LTV, and what might move one between them.

use std::sync::Arc;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::exact::Ratio;
use super::ltv::Value;
use super::rates::Exact;
use crate::domain::Book;
use crate::domain::entity::Client;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::text::fold;
use crate::domain::words::{ClientStatus, Tier};

/// Under this many clients with a known LTV the tiers are only a ranking.
const SMALL: usize = 5;

/// One client in the pyramid, or beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub client: Id<Client>,
    pub tier: Tier,
    pub value: Arc<Value>,
    /// A most valuable client whose income is not steady.
    pub unstable: bool,
    /// Why not higher, or why unknown.
    pub why: Option<Sentence>,
    /// What might move it: next for the top, could be strategic, slipping.
    pub hint: Option<Sentence>,
    /// A partial LTV that the missing months could carry over the cut.
    pub could: Option<Sentence>,
}

/// All clients from the top down; the unknown ones and prospects last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pyramid {
    pub places: Vec<Place>,
    by_client: FxHashMap<Uuid, usize>,
    /// Clients with a known or partial LTV.
    pub ranked: usize,
    /// The LTV of the last client of the top share.
    pub cut: Option<Exact>,
    /// Share of the most valuable in all positive LTV.
    pub concentration: Option<Ratio>,
}

impl Pyramid {
    pub fn place(&self, client: Id<Client>) -> Option<&Place> {
        self.by_client.get(&client.uuid).map(|at| &self.places[*at])
    }

    pub fn tier(&self, client: Id<Client>) -> Tier {
        self.place(client).map_or(Tier::Unknown, |place| place.tier)
    }

    pub fn is_small(&self) -> bool {
        (1..SMALL).contains(&self.ranked)
    }

    pub fn concentration_percent(&self) -> Option<Decimal> {
        self.concentration?.percent(1)
    }
}

/// Ranks the clients that have a value; `value_of` gives each client's.
pub fn pyramid(book: &Book, value_of: impl Fn(&Client) -> Arc<Value>) -> Pyramid {
    let shown = |client: &&Client| client.status.is_in_portfolio();
    let mut ranked = Vec::new();
    let mut beside = Vec::new();
    for client in book.client.iter().filter(shown) {
        let value = value_of(client);
        match value.ltv.get().filter(|_| client.status != ClientStatus::Prospect) {
            Some(ltv) => ranked.push((ltv, client, value)),
            None => beside.push((client, value)),
        }
    }
    let by_name = |a: &Client, b: &Client| fold(&a.name).cmp(&fold(&b.name)).then(a.head.uid.cmp(&b.head.uid));
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| by_name(a.1, b.1)));
    beside.sort_by_cached_key(|(client, _)| (fold(&client.name), client.head.uid));
    let cut = cut(&ranked.iter().map(|row| row.0).collect::<Vec<_>>(), book.settings().top_share);
    let mut places: Vec<Place> =
        ranked.into_iter().map(|(ltv, client, value)| place(client, ltv, value, cut)).collect();
    let (count, concentration) = (places.len(), concentration(&places));
    places.extend(beside.into_iter().map(|(client, value)| unranked(client, value)));
    let by_client = places.iter().enumerate().map(|(at, place)| (place.client.uuid, at)).collect();
    Pyramid { places, by_client, ranked: count, cut, concentration }
}

/// The k-th LTV from the top, k being the top share of the clients, rounded up.
fn cut(descending: &[Exact], top_share: i64) -> Option<Exact> {
    let share = usize::try_from(top_share).unwrap_or(0);
    let k = (descending.len() * share).div_ceil(100);
    descending.get(k.checked_sub(1)?).copied()
}

fn unranked(client: &Client, value: Arc<Value>) -> Place {
    let why = value.ltv.why.clone().filter(|_| value.ltv.is_unknown());
    Place { client: client.uid(), tier: Tier::Unknown, value, unstable: false, why, hint: None, could: None }
}

fn place(client: &Client, ltv: Exact, value: Arc<Value>, cut: Option<Exact>) -> Place {
    let course = &value.course;
    let (tier, why) = match &course.doubt {
        _ if ltv.is_negative() => (Tier::Ballast, Some(why_below_zero(&value))),
        _ if ltv.is_positive() && cut.is_some_and(|cut| ltv >= cut) => (Tier::MostValuable, None),
        Some(why) => (Tier::Working, Some(why.clone())),
        None => (Tier::Strategic, None),
    };
    let unstable = tier == Tier::MostValuable && course.is_unstable();
    let hint = match tier {
        Tier::MostValuable => course.slipping.then(|| Sentence::new("slipping")),
        Tier::Strategic => cut.filter(|cut| near(ltv, *cut)).map(|_| Sentence::new("next-for-the-top")),
        Tier::Working => course.steadier.then(|| Sentence::new("could-be-strategic")),
        _ => None,
    };
    let could = cut.and_then(|cut| could(&value, ltv, cut));
    Place { client: client.uid(), tier, value, unstable, why, hint, could }
}

fn why_below_zero(value: &Value) -> Sentence {
    match value.missing_months() {
        0 => Sentence::new("why-below-zero"),
        n => Sentence::new("why-missing-income").count("n", n),
    }
}

/// Within 10 % of the cut.
fn near(ltv: Exact, cut: Exact) -> bool {
    let times = |exact: Exact, n: i128| exact.raw().checked_mul(n);
    times(ltv, 10).zip(times(cut, 9)).is_some_and(|(ltv, cut)| ltv >= cut)
}

/// Whether the missing months, at the mean, could carry a partial LTV over the cut.
fn could(value: &Value, ltv: Exact, cut: Exact) -> Option<Sentence> {
    let missing = i64::try_from(value.missing_months()).ok().filter(|missing| *missing > 0)?;
    let gap = value.mean?.times(Ratio::whole(missing))?;
    let distance = cut.minus(ltv)?.ratio()?;
    if gap.abs() <= distance.abs() {
        None
    } else if ltv < cut && !gap.is_negative() {
        Some(Sentence::new("could-be-higher"))
    } else if ltv >= cut && gap.is_negative() {
        Some(Sentence::new("could-be-lower"))
    } else {
        None
    }
}

fn concentration(places: &[Place]) -> Option<Ratio> {
    let positive = || places.iter().filter_map(|place| Some((place.tier, place.value.ltv.get()?)));
    let sum = |tier: Option<Tier>| {
        let of_tier = positive().filter(|(at, ltv)| ltv.is_positive() && tier.is_none_or(|tier| tier == *at));
        Exact::sum(of_tier.map(|(_, ltv)| ltv))?.ratio()
    };
    sum(Some(Tier::MostValuable))?.over(sum(None)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Book;
    use crate::domain::date::Month;
    use crate::domain::figures::testing::{DEMO, book, client, demo_today, id};
    use serde_json::{Value as Json, json};

    /// Each client with the LTV of the worked example in one old month, and a year of nets that add up to nothing.
    fn portfolio(clients: &[(&str, i64, &[i64])]) -> Book {
        let mut rows = Vec::new();
        for (name, ltv, nets) in clients {
            let before = ltv - nets.iter().sum::<i64>();
            let month = |at: usize| Month::from_index(2025 * 12 + 10 + i32::try_from(at).unwrap()).to_string();
            let row = |month: String, net: i64| {
                let (income, cost) = if net < 0 { (0, -net) } else { (net, 0) };
                json!({
                    "client": name, "month": month, "currency": "RUB", "income": income, "cost": cost, "closed": true,
                })
            };
            rows.push(row("2020-01".into(), before));
            rows.extend(nets.iter().enumerate().map(|(at, net)| row(month(at), *net)));
        }
        let clients: Vec<Json> =
            clients.iter().map(|(name, ..)| client(name, json!({ "relation_start": "2020-01" }))).collect();
        book(&json!({
            "settings": { "reporting_currency": "RUB" },
            "tables": { "client": clients, "ledger_month": rows },
        }))
    }

    const STEADY: [i64; 12] = [210, 240, 190, 260, 230, 220, 250, 205, 245, 235, 215, 225];
    const UNSTEADY: [i64; 12] = [520, 40, -80, 610, 30, 15, 480, -20, 390, 25, 10, 450];

    fn now() -> Month {
        Month::of(demo_today())
    }

    #[test]
    fn the_worked_example() {
        let few = [100; 4];
        let mut clients: Vec<(&str, i64, &[i64])> = vec![
            ("A", 48_000, &STEADY),
            ("B", 21_500, &STEADY),
            ("C", 21_500, &UNSTEADY),
            ("D", 9_100, &STEADY),
            ("E", 7_200, &UNSTEADY),
            ("F", 3_300, &STEADY),
            ("G", 1_000, &UNSTEADY),
            ("H", 400, &UNSTEADY),
            ("I", 0, &few),
            ("J", -900, &STEADY),
        ];
        clients.reverse();
        let book = portfolio(&clients);
        let pyramid = book.pyramid(now());
        let order: Vec<&str> =
            pyramid.places.iter().map(|place| book.client.get(place.client).unwrap().name.as_str()).collect();
        assert_eq!(order.concat(), "ABCDEFGHIJ");
        for (name, tier) in [
            ("A", Tier::MostValuable),
            ("B", Tier::MostValuable),
            ("C", Tier::MostValuable),
            ("D", Tier::Strategic),
            ("E", Tier::Working),
            ("I", Tier::Working),
            ("J", Tier::Ballast),
        ] {
            assert_eq!(pyramid.tier(id(name)), tier, "{name}");
        }
        assert!(pyramid.place(id("C")).unwrap().unstable);
        assert!(!pyramid.place(id("B")).unwrap().unstable);
        let why = pyramid.place(id("I")).unwrap().why.clone().unwrap();
        assert_eq!(why, Sentence::new("why-few-months").count("known", 4).count("of", 6), "4 of 6 months");
        // 91,000 of 111,999: the example's own figures are in `exact`.
        assert_eq!(pyramid.concentration_percent().unwrap().to_string(), "81.2");
        assert!(!pyramid.is_small());
    }

    #[test]
    fn few_clients_are_only_ranked_and_none_make_no_pyramid() {
        assert!(portfolio(&[("A", 5_000, &STEADY)]).pyramid(now()).is_small());
        let none = portfolio(&[]).pyramid(now());
        assert_eq!((none.ranked, none.is_small(), none.cut), (0, false, None));
    }

    #[test]
    fn the_demo_s_tiers_are_those_of_its_snapshots() {
        let pyramid = DEMO.pyramid(now());
        let october = "2026-10".parse().unwrap();
        for snapshot in DEMO.tier_snapshot.iter().filter(|snapshot| snapshot.month == october) {
            let name = &DEMO.client.get(snapshot.client).unwrap().name;
            assert_eq!(pyramid.tier(snapshot.client), snapshot.tier, "{name}");
        }
        assert_eq!(pyramid.ranked, 23);
    }
}
