//! What is said of a day to remember that was marked. Knows no screen.

use super::{Planning, generic};
use crate::domain::entity::Occasion;
use crate::domain::parts::Marked;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;

/// A mark is told as one, also where the row is made for it.
pub(super) fn complete(planning: &mut Planning<'_>, before: Option<&Occasion>, occasion: &Occasion) {
    let had = |mark: &&Marked| before.is_some_and(|before| before.marked.contains(mark));
    let Some(mark) = occasion.marked.iter().find(|mark| !had(mark)) else { return };
    let name = generic::name_of(planning, &occasion.clone().into_record());
    let title = Sentence::new("title-occasion-marked").word("kind", occasion.kind.term()).text("name", name);
    planning.default_title(title.text("year", mark.year.to_string()), occasion.client.map(|client| client.uuid));
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::domain::book::Entity;
    use crate::domain::entity::Occasion;
    use crate::domain::trial::{Trial, add, amend};

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
