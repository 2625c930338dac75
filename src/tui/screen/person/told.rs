//! The sections of a person's card, line by line, and what each line stands for.

use chrono::NaiveDateTime;
use uuid::Uuid;

use crate::domain::date::{PartialDate, in_force};
use crate::domain::figures::contacts;
use crate::domain::link;
use crate::domain::map::attitude;
use crate::domain::parts::Contact;
use crate::domain::words::{EndReason, NoteClass, OccasionKind, VisitStatus};
use crate::domain::{Affiliation, Arg, Client, Entity, Id, Interest, Occasion, Person, Role, Row, Visit};
use crate::tui::by_name::each_once;
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::screen::client::facts::short_name;
use crate::tui::screen::form::name;
use crate::tui::theme::Tone;
use crate::tui::widget::sheet::Lines;

/// Cells of the words at the left of each line.
const LABEL: usize = 22;

/// What a row stands for.
pub(super) enum Spot {
    At(Id<Client>),
    Met(Id<Visit>),
    /// A number or an address.
    Reach(Reach),
    Row(Entity, Uuid),
    /// The birthday, of which nothing is written yet how it is marked.
    Birthday,
}

/// A number or an address: what is copied, and the link that opens it.
pub(super) struct Reach {
    pub text: String,
    pub link: Option<String>,
}

/// The lines of a card, and what its rows stand for.
pub(super) struct Page<'v> {
    pub lines: Lines,
    pub spots: Vec<Spot>,
    width: usize,
    view: &'v View<'v>,
}

impl Page<'_> {
    /// The numbers and addresses there are, in their order.
    pub fn reaches(&self) -> impl Iterator<Item = &Reach> {
        self.spots.iter().filter_map(|spot| if let Spot::Reach(reach) = spot { Some(reach) } else { None })
    }

    fn section(&mut self, number: u8, id: &str) {
        self.lines.section(Some(number), self.view.say(id), "");
    }

    fn row(&mut self, label: &str, text: &str, spot: Spot) {
        let label = self.view.left(label, LABEL);
        self.lines.row(self.view.fit(&format!("{label} {text}"), self.width));
        self.spots.push(spot);
    }

    /// A text that may take several lines; the cursor stands on the first.
    fn wrapped(&mut self, label: &str, text: &str, spot: Spot) {
        let wrapped = self.parted(text);
        let mut rest = wrapped.iter();
        self.row(label, rest.next().map_or("", String::as_str), spot);
        for line in rest {
            self.lines.text(format!("{} {line}", " ".repeat(LABEL)));
        }
    }

    fn reach(&mut self, label: &str, shown: String, private: bool, reach: Reach) {
        if private && self.view.privacy {
            let text = self.view.private(shown);
            let label = self.view.left(label, LABEL);
            return self.lines.text(self.view.fit(&format!("{label} {text}"), self.width));
        }
        self.wrapped(label, &shown, Spot::Reach(reach));
    }

    /// The same to read only, without a label.
    fn told(&mut self, text: &str) {
        for line in self.parted(text) {
            self.lines.text(format!("{} {line}", " ".repeat(LABEL)));
        }
    }

    fn parted(&self, text: &str) -> Vec<String> {
        cells::wrap(text, self.width.saturating_sub(LABEL + 1).max(10))
    }

    fn nothing(&mut self, id: &str) {
        let text = format!("{} {}", " ".repeat(LABEL), self.view.say(id));
        self.lines.text(ratatui::text::Line::styled(text, self.view.style(Tone::Muted)));
    }
}

/// The whole card.
pub(super) fn page<'v>(id: Id<Person>, width: usize, view: &'v View<'v>) -> Page<'v> {
    let mut page = Page { lines: Lines::default(), spots: Vec::new(), width, view };
    if let Some(person) = view.book().person.get(id) {
        places(&mut page, id);
        meetings(&mut page, id);
        reach(&mut page, person);
        wants(&mut page, id);
        personal(&mut page, person);
        occasions(&mut page, id);
        notes(&mut page, id);
    }
    page
}

