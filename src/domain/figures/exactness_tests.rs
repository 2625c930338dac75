//! Money is whole minor units from end to end, whatever the decimals of a currency.

use proptest::prelude::*;
use serde_json::json;

use super::testing::{book, client, demo_today, id};
use crate::domain::date::Month;
use crate::domain::money::{Currency, Money};

/// No decimals, two, three.
const CURRENCIES: [(&str, u32); 3] = [("JPY", 0), ("EUR", 2), ("KWD", 3)];

/// An amount as an exact decimal number, by another way than the program's.
fn units(minor: i128, decimals: u32) -> rust_decimal::Decimal {
    rust_decimal::Decimal::from_i128_with_scale(minor, decimals)
}

/// Each month of its own would be rounded to another sum.
#[test]
fn months_are_summed_before_the_one_rounding() {
    for (rate, nets, expected) in [
        // The worked example's dollars: 565,529.58 and 481,594.815.
        ("93.15", &[517_010][..], "RUB 481594.82"),
        ("0.5", &[1], "RUB 0.00"),
        ("0.5", &[1, 1], "RUB 0.01"),
        ("0.5", &[1, 1, 1], "RUB 0.02"),
        ("0.5", &[1, 1, 1, 1, 1], "RUB 0.02"),
        ("0.4", &[1, 1, 1, 1, 1], "RUB 0.02"),
        ("0.6", &[1, 1, 1, 1, 1], "RUB 0.03"),
        ("0.5", &[-1, -1, -1], "RUB -0.02"),
    ] {
        let month = |at: usize| Month { year: 2026, month: 10 }.plus(-i32::try_from(at).unwrap()).to_string();
        let row = |(at, net): (usize, &i64)| {
            let (income, cost) = (net.max(&0), -net.min(&0));
            json!({ "client": "a", "month": month(at), "currency": "USD", "income": income, "cost": cost, "closed": true })
        };
        let rates = (0..nets.len()).map(|at| json!({ "currency": "USD", "month": month(at), "rate": rate }));
        let book = book(&json!({
            "settings": { "reporting_currency": "RUB" },
            "tables": {
                "client": [client("a", json!({ "relation_start": month(nets.len() - 1) }))],
                "ledger_month": nets.iter().enumerate().map(row).collect::<Vec<_>>(),
                "fx_rate": rates.collect::<Vec<_>>(),
            },
        }));
        let now = Month::of(demo_today());
        let ltv = book.value(id("a"), now).unwrap().money(&book.rates(now));
        assert_eq!(ltv.get().unwrap().to_string(), expected, "{rate} {nets:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn ltv_is_the_sum_of_whole_minor_units(
        which in 0_usize..3,
        rows in prop::collection::vec((-1_000_000_000_000_i64..1_000_000_000_000, 0_i64..1_000_000_000_000), 1..24),
        spend in 1_i64..1_000_000_000,
    ) {
        let (code, decimals) = CURRENCIES[which];
        let month = |at: usize| Month { year: 2026, month: 10 }.plus(-i32::try_from(at).unwrap()).to_string();
        let ledger: Vec<_> = rows.iter().enumerate().map(|(at, (income, cost))| json!({
            "client": "a", "month": month(at), "currency": code, "income": income, "cost": cost, "closed": true,
        })).collect();
        let book = book(&json!({
            "settings": { "reporting_currency": code },
            "tables": {
                "client": [client("a", json!({ "relation_start": month(rows.len() - 1) }))],
                "ledger_month": ledger,
                "service_spend": [{ "client": "a", "on": "2026-10-10", "category": "event", "amount": { "minor": spend, "currency": code } }],
            },
        }));
        let now = Month::of(demo_today());
        let ltv = book.value(id("a"), now).unwrap().money(&book.rates(now));
        let sum: i128 = rows.iter().map(|(income, cost)| i128::from(income - cost)).sum::<i128>() - i128::from(spend);
        let ltv_money = ltv.get().unwrap();
        prop_assert_eq!(i128::from(ltv_money.minor), sum);
        prop_assert!(ltv.is_known());
        let plain: rust_decimal::Decimal = ltv_money.plain().parse().unwrap();
        prop_assert_eq!(plain, units(sum, decimals));
        prop_assert_eq!(ltv_money.currency.decimals(), decimals);
    }

    #[test]
    fn a_sum_in_several_currencies_is_rounded_once_half_to_even(
        rows in prop::collection::vec((0_usize..3, -1_000_000_000_i64..1_000_000_000, 1_i64..10_000_000), 1..12),
    ) {
        // Each row stands in a month of its own, so that each has a rate of its own.
        let reporting: Currency = "EUR".parse().unwrap();
        let month = |at: usize| Month { year: 2026, month: 10 }.plus(-i32::try_from(at).unwrap()).to_string();
        let rate = |rate: i64| rust_decimal::Decimal::new(rate, 4);
        let ledger: Vec<_> = rows.iter().enumerate().map(|(at, (which, income, _))| json!({
            "client": "a", "month": month(at), "currency": CURRENCIES[*which].0, "income": income, "cost": 0, "closed": true,
        })).collect();
        let foreign = rows.iter().enumerate().filter(|(_, row)| CURRENCIES[row.0].0 != "EUR");
        let rates: Vec<_> = foreign.map(|(at, row)| json!({
            "currency": CURRENCIES[row.0].0, "month": month(at), "rate": rate(row.2).to_string(),
        })).collect();
        let book = book(&json!({
            "settings": { "reporting_currency": "EUR" },
            "tables": {
                "client": [client("a", json!({ "relation_start": month(rows.len() - 1) }))],
                "ledger_month": ledger, "fx_rate": rates,
            },
        }));
        let exact: rust_decimal::Decimal = rows.iter().map(|(which, income, per)| {
            let (code, decimals) = CURRENCIES[*which];
            let units = units(i128::from(*income), decimals);
            if code == "EUR" { units } else { units * rate(*per) }
        }).sum();
        let once = exact.round_dp_with_strategy(2, rust_decimal::RoundingStrategy::MidpointNearestEven);
        let now = Month::of(demo_today());
        let ltv = book.value(id("a"), now).unwrap().money(&book.rates(now)).get().unwrap();
        prop_assert_eq!(ltv, Money::new(ltv.minor, reporting));
        prop_assert_eq!(ltv.plain().parse::<rust_decimal::Decimal>().unwrap(), once);
    }
}
