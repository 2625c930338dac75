//! Offers as they can be judged before the client does: what they ask of whom and whom they serve.

mod amount;

pub use amount::{amount, open_offers, terms};
