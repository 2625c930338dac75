//! The page of `today`: the visits with who decides, what is unknown and what was promised, then the groups.

use super::super::say;
use super::today::Told;
use crate::domain::Visit;
use crate::domain::figures::day::{DayVisit, Promise};
use crate::domain::map::Holder;
use crate::domain::words::VisitStatus;
use crate::i18n::{Words, capitalised};

/// A title and its rows; the visits have none.
type Block = (Option<String>, Vec<Vec<String>>);

/// What stands on the page, in order; empty groups are left out, as is a next day without visits.
pub fn blocks(told: &Told<'_>, next: Option<&Told<'_>>, brief: bool) -> Vec<Block> {
    let mut blocks: Vec<Block> = vec![(None, visits(told, brief))];
    blocks.extend(
        next.filter(|next| !next.day.visits.is_empty()).map(|next| (Some(tomorrow(next)), visits(next, brief))),
    );
    if brief {
        return blocks;
    }
    let groups = [
        ("write-up", write_up(told)),
        ("promises", told.day.promises_group().map(|row| promise(told, row)).collect()),
        ("overdue", overdue(told)),
        ("signals", signals(told)),
        ("problems", problems(told)),
        ("occasions", occasions(told)),
        ("follow-up", follow_ups(told)),
    ];
    for (id, rows) in groups {
        if !rows.is_empty() {
            let title = told.words.say(&format!("cli-today-{id}"));
            blocks.push((Some(format!("{title} ({})", rows.len())), rows));
        }
    }
    blocks
}

fn tomorrow(next: &Told<'_>) -> String {
    let words = next.words;
    capitalised(&words.remarks(&[words.term("word.tomorrow"), words.date_with_weekday(next.day.date)]))
}

fn client(told: &Told<'_>, id: crate::domain::Id<crate::domain::Client>) -> String {
    say::client(told.book, id)
}

fn visits(told: &Told<'_>, brief: bool) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for row in &told.day.visits {
        rows.push(head(told, row));
        if !brief {
            rows.extend(body(told, row));
        }
    }
    if rows.is_empty() {
        rows.push(vec![empty(told)]);
    }
    rows
}

/// An empty day names the next visit.
fn empty(told: &Told<'_>) -> String {
    let next = told.day.next.and_then(|id| told.book.visit.get(id));
    next.map_or_else(
        || told.words.say("no-visits-at-all"),
        |visit| {
            let sentence = crate::domain::Sentence::new("no-visits-today").text("client", client(told, visit.client));
            let start = visit.local_start(told.book.settings().zone);
            let day = told.words.day_weekday(start.date());
            told.words.sentence(&sentence.text("day", day).text("time", told.words.time(start.time())))
        },
    )
}

fn head(told: &Told<'_>, row: &DayVisit) -> Vec<String> {
    let words = told.words;
    let Some(visit) = told.book.visit.get(row.visit) else { return Vec::new() };
    let place = visit.place_kind.map(|kind| words.short(&kind.term())).unwrap_or_default();
    let who = visit.attendees.iter().map(|attendee| {
        told.book.person.get(attendee.person).map(|person| words.family_name(person)).unwrap_or_default()
    });
    let home = told.book.settings().zone;
    let there = words.elsewhere(visit, home).unwrap_or_default();
    vec![
        format!("{} {there}", words.time(visit.local_start(home).time())).trim_end().to_owned(),
        client(told, visit.client),
        format!("{} {place}", words.short(&visit.kind.term())),
        words.say_with("cli-minutes", &[("n", crate::domain::Arg::Count(visit.minutes))]),
        words.list(&who.collect::<Vec<_>>()),
        became(words, visit),
    ]
}

/// What became of a visit that is not planned any more.
fn became(words: &Words, visit: &Visit) -> String {
    if visit.status == VisitStatus::Planned { String::new() } else { words.short(&visit.status.term()) }
}

/// Lines below a visit: purpose, who decides, what is unknown, what was promised.
fn body(told: &Told<'_>, row: &DayVisit) -> Vec<Vec<String>> {
    let words = told.words;
    let map = told.map(row);
    let mut lines = Vec::new();
    if let Some(purpose) = told.book.visit.get(row.visit).and_then(|visit| visit.purpose.clone()) {
        lines.push(purpose);
    }
    let decider = |holder: &Holder| {
        let sure = words.mark(&holder.certainty.term());
        format!("{} {sure} {}", say::person(told.book, words, holder.person), words.ago(holder.age_days))
    };
    let deciders: Vec<String> = map.deciders().map(decider).collect();
    let decides = words.short("role.kind.decides");
    lines.push(format!("{decides}: {}", if deciders.is_empty() { words.unknown() } else { words.list(&deciders) }));
    lines.extend(map.findings.iter().take(3).map(|finding| format!("? {}", words.sentence(&finding.text))));
    lines.extend(row.promised.iter().map(|row| format!("! {}", promise(told, row)[1..].join("  "))));
    lines.into_iter().map(|line| vec![format!("       {line}")]).collect()
}

fn promise(told: &Told<'_>, row: &Promise) -> Vec<String> {
    let words = told.words;
    let late = if row.late_days > 0 {
        words.late(row.late_days)
    } else {
        row.due.map_or_else(|| words.term("word.no_date"), |day| words.day_near(day))
    };
    let who = words.term(&row.who.term());
    let text = told.book.commitment.get(row.promise).map(|promise| promise.text.clone()).unwrap_or_default();
    vec![client(told, row.client), who, late, text]
}

fn write_up(told: &Told<'_>) -> Vec<Vec<String>> {
    let visits = told.day.to_write_up.iter().filter_map(|id| told.book.visit.get(*id));
    visits
        .map(|visit| vec![told.words.moment(visit.local_start(told.book.settings().zone)), client(told, visit.client)])
        .collect()
}

fn overdue(told: &Told<'_>) -> Vec<Vec<String>> {
    let words = told.words;
    let line = |row: &&crate::domain::figures::day::Overdue| {
        let days = crate::domain::Sentence::new("overdue-days").with("n", crate::domain::Arg::Count(row.days));
        vec![words.short(&row.tier.term()), client(told, row.client), words.sentence(&days)]
    };
    told.day.overdue_group().iter().map(line).collect()
}

fn signals(told: &Told<'_>) -> Vec<Vec<String>> {
    told.day.signals_group().map(|row| vec![client(told, row.client), told.words.sentence(&row.text)]).collect()
}

fn problems(told: &Told<'_>) -> Vec<Vec<String>> {
    let words = told.words;
    let rows = told.day.problems.iter().filter_map(|id| told.book.problem.get(*id));
    let line = |row: &crate::domain::Problem| {
        let due = row.due.map_or_else(|| words.unknown(), |day| words.day_near(day));
        vec![client(told, row.client), row.severity.to_string(), words.short(&row.state.term()), due, row.title.clone()]
    };
    rows.map(line).collect()
}

fn occasions(told: &Told<'_>) -> Vec<Vec<String>> {
    let line = |row: &crate::domain::figures::occasions::Near| {
        vec![told.words.day_near(row.date), client(told, row.client), told.occasion_text(row)]
    };
    told.day.occasions.iter().map(line).collect()
}

fn follow_ups(told: &Told<'_>) -> Vec<Vec<String>> {
    let line =
        |row: &crate::domain::figures::cadence::FollowUp| vec![client(told, row.client), told.words.day_near(row.due)];
    told.day.follow_up.iter().map(line).collect()
}
