//! The lines of the report for a width: sections with digits, tables with a line of headings, each row a line on which
//! the cursor can stand.

use ratatui::text::{Line, Span as Piece};
use uuid::Uuid;

use crate::domain::Entity;
use crate::domain::figures::View as Figures;
use crate::domain::report::{Cell, Period, Row, Span, Table, report};
use crate::tui::cells::{self, Side};
use crate::tui::layer::View;
use crate::tui::theme::Tone;
use crate::tui::widget::sheet::Lines;

/// Between two columns.
const GAP: usize = 2;
/// So wide a column of text still says what it is about.
const LEGIBLE: usize = 16;
/// A column of text is not made narrower than this to let the others in.
const NARROWEST: usize = 8;
/// Cells of a bar at least and at most.
const BAR: std::ops::RangeInclusive<usize> = 6..=24;

/// The lines, what each row counts, and where the second column of a wide window begins.
pub(super) struct Page {
    pub lines: Lines,
    pub records: Vec<Vec<(Entity, Uuid)>>,
    pub seen: Span,
    pub second: usize,
}

pub(super) fn page(view: &View<'_>, period: Period, width: usize) -> Page {
    let made = report(&Figures::on(view.book(), view.today()), period);
    let mut page = Page { lines: Lines::default(), records: Vec::new(), seen: made.seen, second: 0 };
    let mut starts = Vec::new();
    for (digit, section) in (1..).zip(&made.sections) {
        starts.push(page.lines.len());
        page.lines.section(Some(digit), view.words.report("section", section.key), "");
        for table in &section.tables {
            write(&mut page, table, width, view);
        }
    }
    // The section that begins nearest to the middle.
    let half = page.lines.len() / 2;
    page.second = starts.into_iter().skip(1).min_by_key(|start| start.abs_diff(half)).unwrap_or(page.lines.len());
    page
}

fn write(page: &mut Page, table: &Table, width: usize, view: &View<'_>) {
    let (words, table) = (view.words, &table.to_read());
    let title = words.report("table", table.key);
    let verdict = table.verdict.as_ref().map(|verdict| words.sentence(verdict));
    let mut head = vec![Piece::styled(view.fit(&title, width), view.style(Tone::Accent))];
    if let Some(verdict) = verdict {
        let room = width.saturating_sub(cells::width(&title) + GAP);
        let verdict = format!("{}{verdict}", " ".repeat(GAP));
        if cells::width(&verdict) <= room + GAP {
            head.push(Piece::raw(verdict));
        } else {
            page.lines.text(Line::from(std::mem::take(&mut head)));
            head.extend(cells::wrap(verdict.trim(), width).into_iter().take(1).map(Piece::raw));
        }
    }
    page.lines.text(Line::from(head));
    if table.rows.is_empty() {
        page.lines.text(Line::styled(format!("  {}", words.say("report-none")), view.style(Tone::Muted)));
    } else {
        let grid = Grid::new(table, width, view);
        page.lines.text(Line::styled(grid.heading(view), view.style(Tone::Muted)));
        for (row, shown) in table.rows.iter().zip(&grid.rows) {
            page.lines.row(grid.line(row, shown, view));
            page.records.push(once(&row.records));
        }
    }
    for remark in words.remarks_of(table) {
        for line in cells::wrap(&remark, width.saturating_sub(2)) {
            page.lines.text(Line::styled(format!("  {line}"), view.style(Tone::Muted)));
        }
    }
}

/// Each record where it first stands.
fn once(records: &[(Entity, Uuid)]) -> Vec<(Entity, Uuid)> {
    let mut seen = std::collections::BTreeSet::new();
    records.iter().copied().filter(|(_, uuid)| seen.insert(*uuid)).collect()
}

/// A table laid out: its columns with their widths and sides, and room for a bar where there is any.
struct Grid<'a> {
    table: &'a Table,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    widths: Vec<usize>,
    sides: Vec<Side>,
    bar: usize,
}

impl<'a> Grid<'a> {
    fn new(table: &'a Table, width: usize, view: &View<'_>) -> Self {
        let words = view.words;
        let known = table.has_known();
        let mut head: Vec<String> = table.head.iter().map(|key| words.report("col", key)).collect();
        head.extend(known.then(|| words.report("col", "known")));
        let rows = |whole| table.rows.iter().map(|row| texts(row, known, whole, view)).collect::<Vec<_>>();
        let wide = |rows: &[Vec<String>], column: usize| {
            rows.iter().chain([&head]).map(|row| cells::width(&row[column])).max().unwrap_or(0)
        };
        let widths = |rows: &[Vec<String>]| (0..head.len()).map(|column| wide(rows, column)).collect::<Vec<_>>();
        let room = width.saturating_sub(GAP * head.len());
        // Words are shortened before they are cut, or leave no room for bars.
        let bars = if table.bars.is_some() { GAP + *BAR.end() } else { 0 };
        let fits = |rows: &Vec<Vec<String>>| widths(rows).iter().sum::<usize>() + bars <= room;
        let rows = Some(rows(true)).filter(fits).unwrap_or_else(|| rows(false));
        let mut widths = widths(&rows);
        let sides: Vec<Side> = (0..head.len()).map(|column| side(table, column)).collect();
        let each = |cells: &dyn Fn(usize) -> usize| (0..head.len()).map(cells).collect::<Vec<_>>();
        let below = |column: usize| rows.iter().map(|row| cells::width(&row[column])).max().unwrap_or(0).max(5);
        let apart = |column: usize| apart(rows.iter().map(|row| &*row[column])).max(NARROWEST);
        let floors = Floors { figures: each(&below), apart: each(&apart) };
        narrow(&mut widths, &sides, &floors, room);
        let left = room.saturating_sub(widths.iter().sum::<usize>());
        let bar = if table.bars.is_some() && left >= *BAR.start() { left.min(*BAR.end()) } else { 0 };
        Self { table, head, rows, widths, sides, bar }
    }

