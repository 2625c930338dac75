//! Who decides and how sure that is, who will be there, what to ask and what to check.

use super::blocks::{Block, Section};
use super::pen::Pen;
use crate::domain::figures::contacts::met_at;
use crate::domain::map::{Freshness, Holder, Row};
use crate::domain::table::Id;
use crate::domain::words::Certainty;
use crate::domain::{Arg, Interest, Person};
use crate::export::map::Chart;

pub(super) fn map(pen: &Pen<'_>) -> Section {
    let mut section = Section::new("decision_map", pen.say("section-who_decides"));
    let remarks: Vec<Arg> = pen.map.remarks().into_iter().map(|remark| Arg::Sentence(Box::new(remark))).collect();
    let percent = Arg::text(pen.words.percent(pen.map.completeness));
    section.text(if remarks.is_empty() {
        pen.with("map-line-complete", &[("percent", percent)])
    } else {
        pen.with("map-line", &[("percent", percent), ("list", Arg::List(remarks))])
    });
    if !pen.map.columns.is_empty() {
        section.blocks.push(Block::Map(Chart::of(pen.view.book, &pen.map, pen.words)));
    }
    let rows = pen.map.steps.iter().rev().chain(&pen.map.others).flat_map(|row| rows(pen, row)).collect();
    let head = ["label-role", "label-person", "label-certainty", "label-stance", "label-influence", "label-limit"];
    section.table(head.iter().map(|id| pen.say(id)).collect(), rows);
    section.items(pen.map.findings.iter().map(|finding| pen.sentence(&finding.text)));
    section
}

/// A step nobody holds has a row that says so; another role without holders has none.
fn rows(pen: &Pen<'_>, row: &Row) -> Vec<Vec<String>> {
    // As the drawing calls it.
    let kind = pen.words.short(&row.kind.term());
    if let Some(absent) = &row.absent {
        let why = pen.with("step-not-needed", &[("reason", Arg::text(&absent.reason))]);
        return vec![vec![kind, why, String::new(), String::new(), String::new(), String::new()]];
    }
    if row.holders.is_empty() && row.kind.is_step() {
        let nobody = pen.say("word-nobody_known");
        return vec![vec![kind, nobody, String::new(), String::new(), String::new(), String::new()]];
    }
    row.holders.iter().map(|holder| holder_row(pen, &kind, holder)).collect()
}

fn holder_row(pen: &Pen<'_>, kind: &str, holder: &Holder) -> Vec<String> {
    let attitude = pen.map.column(holder.person).map(|column| &column.attitude);
    let limit = holder.limit.map(|limit| pen.words.money(limit)).unwrap_or_default();
    vec![
        kind.to_owned(),
        pen.person(holder.person),
        pen.sure(holder),
        pen.stance(attitude),
        pen.influence(attitude),
        limit,
    ]
}

pub(super) fn attending(pen: &Pen<'_>) -> Section {
    let mut section = Section::new("attending", pen.say("brief-attending"));
    let attendees: Vec<_> = pen.visit.into_iter().flat_map(|visit| &visit.attendees).collect();
    if attendees.is_empty() {
        section.text(pen.say("attendees-unknown"));
    }
    for attendee in attendees {
        if let Some(person) = pen.view.book.person.get(attendee.person) {
            person_part(pen, &mut section, attendee.person, person);
        }
    }
    section
}

