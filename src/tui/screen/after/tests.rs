//! The page as its user meets it, on the demo portfolio.

use insta::assert_snapshot;

use crate::domain::after_visit::{Came, Page, prefill};
use crate::domain::figures::testing::{DEMO, id};
use crate::domain::moves::{Move, VisitMove};
use crate::domain::words::{Certainty, CommitmentState, NeedState, Party, RoleKind, Tri, VisitStatus, Voice, Who};
use crate::domain::{Answers, Edit, Id, Person, Visit};
use crate::export::after_page::print;
use crate::i18n::{Lang, Words};
use crate::tui::events::Happening;
use crate::tui::rig::{Rig, desk_with};
use crate::tui::target::Target;

const VISIT: &str = "v-volga-metall-2026-11-23";

fn rig() -> Rig {
    let mut rig = Rig::with(&DEMO);
    rig.open(&Target::After(id(VISIT)));
    rig
}

fn said(id: &str) -> String {
    Words::new(Lang::En).say(id)
}

/// How sure somebody's role is in the book now, and whether this visit is its source.
fn role(rig: &mut Rig, person: &str, kind: RoleKind) -> Option<(Certainty, bool)> {
    let person: Id<Person> = id(person);
    let rows = rig.book().role.of(person);
    let mut mine = rows.filter(|role| role.person == person && role.kind == kind && role.to.is_none());
    mine.next().map(|role| (role.certainty, role.visit == Some(id(VISIT))))
}

fn stance(rig: &mut Rig, person: &str) -> Option<i64> {
    let visit: Id<Visit> = id(VISIT);
    rig.book().stance.of(visit).find(|row| row.person == id(person)).and_then(|row| row.value)
}

fn status(rig: &mut Rig) -> Option<VisitStatus> {
    rig.book().visit.get(id(VISIT)).map(|visit| visit.status)
}

#[test]
fn the_editor_closed_without_a_change_changes_nothing() {
    let mut rig = rig();
    let page = Page { prefilled: true, ..prefill(rig.book(), id(VISIT)) };
    let printed = print(rig.book(), &page);
    rig.editor_gives(&printed);
    rig.press("<Esc> E");
    rig.a_second_later();
    assert_eq!(rig.desk().drafts().unwrap(), []);
}

#[test]
fn blank_lines_in_the_outcome_are_no_change() {
    let mut rig = rig();
    rig.press("<Enter> <Enter> <Esc>");
    rig.a_second_later();
    assert_eq!(rig.desk().drafts().unwrap(), []);
}

#[test]
fn a_day_that_cannot_be_read_stays_in_sight_beside_what_is_wrong() {
    let mut rig = Rig::with(&DEMO).size(160, 50);
    rig.open(&Target::After(id(VISIT)));
    rig.press("<Esc> 6 someday <Esc> 2");
    let screen = rig.screen();
    let line = screen.lines().find(|line| line.contains("someday")).unwrap_or_default();
    assert!(line.matches("someday").count() == 2 || line.contains("someday  "), "{screen}");
}

#[test]
fn three_roles_and_a_stance_take_nine_keys_after_the_page_is_open() {
    let mut rig = rig();
    // The outcome is typed; the other nine are commands. With the key that opened the page they are ten.
    rig.press("agreed <Tab> D D + j B S S Ctrl-S");
    assert_eq!(status(&mut rig), Some(VisitStatus::Held));
    assert_eq!(role(&mut rig, "p-sedov", RoleKind::Decides), Some((Certainty::Confirmed, true)));
    assert_eq!(stance(&mut rig, "p-sedov"), Some(2));
    assert_eq!(role(&mut rig, "p-petrov-vm", RoleKind::Budgets), Some((Certainty::Heard, true)));
    assert_eq!(role(&mut rig, "p-petrov-vm", RoleKind::SpeaksFor), Some((Certainty::Confirmed, true)));
    let visit = rig.book().visit.get(id(VISIT)).unwrap();
    assert_eq!(visit.outcome.as_deref(), Some("agreed"));
    assert!(visit.attendees.iter().all(|attendee| attendee.came == Some(Tri::Yes)));
    rig.press("u");
    assert_eq!(status(&mut rig), Some(VisitStatus::Planned));
    assert_eq!(role(&mut rig, "p-sedov", RoleKind::Decides), Some((Certainty::Confirmed, false)));
    assert_eq!(role(&mut rig, "p-petrov-vm", RoleKind::Budgets), None);
    assert_eq!(stance(&mut rig, "p-sedov"), None);
}

