//! The decision map on paper: one chart made from the map and the words, drawn as text or as SVG. Knows no screen; what
//! is on the map the domain knows.

mod chart;
mod svg;
mod text;

pub use chart::{Chart, ChartCell, ChartColumn, ChartLine, ChartRow};
pub use svg::svg;
pub use text::text;

#[cfg(test)]
mod tests;
