//! A need that goes back: wherever that is done, the reason is asked for in a box, and the step keeps it.

use crate::desk::StepFilter;
use crate::domain::after_visit::prefill;
use crate::domain::figures::testing::{DEMO, id};
use crate::domain::words::{NeedState, VisitStatus};
use crate::domain::{Client, Id, Need, Row};
use crate::export::after_page::print;
use crate::i18n::Lang;
use crate::tui::rig::Rig;
use crate::tui::target::{Tab, Target};

fn state(rig: &mut Rig, need: &str) -> NeedState {
    rig.book().need.get(id(need)).unwrap().state
}

fn last_reason(rig: &mut Rig) -> Option<String> {
    rig.desk().steps(StepFilter::default()).unwrap().pop().unwrap().reason
}

/// The list of needs with the cursor on one.
fn on_list(need: &str) -> Rig {
    let mut rig = Rig::with(&DEMO).size(100, 28);
    let title = DEMO.need.get(id(need)).unwrap().title.clone();
    rig.open(&Target::Needs).press("f").paste(&title).press("<Enter>");
    rig
}

#[test]
fn a_need_goes_back_by_one_key_and_says_why() {
    for (need, was, to) in [
        ("n-mk-ontime", NeedState::Addressed, NeedState::Confirmed),
        ("n-yq-sameday", NeedState::Met, NeedState::Confirmed),
    ] {
        let mut rig = on_list(need);
        let before = rig.desk().last_step();
        rig.press("<Backspace> <Enter>");
        assert_eq!(state(&mut rig, need), was, "without a reason: {}", rig.status());
        rig.press("<Esc>");
        assert_eq!((state(&mut rig, need), rig.desk().last_step()), (was, before));
        rig.press("<Backspace>").paste("it did not work").press("<Enter>");
        assert_eq!((state(&mut rig, need), last_reason(&mut rig).as_deref()), (to, Some("it did not work")));
        rig.press("u");
        assert_eq!(state(&mut rig, need), was);
    }
}

#[test]
fn the_tab_of_a_client_asks_as_the_list_does() {
    let mut rig = Rig::with(&DEMO).lang(Lang::Ru);
    rig.open(&Target::Client(id("c-yunqiao"), Tab::Needs));
    let needs = DEMO.need.of(id::<Client>("c-yunqiao")).count();
    for _ in 0..needs {
        rig.press("<Backspace>");
        if rig.screen().contains("Снова") {
            break;
        }
        rig.press("<Esc>").open(&Target::Client(id("c-yunqiao"), Tab::Needs)).press("j");
    }
    insta::assert_snapshot!("need_back_ru_80x24", rig.screen());
}

#[test]
fn before_a_guess_there_is_nothing() {
    let guess: &Need = DEMO.need.iter().find(|need| need.state == NeedState::Hypothesis).unwrap();
    let mut rig = Rig::with(&DEMO).size(100, 28);
    rig.open(&Target::Needs).press("f").paste(&guess.title).press("<Enter>");
    let before = rig.desk().last_step();
    rig.press("<Backspace>");
    assert_eq!(rig.desk().last_step(), before);
    assert!(rig.status().contains("nothing before"), "{}", rig.status());
}

#[test]
fn a_page_that_takes_a_need_back_asks_why() {
    let client: Id<Client> = id("c-mramorica");
    let visit =
        DEMO.visit.of(client).find(|visit| visit.client == client && visit.status == VisitStatus::Held).unwrap();
    let printed = print(&DEMO, &prefill(&DEMO, visit.uid()));
    assert!(printed.contains("# reason"), "{printed}");
    let mut rig = Rig::with(&DEMO).size(100, 28);
    rig.open(&Target::After(visit.uid())).press("<Esc>");
    rig.editor_gives(&printed.replace("state = \"addressed\"", "state = \"confirmed\"")).press("E <C-s>");
    assert_eq!(state(&mut rig, "n-mk-ontime"), NeedState::Addressed);
    assert!(rig.screen().contains("why?"), "{}", rig.screen());
    rig.paste("late again").press("<Enter>");
    assert_eq!(state(&mut rig, "n-mk-ontime"), NeedState::Confirmed, "{}", rig.screen());
    assert_eq!(last_reason(&mut rig).as_deref(), Some("late again"));
}
