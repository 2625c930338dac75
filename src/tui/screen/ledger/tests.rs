//! Figures typed by hand: pictures, keys, and what becomes of them.

use serde_json::json;

use crate::desk::{Clock, Desk};
use crate::domain::figures::testing::{DEMO, id};
use crate::domain::{Amend, Answers, Client, Edit, Entity, Id, LedgerMonth, Row};
use crate::i18n::{Lang, Words};
use crate::tui::rig::Rig;
use crate::tui::target::{Tab, Target};

fn volga() -> Id<Client> {
    id("c-volga-metall")
}

/// The grid as Enter opens it from the Money tab.
fn grid(lang: Lang, width: u16, height: u16) -> Rig {
    let mut rig = Rig::with(&DEMO).lang(lang).size(width, height).on("2026-11-23");
    rig.open(&Target::Client(volga(), Tab::Money));
    rig.press("a");
    rig
}

fn row(rig: &mut Rig, month: &str) -> Option<LedgerMonth> {
    let mut rows = rig.book().ledger_month.of(volga()).filter(|row| row.client == volga());
    rows.find(|row| row.month.to_string() == month).cloned()
}

#[test]
fn the_grid_in_every_language_and_size() {
    for (lang, width, height) in [(Lang::En, 80, 24), (Lang::Ru, 100, 28), (Lang::Bg, 160, 50), (Lang::Zh, 80, 24)] {
        insta::assert_snapshot!(format!("grid_{lang:?}_{width}x{height}"), grid(lang, width, height).screen());
    }
}

#[test]
fn a_month_is_typed_across_and_saved_as_one_step_when_it_is_left() {
    let mut rig = grid(Lang::En, 100, 28);
    let steps = rig.desk().last_step();
    // The month that runs, one above: income, cost, and a turnover that is not known.
    rig.press("k 1 2 0 0 . 5 <Tab> 3 0 0 <Tab> 7 <Tab>");
    assert_eq!(rig.desk().last_step(), steps, "nothing is saved while the month is not left");
    rig.press("<C-s>");
    assert_eq!(rig.desk().last_step(), steps + 1);
    let made = row(&mut rig, "2026-11").unwrap();
    assert_eq!((made.income, made.cost, made.turnover, made.closed), (Some(120_050), Some(30_000), Some(700), false));
    rig.press("h h h <Delete> j");
    assert_eq!(row(&mut rig, "2026-11").unwrap().income, None);
    rig.press("u u");
    assert!(row(&mut rig, "2026-11").is_none_or(|row| row.income != Some(120_050)));
}

#[test]
fn what_cannot_be_saved_stays_in_its_cell_and_what_is_taken_back_is_gone() {
    let mut rig = grid(Lang::En, 100, 28);
    rig.press("k <Enter> <C-u> five <Enter>");
    assert!(rig.status().contains("five"), "{}", rig.status());
    rig.press("<C-u> 5 <Tab> - 4 <Enter>");
    assert!(rig.status().contains("positive"), "{}", rig.status());
    let steps = rig.desk().last_step();
    rig.press("u j");
    assert_eq!(rig.desk().last_step(), steps, "taken back before it was saved");
}

#[test]
fn a_closed_month_is_asked_about_and_closing_goes_there_and_back() {
    let mut rig = grid(Lang::En, 100, 28);
    let before = row(&mut rig, "2026-10").unwrap();
    assert!(before.closed);
    rig.press("9 9 <Enter>");
    assert!(rig.screen().contains("is closed. Reopen it?"), "{}", rig.screen());
    assert!(rig.screen().contains(&Words::new(Lang::En).say("ledger-unsaved")), "{}", rig.screen());
    rig.press("n");
    assert_eq!(row(&mut rig, "2026-10").unwrap().income, before.income);
    assert!(!rig.screen().contains("99.00"), "no keeps the old value on the screen too: {}", rig.screen());
    let steps = rig.desk().last_step();
    rig.press("<C-s> j k");
    assert_eq!(rig.desk().last_step(), steps, "there is nothing left to save");
    rig.press("9 9 <C-s> y");
    assert_eq!(row(&mut rig, "2026-10").unwrap().income, Some(9_900));
    rig.press("C y");
    assert!(!row(&mut rig, "2026-10").unwrap().closed);
    rig.press("C");
    assert!(row(&mut rig, "2026-10").unwrap().closed);
}

