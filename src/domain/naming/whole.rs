//! Clients by their whole names, for files: a beginning of a name is too little where nobody looks on.

use rustc_hash::FxHashMap;

use super::fit::Spelling;
use super::{Found, names, settle, similar};
use crate::domain::book::{Book, Entity};
use crate::domain::entity::Client;
use crate::domain::plain_name::plain_name;
use crate::domain::sentence::Sentence;
use crate::domain::table::{Id, Row};

/// Every name, handle, external id and uid of the clients, each with whose it is.
pub struct WholeNames<'a> {
    book: &'a Book,
    folded: FxHashMap<String, Vec<Id<Client>>>,
    skeletons: FxHashMap<String, Vec<Id<Client>>>,
    external: FxHashMap<&'a str, Vec<Id<Client>>>,
}

impl<'a> WholeNames<'a> {
    pub fn of(book: &'a Book) -> Self {
        let (mut folded, mut skeletons) = (FxHashMap::default(), FxHashMap::default());
        let mut external: FxHashMap<&str, Vec<Id<Client>>> = FxHashMap::default();
        for client in book.client.iter().filter(|client| client.merged_into.is_none()) {
            let id = client.uid();
            for spelling in names(book, client).iter().map(|name| Spelling::of(name)) {
                note(&mut folded, spelling.folded, id);
                note(&mut skeletons, spelling.skeleton, id);
            }
            client.external_ids.iter().for_each(|key| external.entry(key).or_default().push(id));
        }
        Self { book, folded, skeletons, external }
    }

    /// # Errors
    /// No client has this name, or several have.
    pub fn find(&self, text: &str) -> Result<Id<Client>, Sentence> {
        let text = text.trim();
        if let Some([id]) = self.external.get(text).map(Vec::as_slice) {
            return Ok(*id);
        }
        let by_uid = uuid::Uuid::try_parse(text).ok().and_then(|uuid| self.book.client.by_uuid(uuid));
        if let Some(client) = by_uid {
            return Ok(client.merged_into.unwrap_or(client.uid()));
        }
        let (whole, plain) = (Spelling::of(text), Spelling::of(&plain_name(text)));
        let by =
            |map: &FxHashMap<String, Vec<Id<Client>>>, key: &str| map.get(key).filter(|_| !key.is_empty()).cloned();
        let found = by(&self.folded, &whole.folded)
            .or_else(|| by(&self.folded, &plain.folded))
            .or_else(|| by(&self.skeletons, &whole.skeleton))
            .or_else(|| by(&self.skeletons, &plain.skeleton))
            .unwrap_or_default();
        let found = found.into_iter().map(|id| (Entity::Client, id.uuid)).collect();
        let found: Found = settle(self.book, found, || similar(self.book, Entity::Client, text));
        found.one(self.book, Entity::Client, text).map(|(_, uuid)| Id::new(uuid))
    }
}

fn note(map: &mut FxHashMap<String, Vec<Id<Client>>>, key: String, id: Id<Client>) {
    let ids = map.entry(key).or_default();
    if !ids.contains(&id) {
        ids.push(id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::DEMO;

    #[test]
    fn a_client_is_found_by_a_whole_name_alone() {
        let clients = WholeNames::of(&DEMO);
        let handle = |text: &str| {
            let found = clients.find(text).map_err(|sentence| sentence.id)?;
            Ok::<_, String>(DEMO.client.get(found).map(|client| client.handle.clone()).unwrap_or_default())
        };
        for text in
            ["volga-metall", "Волга Металл", "ВОЛГА МЕТАЛЛ", "ПАО «Волга Металл»", "Volga Metall", "ООО Волга Металл"]
        {
            assert_eq!(handle(text).as_deref(), Ok("volga-metall"), "{text}");
        }
        for text in ["Волга", "Волга Мета", "nobody", ""] {
            assert!(handle(text).is_err(), "{text}");
        }
    }
}
