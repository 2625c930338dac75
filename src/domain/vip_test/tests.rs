//! The worked example, every combination of five criteria, and each figure on a book made for it.

use serde_json::{Value as Json, json};

use super::*;
use crate::domain::figures::testing::{DEMO, book, client, day, demo_today, id, with};
use crate::domain::sentence::Arg;

const ALL: [Truth; 3] = [Truth::Met, Truth::NotMet, Truth::Unknown];

#[test]
fn all_243_combinations_of_five_criteria() {
    for n in 0..243_usize {
        let truths: Vec<Truth> = (0..5).map(|at| ALL[n / 3_usize.pow(at) % 3]).collect();
        let met = truths.iter().filter(|truth| **truth == Truth::Met).count();
        let failed = truths.iter().filter(|truth| **truth == Truth::NotMet).count();
        for (k, least) in (1..=5_usize).zip(1..) {
            let expected = if met >= k {
                Outcome::Passes
            } else if 5 - failed < k {
                Outcome::Fails
            } else {
                Outcome::Undetermined
            };
            assert_eq!(Outcome::of(&truths, least), expected, "{truths:?} {k}");
        }
    }
}

#[test]
fn figures_join_with_three_values() {
    use Truth::{Met, NotMet, Unknown};
    for (parts, all, any) in [
        ([Met, Met], Met, Met),
        ([Met, Unknown], Unknown, Met),
        ([Met, NotMet], NotMet, Met),
        ([Unknown, NotMet], NotMet, Unknown),
        ([NotMet, NotMet], NotMet, NotMet),
        ([Unknown, Unknown], Unknown, Unknown),
    ] {
        assert_eq!((Truth::all(&parts), Truth::any(&parts)), (all, any), "{parts:?}");
    }
}

fn month(n: i32) -> String {
    "2026-10".parse::<Month>().unwrap().plus(-n).to_string()
}

/// A closed month `n` months before October 2026, in dollars.
fn row(n: i32, more: Json) -> Json {
    let row =
        json!({ "uid": format!("month {n}"), "client": "c", "month": month(n), "currency": "USD", "closed": true });
    with(row, more)
}

fn usd(units: i64) -> Json {
    json!((units * 100))
}

fn evidence(criterion: &str, more: Json) -> Json {
    let row =
        json!({ "uid": format!("e {criterion} {more}"), "client": "c", "criterion": criterion, "source": "public" });
    with(row, more)
}

fn judged(criterion: &str, verdict: &str, as_of: &str) -> Json {
    evidence(criterion, json!({ "kind": "judgement", "verdict": verdict, "reason": "r", "as_of": as_of }))
}

fn company(settings: Json, tables: Json) -> Book {
    book(&json!({ "settings": with(json!({ "reporting_currency": "USD" }), settings),
        "tables": with(json!({ "client": [client("c", json!({}))] }), tables) }))
}

fn test(book: &Book) -> VipTest {
    vip_test(book, book.client.get(id("c")).unwrap(), day("2026-11-24"))
}

fn truths(lines: &[Line]) -> Vec<&'static str> {
    lines.iter().map(|line| line.truth.word()).collect()
}

/// The worked example: `sales`, `export` and `older` say what the ledger has beyond it.
fn worked(rule: &str, export: Option<i64>, growth: Option<&str>) -> Book {
    let families = ["settlement", "lending", "cash", "fx"];
    let products = (0..7).map(|n| json!({ "uid": format!("p{n}"), "code": format!("code {n}"), "name": { "en": "n" }, "family": families[n % 4] }));
    let holdings = (0..7).map(|n| json!({ "uid": format!("h{n}"), "client": "c", "product": format!("p{n}") }));
    // Sales of 9 months known, 6.2 m together, so that growth has 9 known months and the sum is already above.
    let months = (0..9).map(|n| {
        let sales = if n == 0 { usd(600_000) } else { usd(700_000) };
        row(n, json!({ "sales": sales, "turnover": usd(640_000), "avg_balance": usd(130_000) }))
    });
    let mut rows = vec![judged("monopoly", "not_met", "2026-01-10"), judged("strategic", "met", "2026-01-10")];
    if let Some(export) = export {
        let figure = json!({ "minor": export * 100, "currency": "USD" });
        rows.push(evidence(
            "volume_export",
            json!({ "kind": "figure", "figure": figure, "period": "2025", "as_of": "2026-03-31" }),
        ));
    }
    if let Some(verdict) = growth {
        rows.push(judged("growth", verdict, "2026-03-31"));
    }
    company(
        json!({ "vip_volume_rule": rule }),
        json!({
            "product": products.collect::<Json>(), "holding": holdings.collect::<Json>(),
            "ledger_month": months.collect::<Json>(), "vip_evidence": rows,
        }),
    )
}

