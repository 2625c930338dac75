//! Whether a book could be true, read off its snapshot alone: none of the rules under test has a part in the answer.
#![allow(dead_code, reason = "each test file uses its own part")]

mod facts;
pub mod gates;
mod made;
pub mod offers;
mod rows;

pub use rows::Rows;

/// What holds in any book, also in one that came from a file.
pub fn untrue_facts(picture: &str) -> Vec<String> {
    facts::untrue(&Rows::read(picture))
}

/// What holds in a book that was true and has been changed by edits alone: gates and days besides.
pub fn untrue(picture: &str) -> Vec<String> {
    let rows = Rows::read(picture);
    [facts::untrue(&rows), made::untrue(&rows)].concat()
}
