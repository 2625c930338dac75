//! The way of a need, allowed and refused.

use serde_json::{Value as Json, json};

use crate::domain::book::Entity;
use crate::domain::edit::Edit;
use crate::domain::entity::Need;
use crate::domain::moves::{Move, NewEvidence};
use crate::domain::table::Id;
use crate::domain::trial::{Trial, add, amend, amend_because, day};
use crate::domain::words::{NeedState, Voice, Weight};

const HINT: &str = r#"[{"date": "2026-11-20", "weight": "hint"}]"#;
const SAID: &str = r#"[{"date": "2026-11-20", "weight": "said", "quote": "we pay in November"}]"#;

fn evidence(text: &str) -> Json {
    serde_json::from_str(text).unwrap()
}

/// A need in a state, with what that state holds.
fn at(trial: &mut Trial, state: &str) -> uuid::Uuid {
    let seen = if state == "hypothesis" { json!([]) } else { evidence(SAID) };
    trial.need(match state {
        "dropped" => json!({ "state": state, "evidence": seen, "drop_reason": "no", "drop_kind": "other" }),
        "addressed" => json!({ "state": state, "evidence": seen, "addressed_on": "2026-10-01" }),
        "met" => json!({ "state": state, "evidence": seen, "addressed_on": "2026-10-01", "met_on": "2026-10-20" }),
        _ => json!({ "state": state, "evidence": seen }),
    })
}

#[test]
fn every_pair_of_states_is_a_move_or_is_refused() {
    let states = ["hypothesis", "probed", "confirmed", "addressed", "met", "dropped"];
    // Rows: from; columns: to, in the order above. `.` stays, `r` asks for a reason, `n` is no move, `w` what was heard
    // forbids, `-` passes.
    let table = [
        (". E E n n d", "hypothesis"),
        ("w . - n n d", "probed"),
        ("w w . a n d", "confirmed"),
        ("n n r . m d", "addressed"),
        ("n n r n . d", "met"),
        ("r n n n n .", "dropped"),
    ];
    for (row, from) in table {
        for (to, cell) in states.iter().zip(row.split(' ')) {
            let mut trial = Trial::new();
            let need = at(&mut trial, from);
            let expected = match cell {
                "r" => "reason-needed",
                "n" => "move-not-possible",
                "w" => "evidence-says-more",
                "E" => "need-evidence-first",
                "a" => "answer-needed",
                "m" => "ask-client-if-met",
                "d" => "drop-needs-reason",
                _ => "-",
            };
            // What a dropped need must say is asked for before the way to it.
            let edit = amend(Entity::Need, need, json!({ "state": to }));
            assert_eq!(trial.refusal(&edit), expected, "{from} to {to}");
        }
    }
}

#[test]
fn what_a_move_asks_for_lets_it_pass() {
    let mut trial = Trial::new();
    let note = trial.has(
        Entity::Note,
        json!({
            "client": trial.client.to_string(), "on": "2026-11-01", "text": "a way was found",
        }),
    );
    let answer = json!([{ "kind": "note", "ref": note.to_string() }]);
    let cases: [(&str, Option<&str>, Json, &str); 10] = [
        ("hypothesis", None, json!({ "state": "probed", "evidence": evidence(HINT) }), "-"),
        ("hypothesis", None, json!({ "state": "confirmed", "evidence": evidence(HINT) }), "hints-do-not-confirm"),
        ("hypothesis", None, json!({ "state": "confirmed", "evidence": evidence(SAID) }), "-"),
        ("confirmed", None, json!({ "state": "addressed", "answered_by": answer }), "-"),
        ("addressed", Some("it did not work"), json!({ "state": "confirmed" }), "-"),
        ("met", Some("it did not work"), json!({ "state": "confirmed" }), "-"),
        ("confirmed", None, json!({ "state": "dropped", "drop_kind": "no_interest", "drop_reason": "gone" }), "-"),
        ("confirmed", None, json!({ "state": "dropped", "drop_reason": "gone" }), "drop-needs-reason"),
        ("dropped", Some("they asked again"), json!({ "state": "hypothesis" }), "-"),
        ("met", None, json!({ "state": "dropped", "drop_kind": "other", "drop_reason": "x" }), "move-not-possible"),
    ];
    for (from, reason, row, expected) in cases {
        let need = at(&mut trial, from);
        let edit = match reason {
            Some(reason) => amend_because(Entity::Need, need, reason, row.clone()),
            None => amend(Entity::Need, need, row.clone()),
        };
        assert_eq!(trial.refusal(&edit), expected, "{from} {row}");
    }
}