/// Every client, the present ones first: position, roles and stance, and how long.
fn places(page: &mut Page<'_>, id: Id<Person>) {
    let view = page.view;
    page.section(1, "card-places");
    let mut rows: Vec<&Affiliation> = view.book().affiliation.of(id).filter(|row| row.person == id).collect();
    let is_now = |row: &&Affiliation| in_force(row.from, row.to, view.today()).yes();
    rows.sort_by_key(|row| (!is_now(row), !row.is_primary, row.head.uid));
    if rows.is_empty() {
        page.nothing("card-no-place");
    }
    let mut told: Vec<Id<Client>> = Vec::new();
    for row in rows {
        let mut parts: Vec<String> = [&row.position, &row.department].into_iter().flatten().cloned().collect();
        parts.extend(row.level.map(|level| view.words.term(&level.term())));
        parts.push(span(row.from, row.to, view));
        let client = name::client(row.client, view);
        page.wrapped(&client, &joined(&parts, view), Spot::At(row.client));
        if !told.contains(&row.client) {
            told.push(row.client);
            standing(page, id, row.client);
        }
    }
    for client in advised(id, &told, view) {
        page.row(&name::client(client, view), "", Spot::At(client));
        standing(page, id, client);
    }
}

/// Clients at which a person holds a role without a place there.
fn advised(id: Id<Person>, told: &[Id<Client>], view: &View<'_>) -> Vec<Id<Client>> {
    let mut clients: Vec<Id<Client>> = roles(id, None, view).iter().map(|role| role.client).collect();
    clients.retain(|client| !told.contains(client));
    clients.sort_unstable();
    clients.dedup();
    clients
}

/// Roles in force, here or anywhere.
fn roles<'v>(id: Id<Person>, client: Option<Id<Client>>, view: &View<'v>) -> Vec<&'v Role> {
    let today = view.today();
    let mine = |role: &&Role| {
        role.person == id
            && client.is_none_or(|client| role.client == client)
            && role.end_reason != Some(EndReason::Wrong)
            && in_force(role.from, role.to, today).yes()
    };
    let mut roles: Vec<&Role> = view.book().role.of(id).filter(mine).collect();
    roles.sort_by_key(|role| (role.proposal.is_some(), role.kind, role.head.uid));
    roles
}

/// What the person does and thinks at a client, in one line beneath it.
fn standing(page: &mut Page<'_>, id: Id<Person>, client: Id<Client>) {
    let (view, words) = (page.view, page.view.words);
    let role = |role: &&Role| {
        let kind = words.short(&role.kind.term());
        let on = role.proposal.map(|offer| view.words.aside(&name::of(Entity::Proposal, offer.uuid, view)));
        format!("{kind} {}{}", words.term(&role.certainty.term()), on.unwrap_or_default())
    };
    let mut parts: Vec<String> = roles(id, Some(client), view).iter().map(role).collect();
    let attitude = attitude(view.book(), id, client, None, view.today());
    if let Some(stance) = attitude.stance() {
        parts.push(words.term(&format!("stance.value.{stance}")));
    }
    if let Some(influence) = attitude.influence() {
        parts.push(format!("{} {influence}", words.label("stance", "influence")));
    }
    if !parts.is_empty() {
        page.told(&view.private(joined(&parts, view)));
    }
}

fn joined(parts: &[String], view: &View<'_>) -> String {
    parts.join(&format!(" {} ", view.marks.dot))
}

/// From when to when; an open end is "still".
pub fn span(from: Option<PartialDate>, to: Option<PartialDate>, view: &View<'_>) -> String {
    let day = |day: Option<PartialDate>| day.map(|day| view.words.partial(day)).unwrap_or_default();
    match (from, to) {
        (None, None) => String::new(),
        (from, None) => view.say_with("card-since", &[("from", crate::domain::Arg::text(day(from)))]),
        (from, to) => format!("{} {} {}", day(from), view.marks.rule, day(to)),
    }
}

