//! The trade: the book's facts, the edits that may be made to them, and the rules.
//!
//! Nothing here knows SQL, files, a terminal, the clock or chance: `today`, `now` and new uids are passed in, and
//! whatever has to be said to a person leaves as a [`sentence::Sentence`], to be put into words by `i18n`.

pub mod adaptation;
pub mod after_visit;
pub mod appointments;
pub mod book;
pub mod column_map;
pub mod contacts;
pub mod date;
pub mod edit;
pub mod entity;
pub mod entry;
pub mod field;
pub mod figures;
pub mod file_completeness;
pub mod filter;
pub mod foreign_table;
pub mod gates;
pub mod handle;
pub mod intake;
pub mod json;
pub mod ledger_figure;
pub mod ledger_file;
pub mod link;
pub mod map;
pub mod mapping;
pub mod money;
pub mod moves;
pub mod naming;
pub mod offer;
pub mod parts;
pub mod plain_name;
pub mod plan;
pub mod playbook;
pub mod push_check;
pub mod record_file;
pub mod refusal;
pub mod report;
pub mod rules;
pub mod search;
pub mod sentence;
pub mod skeleton;
pub mod standard_answers;
pub mod step;
pub mod table;
pub mod table_kind;
pub mod text;
#[cfg(test)]
mod trial;
#[cfg(test)]
mod trials;
pub mod vip_test;
pub mod ways;
pub mod words;

pub use book::{Book, Entity, Record};
pub use edit::{Amend, Edit, Fields, Take};
pub use entity::*;
pub use field::Field;
pub use refusal::{Answers, Refusal, RefusalKind};
pub use sentence::{Arg, Sentence};
pub use table::{Id, Row, Table};
