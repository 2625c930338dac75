//! How far what was seen and heard of a need can still be relied on.

use chrono::NaiveDate;

use crate::domain::Book;
use crate::domain::date::days_between;
use crate::domain::entity::Need;

/// The day of the youngest evidence.
pub fn last_seen(need: &Need) -> Option<NaiveDate> {
    need.evidence.iter().map(|seen| seen.date).max()
}

/// Whether what was seen and heard of an open need is all as old as the half-life of facts: it is a question again. A
/// need of which nothing was seen yet is called a hypothesis and needs no mark.
pub fn is_asked_again(book: &Book, need: &Need, today: NaiveDate) -> bool {
    let half_life = book.settings().fact_half_life_days;
    need.state.is_open() && last_seen(need).is_some_and(|last| days_between(last, today) >= half_life)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::figures::testing::{book, client, day, id};

    #[test]
    fn a_need_is_a_question_again_from_the_half_life_of_its_last_evidence_on() {
        for (state, seen, asked) in [
            ("hypothesis", json!([]), false),
            ("hypothesis", json!([{ "date": "2020-01-01", "weight": "hint" }]), true),
            ("probed", json!([{ "date": "2026-05-29", "weight": "said" }]), false),
            ("confirmed", json!([{ "date": "2026-05-28", "weight": "said" }]), true),
            (
                "confirmed",
                json!([{ "date": "2020-01-01", "weight": "said" }, { "date": "2026-11-24", "weight": "hint" }]),
                false,
            ),
            ("addressed", json!([{ "date": "2020-01-01", "weight": "said" }]), true),
            ("met", json!([{ "date": "2020-01-01", "weight": "said" }]), false),
            ("dropped", json!([]), false),
        ] {
            let need = json!({ "uid": "n", "client": "c", "title": "n", "state": state, "evidence": seen });
            let book = book(&json!({ "tables": { "client": [client("c", json!({}))], "need": [need] } }));
            let need = book.need.get(id("n")).unwrap();
            assert_eq!(is_asked_again(&book, need, day("2026-11-24")), asked, "{state} {seen}");
        }
    }
}
