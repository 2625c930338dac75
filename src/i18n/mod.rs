//! Words of four languages: sentences and terms, dates, numbers, money, names and their order.
//!
//! All texts are Fluent messages compiled into the program; what a language's calendar and numbers look like stands in
//! small tables here. Nothing in this layer knows the book's rules, a file, a terminal or the clock.

mod calendar;
pub mod cells;
mod dates;
mod decision_map;
mod labels;
mod messages;
mod money;
mod names;
mod need;
mod numbers;
mod offer;
mod order;
mod report;
mod series;
pub mod shown;
mod spacing;
mod words;

pub use crate::domain::plain_name::plain_name;
pub use crate::domain::words::Language as Lang;
pub use labels::labels;
pub use messages::AREAS;
pub use order::{Collation, SortName};
pub use words::{Words, capitalised};
