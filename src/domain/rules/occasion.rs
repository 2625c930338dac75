//! Days to remember: of one person or one client, on a day that can come.

use crate::domain::date::PartialDate;
use crate::domain::entity::Occasion;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::words::{OccasionKind, Recurring};

/// A birthday's day is the person's own: said once, there.
pub(super) fn shape(planning: &Planning<'_>, row: &mut Occasion) {
    let person = row.person.filter(|_| row.kind == OccasionKind::Birthday).and_then(|id| planning.get(id));
    if let Some(birthday) = person.and_then(|person| person.birthday) {
        row.date = birthday;
    }
}

pub(super) fn facts(_planning: &mut Planning<'_>, row: &Occasion) -> Result<(), Refusal> {
    if row.person.is_some() == row.client.is_some() {
        return Err(Refusal::no(Sentence::new("occasion-of-one")).at("person"));
    }
    if matches!(row.date, PartialDate::Year(_)) {
        return Err(Refusal::no(Sentence::new("occasion-needs-month")).at("date"));
    }
    Ok(())
}

/// One that returns every year without a day is kept, but it will not be told.
pub(super) fn moves(planning: &mut Planning<'_>, _before: Option<&Occasion>, row: &Occasion) -> Result<(), Refusal> {
    if row.recurring == Recurring::Yearly && row.date.month_day().is_none() {
        planning.warn(Sentence::new("occasion-yearly-day"));
    }
    Ok(())
}
