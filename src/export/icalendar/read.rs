//! Appointments, tasks and yearly days out of a calendar. Components are told apart by their marks; one inside another
//! that is no alarm is skipped, however deep it goes.

use std::io::BufRead;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rustc_hash::{FxHashMap, FxHashSet};

use super::part::{Part, utc};
use super::repeat::Rule;
use super::zones;
use crate::domain::Sentence;
use crate::domain::appointments::{Item, Kind};
use crate::domain::intake::Rejected;
use crate::export::content::{Lines, Property, Unreadable};
use crate::export::table::Encoding;

/// More lines than this are no component.
const MOST_LINES: usize = 5_000;

/// The zone of the book, and the stretch of time in which repeated appointments are taken.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    pub zone: Tz,
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

/// What a calendar held.
#[derive(Debug, Default)]
pub struct Calendar {
    pub items: Vec<Item>,
    pub rejected: Vec<Rejected>,
    pub notices: Vec<Rejected>,
    /// Journals, free and busy times and alarms that do not show anything.
    pub left_out: usize,
    /// Records that the file holds.
    pub found: usize,
}

/// Reads every record of a calendar.
///
/// # Errors
/// The file cannot be read or is not in the encoding said.
pub fn read(from: impl BufRead, encoding: Option<Encoding>, window: &Window) -> Result<Calendar, Unreadable> {
    let mut lines = Lines::new(from, encoding);
    let mut reader = Reader::new(window);
    while let Some(line) = lines.next_line()? {
        let number = line.number;
        let Some(property) = Property::read(line) else { continue };
        match property.name.as_str() {
            "BEGIN" => reader.begin(&property.value().trim().to_ascii_uppercase(), number),
            "END" => reader.end(&property.value().trim().to_ascii_uppercase()),
            _ => reader.take(property),
        }
    }
    Ok(reader.finish())
}

/// A component whose end has not come yet.
pub(super) struct Open {
    pub(super) kind: Kind,
    pub(super) line: usize,
    properties: Vec<Property>,
    alarms: Vec<Vec<Property>>,
    wrong: Option<&'static str>,
}

impl Open {
    /// The name that ends it.
    pub(super) fn component(&self) -> &'static str {
        if self.kind == Kind::Task { "VTODO" } else { "VEVENT" }
    }
}

struct Reader<'w> {
    window: &'w Window,
    found: Calendar,
    open: Option<Open>,
    /// Inside the open component: 1 in an alarm, more below what is skipped.
    depth: usize,
    in_alarm: bool,
    /// The lines of a zone's rules, and how deep they go.
    zone: Option<(String, usize)>,
    zones: FxHashMap<String, Tz>,
    /// Repeated ones, until their exceptions are known.
    repeated: Vec<(Item, Rule)>,
    exceptions: Vec<Item>,
}

impl<'w> Reader<'w> {
    fn new(window: &'w Window) -> Self {
        Self {
            window,
            found: Calendar::default(),
            open: None,
            depth: 0,
            in_alarm: false,
            zone: None,
            zones: FxHashMap::default(),
            repeated: Vec::new(),
            exceptions: Vec::new(),
        }
    }

    fn begin(&mut self, name: &str, line: usize) {
        if let Some((text, depth)) = &mut self.zone {
            *depth += 1;
            push(text, "BEGIN:", name);
            return;
        }
        if let Some(open) = &mut self.open {
            let record = matches!(name, "VEVENT" | "VTODO");
            if record || name == "VCALENDAR" {
                let line = open.line;
                self.not_closed(line);
                self.open = None;
                self.depth = 0;
            } else {
                self.depth += 1;
                self.in_alarm = self.depth == 1 && name == "VALARM";
                if self.in_alarm {
                    open.alarms.push(Vec::new());
                }
                return;
            }
        }
        let kind = match name {
            "VEVENT" => Kind::Appointment,
            "VTODO" => Kind::Task,
            "VTIMEZONE" => {
                self.zone = Some(("BEGIN:VTIMEZONE\r\n".to_owned(), 1));
                return;
            }
            "VJOURNAL" | "VFREEBUSY" => {
                self.found.left_out += 1;
                return;
            }
            _ => return,
        };
        self.open = Some(Open { kind, line, properties: Vec::new(), alarms: Vec::new(), wrong: None });
    }

