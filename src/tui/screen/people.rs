//! The people of a client: who is there, since when, how to reach them, and who has left. Adding, changing and ending a
//! place; the card of each.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::client::{Subject, head, remove};
use super::form::{self, name};
use super::merge::Merge;
use super::person::span;
use crate::domain::date::in_force;
use crate::domain::link;
use crate::domain::text::fold;
use crate::domain::words::Side;
use crate::domain::{Affiliation, Client, Entity, Fields, Id, Person, Sentence, Visit};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, Returned, View};
use crate::tui::target::{Tab, Target};
use crate::tui::theme::Tone;
use crate::tui::widget::panes;
use crate::tui::widget::picker::{Candidate, Picker};
use crate::tui::widget::sheet::{Lines, Sheet};

/// Cells the list can use.
const LIST: u16 = 100;

/// Tab 7 of a client.
pub struct People {
    client: Id<Client>,
    sheet: Sheet,
}

/// Whom a row is about, and the place it shows.
struct Spot {
    person: Id<Person>,
    place: Option<uuid::Uuid>,
}

struct Page {
    lines: Lines,
    spots: Vec<Spot>,
}

impl People {
    pub fn new(client: Id<Client>) -> Self {
        Self { client, sheet: Sheet::default() }
    }

    fn page(&self, width: usize, view: &View<'_>) -> Page {
        let mut page = Page { lines: Lines::default(), spots: Vec::new() };
        let places = view.book().affiliation.of(self.client).filter(|place| place.client == self.client);
        let (here, left): (Vec<_>, Vec<_>) = places.partition(|place| !has_ended(place, view));
        put_places(&mut page, Some(1), "people-here", here, width, view);
        let gone = !left.is_empty();
        if gone {
            put_places(&mut page, Some(2), "people-left", left, width, view);
        }
        self.team(&mut page, if gone { 3 } else { 2 }, width, view);
        page
    }

    /// The bank's experts around the client.
    fn team(&self, page: &mut Page, digit: u8, width: usize, view: &View<'_>) {
        let Some(client) = view.book().client.get(self.client).filter(|client| !client.bank_team.is_empty()) else {
            return;
        };
        page.lines.section(Some(digit), view.words.label("client", "bank_team"), "");
        for member in &client.bank_team {
            let speciality = member
                .speciality
                .clone()
                .or_else(|| view.book().person.get(member.person).and_then(|person| person.speciality.clone()));
            let name = name::person(member.person, view);
            let row = cells::both_ends(&name, &speciality.unwrap_or_default(), width, view.marks.cut);
            page.lines.row(row);
            page.spots.push(Spot { person: member.person, place: None });
        }
    }

    /// Another person goes into the one under the cursor.
    fn merge(&self, begun: &str, view: &View<'_>) -> Reply {
        let page = self.page(80, view);
        page.spots.get(self.sheet.at).map_or(Reply::Ignored, |spot| Merge::person(spot.person, begun))
    }

    /// Somebody who is in the book already, or a new name.
    fn whom(view: &View<'_>) -> Reply {
        let people =
            view.book().person.iter().filter(|person| person.side != Side::Bank && person.merged_into.is_none());
        let mut candidates: Vec<Candidate> = people
            .map(|person| {
                let record = crate::domain::Row::into_record(person.clone());
                Candidate {
                    uuid: person.head.uid,
                    name: name::of_record(&record, view),
                    beside: name::beside(&record, view),
                    also: name::also(&record),
                }
            })
            .collect();
        candidates.sort_by_key(|candidate| fold(&candidate.name));
        Reply::Open(Box::new(Picker::new(view.say("people-whom"), candidates, true)))
    }

    fn chosen(&self, returned: Returned, view: &View<'_>) -> Reply {
        let mut given = Fields::new();
        match returned {
            Returned::Record(person) => {
                given.insert("person".to_owned(), person.to_string().into());
                given.insert("client".to_owned(), self.client.to_string().into());
                Reply::Open(form::add(Entity::Affiliation, given, view))
            }
            Returned::New(name) => {
                // A whole name is never split: only a single word is taken for a family name.
                let field = if name.contains(char::is_whitespace) { "full_name" } else { "family_name" };
                given.insert(field.to_owned(), name.into());
                Reply::Open(form::add_with(Entity::Person, given, self.client, view))
            }
            _ => Reply::Ignored,
        }
    }
}

fn has_ended(place: &Affiliation, view: &View<'_>) -> bool {
    place.to.is_some() && !in_force(place.from, place.to, view.today()).yes()
}

fn put_places(
    page: &mut Page,
    number: Option<u8>,
    title: &str,
    mut places: Vec<&Affiliation>,
    width: usize,
    view: &View<'_>,
) {
    page.lines.section(number, view.say(title), places.len().to_string());
    places.sort_by_key(|place| (place.level, fold(&name::person(place.person, view)), place.head.uid));
    if places.is_empty() {
        page.lines.text(Line::styled(view.words.term("word.nobody_known"), view.style(Tone::Muted)));
    }
    for place in places {
        page.lines.row(line(place, width, view));
        page.spots.push(Spot { person: place.person, place: Some(place.head.uid) });
        if let Some(text) = beneath(place, width, view) {
            page.lines.text(Line::styled(text, view.style(Tone::Muted)));
        }
    }
}

