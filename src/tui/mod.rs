//! The terminal: event loop, layers, keys, theme, widgets. Reads the book, asks the desk; knows no SQL and no rules.

mod alarm;
pub mod app;
mod by_name;
pub use crate::i18n::cells;
pub mod command;
pub mod config;
pub mod events;
mod kept;
pub mod keys;
pub mod layer;
pub mod layout_keys;
pub mod marks;
pub mod rig;
pub mod run;
pub mod screen;
pub mod status;
pub mod target;
pub mod terminal;
pub mod theme;
pub mod widget;

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

pub use app::{App, Options};
pub use terminal::is_there;

use crate::desk::Desk;
use events::TerminalEvents;
use terminal::{Console, Taken};

/// What the terminal needs from the machine, read by `main`.
pub struct Machine {
    /// `VISUAL` or `EDITOR`.
    pub editor: String,
    /// A private directory for a text under the editor.
    pub scratch: PathBuf,
}

/// Shows the book until the manager leaves. The terminal is taken over last and given back on every way out; a panic
/// is passed on once the draft is kept.
pub fn open(desk: Desk, options: Options, machine: Machine) -> io::Result<()> {
    let mut app = App::new(desk, options);
    let mut console = Console { editor: machine.editor, scratch: machine.scratch, began: std::time::Instant::now() };
    let taken = Taken::new()?;
    let mut events = TerminalEvents::new()?;
    let mut terminal = Terminal::new(CrosstermBackend::new(io::BufWriter::new(io::stdout())))?;
    let ran = catch_unwind(AssertUnwindSafe(|| run::run(&mut app, &mut terminal, &mut events, &mut console)));
    app.end();
    drop(taken);
    match ran {
        // A terminal that is gone cannot be drawn on; that is the end of the session, not a failure of it.
        Ok(Err(error)) if events.is_over() => {
            tracing::info!(%error, "terminal lost");
            Ok(())
        }
        Ok(ran) => ran,
        Err(panic) => resume_unwind(panic),
    }
}

#[cfg(test)]
mod draft_tests;
#[cfg(test)]
mod tests;
