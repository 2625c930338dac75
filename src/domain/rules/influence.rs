//! Who reports or listens to whom: no circles, one boss.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{moved, place};
use crate::domain::date::PartialDate;
use crate::domain::entity::{Influence, Person};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{Id, Row};
use crate::domain::words::{Certainty, InfluenceKind};

pub(super) fn facts(planning: &mut Planning<'_>, row: &Influence) -> Result<(), Refusal> {
    if row.from_person == row.to_person {
        return Err(Refusal::no(Sentence::new("reports-to-self")).at("to_person"));
    }
    if row.kind == InfluenceKind::ReportsTo && row.strength.is_some() {
        return Err(Refusal::no(Sentence::new("strength-only-influences")).at("strength"));
    }
    place::in_order((row.from, row.to))?;
    sourced(row)?;
    no_circle(planning, row)
}

pub(super) fn moves(planning: &mut Planning<'_>, before: Option<&Influence>, row: &Influence) -> Result<(), Refusal> {
    moved::not_after_today(
        planning,
        (Influence::ENTITY, "learned_on"),
        before.map(|before| before.learned_on),
        row.learned_on,
    )?;
    place::learned_at(planning, before.and_then(|before| before.visit), row.visit, row.client)?;
    let whose = |row: &Influence| (row.from_person, row.to_person, row.client);
    if before.is_none_or(|before| whose(before) != whose(row)) {
        for (person, field) in [(row.from_person, "from_person"), (row.to_person, "to_person")] {
            place::of_the_client(planning, person, row.client, window(row), row.learned_on)
                .map_err(|refusal| refusal.called(field))?;
        }
    }
    one_boss(planning, row)
}

/// A line without an end, begun before the one that is already planned, ends where that one begins.
pub(super) fn shape(planning: &mut Planning<'_>, before: Option<&Influence>, row: &mut Influence) {
    if before.is_some() || row.kind != InfluenceKind::ReportsTo || row.to.is_some() {
        return;
    }
    let begins = row.from.unwrap_or(PartialDate::Day(planning.today)).latest();
    let later = others(planning, row).filter(|other| other.from_person == row.from_person);
    let later = later.filter(|other| other.from.and_then(PartialDate::earliest) > begins && begins.is_some());
    let Some(next) = later.min_by_key(|other| other.from.and_then(PartialDate::earliest)) else { return };
    let (until, boss) = (next.from, next.to_person);
    if let Some(from) = until {
        let sentence = Sentence::new("reports-until").text("person", place::name_of(planning, row.from_person));
        let sentence = sentence.text("boss", place::name_of(planning, boss)).with("date", place::day_arg(from));
        planning.warn(sentence);
    }
    row.to = until;
}

fn sourced(row: &Influence) -> Result<(), Refusal> {
    if row.certainty == Certainty::Confirmed && row.visit.is_none() {
        return Err(Refusal::no(Sentence::new("confirmed-by-what")).at("visit"));
    }
    Ok(())
}

fn window(row: &Influence) -> place::Window {
    (row.from, row.to)
}

/// The other lines of reporting at the client, whenever they hold.
fn others<'p>(planning: &'p Planning<'_>, row: &'p Influence) -> impl Iterator<Item = &'p Influence> {
    let rows = planning.of::<Influence>(row.client).into_iter();
    let reports = |other: &Influence| other.client == row.client && other.kind == InfluenceKind::ReportsTo;
    rows.filter(move |other| other.uid() != row.uid() && reports(other))
}

/// Nobody is above the person they report to, on any day. Which lines hold together changes only where one begins.
fn no_circle(planning: &Planning<'_>, row: &Influence) -> Result<(), Refusal> {
    if row.kind != InfluenceKind::ReportsTo {
        return Ok(());
    }
    let lines: Vec<&Influence> = others(planning, row).collect();
    let begins = lines.iter().copied().chain([row]).filter_map(|line| line.from?.latest());
    let days: BTreeSet<NaiveDate> = begins.collect();
    let holds = |line: &Influence, day| place::holds_on(planning.today, window(line), day);
    for day in [planning.today].into_iter().chain(days).filter(|day| holds(row, *day)) {
        let then: Vec<&Influence> = lines.iter().copied().filter(|line| holds(line, day)).collect();
        if is_above(row.from_person, row.to_person, &then) {
            let sentence = if day == planning.today {
                Sentence::new("person-above")
            } else {
                Sentence::new("person-above-then").date("date", day)
            };
            let sentence = sentence.text("a", place::name_of(planning, row.from_person));
            return Err(Refusal::no(sentence.text("b", place::name_of(planning, row.to_person))).at("to_person"));
        }
    }
    Ok(())
}

