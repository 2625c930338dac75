//! A sum over stored values, by which a value that changed on the disk is noticed. Knows nothing of what they mean.

use rusqlite::types::ValueRef;

/// An odd number whose bits are well mixed, so that multiplying by it loses nothing.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// A sum being taken. Each word goes in by steps that can be undone, so that one word that differs always shows.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum(u64);

impl Sum {
    fn word(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(MIX);
        self.0 ^= self.0 >> 32;
    }

    fn bytes(&mut self, kind: u64, bytes: &[u8]) {
        self.word(kind << 56 | bytes.len() as u64);
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.word(u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.word(u64::from_le_bytes(last));
    }

    pub(super) fn text(&mut self, text: &str) {
        self.bytes(3, text.as_bytes());
    }

    pub(super) fn value(&mut self, value: ValueRef<'_>) {
        match value {
            ValueRef::Null => self.word(1 << 56),
            ValueRef::Integer(n) => {
                self.word(2 << 56);
                self.word(n.cast_unsigned());
            }
            ValueRef::Text(bytes) => self.bytes(3, bytes),
            ValueRef::Real(n) => {
                self.word(4 << 56);
                self.word(n.to_bits());
            }
            ValueRef::Blob(bytes) => self.bytes(5, bytes),
        }
    }

    pub(super) fn maybe(&mut self, text: Option<&str>) {
        self.value(text.map_or(ValueRef::Null, |text| ValueRef::Text(text.as_bytes())));
    }

    pub(super) fn number(&mut self, n: Option<i64>) {
        self.value(n.map_or(ValueRef::Null, ValueRef::Integer));
    }

    /// As a column holds it.
    pub(super) fn done(self) -> i64 {
        self.0.cast_signed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(texts: &[Option<&str>]) -> i64 {
        let mut sum = Sum::default();
        texts.iter().for_each(|text| sum.maybe(*text));
        sum.done()
    }

    #[test]
    fn one_changed_bit_shows_wherever_it_is() {
        let text = "Волга-Металл, договор на 2026";
        let whole = sum(&[Some(text)]);
        for at in 0..text.len() * 8 {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at / 8] ^= 1 << (at % 8);
            let mut changed = Sum::default();
            changed.value(ValueRef::Text(&bytes));
            assert_ne!(changed.done(), whole, "bit {at}");
        }
    }

    #[test]
    fn what_is_unknown_empty_or_stands_elsewhere_is_told_apart() {
        let sums = [sum(&[None, Some("a")]), sum(&[Some("a"), None]), sum(&[Some(""), Some("a")]), sum(&[Some("a")])];
        for (n, one) in sums.iter().enumerate() {
            assert!(!sums[n + 1..].contains(one));
        }
    }

    /// Sums stand in books: they must be the same on every machine and in every version.
    #[test]
    fn the_sum_never_changes() {
        assert_eq!(sum(&[Some("attache"), None]), 4_903_830_276_778_129_944);
    }
}
