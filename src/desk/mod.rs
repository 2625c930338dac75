//! One open book: applies edits, undoes and redoes them, catches up with other processes, keeps drafts.
//!
//! Disk first, memory after: a step is in the file before the book in memory shows it. No widgets and no printing.

mod check;
mod clock;
mod columns;
mod drafts;
mod history;
mod intake;
mod offers;
mod past;
mod private;
mod search;
mod stack;
mod stamps;
mod trouble;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

use chrono::NaiveDate;
use uuid::Uuid;

pub use clock::Clock;
pub use intake::Brought;
pub use offers::OldOffer;
pub use trouble::Trouble;

pub use crate::store::{Draft, Passphrase, StepFilter, StoreError, Unlike};

use crate::domain::date::{Instant, Month};
use crate::domain::figures::tier_moves::{Ending, Standing};
use crate::domain::intake::{Batch, Sifted, sift};
use crate::domain::plan::{Context, Planned, plan};
use crate::domain::search::SearchIndex;
use crate::domain::step::Step;
use crate::domain::words::StepKind;
use crate::domain::{Answers, Book, Edit, Sentence};
use crate::store::Store;

/// How often an edit is planned again because another process was quicker.
const TRIES: usize = 5;

/// Puts a sentence into words, for texts that an edit writes into the book (a checklist).
pub type Texts = Box<dyn Fn(&Sentence) -> String>;

/// One open book.
pub struct Desk {
    store: Store,
    book: Book,
    /// The last step the book in memory holds.
    last: i64,
    /// The last step there was when this process opened the book.
    opened_at: i64,
    /// The file's version up to which its steps were read; none when it must be read again whatever it says.
    data_version: Option<i64>,
    clock: Clock,
    /// Names this process in the journal.
    device: String,
    texts: Texts,
    index: RefCell<SearchIndex>,
    /// How often a draft was kept or dropped.
    drafts_kept: Cell<u64>,
    /// The drafts as they were last read or kept here.
    drafts_known: RefCell<HashMap<String, String>>,
}

/// What an edit did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The step that was saved; none when the edit changed nothing.
    pub step: Option<i64>,
    pub title: Sentence,
    pub warnings: Vec<Sentence>,
    /// What it did to the tiers, where it closed or opened months.
    pub ending: Option<Ending>,
    /// The rows it changed, in order.
    pub changed: Vec<(crate::domain::Entity, Uuid)>,
}

impl Desk {
    /// Opens the book at `path`.
    ///
    /// # Errors
    /// As [`Store::open`] and [`Store::load`].
    pub fn open(path: &Path, passphrase: Option<&Passphrase>, clock: Clock) -> Result<Self, Trouble> {
        Self::at(Store::open(path, passphrase)?, clock)
    }

    /// Makes an empty book at `path`.
    ///
    /// # Errors
    /// As [`Store::make`].
    pub fn make_book(path: &Path, passphrase: Option<&Passphrase>, clock: Clock) -> Result<Self, Trouble> {
        Self::at(Store::make(path, passphrase)?, clock)
    }

    /// A book that is gone with the program.
    ///
    /// # Errors
    /// No memory.
    pub fn throwaway(clock: Clock) -> Result<Self, Trouble> {
        Self::at(Store::in_memory()?, clock)
    }

    fn at(store: Store, clock: Clock) -> Result<Self, Trouble> {
        let data_version = Some(store.data_version()?);
        // The number before the rows: a step written in between is caught up with, never missed.
        let last = store.last_step()?;
        let book = store.load()?;
        let device = Uuid::now_v7().simple().to_string()[20..].to_owned();
        let texts: Texts = Box::new(|sentence| sentence.id.clone());
        Ok(Self {
            store,
            book,
            last,
            opened_at: last,
            data_version,
            clock,
            device,
            texts,
            index: RefCell::default(),
            drafts_kept: Cell::default(),
            drafts_known: RefCell::default(),
        })
    }

    /// Gives the words for texts that edits write into the book.
    pub fn speak(&mut self, texts: Texts) {
        self.texts = texts;
    }

    pub fn book(&self) -> &Book {
        &self.book
    }

    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Whether the book's file opens with a passphrase alone.
    pub fn is_encrypted(&self) -> bool {
        self.store.is_encrypted()
    }

    pub fn now(&self) -> Instant {
        self.clock.now(self.book.settings().zone)
    }

