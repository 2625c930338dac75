//! Any sequence of edits, undone, gives the same book byte for byte, restarts included; a refusal changes nothing; and
//! the file always holds what the memory holds.

mod fixtures;
mod wishes;

use std::collections::{BTreeMap, BTreeSet};

use attache::desk::{Desk, Made, Trouble};
use attache::domain::edit::{GivenHead, Incoming};
use attache::domain::words::StepKind;
use attache::domain::{Answers, Edit, Entity, RefusalKind, Sentence};
use fastrand::Rng;
use fixtures::{Folder, assert_same, picture};
use proptest::prelude::*;
use proptest::test_runner::Config;

/// What one turn does: the kind, and a seed from which its details follow.
#[derive(Debug, Clone, Copy)]
enum Turn {
    Edit(u64),
    Undo,
    Redo,
    Restart,
}

fn turn() -> impl Strategy<Value = Turn> {
    prop_oneof![
        14 => any::<u64>().prop_map(Turn::Edit),
        3 => Just(Turn::Undo),
        2 => Just(Turn::Redo),
        1 => Just(Turn::Restart),
    ]
}

/// A book under test, beside the pictures it must show again.
struct Course {
    folder: Folder,
    desk: Desk,
    /// The book as it was before each edit that stands, oldest first.
    before: Vec<String>,
    /// The book as it was after each edit that was undone, the next to be made again last.
    undone: Vec<String>,
}

impl Course {
    fn new() -> Self {
        let folder = Folder::with_small_book();
        let desk = folder.open();
        Self { folder, desk, before: Vec::new(), undone: Vec::new() }
    }

    fn take(&mut self, turn: Turn) {
        match turn {
            Turn::Edit(seed) => self.edit(seed),
            Turn::Undo if self.before.is_empty() => {}
            Turn::Undo => self.undo(),
            Turn::Redo => self.redo(),
            Turn::Restart => self.desk = self.folder.open(),
        }
        assert_same(&picture(&self.folder.open()), &picture(&self.desk), "disk and memory");
    }

    fn edit(&mut self, seed: u64) {
        let mut random = Rng::with_seed(seed);
        let edit = wishes::edit(&mut random, self.desk.book());
        let answers = wishes::answers(&mut random);
        let (was, last) = (picture(&self.desk), self.desk.last_step());
        match self.desk.make(&edit, &answers) {
            Ok(made) if made.step.is_some() => {
                assert!(picture(&self.desk) != was, "a step that changes nothing: {edit:?}");
                self.before.push(was);
                self.undone.clear();
            }
            Err(Trouble::Failed(error)) => panic!("{error}: {edit:?}"),
            Ok(_) | Err(Trouble::Refused(_)) => {
                assert_same(&picture(&self.desk), &was, "refused");
                assert_eq!(self.desk.last_step(), last);
            }
        }
    }

    fn undo(&mut self) {
        let was = picture(&self.desk);
        self.desk.undo(&Answers::default()).unwrap_or_else(|trouble| panic!("{trouble:?}"));
        assert_same(&picture(&self.desk), &self.before.pop().unwrap(), "undone");
        self.undone.push(was);
    }

    fn redo(&mut self) {
        let was = picture(&self.desk);
        match (self.desk.redo(), self.undone.pop()) {
            (Ok(_), Some(then)) => {
                assert_same(&picture(&self.desk), &then, "made again");
                self.before.push(was);
            }
            (Err(trouble), None) => assert_eq!(trouble.sentence().id, "nothing-to-redo"),
            (made, then) => panic!("{made:?}, expected {then:?}"),
        }
    }
}

/// Whole books are slow: few sequences, and none kept on the disk. The seed stands in `.cargo/config.toml`.
fn config(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(config(12))]

    #[test]
    fn edits_undone_give_the_same_book_and_made_again_the_last(turns in proptest::collection::vec(turn(), 10..40)) {
        let mut course = Course::new();
        for turn in turns {
            course.take(turn);
        }
        let last = picture(&course.desk);
        let standing = course.before.len();
        for _ in 0..standing {
            course.undo();
        }
        course.desk = course.folder.open();
        for _ in 0..standing {
            course.redo();
        }
        assert_same(&picture(&course.desk), &last, "all made again");
        prop_assert_eq!(course.desk.check_journal().unwrap(), []);
    }

    /// One step out of the middle goes alone, or is refused because later ones build on it.
    #[test]
    fn a_step_is_taken_out_of_the_middle_or_stays_whole(seeds in proptest::collection::vec(any::<u64>(), 5..25)) {
        let mut course = Course::new();
        for seed in &seeds {
            course.edit(*seed);
        }
        for number in 1..=course.desk.last_step() {
            let was = picture(&course.desk);
            match course.desk.undo_step(number) {
                Ok(_) => {
                    assert_same(&picture(&course.folder.open()), &picture(&course.desk), "disk and memory");
                    course.desk.redo().unwrap();
                }
                Err(Trouble::Refused(refusal)) => prop_assert_eq!(refusal.kind, RefusalKind::No),
                Err(Trouble::Failed(error)) => panic!("{error}"),
            }
            assert_same(&picture(&course.desk), &was, &format!("step {number}"));
        }
        prop_assert_eq!(course.desk.check_journal().unwrap(), []);
    }
}

