//! Two records that are one: another client or person goes into the one on the screen. What would move is told, what
//! differs is chosen, and all of it is one step.

mod prepared;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use uuid::Uuid;

use prepared::{Prepared, Wish};

use super::form::name;
use crate::desk::{Made, Trouble};
use crate::domain::edit::Take;
use crate::domain::text::fold;
use crate::domain::words::ClientStatus;
use crate::domain::{Arg, Client, Entity, Id, Person, Record, Sentence};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, Returned, View};
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;
use crate::tui::widget::list::List;
use crate::tui::widget::picker::{Candidate, Picker};

pub struct Merge {
    entity: Entity,
    keep: Uuid,
    /// The one that goes into it, once it is chosen.
    gone: Option<Uuid>,
    /// What was typed after the command.
    begun: String,
    take: BTreeMap<String, Take>,
    prepared: Kept<Wish, Prepared>,
    list: List,
    width: Cell<usize>,
}

/// One line of the page.
enum Shown {
    Text(String, Tone),
    /// One side of something that differs: its name, the side, whether it is chosen, and the words.
    Side(String, Take, bool, String),
}

impl Merge {
    pub fn client(keep: Id<Client>, begun: &str) -> Reply {
        Self::open(Entity::Client, keep.uuid, begun)
    }

    pub fn person(keep: Id<Person>, begun: &str) -> Reply {
        Self::open(Entity::Person, keep.uuid, begun)
    }

    fn open(entity: Entity, keep: Uuid, begun: &str) -> Reply {
        Reply::Open(Box::new(Self {
            entity,
            keep,
            gone: None,
            begun: begun.trim().to_owned(),
            take: BTreeMap::new(),
            prepared: Kept::default(),
            list: List::default(),
            width: Cell::new(80),
        }))
    }

    /// Asks which record goes into this one.
    fn ask(&self, view: &View<'_>) -> Reply {
        let others = view.book().records(self.entity);
        let others = others.into_iter().filter(|record| record.uuid() != self.keep && may_go(record, self.keep, view));
        let mut candidates: Vec<Candidate> = others
            .map(|record| Candidate {
                uuid: record.uuid(),
                name: name::of_record(&record, view),
                beside: name::beside(&record, view),
                also: name::also(&record),
            })
            .collect();
        candidates.sort_by_key(|candidate| fold(&candidate.name));
        let title = view.say_with("merge-which", &[("name", Arg::text(prepared::name(self.entity, self.keep, view)))]);
        Reply::Open(Box::new(Picker::new(title, candidates, false).begun(&self.begun)))
    }

    fn wish(&self) -> Option<Wish> {
        let gone = self.gone?;
        Some(Wish { entity: self.entity, keep: self.keep, gone, take: self.take.clone() })
    }

    fn prepared(&self, wish: &Wish, view: &View<'_>) -> Rc<Prepared> {
        self.prepared.get(wish.clone(), view, || Prepared::of(wish, view))
    }

