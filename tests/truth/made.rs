//! What holds besides where every change passed its gate: a need stands on evidence, an offer on confirmed needs that
//! it covers, and nothing was learned tomorrow.

use serde_json::Value as Json;

use super::rows::{Row, Rows, day_of, is_one_of, list, name, text};
use crate::fixtures::TODAY;

pub const CONFIRMED: [&str; 3] = ["confirmed", "addressed", "met"];

pub fn untrue(rows: &Rows) -> Vec<String> {
    let mut found = Vec::new();
    for row in rows.of("need") {
        found.extend(need(row).map(|what| format!("{}: {what}", name("need", row))));
    }
    for table in ["commitment", "problem", "visit"] {
        let wrong = rows.of(table).iter().filter_map(|row| Some((name(table, row), state_of_the_day(row)?)));
        found.extend(wrong.map(|(name, what)| format!("{name}: {what}")));
    }
    for row in rows.of("proposal").iter().filter(|row| is_one_of(&row["state"], &["presented", "accepted"])) {
        found.extend(offer(rows, row).map(|what| format!("{}: {what}", name("proposal", row))));
    }
    for (table, field) in [
        ("role", "learned_on"),
        ("role", "reconfirmed_on"),
        ("influence", "learned_on"),
        ("interest", "learned_on"),
        ("stance", "on"),
        ("client", "attract_decided_on"),
    ] {
        let ahead = rows.of(table).iter().filter(|row| text(&row[field]) > TODAY);
        found.extend(ahead.map(|row| format!("{}: {field} lies ahead", name(table, row))));
    }
    found
}

fn need(row: &Row) -> Option<&'static str> {
    let evidence = list(&row["evidence"]);
    let ahead = |field: &str| text(&row[field]) > TODAY;
    let strong = evidence.iter().any(|seen| is_one_of(&seen["weight"], &["said", "document"]));
    let state = &row["state"];
    match () {
        () if *state == "probed" && evidence.is_empty() => Some("probed on nothing"),
        () if is_one_of(state, &CONFIRMED) && !strong => Some("confirmed by hints"),
        () if evidence.iter().any(|seen| text(&seen["date"]) > TODAY) => Some("heard tomorrow"),
        () if ["addressed_on", "met_on", "voiced_on"].into_iter().any(ahead) => Some("come further tomorrow"),
        () if *state == "addressed" && list(&row["answered_by"]).is_empty() => Some("addressed by nothing"),
        () => None,
    }
}

/// What a promise, a problem or a visit has come to says what its state asks for.
fn state_of_the_day(row: &Row) -> Option<&'static str> {
    let has = |field: &str| !row[field].is_null() && row[field] != "";
    let state = if row["state"].is_null() { &row["status"] } else { &row["state"] };
    match text(state) {
        "done" if !has("done_on") => Some("done on no day"),
        "resolved" if !has("told_client_on") => Some("resolved and nobody told"),
        "answered" | "resolved" if !has("resolution") => Some("answered by nothing"),
        "cancelled" if !has("cancel_reason") => Some("cancelled for no reason"),
        "missed" if !has("cancelled_by") => Some("missed by nobody"),
        _ => None,
    }
}

/// While an offer is presented its needs are confirmed and the essential ones covered; a decided one has no open term.
fn offer(rows: &Rows, row: &Row) -> Option<&'static str> {
    let presented = row["state"] == "presented";
    let visit = rows.get("visit", &row["presented_in"]);
    let met = visit.is_none_or(|visit| is_one_of(&visit["status"], &["held", "planned"]) && day_of(visit) <= TODAY);
    let decided = text(&row["decided_on"]);
    let terms: Vec<&Row> = rows.with("proposal_term", "proposal", &row["uid"]).collect();
    let needs: Vec<&Row> = list(&row["needs"]).iter().filter_map(|need| rows.get("need", need)).collect();
    let covered = |need: &&Row| {
        let covers = terms.iter().filter(|term| term["state"] != "dropped").flat_map(|term| list(&term["covers"]));
        let cover =
            covers.filter(|cover| cover["need"] == need["uid"]).filter_map(|cover| cover["cover"].as_i64()).max();
        cover.unwrap_or(0) >= need["min_cover"].as_i64().unwrap_or(2)
    };
    let essential = |need: &&&Row| need["essential"] == Json::Bool(true);
    match () {
        () if !met => Some("presented where nobody met"),
        () if presented && !decided.is_empty() => Some("presented and decided"),
        () if decided > TODAY => Some("decided tomorrow"),
        () if !presented && visit.is_some_and(|visit| decided < day_of(visit)) => {
            Some("decided before it was presented")
        }
        () if presented && needs.is_empty() => Some("presented for no need"),
        () if presented && !needs.iter().all(|need| is_one_of(&need["state"], &CONFIRMED)) => {
            Some("presented before its need was confirmed")
        }
        () if presented && !needs.iter().filter(essential).all(covered) => Some("presented below a floor"),
        () if !presented && terms.iter().any(|term| term["state"] == "open") => Some("accepted with an open term"),
        () => None,
    }
}
