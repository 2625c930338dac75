//! Bars side by side as SVG: one a line, its label before it and its figure behind. A figure that is not known has a
//! dashed line in place of a bar, never a bar of length 0. Colours come from the page, which knows dark and light.

use maud::{Markup, html};

use super::blocks::Bar;

const LINE: usize = 22;
const LABELS: usize = 210;
const LONGEST: usize = 330;
const WIDTH: usize = 700;
/// Cells of a label that fit; a cell is about 7 wide.
const CELLS: usize = 28;

pub(super) fn svg(bars: &[Bar]) -> Markup {
    let height = bars.len() * LINE;
    html! {
        svg.bars viewBox={ "0 0 " (WIDTH) " " (height) } role="img" {
            @for (at, bar) in bars.iter().enumerate() { (line(bar, at * LINE)) }
        }
    }
}

fn line(bar: &Bar, top: usize) -> Markup {
    let (begin, middle) = (LABELS + 8, top + 15);
    let length = bar.size.map_or(40, |size| (size as usize * LONGEST / 1000).max(1));
    html! {
        text.label x=(LABELS) y=(middle) { (short(&bar.label)) }
        @if bar.size.is_some() {
            rect x=(begin) y=(top + 4) width=(length) height="14" {}
        } @else {
            path.blank d={ "M" (begin) " " (top + 11) " h" (length) } {}
        }
        text x=(begin + length + 6) y=(middle) { (bar.shown) }
    }
}

fn short(label: &str) -> String {
    crate::i18n::cells::fit(label, CELLS, "…")
}
