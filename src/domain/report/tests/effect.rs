//! Income, payments, the mix of clients, the plan: with the numbers of the worked examples.

use serde_json::{Value as Json, json};

use super::*;
use crate::domain::date::Month;

const TODAY: &str = "2026-11-24";

/// A month's figures of client `a`, in millions of units.
fn ledger(month: Month, currency: &str, income: Option<i64>, turnover: Option<i64>) -> Json {
    json!({
        "client": "a", "month": month.to_string(), "currency": currency, "income": income, "turnover": turnover, "closed": true,
    })
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

/// Eight quarters to September 2026, in hundredths of a million: each in its first month, nothing in the other two.
fn quarters(amounts: [i64; 8], currency: impl Fn(usize) -> &'static str) -> Vec<Json> {
    let first = month("2024-10");
    let quarter = |(at, amount): (usize, i64)| {
        let begin = first.plus(i32::try_from(at * 3).unwrap());
        [amount, 0, 0].into_iter().zip(0..).map(move |(amount, n)| (begin.plus(n), amount, at)).collect::<Vec<_>>()
    };
    amounts
        .into_iter()
        .enumerate()
        .flat_map(quarter)
        .map(|(month, amount, at)| ledger(month, currency(at), Some(amount), None))
        .collect()
}

const STEADY: [i64; 8] = [210, 220, 200, 240, 250, 260, 255, 290];

#[test]
fn income_of_eight_quarters_is_steady_in_one_currency_without_any_rate() {
    let book = with(json!({ "ledger_month": quarters(STEADY, |_| "USD") }));
    let report = read(&book, Kind::Month, TODAY);
    let income = table(&report, "income");
    let verdict = income.verdict.as_ref().unwrap();
    assert_eq!(verdict.id, "report-steady");
    assert_eq!(verdict.args[0].1, crate::domain::Arg::Decimal("21.3".parse().unwrap()));
    assert_eq!(verdict.args[1].1, crate::domain::Arg::Count(3));
    assert_eq!(income.notes, [], "no rate is in it");
    let shown: Vec<String> = income.rows.iter().map(shown).collect();
    assert_eq!(shown[0], "USD 2.10 -");
    assert_eq!(shown[7], "USD 2.90 13.7");
    assert_eq!(known(&income.rows[7]), (3, 3));
}

#[test]
fn several_currencies_are_turned_at_each_month_s_rate_and_say_so() {
    let rates: Vec<Json> = (0..24)
        .map(|n| json!({ "currency": "USD", "month": month("2024-10").plus(n).to_string(), "rate": "2" }))
        .collect();
    let mixed = |at: usize| if at == 7 { "USD" } else { "RUB" };
    let book = with(json!({ "ledger_month": quarters(STEADY, mixed), "fx_rate": rates }));
    let report = read(&book, Kind::Month, TODAY);
    let income = table(&report, "income");
    assert_eq!(shown(&income.rows[7]), "RUB 5.80 127.5");
    assert!(income.notes.iter().any(|note| note.id == "report-with-rates"));
    let without = with(json!({ "ledger_month": quarters(STEADY, mixed) }));
    let report = read(&without, Kind::Month, TODAY);
    let income = table(&report, "income");
    assert_eq!(income.verdict.as_ref().unwrap().id, "report-verdict-unknown");
    assert!(income.notes.iter().any(|note| note.id == "no-rate"));
}

#[test]
fn under_eight_quarters_nothing_is_said_of_steadiness_and_a_gap_is_no_zero() {
    let rows: Vec<Json> = quarters(STEADY, |_| "USD").into_iter().skip(3).collect();
    let verdict = |rows: Vec<Json>| {
        let report = read(&with(json!({ "ledger_month": rows })), Kind::Month, TODAY);
        (table(&report, "income").verdict.clone().unwrap().id, shown(&table(&report, "income").rows[0]))
    };
    assert_eq!(verdict(rows), ("report-few-quarters".to_owned(), "? -".to_owned()));
    let mut gap = quarters(STEADY, |_| "USD");
    gap.remove(1);
    assert_eq!(verdict(gap), ("report-few-quarters".to_owned(), "? -".to_owned()));
}

/// Turnover of so many months to October 2026, of each year its own.
fn turnover(by_year: &[i64]) -> Vec<Json> {
    let last = month("2026-10");
    let year = |(at, amount): (usize, &i64)| {
        let amount = *amount;
        (0..12).map(move |n| ledger(last.plus(-(i32::try_from(at * 12).unwrap() + n)), "USD", None, Some(amount)))
    };
    by_year.iter().enumerate().flat_map(year).collect()
}

#[test]
fn payments_grow_faster_when_this_year_s_growth_is_above_that_of_the_year_before() {
    for (years, growth, verdict) in [
        (&[130, 110, 100][..], "18.2 10.0", "report-faster"),
        (&[121, 110, 100], "10.0 10.0", "report-not-faster"),
        (&[110, 100], "10.0 ?", "report-only-one-year"),
        (&[110], "? ?", "report-verdict-unknown"),
        (&[110, 0], "? ?", "report-verdict-unknown"),
    ] {
        let started = json!([crate::domain::figures::testing::client("a", json!({ "relation_start": "2020" }))]);
        let book = with(json!({ "client": started, "ledger_month": turnover(years) }));
        let report = read(&book, Kind::Month, TODAY);
        assert_eq!(shown(row(&report, "payments", "turnover-growth")), growth, "{years:?}");
        assert_eq!(table(&report, "payments").verdict.as_ref().unwrap().id, verdict, "{years:?}");
    }
}

#[test]
fn a_month_missing_in_one_year_is_no_change_and_a_new_client_is_growth() {
    let client = crate::domain::figures::testing::client;
    let since = |name: &str, start: &str| client(name, json!({ "relation_start": start }));
    let clients = json!([since("a", "2020"), since("b", "2020"), since("c", "2026-05-01")]);
    let of = |rows: &[Json]| {
        let book = with(json!({ "client": clients, "ledger_month": rows }));
        let report = read(&book, Kind::Month, TODAY);
        let year = row(&report, "payments", "turnover-year");
        (shown(year), known(year))
    };
    let mut rows = turnover(&[100, 100]);
    let second: Vec<Json> = rows
        .iter()
        .map(|row| {
            let mut row = row.clone();
            row["client"] = json!("b");
            row
        })
        .collect();
    rows.remove(10);
    rows.extend(second);
    assert_eq!(of(&rows), ("USD 23.00 USD 23.00".to_owned(), (23, 24)));
    rows.push(json!({ "client": "c", "month": "2026-10", "currency": "USD", "turnover": 100, "closed": true }));
    assert_eq!(of(&rows), ("USD 24.00 USD 23.00".to_owned(), (24, 30)), "of May to September of c nothing is known");
    // A month of which nothing at all is known leaves the year unknown.
    assert_eq!(of(&turnover(&[100, 100])[1..]).0, "? ?");
}

#[test]
fn clients_come_and_go_by_days_that_are_known_also_over_the_year_s_end() {
    let client = crate::domain::figures::testing::client;
    let clients = json!([
        client("new", json!({ "relation_start": "2026-01-01" })),
        client("old", json!({ "relation_start": "2025-12-31" })),
        client("some time this year", json!({ "relation_start": "2026" })),
        client("who knows", json!({})),
        client("gone", json!({ "status": "left", "left_on": "2026-01-31", "relation_start": "2010" })),
        client(
            "hoped for",
            json!({ "status": "prospect", "vip_category": "attract", "stage": 1, "relation_start": "2026-01-05" })
        ),
    ]);
    let book = with(json!({ "client": clients }));
    for (kind, today, new, left) in
        [(Kind::Month, "2026-01-31", "1 1", "1 0"), (Kind::Year, "2026-12-31", "2 1", "1 0")]
    {
        let report = read(&book, kind, today);
        let found = row(&report, "clients", "clients-new");
        assert_eq!((shown(found).as_str(), known(found)), (new, (4, 5)), "{today}");
        assert_eq!(shown(row(&report, "clients", "clients-left")), left, "{today}");
    }
}

#[test]
fn moves_between_tiers_are_read_from_what_was_written_when_months_were_closed() {
    let at = |client: &str, month: &str, tier: &str| json!({ "client": client, "month": month, "tier": tier });
    let client = crate::domain::figures::testing::client;
    let mut rows = quarters(STEADY, |_| "USD");
    rows.push(ledger(month("2026-10"), "USD", Some(1), None));
    let book = with(json!({
        "client": [client("a", json!({})), client("b", json!({})), client("c", json!({}))],
        "ledger_month": rows,
        "tier_snapshot": [
            at("a", "2025-12", "working"), at("b", "2025-12", "strategic"),
            at("a", "2026-09", "working"), at("b", "2026-09", "strategic"), at("c", "2026-09", "unknown"),
            at("a", "2026-10", "strategic"), at("b", "2026-10", "strategic"), at("c", "2026-10", "working"),
        ],
    }));
    for (kind, today, moves) in [
        (Kind::Quarter, TODAY, &["working strategic ?", "unknown working ?"][..]),
        (Kind::Year, TODAY, &["working strategic ?"]),
        (Kind::Month, TODAY, &[]),
        (Kind::Quarter, "2026-09-30", &[]),
    ] {
        let report = read(&book, kind, today);
        let told: Vec<String> =
            table(&report, "moves").rows.iter().map(|row| shown(row).rsplit_once(' ').unwrap().0.to_owned()).collect();
        assert_eq!(told, moves, "{kind:?} {today}");
        assert_eq!(table(&report, "from-to").rows.len(), moves.len());
    }
}

#[test]
fn the_portfolio_s_plan_stands_with_its_pace() {
    let rows: Vec<Json> =
        (1..=10).map(|n| ledger(Month::new(2026, n).unwrap(), "RUB", (n != 4).then_some(85_000_000), None)).collect();
    let target = |year: i64| json!({ "measure": "income", "year": year, "target": { "minor": 1_200_000_000, "currency": "RUB" } });
    let book = with(json!({ "ledger_month": rows, "plan_target": [target(2026), target(2025)] }));
    let report = read(&book, Kind::Month, TODAY);
    let plan = table(&report, "plan");
    assert_eq!(plan.rows.len(), 1, "the year before is another period's");
    assert_eq!(shown(&plan.rows[0]), "2026 RUB 12000000.00 RUB 7650000.00 85 63.8");
    assert_eq!(known(&plan.rows[0]), (9, 10));
}
