//! The brief as a document for programs: the same sections, keys that do not depend on the language.

use serde_json::{Value as Json, json};

use super::blocks::{Block, Brief, Section};

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
        Block::Table { head, rows } => json!({ "table": { "head": head, "rows": rows } }),
    }
}
