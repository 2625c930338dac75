//! The chart on the demo portfolio, on a map of three people, and on one of 25 with 40 lines.

use insta::assert_snapshot;

use super::*;
use crate::domain::figures::testing::{DEMO, crowd, demo_today, id};
use crate::domain::map::DecisionMap;
use crate::domain::{Book, Client, Id};
use crate::i18n::cells;
use crate::i18n::{Lang, Words};

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
