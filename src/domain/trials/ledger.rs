//! Figures by month, budgets, spends and rates, allowed and refused.

use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::domain::book::{Entity, SETTINGS};
use crate::domain::edit::Edit;
use crate::domain::entity::{LedgerMonth, TierSnapshot};
use crate::domain::refusal::Answers;
use crate::domain::trial::{Trial, add, amend, fields};

fn month(trial: &Trial, row: Json) -> Json {
    let mut all = fields(json!({
        "client": trial.client.to_string(), "month": "2026-10", "currency": "EUR", "income": 100, "cost": 40,
    }));
    all.extend(fields(row));
    Json::Object(all)
}

fn remove(entity: Entity, uuid: Uuid) -> Edit {
    Edit::Remove { entity, uuid, fields: fields(json!({})), reason: None }
}

#[test]
fn a_month_of_figures() {
    for (row, expected) in [
        (json!({}), "-"),
        (json!({ "income": -100 }), "-"),
        (json!({ "cost": -40 }), "cost-positive"),
        (json!({ "cost": -40, "correction": true }), "-"),
        (json!({ "turnover": -1 }), "below-zero"),
        (json!({ "sales": -1 }), "below-zero"),
        (json!({ "export": -1 }), "below-zero"),
        (json!({ "avg_balance": -1 }), "-"),
        (json!({ "month": "2026-11" }), "-"),
        (json!({ "month": "2026-12" }), "month-in-future"),
        (json!({ "month": "2026-11", "closed": true }), "month-not-over"),
        (json!({ "closed": true }), "-"),
        (json!({ "closed": true, "cost": null }), "month-unknown-ask"),
        (json!({ "closed": true, "income": null }), "month-unknown-ask"),
        (json!({ "cost": null }), "-"),
    ] {
        let mut trial = Trial::new();
        let all = month(&trial, row.clone());
        assert_eq!(trial.refusal(&add(Entity::LedgerMonth, all)), expected, "{row}");
    }
}

#[test]
fn one_row_for_client_month_and_currency() {
    let mut trial = Trial::new();
    let row = month(&trial, json!({}));
    trial.make(&add(Entity::LedgerMonth, row.clone()));
    assert_eq!(trial.refusal(&add(Entity::LedgerMonth, row)), "ledger-already-there");
    let usd = month(&trial, json!({ "currency": "USD" }));
    assert_eq!(trial.refusal(&add(Entity::LedgerMonth, usd)), "-");
}

#[test]
fn a_closed_month_changes_only_after_a_yes() {
    let mut trial = Trial::new();
    let row = month(&trial, json!({ "closed": true }));
    let closed = trial.has(Entity::LedgerMonth, row);
    for edit in [
        amend(Entity::LedgerMonth, closed, json!({ "income": 120 })),
        amend(Entity::LedgerMonth, closed, json!({ "closed": false })),
        remove(Entity::LedgerMonth, closed),
    ] {
        assert_eq!(trial.refusal(&edit), "month-closed-ask", "{edit:?}");
        trial.answers = Answers::yes();
        assert_eq!(trial.refusal(&edit), "-", "{edit:?}");
        trial.answers = Answers::default();
        trial.answers.given.insert("month-closed-ask".into(), false);
        assert_eq!(trial.refusal(&edit), "nothing-saved", "{edit:?}");
        trial.answers = Answers::default();
    }
}

#[test]
fn closing_a_month_keeps_the_tiers_and_opening_it_again_keeps_them_anew() {
    let mut trial = Trial::new();
    let row = month(&trial, json!({ "closed": true }));
    trial.make(&add(Entity::LedgerMonth, row));
    let kept = trial.only::<TierSnapshot>().clone();
    assert_eq!((kept.client.uuid, kept.ltv.map(|ltv| ltv.minor)), (trial.client, Some(60)));
    trial.answers = Answers::yes();
    let closed = trial.only::<LedgerMonth>().head.uid;
    trial.make(&amend(Entity::LedgerMonth, closed, json!({ "income": 120 })));
    let again = trial.only::<TierSnapshot>();
    assert_eq!((again.head.uid, again.head.rev, again.ltv.map(|ltv| ltv.minor)), (kept.head.uid, 2, Some(80)));
    trial.make(&amend(Entity::LedgerMonth, closed, json!({ "closed": false })));
    assert_eq!(trial.only::<TierSnapshot>().ltv, None);
    trial.make(&amend(Entity::LedgerMonth, closed, json!({ "closed": true })));
    assert_eq!(trial.only::<TierSnapshot>().ltv.map(|ltv| ltv.minor), Some(80));
    trial.make(&remove(Entity::LedgerMonth, closed));
    assert_eq!(trial.only::<TierSnapshot>().ltv, None, "a closed row that is taken out closes nothing");
    let open = month(&trial, json!({ "month": "2026-11" }));
    let planned = trial.make(&add(Entity::LedgerMonth, open));
    assert_eq!(planned.changes.len(), 1, "an open month keeps no tiers");
}