#[test]
fn a_new_need_is_a_guess_or_was_said_by_the_client() {
    let mut trial = Trial::new();
    let client = trial.client.to_string();
    for (voice, state, seen, expected) in [
        ("hidden", "hypothesis", json!([]), "-"),
        ("hidden", "probed", json!([]), "need-evidence-first"),
        ("hidden", "probed", evidence(HINT), "-"),
        ("stated", "confirmed", evidence(SAID), "-"),
        ("stated", "confirmed", evidence(HINT), "hints-do-not-confirm"),
        ("stated", "confirmed", json!([]), "need-evidence-first"),
        ("hidden", "confirmed", evidence(SAID), "need-evidence-first"),
        ("stated", "met", evidence(SAID), "move-not-possible"),
    ] {
        let row = json!({ "client": client, "title": "t", "voice": voice, "state": state, "evidence": seen });
        assert_eq!(trial.refusal(&add(Entity::Need, row)), expected, "{voice} {state}");
    }
    let untitled = add(Entity::Need, json!({ "client": client, "title": " " }));
    assert_eq!(trial.refusal(&untitled), "need-needs-title");
}

#[test]
fn a_need_is_met_when_the_client_was_seen_or_asked_after_the_answer() {
    for (visit, mood, expected) in [
        (Some("2026-09-30"), None, "ask-client-if-met"),
        (Some("2026-10-01"), None, "ask-client-if-met"),
        (Some("2026-10-02"), None, "-"),
        (None, Some("2026-10-05"), "-"),
        (None, Some("2026-09-05"), "ask-client-if-met"),
    ] {
        let mut trial = Trial::new();
        let need = at(&mut trial, "addressed");
        if let Some(on) = visit {
            trial.held(on);
        }
        if let Some(on) = mood {
            let client = trial.client.to_string();
            trial.has(Entity::Satisfaction, json!({ "client": client, "on": on, "score": 8 }));
        }
        let edit = amend(Entity::Need, need, json!({ "state": "met" }));
        assert_eq!(trial.refusal(&edit), expected, "{visit:?} {mood:?}");
    }
}

#[test]
fn days_follow_the_states_and_a_step_back_clears_them() {
    let mut trial = Trial::new();
    let need = at(&mut trial, "addressed");
    trial.held("2026-11-02");
    trial.make(&amend(Entity::Need, need, json!({ "state": "met" })));
    assert_eq!(trial.row::<Need>(need).met_on, Some(day("2026-11-23")));
    trial.make(&amend_because(Entity::Need, need, "no", json!({ "state": "confirmed" })));
    let row = trial.row::<Need>(need);
    assert_eq!((row.met_on, row.addressed_on, row.answered_by.len()), (None, None, 0));
}

#[test]
fn a_voiced_need_keeps_its_day_and_never_hides_again() {
    let mut trial = Trial::new();
    let need = at(&mut trial, "confirmed");
    assert_eq!(trial.refusal(&amend(Entity::Need, need, json!({ "share": true }))), "need-share-voiced");
    trial.make(&amend(Entity::Need, need, json!({ "voice": "stated", "share": true })));
    let row = trial.row::<Need>(need);
    assert_eq!((row.voice, row.voiced_on, row.share), (Voice::Stated, Some(day("2026-11-23")), true));
    assert_eq!(
        trial.refusal(&amend(Entity::Need, need, json!({ "voice": "hidden", "share": false }))),
        "voice-never-back"
    );
    let drop = json!({ "state": "dropped", "drop_kind": "other", "drop_reason": "x" });
    trial.make(&amend(Entity::Need, need, drop));
    assert!(!trial.row::<Need>(need).share);
}

