//! The sections of a visit before it is held, as lines. Builds no edits.

mod told;

use uuid::Uuid;

use super::meeting::{self, Told};
use super::today::bits::Bits;
use super::today::called;
use crate::domain::entity::{Person, Product};
use crate::domain::figures::View as Figures;
use crate::domain::figures::meeting::is_to_be_planned;
use crate::domain::figures::occasions::{self, Whose};
use crate::domain::figures::{contacts, promises};
use crate::domain::map::holders::Ask;
use crate::domain::map::place::position;
use crate::domain::map::questions::needs_to_probe;
use crate::domain::map::{DecisionMap, NextQuestion, attitude};
use crate::domain::parts::Attendee;
use crate::domain::push_check::{self, Strength};
use crate::domain::standard_answers::{self, Sought};
use crate::domain::words::{RoleKind, Side};
use crate::domain::{Arg, Entity, Id, Need, Visit};
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::theme::Tone;
use crate::tui::widget::sheet::Lines;
pub use told::past;
use told::{is_among, promise, where_it_is};

/// What stands in a row of the page.
pub enum Row {
    Person(Id<Person>),
    /// The visit's n-th question.
    Question(usize),
    Proposed(NextQuestion),
    Record(Entity, Uuid),
    Past(Id<Visit>),
}

/// The page, and what each of its rows is.
#[derive(Default)]
pub struct Page {
    pub lines: Lines,
    pub rows: Vec<Row>,
    /// The line where the second column begins, if there are two.
    pub second: Option<usize>,
}

/// Answers at hand.
const ANSWERS: usize = 5;
/// Lines that a row may take in two columns, and how far those after its first are moved in.
const LINES: usize = 3;
const HANGING: usize = 4;

/// How wide the page is, and its second column if it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns(pub usize, pub Option<usize>);

struct Writer<'a> {
    view: &'a View<'a>,
    visit: &'a Visit,
    map: DecisionMap,
    width: usize,
    /// There is room for whole texts.
    in_full: bool,
    sections: u8,
    page: Page,
}

/// The page beside a list, to be read only.
pub fn beside(view: &View<'_>, visit: &Visit, width: usize) -> Lines {
    let mut writer = Writer::new(view, visit, width, true);
    writer.left();
    writer.right();
    writer.page.lines
}

pub fn page(view: &View<'_>, visit: &Visit, Columns(width, second): Columns) -> Page {
    let mut writer = Writer::new(view, visit, width, second.is_some());
    writer.left();
    if let Some(width) = second {
        writer.width = width;
        writer.page.second = Some(writer.page.lines.len());
    }
    writer.right();
    writer.page
}

impl<'a> Writer<'a> {
    fn new(view: &'a View<'a>, visit: &'a Visit, width: usize, in_full: bool) -> Self {
        let ask = Ask::of_visit(visit, view.today());
        let map = DecisionMap::of(view.book(), ask, &view.desk.past_of(visit.client, view.today()).unwrap_or_default());
        Self { view, visit, map, width, in_full, sections: 0, page: Page::default() }
    }

    fn left(&mut self) {
        self.meeting();
        self.people();
        self.questions();
        self.needs();
    }

    fn right(&mut self) {
        self.promises();
        self.meeting_situation();
        self.occasions();
        self.outcomes();
        self.answers();
    }

    /// The next section; numbers have no hole where one has nothing to say.
    fn section(&mut self, id: &str, right: impl Into<String>) {
        self.sections += 1;
        self.page.lines.section(Some(self.sections), self.view.say(id), right);
    }

    fn text(&mut self, bits: &Bits) {
        self.page.lines.text(bits.clone().fit(self.width, self.view).line(self.view));
    }

    fn row(&mut self, bits: &Bits, row: Row) {
        let parts = if self.in_full {
            bits.hanging(HANGING, self.width, LINES, self.view)
        } else {
            vec![bits.clone().fit(self.width, self.view)]
        };
        for (n, part) in parts.into_iter().enumerate() {
            let line = part.line(self.view);
            if n == 0 {
                self.page.lines.row(line);
            } else {
                self.page.lines.text(line);
            }
        }
        self.page.rows.push(row);
    }

    fn none(&mut self, term: &str) {
        let said = Bits::of(self.view.words.term(term), Tone::Muted);
        self.text(&said);
    }

    /// A label and its text, wrapped.
    fn labelled(&mut self, label: &str, text: &Bits, label_width: usize) {
        let room = self.width.saturating_sub(label_width + 1);
        for (n, part) in text.wrap(room, usize::MAX, self.view).into_iter().enumerate() {
            let label = if n == 0 { label } else { "" };
            let head = Bits::of(format!("{} ", self.view.left(label, label_width)), Tone::Muted);
            self.text(&head.then(part));
        }
    }

