//! Days to remember: of one person or one client, on a day that can come.

use crate::domain::date::PartialDate;
use crate::domain::entity::Occasion;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::words::{OccasionKind, Recurring};

/// A birthday's day is the person's own: said once, there.
pub(super) fn shape(planning: &Planning<'_>, row: &mut Occasion) {
    let person = row.person.filter(|_| row.kind == OccasionKind::Birthday).and_then(|id| planning.get(id));
    if let Some(birthday) = person.and_then(|person| person.birthday) {
        row.date = birthday;
    }
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
    use crate::domain::trial::Trial;

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
            (json!({ "client": client, "date": "1999" }), "occasion-needs-month"),
            (json!({ "client": client, "date": "--05" }), "-"),
        ];
        trial.refuses_rows(Entity::Occasion, &base, cases);
    }
}
