//! The groups below the visits: how many each has, what its worst are, and each of its rows in full.

use super::bits::Bits;
use super::called;
use super::facts;
use super::model::Model;
use crate::domain::entity::Visit;
use crate::domain::figures::day::{Overdue, Promise};
use crate::domain::figures::occasions::{Near, Whose};
use crate::domain::figures::signals::Signal;
use crate::domain::table::Id;
use crate::domain::words::{OccasionKind, ProblemState, Who};
use crate::domain::{Arg, Client, Problem};
use crate::tui::layer::View;
use crate::tui::screen::ways;
use crate::tui::theme::Tone;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    WriteUp,
    Promises,
    Overdue,
    Signals,
    Problems,
    Occasions,
    FollowUp,
}

/// In the order of their digits, which begin with 2.
pub const GROUPS: [Group; 7] = [
    Group::WriteUp,
    Group::Promises,
    Group::Overdue,
    Group::Signals,
    Group::Problems,
    Group::Occasions,
    Group::FollowUp,
];

/// One row of a group: in full in columns, and short among others on one line.
pub struct Item {
    pub lead: Bits,
    pub client: Id<Client>,
    pub rest: Bits,
    pub short: Bits,
}

impl Group {
    pub fn digit(self) -> u8 {
        2 + self as u8
    }

    pub fn of_digit(digit: u8) -> Option<Self> {
        GROUPS.into_iter().find(|group| group.digit() == digit)
    }

    fn term(self) -> &'static str {
        match self {
            Self::WriteUp => "section.to_write_up",
            Self::Promises => "section.promises_due",
            Self::Overdue => "section.overdue_contacts",
            Self::Signals => "section.early_signals",
            Self::Problems => "section.problems",
            Self::Occasions => "section.occasions",
            Self::FollowUp => "section.follow_up_due",
        }
    }

    pub fn title(self, view: &View<'_>) -> String {
        view.words.term(self.term())
    }

    pub fn short(self, view: &View<'_>) -> String {
        view.words.short(self.term())
    }

    pub fn len(self, model: &Model) -> usize {
        let day = &model.day;
        match self {
            Self::WriteUp => day.to_write_up.len(),
            Self::Promises => model.promises.len(),
            Self::Overdue => model.overdue.len(),
            Self::Signals => model.signals.len(),
            Self::Problems => day.problems.len(),
            Self::Occasions => day.occasions.len(),
            Self::FollowUp => day.follow_up.len(),
        }
    }

    pub fn client(self, model: &Model, book: &crate::domain::Book, n: usize) -> Option<Id<Client>> {
        let day = &model.day;
        match self {
            Self::WriteUp => book.visit.get(*day.to_write_up.get(n)?).map(|visit| visit.client),
            Self::Promises => model.promises.get(n).map(|row| row.client),
            Self::Overdue => model.overdue.get(n).map(|row| row.client),
            Self::Signals => model.signals.get(n).map(|row| row.client),
            Self::Problems => book.problem.get(*day.problems.get(n)?).map(|problem| problem.client),
            Self::Occasions => day.occasions.get(n).map(|near| near.client),
            Self::FollowUp => day.follow_up.get(n).map(|owed| owed.client),
        }
    }

    /// The rows from `from` on, at most `most` of them.
    pub fn items(self, model: &Model, view: &View<'_>, from: usize, most: usize) -> Vec<Item> {
        let day = &model.day;
        let (skip, book) = (from, view.book());
        match self {
            Self::WriteUp => {
                let visits = day.to_write_up.iter().skip(skip).take(most).filter_map(|id| book.visit.get(*id));
                visits.map(|visit| write_up(view, visit)).collect()
            }
            Self::Promises => {
                model.promises.iter().skip(skip).take(most).map(|row| promise(view, row, day.date)).collect()
            }
            Self::Overdue => model.overdue.iter().skip(skip).take(most).map(|row| overdue(view, row)).collect(),
            Self::Signals => model.signals.iter().skip(skip).take(most).map(|row| signal(view, row)).collect(),
            Self::Problems => {
                let problems = day.problems.iter().skip(skip).take(most).filter_map(|id| book.problem.get(*id));
                problems.map(|row| problem(view, row)).collect()
            }
            Self::Occasions => day.occasions.iter().skip(skip).take(most).map(|near| occasion(view, near)).collect(),
            Self::FollowUp => {
                let owed = day.follow_up.iter().skip(skip).take(most);
                owed.map(|owed| follow_up(view, owed)).collect()
            }
        }
    }

    /// What stands at the right of its title: what it leaves out.
    pub fn aside(self, model: &Model, view: &View<'_>) -> String {
        match self {
            Self::Promises if model.day.promises_this_week() > 0 => {
                view.say_with("today-this-week", &[("n", Arg::count(model.day.promises_this_week()))])
            }
            _ => String::new(),
        }
    }

    /// The whole group on one line: as many of its worst as fit, then how many more.
    pub fn line(self, model: &Model, view: &View<'_>, width: usize) -> Bits {
        let len = self.len(model);
        if len == 0 {
            return Bits::of(view.words.term("word.none"), Tone::Muted);
        }
        if self == Self::Promises {
            return promises_line(model, view, width);
        }
        let items = self.items(model, view, 0, FOLDED);
        folded(items.into_iter().map(|item| item.short).collect(), len, &format!(" {} ", view.marks.dot), width, view)
    }
}

