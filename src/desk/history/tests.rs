//! Orders in which steps are taken back and made again.

use serde_json::json;

use super::*;
use crate::domain::{Amend, Entity};

fn add(desk: &mut Desk, entity: Entity, fields: serde_json::Value) -> (i64, uuid::Uuid) {
    let fields = fields.as_object().unwrap().clone().into_iter().collect();
    let made = desk.make(&Edit::Add { entity, fields }, &Answers::yes()).unwrap();
    let row = made.changed.iter().find(|(changed, _)| *changed == entity).unwrap();
    (made.step.unwrap(), row.1)
}

#[test]
fn a_row_that_a_list_of_another_names_is_not_undone_away() {
    let mut desk = desk();
    let (_, own) = add(&mut desk, Entity::Client, json!({"name": "Volga"}));
    let (step, also) = add(&mut desk, Entity::Client, json!({"name": "Ural"}));
    let visit = json!({"client": own.to_string(), "start": "2026-11-24T10:00", "also_clients": [also.to_string()]});
    add(&mut desk, Entity::Visit, visit);
    let refused = desk.undo_step(step).unwrap_err();
    assert_eq!(refused.sentence().id, "used-by-records");
    assert!(desk.book().contains(Entity::Client, also));
    desk.undo(&Answers::yes()).unwrap();
    desk.undo_step(step).unwrap();
    let refused = desk.step(step + 1).and_then(|visit| desk.reverse(&visit, Turn::Redo, true)).unwrap_err();
    assert_eq!(refused.sentence().id, "reference-to-nothing");
}

fn desk() -> Desk {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|day| day.and_hms_opt(8, 0, 0)).unwrap();
    Desk::throwaway(crate::desk::Clock::Standing(day)).unwrap()
}

/// What is moved in the table of orders.
#[derive(Debug, Clone, Copy)]
enum Go {
    Undo,
    Redo,
    /// Takes back the edit that was made as the nth.
    Step(usize),
}

/// Makes the edits, then moves steps; what each move was refused with.
fn orders(desk: &mut Desk, edits: &[Edit], moves: &[Go]) -> Vec<String> {
    let steps: Vec<i64> = edits.iter().map(|edit| desk.make(edit, &Answers::yes()).unwrap().step.unwrap()).collect();
    let go = |desk: &mut Desk, go: &Go| match go {
        Go::Undo => desk.undo(&Answers::yes()),
        Go::Redo => desk.redo(),
        Go::Step(n) => desk.undo_step(steps[*n]),
    };
    let said = moves.iter().map(|to| go(desk, to).map_or_else(|trouble| trouble.sentence().id.clone(), |_| "-".into()));
    said.collect()
}

fn amend(entity: Entity, uuid: uuid::Uuid, fields: serde_json::Value) -> Amend {
    Amend::new(entity, uuid, fields.as_object().unwrap().clone().into_iter().collect())
}

#[test]
fn what_a_step_taken_from_beneath_leaves_is_looked_at_by_each_undo_above_it() {
    use Go::{Redo, Step, Undo};
    const HELD: &str = "role-already-held-undated";
    for (moves, expected) in [
        (&[Undo, Undo, Undo][..], &["-", "-", "-"][..]),
        (&[Step(0), Undo], &["-", HELD]),
        (&[Step(0), Redo, Step(2), Step(0)], &["-", "-", "-", HELD]),
        (&[Step(0), Undo, Redo, Undo], &["-", HELD, "-", "-"]),
        (&[Undo, Step(0), Undo, Step(0)], &["-", HELD, "-", "-"]),
        (&[Undo, Undo, Undo, Redo, Redo, Redo], &["-", "-", "-", "-", "-", "-"]),
    ] {
        let mut desk = desk();
        let (_, client) = add(&mut desk, Entity::Client, json!({ "name": "Volga" }));
        let (_, person) = add(&mut desk, Entity::Person, json!({ "family_name": "Orlova", "side": "other" }));
        let held = json!({ "person": person.to_string(), "client": client.to_string(), "kind": "decides",
            "learned_on": "2026-11-01" });
        let (_, role) = add(&mut desk, Entity::Role, held.clone());
        let over = json!({ "to": "2026-11-20", "end_reason": "changed" });
        let again = uuid::Uuid::from_u128(7);
        let mut next = held.as_object().unwrap().clone();
        next.insert("uid".into(), again.to_string().into());
        let edits = [
            Edit::Amend(amend(Entity::Role, role, over.clone())),
            Edit::Add { entity: Entity::Role, fields: next.into_iter().collect() },
            Edit::Amend(amend(Entity::Role, again, over)),
        ];
        assert_eq!(orders(&mut desk, &edits, moves), expected, "{moves:?}");
        let held = desk.book().role.iter().filter(|role| role.to.is_none()).count();
        assert!(held <= 1, "{moves:?}");
    }
}

