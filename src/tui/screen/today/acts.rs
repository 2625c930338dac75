//! What the keys do on the line under the cursor: open, write up, mark as done. Builds edits and targets, no pictures.

use super::Today;
use super::group::Group;
use super::model::Model;
use super::page::Spot;
use crate::domain::entity::Visit;
use crate::domain::figures::occasions::{Near, Whose};
use crate::domain::figures::which_visit;
use crate::domain::table::{Id, Row};
use crate::domain::words::VisitStatus;
use crate::domain::{Entity, Sentence};
use crate::tui::command::Command;
use crate::tui::layer::{Reply, View};
use crate::tui::screen::client::{Subject, nothing_to_answer, promise_done};
use crate::tui::screen::{occasion_box, ways};
use crate::tui::target::{Tab, Target};

impl Today {
    pub(super) fn act(&mut self, command: Command, view: &View<'_>) -> Reply {
        let model = self.model(view);
        let Some(spot) = self.seen(view, &model) else { return Reply::Ignored };
        match command {
            Command::Open => self.enter(view, &model, spot),
            Command::Toggle => toggle(view, &model, spot),
            Command::Ways => moves(view, &model, spot),
            Command::WriteUp | Command::AddWriteUp => write_up(self, view, &model, spot),
            Command::Brief | Command::Export => paper(self, view, &model, spot, command),
            Command::Edit => edit(view, &model, spot),
            Command::Remove => remove(view, &model, spot),
            _ => Reply::Ignored,
        }
    }

    fn enter(&mut self, view: &View<'_>, model: &Model, spot: Spot) -> Reply {
        match spot {
            Spot::Group(group) => self.digit(view, group.digit()),
            Spot::Visit(n) => model.visit(n).map_or(Reply::Ignored, |shown| open_visit(view, shown.visit.visit)),
            Spot::Item(group, n) => target(view, model, group, n).map_or(Reply::Ignored, Reply::Go),
        }
    }
}

/// A planned visit opens before it is held, a held one on what was written.
fn open_visit(view: &View<'_>, id: Id<Visit>) -> Reply {
    let held = view.book().visit.get(id).is_some_and(|visit| visit.status == VisitStatus::Held);
    Reply::Go(if held { Target::After(id) } else { Target::Before(id) })
}

/// What a row of a group opens.
fn target(view: &View<'_>, model: &Model, group: Group, n: usize) -> Option<Target> {
    let day = &model.day;
    Some(match group {
        Group::WriteUp => Target::Before(*day.to_write_up.get(n)?),
        Group::Promises => Target::Record(Entity::Commitment, model.promises.get(n)?.promise.uuid),
        Group::Problems => Target::Record(Entity::Problem, day.problems.get(n)?.uuid),
        Group::Occasions => match day.occasions.get(n)?.whose {
            Whose::Person(person) => Target::Person(person),
            Whose::Client(client) => Target::Client(client, Tab::Overview),
        },
        Group::FollowUp => Target::After(day.follow_up.get(n)?.visit),
        Group::Overdue | Group::Signals => Target::Client(group.client(model, view.book(), n)?, Tab::Overview),
    })
}

/// The visit of a line: its own, or of a group that is made of visits.
fn visit_of(model: &Model, spot: Spot) -> Option<Id<Visit>> {
    let item = |group: Group, n: usize| match group {
        Group::WriteUp => model.day.to_write_up.get(n).copied(),
        Group::FollowUp => model.day.follow_up.get(n).map(|owed| owed.visit),
        _ => None,
    };
    match spot {
        Spot::Visit(n) => model.visit(n).map(|shown| shown.visit.visit),
        Spot::Group(group) => item(group, 0),
        Spot::Item(group, n) => item(group, n),
    }
}

/// The visit of the line; else the client's latest one that was not written up; else a call just held.
fn write_up(today: &Today, view: &View<'_>, model: &Model, spot: Spot) -> Reply {
    use crate::tui::layer::Layer;
    if let Some(visit) = visit_of(model, spot) {
        return Reply::Go(Target::After(visit));
    }
    let Some(client) = today.client(view) else { return Reply::Ignored };
    match which_visit::begun(view.book(), client, view.desk.now()) {
        Some(visit) => Reply::Go(Target::After(visit.uid())),
        None => Reply::Go(Target::AfterCall(client)),
    }
}

/// Brief and export are of the visit where the line has one.
fn paper(today: &Today, view: &View<'_>, model: &Model, spot: Spot, command: Command) -> Reply {
    use crate::tui::layer::Layer;
    let Some(client) = today.client(view) else { return Reply::Ignored };
    let visit = visit_of(model, spot);
    Reply::Go(match command {
        Command::Brief => Target::Brief { client, visit },
        _ => Target::Export { client, visit },
    })
}

