//! The days ahead and their visits: Enter opens one, `M` moves it, Delete calls it off.

use crate::domain::{Id, Sentence, Visit};
use crate::tui::layer::{Reply, View};

/// Cancelled or missed, by whom and why: asked in a box.
pub fn calling_off(_view: &View<'_>, _visit: Id<Visit>) -> Reply {
    Reply::Refuse(Sentence::new("command-not-here"))
}
