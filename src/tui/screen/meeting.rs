//! The meeting situation of a client in lines, and the box that invites: a client to an event, or our top management to
//! a meeting. What can be met at the domain says.

use ratatui::Frame;
use ratatui::layout::Rect;
use serde_json::json;
use uuid::Uuid;

use super::form;
use super::today::bits::Bits;
use super::today::called;
use crate::domain::field::FieldType;
use crate::domain::figures::View as Figures;
use crate::domain::figures::meeting::{Ahead, MeetingSituation, invites};
use crate::domain::figures::occasions::{Near, Whose};
use crate::domain::{Amend, Arg, Client, Edit, Entity, Fields, Id, Row as _, Sentence, Visit};
use crate::tui::command::Here;
use crate::tui::layer::{Input, Layer, Reply, Returned, View};
use crate::tui::theme::Tone;
use crate::tui::widget::picker::{Candidate, Picker};

/// Occasions told.
const OCCASIONS: usize = 3;

/// What stands in a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Told {
    Visit(Id<Visit>),
    Occasion(Whose),
    Nothing,
}

/// All there is to say of it, the nearest first.
pub fn lines(view: &View<'_>, client: Id<Client>) -> Vec<(Bits, Told)> {
    let found = MeetingSituation::of(&Figures::on(view.book(), view.today()), client);
    let mut lines: Vec<(Bits, Told)> = Vec::new();
    if !found.is_planned() {
        lines.push((Bits::of(view.say("meeting-none"), Tone::Warn), Told::Nothing));
    }
    lines.extend(found.ahead.iter().map(|ahead| (crossing(view, ahead, client), Told::Visit(ahead.visit.uid()))));
    let joinable = |visit: &&Visit| {
        let join = Bits::of(view.say("meeting-could-join"), Tone::Guess);
        (Bits::join([visit_line(view, visit), join], view.words.comma()), Told::Visit(visit.uid()))
    };
    lines.extend(found.could_join.iter().map(joinable));
    lines.extend(found.occasions.iter().take(OCCASIONS).map(|near| (occasion(view, near), Told::Occasion(near.whose))));
    lines.push(match found.last {
        Some(visit) => {
            let day = Bits::of(view.say("meeting-last"), Tone::Muted)
                .word(view.words.date(visit.day(view.book().settings().zone)), Tone::Key);
            (day.word(view.words.term(&visit.kind.term()), Tone::Plain), Told::Visit(visit.uid()))
        }
        None => (Bits::of(view.say("meeting-never"), Tone::Muted), Told::Nothing),
    });
    lines
}

/// `Thu 3 Dec 18:00 reception, Grand Hotel · invited`.
pub fn crossing(view: &View<'_>, ahead: &Ahead<'_>, client: Id<Client>) -> Bits {
    let line = visit_line(view, ahead.visit);
    let own = ahead.visit.client == client;
    let host = if own { String::new() } else { called::client_short(view, ahead.visit.client) };
    let line = Bits::join([line, Bits::plain(host)], view.words.comma());
    let top = if ahead.visit.our_top_present { view.say("meeting-with-top") } else { String::new() };
    let invited = match (own, ahead.invited) {
        (true, _) => Bits::default(),
        (false, true) => Bits::of(view.say("meeting-invited"), Tone::Good),
        (false, false) => Bits::of(view.say("meeting-not-invited"), Tone::Warn),
    };
    Bits::join([line, Bits::of(top, Tone::Accent), invited], view.words.comma())
}

fn visit_line(view: &View<'_>, visit: &Visit) -> Bits {
    let zone = view.book().settings().zone;
    let start = visit.local_start(zone);
    let time = format!("{} {}", view.words.day_weekday(start.date()), view.words.time(start.time()));
    let line = Bits::of(time, Tone::Key).word(called::elsewhere(view, visit), Tone::Accent);
    let line = line.word(view.words.term(&visit.kind.term()), Tone::Plain);
    Bits::join([line, Bits::plain(visit.place.as_deref().unwrap_or_default())], view.words.comma())
}

fn occasion(view: &View<'_>, near: &Near) -> Bits {
    let name = match near.whose {
        Whose::Person(person) => called::person(view, person),
        Whose::Client(client) => called::client_short(view, client),
    };
    let told = view.private(view.words.told(&name, &called::occasion(view, near)));
    Bits::of(view.words.day_weekday(near.date), Tone::Key).word(told, Tone::Plain)
}

/// Whom or what the box is about.
#[derive(Debug, Clone, Copy)]
enum Of {
    Client(Id<Client>),
    Event(Id<Visit>),
}

/// Asks what a client is invited to, or who is invited to an event.
pub struct Inviting {
    of: Of,
    picker: Picker,
}

