//! Forms as they are filled in by hand.

use chrono::NaiveDateTime;

use crate::desk::{Clock, Desk};
use crate::domain::figures::testing::DEMO;
use crate::domain::words::Who;
use crate::domain::{Amend, Answers, Client, Edit, Entity, Fields, Id};
use crate::i18n::Lang;
use crate::tui::rig::Rig;
use crate::tui::target::Target;

fn client(name: &str) -> Id<Client> {
    Id::new(DEMO.client.iter().find(|client| client.name.contains(name)).unwrap().head.uid)
}

fn rig() -> Rig {
    Rig::with(&DEMO)
}

fn new(entity: Entity) -> Target {
    Target::Form { entity, uuid: None, client: Some(client("Волга Металл")) }
}

#[test]
fn a_promise_is_typed_and_saved() {
    let mut rig = rig();
    let before = rig.book().commitment.len();
    rig.open(&new(Entity::Commitment)).press("send <Space> the <Space> draft <Tab> <Tab> +3d <C-s>");
    assert_eq!(rig.book().commitment.len(), before + 1, "{}", rig.screen());
    let promise = rig.book().commitment.iter().find(|promise| promise.text == "send the draft").unwrap();
    assert_eq!((promise.who, promise.due.map(|due| due.to_string())), (Who::We, Some("2026-11-26".to_owned())));
    assert!(rig.status().starts_with("saved"));
    assert_eq!(rig.desk().drafts().unwrap(), []);
}

#[test]
fn a_wrong_value_is_told_beside_its_field_and_holds_the_saving() {
    let mut rig = rig();
    rig.open(&new(Entity::Commitment)).press("draft <Tab> <Tab> soon <Tab>");
    assert!(rig.screen().contains("! Not a date: soon."), "{}", rig.screen());
    rig.press("<C-s>");
    assert!(rig.status().starts_with("Not a date"), "{}", rig.screen());
    rig.press("<C-u> +3d <C-s>");
    assert!(rig.status().starts_with("saved"), "{}", rig.screen());
}

#[test]
fn a_rule_is_told_as_the_field_is_left_and_the_cursor_goes_there_on_saving() {
    let mut rig = rig();
    rig.open(&new(Entity::Commitment)).press("draft <Tab> <Tab> 2026-01-01 <Tab>");
    assert!(rig.screen().contains("! Due before it was promised."), "{}", rig.screen());
    let mut rig = self::rig();
    rig.open(&new(Entity::Commitment)).press("<C-s>");
    assert!(rig.screen().contains("! What was promised?"), "{}", rig.screen());
}

#[test]
fn what_was_typed_comes_back() {
    let mut rig = rig();
    rig.open(&new(Entity::Need)).press("half <Space> a <Space> need <Esc> <Esc>");
    rig.open(&new(Entity::Need));
    assert!(rig.screen().contains("half a need"), "{}", rig.screen());
    assert!(rig.status().starts_with("Draft from"), "{}", rig.status());
    let key = rig.desk().drafts().unwrap()[0].key.clone();
    rig.press("<Esc> <Esc>").open(&Target::Draft(key));
    assert!(rig.screen().contains("half a need"));
    rig.press("<Esc> :discard <Enter>");
    assert_eq!(rig.desk().drafts().unwrap(), []);
}

#[test]
fn only_what_was_changed_is_amended_and_undo_inside_is_the_forms_own() {
    let mut rig = rig();
    let uuid = client("Волга Металл").uuid;
    rig.open(&Target::Form { entity: Entity::Client, uuid: Some(uuid), client: None });
    rig.press("<Enter> <Space> Плюс <Esc> u");
    let screen = rig.screen();
    assert!(!screen.contains("Плюс"), "{screen}");
    rig.press("<C-r>");
    assert!(rig.screen().contains("Плюс"));
    rig.press("<C-s>");
    assert!(rig.book().client.by_uuid(uuid).unwrap().name.ends_with("Плюс"), "{}", rig.screen());
    assert!(rig.status().contains("name"), "{}", rig.status());
}

