//! A plan in the making: the book as it would be, row by row, and what is to be said about it.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::handles::Handles;
use super::namesake::PeopleNames;
use super::namesakes::Namesakes;
use super::put_rows::{Key, Passing, PutRows};
use crate::domain::book::{Book, Entity, Record};
use crate::domain::date::Instant;
use crate::domain::entity::{Client, Person};
use crate::domain::refusal::{Answers, Refusal};
use crate::domain::rules;
use crate::domain::sentence::Sentence;
use crate::domain::step::Change;
use crate::domain::table::{Head, Id, Row};

/// What a plan may know of the world.
pub struct Context<'a> {
    pub today: NaiveDate,
    pub now: Instant,
    pub answers: &'a Answers,
    /// Gives new uids (UUIDv7), one a call.
    pub new_uid: &'a mut dyn FnMut() -> Uuid,
    /// Puts into words what an edit itself writes down for the manager (the checklist of a new client).
    pub texts: &'a dyn Fn(&Sentence) -> String,
}

/// What an edit would do: complete, checked, not yet done.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    pub title: Sentence,
    pub client: Option<Uuid>,
    pub reason: Option<String>,
    pub changes: Vec<Change>,
    pub warnings: Vec<Sentence>,
    /// Rows that the edit would have made, had they not turned out to be rows the book has.
    pub stand_ins: BTreeMap<Uuid, Uuid>,
}

/// The book as it would be. Rules read through it, so that they see the rows already planned.
pub struct Planning<'a> {
    book: &'a Book,
    pub today: NaiveDate,
    pub now: Instant,
    answers: &'a Answers,
    new_uid: &'a mut dyn FnMut() -> Uuid,
    texts: &'a dyn Fn(&Sentence) -> String,
    /// Rows this edit would have made, had they not turned out to be rows the book has.
    pub(super) stand_ins: BTreeMap<Uuid, Uuid>,
    namesakes: OnceCell<Namesakes>,
    rows: PutRows,
    handles: Handles,
    names: PeopleNames,
    /// Where on a page a row stands, and whether its fields have keys of their own there.
    keys: BTreeMap<(Entity, Uuid), (String, bool)>,
    warnings: Vec<Sentence>,
    title: Option<(Sentence, Option<Uuid>)>,
    reason: Option<String>,
    force: bool,
    pub(super) of_file: bool, // the edit is what a line of a file says
}

impl<'a> Planning<'a> {
    pub fn new(book: &'a Book, cx: &'a mut Context<'_>) -> Self {
        Self {
            book,
            today: cx.today,
            now: cx.now,
            answers: cx.answers,
            new_uid: &mut *cx.new_uid,
            texts: cx.texts,
            stand_ins: BTreeMap::new(),
            namesakes: OnceCell::new(),
            rows: PutRows::default(),
            handles: Handles::default(),
            names: PeopleNames::default(),
            keys: BTreeMap::new(),
            warnings: Vec::new(),
            title: None,
            reason: None,
            force: false,
            of_file: false,
        }
    }

