//! What holds in any book: who may stand twice, what a word asks for beside it, whose rows point at whose.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::rows::{Row, Rows, in_force, is_one_of, list, name, text};

const STEPS_THAT_MAY_BE_ABSENT: [&str; 4] = ["prepares", "agrees", "speaks_for", "budgets"];

pub fn untrue(rows: &Rows) -> Vec<String> {
    let mut found = Vec::new();
    references(rows, &mut found);
    unique(rows, &mut found);
    clients(rows, &mut found);
    people(rows, &mut found);
    each(rows, "role", role, &mut found);
    each(rows, "stance", stance, &mut found);
    each(rows, "influence", influence, &mut found);
    each(rows, "need", need, &mut found);
    each(rows, "proposal", offer, &mut found);
    each(rows, "proposal_term", term, &mut found);
    each(rows, "term_score", score, &mut found);
    each(rows, "concession", concession, &mut found);
    found
}

type Check = fn(&Rows, &Row) -> Option<&'static str>;

fn each(rows: &Rows, table: &str, check: Check, found: &mut Vec<String>) {
    let said = rows.of(table).iter().filter_map(|row| Some(format!("{}: {}", name(table, row), check(rows, row)?)));
    found.extend(said);
}

/// The one that is wrong, of several facts.
fn first(facts: &[(bool, &'static str)]) -> Option<&'static str> {
    facts.iter().find(|(holds, _)| !holds).map(|(_, what)| *what)
}

/// Whatever names another record names one there is.
fn references(rows: &Rows, found: &mut Vec<String>) {
    for (table, field, to) in [
        ("client", "parent", "client"),
        ("affiliation", "person", "person"),
        ("affiliation", "client", "client"),
        ("role", "person", "person"),
        ("role", "client", "client"),
        ("role", "proposal", "proposal"),
        ("role", "visit", "visit"),
        ("stance", "person", "person"),
        ("stance", "visit", "visit"),
        ("influence", "from_person", "person"),
        ("influence", "to_person", "person"),
        ("interest", "person", "person"),
        ("need", "client", "client"),
        ("visit", "client", "client"),
        ("proposal", "client", "client"),
        ("proposal", "presented_in", "visit"),
        ("proposal_term", "proposal", "proposal"),
        ("term_score", "term", "proposal_term"),
        ("term_score", "interest", "interest"),
        ("concession", "term", "proposal_term"),
        ("concession", "in_return", "concession"),
    ] {
        let named = rows.of(table).iter().filter(|row| !row[field].is_null());
        let lost = named.filter(|row| rows.get(to, &row[field]).is_none());
        found.extend(lost.map(|row| format!("{}: {field} is nobody", name(table, row))));
    }
}

fn unique(rows: &Rows, found: &mut Vec<String>) {
    let role = |row: &Row| in_force(row) && row["end_reason"] != "wrong";
    twice(rows, "role", &["person", "client", "proposal", "kind"], role, found);
    twice(rows, "term_score", &["term", "interest"], |_| true, found);
    twice(rows, "client", &["handle"], |_| true, found);
    twice(rows, "person", &["handle"], |_| true, found);
    twice(rows, "ledger_month", &["client", "month", "currency"], |_| true, found);
    twice(rows, "plan_target", &["client", "measure", "year", "quarter"], |_| true, found);
}

fn twice(rows: &Rows, table: &str, fields: &[&str], counts: fn(&Row) -> bool, found: &mut Vec<String>) {
    let mut seen = BTreeMap::<String, usize>::new();
    for row in rows.of(table).iter().filter(|row| counts(row)) {
        *seen.entry(fields.iter().map(|field| row[*field].to_string()).collect::<Vec<_>>().join(" ")).or_default() += 1;
    }
    found.extend(seen.into_iter().filter(|(_, n)| *n > 1).map(|(key, n)| format!("{table} {key}: {n} times")));
}

fn clients(rows: &Rows, found: &mut Vec<String>) {
    for row in rows.of("client") {
        let absent: Vec<&str> = list(&row["absent_steps"]).iter().map(|absent| text(&absent["step"])).collect();
        let once = absent.iter().all(|step| absent.iter().filter(|other| other == &step).count() == 1);
        let stage = row["stage"].as_i64();
        let own = |table: &str| rows.with(table, "client", &row["uid"]).next().is_some();
        let wrong = first(&[
            (!absent.contains(&"decides"), "somebody always decides"),
            (absent.iter().all(|step| STEPS_THAT_MAY_BE_ABSENT.contains(step)), "absent and no step"),
            (once, "one step absent twice"),
            (stage.is_none_or(|stage| (1..=7).contains(&stage)), "no such stage"),
            (row["status"] != "prospect" || stage.is_some(), "a prospect without a stage"),
            (rows.chain(&row["uid"]).len() <= 5, "a circle, or a group of more than five levels"),
            ((row["status"] == "merged") != row["merged_into"].is_null(), "merged into nobody"),
            (row["kind"] != "individual" || !row["person"].is_null(), "an individual who is nobody"),
            (row["kind"] != "individual" || !own("vip_evidence"), "an individual with a company's evidence"),
            (!text(&row["name"]).trim().is_empty(), "no name"),
        ]);
        found.extend(wrong.map(|what| format!("{}: {what}", name("client", row))));
    }
}

/// Nobody is above the person they report to.
fn people(rows: &Rows, found: &mut Vec<String>) {
    let reports = |row: &&Row| row["kind"] == "reports_to" && in_force(row);
    let lines: Vec<&Row> = rows.of("influence").iter().filter(reports).collect();
    for line in &lines {
        let here = || lines.iter().filter(|other| other["client"] == line["client"]);
        let mut above = vec![&line["to_person"]];
        for _ in 0..lines.len() {
            let next = here().filter(|other| above.contains(&&other["from_person"])).map(|other| &other["to_person"]);
            let next: Vec<&Json> = next.filter(|person| !above.contains(person)).collect();
            above.extend(next);
        }
        if above.contains(&&line["from_person"]) {
            found.push(format!("{}: reports to themselves", name("influence", line)));
        }
    }
}

fn role(rows: &Rows, row: &Row) -> Option<&'static str> {
    let offer = rows.get("proposal", &row["proposal"]);
    let confirmed = row["certainty"] == "confirmed";
    first(&[
        (!confirmed || !row["visit"].is_null() || !text(&row["source_note"]).is_empty(), "confirmed by nothing"),
        (row["to"].is_null() || !row["end_reason"].is_null(), "ended for no reason"),
        (offer.is_none_or(|offer| offer["client"] == row["client"]), "on an offer to another"),
        (row["reconfirmed_on"].is_null() || row["reconfirmed_on"].as_str() >= row["learned_on"].as_str(), "too early"),
    ])
}

fn stance(rows: &Rows, row: &Row) -> Option<&'static str> {
    let within = |field: &str, low, high| row[field].as_i64().is_none_or(|n| (low..=high).contains(&n));
    let says = !row["value"].is_null() || !row["influence"].is_null() || row["reset"] == true;
    let offer = rows.get("proposal", &row["proposal"]);
    first(&[
        (within("value", -2, 2), "no such stance"),
        (within("influence", 1, 5), "no such influence"),
        (says, "says nothing"),
        (offer.is_none_or(|offer| offer["client"] == row["client"]), "on an offer to another"),
    ])
}

fn influence(_: &Rows, row: &Row) -> Option<&'static str> {
    first(&[
        (row["from_person"] != row["to_person"], "of a person on themselves"),
        (row["kind"] == "influences" || row["strength"].is_null(), "a reporting line with a strength"),
        (row["certainty"] != "confirmed" || !row["visit"].is_null(), "confirmed by nothing"),
    ])
}

