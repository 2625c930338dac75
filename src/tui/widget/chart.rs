//! Columns over months, drawn with signs: one strip for each series, all of a chart on one scale. What is not known is a
//! dot where its column would stand. Amounts may be below zero, which the charts of the toolkit cannot draw.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::figures::series::Series;
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::marks::Marks;
use crate::tui::theme::Tone;

/// Cells of a series' name and latest value, where the months leave so many.
const NAME: usize = 16;
/// Cells of a month at most.
const CELL: usize = 3;
/// Parts into which the signs divide a line.
const PARTS: i64 = 8;

/// What the charts of a page share, so that the months of all stand beneath one another.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// Cells of the scale at the right.
    axis: usize,
    /// Months of the longest.
    months: usize,
}

impl Frame {
    pub fn of(charts: &[Vec<Series>], view: &View<'_>) -> Self {
        let ends = charts.iter().filter_map(|chart| Some(ends(chart, scale(chart)?, view)));
        let axis = ends.flatten().map(|text| cells::width(&text)).max().unwrap_or(0);
        let months = charts.iter().flatten().map(|series| series.values.len()).max().unwrap_or(0).max(1);
        Self { axis, months }
    }
}

/// The largest and the smallest value as they stand beside a chart.
fn ends(chart: &[Series], scale: (i64, i64), view: &View<'_>) -> [String; 2] {
    let said = |value| chart.first().map(|one| view.words.on_axis(one.unit, value)).unwrap_or_default();
    [said(scale.1), said(scale.0)]
}

