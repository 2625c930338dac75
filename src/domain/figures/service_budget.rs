//! The budget for extras that follows what each client brings, and what of it is left.

use std::sync::Arc;

use chrono::Datelike;
use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::exact::Ratio;
use super::known::Figure;
use super::rates::{Exact, too_large};
use super::view::View;
use crate::domain::date::Month;
use crate::domain::entity::{Client, ServiceBudget};
use crate::domain::money::{Currency, Money};
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};
use crate::domain::words::{ClientStatus, Tier};

/// One client's part of a year's budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    pub client: Id<Client>,
    /// By the tier and the net of the last 12 closed months, cut to the pool; or why it is unknown.
    pub share: Result<Money, Sentence>,
    /// Added by hand.
    pub by_hand: Option<Money>,
    pub spent: Result<Money, Sentence>,
}

impl Share {
    /// What may still be spent; negative when more was spent than there is.
    pub fn left(&self) -> Result<Money, Sentence> {
        let share = self.share.clone()?;
        let all = share.minor.checked_add(self.by_hand.map_or(0, |money| money.minor)).ok_or_else(too_large)?;
        let left = all.checked_sub(self.spent.clone()?.minor).ok_or_else(too_large)?;
        Ok(Money::new(left, share.currency))
    }
}

/// The budget of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    pub year: i32,
    pub currency: Currency,
    pub pool: Option<Money>,
    pub shares: Vec<Share>,
}

impl Budget {
    pub fn share(&self, client: Id<Client>) -> Option<&Share> {
        self.shares.iter().find(|share| share.client == client)
    }
}

/// The budget of the year of today. Without a row for the year there is no pool, and shares are not cut.
pub fn budget(view: &View<'_>) -> Arc<Budget> {
    view.book.kept_budget(view.today, || computed(view))
}

fn computed(view: &View<'_>) -> Budget {
    let year = view.today.year();
    let row = view.book.service_budget.iter().find(|row| row.year == i64::from(year));
    let currency = row.map_or(view.settings().reporting_currency, |row| row.currency);
    let pool = row.and_then(|row| row.pool);
    let served =
        view.book.client.iter().filter(|client| matches!(client.status, ClientStatus::Active | ClientStatus::Dormant));
    let raws: Vec<(Id<Client>, Result<Ratio, Sentence>)> =
        served.map(|client| (client.uid(), raw(view, client.uid(), currency))).collect();
    let known = raws.iter().filter_map(|(client, raw)| Some((client.uuid, *raw.as_ref().ok()?))).collect::<Vec<_>>();
    let cut = shares(&known, pool.map(|pool| pool.minor));
    let share = |(client, raw): (Id<Client>, Result<Ratio, Sentence>)| Share {
        client,
        share: raw.and_then(|_| cut.get(&client.uuid).copied().ok_or_else(too_large)).map(|n| Money::new(n, currency)),
        by_hand: row.and_then(|row| by_hand(row, client)),
        spent: spent(view, client, currency),
    };
    let mut shares: Vec<Share> = raws.into_iter().map(share).collect();
    shares.sort_by_key(|share| share.client);
    Budget { year, currency, pool, shares }
}

/// Per mille of the tier times the net of the last 12 closed months, in minor units of the budget's currency.
fn raw(view: &View<'_>, client: Id<Client>, currency: Currency) -> Result<Ratio, Sentence> {
    let rates = &view.settings().service_rates;
    let unknown = || Sentence::new("why-no-figures");
    let per_mille = match view.tier(client) {
        Tier::MostValuable => rates.most_valuable,
        Tier::Strategic => rates.strategic,
        Tier::Working => rates.working,
        Tier::Ballast => rates.ballast,
        Tier::Unknown => {
            let place = view.pyramid.place(client).map(|place| place.value.ltv.clone());
            return Err(place.filter(Figure::is_unknown).and_then(|ltv| ltv.why).unwrap_or_else(unknown));
        }
    };
    let place = view.pyramid.place(client).ok_or_else(unknown)?;
    let last = view.book.last_closed(view.month()).ok_or_else(unknown)?;
    let recent = place.value.nets.iter().filter(|net| net.month > last.plus(-12));
    let nets: Vec<Exact> = recent.map(|net| net.part).collect();
    if nets.is_empty() {
        return Err(unknown());
    }
    let net = Exact::sum(nets).ok_or_else(too_large)?.max(Exact::ZERO);
    let rates = view.book.rates(view.month());
    let month = rates.latest(currency, last).unwrap_or(last);
    let net = rates.in_currency(net, currency, month)?;
    Ratio::new(i128::from(per_mille), 1000).and_then(|share| net.times(share)).ok_or_else(too_large)
}