fn need(rows: &Rows, row: &Row) -> Option<&'static str> {
    let voiced = row["voice"] == "stated" && is_one_of(&row["state"], &["confirmed", "addressed", "met"]);
    let why = !text(&row["drop_reason"]).is_empty() && !row["drop_kind"].is_null();
    let held = |evidence: &Json| rows.get("visit", &evidence["visit"]).is_none_or(|visit| visit["status"] == "held");
    let answer = |answer: &Json| {
        let table = match text(&answer["kind"]) {
            "offer" => "proposal",
            kind => kind,
        };
        let client = rows.get(table, &answer["ref"]).map(|row| &row["client"]);
        client.is_some_and(|client| client.is_null() || rows.one_house(client, &row["client"]))
    };
    let state = |states: &[&str]| is_one_of(&row["state"], states);
    let seen = |evidence: &Json| {
        let Some(visit) = rows.get("visit", &evidence["visit"]) else { return evidence["visit"].is_null() };
        let with = std::iter::once(&visit["client"]).chain(list(&visit["also_clients"]));
        with.into_iter().any(|client| rows.one_house(client, &row["client"]))
    };
    first(&[
        (row["share"] != true || voiced, "shared before the client voiced it"),
        (row["state"] != "dropped" || why, "dropped for no reason"),
        (list(&row["evidence"]).iter().all(seen), "seen at a visit to another"),
        (list(&row["evidence"]).iter().all(held), "seen at a visit that was not held"),
        (list(&row["answered_by"]).iter().all(answer), "answered by what is another's"),
        (
            row["addressed_on"].is_null() || state(&["addressed", "met", "dropped"]),
            "answered on a day and not answered",
        ),
        (row["met_on"].is_null() || state(&["met"]), "met on a day and not met"),
        (!text(&row["title"]).trim().is_empty(), "no title"),
    ])
}

