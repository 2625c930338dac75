//! Exact fractions for shares, means and levels: rounded once, half to even, when they are shown.

use std::cmp::Ordering;

use rust_decimal::Decimal;

/// A fraction in lowest terms with a denominator above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    num: i128,
    den: i128,
}

fn gcd(a: i128, b: i128) -> u128 {
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    while b != 0 {
        // Division of 128 bits is slow, and most numbers are small or soon become so.
        if let (Ok(small_a), Ok(small_b)) = (u64::try_from(a), u64::try_from(b)) {
            return gcd_of_small(small_a, small_b).into();
        }
        (a, b) = (b, a % b);
    }
    a
}

fn gcd_of_small(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The quotient of `num / den` rounded half to even; `den` is above zero.
pub fn half_even(num: i128, den: i128) -> i128 {
    let (floor, rest) = (num.div_euclid(den), num.rem_euclid(den));
    match rest.cmp(&(den - rest)) {
        Ordering::Less => floor,
        Ordering::Greater => floor + 1,
        Ordering::Equal => floor + floor.rem_euclid(2),
    }
}

impl Ratio {
    pub const ZERO: Self = Self { num: 0, den: 1 };

    /// None when `den` is zero, or when the fraction does not fit.
    pub fn new(num: i128, den: i128) -> Option<Self> {
        if den == 1 {
            return Some(Self { num, den });
        }
        let common = i128::try_from(gcd(num, den)).ok().filter(|common| *common != 0)?;
        let (num, den) = (num / common, den / common);
        match den.signum() {
            0 => None,
            1 => Some(Self { num, den }),
            _ => Some(Self { num: num.checked_neg()?, den: den.checked_neg()? }),
        }
    }

    pub fn whole(n: i64) -> Self {
        Self { num: n.into(), den: 1 }
    }

    /// The decimal number as a fraction.
    pub fn of_decimal(number: Decimal) -> Option<Self> {
        Self::new(number.mantissa(), 10_i128.checked_pow(number.scale())?)
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        // Over the least common denominator, so that intermediates stay small.
        let common = i128::try_from(gcd(self.den, other.den)).ok()?;
        let (mine, theirs) = (other.den / common, self.den / common);
        let sum = self.num.checked_mul(mine)?.checked_add(other.num.checked_mul(theirs)?)?;
        Self::new(sum, self.den.checked_mul(mine)?)
    }

    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { num: other.num.checked_neg()?, den: other.den })
    }

    pub fn times(self, other: Self) -> Option<Self> {
        // Reduced crosswise first, so that intermediates stay small.
        let (left, right) = (Self::new(self.num, other.den)?, Self::new(other.num, self.den)?);
        Self::new(left.num.checked_mul(right.num)?, left.den.checked_mul(right.den)?)
    }

    /// None when `other` is zero.
    pub fn over(self, other: Self) -> Option<Self> {
        self.times(Self::new(other.den, other.num)?)
    }

    pub fn is_negative(self) -> bool {
        self.num < 0
    }

    pub fn is_zero(self) -> bool {
        self.num == 0
    }

    #[must_use]
    pub fn abs(self) -> Self {
        if self.num < 0 { Self { num: self.num.saturating_neg(), den: self.den } } else { self }
    }

    /// The nearest whole number, half to even.
    pub fn round(self) -> i128 {
        half_even(self.num, self.den)
    }

    /// The whole number at or below.
    pub fn floor(self) -> i128 {
        self.num.div_euclid(self.den)
    }

    /// Rounded half to even to so many decimals.
    pub fn decimal(self, decimals: u32) -> Option<Decimal> {
        let scaled = self.times(Self { num: 10_i128.checked_pow(decimals)?, den: 1 })?;
        Decimal::try_from_i128_with_scale(scaled.round(), decimals).ok()
    }

    /// As a percentage rounded half to even to so many decimals.
    pub fn percent(self, decimals: u32) -> Option<Decimal> {
        self.times(Self::whole(100))?.decimal(decimals)
    }

    /// The same rounded to 18 decimals, so that means of many fractions stay within 128 bits.
    pub fn tamed(self) -> Option<Self> {
        const DENOMINATOR: i128 = 1_000_000_000_000_000_000;
        if self.den <= DENOMINATOR && DENOMINATOR % self.den == 0 {
            return Some(self);
        }
        let whole = self.num.div_euclid(self.den).checked_mul(DENOMINATOR)?;
        let rest = Self::new(self.num.rem_euclid(self.den), self.den)?.times(Self { num: DENOMINATOR, den: 1 })?;
        Self::new(whole.checked_add(rest.round())?, DENOMINATOR)
    }

    /// The plain mean; none of nothing.
    pub fn mean(values: impl IntoIterator<Item = Self>) -> Option<Self> {
        let (mut sum, mut n) = (Self::ZERO, 0_i64);
        for value in values {
            sum = sum.plus(value.tamed()?)?;
            n += 1;
        }
        sum.over(Self::whole(n))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    /// Compares whole parts, then the remainders turned over: no product, so nothing overflows.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b) = (*self, *other);
        let mut turned = false;
        loop {
            let parts = (a.num.div_euclid(a.den), b.num.div_euclid(b.den));
            let rests = (a.num.rem_euclid(a.den), b.num.rem_euclid(b.den));
            let order = parts.0.cmp(&parts.1).then_with(|| match (rests.0, rests.1) {
                (0, 0) => Ordering::Equal,
                (0, _) => Ordering::Less,
                (_, 0) => Ordering::Greater,
                _ => Ordering::Equal,
            });
            if order != Ordering::Equal || rests.0 == 0 || rests.1 == 0 {
                return if turned { order.reverse() } else { order };
            }
            (a, b) = (Self { num: a.den, den: rests.0 }, Self { num: b.den, den: rests.1 });
            turned = !turned;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(num: i128, den: i128) -> Ratio {
        Ratio::new(num, den).unwrap()
    }

    #[test]
    fn a_half_goes_to_the_even_neighbour() {
        for (num, den, whole) in [(1, 2, 0), (3, 2, 2), (5, 2, 2), (-1, 2, 0), (-3, 2, -2), (7, 3, 2), (-7, 3, -2)] {
            assert_eq!(ratio(num, den).round(), whole, "{num}/{den}");
        }
        assert_eq!(ratio(910, 1120).percent(1).unwrap().to_string(), "81.2");
        assert_eq!(ratio(-5, -10).decimal(1).unwrap().to_string(), "0.5");
    }

    #[test]
    fn order_holds_where_cross_products_would_not_fit() {
        let big = i128::MAX / 2;
        for (a, b, order) in [
            (ratio(1, 3), ratio(1, 2), Ordering::Less),
            (ratio(-1, 3), ratio(-1, 2), Ordering::Greater),
            (ratio(2, 4), ratio(1, 2), Ordering::Equal),
            (ratio(big, big - 1), ratio(big - 1, big - 2), Ordering::Less),
            (ratio(7, 1), ratio(29, 4), Ordering::Less),
            (ratio(1, 2), ratio(2, 5), Ordering::Greater),
        ] {
            assert_eq!(a.cmp(&b), order, "{a:?} {b:?}");
            assert_eq!(b.cmp(&a), order.reverse(), "{b:?} {a:?}");
        }
    }

    #[test]
    fn too_large_is_none_and_not_a_wrap() {
        let big = Ratio::new(i128::MAX, 1).unwrap();
        assert_eq!(big.plus(big), None);
        assert_eq!(big.times(big), None);
        assert_eq!(Ratio::new(1, 0), None);
    }
}