    /// The date in the book's zone.
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&self.book.settings().zone).date_naive()
    }

    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The number of the last step.
    pub fn last_step(&self) -> i64 {
        self.last
    }

    /// Plans an edit without saving it: a preview.
    ///
    /// # Errors
    /// The rule that forbids it, or the question to be answered first.
    pub fn preview(&self, edit: &Edit, answers: &Answers) -> Result<Planned, Trouble> {
        self.within_context(answers, |cx| plan(&self.book, edit, cx))
    }

    /// Parts what came from another program's file into what may be saved and what a rule refuses.
    ///
    /// # Errors
    /// A question to be answered first.
    pub fn sift(&self, batches: Vec<Batch>, answers: &Answers) -> Result<Sifted, Trouble> {
        self.within_context(answers, |cx| sift(&self.book, batches, cx))
    }

    fn within_context<T>(
        &self,
        answers: &Answers,
        act: impl FnOnce(&mut Context<'_>) -> Result<T, crate::domain::Refusal>,
    ) -> Result<T, Trouble> {
        let mut new_uid = Uuid::now_v7;
        let mut cx = Context {
            today: self.today(),
            now: crate::domain::date::to_millis(self.now()),
            answers,
            new_uid: &mut new_uid,
            texts: &*self.texts,
        };
        Ok(act(&mut cx)?)
    }

    /// Makes an edit: plans it, saves it as one step, then shows it.
    ///
    /// # Errors
    /// The rule that forbids it, the question to be answered first, or what went wrong with the file. The book is as
    /// it was then.
    pub fn make(&mut self, edit: &Edit, answers: &Answers) -> Result<Made, Trouble> {
        self.make_of_draft(edit, answers, None)
    }

    /// Makes an edit that waited as a draft: the draft goes with it, so that a process that is lost just then leaves
    /// nothing to be saved a second time. What another program keeps under the key stays.
    ///
    /// # Errors
    /// As [`Self::make`].
    pub fn make_of_draft(&mut self, edit: &Edit, answers: &Answers, draft: Option<&str>) -> Result<Made, Trouble> {
        self.retrying(|desk| {
            let planned = desk.preview(edit, answers)?;
            let own = draft.map(|key| desk.is_own_draft(key)).transpose()?.unwrap_or(false);
            desk.save((StepKind::Edit, None), planned, draft.filter(|_| own))
        })
    }

    /// Catches up and tries; again where another process wrote in between.
    fn retrying(&mut self, mut attempt: impl FnMut(&mut Self) -> Result<Made, Trouble>) -> Result<Made, Trouble> {
        for _ in 0..TRIES {
            self.catch_up()?;
            match attempt(self) {
                Err(Trouble::Failed(StoreError::Behind)) => {}
                made => return made,
            }
        }
        Err(StoreError::Busy.into())
    }

    fn save(
        &mut self,
        (kind, of): (StepKind, Option<i64>),
        planned: Planned,
        draft: Option<&str>,
    ) -> Result<Made, Trouble> {
        let Planned { title, client, reason, changes, warnings, .. } = planned;
        if changes.is_empty() {
            return Ok(Made { step: None, title, warnings, ending: None, changed: Vec::new() });
        }
        let at = crate::domain::date::to_millis(self.now());
        let device = self.device.clone();
        let step = Step { number: self.last + 1, at, kind, of, title, client, device, reason, changes };
        if let Err(error) = self.store.append(self.last, &step, draft) {
            if matches!(error, StoreError::Behind) {
                self.data_version = None;
            }
            return Err(error.into());
        }
        self.drafts_kept.set(self.drafts_kept.get() + u64::from(draft.is_some()));
        let now = Month::of(self.today());
        let standing = Standing::before(&self.book, now, &step.changes).filter(|_| kind == StepKind::Edit);
        self.apply(&step);
        let changed = step.changes.iter().map(|change| (change.entity(), change.uuid())).collect();
        let ending = standing.and_then(|before| Ending::of(&before, &self.book, now, &step.changes));
        Ok(Made { step: Some(step.number), title: step.title, warnings, ending, changed })
    }

    fn apply(&mut self, step: &Step) {
        for change in &step.changes {
            self.book.apply(change);
        }
        self.index.borrow_mut().update(&self.book, &step.changes);
        self.last = step.number;
    }

    /// Does something for which another process that holds the file is waited for no longer than `patience`.
    ///
    /// # Errors
    /// Those of `act`; what went wrong with the file.
    pub fn within<T>(
        &mut self,
        patience: Duration,
        act: impl FnOnce(&mut Self) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        self.store.wait_for(Some(patience))?;
        let outcome = act(self);
        self.store.wait_for(None)?;
        outcome
    }

    /// Takes over what other processes have written since. True when there was something.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn catch_up(&mut self) -> Result<bool, Trouble> {
        let version = Some(self.store.data_version()?);
        if version == self.data_version {
            return Ok(false);
        }
        let steps = self.store.steps(StepFilter { after: self.last, ..StepFilter::default() })?;
        for step in &steps {
            self.apply(step);
        }
        // Only now: had the steps not been read, they would never be looked for again.
        self.data_version = version;
        Ok(!steps.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Entity, Fields};

    fn add(name: &str) -> Edit {
        Edit::Add { entity: Entity::Client, fields: Fields::from_iter([("name".to_owned(), name.into())]) }
    }

    #[test]
    fn what_waited_as_a_draft_is_saved_and_gone_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.attache");
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|day| day.and_hms_opt(8, 0, 0)).unwrap();
        let mut mine = Desk::make_book(&path, None, Clock::Standing(day)).unwrap();
        let other = Desk::open(&path, None, Clock::Standing(day)).unwrap();
        mine.keep_own_draft("form.client.new", "Volga").unwrap();
        mine.make_of_draft(&add("Volga"), &Answers::yes(), Some("form.client.new")).unwrap();
        assert_eq!(other.drafts().unwrap(), []);
        other.keep_own_draft("form.client.new", "of another").unwrap();
        mine.make_of_draft(&add("Ural"), &Answers::yes(), Some("form.client.new")).unwrap();
        assert_eq!(other.drafts().unwrap().len(), 1, "what another program keeps stays");
    }

    #[test]
    fn a_desk_that_believes_it_has_read_everything_reads_again_when_the_file_is_ahead() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.attache");
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|day| day.and_hms_opt(8, 0, 0)).unwrap();
        let mut first = Desk::make_book(&path, None, Clock::Standing(day)).unwrap();
        let mut second = Desk::open(&path, None, Clock::Standing(day)).unwrap();
        second.make(&add("Volga"), &Answers::yes()).unwrap();
        first.data_version = Some(first.store.data_version().unwrap());
        first.make(&add("Ural"), &Answers::yes()).unwrap();
        assert_eq!(first.book().client.len(), 2);
        assert!(second.catch_up().unwrap());
        assert_eq!(second.book().client.len(), 2);
    }
}
