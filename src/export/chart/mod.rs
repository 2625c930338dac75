//! Charts as SVG: pure functions from figures to a drawing that reads in the light, in the dark and on paper, without
//! script and without colour alone. What is not known is a gap.

mod bars;
mod months;
mod tiers;

use maud::{Markup, PreEscaped, html};

pub use bars::{Bar, bars};
pub use months::months;
pub use tiers::tiers;

/// Every drawing carries its own look, so that it can stand alone or within any page.
const STYLE: &str = include_str!("../../../assets/chart.css");

/// A drawing of a size; `title` is read by those who cannot see it.
fn drawing(width: usize, height: usize, title: &str, inside: &Markup) -> String {
    let drawing = html! {
        svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox={ "0 0 " (width) " " (height) } width=(width) height=(height) class="chart" {
            title { (title) }
            style { (PreEscaped(STYLE)) }
            rect class="paper" width=(width) height=(height) {}
            (inside)
        }
    };
    drawing.into_string()
}