#[test]
fn a_stage_does_not_rise_again_past_a_gate_that_was_shut_from_beneath() {
    use Go::{Redo, Step, Undo};
    // Past a shut gate with a reason, a stage rises again whatever was taken out.
    for (forced, moves, expected) in [
        (false, &[Undo, Redo, Undo, Redo][..], &["-", "-", "-", "-"][..]),
        (false, &[Step(0), Undo], &["-", "stage-needs"]),
        (false, &[Undo, Step(0), Undo, Redo], &["-", "-", "-", "stage-needs"]),
        (false, &[Undo, Step(0), Undo, Redo, Undo], &["-", "-", "-", "stage-needs", "-"]),
        (true, &[Undo, Step(0), Undo, Redo], &["-", "-", "-", "-"]),
    ] {
        let mut desk = desk();
        let (_, client) = add(&mut desk, Entity::Client, json!({ "name": "Volga", "vip_category": "attract" }));
        let stage = |stage: i64, reason: Option<&str>| {
            let reason = reason.map(str::to_owned);
            Edit::Amend(Amend { force: forced, reason, ..amend(Entity::Client, client, json!({ "stage": stage })) })
        };
        let visit = uuid::Uuid::from_u128(7);
        let show = json!({ "uid": visit.to_string(), "client": client.to_string(), "start": "2026-11-24T10:00",
            "kind": if forced { "call" } else { "event" }, "purpose": "show" });
        let decision = json!({ "attract_decision": "yes", "attract_decided_on": "2026-11-01", "stage": 2 });
        desk.make(&Edit::Amend(amend(Entity::Client, client, decision)), &Answers::yes()).unwrap();
        let edits = [
            Edit::Add { entity: Entity::Visit, fields: show.as_object().unwrap().clone().into_iter().collect() },
            stage(3, forced.then_some("the head said so")),
            Edit::Amend(Amend {
                reason: Some("too early".into()),
                ..amend(Entity::Client, client, json!({ "stage": 2 }))
            }),
        ];
        assert_eq!(orders(&mut desk, &edits, moves), expected, "{forced} {moves:?}");
    }
}

#[test]
fn several_steps_are_undone_or_made_again_all_or_none() {
    let mut desk = desk();
    for name in ["Volga", "Ural", "Kama"] {
        add(&mut desk, Entity::Client, json!({ "name": name }));
    }
    let refused = desk.undo_all(4, &Answers::yes()).unwrap_err();
    assert_eq!(refused.sentence().id, "undo-fewer");
    assert_eq!((desk.book().client.len(), desk.last_step()), (3, 3));
    assert_eq!(desk.undo_all(2, &Answers::yes()).unwrap().len(), 2);
    assert_eq!(desk.book().client.len(), 1);
    assert_eq!(desk.redo_all(3).unwrap_err().sentence().id, "redo-fewer");
    assert_eq!(desk.redo_all(2).unwrap().len(), 2);
    assert_eq!(desk.redo_all(1).unwrap_err().sentence().id, "nothing-to-redo");
    assert_eq!(desk.book().client.len(), 3);
}

#[test]
fn what_blocks_a_later_one_of_several_is_found_before_the_first() {
    let mut desk = desk();
    let (first, own) = add(&mut desk, Entity::Client, json!({ "name": "Volga" }));
    let (_, other) = add(&mut desk, Entity::Client, json!({ "name": "Ural" }));
    let fields = |name: &str| crate::domain::Fields::from_iter([("name".to_owned(), name.into())]);
    let amend = |uuid, name| Edit::Amend(Amend::new(Entity::Client, uuid, fields(name)));
    // Undone and made again out of its turn, an edit lies above one that builds on it.
    let middle = desk.make(&amend(own, "Volga A"), &Answers::yes()).unwrap().step.unwrap();
    desk.make(&amend(other, "Ural B"), &Answers::yes()).unwrap();
    desk.undo_step(middle).unwrap();
    desk.make(&amend(own, "Volga C"), &Answers::yes()).unwrap();
    let last = desk.last_step();
    assert_eq!(desk.undo_step(first).unwrap_err().sentence().id, "undo-blocked");
    assert_eq!(desk.undo_all(4, &Answers::yes()).unwrap().len(), 4);
    assert_eq!(desk.last_step(), last + 4);
}

#[test]
fn an_edit_that_was_made_again_is_taken_back_at_either_of_its_lines() {
    let mut desk = desk();
    let (step, own) = add(&mut desk, Entity::Client, json!({ "name": "Volga" }));
    desk.undo(&Answers::yes()).unwrap();
    let again = desk.redo().unwrap().step.unwrap();
    assert_ne!(again, step);
    desk.undo_step(again).unwrap();
    assert!(!desk.book().contains(Entity::Client, own));
    assert_eq!(desk.undo_step(again).unwrap_err().sentence().id, "undone-already");
    assert_eq!(desk.undo_step(again + 1).unwrap_err().sentence().id, "undo-of-undo");
    assert_eq!(desk.undo_step(99).unwrap_err().sentence().id, "nothing-to-undo");
    assert_eq!(desk.step(99).unwrap_err().sentence().id, "record-gone");
}
