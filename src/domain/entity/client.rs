//! The client, and what is known and planned of its business.

use chrono::NaiveDate;

use super::{Person, Visit, entity};
use crate::domain::date::PartialDate;
use crate::domain::field::{int, line, lines, text};
use crate::domain::json::{Amount, Extra};
use crate::domain::money::{Currency, Money};
use crate::domain::parts::{AbsentStep, TeamMember};
use crate::domain::table::Id;
use crate::domain::words::{
    AuditKind, Certainty, ChoiceFactor, ClientKind, ClientLanguage, ClientStatus, Criterion, EvidenceKind,
    EvidenceSource, GoalKind, GoalState, LinkKind, Measure, Position, RiskProfile, Segment, SourceChannel, Verdict,
    VipCategory,
};

entity! {
    /// A company or an individual assigned to the manager.
    Client.client {
        handle: String, in, y [line(60)];
        kind: ClientKind, in, y = ClientKind::Company;
        name: String, sh, y [line(160)];
        short_name: Option<String>, sh, - [line(24)];
        name_local: Option<String>, sh, - [line(160)];
        name_latin: Option<String>, sh, - [line(160)];
        person: Option<Id<Person>>, in, c;
        parent: Option<Id<Client>>, in, -;
        registration_no: Option<String>, co, - [line(40)];
        tax_no: Option<String>, co, - [line(40)];
        segment: Option<Segment>, in, -;
        vip_category: VipCategory, in, y = VipCategory::LongStanding;
        stage: Option<i64>, in, c [int(1, 7)];
        stage_since: Option<NaiveDate>, in, c;
        status: ClientStatus, in, y = ClientStatus::Active;
        source_channel: Option<SourceChannel>, in, -;
        source_client: Option<Id<Client>>, co, -;
        source_person: Option<Id<Person>>, co, -;
        source_note: Option<String>, co, - [text(200)];
        relation_start: Option<PartialDate>, sh, -;
        assigned_on: NaiveDate, in, y;
        deputy: Option<String>, in, - [line(120)];
        bank_team: Vec<TeamMember>, sh, -;
        industry: Option<String>, sh, - [line(120)];
        region: Option<String>, sh, - [line(80)];
        address: Option<String>, sh, - [text(240)];
        website: Option<String>, sh, - [line(120)];
        language: Option<ClientLanguage>, sh, -;
        main_bank: Option<String>, co, - [line(80)];
        choice_factors: Vec<ChoiceFactor>, co, -;
        comfort_notes: Option<String>, pe, - [text(400)];
        risk_profile: Option<RiskProfile>, co, -;
        adaptation_from: Option<NaiveDate>, in, -;
        adaptation_until: Option<NaiveDate>, in, -;
        cadence_override_days: Option<i64>, in, - [int(1, 365)];
        visit_override_days: Option<i64>, in, - [int(1, 365)];
        override_reason: Option<String>, in, c [line(120)];
        holdings_checked_on: Option<NaiveDate>, in, -;
        tags: Vec<String>, in, - [lines(24)];
        attract_decision: Option<String>, co, - [text(600)];
        attract_decided_on: Option<NaiveDate>, in, -;
        absent_steps: Vec<AbsentStep>, co, -;
        left_on: Option<NaiveDate>, in, c;
        left_reason: Option<String>, in, c [text(200)];
        declined_reason: Option<String>, in, c [text(200)];
        merged_into: Option<Id<Client>>, in, c;
        external_ids: Vec<String>, in, - [lines(200)];
        extra: Option<Extra>, in, -;
    }

    /// A figure or a judgement for one criterion of the VIP test.
    VipEvidence.vip_evidence {
        client: Id<Client>, in, y;
        criterion: Criterion, in, y;
        kind: EvidenceKind, in, y;
        figure: Option<Amount>, co, c;
        verdict: Option<Verdict>, in, c;
        reason: Option<String>, in, c [text(400)];
        period: Option<String>, in, c [line(7)];
        as_of: NaiveDate, in, y;
        source: EvidenceSource, in, y;
        visit: Option<Id<Visit>>, in, c;
    }

    /// How one client stands to another.
    ClientLink.client_link {
        a: Id<Client>, co, y;
        b: Id<Client>, co, y;
        kind: LinkKind, co, y;
        certainty: Certainty, co, y = Certainty::Assumed;
    }

    /// Our reading of the client's business and the income to expect.
    BusinessAudit.business_audit {
        client: Id<Client>, co, y;
        on: NaiveDate, co, y;
        kind: AuditKind, co, y = AuditKind::Business;
        position: Position, co, y = Position::Unknown;
        market_share_pct: Option<i64>, co, - [int(0, 100)];
        competitors: Option<String>, co, - [text(400)];
        strengths: Option<String>, co, - [text(600)];
        weaknesses: Option<String>, co, - [text(600)];
        our_goal: String, co, y [text(300)];
        forecast_low: Option<Money>, co, -;
        forecast_likely: Option<Money>, co, -;
        forecast_high: Option<Money>, co, -;
        currency: Option<Currency>, co, -;
        horizon_years: Option<i64>, co, - [int(1, 10)];
        next_on: Option<NaiveDate>, co, -;
    }

    /// What the client, or we with the client, want to reach.
    ClientGoal.client_goal {
        client: Id<Client>, co, y;
        text: String, co, y [text(200)];
        kind: GoalKind, co, y = GoalKind::Joint;
        agreed_with: Option<Id<Person>>, co, -;
        agreed_on: Option<NaiveDate>, co, -;
        share: bool, in, y = false;
        strategy: Option<String>, co, - [text(600)];
        policy_note: Option<String>, in, - [text(200)];
        state: GoalState, co, y = GoalState::Proposed;
    }

    /// A planned figure of a client, or of the whole portfolio.
    PlanTarget.plan_target {
        client: Option<Id<Client>>, in, -;
        measure: Measure, in, y;
        year: i64, in, y [int(1900, 2199)];
        quarter: Option<i64>, in, - [int(1, 4)];
        target: Amount, in, y;
        goal: Option<Id<ClientGoal>>, in, -;
    }
}