/// The last and the next meeting, wherever it is.
fn meetings(page: &mut Page<'_>, id: Id<Person>) {
    let view = page.view;
    page.section(2, "card-meetings");
    let (last, next) = (last_met(id, view), next_met(id, view));
    for (label, visit) in [("card-last", last), ("card-next", next)] {
        match visit {
            Some(visit) => {
                let text = format!("{} {}", view.words.term(&visit.kind.term()), name::client(visit.client, view));
                let start = visit.local_start(view.book().settings().zone);
                let (day, time) = (view.words.date_with_weekday(start.date()), view.words.time(start.time()));
                let there = view.words.elsewhere(visit, view.book().settings().zone).unwrap_or_default();
                let when = format!("{day} {time} {there}").trim_end().to_owned();
                page.wrapped(&view.say(label), &format!("{when}  {text}"), Spot::Met(Id::new(visit.head.uid)));
            }
            None if label == "card-last" => page.nothing("word-never_met"),
            None => page.nothing("card-none-planned"),
        }
    }
}

pub fn last_met<'v>(id: Id<Person>, view: &View<'v>) -> Option<&'v Visit> {
    contacts::last_met(view.book(), id, view.today())
}

/// The next visit at which the person is expected.
pub fn next_met<'v>(id: Id<Person>, view: &View<'v>) -> Option<&'v Visit> {
    let now: NaiveDateTime = view.now();
    let ahead =
        |visit: &&Visit| visit.status == VisitStatus::Planned && visit.local_start(view.book().settings().zone) >= now;
    let expected = |visit: &&Visit| visit.attendees.iter().any(|attendee| attendee.person == id);
    view.book().visit.of(id).filter(expected).filter(ahead).min_by_key(|visit| (visit.starts(), visit.head.uid))
}

/// Makes the link of a number or an address.
type Link = fn(&str) -> Option<String>;

/// Numbers and addresses, at the end those of the firms. Private ones are blank in privacy mode, and can be neither
/// copied nor opened then.
fn reach(page: &mut Page<'_>, person: &Person) {
    let view = page.view;
    page.section(3, "card-contacts");
    let label = |field: &str| view.words.label("person", field);
    let mut any = false;
    let groups: [(&str, &[Contact], bool, Link); 4] = [
        ("work_phones", &person.work_phones, false, link::phone),
        ("work_emails", &person.work_emails, false, link::mail),
        ("private_phones", &person.private_phones, true, link::phone),
        ("private_emails", &person.private_emails, true, link::mail),
    ];
    for (field, contacts, private, link) in groups {
        for contact in contacts {
            let beside = contact.label.as_ref().map(|label| format!("  {label}")).unwrap_or_default();
            let reach = Reach { text: contact.value.clone(), link: link(&contact.value) };
            page.reach(&label(field), format!("{}{beside}", contact.value), private, reach);
            any = true;
        }
    }
    for messenger in &person.messenger {
        let reach = Reach { text: messenger.handle.clone(), link: site(&messenger.handle) };
        page.reach(&label("messenger"), format!("{} {}", messenger.kind, messenger.handle), true, reach);
        any = true;
    }
    for client in seats(person.uid(), view) {
        let places: [(&str, &Option<String>, Link); 2] =
            [("address", &client.address, |_| None), ("website", &client.website, link::web)];
        for (field, text, link) in places {
            let Some(text) = text else { continue };
            let shown = format!("{text}  {}", short_name(client));
            let reach = Reach { text: text.clone(), link: link(text) };
            page.reach(&view.words.label("client", field), shown, false, reach);
            any = true;
        }
    }
    if !any {
        page.nothing("word-unknown");
    }
}

/// A handle that is an address of the web, said as one.
fn site(handle: &str) -> Option<String> {
    link::web(handle).filter(|_| handle.contains("://"))
}

/// Where the person sits now, each once.
fn seats<'v>(id: Id<Person>, view: &View<'v>) -> Vec<&'v Client> {
    let now = |row: &&Affiliation| row.person == id && in_force(row.from, row.to, view.today()).yes();
    let mut rows: Vec<&Affiliation> = view.book().affiliation.of(id).filter(now).collect();
    rows.sort_by_key(|row| (!row.is_primary, row.head.uid));
    let clients = each_once(rows.into_iter().map(|row| row.client));
    clients.into_iter().filter_map(|client| view.book().client.get(client)).collect()
}

