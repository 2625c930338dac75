//! What a merge would do: which records move, and where the two differ, with what either choice makes of it.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::desk::Trouble;
use crate::domain::edit::Take;
use crate::domain::field::{Class, Field};
use crate::domain::plan::Planned;
use crate::domain::{Answers, Arg, Edit, Entity, Id, Record, Sentence};
use crate::tui::layer::View;
use crate::tui::screen::client::facts::short_name;
use crate::tui::screen::form::{name, shown};

/// The months of both, chosen as one.
const MONTHS: &str = "ledger";

/// The two records and what was chosen so far.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wish {
    pub entity: Entity,
    pub keep: Uuid,
    pub gone: Uuid,
    pub take: BTreeMap<String, Take>,
}

impl Wish {
    pub fn edit(&self) -> Edit {
        let take = self.take.clone();
        match self.entity {
            Entity::Client => Edit::MergeClients { keep: Id::new(self.keep), gone: Id::new(self.gone), take },
            _ => Edit::MergePeople { keep: Id::new(self.keep), gone: Id::new(self.gone), take },
        }
    }

    fn with(&self, key: &str, side: Take) -> Self {
        let mut wish = self.clone();
        wish.take.insert(key.to_owned(), side);
        wish
    }
}

/// Something in which the two differ.
pub(super) struct Fact {
    pub key: String,
    pub label: String,
    pub sides: Vec<(Take, String)>,
}

#[derive(Default)]
pub(super) struct Prepared {
    /// Why they cannot be one.
    pub refused: Option<Sentence>,
    /// Kinds of records that go to the one that stays, and how many.
    pub moves: Vec<(Entity, usize)>,
    pub facts: Vec<Fact>,
}

impl Prepared {
    pub fn of(wish: &Wish, view: &View<'_>) -> Self {
        let mut trial = Wish { take: BTreeMap::new(), ..wish.clone() };
        let mut keys: Vec<String> = Vec::new();
        let planned = loop {
            let trouble = match preview(&trial, view) {
                Ok(planned) => break planned,
                Err(trouble) => trouble,
            };
            let open: Vec<String> = asked(&trouble).into_iter().filter(|key| !keys.contains(key)).collect();
            if open.is_empty() {
                return Self { refused: Some(trouble.sentence()), ..Self::default() };
            }
            for key in open {
                trial.take.insert(key.clone(), wish.take.get(&key).copied().unwrap_or(Take::A));
                keys.push(key);
            }
        };
        let facts = keys.into_iter().map(|key| fact(key, &trial, view)).collect();
        Self { refused: None, moves: moves(wish, &planned), facts }
    }

    /// The facts that nothing was chosen for.
    pub fn open<'a>(&'a self, wish: &'a Wish) -> impl Iterator<Item = &'a Fact> {
        self.facts.iter().filter(|fact| !wish.take.contains_key(&fact.key))
    }

    /// What goes to the one that stays, kind by kind.
    pub fn moved(&self, view: &View<'_>) -> String {
        let told = |(entity, n): &(Entity, usize)| format!("{}\u{a0}{n}", view.words.kind(*entity));
        view.words.list(&self.moves.iter().map(told).collect::<Vec<_>>())
    }
}

fn preview(wish: &Wish, view: &View<'_>) -> Result<Planned, Trouble> {
    view.desk.preview(&wish.edit(), &Answers::yes())
}

/// What is still to be chosen, by the names under which it is.
fn asked(trouble: &Trouble) -> Vec<String> {
    let Some(refusal) = trouble.refusal() else { return Vec::new() };
    match (refusal.sentence.id.as_str(), &refusal.field) {
        ("merge-facts-differ", Some(fields)) => fields.split(", ").map(str::to_owned).collect(),
        ("merge-ledger-ask", _) => vec![MONTHS.to_owned()],
        _ => Vec::new(),
    }
}

fn moves(wish: &Wish, planned: &Planned) -> Vec<(Entity, usize)> {
    let mut moves: BTreeMap<Entity, usize> = BTreeMap::new();
    for change in &planned.changes {
        if change.before.is_some() && ![wish.keep, wish.gone].contains(&change.uuid()) {
            *moves.entry(change.entity()).or_default() += 1;
        }
    }
    moves.into_iter().collect()
}

