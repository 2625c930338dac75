//! Which handles are taken, in the book and by the edit so far.

use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use crate::domain::book::{Book, Entity, Record};

/// The handles of the book, looked at once, and those of an edit so far.
#[derive(Debug, Default)]
pub(super) struct Handles {
    stored: OnceCell<FxHashSet<(Entity, String)>>,
    put: FxHashSet<(Entity, String)>,
}

impl Handles {
    pub(super) fn put(&mut self, record: &Record) {
        let handle = match record {
            Record::Client(client) => &client.handle,
            Record::Person(person) => &person.handle,
            _ => return,
        };
        self.put.insert((record.entity(), handle.clone()));
    }

    pub(super) fn taken(&self, book: &Book, entity: Entity, handle: &str) -> bool {
        let key = (entity, handle.to_owned());
        self.put.contains(&key) || self.stored.get_or_init(|| stored(book)).contains(&key)
    }
}

fn stored(book: &Book) -> FxHashSet<(Entity, String)> {
    let clients = book.client.iter().map(|client| (Entity::Client, client.handle.clone()));
    clients.chain(book.person.iter().map(|person| (Entity::Person, person.handle.clone()))).collect()
}