#[test]
fn a_correction_of_an_earlier_month_moves_the_tiers_kept_of_later_ones() {
    let mut trial = Trial::new();
    for of in ["2026-08", "2026-09", "2026-10"] {
        let row = month(&trial, json!({ "month": of, "closed": true }));
        trial.make(&add(Entity::LedgerMonth, row));
    }
    let ltvs = |trial: &Trial| -> Vec<Option<i64>> {
        let mut kept: Vec<&TierSnapshot> = trial.book.tier_snapshot.iter().collect();
        kept.sort_by_key(|row| row.month);
        kept.into_iter().map(|row| row.ltv.map(|ltv| ltv.minor)).collect()
    };
    assert_eq!(ltvs(&trial), [Some(60), Some(120), Some(180)]);
    trial.answers = Answers::yes();
    let september = trial.book.ledger_month.iter().find(|row| row.month.to_string() == "2026-09").unwrap().head.uid;
    trial.make(&amend(Entity::LedgerMonth, september, json!({ "income": 40 })));
    assert_eq!(ltvs(&trial), [Some(60), Some(60), Some(120)]);
    trial.make(&remove(Entity::LedgerMonth, september));
    assert_eq!(ltvs(&trial), [Some(60), Some(60), Some(120)], "nothing came in September");
}

#[test]
fn another_reporting_currency_turns_the_rates_after_a_yes() {
    let mut trial = Trial::new();
    let dollars = amend(Entity::Settings, SETTINGS, json!({ "reporting_currency": "USD" }));
    assert_eq!(trial.refusal(&dollars), "-", "there is no rate to turn");
    for (currency, of, rate) in
        [("USD", "2026-10", "0.8"), ("CNY", "2026-10", "0.12"), ("CNY", "2026-09", "0.11"), ("CNY", "2026-08", "0.11")]
    {
        trial.has(Entity::FxRate, json!({ "currency": currency, "month": of, "rate": rate, "source": "ECB" }));
    }
    let refusal = trial.plan(&dollars).unwrap_err();
    assert_eq!(
        (refusal.sentence.id.as_str(), refusal.field.as_deref()),
        ("reporting-currency-ask", Some("reporting_currency"))
    );
    trial.answers.given.insert("reporting-currency-ask".into(), false);
    assert_eq!(trial.refusal(&dollars), "nothing-saved");
    trial.answers = Answers::yes();
    let planned = trial.make(&dollars);
    let rates: Vec<String> =
        trial.book.fx_rate.iter().map(|row| format!("{} {} {}", row.currency, row.month, row.rate)).collect();
    assert_eq!(rates.len(), 2, "{rates:?}");
    assert!(
        rates.contains(&"EUR 2026-10 1.25".to_owned()) && rates.contains(&"CNY 2026-10 0.15".to_owned()),
        "{rates:?}"
    );
    assert_eq!(planned.warnings.iter().map(|told| told.id.as_str()).collect::<Vec<_>>(), ["rates-left-out"]);
    assert_eq!(planned.changes.len(), 5, "one step: the settings, two rates turned, two left out");
}

#[test]
fn budgets_spends_and_rates() {
    let mut trial = Trial::new();
    let client = trial.client.to_string();
    trial.has(Entity::ServiceBudget, json!({ "year": 2026, "currency": "EUR" }));
    trial.has(Entity::FxRate, json!({ "currency": "USD", "month": "2026-10", "rate": "0.92" }));
    let eur = |minor: i64| json!({ "minor": minor, "currency": "EUR" });
    let spend = |minor: i64, category: &str, by: Option<&str>| json!({ "client": client, "amount": eur(minor), "category": category, "approved_by": by });
    let by_hand = |cur: &str| json!([{ "client": client, "amount": { "minor": 5, "currency": cur }, "reason": "x" }]);
    let rate = |cur: &str, month: &str, rate: &str| json!({ "currency": cur, "month": month, "rate": rate });
    for (entity, row, expected) in [
        (Entity::ServiceBudget, json!({ "year": 2026 }), "budget-already-there"),
        (Entity::ServiceBudget, json!({ "year": 2027, "pool": eur(-1) }), "below-zero"),
        (Entity::ServiceBudget, json!({ "year": 2027, "pool": eur(0) }), "-"),
        (Entity::ServiceBudget, json!({ "year": 2027, "currency": "USD", "pool": eur(5) }), "other-currency"),
        (
            Entity::ServiceBudget,
            json!({ "year": 2027, "currency": "EUR", "override": by_hand("USD") }),
            "other-currency",
        ),
        (Entity::ServiceBudget, json!({ "year": 2027, "currency": "EUR", "override": by_hand("EUR") }), "-"),
        (Entity::ServiceSpend, spend(0, "culture", None), "spend-above-zero"),
        (Entity::ServiceSpend, spend(-5, "culture", None), "spend-above-zero"),
        (Entity::ServiceSpend, spend(5, "culture", None), "-"),
        (Entity::ServiceSpend, spend(5, "gift", None), "gift-needs-approver"),
        (Entity::ServiceSpend, spend(5, "gift", Some("Yanev")), "-"),
        (Entity::FxRate, rate("USD", "2026-09", "0"), "rate-above-zero"),
        (Entity::FxRate, rate("USD", "2026-09", "-1"), "rate-above-zero"),
        (Entity::FxRate, rate("USD", "2026-10", "0.93"), "rate-already-there"),
        (Entity::FxRate, rate("EUR", "2026-09", "1"), "rate-of-reporting"),
        (Entity::FxRate, rate("USD", "2026-09", "0.12345678901"), "rate-too-many-decimals"),
        (Entity::FxRate, rate("USD", "2026-09", "0.1234567890"), "-"),
    ] {
        assert_eq!(trial.refusal(&add(entity, row.clone())), expected, "{} {row}", entity.table());
    }
}
