//! What `client merge` and `person merge` have in common: two records and which of differing facts to keep.

use std::collections::BTreeMap;

use super::super::exit::Failure;
use super::super::session::Session;
use crate::desk::{Desk, Made};
use crate::domain::edit::Take;
use crate::domain::{Edit, Sentence};

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

/// Makes a merge; what is to be chosen is said with the option that chooses.
///
/// # Errors
/// As the merge.
pub fn make(session: &Session, desk: &mut Desk, edit: &Edit) -> Result<Made, Failure> {
    session.make(desk, edit).map_err(|failure| match &failure.field {
        Some(fields) if failure.what.id.starts_with("merge-") => {
            let id = if fields.starts_with("ledger.") { "cli-merge-take-figures" } else { "cli-merge-take" };
            let advice = Sentence::new(id).text("fields", fields);
            Failure { field: None, ..failure }.advising(advice)
        }
        _ => failure,
    })
}

/// Which side each named field takes.
///
/// # Errors
/// Neither `a` nor `b` nor, for figures, `sum`.
pub fn takes(given: &[String]) -> Result<BTreeMap<String, Take>, Failure> {
    let read = |text: &String| {
        let bad = || Failure::usage(Sentence::new("bad-take").text("input", text));
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
