//! Places, roles and lines of two records in one map: windows that overlap become one, at the higher certainty.

use uuid::Uuid;

use super::choices::Choices;
use super::{Planning, absorb, put_joined};
use crate::domain::date::{PartialDate, in_force};
use crate::domain::edit::Take;
use crate::domain::entity::{Affiliation, Client, Influence, Occasion, Person, Role, Visit};
use crate::domain::refusal::Refusal;
use crate::domain::rules::windows_overlap;
use crate::domain::table::{Id, Row};
use crate::domain::words::{EndReason, InfluenceKind, OccasionKind, Tri};

/// Of a client, or of a person in all clients.
pub(super) fn join(
    planning: &mut Planning<'_>,
    keep: impl Into<Uuid>,
    choices: &mut Choices<'_>,
) -> Result<(), Refusal> {
    let keep = keep.into();
    let places = planning.of::<Affiliation>(keep).into_iter().cloned().collect();
    let roles = planning.of::<Role>(keep).into_iter().cloned().collect();
    let lines = planning.of::<Influence>(keep).into_iter().cloned().collect();
    join_places(planning, places, choices)?;
    join_roles(planning, roles, choices)?;
    join_lines(planning, lines, choices)
}

/// With what of a person stands elsewhere than in the map.
pub(super) fn join_person(
    planning: &mut Planning<'_>,
    keep: Id<Person>,
    choices: &mut Choices<'_>,
) -> Result<(), Refusal> {
    join(planning, keep, choices)?;
    one_main_place(planning, keep);
    join_attendees(planning, keep);
    join_team(planning, keep);
    join_birthdays(planning, keep)
}

/// Rows the merge did not move come first: they are the ones that stay.
fn own_first<T: Row>(planning: &Planning<'_>, rows: &mut [T]) {
    rows.sort_by_key(|row| (planning.before(row.uid()) != Some(row), row.uid()));
}

/// Calls `join` for each pair of rows that are one, and lets the second go.
fn fold_together<T: Row>(
    planning: &mut Planning<'_>,
    mut rows: Vec<T>,
    same: fn(&T, &T) -> bool,
    mut join: impl FnMut(&T, &T) -> T,
) -> Result<(), Refusal> {
    own_first(planning, &mut rows);
    let mut kept: Vec<T> = Vec::new();
    for row in rows {
        match kept.iter_mut().find(|other| same(other, &row)) {
            Some(other) => {
                *other = join(other, &row);
                absorb(planning, other.clone(), row.uid())?;
            }
            None => kept.push(row),
        }
    }
    Ok(())
}

fn earlier(a: Option<PartialDate>, b: Option<PartialDate>) -> Option<PartialDate> {
    a.zip(b).map(|(a, b)| if b.earliest() < a.earliest() { b } else { a })
}

fn later(a: Option<PartialDate>, b: Option<PartialDate>) -> Option<PartialDate> {
    a.zip(b).map(|(a, b)| if b.latest() > a.latest() { b } else { a })
}

fn join_places(
    planning: &mut Planning<'_>,
    places: Vec<Affiliation>,
    choices: &mut Choices<'_>,
) -> Result<(), Refusal> {
    let same = |a: &Affiliation, b: &Affiliation| {
        (a.person, a.client) == (b.person, b.client) && windows_overlap((a.from, a.to), (b.from, b.to))
    };
    let mut chosen = |key: &str| choices.pick(key) == Some(Take::B);
    fold_together(planning, places, same, |a, b| Affiliation {
        position: pick(a.position.as_ref(), b.position.as_ref(), || chosen("affiliation.position")),
        department: pick(a.department.as_ref(), b.department.as_ref(), || chosen("affiliation.department")),
        level: pick(a.level.as_ref(), b.level.as_ref(), || chosen("affiliation.level")),
        is_primary: a.is_primary || b.is_primary,
        from: earlier(a.from, b.from),
        to: later(a.to, b.to),
        left_to: a.left_to.clone().or_else(|| b.left_to.clone()),
        ..a.clone()
    })
}

fn pick<T: Clone + PartialEq>(a: Option<&T>, b: Option<&T>, second: impl FnOnce() -> bool) -> Option<T> {
    match (a, b) {
        (Some(a), Some(b)) if a != b && second() => Some(b.clone()),
        (a, b) => a.or(b).cloned(),
    }
}

fn join_roles(planning: &mut Planning<'_>, roles: Vec<Role>, choices: &mut Choices<'_>) -> Result<(), Refusal> {
    let roles = roles.into_iter().filter(|role| role.end_reason != Some(EndReason::Wrong)).collect();
    let same = |a: &Role, b: &Role| {
        (a.person, a.client, a.proposal, a.kind) == (b.person, b.client, b.proposal, b.kind)
            && windows_overlap((a.from, a.to), (b.from, b.to))
    };
    fold_together(planning, roles, same, |a, b| {
        let latest = |role: &Role| role.reconfirmed_on.unwrap_or(role.learned_on).max(role.learned_on);
        let surer = if (b.certainty, latest(b)) > (a.certainty, latest(a)) { b } else { a };
        let to = later(a.to, b.to);
        let ended = if to == a.to { a.end_reason } else { b.end_reason };
        Role {
            certainty: surer.certainty,
            learned_on: surer.learned_on,
            visit: surer.visit,
            source_note: surer.source_note.clone(),
            reconfirmed_on: surer.reconfirmed_on,
            limit: pick(a.limit.as_ref(), b.limit.as_ref(), || choices.pick("limit") == Some(Take::B)),
            from: earlier(a.from, b.from),
            to,
            end_reason: to.and(ended),
            ..a.clone()
        }
    })
}