    fn meeting(&mut self) {
        let (view, visit) = (self.view, self.visit);
        self.section("before-meeting", "");
        let field = |name: &str| view.words.label("visit", name);
        let labels = [field("place"), field("purpose"), field("agenda")];
        let width = labels.iter().map(|label| cells::width(label)).max().unwrap_or(0).min(20);
        let [place, purpose, agenda] = labels;
        self.labelled(&place, &where_it_is(view, visit), width);
        let unknown = || Bits::of(view.words.unknown(), Tone::Unknown);
        self.labelled(&purpose, &visit.purpose.as_deref().map_or_else(unknown, Bits::plain), width);
        if let Some(text) = &visit.agenda {
            self.labelled(&agenda, &Bits::plain(text), width);
        }
        self.guests(width);
        if let Some(push) = push_check::check(view.book(), visit) {
            let tone = match push.strength {
                Strength::Note => Tone::Muted,
                Strength::Warn => Tone::Warn,
                Strength::Strong => Tone::Bad,
            };
            let tone = if push.kept { Tone::Muted } else { tone };
            self.labelled("!", &Bits::of(view.words.sentence(&push.text), tone), width);
        }
    }

    /// Who receives, and which clients are invited beside.
    fn guests(&mut self, width: usize) {
        let (view, visit) = (self.view, self.visit);
        let field = |name: &str| view.words.label("visit", name);
        if let Some(host) = visit.host.and_then(|host| view.book().person.get(host)) {
            self.labelled(&field("host"), &Bits::plain(view.words.person_middle(host)), width);
        }
        if !visit.also_clients.is_empty() {
            let names: Vec<String> = visit.also_clients.iter().map(|id| called::client_short(view, *id)).collect();
            self.labelled(&field("also_clients"), &Bits::plain(view.words.list(&names)), width);
        }
        if visit.our_top_present {
            self.labelled("", &Bits::of(view.say("meeting-with-top"), Tone::Accent), width);
        }
    }

    fn people(&mut self) {
        let visit = self.visit;
        self.section("before-people", "");
        if visit.attendees.is_empty() {
            let said = Bits::of(self.view.say("attendees-unknown"), Tone::Unknown);
            self.text(&said);
        }
        for attendee in &visit.attendees {
            let Some(line) = self.person(attendee) else { continue };
            self.row(&line, Row::Person(attendee.person));
        }
    }

    /// Name, position, roles with how sure they are, stance, when last met.
    fn person(&self, attendee: &Attendee) -> Option<Bits> {
        let (view, book) = (self.view, self.view.book());
        let person = book.person.get(attendee.person)?;
        let name = view.words.person_middle(person);
        let line = Bits::of(view.left(&name, NAME), Tone::Title);
        if person.side == Side::Bank {
            return Some(line.word(view.words.term("person.side.bank"), Tone::Muted));
        }
        let position = position(book, attendee.person, self.visit.client, self.view.today()).unwrap_or_default();
        let stance = attitude(book, attendee.person, self.visit.client, self.map.ask.proposal, view.today());
        let stance = match stance.stance() {
            Some(value) => Bits::plain(view.private(view.words.mark(&format!("stance.value.{value}")))),
            None => Bits::of("?", Tone::Unknown),
        };
        let line = line.and(" ", Tone::Plain).then(stance.column(3, view)).and(" ", Tone::Plain);
        let parts = [self.roles(attendee.person), Bits::of(position, Tone::Muted), self.last_met(attendee.person)];
        Some(line.then(Bits::join(parts, view.words.comma())))
    }

    fn roles(&self, person: Id<Person>) -> Bits {
        let view = self.view;
        let rows = self.map.steps.iter().chain(&self.map.others);
        let held = rows.flat_map(crate::domain::map::Row::present).filter(|holder| holder.person == person);
        let said = |kind: RoleKind| view.private(view.words.short(&kind.term()));
        let parts = held
            .map(|holder| Bits::of(said(holder.kind), Tone::Accent).word(called::certainty(view, holder), Tone::Plain));
        Bits::join(parts, view.words.comma())
    }

    fn last_met(&self, person: Id<Person>) -> Bits {
        let (view, today) = (self.view, self.view.today());
        match contacts::last_met(view.book(), person, today) {
            Some(visit) => {
                let day = visit.day(view.book().settings().zone);
                let ago = Arg::text(view.words.ago((today - day).num_days()));
                Bits::of(view.say_with("before-last-met", &[("ago", ago)]), Tone::Muted)
            }
            None => Bits::of(view.words.term("word.never_met"), Tone::Unknown),
        }
    }

    /// The visit's own questions, then those proposed that are not among them.
    fn questions(&mut self) {
        let (view, visit) = (self.view, self.visit);
        let asked = visit.questions.len();
        self.section("before-questions", view.say_with("before-taken", &[("n", Arg::count(asked))]));
        for (n, question) in visit.questions.iter().enumerate() {
            let mark = if question.asked { "[x] " } else { "[*] " };
            let line = Bits::of(mark, Tone::Key).and(view.private(&question.text), Tone::Plain);
            let answer = question.answer.as_deref().filter(|_| !view.privacy);
            let line = answer.map_or(line.clone(), |answer| line.and("  ", Tone::Plain).and(answer, Tone::Muted));
            self.row(&line, Row::Question(n));
        }
        for next in self.map.questions(view.book()) {
            if is_among(&next, visit) {
                continue;
            }
            let text = view.private(view.words.sentence(&next.text));
            self.row(&Bits::of("[ ] ", Tone::Key).and(text, Tone::Guess), Row::Proposed(next));
        }
    }