/// On one line a visit booked later than this is left out.
const SOON_DAYS: i64 = 7;

/// More than this never fits on one line.
const FOLDED: usize = 12;

/// As many parts as fit whole, then `+n`; the first is cut rather than left out.
fn folded(parts: Vec<Bits>, len: usize, between: &str, width: usize, view: &View<'_>) -> Bits {
    let mut line = Bits::default();
    for (n, part) in parts.into_iter().enumerate() {
        let rest = len - n - 1;
        let tail = if rest > 0 { format!("  +{rest}") } else { String::new() };
        let longer = Bits::join([line.clone(), part], between);
        if longer.width() + tail.len() > width {
            if n == 0 {
                return longer.fit(width.saturating_sub(tail.len()), view).and(tail, Tone::Muted);
            }
            return line.and(format!("  +{}", len - n), Tone::Muted);
        }
        line = longer;
    }
    line
}

/// `LATE we: Sidrat 10d, Алтын Дала 7d  they 6`.
fn promises_line(model: &Model, view: &View<'_>, width: usize) -> Bits {
    let late = |who: Who| model.promises.iter().filter(move |row| row.late_days > 0 && row.who == who);
    let (ours, theirs) = (late(Who::We).count(), late(Who::They).count());
    let today = model.promises.iter().filter(|row| row.late_days == 0).count();
    let counted =
        |who: Who, n: usize| (n > 0).then(|| Bits::of(format!("{} {n}", view.words.short(&who.term())), Tone::Warn));
    let today = (today > 0).then(|| Bits::of(format!("{} {today}", view.say("today-today")), Tone::Plain));
    let week = Some(Group::Promises.aside(model, view)).filter(|text| !text.is_empty());
    let week = week.map(|text| Bits::of(text, Tone::Muted)).unwrap_or_default();
    let tail = Bits::join([counted(Who::They, theirs), today].into_iter().flatten(), "  ");
    if ours == 0 {
        let late = Bits::of(view.say("today-late"), Tone::Warn).and(" ", Tone::Plain);
        let line = if theirs > 0 { late.then(tail) } else { tail };
        return Bits::join([line, week], "  ").fit(width, view);
    }
    let head = Bits::of(view.say("today-late"), Tone::Bad).word(view.words.short(&Who::We.term()), Tone::Bad);
    let head = head.and(view.words.colon(), Tone::Plain);
    let room = width.saturating_sub(head.width() + tail.width() + 2);
    let parts: Vec<Bits> = late(Who::We).take(FOLDED).map(|row| short_promise(view, row)).collect();
    let line = Bits::join([head.then(folded(parts, ours, view.words.comma(), room, view)), tail], "  ");
    // What is due later in the week is told where nothing gives way for it.
    if line.width() + week.width() + 2 <= width { Bits::join([line, week], "  ") } else { line.fit(width, view) }
}

