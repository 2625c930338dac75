//! The balance of forces: stances weighed by influence, of those whose stance is known.

use super::attitude::Attitude;
use crate::domain::figures::exact::half_even;

/// What a person counts whose influence is not known.
const UNKNOWN_INFLUENCE: i64 = 2;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Balance {
    /// From -100, all against, to +100, all champions; none when no stance is known.
    pub percent: Option<i64>,
    /// People whose stance is known, of all on the map.
    pub known: usize,
    pub of: usize,
    /// People with a stance and no influence, counted with an influence of 2.
    pub guessed: usize,
}

/// The balance over the people of a map.
pub fn balance<'a>(attitudes: impl IntoIterator<Item = &'a Attitude>) -> Balance {
    let mut balance = Balance::default();
    let (mut sum, mut most) = (0, 0);
    for attitude in attitudes {
        balance.of += 1;
        let Some(stance) = attitude.stance() else { continue };
        balance.known += 1;
        balance.guessed += usize::from(attitude.influence().is_none());
        let influence = attitude.influence().unwrap_or(UNKNOWN_INFLUENCE);
        sum += i128::from(stance * influence);
        most += i128::from(2 * influence);
    }
    balance.percent = (most > 0).then(|| i64::try_from(half_even(100 * sum, most)).unwrap_or_default());
    balance
}
