//! A page as a file to be filled in: keys with what is known, names beside handles, and the words each key takes.

use std::fmt::Write as _;

use crate::domain::after_visit::{
    InterestLine, Mark, MoodLine, NeedLine, NextVisit, NoteLine, Page, PersonLine, ProblemLine, PromiseLine,
    QuestionLine, RoleMark,
};
use crate::domain::book::Book;
use crate::domain::date::local_text;
use crate::domain::entity::Person;
use crate::domain::table::Id;
use crate::domain::text::fold;
use crate::domain::words::{
    Certainty, NeedState, Party, Phase, PlaceKind, ProblemKind, RoleKind, VisitKind, Weight, Who,
};

/// The page as TOML. `book` gives the handles and names.
pub fn print(book: &Book, page: &Page) -> String {
    let mut out = Out { book, text: String::new() };
    out.flag("prefilled", true);
    out.text("purpose", page.purpose.as_deref().unwrap_or_default());
    out.text("outcome", page.outcome.as_deref().unwrap_or_default());
    out.flag("outcome_none", page.outcome_none.unwrap_or(false));
    out.text("agenda", page.agenda.as_deref().unwrap_or_default());
    out.text("summary_shared", page.summary_shared.as_deref().unwrap_or_default());
    out.word_or_hint("requested_by", page.requested_by.map(Party::word), &words(Party::all(), Party::word));
    out.word_or_hint("phase", page.phase.map(Phase::word), &words(Phase::all(), Phase::word));
    out.flag("offers_product", page.offers_product.unwrap_or(false));
    out.flag("nothing_to_answer", page.nothing_to_answer.unwrap_or(false));
    let kinds = words(RoleKind::all(), RoleKind::word);
    out.comment(&format!("roles: {kinds}"));
    out.comment(&format!(":{} | none | again", words(Certainty::all(), Certainty::word)));
    page.people.iter().for_each(|line| out.person(line));
    page.questions.iter().for_each(|line| out.question(line));
    page.needs.iter().for_each(|line| out.need(line));
    out.template(
        "[[needs]]",
        &[
            ("title", ""),
            ("voice", "hidden"),
            ("state", &words(&NeedState::all()[..3], NeedState::word)),
            ("quote", ""),
            ("weight", &words(Weight::all(), Weight::word)),
        ],
    );
    page.promises.iter().for_each(|line| out.promise(line));
    let whose = words(Who::all(), Who::word);
    out.template("[[promises]]", &[("who", &whose), ("text", ""), ("due", "2026-11-26"), ("passed_to", "")]);
    page.problems.iter().for_each(|line| out.problem(line));
    let kinds = words(ProblemKind::all(), ProblemKind::word);
    out.template("[[problems]]", &[("title", ""), ("kind", &kinds), ("severity", "2")]);
    page.notes.iter().for_each(|line| out.note(line));
    out.template("[[notes]]", &[("topic", "other"), ("text", ""), ("class", "co")]);
    out.mood(page.satisfaction.as_ref());
    out.next(page.next.as_ref());
    out.text
}

/// Lines that stood on the printed page and are gone from the edited one are taken off.
pub fn taken_off(printed: &Page, edited: Page) -> Page {
    let question = |line: &QuestionLine| QuestionLine { off: true, ..line.clone() };
    let need = |line: &NeedLine| NeedLine { off: true, ..line.clone() };
    let promise = |line: &PromiseLine| PromiseLine { off: true, ..line.clone() };
    let problem = |line: &ProblemLine| ProblemLine { off: true, ..line.clone() };
    let note = |line: &NoteLine| NoteLine { off: true, ..line.clone() };
    let people = edited.people.into_iter().map(|line| interests_off(printed, line)).collect();
    Page {
        people,
        questions: with_gone(&printed.questions, edited.questions, |line| fold(&line.text), question),
        needs: with_gone(&printed.needs, edited.needs, |line| line.need, need),
        promises: with_gone(&printed.promises, edited.promises, |line| line.promise, promise),
        problems: with_gone(&printed.problems, edited.problems, |line| line.problem, problem),
        notes: with_gone(&printed.notes, edited.notes, |line| line.note, note),
        satisfaction: edited.satisfaction.or_else(|| Some(MoodLine { off: true, ..printed.satisfaction.clone()? })),
        next: edited.next.or_else(|| Some(NextVisit { off: true, ..printed.next.clone()? })),
        ..edited
    }
}

