//! One component's lines on their way to an item: its times brought to one form, its alarms, its rule.

use chrono::{DateTime, Datelike, NaiveTime, Utc};
use chrono_tz::Tz;
use rustc_hash::FxHashMap;

use super::read::Open;
use super::repeat::Rule;
use super::value::{Moment, Value};
use super::zones;
use crate::domain::appointments::{ALL_DAY, Item, Kind, Who};
use crate::domain::date::PartialDate;
use crate::export::content::Property;

/// The hour at which a day without hours begins, and how long it is.
const MORNING: u32 = 9;
const WHOLE_DAY: i64 = 480;
/// The year of a yearly day that has none.
const NO_YEAR: i32 = 1972;

pub(super) fn utc(at: &DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// One component on its way to an item.
pub(super) struct Part<'r> {
    item: Item,
    component: &'static str,
    home: Tz,
    zones: &'r FxHashMap<String, Tz>,
    start: Option<Moment>,
    end: Option<Moment>,
    zone: Option<Tz>,
    length: Option<i64>,
    rule: Option<String>,
    left_out: Vec<DateTime<Utc>>,
    added: Vec<DateTime<Utc>>,
    no_year: bool,
    pub(super) unknown_zones: Vec<String>,
}

impl<'r> Part<'r> {
    pub(super) fn new(open: &Open, home: Tz, zones: &'r FxHashMap<String, Tz>) -> Self {
        Self {
            item: Item { line: open.line, kind: open.kind, ..Item::default() },
            component: open.component(),
            home,
            zones,
            start: None,
            end: None,
            zone: None,
            length: None,
            rule: None,
            left_out: Vec::new(),
            added: Vec::new(),
            no_year: false,
            unknown_zones: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, property: &Property) {
        let Some(value) = Value::read(&property.raw, self.component) else {
            self.item.extra.push(property.raw.clone());
            return;
        };
        let plain = property.value().trim();
        let on = value.moment().map(|at| self.day(at, None));
        let item = &mut self.item;
        match property.name.as_str() {
            "UID" => item.uid = value.text().unwrap_or_default(),
            "SEQUENCE" => item.seen.sequence = value.number().or_else(|| plain.parse().ok()).unwrap_or_default(),
            "DTSTAMP" | "LAST-MODIFIED" => {
                if let Some(Moment::Utc(at)) = value.moment() {
                    item.seen.stamp = item.seen.stamp.max(Some(at));
                }
            }
            "CREATED" => item.made_on = on,
            "DTSTART" => {
                self.zone = self.zone_of(&value);
                self.start = value.moment();
            }
            "DTEND" => self.end = value.moment(),
            "DURATION" => self.length = value.minutes(),
            "SUMMARY" => item.summary = value.text(),
            "DESCRIPTION" => {
                item.description = value.text();
                item.extra.push(property.raw.clone());
            }
            "LOCATION" => item.place = value.text(),
            "STATUS" => match plain.to_ascii_uppercase().as_str() {
                "CANCELLED" if item.kind == Kind::Appointment => item.cancelled = true,
                state if item.kind == Kind::Task => item.state = Some(state.to_owned()),
                _ => {}
            },
            "X-ATTACHE-STATUS" => item.state = Some(plain.to_owned()),
            "X-ATTACHE-STEP" => item.our_step = plain.parse().ok(),
            "X-ATTACHE-WHO" => item.theirs = plain.eq_ignore_ascii_case("they"),
            "X-ATTACHE-DEPARTMENT" => item.department = value.text(),
            "X-ATTACHE-OCCASION" => item.occasion = Some(plain.to_lowercase()),
            "X-ATTACHE-NO-YEAR" => self.no_year = true,
            "ATTENDEE" => item.attendees.push(Who { mail: value.mail(), name: value.name() }),
            "DUE" => item.due = on,
            "COMPLETED" => item.done_on = on,
            "RECURRENCE-ID" => {
                let zone = self.zone_of(&value);
                self.item.occurrence = value.moment().map(|at| utc(&self.instant(at, zone)));
            }
            "RRULE" => self.rule = Some(plain.to_owned()),
            "EXDATE" | "RDATE" => {
                let zone = self.zone_of(&value);
                let all: Vec<DateTime<Utc>> = value.moments().iter().map(|at| self.instant(*at, zone)).collect();
                if property.name == "EXDATE" { self.left_out.extend(all) } else { self.added.extend(all) }
            }
            // Said anew on writing.
            "ORGANIZER" | "TRANSP" => {}
            _ => item.extra.push(property.raw.clone()),
        }
    }

    fn zone_of(&mut self, value: &Value) -> Option<Tz> {
        let name = value.zone()?;
        let found = self.zones.get(name).copied().or_else(|| zones::named(name));
        if found.is_none() && !self.unknown_zones.iter().any(|known| known == name) {
            self.unknown_zones.push(name.to_owned());
        }
        found
    }

    fn wall(&self, at: Moment, zone: Option<Tz>) -> chrono::NaiveDateTime {
        match at {
            Moment::Day(day) => day.and_time(NaiveTime::from_hms_opt(MORNING, 0, 0).unwrap_or_default()),
            Moment::Wall(time) => time,
            Moment::Utc(at) => at.with_timezone(&zone.unwrap_or(self.home)).naive_local(),
        }
    }

    fn day(&self, at: Moment, zone: Option<Tz>) -> chrono::NaiveDate {
        self.wall(at, zone).date()
    }

    /// An instant; of a day without hours the one at which we let it begin.
    fn instant(&self, at: Moment, zone: Option<Tz>) -> DateTime<Utc> {
        let zone = zone.or(self.zone).unwrap_or(self.home);
        let wall = self.wall(at, Some(zone));
        let found = wall.and_local_timezone(zone).earliest();
        found.map_or_else(|| wall.and_utc(), |at| at.with_timezone(&Utc))
    }

    pub(super) fn alarms(&mut self, alarms: &[Vec<Property>], left_out: &mut usize) {
        for alarm in alarms {
            let line = |name: &str| alarm.iter().find(|property| property.name == name);
            let shows = line("ACTION").is_none_or(|action| action.value().trim().eq_ignore_ascii_case("DISPLAY"));
            let trigger = line("TRIGGER").and_then(|line| Value::read(&line.raw, "VALARM"));
            match trigger.as_ref().and_then(Value::minutes).filter(|minutes| shows && *minutes <= 0) {
                Some(minutes) if self.item.alarm.is_none() => self.item.alarm = Some(-minutes),
                _ => *left_out += 1,
            }
        }
    }

    pub(super) fn finish(mut self) -> (Item, Option<Rule>) {
        let start = self.start;
        self.item.all_day = matches!(start, Some(Moment::Day(_)));
        let yearly = self.rule.as_ref().is_some_and(|rule| {
            rule.to_ascii_uppercase().contains("FREQ=YEARLY") && !rule.to_ascii_uppercase().contains("COUNT=")
        });
        if let Some(Moment::Day(day)) = start.filter(|_| yearly && self.item.kind == Kind::Appointment) {
            self.item.kind = Kind::Yearly;
            let bare = self.no_year || day.year() == 1604;
            self.item.day = Some(if bare || day.year() == NO_YEAR && self.no_year {
                PartialDate::MonthDay(day.month(), day.day())
            } else {
                PartialDate::Day(day)
            });
            self.item.birthday = self.is_birthday();
            return (self.item, None);
        }
        if self.item.kind == Kind::Appointment {
            self.item.start = start.map(|at| self.wall(at, self.zone));
            self.item.zone = self.zone;
            let whole = (self.item.all_day).then_some(WHOLE_DAY);
            let until = self
                .end
                .zip(start)
                .map(|(end, start)| (self.instant(end, self.zone) - self.instant(start, self.zone)).num_minutes());
            self.item.minutes = whole.or(until).or(self.length).filter(|minutes| *minutes > 0);
            if self.item.all_day && !self.item.extra.iter().any(|line| line == ALL_DAY) {
                self.item.extra.push(ALL_DAY.to_owned());
            }
        }
        let rule = self.rule.map(|rule| Rule { rule, left_out: self.left_out, added: self.added });
        (self.item, rule)
    }

    fn is_birthday(&self) -> bool {
        let said = self.item.occasion.as_deref() == Some("birthday");
        let title = self.item.summary.as_deref().unwrap_or_default().to_lowercase();
        let marked = self.item.extra.iter().any(|line| {
            let line = line.to_ascii_uppercase();
            line.starts_with("CATEGORIES") && line.contains("BIRTHDAY")
        });
        said || marked || BIRTHDAYS.iter().any(|word| title.contains(word))
    }
}

/// How a birthday is called in the titles of calendars.
const BIRTHDAYS: [&str; 5] = ["birthday", "день рождения", "рожден ден", "生日", "geburtstag"];