/// A language is read and written by its name and kept by its code, whatever the language of the screen.
#[test]
fn the_languages_of_a_person_are_names_on_the_screen_and_codes_in_the_book() {
    let mut rig = rig().lang(Lang::Ru);
    let person = rig.book().person.iter().find(|person| person.languages == ["en"]).unwrap().head.uid;
    rig.open(&Target::Form { entity: Entity::Person, uuid: Some(person), client: None }).press("m");
    for _ in 0..40 {
        if rig.screen().lines().any(|line| line.starts_with('>') && line.contains("какими языками")) {
            break;
        }
        rig.press("<Tab>");
    }
    assert!(rig.screen().contains("английский"), "{}", rig.screen());
    rig.paste("\nРусский\nidiš");
    rig.press("<C-s>");
    assert_eq!(rig.book().person.by_uuid(person).unwrap().languages, ["en", "ru", "idiš"]);
}

#[test]
fn people_are_chosen_from_a_list_and_small_records_have_a_page() {
    let mut rig = rig();
    rig.open(&new(Entity::Visit)).press("2026-11-30 <Space> 10:00 <Esc>");
    while !rig.screen().lines().any(|line| line.starts_with('>') && line.contains("attendees")) {
        rig.press("j");
    }
    rig.press("<Enter> Седов <Enter>");
    let screen = rig.screen();
    assert!(screen.contains("Седов"), "{screen}");
    rig.press("<Esc>");
    assert!(rig.screen().contains("· Седов"), "{}", rig.screen());
    rig.press("<C-s>");
    assert!(rig.status().starts_with("saved"), "{}", rig.screen());
}

#[test]
fn a_new_person_gets_a_place_in_one_step() {
    let mut rig = rig();
    let (people, places) = (rig.book().person.len(), rig.book().affiliation.len());
    rig.open(&new(Entity::Person)).press("новиков <Tab> Пётр <Tab> <Tab> <Tab> главный <Space> бухгалтер <C-s>");
    assert_eq!((rig.book().person.len(), rig.book().affiliation.len()), (people + 1, places + 1), "{}", rig.screen());
    rig.press("u");
    assert_eq!((rig.book().person.len(), rig.book().affiliation.len()), (people, places));
}

/// The same book open in two processes.
fn two_desks() -> (Desk, Desk, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("book.attache");
    let clock = || Clock::Standing("2026-11-23T08:00".parse::<NaiveDateTime>().unwrap_or_default());
    let mut mine = Desk::make_book(&file, None, clock()).unwrap();
    let fields = Fields::from_iter([("name".into(), "Alfa".into())]);
    mine.make(&Edit::Add { entity: Entity::Client, fields }, &Answers::yes()).unwrap();
    let theirs = Desk::open(&file, None, clock()).unwrap();
    (mine, theirs, folder)
}

#[test]
fn a_row_that_was_changed_elsewhere_is_looked_at_before_it_is_saved() {
    let (mine, mut theirs, _folder) = two_desks();
    let uuid = mine.book().client.iter().next().unwrap().head.uid;
    let mut rig = Rig::of(mine);
    rig.open(&Target::Form { entity: Entity::Client, uuid: Some(uuid), client: None });
    rig.press("<Enter> Beta <Esc>");
    let fields = Fields::from_iter([("region".into(), "North".into())]);
    theirs.make(&Edit::Amend(Amend::new(Entity::Client, uuid, fields)), &Answers::yes()).unwrap();
    rig.press("<C-s>");
    assert!(rig.status().contains("changed elsewhere"), "{}", rig.status());
    let screen = rig.screen();
    assert!(screen.contains("AlfaBeta") && screen.contains("North"), "{screen}");
    rig.press("<C-s>");
    let client = rig.book().client.by_uuid(uuid).unwrap();
    assert_eq!((client.name.as_str(), client.region.as_deref()), ("AlfaBeta", Some("North")));
}

