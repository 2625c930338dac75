//! Command lines about how a client decides, and about the working day: most could be meant, some lie on a border, some
//! are nonsense.

mod days;

use attache::domain::words::{Certainty, EndReason, NeedState, ProposalState, RoleKind, TermState, Weight};
use fastrand::Rng;

use crate::truth::Rows;
use crate::wishes::values::{chance, pick};

type Line = Vec<String>;

const DAYS: [&str; 9] =
    ["2026-11-23", "2026-11-24", "2026-11-22", "2024-02-29", "2026-02-30", "2026", "2026-11", "1899-12-31", "soon"];
const TEXTS: [&str; 8] = ["said so", "Срок до пролетта", "", " ", "-1", "a=b", "两天", "x\ty"];

fn line(words: &[&str]) -> Line {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The uid of some row of a table; now and then of another table, or of none.
fn uid(random: &mut Rng, rows: &Rows, table: &str) -> String {
    let table = if chance(random, 3) { "visit" } else { table };
    match rows.of(table) {
        [] => "nobody".to_owned(),
        _ if chance(random, 2) => "00000000-0000-7000-8000-000000000000".to_owned(),
        rows => pick(random, rows)["uid"].as_str().unwrap_or_default().to_owned(),
    }
}

/// A person and a client: mostly two that a row of the table brings together.
fn pair(random: &mut Rng, rows: &Rows, table: &str) -> [String; 2] {
    let there = rows.of(table);
    if there.is_empty() || chance(random, 15) {
        return [uid(random, rows, "client"), uid(random, rows, "person")];
    }
    let row = pick(random, there);
    ["client", "person"].map(|field| row[field].as_str().unwrap_or_default().to_owned())
}

fn day(random: &mut Rng) -> &'static str {
    DAYS[random.usize(..DAYS.len())]
}

fn said(random: &mut Rng) -> &'static str {
    if chance(random, 70) { TEXTS[0] } else { TEXTS[random.usize(..TEXTS.len())] }
}

fn option(random: &mut Rng, line: &mut Line, percent: u32, name: &str, value: impl FnOnce(&mut Rng) -> String) {
    if chance(random, percent) {
        let value = value(random);
        line.extend([name.to_owned(), value]);
    }
}

fn set(random: &mut Rng, line: &mut Line, percent: u32, field: &str, value: impl FnOnce(&mut Rng) -> String) {
    if chance(random, percent) {
        let value = value(random);
        line.extend(["--set".to_owned(), format!("{field}={value}")]);
    }
}

/// A word of an enumeration, or one that is none.
fn word(random: &mut Rng, words: &[&str]) -> String {
    if chance(random, 4) { "perhaps".to_owned() } else { (*pick(random, words)).to_owned() }
}

fn number(random: &mut Rng, low: i64, high: i64) -> String {
    if chance(random, 3) { "many".to_owned() } else { random.i64(low - 1..=high + 1).to_string() }
}

fn yes_no(random: &mut Rng) -> String {
    word(random, &["yes", "no"])
}

pub fn any(random: &mut Rng, rows: &Rows) -> Line {
    let mut line = match random.u32(..130) {
        100..108 => days::promise(random, rows),
        108..117 => days::problem(random, rows),
        117..126 => days::visit(random, rows),
        126..130 => days::undo_step(random),
        0..12 => role_set(random, rows),
        12..16 => role_end(random, rows),
        16..22 => role_edit(random, rows),
        22..28 => stance(random, rows),
        28..33 => need_add(random, rows),
        33..45 => need_edit(random, rows),
        45..51 => evidence(random, rows),
        51..63 => offer_move(random, rows),
        63..68 => offer_edit(random, rows),
        68..75 => term(random, rows),
        75..77 => concession(random, rows),
        77..89 => client_edit(random, rows),
        89..92 => affiliation(random, rows),
        92..94 => influence(random, rows),
        94..96 => goal(random, rows),
        96..98 => remove(random, rows),
        _ => line(&[*pick(random, &["undo", "redo"]), *pick(random, &["1", "2", "0", "9999"])]),
    };
    if chance(random, 75) {
        line.push("--yes".to_owned());
    }
    line
}

fn kind(random: &mut Rng) -> String {
    word(random, &RoleKind::all().iter().map(|kind| kind.word()).collect::<Vec<_>>())
}

