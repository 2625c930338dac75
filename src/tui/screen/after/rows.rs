//! Which rows each of the seven sections has.

use super::Page;
use super::picks::{Pick, Tick};
use super::slots::Slot;

pub(super) const SECTIONS: usize = 7;
pub(super) const OUTCOME: usize = 0;
pub(super) const PEOPLE: usize = 1;
pub(super) const QUESTIONS: usize = 2;
pub(super) const NEEDS: usize = 3;
pub(super) const PROMISES: usize = 4;
pub(super) const NEXT: usize = 5;
pub(super) const REST: usize = 6;

/// A row on which the cursor can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    Text(Slot),
    Tick(Tick),
    Pick(Pick),
    Person(usize),
    Question(usize),
    Need(usize),
    Promise(usize),
}

/// The row of the outcome in its section: there the page opens.
pub(super) const OUTCOME_ROW: usize = 1;

pub(super) fn rows(section: usize, page: &Page) -> Vec<Item> {
    use Item::{Pick as P, Text as T, Tick as K};
    match section {
        OUTCOME => vec![
            T(Slot::Purpose),
            T(Slot::Outcome),
            K(Tick::OutcomeNone),
            T(Slot::Agenda),
            T(Slot::Summary),
            P(Pick::RequestedBy),
            P(Pick::Phase),
            K(Tick::OffersProduct),
            K(Tick::NothingToAnswer),
        ],
        PEOPLE => (0..page.people.len()).map(Item::Person).collect(),
        QUESTIONS => (0..page.questions.len()).map(Item::Question).collect(),
        NEEDS => (0..page.needs.len()).map(Item::Need).collect(),
        PROMISES => (0..page.promises.len()).map(Item::Promise).collect(),
        NEXT => next(page),
        _ => rest(page),
    }
}

/// When and what for; the rest once there is something to say it about.
fn next(page: &Page) -> Vec<Item> {
    let mut rows = vec![Item::Text(Slot::When), Item::Text(Slot::NextPurpose)];
    if page.next.is_some() {
        rows.extend([Item::Pick(Pick::NextKind), Item::Pick(Pick::NextPlaceKind)]);
        rows.extend([Item::Text(Slot::NextPlace), Item::Text(Slot::Minutes)]);
    }
    rows
}

fn rest(page: &Page) -> Vec<Item> {
    let mut rows = vec![Item::Text(Slot::Score), Item::Text(Slot::MoodQuote)];
    rows.extend(page.satisfaction.as_ref().map(|_| Item::Pick(Pick::MoodSource)));
    rows.push(Item::Text(Slot::Problem));
    if !page.problems.is_empty() {
        rows.extend([Item::Pick(Pick::ProblemKind), Item::Pick(Pick::Severity)]);
    }
    rows.push(Item::Text(Slot::Note));
    if !page.notes.is_empty() {
        rows.extend([Item::Pick(Pick::NoteTopic), Item::Pick(Pick::NoteClass)]);
    }
    rows
}

/// Section and row of a key that the rules refuse, e.g. `people[2].roles[1]`; and the text to type in, where it is one.
pub(super) fn place_of(field: &str, page: &Page) -> Option<(usize, usize)> {
    let index = |prefix: &str| {
        let rest = field.strip_prefix(prefix)?.strip_prefix('[')?;
        rest.split(']').next()?.parse::<usize>().ok()
    };
    let lists = [("people", PEOPLE), ("questions", QUESTIONS), ("needs", NEEDS), ("promises", PROMISES)];
    if let Some(found) = lists.iter().find_map(|(prefix, section)| Some((*section, index(prefix)?))) {
        return Some(found);
    }
    let slot = match field {
        "purpose" => Item::Text(Slot::Purpose),
        "outcome" => Item::Text(Slot::Outcome),
        "agenda" => Item::Text(Slot::Agenda),
        "summary_shared" => Item::Text(Slot::Summary),
        "next.purpose" => Item::Text(Slot::NextPurpose),
        "next.place" => Item::Text(Slot::NextPlace),
        "next.minutes" => Item::Text(Slot::Minutes),
        "satisfaction.quote" => Item::Text(Slot::MoodQuote),
        other if other.starts_with("next") => Item::Text(Slot::When),
        other if other.starts_with("satisfaction") => Item::Text(Slot::Score),
        other if other.starts_with("problems") => Item::Text(Slot::Problem),
        other if other.starts_with("notes") => Item::Text(Slot::Note),
        _ => return None,
    };
    let find = |section: usize| rows(section, page).iter().position(|item| *item == slot).map(|row| (section, row));
    [OUTCOME, NEXT, REST].into_iter().find_map(find)
}
