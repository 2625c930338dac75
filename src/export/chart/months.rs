//! Columns over months: the series of a chart side by side on one scale.

use maud::{Markup, html};

use super::drawing;
use crate::domain::Arg;
use crate::domain::figures::series::Series;
use crate::i18n::Words;

/// Units of the drawing: one is a pixel at its own size.
const MONTH: usize = 24;
const LEFT: usize = 96;
const TOP: usize = 28;
const HEIGHT: usize = 140;
const BELOW: usize = 40;
const MARGIN: usize = 12;

/// The drawing of a chart. Empty where nothing of it is known.
pub fn months(chart: &[Series], words: &Words) -> String {
    let ranges = chart.iter().filter_map(Series::range);
    let Some((low, high)) = ranges.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) else { return String::new() };
    let Some(first) = chart.first() else { return String::new() };
    let scale = Scale { low, high };
    let count = chart.iter().map(|series| series.values.len()).max().unwrap_or(0);
    let (width, height) = (LEFT + count * MONTH + MARGIN, TOP + HEIGHT + BELOW);
    let names: Vec<String> = chart.iter().map(|series| words.arg(&series.name)).collect();
    let title = words.told(&words.list(&names), &span(first, words));
    let inside = html! {
        @for (at, (series, name)) in chart.iter().zip(&names).enumerate() { (key(at, name, series, words)) }
        text x=(LEFT - 6) y=(TOP + 4) text-anchor="end" { (words.in_unit(first.unit, high)) }
        @if scale.y(0) > TOP + 16 { text x=(LEFT - 6) y=(scale.y(0) + 4) text-anchor="end" { (words.in_unit(first.unit, 0)) } }
        @if low < 0 { text x=(LEFT - 6) y=(TOP + HEIGHT + 4) text-anchor="end" { (words.in_unit(first.unit, low)) } }
        @for (at, series) in chart.iter().enumerate() { (columns(at, chart.len(), series, scale, words)) }
        line class="zero" x1=(LEFT) x2=(width - MARGIN) y1=(scale.y(0)) y2=(scale.y(0)) {}
        text class="quiet" x=(LEFT) y=(height - 10) { (words.month(first.first)) }
        text class="quiet" x=(width - MARGIN) y=(height - 10) text-anchor="end" { (words.month(first.last())) }
    };
    drawing(width, height, &title, &inside)
}

fn span(series: &Series, words: &Words) -> String {
    let known = [("known", Arg::count(series.known())), ("of", Arg::count(series.values.len()))];
    words.say_with("months-known-of", &known)
}

/// The name of a series beside its look, its latest value and how much of it is known.
fn key(at: usize, name: &str, series: &Series, words: &Words) -> Markup {
    let x = LEFT + at * 260;
    let known = if series.known() < series.values.len() { words.aside(&span(series, words)) } else { String::new() };
    html! {
        rect class={ "s" (at) } x=(x) y="6" width="10" height="10" {}
        text x=(x + 16) y="15" { (words.told(name, &words.latest(series))) (known) }
    }
}

#[derive(Clone, Copy)]
struct Scale {
    low: i64,
    high: i64,
}

impl Scale {
    /// Whole pixels from the top; integers, so that the same figures give the same bytes.
    fn y(self, value: i64) -> usize {
        let range = (i128::from(self.high) - i128::from(self.low)).max(1);
        let height = i128::try_from(HEIGHT).unwrap_or(0);
        let from_top = (i128::from(self.high) - i128::from(value)) * height / range;
        TOP + usize::try_from(from_top.clamp(0, height)).unwrap_or(0)
    }
}

fn columns(at: usize, of: usize, series: &Series, scale: Scale, words: &Words) -> Markup {
    let wide = (MONTH - 6) / of.max(1);
    let zero = scale.y(0);
    html! {
        @for (n, value) in series.values.iter().enumerate() {
            @let x = LEFT + n * MONTH + 3 + at * wide;
            @match value {
                None => { rect class="gap" x=(x) y=(zero.saturating_sub(6)) width=(wide) height="6" {} }
                Some(value) => {
                    @let y = scale.y(*value);
                    rect class={ "s" (at) } x=(x) y=(y.min(zero)) width=(wide) height=(y.abs_diff(zero).max(1)) {
                        title { (words.month(series.first.plus(i32::try_from(n).unwrap_or(0)))) " " (words.in_unit(series.unit, *value)) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::View;
    use crate::domain::figures::series;
    use crate::domain::figures::testing::{DEMO, demo_today, id};
    use crate::i18n::Lang;

    #[test]
    fn every_chart_of_the_demo_is_drawn_alike_each_time_and_asks_for_nothing_from_outside() {
        let view = View::on(&DEMO, demo_today());
        for lang in Lang::all() {
            let words = Words::new(*lang);
            for chart in series::of_client(&view, id("c-kaliakra")).iter().chain(&series::of_portfolio(&view)) {
                let drawn = months(chart, &words);
                assert!(drawn.starts_with("<svg") && drawn.ends_with("</svg>"));
                assert_eq!(drawn, months(chart, &words));
                assert!(!drawn.contains("<script") && drawn.matches("http").count() == 1, "only its own name space");
                let gaps = chart.iter().map(|series| series.values.len() - series.known()).sum::<usize>();
                assert_eq!(drawn.matches("class=\"gap\"").count(), gaps);
            }
        }
    }

    #[test]
    fn nothing_known_is_no_drawing() {
        assert_eq!(months(&[], &Words::new(Lang::En)), "");
    }
}
