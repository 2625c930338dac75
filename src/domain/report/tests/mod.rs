//! Each figure of a report with its numbers, at the ends of years and in periods in which nothing happened.

mod effect;
mod work;

use serde_json::{Value as Json, json};

use super::{Cell, Kind, Period, Report, Row, Table, report};
use crate::domain::Sentence;
use crate::domain::book::Book;
use crate::domain::figures::View;
use crate::domain::figures::plan::is_flow;
use crate::domain::figures::testing::{DEMO, book, client, day, demo_today};

fn read(book: &Book, kind: Kind, today: &str) -> Report {
    let view = View::on(book, day(today));
    report(&view, Period::of(kind, view.today))
}

/// A book with a client `a`, the tables given and a reporting currency.
fn with(tables: Json) -> Book {
    let mut all = json!({ "client": [client("a", json!({}))] });
    if let (Some(all), Json::Object(tables)) = (all.as_object_mut(), tables) {
        all.extend(tables);
    }
    book(&json!({ "settings": { "reporting_currency": "RUB", "zone": "Europe/Sofia" }, "tables": all }))
}

fn table<'a>(report: &'a Report, key: &str) -> &'a Table {
    report.sections.iter().flat_map(|section| &section.tables).find(|table| table.key == key).unwrap()
}

fn row<'a>(report: &'a Report, of: &str, key: &str) -> &'a Row {
    table(report, of).row(key).unwrap_or_else(|| panic!("{of}: {key}"))
}

/// The counts behind the label, with `?` for what is not known and `-` for what there is none of.
fn shown(row: &Row) -> String {
    let texts = row.cells.iter().skip(1).map(|cell| match cell {
        Cell::Unknown => "?".to_owned(),
        Cell::Nothing => "-".to_owned(),
        Cell::Count(n) => n.to_string(),
        Cell::Number(n, _) | Cell::Percent(n, _) | Cell::Growth(n, _) | Cell::Change(n, _) => n.to_string(),
        Cell::Money(money) => money.to_string(),
        Cell::Word(key) => key.rsplit('.').next().unwrap_or_default().to_owned(),
        Cell::Day(day) => day.to_string(),
        Cell::Quarter(year, quarter) => format!("{year}-Q{quarter}"),
        Cell::Month(month) => month.to_string(),
        Cell::Said(sentence) => sentence.id.clone(),
        Cell::Text(text) | Cell::Private(text) => text.clone(),
    });
    texts.collect::<Vec<_>>().join(" ")
}

fn known(row: &Row) -> (usize, usize) {
    row.known.map_or((0, 0), |known| (known.n, known.of))
}

#[test]
fn an_empty_book_has_every_section_and_no_figure_that_is_made_up() {
    for (kind, today) in [(Kind::Month, "2026-01-01"), (Kind::Quarter, "2026-12-31"), (Kind::Year, "2026-02-28")] {
        let empty = book(&json!({ "tables": {} }));
        let report = read(&empty, kind, today);
        let keys: Vec<&str> = report.sections.iter().map(|section| section.key).collect();
        assert_eq!(keys, ["service", "sales", "marketing", "effect", "tiers", "plan", "week"]);
        for key in ["index", "index-by-income", "index-trend"] {
            assert_eq!(shown(row(&report, "content", key)), "? ?", "{key}");
        }
        assert_eq!(shown(row(&report, "problems", "days-to-close")), "? ?");
        assert_eq!(shown(row(&report, "problems", "closed-in-time")), "- -");
        assert_eq!(shown(row(&report, "payments", "turnover-growth")), "? ?");
        assert_eq!(table(&report, "income").verdict.as_ref().unwrap().id, "report-verdict-unknown");
        assert!(table(&report, "moves").rows.is_empty());
    }
}

#[test]
fn every_figure_of_the_demo_says_for_how_many_it_is_known_and_opens_what_it_counts() {
    for kind in [Kind::Month, Kind::Quarter, Kind::Year] {
        let report = read(&DEMO, kind, "2026-11-23");
        let tables = report.sections.iter().flat_map(|section| &section.tables);
        for table in tables.filter(|table| table.head.contains(&"now") || table.head.contains(&"at-end")) {
            for row in &table.rows {
                let known = row.known.unwrap_or_else(|| panic!("{} {}", table.key, row.key));
                assert!(known.n <= known.of, "{} {} {known:?}", table.key, row.key);
            }
        }
        for (entity, uuid) in report
            .sections
            .iter()
            .flat_map(|section| &section.tables)
            .flat_map(|table| &table.rows)
            .flat_map(|row| &row.records)
        {
            assert!(DEMO.contains(*entity, *uuid), "{entity:?}");
        }
    }
}

