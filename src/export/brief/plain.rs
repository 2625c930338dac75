//! The brief for a terminal: wrapped to its width, tables as columns where they fit and as lines where they do not.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::blocks::{Block, Brief, Table};
use crate::export::map;

/// Narrower than this nothing wraps well.
const LEAST: usize = 20;

pub(super) fn write(brief: &Brief, width: usize) -> String {
    let width = width.max(LEAST);
    let mut out = wrapped(&brief.title, "", "", width);
    for line in &brief.lines {
        out.extend(wrapped(line, "", "  ", width));
    }
    for section in &brief.sections {
        out.extend([String::new(), section.title.to_uppercase()]);
        for block in &section.blocks {
            out.extend(lines(block, width));
        }
    }
    let mut text = out.join("\n");
    text.push('\n');
    text
}

fn lines(block: &Block, width: usize) -> Vec<String> {
    match block {
        Block::Text(text) => wrapped(text, "", "", width),
        Block::Part(title) => wrapped(title, "  ", "  ", width),
        Block::Item(text) => wrapped(text, "  - ", "    ", width),
        Block::Table(shown) => table(&shown.to_read(), width),
        // The table beside them says the same.
        Block::Bars(..) => Vec::new(),
        Block::Map(chart) => map::text(chart, width.saturating_sub(2)).iter().map(|line| format!("  {line}")).collect(),
    }
}

fn table(table: &Table, width: usize) -> Vec<String> {
    let Table { head, rows, .. } = table;
    let column = |at: usize| {
        let cells = rows.iter().chain([head]).map(|row| row[at].width()).max();
        cells.unwrap_or(0)
    };
    let columns: Vec<usize> = (0..head.len()).map(column).collect();
    if columns.iter().sum::<usize>() + 2 * (head.len() - 1) + 2 > width {
        // A row begins with what it is about; of the other cells each says which it is.
        let told = |row: &Vec<String>| {
            let cells = row.iter().zip(head).enumerate().filter(|(_, (cell, _))| !cell.is_empty());
            let said = cells.map(
                |(at, (cell, head))| {
                    if at > 0 && !head.is_empty() { format!("{head} {cell}") } else { cell.clone() }
                },
            );
            wrapped(&said.collect::<Vec<_>>().join(" · "), "  ", "    ", width)
        };
        return rows.iter().flat_map(told).collect();
    }
    let line = |row: &[String]| {
        let padded = row.iter().zip(&columns).enumerate().map(|(at, (cell, width))| {
            let blank = " ".repeat(width - cell.width());
            if table.is_right(at) { format!("{blank}{cell}") } else { format!("{cell}{blank}") }
        });
        format!("  {}", padded.collect::<Vec<_>>().join("  ")).trim_end().to_owned()
    };
    std::iter::once(line(head)).chain(rows.iter().map(|row| line(row))).collect()
}

/// What is not torn: a word with the signs that stand at it. Chinese is torn anywhere but before such a sign.
pub(super) fn words(paragraph: &str) -> Vec<&str> {
    let mut ends = Vec::new();
    let (mut end, mut before) = (0, "");
    for bit in paragraph.split_word_bounds() {
        if end > 0 && may_part(before, bit) {
            ends.push(end);
        }
        (end, before) = (end + bit.len(), bit);
    }
    ends.push(end);
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(&ends).map(|(start, end)| &paragraph[start..*end]).collect()
}

fn may_part(before: &str, bit: &str) -> bool {
    // A no-break space holds a sum and its currency together.
    let blank = |bit: &str| bit.trim().is_empty() && !bit.contains(['\u{a0}', '\u{202f}']);
    let wide = |bit: &str| bit.graphemes(true).next().is_some_and(|sign| sign.width() > 1);
    let stands_at = |bit: &str| bit.chars().all(|sign| !sign.is_alphanumeric());
    blank(before) || blank(bit) || ((wide(before) || wide(bit)) && !stands_at(bit) && !before.ends_with('（'))
}

/// Breaks between words, inside a word that is wider than the line, and between Chinese characters.
fn wrapped(text: &str, first: &str, rest: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = if lines.is_empty() { first.to_owned() } else { rest.to_owned() };
        let mut empty = true;
        for word in words(paragraph) {
            let pieces: Vec<&str> = if word.width() > width / 2 { word.graphemes(true).collect() } else { vec![word] };
            for piece in pieces {
                if !empty && line.width() + piece.trim_end().width() > width {
                    lines.push(line.trim_end().to_owned());
                    rest.clone_into(&mut line);
                    empty = true;
                }
                if !(empty && piece.trim().is_empty()) {
                    line.push_str(piece);
                    empty = false;
                }
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for text in [
            "one two three four five six seven",
            "汀岚精密机械有限公司的需求与承诺",
            "Аккредитивсоченьдлиннымсловом и ещё",
        ] {
            for line in wrapped(text, "  - ", "    ", 20) {
                assert!(line.width() <= 20, "{line}");
            }
        }
        assert_eq!(wrapped("ab cd ef", "", "", 5), ["ab cd", "ef"]);
    }
}