    /// The book before the edit: settings, figures, whatever no edit changes half-way.
    pub fn book(&self) -> &'a Book {
        self.book
    }

    /// A copy of the book with every row put so far, for figures over all of it.
    pub fn book_after(&self) -> Book {
        let mut book = self.book.clone();
        self.rows.changes().for_each(|change| book.apply(change));
        book
    }

    /// The head of a row made now.
    pub fn new_head(&mut self) -> Head {
        Head { uid: (self.new_uid)(), rev: 1, created_at: self.now, updated_at: self.now }
    }

    /// A sentence in the manager's words, for a text that the edit itself writes into the book.
    pub fn say(&self, sentence: &Sentence) -> String {
        (self.texts)(sentence)
    }

    /// A row as it would be after the edit so far.
    pub fn get<T: Row>(&self, id: Id<T>) -> Option<&T> {
        match self.rows.get((T::ENTITY, id.uuid)) {
            Some(row) => row.after().and_then(T::of_record),
            None => T::table(self.book).get(id),
        }
    }

    /// A row as the book has it before the edit.
    pub fn before<T: Row>(&self, id: Id<T>) -> Option<&'a T> {
        T::table(self.book).get(id)
    }

    /// Links to `gone` go to `stands_in` from here on.
    pub fn stand_in(&mut self, gone: Uuid, stands_in: Uuid) {
        self.stand_ins.insert(gone, stands_in);
    }

    /// The record that stands for `uuid` in this edit.
    pub fn stands_for(&self, uuid: Uuid) -> Uuid {
        self.stand_ins.get(&uuid).copied().unwrap_or(uuid)
    }

    /// Who bears which name, number and handle, with everything this edit puts. Made when first asked for.
    pub fn namesakes(&self) -> &Namesakes {
        self.namesakes.get_or_init(|| Namesakes::of(self.all::<Client>(), self.all::<Person>()))
    }

    /// A row that must be there.
    ///
    /// # Errors
    /// [`Refusal::gone`].
    pub fn need<T: Row>(&self, id: Id<T>) -> Result<&T, Refusal> {
        self.get(id).ok_or_else(|| Refusal::gone().of(T::ENTITY, id.uuid))
    }

    pub fn record(&self, entity: Entity, uuid: Uuid) -> Option<Record> {
        match self.rows.get((entity, uuid)) {
            Some(row) => row.after().cloned(),
            None => self.book.record(entity, uuid),
        }
    }

    pub fn contains(&self, entity: Entity, uuid: Uuid) -> bool {
        match self.rows.get((entity, uuid)) {
            Some(row) => row.after().is_some(),
            None => self.book.contains(entity, uuid),
        }
    }

    /// The rows that would point at `target`.
    pub fn of<T: Row>(&self, target: impl Into<Uuid>) -> Vec<&T> {
        let target = target.into();
        let untouched = |row: &&T| !self.rows.has((T::ENTITY, row.head().uid));
        let mut rows: Vec<&T> = T::table(self.book).of(target).filter(untouched).collect();
        rows.extend(self.rows.pointing_at(T::ENTITY, target).into_iter().filter_map(T::of_record));
        rows
    }

    /// All rows as they would be.
    pub fn all<T: Row>(&self) -> impl Iterator<Item = &T> {
        let untouched = |row: &&T| !self.rows.has((T::ENTITY, row.head().uid));
        T::table(self.book).iter().filter(untouched).chain(self.planned::<T>())
    }

    /// The rows this edit has put so far.
    pub fn planned<T: Row>(&self) -> impl Iterator<Item = &T> {
        self.rows.of_entity(T::ENTITY).filter_map(|row| row.after().and_then(T::of_record))
    }

    /// The rows this edit wishes for; not those an undo or a merge puts back or moves.
    pub fn wished<T: Row>(&self) -> impl Iterator<Item = &T> {
        let wished = self.rows.of_entity(T::ENTITY).filter(|row| row.passing == Passing::Wished);
        wished.filter_map(|row| row.after().and_then(T::of_record))
    }

    /// The changes of an entity that this edit wishes for, rows taken out among them.
    pub fn wished_changes(&self, entity: Entity) -> impl Iterator<Item = &Change> {
        self.rows.of_entity(entity).filter(|row| row.passing == Passing::Wished).map(|row| &row.change)
    }

    /// The rows of an entity that would point at `target`.
    pub fn pointing(&self, entity: Entity, target: Uuid) -> Vec<Uuid> {
        let untouched = |uuid: &Uuid| !self.rows.has((entity, *uuid));
        let mut rows: Vec<Uuid> = self.book.pointing_at(entity, target).into_iter().filter(untouched).collect();
        rows.extend(self.rows.pointing_at(entity, target).into_iter().map(Record::uuid));
        rows
    }

    /// How many rows of an entity would point at `target`.
    pub fn count_pointing(&self, entity: Entity, target: Uuid) -> usize {
        self.pointing(entity, target).len()
    }

    pub fn put<T: Row>(&mut self, row: T) {
        self.put_record(row.into_record());
    }

    pub fn put_record(&mut self, record: Record) {
        let key = (record.entity(), record.uuid());
        self.set(key, Some(record), Passing::Wished);
    }

    /// Puts a row whose links follow a merged record.
    pub fn put_moved(&mut self, record: Record) {
        let key = (record.entity(), record.uuid());
        self.set(key, Some(record), Passing::Moved);
    }

    /// Takes a row out; `Delete` on what has no state to end in.
    pub fn take_out(&mut self, entity: Entity, uuid: Uuid) {
        self.set((entity, uuid), None, Passing::Wished);
    }

    /// Takes a row out that another one stands for after a merge.
    pub fn take_out_moved(&mut self, entity: Entity, uuid: Uuid) {
        self.set((entity, uuid), None, Passing::Moved);
    }

    /// Forgets a row this edit was going to make.
    pub fn drop_new<T: Row>(&mut self, id: Id<T>) {
        self.rows.forget((T::ENTITY, id.uuid));
    }

    /// The same for a row of any entity.
    pub fn forget(&mut self, entity: Entity, uuid: Uuid) {
        self.rows.forget((entity, uuid));
    }

    /// A row put back exactly as the journal has it.
    pub fn restore(&mut self, change: Change, out_of_turn: bool) {
        let passing = if out_of_turn { Passing::OutOfTurn } else { Passing::Restored };
        self.set((change.entity(), change.uuid()), change.after, passing);
    }

    fn set(&mut self, key: Key, after: Option<Record>, passing: Passing) {
        if let Some(after) = &after {
            self.handles.put(after);
            self.names.put(after);
        }
        let before = if self.rows.has(key) { None } else { self.book.record(key.0, key.1) };
        self.rows.set(key, after, passing, before);
    }

    /// Whether a client or a person has this handle, or is to have it.
    pub fn handle_taken(&self, entity: Entity, handle: &str) -> bool {
        self.handles.taken(self.book, entity, handle)
    }

    /// People who bear or bore a name, as [`PeopleNames`] writes it.
    pub(super) fn people_called(&self, name: &str) -> Vec<Id<Person>> {
        self.names.called(self.book, name)
    }

    /// A refusal of this row names its key on the page, and the field below it where `with_fields`.
    pub fn stands_at(&mut self, (entity, uuid): (Entity, Uuid), key: impl Into<String>, with_fields: bool) {
        self.keys.insert((entity, uuid), (key.into(), with_fields));
    }

    fn at_its_key(&self, row: (Entity, Uuid), mut refusal: Refusal) -> Refusal {
        if let Some((key, with_fields)) = self.keys.get(&row) {
            refusal.field = Some(match refusal.field {
                // The reason is the step's; of the lines of a page only a need has a key for it.
                Some(field) if *with_fields && (field != "reason" || row.0 == Entity::Need) => {
                    format!("{key}.{field}")
                }
                _ => key.clone(),
            });
        }
        refusal
    }

    /// Says something that stays visible but hinders nothing.
    pub fn warn(&mut self, sentence: Sentence) {
        if !self.warnings.contains(&sentence) {
            self.warnings.push(sentence);
        }
    }

    /// # Errors
    /// The question, when it has not been answered.
    pub fn ask(&self, question: Sentence) -> Result<bool, Refusal> {
        self.answers.ask(question)
    }

    /// Asks, and takes no for a refusal: the old value stays.
    ///
    /// # Errors
    /// The question when it has not been answered, a refusal when it was answered with no.
    pub fn insist(&self, question: Sentence) -> Result<(), Refusal> {
        if self.ask(question)? { Ok(()) } else { Err(Refusal::no(Sentence::new("nothing-saved"))) }
    }

    /// What the step is called, and whose it is. The last call names it.
    pub fn title(&mut self, title: Sentence, client: Option<Uuid>) {
        self.title = Some((title, client));
    }

    /// A title unless the edit has one already.
    pub fn default_title(&mut self, title: Sentence, client: Option<Uuid>) {
        self.title.get_or_insert((title, client));
    }

    pub fn set_reason(&mut self, reason: Option<&str>) {
        if let Some(reason) = reason.and_then(|reason| crate::domain::text::clean(reason, true)) {
            self.reason = Some(reason);
        }
    }

    pub fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    pub fn set_force(&mut self, force: bool) {
        self.force = force;
    }

    pub fn force(&self) -> bool {
        self.force
    }

    /// Checks every row against the rules and gives the complete plan.
    ///
    /// # Errors
    /// The first rule that forbids it.
    pub fn finish(mut self) -> Result<Planned, Refusal> {
        super::consequences::put(&mut self)?;
        let mut checked = 0;
        // Rules may put further rows (a promise that repeats, roles that end); those are checked as well.
        while let Some(key) = self.rows.nth(checked) {
            self.check(key).map_err(|refusal| self.at_its_key(key, refusal))?;
            checked += 1;
        }
        let (title, client) = self.title.unwrap_or_else(|| (Sentence::new("nothing-to-change"), None));
        let changes = self.rows.into_changes();
        let Self { reason, warnings, stand_ins, .. } = self;
        Ok(Planned { title, client, reason, changes, warnings, stand_ins })
    }

    fn check(&mut self, key: Key) -> Result<(), Refusal> {
        let Some(row) = self.rows.get(key) else { return Ok(()) };
        let passing = row.passing;
        let Change { before, after } = row.change.clone();
        let at = |refusal: Refusal| refusal.of(key.0, key.1);
        if matches!(passing, Passing::Restored | Passing::OutOfTurn) {
            self.check_restored(key).map_err(at)?;
            return match passing {
                Passing::OutOfTurn => rules::check_out_of_turn(self, before.as_ref(), after.as_ref()).map_err(at),
                _ => Ok(()),
            };
        }
        let Some(mut after) = after else { return self.check_removal(key, passing) };
        rules::fields::tidy(&mut after).map_err(at)?;
        rules::shape(self, before.as_ref(), &mut after).map_err(at)?;
        if before.as_ref().is_some_and(|before| before.fields_json() == after.fields_json()) {
            self.rows.checked(key, before);
            return Ok(());
        }
        match passing {
            Passing::Moved => rules::check_moved(self, before.as_ref(), &after),
            _ => rules::check(self, before.as_ref(), &after),
        }
        .map_err(at)?;
        if let Some(before) = &before {
            let head = after.head_mut();
            head.rev = before.head().rev + 1;
            head.updated_at = self.now;
        }
        self.rows.checked(key, Some(after));
        Ok(())
    }

    /// No rule but one: every reference, to the row and from it, names a row that is there.
    fn check_restored(&self, key: Key) -> Result<(), Refusal> {
        match self.record(key.0, key.1) {
            Some(record) => rules::references::check(self, &record),
            None => rules::references::nothing_points_at(self, key),
        }
    }

    fn check_removal(&mut self, key: Key, passing: Passing) -> Result<(), Refusal> {
        match passing {
            Passing::Moved => rules::references::nothing_points_at(self, key),
            _ => rules::check_removal(self, key),
        }
        .map_err(|refusal| refusal.of(key.0, key.1))
    }
}
