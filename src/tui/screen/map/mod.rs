//! The decision map of a client as a grid to be filled in: people across, steps down. Keys pressed in one cell are
//! saved as one step when the cell is left. Which roles there are and what is wrong with them the domain knows.

mod acts;
mod boxes;
mod gathered;
mod grid;
mod heads;
mod picture;
mod source;
#[cfg(test)]
mod tests;
mod when;
mod words;

pub(crate) use acts::{add_interest, add_person};
pub(crate) use words::finding_text;

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use serde_json::Value as Json;

use boxes::Waiting;
use gathered::Gathered;
use grid::{Grid, ROWS, order};
use source::Source;

use super::gathering::{Gathering, Leaving, Saving};
use super::role_keys::is_role_key;
use crate::desk::{Made, Trouble};
use crate::domain::figures::contacts;
use crate::domain::map::{Ask, Changed, DecisionMap, Past, changed};
use crate::domain::words::RoleKind;
use crate::domain::{Arg, Client, Entity, Id, Person, Proposal, Sentence};
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, Unsaved, View};
use crate::tui::screen::client::head;
use crate::tui::target::Tab;

/// Lines that a page key scrolls by.
const SCROLL: isize = 6;

/// The map as it was last computed, and of what.
struct Computed {
    step: i64,
    ask: Ask,
    map: Rc<DecisionMap>,
    /// What differs from the map of the last visit, once it was asked for.
    since: OnceCell<Rc<[Changed]>>,
}

pub struct Map {
    client: Id<Client>,
    person: Option<Id<Person>>,
    kind: RoleKind,
    offer: Option<Id<Proposal>>,
    /// Another day than today.
    day: Option<NaiveDate>,
    since_last: bool,
    gathering: Gathering<Gathered>,
    source: Source,
    waiting: Waiting,
    computed: RefCell<Option<Computed>>,
    drawn: RefCell<Vec<(Rect, Id<Person>, RoleKind)>>,
    /// The finding that Tab went to last.
    finding: Cell<Option<usize>>,
    /// Lines beneath the grid that are scrolled away; drawing keeps it within them.
    scrolled: Cell<usize>,
}

impl Map {
    pub fn new(client: Id<Client>) -> Self {
        Self {
            client,
            person: None,
            kind: RoleKind::Decides,
            offer: None,
            day: None,
            since_last: false,
            gathering: Gathering::default(),
            source: Source::default(),
            waiting: Waiting::Nothing,
            computed: RefCell::new(None),
            drawn: RefCell::new(Vec::new()),
            finding: Cell::new(None),
            scrolled: Cell::new(0),
        }
    }

    /// The map of a draft.
    pub fn of_draft(key: &str) -> Option<Self> {
        key.strip_prefix("map.client.")?.parse().ok().map(|uuid| Self::new(Id::new(uuid)))
    }

    fn key(&self) -> String {
        format!("map.client.{}", self.client)
    }

    /// The map of what is asked for; computed anew only after a step or for another day or offer.
    fn map(&self, view: &View<'_>) -> Rc<DecisionMap> {
        let ask = Ask::today(self.client, view.today()).offer(self.offer).as_of(self.day.unwrap_or(view.today()));
        let step = view.desk.last_step();
        let mut computed = self.computed.borrow_mut();
        if let Some(known) = computed.as_ref().filter(|known| known.step == step && known.ask == ask) {
            return Rc::clone(&known.map);
        }
        // A journal that cannot be read was told when it happened; the map then stands as the rows say.
        let past = view.desk.past_of(self.client, ask.as_of).unwrap_or_else(|_| Past::default());
        let map = Rc::new(DecisionMap::of(view.book(), ask, &past));
        *computed = Some(Computed { step, ask, map: Rc::clone(&map), since: OnceCell::new() });
        map
    }

    fn gathered(&self) -> Option<&Gathered> {
        self.gathering.shown()
    }

