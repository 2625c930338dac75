//! Short names for the command line, made once from a name and kept through every renaming.

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

/// A handle for `name` that is not taken; `otherwise` where the name has no letters to make one of.
pub(super) fn free(name: &str, otherwise: &str, taken: impl Fn(&str) -> bool) -> String {
    let made = slug(name);
    let base = if made.is_empty() { otherwise.to_owned() } else { made };
    let numbered = (2..).map(|n: u64| format!("{base}-{n}"));
    std::iter::once(base.clone()).chain(numbered).find(|handle| !taken(handle)).unwrap_or(base)
}

/// Lower-case Latin letters and digits, words joined by dashes, at most forty characters.
fn slug(name: &str) -> String {
    let latin = deunicode::deunicode(name).to_lowercase();
    let words = latin.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if !slug.is_empty() && slug.len() + word.len() >= 40 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(40));
    }
    slug
}
