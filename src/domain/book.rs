//! The book: every fact in memory. Screens and commands only read it; the desk alone applies changes.

use std::sync::LazyLock;

use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::date::{Instant, instant_text};
#[allow(clippy::wildcard_imports, reason = "the book has a table for every entity")]
use super::entity::*;
use super::field::{Cell, Field, Stored};
use super::figures::Memo;
use super::money::Currency;
use super::sentence::Sentence;
use super::table::{AnyRow, Fault, Head, Row, Table};

/// Declares the book's tables in the order in which they are stored and exported.
macro_rules! book {
    ($($table:ident : $name:ident),+ $(,)?) => {
        /// The kinds of rows a book has.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Entity { $($name),+ }

        /// A row of any entity.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Record { $($name(Box<$name>)),+ }

        #[derive(Debug, Clone, Default)]
        pub struct Book {
            $(pub $table: Table<$name>,)+
            /// Counts the changes applied, so that what is computed from the book can be kept until it changes.
            pub revision: u64,
            /// Figures that were computed and still hold.
            pub(super) memo: Memo,
        }

        impl Entity {
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The table's name, which is also the entity's word everywhere.
            pub fn table(self) -> &'static str {
                match self { $(Self::$name => stringify!($table)),+ }
            }

            pub fn fields(self) -> &'static [Field] {
                match self { $(Self::$name => $name::FIELDS),+ }
            }

            /// # Errors
            /// As [`Row::from_fields`].
            pub fn record(self, head: Head, fields: &Map<String, Json>) -> Result<Record, Fault> {
                match self { $(Self::$name => $name::from_fields(head, fields).map(Row::into_record)),+ }
            }

            /// # Errors
            /// As [`Row::from_columns`].
            pub fn from_columns(self, head: Head, cells: &[Cell<'_>]) -> Result<Record, &'static str> {
                match self { $(Self::$name => $name::from_columns(head, cells).map(Row::into_record)),+ }
            }
        }

        impl Record {
            pub fn entity(&self) -> Entity {
                match self { $(Self::$name(_) => Entity::$name),+ }
            }

            pub fn head(&self) -> &Head {
                match self { $(Self::$name(row) => row.head()),+ }
            }

            pub fn head_mut(&mut self) -> &mut Head {
                match self { $(Self::$name(row) => row.head_mut()),+ }
            }

            pub fn field_json(&self, name: &str) -> Option<Json> {
                match self { $(Self::$name(row) => row.field_json(name)),+ }
            }

            /// # Errors
            /// As [`Row::set_field`].
            pub fn set_field(&mut self, name: &str, json: &Json) -> Result<(), Sentence> {
                match self { $(Self::$name(row) => row.set_field(name, json)),+ }
            }

            pub fn fields_json(&self) -> Map<String, Json> {
                match self { $(Self::$name(row) => row.fields_json()),+ }
            }

            pub fn columns(&self) -> Vec<Stored> {
                match self { $(Self::$name(row) => row.columns()),+ }
            }

            pub fn refs(&self, out: &mut Vec<Uuid>) {
                match self { $(Self::$name(row) => row.refs(out)),+ }
            }

            /// The row, whichever entity it is of.
            pub fn row(&self) -> &dyn AnyRow {
                match self { $(Self::$name(row) => &**row),+ }
            }
        }

        impl Book {
            /// A row of any entity by its uid.
            pub fn record(&self, entity: Entity, uuid: Uuid) -> Option<Record> {
                match entity { $(Entity::$name => self.$table.by_uuid(uuid).cloned().map(Row::into_record)),+ }
            }

            pub fn contains(&self, entity: Entity, uuid: Uuid) -> bool {
                match entity { $(Entity::$name => self.$table.by_uuid(uuid).is_some()),+ }
            }

            pub fn count(&self, entity: Entity) -> usize {
                match entity { $(Entity::$name => self.$table.len()),+ }
            }

            /// All rows of an entity, by uid.
            pub fn records(&self, entity: Entity) -> Vec<Record> {
                let mut records: Vec<Record> = match entity {
                    $(Entity::$name => self.$table.iter().cloned().map(Row::into_record).collect()),+
                };
                records.sort_by_key(|record| record.head().uid);
                records
            }

            /// A row of any entity by its uid, not copied.
            pub fn row(&self, entity: Entity, uuid: Uuid) -> Option<&dyn AnyRow> {
                match entity { $(Entity::$name => self.$table.by_uuid(uuid).map(|row| row as &dyn AnyRow)),+ }
            }

            /// All rows of an entity, in no order that means anything, not copied.
            pub fn rows(&self, entity: Entity) -> Box<dyn Iterator<Item = &dyn AnyRow> + '_> {
                match entity { $(Entity::$name => Box::new(self.$table.iter().map(|row| row as &dyn AnyRow))),+ }
            }

            /// Rows of an entity that point at `target`.
            pub fn pointing_at(&self, entity: Entity, target: Uuid) -> Vec<Uuid> {
                match entity { $(Entity::$name => self.$table.of(target).map(|row| row.head().uid).collect()),+ }
            }

            pub fn put(&mut self, record: Record) {
                self.forget_figures(record.entity(), record.uuid(), Some(&record));
                match record { $(Record::$name(row) => self.$table.put(*row)),+ }
            }

            pub fn remove(&mut self, entity: Entity, uuid: Uuid) {
                self.forget_figures(entity, uuid, None);
                match entity { $(Entity::$name => self.$table.remove(uuid)),+ }
            }

            /// Makes room for as many more rows.
            pub fn reserve(&mut self, entity: Entity, more: usize) {
                match entity { $(Entity::$name => self.$table.reserve(more)),+ }
            }
        }
    };
}