/// Whether somebody is a boss of a person, or of one of their bosses.
fn is_above(boss: Id<Person>, person: Id<Person>, lines: &[&Influence]) -> bool {
    let mut above = vec![person];
    let mut seen = 0;
    while let Some(&person) = above.get(seen) {
        if person == boss {
            return true;
        }
        for line in lines.iter().filter(|line| line.from_person == person) {
            if !above.contains(&line.to_person) {
                above.push(line.to_person);
            }
        }
        seen += 1;
    }
    false
}

/// One boss at a time per person and client: a new one is asked to replace the old. Who was the boss once is history.
fn one_boss(planning: &mut Planning<'_>, row: &Influence) -> Result<(), Refusal> {
    let today = planning.today;
    let is_over = row.to.and_then(PartialDate::latest).is_some_and(|to| to <= today);
    if row.kind != InfluenceKind::ReportsTo || is_over {
        return Ok(());
    }
    let clashes = |other: &&Influence| {
        other.from_person == row.from_person && place::hold_at_once(today, window(other), window(row))
    };
    let old: Vec<Influence> = others(planning, row).filter(clashes).cloned().collect();
    if old.is_empty() {
        return Ok(());
    }
    let bosses = Arg::texts(old.iter().map(|line| place::name_of(planning, line.to_person)));
    let question = Sentence::new("already-reports-to").text("person", place::name_of(planning, row.from_person));
    planning.insist(question.with("boss", bosses))?;
    old.into_iter().for_each(|line| give_way(planning, line, row));
    Ok(())
}