    fn heading(&self, view: &View<'_>) -> String {
        self.joined(&self.head, view)
    }

    fn joined(&self, texts: &[String], view: &View<'_>) -> String {
        let parts: Vec<(&str, usize, Side)> = texts
            .iter()
            .zip(&self.widths)
            .zip(&self.sides)
            .map(|((text, width), side)| (&**text, *width, *side))
            .collect();
        let mut line = String::from("  ");
        for (at, (text, width, side)) in parts.into_iter().enumerate() {
            if at > 0 {
                line.push_str(&" ".repeat(GAP));
            }
            line.push_str(&cells::column(text, width, side, view.marks.cut));
        }
        line
    }

    fn line(&self, row: &Row, shown: &[String], view: &View<'_>) -> Line<'static> {
        let text = self.joined(shown, view);
        let unknown = row.cells.iter().skip(1).all(|cell| matches!(cell, Cell::Unknown | Cell::Nothing));
        let tone = if unknown { Tone::Unknown } else { Tone::Plain };
        let mut pieces = vec![Piece::styled(text, view.style(tone))];
        if let Some(bar) = self.bar_of(row, view) {
            pieces.push(Piece::styled(format!("{}{bar}", " ".repeat(GAP)), view.style(Tone::Accent)));
        }
        Line::from(pieces)
    }

    /// As long beside the longest as the figure beside the largest; none of what is not known.
    fn bar_of(&self, row: &Row, view: &View<'_>) -> Option<String> {
        use rust_decimal::prelude::ToPrimitive;
        let column = self.table.bars.filter(|_| self.bar > 0)?;
        let size = |row: &Row| row.cells.get(column)?.size().map(|size| size.abs());
        let longest = self.table.rows.iter().filter_map(size).max().filter(|most| !most.is_zero())?;
        let length = (size(row)? * rust_decimal::Decimal::from(self.bar)).checked_div(longest)?.ceil().to_usize()?;
        Some(view.marks.bar[0].repeat(length))
    }
}

fn texts(row: &Row, known: bool, whole: bool, view: &View<'_>) -> Vec<String> {
    let words = view.words;
    let cell = |cell: &Cell| match cell {
        Cell::Private(text) => view.private(words.arg(&crate::domain::Arg::text(text))),
        Cell::Word(key) if whole => words.term(key),
        cell => words.cell_short(cell),
    };
    let mut texts: Vec<String> = row.cells.iter().map(cell).collect();
    texts.extend(known.then(|| row.known.map(|of| words.known("report-known-short", of)).unwrap_or_default()));
    texts
}

/// A column of figures stands to the right; the one that says how much is known, too.
fn side(table: &Table, column: usize) -> Side {
    let is_figure = |row: &Row| row.cells.get(column).is_some_and(Cell::is_number);
    let figures = column >= table.head.len() || (column > 0 && table.rows.iter().any(is_figure));
    if figures { Side::Right } else { Side::Left }
}

/// To how few cells columns are narrowed.
struct Floors {
    /// The figures below a heading, whole.
    figures: Vec<usize>,
    /// Texts that differ still do.
    apart: Vec<usize>,
}

/// So many cells, with the mark of a cut, that no two different texts read alike.
fn apart<'t>(texts: impl Iterator<Item = &'t str>) -> usize {
    let mut texts: Vec<&str> = texts.collect();
    texts.sort_unstable();
    texts.dedup();
    let common = |a: &str, b: &str| {
        let both = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
        cells::width(&both.map(|(a, _)| a).collect::<String>())
    };
    // One cell of what differs, two where it is wide, and the mark.
    texts.windows(2).map(|pair| common(pair[0], pair[1]) + 3).max().unwrap_or(0)
}

/// Takes cells from the widest columns until a row fits: from texts, then from headings that are wider than the figures
/// below them, then from texts as long as those that differ still do, and from anything in the end.
fn narrow(widths: &mut [usize], sides: &[Side], floors: &Floors, room: usize) {
    let texts = |floor: &dyn Fn(usize) -> usize| -> Vec<usize> {
        let floor = |(at, side): (usize, &Side)| if *side == Side::Left { floor(at) } else { usize::MAX };
        sides.iter().enumerate().map(floor).collect()
    };
    let headings = || -> Vec<usize> {
        let floor = |(side, cells): (&Side, &usize)| if *side == Side::Left { usize::MAX } else { *cells };
        sides.iter().zip(&floors.figures).map(floor).collect()
    };
    for floors in [
        texts(&|at| floors.apart[at].max(LEGIBLE)),
        headings(),
        texts(&|at| floors.apart[at]),
        texts(&|_| NARROWEST),
        vec![NARROWEST; widths.len()],
    ] {
        while widths.iter().sum::<usize>() > room {
            let can = (0..widths.len()).filter(|at| widths[*at] > floors[*at]);
            let Some(widest) = can.max_by_key(|at| widths[*at]) else { break };
            widths[widest] -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_texts_keep_so_many_cells_that_they_differ() {
        for (texts, cells) in [
            (&["met needs", "satisfaction"][..], 3),
            (&["удовлетворённость", "удовлетворённые потребности"], 16),
            (&["same", "same"], 0),
            (&["one"], 0),
            (&["满意度", "满意客户"], 7),
        ] {
            assert_eq!(apart(texts.iter().copied()), cells, "{texts:?}");
        }
    }
}
