//! Birthdays and other days that come back every year.

use super::visits::kept_lines;
use super::{Steps, day, stamp};
use crate::domain::appointments::BIRTHDAY;
use crate::domain::date::PartialDate;
use crate::domain::{Occasion, Person};
use crate::export::content::Writer;
use crate::i18n::Words;

/// A leap year, for a day without one.
const NO_YEAR: i32 = 1972;

/// A person's birthday; none where the day or the month is not known.
pub fn birthday(person: &Person, name: &str, steps: &Steps, words: &Words) -> Option<String> {
    let uid = format!("{}{BIRTHDAY}", person.head.uid);
    let title = words.say_with("calendar-birthday", &[("name", crate::domain::Arg::text(name))]);
    let mut out = Writer::default();
    out.raw("BEGIN:VEVENT");
    stamp(&mut out, &uid, steps, person.head.uid);
    out.text("SUMMARY", &title);
    dates(&mut out, person.birthday?)?;
    out.raw("X-ATTACHE-OCCASION:birthday");
    out.raw("END:VEVENT");
    Some(out.finish())
}

/// A day to remember; `whose` is the person or the client.
pub fn occasion(row: &Occasion, whose: &str, other: Option<&str>, steps: &Steps, words: &Words) -> Option<String> {
    let mut out = Writer::default();
    out.raw("BEGIN:VEVENT");
    let own = row.head.uid.to_string();
    stamp(&mut out, other.unwrap_or(&own), steps, row.head.uid);
    out.text("SUMMARY", &format!("{whose}: {}", words.term(&row.kind.term())));
    dates(&mut out, row.date)?;
    out.raw(&format!("X-ATTACHE-OCCASION:{}", row.kind.word()));
    kept_lines(row.extra.as_ref()).iter().for_each(|line| out.raw(line));
    out.raw("END:VEVENT");
    Some(out.finish())
}

/// The first day and the rule. The last day of February comes on the twenty-eighth of common years.
fn dates(out: &mut Writer, date: PartialDate) -> Option<()> {
    let (month, on) = date.month_day()?;
    let first = chrono::NaiveDate::from_ymd_opt(date.year().unwrap_or(NO_YEAR), month, on)?;
    out.raw(&day("DTSTART", first));
    out.raw(if (month, on) == (2, 29) { "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" } else { "RRULE:FREQ=YEARLY" });
    out.raw("TRANSP:TRANSPARENT");
    if date.year().is_none() {
        out.raw("X-ATTACHE-NO-YEAR:1");
    }
    Some(())
}
