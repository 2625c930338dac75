//! What is said of a day to remember that was marked. Knows no screen.

use super::{Planning, generic};
use crate::domain::entity::{Occasion, Person};
use crate::domain::parts::Marked;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;
use crate::domain::words::OccasionKind;

/// A mark is told as one, also where the row is made for it.
pub(super) fn complete(planning: &mut Planning<'_>, before: Option<&Occasion>, occasion: &Occasion) {
    let had = |mark: &&Marked| before.is_some_and(|before| before.marked.contains(mark));
    let Some(mark) = occasion.marked.iter().find(|mark| !had(mark)) else { return };
    let name = generic::name_of(planning, &occasion.clone().into_record());
    let title = Sentence::new("title-occasion-marked").word("kind", occasion.kind.term()).text("name", name);
    planning.default_title(title.text("year", mark.year.to_string()), occasion.client.map(|client| client.uuid));
}

/// The day of a birthday is kept with the person: one that the person did not have is put there.
pub(super) fn tell_birthdays(planning: &mut Planning<'_>) {
    let new_day = |row: &&Occasion| {
        row.kind == OccasionKind::Birthday && planning.before(row.uid()).is_none_or(|before| before.date != row.date)
    };
    let days: Vec<_> = planning.wished::<Occasion>().filter(new_day).map(|row| (row.person, row.date)).collect();
    for (person, date) in days {
        let unknown = person.and_then(|person| planning.get(person)).filter(|person| person.birthday.is_none());
        if let Some(person) = unknown.cloned() {
            planning.put(Person { birthday: Some(date), ..person });
            planning.warn(Sentence::new("occasion-birthday-put"));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::domain::book::Entity;
    use crate::domain::entity::{Occasion, Person};
    use crate::domain::trial::{Trial, add, amend};

    #[test]
    fn a_birthday_row_gives_its_day_to_a_person_without_one() {
        for (known, expected, told) in
            [(None, "--05-14", "occasion-birthday-put"), (Some("--05-10"), "--05-10", "occasion-birthday-own")]
        {
            let mut trial = Trial::new();
            let orlova = trial.orlova;
            if let Some(known) = known {
                trial.make(&amend(Entity::Person, orlova, json!({ "birthday": known })));
            }
            let row = json!({ "person": orlova.to_string(), "kind": "birthday", "date": "--05-14" });
            let planned = trial.make(&add(Entity::Occasion, row));
            assert_eq!(planned.warnings.iter().map(|said| said.id.as_str()).collect::<Vec<_>>(), [told]);
            let birthday = trial.row::<Person>(orlova).birthday.map(|day| day.to_string());
            assert_eq!(birthday.as_deref(), Some(expected));
            assert_eq!(trial.only::<Occasion>().date.to_string(), expected);
        }
    }

    #[test]
    fn a_mark_is_told_whether_its_row_is_old_or_new() {
        let mut trial = Trial::new();
        let row = json!({ "person": trial.orlova.to_string(), "kind": "name_day", "date": "--11-26" });
        assert_eq!(trial.make(&add(Entity::Occasion, row.clone())).title.id, "title-added");
        let id = trial.only::<Occasion>().head.uid;
        let marks = |years: &[i64]| {
            let marks: Vec<_> = years.iter().map(|year| json!({ "year": year, "date": "2026-11-23" })).collect();
            json!({ "marked": marks })
        };
        assert_eq!(trial.make(&amend(Entity::Occasion, id, marks(&[2026]))).title.id, "title-occasion-marked");
        assert_eq!(trial.make(&amend(Entity::Occasion, id, marks(&[2026, 2027]))).title.id, "title-occasion-marked");
        assert_eq!(trial.make(&amend(Entity::Occasion, id, json!({ "how": "call" }))).title.id, "title-changed-fields");
        let mut marked = row;
        marked["marked"] = marks(&[2026])["marked"].clone();
        assert_eq!(trial.make(&add(Entity::Occasion, marked)).title.id, "title-occasion-marked");
    }
}
