//! What a person may be: a name, real phones and addresses. What a birthday or a death changes elsewhere.

use crate::domain::date::PartialDate;
use crate::domain::entity::{Affiliation, Occasion, Person};
use crate::domain::parts::Contact;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;
use crate::domain::words::OccasionKind;

pub(super) fn facts(planning: &mut Planning<'_>, row: &Person) -> Result<(), Refusal> {
    if row.family_name.is_none() && row.given_name.is_none() && row.full_name.is_none() {
        return Err(Refusal::no(Sentence::new("person-needs-name")).at("full_name"));
    }
    for (field, phones) in [("work_phones", &row.work_phones), ("private_phones", &row.private_phones)] {
        each(field, phones, is_phone, "not-a-phone")?;
    }
    for (field, emails) in [("work_emails", &row.work_emails), ("private_emails", &row.private_emails)] {
        each(field, emails, is_email, "not-an-email")?;
    }
    if planning.namesakes().person_handle_taken(&row.handle, row.uid().uuid) {
        return Err(Refusal::no(Sentence::new("handle-taken").text("handle", &row.handle)).at("handle"));
    }
    Ok(())
}

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&Person>, row: &Person) -> Result<(), Refusal> {
    if let Some(into) = before.and_then(|before| before.merged_into).and_then(|id| planning.get(id)) {
        let sentence = Sentence::new("merged-opening").text("a", row.display_name());
        return Err(Refusal::no(sentence.text("b", into.display_name())));
    }
    let Some(before) = before else { return Ok(()) };
    if let Some(birthday) = row.birthday.filter(|day| before.birthday != Some(*day)) {
        move_birthday(planning, row, birthday);
    }
    match row.deceased_on.filter(|_| before.deceased_on.is_none()) {
        Some(day) => end_places(planning, row, day),
        None => Ok(()),
    }
}

fn each(field: &str, contacts: &[Contact], right: fn(&str) -> bool, id: &str) -> Result<(), Refusal> {
    match contacts.iter().find(|contact| !right(&contact.value)) {
        Some(wrong) => Err(Refusal::no(Sentence::new(id).text("input", &wrong.value)).at(field)),
        None => Ok(()),
    }
}

/// Digits and the signs between them, at least five digits.
pub fn is_phone(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | ' ');
    text.chars().all(allowed) && text.chars().filter(char::is_ascii_digit).count() >= 5
}

/// One `@` between two sides, no spaces.
pub fn is_email(text: &str) -> bool {
    let sides = text.split_once('@');
    sides.is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'))
        && !text.chars().any(char::is_whitespace)
}

/// Rows that hold how a birthday is marked follow the person's own day.
fn move_birthday(planning: &mut Planning<'_>, row: &Person, birthday: PartialDate) {
    let own = |day: &&Occasion| day.person == Some(row.uid()) && day.kind == OccasionKind::Birthday;
    let days: Vec<Occasion> = planning.of::<Occasion>(row.uid()).into_iter().filter(own).cloned().collect();
    for mut day in days {
        day.date = birthday;
        planning.put(day);
    }
}

/// A death is asked to close the person's places; their roles follow.
fn end_places(planning: &mut Planning<'_>, row: &Person, day: PartialDate) -> Result<(), Refusal> {
    let ends = PartialDate::Day(day.latest().map_or(planning.today, |last| last.min(planning.today)));
    let open = |place: &&Affiliation| place.person == row.uid() && place.to.is_none();
    let places: Vec<Affiliation> = planning.of::<Affiliation>(row.uid()).into_iter().filter(open).cloned().collect();
    if places.is_empty() {
        return Ok(());
    }
    let question = Sentence::new("deceased-ends-ask").text("name", row.display_name()).count("n", places.len());
    if planning.ask(question)? {
        for mut place in places {
            let began = place.from.and_then(PartialDate::earliest);
            if began.is_none_or(|began| ends.latest().is_none_or(|ends| began < ends)) {
                place.to = Some(ends);
                planning.put(place);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::book::Entity;
    use crate::domain::entity::Role;
    use crate::domain::refusal::Answers;
    use crate::domain::trial::{Trial, add, amend};

    #[test]
    fn phones_and_addresses_are_told_from_other_text() {
        for (text, right) in
            [("+7 (495) 123-45-67", true), ("12345", true), ("1234", false), ("tel 12345", false), ("", false)]
        {
            assert_eq!(is_phone(text), right, "{text}");
        }
        for (text, right) in [
            ("a@b", true),
            ("иван@пример.рф", true),
            ("a b@c.d", false),
            ("a@b@c", false),
            ("@b", false),
            ("a@", false),
            ("ab", false),
        ] {
            assert_eq!(is_email(text), right, "{text}");
        }
    }

    #[test]
    fn a_person_has_a_name_and_real_contacts() {
        let mut trial = Trial::new();
        for (row, refusal) in [
            (json!({ "full_name": "李伟" }), "-"),
            (json!({ "given_name": "Anna" }), "-"),
            (json!({ "patronymic": "Pavlovna" }), "person-needs-name"),
            (json!({ "full_name": "A", "work_phones": [{ "value": "call me" }] }), "not-a-phone"),
            (json!({ "full_name": "A", "private_emails": [{ "value": "nobody" }] }), "not-an-email"),
            (json!({ "full_name": "A", "handle": "orlova" }), "handle-taken"),
        ] {
            assert_eq!(trial.refusal(&add(Entity::Person, row.clone())), refusal, "{row}");
        }
        let bank = amend(Entity::Person, trial.orlova, json!({ "side": "bank" }));
        assert_eq!(trial.refusal(&bank), "person-works-for-bank");
        let banker = trial.has(Entity::Person, json!({ "handle": "banker", "full_name": "B", "side": "bank" }));
        let team = json!({ "bank_team": [{ "person": banker.to_string() }] });
        trial.make(&amend(Entity::Client, trial.client, team));
        let gone = amend(Entity::Person, banker, json!({ "side": "other" }));
        assert_eq!(trial.refusal(&gone), "not-one-of-ours");
    }

    #[test]
    fn a_birthday_is_said_once_and_its_marks_follow() {
        let mut trial = Trial::new();
        let orlova = trial.orlova.to_string();
        trial.make(&amend(Entity::Person, trial.orlova, json!({ "birthday": "--05-14" })));
        trial.make(&add(Entity::Occasion, json!({ "person": orlova, "kind": "birthday", "date": "--01-01" })));
        assert_eq!(trial.only::<Occasion>().date.to_string(), "--05-14");
        trial.make(&amend(Entity::Person, trial.orlova, json!({ "birthday": "1980-05-15" })));
        assert_eq!(trial.only::<Occasion>().date.to_string(), "1980-05-15");
    }

    #[test]
    fn a_death_is_asked_to_end_places_and_roles() {
        let mut trial = Trial::new();
        let (client, orlova) = (trial.client.to_string(), trial.orlova.to_string());
        trial.has(
            Entity::Role,
            json!({ "person": orlova, "client": client, "kind": "decides", "learned_on": "2026-01-01" }),
        );
        let died = amend(Entity::Person, trial.orlova, json!({ "deceased_on": "2026-11-10" }));
        assert_eq!(trial.refusal(&died), "deceased-ends-ask");
        trial.answers = Answers::yes();
        trial.make(&died);
        assert_eq!(trial.only::<Role>().to.unwrap().to_string(), "2026-11-10");
    }
}
