//! What only the journal knows of an offer: its older versions, and the essential needs taken off it.

use super::{Desk, Trouble};
use crate::domain::offer::{self, AllTakenOff, Replaced, TakenOff};
use crate::domain::{Book, Client, Id, Proposal, Row};

/// A version of an offer that was replaced.
pub struct OldOffer {
    pub replaced: Replaced,
    /// The book with its offers as they stood until then.
    pub book: Book,
    pub taken_off: Vec<TakenOff>,
}

impl Desk {
    /// The essential needs taken off an offer, of which the journal keeps why.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn taken_off(&self, offer: Id<Proposal>) -> Result<Vec<TakenOff>, Trouble> {
        Ok(offer::taken_off(self.book(), offer, &self.history_of(offer)?))
    }

    /// The same for every offer of a client.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn all_taken_off(&self, client: Id<Client>) -> Result<AllTakenOff, Trouble> {
        let offers = self.book().proposal.of(client).filter(|offer| offer.client == client).map(Row::uid);
        offers.map(|offer| Ok((offer, self.taken_off(offer)?))).collect()
    }

    /// The versions of an offer that the journal saw replaced, oldest first.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn replaced_versions(&self, offer: Id<Proposal>) -> Result<Vec<Replaced>, Trouble> {
        Ok(offer::replaced(&self.history_of(offer)?, self.book().settings().zone))
    }

    /// An offer as a version of it stood until it was replaced.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn old_offer(&self, offer: Id<Proposal>, replaced: Replaced) -> Result<OldOffer, Trouble> {
        let book = offer::as_it_stood(self.book(), &self.store.changes_since(replaced.step, &offer::PARTS)?);
        let mut history = self.history_of(offer)?;
        history.retain(|done| done.step < replaced.step);
        let taken_off = offer::taken_off(&book, offer, &history);
        Ok(OldOffer { replaced, book, taken_off })
    }

    fn history_of(&self, offer: Id<Proposal>) -> Result<Vec<crate::domain::step::Done>, Trouble> {
        // An offer as it was first written has no history.
        if self.book().proposal.get(offer).is_none_or(|offer| offer.head.rev == 1) {
            return Ok(Vec::new());
        }
        Ok(self.store.changes_of(offer.uuid)?)
    }
}

#[cfg(test)]
mod tests;