/// Whole minor units for each. Above the pool, its parts by largest remainder; ties go to the larger raw, then to the
/// smaller uid.
fn shares(raws: &[(Uuid, Ratio)], pool: Option<i64>) -> FxHashMap<Uuid, i64> {
    let sum = raws.iter().try_fold(Ratio::ZERO, |sum, (_, raw)| sum.plus(raw.tamed()?));
    let over = pool.zip(sum).filter(|(pool, sum)| *sum > Ratio::whole(*pool));
    let whole = |raw: Ratio| i64::try_from(raw.round()).ok();
    let Some((pool, sum)) = over else {
        return raws.iter().filter_map(|(client, raw)| Some((*client, whole(*raw)?))).collect();
    };
    let cut = |raw: Ratio| raw.over(sum)?.times(Ratio::whole(pool));
    let mut parts: Vec<(Uuid, Ratio, i64, Ratio)> = raws
        .iter()
        .filter_map(|(client, raw)| {
            let exact = cut(*raw)?;
            let floor = exact.floor();
            Some((*client, *raw, i64::try_from(floor).ok()?, exact.minus(Ratio::new(floor, 1)?)?))
        })
        .collect();
    parts.sort_by(|a, b| (b.3, b.1).cmp(&(a.3, a.1)).then(a.0.cmp(&b.0)));
    let given: i64 = parts.iter().map(|part| part.2).sum();
    let rest = usize::try_from(pool.saturating_sub(given)).unwrap_or(0);
    parts.into_iter().enumerate().map(|(at, part)| (part.0, part.2 + i64::from(at < rest))).collect()
}

fn by_hand(row: &ServiceBudget, client: Id<Client>) -> Option<Money> {
    let mine = row.r#override.iter().filter(|part| part.client == client);
    mine.map(|part| part.amount.minor).reduce(i64::saturating_add).map(|minor| Money::new(minor, row.currency))
}

