//! The rules tried in tables, entity by entity: what passes, and with which sentence the rest is refused.

mod after_visit;
mod client;
mod concession;
mod corrected;
mod group;
mod ledger;
mod need;
mod offer;
mod offer_days;
mod offer_stands;
mod page_rows;
mod problem;
mod promise;
mod rows;
mod visit;
mod wall_time;