fn interests_off(printed: &Page, mut line: PersonLine) -> PersonLine {
    if let Some(known) = printed.people.iter().find(|known| known.person == line.person && line.all_interests) {
        let off = |gone: &InterestLine| InterestLine { off: true, ..gone.clone() };
        line.interests = with_gone(&known.interests, line.interests, |line| fold(&line.text), off);
    }
    line.all_interests = false;
    line
}

/// What is left of the printed lines and what is new, then those that are gone.
fn with_gone<T, K: PartialEq>(printed: &[T], kept: Vec<T>, key: impl Fn(&T) -> K, off: impl Fn(&T) -> T) -> Vec<T> {
    let gone = |line: &&T| !kept.iter().any(|kept| key(kept) == key(line));
    let gone: Vec<T> = printed.iter().filter(gone).map(off).collect();
    kept.into_iter().chain(gone).collect()
}

fn words<T: Copy>(all: &[T], word: impl Fn(T) -> &'static str) -> String {
    all.iter().map(|value| word(*value)).collect::<Vec<_>>().join(" | ")
}

struct Out<'b> {
    book: &'b Book,
    text: String,
}

impl Out<'_> {
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        // Writing into a text does not fail.
        _ = self.text.write_fmt(line);
        self.text.push('\n');
    }

    fn text(&mut self, key: &str, text: &str) {
        self.line(format_args!("{key} = {}", quoted(text)));
    }

    fn some_text(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    fn flag(&mut self, key: &str, flag: bool) {
        self.line(format_args!("{key} = {flag}"));
    }

    fn number(&mut self, key: &str, n: Option<i64>, hint: &str) {
        match n {
            Some(n) => self.line(format_args!("{key} = {n}")),
            None => self.line(format_args!("# {key} = {hint}")),
        }
    }

    fn word_or_hint(&mut self, key: &str, word: Option<&str>, hint: &str) {
        match word {
            Some(word) => self.text(key, word),
            None => self.line(format_args!("# {key} = \"{hint}\"")),
        }
    }

    fn comment(&mut self, text: &str) {
        self.line(format_args!("# {text}"));
    }

    fn table(&mut self, head: &str) {
        self.line(format_args!("\n{head}"));
    }

    fn template(&mut self, head: &str, keys: &[(&str, &str)]) {
        self.line(format_args!("\n# {head}"));
        for (key, hint) in keys {
            let value = if hint.parse::<i64>().is_ok() { (*hint).to_owned() } else { format!("\"{hint}\"") };
            self.line(format_args!("# {key} = {value}"));
        }
    }

    fn handle(&self, person: Id<Person>) -> (String, String) {
        let row = self.book.person.get(person);
        let handle = row.map_or_else(|| person.to_string(), |person| person.handle.clone());
        (handle, row.map(Person::display_name).unwrap_or_default())
    }

    fn who(&mut self, key: &str, person: Option<Id<Person>>) {
        if let Some(person) = person {
            let (handle, name) = self.handle(person);
            // The name is a remark for the eye; a line break in it would end the remark.
            let name = name.replace(['\n', '\r'], " ");
            self.line(format_args!("{key} = {}  # {name}", quoted(&handle)));
        }
    }

    fn person(&mut self, line: &PersonLine) {
        self.table("[[people]]");
        self.who("person", Some(line.person));
        self.word_or_hint("came", line.came.map(crate::domain::after_visit::Came::word), "yes | no | unknown");
        let roles: Vec<String> = line.roles.iter().map(|mark| quoted(&role(*mark))).collect();
        self.line(format_args!("roles = [{}]", roles.join(", ")));
        self.number("stance", line.stance, "-2 .. 2");
        self.number("influence", line.influence, "1 .. 5");
        let interests: Vec<String> = line.interests.iter().map(|interest| quoted(&interest.text)).collect();
        self.line(format_args!("interests = [{}]", interests.join(", ")));
    }

    fn question(&mut self, line: &QuestionLine) {
        self.table("[[questions]]");
        self.text("text", &line.text);
        self.text("answer", line.answer.as_deref().unwrap_or_default());
        self.flag("asked", line.asked.unwrap_or(false));
    }

    fn need(&mut self, line: &NeedLine) {
        self.table("[[needs]]");
        self.some_text("need", line.need.map(|need| need.to_string()).as_deref());
        self.some_text("title", line.title.as_deref());
        self.some_text("voice", line.voice.map(crate::domain::words::Voice::word));
        self.some_text("state", line.state.map(NeedState::word));
        if let Some(essential) = line.essential {
            self.flag("essential", essential);
        }
        self.text("quote", line.quote.as_deref().unwrap_or_default());
        self.word_or_hint("weight", line.weight.map(Weight::word), &words(Weight::all(), Weight::word));
        // What came further than confirmed can go back, for a reason.
        if line.reason.is_some() || line.state.is_some_and(|state| state > NeedState::Confirmed) {
            self.word_or_hint("reason", line.reason.as_deref(), "");
        }
    }

    fn promise(&mut self, line: &PromiseLine) {
        self.table("[[promises]]");
        self.some_text("promise", line.promise.map(|promise| promise.to_string()).as_deref());
        self.some_text("who", line.who.map(Who::word));
        self.some_text("text", line.text.as_deref());
        self.who("person", line.person);
        self.some_text("due", line.due.map(|due| due.to_string()).as_deref());
        self.some_text("passed_to", line.passed_to.as_deref());
        self.flag("done", line.done.unwrap_or(false));
        self.some_text("done_on", line.done_on.map(|day| day.to_string()).as_deref());
        self.some_text("note", line.note.as_deref());
    }

    fn problem(&mut self, line: &ProblemLine) {
        self.table("[[problems]]");
        self.some_text("problem", line.problem.map(|problem| problem.to_string()).as_deref());
        self.some_text("title", line.title.as_deref());
        self.some_text("detail", line.detail.as_deref());
        self.some_text("kind", line.kind.map(ProblemKind::word));
        self.some_text("topic", line.topic.map(crate::domain::words::ProblemTopic::word));
        self.number("severity", line.severity, "1 .. 3");
        self.who("raised_by", line.raised_by);
    }

    fn note(&mut self, line: &NoteLine) {
        self.table("[[notes]]");
        self.some_text("note", line.note.map(|note| note.to_string()).as_deref());
        self.some_text("topic", line.topic.map(crate::domain::words::NoteTopic::word));
        self.some_text("text", line.text.as_deref());
        self.some_text("class", line.class.map(crate::domain::words::NoteClass::word));
        self.who("person", line.person);
    }

    fn mood(&mut self, line: Option<&MoodLine>) {
        let Some(line) = line else {
            return self
                .template("[satisfaction]", &[("score", "8"), ("source", "said"), ("person", ""), ("quote", "")]);
        };
        self.table("[satisfaction]");
        self.some_text("satisfaction", line.satisfaction.map(|mood| mood.to_string()).as_deref());
        self.number("score", line.score, "0 .. 10");
        self.some_text("source", line.source.map(crate::domain::words::SatisfactionSource::word));
        self.some_text("about", line.about.map(crate::domain::words::SatisfactionAbout::word));
        self.who("person", line.person);
        self.some_text("quote", line.quote.as_deref());
        self.some_text("conclusion", line.conclusion.as_deref());
    }

    fn next(&mut self, line: Option<&NextVisit>) {
        let Some(line) = line else {
            let kinds = words(VisitKind::all(), VisitKind::word);
            let places = words(PlaceKind::all(), PlaceKind::word);
            let keys = [("start", "2026-12-08T10:00"), ("kind", &kinds), ("minutes", "60"), ("place_kind", &places)];
            return self.template("[next]", &keys);
        };
        self.table("[next]");
        self.some_text("start", line.start.map(local_text).as_deref());
        self.some_text("kind", line.kind.map(VisitKind::word));
        self.number("minutes", line.minutes, "60");
        self.some_text("place_kind", line.place_kind.map(PlaceKind::word));
        self.some_text("place", line.place.as_deref());
        self.some_text("purpose", line.purpose.as_deref());
    }
}

fn role(mark: RoleMark) -> String {
    let certainty = match mark.to {
        Mark::AtLeast(certainty) | Mark::Exactly(certainty) | Mark::Known(certainty) => certainty.word(),
        Mark::Again => "again",
        Mark::End => "none",
    };
    format!("{}:{certainty}", mark.kind.word())
}

/// A TOML string; one with line breaks stands between three quotes.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