#[test]
fn evidence_stays_under_a_need_that_stands_on_it() {
    for (state, left, expected) in [
        ("probed", json!([]), "evidence-holds-need"),
        ("confirmed", evidence(HINT), "evidence-holds-need"),
        ("confirmed", evidence(SAID), "-"),
    ] {
        let mut trial = Trial::new();
        let need = at(&mut trial, state);
        let edit = amend(Entity::Need, need, json!({ "evidence": left }));
        assert_eq!(trial.refusal(&edit), expected, "{state}");
    }
    let mut trial = Trial::new();
    let need = at(&mut trial, "confirmed");
    let back = amend(Entity::Need, need, json!({ "evidence": evidence(HINT), "state": "probed" }));
    assert_eq!(trial.refusal(&back), "-", "state and evidence are corrected together");
}

#[test]
fn a_need_behind_a_presented_offer_is_not_dropped() {
    let mut trial = Trial::new();
    let need = at(&mut trial, "confirmed");
    let client = trial.client.to_string();
    trial.has(
        Entity::Proposal,
        json!({
            "client": client, "title": "line", "state": "presented", "needs": [need.to_string()],
        }),
    );
    let drop = json!({ "state": "dropped", "drop_kind": "other", "drop_reason": "x" });
    assert_eq!(trial.refusal(&amend(Entity::Need, need, drop)), "offer-answers-need");
}

#[test]
fn evidence_is_added_with_the_day_of_its_visit() {
    let mut trial = Trial::new();
    let need = at(&mut trial, "hypothesis");
    let visit = trial.held("2026-11-10");
    let wish = NewEvidence {
        need: Id::new(need),
        quote: Some("we pay in November".into()),
        weight: Weight::Said,
        visit: Some(Id::new(visit)),
        on: None,
    };
    trial.make(&Edit::Move(Move::Evidence(wish.clone())));
    let row = trial.row::<Need>(need);
    assert_eq!((row.state, row.evidence[0].date), (NeedState::Hypothesis, day("2026-11-10")));
    let tomorrow = NewEvidence { on: Some(day("2026-11-24")), ..wish };
    assert_eq!(trial.refusal(&Edit::Move(Move::Evidence(tomorrow))), "not-after-today");
}

#[test]
fn evidence_comes_from_a_visit_to_the_same_client() {
    let mut trial = Trial::new();
    let other = trial.has(Entity::Client, json!({ "handle": "beta", "name": "Beta", "assigned_on": "2020-01-01" }));
    let visit = trial.has(
        Entity::Visit,
        json!({
            "client": other.to_string(), "start": "2026-11-10T10:00", "zone": "Europe/Sofia", "status": "held",
        }),
    );
    let need = at(&mut trial, "hypothesis");
    let seen = json!([{ "visit": visit.to_string(), "date": "2026-11-10", "weight": "hint" }]);
    assert_eq!(trial.refusal(&amend(Entity::Need, need, json!({ "evidence": seen }))), "visit-of-other");
    let wrong = json!({ "answered_by": [{ "kind": "offer", "ref": visit.to_string() }] });
    assert_eq!(trial.refusal(&amend(Entity::Need, need, wrong)), "reference-of-kind");
}

#[test]
fn evidence_was_heard_by_today_at_a_visit_that_was_held() {
    let seen = |visit: Option<String>, date: &str| json!([{ "visit": visit, "date": date, "weight": "said", "quote": "we pay in November" }]);
    for (status, start, date, expected) in [
        (None, "", "2026-11-23", "-"),
        (None, "", "2026-11-24", "not-after-today"),
        (Some("held"), "2026-11-10T10:00", "2026-11-10", "-"),
        (Some("planned"), "2026-11-25T10:00", "2026-11-20", "visit-not-held"),
        (Some("cancelled"), "2026-11-10T10:00", "2026-11-10", "visit-not-held"),
        (Some("missed"), "2026-11-10T10:00", "2026-11-10", "visit-not-held"),
    ] {
        let mut trial = Trial::new();
        let need = at(&mut trial, "hypothesis");
        let client = trial.client.to_string();
        let visit = status.map(|status| {
            let row = json!({
                "client": client, "start": start, "zone": "Europe/Sofia", "status": status, "cancelled_by": "them",
                "cancel_reason": "ill",
            });
            trial.has(Entity::Visit, row)
        });
        let edit = amend(Entity::Need, need, json!({ "evidence": seen(visit.map(|id| id.to_string()), date) }));
        assert_eq!(trial.refusal(&edit), expected, "{status:?} {date}");
        let wish = NewEvidence {
            need: Id::new(need),
            quote: None,
            weight: Weight::Said,
            visit: visit.map(Id::new),
            on: Some(day(date)),
        };
        assert_eq!(trial.refusal(&Edit::Move(Move::Evidence(wish))), expected, "{status:?} {date}, by its command");
    }
}

