//! What becomes of offers from one book to the next: a closed one stays as it was, and a presented term moves by
//! concessions alone.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::rows::{Row, Rows, is_one_of, name, text};

/// What is wrong in the second book, made of the first by one edit that merged nothing.
pub fn moved(before: &Rows, after: &Rows) -> Vec<String> {
    let mut found = Vec::new();
    for offer in before.of("proposal") {
        let now = after.get("proposal", &offer["uid"]);
        let what = match now {
            None => Some("gone"),
            Some(now) if is_one_of(&offer["state"], &["accepted", "declined"]) => {
                (whole(before, offer) != whole(after, now)).then_some("closed, and changed since")
            }
            Some(now) if same_version(offer, now) => terms(before, after, offer),
            Some(_) => None,
        };
        found.extend(what.map(|what| format!("{}: {what}", name("proposal", offer))));
    }
    found
}

fn same_version(before: &Row, after: &Row) -> bool {
    before["state"] == "presented" && after["state"] == "presented" && before["version"] == after["version"]
}

/// An offer with its terms and what hangs on them, without the stamps of the rows.
fn whole(rows: &Rows, offer: &Row) -> BTreeMap<String, Json> {
    let plain = |row: &Row| {
        let mut row = row.clone();
        for stamp in ["rev", "updated_at", "created_at"] {
            row.as_object_mut().unwrap().remove(stamp);
        }
        (text(&row["uid"]).to_owned(), row)
    };
    let terms: Vec<&Row> = rows.with("proposal_term", "proposal", &offer["uid"]).collect();
    let of_terms = terms.iter().flat_map(|term| {
        let tables = ["term_score", "concession"];
        tables.into_iter().flat_map(|table| rows.with(table, "term", &term["uid"]))
    });
    std::iter::once(offer).chain(terms.iter().copied()).chain(of_terms).map(plain).collect()
}

fn terms(before: &Rows, after: &Rows, offer: &Row) -> Option<&'static str> {
    before.with("proposal_term", "proposal", &offer["uid"]).find_map(|term| {
        let Some(now) = after.get("proposal_term", &term["uid"]) else { return Some("presented, and a term is gone") };
        let fixed = ["proposal", "label", "kind", "product", "our_floor", "covers"];
        if fixed.iter().any(|field| term[*field] != now[*field]) {
            return Some("presented, and a term is another");
        }
        let (was, is) = (latest(before, term), latest(after, now));
        let stands = is.map(|row| &row["to_value"]).or(was.map(|row| &row["from_value"]));
        let same_words = was.map(|row| &row["to_value"]) == is.map(|row| &row["to_value"]);
        match () {
            () if term["value"] == now["value"] && same_words => None,
            () if stands.is_some_and(|words| says(&now["value"], text(words))) => None,
            () if term["value"] == now["value"]
                && !was.is_some_and(|row| says(&term["value"], text(&row["to_value"]))) =>
            {
                None
            }
            () => Some("presented, and a value is not that of its latest concession"),
        }
    })
}

fn latest<'r>(rows: &'r Rows, term: &'r Row) -> Option<&'r Row> {
    rows.with("concession", "term", &term["uid"])
        .max_by_key(|row| [text(&row["on"]), text(&row["created_at"]), text(&row["uid"])].map(str::to_owned))
}

/// Whether a value can be what the words say; of numbers and sums only that the words hold a digit.
fn says(value: &Json, words: &str) -> bool {
    match value {
        Json::String(text) => text.trim() == words.trim(),
        Json::Null => false,
        _ => words.contains(|c: char| c.is_ascii_digit()),
    }
}