fn edit(view: &View<'_>, model: &Model, spot: Spot) -> Reply {
    let form = |entity, uuid| Reply::Go(Target::Form { entity, uuid: Some(uuid), client: None });
    if let Some(visit) = visit_of(model, spot) {
        return form(Entity::Visit, visit.uuid);
    }
    let (group, n) = match spot {
        Spot::Visit(_) => return Reply::Ignored,
        Spot::Group(group) => (group, 0),
        Spot::Item(group, n) => (group, n),
    };
    let day = &model.day;
    match group {
        Group::Promises => {
            model.promises.get(n).map_or(Reply::Ignored, |row| form(Entity::Commitment, row.promise.uuid))
        }
        Group::Problems => day.problems.get(n).map_or(Reply::Ignored, |problem| form(Entity::Problem, problem.uuid)),
        Group::Occasions => day.occasions.get(n).map_or(Reply::Ignored, |near| prepare(view, near)),
        _ => group.client(model, view.book(), n).map_or(Reply::Ignored, |client| form(Entity::Client, client.uuid)),
    }
}

fn remove(view: &View<'_>, model: &Model, spot: Spot) -> Reply {
    if let Some(visit) = visit_of(model, spot) {
        return crate::tui::screen::visits::calling_off(view, visit);
    }
    let (group, n) = match spot {
        Spot::Visit(_) => return Reply::Ignored,
        Spot::Group(group) => (group, 0),
        Spot::Item(group, n) => (group, n),
    };
    let subject = match group {
        Group::Promises => model.promises.get(n).map(|row| Subject::new(Entity::Commitment, row.promise.uuid)),
        Group::Problems => model.day.problems.get(n).map(|problem| Subject::new(Entity::Problem, problem.uuid)),
        _ => None,
    };
    subject.map_or(Reply::Ignored, |subject| crate::tui::screen::client::remove(subject, view))
}

/// A promise is done, an occasion marked, a visit followed up; a problem shows its moves.
fn toggle(view: &View<'_>, model: &Model, spot: Spot) -> Reply {
    match spot {
        Spot::Item(Group::Promises, n) => model.promises.get(n).map_or(Reply::Ignored, |row| promise_done(row.promise)),
        Spot::Item(Group::FollowUp, n) => {
            let owed = model.day.follow_up.get(n);
            owed.map_or(Reply::Ignored, |owed| nothing_to_answer(owed.visit, view))
        }
        Spot::Item(Group::Occasions, n) => {
            let edit = model.day.occasions.get(n).and_then(|near| near.mark(view.book(), view.today(), None));
            edit.map_or(Reply::Ignored, Reply::Make)
        }
        Spot::Item(Group::Problems, _) => moves(view, model, spot),
        Spot::Group(group @ (Group::Promises | Group::Occasions | Group::Problems | Group::FollowUp)) => {
            toggle(view, model, Spot::Item(group, 0))
        }
        _ => Reply::Refuse(Sentence::new("today-nothing-to-mark")),
    }
}

/// What can be done with the line.
fn moves(view: &View<'_>, model: &Model, spot: Spot) -> Reply {
    let ways = |entity, uuid| ways::open(entity, uuid, view);
    match spot {
        Spot::Item(Group::Promises, n) => {
            model.promises.get(n).map_or(Reply::Ignored, |row| ways(Entity::Commitment, row.promise.uuid))
        }
        Spot::Item(Group::Problems, n) => {
            model.day.problems.get(n).map_or(Reply::Ignored, |problem| ways(Entity::Problem, problem.uuid))
        }
        Spot::Item(Group::Occasions, n) => {
            model.day.occasions.get(n).map_or(Reply::Ignored, |near| occasion_box::mark(near, view))
        }
        Spot::Group(group @ (Group::Promises | Group::Occasions | Group::Problems)) => {
            moves(view, model, Spot::Item(group, 0))
        }
        _ => Reply::Refuse(Sentence::new("today-nothing-to-do")),
    }
}

/// Preparing an occasion: its row, or for a birthday known from the person alone a new one.
fn prepare(view: &View<'_>, near: &Near) -> Reply {
    if let Some(row) = near.occasion {
        return Reply::Go(Target::Form { entity: Entity::Occasion, uuid: Some(row.uuid), client: None });
    }
    let Whose::Person(person) = near.whose else { return Reply::Ignored };
    occasion_box::prepare_birthday(person, view)
}
