//! What an offer stands on while the client has it before them, what brings it that far, and what a copy keeps.

use serde_json::{Value as Json, json};

use super::offer::Case;
use crate::domain::book::Entity;
use crate::domain::edit::Edit;
use crate::domain::entity::{Need, Proposal};
use crate::domain::moves::OfferMove;
use crate::domain::table::Id;
use crate::domain::trial::{amend, amend_because};
use crate::domain::words::{ProposalState, TermState};

#[test]
fn nothing_is_taken_from_under_a_presented_offer() {
    let hint = json!([{ "date": "2026-11-01", "weight": "hint" }]);
    let essential = |min: i64| json!({ "essential": true, "min_cover": min });
    let no = || json!({});
    // State of the offer; the need before, the term before; what is changed, how; the answer.
    for (state, need, term, of, change, expected) in [
        ("presented", no(), no(), Entity::ProposalTerm, json!({ "state": "dropped" }), "need-not-covered"),
        ("discussed", no(), no(), Entity::ProposalTerm, json!({ "state": "dropped" }), "-"),
        ("presented", json!({ "essential": false }), no(), Entity::ProposalTerm, json!({ "state": "dropped" }), "-"),
        ("presented", json!({ "essential": false }), no(), Entity::Need, essential(2), "-"),
        (
            "presented",
            json!({ "essential": false }),
            json!({ "covers": [] }),
            Entity::Need,
            essential(1),
            "need-not-covered",
        ),
        ("discussed", json!({ "essential": false }), json!({ "covers": [] }), Entity::Need, essential(1), "-"),
        ("declined", json!({ "essential": false }), json!({ "covers": [] }), Entity::Need, essential(1), "-"),
        ("presented", no(), no(), Entity::Need, json!({ "essential": false }), "-"),
        ("presented", no(), no(), Entity::Need, json!({ "state": "probed", "evidence": hint }), "offer-answers-need"),
        ("presented", no(), no(), Entity::Need, json!({ "state": "hypothesis", "evidence": [] }), "offer-answers-need"),
        ("discussed", no(), no(), Entity::Need, json!({ "state": "probed", "evidence": hint }), "-"),
    ] {
        let mut case = Case::with(state, need, term);
        let row = if of == Entity::Need { case.need } else { case.term };
        assert_eq!(case.trial.refusal(&amend(of, row, change.clone())), expected, "{state} {change}");
    }
}

#[test]
fn a_floor_rises_no_higher_than_a_presented_offer_covers() {
    let mut case = Case::with("presented", json!({ "min_cover": 1 }), json!({}));
    let need = case.need;
    assert_eq!(case.trial.refusal(&amend(Entity::Need, need, json!({ "min_cover": 2 }))), "-");
    let mut term = case.trial.book.record(Entity::ProposalTerm, case.term).unwrap();
    term.set_field("covers", &json!([{ "need": need.to_string(), "cover": 1 }])).unwrap();
    case.trial.book.put(term);
    assert_eq!(case.trial.refusal(&amend(Entity::Need, need, json!({ "min_cover": 2 }))), "need-below-cover");
}