book! {
    settings: Settings,
    client: Client,
    vip_evidence: VipEvidence,
    person: Person,
    affiliation: Affiliation,
    role: Role,
    stance: Stance,
    influence: Influence,
    interest: Interest,
    need: Need,
    visit: Visit,
    commitment: Commitment,
    product: Product,
    holding: Holding,
    proposal: Proposal,
    proposal_term: ProposalTerm,
    term_score: TermScore,
    concession: Concession,
    ledger_month: LedgerMonth,
    service_budget: ServiceBudget,
    service_spend: ServiceSpend,
    satisfaction: Satisfaction,
    occasion: Occasion,
    answer: Answer,
    problem: Problem,
    note: Note,
    fx_rate: FxRate,
    tier_snapshot: TierSnapshot,
    client_link: ClientLink,
    business_audit: BusinessAudit,
    client_goal: ClientGoal,
    plan_target: PlanTarget,
}

impl Entity {
    pub fn from_table(table: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|entity| entity.table() == table)
    }

    pub fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// The dotted key of the entity's name, e.g. `entity.commitment` (which reads "promise").
    pub fn term(self) -> String {
        format!("entity.{}", self.table())
    }
}

impl Record {
    pub fn uuid(&self) -> Uuid {
        self.head().uid
    }

    /// The row as the snapshot and the journal have it.
    pub fn to_json(&self) -> Map<String, Json> {
        let head = self.head();
        let mut map = self.fields_json();
        map.insert("uid".into(), head.uid.to_string().into());
        map.insert("rev".into(), head.rev.into());
        map.insert("created_at".into(), instant_text(head.created_at).into());
        map.insert("updated_at".into(), instant_text(head.updated_at).into());
        map
    }

    /// The currency beside a row's minor units.
    pub fn currency(&self) -> Option<Currency> {
        self.field_json("currency")?.as_str()?.parse().ok()
    }

    /// The client this row belongs to, where it belongs to one.
    pub fn client(&self) -> Option<Uuid> {
        match self {
            Self::Client(client) => Some(client.head.uid),
            record => record.field_json("client")?.as_str()?.parse().ok(),
        }
    }
}

/// The settings of a book that has none yet.
static DEFAULTS: LazyLock<Settings> = LazyLock::new(|| {
    let head = Head { uid: SETTINGS, rev: 1, created_at: Instant::default(), updated_at: Instant::default() };
    Settings::from_fields(head, &Map::new())
        .unwrap_or_else(|fault| unreachable!("every setting has a default: {fault:?}"))
});

/// The uid of the one row of settings: the nil UUID.
pub const SETTINGS: Uuid = Uuid::nil();

impl Book {
    /// What kind of row this is, where a reference does not say.
    pub fn entity_of(&self, uuid: Uuid) -> Option<Entity> {
        Entity::ALL.iter().copied().find(|entity| self.contains(*entity, uuid))
    }

    pub fn settings(&self) -> &Settings {
        self.settings.by_uuid(SETTINGS).unwrap_or(&DEFAULTS)
    }

    /// Lets go of what was computed from a row that is about to change.
    fn forget_figures(&mut self, entity: Entity, uuid: Uuid, after: Option<&Record>) {
        if !self.memo.minds(entity) {
            return;
        }
        let before = self.record(entity, uuid);
        let visits = before.iter().chain(after).filter_map(|record| match record {
            Record::Visit(visit) => Some(self.seen_by(visit)),
            _ => None,
        });
        let seen_by: Vec<Uuid> = visits.flatten().collect();
        self.memo.forget(before.as_ref(), after, &seen_by);
    }

    /// Applies one change of a step: puts the row as it is after, or takes it out.
    pub fn apply(&mut self, change: &super::step::Change) {
        match (&change.before, &change.after) {
            (_, Some(after)) => self.put(after.clone()),
            (Some(before), None) => self.remove(before.entity(), before.uuid()),
            (None, None) => {}
        }
        self.revision += 1;
    }
}