fn amend(uuid: uuid::Uuid, region: &str) -> Edit {
    Edit::Amend(Amend::new(Entity::Client, uuid, Fields::from_iter([("region".to_owned(), region.into())])))
}

/// What the other process does while the form is open.
type Meanwhile = fn(&mut Desk, uuid::Uuid);

#[test]
fn only_a_row_that_holds_something_else_has_to_be_looked_at() {
    let saved = "saved";
    let cases: [(&str, Meanwhile, &str); 4] = [
        ("undone and made again", |desk, _| drop((desk.undo(&Answers::yes()), desk.redo())), saved),
        ("undone", |desk, _| drop(desk.undo(&Answers::yes())), "changed elsewhere"),
        (
            "undone, then as many changes made",
            |desk, uuid| drop((desk.undo(&Answers::yes()), desk.make(&amend(uuid, "West"), &Answers::yes()))),
            "changed elsewhere",
        ),
        ("gone", |desk, _| drop((desk.undo(&Answers::yes()), desk.undo(&Answers::yes()))), "no longer in the book"),
    ];
    for (case, meanwhile, told) in cases {
        let (mut mine, mut theirs, _folder) = two_desks();
        let uuid = mine.book().client.iter().next().unwrap().head.uid;
        mine.make(&amend(uuid, "North"), &Answers::yes()).unwrap();
        let mut rig = Rig::of(mine);
        rig.open(&Target::Form { entity: Entity::Client, uuid: Some(uuid), client: None });
        rig.press("<Enter> Beta <Esc>");
        theirs.catch_up().unwrap();
        meanwhile(&mut theirs, uuid);
        rig.press("<C-s>");
        assert!(rig.status().contains(told), "{case}: {}", rig.status());
        if told != saved {
            assert!(rig.screen().contains("AlfaBeta"), "{case}: what was typed stays");
        }
    }
}

#[test]
fn a_draft_taken_up_again_knows_what_it_was_typed_over() {
    let (mine, mut theirs, _folder) = two_desks();
    let uuid = mine.book().client.iter().next().unwrap().head.uid;
    let form = Target::Form { entity: Entity::Client, uuid: Some(uuid), client: None };
    let mut rig = Rig::of(mine);
    rig.open(&form).press("<Enter> Beta <Esc> <Esc>");
    let fields = Fields::from_iter([("name".into(), "Gamma".into())]);
    theirs.make(&Edit::Amend(Amend::new(Entity::Client, uuid, fields)), &Answers::yes()).unwrap();
    rig.press("j").open(&form).press("<C-s>");
    assert!(rig.status().contains("changed elsewhere"), "{}", rig.status());
    rig.press("<C-s>");
    assert_eq!(rig.book().client.by_uuid(uuid).unwrap().name, "AlfaBeta");
}

#[test]
fn a_setting_is_changed_in_a_box_and_the_language_at_once() {
    let mut rig = Rig::of(crate::tui::rig::empty_desk());
    rig.press("g s f language <Space> screens <Enter> <Enter> <Space> <C-s>");
    assert_eq!(rig.book().settings().ui_language, Lang::Ru);
    rig.press("<Delete>");
    assert_eq!(rig.book().settings().ui_language, Lang::En);
    rig.press("<Esc> f cadence <Space> tier <Enter> <Enter> <C-u> 21 <C-s>");
    let screen = rig.screen();
    assert_eq!(rig.book().settings().cadence_days.most_valuable, 21, "{screen}");
}

#[test]
fn a_list_of_small_records_is_edited_in_the_box_of_its_setting() {
    let mut rig = Rig::of(crate::tui::rig::empty_desk());
    rig.press("g s f holidays <Enter> <Enter> <Enter> <C-u> 2026-12-24 <Tab> eve <Enter>");
    assert!(rig.screen().contains("eve"), "{}", rig.screen());
    rig.press("j <Delete> <Enter> <C-u> 2026-12-25 <Tab> feast <C-s>");
    let screen = rig.screen();
    let holidays = &rig.book().settings().holidays;
    assert_eq!(holidays.iter().map(|day| day.text.as_str()).collect::<Vec<_>>(), ["feast"], "{screen}");
}

