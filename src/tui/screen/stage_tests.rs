//! The stage box as its user meets it.

use insta::assert_snapshot;

use super::stage::StageBox;
use crate::domain::figures::testing::{DEMO, id};
use crate::domain::words::{AnswerKind, Language};
use crate::i18n::{Lang, Words};
use crate::tui::rig::Rig;
use crate::tui::target::{Tab, Target};

/// A prospect at the fourth stage.
fn rig() -> Rig {
    let mut rig = Rig::with(&DEMO);
    rig.open(&Target::Client(id("c-orrin"), Tab::Overview));
    rig
}

fn stage(rig: &mut Rig) -> Option<i64> {
    rig.book().client.get(id("c-orrin")).and_then(|client| client.stage)
}

#[test]
fn a_shut_gate_is_passed_with_a_reason_alone() {
    let mut rig = rig();
    rig.press("S <Enter>");
    assert_eq!(stage(&mut rig), Some(4), "{}", rig.status());
    rig.press("f <Enter>");
    assert_eq!(stage(&mut rig), Some(4), "{}", rig.status());
    rig.press("f the <Space> head <Space> asked <Enter>");
    assert_eq!(stage(&mut rig), Some(5), "{}", rig.status());
    assert!(rig.screen().contains("the head asked"), "{}", rig.screen());
    rig.press("u");
    assert_eq!(stage(&mut rig), Some(4));
    assert!(!rig.screen().contains("the head asked"));
}

#[test]
fn back_asks_for_a_reason() {
    let mut rig = rig();
    rig.press("S k k <Enter>").press("early <Enter>");
    assert_eq!(stage(&mut rig), Some(2), "{}", rig.status());
    rig.press("<PgDn> <PgDn>");
    assert!(rig.screen().contains(": early"), "{}", rig.screen());
}

#[test]
fn the_palette_knows_stage_and_force_in_the_box_and_on_the_list() {
    for open in ["S", "g g"] {
        let mut rig = rig();
        rig.press(open).press(": stage <Space> 3 <Space> early <Enter>");
        assert_eq!(stage(&mut rig), Some(3), "{}", rig.status());
        rig.press(": force <Space> 6 <Space> asked <Enter>");
        assert_eq!(stage(&mut rig), Some(6), "{}", rig.status());
    }
    let mut rig = Rig::with(&DEMO);
    rig.open(&Target::Clients).press("f orrin <Enter>").press(": force <Space> asked <Enter>");
    assert_eq!(stage(&mut rig), Some(5), "{}", rig.status());
}

/// Who was won goes through the stages no more: no next stage is offered, and what is is said.
#[test]
fn only_a_prospect_has_a_next_stage() {
    let words = Words::new(Lang::En);
    let (next, only) = (words.say("command-next-stage"), words.say("stage-of-prospect"));
    for (client, has_next) in [("c-orrin", true), ("c-volga-metall", false)] {
        let mut rig = Rig::with(&DEMO).size(100, 28);
        rig.open(&Target::Client(id(client), Tab::Overview)).press("S");
        assert_eq!(rig.status().contains(&next), has_next, "{}", rig.status());
        assert_eq!(rig.screen().contains(&only), !has_next, "{}", rig.screen());
        let before = rig.desk().last_step();
        rig.press("<Enter>");
        assert_eq!(rig.desk().last_step(), before);
        assert_eq!(rig.status().contains(&only), !has_next, "{}", rig.status());
    }
}

#[test]
fn an_own_text_stands_in_place_of_the_shipped_one() {
    let mut rig = rig();
    let shipped = Words::new(Lang::En).say("playbook-stage-4");
    rig.press("S e <C-s>");
    let answer = rig.book().answer.iter().find(|answer| answer.kind == AnswerKind::Playbook).unwrap().clone();
    assert_eq!((answer.body, answer.language, answer.topic.as_deref()), (shipped, Language::En, Some("stage 4")));
    assert!(rig.screen().contains(&Words::new(Lang::En).say("playbook-own")), "{}", rig.screen());
    rig.press("e <C-s>");
    assert_eq!(rig.book().answer.iter().filter(|answer| answer.kind == AnswerKind::Playbook).count(), 1);
}

/// The text of one stage, begun and left, is not offered for another.
#[test]
fn a_text_begun_for_a_stage_stays_that_stage_s() {
    let mut rig = rig();
    rig.press("S e").paste("begun").press("<Esc> <Esc>");
    let key = rig.desk().drafts().unwrap()[0].key.clone();
    rig.press("j e");
    assert!(!rig.status().starts_with("Draft from") && !rig.screen().contains("begun"), "{}", rig.screen());
    rig.press("<Esc> <Esc> k e");
    assert!(rig.status().starts_with("Draft from") && rig.screen().contains("begun"), "{}", rig.screen());
    rig.press("<Esc> <Esc>").open(&Target::Draft(key));
    assert!(rig.screen().contains("begun"), "{}", rig.screen());
}

#[test]
fn pictures() {
    for (name, lang, (width, height)) in [
        ("stage-ru-80", Lang::Ru, (80, 24)),
        ("stage-en-60", Lang::En, (60, 15)),
        ("stage-bg-100", Lang::Bg, (100, 28)),
        ("stage-zh-160", Lang::Zh, (160, 50)),
    ] {
        let mut rig = Rig::with(&DEMO).lang(lang).size(width, height);
        rig.show(StageBox::new(id("c-orrin")));
        assert_snapshot!(name, rig.screen());
    }
}

#[test]
fn at_the_second_stage_the_box_tells_where_the_client_can_be_met_and_i_invites() {
    let mut rig = Rig::with(&DEMO).size(100, 36);
    rig.open(&Target::Client(id("c-orrin"), Tab::Overview)).press("S k k");
    assert_snapshot!("stage-2-en-100", rig.screen());
    rig.press("i");
    assert_snapshot!("stage-2-invite-en-100", rig.screen());
    let step = rig.desk().last_step();
    rig.press("<Enter>");
    assert_eq!(rig.desk().last_step(), step + 1, "{}", rig.screen());
    let invited = rig.book().visit.iter().filter(|visit| visit.also_clients.contains(&id("c-orrin")));
    assert_eq!(invited.map(|visit| visit.day(visit.zone).to_string()).collect::<Vec<_>>(), ["2026-12-10"]);
}
