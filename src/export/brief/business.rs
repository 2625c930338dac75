//! How the relation stands, what their business is like, near dates, answers at hand and where it all comes from.

use super::blocks::Section;
use super::pen::Pen;
use crate::domain::figures::{cadence, occasions, satisfaction};
use crate::domain::words::NoteTopic;
use crate::domain::{Arg, BusinessAudit, ClientGoal, Note};

/// Outcomes of earlier visits that are worth reading again.
const OUTCOMES: usize = 3;
/// Standard answers that fit into a bag.
const ANSWERS: usize = 5;

pub(super) fn relationship(pen: &Pen<'_>) -> Section {
    let mut section = Section::new("relationship", pen.say("brief-relationship"));
    let since = pen.client.relation_start.map(|day| pen.words.partial(day));
    section.item(pen.words.told(&pen.label("client", "relation_start"), &pen.or_unknown(since)));
    section.item(pen.words.told(&pen.words.term("entity.satisfaction"), &mood(pen)));
    section.item(pen.words.told(&pen.say("label-last_contact"), &contact(pen)));
    if !cadence::had_reception(pen.view, pen.id()) {
        let year = Arg::text(pen.view.month().year.to_string());
        section.item(pen.with("no-reception-in", &[("year", year)]));
    }
    for visit in pen.held().into_iter().filter(|visit| visit.outcome.is_some()).take(OUTCOMES) {
        let outcome = visit.outcome.clone().unwrap_or_default();
        section.item(pen.words.told(&pen.words.date(pen.day(visit)), &outcome));
    }
    section
}

fn mood(pen: &Pen<'_>) -> String {
    let Some(level) = satisfaction::level(pen.view, pen.id(), pen.view.today) else { return pen.unknown() };
    let mut text = pen.words.decimal(level.shown(), 1);
    if let Some(trend) = satisfaction::trend(pen.view, pen.id()) {
        let word = pen.words.term(&format!("satisfaction.trend.{}", trend.direction.word()));
        let by = pen.words.aside(&pen.words.signed(trend.shown(), 1));
        text = format!("{text} {word}{by}");
    }
    match level.basis.mark() {
        Some(mark) => pen.words.remarks(&[text, pen.sentence(&mark)]),
        None => text,
    }
}

fn contact(pen: &Pen<'_>) -> String {
    let last = pen.view.book.contacts(pen.id(), pen.view.today).last;
    let last = last.map_or_else(|| pen.say("word-never_contacted"), |day| pen.words.date(day));
    let overdue = cadence::contact(pen.view, pen.client).and_then(|rhythm| rhythm.overdue());
    match overdue {
        Some(days) => pen.words.remarks(&[last, pen.with("overdue-days", &[("n", Arg::Count(days))])]),
        None => last,
    }
}

pub(super) fn business(pen: &Pen<'_>) -> Section {
    let mut section = Section::new("business", pen.say("brief-their_business"));
    match audit(pen) {
        Some(audit) => audit_lines(pen, &mut section, audit),
        None => section.item(pen.say("no-audit")),
    }
    let mine = |goal: &&ClientGoal| goal.client == pen.id();
    let mut goals: Vec<&ClientGoal> = pen.view.book.client_goal.of(pen.id()).filter(mine).collect();
    goals.sort_by_key(|goal| (goal.state, goal.head.uid));
    for goal in goals {
        let state = pen.words.term(&goal.state.term());
        let strategy =
            goal.strategy.as_ref().map(|text| format!("{}{text}", pen.words.full_stop())).unwrap_or_default();
        section.item(
            pen.words.told(
                &pen.words.term(&goal.kind.term()),
                &format!("{}{}{strategy}", goal.text, pen.words.aside(&state)),
            ),
        );
    }
    section.items(notes(pen).into_iter().map(|note| {
        let of = pen.words.remarks(&[pen.words.term(&note.topic.term()), pen.words.date(note.on)]);
        pen.words.told(&of, &note.text)
    }));
    let bank = pen.client.main_bank.clone();
    section.item(pen.words.told(&pen.label("client", "main_bank"), &pen.or_unknown(bank)));
    let factors: Vec<String> = pen.client.choice_factors.iter().map(|factor| pen.words.term(&factor.term())).collect();
    let factors = (!factors.is_empty()).then(|| pen.words.list(&factors));
    section.item(pen.words.told(&pen.label("client", "choice_factors"), &pen.or_unknown(factors)));
    section
}