fn certainty(random: &mut Rng) -> String {
    word(random, &Certainty::all().iter().map(|certainty| certainty.word()).collect::<Vec<_>>())
}

fn role_set(random: &mut Rng, rows: &Rows) -> Line {
    let table = if random.bool() { "affiliation" } else { "role" };
    let [client, person] = pair(random, rows, table);
    let kind = kind(random);
    let mut line = line(&["role", "set", &client, &person, &kind]);
    option(random, &mut line, 70, "--certainty", certainty);
    option(random, &mut line, 30, "--from", |random| day(random).to_owned());
    option(random, &mut line, 30, "--visit", |random| uid(random, rows, "visit"));
    option(random, &mut line, 40, "--source", |random| said(random).to_owned());
    option(random, &mut line, 10, "--proposal", |random| uid(random, rows, "proposal"));
    line
}

fn role_end(random: &mut Rng, rows: &Rows) -> Line {
    let [client, person] = pair(random, rows, "role");
    let kind = kind(random);
    let mut line = line(&["role", "end", &client, &person, &kind]);
    option(random, &mut line, 30, "--on", |random| day(random).to_owned());
    let reasons: Vec<&str> = EndReason::all().iter().map(|reason| reason.word()).collect();
    option(random, &mut line, 80, "--reason", |random| word(random, &reasons));
    line
}

fn role_edit(random: &mut Rng, rows: &Rows) -> Line {
    let mut line = line(&["role", "edit", &uid(random, rows, "role")]);
    set(random, &mut line, 30, "kind", kind);
    set(random, &mut line, 30, "certainty", certainty);
    set(random, &mut line, 20, "to", |random| day(random).to_owned());
    set(random, &mut line, 20, "from", |random| day(random).to_owned());
    set(random, &mut line, 20, "end_reason", |random| word(random, &["left", "changed", "wrong", ""]));
    set(random, &mut line, 15, "visit", |_| String::new());
    set(random, &mut line, 20, "source_note", |random| said(random).to_owned());
    set(random, &mut line, 20, "learned_on", |random| day(random).to_owned());
    set(random, &mut line, 15, "reconfirmed_on", |random| day(random).to_owned());
    set(random, &mut line, 10, "proposal", |random| uid(random, rows, "proposal"));
    set(random, &mut line, 10, "client", |random| uid(random, rows, "client"));
    set(random, &mut line, 30, "limit", |random| word(random, &["EUR 5000000", "5 apples", "-1 EUR", ""]));
    line
}

fn stance(random: &mut Rng, rows: &Rows) -> Line {
    let [client, person] = pair(random, rows, "affiliation");
    let value = number(random, -2, 2);
    let mut line = line(&["stance", "set", &client, &person, &value]);
    option(random, &mut line, 50, "--influence", |random| number(random, 1, 5));
    option(random, &mut line, 20, "--visit", |random| uid(random, rows, "visit"));
    line
}

fn need_state(random: &mut Rng) -> String {
    word(random, &NeedState::all().iter().map(|state| state.word()).collect::<Vec<_>>())
}

