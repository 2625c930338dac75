//! What was typed and not saved, newest first: Enter takes it up again, Delete throws it away.

use std::cell::RefCell;
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use uuid::Uuid;

use crate::desk::Draft;
use crate::domain::{Entity, Id, Sentence};
use crate::tui::cells::{Side, columns};
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::screen::form::name;
use crate::tui::target::Target;
use crate::tui::theme::Tone;
use crate::tui::widget::{frame as paint, list::List};

/// Cells of when it was kept and of what kind of page it is.
const AT: usize = 16;
const WHAT: usize = 18;

#[derive(Default)]
pub struct Drafts {
    list: List,
    /// As they were read, and after how many were kept or dropped.
    read: RefCell<Option<(u64, Rc<[Draft]>)>>,
}

impl Drafts {
    /// Read again only when one was kept or dropped. A file that cannot be read was told when it happened; here it
    /// shows as no drafts.
    fn drafts(&self, view: &View<'_>) -> Rc<[Draft]> {
        let now = view.desk.drafts_kept();
        if let Some((_, drafts)) = self.read.borrow().as_ref().filter(|(kept, _)| *kept == now) {
            return Rc::clone(drafts);
        }
        let drafts: Rc<[Draft]> = view.desk.drafts().unwrap_or_default().into();
        *self.read.borrow_mut() = Some((now, Rc::clone(&drafts)));
        drafts
    }
}

/// When, on which page, and of what: the key names them.
fn shown(draft: &Draft, width: usize, view: &View<'_>) -> String {
    let zone = view.book().settings().zone;
    let at = view.words.moment(draft.at.with_timezone(&zone).naive_local());
    let mut parts = draft.key.splitn(3, '.');
    let (screen, table) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    // The board of an offer says so.
    let table = if screen == "board" { Entity::Proposal.table() } else { table };
    let what = match screen {
        "after" => view.say("screen-after_visit"),
        "map" => view.say("tab-map"),
        "ledger" => view.say("money-months"),
        _ => view.words.term(&format!("entity.{table}")),
    };
    let of = parts.next().map(|subject| subject_of(table, subject, view)).unwrap_or_default();
    let room = width.saturating_sub(AT + WHAT + 2);
    columns(&[(&at, AT, Side::Left), (&what, WHAT, Side::Left), (&of, room, Side::Left)], view.marks.cut)
}

/// The record and its client; of a new one its client alone.
fn subject_of(table: &str, subject: &str, view: &View<'_>) -> String {
    if let Some(client) = subject.strip_prefix("new-").and_then(|client| client.parse().ok()) {
        return name::client(Id::new(client), view);
    }
    let subject = subject.split('+').next().unwrap_or(subject);
    let (entity, uuid) = (Entity::from_table(table), subject.parse::<Uuid>().ok());
    let record = entity.zip(uuid).and_then(|(entity, uuid)| view.book().record(entity, uuid));
    let Some(record) = record else { return String::new() };
    let own = name::of_record(&record, view);
    match record.client().filter(|client| Some(*client) != uuid) {
        Some(client) => format!("{} {} {own}", name::client(Id::new(client), view), view.marks.dot),
        None => own,
    }
}

impl Layer for Drafts {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let drafts = self.drafts(view);
        paint::text(
            frame.buffer_mut(),
            area,
            0,
            &format!(" {}", view.say("screen-drafts")),
            view.style(Tone::Title),
            view,
        );
        paint::rule(frame.buffer_mut(), area, 1, None, "", "", view);
        let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if drafts.is_empty() {
            paint::text(
                frame.buffer_mut(),
                below,
                0,
                &format!(" {}", view.say("no-drafts")),
                view.style(Tone::Muted),
                view,
            );
            return;
        }
        let line = |n: usize, width: usize| {
            Line::raw(drafts.get(n).map(|draft| shown(draft, width, view)).unwrap_or_default())
        };
        self.list.draw(frame.buffer_mut(), below, drafts.len(), true, view, line);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let drafts = self.drafts(view);
        let Input::Do(command) = input else { return Reply::Ignored };
        if self.list.on(command, drafts.len()) {
            return Reply::Handled;
        }
        let Some(draft) = drafts.get(self.list.at) else { return Reply::Ignored };
        match command {
            Command::Open => Reply::Go(Target::Draft(draft.key.clone())),
            Command::Remove => throw_away(draft.key.clone()),
            _ => Reply::Ignored,
        }
    }

    /// Another process may have kept one.
    fn changed(&mut self, _view: &View<'_>) {
        self.read = RefCell::default();
    }

    fn place(&self) -> Here {
        Here::screen(Place::DRAFTS)
    }
}

/// A draft is not a fact of the book: throwing it away is no step and is asked for first.
fn throw_away(key: String) -> Reply {
    Reply::Ask(Sentence::new("draft-discard-ask"), Box::new(Reply::forget_draft(key)))
}
