//! CommonMark with tables; user text is escaped, so that no name or note becomes markup.

use super::blocks::{Block, Section, Table};
use crate::export::map;

/// What stands below the title of a section.
pub(super) fn body(section: &Section) -> String {
    let mut out = String::new();
    let mut in_list = false;
    // The table beside the bars says the same.
    for block in section.blocks.iter().filter(|block| !matches!(block, Block::Bars(..))) {
        let item = matches!(block, Block::Item(_));
        if !(out.is_empty() || item && in_list) {
            out.push('\n');
        }
        in_list = item;
        out.push_str(&write_block(block));
    }
    out.trim_end_matches('\n').to_owned()
}

fn write_block(block: &Block) -> String {
    match block {
        Block::Text(text) => format!("{}\n", escape(text).replace('\n', "  \n")),
        Block::Part(title) => format!("### {}\n", escape(title)),
        Block::Map(chart) => fenced(&map::text(chart, MAP_WIDTH)),
        Block::Item(text) => format!("- {}\n", escape(text).replace('\n', "  \n  ")),
        Block::Bars(..) => String::new(),
        Block::Table(shown) => table(&shown.to_read()),
    }
}

fn table(table: &Table) -> String {
    let row =
        |cells: &[String]| format!("| {} |\n", cells.iter().map(|cell| escape(cell)).collect::<Vec<_>>().join(" | "));
    let side = |at: usize| if table.is_right(at) { " ---: |" } else { " --- |" };
    let rule = format!("|{}\n", (0..table.head.len()).map(side).collect::<String>());
    let rows: String = table.rows.iter().map(|cells| row(cells)).collect();
    format!("{}{rule}{rows}", row(&table.head))
}

/// Columns of a map in a text of even type.
const MAP_WIDTH: usize = 80;

/// Lines as they are; the fence is longer than any within.
fn fenced(lines: &[String]) -> String {
    let longest = lines.iter().flat_map(|line| line.split(|c| c != '`')).map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}text\n{}\n{fence}\n", lines.join("\n"))
}

/// Signs that mean something anywhere get a backslash; those that mean something at the start of a line, there.
pub(super) fn escape(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(escape_line).collect();
    lines.join("\n")
}

fn escape_line(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if matches!(c, '\\' | '|' | '*' | '_' | '<' | '>' | '`' | '[' | ']' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    let digits = out.chars().take_while(char::is_ascii_digit).count();
    match out.chars().next() {
        Some('#' | '-' | '+' | '=' | '~') => out.insert(0, '\\'),
        Some(_) if digits > 0 && out[digits..].starts_with(['.', ')']) => out.insert(digits, '\\'),
        _ => {}
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_text_never_becomes_markup() {
        for (given, written) in [
            ("# not a title", "\\# not a title"),
            ("- not an item", "\\- not an item"),
            ("1. not a list", "1\\. not a list"),
            ("2026-11-23", "2026-11-23"),
            ("a|b*c_d<e>", "a\\|b\\*c\\_d\\<e\\>"),
            ("two\n# lines", "two\n\\# lines"),
            ("[link](x)", "\\[link\\](x)"),
        ] {
            assert_eq!(escape(given), written);
        }
    }
}
