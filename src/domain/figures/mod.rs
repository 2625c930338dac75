//! Every figure of the book, as a pure function of it and of today: contacts, value, tiers, moods, promises, the day.
//!
//! Nothing here changes a row, reads the clock or holds words for a person. Rows dated after today count for nothing,
//! sums are exact until one rounding at the end, and what is not known is never read as 0.

pub mod agenda;
pub mod cadence;
pub mod calendar;
pub mod client_line;
pub mod contacts;
pub mod course;
pub mod day;
mod diary;
pub mod evidence;
pub mod exact;
#[cfg(test)]
mod exactness_tests;
pub mod family;
pub mod group;
pub mod known;
pub mod ledger;
pub mod ltv;
pub mod measured;
pub mod meeting;
mod memo;
pub mod occasions;
pub mod phases;
pub mod plan;
pub mod problems;
pub mod promises;
pub mod pyramid;
pub mod pyramids;
pub mod rate_list;
pub mod rate_turn;
pub mod rates;
pub mod satisfaction;
pub mod series;
mod served;
pub mod service_budget;
pub mod services;
pub mod signals;
mod steadiness;
#[cfg(test)]
pub(crate) mod testing;
pub mod tier_moves;
pub mod view;
pub mod week;
pub mod which_visit;
pub mod whom_to_tell;

pub use known::{Figure, State};
pub use memo::Memo;
pub use view::View;