/// A line makes room for another: it ends where that begins, or begins where that ends.
fn give_way(planning: &mut Planning<'_>, mut old: Influence, row: &Influence) {
    let change = row.from.unwrap_or(PartialDate::Day(planning.today));
    let began = old.from.and_then(PartialDate::earliest);
    let outlasts = |to: &PartialDate| old.to.is_none_or(|end| to.latest() < end.earliest());
    if began.is_none_or(|began| change.latest().is_some_and(|change| began < change)) {
        old.to = Some(change);
        planning.put(old);
    } else if let Some(to) = row.to.filter(outlasts) {
        old.from = Some(to);
        planning.put(old);
    } else {
        // It never holds for a day: the line was wrong.
        planning.take_out(Influence::ENTITY, old.uid().uuid);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::book::Entity;
    use crate::domain::refusal::Answers;
    use crate::domain::trial::{Trial, add};

    #[test]
    fn nobody_is_above_themselves() {
        let mut trial = Trial::new();
        let client = trial.client.to_string();
        let people: Vec<String> = ["a", "b", "c"].iter().map(|name| trial.somebody_there(name).to_string()).collect();
        let line = |from: usize, to: usize, kind: &str| json!({ "from_person": people[from], "to_person": people[to], "kind": kind, "client": client });
        trial.make(&add(Entity::Influence, line(0, 1, "reports_to")));
        trial.make(&add(Entity::Influence, line(1, 2, "reports_to")));
        for (row, refusal) in [
            (line(2, 0, "reports_to"), "person-above"),
            (line(1, 0, "reports_to"), "person-above"),
            (line(2, 0, "influences"), "-"),
            (line(0, 0, "reports_to"), "reports-to-self"),
            (line(0, 2, "reports_to"), "already-reports-to"),
        ] {
            assert_eq!(trial.refusal(&add(Entity::Influence, row.clone())), refusal, "{row}");
        }
        for (key, value, refusal) in [
            ("strength", json!(2), "strength-only-influences"),
            ("certainty", json!("confirmed"), "confirmed-by-what"),
            ("learned_on", json!("2026-11-24"), "not-after-today"),
        ] {
            let mut row = line(2, 0, "reports_to");
            row["to_person"] = trial.orlova.to_string().into();
            row[key] = value;
            assert_eq!(trial.refusal(&add(Entity::Influence, row)), refusal, "{key}");
        }
    }

    /// Three lines that would be a circle: it is one where all three hold on one day.
    #[test]
    fn a_circle_is_one_on_the_days_its_lines_hold_together() {
        let open = (None, None);
        for (ab, bc, ca, refusal) in [
            (open, open, open, "person-above"),
            (open, open, (Some("2027-01-01"), None), "person-above-then"),
            (open, (Some("2027-03-01"), None), (Some("2027-01-01"), None), "person-above-then"),
            (open, (Some("2027-03-01"), None), (Some("2027-01-01"), Some("2027-03-01")), "-"),
            ((None, Some("2027-01-01")), open, (Some("2027-01-01"), None), "-"),
            ((None, Some("2027-01-02")), open, (Some("2027-01-01"), None), "person-above-then"),
            ((Some("2020-01-01"), Some("2022-01-01")), open, open, "-"),
            (
                (Some("2020"), Some("2022")),
                (Some("2020"), None),
                (Some("2021-02"), Some("2021-09")),
                "person-above-then",
            ),
            ((Some("2020"), Some("2021")), (Some("2020"), None), (Some("2021-02"), Some("2021-09")), "-"),
            // Both within one year, on days that nobody wrote down.
            ((Some("2020"), Some("2021")), (Some("2021"), Some("2022")), open, "-"),
        ] {
            let mut trial = Trial::new();
            let client = trial.client.to_string();
            let [a, b, c] = ["a", "b", "c"].map(|name| trial.somebody_there(name).to_string());
            let line = |from: &str, to: &str, (since, until): (Option<&str>, Option<&str>)| {
                add(
                    Entity::Influence,
                    json!({ "from_person": from, "to_person": to, "kind": "reports_to", "client": client,
                        "from": since, "to": until }),
                )
            };
            trial.make(&line(&a, &b, ab));
            trial.make(&line(&b, &c, bc));
            assert_eq!(trial.refusal(&line(&c, &a, ca)), refusal, "{ab:?} {bc:?} {ca:?}");
        }
    }

    /// When the new line holds, what is asked, and what becomes of the one there was since 2026.
    #[test]
    fn a_boss_to_come_takes_over_on_the_day() {
        for (from, to, asked, ends) in [
            (None, None, "already-reports-to", Some("2026-11-23")),
            (Some("2027-01-01"), None, "already-reports-to", Some("2027-01-01")),
            (Some("2024-01-01"), Some("2025-01-01"), "-", None),
        ] {
            let mut trial = Trial::new();
            let client = trial.client.to_string();
            let (orlova, benev) = (trial.orlova.to_string(), trial.benev.to_string());
            let junior = trial.somebody_there("junior").to_string();
            let line = |boss: &str, from: Option<&str>, to: Option<&str>| {
                add(
                    Entity::Influence,
                    json!({ "from_person": junior, "to_person": boss, "kind": "reports_to", "client": client,
                        "from": from, "to": to }),
                )
            };
            trial.make(&line(&orlova, Some("2026-01-01"), None));
            let new = line(&benev, from, to);
            assert_eq!(trial.refusal(&new), asked, "{from:?}");
            trial.answers = Answers::yes();
            trial.make(&new);
            let old = trial.book.influence.iter().find(|line| line.to_person.uuid == trial.orlova).unwrap();
            assert_eq!(old.to.map(|to| to.to_string()).as_deref(), ends, "{from:?}");
        }
    }

    #[test]
    fn a_new_boss_replaces_the_old_one() {
        let mut trial = Trial::new();
        let (client, orlova, benev) = (trial.client.to_string(), trial.orlova.to_string(), trial.benev.to_string());
        let junior = trial.somebody_there("junior").to_string();
        let line = |to: &str| json!({ "from_person": junior, "to_person": to, "kind": "reports_to", "client": client });
        trial.make(&add(Entity::Influence, line(&orlova)));
        trial.answers = Answers::yes();
        trial.make(&add(Entity::Influence, line(&benev)));
        let ended: Vec<bool> = trial.book.influence.iter().map(|line| line.to.is_some()).collect();
        assert_eq!(ended.iter().filter(|ended| **ended).count(), 1);
        let boss = trial.book.influence.iter().find(|line| line.to.is_none()).unwrap();
        assert_eq!(boss.to_person.uuid, trial.benev);
        trial.answers = Answers::default().and(&Sentence::new("already-reports-to"), false);
        assert_eq!(trial.refusal(&add(Entity::Influence, line(&orlova))), "nothing-saved");
    }

    /// Lines there, a new one (boss, from, to), what is asked, what is told, and every line then.
    #[test]
    fn lines_of_reporting_make_room_for_each_other() {
        type Line = (usize, Option<&'static str>, Option<&'static str>);
        type Case<'a> = (&'a [Line], Line, &'a str, &'a str, &'a [Line]);
        let cases: [Case<'_>; 5] = [
            // One boss of today until the one who is planned.
            (
                &[(1, Some("2027-03-01"), None)],
                (0, None, None),
                "-",
                "reports-until",
                &[(0, None, Some("2027-03-01")), (1, Some("2027-03-01"), None)],
            ),
            // A boss of former years until the one of today.
            (
                &[(1, Some("2026-01-01"), None)],
                (0, Some("2024"), None),
                "-",
                "reports-until",
                &[(0, Some("2024"), Some("2026-01-01")), (1, Some("2026-01-01"), None)],
            ),
            // Whoever stands in the way, not only the first.
            (
                &[(0, Some("2026-01-01"), Some("2027-03-01")), (1, Some("2026-07-01"), None)],
                (2, Some("2026-06-01"), Some("2028-01-01")),
                "already-reports-to",
                "",
                &[
                    (0, Some("2026-01-01"), Some("2026-06-01")),
                    (1, Some("2028-01-01"), None),
                    (2, Some("2026-06-01"), Some("2028-01-01")),
                ],
            ),
            // Nothing is left of a line that lies within the new one.
            (
                &[(0, Some("2027-02-01"), Some("2027-03-01"))],
                (1, Some("2027-01-01"), Some("2027-06-01")),
                "already-reports-to",
                "",
                &[(1, Some("2027-01-01"), Some("2027-06-01"))],
            ),
            (
                &[(0, Some("2027-02-01"), Some("2027-03-01"))],
                (1, Some("2027-03-01"), None),
                "-",
                "",
                &[(0, Some("2027-02-01"), Some("2027-03-01")), (1, Some("2027-03-01"), None)],
            ),
        ];
        for (there, new, asked, told, after) in cases {
            let mut trial = Trial::new();
            let client = trial.client.to_string();
            let bosses = ["a", "b", "c"].map(|name| trial.somebody_there(name));
            let junior = trial.somebody_there("junior").to_string();
            let line = |(boss, from, to): Line| {
                json!({ "from_person": junior, "to_person": bosses[boss].to_string(), "kind": "reports_to",
                    "client": client, "from": from, "to": to, "learned_on": "2026-11-01" })
            };
            for row in there {
                trial.has(Entity::Influence, line(*row));
            }
            let new = add(Entity::Influence, line(new));
            assert_eq!(trial.refusal(&new), asked, "{there:?}");
            trial.answers = Answers::yes();
            let warned = trial.make(&new).warnings;
            assert_eq!(warned.first().map_or("", |warning| warning.id.as_str()), told, "{there:?}");
            let shown = |day: Option<PartialDate>| day.map(|day| day.to_string());
            let mut rows: Vec<_> = trial.book.influence.iter().collect();
            rows.sort_by_key(|row| bosses.iter().position(|boss| *boss == row.to_person.uuid));
            let rows: Vec<_> = rows.iter().map(|row| (row.to_person.uuid, shown(row.from), shown(row.to))).collect();
            let text = |day: Option<&str>| day.map(str::to_owned);
            let after: Vec<_> = after.iter().map(|(boss, from, to)| (bosses[*boss], text(*from), text(*to))).collect();
            assert_eq!(rows, after, "{there:?}");
        }
    }

    #[test]
    fn a_line_is_between_people_of_the_client() {
        let mut trial = Trial::new();
        let client = trial.client.to_string();
        let (orlova, benev) = (trial.orlova.to_string(), trial.benev.to_string());
        let stranger = trial.person("stranger", "Stranger", "client").to_string();
        let adviser = trial.person("adviser", "Adviser", "other").to_string();
        let banker = trial.person("banker", "Banker", "bank").to_string();
        let base = json!({ "from_person": orlova, "to_person": benev, "kind": "influences", "client": client });
        let cases = [
            (json!({}), "-"),
            (json!({ "to_person": stranger }), "person-not-at-client"),
            (json!({ "from_person": stranger }), "person-not-at-client"),
            (json!({ "from_person": adviser }), "-"),
            (json!({ "from_person": banker }), "person-works-for-bank"),
        ];
        trial.refuses_rows(Entity::Influence, &base, cases);
    }
}
