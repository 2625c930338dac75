//! What one line of a component holds, read by the parser of iCalendar.

use calcard::common::PartialDateTime;
use calcard::icalendar::{ICalendarEntry, ICalendarParameterName, ICalendarValue};
use calcard::{Entry, Parser};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use crate::export::content::unquoted;

/// A line, parsed inside a component of its kind.
pub(super) struct Value(ICalendarEntry);

/// A moment as a calendar says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    Day(NaiveDate),
    /// On the clocks of the zone named beside it, or of wherever one is.
    Wall(NaiveDateTime),
    Utc(DateTime<Utc>),
}

impl Value {
    pub(super) fn read(line: &str, component: &str) -> Option<Self> {
        let text = format!("BEGIN:VCALENDAR\r\nBEGIN:{component}\r\n{line}\r\nEND:{component}\r\nEND:VCALENDAR\r\n");
        let Entry::ICalendar(calendar) = Parser::new(&text).entry() else { return None };
        let component = calendar.components.into_iter().nth(1)?;
        component.entries.into_iter().next().map(Self)
    }

    pub(super) fn text(&self) -> Option<String> {
        let text = self.0.values.iter().filter_map(ICalendarValue::as_text).collect::<Vec<_>>().join(",");
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    pub(super) fn number(&self) -> Option<i64> {
        self.0.values.first()?.as_integer()
    }

    pub(super) fn zone(&self) -> Option<&str> {
        self.0.tz_id()
    }

    pub(super) fn name(&self) -> Option<String> {
        let name = self.0.parameters(&ICalendarParameterName::Cn).find_map(|value| value.as_text());
        name.map(|name| unquoted(name.trim())).filter(|name| !name.is_empty())
    }

    /// The mail address of somebody invited.
    pub(super) fn mail(&self) -> Option<String> {
        let text = self.0.calendar_address().map(str::to_owned).or_else(|| self.text())?;
        text.contains('@').then_some(text)
    }

    pub(super) fn moments(&self) -> Vec<Moment> {
        self.0.values.iter().filter_map(|value| moment(value.as_partial_date_time()?)).collect()
    }

    pub(super) fn moment(&self) -> Option<Moment> {
        self.moments().first().copied()
    }

    /// A length of time in minutes.
    pub(super) fn minutes(&self) -> Option<i64> {
        match self.0.values.first()? {
            ICalendarValue::Duration(length) => Some(length.as_seconds() / 60),
            _ => None,
        }
    }
}

fn moment(at: &PartialDateTime) -> Option<Moment> {
    let day = NaiveDate::from_ymd_opt(i32::from(at.year?), u32::from(at.month?), u32::from(at.day?))?;
    let Some(hour) = at.hour else { return Some(Moment::Day(day)) };
    let minute = u32::from(at.minute.unwrap_or_default());
    let time = day.and_hms_opt(u32::from(hour), minute, u32::from(at.second.unwrap_or_default()).min(59))?;
    Some(if at.tz_hour.is_some() { Moment::Utc(time.and_utc()) } else { Moment::Wall(time) })
}
