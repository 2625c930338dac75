//! Days to remember: of one person or one client, on a day that can come.

use super::moved;
use crate::domain::book::Entity;
use crate::domain::date::PartialDate;
use crate::domain::entity::Occasion;
use crate::domain::parts::Marked;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::words::{OccasionKind, Recurring};

/// A birthday's day is the person's own: said once, there. Who gives another one is told so.
pub(super) fn shape(planning: &mut Planning<'_>, before: Option<&Occasion>, row: &mut Occasion) {
    let Some(person) = row.person.filter(|_| row.kind == OccasionKind::Birthday) else { return };
    let birthday = planning.get(person).and_then(|person| person.birthday);
    if birthday != Some(row.date) && before.is_none_or(|before| before.date != row.date) {
        planning.warn(Sentence::new("occasion-birthday-own"));
    }
    row.date = birthday.unwrap_or(row.date);
}

pub(super) fn facts(_planning: &mut Planning<'_>, row: &Occasion) -> Result<(), Refusal> {
    if row.person.is_some() == row.client.is_some() {
        return Err(Refusal::no(Sentence::new("occasion-of-one")).at("person"));
    }
    if matches!(row.date, PartialDate::Year(_)) {
        return Err(Refusal::no(Sentence::new("occasion-needs-month")).at("date"));
    }
    Ok(())
}

/// What was done is marked once for its year, when it has been done.
pub(super) fn moves(planning: &Planning<'_>, before: Option<&Occasion>, row: &Occasion) -> Result<(), Refusal> {
    let nobodys = |row: &Occasion| row.kind == OccasionKind::Birthday && row.person.is_none();
    if nobodys(row) && !before.is_some_and(nobodys) {
        return Err(Refusal::no(Sentence::new("occasion-birthday-of-person")).at("person"));
    }
    let had = |mark: &&Marked| before.is_some_and(|before| before.marked.contains(mark));
    for mark in row.marked.iter().filter(|mark| !had(mark)) {
        moved::not_after_today(planning, (Entity::Occasion, "marked"), None, mark.date)?;
        if row.marked.iter().filter(|other| other.year == mark.year).count() > 1 {
            let twice = Sentence::new("occasion-marked-twice").text("year", mark.year.to_string());
            return Err(Refusal::no(twice).at("marked"));
        }
    }
    Ok(())
}

/// One that returns every year without a day is kept, but it will not be told.
pub(super) fn warn(planning: &mut Planning<'_>, row: &Occasion) {
    if row.recurring == Recurring::Yearly && row.date.month_day().is_none() {
        planning.warn(Sentence::new("occasion-yearly-day"));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::domain::book::Entity;
    use crate::domain::entity::Occasion;
    use crate::domain::trial::{Trial, add, amend};

    #[test]
    fn a_row_is_kept_only_when_it_makes_sense() {
        let mut trial = Trial::new();
        let (client, orlova) = (trial.client.to_string(), trial.orlova.to_string());
        let base = json!({ "kind": "other", "date": "--05-14" });
        let cases = [
            (json!({ "person": orlova }), "-"),
            (json!({ "client": client }), "-"),
            (json!({}), "occasion-of-one"),
            (json!({ "client": client, "person": orlova }), "occasion-of-one"),
            (json!({ "client": client, "kind": "birthday" }), "occasion-birthday-of-person"),
            (json!({ "client": client, "date": "1999" }), "occasion-needs-month"),
            (json!({ "client": client, "date": "--05" }), "-"),
        ];
        trial.refuses_rows(Entity::Occasion, &base, cases);
    }

    #[test]
    fn a_birthday_of_a_client_that_came_from_a_file_stays_and_can_be_edited() {
        let mut trial = Trial::new();
        let row = json!({ "client": trial.client.to_string(), "kind": "birthday", "date": "--11-25" });
        let day = trial.came(Entity::Occasion, row.clone());
        for fields in [json!({ "lead_days": 9 }), json!({ "date": "--11-26" }), json!({ "kind": "company_day" })] {
            assert_eq!(trial.refusal(&amend(Entity::Occasion, day, fields.clone())), "-", "{fields}");
        }
        assert_eq!(trial.refusal(&add(Entity::Occasion, row)), "occasion-birthday-of-person");
    }

    #[test]
    fn it_is_marked_once_for_its_year_and_not_before_it_is_done() {
        let mut trial = Trial::new();
        let mark = |year: i64, date: &str| json!({ "year": year, "date": date, "what": "call" });
        let base = json!({ "client": trial.client.to_string(), "kind": "other", "date": "--11-20" });
        let cases = [
            (json!({ "marked": [mark(2026, "2026-11-20")] }), "-"),
            (json!({ "marked": [mark(2025, "2025-11-20"), mark(2026, "2026-11-20")] }), "-"),
            (json!({ "marked": [mark(2026, "2026-11-20"), mark(2026, "2026-11-21")] }), "occasion-marked-twice"),
            (json!({ "marked": [mark(2027, "2027-11-20")] }), "not-after-today"),
        ];
        trial.refuses_rows(Entity::Occasion, &base, cases);
    }

    #[test]
    fn another_day_of_a_birthday_is_told_to_be_the_persons() {
        let mut trial = Trial::new();
        let orlova = trial.orlova;
        trial.make(&amend(Entity::Person, orlova, json!({ "birthday": "1971-11-30" })));
        let row = |date: &str| json!({ "person": orlova.to_string(), "kind": "birthday", "date": date });
        for (date, told) in [("1971-11-30", 0), ("1971-11-27", 1)] {
            let planned = trial.plan(&add(Entity::Occasion, row(date))).unwrap();
            assert_eq!(
                planned.warnings.iter().filter(|said| said.id == "occasion-birthday-own").count(),
                told,
                "{date}"
            );
        }
        trial.make(&add(Entity::Occasion, row("1971-11-30")));
        let id = trial.only::<Occasion>().head.uid;
        let edited = trial.plan(&amend(Entity::Occasion, id, json!({ "date": "1971-11-27" }))).unwrap();
        assert_eq!((edited.changes.len(), edited.warnings.len()), (0, 1));
        // It follows the person without a word.
        let moved = trial.make(&amend(Entity::Person, orlova, json!({ "birthday": "1971-12-01" })));
        assert_eq!(moved.warnings.len(), 0);
    }
}
