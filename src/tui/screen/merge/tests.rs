//! Merging on the screen: who, what moves, what differs, one step and one undo.

use serde_json::json;

use crate::domain::figures::testing::DEMO;
use crate::domain::words::ClientStatus;
use crate::domain::{Answers, Edit, Entity, Id};
use crate::i18n::Lang;
use crate::tui::rig::{Rig, desk_with};
use crate::tui::target::{Tab, Target};

fn rig(lang: Lang, width: u16) -> Rig {
    Rig::with(&DEMO).lang(lang).size(width, 24).on("2026-11-23")
}

fn client(handle: &str) -> uuid::Uuid {
    DEMO.client.iter().find(|row| row.handle == handle).unwrap().head.uid
}

#[test]
fn two_clients_become_one_and_come_apart_again() {
    let (keep, gone) = (client("volga-metall"), client("volga-trans"));
    for (lang, width) in [(Lang::En, 80), (Lang::Ru, 100), (Lang::Bg, 80), (Lang::Zh, 80)] {
        let mut rig = rig(lang, width);
        rig.open(&Target::Client(Id::new(keep), Tab::Overview)).press(": merge <Space>").paste("volga-trans");
        rig.press("<Enter> <Enter>");
        insta::assert_snapshot!(format!("clients_{lang:?}_{width}"), rig.screen());
    }
    let mut rig = rig(Lang::En, 80);
    rig.open(&Target::Client(Id::new(keep), Tab::Overview))
        .press(": merge <Enter>")
        .paste("volga-trans")
        .press("<Enter>");
    let steps = rig.desk().last_step();
    rig.press("<C-s>");
    assert_eq!(rig.desk().last_step(), steps, "facts differ: {}", rig.status());
    for _ in 0..40 {
        rig.press("<Space>");
    }
    rig.press("<C-s>");
    insta::assert_snapshot!("confirm", rig.screen());
    rig.press("y");
    assert_eq!(rig.desk().last_step(), steps + 1, "{}", rig.screen());
    let row = rig.book().client.by_uuid(gone).cloned().unwrap();
    assert_eq!((row.status, row.merged_into), (ClientStatus::Merged, Some(Id::new(keep))));
    assert!(!rig.book().visit.of(gone).any(|visit| visit.client.uuid == gone));
    rig.press("u");
    assert_eq!(rig.book().client.by_uuid(gone).unwrap().merged_into, None);
}

/// One choice decides on all targets of one period, so all of them are shown, and only what can be chosen has the cursor.
#[test]
fn every_target_that_differs_is_shown_with_its_choice() {
    let (keep, gone) = (client("volga-metall"), client("volga-trans"));
    let mut desk = desk_with(&DEMO, "2026-11-23".parse().unwrap());
    for (measure, minor) in [("income", 100), ("turnover", 200)] {
        let row = json!({ "client": gone.to_string(), "measure": measure, "year": 2026,
            "target": { "minor": minor, "currency": "RUB" } });
        let fields = row.as_object().unwrap().clone();
        desk.make(&Edit::Add { entity: Entity::PlanTarget, fields }, &Answers::yes()).unwrap();
    }
    let mut rig = Rig::of(desk).size(100, 150);
    rig.open(&Target::Client(Id::new(keep), Tab::Overview)).press(": merge <Space>").paste("volga-trans");
    rig.press("<Enter> <Enter>");
    let screen = rig.screen();
    let theirs = screen.lines().find(|line| line.contains("RUB 1.00")).unwrap_or_default();
    assert!(theirs.contains("RUB 2.00") && theirs.contains("2026"), "{screen}");
    for key in ["k", "k", "j", "G", "j", "g g", "k"] {
        rig.press(key);
        let screen = rig.screen();
        assert!(screen.lines().any(|line| line.starts_with(">[")), "{key}: {screen}");
    }
}

#[test]
fn a_person_goes_into_the_one_on_the_card() {
    let person = |handle: &str| DEMO.person.iter().find(|row| row.handle == handle).unwrap().head.uid;
    let (keep, gone) = (person("petrov-vm"), person("petrov-at"));
    let mut rig = rig(Lang::En, 80);
    rig.open(&Target::Person(Id::new(keep))).press(": merge <Space>").paste("petrov-at").press("<Enter> <Enter>");
    insta::assert_snapshot!("people", rig.screen());
    for _ in 0..40 {
        rig.press("<Space>");
    }
    rig.press("<C-s> y");
    assert_eq!(rig.book().person.by_uuid(gone).unwrap().merged_into, Some(Id::new(keep)));
    rig.press("u");
    assert_eq!(rig.book().person.by_uuid(gone).unwrap().merged_into, None);
}
