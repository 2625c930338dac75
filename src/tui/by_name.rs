//! All clients by their names as the language orders them: the order of the list of clients, and of `J` and `K`.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::kept::Kept;
use super::layer::View;
use crate::domain::words::ClientStatus;
use crate::domain::{Client, Id, Row};
use crate::i18n::{Collation, SortName, plain_name};

#[derive(Debug, Default)]
pub struct ByName {
    all: Kept<(), Vec<Id<Client>>>,
    listed: Kept<(), Vec<Id<Client>>>,
}

impl ByName {
    /// Every client that was not merged into another.
    pub fn all(&self, view: &View<'_>) -> Rc<Vec<Id<Client>>> {
        self.all.follow((), view, |before| sorted(view, before.map_or(&[], Vec::as_slice)))
    }

    /// Those that stand in lists without being asked for.
    pub fn listed(&self, view: &View<'_>) -> Rc<Vec<Id<Client>>> {
        self.listed.get((), view, || {
            let is_listed = |id: &Id<Client>| view.book().client.get(*id).is_some_and(|row| row.status.is_listed());
            self.all(view).iter().copied().filter(is_listed).collect()
        })
    }
}

/// Begins from the order before, which an edit hardly changes: what is in order already is sorted in one pass.
fn sorted(view: &View<'_>, before: &[Id<Client>]) -> Vec<Id<Client>> {
    let clients = &view.book().client;
    let known: FxHashSet<Id<Client>> = before.iter().copied().collect();
    let new = clients.iter().map(Row::uid).filter(|id| !known.contains(id));
    let there = before.iter().copied().chain(new).filter_map(|id| clients.get(id));
    let there = there.filter(|client| client.status != ClientStatus::Merged);
    let mut rows: Vec<(String, &Client)> = there.map(|client| (plain_name(&client.name), client)).collect();
    let collation = Collation::new(view.words.lang());
    rows.sort_by(|(name, client), (other_name, other)| {
        let one = SortName { name, latin: client.name_latin.as_deref() };
        let two = SortName { name: other_name, latin: other.name_latin.as_deref() };
        collation.compare_names(one, two).then_with(|| client.head.uid.cmp(&other.head.uid))
    });
    rows.into_iter().map(|(_, client)| client.uid()).collect()
}

/// The clients of a list whose rows may be of one client, each where it first stands.
pub fn each_once(clients: impl Iterator<Item = Id<Client>>) -> Vec<Id<Client>> {
    let mut seen = FxHashSet::default();
    clients.filter(|client| seen.insert(*client)).collect()
}