fn audit<'a>(pen: &Pen<'a>) -> Option<&'a BusinessAudit> {
    let mine = |audit: &&BusinessAudit| audit.client == pen.id() && audit.on <= pen.view.today;
    pen.view.book.business_audit.of(pen.id()).filter(mine).max_by_key(|audit| (audit.on, audit.head.uid))
}

fn audit_lines(pen: &Pen<'_>, section: &mut Section, audit: &BusinessAudit) {
    let position = pen.words.term(&audit.position.term());
    section.item(
        pen.words.told(&format!("{} {}", pen.words.term("entity.business_audit"), pen.words.date(audit.on)), &position),
    );
    let texts =
        [("competitors", &audit.competitors), ("strengths", &audit.strengths), ("weaknesses", &audit.weaknesses)];
    for (field, text) in texts {
        section.items(text.as_ref().map(|text| pen.words.told(&pen.label("business_audit", field), text)));
    }
    section.item(pen.words.told(&pen.label("business_audit", "our_goal"), &audit.our_goal));
}

/// The newest note of each topic that tells of the business.
fn notes<'a>(pen: &Pen<'a>) -> Vec<&'a Note> {
    let topics = [NoteTopic::Process, NoteTopic::Technology, NoteTopic::Market, NoteTopic::Plans];
    let newest = |topic: NoteTopic| {
        let mine = move |note: &&Note| {
            note.topic == topic
                && note.client == Some(pen.id())
                && note.on <= pen.view.today
                && (pen.personal || note.class != crate::domain::words::NoteClass::Pe)
        };
        pen.view.book.note.of(pen.id()).filter(mine).max_by_key(|note| (note.on, note.head.uid))
    };
    topics.into_iter().filter_map(newest).collect()
}

pub(super) fn near_dates(pen: &Pen<'_>) -> Option<Section> {
    if !pen.personal {
        return None;
    }
    let mut section = Section::new("near_dates", pen.say("brief-near_dates"));
    for near in occasions::near(pen.view).into_iter().filter(|near| near.client == pen.id()) {
        let who = match near.whose {
            occasions::Whose::Person(person) => pen.person(person),
            occasions::Whose::Client(_) => pen.client.name.clone(),
        };
        let what = pen.words.remarks(&[pen.words.date(near.date), pen.words.term(&near.kind.term()), who]);
        section.item(match near.how {
            Some(how) => pen.words.told(&what, &how),
            None => what,
        });
    }
    (!section.is_empty()).then_some(section)
}

/// Valid answers in the brief's language on the products of the client's offers, the most used first.
pub(super) fn answers(pen: &Pen<'_>) -> Option<Section> {
    let book = pen.view.book;
    let offers = crate::domain::offer::open_offers(book, pen.id());
    let terms =
        offers.iter().flat_map(|offer| crate::domain::offer::terms(book, crate::domain::Id::new(offer.head.uid)));
    let products: Vec<_> = terms.filter_map(|term| term.product).collect();
    let found = crate::domain::standard_answers::on_products(book, None, &products, pen.view.today);
    let found = found.into_iter().filter(|answer| answer.language == pen.words.lang());
    let mut section = Section::new("answers", pen.say("brief-answers_at_hand"));
    section.items(found.take(ANSWERS).map(|answer| format!("{} {}", answer.question, answer.body)));
    (!section.is_empty()).then_some(section)
}

pub(super) fn sources(pen: &Pen<'_>) -> Section {
    let mut section = Section::new("sources", pen.say("brief-sources"));
    let visits: Vec<String> = pen.held().into_iter().take(10).map(|visit| pen.words.date(pen.day(visit))).collect();
    let visits = if visits.is_empty() { pen.say("word-none") } else { visits.join(pen.words.semicolon()) };
    section.item(pen.words.told(&pen.words.term("screen.visits"), &visits));
    let mine = pen.view.book.ledger_month.of(pen.id()).filter(|row| row.client == pen.id());
    let mut files: Vec<&str> = mine.map(|row| row.source.as_str()).collect();
    files.sort_unstable();
    files.dedup();
    let shown: Vec<&str> = files.iter().rev().take(6).copied().collect();
    let files = if shown.is_empty() { pen.say("word-none") } else { shown.join(pen.words.semicolon()) };
    section.item(pen.words.told(&pen.words.term("screen.money"), &files));
    section
}
