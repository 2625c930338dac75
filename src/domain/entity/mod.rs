//! Every entity's fields, each said once: name, type, class, whether required, what it may hold, its default.
//!
//! `sh in co pe` are the data classes; `y - c` say required, optional, by a rule. A field that names no class does
//! not compile. The rules that need more than one field live in `rules/`.

mod client;
mod decision;
mod money;
mod offer;
mod people;
mod settings;
mod visit;
mod work;

pub use client::{BusinessAudit, Client, ClientGoal, ClientLink, PlanTarget, VipEvidence};
pub use decision::{Influence, Interest, Need, Role, Stance};
pub use money::{FxRate, LedgerMonth, ServiceBudget, ServiceSpend, TierSnapshot};
pub use offer::{Concession, Holding, Product, Proposal, ProposalTerm, TermScore};
pub use people::{Affiliation, Occasion, Person};
pub use settings::Settings;
pub use visit::{Commitment, Satisfaction, Visit};
pub use work::{Answer, Note, Problem};

/// Declares entities: the plain struct, its list of fields, and how it goes to and from JSON and columns.
macro_rules! entity {
    ($($(#[$doc:meta])* $name:ident . $table:ident {
        $($field:ident : $ty:ty, $class:tt, $need:tt $([$kind:expr])? $(= $default:expr)?;)+
    })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            pub head: $crate::domain::table::Head,
            $(pub $field: $ty),+
        }

        impl $crate::domain::table::Row for $name {
            const ENTITY: $crate::domain::book::Entity = $crate::domain::book::Entity::$name;
            const FIELDS: &'static [$crate::domain::field::Field] = &[$($crate::domain::field::Field {
                name: $crate::domain::field::plain_name(stringify!($field)),
                kind: $crate::domain::field::kind!($ty $(, $kind)?),
                class: $crate::domain::field::class!($class),
                need: $crate::domain::field::need!($need),
            }),+];

            fn head(&self) -> &$crate::domain::table::Head {
                &self.head
            }

            fn head_mut(&mut self) -> &mut $crate::domain::table::Head {
                &mut self.head
            }

            fn field_json(&self, name: &str) -> Option<serde_json::Value> {
                use $crate::domain::field::{FieldType, plain_name};
                $(if name == plain_name(stringify!($field)) { return Some(self.$field.json()); })+
                None
            }

            fn set_field(&mut self, name: &str, json: &serde_json::Value) -> Result<(), $crate::domain::Sentence> {
                use $crate::domain::field::{FieldType, plain_name};
                $(if name == plain_name(stringify!($field)) {
                    self.$field = <$ty>::from_json(json).map_err(|sentence| sentence.about(Self::ENTITY, name))?;
                    return Ok(());
                })+
                Err($crate::domain::Sentence::new("unknown-field").text("field", name).word("entity", Self::ENTITY.term()))
            }

            fn from_fields(
                head: $crate::domain::table::Head,
                fields: &serde_json::Map<String, serde_json::Value>,
            ) -> Result<Self, $crate::domain::table::Fault> {
                use $crate::domain::field::{FieldType, plain_name};
                use $crate::domain::table::Fault;
                if let Some(field) = fields.keys().find(|key| !Self::FIELDS.iter().any(|field| field.name == *key)) {
                    let sentence = $crate::domain::Sentence::new("unknown-field")
                        .text("field", field).word("entity", Self::ENTITY.term());
                    return Err(Fault { field: field.clone(), sentence });
                }
                $(let $field = {
                    let name = plain_name(stringify!($field));
                    let read = match fields.get(name) {
                        Some(json) => <$ty>::from_json(json),
                        None => $crate::domain::field::missing!($ty $(, $default)?)
                            .ok_or_else(|| $crate::domain::Sentence::new("required-field")),
                    };
                    read.map_err(|sentence| Fault { field: name.to_owned(), sentence: sentence.about(Self::ENTITY, name) })?
                };)+
                Ok(Self { head, $($field),+ })
            }

            fn from_columns(
                head: $crate::domain::table::Head,
                cells: &[$crate::domain::field::Cell<'_>],
            ) -> Result<Self, &'static str> {
                use $crate::domain::field::{FieldType, plain_name};
                let rest = cells;
                $(
                    let name = plain_name(stringify!($field));
                    let (mine, rest) = rest.split_at_checked(<$ty as FieldType>::COLUMNS).ok_or(name)?;
                    let $field = <$ty as FieldType>::from_cells(mine).ok_or(name)?;
                )+
                if rest.is_empty() { Ok(Self { head, $($field),+ }) } else { Err("?") }
            }

            fn columns(&self) -> Vec<$crate::domain::field::Stored> {
                use $crate::domain::field::FieldType;
                let mut out = Vec::with_capacity(Self::FIELDS.len() + 4);
                $(self.$field.cells(&mut out);)+
                out
            }

            fn refs(&self, out: &mut Vec<uuid::Uuid>) {
                use $crate::domain::field::FieldType;
                $(self.$field.refs(out);)+
            }

            fn texts<'a>(
                &'a self,
                each: &mut dyn FnMut($crate::domain::field::Place, &'a str),
            ) {
                use $crate::domain::field::{FieldType, Place};
                let mut fields = Self::FIELDS.iter();
                $(if let Some(field) = fields.next() {
                    self.$field.texts(Place::of(field), each);
                })+
            }

            fn table(book: &$crate::domain::Book) -> &$crate::domain::table::Table<Self> {
                &book.$table
            }

            fn of_record(record: &$crate::domain::book::Record) -> Option<&Self> {
                match record {
                    $crate::domain::book::Record::$name(row) => Some(row),
                    _ => None,
                }
            }

            fn into_record(self) -> $crate::domain::book::Record {
                $crate::domain::book::Record::$name(Box::new(self))
            }
        }
    )+};
}

use entity;
