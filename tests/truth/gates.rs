//! Whether a client could leave a stage, read off the rows again.

use serde_json::Value as Json;

use super::made::CONFIRMED;
use super::rows::{Row, Rows, day_of, in_force, is_one_of, list, text};
use crate::fixtures::TODAY;

const STEPS: [&str; 5] = ["prepares", "agrees", "speaks_for", "budgets", "decides"];

/// The stages of prospects, by uid.
pub fn stages(rows: &Rows) -> Vec<(Json, i64)> {
    let prospects = rows.of("client").iter().filter(|row| row["status"] == "prospect");
    prospects.filter_map(|row| Some((row["uid"].clone(), row["stage"].as_i64()?))).collect()
}

/// The stages that prospects of both books rose past though their gates were shut in the book before.
pub fn slipped(before: &Rows, after: &Rows) -> Vec<String> {
    let now = stages(after);
    let mut found = Vec::new();
    for (uid, from) in stages(before) {
        let Some((_, to)) = now.iter().find(|(other, _)| *other == uid) else { continue };
        // What the same edit says of the client counts, and nothing else it brought.
        let Some(client) = after.get("client", &uid) else { continue };
        let shut = (from..*to).filter(|stage| !is_open(before, client, *stage));
        found.extend(shut.map(|stage| format!("client {uid}: past the gate of stage {stage}")));
    }
    found
}

fn is_open(rows: &Rows, client: &Row, stage: i64) -> bool {
    let uid = &client["uid"];
    let visits = || {
        let ours = |visit: &&Row| visit["client"] == *uid || list(&visit["also_clients"]).contains(uid);
        let alive = |visit: &&Row| is_one_of(&visit["status"], &["planned", "held"]);
        rows.of("visit").iter().filter(ours).filter(alive)
    };
    let held = || visits().filter(|visit| visit["status"] == "held" && day_of(visit) <= TODAY);
    let needs = |states: &[&str]| rows.with("need", "client", uid).any(|need| is_one_of(&need["state"], states));
    let ours = |person: &Json, level: &[&str]| {
        let chain = rows.chain(uid);
        let there = |place: &&Row| chain.contains(&&place["client"]);
        let high = |place: &Row| level.is_empty() || is_one_of(&place["level"], level);
        rows.with("affiliation", "person", person).filter(there).any(high)
            || (client["person"] == *person && level.is_empty())
    };
    let came = |visit: &Row, level: &[&str]| {
        list(&visit["attendees"]).iter().any(|guest| guest["came"] == "yes" && ours(&guest["person"], level))
    };
    let holders = |step: &str| -> Vec<&Row> {
        let roles = rows.with("role", "client", uid).filter(|role| role["kind"] == step && role["proposal"].is_null());
        roles.filter(|role| in_force(role) && role["end_reason"] != "wrong").collect()
    };
    let absent = |step: &str| list(&client["absent_steps"]).iter().any(|absent| absent["step"] == step);
    match stage {
        1 => !text(&client["attract_decision"]).is_empty() && !client["attract_decided_on"].is_null(),
        2 => {
            visits().any(|visit| visit["our_top_present"] == true || is_one_of(&visit["kind"], &["event", "reception"]))
        }
        3 => held().any(|visit| came(visit, &[])),
        4 => {
            needs(&["probed", "confirmed", "addressed", "met"])
                && STEPS.iter().all(|step| absent(step) || !holders(step).is_empty())
                && holders("decides").iter().any(|role| is_one_of(&role["certainty"], &["heard", "confirmed"]))
        }
        5 => {
            held().any(|visit| came(visit, &["board", "top"])) && visits().any(|visit| visit["requested_by"] == "them")
        }
        6 => {
            let path = |goal: &Row| goal["kind"] == "decision_path" && goal["state"] != "abandoned";
            needs(&CONFIRMED) && rows.with("client_goal", "client", uid).any(path)
        }
        _ => false,
    }
}
