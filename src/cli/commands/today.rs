//! `today`: the day as a manager reads it first, and its document.

use serde_json::{Value as Json, json};

use super::super::exit::Failure;
use super::super::find;
use super::super::session::Session;
use super::super::{json, say};
use crate::desk::Desk;
use crate::domain::date::local_text;
use crate::domain::figures::cadence::FollowUp;
use crate::domain::figures::day::{Day, DayVisit, Overdue, Promise, shown_below};
use crate::domain::figures::occasions::{Near, Whose};
use crate::domain::figures::signals::Signal;
use crate::domain::figures::view::View;
use crate::domain::map::{DecisionMap, Finding, Holder, Past};
use crate::domain::words::{PlaceKind, RoleKind, Tri};
use crate::domain::{Book, Id, Problem, Record, Visit};
use crate::i18n::Words;

/// The day
#[derive(Debug, clap::Args)]
pub struct TodayArgs {
    /// The visits alone, one line each
    #[arg(long)]
    brief: bool,
}

/// # Errors
/// The book cannot be opened.
pub fn run(session: &mut Session, args: &TodayArgs) -> Result<(), Failure> {
    let desk = session.open()?;
    write(session, &desk, args.brief)
}

/// The day of an open book.
///
/// # Errors
/// The journal cannot be read.
pub fn write(session: &mut Session, desk: &Desk, brief: bool) -> Result<(), Failure> {
    let past = desk.past(desk.today())?;
    let view = View::on(desk.book(), desk.today());
    let day = Day::of(&view, desk.now(), &past);
    let below = shown_below(desk.book(), find::now(desk));
    let next = below.map(|date| Day::of(&View::on(desk.book(), date), desk.now(), &past));
    let told = |day| Told { book: desk.book(), words: &session.words, day, past: &past };
    let (told, next) = (told(&day), next.as_ref().map(told));
    if session.global.json {
        let document = told.document(next.as_ref());
        session.paper.json(&document);
        return Ok(());
    }
    let (heading, blocks) = (told.heading(), super::today_page::blocks(&told, next.as_ref(), brief));
    session.paper.heading(&heading);
    for (title, rows) in blocks {
        if let Some(title) = title {
            session.paper.gap();
            session.paper.heading(&title);
        }
        session.paper.table(&[], &rows);
    }
    Ok(())
}

/// The day with what it takes to put it into words.
pub struct Told<'a> {
    pub book: &'a Book,
    pub words: &'a Words,
    pub day: &'a Day,
    past: &'a Past,
}