/// Name, position and department, level, since when.
fn line(place: &Affiliation, width: usize, view: &View<'_>) -> String {
    let name_cells = (width / 3).clamp(18, 40);
    let mut parts: Vec<String> = [&place.position, &place.department].into_iter().flatten().cloned().collect();
    parts.extend(
        place.left_to.as_ref().map(|to| view.private(format!("{} {to}", view.words.label("affiliation", "left_to")))),
    );
    let level = place.level.map(|level| view.words.short(&level.term())).unwrap_or_default();
    let span = span(place.from, place.to, view);
    let right = [level, span].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ");
    let name = view.left(&name::person(place.person, view), name_cells);
    cells::both_ends(&format!("{name} {}", view.words.remarks(&parts)), &right, width, view.marks.cut)
}

/// Contacts, birthday, and when we met last and meet next.
fn beneath(place: &Affiliation, width: usize, view: &View<'_>) -> Option<String> {
    let person = view.book().person.get(place.person)?;
    let day = |visit: &Visit| view.words.day_digits(visit.day(view.book().settings().zone));
    let last =
        super::person::last_met(place.person, view).map(|visit| format!("{} {}", view.say("card-last"), day(visit)));
    let next =
        super::person::next_met(place.person, view).map(|visit| format!("{} {}", view.say("card-next"), day(visit)));
    let phone = person.work_phones.first().map(|phone| phone.value.clone());
    let birthday = person.birthday.map(|day| view.private(view.words.partial(day)));
    let mail = person.work_emails.first().map(|mail| mail.value.clone());
    let parts: Vec<String> = [next, last, phone, birthday, mail].into_iter().flatten().collect();
    let text = format!("    {}", parts.join(&format!(" {} ", view.marks.dot)));
    (!parts.is_empty()).then(|| view.fit(&text, width))
}

impl Layer for People {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let below = head::draw(frame, area, self.client, Tab::People, view);
        let (list, beside) = panes::detail(below, LIST);
        let page = self.page(usize::from(list.width).saturating_sub(1), view);
        self.sheet.draw(frame.buffer_mut(), list, &page.lines, true, view);
        if let (Some(place), Some(spot)) = (beside, page.spots.get(self.sheet.at)) {
            super::person::lines(spot.person, usize::from(place.width) - 1, view).draw(frame.buffer_mut(), place, view);
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let command = match input {
            Input::Do(command) => command,
            Input::Walked(client) => return head::walked(client, Tab::People),
            Input::Returned(returned) => return self.chosen(returned, view),
            Input::Typed(Command::Merge, begun) => return self.merge(&begun, view),
            _ => return Reply::Ignored,
        };
        if let Some(reply) = head::on(command, self.client, view) {
            return reply;
        }
        let page = self.page(80, view);
        if self.sheet.on(command, &page.lines) {
            return Reply::Handled;
        }
        let spot = page.spots.get(self.sheet.at);
        let form = |entity, uuid| Target::Form { entity, uuid: Some(uuid), client: Some(self.client) };
        match (command, spot) {
            (Command::Add | Command::AddPerson, _) => Self::whom(view),
            (Command::Open, Some(spot)) => Reply::Go(Target::Person(spot.person)),
            (Command::Edit, Some(Spot { place: Some(place), .. })) => Reply::Go(form(Entity::Affiliation, *place)),
            (Command::Edit, Some(_)) => Reply::Go(form(Entity::Client, self.client.uuid)),
            (Command::Remove, Some(Spot { place: Some(place), .. })) => {
                remove(Subject::new(Entity::Affiliation, *place), view)
            }
            (Command::Copy, Some(spot)) => copy(spot.person, view),
            (Command::OpenLink, Some(spot)) => open(spot.person, view),
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::section(Place::PEOPLE, Place::CLIENT)
    }

    fn client(&self, _view: &View<'_>) -> Option<Id<Client>> {
        Some(self.client)
    }
}

/// The first number or address at work.
fn copy(person: Id<Person>, view: &View<'_>) -> Reply {
    let person = view.book().person.get(person);
    let contact = person.and_then(|person| person.work_phones.iter().chain(&person.work_emails).next());
    contact.map_or(Reply::Ignored, |contact| Reply::Copy(contact.value.clone()))
}

/// The same, opened with the program for it.
fn open(person: Id<Person>, view: &View<'_>) -> Reply {
    let person = view.book().person.get(person);
    let link = person.and_then(|person| {
        let phone = person.work_phones.iter().find_map(|phone| link::phone(&phone.value));
        phone.or_else(|| person.work_emails.iter().find_map(|mail| link::mail(&mail.value)))
    });
    link.map_or_else(|| Reply::Refuse(Sentence::new("link-none-here")), Reply::OpenLink)
}
