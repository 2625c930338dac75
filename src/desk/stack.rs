//! What undo and redo would do next, read off the journal.

use crate::domain::words::StepKind;
use crate::store::Mark;

/// An edit that stands, or was undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub number: i64,
    /// Nothing it was made upon has been taken out from beneath it since: when its turn comes, the book is again as it
    /// was. Else together they were never looked at.
    pub in_order: bool,
}

/// Edits in the order in which undo and redo come to them: the last first.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Stack {
    pub done: Vec<Entry>,
    pub undone: Vec<Entry>,
}

impl Stack {
    /// Walks the journal: an edit can be undone and ends what could be redone; an undo or redo moves its edit over.
    pub fn read(marks: &[Mark]) -> Self {
        let mut stack = Self::default();
        for mark in marks {
            match (mark.kind, mark.of) {
                (StepKind::Undo, Some(of)) => stack.undo(of),
                (StepKind::Redo, Some(of)) => stack.redo(of),
                _ => {
                    stack.done.push(Entry { number: mark.number, in_order: true });
                    stack.undone.clear();
                }
            }
        }
        stack
    }

    /// Taken from beneath others, an edit leaves them, and what had been undone before, without what they were made upon.
    fn undo(&mut self, number: i64) {
        let Some(at) = self.done.iter().position(|entry| entry.number == number) else { return };
        let entry = self.done.remove(at);
        if at < self.done.len() {
            let above = self.done[at..].iter_mut();
            above.chain(&mut self.undone).for_each(|entry| entry.in_order = false);
        }
        self.undone.push(entry);
    }

    fn redo(&mut self, number: i64) {
        let Some(at) = self.undone.iter().position(|entry| entry.number == number) else { return };
        let entry = self.undone.remove(at);
        self.done.push(entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use StepKind::{Edit, Redo, Undo};

    fn read(steps: &[(StepKind, i64)]) -> [String; 2] {
        let of = |kind, of| if kind == Edit { None } else { Some(of) };
        let marks: Vec<Mark> =
            (1..).zip(steps).map(|(number, (kind, n))| Mark { number, kind: *kind, of: of(*kind, *n) }).collect();
        let stack = Stack::read(&marks);
        let say = |entry: &Entry| format!("{}{}", entry.number, if entry.in_order { "" } else { "!" });
        [&stack.done, &stack.undone].map(|entries| entries.iter().map(say).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn undo_and_redo_walk_over_edits_and_a_new_edit_ends_redo() {
        let mut steps = vec![(Edit, 0), (Edit, 0)];
        for (more, done, undone) in [
            (&[][..], "1 2", ""),
            (&[(Undo, 2), (Undo, 1)], "", "2 1"),
            (&[(Redo, 1)], "1", "2"),
            (&[(Edit, 0)], "1 6", ""),
        ] {
            steps.extend(more);
            assert_eq!(read(&steps), [done, undone], "{steps:?}");
        }
    }

    #[test]
    fn an_edit_taken_from_beneath_others_leaves_them_out_of_order() {
        let edits = [(Edit, 0); 4];
        for (more, done, undone) in [
            (&[(Undo, 4)][..], "1 2 3", "4"),
            (&[(Undo, 2)], "1 3! 4!", "2"),
            (&[(Undo, 2), (Redo, 2)], "1 3! 4! 2", ""),
            (&[(Undo, 2), (Undo, 4)], "1 3!", "2 4!"),
            (&[(Undo, 2), (Undo, 4), (Redo, 4), (Redo, 2)], "1 3! 4! 2", ""),
            (&[(Undo, 2), (Undo, 1)], "3! 4!", "2! 1"),
            (&[(Undo, 4), (Undo, 1)], "2! 3!", "4! 1"),
            (&[(Undo, 4), (Undo, 1), (Redo, 1), (Redo, 4)], "2! 3! 1 4!", ""),
            (&[(Undo, 2), (Edit, 0)], "1 3! 4! 6", ""),
            (&[(Undo, 2), (Edit, 0), (Undo, 6), (Undo, 4), (Undo, 3), (Undo, 1)], "", "6 4! 3! 1"),
        ] {
            let steps = [&edits, more].concat();
            assert_eq!(read(&steps), [done, undone], "{more:?}");
        }
    }
}
