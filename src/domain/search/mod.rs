//! Search over everything written in the book, across scripts and keyboard layouts.
//!
//! Every searched row has its skeleton in one long text per entity, newest first; a query scans that text and then
//! looks closely at the few rows it shows. What is searched follows from the lists of fields.

mod check;
mod hit;
mod index;
mod query;
mod scan;
mod searched;
mod segment;
mod snippet;

pub use hit::{Found, Group, Hit, class_of, client_of};
pub use index::SearchIndex;
pub use query::Query;
pub use snippet::Snippet;

#[cfg(test)]
mod tests;
