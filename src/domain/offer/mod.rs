//! Offers as they can be judged before the client does: what they ask of whom, whom they serve and harm, whether the
//! company's real need is kept, and what each side has given.
//!
//! The score is a check of the manager's own thinking; nothing here is meant for the client.

mod amount;
mod board;
mod expiry;
mod floor;
mod ledger;
mod limit;
mod presenting;
mod remarks;
mod score;
mod taken_off;
#[cfg(test)]
mod tests;
mod versions;

pub use amount::{amount, open_offers, standing, terms};
pub use board::{Board, InterestColumn, TermRow};
pub use expiry::expired_on;
pub use floor::{Floor, FloorNeed, best_cover, unanswered, uncovered};
pub use ledger::{Ledger, Side, ledger, may_return};
pub use limit::{Reach, reach};
pub use presenting::{has_met, may_have_been_presented};
pub use remarks::{Remark, Topic, remarks};
pub use score::{Loss, MOST, Score};
pub use taken_off::{AllTakenOff, TakenOff, taken_off};
pub use versions::{PARTS, Replaced, as_it_stood, replaced, version_of};