/// Moves one step over, or is refused; which edits stand then.
fn moved(course: &mut Course, standing: &mut BTreeSet<i64>, turn: impl Fn(&mut Desk) -> Result<Made, Trouble>) -> bool {
    match turn(&mut course.desk) {
        Ok(made) => {
            let step = course.desk.step(made.step.unwrap()).unwrap();
            let of = step.of.unwrap();
            assert!(if step.kind == StepKind::Undo { standing.remove(&of) } else { standing.insert(of) });
            true
        }
        Err(Trouble::Failed(error)) => panic!("{error}"),
        Err(Trouble::Refused(_)) => false,
    }
}

/// Whatever the way back, the same edits standing are the same book.
#[test]
fn a_hundred_edits_are_undone_with_steps_out_of_the_middle_between() {
    let (mut out_of_turn, mut moves) = (0, 0);
    for course in 0..2 {
        let mut random = Rng::with_seed(course);
        let mut course = Course::new();
        let mut standing = BTreeSet::from([course.desk.last_step()]);
        let mut seen = BTreeMap::from([(standing.clone(), picture(&course.desk))]);
        while standing.len() <= 100 {
            course.edit(random.u64(..));
            if standing.insert(course.desk.last_step()) {
                seen.insert(standing.clone(), picture(&course.desk));
            }
        }
        let first: Vec<i64> = standing.iter().copied().collect();
        for _ in 0..220 {
            let number = first[random.usize(..first.len())];
            let went = match random.u32(..10) {
                0..4 => moved(&mut course, &mut standing, |desk| desk.undo(&Answers::yes())),
                4..7 => moved(&mut course, &mut standing, Desk::redo),
                _ => {
                    let went = moved(&mut course, &mut standing, |desk| desk.undo_step(number));
                    out_of_turn += usize::from(went);
                    went
                }
            };
            let now = picture(&course.desk);
            let then = seen.entry(standing.clone()).or_insert_with(|| now.clone());
            assert_same(&now, then, &format!("{standing:?}"));
            moves += usize::from(went);
        }
        assert_same(&picture(&course.folder.open()), &picture(&course.desk), "disk and memory");
        assert_eq!(course.desk.check_journal().unwrap(), []);
    }
    assert!(out_of_turn > 20 && moves > 100, "{out_of_turn} out of turn, {moves} moves");
}

/// The generator is worth something only while most kinds of edits get through.
#[test]
fn edits_of_every_kind_are_made_and_refused() {
    let mut course = Course::new();
    let (mut made, mut refused) = (std::collections::BTreeMap::new(), 0);
    for seed in 0..1500 {
        let mut random = Rng::with_seed(seed);
        let edit = wishes::edit(&mut random, course.desk.book());
        match course.desk.make(&edit, &Answers::yes()) {
            Ok(_) => {
                *made.entry(format!("{edit:?}").split([' ', '{', '(']).next().unwrap().to_owned()).or_insert(0) += 1;
            }
            Err(Trouble::Refused(_)) => refused += 1,
            Err(Trouble::Failed(error)) => panic!("{error}: {edit:?}"),
        }
    }
    let kinds =
        ["Add", "Amend", "Remove", "SetRole", "EndRole", "SetStance", "Move", "RecordVisit", "Together", "Import"];
    for kind in kinds {
        assert!(made.get(kind).is_some_and(|n| *n >= 3), "{kind}: {made:?}, {refused} refused");
    }
    assert_eq!(course.desk.check_journal().unwrap(), []);
}

/// What no two rows may share changes hands within one step, forth and back.
#[test]
fn handles_and_months_change_places_in_one_step() {
    let mut course = Course::new();
    let records = |course: &Course, entity| course.desk.book().records(entity);
    let mut rows = Vec::new();
    for (entity, shared) in [
        (Entity::Client, &["handle"][..]),
        (Entity::Person, &["handle"]),
        (Entity::LedgerMonth, &["client", "month", "currency"]),
        (Entity::FxRate, &["currency", "month"]),
    ] {
        let [one, other] = [0, 1].map(|at| records(&course, entity)[at].clone());
        for (mut row, from) in [(one.clone(), &other), (other.clone(), &one)] {
            shared.iter().for_each(|field| row.set_field(field, &from.field_json(field).unwrap()).unwrap());
            rows.push(Incoming { record: row, given: GivenHead { rev: true, created_at: true, updated_at: true } });
        }
    }
    let was = picture(&course.desk);
    let edit = Edit::Import { title: Sentence::new("title-snapshot").text("file", "x"), rows };
    course.desk.make(&edit, &Answers::yes()).unwrap_or_else(|trouble| panic!("{trouble:?}"));
    assert_eq!(course.desk.check_journal().unwrap(), []);
    course.desk.undo(&Answers::yes()).unwrap();
    assert_eq!(picture(&course.desk), was);
    assert_eq!(picture(&course.folder.open()), was);
}