#[test]
fn the_worked_example() {
    let open = test(&worked("all", None, None));
    assert_eq!(truths(&open.criteria), ["met", "unknown", "not_met", "met", "unknown"]);
    assert_eq!(truths(&open.volumes), ["met", "met", "unknown", "met"]);
    assert_eq!((open.outcome, open.met, open.unknown, open.needed), (Outcome::Undetermined, 2, 2, 1));
    let settles: Vec<_> = open.settles.iter().map(|settle| (settle.code, settle.text.clone())).collect();
    let export = Sentence::new("vip-settle-figure").word("figure", "label.export").with("n", Arg::Count(12));
    let growth = Sentence::new("vip-settle-growth").word("figure", "label.sales").text("year", "2025");
    assert_eq!(settles, [("V2", export), ("V5", growth)]);
    let shut = test(&worked("all", Some(5_000_000), Some("not_met")));
    assert_eq!(truths(&shut.criteria), ["met", "not_met", "not_met", "met", "not_met"]);
    assert_eq!((shut.outcome, shut.met, shut.unknown), (Outcome::Fails, 2, 0));
    let any = test(&worked("any", None, None));
    assert_eq!((any.outcome, any.met, any.needed), (Outcome::Passes, 3, 0));
}

#[test]
fn sums_settle_early_and_exactly_the_limit_is_not_above() {
    let sales = |months: i32, each: i64| (0..months).map(|n| row(n, json!({ "sales": usd(each) }))).collect::<Json>();
    for (ledger, expected) in [
        (sales(12, 416_667), "met"),
        (sales(12, 400_000), "not_met"),
        (sales(10, 500_000), "unknown"),
        (sales(10, 500_001), "met"),
        (sales(11, 100), "unknown"),
    ] {
        let book = company(json!({}), json!({ "ledger_month": ledger }));
        assert_eq!(test(&book).volumes[0].truth.word(), expected, "{ledger}");
    }
    let exact = company(
        json!({ "vip_sales_year": { "minor": 1200, "currency": "USD" } }),
        json!({ "ledger_month": sales(12, 1) }),
    );
    assert_eq!(test(&exact).volumes[0].truth, Truth::NotMet);
    let turnover =
        |months: i32, each: i64| (0..months).map(|n| row(n, json!({ "turnover": usd(each) }))).collect::<Json>();
    for (ledger, expected) in
        [(turnover(3, 500_001), "met"), (turnover(3, 500_000), "not_met"), (turnover(2, 9_000_000), "unknown")]
    {
        let book = company(json!({}), json!({ "ledger_month": ledger }));
        assert_eq!(test(&book).volumes[1].truth.word(), expected, "{ledger}");
    }
}

#[test]
fn other_currencies_convert_through_the_reporting_one_or_leave_it_unknown() {
    let rate = |currency: &str, rate: &str| json!({ "uid": format!("rate {currency}"), "currency": currency, "month": "2026-10", "rate": rate });
    let balance = json!({ "avg_balance": 1_000_000_000 });
    let tables = |rates: Json| json!({ "fx_rate": rates, "ledger_month": [with(row(0, balance.clone()), json!({ "currency": "RUB" }))] });
    for (rates, expected) in [
        (json!([rate("RUB", "0.01"), rate("USD", "0.9")]), "met"),
        (json!([rate("RUB", "0.009"), rate("USD", "0.9")]), "not_met"),
        (json!([rate("RUB", "0.01")]), "unknown"),
    ] {
        let book = company(json!({ "reporting_currency": "EUR" }), tables(rates));
        assert_eq!(test(&book).volumes[3].truth.word(), expected);
    }
}

