//! The journal: every saved edit, newest first. Enter unfolds what a step changed, `u` takes it back, `R` restores one
//! old value, `/` seeks in titles and values.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use uuid::Uuid;

use super::client::head;
use super::form::{name, shown};
use super::settings::NOT_OFFERED;
use crate::desk::{Desk, StepFilter};
use crate::domain::field::Class;
use crate::domain::step::{Change, Step};
use crate::domain::text::fold;
use crate::domain::{Amend, Arg, Client, Edit, Entity, Fields, Id, Record, Sentence};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::Tab;
use crate::tui::theme::Tone;
use crate::tui::widget::field::Field;
use crate::tui::widget::frame as paint;
use crate::tui::widget::list::List;

/// Cells of a day and time: `23 Nov 10:00`, `11月23日 10:00`.
const MOMENT: usize = 14;

/// Steps read at once; older ones are in the book all the same.
const NEWEST: usize = 500;

/// A row of the page, in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct At {
    step: usize,
    /// Its place among the rows of its step.
    row: usize,
    part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Title,
    Reason,
    Change(usize),
    Field { change: usize, field: &'static str },
}

#[derive(Default)]
pub struct History {
    client: Option<Id<Client>>,
    list: List,
    /// The numbers of the unfolded steps.
    open: BTreeSet<i64>,
    steps: OnceLock<(i64, Vec<Step>)>,
    /// The rows of the page; an import changes thousands of values, so they are counted once and only those in sight
    /// get their words.
    rows: OnceLock<Vec<At>>,
    typing: Option<Field>,
    /// What is sought, folded.
    sought: String,
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
            (self.steps, self.rows) = (OnceLock::new(), OnceLock::new());
        }
    }

    fn rows(&self, view: &View<'_>) -> &[At] {
        self.rows.get_or_init(|| {
            let rows = self.steps(view).iter().enumerate().flat_map(|(at, step)| {
                let mut rows = unfolded(at, step);
                if !self.open.contains(&step.number) {
                    rows.truncate(1);
                }
                rows
            });
            rows.collect()
        })
    }

    fn at(&self, view: &View<'_>) -> Option<At> {
        let rows = self.rows(view);
        rows.get(self.list.at.min(rows.len().saturating_sub(1))).copied()
    }

    fn fold(&mut self, view: &View<'_>, step: usize) {
        let Some(number) = self.steps(view).get(step).map(|step| step.number) else { return };
        if !self.open.remove(&number) {
            self.open.insert(number);
        }
        self.rows = OnceLock::new();
        self.list.at = self.rows(view).iter().position(|row| row.step == step).unwrap_or(0);
    }

    /// The row in words, and what stands at its right.
    fn text(&self, view: &View<'_>, at: At) -> (String, String) {
        let Some(step) = self.steps(view).get(at.step) else { return Default::default() };
        let change = |n: usize| step.changes.get(n);
        let left = match at.part {
            Part::Title => {
                let (title, whose) = (titled(view, step), self.whose(view, step));
                // Most titles name the client themselves.
                let named = title.contains(&whose);
                return (title, if named { String::new() } else { whose });
            }
            Part::Reason => {
                let reason = step.reason.as_deref().unwrap_or_default();
                format!("    {}", view.words.told(&view.say("label-reason"), &view.private(reason)))
            }
            Part::Change(n) => return change(n).map(|change| self.changed(view, step, change)).unwrap_or_default(),
            Part::Field { change: n, field } => {
                change(n).map(|change| format!("      {}", told(view, change, field))).unwrap_or_default()
            }
        };
        (left, String::new())
    }

    /// The client of a step, on the page of all.
    fn whose(&self, view: &View<'_>, step: &Step) -> String {
        let client = step.client.filter(|_| self.client.is_none());
        let client = client.and_then(|uuid| view.book().client.by_uuid(uuid));
        client.map(|client| client.name.clone()).unwrap_or_default()
    }

    /// Which record and whose, and whether it came or went. A client that the step or the page names is not named again.
    fn changed(&self, view: &View<'_>, step: &Step, change: &Change) -> (String, String) {
        let record = change.after.as_ref().or(change.before.as_ref());
        let name = record.map(|record| name::of_record(record, view)).unwrap_or_default();
        let whose = record.filter(|_| change.entity() != Entity::Client).and_then(Record::client);
        let said = |uuid: &Uuid| step.client == Some(*uuid) || self.client.is_some_and(|client| client.uuid == *uuid);
        let whose = whose.filter(|uuid| !said(uuid)).map(|uuid| name::client(Id::new(uuid), view));
        let named: Vec<String> = whose.into_iter().chain([name]).filter(|text| !text.is_empty()).collect();
        let verb = match (&change.before, &change.after) {
            (None, _) => view.say("history-new"),
            (_, None) => view.say("history-gone"),
            _ => String::new(),
        };
        let entity = view.words.term(&change.entity().term());
        let named = named.join(&format!(" {} ", view.marks.dot));
        let told = if named.is_empty() { entity } else { view.words.told(&entity, &named) };
        (format!("    {told}"), verb)
    }

    fn take_back(&self, view: &View<'_>, at: At) -> Reply {
        let Some(number) = self.steps(view).get(at.step).map(|step| step.number) else { return Reply::Ignored };
        Reply::With(Box::new(move |desk: &mut Desk| desk.undo_step(number)))
    }

    fn restore(&self, view: &View<'_>, at: At) -> Reply {
        let Part::Field { change, field } = at.part else { return Reply::Refuse(Sentence::new("history-no-value")) };
        let Some(change) = self.steps(view).get(at.step).and_then(|step| step.changes.get(change)) else {
            return Reply::Ignored;
        };
        let Some(value) = change.before.as_ref().and_then(|record| record.field_json(field)) else {
            return Reply::Refuse(Sentence::new("history-no-old-value"));
        };
        let fields: Fields = [(field.to_owned(), value)].into_iter().collect();
        Reply::Make(Edit::Amend(Amend::new(change.entity(), change.uuid(), fields)))
    }

    fn holds(&self, view: &View<'_>, at: At) -> bool {
        let (left, right) = self.text(view, at);
        !self.sought.is_empty() && (fold(&left).contains(&self.sought) || fold(&right).contains(&self.sought))
    }

    /// To the next row that holds what is sought, round the end; folded steps are looked into and unfold.
    fn seek(&mut self, view: &View<'_>, forward: bool) -> Reply {
        if self.sought.is_empty() {
            self.typing = Some(Field::default());
            return Reply::Handled;
        }
        let Some(hit) = self.at(view).and_then(|at| self.hit(view, at, forward)) else {
            return Reply::Refuse(Sentence::new("export-not-in-text").text("input", &self.sought));
        };
        if let Some(step) = self.steps(view).get(hit.step).filter(|_| hit.part != Part::Title) {
            let number = step.number;
            if self.open.insert(number) {
                self.rows = OnceLock::new();
            }
        }
        self.list.at = self.rows(view).iter().position(|row| *row == hit).unwrap_or(self.list.at);
        Reply::Handled
    }

    fn hit(&self, view: &View<'_>, from: At, forward: bool) -> Option<At> {
        let steps = self.steps(view);
        let rows = (0..=steps.len()).flat_map(|n| {
            let away = n % steps.len();
            let at = if forward { from.step + away } else { from.step + steps.len() - away } % steps.len();
            let mut rows = steps.get(at).map(|step| unfolded(at, step)).unwrap_or_default();
            if !forward {
                rows.reverse();
            }
            rows.into_iter().filter(move |row| n > 0 || if forward { *row > from } else { *row < from })
        });
        rows.into_iter().find(|row| self.holds(view, *row))
    }

    fn typed(&mut self, input: &Input, view: &View<'_>) -> Reply {
        if self.typing.as_mut().is_some_and(|field| field.on(input)) {
            return Reply::Handled;
        }
        match input {
            Input::Do(Command::Open) => {
                let text = self.typing.take().map(|field| fold(field.text().trim())).unwrap_or_default();
                self.sought.clone_from(&text);
                if text.is_empty() { Reply::Handled } else { self.seek(view, true) }
            }
            Input::Do(Command::Back | Command::Stop) => {
                self.typing = None;
                Reply::Handled
            }
            // Enter and Esc come back as commands.
            _ => Reply::Ignored,
        }
    }
}

