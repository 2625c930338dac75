//! What rests on a client being of a group, when the group changes above it.

use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::domain::book::Entity;
use crate::domain::trial::{Trial, amend};

/// Five clients, each below the one before.
fn chain(trial: &mut Trial) -> Vec<Uuid> {
    let mut group: Vec<Uuid> = Vec::new();
    for n in 0..5 {
        let parent = group.last().map_or(Json::Null, |above| above.to_string().into());
        let row = json!({ "handle": format!("g{n}"), "name": format!("G{n}"), "assigned_on": "2020-01-01", "parent": parent });
        group.push(trial.has(Entity::Client, row));
    }
    group
}

/// A row of the client at one end that rests on a row of the client at the other.
type Resting = fn(&mut Trial, Uuid, Uuid);

fn offer_on_need(trial: &mut Trial, below: Uuid, above: Uuid) {
    let need = trial.has(Entity::Need, json!({ "client": above.to_string(), "title": "t" }));
    trial.has(Entity::Proposal, json!({ "client": below.to_string(), "title": "o", "needs": [need.to_string()] }));
}

fn cover_of_need(trial: &mut Trial, below: Uuid, above: Uuid) {
    let need = trial.has(Entity::Need, json!({ "client": below.to_string(), "title": "t" }));
    let offer = trial.has(Entity::Proposal, json!({ "client": above.to_string(), "title": "o" }));
    let covers = json!([{ "need": need.to_string(), "cover": 1 }]);
    trial.has(
        Entity::ProposalTerm,
        json!({ "proposal": offer.to_string(), "label": "l", "kind": "other", "covers": covers }),
    );
}

fn need_seen_at_visit(trial: &mut Trial, below: Uuid, above: Uuid) {
    let visit = trial.held("2026-11-10");
    let mut row = trial.book.record(Entity::Visit, visit).unwrap();
    row.set_field("client", &above.to_string().into()).unwrap();
    trial.book.put(row);
    let seen = json!([{ "date": "2026-11-10", "weight": "said", "visit": visit.to_string() }]);
    trial.has(Entity::Need, json!({ "client": below.to_string(), "title": "t", "evidence": seen }));
}

#[test]
fn a_group_is_not_cut_between_rows_that_rest_on_each_other() {
    let resting: [(Resting, &str); 3] =
        [(offer_on_need, "need-of-other"), (cover_of_need, "need-of-other"), (need_seen_at_visit, "visit-of-other")];
    for (rest, sentence) in resting {
        for (below, above) in [(4, 0), (4, 2), (1, 0), (3, 3)] {
            for cut in 1..5 {
                let mut trial = Trial::new();
                let group = chain(&mut trial);
                rest(&mut trial, group[below], group[above]);
                let edit = amend(Entity::Client, group[cut], json!({ "parent": null }));
                let expected = if above < cut && cut <= below { sentence } else { "-" };
                assert_eq!(trial.refusal(&edit), expected, "{below} on {above}, cut above {cut}");
                let elsewhere = amend(Entity::Client, group[cut], json!({ "parent": trial.client.to_string() }));
                assert_eq!(trial.refusal(&elsewhere), expected, "{below} on {above}, {cut} moved");
            }
        }
    }
}

#[test]
fn a_whole_group_moves_with_what_rests_within_it() {
    let mut trial = Trial::new();
    let group = chain(&mut trial);
    offer_on_need(&mut trial, group[4], group[2]);
    let edit = amend(Entity::Client, group[2], json!({ "parent": trial.client.to_string() }));
    assert_eq!(trial.refusal(&edit), "-");
}