/// To what a client can be invited: events, its own meetings to our top management, and something new.
pub fn invite_client(client: Id<Client>, view: &View<'_>) -> Reply {
    let found = MeetingSituation::of(&Figures::on(view.book(), view.today()), client);
    let open = found.ahead.iter().filter(|ahead| !ahead.invited).map(|ahead| {
        let beside = called::client_short(view, ahead.visit.client);
        candidate(ahead.visit.uid().uuid, visit_line(view, ahead.visit).text(), beside)
    });
    let joined = found
        .could_join
        .iter()
        .map(|visit| candidate(visit.uid().uuid, visit_line(view, visit).text(), view.say("meeting-top-joins")));
    let new = candidate(Uuid::nil(), view.say("meeting-new-event"), String::new());
    let candidates = open.chain(joined).chain([new]).collect();
    let title = view.say_with("meeting-invite-client", &[("client", Arg::text(called::client_short(view, client)))]);
    Reply::Open(Box::new(Inviting { of: Of::Client(client), picker: Picker::new(title, candidates, false) }))
}

/// Who can be invited to an event: every client that is served and not invited yet.
pub fn invite_to(visit: &Visit, view: &View<'_>) -> Reply {
    if !invites(visit) {
        return Reply::Refuse(Sentence::new("meeting-no-event"));
    }
    let served = |client: &&Client| {
        client.status.is_in_portfolio() && client.uid() != visit.client && !visit.also_clients.contains(&client.uid())
    };
    let clients = view.book().client.iter().filter(served);
    let mut candidates: Vec<Candidate> = clients
        .map(|client| Candidate {
            also: client.handle.clone(),
            ..candidate(client.uid().uuid, client.name.clone(), view.words.short(&client.vip_category.term()))
        })
        .collect();
    candidates.sort_by_cached_key(|candidate| crate::domain::text::fold(&candidate.name));
    let picker = Picker::new(view.say("meeting-invite"), candidates, false);
    Reply::Open(Box::new(Inviting { of: Of::Event(visit.uid()), picker }))
}

fn candidate(uuid: Uuid, name: String, beside: String) -> Candidate {
    Candidate { uuid, name, beside, also: String::new() }
}

impl Inviting {
    fn chosen(&self, uuid: Uuid, view: &View<'_>) -> Reply {
        match self.of {
            Of::Client(client) if uuid.is_nil() => Reply::Replace(new_event(client, view)),
            Of::Client(client) => match view.book().visit.get(Id::new(uuid)) {
                Some(visit) if invites(visit) => Reply::Make(invite(visit, client, view)),
                Some(visit) => Reply::Make(with_top(visit, view)),
                None => Reply::Close,
            },
            Of::Event(visit) => match view.book().visit.get(visit) {
                Some(visit) => Reply::Make(invite(visit, Id::new(uuid), view)),
                None => Reply::Close,
            },
        }
    }
}

/// The form of an event with the client, at which our top management takes part.
fn new_event(client: Id<Client>, view: &View<'_>) -> Box<dyn Layer> {
    let given = json!({ "client": client.to_string(), "kind": "event", "our_top_present": true });
    form::add_with(Entity::Visit, given.as_object().cloned().unwrap_or_default(), client, view)
}

fn invite(visit: &Visit, client: Id<Client>, view: &View<'_>) -> Edit {
    let clients: Vec<Id<Client>> = visit.also_clients.iter().copied().chain([client]).collect();
    let title = Sentence::new("title-invited").text("client", called::client(view, client));
    amended(visit, "also_clients", clients.json(), title.date("day", visit.day(view.book().settings().zone)), client)
}

fn with_top(visit: &Visit, view: &View<'_>) -> Edit {
    let title = Sentence::new("title-top-joins").text("client", called::client(view, visit.client));
    amended(
        visit,
        "our_top_present",
        json!(true),
        title.date("day", visit.day(view.book().settings().zone)),
        visit.client,
    )
}

fn amended(visit: &Visit, field: &str, value: serde_json::Value, title: Sentence, client: Id<Client>) -> Edit {
    let fields: Fields = [(field.to_owned(), value)].into_iter().collect();
    let edits = vec![Edit::Amend(Amend::new(Entity::Visit, visit.head.uid, fields))];
    Edit::Together { title, client: Some(client), edits }
}

impl Layer for Inviting {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.picker.draw(frame, area, view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        match self.picker.on(input, view) {
            Reply::Return(Returned::Record(uuid)) => self.chosen(uuid, view),
            reply => reply,
        }
    }

    fn place(&self) -> Here {
        self.picker.place()
    }

    fn covers(&self) -> bool {
        false
    }
}
