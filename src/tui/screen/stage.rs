//! The stage box: the seven stages of attraction, what the one under the cursor asks for and how to work in it. Enter
//! moves the client there; back, and past a gate, with a reason.

use std::cell::Cell;

use ratatui::Frame;
use ratatui::layout::Rect;
use serde_json::json;

use super::client::facts::short_name;
use super::form;
use super::line_box::LineBox;
use super::meeting;
use super::named;
use crate::desk::{Made, Trouble};
use crate::domain::figures::View as Figures;
use crate::domain::figures::client_line::is_slow;
use crate::domain::gates::{Condition, Reasoned, gate};
use crate::domain::words::ClientStatus;
use crate::domain::{Amend, Arg, Client, Edit, Entity, Id, Sentence, playbook};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, Returned, View};
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;

/// Stages of the procedure.
const STAGES: i64 = 7;

/// No line of advice is longer: eyes lose it.
const WIDEST: u16 = 88;

/// Lines that a page key scrolls by.
const SCROLL: usize = 6;

pub struct StageBox {
    client: Id<Client>,
    /// The stage looked at; the client's own until the cursor was moved.
    at: Option<i64>,
    /// A reason is being asked for; true: to go past a gate.
    asking: Option<bool>,
    /// Lines beneath the stages that are scrolled away; drawing keeps it within them.
    scrolled: Cell<usize>,
    /// The client goes through the stages; one who was won or is gone does so no more.
    is_prospect: bool,
    moves: Kept<(), Vec<Reasoned>>,
    /// What is told beneath a stage, at a width.
    told: Kept<(i64, usize), Vec<(String, Tone)>>,
}

impl StageBox {
    pub fn new(client: Id<Client>) -> Self {
        Self {
            client,
            at: None,
            asking: None,
            scrolled: Cell::new(0),
            is_prospect: true,
            moves: Kept::default(),
            told: Kept::default(),
        }
    }

    fn stage(&self, view: &View<'_>) -> Option<i64> {
        view.book().client.get(self.client).and_then(|client| client.stage)
    }

    fn at(&self, view: &View<'_>) -> i64 {
        self.at.or(self.stage(view)).unwrap_or(1)
    }

    /// Where Enter goes: to the stage under the cursor, from one's own to the next.
    fn to(&self, view: &View<'_>) -> i64 {
        let at = self.at(view);
        if self.stage(view) == Some(at) { at + 1 } else { at }
    }

    fn move_cursor(&mut self, by: i64, view: &View<'_>) -> Reply {
        self.at = Some((self.at(view) + by).clamp(1, STAGES));
        self.scrolled.set(0);
        Reply::Handled
    }

    fn go(&mut self, forced: bool, view: &View<'_>) -> Reply {
        let to = self.to(view);
        let Some(stage) = self.stage(view).filter(|_| self.is_prospect) else {
            return Reply::Refuse(Sentence::new("stage-of-prospect"));
        };
        if to > STAGES {
            return Reply::Refuse(Sentence::new("stage-last"));
        }
        if !forced && to > stage {
            return self.amend(to, None, false);
        }
        self.asking = Some(forced);
        let id = if to < stage { "stage-why-back" } else { "stage-why-forced" };
        Reply::Open(Box::new(LineBox::new(view.say_with(id, &[("n", Arg::Count(to))]))))
    }

    fn amend(&self, to: i64, reason: Option<String>, force: bool) -> Reply {
        let fields = [("stage".to_owned(), to.into())].into_iter().collect();
        Reply::Make(Edit::Amend(Amend { reason, force, ..Amend::new(Entity::Client, self.client.uuid, fields) }))
    }

    /// The form of the text: one's own, or a new one that begins with the shipped text.
    fn edit(&self, view: &View<'_>) -> Reply {
        let stage = self.at(view);
        if let Some(own) = playbook::own(view.book(), stage, view.words.lang()) {
            return form::edit(Entity::Answer, own.head.uid, view).map_or(Reply::Ignored, Reply::Open);
        }
        let question = [("n", Arg::Count(stage)), ("name", Arg::text(name(view, stage)))];
        let given = json!({
            "question": view.say_with("playbook-question", &question), "body": shipped(view, stage),
            "kind": "playbook", "language": view.words.lang().word(), "topic": playbook::topic(stage),
        });
        let given = given.as_object().cloned().unwrap_or_default();
        Reply::Open(form::add(Entity::Answer, given, view))
    }

