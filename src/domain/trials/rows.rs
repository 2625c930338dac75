//! Products, holdings, moods, answers and notes; and how rows end.

use serde_json::{Value as Json, json};

use crate::domain::book::Entity;
use crate::domain::edit::Edit;
use crate::domain::entity::{Need, Problem, Product, Proposal, ProposalTerm, Visit};
use crate::domain::trial::{Trial, add, amend, fields};
use crate::domain::words::{NeedState, ProblemState, ProposalState, TermState, VisitStatus};

#[test]
fn rows_that_need_no_move() {
    let mut trial = Trial::new();
    let (client, orlova) = (trial.client.to_string(), trial.orlova.to_string());
    trial.has(Entity::Product, json!({ "code": "ACC", "name": { "en": "Account" }, "family": "settlement" }));
    let name = json!({ "en": "Loan" });
    let product =
        |code: &str, words: &[&str]| json!({ "code": code, "name": name, "family": "lending", "push_words": words });
    for (entity, row, expected) in [
        (Entity::Product, product("acc", &[]), "code-taken"),
        (Entity::Product, product("loan", &["term loan"]), "-"),
        (Entity::Product, product("loan", &["фин"]), "push-word-too-short"),
        (Entity::Product, product("loan", &["贷款"]), "-"),
        (Entity::Product, json!({ "code": "n", "name": {}, "family": "other" }), "product-needs-name"),
        (Entity::Satisfaction, json!({ "client": client, "score": 10 }), "-"),
        (Entity::Satisfaction, json!({ "client": client, "score": 11 }), "score-range"),
        (Entity::Satisfaction, json!({ "client": client, "score": -1 }), "score-range"),
        (Entity::Satisfaction, json!({ "client": client, "score": 5, "on": "2026-11-24" }), "not-after-today"),
        (Entity::Satisfaction, json!({ "client": client }), "required-field"),
        (Entity::Note, json!({ "text": "t" }), "note-needs-subject"),
        (Entity::Note, json!({ "text": "t", "client": client }), "-"),
        (Entity::Note, json!({ "text": "t", "person": orlova }), "-"),
        (Entity::Note, json!({ "text": " ", "person": orlova }), "note-needs-text"),
        (Entity::Note, json!({ "text": "t", "client": client, "class": "sh" }), "invalid-word"),
    ] {
        assert_eq!(trial.refusal(&add(entity, row.clone())), expected, "{} {row}", entity.table());
    }
}

#[test]
fn a_known_question_is_said_and_saved() {
    let mut trial = Trial::new();
    let row = |question: &str, language: &str| json!({ "question": question, "body": "b", "language": language });
    trial.make(&add(Entity::Answer, row("Why so slow?", "en")));
    for (question, language, known) in
        [("why SO slow?", "en", true), ("Why so slow?", "ru", false), ("Why?", "en", false)]
    {
        let planned = trial.plan(&add(Entity::Answer, row(question, language))).unwrap();
        let ids: Vec<&str> = planned.warnings.iter().map(|warning| warning.id.as_str()).collect();
        assert_eq!(ids, if known { vec!["question-known"] } else { vec![] }, "{question}");
    }
}

#[test]
fn a_holding_has_its_days_in_order_and_says_why_it_ended() {
    let mut trial = Trial::new();
    let product = trial.has(Entity::Product, json!({ "code": "a", "name": { "en": "A" }, "family": "other" }));
    let orlova = trial.orlova.to_string();
    let stranger = trial.person("stranger", "Stranger", "client").to_string();
    let banker = trial.person("banker", "Banker", "bank").to_string();
    for (row, expected) in [
        (json!({ "contact_client": orlova }), "-"),
        (json!({ "contact_client": stranger }), "person-not-at-client"),
        (json!({ "contact_client": banker }), "person-works-for-bank"),
        (json!({ "from": "2020" }), "-"),
        (json!({ "from": "2026-05", "to": "2026-04-30", "ended_reason": "x" }), "end-before-start"),
        (json!({ "from": "2020", "to": "2026-11" }), "end-reason-needed"),
        (json!({ "from": "2020", "to": "2026-11", "ended_reason": "moved" }), "-"),
        (json!({ "contact_bank": orlova }), "not-one-of-ours"),
    ] {
        let mut all = fields(json!({ "client": trial.client.to_string(), "product": product.to_string() }));
        all.extend(fields(row.clone()));
        assert_eq!(trial.refusal(&add(Entity::Holding, Json::Object(all))), expected, "{row}");
    }
}