fn offer(rows: &Rows, row: &Row) -> Option<&'static str> {
    let needs = list(&row["needs"]).iter().filter_map(|need| rows.get("need", need));
    let mut needs = needs.map(|need| rows.one_house(&need["client"], &row["client"]));
    let declined = row["state"] == "declined";
    first(&[
        (!is_one_of(&row["state"], &["presented", "accepted"]) || !row["presented_in"].is_null(), "presented nowhere"),
        (row["state"] != "accepted" || !row["decided_on"].is_null(), "accepted on no day"),
        (!declined || (!row["declined_by"].is_null() && !text(&row["decline_reason"]).is_empty()), "declined, not why"),
        (needs.all(|own| own), "answers a need of another"),
    ])
}

fn term(rows: &Rows, row: &Row) -> Option<&'static str> {
    let offer = rows.get("proposal", &row["proposal"])?;
    let needs = list(&row["covers"]).iter().filter_map(|cover| rows.get("need", &cover["need"]));
    let mut own = needs.map(|need| rows.one_house(&need["client"], &offer["client"]));
    first(&[(own.all(|own| own), "covers a need of another")])
}

fn score(rows: &Rows, row: &Row) -> Option<&'static str> {
    let offer = rows.get("proposal_term", &row["term"]).and_then(|term| rows.get("proposal", &term["proposal"]))?;
    let interest = rows.get("interest", &row["interest"])?;
    first(&[
        (offer["client"] == interest["client"], "of an interest of another"),
        (row["score"].as_i64().is_some_and(|score| (-2..=2).contains(&score)), "no such score"),
    ])
}

fn concession(rows: &Rows, row: &Row) -> Option<&'static str> {
    let offer = |row: &Row| rows.get("proposal_term", &row["term"]).map(|term| term["proposal"].clone());
    let returned = rows.get("concession", &row["in_return"]);
    first(&[
        (row["from_value"] != row["to_value"], "changes nothing"),
        (returned.is_none_or(|other| other["by"] != row["by"]), "returned by the same side"),
        (returned.is_none_or(|other| offer(other) == offer(row)), "returned on another offer"),
    ])
}
