//! Every figure of the book, as a pure function of it and of today: contacts, value, tiers, moods, promises, the day.
//!
//! Nothing here changes a row, reads the clock or holds words for a person. Rows dated after today count for nothing,
//! sums are exact until one rounding at the end, and what is not known is never read as 0.

pub mod calendar;
pub mod exact;
pub mod known;