#[test]
fn from_today_the_roles_of_a_meeting_are_ten_keys() {
    let mut rig = Rig::with(&DEMO);
    // The first visit of the day is under the cursor. Ten keys beside the text of the outcome.
    rig.press("w agreed <Tab> D D + j B S S Ctrl-S");
    let visit = rig.book().visit.get(id::<Visit>("v-sineva-2026-11-23")).unwrap();
    assert_eq!((visit.status, visit.outcome.as_deref()), (VisitStatus::Held, Some("agreed")));
    let made: Vec<_> =
        rig.book().role.of(id::<Visit>("v-sineva-2026-11-23")).map(|role| (role.kind, role.certainty)).collect();
    assert!(made.contains(&(RoleKind::Budgets, Certainty::Heard)));
    assert!(made.contains(&(RoleKind::SpeaksFor, Certainty::Confirmed)));
    assert!(made.contains(&(RoleKind::Decides, Certainty::Confirmed)));
    rig.press("u");
    assert_eq!(rig.book().role.of(id::<Visit>("v-sineva-2026-11-23")).count(), 0);
}

#[test]
fn a_line_that_cannot_be_read_keeps_the_cursor_and_its_text() {
    let mut rig = rig();
    rig.press("x <Esc> 5 a letter <Space> due:soon <Enter>");
    assert!(rig.status().contains("soon"));
    rig.press("<Backspace> <Backspace> <Backspace> <Backspace> fri <Enter> Ctrl-S");
    let made = rig.book().commitment.iter().find(|row| row.text == "letter").and_then(|row| row.due);
    assert_eq!(made.unwrap().to_string(), "2026-11-27");
}

#[test]
fn the_mouse_stands_on_a_row() {
    let mut rig = rig();
    rig.press("<Esc>");
    let line = rig.screen().lines().position(|line| line.contains("Петров Иван")).unwrap();
    let row = u16::try_from(line).unwrap();
    let down = crossterm::event::MouseEvent {
        kind: crossterm::event::MouseEventKind::Down(crossterm::event::MouseButton::Left),
        column: 12,
        row,
        modifiers: crossterm::event::KeyModifiers::NONE,
    };
    rig.then(Happening::Input(crossterm::event::Event::Mouse(down)));
    rig.press("A 1 x Ctrl-S");
    assert_eq!(role(&mut rig, "p-petrov-vm", RoleKind::Agrees), Some((Certainty::Heard, true)));
}

#[test]
fn the_full_page_is_one_step() {
    let mut rig = rig();
    rig.press("agreed <Tab> D D + j B S S <Tab> <Space> j <Space> <Tab> <Space> a paper <Space> forms <Enter>");
    rig.press("<Tab> <Space> a draft <Space> letter <Space> due:thu <Space> to:legal <Enter>");
    rig.press("a ten <Space> deals <Space> due:30.11 <Enter> t <Tab> 8.12 <Space> 10:00 <Enter> agree");
    rig.press("Ctrl-S");
    assert_eq!(status(&mut rig), Some(VisitStatus::Held));
    let book = rig.book();
    let visit = book.visit.get(id(VISIT)).unwrap();
    assert_eq!(visit.questions.iter().filter(|question| question.asked).count(), 2);
    let need = book.need.iter().find(|need| need.title == "paper forms").unwrap();
    assert_eq!((need.state, need.voice), (NeedState::Probed, Voice::Hidden));
    let mine: Vec<_> = book.commitment.of(id::<Visit>(VISIT)).collect();
    let ours = mine.iter().find(|promise| promise.who == Who::We).unwrap();
    assert_eq!((ours.text.as_str(), ours.passed_to.as_deref()), ("draft letter", Some("legal")));
    assert_eq!(ours.due.unwrap().to_string(), "2026-11-26");
    assert_eq!(mine.iter().find(|promise| promise.who == Who::They).unwrap().text, "ten deals");
    let kept = book.commitment.iter().filter(|promise| promise.state == CommitmentState::Done);
    assert_eq!(kept.filter(|promise| promise.done_on == Some(visit.start.date())).count(), 1);
    let next = book.visit.iter().find(|visit| visit.followup_of == Some(id(VISIT))).unwrap();
    assert_eq!((next.start.to_string().as_str(), next.purpose.as_deref()), ("2026-12-08 10:00:00", Some("agree")));
    rig.press("u");
    assert_eq!(status(&mut rig), Some(VisitStatus::Planned));
    assert_eq!(rig.book().need.len(), DEMO.need.len());
}

