//! How complete a client's file is, so that what is known does not stay in one head. Nineteen facts for the clients
//! that matter most, seven for the others.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::book::{Book, Entity};
use super::date::{Month, days_between, in_force};
use super::entity::{Client, Need, Person};
use super::figures::ledger::{Column, Ledger};
use super::map::{DecisionMap, Holder, Row};
use super::sentence::Sentence;
use super::table::Id;
use super::words::{GoalState, NeedState, NoteTopic, RoleKind, Tier, Voice};

/// An audit or a mood older than this says nothing of today.
const YEAR: i64 = 365;

/// Whether what is of that day still tells of today.
pub fn is_within_a_year(on: NaiveDate, today: NaiveDate) -> bool {
    (0..=YEAR).contains(&days_between(on, today))
}
/// Months of the ledger that must be known.
const MONTHS: i32 = 3;

/// One fact a file should hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The message id of its name, e.g. `file-decider`.
    pub id: &'static str,
    pub present: bool,
    /// The kind of record that tells it.
    pub told_by: Entity,
}

impl Item {
    pub fn text(&self) -> Sentence {
        Sentence::new(self.id)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileCompleteness {
    pub items: Vec<Item>,
}

impl FileCompleteness {
    pub fn known(&self) -> usize {
        self.items.iter().filter(|item| item.present).count()
    }

    pub fn of(&self) -> usize {
        self.items.len()
    }

    pub fn missing(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| !item.present)
    }
}

/// The file of a client as of today; `tier` says how much is asked of it.
pub fn file_completeness(book: &Book, client: &Client, tier: Tier, today: NaiveDate) -> FileCompleteness {
    let id = Id::new(client.head.uid);
    let file = File { book, client, id, today, map: DecisionMap::today(book, id, today) };
    let all = matches!(tier, Tier::MostValuable | Tier::Strategic);
    let asked = FACTS.iter().filter(|fact| all || fact.always);
    FileCompleteness {
        items: asked.map(|fact| Item { id: fact.id, present: (fact.present)(&file), told_by: fact.told_by }).collect(),
    }
}

struct Fact {
    id: &'static str,
    told_by: Entity,
    /// Asked of every client, whatever the tier.
    always: bool,
    present: fn(&File<'_>) -> bool,
}

const fn fact(id: &'static str, told_by: Entity, always: bool, present: fn(&File<'_>) -> bool) -> Fact {
    Fact { id, told_by, always, present }
}

#[allow(clippy::redundant_closure_for_method_calls, reason = "a method of one lifetime is no function of all")]
const FACTS: [Fact; 19] = [
    fact("file-decider", Entity::Role, true, |file| file.is_filled(RoleKind::Decides)),
    fact("file-steps", Entity::Role, false, |file| {
        RoleKind::STEPS.into_iter().all(|step| file.is_filled_or_absent(step))
    }),
    fact("file-reporting", Entity::Influence, false, |file| file.knows_reporting()),
    fact("file-stance", Entity::Stance, false, |file| file.knows_stances()),
    fact("file-hidden-need", Entity::Need, false, |file| {
        file.has_need(|need| need.voice == Voice::Hidden && need.state != NeedState::Dropped)
    }),
    fact("file-confirmed-need", Entity::Need, true, |file| file.has_need(|need| need.state.is_confirmed())),
    fact("file-birthdays", Entity::Person, false, |file| file.knows_birthdays()),
    fact("file-contacts", Entity::Person, true, |file| file.reachable() >= 2),
    fact("file-industry", Entity::Client, true, |file| file.client.industry.is_some()),
    fact("file-main-bank", Entity::Client, false, |file| file.client.main_bank.is_some()),
    fact("file-note-process", Entity::Note, false, |file| file.has_note(NoteTopic::Process)),
    fact("file-note-technology", Entity::Note, false, |file| file.has_note(NoteTopic::Technology)),
    fact("file-note-market", Entity::Note, false, |file| file.has_note(NoteTopic::Market)),
    fact("file-note-plans", Entity::Note, false, |file| file.has_note(NoteTopic::Plans)),
    fact("file-audit", Entity::BusinessAudit, false, |file| file.has_audit()),
    fact("file-ledger", Entity::LedgerMonth, true, |file| file.has_ledger()),
    fact("file-satisfaction", Entity::Satisfaction, true, |file| file.knows_mood()),
    fact("file-goal", Entity::ClientGoal, false, |file| file.has_goal()),
    fact("file-deputy", Entity::Client, true, |file| file.client.deputy.is_some()),
];

struct File<'a> {
    book: &'a Book,
    client: &'a Client,
    id: Id<Client>,
    today: NaiveDate,
    map: DecisionMap,
}

