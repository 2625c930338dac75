//! What a command means where the screen has no meaning of its own for it.

use std::rc::Rc;

use super::App;
use crate::domain::figures::which_visit;
use crate::domain::{Client, Entity, Id, Row, Sentence};
use crate::i18n::{Lang, Words};
use crate::tui::command::Command;
use crate::tui::layer::{Input, Layer};
use crate::tui::screen;
use crate::tui::status::Mood;
use crate::tui::target::{Tab, Target};
use crate::tui::terminal::Outside;
use crate::tui::widget::help::Help;
use crate::tui::widget::palette::Palette;

impl App {
    pub(super) fn everywhere(&mut self, command: Command, argument: &str, outside: &mut dyn Outside) {
        if let Some(target) = main_screen(command) {
            self.house.by_week.set(self.house.by_week.get() || command == Command::GoWeek);
            return self.switch(&target, outside);
        }
        if command.is_about_client() {
            return self.of_client(command, outside);
        }
        match command {
            Command::Back => self.close(),
            Command::Quit => self.quit(outside),
            Command::Palette => self.palette(outside),
            Command::Help => self.help(outside),
            Command::Undo => self.undo(outside),
            Command::Redo => self.redo(),
            Command::JumpBack => self.jump_back(),
            Command::NextClient => self.walk(1, outside),
            Command::PreviousClient => self.walk(-1, outside),
            Command::Search => self.go(&Target::Search, outside),
            Command::Privacy => self.privacy(),
            Command::Lock => self.lock(outside),
            Command::Redraw => self.clear = true,
            Command::Suspend => self.suspend(outside),
            Command::Write => self.command(Command::Save, outside),
            Command::WriteQuit => {
                self.command(Command::Save, outside);
                self.quit(outside);
            }
            Command::Discard => self.discard(),
            _ => {
                let view = self.house.view();
                let client = self.top().and_then(|layer| layer.client(&view));
                let reply = screen::named(command, argument, client, &view);
                self.obey(reply, outside);
            }
        }
    }

    /// One level up; from the first screen out of the program, from another main screen to the first.
    fn quit(&mut self, outside: &mut dyn Outside) {
        if self.stack.len() > 1 {
            return self.close();
        }
        let first = screen::first(&self.house.view());
        if self.top().is_some_and(|layer| layer.place() == first.place()) {
            return self.end();
        }
        if !self.may_leave(true) {
            return;
        }
        self.stack.clear();
        self.open(first, outside);
    }

    fn help(&mut self, outside: &mut dyn Outside) {
        let view = self.house.view();
        let Some(top) = self.top() else { return };
        let help = Help::new(top.place(), top.client(&view).is_some());
        self.open(Box::new(help), outside);
    }

    fn palette(&mut self, outside: &mut dyn Outside) {
        let Some(here) = self.top().map(Layer::place) else { return };
        let english = |id: &str| Words::new(Lang::En).say(id);
        let palette = Palette::new(here, self.recent.clone(), &self.house.view(), english);
        self.open(Box::new(palette), outside);
    }

    fn privacy(&mut self) {
        self.house.privacy = !self.house.privacy;
        self.say(if self.house.privacy { "privacy-on" } else { "privacy-off" });
    }

    /// On to the neighbour in the nearest list beneath that has the client, else in the list of all clients.
    fn walk(&mut self, step: isize, outside: &mut dyn Outside) {
        let view = self.house.view();
        let Some(client) = self.top().and_then(|layer| layer.client(&view)) else {
            return self.tell(&Sentence::new("no-client-here"), Mood::Refused);
        };
        let mut beneath = self.stack.iter().enumerate().rev().skip(1);
        let has = |order: &Rc<Vec<Id<Client>>>| order.contains(&client);
        let list = beneath.find_map(|(at, layer)| Some((at, layer.clients(&view).filter(has)?)));
        let (at, order) = list.map_or_else(|| (None, view.by_name.listed(&view)), |(at, order)| (Some(at), order));
        let Some(next) = neighbour(&order, client, step) else {
            let end = if step > 0 { "export-last-client" } else { "export-first-client" };
            return self.tell(&Sentence::new(end), Mood::Told);
        };
        if let Some(layer) = at.and_then(|at| self.stack.get_mut(at)) {
            layer.follow(next, &view);
        }
        self.give(Input::Walked(next), outside);
    }

    /// Keys that work on the client of the line under the cursor, wherever that is.
    fn of_client(&mut self, command: Command, outside: &mut dyn Outside) {
        let view = self.house.view();
        let Some(client) = self.top().and_then(|layer| layer.client(&view)) else {
            return self.tell(&Sentence::new("no-client-here"), Mood::Refused);
        };
        let target = match command {
            Command::WriteUp | Command::AddWriteUp => {
                which_visit::to_write(view.book(), client, view.desk.now()).map(|visit| Target::After(visit.uid()))
            }
            command => target_of(command, client),
        };
        match target {
            Some(target) => self.go(&target, outside),
            None => self.tell(&Sentence::new("no-visit-to-write-up"), Mood::Refused),
        }
    }
}

/// The next or previous one; from a client that is not in the list, its first or last.
fn neighbour(order: &[Id<Client>], client: Id<Client>, step: isize) -> Option<Id<Client>> {
    match order.iter().position(|id| *id == client) {
        Some(at) => order.get(at.checked_add_signed(step)?).copied(),
        None if step > 0 => order.first().copied(),
        None => order.last().copied(),
    }
}

fn main_screen(command: Command) -> Option<Target> {
    Some(match command {
        Command::GoToday => Target::Today,
        Command::GoClients => Target::Clients,
        Command::GoVisits | Command::GoWeek => Target::Visits,
        Command::GoNeeds => Target::Needs,
        Command::GoOffers => Target::Offers,
        Command::GoMoney => Target::Money,
        Command::GoReport => Target::Report,
        Command::GoCatalogue => Target::Catalogue,
        Command::GoSettings => Target::Settings,
        Command::GoHistory => Target::History,
        Command::GoDrafts => Target::Drafts,
        _ => return None,
    })
}

fn target_of(command: Command, client: Id<Client>) -> Option<Target> {
    let form = |entity| Target::Form { entity, uuid: None, client: Some(client) };
    Some(match command {
        Command::Brief => Target::Brief { client, visit: None },
        Command::Export => Target::Export { client, visit: None },
        Command::Map => Target::Client(client, Tab::Map),
        Command::OpenClient => Target::Client(client, Tab::Overview),
        Command::AddCall => Target::AfterCall(client),
        Command::AddVisit => form(Entity::Visit),
        Command::AddPromise => form(Entity::Commitment),
        Command::AddNeed => form(Entity::Need),
        Command::AddNote => form(Entity::Note),
        Command::AddProblem => form(Entity::Problem),
        Command::AddGoal => form(Entity::ClientGoal),
        Command::AddTarget => form(Entity::PlanTarget),
        Command::AddSpend => form(Entity::ServiceSpend),
        Command::AddAudit => form(Entity::BusinessAudit),
        Command::AddSatisfaction => form(Entity::Satisfaction),
        Command::AddOccasion => form(Entity::Occasion),
        Command::AddRole => form(Entity::Role),
        Command::AddPerson => form(Entity::Person),
        _ => return None,
    })
}