#[test]
fn the_ledger_wins_over_evidence_where_it_is_complete_and_says_when_they_disagree() {
    let figure = |units: i64, as_of: &str| {
        let figure = json!({ "minor": units * 100, "currency": "USD" });
        evidence("volume_balance", json!({ "kind": "figure", "figure": figure, "period": "2026-06", "as_of": as_of }))
    };
    let rows = json!([row(0, json!({ "avg_balance": usd(130_000) }))]);
    let none = json!([]);
    for (ledger, evidence, truth, disagrees) in [
        (&rows, figure(50_000, "2026-07-01"), "met", true),
        (&rows, figure(150_000, "2026-07-01"), "met", false),
        (&none, figure(50_000, "2026-07-01"), "not_met", false),
        (&none, figure(150_000, "2025-11-24"), "met", false),
        (&none, figure(150_000, "2025-11-23"), "unknown", false),
        (&none, figure(150_000, "2026-11-25"), "unknown", false),
    ] {
        // A month of the book is closed through another client, where this one has none.
        let other = json!({ "uid": "other", "client": "o", "month": "2026-10", "currency": "USD", "closed": true });
        let mut ledger = ledger.clone();
        ledger.as_array_mut().unwrap().push(other);
        let clients = json!([client("c", json!({})), client("o", json!({}))]);
        let book = company(json!({}), json!({ "client": clients, "ledger_month": ledger, "vip_evidence": [evidence] }));
        let line = &test(&book).volumes[3];
        assert_eq!((line.truth.word(), line.disagrees), (truth, disagrees));
    }
}

#[test]
fn products_count_when_held_and_their_absence_only_when_checked() {
    let product = json!([{ "uid": "p", "code": "code", "name": { "en": "n" }, "family": "cash" }]);
    let elsewhere = json!([{ "uid": "h", "client": "c", "product": "p", "provider_other": "Other Bank" }]);
    for (checked, rows, expected) in [
        (Json::Null, json!([]), "unknown"),
        (json!("2025-11-24"), json!([]), "not_met"),
        (json!("2025-11-23"), json!([]), "unknown"),
        (json!("2025-11-23"), json!([judged("products", "met", "2026-01-01")]), "met"),
        (json!("2026-01-01"), json!([judged("products", "met", "2026-01-01")]), "not_met"),
    ] {
        let clients = json!([client("c", json!({ "holdings_checked_on": checked }))]);
        let book = company(
            json!({}),
            json!({ "client": clients, "vip_evidence": rows, "product": product, "holding": elsewhere }),
        );
        assert_eq!(test(&book).criteria[0].truth.word(), expected, "{checked}");
    }
}

#[test]
fn growth_needs_24_known_months_and_something_to_grow_from() {
    let sales = |months: i32, now: i64, before: i64| {
        let each = |n| if n < 12 { now } else { before };
        (0..months).map(|n| row(n, json!({ "sales": each(n) }))).collect::<Json>()
    };
    for (ledger, expected) in [
        (sales(24, 115, 100), "met"),
        (sales(24, 114, 100), "not_met"),
        (sales(23, 900, 100), "unknown"),
        (sales(24, 115, 0), "unknown"),
    ] {
        let book = company(json!({}), json!({ "ledger_month": ledger }));
        assert_eq!(test(&book).criteria[4].truth.word(), expected);
    }
}

#[test]
fn an_individual_has_a_class_by_balance_and_no_test() {
    let limit = |label: &str, minor: i64| json!({ "label": label, "amount": { "minor": minor, "currency": "USD" } });
    let settings = json!({ "individual_thresholds": [limit("file", 200), limit("gold", 500)] });
    for (balance, expected) in [
        (json!(500), Label::Is("gold".into())),
        (json!(499), Label::Is("file".into())),
        (json!(199), Label::None),
        (Json::Null, Label::Unknown),
    ] {
        let clients = json!([client("c", json!({ "kind": "individual" }))]);
        let rows = json!([row(0, json!({ "avg_balance": balance }))]);
        let book = company(settings.clone(), json!({ "client": clients, "ledger_month": rows }));
        let test = test(&book);
        assert_eq!((test.outcome, test.label), (Outcome::NotApplicable, expected), "{balance}");
    }
}

#[test]
fn a_passed_test_says_what_goes_stale_within_60_days() {
    let settings = json!({ "vip_k": 1 });
    for (as_of, risks) in [("2025-01-23", 1), ("2025-01-24", 0), ("2024-11-23", 0)] {
        let book = company(settings.clone(), json!({ "vip_evidence": [judged("monopoly", "met", as_of)] }));
        assert_eq!(test(&book).at_risk.len(), risks, "{as_of}");
    }
}

#[test]
fn every_client_of_the_demo_has_an_outcome() {
    let tests = DEMO.client.iter().map(|row| (row, vip_test(&DEMO, row, demo_today())));
    for (row, test) in tests {
        let company = row.kind == ClientKind::Company;
        assert_eq!(
            (test.criteria.len(), test.outcome == Outcome::NotApplicable),
            (if company { 5 } else { 0 }, !company)
        );
        assert_eq!(test.settles.is_empty(), test.outcome != Outcome::Undetermined, "{}", row.handle);
    }
}
