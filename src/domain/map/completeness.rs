//! How complete a decision map is, and which of its steps keep it from being so.

use super::age::Freshness;
use super::holders::{FULL, Holder};
use crate::domain::figures::exact::half_even;
use crate::domain::sentence::Sentence;
use crate::domain::words::{Certainty, RoleKind};

/// What a step weighs in the whole.
pub fn step_weight(step: RoleKind) -> i64 {
    if step == RoleKind::Decides { 2 } else { 1 }
}

/// The steps as a reader takes them: the decision first, then down to those who prepare it.
pub fn from_the_top() -> impl Iterator<Item = RoleKind> {
    RoleKind::STEPS.into_iter().rev()
}

/// The best value among those who hold a step and have not left, in parts of [`FULL`].
pub fn step_value<'a>(holders: impl IntoIterator<Item = &'a Holder>) -> i64 {
    holders.into_iter().filter(|holder| !holder.left).map(|holder| holder.value).max().unwrap_or(0)
}

/// Whole percent, half to even, of steps given as weight and value; an absent step is not among them.
pub fn percent(steps: impl IntoIterator<Item = (i64, i64)>) -> i64 {
    let (sum, weights) = steps.into_iter().fold((0, 0), |(sum, weights), (weight, value)| {
        (sum + i128::from(weight * value), weights + i128::from(weight))
    });
    if weights == 0 { 0 } else { i64::try_from(half_even(100 * sum, weights * i128::from(FULL))).unwrap_or(0) }
}

/// What is wrong with a step, from what its holders say: nobody, a guess, an old fact.
pub fn step_remark(step: RoleKind, holders: &[Holder]) -> Option<(Remark, Sentence)> {
    let best = holders.iter().filter(|holder| !holder.left).max_by_key(|holder| holder.value);
    let remark = match best {
        None => Remark::Missing,
        Some(best) if best.certainty == Certainty::Assumed => Remark::Assumed,
        Some(best) if best.freshness != Freshness::Fresh => Remark::Old,
        Some(_) => return None,
    };
    Some((remark, Sentence::new(remark.id()).word("step", step.term())))
}

/// Worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    Missing,
    Assumed,
    Old,
}

impl Remark {
    fn id(self) -> &'static str {
        match self {
            Self::Missing => "map-step-missing",
            Self::Assumed => "map-step-assumed",
            Self::Old => "map-step-old",
        }
    }
}
