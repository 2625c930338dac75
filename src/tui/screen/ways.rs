//! What can be done with a promise or a problem as it stands: a small list to choose from, then a box of what it asks.

use ratatui::Frame;
use ratatui::layout::Rect;
use uuid::Uuid;

use super::form::{self, name};
use crate::domain::entity::{Commitment, Problem};
use crate::domain::figures::View as Figures;
use crate::domain::figures::{problems, promises};
use crate::domain::ways::Way;
use crate::domain::words::Who;
use crate::domain::{Arg, Entity, Record, Sentence};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::keys::Code;
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::theme::Tone;
use crate::tui::widget::{frame as paint, list};

const WIDTH: u16 = 66;

pub struct Ways {
    entity: Entity,
    uuid: Uuid,
    at: usize,
}

/// The list for a record; a sentence where there is nothing more to do.
pub fn open(entity: Entity, uuid: Uuid, view: &View<'_>) -> Reply {
    let record = view.book().record(entity, uuid);
    match record.as_ref().map(Way::open) {
        Some([]) | None => Reply::Refuse(Sentence::new("way-none")),
        Some(_) => Reply::Open(Box::new(Ways { entity, uuid, at: 0 })),
    }
}

/// The box with which a record ends, where it ends by a way of its own.
pub fn ending(entity: Entity, uuid: Uuid, view: &View<'_>) -> Option<Box<dyn Layer>> {
    let record = view.book().record(entity, uuid)?;
    let way = Way::open(&record).iter().find(|way| matches!(way, Way::Cancel | Way::Reject))?;
    form::way(*way, entity, uuid, view)
}

/// What a way is called for a record. Only of what we promised the client is told.
pub fn called(entity: Entity, uuid: Uuid, way: Way, view: &View<'_>) -> String {
    let promise = view.book().commitment.by_uuid(uuid).filter(|_| entity == Entity::Commitment);
    let theirs = way == Way::Cancel && promise.is_some_and(|promise| promise.who == Who::They);
    let whose = if theirs { "-theirs" } else { "" };
    view.say(&format!("way-{}-{}{whose}", entity.table(), way.word()))
}

