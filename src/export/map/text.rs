//! The chart as text: people across, steps down. What does not fit side by side goes on in another band below.

use super::chart::{Chart, ChartColumn};
use crate::i18n::cells::{self, Side};

/// The narrowest and the widest column, the space before it counted.
const NARROW: usize = 9;
const WIDE: usize = 16;
const DOT: &str = "·";
const CUT: &str = "…";

/// Lines of at most `width` cells, without a line break at their end.
pub fn text(chart: &Chart, width: usize) -> Vec<String> {
    let labels = chart.rows.iter().map(|row| cells::width(&row.label)).chain([cells::width(&chart.stance)]);
    let label = labels.max().unwrap_or(0) + 1;
    let cell = chart.columns.iter().enumerate().map(|(at, column)| widest(chart, at, column)).max().unwrap_or(0) + 1;
    let cell = cell.clamp(NARROW, WIDE);
    let fit = (width.saturating_sub(label) / cell).max(1);
    let mut lines: Vec<String> = Vec::new();
    for first in (0..chart.columns.len()).step_by(fit) {
        if first > 0 {
            lines.push(String::new());
        }
        band(chart, first..(first + fit).min(chart.columns.len()), label, cell, &mut lines);
    }
    for (label, texts) in &chart.between {
        for (at, text) in texts.iter().enumerate() {
            let label = if at == 0 { label.as_str() } else { "" };
            lines.push(fitted(&format!("{} {text}", padded(label, label_of(chart))), width));
        }
    }
    lines
}

/// The column of the labels before the lines between people.
fn label_of(chart: &Chart) -> usize {
    chart.between.iter().map(|(label, _)| cells::width(label)).max().unwrap_or(0)
}

fn widest(chart: &Chart, at: usize, column: &ChartColumn) -> usize {
    let cells = chart.rows.iter().filter_map(|row| row.cells.get(at)?.as_ref()).map(|cell| cells::width(&cell.text));
    cells
        .chain([cells::width(&column.name), cells::width(&column.level), cells::width(&column.attitude)])
        .max()
        .unwrap_or(0)
}

fn band(chart: &Chart, columns: std::ops::Range<usize>, label: usize, cell: usize, lines: &mut Vec<String>) {
    let shown = chart.columns.get(columns.clone()).unwrap_or_default();
    let mut line = |head: &str, texts: Vec<&str>| {
        let cells: String = texts.iter().map(|text| format!(" {}", padded(text, cell - 1))).collect();
        lines.push(format!("{}{cells}", padded(head, label)).trim_end().to_owned());
    };
    line("", shown.iter().map(|column| column.name.as_str()).collect());
    line("", shown.iter().map(|column| column.level.as_str()).collect());
    line(&chart.stance, shown.iter().map(|column| column.attitude.as_str()).collect());
    for row in &chart.rows {
        let cells = row.cells.get(columns.clone()).unwrap_or_default();
        match &row.absent {
            Some(why) => lines.push(format!("{} {}", padded(&row.label, label), fitted(why, cell * shown.len()))),
            None => {
                let texts = cells.iter().map(|cell| cell.as_ref().map_or(DOT, |cell| cell.text.as_str()));
                let cells: String = texts.map(|text| format!(" {}", padded(text, cell - 1))).collect();
                lines.push(format!("{}{cells}", padded(&row.label, label)).trim_end().to_owned());
            }
        }
    }
}

/// Exactly so many cells.
fn padded(text: &str, room: usize) -> String {
    cells::column(text, room, Side::Left, CUT)
}

/// At most so many cells; what is cut says so.
fn fitted(text: &str, room: usize) -> String {
    cells::fit(text, room, CUT)
}
