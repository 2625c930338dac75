//! Bars side by side, one a line: its label before it and its figure behind. A figure that is not known has a dashed
//! line in place of a bar, never a bar of length 0.

use maud::{Markup, html};

use super::drawing;
use crate::i18n::cells;

const LINE: usize = 22;
const LABELS: usize = 210;
const LONGEST: usize = 330;
const SAID: usize = 160;
/// Cells of a label that fit; a cell is about 7 wide.
const CELLS: usize = 28;

/// One bar: what it is, its length in thousandths of the longest, and the figure beside it. None: not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    pub label: String,
    pub size: Option<u32>,
    pub shown: String,
}

/// The drawing of bars; `title` is read by those who cannot see it.
pub fn bars(bars: &[Bar], title: &str) -> String {
    let inside = html! {
        @for (at, bar) in bars.iter().enumerate() { (line(bar, at * LINE)) }
    };
    drawing(LABELS + LONGEST + SAID, bars.len() * LINE, title, &inside)
}

fn line(bar: &Bar, top: usize) -> Markup {
    let (begin, middle) = (LABELS + 8, top + 15);
    let length = bar.size.map_or(40, |size| (size as usize * LONGEST / 1000).max(1));
    html! {
        text x=(LABELS) y=(middle) text-anchor="end" { (cells::fit(&bar.label, CELLS, "…")) }
        @if bar.size.is_some() {
            rect class="s0" x=(begin) y=(top + 4) width=(length) height="14" {}
        } @else {
            rect class="gap" x=(begin) y=(top + 8) width=(length) height="6" {}
        }
        text x=(begin + length + 6) y=(middle) { (bar.shown) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_a_gap_and_no_bar() {
        let bar = |size| Bar { label: "a".to_owned(), size, shown: "b".to_owned() };
        let drawn = bars(&[bar(Some(1000)), bar(Some(0)), bar(None)], "c");
        assert_eq!((drawn.matches("class=\"s0\"").count(), drawn.matches("class=\"gap\"").count()), (2, 1));
        assert!(drawn.contains("<title>c</title>"));
    }
}
