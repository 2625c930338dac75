//! Contacts of other programs: what a card says, whom of the book it means, and which rows it makes or changes. Knows
//! neither files nor formats.

mod card;
mod firm;
mod intake;
mod known;
mod merge;
mod placed;
mod related;

pub use card::{Card, CardKind, MapLine, Reach, Related};
pub use intake::{Intake, Question, Taken, take};
pub use known::touched;
pub(super) use placed::object;