impl File<'_> {
    /// Somebody holds the step, and that is no older than the half-life.
    fn is_filled(&self, step: RoleKind) -> bool {
        let half_life = self.book.settings().fact_half_life_days;
        let fresh = |holder: &Holder| holder.age_days <= half_life;
        self.map.row(step).is_some_and(|row| row.present().any(fresh))
    }

    fn is_filled_or_absent(&self, step: RoleKind) -> bool {
        self.map.row(step).is_some_and(|row| row.absent.is_some()) || self.is_filled(step)
    }

    /// Above the decider, or below where the decider stands at the top.
    fn knows_reporting(&self) -> bool {
        let lines = &self.map.lines;
        self.map
            .deciders()
            .any(|holder| lines.boss(holder.person).is_some() || lines.subordinates(holder.person).next().is_some())
    }

    fn knows_stances(&self) -> bool {
        let keys = [RoleKind::Decides, RoleKind::Budgets, RoleKind::Agrees];
        let people: BTreeSet<Id<Person>> = keys
            .into_iter()
            .filter_map(|step| self.map.row(step))
            .flat_map(Row::present)
            .map(|one| one.person)
            .collect();
        let known =
            |person: &Id<Person>| self.map.column(*person).is_some_and(|column| column.attitude.stance.is_some());
        !people.is_empty() && people.iter().all(known)
    }

    fn has_need(&self, is: impl Fn(&Need) -> bool) -> bool {
        self.book.need.of(self.id).any(|need| need.client == self.id && is(need))
    }

    fn knows_birthdays(&self) -> bool {
        let mut holders = self.map.steps.iter().flat_map(Row::present).peekable();
        let born = |holder: &Holder| self.book.person.get(holder.person).is_some_and(|one| one.birthday.is_some());
        holders.peek().is_some() && holders.all(born)
    }

    /// People with a place at the client whom a phone or a mail reaches.
    fn reachable(&self) -> usize {
        let rows = self.book.affiliation.of(self.id).filter(|row| row.client == self.id);
        let current = rows.filter(|row| in_force(row.from, row.to, self.today).yes());
        let people: BTreeSet<Id<Person>> = current.map(|row| row.person).collect();
        people.into_iter().filter_map(|person| self.book.person.get(person)).filter(|one| has_contact(one)).count()
    }

    fn has_note(&self, topic: NoteTopic) -> bool {
        let mine = |note: &&super::entity::Note| note.client == Some(self.id) && note.on <= self.today;
        self.book.note.of(self.id).filter(mine).any(|note| note.topic == topic)
    }

    fn has_audit(&self) -> bool {
        self.book.business_audit.of(self.id).any(|row| row.client == self.id && is_within_a_year(row.on, self.today))
    }

    fn knows_mood(&self) -> bool {
        self.book.satisfaction.of(self.id).any(|row| row.client == self.id && is_within_a_year(row.on, self.today))
    }

    /// Income and cost of the book's last closed months.
    fn has_ledger(&self) -> bool {
        let Some(last) = self.book.last_closed(Month::of(self.today)) else { return false };
        let ledger = Ledger::of(self.book, self.id, last);
        let known = |month: Month| {
            let rows = ledger.month(month);
            !rows.is_empty() && rows.iter().all(|row| row.closed && Column::Net.of(row).is_some())
        };
        (0..MONTHS).all(|n| known(last.plus(-n)))
    }

    fn has_goal(&self) -> bool {
        let goals = self.book.client_goal.of(self.id).filter(|goal| goal.client == self.id);
        let mut alive = goals.filter(|goal| goal.state != GoalState::Abandoned);
        alive.any(|goal| goal.state != GoalState::Proposed || goal.agreed_on.is_some_and(|on| on <= self.today))
    }
}

