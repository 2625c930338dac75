//! The client at a glance: what comes next, who decides, what they need, what is promised, what is open.

mod decides;
mod standing;
mod work;

use chrono_tz::Tz;

use super::facts::short_name;
use super::{Page, Subject, adapting, extras, goals, meeting, money, mood, vip};
use crate::domain::figures::View as Figures;
use crate::domain::map::{DecisionMap, roads};
use crate::domain::words::{PlaceKind, VisitKind};
use crate::domain::{Arg, Client, Entity, Id, Person, Visit};
use crate::tui::cells;
use crate::tui::layer::View;

/// Cells of the words at the left of each line; the names of fields, at the right, are longer.
const LABEL: usize = 11;
const FIELD: usize = 15;

/// In a pane under so many cells what stands at the right gives way.
pub(super) const NARROW: usize = 60;

/// Everything in one column.
pub fn page(view: &View<'_>, client: Id<Client>, width: usize) -> Page {
    let desk = Pen::new(view, client, width, LABEL);
    let mut page = Page::default();
    desk.next(&mut page);
    desk.meeting(&mut page);
    desk.decides(&mut page);
    desk.needs(&mut page);
    desk.adaptation(&mut page);
    desk.promised(&mut page);
    desk.open(&mut page);
    desk.last(&mut page);
    desk.goals(&mut page);
    desk.check(&mut page);
    desk.file(&mut page);
    page
}

/// The same beside a list, under the client's name.
pub fn glance(view: &View<'_>, client: Id<Client>, width: usize) -> Page {
    let desk = Pen::new(view, client, width, LABEL);
    let mut page = Page::default();
    let name = desk.client.map(short_name).unwrap_or_default();
    page.lines.section(None, name, view.words.term(&desk.figures.tier(client).term()));
    for draw in
        [Pen::next, Pen::decides, Pen::needs, Pen::adaptation, Pen::promised, Pen::open, Pen::contacts, Pen::goals]
    {
        draw(&desk, &mut page);
    }
    page
}

/// The left pane of a wide screen: what is between us.
pub fn left(view: &View<'_>, client: Id<Client>, width: usize) -> Page {
    let desk = Pen::new(view, client, width, LABEL);
    let mut page = Page::default();
    desk.next(&mut page);
    desk.meeting(&mut page);
    desk.needs(&mut page);
    desk.adaptation(&mut page);
    desk.promised(&mut page);
    desk.open(&mut page);
    desk.contacts(&mut page);
    page
}

/// The right pane: who decides, money, mood, goals and audit, what is to check.
pub fn right(view: &View<'_>, client: Id<Client>, width: usize) -> Page {
    let desk = Pen::new(view, client, width, FIELD);
    let mut page = Page::default();
    Pen::new(view, client, width, LABEL).decides(&mut page);
    money::worth(&mut page, view, &desk.figures, client, width);
    extras::told(&mut page, view, &desk.figures, client, width);
    vip::told(&mut page, view, client, width);
    desk.standing(&mut page);
    desk.goals(&mut page);
    desk.check(&mut page);
    desk.file(&mut page);
    page
}

struct Pen<'a> {
    view: &'a View<'a>,
    figures: Figures<'a>,
    id: Id<Client>,
    client: Option<&'a Client>,
    map: DecisionMap,
    width: usize,
    /// Cells of the words at the left.
    label: usize,
}

impl<'a> Pen<'a> {
    fn new(view: &'a View<'a>, id: Id<Client>, width: usize, label: usize) -> Self {
        let figures = Figures::on(view.book(), view.today());
        let map = DecisionMap::today(view.book(), id, view.today());
        Self { view, figures, id, client: view.book().client.get(id), map, width, label }
    }

    fn is_narrow(&self) -> bool {
        self.width < NARROW
    }

    fn say(&self, id: &str) -> String {
        self.view.say(id)
    }

    fn zone(&self) -> Tz {
        self.figures.settings().zone
    }

    fn person(&self, id: Id<Person>) -> String {
        let person = self.view.book().person.get(id);
        self.view
            .private(person.map_or_else(|| self.view.words.unknown(), |person| self.view.words.family_name(person)))
    }

    /// A label, what is told, and a remark at the right end.
    fn line(&self, page: &mut Page, label: &str, text: &str, right: &str, subject: Option<Subject>) {
        let head = self.view.left(label, self.label);
        let room = self.width.saturating_sub(self.label + 1);
        let rest = cells::both_ends(text, right, room, self.view.marks.cut);
        page.row(format!("{head} {rest}"), subject);
    }

    fn next(&self, page: &mut Page) {
        page.lines.section(None, self.view.words.term("section.next"), "");
        let today = self.view.today();
        let next = self.view.book().contacts(self.id, today).next(today).map(|planned| planned.visit);
        let visit = next.and_then(|id| self.view.book().visit.get(id));
        let Some(visit) = visit else {
            return self.line(page, &self.say("overview-visit"), &self.say("no-visit-booked"), "", None);
        };
        let subject = Some(Subject::new(Entity::Visit, visit.head.uid));
        self.line(page, &self.say("overview-visit"), &self.visit(visit), "", subject);
        if let Some(purpose) = &visit.purpose {
            self.line(page, &self.say("overview-goal"), purpose, "", subject);
        }
        for road in
            roads::roads(self.view.book(), self.id, today).into_iter().filter(|road| road.next.is_some()).take(1)
        {
            let elsewhere = self.view.book().client.get(road.elsewhere).map(|client| client.name.clone());
            let day = road.next.map(|visit| self.view.words.day_weekday(visit.day(self.zone()))).unwrap_or_default();
            let args = [
                ("person", Arg::text(self.person(road.person))),
                ("other", Arg::text(self.person(road.influences))),
                ("day", Arg::text(day)),
                ("client", Arg::text(elsewhere.unwrap_or_default())),
            ];
            let subject = Some(Subject::new(Entity::Person, road.person.uuid));
            self.line(
                page,
                &self.view.words.term("term.road"),
                &self.view.say_with("overview-road", &args),
                "",
                subject,
            );
        }
    }

    fn visit(&self, visit: &Visit) -> String {
        let words = self.view.words;
        let home = self.view.book().settings().zone;
        let start = visit.local_start(home);
        let day = if start.date() == self.view.today() {
            self.say("word-today").to_uppercase()
        } else {
            words.day_weekday(start.date())
        };
        let people: Vec<String> = visit.attendees.iter().map(|attendee| self.person(attendee.person)).collect();
        let there = words.elsewhere(visit, home).map(|there| format!(" {there}")).unwrap_or_default();
        let mut parts = vec![format!("{day} {}{there}", words.time(start.time()))];
        parts.push(words.term(&visit.kind.term()));
        // A call is by phone unless something else is said.
        let by_phone = visit.kind == VisitKind::Call && visit.place_kind == Some(PlaceKind::Phone);
        parts.extend(visit.place_kind.filter(|_| !by_phone).map(|place| words.term(&place.term())));
        let head = words.remarks(&parts);
        if people.is_empty() { head } else { words.told(&head, &words.list(&people)) }
    }

    fn adaptation(&self, page: &mut Page) {
        adapting::section(page, self.view, &self.figures, self.id, (self.width, self.label));
    }

    fn meeting(&self, page: &mut Page) {
        meeting::section(page, self.view, self.id, self.width);
    }

    fn goals(&self, page: &mut Page) {
        goals::section(page, self.view, &self.figures, self.id, (self.width, self.label));
    }
}