    /// The person under the cursor: the first one until it was moved.
    fn cursor(&self, map: &DecisionMap) -> Option<Id<Person>> {
        let order = order(map);
        let there = self.person.filter(|person| order.iter().any(|column| column.person == *person));
        there.or_else(|| order.first().map(|column| column.person))
    }

    /// The day of the last visit held before the day looked at, while what is newer is marked.
    fn since_day(&self, view: &View<'_>) -> Option<NaiveDate> {
        let last = contacts::held(view.book(), self.client, self.day.unwrap_or(view.today()))
            .first()
            .map(|visit| visit.day(view.book().settings().zone));
        last.filter(|_| self.since_last)
    }

    /// What has come, gone or changed since then.
    fn changed_since(&self, map: &DecisionMap, day: NaiveDate, view: &View<'_>) -> Rc<[Changed]> {
        let compute = || {
            let past = view.desk.past_of(self.client, day).unwrap_or_else(|_| Past::default());
            changed(&DecisionMap::of(view.book(), map.ask.as_of(day), &past), map).into()
        };
        let computed = self.computed.borrow();
        computed.as_ref().map_or_else(compute, |computed| Rc::clone(computed.since.get_or_init(compute)))
    }

    /// Where the cells were drawn, for clicks.
    fn remember(&self, grid: &Grid<'_>, area: Rect, first: u16) {
        let mut drawn = self.drawn.borrow_mut();
        drawn.clear();
        for (y, kind) in (area.y + first..area.bottom()).zip(ROWS) {
            for x in 0..area.width {
                if let Some(person) = grid.column_at(usize::from(x)) {
                    drawn.push((Rect { x: area.x + x, y, width: 1, height: 1 }, person, kind));
                }
            }
        }
    }

    /// Whether a key of the language was taken.
    fn press(&mut self, command: Command, view: &View<'_>) -> Reply {
        if self.day.is_some() {
            return self.as_it_was();
        }
        let map = self.map(view);
        let Some(person) = self.cursor(&map) else { return Reply::Refuse(Sentence::new("map-empty")) };
        let Some(column) = map.column(person) else { return Reply::Handled };
        if self.gathering.is_of_another(&person) {
            return self.leave(Some(command), view).unwrap_or(Reply::Handled);
        }
        let mut gathered = self.gathering.take().unwrap_or_else(|| Gathered::of(&map, column));
        gathered.facts.on(command, Some(self.kind));
        self.waiting = Waiting::Nothing;
        self.person = Some(person);
        self.gathering.set(gathered.facts.is_changed().then_some(gathered));
        Reply::Handled
    }

    /// Saves what was gathered, once it is known by what it is confirmed; `then` is done afterwards.
    fn leave(&mut self, then: Option<Command>, view: &View<'_>) -> Option<Reply> {
        let map = self.map(view);
        let gathered = self.gathering.now()?;
        let (person, confirmed) = (gathered.person, self.source.of(gathered, &map, view));
        if confirmed.is_none() && gathered.confirms() {
            return Some(self.ask_for_source(person, Waiting::SourceToSave(then), &map, view));
        }
        let gathered = self.gathering.take()?;
        let edit = gathered.edit(&map, view.book(), confirmed, self.source.chosen(person));
        Some(self.gathering.save(gathered, edit, then))
    }

    /// The keys gathered in this cell are taken back; nothing was saved.
    fn forget(&mut self, told: Sentence) -> Reply {
        self.gathering.set(None);
        self.waiting = Waiting::Nothing;
        Reply::forget_draft_saying(self.key(), told)
    }

    /// By what the cell is confirmed was asked, and not answered; no key was pressed since.
    fn is_left_open(&self) -> bool {
        matches!(self.waiting, Waiting::SourceToSave(_))
    }