#[test]
fn the_demo_s_month_to_date() {
    let report = read(&DEMO, Kind::Month, "2026-11-23");
    assert_eq!((report.seen.from, report.seen.to), (day("2026-11-01"), demo_today()));
    for (of, key, expected, parts) in [
        ("content", "index", "7.4 7.2", (22, 25)),
        ("visits", "held", "12 9", (12, 13)),
        ("needs", "needs-found", "4 6", (4, 4)),
        ("needs", "needs-met-special", "1 0", (1, 1)),
        ("offers", "offers-presented", "7 0", (7, 7)),
        ("promises", "ours", "10 7 70 0 3 88", (10, 11)),
        ("promises", "theirs", "9 4 44 0 5 -", (9, 9)),
        ("pushing", "offers-before-need", "0 0", (0, 0)),
        ("services", "holdings", "60 50 20.0", (60, 60)),
    ] {
        let found = row(&report, of, key);
        assert_eq!((shown(found).as_str(), known(found)), (expected, parts), "{of} {key}");
    }
    let past = {
        let view = View::on(&DEMO, demo_today());
        super::report(&view, Period::of(Kind::Month, view.today).before())
    };
    assert!(past.sections.iter().all(|section| section.key != "week"), "the meeting is about this week");
}

#[test]
fn a_period_that_is_still_to_come_counts_nothing() {
    let view = View::on(&DEMO, demo_today());
    let report = super::report(&view, Period::of(Kind::Month, demo_today()).after());
    for (of, key) in
        [("visits", "held"), ("needs", "needs-found"), ("problems", "raised"), ("offers", "offers-presented")]
    {
        assert!(shown(row(&report, of, key)).starts_with("0 "), "{of} {key}");
    }
}

#[test]
fn a_plan_is_read_up_to_the_last_month_of_the_period_when_its_books_are_closed_by_now() {
    let view = View::on(&DEMO, demo_today());
    let plans = |on: &str| table(&report(&view, Period::of(Kind::Month, day(on))), "plan").clone();
    let (october, november) = (plans("2026-10-15"), plans("2026-11-15"));
    let of = |table: &Table, key: &str| table.row(key).map(|row| (row.cells.clone(), row.known));
    let flows = DEMO.plan_target.iter().filter(|row| row.client.is_none() && is_flow(row.measure));
    for target in flows.filter(|row| row.year == 2026) {
        let key = target.head.uid.to_string();
        assert_eq!(of(&october, &key), of(&november, &key), "{target:?}");
    }
    let known = |on: &str| {
        let report = report(&view, Period::of(Kind::Quarter, day(on)));
        table(&report, "plan").rows.iter().filter_map(|row| Some(row.known?.of)).max()
    };
    assert!(known("2026-09-30") < known("2026-11-15"), "later months are not read");
}

#[test]
fn a_move_from_or_to_unknown_is_no_tier_that_is_known() {
    let view = View::on(&DEMO, demo_today());
    let report = report(&view, Period::of(Kind::Month, day("2026-10-15")));
    let moves = table(&report, "moves");
    let known = moves.notes.iter().find(|note| note.id == "report-both-known").unwrap();
    assert_eq!(*known, Sentence::new("report-both-known").count("known", 22).count("of", 25));
    assert!(moves.rows.iter().any(|row| shown(row).contains("unknown")));
}

#[test]
fn what_came_back_after_the_period_is_still_there_at_its_end() {
    let pass = json!({ "department": "legal", "on": "2026-10-05", "back_on": "2026-11-09" });
    let book = with(json!({ "problem": [{
        "client": "a", "title": "slow", "raised_on": "2026-10-01", "due": "2026-11-30", "state": "passed", "passes": [pass],
    }] }));
    let view = View::on(&book, day("2026-11-23"));
    let of = |on: &str| shown(row(&report(&view, Period::of(Kind::Month, day(on))), "departments", "legal"));
    assert_eq!(of("2026-10-15"), "1 0 - - 1 19");
    assert_eq!(of("2026-11-15"), "0 1 25 100 0 -");
}
