//! Who bears which name, number and handle: one look at the whole book, so that many new rows cost one look.

use rustc_hash::FxHashMap;
use uuid::Uuid;

use crate::domain::entity::{Client, Person};
use crate::domain::table::Row;
use crate::domain::text::fold;

/// Uids by what must or should be their own.
#[derive(Debug, Default)]
pub struct Namesakes {
    client_names: FxHashMap<String, Vec<Uuid>>,
    numbers: FxHashMap<(&'static str, String), Vec<Uuid>>,
    client_handles: FxHashMap<String, Vec<Uuid>>,
    person_handles: FxHashMap<String, Vec<Uuid>>,
}

impl Namesakes {
    pub(super) fn of<'r>(clients: impl Iterator<Item = &'r Client>, people: impl Iterator<Item = &'r Person>) -> Self {
        let mut known = Self::default();
        for client in clients {
            known.client(client);
        }
        for person in people {
            known.person_handles.entry(person.handle.clone()).or_default().push(person.uid().uuid);
        }
        known
    }

    fn client(&mut self, client: &Client) {
        let uuid = client.uid().uuid;
        self.client_handles.entry(client.handle.clone()).or_default().push(uuid);
        if client.merged_into.is_some() {
            return;
        }
        self.client_names.entry(fold(&client.name)).or_default().push(uuid);
        let numbers = [("registration_no", &client.registration_no), ("tax_no", &client.tax_no)];
        for (field, number) in numbers.into_iter().filter_map(|(field, number)| Some((field, number.as_ref()?))) {
            self.numbers.entry((field, bare(number))).or_default().push(uuid);
        }
    }

    /// Another client of the same name.
    pub fn client_called(&self, name: &str, but: Uuid) -> Option<Uuid> {
        other(self.client_names.get(&fold(name)), but)
    }

    /// Another client with the same number in `field`.
    pub fn client_with(&self, field: &'static str, number: &str, but: Uuid) -> Option<Uuid> {
        other(self.numbers.get(&(field, bare(number))), but)
    }

    pub fn client_handle_taken(&self, handle: &str, but: Uuid) -> bool {
        other(self.client_handles.get(handle), but).is_some()
    }

    pub fn person_handle_taken(&self, handle: &str, but: Uuid) -> bool {
        other(self.person_handles.get(handle), but).is_some()
    }
}

fn other(found: Option<&Vec<Uuid>>, but: Uuid) -> Option<Uuid> {
    found?.iter().copied().find(|uuid| *uuid != but)
}

/// A number as it is compared: without spaces and dashes.
fn bare(number: &str) -> String {
    fold(number).chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}
