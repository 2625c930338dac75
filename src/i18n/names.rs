//! How a person is called: in full, with initials, by the family name. A full name given as one is never split.

use super::Words;
use crate::domain::figures::occasions::Near;
use crate::domain::words::NameDisplay;
use crate::domain::{Arg, Person};

impl Words {
    /// What kind of day it is, by its own name where it has one: `20 years with us`.
    pub fn occasion(&self, near: &Near) -> String {
        match near.years.filter(|_| near.with_us) {
            _ if near.own_name().is_some() => near.own_name().unwrap_or_default().to_owned(),
            Some(years) => self.say_with("occasion-with-us", &[("n", Arg::Count(years))]),
            None => self.term(&near.kind.term()),
        }
    }

    /// The whole name in the order the manager chose.
    pub fn person_name(&self, person: &Person, display: NameDisplay) -> String {
        if let Some(full) = &person.full_name {
            return full.clone();
        }
        let (family, given) = (part(person.family_name.as_ref()), part(person.given_name.as_ref()));
        let patronymic = part(person.patronymic.as_ref());
        if is_han(family) || is_han(given) {
            return format!("{family}{given}");
        }
        match display {
            NameDisplay::FamilyFirst => joined(&[family, given, patronymic]),
            NameDisplay::AsEntered if is_cyrillic(family) => joined(&[family, given, patronymic]),
            NameDisplay::GivenFirst | NameDisplay::AsEntered => joined(&[given, patronymic, family]),
        }
    }

    /// Family name and initials: `Орлова И. П.`, `I. Orlova`; a full name where there are no parts.
    pub fn person_initials(&self, person: &Person) -> String {
        let (family, given) = (part(person.family_name.as_ref()), part(person.given_name.as_ref()));
        if person.full_name.is_some() || family.is_empty() || is_han(family) {
            return self.person_name(person, NameDisplay::AsEntered);
        }
        let initials = joined(&[&initial(given), &initial(part(person.patronymic.as_ref()))]);
        if is_cyrillic(family) { joined(&[family, &initials]) } else { joined(&[&initials, family]) }
    }

    /// Family and given name, the patronymic as an initial: `Седов Игорь А.`.
    pub fn person_middle(&self, person: &Person) -> String {
        let family = part(person.family_name.as_ref());
        if person.full_name.is_some() || !is_cyrillic(family) {
            return self.person_name(person, NameDisplay::AsEntered);
        }
        joined(&[family, part(person.given_name.as_ref()), &initial(part(person.patronymic.as_ref()))])
    }

    /// The family name alone, where one stands apart; else the whole name.
    pub fn family_name(&self, person: &Person) -> String {
        match (&person.full_name, &person.family_name) {
            (None, Some(family)) => family.clone(),
            _ => self.person_name(person, NameDisplay::AsEntered),
        }
    }
}

fn part(name: Option<&String>) -> &str {
    name.map_or("", String::as_str)
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// `И.`; a name that is an initial already stays.
fn initial(name: &str) -> String {
    name.chars().next().map_or_else(String::new, |first| format!("{}.", first.to_uppercase()))
}

pub(super) fn is_han(text: &str) -> bool {
    text.chars().next().is_some_and(|c| matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3134F}'))
}

fn is_cyrillic(text: &str) -> bool {
    text.chars().next().is_some_and(|c| matches!(c, '\u{0400}'..='\u{052F}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::Entity;
    use crate::domain::table::{Head, Row};
    use crate::i18n::Lang;

    fn person(family: &str, given: &str, patronymic: &str, full: &str) -> Person {
        made(&[
            ("family_name", family),
            ("given_name", given),
            ("patronymic", patronymic),
            ("full_name", full),
            ("side", "client"),
            ("handle", "someone"),
        ])
    }

    fn made(fields: &[(&str, &str)]) -> Person {
        let fields = fields
            .iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| ((*name).to_owned(), serde_json::Value::from(*text)))
            .collect();
        let (created_at, updated_at) = Default::default();
        let head = Head { uid: uuid::Uuid::nil(), rev: 1, created_at, updated_at };
        let record = Entity::Person.record(head, &fields).unwrap();
        Person::of_record(&record).unwrap().clone()
    }

    #[test]
    fn a_name_is_shown_in_the_chosen_order_and_never_split() {
        let words = Words::new(Lang::En);
        let all = |person: &Person| {
            [
                words.person_name(person, NameDisplay::GivenFirst),
                words.person_name(person, NameDisplay::FamilyFirst),
                words.person_name(person, NameDisplay::AsEntered),
                words.person_initials(person),
                words.person_middle(person),
                words.family_name(person),
            ]
        };
        assert_eq!(
            all(&person("Орлова", "Ирина", "Павловна", "")),
            [
                "Ирина Павловна Орлова",
                "Орлова Ирина Павловна",
                "Орлова Ирина Павловна",
                "Орлова И. П.",
                "Орлова Ирина П.",
                "Орлова"
            ]
        );
        assert_eq!(
            all(&person("Ashby", "Rupert", "", "")),
            ["Rupert Ashby", "Ashby Rupert", "Rupert Ashby", "R. Ashby", "Rupert Ashby", "Ashby"]
        );
        assert_eq!(all(&person("", "", "", "赵明远")), ["赵明远"; 6]);
        assert_eq!(all(&person("赵", "明远", "", ""))[..5], ["赵明远"; 5]);
        assert_eq!(all(&person("", "Лейла", "", ""))[3], "Лейла");
        assert_eq!(words.person_initials(&person("Гордеева", "Н.", "", "")), "Гордеева Н.");
    }
}
