//! The ways of a client's status, from every one to every other.

use serde_json::{Value as Json, json};

use crate::domain::book::Entity;
use crate::domain::trial::{Trial, amend, amend_because};

const STATES: [&str; 7] = ["prospect", "active", "dormant", "left", "declined", "merged", "archived"];

/// A client in a state, with what that state holds.
fn at(trial: &mut Trial, state: &str) -> uuid::Uuid {
    let mut row = json!({ "handle": "beta", "name": "Beta", "assigned_on": "2020-01-01", "status": state });
    let more = match state {
        "prospect" => json!({ "vip_category": "attract", "stage": 3 }),
        "declined" => json!({ "vip_category": "attract", "stage": 3, "declined_reason": "price" }),
        "left" => json!({ "left_on": "2026-10-01", "left_reason": "moved" }),
        _ => json!({}),
    };
    if let (Some(row), Json::Object(more)) = (row.as_object_mut(), more) {
        row.extend(more);
    }
    trial.has(Entity::Client, row)
}

#[test]
fn every_pair_of_states_is_a_move_or_is_refused() {
    // Columns: to, in the order above. `.` stays; `n` is no move, `u` nothing is in use yet, `c` asks for the new
    // category; `-` passes for a reason, and so does `f` without one.
    let table = [
        ("prospect", ". u n n - n f"),
        ("active", "n . - - n n f"),
        ("dormant", "n f . - n n f"),
        ("left", "- - n . n n f"),
        ("declined", "- c n n . n f"),
        ("archived", "- - n n n n ."),
    ];
    for (from, row) in table {
        for (to, cell) in STATES.iter().zip(row.split(' ')) {
            let mut trial = Trial::new();
            let client = at(&mut trial, from);
            let wish = json!({ "status": to });
            let reasoned = trial.refusal(&amend_because(Entity::Client, client, "so it is", wish.clone()));
            let bare = trial.refusal(&amend(Entity::Client, client, wish));
            let expected = match cell {
                "n" => "move-not-possible",
                "u" => "nothing-in-use-yet",
                "c" => "new-category-ask",
                _ => "-",
            };
            assert_eq!(reasoned, expected, "{from} to {to}");
            let asks = matches!(cell, "-" | "c");
            assert_eq!(bare.ends_with("needed") || bare.ends_with("needs-reason"), asks, "{from} to {to}: {bare}");
        }
    }
    for to in STATES.iter().filter(|to| **to != "merged") {
        let mut trial = Trial::new();
        let client = at(&mut trial, "merged");
        let wish = amend_because(Entity::Client, client, "so it is", json!({ "status": to }));
        assert_eq!(trial.refusal(&wish), "move-not-possible", "merged to {to}");
    }
}