/// From field to field as in any form, and out of the section after the last; the outcome leads straight to the people.
#[test]
fn tab_goes_through_the_fields_and_the_footer_says_where() {
    let mut rig = rig();
    let (field, section) = (said("hint-next"), said("hint-next-pane"));
    let offers = |rig: &mut Rig, hint: &str| rig.status().contains(&format!("Tab {hint}"));
    assert!(offers(&mut rig, &section), "{}", rig.status());
    rig.press("agreed <Up>");
    assert!(offers(&mut rig, &field) && !offers(&mut rig, &section), "{}", rig.status());
    rig.press("<Tab> <Down> <Down> <C-u> first <Space> points <Tab> both <Space> sides");
    rig.press("<Esc> 6 8.12 <Space> 10:00 <Tab> next <Space> step <Tab> <Tab> <Tab> there <Tab> <C-u> 45 <Tab>");
    rig.press(
        "8 <Tab> well <Space> said <Tab> <Tab> slow <Space> answer <Tab> <Tab> <Tab> a <Space> new <Space> plant",
    );
    rig.press("<S-Tab> <S-Tab> <S-Tab> s <C-s>");
    let screen = rig.screen();
    let book = rig.book();
    let visit = book.visit.get(id(VISIT)).unwrap();
    let texts = (visit.outcome.as_deref(), visit.agenda.as_deref(), visit.summary_shared.as_deref());
    assert_eq!(texts, (Some("agreed"), Some("first points"), Some("both sides")), "{screen}");
    let next = book.visit.iter().find(|visit| visit.followup_of == Some(id(VISIT))).unwrap();
    assert_eq!((next.purpose.as_deref(), next.place.as_deref(), next.minutes), (Some("next step"), Some("there"), 45));
    let mood = book.satisfaction.iter().find(|mood| mood.quote.as_deref() == Some("well said")).unwrap();
    assert_eq!(mood.score, 8);
    assert_eq!(book.problem.of(id::<Visit>(VISIT)).next().unwrap().title, "slow answers");
    assert!(book.note.of(id::<Visit>(VISIT)).any(|note| note.text == "a new plant"));
}

#[test]
fn an_empty_purpose_takes_the_cursor() {
    let mut rig = rig();
    rig.press("agreed <Up> <C-u> Ctrl-S");
    assert!(rig.status().starts_with(&said("visit-purpose-needed")));
    rig.press("why Ctrl-S");
    assert_eq!(status(&mut rig), Some(VisitStatus::Held));
    assert_eq!(rig.book().visit.get(id(VISIT)).unwrap().purpose.as_deref(), Some("why"));
}

#[test]
fn nothing_typed_is_lost_by_esc() {
    let mut rig = rig();
    rig.press("long <Space> talk <Tab> D");
    rig.a_second_later();
    rig.press("<Esc>");
    assert_eq!(rig.desk().drafts().unwrap().len(), 1);
    rig.open(&Target::After(id(VISIT)));
    assert!(rig.screen().contains("long talk"));
    rig.press("Ctrl-S");
    assert_eq!(status(&mut rig), Some(VisitStatus::Held));
    assert_eq!(rig.desk().drafts().unwrap(), []);
}

#[test]
fn the_page_has_its_own_undo() {
    let mut rig = rig();
    rig.press("x <Tab> j B u Ctrl-S");
    assert_eq!(role(&mut rig, "p-petrov-vm", RoleKind::Budgets), None);
}

