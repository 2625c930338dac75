//! Older versions of the offer on its board: read as they stood until they were replaced, never changed.

use super::OfferBoard;
use crate::desk::OldOffer;
use crate::domain::{Arg, Book, Proposal, ProposalTerm, Sentence};
use crate::tui::command::Command;
use crate::tui::layer::{Reply, View};

impl OfferBoard {
    /// The book that the board shows: of an older version the one of then.
    pub(super) fn shown<'b>(&'b self, view: &View<'b>) -> &'b Book {
        self.old.as_ref().map_or(view.book(), |old| &old.book)
    }

    pub(super) fn shown_offer<'b>(&'b self, view: &View<'b>) -> Option<&'b Proposal> {
        self.shown(view).proposal.get(self.offer)
    }

    /// The terms in sight: also those a what-if does without.
    pub(super) fn terms<'b>(&'b self, view: &View<'b>) -> Vec<&'b ProposalTerm> {
        crate::domain::offer::terms(self.shown(view), self.offer)
    }

    /// What a key does with versions; none where it is not about them.
    pub(super) fn version_key(&mut self, command: Command, view: &View<'_>) -> Option<Reply> {
        match (command, &self.old) {
            (Command::EarlierVersion, _) => Some(self.step(false, view)),
            (Command::LaterVersion, _) => Some(self.step(true, view)),
            (Command::Back, Some(_)) => {
                self.old = None;
                self.stay_within(view);
                Some(Reply::Handled)
            }
            (command, Some(old)) if command.is_of_an_offer() => {
                let key = self.key_of(Command::Back, view);
                let version = old.replaced.version.to_string();
                Some(Reply::Refuse(Sentence::new("board-version-no").text("version", version).text("key", key)))
            }
            _ => None,
        }
    }

    /// To the version before or after the one in sight; after the last one replaced comes the offer as it stands.
    fn step(&mut self, later: bool, view: &View<'_>) -> Reply {
        let all = self.versions.len();
        let shown = self.old.as_ref().map(|old| old.replaced.version);
        let at = self.versions.iter().position(|replaced| Some(replaced.version) == shown).unwrap_or(all);
        let next = if later { Some(at + 1).filter(|next| *next <= all) } else { at.checked_sub(1) };
        let Some(next) = next else {
            let id = if later { "board-no-later-version" } else { "board-no-earlier-version" };
            return Reply::Refuse(Sentence::new(id));
        };
        let replaced = self.versions.get(next).copied();
        match replaced.map(|replaced| view.desk.old_offer(self.offer, replaced)).transpose() {
            Ok(old) => self.old = old,
            Err(trouble) => return Reply::Refuse(trouble.sentence()),
        }
        self.said.set(0);
        self.stay_within(view);
        Reply::Handled
    }

    /// The book is another one: an older version in sight is read again, where there still is one.
    pub(super) fn read_version_again(&mut self, view: &View<'_>) {
        let shown = self.old.take().map(|old| old.replaced.version);
        let replaced = self.versions.iter().find(|replaced| Some(replaced.version) == shown);
        self.old = replaced.and_then(|replaced| view.desk.old_offer(self.offer, *replaced).ok());
    }

    /// Which version is in sight: `v2 presented`, `version 1 of 2, replaced on 5 Nov`.
    pub(super) fn version_in_words(&self, offer: &Proposal, view: &View<'_>) -> String {
        match &self.old {
            Some(old) => of_which(old, self.offer(view).map_or(offer.version, |now| now.version), view),
            None => view.words.offer_state(offer, view.today()),
        }
    }

    /// The version before the one in sight, and the key that shows it.
    pub(super) fn earlier(&self, view: &View<'_>) -> Option<String> {
        let replaced = self.versions.last().filter(|_| self.old.is_none())?;
        let args = [
            ("version", Arg::text(replaced.version.to_string())),
            ("date", Arg::text(view.day(replaced.on))),
            ("key", Arg::text(self.key_of(Command::EarlierVersion, view))),
        ];
        Some(view.say_with("board-earlier", &args))
    }
}

fn of_which(old: &OldOffer, of: i64, view: &View<'_>) -> String {
    let args = [
        ("version", Arg::text(old.replaced.version.to_string())),
        ("of", Arg::text(of.to_string())),
        ("date", Arg::text(view.words.day_digits(old.replaced.on))),
    ];
    view.say_with("board-version", &args)
}
