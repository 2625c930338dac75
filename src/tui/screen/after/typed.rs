//! Days and moments as they are typed, read by the domain's own readers.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::Sentence;
use crate::domain::date::LocalTime;
use crate::domain::entry::{EntryContext, read};
use crate::domain::field::{FieldType, Kind};
use crate::tui::layer::View;

pub(crate) fn context<'v>(view: &View<'v>) -> EntryContext<'v> {
    EntryContext { language: view.words.lang(), ..EntryContext::new(view.book(), view.now()) }
}

/// A day: `2026-11-22`, `22.11`, `+3d`, `tue`, `tomorrow`.
///
/// # Errors
/// What is wrong with it, and what would be right.
pub(crate) fn day(text: &str, view: &View<'_>) -> Result<NaiveDate, Sentence> {
    NaiveDate::from_json(&read(Kind::Day, text, &context(view))?)
}

/// A moment: a day and a time; a day alone is at `usual`.
///
/// # Errors
/// What is wrong with it, and what would be right.
pub(crate) fn moment(text: &str, usual: NaiveTime, view: &View<'_>) -> Result<LocalTime, Sentence> {
    LocalTime::from_json(&read(Kind::Local, text, &context(view).at_time(usual))?)
}
