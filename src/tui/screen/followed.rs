//! The cursor of a list of records: it stays with its record while rows move, and goes to one that has come.

use std::collections::HashSet;

use crate::domain::Id;

/// The rows as they were when a key was pressed, and the one under the cursor.
#[derive(Debug)]
pub struct Followed<T> {
    at: Option<Id<T>>,
    known: Vec<Id<T>>,
}

impl<T> Default for Followed<T> {
    fn default() -> Self {
        Self { at: None, known: Vec::new() }
    }
}

impl<T> Followed<T> {
    /// Before a key is acted on.
    pub fn note(&mut self, rows: &[Id<T>], at: usize) {
        self.at = rows.get(at).copied();
        self.known = rows.to_vec();
    }

    /// Where the cursor belongs among the rows as they are now; none where its record is gone.
    pub fn place(&self, rows: &[Id<T>]) -> Option<usize> {
        self.newcomer(rows).or_else(|| rows.iter().position(|row| Some(*row) == self.at))
    }

    fn newcomer(&self, rows: &[Id<T>]) -> Option<usize> {
        if rows.len() != self.known.len() + 1 {
            return None;
        }
        let known: HashSet<_> = self.known.iter().map(|row| row.uuid).collect();
        rows.iter().position(|row| !known.contains(&row.uuid))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Need;
    use uuid::Uuid;

    #[test]
    fn the_cursor_stays_with_its_record_and_goes_to_a_new_one() {
        let rows = |ids: &[u128]| ids.iter().map(|id| Id::<Need>::new(Uuid::from_u128(*id))).collect::<Vec<_>>();
        for (before, at, now, place) in [
            (&[1, 2, 3][..], 1, &[2, 1, 3][..], Some(0)),
            (&[1, 2, 3], 1, &[1, 2, 9, 3], Some(2)),
            (&[1, 2, 3], 1, &[1, 3], None),
            (&[], 0, &[5], Some(0)),
            (&[1], 0, &[1, 5, 6], Some(0)),
        ] {
            let mut followed = Followed::default();
            followed.note(&rows(before), at);
            assert_eq!(followed.place(&rows(now)), place, "{before:?} {now:?}");
        }
    }
}
