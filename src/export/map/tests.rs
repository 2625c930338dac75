//! The chart on the demo portfolio, on a map of three people, and on one of 25 with 40 lines.

use insta::assert_snapshot;
use serde_json::{Value as Json, json};

use super::*;
use crate::domain::figures::testing::{DEMO, book, client, demo_today, id};
use crate::domain::map::DecisionMap;
use crate::domain::{Book, Client, Id};
use crate::i18n::cells;
use crate::i18n::{Lang, Words};

const LEVELS: [&str; 5] = ["board", "top", "middle", "specialist", "support"];
const KINDS: [&str; 8] =
    ["prepares", "agrees", "speaks_for", "budgets", "decides", "influences", "operates", "informs"];

/// A client with so many people, everybody with a role, and as many lines between them.
fn crowd(people: usize, lines: usize) -> Book {
    let person =
        |n: usize| json!({ "uid": format!("p{n}"), "handle": format!("p{n}"), "family_name": format!("Person{n:02}") });
    let place = |n: usize| json!({ "uid": format!("a{n}"), "person": format!("p{n}"), "client": "c", "level": LEVELS[n * LEVELS.len() / people] });
    let role = |n: usize| {
        json!({
            "uid": format!("r{n}"), "person": format!("p{n}"), "client": "c", "kind": KINDS[n % KINDS.len()],
            "certainty": "heard", "learned_on": "2026-11-01",
        })
    };
    let line = |n: usize| {
        let (from, reports) = (n % people, n < people - 1);
        let from = if reports { from + 1 } else { from };
        let to = if reports { from / 2 } else { (from + 7) % people };
        json!({
            "uid": format!("l{n}"), "from_person": format!("p{from}"), "to_person": format!("p{to}"), "client": "c",
            "kind": if reports { "reports_to" } else { "influences" }, "strength": if reports { Json::Null } else { json!(1 + n % 3) },
            "certainty": "heard", "learned_on": "2026-11-01",
        })
    };
    book(&json!({ "tables": {
        "client": [client("c", json!({}))],
        "person": (0..people).map(person).collect::<Json>(),
        "affiliation": (0..people).map(place).collect::<Json>(),
        "role": (0..people).map(role).collect::<Json>(),
        "influence": (0..lines).map(line).collect::<Json>(),
    }}))
}

fn chart(book: &Book, client: Id<Client>, lang: Lang) -> Chart {
    Chart::of(book, &DecisionMap::today(book, client, demo_today()), &Words::new(lang))
}

#[test]
fn the_demo_as_text_in_every_language() {
    let charts =
        [Lang::En, Lang::Ru, Lang::Bg, Lang::Zh].map(|lang| text(&chart(&DEMO, id("c-volga-metall"), lang), 80));
    assert_snapshot!(charts.map(|lines| lines.join("\n")).join("\n\n"));
}

#[test]
fn a_crowd_goes_on_below_and_nobody_is_lost() {
    let book = crowd(25, 40);
    let chart = chart(&book, id("c"), Lang::En);
    let lines = text(&chart, 100);
    for n in 0..25 {
        assert!(lines.iter().any(|line| line.contains(&format!("Person{n:02}"))), "{n}");
    }
    assert_eq!(chart.reporting.len() + chart.influences.len(), 40);
    assert!(lines.iter().all(|line| cells::width(line) <= 100), "{}", lines.join("\n"));
    assert_snapshot!(lines.join("\n"));
}

#[test]
fn no_line_is_wider_than_it_may_be() {
    for (people, lines) in [(0, 0), (1, 0), (3, 2), (25, 40)] {
        let book = crowd(people.max(1), lines);
        for lang in [Lang::En, Lang::Zh] {
            for width in [40, 60, 80, 160] {
                for line in text(&chart(&book, id("c"), lang), width) {
                    assert!(cells::width(&line) <= width, "{width}: {line}");
                }
            }
        }
    }
}

#[test]
fn the_drawing_holds_every_person_and_line_and_escapes_names() {
    let book = crowd(25, 40);
    let drawn = svg(&chart(&book, id("c"), Lang::En), "a<b>").into_string();
    assert!(drawn.starts_with("<svg") && drawn.contains("a&lt;b&gt;"));
    assert_eq!(drawn.matches("class=\"node\"").count(), 25);
    assert_eq!(drawn.matches("class=\"reports\"").count() + drawn.matches("class=\"influence").count(), 40);
    assert_eq!(drawn.matches("class=\"cell").count(), 25);
}
