//! iCalendar: appointments, tasks and yearly days, read and written.

mod days;
mod part;
mod read;
mod repeat;
mod tasks;
mod value;
mod visits;
mod zones;

#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use rustc_hash::FxHashMap;
use uuid::Uuid;

pub use days::{birthday, occasion};
pub use read::{Calendar, Window, read};
pub use tasks::task;
pub use visits::{Reader, guests, span, visit};
pub use zones::zone;

use super::content::Writer;

/// The number and the instant of the last step that touched each row.
pub type Steps = FxHashMap<Uuid, (i64, DateTime<Utc>)>;

/// A whole calendar of components that were written one by one.
pub fn calendar(zones: &[String], components: &[String]) -> String {
    let mut out = Writer::default();
    out.raw("BEGIN:VCALENDAR");
    out.raw("VERSION:2.0");
    out.raw(concat!("PRODID:-//attache//attache ", env!("CARGO_PKG_VERSION"), "//EN"));
    out.raw("CALSCALE:GREGORIAN");
    let mut text = out.finish();
    zones.iter().chain(components).for_each(|part| text.push_str(part));
    text.push_str("END:VCALENDAR\r\n");
    text
}

/// The lines that say how new a component is.
fn stamp(out: &mut Writer, uid: &str, steps: &Steps, row: Uuid) {
    let (step, at) = steps.get(&row).copied().unwrap_or_default();
    out.text("UID", uid);
    out.raw(&format!("DTSTAMP:{}", at.format("%Y%m%dT%H%M%SZ")));
    out.raw(&format!("SEQUENCE:{step}"));
    if uid != row.to_string() {
        out.raw(&format!("X-ATTACHE-STEP:{step}"));
    }
}

fn day(head: &str, day: NaiveDate) -> String {
    format!("{head};VALUE=DATE:{}", day.format("%Y%m%d"))
}
