//! What only the journal knows of a decision map: facts as they stood at the end of a day, and changes of posts.

use std::collections::HashSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Desk, StepFilter, Trouble};
use crate::domain::map::{Past, RoleThen, Upset};
use crate::domain::step::{Change, Step};
use crate::domain::words::InfluenceKind;
use crate::domain::{Id, Record, Role};

impl Desk {
    /// The past of a map as of a day, from the journal.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn past(&self, as_of: NaiveDate) -> Result<Past, Trouble> {
        let zone = self.book().settings().zone;
        let steps = self.steps(StepFilter::default())?;
        let mut past = Past::default();
        for step in &steps {
            let day = step.at.with_timezone(&zone).date_naive();
            for change in &step.changes {
                role_then(&mut past, change, day <= as_of);
            }
            past.upsets.extend(upsets(step, day));
        }
        Ok(past)
    }
}

/// A row written after the day counts as first written.
fn role_then(past: &mut Past, change: &Change, in_time: bool) {
    let Some(Record::Role(role)) = &change.after else { return };
    let id: Id<Role> = Id::new(role.head.uid);
    if in_time || !past.roles.contains_key(&id) {
        let then = RoleThen { certainty: role.certainty, reconfirmed_on: role.reconfirmed_on, limit: role.limit };
        past.roles.insert(id, then);
    }
}

/// Posts that a step changed. People whom the same step brought in have changed nothing.
fn upsets(step: &Step, on: NaiveDate) -> Vec<Upset> {
    let new: HashSet<Uuid> = step
        .changes
        .iter()
        .filter(|change| change.before.is_none())
        .filter_map(|change| change.after.as_ref())
        .filter(|record| matches!(record, Record::Person(_)))
        .map(Record::uuid)
        .collect();
    let upset = |change: &Change| match (&change.before, &change.after) {
        (Some(Record::Affiliation(before)), Some(Record::Affiliation(after))) if before.level != after.level => {
            Some(Upset { person: after.person, client: after.client, on })
        }
        (None, Some(Record::Influence(line))) if line.kind == InfluenceKind::ReportsTo => {
            Some(Upset { person: line.from_person, client: line.client, on })
        }
        _ => None,
    };
    step.changes.iter().filter_map(upset).filter(|upset| !new.contains(&upset.person.uuid)).collect()
}
