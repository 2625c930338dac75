//! The drawings of a brief, each able to stand alone: on paper there is one look, and no page around to take it from.

use crate::export::brief::blocks::Block;
use crate::export::{chart, map};

/// Plain colours: what reads a drawing for paper knows neither variables nor media.
const STYLE: &str = include_str!("../../../../assets/paper.css");

/// The drawing of a block, where it is one.
pub(super) fn svg(block: &Block, section: &str) -> Option<String> {
    match block {
        Block::Map(shown) => Some(styled(&map::svg(shown, section).into_string())),
        Block::Bars(bars, title) => Some(styled(&chart::bars(bars, title))),
        Block::Text(_) | Block::Part(_) | Block::Item(_) | Block::Table(_) => None,
    }
}

/// The same with the look of paper in place of its own.
fn styled(svg: &str) -> String {
    let bare = match (svg.split_once("<style>"), svg.split_once("</style>")) {
        (Some((before, _)), Some((_, after))) => format!("{before}{after}"),
        _ => svg.to_owned(),
    };
    bare.replacen("</title>", &format!("</title><style>{STYLE}</style>"), 1)
}
