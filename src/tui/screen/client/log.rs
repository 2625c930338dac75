//! Everything that happened with a client in one time line, newest first, with a line at the last visit.

use chrono::NaiveDate;

use super::{Page, Subject, mood};
use crate::domain::words::{NoteClass, VisitStatus};
use crate::domain::{Client, Entity, Id};
use crate::tui::cells;
use crate::tui::layer::View;

struct Event {
    day: NaiveDate,
    entity: Entity,
    uuid: uuid::Uuid,
    /// What kind of thing it was.
    kind: String,
    text: String,
    right: String,
}

/// The tab: the mood above the time line.
pub fn page(view: &View<'_>, client: Id<Client>, only: Option<Entity>, width: usize) -> Page {
    let mut page = Page::default();
    mood::section(&mut page, view, client);
    time_line(page, view, client, only, width)
}

/// The time line beside the overview, which tells the mood itself.
pub fn beside(view: &View<'_>, client: Id<Client>, width: usize) -> Page {
    let mut page = Page::default();
    page.lines.section(None, view.words.term("tab.log"), "");
    time_line(page, view, client, None, width)
}

fn time_line(mut page: Page, view: &View<'_>, client: Id<Client>, only: Option<Entity>, width: usize) -> Page {
    let mut events = events(view, client);
    events.retain(|event| only.is_none_or(|only| only == event.entity));
    events.sort_by_key(|event| std::cmp::Reverse((event.day, event.uuid)));
    let held = view.book().contacts(client, view.today()).last_held;
    let last =
        held.and_then(|(_, visit)| view.book().visit.get(visit)).map(|visit| visit.day(view.book().settings().zone));
    let mut marked = false;
    if events.is_empty() {
        page.lines.text(view.say("nothing-here"));
    }
    for event in events {
        if !marked && last.is_some_and(|last| event.day <= last) {
            page.lines.section(None, view.say("log-last-visit"), "");
            marked = true;
        }
        let kind = view.left(&event.kind, 12);
        let day = view.left(&view.words.day_digits(event.day), 10);
        let room = width.saturating_sub(24);
        // The remark may take what the text leaves, and half of the room where that is more.
        let most = room.saturating_sub(cells::width(&event.text) + 2).max(room / 2);
        let right = view.fit(&event.right, most);
        let rest = cells::both_ends(&event.text, &right, room, view.marks.cut);
        page.row(format!("{day} {kind} {rest}"), Some(Subject::new(event.entity, event.uuid)));
    }
    page
}

fn events(view: &View<'_>, client: Id<Client>) -> Vec<Event> {
    let (book, words) = (view.book(), view.words);
    let mut events = Vec::new();
    let mut put = |day, entity: Entity, uuid, text: String, right: String| {
        // A visit is told by its own kind: meeting, call, reception.
        let visit = book.visit.by_uuid(uuid).filter(|_| entity == Entity::Visit);
        let kind =
            visit.map_or_else(|| words.short(&entity.term()).to_lowercase(), |visit| words.term(&visit.kind.term()));
        events.push(Event { day, entity, uuid, kind, text, right });
    };
    for visit in book.visit.of(client).filter(|visit| visit.client == client || visit.also_clients.contains(&client)) {
        let said = match visit.status {
            VisitStatus::Held => visit.outcome.clone().map(|text| view.private(text)),
            VisitStatus::Cancelled | VisitStatus::Missed => visit.cancel_reason.clone(),
            VisitStatus::Planned => visit.purpose.clone(),
        };
        let said = said.unwrap_or_default();
        put(visit.day(book.settings().zone), Entity::Visit, visit.head.uid, said, words.term(&visit.status.term()));
    }
    for note in book.note.of(client).filter(|note| note.client == Some(client)) {
        let text = if note.class == NoteClass::In { note.text.clone() } else { view.private(&note.text) };
        put(note.on, Entity::Note, note.head.uid, text, words.term(&note.topic.term()));
    }
    for promise in book.commitment.of(client).filter(|row| row.client == client) {
        let text = words.told(&words.term(&promise.who.term()), &promise.text);
        put(promise.made_on, Entity::Commitment, promise.head.uid, text, words.term(&promise.state.term()));
    }
    for problem in book.problem.of(client).filter(|row| row.client == client) {
        let state = words.term(&problem.state.term());
        put(problem.raised_on, Entity::Problem, problem.head.uid, problem.title.clone(), state);
    }
    for mood in book.satisfaction.of(client).filter(|row| row.client == client) {
        let quote = mood.quote.clone().map(|quote| format!("  {}", view.private(quote))).unwrap_or_default();
        let text = format!("{} {}{quote}", words.term(&mood.about.term()), mood.score);
        put(mood.on, Entity::Satisfaction, mood.head.uid, text, words.term(&mood.source.term()));
    }
    events
}
