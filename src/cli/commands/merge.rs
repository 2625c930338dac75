//! What `client merge` and `person merge` have in common: two records and which of differing facts to keep.

use std::collections::BTreeMap;

use super::super::exit::Failure;
use crate::domain::Sentence;
use crate::domain::edit::Take;

#[derive(Debug, clap::Args)]
pub struct MergeArgs {
    /// The one that stays
    pub a: String,
    /// The one that goes into it
    pub b: String,
    /// Whose value of a field that differs
    #[arg(long, value_name = "FIELD=a|b")]
    pub take: Vec<String>,
}

/// Which side each named field takes.
///
/// # Errors
/// Neither `a` nor `b` nor, for figures, `sum`.
pub fn takes(given: &[String]) -> Result<BTreeMap<String, Take>, Failure> {
    let read = |text: &String| {
        let bad = || Failure::usage(Sentence::new("bad-assignment").text("input", text));
        let (field, side) = text.split_once('=').ok_or_else(bad)?;
        let side = match side {
            "a" => Take::A,
            "b" => Take::B,
            "sum" => Take::Sum,
            _ => return Err(bad()),
        };
        Ok((field.to_owned(), side))
    };
    given.iter().map(read).collect()
}