/// What the person wants out of the deals, by client.
fn wants(page: &mut Page<'_>, id: Id<Person>) {
    let view = page.view;
    page.section(4, "card-wants");
    let now = |row: &&Interest| row.person == id && in_force(row.from, row.to, view.today()).yes();
    let mut rows: Vec<_> = view.book().interest.of(id).filter(now).collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.importance), row.head.uid));
    if rows.is_empty() {
        page.nothing("word-unknown");
    }
    for row in rows {
        let weight = view.words.remarks(&[row.importance.to_string(), view.words.term(&row.certainty.term())]);
        let text = format!("{}{}", row.text, view.words.aside(&weight));
        page.wrapped(&name::client(row.client, view), &view.private(text), Spot::Row(Entity::Interest, row.head.uid));
    }
}

/// What is kept of the person as a person; blank in privacy mode.
fn personal(page: &mut Page<'_>, person: &Person) {
    let view = page.view;
    page.section(5, "card-personal");
    let birthday = person.birthday.map(|day| view.words.partial(day));
    let languages: Vec<String> = person.languages.iter().map(|said| view.words.language_named(said)).collect();
    let languages = (!languages.is_empty()).then(|| view.words.list(&languages));
    let texts = [
        ("birthday", birthday, true),
        ("family", person.family.clone(), true),
        ("likes", person.likes.clone(), true),
        ("dislikes", person.dislikes.clone(), true),
        ("background", person.background.clone(), true),
        ("languages", languages, false),
        ("consent_note", person.consent_note.clone(), true),
    ];
    let mut any = false;
    for (field, text, private) in texts {
        let Some(text) = text else { continue };
        let text = if private { view.private(text) } else { text };
        page.wrapped(&view.words.label("person", field), &text, Spot::Row(Entity::Person, person.head.uid));
        any = true;
    }
    if !any {
        page.nothing("word-unknown");
    }
}

fn occasions(page: &mut Page<'_>, id: Id<Person>) {
    let view = page.view;
    let mut rows: Vec<&Occasion> = view.book().occasion.of(id).filter(|row| row.person == Some(id)).collect();
    rows.sort_by_key(|row| (row.date.month_day(), row.head.uid));
    let said = rows.iter().any(|row| row.kind == OccasionKind::Birthday);
    let birthday = view.book().person.get(id).and_then(|person| person.birthday).filter(|_| !said);
    if rows.is_empty() && birthday.is_none() {
        return;
    }
    page.section(6, "section-occasions");
    if let Some(birthday) = birthday {
        let text = format!("{}  {}", view.words.partial(birthday), view.say("occasion-prepare"));
        page.wrapped(&view.words.term(&OccasionKind::Birthday.term()), &view.private(text), Spot::Birthday);
    }
    for row in rows {
        let mut parts = vec![view.words.partial(row.date)];
        parts.extend(row.how.clone());
        parts.extend(row.lead_days.map(|n| view.say_with("occasion-lead", &[("n", Arg::Count(n))])));
        let marked = row.marked.iter().max_by_key(|marked| marked.year);
        parts.extend(marked.map(|marked| {
            let what = marked.what.as_ref().map(|what| format!("{}{what}", view.words.colon())).unwrap_or_default();
            format!("{} {}{what}", view.words.label("occasion", "marked"), marked.year)
        }));
        let text = view.private(joined(&parts, view));
        page.wrapped(&view.words.term(&row.kind.term()), &text, Spot::Row(Entity::Occasion, row.head.uid));
    }
}

fn notes(page: &mut Page<'_>, id: Id<Person>) {
    let view = page.view;
    let mut rows: Vec<_> = view.book().note.of(id).filter(|note| note.person == Some(id)).collect();
    rows.sort_by_key(|note| std::cmp::Reverse((note.pinned, note.on, note.head.uid)));
    if rows.is_empty() {
        return;
    }
    page.section(7, "card-notes");
    for note in rows {
        let hidden = view.privacy && note.class != NoteClass::In;
        let text = if hidden { view.marks.hidden.to_owned() } else { note.text.clone() };
        page.wrapped(&view.words.day_digits(note.on), &text, Spot::Row(Entity::Note, note.head.uid));
    }
}
