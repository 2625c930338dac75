//! The board as its user meets it, on the demo portfolio.

use insta::assert_snapshot;
use serde_json::json;

use crate::desk::Desk;
use crate::domain::edit::fields;
use crate::domain::figures::testing::{DEMO, id};
use crate::domain::moves::{Move, OfferMove};
use crate::domain::words::{ProposalState, TermState};
use crate::domain::{Amend, Answers, Edit, Entity, Id, Interest, Proposal, ProposalTerm};
use crate::i18n::Lang;
use crate::tui::rig::{Rig, desk_with};
use crate::tui::target::{Tab, Target};

fn offer() -> Id<Proposal> {
    id("pr-vm-lc")
}

fn rig() -> Rig {
    let mut rig = Rig::with(&DEMO).size(100, 28).on("2026-11-23");
    rig.open(&Target::Offer(offer()));
    rig
}

/// The score in the book of the first term for the first interest of the board.
fn first(rig: &mut Rig) -> Option<i64> {
    let interest: Id<Interest> = id("i-sedov-speed");
    let term: Id<ProposalTerm> = Id::new(crate::domain::offer::terms(rig.book(), offer())[0].head.uid);
    rig.book().term_score.of(term).find(|row| row.interest == interest).map(|row| row.score)
}

#[test]
fn keys_of_one_cell_are_one_step_saved_on_leaving_it() {
    let mut rig = rig();
    let before = rig.desk().last_step();
    assert_eq!(first(&mut rig), Some(1));
    rig.press("+");
    assert_eq!(rig.desk().last_step(), before, "nothing is saved in the cell");
    rig.a_second_later();
    assert_eq!(rig.desk().drafts().unwrap().len(), 1);
    rig.press("j");
    assert_eq!((rig.desk().last_step(), first(&mut rig)), (before + 1, Some(2)));
    assert_eq!(rig.desk().drafts().unwrap(), []);
    rig.press("u");
    assert_eq!(first(&mut rig), Some(1));
    for (keys, score) in [("k - - <Esc>", Some(-1)), ("<Backspace> l", None), ("h + l", Some(1))] {
        rig.press(keys);
        assert_eq!(first(&mut rig), score, "{keys}");
    }
    rig.press("h + u");
    assert_eq!(first(&mut rig), Some(1), "taken back before it was saved");
}

#[test]
fn a_draft_of_a_cell_is_offered_again() {
    let mut rig = rig();
    rig.press("+").a_second_later();
    let key = rig.desk().drafts().unwrap()[0].key.clone();
    rig.press("q").open(&Target::Draft(key));
    rig.press("j");
    assert_eq!(first(&mut rig), Some(2));
}

#[test]
fn a_what_if_changes_nothing() {
    let mut rig = rig();
    let before = rig.desk().last_step();
    rig.press("W - - j <Space>");
    assert_snapshot!(rig.screen());
    rig.press("a");
    assert!(rig.status().contains("what-if"), "{}", rig.status());
    for key in ["u", "<C-r>"] {
        rig.press(key);
        assert!(rig.status().contains("what-if"), "{key}: {}", rig.status());
    }
    rig.press("W");
    assert_eq!((rig.desk().last_step(), first(&mut rig)), (before, Some(1)));
    assert!(rig.screen().contains("score 87"));
}

#[test]
fn the_offer_goes_its_way_by_keys() {
    let state = |rig: &mut Rig| rig.book().proposal.get(offer()).map(|offer| (offer.state, offer.version));
    let mut rig = rig();
    rig.press("v");
    assert_eq!(state(&mut rig), Some((ProposalState::Discussed, 3)));
    rig.press("P <Enter>");
    assert_eq!(state(&mut rig), Some((ProposalState::Presented, 3)));
    rig.press("Y");
    assert!(rig.status().contains("still open"), "{}", rig.status());
    let terms: Id<ProposalTerm> = id("t-vm-lc-fee");
    let open: Vec<bool> =
        crate::domain::offer::terms(rig.book(), offer()).iter().map(|term| term.state == TermState::Open).collect();
    for open in open {
        rig.press(if open { "<Space> j" } else { "j" });
    }
    assert_eq!(rig.book().proposal_term.get(terms).map(|term| term.state), Some(TermState::Agreed));
    rig.press("Y y y y");
    assert_eq!(state(&mut rig), Some((ProposalState::Accepted, 3)));
    rig.press("- k");
    assert!(rig.status().contains("closed"), "{}", rig.status());
    let offers = rig.book().proposal.len();
    rig.press(":").paste("copy offer").press("<Enter>");
    assert_eq!(rig.book().proposal.len(), offers + 1);
    assert!(rig.screen().contains("v1 draft"), "{}", rig.screen());
    assert!(rig.screen().contains("(2)"), "{}", rig.screen());
}

/// An offer taken back from the client, and then the essential need taken off it.
fn without_its_need() -> Desk {
    let mut desk = desk_with(&DEMO, "2026-11-23".parse().unwrap());
    let without = Amend::new(Entity::Proposal, offer().uuid, fields([("needs", json!([]))]));
    let without = Amend { reason: Some("they clear it through Ningbo".to_owned()), ..without };
    for edit in [Edit::Move(Move::Offer(offer(), OfferMove::Version)), Edit::Amend(without)] {
        desk.make(&edit, &Answers::yes()).unwrap();
    }
    desk
}

