//! How the client decides, what its people want and what the company needs.

use chrono::NaiveDate;

use super::{Client, Person, Proposal, Visit, entity};
use crate::domain::date::PartialDate;
use crate::domain::field::{int, line, text};
use crate::domain::json::Amount;
use crate::domain::money::Money;
use crate::domain::parts::{AnsweredBy, Evidence};
use crate::domain::table::Id;
use crate::domain::words::{
    Breadth, Certainty, DropKind, EndReason, InfluenceKind, InterestKind, NeedOrigin, NeedState, RoleKind, Theme, Voice,
};

entity! {
    /// What a person does in the client's decision, and how sure we are.
    Role.role {
        person: Id<Person>, co, y;
        client: Id<Client>, co, y;
        proposal: Option<Id<Proposal>>, co, -;
        kind: RoleKind, co, y;
        certainty: Certainty, co, y = Certainty::Assumed;
        limit: Option<Money>, co, -;
        learned_on: NaiveDate, co, y;
        visit: Option<Id<Visit>>, co, -;
        source_note: Option<String>, co, - [text(200)];
        reconfirmed_on: Option<NaiveDate>, co, -;
        from: Option<PartialDate>, co, -;
        to: Option<PartialDate>, co, -;
        end_reason: Option<EndReason>, co, c;
    }

    /// A person's attitude to us and the weight of their word, on a day.
    Stance.stance {
        person: Id<Person>, co, y;
        client: Id<Client>, co, y;
        proposal: Option<Id<Proposal>>, co, -;
        value: Option<i64>, co, c [int(-2, 2)];
        influence: Option<i64>, co, c [int(1, 5)];
        reset: bool, co, y = false;
        on: NaiveDate, co, y;
        visit: Option<Id<Visit>>, co, -;
        note: Option<String>, co, - [text(200)];
    }

    /// Who reports or listens to whom at a client.
    Influence.influence {
        from_person: Id<Person>, co, y;
        to_person: Id<Person>, co, y;
        kind: InfluenceKind, co, y;
        client: Id<Client>, co, y;
        strength: Option<i64>, co, - [int(1, 3)];
        tie: Option<String>, pe, - [line(80)];
        certainty: Certainty, co, y = Certainty::Assumed;
        learned_on: NaiveDate, co, y;
        visit: Option<Id<Visit>>, co, -;
        from: Option<PartialDate>, co, -;
        to: Option<PartialDate>, co, -;
    }

    /// What a person wants out of the deal.
    Interest.interest {
        person: Id<Person>, co, y;
        client: Id<Client>, co, y;
        text: String, co, y [line(160)];
        kind: Option<InterestKind>, co, -;
        importance: i64, co, y [int(1, 3)] = 2;
        certainty: Certainty, co, y = Certainty::Assumed;
        learned_on: NaiveDate, co, y;
        visit: Option<Id<Visit>>, co, -;
        from: Option<PartialDate>, co, -;
        to: Option<PartialDate>, co, -;
    }

    /// What the company really needs, stated or hidden. The title of a hidden need is confidential until shared.
    Need.need {
        client: Id<Client>, sh, y;
        title: String, co, y [line(120)];
        detail: Option<String>, co, - [text(2000)];
        voice: Voice, co, y = Voice::Hidden;
        breadth: Option<Breadth>, co, -;
        theme: Option<Theme>, in, -;
        origin: NeedOrigin, co, y = NeedOrigin::Manager;
        state: NeedState, co, y = NeedState::Hypothesis;
        essential: bool, in, y = false;
        min_cover: i64, in, y [int(1, 2)] = 2;
        share: bool, in, y = false;
        value_to_client: Option<Amount>, co, -;
        evidence: Vec<Evidence>, co, c;
        drop_reason: Option<String>, co, c [line(160)];
        drop_kind: Option<DropKind>, co, c;
        addressed_on: Option<NaiveDate>, co, c;
        answered_by: Vec<AnsweredBy>, co, c;
        owner_person: Option<Id<Person>>, co, -;
        voiced_on: Option<NaiveDate>, co, c;
        met_on: Option<NaiveDate>, co, c;
    }
}
