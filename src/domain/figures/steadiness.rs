//! How steady a series of monthly nets is: its coefficient of variation against a limit, without floats in the verdict.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::exact::{Ratio, half_even};
use super::rates::Exact;

/// The verdict on a series, and the variation to be shown (two decimals).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steadiness {
    pub unstable: bool,
    /// None when the mean is zero.
    pub variation: Option<Decimal>,
}

/// Unstable when s / |mean| is above the limit (s with n - 1), or the mean is under one minor unit. None for a
/// series of fewer than two, or one too large to judge exactly.
pub fn steadiness(nets: &[Exact], limit: Decimal) -> Option<Steadiness> {
    if nets.len() < 2 {
        return None;
    }
    let raw: Vec<i128> = nets.iter().map(|net| net.raw()).collect();
    let sum: i128 = raw.iter().try_fold(0_i128, |sum, net| sum.checked_add(*net))?;
    let one = Exact::of_minor(1).raw();
    let tiny = sum.unsigned_abs() < one.unsigned_abs().checked_mul(nets.len() as u128)?;
    // The smallest unit in which all are whole keeps squares within 128 bits; else whole minor units do.
    let exact = above(&scaled_down(&raw, one), limit);
    let unstable =
        tiny || exact.or_else(|| above(&raw.iter().map(|net| half_even(*net, one)).collect::<Vec<_>>(), limit))?;
    Some(Steadiness { unstable, variation: variation(nets) })
}

fn scaled_down(raw: &[i128], one: i128) -> Vec<i128> {
    let mut unit = one;
    while unit > 1 && raw.iter().any(|net| net % unit != 0) {
        unit /= 10;
    }
    raw.iter().map(|net| net / unit).collect()
}

/// s² > limit² · mean², both sides multiplied by n² (n - 1): n (n·Q - S²) > limit² (n - 1) S².
fn above(nets: &[i128], limit: Decimal) -> Option<bool> {
    let n = i128::try_from(nets.len()).ok()?;
    let sum = nets.iter().try_fold(0_i128, |sum, net| sum.checked_add(*net))?;
    let squares = nets.iter().try_fold(0_i128, |sum, net| sum.checked_add(net.checked_mul(*net)?))?;
    let square = sum.checked_mul(sum)?;
    let spread = n.checked_mul(n.checked_mul(squares)?.checked_sub(square)?)?;
    let limit = Ratio::of_decimal(limit)?;
    Some(Ratio::new(spread, 1)? > Ratio::new((n - 1).checked_mul(square)?, 1)?.times(limit.times(limit)?)?)
}

/// For show only: two decimals of s / |mean|.
fn variation(nets: &[Exact]) -> Option<Decimal> {
    let values: Vec<f64> = nets.iter().map(|net| net.raw().to_f64()).collect::<Option<_>>()?;
    let n = nets.len().to_f64()?;
    let mean = values.iter().sum::<f64>() / n;
    let spread = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (n - 1.0);
    if mean == 0.0 {
        return None;
    }
    let hundredths = (spread.sqrt() / mean.abs() * 100.0).round_ties_even().to_i64()?;
    Some(Decimal::new(hundredths, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(thousands: &[i64]) -> Steadiness {
        let nets: Vec<Exact> = thousands.iter().map(|net| Exact::of_minor(net * 100_000)).collect();
        steadiness(&nets, Decimal::new(50, 2)).unwrap()
    }

    #[test]
    fn variation_follows_the_worked_series() {
        let d = [210, 240, 190, 260, 230, 220, 250, 205, 245, 235, 215, 225];
        let e = [520, 40, -80, 610, 30, 15, 480, -20, 390, 25, 10, 450];
        for (series, unstable, variation) in [(&d, false, "0.09"), (&e, true, "1.25")] {
            let judged = judged(series);
            assert_eq!(judged.unstable, unstable);
            assert_eq!(judged.variation.unwrap().to_string(), variation);
        }
    }

    #[test]
    fn the_limit_itself_is_steady_and_a_mean_of_nothing_is_not() {
        // 1 and 3: s² = 2, mean 2, variation 0.7071; 0 and 0 have no mean.
        assert!(judged(&[1, 3]).unstable);
        assert!(!steadiness(&[Exact::of_minor(1), Exact::of_minor(3)], Decimal::new(71, 2)).unwrap().unstable);
        assert!(judged(&[0, 0]).unstable);
        assert!(judged(&[5, -5]).unstable);
        assert_eq!(steadiness(&[Exact::of_minor(1)], Decimal::ONE), None);
    }
}