fn seen(random: &mut Rng) -> String {
    let weight = word(random, &Weight::all().iter().map(|weight| weight.word()).collect::<Vec<_>>());
    let day = if chance(random, 80) { "2026-11-20" } else { day(random) };
    format!(r#"{{"date": "{day}", "weight": "{weight}"}}"#)
}

fn need_add(random: &mut Rng, rows: &Rows) -> Line {
    let (client, title) = (uid(random, rows, "client"), said(random));
    let mut line = line(&["need", "add", title, "--client", &client]);
    set(random, &mut line, 60, "voice", |random| word(random, &["stated", "hidden"]));
    set(random, &mut line, 50, "state", need_state);
    set(random, &mut line, 50, "essential", yes_no);
    set(random, &mut line, 20, "share", yes_no);
    set(random, &mut line, 50, "evidence+", seen);
    line
}

fn need_edit(random: &mut Rng, rows: &Rows) -> Line {
    let mut line = line(&["need", "edit", &uid(random, rows, "need")]);
    set(random, &mut line, 55, "state", need_state);
    set(random, &mut line, 20, "voice", |random| word(random, &["stated", "hidden"]));
    set(random, &mut line, 25, "essential", yes_no);
    set(random, &mut line, 20, "min_cover", |random| number(random, 1, 2));
    set(random, &mut line, 15, "share", yes_no);
    set(random, &mut line, 20, "evidence+", seen);
    set(
        random,
        &mut line,
        15,
        "evidence",
        |random| if random.bool() { String::new() } else { format!("[{}]", seen(random)) },
    );
    set(random, &mut line, 25, "drop_kind", |random| word(random, &["no_interest", "other", ""]));
    set(random, &mut line, 25, "drop_reason", |random| said(random).to_owned());
    set(random, &mut line, 8, "client", |random| uid(random, rows, "client"));
    set(random, &mut line, 10, "met_on", |random| day(random).to_owned());
    set(random, &mut line, 10, "title", |random| said(random).to_owned());
    option(random, &mut line, 30, "--reason", |random| said(random).to_owned());
    line
}

fn evidence(random: &mut Rng, rows: &Rows) -> Line {
    let mut line = line(&["need", "evidence", &uid(random, rows, "need"), "--quote", said(random)]);
    let weights: Vec<&str> = Weight::all().iter().map(|weight| weight.word()).collect();
    option(random, &mut line, 95, "--weight", |random| word(random, &weights));
    option(random, &mut line, 25, "--visit", |random| uid(random, rows, "visit"));
    option(random, &mut line, 25, "--on", |random| day(random).to_owned());
    line
}

fn offer_move(random: &mut Rng, rows: &Rows) -> Line {
    let moves = ["discuss", "present", "accept", "decline", "version", "copy", "present", "accept"];
    let wish = *pick(random, &moves);
    let mut line = line(&["offer", wish, &uid(random, rows, "proposal")]);
    match wish {
        "present" => option(random, &mut line, 85, "--visit", |random| uid(random, rows, "visit")),
        "accept" => option(random, &mut line, 20, "--on", |random| day(random).to_owned()),
        "decline" => {
            option(random, &mut line, 80, "--by", |random| word(random, &["us", "them"]));
            option(random, &mut line, 80, "--reason", |random| said(random).to_owned());
        }
        _ => {}
    }
    line
}

fn offer_edit(random: &mut Rng, rows: &Rows) -> Line {
    if chance(random, 20) {
        let client = uid(random, rows, "client");
        let mut line = line(&["offer", "add", said(random), "--client", &client]);
        set(random, &mut line, 80, "needs", |random| uid(random, rows, "need"));
        return line;
    }
    let mut line = line(&["offer", "edit", &uid(random, rows, "proposal")]);
    let states: Vec<&str> = ProposalState::all().iter().map(|state| state.word()).collect();
    set(random, &mut line, 40, "state", |random| word(random, &states));
    set(random, &mut line, 50, "needs", |random| {
        let needs: Vec<String> = (0..random.usize(..3)).map(|_| uid(random, rows, "need")).collect();
        needs.join(",")
    });
    set(random, &mut line, 20, "presented_in", |random| uid(random, rows, "visit"));
    set(random, &mut line, 10, "client", |random| uid(random, rows, "client"));
    set(random, &mut line, 20, "decided_on", |random| day(random).to_owned());
    set(random, &mut line, 20, "title", |random| said(random).to_owned());
    option(random, &mut line, 40, "--reason", |random| said(random).to_owned());
    line
}

fn cover(random: &mut Rng, rows: &Rows) -> String {
    format!(r#"{{"need": "{}", "cover": {}}}"#, uid(random, rows, "need"), number(random, 0, 2))
}

fn term(random: &mut Rng, rows: &Rows) -> Line {
    let mut line = if chance(random, 30) {
        let mut line = line(&["term", "add"]);
        set(random, &mut line, 97, "proposal", |random| uid(random, rows, "proposal"));
        set(random, &mut line, 97, "label", |random| said(random).to_owned());
        set(random, &mut line, 97, "kind", |random| word(random, &["price", "timing", "other"]));
        line
    } else {
        line(&["term", "edit", &uid(random, rows, "proposal_term")])
    };
    let states: Vec<&str> = TermState::all().iter().map(|state| state.word()).collect();
    set(random, &mut line, 60, "state", |random| word(random, &states));
    set(random, &mut line, 40, "covers+", |random| cover(random, rows));
    set(random, &mut line, 10, "covers", |_| String::new());
    set(random, &mut line, 20, "value", |random| word(random, &["1 day", "225", "EUR 5000000", ""]));
    line
}

fn concession(random: &mut Rng, rows: &Rows) -> Line {
    let mut line = line(&["concession", "add"]);
    set(random, &mut line, 97, "term", |random| uid(random, rows, "proposal_term"));
    set(random, &mut line, 97, "by", |random| word(random, &["we", "they"]));
    set(random, &mut line, 97, "from_value", |random| word(random, &["2 days", "1 day"]));
    set(random, &mut line, 97, "to_value", |random| word(random, &["1 day", "2 %"]));
    set(random, &mut line, 30, "in_return", |random| uid(random, rows, "concession"));
    line
}

fn absent(random: &mut Rng) -> String {
    let step = kind(random);
    format!(r#"{{"step": "{step}", "reason": "not here"}}"#)
}

fn client_edit(random: &mut Rng, rows: &Rows) -> Line {
    let prospect = rows.of("client").iter().find(|row| row["status"] == "prospect");
    let prospect = prospect.and_then(|row| row["uid"].as_str()).filter(|_| chance(random, 60)).map(str::to_owned);
    let staged = prospect.is_some();
    let mut line = line(&["client", "edit", &prospect.unwrap_or_else(|| uid(random, rows, "client"))]);
    set(random, &mut line, if staged { 80 } else { 15 }, "stage", |random| number(random, 1, 7));
    set(random, &mut line, 15, "attract_decision", |random| said(random).to_owned());
    set(random, &mut line, 15, "attract_decided_on", |random| day(random).to_owned());
    set(random, &mut line, 20, "absent_steps+", absent);
    set(
        random,
        &mut line,
        15,
        "parent",
        |random| if random.bool() { uid(random, rows, "client") } else { String::new() },
    );
    set(random, &mut line, 8, "status", |random| word(random, &["active", "prospect", "dormant", "left", "declined"]));
    set(random, &mut line, 8, "vip_category", |random| word(random, &["attract", "retain"]));
    set(random, &mut line, 15, "short_name", |random| said(random).to_owned());
    option(random, &mut line, 50, "--reason", |random| said(random).to_owned());
    if chance(random, 40) {
        line.push("--force".to_owned());
    }
    line
}

fn affiliation(random: &mut Rng, rows: &Rows) -> Line {
    let place = uid(random, rows, "affiliation");
    if chance(random, 30) {
        return line(&["affiliation", "remove", &place]);
    }
    let mut line = line(&["affiliation", "edit", &place]);
    set(random, &mut line, 60, "to", |random| day(random).to_owned());
    set(random, &mut line, 30, "from", |random| day(random).to_owned());
    set(random, &mut line, 30, "level", |random| word(random, &["board", "top", "middle"]));
    line
}

fn influence(random: &mut Rng, rows: &Rows) -> Line {
    let client = uid(random, rows, "client");
    let mut line = line(&["influence", "add", "--client", &client]);
    set(random, &mut line, 97, "from_person", |random| uid(random, rows, "person"));
    set(random, &mut line, 97, "to_person", |random| uid(random, rows, "person"));
    set(random, &mut line, 97, "kind", |random| word(random, &["reports_to", "influences"]));
    set(random, &mut line, 30, "certainty", certainty);
    set(random, &mut line, 30, "strength", |random| number(random, 1, 3));
    line
}

fn goal(random: &mut Rng, rows: &Rows) -> Line {
    let client = uid(random, rows, "client");
    let mut line = line(&["goal", "add", said(random), "--client", &client]);
    set(random, &mut line, 90, "kind", |random| word(random, &["decision_path", "joint"]));
    line
}

fn remove(random: &mut Rng, rows: &Rows) -> Line {
    let (noun, table) = *pick(
        random,
        &[
            ("need", "need"),
            ("offer", "proposal"),
            ("term", "proposal_term"),
            ("role", "role"),
            ("stance", "stance"),
            ("interest", "interest"),
            ("influence", "influence"),
            ("concession", "concession"),
            ("visit", "visit"),
        ],
    );
    let mut line = line(&[noun, "remove", &uid(random, rows, table)]);
    option(random, &mut line, 60, "--reason", |random| said(random).to_owned());
    line
}
