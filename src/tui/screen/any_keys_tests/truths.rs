//! What holds of any book and any journal, said once more and without the rules, so that a rule that is gone is missed.

use chrono::NaiveDate;

use crate::domain::date::in_force;
use crate::domain::entity::{Influence, Need, Proposal, Role};
use crate::domain::offer;
use crate::domain::step::Step;
use crate::domain::words::{
    Certainty, ClientStatus, EndReason, InfluenceKind, NeedState, ProposalState, StepKind, TermState, VipCategory,
    VisitStatus, Voice, Weight,
};
use crate::domain::{Book, Id, Person, Record, Row, TermScore};

/// What is wrong, one line each.
pub fn falsehoods(book: &Book, steps: &[Step], today: NaiveDate) -> Vec<String> {
    let mut found = Vec::new();
    let mut say = |wrong: bool, what: &str, of: &dyn std::fmt::Debug| {
        if wrong {
            found.push(format!("{what}: {of:?}"));
        }
    };
    for need in &book.need {
        need_is_true(need, &mut say);
    }
    for offer in &book.proposal {
        offer_is_true(book, offer, &mut say);
    }
    for role in &book.role {
        role_is_true(book, role, today, &mut say);
    }
    for line in book.influence.iter().filter(|line| reports(line, today)) {
        say(bosses(book, line.from_person, line, today).contains(&line.from_person), "a circle", line);
        let again = |other: &&Influence| reports(other, today) && of_same(line, other) && other.uid() != line.uid();
        say(book.influence.iter().any(|other| again(&other)), "two bosses", line);
    }
    for client in book.client.iter().filter(|client| client.status == ClientStatus::Prospect) {
        say(client.stage.is_none() || client.vip_category != VipCategory::Attract, "a prospect", client);
    }
    for score in &book.term_score {
        let twin = |other: &&TermScore| {
            (other.term, other.interest) == (score.term, score.interest) && other.uid() != score.uid()
        };
        say(!(-2..=2).contains(&score.score) || book.term_score.iter().any(|other| twin(&other)), "a score", score);
    }
    for step in steps {
        step_is_reasoned(book, step, &mut say);
    }
    found
}

type Say<'a> = dyn FnMut(bool, &str, &dyn std::fmt::Debug) + 'a;

fn need_is_true(need: &Need, say: &mut Say<'_>) {
    use NeedState::{Addressed, Confirmed, Dropped, Hypothesis, Met};
    let strong = need.evidence.iter().any(|seen| seen.weight != Weight::Hint);
    say(!matches!(need.state, Hypothesis | Dropped) && need.evidence.is_empty(), "no evidence", need);
    say(matches!(need.state, Confirmed | Addressed | Met) && !strong, "hints confirm", need);
    say(
        matches!(need.state, Addressed | Met) != need.addressed_on.is_some() && need.state != Dropped,
        "answered",
        need,
    );
    say((need.state == Met) != need.met_on.is_some(), "met", need);
    say(need.state == Dropped && (need.drop_reason.is_none() || need.drop_kind.is_none()), "dropped", need);
    say(need.share && !(need.voice == Voice::Stated && need.state.is_confirmed()), "shared", need);
}

fn offer_is_true(book: &Book, row: &Proposal, say: &mut Say<'_>) {
    use ProposalState::{Accepted, Declined, Presented};
    let visit = row.presented_in.and_then(|visit| book.visit.get(visit));
    let at_ours = visit.is_some_and(|visit| visit.client == row.client && visit.status != VisitStatus::Cancelled);
    say(matches!(row.state, Presented | Accepted) && !at_ours, "presented nowhere", row);
    say(matches!(row.state, Accepted | Declined) && row.decided_on.is_none(), "decided on no day", row);
    say(row.state == Declined && (row.declined_by.is_none() || row.decline_reason.is_none()), "declined", row);
    let terms = offer::terms(book, row.uid());
    say(row.state == Accepted && terms.iter().any(|term| term.state == TermState::Open), "open terms", row);
    if row.state != Presented {
        return;
    }
    let needs: Vec<&Need> = row.needs.iter().filter_map(|need| book.need.get(*need)).collect();
    say(needs.is_empty() || needs.iter().any(|need| !need.state.is_confirmed()), "no need behind it", row);
    for need in needs.iter().filter(|need| need.essential) {
        let covers = terms.iter().flat_map(|term| &term.covers).filter(|cover| cover.need == need.uid());
        let best = covers.map(|cover| cover.cover).max().unwrap_or(0);
        say(best < need.min_cover, "below the floor", row);
    }
}

fn role_is_true(book: &Book, role: &Role, today: NaiveDate, say: &mut Say<'_>) {
    let holds = |role: &Role| role.end_reason != Some(EndReason::Wrong) && in_force(role.from, role.to, today).yes();
    let sourced = role.visit.is_some() || role.source_note.is_some();
    say(role.certainty == Certainty::Confirmed && !sourced, "confirmed by nothing", role);
    let what = |role: &Role| (role.person, role.client, role.proposal, role.kind);
    let twin = |other: &&Role| what(other) == what(role) && other.uid() != role.uid() && holds(other);
    say(holds(role) && book.role.of(role.person).any(|other| twin(&other)), "held twice", role);
}

fn reports(line: &Influence, today: NaiveDate) -> bool {
    line.kind == InfluenceKind::ReportsTo && in_force(line.from, line.to, today).yes()
}

fn of_same(line: &Influence, other: &Influence) -> bool {
    (line.from_person, line.client) == (other.from_person, other.client)
}

/// Everybody above somebody, as far as the lines go.
fn bosses(book: &Book, person: Id<Person>, at: &Influence, today: NaiveDate) -> Vec<Id<Person>> {
    let mut found: Vec<Id<Person>> = Vec::new();
    let mut next = vec![person];
    while let Some(person) = next.pop() {
        let mine = |line: &&Influence| line.from_person == person && line.client == at.client && reports(line, today);
        for line in book.influence.of(person).filter(mine) {
            if !found.contains(&line.to_person) {
                found.push(line.to_person);
                next.push(line.to_person);
            }
        }
    }
    found
}

/// What only a reason allows was done with one.
fn step_is_reasoned(book: &Book, step: &Step, say: &mut Say<'_>) {
    let is_edit = step.kind == StepKind::Edit;
    for change in step.changes.iter().filter(|_| is_edit && step.reason.is_none()) {
        match (&change.before, &change.after) {
            (Some(Record::Need(before)), Some(Record::Need(after))) => {
                let was = matches!(before.state, NeedState::Addressed | NeedState::Met);
                say(was && after.state == NeedState::Confirmed, "a need back", after);
                say(before.state == NeedState::Dropped && after.state != NeedState::Dropped, "a need again", after);
            }
            (Some(Record::Proposal(before)), Some(Record::Proposal(after))) => {
                let essential = |need: &&Id<Need>| book.need.get(**need).is_some_and(|need| need.essential);
                let gone = before.needs.iter().filter(essential).any(|need| !after.needs.contains(need));
                say(before.state != ProposalState::Draft && gone, "an essential need off", after);
            }
            (Some(Record::Client(before)), Some(Record::Client(after))) => {
                say(after.stage.is_some() && after.stage < before.stage, "a stage back", after);
                let opened = before.status == ClientStatus::Archived && after.status != before.status;
                say(opened, "reopened", after);
            }
            _ => {}
        }
    }
}
