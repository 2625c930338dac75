//! Boxes of the map: each key that asks for something, and what becomes of the answer.

use super::{Map, acts, words};
use crate::domain::map::DecisionMap;
use crate::domain::{Arg, Id, Person, Sentence};
use crate::tui::command::Command;
use crate::tui::layer::{Layer, Reply, Returned, View};
use crate::tui::screen::after::typed;
use crate::tui::screen::line_box::LineBox;

/// What the answer of a box is for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Waiting {
    Nothing,
    Source,
    /// What was gathered waits for it; then this is done.
    SourceToSave(Option<Command>),
    Reason,
    Interest,
    Column,
    LineTo,
    LineKind(Id<Person>),
    NewPerson,
    Day,
}

impl Map {
    /// Keys that open a box; what was chosen there comes back as [`Input::Returned`].
    pub(super) fn ask_for(&mut self, command: Command, map: &DecisionMap, view: &View<'_>) -> Reply {
        let changes = matches!(
            command,
            Command::Source | Command::Absent | Command::Interests | Command::Line | Command::Add | Command::AddPerson
        );
        if changes && self.day.is_some() {
            return self.as_it_was();
        }
        let person = self.cursor(map);
        let (waiting, layer): (Waiting, Box<dyn Layer>) = match (command, person) {
            (Command::Source, Some(person)) => return self.ask_for_source(person, Waiting::Source, map, view),
            (Command::Absent, _) => match map.row(self.kind).filter(|row| row.absent.is_some()) {
                Some(_) => return acts::absent(view, self.client, self.kind, None).map_or(Reply::Ignored, Reply::Make),
                None if !self.kind.is_step() => return Reply::Refuse(Sentence::new("map-no-step")),
                None => {
                    let step = Arg::word(self.kind.term());
                    let title = view.say_with("map-absent-why", &[("step", step)]);
                    (Waiting::Reason, Box::new(LineBox::new(title)))
                }
            },
            (Command::Interests, Some(person)) => {
                let name = view.book().person.get(person).map(Person::short_name).unwrap_or_default();
                let title = view.say_with("map-interests-of", &[("person", Arg::text(name))]);
                let known = words::interests(view, self.client, person);
                let known = known.into_iter().map(|text| view.private(text)).collect();
                (Waiting::Interest, Box::new(LineBox::new(title).above(known)))
            }
            (Command::Line, Some(person)) => {
                (Waiting::LineTo, Box::new(acts::pick_person(map, "map-line-to", Some(person), view)))
            }
            (Command::ToPerson, Some(_)) => {
                (Waiting::Column, Box::new(acts::pick_person(map, "map-to-person", None, view)))
            }
            (Command::Add | Command::AddPerson, _) => {
                let how = vec![view.say("map-new-person-how")];
                (Waiting::NewPerson, Box::new(LineBox::new(view.say("map-new-person")).above(how)))
            }
            (Command::AsOf, _) => (Waiting::Day, Box::new(LineBox::new(view.say("map-as-of-which")))),
            _ => return Reply::Ignored,
        };
        self.waiting = waiting;
        Reply::Open(layer)
    }

    /// Asks by what something of a person is confirmed.
    pub(super) fn ask_for_source(
        &mut self,
        person: Id<Person>,
        waiting: Waiting,
        map: &DecisionMap,
        view: &View<'_>,
    ) -> Reply {
        self.waiting = waiting;
        let mut picker = acts::pick_source(map, person, self.source.written.as_deref(), view);
        if let Waiting::SourceToSave(_) = waiting {
            let key = |command| view.commands.key_of(self.place(), command).unwrap_or_default();
            let told = Sentence::new("map-not-saved").text("back", key(Command::Back));
            picker = picker.leaving(told.text("key", key(Command::LessSure)));
        }
        Reply::Open(Box::new(picker))
    }

    pub(super) fn returned(&mut self, returned: Returned, view: &View<'_>) -> Reply {
        let waiting = std::mem::replace(&mut self.waiting, Waiting::Nothing);
        let map = self.map(view);
        let person = self.cursor(&map);
        match (waiting, returned, person) {
            (Waiting::Source | Waiting::SourceToSave(_), chosen, Some(cursor)) => {
                let person = self.gathered().map_or(cursor, |gathered| gathered.person);
                if let Some(chosen) = acts::source(chosen, self.source.written.as_deref()) {
                    self.source.choose(person, chosen);
                }
                if let Waiting::SourceToSave(then) = waiting {
                    return self.leave(then, view).unwrap_or(Reply::Handled);
                }
            }
            (Waiting::Reason, Returned::Text(reason), _) => {
                let edit = acts::absent(view, self.client, self.kind, Some(&reason));
                return edit.map_or(Reply::Handled, Reply::Make);
            }
            (Waiting::Interest, Returned::Text(text), Some(person)) if !text.is_empty() => {
                return Reply::Make(acts::add_interest(self.client, person, &text));
            }
            (Waiting::Column, Returned::Record(uuid), _) => self.person = Some(Id::new(uuid)),
            (Waiting::LineTo, Returned::Record(uuid), _) => {
                self.waiting = Waiting::LineKind(Id::new(uuid));
                return Reply::Open(Box::new(acts::pick_line(view)));
            }
            (Waiting::LineKind(to), Returned::Record(chosen), Some(from)) => {
                return acts::add_line(self.client, from, to, chosen).map_or(Reply::Handled, Reply::Make);
            }
            (Waiting::NewPerson, Returned::Text(text), _) => {
                return acts::add_person(self.client, &text, view).map_or(Reply::Handled, Reply::Make);
            }
            (Waiting::Day, Returned::Text(text), _) => return self.go_to_day(&text, view),
            _ => {}
        }
        Reply::Handled
    }

    pub(super) fn go_to_day(&mut self, text: &str, view: &View<'_>) -> Reply {
        if text.is_empty() {
            self.day = None;
            return Reply::Handled;
        }
        match typed::day(text, view) {
            Ok(day) => {
                self.day = Some(day).filter(|day| *day < view.today());
                Reply::Handled
            }
            Err(wrong) => Reply::Refuse(wrong),
        }
    }
}