impl Told<'_> {
    fn heading(&self) -> String {
        let words = self.words;
        let late = self.day.late();
        let visits = self.day.visits.len();
        let counts = [("visits", visits), ("we", late.0), ("they", late.1)];
        let counts = counts.map(|(name, n)| (name, crate::domain::Arg::count(n)));
        let line = words.say_with("cli-today-counts", &counts);
        format!("{}  {}  {line}", words.term("screen.today"), words.date_with_weekday(self.day.date))
    }

    /// The decision map of a visit's client.
    pub fn map(&self, visit: &DayVisit) -> DecisionMap {
        DecisionMap::of(self.book, visit.ask(self.book, self.day.date), self.past)
    }

    /// The day and, in the evening, the visits of the next one.
    fn document(&self, next: Option<&Self>) -> Json {
        let visits = |ids: &[Id<Visit>]| -> Json {
            ids.iter().filter_map(|id| self.book.visit.get(*id)).map(|visit| visit_json(self.book, visit)).collect()
        };
        let own_visits = |told: &Self| -> Json { told.day.visits.iter().map(|visit| told.visit(visit)).collect() };
        let tomorrow = next.map(|next| json!({ "date": next.day.date.to_string(), "visits": own_visits(next) }));
        let parts = [
            ("date", self.day.date.to_string().into()),
            ("visits", own_visits(self)),
            ("to_write_up", visits(&self.day.to_write_up)),
            ("follow_up", self.day.follow_up.iter().map(|row| self.follow_up(row)).collect()),
            ("overdue", self.day.overdue.iter().map(|row| self.overdue(row)).collect()),
            ("promises", self.day.promises.iter().map(|row| self.promise(row)).collect()),
            ("occasions", self.day.occasions.iter().map(|row| self.occasion(row)).collect()),
            ("signals", self.day.signals.iter().map(|row| self.signal(row)).collect()),
            ("problems", self.day.problems.iter().map(|id| self.problem(*id)).collect()),
        ];
        json::document(parts.into_iter().chain(tomorrow.map(|tomorrow| ("tomorrow", tomorrow))))
    }

    fn visit(&self, row: &DayVisit) -> Json {
        let Some(visit) = self.book.visit.get(row.visit) else { return Json::Null };
        let mut json = visit_json(self.book, visit);
        let map = self.map(row);
        let attendee = |attendee: &crate::domain::parts::Attendee| {
            json!({
                "person": json::person(self.book, self.words, attendee.person),
                "expected": attendee.expected,
                "came": attendee.came.map(Tri::word),
            })
        };
        let decides = |holder: &Holder| {
            json!({
                "person": json::person(self.book, self.words, holder.person),
                "certainty": holder.certainty.word(),
                "freshness": holder.freshness.word(),
            })
        };
        let unknown = |finding: &Finding| {
            json!({
                "kind": finding.kind.word(),
                "step": finding.step.map(RoleKind::word),
                "text": self.words.sentence(&finding.text),
            })
        };
        json["attendees"] = visit.attendees.iter().map(attendee).collect();
        json["decides"] = map.deciders().map(decides).collect();
        json["unknown"] = map.findings.iter().map(unknown).collect();
        json["promised"] = row.promised.iter().map(|promise| self.promise(promise)).collect();
        json["purpose"] = json!(visit.purpose);
        json
    }

    fn follow_up(&self, row: &FollowUp) -> Json {
        let visit = self.book.visit.get(row.visit).map(|visit| local_text(visit.start));
        json!({
            "client": json::client(self.book, row.client),
            "uid": row.visit.to_string(),
            "start": visit,
            "due": row.due.to_string(),
        })
    }

    fn overdue(&self, row: &Overdue) -> Json {
        json!({
            "client": json::client(self.book, row.client),
            "days": row.days,
            "last": row.last.map(|day| day.to_string()),
            "never": row.last.is_none(),
        })
    }

    fn promise(&self, row: &Promise) -> Json {
        let promise = self.book.commitment.get(row.promise);
        json!({
            "uid": row.promise.to_string(),
            "client": json::client(self.book, row.client),
            "who": row.who.word(),
            "text": promise.map(|promise| &promise.text),
            "due": promise.and_then(|promise| promise.due).map(|day| day.to_string()),
            "due_shown": row.due.map(|day| day.to_string()),
            "late_days": row.late_days,
        })
    }

    fn occasion(&self, row: &Near) -> Json {
        let mut json = json!({
            "date": row.date.to_string(),
            "kind": row.kind.word(),
            "text": self.occasion_text(row),
        });
        match row.whose {
            Whose::Person(id) => json["person"] = json::person(self.book, self.words, id),
            Whose::Client(id) => json["client"] = json::client(self.book, id),
        }
        json
    }

    /// Whose day it is, what kind and which year.
    pub fn occasion_text(&self, row: &Near) -> String {
        let who = match row.whose {
            Whose::Person(id) => say::person(self.book, self.words, id),
            Whose::Client(id) => say::client(self.book, id),
        };
        let years = row.years.filter(|_| !row.with_us).map(|years| format!(" {years}")).unwrap_or_default();
        let kind = self.words.occasion(row);
        format!("{who}: {kind}{years}")
    }

    fn signal(&self, row: &Signal) -> Json {
        json!({
            "kind": row.kind.word(),
            "client": json::client(self.book, row.client),
            "text": self.words.sentence(&row.text),
        })
    }

    fn problem(&self, id: Id<Problem>) -> Json {
        let record = self.book.problem.get(id).cloned();
        record.map_or(Json::Null, |row| json::record(self.book, self.words, &Record::Problem(Box::new(row))))
    }
}

/// What every document says of a visit.
pub fn visit_json(book: &Book, visit: &Visit) -> Json {
    json!({
        "uid": visit.head.uid.to_string(),
        "client": json::client(book, visit.client),
        "start": local_text(visit.start),
        "zone": visit.zone.name(),
        "kind": visit.kind.word(),
        "status": visit.status.word(),
        "place": visit.place,
        "place_kind": visit.place_kind.map(PlaceKind::word),
        "minutes": visit.minutes,
    })
}
