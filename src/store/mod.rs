//! The book's file: one SQLite database. All SQL of the program is here, and no rule of the domain.
//!
//! What the desk asks for is a handful of calls: make, open, load, append a step, steps since, drafts. Nothing else
//! knows that it is SQLite.

mod check;
mod columns;
mod drafts;
mod error;
mod file;
mod journal;
mod lines;
mod migrate;
mod rows;
mod seal;
mod sum;

pub use check::Unlike;
pub use drafts::Draft;
pub use error::StoreError;
pub use file::{Passphrase, Store};
pub use journal::{Former, Mark, StepFilter};
