//! attache: the personal manager's own book of VIP clients, in a terminal.
//!
//! ARCHITECTURE.md tells what each layer may use and how one key press travels through them.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod cli;
pub mod desk;
pub mod domain;
pub mod export;
pub mod i18n;
pub mod machine;
pub mod store;
pub mod tui;
