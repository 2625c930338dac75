//! Who reports or listens to whom: no circles, one boss.

use super::{moved, place};
use crate::domain::date::{PartialDate, in_force};
use crate::domain::entity::{Influence, Person};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
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
    one_boss(planning, row)
}

fn sourced(row: &Influence) -> Result<(), Refusal> {
    if row.certainty == Certainty::Confirmed && row.visit.is_none() {
        return Err(Refusal::no(Sentence::new("confirmed-by-what")).at("visit"));
    }
    Ok(())
}

fn reports(planning: &Planning<'_>, row: &Influence) -> bool {
    row.kind == InfluenceKind::ReportsTo && in_force(row.from, row.to, planning.today).yes()
}

fn reporting<'p>(planning: &'p Planning<'_>, row: &'p Influence) -> impl Iterator<Item = &'p Influence> {
    let rows = planning.of::<Influence>(row.client).into_iter();
    rows.filter(|other| other.client == row.client && other.uid() != row.uid() && reports(planning, other))
}

/// Nobody is above the person they report to.
fn no_circle(planning: &Planning<'_>, row: &Influence) -> Result<(), Refusal> {
    if !reports(planning, row) {
        return Ok(());
    }
    let bosses: Vec<(Id<Person>, Id<Person>)> =
        reporting(planning, row).map(|other| (other.from_person, other.to_person)).collect();
    let mut above = vec![row.to_person];
    let mut seen = 0;
    while let Some(&person) = above.get(seen) {
        if person == row.from_person {
            let sentence = Sentence::new("person-above").text("a", place::name_of(planning, row.from_person));
            return Err(Refusal::no(sentence.text("b", place::name_of(planning, row.to_person))).at("to_person"));
        }
        let next = bosses.iter().filter(|(from, to)| *from == person && !above.contains(to)).map(|(_, to)| *to);
        let next: Vec<_> = next.collect();
        above.extend(next);
        seen += 1;
    }
    Ok(())
}

/// One boss in force per person and client: a new one is asked to replace the old.
fn one_boss(planning: &mut Planning<'_>, row: &Influence) -> Result<(), Refusal> {
    if !reports(planning, row) {
        return Ok(());
    }
    let Some(mut old) = reporting(planning, row).find(|other| other.from_person == row.from_person).cloned() else {
        return Ok(());
    };
    let question = Sentence::new("already-reports-to")
        .text("person", place::name_of(planning, row.from_person))
        .text("boss", place::name_of(planning, old.to_person));
    planning.insist(question)?;
    let change = row.from.unwrap_or(PartialDate::Day(planning.today));
    let began = old.from.and_then(PartialDate::earliest);
    if began.is_some_and(|began| change.latest().is_none_or(|change| began >= change)) {
        // It never held for a day: the line was wrong.
        planning.take_out(Influence::ENTITY, old.uid().uuid);
    } else {
        old.to = Some(change);
        planning.put(old);
    }
    Ok(())
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
        let people: Vec<String> =
            ["a", "b", "c"].iter().map(|name| trial.person(name, name, "client").to_string()).collect();
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

    #[test]
    fn a_new_boss_replaces_the_old_one() {
        let mut trial = Trial::new();
        let (client, orlova, benev) = (trial.client.to_string(), trial.orlova.to_string(), trial.benev.to_string());
        let junior = trial.person("junior", "Junior", "client").to_string();
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
}
