//! Beside the pyramid on a wide window: the portfolio month by month.

use crate::domain::figures::{View as Figures, series};
use crate::tui::layer::View;
use crate::tui::widget::chart;
use crate::tui::widget::sheet::Lines;

/// Lines of a strip.
const HEIGHT: usize = 4;

pub fn portfolio(view: &View<'_>, width: usize) -> Lines {
    let mut lines = Lines::default();
    lines.section(None, view.say("money-portfolio-months"), "");
    let charts = series::of_portfolio(&Figures::on(view.book(), view.today()));
    let frame = chart::Frame::of(&charts, view);
    for chart in &charts {
        chart::lines(chart, width, HEIGHT, frame, view).into_iter().for_each(|line| lines.text(line));
    }
    if charts.is_empty() {
        lines.text(view.say("why-no-closed-month"));
    }
    lines
}
