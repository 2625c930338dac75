//! How content a client is, in a line: level, trend, what it rests on, and its curve over a year.

use rust_decimal::prelude::ToPrimitive;

use super::Page;
use crate::domain::figures::View as Figures;
use crate::domain::figures::exact::Ratio;
use crate::domain::figures::satisfaction::{self, Trend};
use crate::domain::{Client, Id};
use crate::tui::layer::View;

/// `8.1 up`, or unknown; with what has to be said of it.
pub fn level(view: &View<'_>, figures: &Figures<'_>, client: Id<Client>) -> String {
    let words = view.words;
    let Some(level) = satisfaction::level(figures, client, view.today()) else { return words.unknown() };
    let mut parts = vec![words.decimal(level.shown(), 1)];
    parts.extend(satisfaction::trend(figures, client).map(|trend| trend_word(view, trend)));
    parts.extend(level.basis.mark().map(|mark| words.sentence(&mark)));
    parts.join(" ")
}

/// The level, and the curve after it where there is one.
pub fn with_curve(view: &View<'_>, figures: &Figures<'_>, client: Id<Client>) -> String {
    format!("{} {}", level(view, figures, client), curve(view, figures, client)).trim_end().to_owned()
}

/// A heading that says it, on the tabs where nothing else of it stands; none where nothing is known.
pub(super) fn section(page: &mut Page, view: &View<'_>, client: Id<Client>) {
    let figures = Figures::on(view.book(), view.today());
    if satisfaction::level(&figures, client, view.today()).is_some() {
        page.lines.section(None, view.words.term("entity.satisfaction"), with_curve(view, &figures, client));
    }
}

pub fn trend_word(view: &View<'_>, trend: Trend) -> String {
    view.words.term(&format!("satisfaction.trend.{}", trend.direction.word()))
}

/// The levels of twelve months as a curve; a month without one is a gap. Empty where one point or none is known.
pub fn curve(view: &View<'_>, figures: &Figures<'_>, client: Id<Client>) -> String {
    let points = satisfaction::curve(figures, client);
    if points.iter().flatten().count() < 2 {
        return String::new();
    }
    // Before the first one there is nothing to show, between two a gap.
    points
        .into_iter()
        .skip_while(Option::is_none)
        .map(|point| point.map_or(view.marks.gap, |point| sign(view, point)))
        .collect()
}

/// Scores run from 0 to 10.
fn sign(view: &View<'_>, point: Ratio) -> &'static str {
    let level = point.decimal(1).and_then(|level| level.to_f64()).unwrap_or_default();
    let signs = view.marks.curve;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 7")]
    let at = (level / 10.0 * 7.0).round().clamp(0.0, 7.0) as usize;
    signs.get(at).copied().unwrap_or(view.marks.gap)
}