#[test]
fn a_long_text_goes_to_the_editor_and_comes_back() {
    let mut rig = rig();
    rig.open(&new(Entity::Note)).press("first").editor_gives("first\nsecond\n").press("<C-o>");
    assert!(rig.screen().contains("second"), "{}", rig.screen());
    rig.press("<C-s>");
    assert!(rig.book().note.iter().any(|note| note.text == "first\nsecond"));
}

#[test]
fn a_click_chooses_a_field_and_another_opens_it() {
    let mut rig = rig();
    let click = || {
        let kind = crossterm::event::MouseEventKind::Down(crossterm::event::MouseButton::Left);
        let modifiers = crossterm::event::KeyModifiers::NONE;
        let mouse = crossterm::event::MouseEvent { kind, column: 30, row: 5, modifiers };
        crate::tui::events::Happening::Input(crossterm::event::Event::Mouse(mouse))
    };
    rig.open(&new(Entity::Visit)).then(click());
    assert!(rig.screen().lines().nth(5).is_some_and(|line| line.starts_with('>')), "{}", rig.screen());
    rig.then(click()).press("<C-u> 45");
    assert!(rig.screen().contains("45"), "{}", rig.screen());
}

#[test]
fn every_entity_has_a_form_that_can_be_drawn_in_every_language_and_size() {
    for (lang, size) in
        [(Lang::En, (80, 24)), (Lang::Ru, (60, 15)), (Lang::Bg, (100, 28)), (Lang::Zh, (160, 50)), (Lang::Zh, (60, 15))]
    {
        let mut rig = rig().lang(lang).size(size.0, size.1);
        for entity in Entity::ALL.iter().filter(|entity| **entity != Entity::TierSnapshot) {
            rig.open(&new(*entity)).press("<Esc> m <C-d> <C-u>").press("<Esc>");
            if let Some(record) = DEMO.records(*entity).first() {
                rig.open(&Target::Form { entity: *entity, uuid: Some(record.uuid()), client: None });
                assert!(!rig.screen().trim().is_empty());
                rig.press("m <Esc>");
            }
        }
        assert_eq!(rig.desk().drafts().unwrap(), []);
    }
}

#[test]
fn the_form_of_a_visit_and_of_a_need() {
    let mut rig = rig();
    rig.open(&new(Entity::Visit));
    insta::assert_snapshot!("visit_new_en_80x24", rig.screen());
    let mut rig = self::rig().lang(Lang::Ru);
    let need = DEMO.need.iter().filter(|need| need.client == client("Волга Металл")).map(|need| need.head.uid).min();
    rig.open(&Target::Form { entity: Entity::Need, uuid: need, client: None });
    insta::assert_snapshot!("need_ru_80x24", rig.screen());
    rig.press("g p");
    insta::assert_snapshot!("need_ru_80x24_privacy", rig.screen());
}

/// The words come first, how much they weigh is chosen by typing it.
#[test]
fn evidence_is_typed_as_soon_as_its_box_opens() {
    let mut rig = rig();
    rig.open(&Target::Client(client("Волга Металл"), crate::tui::target::Tab::Needs));
    rig.press("E").press("we <Space> pay <Space> in <Space> May <Tab> said <C-s>");
    let screen = rig.screen();
    let all = rig.book().need.iter().flat_map(|need| &need.evidence);
    let seen = all.into_iter().find(|seen| seen.quote.as_deref() == Some("we pay in May"));
    let seen = seen.unwrap_or_else(|| panic!("{screen}"));
    assert_eq!((seen.weight.word(), seen.date.to_string().as_str()), ("said", "2026-11-23"));
}