#[test]
fn a_month_of_all_clients_is_closed_on_money() {
    let mut rig = Rig::with(&DEMO).size(100, 28).on("2026-12-02");
    // Some have an unknown cost: that is asked.
    rig.press("g m C y");
    let open = |rig: &mut Rig| {
        rig.book().ledger_month.iter().filter(|row| row.month.to_string() == "2026-11" && !row.closed).count()
    };
    assert_eq!(open(&mut rig), 0, "{}", rig.status());
    rig.press("C");
    assert!(rig.status().contains("Nov 2026"), "{}", rig.status());
}

#[test]
fn a_cell_that_was_being_typed_comes_back() {
    let mut rig = grid(Lang::En, 100, 28);
    rig.press("k 1 2 <Tab> 3 4");
    rig.a_second_later();
    rig.press("<C-p> drafts <Enter>");
    let drafts = rig.desk().drafts().unwrap();
    assert_eq!(drafts.len(), 1, "{drafts:?}");
    let key = drafts[0].key.clone();
    rig.open(&Target::Draft(key));
    rig.press("<C-s>");
    let made = row(&mut rig, "2026-11").unwrap();
    assert_eq!((made.income, made.cost), (Some(1_200), Some(3_400)));
}

#[test]
fn a_row_that_was_changed_elsewhere_is_looked_at_before_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("book.attache");
    let clock = || Clock::Standing("2026-11-23T08:00:00".parse().unwrap());
    let mut theirs = Desk::make_book(&file, None, clock()).unwrap();
    let make = |desk: &mut Desk, edit: Edit| desk.make(&edit, &Answers::yes()).unwrap();
    let of = |fields: serde_json::Value| fields.as_object().unwrap().clone();
    make(&mut theirs, Edit::Add { entity: Entity::Client, fields: of(json!({ "name": "Alfa" })) });
    let client = theirs.book().client.iter().next().unwrap().uid();
    let row = json!({ "client": client.to_string(), "month": "2026-10", "currency": "EUR", "income": 5 });
    make(&mut theirs, Edit::Add { entity: Entity::LedgerMonth, fields: of(row) });
    let uuid = theirs.book().ledger_month.iter().next().unwrap().head.uid;
    let mut rig = Rig::of(Desk::open(&file, None, clock()).unwrap()).size(100, 28);
    rig.open(&Target::Client(client, Tab::Money)).press("a <Tab> 3 <Tab>");
    make(&mut theirs, Edit::Amend(Amend::new(Entity::LedgerMonth, uuid, of(json!({ "income": 900 })))));
    rig.press("<C-s>");
    assert!(rig.status().contains("changed elsewhere"), "{}", rig.status());
    rig.press("<C-s>");
    let made = rig.book().ledger_month.by_uuid(uuid).unwrap();
    assert_eq!((made.income, made.cost), (Some(900), Some(300)), "looked at, then saved");
}

#[test]
fn a_row_in_which_nothing_is_known_is_taken_out() {
    let mut rig = grid(Lang::En, 100, 28);
    // Income and turnover are all that is known of the month that runs.
    rig.press("k <Delete> l l <Delete> <C-s>");
    assert!(row(&mut rig, "2026-11").is_some_and(|row| row.income.is_none() && row.turnover.is_none()));
    rig.press("<Delete> y");
    assert!(row(&mut rig, "2026-11").is_none(), "{}", rig.screen());
}

#[test]
fn unknown_may_be_typed_as_a_word() {
    let mut rig = grid(Lang::En, 100, 28);
    rig.press("k 5 <Tab> 3 <C-s>");
    rig.press("<Enter> <C-u> unknown <C-s>");
    let made = row(&mut rig, "2026-11").unwrap();
    assert_eq!((made.income, made.cost), (Some(500), None));
}