fn has_contact(person: &Person) -> bool {
    let contacts = [&person.work_phones, &person.work_emails, &person.private_phones, &person.private_emails];
    contacts.into_iter().any(|list| !list.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{book, client, day, id, with};
    use serde_json::{Value as Json, json};

    fn file(client_more: Json, tables: Json, tier: Tier) -> FileCompleteness {
        let people = ["a", "b"].map(|name| {
            json!({ "uid": name, "handle": name, "full_name": format!("name {name}"), "birthday": "--05-14",
                "work_phones": [{ "value": "+359 2 000 000", "label": null }] })
        });
        let places = ["a", "b"].map(|name| json!({ "uid": format!("at {name}"), "person": name, "client": "c" }));
        let rows = json!({ "client": [client("c", client_more)], "person": people, "affiliation": places });
        let book = book(&json!({ "tables": with(rows, tables) }));
        file_completeness(&book, book.client.get(id("c")).unwrap(), tier, day("2026-11-24"))
    }

    fn full(decided_on: &str, audit_on: &str) -> Json {
        let role = |kind: &str| {
            json!({ "uid": format!("role {kind}"), "person": "a", "client": "c", "kind": kind,
                "certainty": "assumed", "learned_on": decided_on })
        };
        let note = |topic: &str| json!({ "uid": format!("note {topic}"), "client": "c", "on": "2020-01-01", "topic": topic, "text": "t" });
        let month = |month: &str| {
            json!({ "uid": format!("row {month}"), "client": "c", "month": month, "currency": "EUR",
            "income": 1, "cost": 0, "closed": true })
        };
        let notes = ["process", "technology", "market", "plans"].map(note);
        let months = ["2026-08", "2026-09", "2026-10"].map(month);
        json!({
            "role": RoleKind::STEPS.map(|step| role(step.word())),
            "influence": [{ "from_person": "a", "to_person": "b", "kind": "reports_to", "client": "c",
                "learned_on": "2020-01-01" }],
            "stance": [{ "person": "a", "client": "c", "value": 0, "on": "2026-01-01" }],
            "need": [
                { "uid": "n1", "client": "c", "title": "hidden", "voice": "hidden" },
                { "uid": "n2", "client": "c", "title": "stated", "voice": "stated", "state": "confirmed" },
            ],
            "note": notes,
            "business_audit": [{ "client": "c", "on": audit_on, "our_goal": "g" }],
            "ledger_month": months,
            "satisfaction": [{ "client": "c", "on": "2025-11-24", "score": 8 }],
            "client_goal": [{ "client": "c", "text": "g", "state": "agreed" }],
        })
    }

    fn named() -> Json {
        json!({ "industry": "grain", "main_bank": "Other", "deputy": "Yanev" })
    }

    #[test]
    fn nineteen_facts_for_those_who_matter_most_and_seven_for_the_others() {
        for (tier, of) in [
            (Tier::MostValuable, 19),
            (Tier::Strategic, 19),
            (Tier::Working, 7),
            (Tier::Ballast, 7),
            (Tier::Unknown, 7),
        ] {
            let whole = file(named(), full("2026-11-01", "2026-11-01"), tier);
            assert_eq!((whole.known(), whole.of()), (of, of), "{:?}", whole.missing().collect::<Vec<_>>());
            let empty = file(json!({}), json!({ "person": [], "affiliation": [] }), tier);
            assert_eq!((empty.known(), empty.of()), (0, of));
        }
    }

    #[test]
    fn an_old_fact_is_not_present() {
        for (decided_on, audit_on, missing) in [
            ("2026-05-28", "2025-11-24", &[][..]),
            ("2026-05-27", "2025-11-23", &["file-decider", "file-steps", "file-audit"]),
        ] {
            let file = file(named(), full(decided_on, audit_on), Tier::Strategic);
            assert_eq!(file.missing().map(|item| item.id).collect::<Vec<_>>(), missing, "{decided_on}");
        }
    }
}
