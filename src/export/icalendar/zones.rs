//! Time zones: the names other programs have for them, and their rules written out.

use calcard::common::timezone::Tz as AnyTz;
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType};
use calcard::{Entry, Parser};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// The zone of a name: of the world's list, or as Windows calls it.
pub(super) fn named(name: &str) -> Option<Tz> {
    match name.trim().trim_start_matches('/').parse::<AnyTz>().ok()? {
        AnyTz::Tz(zone) => Some(zone),
        _ => None,
    }
}

/// The zone that a component of a file describes, and the name it has there.
pub(super) fn described(component: &str) -> Option<(String, Tz)> {
    let text = format!("BEGIN:VCALENDAR\r\n{component}END:VCALENDAR\r\n");
    let Entry::ICalendar(calendar) = Parser::new(&text).entry() else { return None };
    let (name, zone) = calendar.timezones().find_map(ICalendarComponent::timezone)?;
    match zone {
        AnyTz::Tz(zone) => Some((name.to_owned(), zone)),
        _ => None,
    }
}

/// The rules of a zone for a stretch of time, as a component.
pub fn zone(zone: Tz, from: DateTime<Utc>, until: DateTime<Utc>) -> Option<String> {
    let root =
        ICalendarComponent { component_type: ICalendarComponentType::VCalendar, ..ICalendarComponent::default() };
    let mut calendar = ICalendar { components: vec![root] };
    calendar.add_timezone(zone.name(), from.timestamp(), until.timestamp())?;
    let text = calendar.to_string();
    let (begin, end) = (text.find("BEGIN:VTIMEZONE")?, text.rfind("END:VTIMEZONE")?);
    Some(format!("{}END:VTIMEZONE\r\n", text.get(begin..end)?))
}