    fn end(&mut self, name: &str) {
        if let Some((text, depth)) = &mut self.zone {
            *depth -= 1;
            push(text, "END:", name);
            if *depth == 0 {
                let (text, _) = self.zone.take().unwrap_or_default();
                self.zones.extend(zones::described(&text));
            }
            return;
        }
        if self.depth > 0 {
            self.depth -= 1;
            self.in_alarm = false;
        } else if let Some(open) = self.open.take() {
            if name == open.component() { self.close(open) } else { self.not_closed(open.line) }
        }
    }

    fn take(&mut self, property: Property) {
        if let Some((text, _)) = &mut self.zone {
            push(text, "", &property.raw);
            return;
        }
        let Some(open) = &mut self.open else { return };
        if property.cut || open.properties.len() >= MOST_LINES {
            open.wrong.get_or_insert("line-too-long");
            return;
        }
        match self.depth {
            0 => open.properties.push(property),
            1 if self.in_alarm => open.alarms.last_mut().into_iter().for_each(|alarm| alarm.push(property.clone())),
            _ => {}
        }
    }

    fn not_closed(&mut self, line: usize) {
        self.found.found += 1;
        self.found.rejected.push(Rejected { line, why: Sentence::new("calendar-not-closed") });
    }

    fn close(&mut self, open: Open) {
        self.found.found += 1;
        let line = open.line;
        let refuse = |id: &str| Rejected { line, why: Sentence::new(id).text("line", line.to_string()) };
        if let Some(id) = open.wrong {
            self.found.rejected.push(refuse(id));
            return;
        }
        let mut part = Part::new(&open, self.window.zone, &self.zones);
        open.properties.iter().for_each(|property| part.take(property));
        part.alarms(&open.alarms, &mut self.found.left_out);
        for zone in &part.unknown_zones {
            let why = Sentence::new("calendar-unknown-zone").text("zone", zone);
            self.found.notices.push(Rejected { line, why });
        }
        let (item, rule) = part.finish();
        match rule {
            _ if item.uid.is_empty() => self.found.rejected.push(refuse("calendar-no-uid")),
            Some(rule) if item.kind == Kind::Appointment => self.repeated.push((item, rule)),
            _ if item.occurrence.is_some() => self.exceptions.push(item),
            _ => self.found.items.push(item),
        }
    }

    fn finish(mut self) -> Calendar {
        if let Some(open) = self.open.take() {
            self.not_closed(open.line);
        }
        let exceptions: FxHashSet<(&str, &str)> =
            self.exceptions.iter().filter_map(|item| Some((item.uid.as_str(), item.occurrence.as_deref()?))).collect();
        let mut expanded = Vec::new();
        for (item, rule) in &self.repeated {
            let zone = item.zone.unwrap_or(self.window.zone);
            let days =
                item.start.and_then(|start| rule.occurrences(start, zone, (self.window.from, self.window.until)));
            let Some(days) = days else {
                let why = Sentence::new("calendar-no-rule").text("rule", &rule.rule);
                self.found.rejected.push(Rejected { line: item.line, why });
                continue;
            };
            for day in days {
                let occurrence = utc(&day.with_timezone(&Utc));
                if !exceptions.contains(&(item.uid.as_str(), occurrence.as_str())) {
                    let start = Some(day.naive_local());
                    expanded.push(Item { start, occurrence: Some(occurrence), repeated: true, ..item.clone() });
                }
            }
        }
        self.found.items.extend(expanded);
        self.found.items.extend(self.exceptions.into_iter().map(|item| Item { repeated: true, ..item }));
        self.found.items.sort_by_key(|item| item.line);
        self.found
    }
}

/// The rules of a zone are kept up to this many octets; what is longer is none.
const LONGEST_ZONE: usize = 1 << 16;

fn push(text: &mut String, mark: &str, line: &str) {
    if text.len() < LONGEST_ZONE {
        text.extend([mark, line, "\r\n"]);
    }
}
