//! How a client's months went: whether the income is steady, slips, or the turnover has fallen.

use rust_decimal::Decimal;

use super::exact::Ratio;
use super::ledger::MonthSum;
use super::rates::Exact;
use super::steadiness::{Steadiness, steadiness};
use crate::domain::date::Month;
use crate::domain::entity::Settings;
use crate::domain::sentence::{Arg, Sentence};

/// Known months that decide whether a client is steady.
const STEADY_MONTHS: usize = 12;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Course {
    /// Why a client below the top is not strategic: too few months known, or unstable.
    pub doubt: Option<Sentence>,
    /// How much the nets of that year vary; none when they are too few or have no mean.
    pub variation: Option<Decimal>,
    /// Unstable over the year, steady over the last half of it.
    pub steadier: bool,
    /// The mean net of the last 3 closed months is under half of that of the last 12.
    pub slipping: bool,
    /// The turnover of the last closed month is under half of the mean of the last 12.
    pub turnover_fallen: bool,
}

impl Course {
    /// From the known months of the last 24 closed ones, which end with `last`.
    pub fn of(settings: &Settings, nets: &[MonthSum], turnovers: &[MonthSum], last: Month) -> Self {
        let amounts: Vec<Exact> = nets.iter().map(|net| net.part).collect();
        let recent = &amounts[amounts.len().saturating_sub(STEADY_MONTHS)..];
        let needed = usize::try_from(settings.min_months_stability).unwrap_or(0);
        let since = |sums: &[MonthSum], months: i32| -> Vec<Exact> {
            sums.iter().filter(|sum| sum.month > last.plus(-months)).map(|sum| sum.part).collect()
        };
        let fell = |sums: &[MonthSum], months: i32| {
            let (few, many) = (since(sums, months), since(sums, 12));
            i32::try_from(few.len()) == Ok(months) && many.len() >= needed && under_half(few, many)
        };
        let judged = steadiness(recent, settings.unstable_cv);
        let doubt = doubt(judged, recent, needed);
        Self {
            variation: judged.and_then(|judged| judged.variation),
            steadier: doubt.as_ref().is_some_and(is_unstable) && steadier(settings, recent),
            slipping: fell(nets, 3),
            turnover_fallen: fell(turnovers, 1),
            doubt,
        }
    }

    /// Why a client below the top is strategic.
    pub fn steady(&self) -> Sentence {
        let why = Sentence::new("why-steady");
        match self.variation {
            Some(cv) => why.with("cv", Arg::Decimal(cv)),
            None => why.word("cv", "word.unknown"),
        }
    }

    pub fn is_unstable(&self) -> bool {
        self.doubt.as_ref().is_some_and(is_unstable)
    }
}

fn is_unstable(why: &Sentence) -> bool {
    why.id == "why-unstable"
}

fn doubt(judged: Option<Steadiness>, recent: &[Exact], needed: usize) -> Option<Sentence> {
    if recent.len() < needed {
        return Some(Sentence::new("why-few-months").count("known", recent.len()).count("of", needed));
    }
    match judged {
        Some(Steadiness { unstable: false, .. }) => None,
        Some(Steadiness { variation: Some(cv), .. }) => {
            Some(Sentence::new("why-unstable").with("cv", Arg::Decimal(cv)))
        }
        _ => Some(Sentence::new("why-unstable").word("cv", "word.unknown")),
    }
}

fn steadier(settings: &Settings, recent: &[Exact]) -> bool {
    let half = STEADY_MONTHS / 2;
    let judged = recent.len().checked_sub(half).and_then(|from| steadiness(&recent[from..], settings.unstable_cv));
    recent.len() > half && judged.is_some_and(|judged| !judged.unstable)
}

/// Whether the mean of the first is under half of the mean of the second, which is above zero.
fn under_half(few: Vec<Exact>, many: Vec<Exact>) -> bool {
    let mean = |values: Vec<Exact>| {
        let n = i64::try_from(values.len()).ok()?;
        Exact::sum(values)?.ratio()?.over(Ratio::whole(n))
    };
    let half = mean(many).and_then(|mean| mean.over(Ratio::whole(2)));
    mean(few).zip(half).is_some_and(|(few, half)| half > Ratio::ZERO && few < half)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Book;

    fn last() -> Month {
        Month { year: 2026, month: 10 }
    }

    /// Monthly amounts in whole minor units, the last one of October.
    fn sums(amounts: &[i64]) -> Vec<MonthSum> {
        let months = i32::try_from(amounts.len()).unwrap();
        let month = |at: usize| last().plus(i32::try_from(at).unwrap() + 1 - months);
        let sum =
            |(at, minor): (usize, &i64)| MonthSum { month: month(at), part: Exact::of_minor(*minor), known: true };
        amounts.iter().enumerate().map(sum).collect()
    }

    #[test]
    fn income_slips_under_half_of_the_year_and_turnover_falls_in_a_month() {
        for (amounts, slipping, fallen) in [
            ([100; 12], false, false),
            ([100, 100, 100, 100, 100, 100, 100, 100, 100, 40, 30, 20], true, true),
            ([100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 40], false, true),
            ([-10, -10, -10, -10, -10, -10, -10, -10, -10, -90, -90, -90], false, false),
        ] {
            let course = Course::of(Book::default().settings(), &sums(&amounts), &sums(&amounts), last());
            assert_eq!((course.slipping, course.turnover_fallen), (slipping, fallen), "{amounts:?}");
        }
    }

    #[test]
    fn too_little_known_is_no_signal() {
        let few = sums(&[100, 100, 10, 10, 10]);
        let old = sums(&[100; 12]).into_iter().filter(|sum| sum.month < last()).collect::<Vec<_>>();
        for sums in [few, old] {
            let course = Course::of(Book::default().settings(), &sums, &sums, last());
            assert_eq!((course.slipping, course.turnover_fallen), (false, false));
        }
    }

    #[test]
    fn a_year_of_swings_that_has_calmed_could_be_strategic() {
        let calmed = sums(&[900, 10, 800, 20, 700, 10, 200, 210, 205, 200, 190, 195]);
        let course = Course::of(Book::default().settings(), &calmed, &[], last());
        assert!(course.is_unstable() && course.steadier);
    }
}
