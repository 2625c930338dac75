//! A brief as the data of its page: every text a string in JSON.

use serde_json::{Value, json};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::drawing;
use crate::export::brief::blocks::{Block, Brief, Section, Table};
use crate::export::brief::{Reader, plain};

/// Columns of such short texts are not broken: a day, a kind, a state.
const SHORT: usize = 16;
/// Words wider than this may be torn: an address in a narrow column.
const LONG: usize = 28;

pub(super) fn data(brief: &Brief, families: &[String]) -> String {
    let mark = brief.lines.first().filter(|_| brief.reader == Reader::Internal);
    json!({
        "title": brief.title,
        "language": brief.language.word(),
        "fonts": families,
        "lines": brief.lines.iter().map(|line| text(line)).collect::<Vec<_>>(),
        "mark": mark.map(String::as_str).unwrap_or_default(),
        "sections": brief.sections.iter().map(section).collect::<Vec<_>>(),
    })
    .to_string()
}

fn section(section: &Section) -> Value {
    let blocks = section.blocks.iter().map(|shown| block(shown, &section.title));
    json!({ "title": text(&section.title), "blocks": blocks.collect::<Vec<_>>() })
}

fn block(block: &Block, title: &str) -> Value {
    match block {
        Block::Text(said) => json!({ "kind": "text", "text": text(said) }),
        Block::Part(said) => json!({ "kind": "part", "text": text(said) }),
        Block::Item(said) => json!({ "kind": "item", "text": text(said) }),
        Block::Table(shown) => table(&shown.to_read()),
        Block::Map(_) => json!({ "kind": "drawing", "title": title, "svg": drawing::svg(block, title) }),
        Block::Bars(_, name) => json!({ "kind": "drawing", "title": name, "svg": drawing::svg(block, title) }),
    }
}

fn table(table: &Table) -> Value {
    let cells = |row: &Vec<String>| row.iter().map(|cell| text(cell)).collect::<Vec<_>>();
    json!({
        "kind": "table", "columns": (0..table.head.len()).map(|at| column(at, table)).collect::<Vec<_>>(),
        "head": cells(&table.head), "rows": table.rows.iter().map(cells).collect::<Vec<_>>(),
    })
}

/// How wide a column would be, how narrow it may be, and on which side its texts stand: told by its widest text and its
/// widest word.
fn column(at: usize, table: &Table) -> Value {
    let rows = table.rows.iter().chain([&table.head]);
    let cells: Vec<&str> = rows.filter_map(|row| row.get(at)).map(String::as_str).collect();
    let widest = |texts: &mut dyn Iterator<Item = &'_ str>| {
        texts.map(str::trim).max_by_key(|text| text.width()).unwrap_or_default().to_owned()
    };
    let whole = widest(&mut cells.iter().copied());
    let is_whole = table.is_right(at) || whole.width() <= SHORT;
    let words = cells.iter().flat_map(|cell| plain::words(cell)).filter(|word| word.width() <= LONG);
    let least = if is_whole { whole.clone() } else { widest(&mut words.into_iter()) };
    json!({ "whole": whole, "least": least, "right": table.is_right(at) })
}

/// A text whose overlong words may be torn.
fn text(said: &str) -> String {
    let torn = |word: &str| {
        if word.width() <= LONG {
            return word.to_owned();
        }
        word.graphemes(true).collect::<Vec<_>>().join("\u{200B}")
    };
    let lines: Vec<String> = said.split('\n').map(|line| plain::words(line).into_iter().map(torn).collect()).collect();
    lines.join("\n")
}
