//! The journal with keys: folded and unfolded, sought in, one old value put back.

use crate::desk::{Clock, Desk};
use crate::domain::figures::testing::DEMO;
use crate::domain::{Amend, Answers, Edit, Entity, Fields};
use crate::i18n::{Lang, Words};
use crate::tui::rig::Rig;

fn said(id: &str) -> String {
    Words::new(Lang::En).say(id)
}

/// A client made, renamed, and moved to a region.
fn rig() -> Rig {
    let at = "2026-11-23T08:00:00".parse().unwrap_or_default();
    let mut desk = Desk::throwaway(Clock::Standing(at)).unwrap();
    let fields = |name: &str, value: &str| Fields::from_iter([(name.to_owned(), value.into())]);
    desk.make(&Edit::Add { entity: Entity::Client, fields: fields("name", "Alfa") }, &Answers::yes()).unwrap();
    let uuid = desk.book().client.iter().next().unwrap().head.uid;
    for (field, value) in [("name", "Beta"), ("region", "North")] {
        let amend = Amend::new(Entity::Client, uuid, fields(field, value));
        desk.make(&Edit::Amend(amend), &Answers::yes()).unwrap();
    }
    let mut rig = Rig::of(desk);
    rig.press("g h");
    rig
}

/// The line under the cursor.
fn line(rig: &mut Rig) -> String {
    rig.screen().lines().find(|line| line.starts_with('>')).unwrap_or_default().to_owned()
}

#[test]
fn enter_unfolds_a_change_and_folds_it_again() {
    let mut rig = rig();
    assert!(!rig.screen().contains("North"));
    assert!(rig.press("<Enter>").screen().contains("North"));
    assert!(!rig.press("j j <Enter>").screen().contains("North"));
    assert!(line(&mut rig).contains("Beta: region"), "{}", line(&mut rig));
}

/// The rows of an import, each with whose it is and of which month.
#[test]
fn an_unfolded_import_says_whose_month_each_row_is() {
    for (lang, width) in [(Lang::En, 80), (Lang::Ru, 80), (Lang::Bg, 80), (Lang::Zh, 80)] {
        let mut rig = Rig::with(&DEMO).lang(lang).size(width, 24).on("2026-11-23");
        let file = format!("{}/tests/fixtures/figures/broken-lines.csv", env!("CARGO_MANIFEST_DIR"));
        rig.press("g m i").paste(&file).press("<Enter> <C-s> y <Esc> g h <Enter>");
        insta::assert_snapshot!(format!("import_{lang:?}"), rig.screen());
    }
}

#[test]
fn n_goes_to_the_next_hit_and_unfolds_what_holds_it() {
    let mut rig = rig();
    rig.press("/ alfa <Enter>");
    let first = line(&mut rig);
    assert!(first.contains("Alfa"), "{first}");
    let second = {
        rig.press("n");
        line(&mut rig)
    };
    assert!(second.contains("Alfa") && second != first, "{second}");
    rig.press("N");
    assert_eq!(line(&mut rig), first);
    rig.press("/ nowhere <Enter>");
    assert!(rig.status().starts_with("nowhere"), "{}", rig.status());
    assert_eq!(line(&mut rig), first);
}

#[test]
fn letters_are_text_while_one_types_what_is_sought_and_esc_forgets_it() {
    let mut rig = rig();
    assert!(rig.press("/ qun").screen().contains(&format!("{} qun", said("export-find"))));
    assert!(!rig.press("<Esc>").screen().contains("qun"));
    assert!(!rig.has_left());
}

#[test]
fn one_old_value_comes_back_and_the_rest_stays() {
    let mut rig = rig();
    rig.press("R");
    assert!(rig.status().starts_with(&said("history-no-value")), "{}", rig.status());
    rig.press("j <Enter> j j");
    assert!(line(&mut rig).contains("Alfa → Beta"), "{}", line(&mut rig));
    rig.press("R");
    let client = rig.book().client.iter().next().unwrap();
    assert_eq!((client.name.as_str(), client.region.as_deref()), ("Alfa", Some("North")));
    rig.press("G <Enter> G R");
    assert!(rig.status().starts_with(&said("history-no-old-value")), "{}", rig.status());
}
