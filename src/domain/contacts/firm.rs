//! A card of an organisation: a client the book has, or a new one.

use serde_json::json;

use super::card::Card;
use super::intake::Intake;
use super::known::uuid_of;
use super::merge;
use super::placed::{fault, object};
use crate::domain::book::Record;
use crate::domain::entity::Client;
use crate::domain::handle::{self, ClientNames};
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;
use crate::domain::text;

impl Intake<'_> {
    /// An organisation: a client the book has, or a new one.
    pub(super) fn firm(&mut self, card: &Card) -> Result<Option<Record>, Sentence> {
        let name = card.name();
        let by_id = card.uid.as_deref().and_then(|uid| self.known.firm_by_id(uid));
        let found = by_id.or_else(|| self.known.firm(&name)).and_then(|id| self.known.client(id)).cloned();
        if let (Some(_), Some(client), Some(rev)) = (by_id, &found, card.rev)
            && rev <= client.head.updated_at
        {
            return Ok(None);
        }
        let mut client = match &found {
            Some(client) => client.clone(),
            None => self.new_firm(card, &name)?,
        };
        for (mine, theirs) in [(&mut client.address, &card.address), (&mut client.website, &card.website)] {
            if theirs.is_some() && (mine.is_none() || by_id.is_some()) {
                mine.clone_from(theirs);
            }
        }
        for tag in card.tags.iter().filter_map(|tag| text::clean(tag, true)) {
            if !client.tags.contains(&tag) {
                client.tags.push(tag);
            }
        }
        let foreign = card.uid.as_ref().filter(|uid| uuid_of(uid) != Some(client.uid().uuid));
        if let Some(uid) = foreign.filter(|uid| !client.external_ids.contains(uid)) {
            client.external_ids.push(uid.clone());
        }
        let lines =
            card.extra.iter().cloned().chain(card.phones.iter().chain(&card.emails).map(|reach| reach.raw.clone()));
        client.extra = merge::extra(client.extra.take(), lines.collect());
        if found.as_ref() == Some(&client) {
            return Ok(None);
        }
        if found.is_some() {
            self.touch(&mut client.head);
        }
        let record = client.into_record();
        self.known.put(&record);
        Ok(Some(record))
    }

    fn new_firm(&mut self, card: &Card, name: &str) -> Result<Client, Sentence> {
        let mut head = self.new_head();
        if let Some(own) = card.uid.as_deref().and_then(uuid_of) {
            head.uid = own;
        }
        let names = ClientNames { name, ..ClientNames::default() };
        let handle = handle::for_client(names, |handle| self.known.has_client_handle(handle));
        let fields = json!({ "handle": handle, "name": name, "assigned_on": self.today.to_string() });
        Client::from_fields(head, &object(fields)).map_err(fault)
    }
}
