//! The chart as SVG: who reports to and influences whom above, the steps with the decision on top below. Everything is
//! told without colour: certainty by the border, age by the words, a stance by its mark.

use maud::{Markup, html};

use super::chart::{Chart, ChartCell, ChartColumn, ChartLine};
use crate::domain::map::Freshness;
use crate::domain::words::Certainty;
use crate::i18n::cells;

/// Units of the drawing: one is a pixel at its own size.
const COLUMN: usize = 124;
const LABEL: usize = 120;
const ROW: usize = 30;
const NODE: (usize, usize) = (110, 38);
const LEVEL: usize = 92;
const MARGIN: usize = 12;
/// Room above the boxes for the lines between people of one level.
const ABOVE: usize = 30;
/// Lines of influence keep so far beside the middle of a box, where lines of reporting are.
const BESIDE: usize = 26;
/// A cell of text at the size of the drawing.
const SIGN: usize = 6;

/// The whole drawing; `title` is read by those who cannot see it.
pub fn svg(chart: &Chart, title: &str) -> Markup {
    let people = places(chart);
    let tree = people.iter().map(|(_, y)| y + NODE.1).max().map_or(0, |bottom| bottom + MARGIN);
    let grid = 3 * ROW / 2 + chart.rows.len() * ROW;
    let width = MARGIN * 2 + LABEL + chart.columns.len() * COLUMN;
    let height = tree + grid + MARGIN;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox={ "0 0 " (width) " " (height) } class="map" {
            title { (title) }
            defs {
                marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto" {
                    path d="M0 0 L8 4 L0 8 z" {}
                }
            }
            @for line in &chart.reporting { (reports(&people, line)) }
            @for line in &chart.influences { (influence(&people, line)) }
            @for (column, at) in chart.columns.iter().zip(&people) { (node(column, *at)) }
            g transform={ "translate(0 " (tree) ")" } { (steps(chart)) }
        }
    }
}

/// Where each person's box stands: a row for each level that is there, everybody in their own column.
fn places(chart: &Chart) -> Vec<(usize, usize)> {
    let mut ranks: Vec<usize> = chart.columns.iter().map(|column| column.rank).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let row = |rank| ranks.iter().position(|other| *other == rank).unwrap_or(0);
    let place = |(at, column): (usize, &ChartColumn)| (x_of(at), ABOVE + row(column.rank) * LEVEL);
    chart.columns.iter().enumerate().map(place).collect()
}

fn x_of(column: usize) -> usize {
    MARGIN + LABEL + column * COLUMN
}

fn node(column: &ChartColumn, (x, y): (usize, usize)) -> Markup {
    let look = if column.left { "node left" } else { "node" };
    html! {
        g class=(look) {
            rect x=(x) y=(y) width=(NODE.0) height=(NODE.1) rx="4" {}
            text x=(x + 6) y=(y + 16) class="name" { (short(&column.name, NODE.0 - 12)) }
            text x=(x + 6) y=(y + 31) { (short(&format!("{} · {}", column.attitude.replace("  ", " "), column.level), NODE.0 - 8)) }
            @if let Some(position) = &column.position { title { (column.name) ", " (position) } }
        }
    }
}

/// From the subordinate up to the boss.
fn reports(people: &[(usize, usize)], line: &ChartLine) -> Markup {
    let (Some(from), Some(to)) = (people.get(line.from), people.get(line.to)) else { return html! {} };
    let (x1, y1) = (from.0 + NODE.0 / 2, from.1);
    let (x2, y2) = (to.0 + NODE.0 / 2, to.1 + NODE.1);
    let middle = y1.saturating_sub((LEVEL - NODE.1) / 2);
    html! { path class="reports" d={ "M" (x1) " " (y1) " V" (middle) " H" (x2) " V" (y2) } {} }
}

/// A dashed curve, thicker the stronger it is, with its strength in the middle: above the boxes between people of one
/// level, else from the edge of one level to that of the other.
fn influence(people: &[(usize, usize)], line: &ChartLine) -> Markup {
    let (Some(from), Some(to)) = (people.get(line.from), people.get(line.to)) else { return html! {} };
    let beside = |(x, _): (usize, usize), right: bool| {
        let middle = x + NODE.0 / 2;
        if right { middle + BESIDE } else { middle - BESIDE }
    };
    let to_the_right = to.0 > from.0;
    let (x1, x2) = (beside(*from, to_the_right), beside(*to, !to_the_right));
    let (y1, y2, c1, c2) = match from.1.cmp(&to.1) {
        std::cmp::Ordering::Equal => (from.1, to.1, from.1 - ABOVE + 6, to.1 - ABOVE + 6),
        std::cmp::Ordering::Less => (from.1 + NODE.1, to.1, from.1 + NODE.1 + ABOVE, to.1 - ABOVE),
        std::cmp::Ordering::Greater => (from.1, to.1 + NODE.1, from.1 - ABOVE, to.1 + NODE.1 + ABOVE),
    };
    let strength = line.strength.map_or("?".to_owned(), |strength| strength.to_string());
    // The middle of the curve.
    let (x, y) = (usize::midpoint(x1, x2), (y1 + 3 * c1 + 3 * c2 + y2) / 8);
    html! {
        path class={ "influence s" (line.strength.unwrap_or(1)) } marker-end="url(#tip)"
            d={ "M" (x1) " " (y1) " C" (x1) " " (c1) " " (x2) " " (c2) " " (x2) " " (y2) } {}
        text x=(x + 4) y=(y - 3) class="strength" { (strength) }
    }
}

fn steps(chart: &Chart) -> Markup {
    let right = x_of(chart.columns.len());
    html! {
        @for (at, column) in chart.columns.iter().enumerate() {
            text x=(x_of(at) + 6) y=(ROW) class="name" { (short(&column.name, COLUMN - 10)) }
        }
        @for (at, row) in chart.rows.iter().enumerate() {
            @let y = 3 * ROW / 2 + at * ROW;
            line class="rule" x1=(MARGIN) x2=(right) y1=(y) y2=(y) {}
            text x=(MARGIN) y=(y + 20) class=(if row.is_step { "step" } else { "other" }) { (row.label) }
            @if let Some(why) = &row.absent {
                text x=(x_of(0) + 6) y=(y + 20) { (why) }
            } @else {
                @for (column, cell) in row.cells.iter().enumerate() {
                    @if let Some(cell) = cell { (held(cell, x_of(column), y)) }
                }
            }
        }
    }
}

fn held(cell: &ChartCell, x: usize, y: usize) -> Markup {
    let sure = match cell.certainty {
        Certainty::Confirmed => "confirmed",
        Certainty::Heard => "heard",
        Certainty::Assumed => "assumed",
    };
    let age = if cell.freshness == Freshness::Fresh { "" } else { " aged" };
    let left = if cell.left { " left" } else { "" };
    html! {
        g class={ "cell " (sure) (age) (left) } {
            rect x=(x) y=(y + 4) width=(NODE.0) height=(ROW - 8) rx="3" {}
            text x=(x + 6) y=(y + 20) { (short(&cell.text, NODE.0 - 8)) }
        }
    }
}

/// As much of a text as fits into so many units.
fn short(text: &str, room: usize) -> String {
    cells::fit(text, room / SIGN, "…")
}
