//! The report for programs: keys that do not depend on the language, values as numbers, and how sure each figure is.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::{Map, Value as Json, json};

use crate::domain::field::FieldType;
use crate::domain::figures::State;
use crate::domain::report::{Cell, Known, Report, Row, Section, Table};
use crate::i18n::Words;

/// The report as JSON; words in it are those of the language.
pub fn document(report: &Report, words: &Words) -> Json {
    let span = report.period.span;
    json!({
        "period": {
            "kind": report.period.kind.word(), "from": span.from.to_string(), "to": span.to.to_string(),
            "seen_to": report.seen.to.to_string(),
        },
        "sections": report.sections.iter().map(|found| section(found, words)).collect::<Json>(),
    })
}

fn section(section: &Section, words: &Words) -> Json {
    let tables: Json = section.tables.iter().map(|found| table(found, words)).collect();
    json!({ "key": section.key, "title": words.report("section", section.key), "tables": tables })
}

fn table(table: &Table, words: &Words) -> Json {
    json!({
        "key": table.key,
        "title": words.report("table", table.key),
        "verdict": table.verdict.as_ref().map(|verdict| json!({ "id": verdict.id, "text": words.sentence(verdict) })),
        "notes": table.notes.iter().map(|note| words.sentence(note)).collect::<Json>(),
        "columns": table.head,
        "rows": table.rows.iter().map(|found| row(found, table, words)).collect::<Json>(),
    })
}

/// A row by its columns; a figure also says for how many of how many it is known.
fn row(row: &Row, table: &Table, words: &Words) -> Json {
    let mut map = Map::new();
    map.insert("key".to_owned(), row.key.clone().into());
    for (column, cell) in table.head.iter().zip(&row.cells) {
        map.insert((*column).replace('-', "_"), value(cell, words));
    }
    if let Some(known) = row.known {
        map.insert("state".to_owned(), state(known, row).word().into());
        map.insert("known".to_owned(), known.n.into());
        map.insert("of".to_owned(), known.of.into());
    }
    map.insert("why".to_owned(), row.why.as_ref().map(|why| words.sentence(why)).into());
    let records = row.records.iter().map(|(entity, uid)| json!({ "entity": entity.table(), "uid": uid.to_string() }));
    map.insert("records".to_owned(), records.collect());
    Json::Object(map)
}

/// Unknown where the figure itself is; known in part where some of what it is made of is missing.
fn state(known: Known, row: &Row) -> State {
    match row.cells.get(1) {
        Some(Cell::Unknown) => State::Unknown,
        _ if known.n < known.of => State::Partial,
        _ => State::Known,
    }
}

fn value(cell: &Cell, words: &Words) -> Json {
    match cell {
        Cell::Unknown | Cell::Nothing => Json::Null,
        Cell::Count(n) => (*n).into(),
        Cell::Number(value, places) | Cell::Change(value, places) => number(*value, *places),
        Cell::Percent(value, places) | Cell::Growth(value, places) => number(*value, *places),
        Cell::Money(money) => money.json(),
        Cell::Day(day) => day.to_string().into(),
        Cell::Quarter(year, quarter) => format!("{year}-Q{quarter}").into(),
        Cell::Month(month) => month.to_string().into(),
        // The word itself, not its name in a language.
        Cell::Word(key) => key.rsplit('.').next().unwrap_or(key).into(),
        Cell::Said(_) | Cell::Text(_) | Cell::Private(_) => words.cell(cell).into(),
    }
}

fn number(value: Decimal, places: u32) -> Json {
    let value = value.round_dp(places);
    match value.to_i64().filter(|_| value.fract().is_zero()) {
        Some(whole) => whole.into(),
        None => value.to_f64().map_or(Json::Null, Json::from),
    }
}
