//! Visits and what comes out of them: promises and the client's mood.

use chrono::NaiveDate;

use super::{Client, Need, Person, Proposal, entity};
use crate::domain::date::LocalTime;
use crate::domain::field::{int, line, lines, text};
use crate::domain::json::Extra;
use crate::domain::parts::{Attendee, Question};
use crate::domain::table::Id;
use crate::domain::words::{
    CommitmentOrigin, CommitmentState, Party, Phase, PlaceKind, PushCheck, Repeat, SatisfactionAbout,
    SatisfactionSource, VisitKind, VisitStatus, Who,
};

entity! {
    /// A meeting, call, event or reception, planned or past.
    Visit.visit {
        client: Id<Client>, sh, y;
        kind: VisitKind, sh, y = VisitKind::Meeting;
        phase: Option<Phase>, in, -;
        start: LocalTime, sh, y;
        zone: chrono_tz::Tz, sh, y;
        fold: i64, sh, y [int(0, 1)] = 0;
        minutes: i64, sh, y [int(5, 1440)] = 60;
        place_kind: Option<PlaceKind>, sh, -;
        place: Option<String>, sh, - [text(160)];
        travel_minutes: Option<i64>, in, - [int(0, 600)];
        reminder_minutes: Option<i64>, in, - [int(0, 10080)];
        status: VisitStatus, in, y = VisitStatus::Planned;
        attendees: Vec<Attendee>, sh, -;
        our_top_present: bool, in, y = false;
        purpose: Option<String>, in, c [text(300)];
        agenda: Option<String>, sh, - [text(600)];
        questions: Vec<Question>, co, -;
        needs_discussed: Vec<Id<Need>>, co, -;
        proposals: Vec<Id<Proposal>>, co, -;
        offers_product: bool, in, y = false;
        push_check: PushCheck, in, y = PushCheck::None;
        push_on: Option<NaiveDate>, in, -;
        push_reason: Option<String>, in, c [text(200)];
        outcome: Option<String>, co, c [text(4000)];
        outcome_none: bool, in, y = false;
        summary_shared: Option<String>, sh, - [text(1500)];
        requested_by: Option<Party>, in, -;
        cancel_reason: Option<String>, in, c [text(160)];
        cancelled_by: Option<Party>, in, c;
        external_ids: Vec<String>, in, - [lines(200)];
        followup_of: Option<Id<Visit>>, in, -;
        series: Option<String>, in, - [line(200)];
        also_clients: Vec<Id<Client>>, in, -;
        host: Option<Id<Person>>, in, c;
        nothing_to_answer: bool, in, y = false;
        extra: Option<Extra>, co, -;
    }

    /// A promise, ours or theirs.
    Commitment.commitment {
        client: Id<Client>, sh, y;
        who: Who, sh, y = Who::We;
        person: Option<Id<Person>>, sh, -;
        text: String, in, y [line(200)];
        share: bool, in, y = false;
        made_on: NaiveDate, in, y;
        visit: Option<Id<Visit>>, in, -;
        due: Option<NaiveDate>, in, -;
        passed_to: Option<String>, in, - [line(60)];
        passed_on: Option<NaiveDate>, in, -;
        back_on: Option<NaiveDate>, in, -;
        done_on: Option<NaiveDate>, in, -;
        done_note: Option<String>, in, - [text(200)];
        state: CommitmentState, in, y = CommitmentState::Open;
        cancel_reason: Option<String>, in, c [text(200)];
        told_how: Option<String>, in, c [text(120)];
        repeat: Repeat, in, y = Repeat::None;
        repeat_day: Option<i64>, in, c [int(1, 31)];
        origin: CommitmentOrigin, in, y = CommitmentOrigin::Manual;
        phase: Option<Phase>, in, -;
        external_ids: Vec<String>, in, - [lines(200)];
        extra: Option<Extra>, co, -;
    }

    /// How content the client is, 0 to 10, on a day.
    Satisfaction.satisfaction {
        client: Id<Client>, in, y;
        on: NaiveDate, in, y;
        score: i64, in, y [int(0, 10)];
        person: Option<Id<Person>>, in, -;
        source: SatisfactionSource, in, y = SatisfactionSource::Said;
        about: SatisfactionAbout, in, y = SatisfactionAbout::Overall;
        quote: Option<String>, co, - [text(300)];
        conclusion: Option<String>, in, - [text(300)];
    }
}