fn fact(key: String, wish: &Wish, view: &View<'_>) -> Fact {
    let field = key.rsplit('.').next().unwrap_or(&key).to_owned();
    let label = match key.as_str() {
        MONTHS => view.words.term(&Entity::LedgerMonth.term()),
        "reports_to" => view.words.term("influence.kind.reports_to"),
        "plan_target" => view.words.term(&Entity::PlanTarget.term()),
        "service_budget" => view.words.term(&Entity::ServiceBudget.term()),
        "limit" => view.words.label("role", "limit"),
        key if key.starts_with("affiliation.") => view.words.label("affiliation", &field),
        _ => view.words.label(wish.entity.table(), &field),
    };
    let values = if matches!(key.as_str(), MONTHS | "reports_to") { None } else { values(&key, &field, wish, view) };
    let mut sides: Vec<(Take, String)> = match values {
        Some((mine, theirs)) => vec![(Take::A, mine), (Take::B, theirs)],
        None => [(Take::A, wish.keep), (Take::B, wish.gone)]
            .into_iter()
            .map(|(side, uuid)| {
                (side, view.say_with("merge-as", &[("name", Arg::text(name(wish.entity, uuid, view)))]))
            })
            .collect(),
    };
    if key == MONTHS {
        sides.push((Take::Sum, view.say("merge-sum")));
    }
    Fact { key, label, sides }
}

/// What one of the two is called: a client without its legal form, whose quotation marks crowd a sentence.
pub(super) fn name(entity: Entity, uuid: Uuid, view: &View<'_>) -> String {
    match view.book().client.by_uuid(uuid) {
        Some(client) => short_name(client),
        None => name::of(entity, uuid, view),
    }
}

/// What the field would be by either choice, read off the plans of both.
fn values(key: &str, field: &str, wish: &Wish, view: &View<'_>) -> Option<(String, String)> {
    let plan = |side| preview(&wish.with(key, side), view).ok();
    let (mine, theirs) = (plan(Take::A)?, plan(Take::B)?);
    // A row that one of the plans leaves alone is as the book has it.
    let after = |planned: &Planned, row: (Entity, Uuid)| {
        let change = planned.changes.iter().find(|change| (change.entity(), change.uuid()) == row);
        change.map_or_else(|| view.book().record(row.0, row.1), |change| change.after.clone())
    };
    let changes = mine.changes.iter().chain(&theirs.changes);
    let rows: BTreeSet<(Entity, Uuid)> = changes.map(|change| (change.entity(), change.uuid())).collect();
    let pairs = rows.into_iter().filter_map(|row| Some((after(&mine, row)?, after(&theirs, row)?)));
    let differing: Vec<(Record, Record, &Field)> = pairs
        .flat_map(|(a, b)| {
            let differs = |field: &&Field| a.field_json(field.name) != b.field_json(field.name);
            let fields: Vec<&Field> = a.entity().fields().iter().filter(differs).collect();
            fields.into_iter().map(move |field| (a.clone(), b.clone(), field))
        })
        .collect();
    // One choice decides on every row that differs, in the field of its name where there is one.
    let of_field = |it: &&(Record, Record, &Field)| it.2.name == field;
    let mut shown: Vec<&(Record, Record, &Field)> = differing.iter().filter(of_field).collect();
    if shown.is_empty() {
        shown.extend(&differing);
    }
    let told = |record: &Record, field: &Field| {
        let text = shown::of_record(record, field, view);
        let text = if matches!(field.class, Class::Confidential | Class::Personal) { view.private(text) } else { text };
        if shown.len() > 1 { view.words.told(&name::of_record(record, view), &text) } else { text }
    };
    let all = |side: &dyn Fn(&(Record, Record, &Field)) -> String| {
        shown.iter().map(|it| side(it)).collect::<Vec<_>>().join(view.words.semicolon())
    };
    (!shown.is_empty()).then(|| (all(&|(a, _, field)| told(a, field)), all(&|(_, b, field)| told(b, field))))
}