#[test]
fn an_essential_need_taken_off_is_told_with_its_reason() {
    let tab = Target::Client(id("c-volga-metall"), Tab::Offers);
    for target in [Target::Offer(offer()), tab] {
        let mut rig = Rig::of(without_its_need()).size(100, 40);
        rig.open(&target);
        let told = |rig: &mut Rig| rig.screen().contains("Ningbo");
        assert!(told(&mut rig), "{}", rig.screen());
        for (keys, is_told) in [("u", false), ("<C-r>", true), ("g p", false), ("g p", true)] {
            rig.press(keys);
            assert_eq!(told(&mut rig), is_told, "{keys}: {}", rig.screen());
        }
    }
    let mut rig = Rig::of(without_its_need()).size(100, 28);
    rig.open(&Target::Offer(offer()));
    assert_snapshot!("taken_off", rig.screen());
}

/// An offer taken back for its third version, in which a value is another one.
fn of_three_versions() -> Desk {
    let mut desk = desk_with(&DEMO, "2026-11-23".parse().unwrap());
    desk.make(&Edit::Move(Move::Offer(offer(), OfferMove::Version)), &Answers::yes()).unwrap();
    let term = crate::domain::offer::terms(desk.book(), offer())[0].head.uid;
    let edit = Amend::new(Entity::ProposalTerm, term, fields([("value", json!("another bank"))]));
    desk.make(&Edit::Amend(edit), &Answers::yes()).unwrap();
    desk
}

#[test]
fn an_older_version_is_read_and_not_changed() {
    let mut rig = Rig::of(of_three_versions()).size(100, 28);
    rig.open(&Target::Offer(offer()));
    let before = (rig.screen(), rig.desk().last_step());
    rig.press("]");
    assert!(rig.status().contains("no later version"), "{}", rig.status());
    rig.press("[");
    assert_snapshot!("an_older_version", rig.screen());
    let old = rig.screen();
    rig.press("[");
    assert!(rig.status().contains("earlier version"), "{}", rig.status());
    for key in ["+", "<Backspace>", "<Space>", "e", "<Enter>", "a", "c", "v", "P", "Y", "X", "W", "i", "u", "<C-r>"] {
        rig.press(key);
        assert!(rig.status().contains("kept to be read"), "{key}: {}", rig.status());
    }
    assert_eq!(rig.desk().last_step(), before.1);
    rig.press("j l k h");
    let without_status = |screen: &str| screen.lines().take(27).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(without_status(&rig.screen()), without_status(&old));
    for keys in ["<Esc>", "[ ]"] {
        rig.press(keys);
        assert_eq!(without_status(&rig.screen()), without_status(&before.0), "{keys}");
    }
    rig.press("u u [");
    assert!(rig.status().contains("earlier version"), "{}", rig.status());
}

/// What a key fills in is nothing typed: left at once, it leaves no draft.
#[test]
fn a_decline_left_at_once_leaves_nothing_behind() {
    let mut rig = rig();
    rig.press("X <Esc> <Esc>").a_second_later();
    assert_eq!(rig.desk().drafts().unwrap(), []);
    rig.open(&Target::Offer(offer())).press("X <Tab>").paste("too dear").a_second_later();
    assert_eq!(rig.desk().drafts().unwrap().len(), 1);
}

#[test]
fn what_came_back_is_chosen_among_the_other_side_s_of_the_same_offer() {
    let mut rig = rig();
    rig.press("c <Esc>");
    let is_there = |rig: &mut Rig| rig.screen().lines().any(|line| line.starts_with('>') && line.contains("in return"));
    for _ in 0..20 {
        if !is_there(&mut rig) {
            rig.press("j");
        }
    }
    rig.press("<Enter>");
    let screen = rig.screen();
    assert!(screen.contains("подачи →"), "{screen}");
    let (theirs, ours) = (screen.matches("given by them").count(), screen.matches("given by us").count());
    assert_eq!((theirs, ours), (1, 0), "{screen}");
}

#[test]
fn pictures() {
    for (lang, (width, height)) in
        [(Lang::En, (80, 24)), (Lang::Ru, (100, 28)), (Lang::Zh, (80, 24)), (Lang::Bg, (160, 50))]
    {
        let mut rig = Rig::with(&DEMO).size(width, height).on("2026-11-23").lang(lang);
        rig.open(&Target::Offer(offer()));
        assert_snapshot!(format!("{lang:?}_{width}x{height}"), rig.screen());
    }
    let mut rig = rig();
    rig.press("g p");
    assert_snapshot!("private", rig.screen());
    for (lang, (width, height)) in [(Lang::Ru, (80, 24)), (Lang::Zh, (100, 28)), (Lang::Bg, (160, 50))] {
        let mut rig = Rig::of(of_three_versions()).size(width, height).lang(lang);
        rig.open(&Target::Offer(offer())).press("[");
        assert_snapshot!(format!("version_{lang:?}_{width}x{height}"), rig.screen());
    }
}
