//! The demo portfolio searched in four scripts, and a book that changes.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::domain::book::{Book, Entity};
use crate::domain::field::Class;
use crate::domain::figures::testing::DEMO;
use crate::domain::naming::label;
use crate::domain::step::Change;
use crate::domain::trial::Trial;

const MOST: usize = 8;

fn search(typed: &str) -> Found {
    static INDEX: std::sync::LazyLock<SearchIndex> = std::sync::LazyLock::new(|| SearchIndex::of(&DEMO));
    INDEX.search(&DEMO, &Query::new(typed), MOST)
}

fn labels(found: &Found, entity: Entity) -> Vec<String> {
    found.hits().filter(|hit| hit.entity == entity).map(|hit| label(&DEMO, entity, hit.uuid)).collect()
}

#[test]
fn people_and_clients_are_found_in_any_spelling() {
    for (typed, entity, expected) in [
        ("hadzhiev", Entity::Person, "Хаджиев Пламен"),
        ("khadjiev", Entity::Person, "Хаджиев Пламен"),
        ("хаджи", Entity::Person, "Хаджиев Пламен"),
        ("gtnhjd", Entity::Person, "Петров Иван"),
        ("zhao", Entity::Person, "赵明远"),
        ("mingyuan", Entity::Person, "赵明远"),
        ("明远", Entity::Person, "赵明远"),
        ("волга металл", Entity::Client, "Волга-металл"),
        ("volga", Entity::Client, "Волга-металл"),
        ("汀岚", Entity::Client, "汀岚精密"),
        ("tinglan", Entity::Client, "汀岚精密"),
        ("Quenby", Entity::Client, "Quenby Optics"),
        ("kaliakra", Entity::Client, "Калиакра терминал"),
        ("волга-металл", Entity::Client, "Волга-металл"),
        ("volga-metall", Entity::Client, "Волга-металл"),
    ] {
        let found = labels(&search(typed), entity);
        assert!(found.iter().any(|label| label == expected), "{typed}: {found:?}");
    }
}

#[test]
fn every_word_is_required_and_quotes_are_exact() {
    assert!(search("hadzhiev quenby").is_empty());
    assert!(search("").is_empty());
    assert!(search("kind:person").is_empty());
    let note = DEMO.note.iter().find(|note| note.text.split(' ').count() > 4).unwrap();
    let words: Vec<&str> = note.text.split(' ').skip(1).take(3).collect();
    let quoted = search(&format!("\"{}\" kind:note", words.join(" ")));
    assert!(quoted.hits().any(|hit| hit.uuid == note.head.uid), "{words:?}");
    let turned = search(&format!("\"{} {}\" kind:note", words[1], words[0]));
    assert!(turned.hits().all(|hit| hit.uuid != note.head.uid));
}

#[test]
fn more_than_three_of_one_letter_sound_like_nothing() {
    for letter in ['я', 'a', 'е'] {
        assert!(search(&letter.to_string().repeat(10_000)).is_empty(), "{letter}");
        assert!(!search(&letter.to_string().repeat(2)).is_empty(), "{letter}");
    }
}

#[test]
fn kinds_limit_and_groups_are_cut() {
    let found = search("kind:visit а");
    assert!(found.groups.iter().all(|group| group.entity == Entity::Visit));
    let all = search("а");
    assert!(all.groups.iter().all(|group| group.hits.len() <= MOST));
    assert!(all.groups.iter().any(|group| group.more));
}

#[test]
fn phones_are_found_by_digits() {
    let person = DEMO.person.iter().find(|person| !person.work_phones.is_empty()).unwrap();
    let digits: String = person.work_phones[0].value.chars().filter(char::is_ascii_digit).collect();
    for from in 0..3 {
        let found = search(&digits[from..]);
        assert!(found.hits().any(|hit| hit.uuid == person.head.uid && hit.place.field.name == "work_phones"));
    }
}

#[test]
fn a_hit_shows_its_text_its_class_and_the_reading() {
    let found = search("zhao ming");
    let hit = found.hits().find(|hit| hit.entity == Entity::Person).unwrap();
    assert_eq!(hit.reading.as_deref(), Some("Zhao Mingyuan"));
    assert_eq!(hit.snippet.text.get(hit.snippet.found.clone()), Some("Zhao"));
    for note in &DEMO.note {
        let Some(word) = note.text.split_whitespace().find(|word| word.chars().count() > 5) else { continue };
        let found = search(&format!("kind:note \"{}\"", word.replace('"', "")));
        for hit in found.hits() {
            let note = DEMO.note.by_uuid(hit.uuid).unwrap();
            let expected = match note.class.word() {
                "in" => Class::Internal,
                "pe" => Class::Personal,
                _ => Class::Confidential,
            };
            assert_eq!(hit.class, expected);
            assert_eq!(hit.client, note.client.map(|client| client.uuid));
        }
    }
    assert_eq!(search("gtnhjd").layout.as_deref(), Some("петров"));
    assert_eq!(search("петров").layout, None);
}