    /// The seven stages; the client's own says since when.
    fn stages(&self, view: &View<'_>, width: usize) -> Vec<(String, Tone)> {
        let client = view.book().client.get(self.client);
        let line = |stage: i64| {
            let own = client.filter(|client| client.stage == Some(stage));
            let since = own.map(|client| since(view, client)).unwrap_or_default();
            let mark = if stage == self.at(view) { view.marks.cursor } else { " " };
            let text = cells::both_ends(&format!("{mark}{stage} {}", name(view, stage)), &since, width, view.marks.cut);
            (text, if own.is_some() { Tone::Accent } else { Tone::Plain })
        };
        (1..=STAGES).map(line).collect()
    }

    /// What stands beneath: conditions, advice, moves that needed a reason.
    fn beneath(&self, view: &View<'_>, width: usize) -> Vec<(String, Tone)> {
        let stage = self.at(view);
        let rule = |title: &str, right: &str| (paint::rule_text(None, title, right, width, view), Tone::Rule);
        let mut lines = Vec::new();
        if !self.is_prospect {
            lines.extend(self.past_them(view, width));
        } else if let Some(client) = view.book().client.get(self.client) {
            lines.push(rule(&view.say_with("stage-to-leave", &[("n", Arg::Count(stage))]), ""));
            let gate = gate(view.book(), client, stage, view.today());
            lines.extend(gate.conditions.iter().flat_map(|condition| conditioned(condition, view, width)));
        }
        if stage == crate::domain::figures::meeting::STAGE {
            lines.push(rule(&view.say("meeting-situation"), ""));
            let told = meeting::lines(view, self.client).into_iter();
            lines.extend(
                told.flat_map(|(bits, _)| hung(view.marks.dot, &bits.text(), width)).map(|line| (line, Tone::Plain)),
            );
        }
        let own = playbook::own(view.book(), stage, view.words.lang());
        let right = own.map(|_| view.say("playbook-own")).unwrap_or_default();
        lines.push(rule(&view.say("playbook"), &right));
        let text = own.map_or_else(|| shipped(view, stage), |own| own.body.clone());
        let advice = text.lines().filter(|line| !line.trim().is_empty());
        lines.extend(advice.flat_map(|line| hung(view.marks.dot, line, width)).map(|line| (line, Tone::Plain)));
        let moves = self.moves.get((), view, || self.moved(view));
        if !moves.is_empty() {
            lines.push(rule(&view.say("stage-moved"), ""));
        }
        lines.extend(moves.iter().flat_map(|one| why(one, view, width)).map(|line| (line, Tone::Muted)));
        lines
    }

    /// What there is instead of a next stage.
    fn past_them(&self, view: &View<'_>, width: usize) -> Vec<(String, Tone)> {
        let Some(client) = view.book().client.get(self.client) else { return Vec::new() };
        let status = view.words.term(&client.status.term());
        let title = view.words.told(&view.words.label("client", "status"), &status);
        let mut told = vec![(paint::rule_text(None, &title, "", width, view), Tone::Rule)];
        let rule = view.say("stage-of-prospect");
        told.extend(hung(view.marks.dot, &rule, width).into_iter().map(|line| (line, Tone::Plain)));
        told
    }

    /// The newest first.
    fn moved(&self, view: &View<'_>) -> Vec<Reasoned> {
        view.desk.stage_moves(self.client).unwrap_or_default()
    }
}

fn name(view: &View<'_>, stage: i64) -> String {
    view.words.term(&format!("client.stage.{stage}"))
}

fn shipped(view: &View<'_>, stage: i64) -> String {
    view.say(&format!("playbook-stage-{stage}"))
}

fn since(view: &View<'_>, client: &Client) -> String {
    let day = client.stage_since.map_or_else(|| view.words.unknown(), |day| view.words.day_digits(day));
    let slow = is_slow(&Figures::on(view.book(), view.today()), client);
    view.say_with(if slow { "stage-slow-since" } else { "stage-since" }, &[("day", Arg::text(day))])
}

fn conditioned(condition: &Condition, view: &View<'_>, width: usize) -> Vec<(String, Tone)> {
    let (mark, tone) = if condition.met { ("+", Tone::Good) } else { ("-", Tone::Warn) };
    let text = view.words.sentence(&condition.text);
    hung(mark, &text, width).into_iter().map(|line| (line, tone)).collect()
}