#[test]
fn a_need_is_answered_in_its_own_house() {
    let mut trial = Trial::new();
    let own = trial.client.to_string();
    let client = |handle: &str, parent: Json| json!({ "handle": handle, "name": handle, "assigned_on": "2020-01-01", "parent": parent });
    let sister = trial.has(Entity::Client, client("sister", json!(own))).to_string();
    let other = trial.has(Entity::Client, client("other", Json::Null)).to_string();
    let product = json!({ "code": "x", "name": { "en": "X" }, "family": "other" });
    let product = trial.has(Entity::Product, product).to_string();
    for (whose, of_house) in [(own, true), (sister, true), (other, false)] {
        let note = trial.has(Entity::Note, json!({ "client": whose, "on": "2026-11-01", "text": "t" }));
        let offer = trial.has(Entity::Proposal, json!({ "client": whose, "title": "t" }));
        let holding = trial.has(Entity::Holding, json!({ "client": whose, "product": product }));
        for (kind, answer, refusal) in [
            ("note", note, "note-of-other"),
            ("offer", offer, "offer-is-for-other"),
            ("holding", holding, "holding-of-other"),
        ] {
            let need = at(&mut trial, "confirmed");
            let row = json!({ "state": "addressed", "answered_by": [{ "kind": kind, "ref": answer.to_string() }] });
            let expected = if of_house { "-" } else { refusal };
            assert_eq!(trial.refusal(&amend(Entity::Need, need, row)), expected, "{kind} of {whose}");
        }
    }
}

#[test]
fn the_days_of_a_need_belong_to_its_states_and_have_come() {
    for (state, row, expected) in [
        ("probed", json!({ "met_on": "2026-11-01" }), "day-of-other-state"),
        ("probed", json!({ "addressed_on": "2026-11-01" }), "day-of-other-state"),
        ("probed", json!({ "voiced_on": "2026-11-01" }), "day-of-other-state"),
        ("probed", json!({ "voice": "stated", "voiced_on": "2026-11-01" }), "-"),
        ("probed", json!({ "voice": "stated", "voiced_on": "2030-01-01" }), "not-after-today"),
        ("addressed", json!({ "addressed_on": "2026-11-20" }), "-"),
        ("addressed", json!({ "addressed_on": "2030-01-01" }), "not-after-today"),
        ("met", json!({ "met_on": "2030-01-01" }), "not-after-today"),
        ("met", json!({ "met_on": "2026-09-30" }), "met-before-answered"),
        ("met", json!({ "met_on": "2026-10-01" }), "-"),
    ] {
        let mut trial = Trial::new();
        let need = at(&mut trial, state);
        assert_eq!(trial.refusal(&amend(Entity::Need, need, row.clone())), expected, "{state} {row}");
    }
}

#[test]
fn a_need_answered_nobody_knows_when_is_not_met() {
    let mut trial = Trial::new();
    let need = at(&mut trial, "addressed");
    trial.held("2026-11-02");
    trial.make(&amend(Entity::Need, need, json!({ "addressed_on": null })));
    assert_eq!(trial.refusal(&amend(Entity::Need, need, json!({ "state": "met" }))), "required-field");
    let known = json!({ "state": "met", "addressed_on": "2026-10-01" });
    assert_eq!(trial.refusal(&amend(Entity::Need, need, known)), "-");
}

#[test]
fn a_need_goes_on_to_its_next_state_with_the_day_of_it() {
    for (from, refusal) in [
        ("hypothesis", "need-evidence-first"),
        ("probed", "-"),
        ("confirmed", "answer-needed"),
        ("addressed", "ask-client-if-met"),
        ("met", "already-in-state"),
        ("dropped", "reason-needed"),
    ] {
        let mut trial = Trial::new();
        let need = at(&mut trial, from);
        assert_eq!(trial.refusal(&Edit::Move(Move::Need(Id::new(need)))), refusal, "{from}");
    }
    let mut trial = Trial::new();
    let need = at(&mut trial, "probed");
    trial.make(&Edit::Move(Move::Need(Id::new(need))));
    assert_eq!(trial.row::<Need>(need).state, NeedState::Confirmed);
}
