//! The person's card, the people of a client, the catalogue and the settings, as they are looked at and used.

use crate::domain::figures::testing::DEMO;
use crate::domain::{Client, Id, Person};
use crate::i18n::Lang;
use crate::tui::rig::Rig;
use crate::tui::target::{Tab, Target};

fn client(name: &str) -> Id<Client> {
    Id::new(DEMO.client.iter().find(|client| client.name.contains(name)).unwrap().head.uid)
}

fn person(family: &str) -> Id<Person> {
    let is = |person: &&Person| person.family_name.as_deref() == Some(family);
    Id::new(DEMO.person.iter().find(is).unwrap().head.uid)
}

fn rig() -> Rig {
    Rig::with(&DEMO)
}

#[test]
fn a_card_shows_every_client_and_hides_what_is_personal_in_privacy_mode() {
    let mut rig = rig().lang(Lang::Ru);
    rig.open(&Target::Person(person("Седов")));
    insta::assert_snapshot!("card_ru_80x24", rig.screen());
    rig.press("g p");
    insta::assert_snapshot!("card_ru_80x24_privacy", rig.screen());
}

#[test]
fn a_number_is_copied_and_the_person_edited_from_the_card() {
    let mut rig = rig();
    rig.open(&Target::Person(person("Седов"))).press("3 y");
    assert_eq!(rig.asked.copied.len(), 1, "{}", rig.screen());
    assert!(rig.asked.copied[0].len() > 5);
    rig.press("e");
    assert!(rig.screen().starts_with(" Person: "), "{}", rig.screen());
}

#[test]
fn the_people_of_a_client_are_added_and_ended() {
    let mut rig = rig();
    let volga = client("Волга Металл");
    rig.open(&Target::Client(volga, Tab::People));
    insta::assert_snapshot!("people_en_80x24", rig.screen());
    let people = rig.book().person.len();
    rig.press("a Неизвестнов <Enter>");
    assert!(rig.screen().contains("Неизвестнов"), "{}", rig.screen());
    rig.press("<C-s>");
    assert_eq!(rig.book().person.len(), people + 1, "{}", rig.screen());
    assert!(rig.screen().contains("Неизвестнов"), "{}", rig.screen());
    rig.press("1 <Enter>");
    assert!(!rig.screen().contains("[7 People]"), "{}", rig.screen());
}

#[test]
fn the_catalogue_is_one_list_with_sections_and_a_filter() {
    let mut rig = rig();
    rig.open(&Target::Catalogue);
    insta::assert_snapshot!("catalogue_en_80x24", rig.screen());
    rig.press("2 e");
    assert!(rig.screen().starts_with(" Standard answer: "), "{}", rig.screen());
    rig.press("<Esc> 3 a");
    assert!(rig.screen().contains("Person: new"), "{}", rig.screen());
    rig.press("<Esc> <Esc> f zzzz <Enter>");
    assert!(rig.screen().contains("zzzz"), "{}", rig.screen());
}

#[test]
fn the_settings_are_listed_in_groups_with_what_each_does() {
    for (lang, size) in [(Lang::En, (80, 24)), (Lang::Bg, (100, 28)), (Lang::Zh, (60, 15))] {
        let mut rig = rig().lang(lang).size(size.0, size.1);
        rig.open(&Target::Settings).press("j j");
        insta::assert_snapshot!(format!("settings_{}_{}x{}", lang.word(), size.0, size.1), rig.screen());
    }
}

#[test]
fn every_one_of_them_is_drawn_in_every_size() {
    for (lang, size) in [(Lang::En, (60, 15)), (Lang::Ru, (100, 28)), (Lang::Bg, (60, 15)), (Lang::Zh, (160, 50))] {
        let mut rig = rig().lang(lang).size(size.0, size.1);
        for target in [
            Target::Catalogue,
            Target::Settings,
            Target::Client(client("Волга Металл"), Tab::People),
            Target::Person(person("Седов")),
        ] {
            rig.open(&target).press("G g g");
            assert!(!rig.screen().trim().is_empty());
        }
    }
}

#[test]
fn a_page_is_opened_for_the_client_wherever_it_is_known() {
    for keys in ["w", "a w"] {
        let mut rig = rig();
        rig.open(&Target::Client(client("Волга Металл"), Tab::Money)).press(keys);
        assert!(!rig.screen().contains("[5 Money]"), "{}", rig.screen());
    }
}

#[test]
fn delete_asks_and_takes_the_line_out() {
    for (target, keys) in [
        (Target::Client(client("Волга Металл"), Tab::Money), "G <Delete>"),
        (Target::Person(person("Седов")), "G <Delete>"),
    ] {
        let mut rig = rig();
        let step = rig.desk().last_step();
        rig.open(&target).press(keys);
        assert!(rig.screen().contains("(y/N)"), "{}", rig.screen());
        rig.press("n");
        assert_eq!(rig.desk().last_step(), step);
    }
}

#[test]
fn a_need_is_dropped_in_its_form_where_there_is_room_to_say_why() {
    let mut rig = rig();
    rig.open(&Target::Needs).press("<Delete>");
    insta::assert_snapshot!("need_dropped_en_80x24", rig.screen());
}

#[test]
fn the_journal_and_what_was_saved_name_nothing_in_privacy_mode() {
    let mut rig = rig();
    rig.open(&Target::Client(client("Волга Металл"), Tab::Needs)).press("g p <Space>");
    let title = rig.desk().steps(crate::desk::StepFilter::default()).unwrap().pop().unwrap().title;
    let title = crate::i18n::Words::new(Lang::En).sentence(&title);
    assert!(!rig.screen().contains(&title), "{}", rig.screen());
    rig.press("g h");
    assert!(!rig.screen().contains(&title), "{}", rig.screen());
}
