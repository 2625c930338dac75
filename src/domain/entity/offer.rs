//! Products, what the client uses, and offers with their terms.

use chrono::NaiveDate;

use super::{Client, ClientGoal, Interest, Need, Person, Visit, entity};
use crate::domain::date::PartialDate;
use crate::domain::field::{Kind, int, line, lines, text};
use crate::domain::json::{Amount, PerLanguage};
use crate::domain::money::Money;
use crate::domain::parts::Cover;
use crate::domain::table::Id;
use crate::domain::words::{Family, Party, ProposalKind, ProposalState, TermKind, TermState, Who};

/// A value or a short text of at most 120 characters.
const VALUE: Kind = Kind::Amount { most: 120, rate: true };

entity! {
    /// A product or service of the bank.
    Product.product {
        code: String, sh, y [line(24)];
        name: PerLanguage, sh, y;
        family: Family, sh, y;
        tailored: bool, in, y = false;
        priority: bool, in, y = false;
        active: bool, in, y = true;
        description: Option<String>, sh, - [text(2000)];
        talking_points: Option<String>, in, - [text(2000)];
        push_words: Vec<String>, in, - [lines(40)];
    }

    /// A product the client uses, with us or with another bank. Held elsewhere, the whole row is confidential.
    Holding.holding {
        client: Id<Client>, sh, y;
        product: Id<Product>, sh, y;
        provider_other: Option<String>, co, - [line(80)];
        from: Option<PartialDate>, sh, -;
        to: Option<PartialDate>, sh, -;
        volume: Option<Money>, in, -;
        goal: Option<Id<ClientGoal>>, in, -;
        contact_client: Option<Id<Person>>, sh, -;
        contact_bank: Option<Id<Person>>, sh, -;
        ended_reason: Option<String>, co, c [line(120)];
    }

    /// An offer to a client.
    Proposal.proposal {
        client: Id<Client>, sh, y;
        title: String, sh, y [line(120)];
        kind: ProposalKind, in, y = ProposalKind::Standard;
        state: ProposalState, in, y = ProposalState::Draft;
        version: i64, sh, y [int(1, 10_000)] = 1;
        needs: Vec<Id<Need>>, co, c;
        valid_until: Option<NaiveDate>, sh, -;
        presented_in: Option<Id<Visit>>, sh, c;
        decided_on: Option<NaiveDate>, sh, c;
        declined_by: Option<Party>, co, c;
        decline_reason: Option<String>, co, c [text(200)];
        walk_away: Option<String>, in, - [text(400)];
    }

    /// One line of an offer.
    ProposalTerm.proposal_term {
        proposal: Id<Proposal>, sh, y;
        label: String, sh, y [line(120)];
        kind: TermKind, sh, y = TermKind::Other;
        product: Option<Id<Product>>, sh, -;
        value: Option<Amount>, sh, - [VALUE];
        our_floor: Option<Amount>, in, - [VALUE];
        our_value: Option<String>, in, - [text(200)];
        their_value: Option<String>, co, - [text(200)];
        state: TermState, sh, y = TermState::Open;
        covers: Vec<Cover>, in, -;
    }

    /// How a term serves a person's interest. No row: not judged yet.
    TermScore.term_score {
        term: Id<ProposalTerm>, co, y;
        interest: Id<Interest>, co, y;
        score: i64, co, y [int(-2, 2)];
    }

    /// A term given up, with what it was given for.
    Concession.concession {
        term: Id<ProposalTerm>, in, y;
        by: Who, in, y;
        from_value: String, in, y [text(120)];
        to_value: String, in, y [text(120)];
        worth: Option<Money>, in, -;
        in_return: Option<Id<Concession>>, in, -;
        on: NaiveDate, in, y;
        visit: Option<Id<Visit>>, in, -;
    }
}
