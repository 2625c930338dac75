//! Figures by month, budgets, spends and rates, allowed and refused.

use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::domain::book::Entity;
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
fn budgets_spends_and_rates() {
    let mut trial = Trial::new();
    let client = trial.client.to_string();
    trial.has(Entity::ServiceBudget, json!({ "year": 2026, "currency": "EUR" }));
    trial.has(Entity::FxRate, json!({ "currency": "USD", "month": "2026-10", "rate": "0.92" }));
    let eur = |minor: i64| json!({ "minor": minor, "currency": "EUR" });
    let spend = |minor: i64, category: &str, by: Option<&str>| json!({ "client": client, "amount": eur(minor), "category": category, "approved_by": by });
    let rate = |cur: &str, month: &str, rate: &str| json!({ "currency": cur, "month": month, "rate": rate });
    for (entity, row, expected) in [
        (Entity::ServiceBudget, json!({ "year": 2026 }), "budget-already-there"),
        (Entity::ServiceBudget, json!({ "year": 2027, "pool": eur(-1) }), "below-zero"),
        (Entity::ServiceBudget, json!({ "year": 2027, "pool": eur(0) }), "-"),
        (Entity::ServiceSpend, spend(0, "culture", None), "spend-above-zero"),
        (Entity::ServiceSpend, spend(-5, "culture", None), "spend-above-zero"),
        (Entity::ServiceSpend, spend(5, "culture", None), "-"),
        (Entity::ServiceSpend, spend(5, "gift", None), "gift-needs-approver"),
        (Entity::ServiceSpend, spend(5, "gift", Some("Yanev")), "-"),
        (Entity::FxRate, rate("USD", "2026-09", "0"), "rate-above-zero"),
        (Entity::FxRate, rate("USD", "2026-09", "-1"), "rate-above-zero"),
        (Entity::FxRate, rate("USD", "2026-10", "0.93"), "rate-already-there"),
        (Entity::FxRate, rate("EUR", "2026-09", "1"), "rate-of-reporting"),
        (Entity::FxRate, rate("USD", "2026-09", "0.12345678901"), "not-a-decimal"),
        (Entity::FxRate, rate("USD", "2026-09", "0.1234567890"), "-"),
    ] {
        assert_eq!(trial.refusal(&add(entity, row.clone())), expected, "{} {row}", entity.table());
    }
}
