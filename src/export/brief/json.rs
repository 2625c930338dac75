//! The brief as a document for programs: the same sections, keys that do not depend on the language.

use serde_json::{Value as Json, json};

use super::blocks::{Block, Brief, Section};
use crate::export::map::{Chart, ChartColumn, ChartRow};

pub(super) fn write(brief: &Brief) -> String {
    let document = json!({
        "schema": "attache/1",
        "brief": {
            "for": brief.reader.word(), "language": brief.language.word(), "date": brief.day.to_string(),
            "title": brief.title, "head": brief.lines,
            "sections": brief.sections.iter().map(section).collect::<Json>(),
        },
    });
    // A tree of strings always serialises.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

fn section(section: &Section) -> Json {
    json!({ "key": section.key, "title": section.title, "blocks": section.blocks.iter().map(block).collect::<Json>() })
}

fn block(block: &Block) -> Json {
    match block {
        Block::Text(text) => json!({ "text": text }),
        Block::Part(title) => json!({ "part": title }),
        Block::Item(text) => json!({ "item": text }),
        Block::Bars(bars, _) => {
            json!({ "bars": bars.iter().map(|bar| json!({ "label": bar.label, "value": bar.shown })).collect::<Json>() })
        }
        Block::Table(table) => json!({ "table": { "head": table.head, "rows": table.rows } }),
        Block::Map(chart) => json!({ "map": map(chart) }),
    }
}

/// The people across and, for each step, what each of them holds; null where nothing.
fn map(chart: &Chart) -> Json {
    let column = |column: &ChartColumn| json!({ "name": column.name, "level": column.level, "position": column.position, "attitude": column.attitude });
    let row = |row: &ChartRow| {
        let cells = row.cells.iter().map(|cell| cell.as_ref().map(|cell| cell.text.as_str()));
        json!({ "step": row.label, "absent": row.absent, "cells": cells.collect::<Vec<_>>() })
    };
    let between = chart.between.iter().map(|(label, texts)| json!({ "kind": label, "lines": texts }));
    json!({
        "people": chart.columns.iter().map(column).collect::<Json>(),
        "steps": chart.rows.iter().map(row).collect::<Json>(),
        "between": between.collect::<Json>(),
    })
}
