//! How old a fact is and what that takes from it. Marks compare days; the weight is a number of four decimals.

use chrono::NaiveDate;

use crate::domain::date::days_between;

/// The whole of a weight: weights are counted in ten-thousandths, so that all machines agree.
pub const WHOLE: i64 = 10_000;

/// How far a fact can still be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Freshness {
    Fresh,
    /// As old as the half-life or older: a question again.
    Ask,
    /// Twice that.
    Old,
}

impl Freshness {
    pub fn of(age: i64, half_life: i64) -> Self {
        if age >= half_life.saturating_mul(2) {
            Self::Old
        } else if age >= half_life {
            Self::Ask
        } else {
            Self::Fresh
        }
    }

    /// The word of the JSON documents.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Ask => "ask",
            Self::Old => "old",
        }
    }

    /// The dotted key of the word's term.
    pub fn term(self) -> String {
        format!("role.freshness.{}", self.word())
    }
}

/// Days since a fact was known; one learned later is as young as can be.
pub fn age_days(known_on: NaiveDate, as_of: NaiveDate) -> i64 {
    days_between(known_on, as_of).max(0)
}

/// `2^(-age / half_life)` in ten-thousandths.
pub fn weight(age: i64, half_life: i64) -> i64 {
    /// After so many half-lives nothing is left of four decimals.
    const GONE: i64 = 20;
    if half_life <= 0 || age >= half_life.saturating_mul(GONE) {
        return 0;
    }
    // Both are days of a calendar of 300 years, so they fit a float, and the result lies between 0 and 10,000.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "see above")]
    let weight = ((-(age as f64) / half_life as f64).exp2() * WHOLE as f64).round() as i64;
    weight
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::parse_day;

    #[test]
    fn a_fact_becomes_a_question_exactly_at_its_half_life() {
        for (age, freshness) in [
            (0, Freshness::Fresh),
            (179, Freshness::Fresh),
            (180, Freshness::Ask),
            (359, Freshness::Ask),
            (360, Freshness::Old),
            (9_999, Freshness::Old),
        ] {
            assert_eq!(Freshness::of(age, 180), freshness, "{age}");
        }
    }

    #[test]
    fn weights_have_four_decimals() {
        for (age, expected) in [
            (0, 10_000),
            (20, 9259),
            (30, 8909),
            (60, 7937),
            (175, 5097),
            (180, 5000),
            (300, 3150),
            (308, 3054),
            (9_999, 0),
        ] {
            assert_eq!(weight(age, 180), expected, "{age}");
        }
    }

    #[test]
    fn ages_are_never_negative() {
        let day = |text| parse_day(text).unwrap();
        assert_eq!(age_days(day("2026-11-24"), day("2026-11-23")), 0);
        assert_eq!(age_days(day("2026-08-20"), day("2026-11-23")), 95);
    }
}