fn short_promise(view: &View<'_>, row: &Promise) -> Bits {
    let line = Bits::plain(called::client_short(view, row.client)).word(view.words.ago(row.late_days), Tone::Bad);
    match place_of(view, row) {
        Some(place) => line.and(view.words.aside(&place), Tone::Muted),
        None => line,
    }
}

fn place_of(view: &View<'_>, row: &Promise) -> Option<String> {
    let promise = view.book().commitment.get(row.promise).filter(|promise| promise.back_on.is_none())?;
    promise.passed_to.clone()
}

fn write_up(view: &View<'_>, visit: &Visit) -> Item {
    let zone = view.book().settings().zone;
    let start = visit.local_start(zone);
    let at = format!("{} {}", view.words.day_weekday(start.date()), view.words.time(start.time()));
    let how = Bits::plain(called::place(view, visit))
        .and(view.words.comma(), Tone::Plain)
        .and(called::people_of_the_day(view, visit), Tone::Plain);
    let name = called::client_short(view, visit.client);
    let short = Bits::of(&at, Tone::Warn).word(name, Tone::Plain).and("  ", Tone::Plain).then(how.clone());
    Item { lead: Bits::of(at, Tone::Warn), client: visit.client, rest: how, short }
}

fn promise(view: &View<'_>, row: &Promise, date: chrono::NaiveDate) -> Item {
    let who = Bits::plain(view.words.short(&row.who.term()));
    let text = view.book().commitment.get(row.promise).map(|promise| promise.text.clone()).unwrap_or_default();
    let rest = Bits::plain(text).word(facts::at_department(view, row).unwrap_or_default(), Tone::Muted);
    let lead = who.and(" ", Tone::Plain).then(facts::due(view, row, date));
    Item { lead, client: row.client, rest, short: short_promise(view, row) }
}

fn overdue(view: &View<'_>, row: &Overdue) -> Item {
    let tier = view.words.mark(&row.tier.term());
    let days = view.words.ago(row.days);
    let next = row.next.map(|next| view.say_with("today-next", &[("day", Arg::text(called::day(view, next.day)))]));
    let next = next.unwrap_or_default();
    let last = match row.last {
        Some(last) => view.say_with("today-last", &[("day", Arg::text(view.day(last)))]),
        None => view.words.term("word.never_contacted"),
    };
    let short = Bits::of(&tier, Tone::Muted).word(called::client_short(view, row.client), Tone::Plain);
    let short = short.word(&days, Tone::Warn);
    let soon = row.next.is_some_and(|next| (next.day - view.today()).num_days() <= SOON_DAYS);
    let short = if soon { short.and(view.words.comma(), Tone::Plain).and(&next, Tone::Plain) } else { short };
    let lead = Bits::of(tier, Tone::Muted).word(days, Tone::Warn);
    let rest = Bits::join([Bits::of(last, Tone::Muted), Bits::plain(next)], view.words.comma());
    Item { lead, client: row.client, rest, short }
}

/// The sentence of a signal names people: in privacy mode only its kind is told.
fn signal(view: &View<'_>, signal: &Signal) -> Item {
    let hide = view.privacy && signal.person.is_some();
    let text = if hide { view.words.term(&signal.kind.term()) } else { view.words.sentence(&signal.text) };
    let name = called::client_short(view, signal.client);
    let short = Bits::plain(view.words.told(&name, "")).and(&text, Tone::Warn);
    Item { lead: Bits::default(), client: signal.client, rest: Bits::of(text, Tone::Warn), short }
}

