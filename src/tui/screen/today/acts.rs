//! What the keys do on the line under the cursor: open, write up, mark as done. Builds edits and targets, no pictures.

use chrono::Datelike;
use serde_json::json;

use super::Today;
use super::group::Group;
use super::model::Model;
use super::page::Spot;
use crate::domain::edit::Amend;
use crate::domain::entity::Visit;
use crate::domain::figures::occasions::{Near, Whose};
use crate::domain::figures::which_visit;
use crate::domain::table::{Id, Row};
use crate::domain::words::VisitStatus;
use crate::domain::{Edit, Entity, Sentence};
use crate::tui::command::Command;
use crate::tui::layer::{Reply, View};
use crate::tui::screen::client::promise_done;
use crate::tui::target::{Tab, Target};

impl Today {
    pub(super) fn act(&mut self, command: Command, view: &View<'_>) -> Reply {
        let model = self.model(view);
        let Some(spot) = self.seen(view, &model) else { return Reply::Ignored };
        match command {
            Command::Open => self.enter(view, &model, spot),
            Command::Toggle => toggle(view, &model, spot),
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
        _ => group.client(model, view.book(), n).map_or(Reply::Ignored, |client| form(Entity::Client, client.uuid)),
    }
}

fn remove(view: &View<'_>, model: &Model, spot: Spot) -> Reply {
    match visit_of(model, spot) {
        Some(visit) => crate::tui::screen::visits::calling_off(view, visit),
        None => Reply::Ignored,
    }
}

/// A promise is done, an occasion marked.
fn toggle(view: &View<'_>, model: &Model, spot: Spot) -> Reply {
    match spot {
        Spot::Item(Group::Promises, n) => model.promises.get(n).map_or(Reply::Ignored, |row| promise_done(row.promise)),
        Spot::Item(Group::Occasions, n) => model.day.occasions.get(n).map_or(Reply::Ignored, |near| marked(view, near)),
        Spot::Group(group @ (Group::Promises | Group::Occasions)) => toggle(view, model, Spot::Item(group, 0)),
        _ => Reply::Refuse(Sentence::new("today-nothing-to-mark")),
    }
}

/// Marks the occasion for its year. A birthday known from the person alone gets a row of its own for it.
fn marked(view: &View<'_>, near: &Near) -> Reply {
    let mark = json!({ "year": near.date.year(), "date": view.today().to_string() });
    if let Some(row) = near.occasion.and_then(|id| view.book().occasion.get(id)) {
        let mut marks: Vec<_> = row.marked.iter().map(crate::domain::field::FieldType::json).collect();
        marks.push(mark);
        let fields = [("marked".to_owned(), marks.into())].into_iter().collect();
        return Reply::Make(Edit::Amend(Amend::new(Entity::Occasion, row.head.uid, fields)));
    }
    let Whose::Person(person) = near.whose else { return Reply::Ignored };
    let Some(birthday) = view.book().person.get(person).and_then(|person| person.birthday) else {
        return Reply::Ignored;
    };
    let fields = [
        ("person".to_owned(), json!(person.uuid.to_string())),
        ("kind".to_owned(), json!(near.kind.word())),
        ("date".to_owned(), json!(birthday.to_string())),
        ("marked".to_owned(), json!([mark])),
    ];
    Reply::Make(Edit::Add { entity: Entity::Occasion, fields: fields.into_iter().collect() })
}