/// All rows of a step.
fn unfolded(at: usize, step: &Step) -> Vec<At> {
    let mut parts = vec![Part::Title];
    parts.extend(step.reason.iter().map(|_| Part::Reason));
    for (n, change) in step.changes.iter().enumerate() {
        parts.push(Part::Change(n));
        let offered = |field: &&str| change.entity() != Entity::Settings || !NOT_OFFERED.contains(field);
        let fields = change.fields().into_iter().filter(offered);
        parts.extend(fields.map(|field| Part::Field { change: n, field }));
    }
    parts.into_iter().enumerate().map(|(row, part)| At { step: at, row, part }).collect()
}

fn titled(view: &View<'_>, step: &Step) -> String {
    let when = view.words.moment(step.at.with_timezone(&view.book().settings().zone).naive_local());
    format!("{}  {}", view.left(&when, MOMENT), view.private(view.words.sentence(&step.title)))
}

/// `label: before > after`, each as the language writes it.
fn told(view: &View<'_>, change: &Change, name: &'static str) -> String {
    let entity = change.entity();
    let label = view.words.label(entity.table(), name);
    let side = |record: &Option<Record>| record.as_ref().map(|record| value(view, entity, name, record));
    match (side(&change.before), side(&change.after)) {
        (None, Some(after)) => view.words.told(&label, &after),
        (Some(before), None) => view.words.told(&label, &before),
        (before, after) => {
            let both = [before.as_deref(), Some(view.marks.arrow), after.as_deref()].map(Option::unwrap_or_default);
            view.words.told(&label, &both.join(" "))
        }
    }
}

