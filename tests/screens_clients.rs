//! Clients, a client's tabs, needs, offers, money and history, as pictures in four languages and three sizes.

use attache::desk::{Clock, Desk};
use attache::domain::date::parse_local;
use attache::domain::words::Language;
use attache::domain::{Answers, Book, Client, Edit, Id, Sentence};
use attache::export::snapshot;
use attache::tui::rig::Rig;
use attache::tui::target::{Tab, Target};

fn demo() -> Book {
    let mut desk = Desk::throwaway(Clock::Standing(parse_local("2026-11-23T08:00").unwrap())).unwrap();
    let rows = snapshot::read(include_str!("../assets/demo.json"), desk.now()).unwrap().rows;
    desk.make(&Edit::Import { title: Sentence::new("title-snapshot"), rows }, &Answers::yes()).unwrap();
    desk.book().clone()
}

fn client(book: &Book, handle: &str) -> Id<Client> {
    Id::new(book.client.iter().find(|client| client.handle == handle).unwrap().head.uid)
}

#[test]
fn the_screens_of_clients_in_every_language_and_size() {
    let book = demo();
    let sizes = [(80, 24, Language::En), (100, 28, Language::Ru), (160, 50, Language::Bg), (80, 24, Language::Zh)];
    for (width, height, language) in sizes {
        let mut rig = Rig::with(&book).size(width, height).on("2026-11-23").lang(language);
        let kaliakra = client(&book, "kaliakra");
        let targets = [
            ("clients", Target::Clients),
            ("overview", Target::Client(kaliakra, Tab::Overview)),
            ("log", Target::Client(kaliakra, Tab::Log)),
            ("needs_tab", Target::Client(kaliakra, Tab::Needs)),
            ("money_tab", Target::Client(kaliakra, Tab::Money)),
            ("offers_tab", Target::Client(kaliakra, Tab::Offers)),
            ("needs", Target::Needs),
            ("offers", Target::Offers),
            ("money", Target::Money),
            ("history", Target::History),
        ];
        for (name, target) in targets {
            rig.open(&target);
            insta::assert_snapshot!(format!("{name}_{width}_{}", language.word()), rig.screen());
        }
    }
}

#[test]
fn a_client_is_found_sorted_and_opened_by_keys() {
    let mut rig = Rig::with(&demo()).size(100, 28).on("2026-11-23");
    rig.press("g c f kaliakra <Enter> <Enter>");
    assert!(rig.screen().contains("Калиакренски зърнен терминал АД"));
    rig.press("3");
    assert!(rig.screen().contains("[3 Log]"));
    rig.press("q");
    rig.press("<Esc> s o");
    let first = rig.screen().lines().nth(2).unwrap().to_owned();
    assert!(first.contains("53d"), "{first}");
}

#[test]
fn anything_is_found_in_any_script_and_opened() {
    let mut rig = Rig::with(&demo()).size(100, 28).on("2026-11-23");
    for (typed, found) in [("khadjiev", "Хаджиев"), ("gtnhjd", "Петров"), ("nedev", "Недев"), ("汀岚", "汀岚精密")]
    {
        rig.press("/");
        rig.paste(typed);
        assert!(rig.screen().contains(found), "{typed}: {}", rig.screen());
        rig.press("<Esc>");
    }
    rig.press("/");
    rig.paste("kaliakra");
    rig.press("<Enter>");
    assert!(rig.screen().contains("[1 Overview]"), "{}", rig.screen());
}

/// The overview ends with what the file lacks; Enter goes where it is written down.
#[test]
fn what_the_file_lacks_is_told_and_led_to() {
    let book = demo();
    let mut rig = Rig::with(&book).size(80, 24).on("2026-11-23");
    rig.open(&Target::Client(client(&book, "kaliakra"), Tab::Overview)).press("G");
    insta::assert_snapshot!("what_the_file_lacks", rig.screen());
    rig.press("<Enter>");
    insta::assert_snapshot!("where_it_is_written", rig.screen());
}

/// A row of several lines at the end of a card comes into sight whole, as wide as it is drawn.
#[test]
fn a_card_is_read_to_its_end() {
    let book = demo();
    let person = book.person.iter().find(|person| person.handle == "kravets").unwrap().head.uid;
    let mut rig = Rig::with(&book).size(80, 24).on("2026-11-23");
    rig.open(&Target::Person(Id::new(person)));
    assert!(!rig.screen().contains("marked 2025"), "{}", rig.screen());
    rig.press("G");
    assert!(rig.screen().contains("marked 2025"), "{}", rig.screen());
}

#[test]
fn an_unknown_tier_is_called_by_its_name_in_every_language() {
    let book = demo();
    let orrin = client(&book, "orrin");
    let said = [
        (Language::En, "tier: unknown"),
        (Language::Ru, "уровень пирамиды: неизвестно"),
        (Language::Bg, "ниво в пирамидата: неизвестно"),
        (Language::Zh, "客户层级：未知"),
    ];
    for (language, tier) in said {
        let mut rig = Rig::with(&book).size(100, 28).on("2026-11-23").lang(language);
        rig.open(&Target::Client(orrin, Tab::Overview));
        let screen = rig.screen();
        assert!(screen.lines().next().is_some_and(|title| title.contains(tier)), "{screen}");
    }
}
