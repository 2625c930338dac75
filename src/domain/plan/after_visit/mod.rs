//! One page, one step: a visit becomes held, or is corrected, with everything it brought. All or nothing; a refusal
//! names the key of the page.

mod needs;
mod people;
mod promises;
mod rows;

use chrono::NaiveDate;

use super::{Planning, fill, generic};
use crate::domain::after_visit::{Came, Page, QuestionLine, no_page};
use crate::domain::book::Entity;
use crate::domain::date::LocalTime;
use crate::domain::edit::Fields;
use crate::domain::entity::{Client, Visit};
use crate::domain::field::FieldType;
use crate::domain::parts::{Attendee, Question};
use crate::domain::refusal::Refusal;
use crate::domain::rules::{moved, whose};
use crate::domain::sentence::Sentence;
use crate::domain::table::Id;
use crate::domain::text::{clean, fold};
use crate::domain::words::{Tri, VisitKind, VisitStatus};

/// The visit whose page is saved.
struct Saved {
    visit: Id<Visit>,
    client: Id<Client>,
    day: NaiveDate,
    /// It was held before: rows that came from it are amended, not added again.
    correcting: bool,
    prefilled: bool,
}

/// Records what a planned visit brought, or corrects what a held one did.
pub(super) fn record(planning: &mut Planning<'_>, id: Id<Visit>, page: &Page) -> Result<(), Refusal> {
    let visit = planning.need(id)?;
    if let Some(why) = no_page(visit) {
        return Err(Refusal::no(why));
    }
    let correcting = visit.status == VisitStatus::Held;
    save(planning, id, page, correcting)
}

/// Records a contact that was never planned.
pub(super) fn log(
    planning: &mut Planning<'_>,
    client: Id<Client>,
    kind: VisitKind,
    (start, fold): (LocalTime, Option<i64>),
    page: &Page,
) -> Result<(), Refusal> {
    planning.need(client)?;
    let fields = [("client", client.json()), ("kind", kind.json()), ("start", start.json())];
    let fields = fields.into_iter().chain(fold.map(|fold| ("fold", fold.into())));
    let fields: Fields = fields.map(|(name, value)| (name.to_owned(), value)).collect();
    let visit = generic::add(planning, Entity::Visit, &fields)?;
    save(planning, Id::new(visit), page, false)
}

fn save(planning: &mut Planning<'_>, id: Id<Visit>, page: &Page, correcting: bool) -> Result<(), Refusal> {
    let mut visit = planning.need(id)?.clone();
    let day = visit.day(planning.book().settings().zone);
    let saved = Saved { visit: id, client: visit.client, day, correcting, prefilled: page.prefilled };
    visit.status = VisitStatus::Held;
    write_up(&mut visit, page);
    who_came(&mut visit, page, correcting);
    page.questions.iter().for_each(|line| ask(&mut visit.questions, line));
    fill::put(planning, visit)?;
    for (at, line) in page.people.iter().enumerate() {
        people::save(planning, &saved, line, &format!("people[{at}]"))?;
    }
    for (at, line) in page.needs.iter().enumerate() {
        at_key(&format!("needs[{at}]"), needs::save(planning, &saved, line, at))?;
    }
    for (at, line) in page.promises.iter().enumerate() {
        at_key(&format!("promises[{at}]"), promises::save(planning, &saved, line, at))?;
    }
    for (at, line) in page.problems.iter().enumerate() {
        at_key(&format!("problems[{at}]"), rows::problem(planning, &saved, line, at))?;
    }
    for (at, line) in page.notes.iter().enumerate() {
        at_key(&format!("notes[{at}]"), rows::note(planning, &saved, line, at))?;
    }
    if let Some(line) = &page.satisfaction {
        at_key("satisfaction", rows::mood(planning, &saved, line))?;
    }
    if let Some(next) = &page.next {
        at_key("next", rows::next(planning, &saved, next))?;
    }
    let title = if correcting { "title-visit-corrected" } else { "title-visit-recorded" };
    let title = Sentence::new(title).text("client", whose::client_name(planning, saved.client)).date("day", day);
    planning.title(title, Some(saved.client.uuid));
    Ok(())
}

/// Why one line goes back: the step tells the reasons of all lines, each once.
///
/// # Errors
/// None is given; the refusal is at this key.
fn goes_back_because(planning: &mut Planning<'_>, reason: Option<&str>, key: &str) -> Result<(), Refusal> {
    let given = reason.and_then(|reason| clean(reason, true)).ok_or_else(|| moved::reason_needed(key))?;
    let told = match planning.reason() {
        Some(said) if said.split("; ").any(|one| one == given) => return Ok(()),
        Some(said) => format!("{said}; {given}"),
        None => given,
    };
    planning.set_reason(Some(&told));
    Ok(())
}

/// A refusal that came at once gets the key of its line.
fn at_key<T>(key: &str, done: Result<T, Refusal>) -> Result<T, Refusal> {
    done.map_err(|mut refusal| {
        refusal.field = Some(match refusal.field {
            Some(field) => format!("{key}.{field}"),
            None => key.to_owned(),
        });
        refusal
    })
}

fn write_up(visit: &mut Visit, page: &Page) {
    let text = |field: &mut Option<String>, given: &Option<String>| {
        if let Some(given) = given {
            *field = clean(given, false);
        }
    };
    text(&mut visit.purpose, &page.purpose);
    text(&mut visit.outcome, &page.outcome);
    text(&mut visit.agenda, &page.agenda);
    text(&mut visit.summary_shared, &page.summary_shared);
    visit.outcome_none = page.outcome_none.unwrap_or(visit.outcome_none);
    visit.requested_by = page.requested_by.or(visit.requested_by);
    visit.phase = page.phase.or(visit.phase);
    visit.offers_product = page.offers_product.unwrap_or(visit.offers_product);
    visit.nothing_to_answer = page.nothing_to_answer.unwrap_or(visit.nothing_to_answer);
}

/// Everybody expected came, unless the page says otherwise; somebody who was not expected may have come.
fn who_came(visit: &mut Visit, page: &Page, correcting: bool) {
    for attendee in &mut visit.attendees {
        let said = page.people.iter().find(|line| line.person == attendee.person).and_then(|line| line.came);
        match said {
            Some(came) => attendee.came = came.tri(),
            None if !correcting && attendee.expected => attendee.came = attendee.came.or(Some(Tri::Yes)),
            None => {}
        }
    }
    for line in page.people.iter().filter(|line| line.came == Some(Came::Yes)) {
        if !visit.attendees.iter().any(|attendee| attendee.person == line.person) {
            visit.attendees.push(Attendee { person: line.person, expected: false, came: Some(Tri::Yes) });
        }
    }
}

fn ask(questions: &mut Vec<Question>, line: &QuestionLine) {
    let Some(text) = clean(&line.text, true) else { return };
    let found = questions.iter().position(|question| fold(&question.text) == fold(&text));
    let answer = line.answer.as_ref().map(|answer| clean(answer, false));
    match found {
        Some(at) if line.off => _ = questions.remove(at),
        Some(at) => {
            let question = &mut questions[at];
            let answered = answer.as_ref().is_some_and(Option::is_some);
            question.asked = line.asked.unwrap_or(question.asked) || answered;
            question.answer = answer.unwrap_or(question.answer.take());
        }
        None if line.off => {}
        None => {
            let answer = answer.flatten();
            let asked = line.asked.unwrap_or(false) || answer.is_some();
            questions.push(Question { text, about: None, r#ref: None, step: None, asked, answer });
        }
    }
}
