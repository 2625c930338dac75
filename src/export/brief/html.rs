//! HTML: one file without script or outside address, its style within, fit for A4. Text is escaped by type.

use maud::{Markup, PreEscaped, html};
use unicode_width::UnicodeWidthStr;

use super::blocks::{Block, Section, Table};
use crate::export::{chart, map};

/// Reads on a screen, in the dark and on paper; nothing is told by colour alone.
pub(super) const STYLE: &str = include_str!("../../../assets/brief/page.css");

/// Columns of such short texts are not broken: a day, a kind, a state.
const SHORT: usize = 16;

/// What stands below the title of a section.
pub(super) fn body(section: &Section) -> String {
    let body = html! {
        @for run in section.blocks.chunk_by(|a, b| is_item(a) && is_item(b)) {
            @if run.iter().all(is_item) {
                ul { @for block in run { (write_block(block, section)) } }
            } @else {
                @for block in run { (write_block(block, section)) }
            }
        }
    };
    body.into_string()
}

fn is_item(block: &Block) -> bool {
    matches!(block, Block::Item(_))
}

fn write_block(block: &Block, section: &Section) -> Markup {
    match block {
        Block::Text(text) => html! { p { (lines(text)) } },
        Block::Part(title) => html! { h3 { (title) } },
        Block::Item(text) => html! { li { (lines(text)) } },
        Block::Table(shown) => table(&shown.to_read()),
        Block::Bars(bars, title) => PreEscaped(chart::bars(bars, title)),
        Block::Map(chart) => map::svg(chart, &section.title),
    }
}

fn table(table: &Table) -> Markup {
    let short = |at: usize| table.rows.iter().all(|row| row.get(at).is_none_or(|cell| cell.width() <= SHORT));
    let figure = |at: usize| if table.is_right(at) { Some("figure") } else { short(at).then_some("short") };
    html! {
        table {
            thead { tr { @for (at, cell) in table.head.iter().enumerate() { th class=[figure(at)] { (cell) } } } }
            tbody {
                @for row in &table.rows {
                    tr { @for (at, cell) in row.iter().enumerate() { td class=[figure(at)] { (cell) } } }
                }
            }
        }
    }
}

fn lines(text: &str) -> Markup {
    html! {
        @for (at, line) in text.split('\n').enumerate() {
            @if at > 0 { br; }
            (line)
        }
    }
}

/// What a reader of the file can come by: texts, attributes, comments; of style, what a template brought of its own.
/// None when it cannot be read.
pub(super) fn read_back(finished: &str) -> Option<String> {
    let (before, after) = finished.split_once(STYLE).unwrap_or((finished, ""));
    let mut out = String::new();
    for token in [before, after].into_iter().flat_map(html5gum::Tokenizer::new) {
        // Reading from memory does not fail.
        match token.ok()? {
            html5gum::Token::String(text) => out.push_str(&String::from_utf8(text.value.into()).ok()?),
            html5gum::Token::StartTag(tag) => {
                for value in tag.attributes.into_values() {
                    out.push_str(&format!("\n{}\n", String::from_utf8(value.value.into()).ok()?));
                }
                out.push('\n');
            }
            html5gum::Token::Comment(comment) => out.push_str(&String::from_utf8(comment.value.into()).ok()?),
            html5gum::Token::EndTag(_) => out.push('\n'),
            html5gum::Token::Doctype(_) | html5gum::Token::Error(_) => {}
        }
    }
    Some(out)
}
