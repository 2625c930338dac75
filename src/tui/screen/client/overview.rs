//! The client at a glance: what comes next, who decides, what they need, what is promised, what is open.

use super::facts::short_name;
use super::{Page, Subject, adapting, goals, meeting, money, mood};
use crate::domain::figures::problems::open_of;
use crate::domain::figures::{View as Figures, cadence};
use crate::domain::map::{Attitude, DecisionMap, Freshness, Holder, Row, roads};
use crate::domain::words::{CommitmentState, NeedState, NoteClass, VisitStatus, Voice, Who};
use crate::domain::{Arg, Client, Entity, Id, Need, Note, Person, Visit, offer};
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::screen::ways;

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
    money::test(&mut page, view, client, width);
    desk.standing(&mut page);
    desk.goals(&mut page);
    desk.check(&mut page);
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
            let day = road.next.map(|visit| self.view.words.day_weekday(visit.start.date())).unwrap_or_default();
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
        let mut parts = vec![format!("{day} {}", words.time(start.time()))];
        parts.extend(words.elsewhere(visit, home));
        parts.push(words.term(&visit.kind.term()));
        parts.extend(visit.place_kind.map(|place| words.term(&place.term())));
        let head = words.remarks(&parts);
        if people.is_empty() { head } else { words.told(&head, &words.list(&people)) }
    }

    fn decides(&self, page: &mut Page) {
        let words = self.view.words;
        let balance = self.map.balance.percent.map_or_else(|| words.unknown(), |value| words.signed(value.into(), 0));
        let balance = self.view.private(balance);
        let known = [("known", Arg::count(self.map.balance.known)), ("of", Arg::count(self.map.balance.of))];
        let right = format!(
            "{} {}  {} {balance} ({})",
            words.term("tab.map").to_lowercase(),
            words.percent(self.map.completeness),
            words.short("term.balance_of_forces"),
            words.say_with("known-of", &known)
        );
        page.lines.section(None, words.term("section.who_decides"), right);
        for row in self.map.steps.iter().rev() {
            self.step(page, row);
        }
    }

    fn step(&self, page: &mut Page, row: &Row) {
        let kind = self.view.words.short(&row.kind.term());
        if let Some(absent) = &row.absent {
            let reason = self.view.private(&absent.reason);
            let text = self.view.say_with("step-not-needed", &[("reason", Arg::text(reason))]);
            return self.line(page, &kind, &text, "", None);
        }
        if row.holders.is_empty() {
            return self.line(page, &kind, &self.say("word-nobody_known"), "", None);
        }
        for holder in &row.holders {
            let subject = Some(Subject::new(Entity::Person, holder.person.uuid));
            let told = self.holder(holder);
            let limit = self.limit(holder, self.width.saturating_sub(self.label + 2 + cells::width(&told)));
            self.line(page, &kind, &told, &limit, subject);
        }
    }

    /// The limit of a holder, as far as there is room for it.
    fn limit(&self, holder: &Holder, room: usize) -> String {
        let Some(limit) = holder.limit else { return String::new() };
        let money = self.view.private(self.view.words.money_short(limit));
        let whole = format!("{} {money}", self.say("label-limit"));
        [whole, money].into_iter().find(|text| cells::width(text) <= room).unwrap_or_default()
    }

    fn holder(&self, holder: &Holder) -> String {
        let words = self.view.words;
        let fresh =
            if holder.freshness == Freshness::Fresh { String::new() } else { words.mark(&holder.freshness.term()) };
        let left = if holder.left { "x " } else { "" };
        let certainty = format!("{left}{}{fresh}", words.mark(&holder.certainty.term()));
        let attitude = self.map.column(holder.person).map(|column| &column.attitude);
        let stance = attitude.and_then(Attitude::stance);
        let stance = stance.map_or("?".to_owned(), |value| words.mark(&format!("stance.value.{value}")));
        let influence = attitude.and_then(Attitude::influence).map_or("?".to_owned(), |n| n.to_string());
        format!(
            "{} {} {} {} {}",
            self.view.left(&self.person(holder.person), if self.is_narrow() { 10 } else { 12 }),
            self.view.left(&certainty, 9),
            self.view.right(&words.ago(holder.age_days), 5),
            self.view.right(&self.view.private(stance), 3),
            self.view.private(influence),
        )
    }

    fn needs(&self, page: &mut Page) {
        page.lines.section(None, self.view.words.term("section.what_they_need"), "");
        let open = |need: &&Need| need.client == self.id && !matches!(need.state, NeedState::Dropped | NeedState::Met);
        let mut needs: Vec<&Need> = self.view.book().need.of(self.id).filter(open).collect();
        needs.sort_by_key(|need| (need.voice, !need.essential, need.state, need.head.uid));
        for voice in [Voice::Stated, Voice::Hidden] {
            let label = self.view.words.short(&voice.term());
            let mine: Vec<&&Need> = needs.iter().filter(|need| need.voice == voice).collect();
            if mine.is_empty() {
                self.line(page, &label, &self.say("word-none_found"), "", None);
            }
            for need in mine {
                let mut right = self.view.words.term(&need.state.term());
                if need.essential && !self.is_narrow() {
                    right = self.view.words.remarks(&[right, self.say("label-essential")]);
                }
                let subject = Some(Subject::new(Entity::Need, need.head.uid));
                self.line(page, &label, &self.view.private(&need.title), &right, subject);
            }
        }
    }

    fn adaptation(&self, page: &mut Page) {
        adapting::section(page, self.view, &self.figures, self.id, (self.width, self.label));
    }

    fn promised(&self, page: &mut Page) {
        page.lines.section(None, self.view.words.term("section.promised"), "");
        let open = adapting::others(&self.figures, self.id);
        for who in [Who::We, Who::They] {
            let label = self.view.words.term(&who.term());
            let mine: Vec<_> = open.iter().filter(|open| open.promise.who == who).collect();
            if mine.is_empty() {
                self.line(page, &label, &self.say("word-nothing_open"), "", None);
            }
            for open in mine {
                let mut right = match open.due {
                    Some(_) if open.is_late() => self.view.words.late(open.late_days),
                    Some(due) => format!("{} {}", self.say("word-due"), self.view.words.day_weekday(due)),
                    None => self.say("word-no_date"),
                };
                if let (CommitmentState::Passed, Some(with), false) =
                    (open.promise.state, &open.promise.passed_to, self.is_narrow())
                {
                    right = self.view.words.remarks(&[&right, with]);
                }
                let subject = Some(Subject::new(Entity::Commitment, open.promise.head.uid));
                self.line(page, &label, &open.promise.text, &right, subject);
            }
        }
    }

    fn open(&self, page: &mut Page) {
        page.lines.section(None, self.view.words.term("section.open"), "");
        let words = self.view.words;
        let (offers, problems) = (offer::open_offers(self.view.book(), self.id), open_of(self.view.book(), self.id));
        if offers.is_empty() && problems.is_empty() {
            self.line(page, "", &self.say("word-nothing_open"), "", None);
        }
        for proposal in offers {
            let mut right = format!("v{} {}", proposal.version, words.term(&proposal.state.term()));
            if let Some(until) = proposal.valid_until.filter(|_| !self.is_narrow()) {
                right =
                    words.remarks(&[right, format!("{} {}", self.say("label-valid_until"), words.day_short(until))]);
            }
            let subject = Some(Subject::new(Entity::Proposal, proposal.head.uid));
            self.line(page, &words.short("entity.proposal").to_lowercase(), &proposal.title, &right, subject);
        }
        for problem in problems {
            let again = ways::again(problem, self.view).map(|_| self.say("today-again"));
            let due = problem.due.map(|due| format!("{} {}", self.say("word-due"), words.day_weekday(due)));
            let state = Some(words.term(&problem.state.term()));
            let right = words.remarks(&[state, again, due].into_iter().flatten().collect::<Vec<_>>());
            let subject = Some(Subject::new(Entity::Problem, problem.head.uid));
            self.line(page, &words.short("entity.problem").to_lowercase(), &problem.title, &right, subject);
        }
    }

    fn held(&self) -> Vec<&'a Visit> {
        let held = |visit: &&Visit| {
            visit.client == self.id && visit.status == VisitStatus::Held && visit.start.date() <= self.view.today()
        };
        let mut visits: Vec<&Visit> = self.view.book().visit.of(self.id).filter(held).collect();
        visits.sort_by_key(|visit| std::cmp::Reverse((visit.start, visit.head.uid)));
        visits
    }

    fn last(&self, page: &mut Page) {
        let Some(visit) = self.held().into_iter().next() else { return };
        let outcome = self.view.private(visit.outcome.clone().unwrap_or_default());
        let text = format!("{} {}", self.view.words.day_short(visit.start.date()), outcome);
        let subject = Some(Subject::new(Entity::Visit, visit.head.uid));
        let mood = format!("{} {}", self.view.words.short("entity.satisfaction"), self.mood());
        self.line(page, &self.say("overview-last"), &text, &mood, subject);
    }

    fn mood(&self) -> String {
        mood::with_curve(self.view, &self.figures, self.id)
    }

    /// Where the client stands: rhythm, mood, reception, years.
    fn standing(&self, page: &mut Page) {
        let words = self.view.words;
        page.lines.section(None, words.term("entity.satisfaction"), self.mood());
        let Some(client) = self.client else { return };
        let rhythm = cadence::contact(&self.figures, client);
        let last = rhythm.as_ref().and_then(|rhythm| rhythm.last);
        let last = last.map_or_else(|| self.say("word-never_contacted"), |day| words.date(day));
        let right = rhythm.and_then(|rhythm| rhythm.overdue());
        let right = right.map(|days| words.say_with("overdue-days", &[("n", Arg::Count(days))])).unwrap_or_default();
        self.line(page, &self.say("overview-contact"), &last, &right, None);
        if !cadence::had_reception(&self.figures, self.id) {
            let year = [("year", Arg::text(self.figures.month().year.to_string()))];
            let next = meeting::reception_ahead(self.view, self.id);
            self.line(page, "", &words.say_with("no-reception-in", &year), &next, None);
        }
        for (field, value) in [
            ("relation_start", client.relation_start.map(|day| words.partial(day))),
            ("industry", client.industry.clone()),
            ("region", client.region.clone()),
            ("main_bank", client.main_bank.clone().map(|bank| self.view.private(bank))),
            ("deputy", client.deputy.clone()),
        ] {
            let value = value.unwrap_or_else(|| words.unknown());
            let subject = Some(Subject::new(Entity::Client, self.id.uuid));
            self.line(page, &words.label("client", field), &value, "", subject);
        }
    }

    fn meeting(&self, page: &mut Page) {
        meeting::section(page, self.view, self.id, self.width);
    }

    fn goals(&self, page: &mut Page) {
        goals::section(page, self.view, &self.figures, self.id, (self.width, self.label));
    }

    fn contacts(&self, page: &mut Page) {
        page.lines.section(None, self.view.words.term("section.last_contacts"), "");
        for visit in self.held().into_iter().take(3) {
            let outcome = self.view.private(visit.outcome.clone().unwrap_or_default());
            let subject = Some(Subject::new(Entity::Visit, visit.head.uid));
            self.line(page, &self.view.words.day_short(visit.start.date()), &outcome, "", subject);
        }
        let pinned = |note: &&Note| note.pinned && note.client == Some(self.id);
        for note in self.view.book().note.of(self.id).filter(pinned) {
            let text = if note.class == NoteClass::In { note.text.clone() } else { self.view.private(&note.text) };
            let subject = Some(Subject::new(Entity::Note, note.head.uid));
            self.line(page, &self.view.words.short(&note.topic.term()), &text, "", subject);
        }
    }

    fn check(&self, page: &mut Page) {
        let title = self.view.words.term("section.to_check");
        page.lines.section(None, title, self.map.findings.len().to_string());
        for finding in &self.map.findings {
            let subject = finding.person.map(|person| Subject::new(Entity::Person, person.uuid));
            let text = self.view.private(self.view.words.sentence(&finding.text));
            page.row(self.view.fit(&format!(" {text}"), self.width), subject);
        }
    }
}