fn person_part(pen: &Pen<'_>, section: &mut Section, id: Id<Person>, person: &Person) {
    let column = pen.map.column(id);
    let position = column.and_then(|column| column.position.clone()).or_else(|| person.speciality.clone());
    section.part(pen.words.remarks(&[Some(pen.person(id)), position].into_iter().flatten().collect::<Vec<_>>()));
    if person.side == crate::domain::words::Side::Bank {
        return;
    }
    let line = |label: String, value: String| pen.words.told(&label, &value);
    section.items(person.salutation.clone().map(|text| line(pen.label("person", "salutation"), text)));
    let roles: Vec<String> = pen
        .map
        .steps
        .iter()
        .chain(&pen.map.others)
        .flat_map(|row| row.holders.iter().filter(|holder| holder.person == id))
        .map(|holder| pen.words.term(&holder.kind.term()) + &pen.words.aside(&pen.sure(holder)))
        .collect();
    let roles = if roles.is_empty() { pen.unknown() } else { pen.words.list(&roles) };
    section.item(line(pen.say("label-role"), roles));
    let attitude = column.map(|column| &column.attitude);
    let weight = pen.words.told(&pen.say("label-influence"), &pen.influence(attitude));
    section.item(line(pen.say("label-stance"), pen.words.remarks(&[pen.stance(attitude), weight])));
    let wants: Vec<String> = wants(pen, id).into_iter().map(|interest| interest.text.clone()).collect();
    section.items((!wants.is_empty()).then(|| line(pen.say("label-interest"), wants.join(pen.words.semicolon()))));
    let met = met_at(pen.view.book, pen.id(), id, pen.view.today);
    let met = met.map_or_else(|| pen.say("word-never_met"), |visit| pen.words.date(pen.day(visit)));
    section.item(line(pen.say("brief-last_met"), met));
    if pen.personal {
        personal(pen, section, person);
    }
}

fn wants<'a>(pen: &Pen<'a>, person: Id<Person>) -> Vec<&'a Interest> {
    let mine = |interest: &&Interest| {
        let force = crate::domain::date::in_force(interest.from, interest.to, pen.view.today);
        interest.person == person && interest.client == pen.id() && force.yes() && interest.learned_on <= pen.view.today
    };
    let mut wants: Vec<&Interest> = pen.view.book.interest.of(person).filter(mine).collect();
    wants.sort_by_key(|interest| (std::cmp::Reverse(interest.importance), interest.head.uid));
    wants
}

fn personal(pen: &Pen<'_>, section: &mut Section, person: &Person) {
    let birthday = person.birthday.map(|day| pen.words.partial(day));
    let texts = [
        ("birthday", birthday),
        ("family", person.family.clone()),
        ("likes", person.likes.clone()),
        ("dislikes", person.dislikes.clone()),
        ("background", person.background.clone()),
    ];
    for (field, text) in texts {
        section.items(text.map(|text| pen.words.told(&pen.label("person", field), &text)));
    }
}

pub(super) fn to_ask(pen: &Pen<'_>) -> Section {
    let mut section = Section::new("to_ask", pen.say("section-next_questions"));
    let own: Vec<String> =
        pen.visit.into_iter().flat_map(|visit| &visit.questions).map(|question| question.text.clone()).collect();
    let proposed = pen.map.questions(pen.view.book).into_iter().map(|question| pen.sentence(&question.text));
    let proposed: Vec<String> = proposed.filter(|text| !own.contains(text)).collect();
    if own.is_empty() && proposed.is_empty() {
        section.text(pen.say("word-none"));
    }
    section.items(own);
    if !proposed.is_empty() {
        section.part(pen.say("brief-proposed"));
        section.items(proposed);
    }
    section
}

/// Facts to be asked about again: old ones and guesses, from the decision downwards.
pub(super) fn to_check(pen: &Pen<'_>) -> Option<Section> {
    let mut section = Section::new("to_check", pen.say("section-to_check"));
    for row in pen.map.steps.iter().rev() {
        let kind = pen.words.term(&row.kind.term());
        if row.is_missing() {
            section.item(pen.words.told(&kind, &pen.say("word-nobody_known")));
        }
        let weak = |holder: &&Holder| holder.freshness != Freshness::Fresh || holder.certainty == Certainty::Assumed;
        for holder in row.present().filter(weak) {
            section.item(pen.words.told(&kind, &pen.words.remarks(&[pen.person(holder.person), pen.sure(holder)])));
        }
    }
    (!section.is_empty()).then_some(section)
}