fn join_lines(planning: &mut Planning<'_>, lines: Vec<Influence>, choices: &mut Choices<'_>) -> Result<(), Refusal> {
    let (to_self, lines): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.from_person == line.to_person);
    for line in to_self {
        planning.take_out_moved(Influence::ENTITY, line.uid().uuid);
    }
    let same = |a: &Influence, b: &Influence| {
        (a.from_person, a.to_person, a.kind, a.client) == (b.from_person, b.to_person, b.kind, b.client)
            && windows_overlap((a.from, a.to), (b.from, b.to))
    };
    let bosses = lines.clone();
    fold_together(planning, lines, same, |a, b| {
        let surer = if b.certainty > a.certainty { b } else { a };
        Influence {
            certainty: surer.certainty,
            learned_on: surer.learned_on,
            visit: surer.visit,
            strength: a.strength.max(b.strength),
            tie: a.tie.clone().or_else(|| b.tie.clone()),
            from: earlier(a.from, b.from),
            to: later(a.to, b.to),
            ..a.clone()
        }
    })?;
    one_boss(planning, bosses, choices);
    Ok(())
}

/// Two bosses in force: the one chosen stays, the other ended today.
fn one_boss(planning: &mut Planning<'_>, mut lines: Vec<Influence>, choices: &mut Choices<'_>) {
    let today = planning.today;
    lines.retain(|line| {
        line.kind == InfluenceKind::ReportsTo
            && in_force(line.from, line.to, today).yes()
            && planning.get(line.uid()).is_some()
    });
    own_first(planning, &mut lines);
    for (at, second) in lines.iter().enumerate() {
        let clash = |line: &&Influence| (line.from_person, line.client) == (second.from_person, second.client);
        let Some(first) = lines[..at].iter().find(clash) else { continue };
        let ends = if choices.pick("reports_to") == Some(Take::B) { first } else { second };
        if ends.from.and_then(PartialDate::earliest).is_some_and(|from| from >= today) {
            planning.take_out_moved(Influence::ENTITY, ends.uid().uuid);
        } else {
            put_joined(planning, Influence { to: Some(PartialDate::Day(today)), ..ends.clone() });
        }
    }
}

fn one_main_place(planning: &mut Planning<'_>, keep: Id<Person>) {
    let today = planning.today;
    let main =
        |place: &&Affiliation| place.person == keep && place.is_primary && in_force(place.from, place.to, today).yes();
    let mut places: Vec<Affiliation> = planning.of::<Affiliation>(keep).into_iter().filter(main).cloned().collect();
    own_first(planning, &mut places);
    for place in places.into_iter().skip(1) {
        put_joined(planning, Affiliation { is_primary: false, ..place });
    }
}

/// One person sits once at a visit; they came if either of the two came.
fn join_attendees(planning: &mut Planning<'_>, keep: Id<Person>) {
    let twice = |visit: &&Visit| visit.attendees.iter().filter(|one| one.person == keep).count() > 1;
    let visits: Vec<Visit> = planning.planned::<Visit>().filter(twice).cloned().collect();
    for mut visit in visits {
        let both: Vec<_> = visit.attendees.iter().filter(|one| one.person == keep).cloned().collect();
        let came = |tri: Tri| both.iter().any(|one| one.came == Some(tri)).then_some(tri);
        let mut first = true;
        visit.attendees.retain_mut(|one| {
            if one.person != keep {
                return true;
            }
            one.expected = both.iter().any(|one| one.expected);
            one.came = came(Tri::Yes).or(came(Tri::No));
            std::mem::take(&mut first)
        });
        put_joined(planning, visit);
    }
}

fn join_team(planning: &mut Planning<'_>, keep: Id<Person>) {
    let twice = |client: &&Client| client.bank_team.iter().filter(|member| member.person == keep).count() > 1;
    let clients: Vec<Client> = planning.planned::<Client>().filter(twice).cloned().collect();
    for mut client in clients {
        let mut first = true;
        client.bank_team.retain(|member| member.person != keep || std::mem::take(&mut first));
        put_joined(planning, client);
    }
}

/// One birthday, with the marks of both rows.
fn join_birthdays(planning: &mut Planning<'_>, keep: Id<Person>) -> Result<(), Refusal> {
    let own = |day: &&Occasion| day.person == Some(keep) && day.kind == OccasionKind::Birthday;
    let days = planning.of::<Occasion>(keep).into_iter().filter(own).cloned().collect();
    fold_together(
        planning,
        days,
        |_, _| true,
        |a, b| {
            let mut joined = a.clone();
            let new = b.marked.iter().filter(|mark| !a.marked.iter().any(|known| known.year == mark.year));
            joined.marked.extend(new.cloned());
            joined.marked.sort_by_key(|mark| mark.year);
            joined.lead_days = a.lead_days.or(b.lead_days);
            joined.how = a.how.clone().or_else(|| b.how.clone());
            joined
        },
    )
}