    /// What is still a guess or being probed, hidden ones first.
    fn needs(&mut self) {
        let (view, client) = (self.view, self.visit.client);
        self.section("before-needs", "");
        let needs = needs_to_probe(view.book(), client);
        if needs.is_empty() {
            self.none("word.none_found");
        }
        let state = |need: &Need| {
            let state = view.words.need_state_short(view.book(), need, view.today());
            view.words.remarks(&[view.words.short(&need.voice.term()), state])
        };
        let room = needs.iter().map(|need| cells::width(&state(need))).max().unwrap_or(0);
        for need in needs {
            let line = Bits::of(view.left(&state(need), room + 1), Tone::Muted);
            self.row(&line.word(view.private(&need.title), Tone::Plain), Row::Record(Entity::Need, need.head.uid));
        }
    }

    fn promises(&mut self) {
        let view = self.view;
        self.section("before-promises", "");
        let figures = Figures::on(view.book(), view.today());
        let open = promises::of_client(&figures, self.visit.client);
        if open.is_empty() {
            self.none("word.nothing_open");
        }
        for row in open {
            self.row(&promise(view, &row), Row::Record(Entity::Commitment, row.promise.head.uid));
        }
    }

    fn occasions(&mut self) {
        let view = self.view;
        let near = occasions::near(&Figures::on(view.book(), view.today()));
        let near: Vec<_> = near.into_iter().filter(|near| near.client == self.visit.client).collect();
        if near.is_empty() {
            return;
        }
        self.section("before-occasions", "");
        for near in near {
            let name = match near.whose {
                Whose::Person(person) => called::person(view, person),
                Whose::Client(client) => called::client_short(view, client),
            };
            let years = near.years.filter(|_| !near.with_us).map(|years| format!(" {years}")).unwrap_or_default();
            let told = format!("{name} {}{years}", called::occasion(view, &near));
            let line = Bits::of(view.left(&called::day(view, near.date), DAY), Tone::Accent);
            let line = line.word(view.private(told), Tone::Plain);
            let how = near.how.as_deref().filter(|_| !view.privacy && near.own_name().is_none());
            let line = Bits::join(std::iter::once(line).chain(how.map(Bits::plain)), view.words.comma());
            let row = match (near.whose, near.occasion) {
                (Whose::Person(person), _) => Row::Person(person),
                (Whose::Client(client), None) => Row::Record(Entity::Client, client.uuid),
                (Whose::Client(_), Some(row)) => Row::Record(Entity::Occasion, row.uuid),
            };
            self.row(&line, row);
        }
    }

    /// While a meeting with our top management is to be planned.
    fn meeting_situation(&mut self) {
        let (view, client) = (self.view, self.visit.client);
        if !view.book().client.get(client).is_some_and(is_to_be_planned) {
            return;
        }
        self.section("meeting-situation", "");
        for (bits, told) in meeting::lines(view, client) {
            match told {
                Told::Visit(visit) => self.row(&bits, Row::Record(Entity::Visit, visit.uuid)),
                Told::Occasion(Whose::Person(person)) => self.row(&bits, Row::Person(person)),
                Told::Occasion(Whose::Client(_)) | Told::Nothing => self.text(&bits),
            }
        }
    }

    fn outcomes(&mut self) {
        let (view, visit) = (self.view, self.visit);
        self.section("before-outcomes", "");
        let past = past(view, visit.client, visit.starts());
        if past.is_empty() {
            self.none("word.never_met");
        }
        for (line, visit) in past {
            self.row(&line, Row::Past(visit));
        }
    }

    /// Valid answers on the products that the visit names or the client uses.
    fn answers(&mut self) {
        let (view, visit) = (self.view, self.visit);
        let held = view.book().holding.of(visit.client).filter(|holding| holding.client == visit.client);
        let mut products: Vec<Id<Product>> = held.map(|holding| holding.product).collect();
        products.extend(push_check::products_named(view.book(), visit));
        let language = Sought::of(view.book(), Some(visit.client)).language;
        let answers = standard_answers::on_products(view.book(), language, &products, view.today());
        if answers.is_empty() {
            return;
        }
        self.section("before-answers", "");
        for answer in answers.into_iter().take(ANSWERS) {
            let line = Bits::plain(&answer.question);
            self.row(&line, Row::Record(Entity::Answer, answer.head.uid));
            if self.in_full {
                let room = self.width.saturating_sub(HANGING);
                for part in Bits::of(&answer.body, Tone::Muted).wrap(room, LINES, view) {
                    self.page.lines.text(Bits::plain(" ".repeat(HANGING)).then(part).line(view));
                }
            }
        }
    }
}

/// Cells of a name, of a day.
const NAME: usize = 22;
const DAY: usize = 10;
