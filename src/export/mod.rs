//! Everything that goes out of a book and comes into it. No SQL and no terminal.

pub mod after_page;
pub mod brief;
pub mod chart;
pub mod content;
pub mod icalendar;
pub mod incoming;
pub mod map;
pub mod records;
pub mod report;
pub mod sheet;
pub mod shift;
pub mod snapshot;
pub mod table;
pub mod vcard;
pub mod vdir;
pub mod write;
