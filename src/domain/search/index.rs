//! The searched form of a book, kept beside it and brought up to date row by row.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::check::check;
use super::hit::{Found, Group, Hit};
use super::query::Query;
use super::scan::Wanted;
use super::searched::{ENTITIES, is_named, moment};
use super::segment::Segment;
use crate::domain::book::{Book, Entity};
use crate::domain::step::Change;

/// After so many changed rows a shelf is read anew.
const MOST_FRESH: usize = 4096;

/// So many rows of a kind are looked at in vain before a group of few hits is given up.
const MOST_LOOKS: usize = 500;

/// Skeletons of everything searched, an entity a shelf.
#[derive(Debug, Clone)]
pub struct SearchIndex {
    shelves: Vec<Shelf>,
}

/// The rows of one entity: as they were read, and those changed since, which come first.
#[derive(Debug, Clone)]
struct Shelf {
    entity: Entity,
    /// Rows still to be read, the newest last; none before the first was asked for.
    waiting: Option<Vec<Uuid>>,
    base: Segment,
    fresh: Segment,
    /// Where a changed row now stands in `fresh`; none when it is gone.
    changed: FxHashMap<Uuid, Option<usize>>,
}

impl Default for SearchIndex {
    /// Nothing read yet.
    fn default() -> Self {
        Self { shelves: ENTITIES.iter().map(|entity| Shelf::new(*entity)).collect() }
    }
}

impl SearchIndex {
    /// The whole book, read at once.
    pub fn of(book: &Book) -> Self {
        let mut index = Self::default();
        index.read(book, usize::MAX);
        index
    }

    /// Reads up to `rows` more rows; true when all have been read. Clients and people come first, so that names are
    /// found at once.
    pub fn read(&mut self, book: &Book, rows: usize) -> bool {
        let mut left = rows;
        for shelf in &mut self.shelves {
            left -= shelf.read(book, left);
            if left == 0 {
                break;
            }
        }
        self.is_complete()
    }

    pub fn is_complete(&self) -> bool {
        self.shelves.iter().all(Shelf::is_complete)
    }

    /// Follows changes that were applied to the book. `book` is as it is after them.
    pub fn update(&mut self, book: &Book, changes: &[Change]) {
        for change in changes {
            let entity = change.entity();
            if let Some(shelf) = self.shelves.iter_mut().find(|shelf| shelf.entity == entity) {
                shelf.update(book, change.uuid());
            }
        }
    }

    /// The hits of a query, at most `most` of a kind. What is typed on the wrong layout is found when nothing else is.
    pub fn search(&self, book: &Book, query: &Query, most: usize) -> Found {
        let typed = self.groups(book, query, most);
        let other = if typed.is_empty() { query.other_layout() } else { None };
        let turned = other.map(|other| (self.groups(book, &other, most), other.typed().to_owned()));
        let complete = self.is_complete();
        match turned.filter(|(groups, _)| !groups.is_empty()) {
            Some((groups, layout)) => Found { groups, layout: Some(layout), complete },
            None => Found { groups: typed, layout: None, complete },
        }
    }

    fn groups(&self, book: &Book, query: &Query, most: usize) -> Vec<Group> {
        if query.is_empty() {
            return Vec::new();
        }
        let (names, others) = (Wanted::new(query, true), Wanted::new(query, false));
        let wanted = |shelf: &Shelf| if is_named(shelf.entity) { &names } else { &others };
        let shelves = self.shelves.iter().filter(|shelf| query.wants(shelf.entity));
        let groups = shelves.map(|shelf| shelf.search(book, query, wanted(shelf), most));
        groups.filter(|group| !group.hits.is_empty()).collect()
    }
}

impl Shelf {
    fn new(entity: Entity) -> Self {
        Self {
            entity,
            waiting: None,
            base: Segment::default(),
            fresh: Segment::default(),
            changed: FxHashMap::default(),
        }
    }

    fn is_complete(&self) -> bool {
        self.waiting.as_ref().is_some_and(Vec::is_empty)
    }

    /// How many rows were read.
    fn read(&mut self, book: &Book, most: usize) -> usize {
        let entity = self.entity;
        let waiting = self.waiting.get_or_insert_with(|| newest_last(book, entity));
        let mut read = 0;
        while read < most
            && let Some(uuid) = waiting.pop()
        {
            if let Some(row) = book.row(entity, uuid).filter(|row| !self.changed.contains_key(&row.uuid())) {
                self.base.push(row);
            }
            read += 1;
        }
        read
    }

    fn update(&mut self, book: &Book, uuid: Uuid) {
        if self.waiting.is_none() {
            return;
        }
        if self.fresh.len() >= MOST_FRESH {
            *self = Self::new(self.entity);
            return;
        }
        let row = book.row(self.entity, uuid);
        if let Some(row) = row {
            self.fresh.push(row);
        }
        self.changed.insert(uuid, row.map(|_| self.fresh.len() - 1));
    }

    /// Names that begin with what is typed come before those that hold it; else the newest first.
    fn search(&self, book: &Book, query: &Query, wanted: &Wanted, most: usize) -> Group {
        let mut filling = Filling {
            group: Group { entity: self.entity, hits: Vec::new(), more: false },
            most,
            looks: if most == usize::MAX { usize::MAX } else { MOST_LOOKS },
        };
        let mut later = Vec::new();
        let is_named = is_named(self.entity);
        for (uuid, begins) in self.candidates(wanted) {
            if is_named && !begins {
                later.push(uuid);
            } else if !filling.add(book, query, uuid) {
                return filling.group;
            }
        }
        for uuid in later {
            if !filling.add(book, query, uuid) {
                break;
            }
        }
        filling.group
    }

    fn candidates<'s>(&'s self, wanted: &'s Wanted) -> impl Iterator<Item = (Uuid, bool)> + 's {
        let fresh = wanted.candidates(&self.fresh).filter_map(|(row, begins)| {
            let uuid = self.fresh.uuid(row);
            (self.changed.get(&uuid) == Some(&Some(row))).then_some((uuid, begins))
        });
        let base = wanted.candidates(&self.base).filter_map(|(row, begins)| {
            let uuid = self.base.uuid(row);
            (!self.changed.contains_key(&uuid)).then_some((uuid, begins))
        });
        fresh.chain(base)
    }
}

/// A group that is being filled.
struct Filling {
    group: Group,
    most: usize,
    /// Rows that may still be looked at in vain.
    looks: usize,
}

impl Filling {
    /// Adds the row if it truly fits; false when the group is full, or so many rows only looked alike that the next key
    /// would have to wait.
    fn add(&mut self, book: &Book, query: &Query, uuid: Uuid) -> bool {
        let Some(row) = book.row(self.group.entity, uuid) else { return true };
        let Some(shown) = check(row, query) else {
            self.looks -= 1;
            self.group.more |= self.looks == 0;
            return self.looks > 0;
        };
        if self.group.hits.len() == self.most {
            self.group.more = true;
            return false;
        }
        self.group.hits.push(Hit::new(book, row, shown, query));
        true
    }
}

fn newest_last(book: &Book, entity: Entity) -> Vec<Uuid> {
    let mut rows: Vec<_> = book.rows(entity).map(|row| (Reverse(moment(row)), row.uuid())).collect();
    rows.sort_unstable_by(|a, b| b.cmp(a));
    rows.into_iter().map(|(_, uuid)| uuid).collect()
}