#[test]
fn a_person_is_shown_by_the_name_the_book_has_with_the_spelling_that_was_found() {
    const PETROVS: [&str; 2] = ["Петров Иван Михайлович, volga-metall", "Петров Иван, agro-trakena"];
    for (typed, shown, snippet) in [
        ("Петров Иван", &PETROVS[..], "Петров Иван"),
        ("иван петров", &PETROVS, "Петров Иван"),
        (
            "Ivan Petrov",
            &["Петров Иван Ivan Petrov, agro-trakena", "Петров Иван Михайлович Ivan Petrov, volga-metall"],
            "Ivan",
        ),
        ("mingyuan", &["赵明远 Zhao Mingyuan, tinglan-europe"], "Zhao Mingyuan"),
        ("赵明远", &["赵明远, tinglan-europe"], "赵明远"),
        ("Mallory", &[], ""),
    ] {
        let found = search(&format!("kind:person {typed}"));
        let name = |hit: &Hit| {
            let client = hit.client.and_then(|uuid| DEMO.client.by_uuid(uuid)).unwrap();
            format!("{}, {}", hit.with_reading(&label(&DEMO, hit.entity, hit.uuid)), client.handle)
        };
        let mut names: Vec<String> = found.hits().map(name).collect();
        names.sort();
        assert_eq!(names, shown, "{typed}");
        assert!(found.hits().all(|hit| hit.snippet.text.starts_with(snippet)), "{typed}: {found:?}");
    }
}

#[test]
fn every_text_of_the_demo_is_found_by_any_of_its_words() {
    let index = SearchIndex::of(&DEMO);
    for need in DEMO.need.iter().take(20) {
        for word in need.title.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()) {
            let found = index.search(&DEMO, &Query::new(&format!("kind:need {word}")), usize::MAX);
            assert!(found.hits().any(|hit| hit.uuid == need.head.uid), "{word} in {}", need.title);
        }
    }
}

#[test]
fn the_index_follows_the_book() {
    let mut trial = Trial::new();
    let mut index = SearchIndex::of(&trial.book);
    let finds = |index: &SearchIndex, book: &Book, typed: &str| {
        index.search(book, &Query::new(typed), MOST).hits().filter(|hit| hit.entity == Entity::Client).count()
    };
    assert_eq!(finds(&index, &trial.book, "alfa"), 1);
    let before = trial.book.record(Entity::Client, trial.client).unwrap();
    let mut after = before.clone();
    after.set_field("name", &json!("Омега")).unwrap();
    let renamed = Change { before: Some(before), after: Some(after.clone()) };
    for (change, alfa, omega) in [(renamed.clone(), 0, 1), (renamed.inverse(), 1, 0), (renamed, 0, 1)] {
        trial.book.apply(&change);
        index.update(&trial.book, std::slice::from_ref(&change));
        // The handle stays `alfa`.
        assert_eq!(finds(&index, &trial.book, "\"alfa\"") + finds(&index, &trial.book, "omega"), 1 + omega, "{alfa}");
    }
    let gone = Change { before: Some(after), after: None };
    trial.book.apply(&gone);
    index.update(&trial.book, std::slice::from_ref(&gone));
    assert_eq!(finds(&index, &trial.book, "omega"), 0);
}

#[test]
fn a_book_is_read_in_pieces() {
    let mut index = SearchIndex::default();
    assert!(!index.search(&DEMO, &Query::new("volga"), MOST).complete);
    let mut pieces = 0;
    while !index.read(&DEMO, 100) {
        pieces += 1;
    }
    assert!(pieces > 3);
    let query = Query::new("volga");
    assert_eq!(index.search(&DEMO, &query, MOST), SearchIndex::of(&DEMO).search(&DEMO, &query, MOST));
}

proptest! {
    #[test]
    fn no_query_panics(typed in any::<String>(), keys in "[a-zа-я\" :0-9]{0,12}") {
        for hit in search(&typed).hits().chain(search(&keys).hits()) {
            prop_assert!(hit.snippet.text.get(hit.snippet.found.clone()).is_some());
        }
    }
}