#[test]
fn a_row_ends_the_way_of_its_kind() {
    let mut trial = Trial::new();
    let client = trial.client.to_string();
    let need = trial.need(json!({}));
    let visit = trial.planned("2026-11-24T10:00");
    let held = trial.held("2026-11-10");
    let offer = trial.has(Entity::Proposal, json!({ "client": client, "title": "line" }));
    let term = trial.has(Entity::ProposalTerm, json!({ "proposal": offer.to_string(), "label": "rate" }));
    let product = trial.has(Entity::Product, json!({ "code": "a", "name": { "en": "A" }, "family": "other" }));
    let problem = trial.has(Entity::Problem, json!({ "client": client, "title": "slow", "raised_on": "2026-11-10" }));
    let note = trial.has(Entity::Note, json!({ "client": client, "text": "t", "on": "2026-11-10" }));
    let remove = |entity, uuid, row: Json, reason: Option<&str>| Edit::Remove {
        entity,
        uuid,
        fields: fields(row),
        reason: reason.map(Into::into),
    };
    let why = Some("no use");
    for (edit, expected) in [
        (remove(Entity::Need, need, json!({}), why), "drop-needs-reason"),
        (remove(Entity::Visit, visit, json!({}), why), "cancel-needs-who"),
        (remove(Entity::Visit, held, json!({ "cancelled_by": "us" }), why), "visit-was-held"),
        (remove(Entity::Proposal, offer, json!({}), why), "decline-needs-who"),
        (remove(Entity::Problem, problem, json!({}), why), "client-not-told"),
        (remove(Entity::Problem, problem, json!({ "told_client_on": "2026-11-23" }), None), "reason-needed"),
    ] {
        assert_eq!(trial.refusal(&edit), expected, "{edit:?}");
    }
    trial.make(&remove(Entity::ProposalTerm, term, json!({}), None));
    assert_eq!(trial.row::<ProposalTerm>(term).state, TermState::Dropped);
    trial.make(&remove(Entity::Need, need, json!({ "drop_kind": "no_interest" }), why));
    assert_eq!(
        (trial.row::<Need>(need).state, trial.row::<Need>(need).drop_reason.as_deref()),
        (NeedState::Dropped, why)
    );
    trial.make(&remove(Entity::Visit, visit, json!({ "cancelled_by": "us" }), why));
    assert_eq!(trial.row::<Visit>(visit).status, VisitStatus::Cancelled);
    trial.make(&remove(Entity::Proposal, offer, json!({ "declined_by": "us" }), why));
    assert_eq!(trial.row::<Proposal>(offer).state, ProposalState::Declined);
    trial.make(&remove(Entity::Product, product, json!({}), None));
    assert!(!trial.row::<Product>(product).active);
    trial.make(&remove(Entity::Problem, problem, json!({ "told_client_on": "2026-11-23" }), why));
    assert_eq!(trial.row::<Problem>(problem).state, ProblemState::Rejected);
    trial.make(&remove(Entity::Note, note, json!({}), None));
    assert!(trial.book.note.is_empty());
}

#[test]
fn a_first_meeting_that_offers_a_product_must_be_answered() {
    let mut trial = Trial::new();
    trial.has(
        Entity::Product,
        json!({ "code": "l", "name": { "en": "Credit line" }, "family": "lending", "push_words": ["credit line"] }),
    );
    let client = trial.client;
    let mut row = trial.row::<crate::domain::Client>(client).clone();
    row.status = crate::domain::words::ClientStatus::Prospect;
    row.vip_category = crate::domain::words::VipCategory::Attract;
    for (stage, refused, warned) in [
        (1, "-", Some("too-early-for")),
        (3, "first-meeting-pushing", None),
        (4, "-", Some("no-need-behind")),
        (7, "-", Some("answers-no-need")),
    ] {
        row.stage = Some(stage);
        trial.book.put(crate::domain::Row::into_record(row.clone()));
        let visit = json!({
            "client": client.to_string(), "start": "2026-11-24T10:00", "purpose": "to offer a credit line",
        });
        let edit = add(Entity::Visit, visit);
        assert_eq!(trial.refusal(&edit), refused, "{stage}");
        if let Some(id) = warned {
            let warnings = trial.plan(&edit).unwrap().warnings;
            assert!(warnings.iter().any(|warning| warning.id == id), "{stage} {warnings:?}");
        }
    }
}

#[test]
fn an_answer_to_the_pushing_check_holds_until_the_words_change() {
    let mut trial = Trial::new();
    trial.has(Entity::Product, json!({ "code": "l", "name": { "en": "Credit line" }, "family": "lending" }));
    let mut row = trial.row::<crate::domain::Client>(trial.client).clone();
    row.status = crate::domain::words::ClientStatus::Prospect;
    row.vip_category = crate::domain::words::VipCategory::Attract;
    row.stage = Some(3);
    trial.book.put(crate::domain::Row::into_record(row));
    let visit = trial.planned("2026-11-24T10:00");
    let purpose = |text: &str| amend(Entity::Visit, visit, json!({ "purpose": text }));
    trial.answers.given.insert("first-meeting-pushing".into(), true);
    trial.make(&purpose("show the credit line"));
    let kept = trial.row::<Visit>(visit);
    assert_eq!((kept.push_check, kept.push_on), (crate::domain::words::PushCheck::Kept, Some(trial.today)));
    trial.answers.given.clear();
    assert_eq!(trial.refusal(&amend(Entity::Visit, visit, json!({ "place": "ours" }))), "-");
    assert_eq!(trial.refusal(&purpose("show the new credit line")), "first-meeting-pushing");
    trial.make(&purpose("to listen"));
    assert_eq!(trial.row::<Visit>(visit).push_check, crate::domain::words::PushCheck::None);
    let unticked = json!({ "purpose": "no credit line now", "push_check": "unticked", "push_reason": "asked by them" });
    assert_eq!(trial.refusal(&amend(Entity::Visit, visit, unticked)), "-");
}
