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
use crate::domain::sentence::{Arg, Sentence};
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
    /// Why it is here, in one sentence.
    pub why: Sentence,
    /// What might move it: next for the top, could be strategic, slipping.
    pub hint: Option<Sentence>,
    /// A partial LTV that the missing months could carry over the cut.
    pub could: Option<Sentence>,
}

impl Place {
    /// Why it is here, that it is unsteady, and what might move it.
    pub fn remarks(&self) -> impl Iterator<Item = &Sentence> {
        let unsteady = self.value.course.doubt.as_ref().filter(|_| self.unstable);
        [Some(&self.why), unsteady, self.hint.as_ref(), self.could.as_ref()].into_iter().flatten()
    }
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

/// How large a tier is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TierShare {
    pub tier: Tier,
    pub clients: usize,
    /// Of the ranked clients; none beside the pyramid.
    pub of_clients: Option<Ratio>,
    /// Its part of all positive LTV; none where it has none.
    pub of_value: Option<Ratio>,
}

impl Pyramid {
    /// The tiers from the top down, the unknown last.
    pub fn shares(&self) -> Vec<TierShare> {
        let share = |tier: &Tier| {
            let clients = self.places.iter().filter(|place| place.tier == *tier).count();
            let of = |n: usize| Ratio::new(i128::try_from(n).ok()?, i128::try_from(self.ranked).ok()?);
            let of_clients = of(clients).filter(|_| *tier != Tier::Unknown);
            TierShare { tier: *tier, clients, of_clients, of_value: of_value(&self.places, *tier) }
        };
        Tier::all().iter().map(share).collect()
    }

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
pub fn pyramid<'b>(book: &'b Book, mut value_of: impl FnMut(&'b Client) -> Arc<Value>) -> Pyramid {
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
    let share = book.settings().top_share;
    let cut = cut(&ranked.iter().map(|row| row.0).collect::<Vec<_>>(), share);
    let mut top = Top { cut, share, rank: 0, of: ranked.len() };
    let (mut places, mut above): (Vec<Place>, Option<Exact>) = (Vec::with_capacity(ranked.len()), None);
    for (at, (ltv, client, value)) in ranked.into_iter().enumerate() {
        // Equal values share a rank.
        if above.replace(ltv) != Some(ltv) {
            top.rank = at + 1;
        }
        places.push(place(client, ltv, value, top));
    }
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

/// Where the top begins, and the rank of the client that is looked at.
#[derive(Debug, Clone, Copy)]
struct Top {
    cut: Option<Exact>,
    share: i64,
    rank: usize,
    of: usize,
}

impl Top {
    fn why(self) -> Sentence {
        let why = Sentence::new("why-among-the-top").count("rank", self.rank).count("of", self.of);
        why.with("share", Arg::Count(self.share))
    }
}

fn unranked(client: &Client, value: Arc<Value>) -> Place {
    let unknown = value.ltv.why.clone().filter(|_| value.ltv.is_unknown());
    let why = unknown.unwrap_or_else(|| Sentence::new("why-prospect"));
    Place { client: client.uid(), tier: Tier::Unknown, value, unstable: false, why, hint: None, could: None }
}

fn place(client: &Client, ltv: Exact, value: Arc<Value>, top: Top) -> Place {
    let (course, cut) = (&value.course, top.cut);
    let (tier, why) = match &course.doubt {
        _ if ltv.is_negative() => (Tier::Ballast, why_below_zero(&value)),
        _ if ltv.is_positive() && cut.is_some_and(|cut| ltv >= cut) => (Tier::MostValuable, top.why()),
        Some(why) => (Tier::Working, why.clone()),
        None => (Tier::Strategic, course.steady()),
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
    of_value(places, Tier::MostValuable)
}

/// The part of a tier in all positive LTV; none where it has none.
fn of_value(places: &[Place], tier: Tier) -> Option<Ratio> {
    let positive = || places.iter().filter_map(|place| Some((place.tier, place.value.ltv.get()?)));
    let sum = |tier: Option<Tier>| {
        let of_tier = positive().filter(|(at, ltv)| ltv.is_positive() && tier.is_none_or(|tier| tier == *at));
        Exact::sum(of_tier.map(|(_, ltv)| ltv))?.ratio()
    };
    sum(Some(tier))?.over(sum(None)?).filter(|part| !part.is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Book;
    use crate::domain::date::Month;
    use crate::domain::figures::testing::{DEMO, book, client, demo_today, id};
    use serde_json::{Value as Json, json};

    /// Each client with its LTV: a last year of nets, and the rest in one old month. Without nets nothing is known.
    fn portfolio(clients: &[(&str, i64, &[i64])]) -> Book {
        let mut rows = Vec::new();
        for (name, ltv, nets) in clients.iter().filter(|(.., nets)| !nets.is_empty()) {
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
            ("K", 0, &[]),
            ("L", 0, &[]),
        ];
        clients.reverse();
        let book = portfolio(&clients);
        let pyramid = book.pyramid(now());
        let order: Vec<&str> =
            pyramid.places.iter().map(|place| book.client.get(place.client).unwrap().name.as_str()).collect();
        assert_eq!(order.concat(), "ABCDEFGHIJKL");
        assert_eq!(pyramid.ranked, 10);
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
        let why = |name: &str| pyramid.place(id(name)).unwrap().why.clone();
        assert_eq!(why("I"), Sentence::new("why-few-months").count("known", 4).count("of", 6), "4 of 6 months");
        let decimal = |text: &str| Arg::Decimal(text.parse().unwrap());
        assert_eq!(why("D"), Sentence::new("why-steady").with("cv", decimal("0.09")));
        assert_eq!(why("E"), Sentence::new("why-unstable").with("cv", decimal("1.25")));
        for (name, rank) in [("A", 1), ("B", 2), ("C", 2)] {
            let among = Sentence::new("why-among-the-top").count("rank", rank).count("of", 10);
            assert_eq!(why(name), among.with("share", Arg::Count(20)), "{name}");
        }
        assert_eq!(why("J").id, "why-missing-income", "years without figures before the last one");
        for name in ["K", "L"] {
            assert_eq!((pyramid.tier(id(name)), why(name).id.as_str()), (Tier::Unknown, "why-no-figures"), "{name}");
        }
        // 91,000 of 111,999: the example's own figures are in `exact`.
        assert_eq!(pyramid.concentration_percent().unwrap().to_string(), "81.2");
        assert!(!pyramid.is_small());
    }

    #[test]
    fn what_may_move_next_is_said() {
        // Five steady clients above set the cut: of ten, two are the top.
        let hint = |name: &str, clients: &[(&str, i64, &[i64])]| {
            let place = portfolio(clients).pyramid(now()).place(id(name)).unwrap().clone();
            place.hint.map(|hint| hint.id)
        };
        let mut clients: Vec<(&str, i64, &[i64])> = vec![("A", 48_000, &STEADY), ("B", 20_000, &STEADY)];
        clients.extend(["D", "E", "F", "G", "H"].map(|name| (name, 100, &STEADY as &[i64])));
        for (ltv, expected) in [(18_000, Some("next-for-the-top")), (17_999, None)] {
            let with = [clients.as_slice(), &[("C", ltv, &STEADY)]].concat();
            assert_eq!(hint("C", &with).as_deref(), expected, "{ltv}");
        }
        let calming = [520, 40, -80, 610, 30, 15, 205, 245, 235, 215, 225, 230];
        let with = [clients.as_slice(), &[("C", 7_000, &calming)]].concat();
        assert_eq!(hint("C", &with).as_deref(), Some("could-be-strategic"));
        let slipping = [210, 240, 190, 260, 230, 220, 250, 205, 245, 60, 70, 50];
        let with = [clients.as_slice(), &[("C", 60_000, &slipping)]].concat();
        assert_eq!(hint("C", &with).as_deref(), Some("slipping"));
    }

    #[test]
    fn missing_months_that_could_carry_a_client_over_the_cut_are_said() {
        let could = |ltv: i64, nets: &[i64]| {
            let mut clients: Vec<(&str, i64, &[i64])> = vec![("A", 48_000, &STEADY), ("B", 3_000, &STEADY)];
            clients.extend(["D", "E", "F", "G"].map(|name| (name, 100, &STEADY as &[i64])));
            clients.push(("C", ltv, nets));
            let place = portfolio(&clients).pyramid(now()).place(id("C")).unwrap().clone();
            (place.tier, place.could.map(|could| could.id))
        };
        // 13 known months of 82: the 69 missing ones, at the mean, are worth five times what is known.
        assert_eq!(could(2_900, &STEADY), (Tier::Strategic, Some("could-be-higher".into())));
        assert_eq!(could(400, &STEADY), (Tier::Strategic, None));
        assert_eq!(could(3_500, &STEADY), (Tier::MostValuable, None), "what is missing would only add");
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