    fn command(&mut self, command: Command, view: &View<'_>) -> Reply {
        if is_role_key(command) {
            return self.press(command, view);
        }
        match (self.gathering.leaving(command), command) {
            (Leaving::No, _) | (Leaving::Save(_), Command::Source) => {}
            (Leaving::Forget, _) => return self.forget(Sentence::new("draft-discarded")),
            (Leaving::Save(_), Command::Back) if self.is_left_open() => {
                return self.forget(Sentence::new("nothing-saved"));
            }
            (Leaving::Save(_), Command::Open) => return self.leave(None, view).unwrap_or(Reply::Handled),
            (Leaving::Save(then), _) => return self.leave(then, view).unwrap_or(Reply::Handled),
        }
        let map = self.map(view);
        if self.moved(command, &map) {
            return Reply::Handled;
        }
        let person = self.cursor(&map);
        match command {
            Command::PageDown | Command::HalfDown => self.scroll(SCROLL),
            Command::PageUp | Command::HalfUp => self.scroll(-SCROLL),
            Command::AskNextVisit => acts::ask_next(&map, person, self.kind, view),
            Command::WhichMap => {
                self.offer = when::next_offer(view.book(), self.client, self.offer);
                Reply::Handled
            }
            Command::EarlierChange => self.go_to_change(false, view),
            Command::LaterChange => self.go_to_change(true, view),
            Command::SinceLast => {
                self.since_last = !self.since_last;
                Reply::Handled
            }
            Command::Remove | Command::Edit | Command::Open if self.day.is_some() => self.as_it_was(),
            Command::Remove => match person.and_then(|person| acts::end_role(&map, person, self.kind)) {
                Some(edit) => Reply::Make(edit),
                None => Reply::Ignored,
            },
            Command::Edit | Command::Open => match person.and_then(|person| acts::edit_role(&map, person, self.kind)) {
                Some(target) => Reply::Go(target),
                None => Reply::Ignored,
            },
            _ => match head::on(command, self.client, view) {
                Some(reply) => reply,
                None => self.ask_for(command, &map, view),
            },
        }
    }

    /// The map of a past day is looked at and not edited.
    fn as_it_was(&self) -> Reply {
        self.day.map_or(Reply::Ignored, |day| Reply::Refuse(Sentence::new("map-as-of").date("date", day)))
    }

    fn scroll(&self, lines: isize) -> Reply {
        self.scrolled.set(self.scrolled.get().saturating_add_signed(lines));
        Reply::Handled
    }

    /// Moves the cursor; whether it was a key of moving.
    fn moved(&mut self, command: Command, map: &DecisionMap) -> bool {
        let order = order(map);
        let column = self.cursor(map).and_then(|person| order.iter().position(|column| column.person == person));
        let row = ROWS.iter().position(|kind| *kind == self.kind).unwrap_or(0);
        let (mut to_column, mut to_row) = (column.unwrap_or(0), row);
        match command {
            Command::Left => to_column = to_column.saturating_sub(1),
            Command::Right => to_column += 1,
            Command::Up => to_row = to_row.saturating_sub(1),
            Command::Down => to_row += 1,
            Command::First => to_row = 0,
            Command::Last => to_row = ROWS.len(),
            Command::NextPane | Command::PreviousPane => return self.go_to_finding(command == Command::NextPane, map),
            _ => return false,
        }
        self.person = order.get(to_column.min(order.len().saturating_sub(1))).map(|column| column.person);
        self.kind = ROWS[to_row.min(ROWS.len() - 1)];
        true
    }

    /// To the cell of the next finding.
    fn go_to_finding(&mut self, forward: bool, map: &DecisionMap) -> bool {
        let len = map.findings.len();
        if len == 0 {
            return true;
        }
        let next = match (self.finding.get(), forward) {
            (None, true) => 0,
            (None, false) => len - 1,
            (Some(at), true) => (at + 1) % len,
            (Some(at), false) => (at + len - 1) % len,
        };
        self.finding.set(Some(next));
        if let Some(finding) = map.findings.get(next) {
            self.kind = finding.step.unwrap_or(self.kind);
            self.person = finding.person.or(self.person);
        }
        true
    }