impl Ways {
    fn open_ways(&self, view: &View<'_>) -> &'static [Way] {
        view.book().record(self.entity, self.uuid).map_or(&[], |record| Way::open(&record))
    }

    fn choose(&self, n: usize, view: &View<'_>) -> Reply {
        let way = self.open_ways(view).get(n);
        let form = way.and_then(|way| form::way(*way, self.entity, self.uuid, view));
        form.map_or(Reply::Handled, Reply::Replace)
    }

    fn step(&mut self, down: bool, view: &View<'_>) -> Reply {
        let n = self.open_ways(view).len().max(1);
        self.at = if down { (self.at + 1) % n } else { (self.at + n - 1) % n };
        Reply::Handled
    }
}

/// How it stands, line by line.
fn facts(record: &Record, view: &View<'_>) -> Vec<String> {
    match record {
        Record::Commitment(promise) => promised(promise, view),
        Record::Problem(problem) => raised(problem, view),
        _ => Vec::new(),
    }
}

fn promised(promise: &Commitment, view: &View<'_>) -> Vec<String> {
    let words = view.words;
    let mut parts = vec![words.term(&promise.who.term()), words.term(&promise.state.term())];
    parts.extend(promise.passed_to.clone().filter(|_| promise.back_on.is_none()));
    let open = promises::open(&Figures::on(view.book(), view.today()), promise);
    parts.extend(open.map(|open| match open.due {
        Some(_) if open.is_late() => words.late(open.late_days),
        Some(due) => words.due(due),
        None => view.say("word-no_date"),
    }));
    vec![parts.join(&format!(" {} ", view.marks.dot))]
}

fn raised(problem: &Problem, view: &View<'_>) -> Vec<String> {
    let words = view.words;
    let figures = Figures::on(view.book(), view.today());
    let severity = view.say_with("today-severity", &[("n", Arg::Count(problem.severity))]);
    let mut parts = vec![words.term(&problem.state.term()), severity];
    let due = problem.due.filter(|_| problems::is_open(problem));
    parts.extend(due.map(|due| words.due(due)));
    let took = problems::took(&figures, problem);
    // The one department that had it all the time says so itself.
    if !matches!(problem.passes.as_slice(), [only] if problems::kept(&figures, only) == took) {
        let days = if took.so_far { "way-days-so-far" } else { "way-days" };
        parts.push(view.say_with(days, &[("n", Arg::Count(took.days))]));
    }
    let mut lines = vec![parts.join(&format!(" {} ", view.marks.dot))];
    for pass in &problem.passes {
        let kept = problems::kept(&figures, pass);
        let days =
            view.say_with(if kept.so_far { "way-days-so-far" } else { "way-days" }, &[("n", Arg::Count(kept.days))]);
        let whom = pass.to_whom.as_ref().map(|whom| format!(", {}", view.private(whom.clone()))).unwrap_or_default();
        lines.push(view.words.told(&format!("{}{whom}", pass.department), &days));
    }
    lines.extend(again(problem, view));
    lines
}

/// That the client had the same trouble not long ago.
pub fn again(problem: &Problem, view: &View<'_>) -> Option<String> {
    let earlier = problems::repeats(&Figures::on(view.book(), view.today()), problem)?;
    let earlier = view.book().problem.get(earlier)?;
    let args = [("day", Arg::text(view.words.day_short(earlier.raised_on))), ("title", Arg::text(&earlier.title))];
    Some(view.say_with("way-again", &args))
}

impl Layer for Ways {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let Some(record) = view.book().record(self.entity, self.uuid) else { return };
        let width = usize::from(WIDTH.min(area.width.saturating_sub(6)));
        let named = view.private(name::of_record(&record, view));
        let mut told: Vec<(String, Tone)> = cells::wrap(&named, width).into_iter().map(|l| (l, Tone::Plain)).collect();
        let facts = facts(&record, view);
        told.extend(facts.iter().flat_map(|fact| cells::wrap(fact, width)).map(|line| (line, Tone::Muted)));
        let ways = Way::open(&record);
        let height = u16::try_from(told.len() + ways.len() + 1).unwrap_or(10);
        let title = view.words.term(&self.entity.term());
        let inside = paint::boxed(frame, area, &title, u16::try_from(width).unwrap_or(WIDTH), height, view);
        for (y, (line, tone)) in (0..inside.height).zip(&told) {
            paint::text(frame.buffer_mut(), inside, y, line, view.style(*tone), view);
        }
        let from = u16::try_from(told.len() + 1).unwrap_or(0);
        for (n, (y, way)) in (from..inside.height).zip(ways).enumerate() {
            let line = format!("  {} {}", n + 1, called(self.entity, self.uuid, *way, view));
            paint::text(frame.buffer_mut(), inside, y, &line, view.style(Tone::Plain), view);
            if n == self.at {
                list::mark(frame.buffer_mut(), inside, y, true, view);
            }
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        match input {
            Input::Do(Command::Back) => Reply::Close,
            Input::Do(Command::Open) => self.choose(self.at, view),
            Input::Do(Command::Down | Command::Next) => self.step(true, view),
            Input::Do(Command::Up) => self.step(false, view),
            Input::Key(key) => match key.code {
                Code::Char('j') => self.step(true, view),
                Code::Char('k') => self.step(false, view),
                Code::Char('q') => Reply::Close,
                Code::Char(c) => match c.to_digit(10) {
                    Some(n @ 1..) => self.choose(n as usize - 1, view),
                    _ => Reply::Handled,
                },
                // Enter, Esc and the arrows come back as what they mean everywhere.
                _ => Reply::Ignored,
            },
            _ => Reply::Handled,
        }
    }

    fn place(&self) -> Here {
        Here::alone(Place::PICKER).typing_here()
    }

    fn covers(&self) -> bool {
        false
    }
}