    fn pair(&self, gone: Uuid, view: &View<'_>) -> [(&'static str, Arg); 2] {
        let name = |uuid| Arg::text(prepared::name(self.entity, uuid, view));
        [("gone", name(gone)), ("keep", name(self.keep))]
    }

    fn lines(&self, view: &View<'_>) -> Vec<Shown> {
        let room = self.width.get().saturating_sub(2);
        let mut lines = Vec::new();
        let mut told = |text: String, tone: Tone| {
            lines.extend(cells::wrap(&text, room).into_iter().map(|line| Shown::Text(line, tone)));
        };
        let Some(wish) = self.wish() else {
            told(view.say("merge-none-chosen"), Tone::Muted);
            return lines;
        };
        let prepared = self.prepared(&wish, view);
        if let Some(why) = &prepared.refused {
            told(view.words.sentence(why), Tone::Bad);
            return lines;
        }
        let [gone, keep] = self.pair(wish.gone, view);
        if prepared.moves.is_empty() {
            told(view.say_with("merge-moves-nothing", &[gone, keep]), Tone::Muted);
        } else {
            let list = ("list", Arg::text(prepared.moved(view)));
            told(view.say_with("merge-moves", &[gone, keep, list]), Tone::Plain);
        }
        for fact in &prepared.facts {
            let chosen = wish.take.get(&fact.key).copied();
            let tone = if chosen.is_none() { Tone::Warn } else { Tone::Title };
            lines.push(Shown::Text(String::new(), Tone::Plain));
            lines.push(Shown::Text(fact.label.clone(), tone));
            let side = |(side, text): &(Take, String)| {
                Shown::Side(fact.key.clone(), *side, chosen == Some(*side), text.clone())
            };
            lines.extend(fact.sides.iter().map(side));
        }
        lines
    }

    /// Takes the side under the cursor; before anybody is chosen, asks who.
    fn choose(&mut self, view: &View<'_>) -> Reply {
        if self.gone.is_none() {
            return self.ask(view);
        }
        let Some(Shown::Side(key, side, ..)) = self.lines(view).into_iter().nth(self.list.at) else {
            return Reply::Handled;
        };
        self.take.insert(key, side);
        self.to_next_open(view);
        Reply::Handled
    }

    /// The cursor goes to the first fact of which nothing is chosen.
    fn to_next_open(&mut self, view: &View<'_>) {
        let lines = self.lines(view);
        let is_open = |line: &Shown| matches!(line, Shown::Side(key, ..) if !self.take.contains_key(key));
        if let Some(at) = lines.iter().position(is_open) {
            self.list.at = at;
        }
    }

    fn save(&self, view: &View<'_>) -> Reply {
        let Some(wish) = self.wish() else { return self.ask(view) };
        let prepared = self.prepared(&wish, view);
        if let Some(why) = &prepared.refused {
            return Reply::Refuse(why.clone());
        }
        let open: Vec<String> = prepared.open(&wish).map(|fact| fact.label.clone()).collect();
        if !open.is_empty() {
            let sentence = Sentence::new("merge-facts-differ").count("n", open.len());
            return Reply::Refuse(sentence.with("list", Arg::texts(open)));
        }
        let [gone, keep] = self.pair(wish.gone, view);
        let question = Sentence::new("merge-ask").with(gone.0, gone.1).with(keep.0, keep.1);
        let moved: usize = prepared.moves.iter().map(|(_, n)| n).sum();
        Reply::Ask(question.count("n", moved), Box::new(Reply::Make(wish.edit())))
    }

    fn line(line: &Shown, width: usize, view: &View<'_>) -> Line<'static> {
        match line {
            Shown::Text(text, tone) => Line::from(Span::styled(text.clone(), view.style(*tone))),
            Shown::Side(_, _, chosen, text) => {
                let (mark, tone) = if *chosen { ("[x]", Tone::Accent) } else { ("[ ]", Tone::Plain) };
                let text = view.fit(text, width.saturating_sub(4));
                Line::from(Span::styled(format!("{mark} {text}"), view.style(tone)))
            }
        }
    }
}

/// Merged records went already; a company is no individual.
fn may_go(record: &Record, keep: Uuid, view: &View<'_>) -> bool {
    match record {
        Record::Client(row) => {
            let kind = view.book().client.by_uuid(keep).map(|keep| keep.kind);
            row.status != ClientStatus::Merged && kind == Some(row.kind)
        }
        Record::Person(row) => row.merged_into.is_none(),
        _ => false,
    }
}

impl Layer for Merge {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.width.set(usize::from(area.width));
        let title = match self.gone {
            Some(gone) => view.say_with("merge-title", &self.pair(gone, view)),
            None => view.say_with("merge-which", &[("name", Arg::text(prepared::name(self.entity, self.keep, view)))]),
        };
        let buf = frame.buffer_mut();
        paint::text(buf, area, 0, &format!(" {title}"), view.style(Tone::Title), view);
        paint::rule(buf, area, 1, None, "", "", view);
        let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let lines = self.lines(view);
        self.list.draw(buf, below, lines.len(), true, view, |n, width| Self::line(&lines[n], width, view));
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let len = self.lines(view).len();
        match input {
            Input::Returned(Returned::Record(gone)) => {
                self.gone = Some(gone);
                self.take.clear();
                self.to_next_open(view);
                Reply::Handled
            }
            Input::Do(Command::Save) => self.save(view),
            Input::Do(Command::Choose | Command::Open) => self.choose(view),
            Input::Do(command) if self.list.on(command, len) => Reply::Handled,
            Input::Wheel(by) => {
                self.list.on(if by > 0 { Command::Down } else { Command::Up }, len);
                Reply::Handled
            }
            _ => Reply::Ignored,
        }
    }

    fn opened(&mut self, view: &View<'_>) -> Reply {
        self.ask(view)
    }

    fn made(&mut self, outcome: &Result<Made, Trouble>, _view: &View<'_>) -> Reply {
        if outcome.is_ok() { Reply::Close } else { Reply::Handled }
    }

    fn place(&self) -> Here {
        Here::screen(Place::MERGE)
    }
}
