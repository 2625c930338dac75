//! An individual's class: the highest threshold that the balance of the last closed month reaches.

use super::Case;
use super::figures::{Window, window};
use crate::domain::figures::exact::Ratio;
use crate::domain::figures::ledger::Column;
use crate::domain::parts::Threshold;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// No thresholds are set, the client is a company, or the balance reaches none of them.
    None,
    /// The balance is not known.
    Unknown,
    Is(String),
}

pub(super) fn label(case: &Case<'_>) -> Label {
    let thresholds = &case.book.settings().individual_thresholds;
    if thresholds.is_empty() {
        return Label::None;
    }
    let reached: Option<Vec<(&Threshold, bool)>> =
        thresholds.iter().map(|threshold| Some((threshold, reaches(case, threshold)?))).collect();
    let Some(reached) = reached else { return Label::Unknown };
    // Thresholds may be in several currencies; in one, the highest is the one with the largest amount.
    let best = reached.into_iter().filter(|(_, reached)| *reached).max_by_key(|(one, _)| one.amount.minor);
    best.map_or(Label::None, |(threshold, _)| Label::Is(threshold.label.clone()))
}

/// None when the balance is not known.
fn reaches(case: &Case<'_>, threshold: &Threshold) -> Option<bool> {
    let last = case.last?;
    let total = window(case, Column::AVG_BALANCE, last, last, threshold.amount.currency).ok();
    let total = total.filter(Window::is_complete)?.part;
    Some(total >= Ratio::whole(threshold.amount.minor))
}
