//! The one loop: sleep until something happens, take in all that is there, draw once if anything changed.

use ratatui::Terminal;
use ratatui::backend::Backend;

use super::app::App;
use super::events::Events;
use super::terminal::Outside;

/// Runs until the app leaves. Generic over the screen and over where events come from, so that tests run this very
/// loop.
pub fn run<B: Backend>(
    app: &mut App,
    terminal: &mut Terminal<B>,
    events: &mut impl Events,
    outside: &mut impl Outside,
) -> Result<(), B::Error> {
    while !app.is_leaving() {
        paint(app, terminal)?;
        app.settle(outside);
        let first = events.wait(app.patience());
        app.happen(first, outside);
        // A held key sends faster than a terminal paints: all that waits is obeyed before the next picture.
        while let Some(next) = (!app.is_leaving()).then(|| events.more()).flatten() {
            app.happen(next, outside);
            // Keys that come without end must not put off what they type.
            app.settle(outside);
        }
    }
    Ok(())
}

/// Draws if something changed.
pub fn paint<B: Backend>(app: &mut App, terminal: &mut Terminal<B>) -> Result<(), B::Error> {
    if app.must_clear() {
        // `clear` would ask the terminal where its cursor is, and wait for an answer that may never come.
        let size = terminal.size()?;
        terminal.resize(size.into())?;
    }
    if app.must_draw() {
        terminal.draw(|frame| app.draw(frame))?;
    }
    Ok(())
}
