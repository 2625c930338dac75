//! What an edit would do: the one place where wishes become changes, or are refused. Reads only.

mod after_visit;
mod client_moves;
mod consequences;
mod defaults;
mod ending;
mod figures;
mod file_rows;
mod fill;
mod generic;
mod handles;
mod import;
mod merge;
mod namesake;
mod namesakes;
mod needs;
mod occasions;
mod offers;
mod planning;
mod problems;
mod promises;
mod put_rows;
mod reporting_currency;
mod roles;
mod tiers;
mod visits;

pub use defaults::of_today;
pub use ending::Ending;
pub use planning::{Context, Planned, Planning};
pub use visits::WHICH_TIME;

use super::book::Book;
use super::edit::Edit;
use super::moves::Move;
use super::refusal::Refusal;
use super::standard_answers;

/// What `edit` would do to `book`. An empty plan changes nothing.
///
/// # Errors
/// The rule that forbids it, or the question to be answered first; nothing has changed then.
pub fn plan(book: &Book, edit: &Edit, cx: &mut Context<'_>) -> Result<Planned, Refusal> {
    if let Edit::Import { title, rows } = edit {
        return import::plan(book, title, rows, cx);
    }
    if let Edit::Figures(wish) = edit {
        return figures::plan(book, wish, cx);
    }
    if let Edit::Rows(wish) = edit {
        return file_rows::plan(book, wish, cx);
    }
    let mut planning = Planning::new(book, cx);
    put(&mut planning, edit)?;
    planning.finish()
}

/// Puts the rows of one edit into the plan.
pub(super) fn put(planning: &mut Planning<'_>, edit: &Edit) -> Result<(), Refusal> {
    match edit {
        Edit::Add { entity, fields } => generic::add(planning, *entity, fields).map(drop),
        Edit::Amend(amend) => generic::amend(planning, amend),
        Edit::Remove { entity, uuid, fields, reason } => {
            generic::remove(planning, *entity, *uuid, fields, reason.as_deref())
        }
        Edit::SetRole(role) => roles::set(planning, role),
        Edit::EndRole { person, client, kind, proposal, on, reason } => roles::end(
            planning,
            roles::Held { person: *person, client: *client, kind: *kind, proposal: *proposal },
            *on,
            *reason,
        ),
        Edit::SetStance(stance) => roles::set_stance(planning, stance),
        Edit::MergeClients { keep, gone, take } => merge::clients(planning, *keep, *gone, take),
        Edit::MergePeople { keep, gone, take } => merge::people(planning, *keep, *gone, take),
        Edit::Move(wish) => make(planning, wish),
        Edit::RecordVisit { visit, page } => after_visit::record(planning, *visit, page),
        Edit::LogVisit { client, kind, start, fold, page } => {
            after_visit::log(planning, *client, *kind, (*start, *fold), page)
        }
        Edit::Together { title, client, edits } => {
            for edit in edits {
                put(planning, edit)?;
            }
            planning.title(title.clone(), client.map(|id| id.uuid));
            Ok(())
        }
        Edit::WithAnswers { edit, inserted } => {
            put(planning, edit)?;
            standard_answers::count(planning, inserted)
        }
        // Rows of a file are planned against a copy of the book, never beside other edits.
        Edit::Import { .. } | Edit::Figures(_) | Edit::Rows(_) => Ok(()),
        Edit::Restore { title, client, changes, out_of_turn, force } => {
            planning.set_force(*force);
            for change in changes {
                planning.restore(change.clone(), *out_of_turn);
            }
            planning.title(title.clone(), *client);
            Ok(())
        }
    }
}

/// Makes one move of the working day.
fn make(planning: &mut Planning<'_>, wish: &Move) -> Result<(), Refusal> {
    match wish {
        Move::Plan(wish) => visits::plan(planning, wish),
        Move::Visit(id, wish) => visits::make(planning, *id, wish),
        Move::Evidence(wish) => needs::add_evidence(planning, wish),
        Move::Client(id, wish) => client_moves::make(planning, *id, wish),
        Move::Need(id) => needs::forward(planning, *id),
        Move::Promise(id, wish) => promises::make(planning, *id, wish),
        Move::Problem(id, wish) => problems::make(planning, *id, wish),
        Move::Offer(id, wish) => offers::make(planning, *id, wish),
    }
}
