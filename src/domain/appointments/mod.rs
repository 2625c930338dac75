//! Appointments, tasks and yearly days of another program's calendar: what each says, whose it is, and which rows it
//! makes or changes. Knows neither files nor formats.

mod days;
mod intake;
mod item;
mod promises;
mod visits;
mod whose;

pub use days::BIRTHDAY;
pub use intake::{Known, Taken, Texts, take};
pub use item::{Item, Kind, Seen, Who};
pub use visits::ALL_DAY;
