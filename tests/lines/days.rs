//! Command lines about promises, problems and visits, and about steps taken back out of turn.

use fastrand::Rng;

use super::{Line, chance, day, line, number, option, pick, said, set, uid, word};
use crate::truth::Rows;

fn department(random: &mut Rng) -> &'static str {
    if chance(random, 80) { "legal" } else { "nobody" }
}

pub fn promise(random: &mut Rng, rows: &Rows) -> Line {
    let wish = *pick(random, &["add", "add", "done", "done", "pass", "back", "cancel", "reopen", "remove"]);
    if wish == "add" {
        let client = uid(random, rows, "client");
        let mut line = line(&["promise", "add", said(random), "--client", &client]);
        option(random, &mut line, 60, "--who", |random| word(random, &["we", "they"]));
        option(random, &mut line, 60, "--due", |random| day(random).to_owned());
        set(random, &mut line, 20, "repeat", |random| word(random, &["monthly", "weekly", "yearly"]));
        return line;
    }
    let mut line = line(&["promise", wish, &uid(random, rows, "commitment")]);
    match wish {
        "done" => option(random, &mut line, 40, "--on", |random| day(random).to_owned()),
        "pass" => line.extend(["--to".to_owned(), department(random).to_owned()]),
        "cancel" => {
            option(random, &mut line, 80, "--reason", |random| said(random).to_owned());
            option(random, &mut line, 70, "--told", |random| said(random).to_owned());
        }
        "reopen" | "remove" => option(random, &mut line, 80, "--reason", |random| said(random).to_owned()),
        _ => {}
    }
    line
}

pub fn problem(random: &mut Rng, rows: &Rows) -> Line {
    let wishes = ["add", "add", "pass", "back", "answer", "answer", "resolve", "resolve", "reopen", "reject", "edit"];
    let wish = *pick(random, &wishes);
    if wish == "add" {
        let client = uid(random, rows, "client");
        let mut line = line(&["problem", "add", said(random), "--client", &client]);
        set(random, &mut line, 60, "severity", |random| number(random, 1, 3));
        set(random, &mut line, 40, "raised_on", |random| day(random).to_owned());
        return line;
    }
    let mut line = line(&["problem", wish, &uid(random, rows, "problem")]);
    match wish {
        "pass" => line.extend(["--to".to_owned(), department(random).to_owned()]),
        "answer" => option(random, &mut line, 80, "--resolution", |random| said(random).to_owned()),
        "resolve" => {
            option(random, &mut line, 60, "--told", |random| day(random).to_owned());
            option(random, &mut line, 60, "--satisfied", |random| word(random, &["yes", "no"]));
        }
        "edit" => {
            let states = ["open", "passed", "answered", "resolved", "reopened", "rejected"];
            set(random, &mut line, 70, "state", |random| word(random, &states));
            set(random, &mut line, 40, "resolution", |random| said(random).to_owned());
        }
        "back" => {}
        _ => option(random, &mut line, 80, "--reason", |random| said(random).to_owned()),
    }
    line
}

pub fn visit(random: &mut Rng, rows: &Rows) -> Line {
    let start = |random: &mut Rng| {
        let day = if random.bool() { "2026-11-25" } else { day(random) };
        format!("{day}T{}", word(random, &["10:00", "02:30", "23:45"]))
    };
    match random.u32(..8) {
        0..3 => {
            let (client, start) = (uid(random, rows, "client"), start(random));
            let mut line = line(&["visit", "plan", &client, "--start", &start]);
            option(random, &mut line, 50, "--kind", |random| word(random, &["meeting", "call", "event", "reception"]));
            option(random, &mut line, 30, "--minutes", |random| number(random, 0, 600));
            option(random, &mut line, 50, "--attendee", |random| uid(random, rows, "person"));
            line
        }
        3..5 => {
            let visit = uid(random, rows, "visit");
            line(&["visit", "move", &visit, "--start", &start(random)])
        }
        5..7 => {
            let mut line = line(&["visit", "cancel", &uid(random, rows, "visit")]);
            option(random, &mut line, 85, "--by", |random| word(random, &["us", "them"]));
            option(random, &mut line, 85, "--reason", |random| said(random).to_owned());
            if chance(random, 30) {
                line.push("--missed".to_owned());
            }
            line
        }
        _ => {
            let mut line = line(&["visit", "edit", &uid(random, rows, "visit")]);
            set(random, &mut line, 40, "status", |random| word(random, &["planned", "held", "cancelled", "missed"]));
            set(random, &mut line, 40, "client", |random| uid(random, rows, "client"));
            set(random, &mut line, 30, "requested_by", |random| word(random, &["us", "them"]));
            set(random, &mut line, 30, "our_top_present", |random| word(random, &["yes", "no"]));
            line
        }
    }
}

/// A step out of the middle; the first brought the book.
pub fn undo_step(random: &mut Rng) -> Line {
    line(&["undo", "--step", &number(random, 1, 20)])
}