    /// To the day of the change before or after the one looked at; past the last one is today.
    fn go_to_change(&mut self, later: bool, view: &View<'_>) -> Reply {
        let days = crate::domain::map::days(view.book(), self.client, view.today());
        let now = self.day.unwrap_or(view.today());
        let found = if later {
            days.iter().find(|day| **day > now).copied()
        } else {
            days.iter().rev().find(|day| **day < now).copied()
        };
        match found {
            Some(day) => self.day = Some(day).filter(|day| *day < view.today()),
            None if later => self.day = None,
            None => {}
        }
        Reply::Handled
    }

    fn click(&mut self, x: u16, y: u16, view: &View<'_>) -> Reply {
        let hit = self.drawn.borrow().iter().find(|(cell, ..)| cell.contains((x, y).into())).copied();
        let Some((_, person, kind)) = hit else { return Reply::Ignored };
        let reply = self.leave(None, view).unwrap_or(Reply::Handled);
        // While a source is asked for, the cell is not left.
        if self.gathering.now().is_none() {
            (self.person, self.kind) = (Some(person), kind);
        }
        reply
    }
}

impl Layer for Map {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        picture::draw(self, &self.map(view), frame, area, view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        match input {
            Input::Do(command) => self.command(command, view),
            Input::Returned(returned) => self.returned(returned, view),
            Input::Typed(Command::AsOf, text) => self.go_to_day(text.trim(), view),
            Input::Click { x, y } => self.click(x, y, view),
            Input::Walked(client) => head::walked(client, Tab::Map),
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::section(Place::MAP, Place::CLIENT)
    }

    fn opened(&mut self, view: &View<'_>) -> Reply {
        let Ok(Some(draft)) = view.desk.draft(&self.key()) else { return Reply::Handled };
        let read: Option<Json> = serde_json::from_str(&draft.text).ok();
        let Some(gathered) = read.as_ref().and_then(Gathered::from_json) else { return Reply::Handled };
        // Which map the keys were pressed on and what was to confirm them belong to what they meant.
        self.offer = gathered.offer.filter(|offer| view.book().proposal.get(*offer).is_some());
        if self.offer != gathered.offer {
            return Reply::forget_draft(self.key());
        }
        self.source = read.as_ref().and_then(|json| Source::from_json(json.get("source")?)).unwrap_or_default();
        self.person = Some(gathered.person);
        self.gathering.set(Some(gathered));
        let at = draft.at.with_timezone(&view.book().settings().zone).naive_local();
        Reply::Say(Sentence::new("draft-restored").with("time", Arg::Time(at)))
    }

    fn made(&mut self, outcome: &Result<Made, Trouble>, _view: &View<'_>) -> Reply {
        match self.gathering.made(outcome) {
            Saving::Other => {}
            Saving::Saved(reply) => return reply,
            Saving::Kept(person) => {
                self.person = Some(person);
                return Reply::Handled;
            }
        }
        let Ok(made) = outcome else { return Reply::Handled };
        let new = made.changed.iter().find(|(entity, _)| *entity == Entity::Affiliation);
        let person = made.changed.iter().find(|(entity, _)| *entity == Entity::Person);
        if let (Some(_), Some((_, uuid))) = (new, person) {
            self.person = Some(Id::new(*uuid));
        }
        Reply::Handled
    }

    fn client(&self, _view: &View<'_>) -> Option<Id<Client>> {
        Some(self.client)
    }

    fn draft(&self) -> Option<Unsaved> {
        let gathered = self.gathered()?;
        let mut json = gathered.to_json();
        json["source"] = self.source.to_json();
        Some(Unsaved { key: self.key(), text: json.to_string() })
    }
}