/// Undone beneath the presenting that came after it, a confirmation would leave the offer on a guess, a page would
/// leave it presented at no visit; what was agreed does not change beneath the accepting.
#[test]
fn a_step_out_of_its_turn_leaves_an_offer_standing() {
    let hint = json!([{ "date": "2026-11-01", "weight": "hint" }]);
    for (state, of, before, out_of_turn, expected) in [
        ("presented", Entity::Need, json!({ "state": "probed", "evidence": hint }), true, "no-confirmed-need"),
        ("presented", Entity::Need, json!({ "state": "probed", "evidence": hint }), false, "-"),
        ("presented", Entity::ProposalTerm, json!({ "covers": [] }), true, "need-not-covered"),
        ("presented", Entity::ProposalTerm, json!({ "label": "tariff" }), true, "-"),
        ("presented", Entity::ProposalTerm, json!({ "state": "open" }), true, "-"),
        ("accepted", Entity::ProposalTerm, json!({ "state": "open" }), true, "offer-is-closed"),
        ("accepted", Entity::ProposalTerm, json!({ "state": "open" }), false, "-"),
        ("declined", Entity::ProposalTerm, json!({ "value": 300 }), true, "offer-is-closed"),
        ("presented", Entity::Visit, json!({ "status": "planned" }), true, "visit-presented-offer"),
        ("presented", Entity::Visit, json!({ "status": "planned" }), false, "-"),
        ("presented", Entity::Visit, json!({ "place": "theirs" }), true, "-"),
    ] {
        let mut case = Case::at(state);
        let uuid = match of {
            Entity::Need => case.need,
            Entity::Visit => case.visit,
            _ => case.term,
        };
        let now = case.trial.book.record(of, uuid).unwrap();
        let mut was = now.clone();
        for (field, value) in before.as_object().unwrap() {
            was.set_field(field, value).unwrap();
        }
        let change = crate::domain::step::Change { before: Some(now), after: Some(was) };
        let title = crate::domain::Sentence::new("undone");
        let undo = Edit::Restore { title, client: None, changes: vec![change], out_of_turn, force: false };
        assert_eq!(case.trial.refusal(&undo), expected, "{state} {before} {out_of_turn}");
    }
}

#[test]
fn a_draft_is_talked_over_once_a_need_of_it_is_probed_and_a_term_is_there() {
    let dropped = json!({ "state": "dropped" });
    for (need, term, expected) in [
        ("hypothesis", Json::Null, "offer-needs-need"),
        ("probed", Json::Null, "-"),
        ("confirmed", Json::Null, "-"),
        ("dropped", Json::Null, "offer-needs-need"),
        ("probed", dropped, "offer-needs-term"),
    ] {
        let row = json!({ "state": need, "drop_reason": "x", "drop_kind": "other" });
        let mut case = Case::with("draft", row, if term.is_null() { json!({}) } else { term });
        assert_eq!(case.refusal(OfferMove::Discuss), expected, "{need}");
    }
}

#[test]
fn a_copy_is_a_draft_of_its_own_with_the_terms_that_stand() {
    for state in ["draft", "presented", "accepted", "declined"] {
        let mut case = Case::at(state);
        case.trial.has(
            Entity::ProposalTerm,
            json!({ "proposal": case.offer.to_string(), "label": "gone", "kind": "other", "state": "dropped" }),
        );
        let copy = case.moved(OfferMove::Copy);
        case.trial.make(&copy);
        let Case { trial, offer, .. } = case;
        let was = trial.row::<Proposal>(offer);
        let new = trial.book.proposal.iter().find(|row| row.head.uid != offer).unwrap();
        assert_eq!((new.state, new.version, new.title.as_str()), (ProposalState::Draft, 1, "line (2)"), "{state}");
        assert_eq!((new.presented_in, new.decided_on, new.declined_by), (None, None, None), "{state}");
        assert_eq!((new.client, &new.needs), (was.client, &was.needs), "{state}");
        let terms: Vec<_> = trial.book.proposal_term.of(Id::<Proposal>::new(new.head.uid)).collect();
        assert_eq!(terms.len(), 1, "{state}: what was dropped is not offered again");
        assert_eq!((terms[0].state, terms[0].label.as_str()), (TermState::Open, "rate"), "{state}");
    }
    let mut case = Case::with("accepted", json!({ "state": "met" }), json!({}));
    let copy = case.moved(OfferMove::Copy);
    case.trial.make(&copy);
    let new = case.trial.book.proposal.iter().find(|row| row.head.uid != case.offer).unwrap();
    assert_eq!(new.needs, [], "a need that was met asks for nothing new");
    assert!(case.trial.row::<Need>(case.need).state.is_confirmed());
    let because = amend_because(Entity::Proposal, case.offer, "again", json!({ "state": "discussed" }));
    assert_eq!(case.trial.refusal(&because), "offer-is-closed");
}