/// The lines of a chart: its strips, `height` lines each, and the months beneath.
pub fn lines(chart: &[Series], width: usize, height: usize, frame: Frame, view: &View<'_>) -> Vec<Line<'static>> {
    let Some(scale) = scale(chart) else { return Vec::new() };
    let [high, low] = ends(chart, scale, view);
    let months = chart.iter().map(|series| series.values.len()).max().unwrap_or(0);
    let around = frame.axis + 1 + 2 * cells::width(view.marks.vertical);
    let cell = (width.saturating_sub(NAME + around) / frame.months).clamp(1, CELL);
    let name = NAME.min(width.saturating_sub(frame.months * cell + around));
    let mut lines = Vec::new();
    for (at, series) in chart.iter().enumerate() {
        let tone = if at == 0 { Tone::Accent } else { Tone::Muted };
        let drawn = columns(&series.values, scale, height, cell, view.marks);
        for (y, row) in drawn.into_iter().enumerate() {
            let beside = match y {
                0 => view.words.arg(&series.name),
                1 => view.words.latest(series),
                _ => String::new(),
            };
            let end = match y {
                0 => high.as_str(),
                y if y + 1 == height => low.as_str(),
                _ => "",
            };
            lines.push(Line::from(vec![
                Span::raw(format!("{} {}", view.left(&beside, name), view.marks.vertical)),
                Span::styled(row, view.style(tone)),
                Span::raw(format!("{}{}", view.marks.vertical, end)),
            ]));
        }
    }
    lines.extend(chart.first().map(|series| beneath(series, name, months * cell, width, view)));
    lines
}

/// The first and the last month, and how many are known.
fn beneath(series: &Series, name: usize, span: usize, width: usize, view: &View<'_>) -> Line<'static> {
    let [first, last] = [series.first, series.last()].map(|month| view.words.month_digits(month));
    let months =
        cells::both_ends(&first, &last, span.max(cells::width(&first) + cells::width(&last) + 1), view.marks.cut);
    let args =
        [("known", crate::domain::Arg::count(series.known())), ("of", crate::domain::Arg::count(series.values.len()))];
    let known = if series.known() < series.values.len() { view.say_with("chart-known", &args) } else { String::new() };
    let text = format!("{} {} {months}", view.left(&known, name), " ".repeat(cells::width(view.marks.vertical) - 1));
    Line::styled(view.fit(&text, width), Style::new().patch(view.style(Tone::Muted)))
}

/// The smallest and the largest value of all its series.
fn scale(chart: &[Series]) -> Option<(i64, i64)> {
    let ranges = chart.iter().filter_map(Series::range);
    let scale = ranges.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    (scale.0 < scale.1).then_some(scale).or(Some((scale.0.min(0), scale.1.max(scale.0 + 1))))
}

/// A column for each value from the line of zero up or down, `height` lines from the top.
fn columns(values: &[Option<i64>], (low, high): (i64, i64), height: usize, cell: usize, marks: &Marks) -> Vec<String> {
    let lines = i64::try_from(height).unwrap_or(1);
    // The lines below zero have their part of the height, and one at least.
    let range = i128::from(high) - i128::from(low);
    let part = |value: i64, of: i64| i64::try_from(i128::from(value) * i128::from(of) / range.max(1)).unwrap_or(0);
    let below = if low < 0 { part(-low, lines).clamp(1, (lines - 1).max(1)) } else { 0 };
    let above = lines - below;
    let parts = |value: i64| {
        let (room, end) = if value < 0 { (below * PARTS, low) } else { (above * PARTS, high) };
        let parts = i128::from(value.unsigned_abs()) * i128::from(room) / i128::from(end.unsigned_abs().max(1));
        i64::try_from(parts).unwrap_or(0)
    };
    let sign = |value: Option<i64>, line: i64| -> &'static str {
        // The line just above zero is 0, that below it -1.
        let Some(value) = value else { return if line == 0 { marks.dot } else { " " } };
        let filled = parts(value);
        match line {
            line if line >= 0 && value >= 0 => column(filled - line * PARTS, line == 0, marks),
            line if line < 0 && value < 0 => hanging(filled - (-line - 1) * PARTS, line == -1, marks),
            _ => " ",
        }
    };
    let row = |line: i64| -> String {
        let month = |value: &Option<i64>| {
            // A dot is a dot however wide its column would be.
            let wide = if value.is_some() { (cell - 1).max(1) } else { 1 };
            format!("{}{}", sign(*value, line).repeat(wide), " ".repeat(cell - wide))
        };
        values.iter().map(month).collect()
    };
    (0..lines).map(|y| row(above - 1 - y)).collect()
}

/// A line of a column that has so many parts left; the first line of one shows that it is there.
fn column(parts: i64, first: bool, marks: &Marks) -> &'static str {
    match usize::try_from(parts) {
        Ok(0) | Err(_) if first => marks.column[0],
        Ok(0) | Err(_) => " ",
        Ok(parts) => marks.column[parts.min(marks.column.len()) - 1],
    }
}

/// The same below zero, where there are only halves.
fn hanging(parts: i64, first: bool, marks: &Marks) -> &'static str {
    match parts {
        5.. => marks.bar[0],
        1..=4 => marks.hanging,
        _ if first => marks.hanging,
        _ => " ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::marks::{ASCII, DRAWN};

    #[test]
    fn columns_stand_on_zero_hang_below_it_and_leave_a_dot_for_what_is_not_known() {
        let values = [Some(0), Some(50), Some(100), None, Some(1)];
        for (marks, range, height, cell, expected) in [
            (&DRAWN, (0, 100), 2, 1, vec!["  █  ", "▁██·▁"]),
            (&DRAWN, (0, 100), 2, 3, vec!["      ██       ", "▁▁ ██ ██ ·  ▁▁ "]),
            (&ASCII, (0, 100), 2, 1, vec!["  #  ", "_##-_"]),
            (&DRAWN, (0, 200), 2, 1, vec!["     ", "▁▄█·▁"]),
        ] {
            assert_eq!(columns(&values, range, height, cell, marks), expected);
        }
        let signed = [Some(100), Some(-100), Some(-20), None];
        assert_eq!(columns(&signed, (-100, 100), 2, 1, &DRAWN), ["█  ·", " █▀ "]);
        assert_eq!(columns(&signed, (-100, 100), 4, 1, &ASCII), ["#   ", "#  -", " #' ", " #  "]);
    }
}
