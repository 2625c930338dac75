//! The occurrences of a repeated appointment that lie ahead.

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use rrule::RRuleSet;

/// More than these a year would be no appointments.
const MOST: u16 = 400;

/// The rule, what it leaves out and what it adds, as the file has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) rule: String,
    pub(super) left_out: Vec<DateTime<Utc>>,
    pub(super) added: Vec<DateTime<Utc>>,
}

impl Rule {
    /// The starts from `from` to `until` on the clocks of `zone`; none where the rule makes no sense, or repeats more
    /// often than a day.
    pub(super) fn occurrences(
        &self,
        start: NaiveDateTime,
        zone: Tz,
        (from, until): (DateTime<Utc>, DateTime<Utc>),
    ) -> Option<Vec<DateTime<Tz>>> {
        let rule = self.in_its_form(zone)?;
        let text = format!("DTSTART;TZID={}:{}\nRRULE:{rule}", zone.name(), start.format("%Y%m%dT%H%M%S"));
        let mut set: RRuleSet = text.parse().ok()?;
        let there = |at: &DateTime<Utc>| at.with_timezone(&rrule::Tz::Tz(zone));
        for at in &self.left_out {
            set = set.exdate(there(at));
        }
        for at in &self.added {
            set = set.rdate(there(at));
        }
        let found = set.after(there(&from)).before(there(&until)).all(MOST);
        Some(found.dates.iter().map(|at| at.with_timezone(&zone)).collect())
    }

    /// The end of a rule in UTC, as the parser wants it.
    fn in_its_form(&self, zone: Tz) -> Option<String> {
        let mut parts = Vec::new();
        for part in self.rule.split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            let name = name.trim().to_ascii_uppercase();
            match name.as_str() {
                "FREQ" if !matches!(value.to_ascii_uppercase().as_str(), "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY") => {
                    return None;
                }
                "UNTIL" => parts.push(format!("UNTIL={}", end(value.trim(), zone)?)),
                _ => parts.push(format!("{name}={}", value.trim().to_ascii_uppercase())),
            }
        }
        Some(parts.join(";"))
    }
}

fn end(value: &str, zone: Tz) -> Option<String> {
    if value.ends_with(['Z', 'z']) {
        return Some(value.to_ascii_uppercase());
    }
    let whole = if value.contains(['T', 't']) { value.to_owned() } else { format!("{value}T235959") };
    let wall = NaiveDateTime::parse_from_str(&whole.to_ascii_uppercase(), "%Y%m%dT%H%M%S").ok()?;
    let at = zone.from_local_datetime(&wall).earliest()?.with_timezone(&Utc);
    Some(at.format("%Y%m%dT%H%M%SZ").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_give_their_days_on_the_clocks_of_their_zone() {
        let zone: Tz = "Europe/Berlin".parse().unwrap();
        let utc = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let start = utc("2026-10-20T08:00:00Z").with_timezone(&zone).naive_local();
        let span = (utc("2026-10-19T00:00:00Z"), utc("2027-10-19T00:00:00Z"));
        let count = |rule: &str| {
            let rule = Rule { rule: rule.into(), ..Rule::default() };
            rule.occurrences(start, zone, span).map(|days| days.len())
        };
        assert_eq!(count("FREQ=WEEKLY;COUNT=3"), Some(3));
        assert_eq!(count("FREQ=WEEKLY;UNTIL=20261110"), Some(4));
        assert_eq!(count("FREQ=WEEKLY;UNTIL=20261110T080000"), Some(3));
        assert_eq!(count("FREQ=WEEKLY"), Some(52), "an endless one is cut");
        assert_eq!(count("FREQ=SECONDLY"), None);
        assert_eq!(count("nonsense"), None);
        let weekly =
            Rule { rule: "FREQ=WEEKLY;COUNT=3".into(), left_out: vec![utc("2026-10-27T09:00:00Z")], added: vec![] };
        let days = weekly.occurrences(start, zone, span).unwrap();
        let hours: Vec<String> = days.iter().map(|at| at.format("%m-%d %H:%M").to_string()).collect();
        assert_eq!(hours, ["10-20 10:00", "11-03 10:00"], "the hour stays when clocks change");
    }
}