/// Spent in the year up to today; other currencies at the rate of their month.
fn spent(view: &View<'_>, client: Id<Client>, currency: Currency) -> Result<Money, Sentence> {
    let rates = view.book.rates(view.month());
    let this_year = |on: chrono::NaiveDate| on.year() == view.today.year() && on <= view.today;
    let mut mine = view.book.service_spend.of(client).filter(|spend| spend.client == client && this_year(spend.on));
    let sum = mine.try_fold(Ratio::ZERO, |sum, spend| {
        let amount = if spend.amount.currency == currency {
            Ratio::whole(spend.amount.minor)
        } else {
            let month = Month::of(spend.on);
            let worth = rates.convert(spend.amount.minor, spend.amount.currency, month)?;
            rates.in_currency(worth, currency, month)?
        };
        sum.plus(amount.tamed().ok_or_else(too_large)?).ok_or_else(too_large)
    })?;
    i64::try_from(sum.round()).map(|minor| Money::new(minor, currency)).map_err(|_| too_large())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Book;
    use crate::domain::figures::testing::{DEMO, book, client, demo_today, id, uuid};
    use serde_json::{Value as Json, json};

    fn cut(raws: &[(&str, i64)], pool: Option<i64>) -> Vec<i64> {
        let named: Vec<(Uuid, Ratio)> = raws.iter().map(|(name, raw)| (uuid(name), Ratio::whole(*raw))).collect();
        let shares = shares(&named, pool);
        raws.iter().map(|(name, _)| shares[&uuid(name)]).collect()
    }

    #[test]
    fn the_worked_example_adds_up_to_the_pool() {
        let raws = [("A", 144_000_000), ("B", 43_000_000), ("C", 7_250_000), ("D", 0)];
        assert_eq!(cut(&raws, None), [144_000_000, 43_000_000, 7_250_000, 0]);
        let shares = cut(&raws, Some(150_000_000));
        assert_eq!(shares, [111_196_911, 33_204_633, 5_598_456, 0]);
        assert_eq!(shares.iter().sum::<i64>(), 150_000_000);
        assert_eq!(cut(&raws, Some(194_250_000)), [144_000_000, 43_000_000, 7_250_000, 0], "the pool is enough");
    }

    /// Four clients whose last twelve closed months bring these nets, one of each tier.
    fn portfolio(pool: Option<i64>) -> Book {
        let month = |at: i32| Month { year: 2026, month: 10 }.plus(-at).to_string();
        let rows = |name: &str, nets: [i64; 12]| -> Vec<Json> {
            let row = |(at, net): (i32, i64)| {
                let (income, cost) = (net.max(0), (-net).max(0));
                json!({ "client": name, "month": month(at), "currency": "RUB", "income": income, "cost": cost, "closed": true })
            };
            (0..).zip(nets).map(row).collect()
        };
        let with_first = |first: i64, each: i64| std::array::from_fn(|at| if at == 0 { first } else { each });
        let ledger = [
            rows("A", [400_000_000; 12]),
            rows("B", with_first(179_166_674, 179_166_666)),
            rows("C", with_first(725_000_000, 0)),
            rows("D", with_first(-100, 0)),
        ];
        let clients = ["A", "B", "C", "D"].map(|name| client(name, json!({ "relation_start": month(11) })));
        book(&json!({
            "settings": { "reporting_currency": "RUB" },
            "tables": {
                "client": clients,
                "ledger_month": ledger.concat(),
                "service_budget": [{
                    "year": 2026, "currency": "RUB",
                    "pool": pool.map(|minor| json!({ "minor": minor, "currency": "RUB" })),
                }],
            },
        }))
    }

    #[test]
    fn the_net_of_twelve_months_by_the_rate_of_the_tier_is_what_a_client_may_cost() {
        let names = ["A", "B", "C", "D"];
        for (pool, expected) in [
            (None, ["RUB 1440000.00", "RUB 430000.00", "RUB 72500.00", "RUB 0.00"]),
            (Some(150_000_000), ["RUB 1111969.11", "RUB 332046.33", "RUB 55984.56", "RUB 0.00"]),
        ] {
            let book = portfolio(pool);
            let view = View::on(&book, demo_today());
            let tiers = names.map(|name| view.tier(id(name)));
            assert_eq!(tiers, [Tier::MostValuable, Tier::Strategic, Tier::Working, Tier::Ballast]);
            let budget = budget(&view);
            let share = |name| budget.share(id(name)).unwrap().share.clone().unwrap().to_string();
            assert_eq!(names.map(share), expected, "{pool:?}");
        }
    }

    #[test]
    fn a_rest_goes_to_the_larger_then_to_the_smaller_uid() {
        assert_eq!(cut(&[("A", 300), ("B", 100)], Some(2)), [2, 0], "1.5 and 0.5: the same remainder");
        let equal = cut(&[("A", 10), ("B", 10)], Some(3));
        let first = usize::from(uuid("B") < uuid("A"));
        assert_eq!((equal[first], equal[1 - first]), (2, 1));
    }

    proptest::proptest! {
        #[test]
        fn cut_shares_add_up_to_the_pool_exactly_whatever_they_are(
            raws in proptest::collection::vec(0_i64..10_000_000_000, 1..40), pool in 0_i64..10_000_000_000,
        ) {
            let named: Vec<(Uuid, Ratio)> =
                raws.iter().enumerate().map(|(at, raw)| (Uuid::from_u128(at as u128), Ratio::whole(*raw))).collect();
            let sum: i64 = raws.iter().sum();
            let cut = shares(&named, Some(pool));
            proptest::prop_assert_eq!(cut.values().sum::<i64>(), sum.min(pool));
            for (client, raw) in &named {
                proptest::prop_assert!((0..=raw.round()).contains(&i128::from(cut[client])));
            }
        }
    }

    #[test]
    fn the_demo_s_budget_keeps_to_its_pool() {
        let budget = budget(&View::on(&DEMO, demo_today()));
        let shares = budget.shares.iter().filter_map(|share| Some(share.share.as_ref().ok()?.minor));
        let pool = budget.pool.unwrap();
        assert!(shares.sum::<i64>() <= pool.minor);
        assert!(budget.shares.iter().any(|share| share.by_hand.is_some()));
        assert!(budget.shares.iter().filter(|share| share.share.is_ok()).all(|share| share.left().is_ok()));
    }
}