fn problem(view: &View<'_>, problem: &Problem) -> Item {
    let severity = view.say_with("today-severity", &[("n", Arg::Count(problem.severity))]);
    let tone = if problem.severity >= 3 { Tone::Bad } else { Tone::Warn };
    let due = problem.due.map(|due| due_text(view, due)).unwrap_or_default();
    let at = problem
        .passes
        .last()
        .filter(|pass| pass.back_on.is_none())
        .map(|pass| view.say_with("today-at", &[("name", Arg::text(&pass.department))]));
    let told = (problem.state == ProblemState::Answered).then(|| view.say("today-not-told"));
    let again = ways::again(problem, view).map(|_| view.say("today-again"));
    let place = Bits::join(at.into_iter().chain(told).chain(again).map(Bits::plain), view.words.comma());
    let short = Bits::of(&severity, tone).word(called::client_short(view, problem.client), Tone::Plain);
    let day = problem.due.map(|due| if due < view.today() { due_text(view, due) } else { called::day(view, due) });
    let short = Bits::join([short.word(day.unwrap_or_default(), Tone::Plain), place.clone()], view.words.comma());
    let lead = Bits::of(severity, tone).word(due, Tone::Plain);
    let rest = Bits::join([Bits::plain(&problem.title), place], "  ");
    Item { lead, client: problem.client, rest, short }
}

/// `due Tue 24`, or by how much it is late.
fn due_text(view: &View<'_>, due: chrono::NaiveDate) -> String {
    let late = (view.today() - due).num_days();
    if late > 0 {
        return view.say_with("today-late-days", &[("n", Arg::Count(late))]);
    }
    view.say_with("today-due", &[("day", Arg::text(called::day(view, due)))])
}

fn occasion(view: &View<'_>, near: &Near) -> Item {
    let today = near.date == view.today();
    let day = if today { view.say("today-today") } else { called::day(view, near.date) };
    let tone = if today { Tone::Accent } else { Tone::Plain };
    let name = match near.whose {
        Whose::Person(person) => called::person(view, person),
        Whose::Client(client) => called::client_short(view, client),
    };
    let name = Bits::plain(view.private(name));
    let years = near.years.filter(|_| !view.privacy && !near.with_us).map(|years| years.to_string());
    let years = years.unwrap_or_default();
    let kind = view.private(called::occasion(view, near));
    let how = near.how.as_ref().filter(|_| !view.privacy && near.own_name().is_none());
    // A birthday is what one expects; another kind is named.
    let named = if near.kind == OccasionKind::Birthday { String::new() } else { kind.clone() };
    let short = Bits::of(&day, tone).and(" ", Tone::Plain).then(name.clone());
    let short = short.word(&years, Tone::Plain).word(named, Tone::Plain);
    // The client stands in its own column.
    let name = if matches!(near.whose, Whose::Client(_)) { Bits::default() } else { name };
    let between = if near.own_name().is_some() && !name.is_empty() { view.words.colon() } else { " " };
    let rest = Bits::join([name, Bits::plain(kind)], between).word(years, Tone::Plain);
    let rest = Bits::join(std::iter::once(rest).chain(how.map(Bits::plain)), view.words.comma());
    Item { lead: Bits::of(day, tone), client: near.client, rest, short }
}

fn follow_up(view: &View<'_>, owed: &crate::domain::figures::cadence::FollowUp) -> Item {
    let name = called::client_short(view, owed.client);
    let (day, tone) = if owed.late_days > 0 {
        (view.say_with("today-since", &[("day", Arg::text(called::day(view, owed.due)))]), Tone::Bad)
    } else {
        (called::day(view, owed.due), Tone::Plain)
    };
    let short = Bits::plain(name).word(&day, tone);
    let held =
        view.book().visit.get(owed.visit).map(|visit| view.words.day_short(visit.day(view.book().settings().zone)));
    let rest = held.map(|held| view.say_with("today-after-visit", &[("day", Arg::text(held))])).unwrap_or_default();
    Item { lead: Bits::of(day, tone), client: owed.client, rest: Bits::of(rest, Tone::Muted), short }
}