#[test]
fn a_held_visit_is_corrected_not_doubled() {
    let mut rig = rig();
    rig.press("agreed <Tab> j B + Ctrl-S");
    let stances = rig.book().stance.len();
    rig.open(&Target::After(id(VISIT)));
    rig.press("<Tab> j <Backspace>");
    // Nothing was pressed here yet, so Backspace has nothing to take back; a letter says which role is meant.
    rig.press("B <Backspace> - c Ctrl-S");
    assert_eq!(role(&mut rig, "p-petrov-vm", RoleKind::Budgets), Some((Certainty::Heard, true)));
    assert_eq!(rig.book().stance.len(), stances);
    assert_eq!(stance(&mut rig, "p-petrov-vm"), Some(1));
    let visit = rig.book().visit.get(id(VISIT)).unwrap();
    let petrov = visit.attendees.iter().find(|attendee| attendee.person == id("p-petrov-vm")).unwrap();
    assert_eq!(petrov.came, Came::No.tri());
}

#[test]
fn the_page_goes_through_the_editor_as_a_file() {
    let mut rig = rig();
    rig.press("<Esc>");
    rig.editor_gives(
        "outcome = \"from the file\"\n[[people]]\nperson = \"tihonov\"\nroles = [\"speaks_for:confirmed\"]\n",
    );
    rig.press("E Ctrl-S");
    assert_eq!(status(&mut rig), Some(VisitStatus::Held));
    assert_eq!(rig.book().visit.get(id(VISIT)).unwrap().outcome.as_deref(), Some("from the file"));
    assert_eq!(role(&mut rig, "p-tihonov", RoleKind::SpeaksFor), Some((Certainty::Confirmed, true)));
}

#[test]
fn an_editor_that_changes_nothing_changes_nothing() {
    let mut rig = rig();
    rig.press("agreed <Tab> j B E Ctrl-S");
    assert_eq!(status(&mut rig), Some(VisitStatus::Held));
    let changed = |rig: &mut Rig| {
        let book = rig.book();
        let same = |role: &&crate::domain::Role| DEMO.role.get(Id::new(role.head.uid)).is_some_and(|was| was == *role);
        book.role.iter().filter(|role| !same(role)).count()
    };
    assert_eq!(changed(&mut rig), 1);
    assert_eq!(role(&mut rig, "p-petrov-vm", RoleKind::Budgets), Some((Certainty::Heard, true)));
    assert_eq!(rig.book().stance.len(), DEMO.stance.len());
    assert_eq!(rig.book().need.len(), DEMO.need.len());
    assert_eq!(rig.book().commitment.len(), DEMO.commitment.len());
}

#[test]
fn a_page_that_cannot_be_read_waits_for_the_editor() {
    let mut rig = rig();
    rig.press("<Esc>").editor_gives("outcome = \"long talk\"\nstance = 7\n").press("E");
    let fault = rig.status();
    rig.a_second_later();
    let draft = rig.desk().drafts().unwrap().remove(0).text;
    assert!(draft.contains("long talk") && draft.contains("stance = 7"));
    // Nothing is saved past it, and the editor opens on what it left.
    rig.press("Ctrl-S E");
    assert_eq!((rig.status(), status(&mut rig)), (fault, Some(VisitStatus::Planned)));
    rig.editor_gives("outcome = \"long talk\"\n").press("E Ctrl-S");
    assert_eq!(rig.book().visit.get(id::<Visit>(VISIT)).unwrap().outcome.as_deref(), Some("long talk"));
    assert_eq!(rig.desk().drafts().unwrap(), []);
}

#[test]
fn what_is_undone_leaves_no_draft() {
    let mut rig = rig();
    rig.press("x").a_second_later();
    assert_eq!(rig.desk().drafts().unwrap().len(), 1);
    rig.press("<Backspace>").a_second_later();
    assert_eq!(rig.desk().drafts().unwrap(), []);
    rig.press("y").a_second_later();
    // One that was restored goes as well; one that was only left stays.
    rig.press("<Esc> <Esc> g t").a_second_later();
    assert_eq!(rig.desk().drafts().unwrap().len(), 1);
    rig.open(&Target::After(id(VISIT))).press("<Backspace> <Esc> <Esc>");
    assert_eq!(rig.desk().drafts().unwrap(), []);
}

