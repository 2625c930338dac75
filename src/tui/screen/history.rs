//! The journal: every saved edit, newest first. Enter unfolds what a step changed, `u` takes it back, `R` restores one
//! old value.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::client::head;
use crate::desk::{Desk, StepFilter};
use crate::domain::field::Class;
use crate::domain::step::{Change, Step};
use crate::domain::{Amend, Client, Edit, Entity, Fields, Id, Record};
use crate::i18n::shown;
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::Tab;
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;
use crate::tui::widget::sheet::{Lines, Sheet};

/// Steps read at once; older ones are in the book all the same.
const NEWEST: usize = 500;

/// What a row of the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Step(usize),
    Field { step: usize, change: usize, field: &'static str },
}

#[derive(Default)]
pub struct History {
    client: Option<Id<Client>>,
    sheet: Sheet,
    open: BTreeSet<i64>,
    steps: OnceLock<(i64, Vec<Step>)>,
}

impl History {
    pub fn of(client: Id<Client>) -> Self {
        Self { client: Some(client), ..Self::default() }
    }

    /// Newest first. Read once; a step saved meanwhile makes them be read again by [`Self::fresh`].
    fn steps(&self, view: &View<'_>) -> &[Step] {
        let (_, steps) = self.steps.get_or_init(|| {
            let filter =
                StepFilter { about: self.client.map(|id| id.uuid), newest: Some(NEWEST), ..StepFilter::default() };
            let mut steps = view.desk.steps(filter).unwrap_or_default();
            steps.reverse();
            (view.desk.last_step(), steps)
        });
        steps
    }

    fn fresh(&mut self, view: &View<'_>) {
        if self.steps.get().is_some_and(|(last, _)| *last != view.desk.last_step()) {
            self.steps = OnceLock::new();
        }
    }

    fn page(&self, view: &View<'_>, width: usize) -> (Lines, Vec<At>) {
        let (mut lines, mut rows) = (Lines::default(), Vec::new());
        let zone = view.book().settings().zone;
        for (at, step) in self.steps(view).iter().enumerate() {
            let when = view.words.moment(step.at.with_timezone(&zone).naive_local());
            let title = view.private(view.words.sentence(&step.title));
            let client = step.client.filter(|_| self.client.is_none());
            let client = client.and_then(|uuid| view.book().client.by_uuid(uuid)).map(|client| client.name.clone());
            let left = format!("{}  {title}", view.left(&when, 13));
            lines.row(cells::both_ends(&left, &client.unwrap_or_default(), width, view.marks.cut));
            rows.push(At::Step(at));
            if self.open.contains(&step.number) {
                unfold(&mut lines, &mut rows, view, at, step, width);
            }
        }
        (lines, rows)
    }

    fn take_back(&self, view: &View<'_>, at: At) -> Reply {
        let (At::Step(step) | At::Field { step, .. }) = at;
        let Some(number) = self.steps(view).get(step).map(|step| step.number) else { return Reply::Ignored };
        Reply::With(Box::new(move |desk: &mut Desk| desk.undo_step(number)))
    }

    fn restore(&self, view: &View<'_>, at: At) -> Reply {
        let At::Field { step, change, field } = at else { return Reply::Ignored };
        let change = self.steps(view).get(step).and_then(|step| step.changes.get(change));
        let before = change.and_then(|change| change.before.as_ref()).and_then(|record| record.field_json(field));
        let (Some(change), Some(value)) = (change, before) else { return Reply::Ignored };
        let fields: Fields = [(field.to_owned(), value)].into_iter().collect();
        Reply::Make(Edit::Amend(Amend::new(change.entity(), change.uuid(), fields)))
    }
}

fn unfold(lines: &mut Lines, rows: &mut Vec<At>, view: &View<'_>, at: usize, step: &Step, width: usize) {
    if let Some(reason) = &step.reason {
        let reason = view.private(reason.as_str());
        lines.text(view.fit(&format!("    {}: {reason}", view.say("label-reason")), width));
    }
    for (n, change) in step.changes.iter().enumerate() {
        let entity = view.words.term(&change.entity().term());
        let verb = match (&change.before, &change.after) {
            (None, _) => view.say("history-new"),
            (_, None) => view.say("history-gone"),
            _ => String::new(),
        };
        lines.text(view.fit(&format!("    {entity} {verb}"), width));
        for field in change.fields() {
            lines.row(view.fit(&format!("      {}", told(view, change, field)), width));
            rows.push(At::Field { step: at, change: n, field });
        }
    }
}

/// `label: before > after`, each as the language writes it.
fn told(view: &View<'_>, change: &Change, name: &'static str) -> String {
    let entity = change.entity();
    let label = view.words.label(entity.table(), name);
    let side = |record: &Option<Record>| record.as_ref().map(|record| value(view, entity, name, record));
    match (side(&change.before), side(&change.after)) {
        (None, Some(after)) => format!("{label}: {after}"),
        (Some(before), None) => format!("{label}: {before}"),
        (before, after) => {
            format!("{label}: {} {} {}", before.unwrap_or_default(), view.marks.arrow, after.unwrap_or_default())
        }
    }
}

fn value(view: &View<'_>, entity: Entity, name: &str, record: &Record) -> String {
    let Some(field) = entity.field(name) else { return String::new() };
    let text = shown::value(view.words, view.book(), field.kind, &record.field_json(name).unwrap_or_default());
    if matches!(field.class, Class::Confidential | Class::Personal) { view.private(text) } else { text }
}

impl Layer for History {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let below = match self.client {
            Some(client) => head::draw(frame, area, client, Tab::History, view),
            None => {
                let title = format!(" {}", view.say("screen-history"));
                paint::text(frame.buffer_mut(), area, 0, &title, view.style(Tone::Title), view);
                paint::rule(frame.buffer_mut(), area, 1, None, "", "", view);
                Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area }
            }
        };
        let (lines, rows) = self.page(view, usize::from(below.width).saturating_sub(1));
        if rows.is_empty() {
            paint::text(
                frame.buffer_mut(),
                below,
                0,
                &format!(" {}", view.say("no-steps")),
                view.style(Tone::Muted),
                view,
            );
        }
        self.sheet.draw(frame.buffer_mut(), below, &lines, true, view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        self.fresh(view);
        if let Input::Walked(client) = input {
            return head::walked(client, Tab::History);
        }
        let Input::Do(command) = input else { return Reply::Ignored };
        if let Some(client) = self.client
            && let Some(reply) = head::on(command, client)
        {
            return reply;
        }
        let (lines, rows) = self.page(view, 80);
        if self.sheet.on(command, &lines) {
            return Reply::Handled;
        }
        let Some(at) = rows.get(self.sheet.at).copied() else { return Reply::Ignored };
        match command {
            Command::Open => {
                let (At::Step(step) | At::Field { step, .. }) = at;
                if let Some(number) = self.steps(view).get(step).map(|step| step.number)
                    && !self.open.remove(&number)
                {
                    self.open.insert(number);
                }
                Reply::Handled
            }
            Command::TakeBack => self.take_back(view, at),
            Command::Restore => self.restore(view, at),
            _ => Reply::Ignored,
        }
    }

    fn changed(&mut self, view: &View<'_>) {
        self.fresh(view);
    }

    fn place(&self) -> Here {
        if self.client.is_some() { Here::section(Place::HISTORY, Place::CLIENT) } else { Here::screen(Place::HISTORY) }
    }

    fn client(&self, _view: &View<'_>) -> Option<Id<Client>> {
        self.client
    }
}
