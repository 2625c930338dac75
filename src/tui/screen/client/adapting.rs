//! The block of a client just won: how much of what it is owed is done, and what comes next.

use super::{Page, Subject};
use crate::domain::adaptation;
use crate::domain::figures::{View as Figures, promises};
use crate::domain::words::CommitmentOrigin;
use crate::domain::{Arg, Client, Entity, Id};
use crate::tui::cells;
use crate::tui::layer::View;

/// What is owed next; the rest is a number.
const SHOWN: usize = 4;

pub(super) fn section(
    page: &mut Page,
    view: &View<'_>,
    figures: &Figures<'_>,
    client: Id<Client>,
    (width, label): (usize, usize),
) {
    let Some(progress) = adaptation::progress(figures, client) else { return };
    let words = view.words;
    let args = [
        ("done", Arg::count(progress.done)),
        ("of", Arg::count(progress.of)),
        ("day", Arg::text(words.day_short(progress.until))),
    ];
    let filled = (progress.done * progress.of.min(9)).div_ceil(progress.of.max(1));
    let bar = view.marks.bar[0].repeat(filled) + &view.marks.bar[1].repeat(progress.of.min(9).saturating_sub(filled));
    let right = format!("{bar} {}", view.say_with("adaptation-progress", &args));
    page.lines.section(None, view.say("adaptation-title"), right);
    for (n, open) in progress.open.iter().take(SHOWN).enumerate() {
        let rest = progress.open.len().saturating_sub(SHOWN);
        let head = if n == 0 { view.say("adaptation-next") } else { String::new() };
        let more = if n + 1 == SHOWN && rest > 0 { format!("  +{rest}") } else { String::new() };
        let due = match open.due {
            Some(_) if open.is_late() => words.late(open.late_days),
            Some(due) => words.due(due),
            None => view.say("word-no_date"),
        };
        let room = width.saturating_sub(label + 1);
        let text = cells::both_ends(&open.promise.text, &format!("{due}{more}"), room, view.marks.cut);
        let subject = Some(Subject::new(Entity::Commitment, open.promise.head.uid));
        page.row(format!("{} {text}", view.left(&head, label)), subject);
    }
}

/// The open promises that do not stand in the block.
pub(super) fn others<'a>(figures: &Figures<'a>, client: Id<Client>) -> Vec<promises::Open<'a>> {
    let mut open = promises::of_client(figures, client);
    if adaptation::progress(figures, client).is_some() {
        open.retain(|open| open.promise.origin != CommitmentOrigin::Adaptation);
    }
    open
}
