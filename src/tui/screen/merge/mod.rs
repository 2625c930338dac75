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

use prepared::{Fact, Prepared, Wish};

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
use crate::tui::widget::picker::{Candidate, Picker};
use crate::tui::widget::sheet::{Lines, Sheet};

pub struct Merge {
    entity: Entity,
    keep: Uuid,
    /// The one that goes into it, once it is chosen.
    gone: Option<Uuid>,
    /// What was typed after the command.
    begun: String,
    take: BTreeMap<String, Take>,
    prepared: Kept<Wish, Prepared>,
    sheet: Sheet,
    width: Cell<usize>,
}

/// The lines of the page, and the side of something that differs that each of its rows stands for.
#[derive(Default)]
struct Page {
    lines: Lines,
    sides: Vec<(String, Take)>,
}

impl Page {
    fn told(&mut self, text: &str, tone: Tone, room: usize, view: &View<'_>) {
        for line in cells::wrap(text, room) {
            self.lines.text(Line::from(Span::styled(line, view.style(tone))));
        }
    }

    /// What differs, and its sides one under another.
    fn fact(&mut self, fact: &Fact, chosen: Option<Take>, room: usize, view: &View<'_>) {
        let tone = if chosen.is_none() { Tone::Warn } else { Tone::Title };
        self.told("", Tone::Plain, room, view);
        self.told(&fact.label, tone, room, view);
        for (side, text) in &fact.sides {
            let (mark, tone) = if chosen == Some(*side) { ("[x]", Tone::Accent) } else { ("[ ]", Tone::Plain) };
            let text = view.fit(text, room.saturating_sub(4));
            self.lines.row(Line::from(Span::styled(format!("{mark} {text}"), view.style(tone))));
            self.sides.push((fact.key.clone(), *side));
        }
    }
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
            sheet: Sheet::default(),
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

    fn page(&self, view: &View<'_>) -> Page {
        let room = self.width.get().saturating_sub(2);
        let mut page = Page::default();
        let Some(wish) = self.wish() else {
            page.told(&view.say("merge-none-chosen"), Tone::Muted, room, view);
            return page;
        };
        let prepared = self.prepared(&wish, view);
        if let Some(why) = &prepared.refused {
            page.told(&view.words.sentence(why), Tone::Bad, room, view);
            return page;
        }
        let [gone, keep] = self.pair(wish.gone, view);
        if prepared.moves.is_empty() {
            page.told(&view.say_with("merge-moves-nothing", &[gone, keep]), Tone::Muted, room, view);
        } else {
            let list = ("list", Arg::text(prepared.moved(view)));
            page.told(&view.say_with("merge-moves", &[gone, keep, list]), Tone::Plain, room, view);
        }
        for fact in &prepared.facts {
            page.fact(fact, wish.take.get(&fact.key).copied(), room, view);
        }
        page
    }

    /// Takes the side under the cursor; before anybody is chosen, asks who.
    fn choose(&mut self, view: &View<'_>) -> Reply {
        if self.gone.is_none() {
            return self.ask(view);
        }
        let Some((key, side)) = self.page(view).sides.get(self.sheet.at).cloned() else { return Reply::Handled };
        self.take.insert(key, side);
        self.to_next_open(view);
        Reply::Handled
    }

    /// The cursor goes to the first fact of which nothing is chosen.
    fn to_next_open(&mut self, view: &View<'_>) {
        let open = self.page(view).sides.iter().position(|(key, _)| !self.take.contains_key(key));
        self.sheet.at = open.unwrap_or(self.sheet.at);
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
        self.sheet.draw(buf, below, &self.page(view).lines, true, view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        match input {
            Input::Returned(Returned::Record(gone)) => {
                self.gone = Some(gone);
                self.take.clear();
                self.to_next_open(view);
                Reply::Handled
            }
            Input::Do(Command::Save) => self.save(view),
            Input::Do(Command::Choose | Command::Open) => self.choose(view),
            Input::Do(command) if self.sheet.on(command, &self.page(view).lines) => Reply::Handled,
            Input::Wheel(by) => {
                self.sheet.on(if by > 0 { Command::Down } else { Command::Up }, &self.page(view).lines);
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