#[test]
fn the_draft_of_a_call_keeps_its_time() {
    let mut rig = Rig::with(&DEMO);
    rig.open(&Target::AfterCall(id("c-volga-metall")));
    rig.press("rang <Up> ask").a_second_later();
    rig.press("<Esc> <Esc>");
    let draft = rig.desk().drafts().unwrap().remove(0);
    assert!(draft.text.contains("2026-11-23T08:00"));
    rig.desk().keep_draft(&draft.key, &draft.text.replace("T08:00", "T07:15")).unwrap();
    rig.open(&Target::AfterCall(id("c-volga-metall"))).press("Ctrl-S");
    let call = rig.book().visit.iter().find(|visit| visit.outcome.as_deref() == Some("rang")).unwrap();
    assert_eq!(call.start.to_string(), "2026-11-23 07:15:00");
}

#[test]
fn a_call_just_held_opens_the_same_page() {
    let mut rig = Rig::with(&DEMO);
    rig.open(&Target::AfterCall(id("c-volga-metall")));
    rig.press("rang <Up> ask Ctrl-S");
    let calls = rig.book().visit.iter().filter(|visit| visit.outcome.as_deref() == Some("rang")).count();
    assert_eq!(calls, 1);
}

#[test]
fn pictures() {
    for (name, lang, (width, height)) in [
        ("ru-80", Lang::Ru, (80, 24)),
        ("en-60", Lang::En, (60, 15)),
        ("bg-100", Lang::Bg, (100, 28)),
        ("zh-160", Lang::Zh, (160, 50)),
    ] {
        let mut rig = Rig::with(&DEMO).lang(lang).size(width, height);
        rig.open(&Target::After(id(VISIT)));
        assert_snapshot!(format!("{name}-opened"), rig.screen());
        rig.press("agreed <Tab> D D + j B");
        assert_snapshot!(format!("{name}-people"), rig.screen());
        rig.press("<Tab> <Space> <Tab> <Space> <Tab> <Space> a letter <Space> due:thu <Enter>");
        assert_snapshot!(format!("{name}-promises"), rig.screen());
        rig.press("<Tab> tue <Space> 10:00 <Enter> agree <Esc> 7 9");
        assert_snapshot!(format!("{name}-rest"), rig.screen());
    }
}

#[test]
fn privacy_hides_what_is_confidential() {
    let mut rig = rig();
    rig.press("secret <Esc> g p <Tab>");
    assert_snapshot!(rig.screen());
}

#[test]
fn of_a_visit_that_is_cancelled_only_what_was_typed_before_is_read() {
    let mut before = rig();
    before.press("agreed").a_second_later();
    let draft = before.desk().drafts().unwrap().remove(0);
    for typed in [true, false] {
        let mut desk = desk_with(&DEMO, chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
        if typed {
            desk.keep_draft(&draft.key, &draft.text).unwrap();
        }
        let ill = VisitMove::Cancel { by: Some(Party::Us), reason: Some("ill".to_owned()) };
        desk.make(&Edit::Move(Move::Visit(id(VISIT), ill)), &Answers::yes()).unwrap();
        let mut rig = Rig::of(desk);
        rig.open(&Target::After(id(VISIT)));
        assert_eq!(rig.screen().contains("agreed"), typed, "{}", rig.screen());
        let cancelled = crate::i18n::Words::new(crate::i18n::Lang::En).term("visit.status.cancelled");
        assert!(!typed || rig.screen().lines().next().unwrap().contains(&cancelled), "{}", rig.screen());
        let last = rig.desk().last_step();
        rig.press("<C-s>");
        assert_eq!(rig.desk().last_step(), last, "it is not saved: {}", rig.status());
    }
}

#[test]
fn what_was_typed_in_a_text_is_taken_back_as_one() {
    let mut rig = rig();
    rig.press("abc def <Esc> 2 + 6 +14d <Esc>");
    for (gone, left) in [("+14d", "abcdef"), ("++ *", "abcdef"), ("abcdef", "")] {
        assert!(gone == "++ *" || rig.screen().contains(gone), "{gone}: {}", rig.screen());
        let screen = rig.press("u").screen();
        assert!(!screen.contains(gone) && screen.contains(left), "{gone}: {screen}");
    }
    let nothing = crate::i18n::Words::new(crate::i18n::Lang::En).say("nothing-to-undo");
    assert!(rig.press("u").status().starts_with(&nothing), "{}", rig.status());
    rig.press("<C-r> 1");
    assert!(rig.screen().contains("abcdef"), "{}", rig.screen());
}