fn why(one: &Reasoned, view: &View<'_>, width: usize) -> Vec<String> {
    let day = one.at.with_timezone(&view.book().settings().zone).date_naive();
    let id = if one.forced { "stage-forced" } else { "stage-went-back" };
    let what = view.say_with(id, &[("n", Arg::Count(one.to))]);
    let reason = view.private(one.reason.as_str());
    hung(view.marks.dot, &view.words.told(&format!("{} {what}", view.words.day_digits(day)), &reason), width)
}

/// A text behind its mark; what does not fit goes on beneath it.
fn hung(mark: &str, text: &str, width: usize) -> Vec<String> {
    let wrapped = cells::wrap(text.trim(), width.saturating_sub(3));
    let lines = wrapped.into_iter().enumerate();
    lines.map(|(n, line)| if n == 0 { format!(" {mark} {line}") } else { format!("   {line}") }).collect()
}

impl Layer for StageBox {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let width = area.width.saturating_sub(6).min(WIDEST);
        let stages = self.stages(view, usize::from(width));
        let told = self.told.get((self.at(view), usize::from(width)), view, || self.beneath(view, usize::from(width)));
        let height = u16::try_from(stages.len() + told.len()).unwrap_or(u16::MAX).min(area.height.saturating_sub(2));
        let client = view.book().client.get(self.client).map(short_name).unwrap_or_default();
        let title = view.words.told(&view.words.title("label.stage"), &client);
        let inside = paint::boxed(frame, area, &title, width, height, view);
        let room = usize::from(inside.height).saturating_sub(stages.len());
        let from = self.scrolled.get().min(told.len().saturating_sub(room));
        self.scrolled.set(from);
        let lines = stages.iter().chain(told.iter().skip(from));
        for (y, (line, tone)) in (0..inside.height).zip(lines) {
            paint::text(frame.buffer_mut(), inside, y, line, view.style(*tone), view);
        }
        let more = told.len().saturating_sub(from + room);
        if more > 0 {
            let key = view.commands.key_of(self.place(), Command::PageDown).unwrap_or_default();
            let text = format!(" +{more} {key} ");
            let cells = u16::try_from(cells::width(&text)).unwrap_or(0).min(inside.width);
            let place = Rect { x: inside.right() - cells, y: inside.bottom(), width: cells, height: 1 };
            paint::text(frame.buffer_mut(), place, 0, &text, view.style(Tone::Rule), view);
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        match input {
            Input::Do(Command::NextStage | Command::Open) => self.go(false, view),
            Input::Do(Command::PastGate) => self.go(true, view),
            Input::Do(Command::Edit) => self.edit(view),
            Input::Do(Command::Invite) => meeting::invite_client(self.client, view),
            Input::Do(Command::Down) => self.move_cursor(1, view),
            Input::Do(Command::Up) => self.move_cursor(-1, view),
            Input::Do(Command::First) => self.move_cursor(-STAGES, view),
            Input::Do(Command::Last) => self.move_cursor(STAGES, view),
            Input::Do(Command::PageDown | Command::HalfDown) => {
                self.scrolled.set(self.scrolled.get() + SCROLL);
                Reply::Handled
            }
            Input::Do(Command::PageUp | Command::HalfUp) => {
                self.scrolled.set(self.scrolled.get().saturating_sub(SCROLL));
                Reply::Handled
            }
            Input::Typed(command, argument) => {
                named::of_client(command, &argument, self.client, view).unwrap_or(Reply::Ignored)
            }
            Input::Returned(Returned::Text(reason)) => {
                let force = self.asking.take().unwrap_or(false);
                self.amend(self.to(view), Some(reason).filter(|reason| !reason.is_empty()), force)
            }
            _ => Reply::Ignored,
        }
    }

    fn made(&mut self, outcome: &Result<Made, Trouble>, _view: &View<'_>) -> Reply {
        if outcome.is_ok() {
            self.at = None;
        }
        Reply::Handled
    }

    fn opened(&mut self, view: &View<'_>) -> Reply {
        self.changed(view);
        Reply::Handled
    }

    fn changed(&mut self, view: &View<'_>) {
        let client = view.book().client.get(self.client);
        self.is_prospect = client.is_some_and(|client| client.status == ClientStatus::Prospect);
    }

    fn place(&self) -> Here {
        Here::screen(if self.is_prospect { Place::STAGE } else { Place::STAGES_PAST })
    }

    fn client(&self, _view: &View<'_>) -> Option<Id<Client>> {
        Some(self.client)
    }

    fn covers(&self) -> bool {
        false
    }
}
