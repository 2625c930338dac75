//! The table holds together: no clash, no key lost, no letter for a command where text is typed.

use strum::IntoEnumIterator;

use super::*;
use crate::tui::keys::Code;

fn press(text: &str) -> Vec<Key> {
    sequence(text).unwrap()
}

#[test]
fn no_key_means_two_things_in_one_place() {
    assert_eq!(Commands::default().clash(), None);
}

#[test]
fn every_place_is_one_of_its_own() {
    for (at, (name, place)) in Place::ALL.iter().enumerate() {
        let other = Place::ALL[..at].iter().find(|(_, other)| other.meets(*place));
        assert_eq!(other, None, "{name}");
    }
}

#[test]
fn every_key_in_the_source_is_a_key() {
    for row in rows::all() {
        for keys in row.keys {
            assert!(sequence(keys).is_ok_and(|keys| !keys.is_empty()), "{keys}");
        }
    }
}

#[test]
fn every_command_has_a_row_and_every_name_after_a_colon_is_one_command() {
    for command in Command::iter() {
        assert!(rows::all().any(|row| row.command == command), "{command:?}");
    }
    let mut names: Vec<&str> = rows::all().map(|row| row.colon).filter(|name| !name.is_empty()).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
}

#[test]
fn no_letter_is_a_command_where_text_is_typed() {
    let typing = Place::TEXT | Place::LONG_TEXT | Place::PICKER | Place::PALETTE | Place::SEARCH;
    for row in rows::all().filter(|row| row.at.meets(typing)) {
        for key in row.keys.iter().flat_map(|keys| press(keys)) {
            assert_eq!(key.typed(), None, "{:?} {key}", row.command);
        }
    }
}

#[test]
fn nothing_is_bound_to_what_a_terminal_or_a_layout_cannot_send() {
    for key in rows::all().flat_map(|row| row.keys).flat_map(|keys| press(keys)) {
        let lost = key.ctrl && matches!(key.code, Code::Char('i' | 'm' | 'j' | 'h'));
        assert!(!lost && !matches!(key.code, Code::Char('.' | ',')), "{key}");
    }
}

#[test]
fn the_narrowest_place_decides() {
    let commands = Commands::default();
    let cases = [
        (Here::screen(Place::TODAY), "w", Meaning::Command(Command::WriteUp)),
        (Here::screen(Place::TODAY), "a", Meaning::Begins),
        (Here::screen(Place::TODAY), "a v", Meaning::Command(Command::AddVisit)),
        (Here::screen(Place::CLIENTS), "a", Meaning::Command(Command::Add)),
        (Here::screen(Place::TODAY), "g", Meaning::Begins),
        (Here::screen(Place::TODAY), "g g", Meaning::Command(Command::First)),
        (Here::screen(Place::TODAY), "4", Meaning::Command(Command::Number(4))),
        (Here::section(Place::AFTER_PROMISES, Place::AFTER), "w", Meaning::Command(Command::WeOwe)),
        (Here::section(Place::AFTER_PROMISES, Place::AFTER), "Ctrl-S", Meaning::Command(Command::Save)),
        (Here::section(Place::HISTORY, Place::CLIENT), "u", Meaning::Command(Command::TakeBack)),
        (Here::alone(Place::QUESTION), "w", Meaning::Nothing),
        (Here::screen(Place::FORM).typing(), "Ctrl-S", Meaning::Command(Command::Save)),
        (Here::screen(Place::FORM).typing(), "Tab", Meaning::Command(Command::Next)),
        (Here::screen(Place::FORM), "Tab", Meaning::Command(Command::NextPane)),
    ];
    for (here, keys, meaning) in cases {
        assert_eq!(commands.meaning(here, &press(keys)), meaning, "{keys}");
    }
}

#[test]
fn help_shows_only_keys_that_work() {
    let commands = Commands::default();
    let here = Here::section(Place::AFTER_PROMISES, Place::AFTER);
    for (bound, keys) in commands.alive(here) {
        for keys in keys {
            assert!(matches!(commands.meaning(here, keys), Meaning::Command(found) if same(found, bound.row.command)));
        }
    }
    assert_eq!(commands.key_of(here, Command::Help).as_deref(), Some("?"));
}

#[test]
fn no_character_is_offered_as_a_key_while_text_is_typed() {
    let commands = Commands::default();
    for here in [Here::screen(Place::FORM).typing(), Here::section(Place::HISTORY, Place::CLIENT).typing_long()] {
        for (bound, keys) in commands.alive(here) {
            assert!(
                keys.iter().flat_map(|keys| keys.iter()).all(|key| key.typed().is_none()),
                "{:?}",
                bound.row.command
            );
        }
        assert_eq!(commands.key_of(here, Command::WriteUp), None);
    }
}

#[test]
fn keys_that_need_a_client_are_offered_only_where_there_is_one() {
    let (drafts, after) = (Here::screen(Place::DRAFTS), Here::section(Place::AFTER_NEEDS, Place::AFTER));
    assert!(!drafts.offers(Command::Brief, false) && drafts.offers(Command::Open, false));
    assert!(after.offers(Command::Brief, true) && !after.offers(Command::WriteUp, true));
}

#[test]
fn letters_that_follow_are_listed_once() {
    let letters = Commands::default().following(Here::screen(Place::TODAY), &press("a"));
    let shown: String = letters.iter().filter_map(|(key, _)| key.typed()).collect();
    assert_eq!(shown, "vcpnobgtsumdraw");
}

#[test]
fn the_user_can_change_keys_but_not_into_a_clash() {
    let mut commands = Commands::default();
    let table: toml::Table = "write-up = \"Ctrl-W\"".parse().unwrap();
    commands.rebind(&table).unwrap();
    assert_eq!(commands.key_of(Here::screen(Place::TODAY), Command::WriteUp).as_deref(), Some("Ctrl-W"));
    for (bad, id) in [
        ("write-up = \"b\"", "keys-clash"),
        ("fly = \"b\"", "keys-no-command"),
        ("brief = \"Hyper-b\"", "keys-no-key"),
        ("brief = 3", "keys-not-keys"),
        ("brief = \"Esc\"", "keys-no-key"),
    ] {
        let table: toml::Table = bad.parse().unwrap();
        assert_eq!(commands.rebind(&table).unwrap_err().id, id, "{bad}");
    }
}
