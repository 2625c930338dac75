//! Cases in four scripts, and what must hold for any word.

use proptest::prelude::*;

use super::*;
use crate::domain::text::fold;

fn finds(typed: &str, text: &str) -> bool {
    let text = skeleton(text);
    beginnings(typed)
        .iter()
        .all(|ways| ways.iter().any(|way| text.split(' ').any(|word| word.starts_with(way.as_str()))))
}

#[test]
fn spellings_of_one_name_meet() {
    for (typed, text) in [
        ("hadzhiev", "Хаджиев"),
        ("khadjiev", "Хаджиев"),
        ("hadjiev", "Хаджиев"),
        ("ivanov", "Иванов"),
        ("Иванов", "Иванова Мария"),
        ("beijing", "北京"),
        ("bei", "北京"),
        ("jing", "北京"),
        ("zhao ming", "赵明远"),
        ("mingyuan", "赵明远"),
        ("明远", "赵明远"),
        ("елка", "Ёлка"),
        ("ёлка", "елка"),
        ("yolka", "Ёлка"),
        ("valev", "Вълев"),
        ("vulev", "Вълев"),
        ("tihonov", "Тихонов"),
        ("tikhonov", "Тихонов"),
        ("zhelev", "Желев"),
        ("jelev", "Желев"),
        ("jeleva", "Zheleva"),
        ("nikolai", "Николай"),
        ("nikolay", "Николай"),
        ("evgenia", "Евгения"),
        ("yevgeniya", "Евгения"),
        ("natalia", "Наталья"),
        ("shcherbakov", "Щербаков"),
        ("scherbakov", "Щербаков"),
        ("shterev", "Щерев"),
        ("kravec", "Кравец"),
        ("kravets", "Кравец"),
        ("metal", "ООО «Волга Металл»"),
        ("volga met", "ООО «Волга Металл»"),
        ("aleksandr", "Александр"),
        ("alexandr", "Александр"),
        ("semyonovich", "Семёнович"),
        ("trakena", "Агро Тракена АД"),
        ("muller", "Müller"),
        ("oconnor", "O'Connor"),
    ] {
        assert!(finds(typed, text), "{typed} in {text}: {:?} {:?}", beginnings(typed), skeleton(text));
    }
    for (typed, text) in [("petrov", "Иванов"), ("volga", "Волков"), ("jing", "北方"), ("x", "Седов")]
    {
        assert!(!finds(typed, text), "{typed} in {text}");
    }
}

#[test]
fn every_key_on_the_way_to_a_name_finds_it() {
    for (typed, text) in [("khadzhiev", "Khadzhiev"), ("shcherbakov", "Щербаков"), ("zhelev", "Zhelev")] {
        for (end, _) in typed.char_indices().skip(1) {
            assert!(finds(&typed[..end], text), "{} in {text}", &typed[..end]);
        }
    }
}

#[test]
fn a_hard_sign_that_begins_a_word_is_heard() {
    for (typed, text) in [("ъ", "ъё"), ("ъе", "ъё"), ("съ", "съёмка"), ("съе", "съёмка"), ("обединение", "объединение")]
    {
        assert!(finds(typed, text), "{typed} in {text}");
    }
}

#[test]
fn latin_is_plain() {
    for (text, plain) in [
        ("ООО «Тихая Гавань»", "ooo tihaya gavan"),
        ("Вълев", "valev"),
        ("Щъркел", "shtarkel"),
        ("Объединение", "obedinenie"),
        ("Щука и лещ", "shchuka i leshch"),
        ("北京 A-1", "bei jing a 1"),
        ("Ö’Neill", "oneill"),
        ("", ""),
        ("«»", ""),
    ] {
        assert_eq!(latin(text), plain, "{text}");
    }
}

proptest! {
    #[test]
    fn the_beginning_of_a_word_finds_the_word(word in "[a-zа-яё]{1,10}|[shczdjktieoy]{1,9}|[\u{4e00}-\u{9fa0}]{1,7}", cut in 1usize..10) {
        let begun: String = fold(&word).chars().take(cut).collect();
        prop_assert!(finds(&begun, &word), "{} in {}: {:?} {:?}", begun, word, beginnings(&begun), skeleton(&word));
    }

    #[test]
    fn any_text_has_a_skeleton(text in any::<String>()) {
        let found = skeleton(&text);
        prop_assert!(found.chars().all(|c| c.is_ascii_alphanumeric() || c == ' '));
        latin(&text);
        other_layout(&text);
    }
}
