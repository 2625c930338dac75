//! vCard: 2.1, 3.0 and 4.0 read, 3.0 and 4.0 written.

mod full;
mod names;
mod old;
mod read;
mod shared;
mod value;

#[cfg(test)]
mod tests;

use uuid::Uuid;

pub use full::{firm, person};
pub use read::{Cards, read};
pub use shared::shared;

/// The version that is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Version {
    Three,
    #[default]
    Four,
}

/// What of a person goes into a full card.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Choice {
    pub version: Version,
    /// Private numbers, birthdays, notes and whatever else is personal.
    pub personal: bool,
    /// Roles, stances and levels.
    pub map: bool,
}

/// A uid as a card has it.
pub fn uid(uuid: Uuid) -> String {
    format!("urn:uuid:{uuid}")
}