fn value(view: &View<'_>, entity: Entity, name: &str, record: &Record) -> String {
    let Some(field) = entity.field(name) else { return String::new() };
    let text = shown::of_record(record, field, view);
    if matches!(field.class, Class::Confidential | Class::Personal) { view.private(text) } else { text }
}

impl Layer for History {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let below = match self.client {
            Some(client) => head::draw(frame, area, client, Tab::History, view),
            None => {
                let title = format!(" {}", view.say("screen-history"));
                paint::text(frame.buffer_mut(), area, 0, &title, view.style(Tone::Title), view);
                let all = self.steps(view).len();
                let newest = || view.say_with("history-newest", &[("n", Arg::count(all))]);
                let right = if all == NEWEST { newest() } else { String::new() };
                paint::rule(frame.buffer_mut(), area, 1, None, "", &right, view);
                Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area }
            }
        };
        let list = Rect { height: below.height.saturating_sub(u16::from(self.typing.is_some())), ..below };
        let rows = self.rows(view);
        if rows.is_empty() {
            let nothing = format!(" {}", view.say("no-steps"));
            paint::text(frame.buffer_mut(), list, 0, &nothing, view.style(Tone::Muted), view);
        }
        self.list.draw(frame.buffer_mut(), list, rows.len(), true, view, |n, width| {
            let Some(at) = rows.get(n).copied() else { return Line::default() };
            let (left, right) = self.text(view, at);
            let tone = if self.holds(view, at) { Tone::Accent } else { Tone::Plain };
            Line::styled(cells::both_ends(&left, &right, width, view.marks.cut), view.style(tone))
        });
        if let Some(field) = &self.typing {
            let label = format!(" {} ", view.say("export-find"));
            let last = Rect { y: list.bottom(), height: 1, ..below };
            paint::text(frame.buffer_mut(), last, 0, &label, view.style(Tone::Title), view);
            let taken = u16::try_from(cells::width(&label)).unwrap_or(0).min(last.width);
            field.draw(frame, Rect { x: last.x + taken, width: last.width - taken, ..last }, true, view);
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        self.fresh(view);
        if self.typing.is_some() {
            return self.typed(&input, view);
        }
        if let Input::Walked(client) = input {
            return head::walked(client, Tab::History);
        }
        let Input::Do(command) = input else { return Reply::Ignored };
        if let Some(client) = self.client
            && let Some(reply) = head::on(command, client, view)
        {
            return reply;
        }
        let rows = self.rows(view).len();
        if self.list.on(command, rows) {
            return Reply::Handled;
        }
        let Some(at) = self.at(view) else { return Reply::Ignored };
        match command {
            Command::Open => {
                self.fold(view, at.step);
                Reply::Handled
            }
            Command::Find => {
                self.typing = Some(Field::default());
                Reply::Handled
            }
            Command::NextHit => self.seek(view, true),
            Command::PreviousHit => self.seek(view, false),
            Command::TakeBack => self.take_back(view, at),
            Command::Restore => self.restore(view, at),
            _ => Reply::Ignored,
        }
    }

    fn changed(&mut self, view: &View<'_>) {
        self.fresh(view);
    }

    fn place(&self) -> Here {
        let here = match self.client {
            Some(_) => Here::section(Place::HISTORY, Place::CLIENT),
            None => Here::screen(Place::HISTORY),
        };
        if self.typing.is_some() { here.typing() } else { here }
    }

    fn client(&self, _view: &View<'_>) -> Option<Id<Client>> {
        self.client
    }
}

#[cfg(test)]
mod tests;
