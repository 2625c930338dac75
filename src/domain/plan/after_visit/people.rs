//! What was learned of people: their roles with this visit as the source, their stance on its day, what they want.

use super::Saved;
use crate::domain::after_visit::{InterestLine, Mark, PersonLine, RoleMark, latest};
use crate::domain::book::Entity;
use crate::domain::date::{PartialDate, in_force};
use crate::domain::edit::{SetRole, SetStance};
use crate::domain::entity::{Interest, Person, Role, Stance};
use crate::domain::plan::Planning;
use crate::domain::plan::roles::{self, Held};
use crate::domain::refusal::Refusal;
use crate::domain::table::Id;
use crate::domain::text::{clean, fold};
use crate::domain::words::{Certainty, EndReason};

pub(super) fn save(planning: &mut Planning<'_>, saved: &Saved, line: &PersonLine, key: &str) -> Result<(), Refusal> {
    planning.need(line.person).map_err(|refusal| refusal.at(format!("{key}.person")))?;
    for (at, mark) in line.roles.iter().enumerate() {
        let key = format!("{key}.roles[{at}]");
        role(planning, saved, line.person, *mark, &key).map_err(|mut refusal| {
            refusal.field = Some(key.clone());
            refusal
        })?;
    }
    stance(planning, saved, line, key)?;
    for (at, wanted) in line.interests.iter().enumerate() {
        interest(planning, saved, line.person, wanted, &format!("{key}.interests[{at}]"));
    }
    Ok(())
}

/// The page is about the general map; what is held for an offer is not its affair.
fn general(saved: &Saved, person: Id<Person>, mark: RoleMark) -> Held {
    Held { person, client: saved.client, kind: mark.kind, proposal: None }
}

fn role(
    planning: &mut Planning<'_>,
    saved: &Saved,
    person: Id<Person>,
    mark: RoleMark,
    key: &str,
) -> Result<(), Refusal> {
    let general = general(saved, person, mark);
    let held = general.current(planning).cloned();
    let own = held.as_ref().filter(|role| saved.correcting && role.visit == Some(saved.visit));
    match (mark.to, &held) {
        (Mark::Known(_), _) => return Ok(()),
        (Mark::AtLeast(certainty), Some(role)) if saved.prefilled && role.certainty == certainty => return Ok(()),
        (Mark::AtLeast(to) | Mark::Exactly(to), Some(role)) if own.is_some() => {
            planning.put(Role { certainty: to, ..role.clone() });
        }
        (Mark::Exactly(to), Some(role)) if to < role.certainty => {
            planning.put(Role { certainty: to, ..role.clone() });
        }
        (Mark::AtLeast(certainty) | Mark::Exactly(certainty), _) => {
            roles::set(planning, &wish(saved, person, mark, Some(certainty)))?;
        }
        (Mark::Again, _) => roles::set(planning, &wish(saved, person, mark, None))?,
        (Mark::End, Some(role)) if own.is_some() && role.reconfirmed_on.is_none() => {
            planning.take_out(Entity::Role, role.head.uid);
        }
        (Mark::End, _) => {
            let reason = Some(EndReason::Changed);
            roles::end(planning, general, Some(saved.day), reason)?;
        }
    }
    let uid = held.as_ref().or_else(|| general.current(planning)).map(|role| role.head.uid);
    if let Some(uid) = uid {
        planning.stands_at((Entity::Role, uid), key, false);
    }
    Ok(())
}

fn wish(saved: &Saved, person: Id<Person>, mark: RoleMark, certainty: Option<Certainty>) -> SetRole {
    SetRole {
        person,
        client: saved.client,
        kind: mark.kind,
        certainty,
        proposal: None,
        from: None,
        visit: Some(saved.visit),
        source_note: None,
    }
}

/// The row of this visit is corrected; without one only what differs from what is known becomes a new row.
fn stance(planning: &mut Planning<'_>, saved: &Saved, line: &PersonLine, key: &str) -> Result<(), Refusal> {
    if line.stance.is_none() && line.influence.is_none() {
        return Ok(());
    }
    let field = if line.stance.is_some() { "stance" } else { "influence" };
    let key = format!("{key}.{field}");
    let rows = planning.of::<Stance>(line.person);
    let own = |row: &Stance| {
        row.visit == Some(saved.visit)
            && row.person == line.person
            && row.client == saved.client
            && row.proposal.is_none()
            && !row.reset
    };
    let (mine, others): (Vec<&Stance>, Vec<&Stance>) = rows.into_iter().partition(|row| own(row));
    let known = latest(&others, saved.client, line.person, saved.day, None);
    let value = line.stance.filter(|value| known.0 != Some(*value));
    let influence = line.influence.filter(|influence| known.1 != Some(*influence));
    if let Some(row) = mine.first() {
        // What this visit said is corrected; what is only known from before was not judged at it.
        let corrected =
            |was: Option<i64>, line: Option<i64>, new: Option<i64>| if was.is_some() { line.or(was) } else { new };
        let row = Stance {
            value: corrected(row.value, line.stance, value),
            influence: corrected(row.influence, line.influence, influence),
            ..(*row).clone()
        };
        planning.stands_at((Entity::Stance, row.head.uid), key, false);
        planning.put(row);
        return Ok(());
    }
    if value.is_none() && influence.is_none() {
        return Ok(());
    }
    let wish = SetStance {
        person: line.person,
        client: saved.client,
        proposal: None,
        value,
        influence,
        on: Some(saved.day),
        visit: Some(saved.visit),
    };
    roles::set_stance(planning, &wish).map_err(|refusal| refusal.at(key.clone()))?;
    let made = planning.planned::<Stance>().find(|row| own(row)).map(|row| row.head.uid);
    if let Some(uid) = made {
        planning.stands_at((Entity::Stance, uid), key, false);
    }
    Ok(())
}

fn interest(planning: &mut Planning<'_>, saved: &Saved, person: Id<Person>, line: &InterestLine, key: &str) {
    let text = clean(&line.text, true).unwrap_or_default();
    let same = |row: &&Interest| {
        row.person == person
            && row.client == saved.client
            && fold(&row.text) == fold(&text)
            && in_force(row.from, row.to, saved.day).yes()
    };
    let found = planning.of::<Interest>(person).into_iter().find(same).cloned();
    let row = match found {
        Some(row) if line.off && row.visit == Some(saved.visit) => {
            planning.stands_at((Entity::Interest, row.head.uid), key, false);
            planning.take_out(Entity::Interest, row.head.uid);
            return;
        }
        Some(row) if line.off => Interest { to: Some(PartialDate::Day(saved.day)), ..row },
        Some(row) => {
            Interest { kind: line.kind.or(row.kind), importance: line.importance.unwrap_or(row.importance), ..row }
        }
        None if line.off => return,
        None => Interest {
            head: planning.new_head(),
            person,
            client: saved.client,
            text,
            kind: line.kind,
            importance: line.importance.unwrap_or(2),
            certainty: Certainty::Heard,
            learned_on: saved.day,
            visit: Some(saved.visit),
            from: None,
            to: None,
        },
    };
    planning.stands_at((Entity::Interest, row.head.uid), key, false);
    planning.put(row);
}
