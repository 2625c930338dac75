//! Cards out of a file, one after another: each whole or refused with its line. A card inside another one (the agent
//! of old phones) is skipped; pictures and keys are dropped and counted.

use std::io::BufRead;

use super::names;
use super::old;
use super::value::{Value, filled};
use crate::domain::Sentence;
use crate::domain::contacts::{Card, CardKind, MapLine, Reach, Related};
use crate::domain::intake::Rejected;
use crate::domain::parts::Messenger;
use crate::domain::words::Sex;
use crate::export::content::{Line, Lines, Property, Unreadable};
use crate::export::table::Encoding;

/// More lines than this are no card.
const MOST_LINES: usize = 5_000;
/// Nor are more octets, beside what is dropped.
const MOST_OCTETS: usize = 4 << 20;

/// What a file held.
#[derive(Debug, Default)]
pub struct Cards {
    pub cards: Vec<Card>,
    pub rejected: Vec<Rejected>,
    /// Pictures, sounds and keys that were left out.
    pub dropped: usize,
}

/// Reads every card of a file.
///
/// # Errors
/// The file cannot be read or is not in the encoding said.
pub fn read(from: impl BufRead, encoding: Option<Encoding>) -> Result<Cards, Unreadable> {
    let mut lines = Lines::new(from, encoding);
    let mut found = Cards::default();
    let mut open: Option<Open> = None;
    let mut skipping = 0_usize;
    while let Some(line) = lines.next_line()? {
        match mark(&line.text) {
            Mark::Begin if skipping > 0 => skipping += 1,
            Mark::End if skipping > 0 => skipping -= 1,
            Mark::Begin if open.as_ref().is_some_and(Open::awaits_agent) => skipping = 1,
            Mark::Begin => {
                let before = open.replace(Open::at(line.number));
                found.rejected.extend(before.map(|card| card.refused("card-not-closed")));
            }
            Mark::End => {
                if let Some(card) = open.take() {
                    card.close(&mut found);
                }
            }
            Mark::Other if skipping == 0 && !line.text.trim().is_empty() => {
                if let Some(card) = &mut open {
                    card.take(line);
                }
            }
            Mark::Other => {}
        }
    }
    found.rejected.extend(open.map(|card| card.refused("card-not-closed")));
    Ok(found)
}

enum Mark {
    Begin,
    End,
    Other,
}

fn mark(line: &str) -> Mark {
    let is = |word: &str| line.trim_end().eq_ignore_ascii_case(word);
    match line.as_bytes().first() {
        Some(b'B' | b'b') if is("BEGIN:VCARD") => Mark::Begin,
        Some(b'E' | b'e') if is("END:VCARD") => Mark::End,
        _ => Mark::Other,
    }
}

/// A card whose end has not come yet.
struct Open {
    line: usize,
    properties: Vec<Property>,
    octets: usize,
    dropped: usize,
    version: Version,
    /// The first thing that is wrong with it.
    wrong: Option<(usize, &'static str)>,
    /// The last line was one that is dropped: what follows it badly folded goes with it.
    after_dropped: bool,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Version {
    Old,
    #[default]
    Three,
    Four,
}

impl Open {
    fn at(line: usize) -> Self {
        let version = Version::default();
        Self { line, properties: Vec::new(), octets: 0, dropped: 0, version, wrong: None, after_dropped: false }
    }

    fn awaits_agent(&self) -> bool {
        self.properties.last().is_some_and(|last| last.name == "AGENT" && last.value().trim().is_empty())
    }

    fn take(&mut self, line: Line) {
        if self.wrong.is_some() {
            return;
        }
        let number = line.number;
        let Some(property) = Property::read(line) else {
            if !self.after_dropped {
                self.wrong = Some((number, "card-no-property"));
            }
            return;
        };
        self.after_dropped = matches!(property.name.as_str(), "PHOTO" | "SOUND" | "KEY" | "LOGO");
        if self.after_dropped {
            self.dropped += 1;
            return;
        }
        if property.name == "VERSION" {
            self.version = match property.value().trim() {
                "2.1" => Version::Old,
                "4.0" => Version::Four,
                _ => Version::Three,
            };
            return;
        }
        self.octets += property.raw.len();
        if property.cut || self.octets > MOST_OCTETS || self.properties.len() >= MOST_LINES {
            self.wrong = Some((number, "line-too-long"));
            return;
        }
        self.properties.push(property);
    }

    fn refused(&self, id: &str) -> Rejected {
        Rejected { line: self.line, why: Sentence::new(id) }
    }

    fn close(self, found: &mut Cards) {
        found.dropped += self.dropped;
        if let Some((line, id)) = self.wrong {
            found.rejected.push(Rejected { line: self.line, why: Sentence::new(id).text("line", line.to_string()) });
            return;
        }
        let card = Reader { version: self.version, card: Card { line: self.line, ..Card::default() } };
        let card = card.read(self.properties);
        if card.has_name() {
            found.cards.push(card);
        } else {
            found.rejected.push(Rejected { line: card.line, why: Sentence::new("person-needs-name") });
        }
    }
}

struct Reader {
    version: Version,
    card: Card,
}

impl Reader {
    fn read(mut self, mut properties: Vec<Property>) -> Card {
        if self.version == Version::Old {
            for property in &mut properties {
                property.raw = old::renewed(property);
            }
        }
        let labels = labels(&properties);
        let mut names = names::Names::default();
        for property in &properties {
            let label = property.group.as_ref().and_then(|group| labels.iter().find(|(of, _)| of == group));
            let label = label.map(|(_, label)| label.clone());
            let Some(value) = Value::read(&property.raw, self.version == Version::Four) else {
                self.card.extra.push(property.raw.clone());
                continue;
            };
            match property.name.as_str() {
                "FN" => names.full = value.whole(),
                "N" => names.parts = value.parts(),
                _ => self.take(property, &value, label),
            }
        }
        self.map(&properties);
        names.into_card(&mut self.card, self.version == Version::Four);
        self.card
    }

    fn take(&mut self, property: &Property, value: &Value, label: Option<String>) {
        let card = &mut self.card;
        let raw = || property.raw.clone();
        match property.name.as_str() {
            "UID" => card.uid = value.whole(),
            "REV" => card.rev = value.instant(),
            "X-ATTACHE-REV" => {
                card.our_rev = Value::read(&format!("REV:{}", property.value()), true).and_then(|at| at.instant());
            }
            "KIND" | "X-ADDRESSBOOKSERVER-KIND" => match value.whole().map(|kind| kind.to_lowercase()).as_deref() {
                Some("org") => card.kind = CardKind::Organisation,
                Some("individual") | None => {}
                Some(_) => card.extra.push(raw()),
            },
            "X-ABSHOWAS" => card.kind = CardKind::Organisation,
            "ORG" => {
                let mut parts = value.parts().into_iter().filter_map(|part| filled(&part));
                // Some programs give each part a line of its own.
                if card.organisation.is_none() {
                    card.organisation = parts.next();
                }
                if card.department.is_none() {
                    card.department = filled(&parts.collect::<Vec<_>>().join(", "));
                }
                card.place_lines.push(raw());
            }
            "TITLE" => {
                card.position = value.whole();
                card.place_lines.push(raw());
            }
            "TEL" => card.phones.extend(phone(value, label, raw())),
            "EMAIL" => card.emails.extend(reach(value.whole(), value, label, raw())),
            "ADR" => address(card, value),
            "BDAY" => match day(property, value) {
                Some(day) => card.birthday = Some(day),
                None => card.extra.push(raw()),
            },
            "ANNIVERSARY" | "X-ANNIVERSARY" => match day(property, value) {
                Some(day) => card.anniversary = Some(day),
                None => card.extra.push(raw()),
            },
            "LANG" => card.languages.extend(value.whole()),
            "GENDER" | "X-GENDER" => match property.value().split(';').next().unwrap_or_default().trim() {
                "M" | "m" if !property.value().contains(';') => card.sex = Some(Sex::M),
                "F" | "f" if !property.value().contains(';') => card.sex = Some(Sex::F),
                _ => card.extra.push(raw()),
            },
            "NOTE" => card.notes.extend(value.whole()),
            "CATEGORIES" if card.kind == CardKind::Organisation => card.tags.extend(value.parts()),
            "URL" if card.kind == CardKind::Organisation => card.website = value.whole(),
            "IMPP" | "X-SOCIALPROFILE" | "SOCIALPROFILE" => match messenger(&property.name, value) {
                Some(messenger) => card.messengers.push(messenger),
                None => card.extra.push(raw()),
            },
            "RELATED" | "X-RELATED" => {
                card.related.extend(value.whole().map(|to| Related { to, tie: tie(value), raw: raw() }));
            }
            // Made anew on writing, or told in the group of another line.
            "PRODID" | "X-ABLABEL" | "AGENT" => {}
            name if name.starts_with("X-ATTACHE-") => {}
            _ => card.extra.push(raw()),
        }
    }

    /// The lines of the decision map, those of one group together.
    fn map(&mut self, properties: &[Property]) {
        let mut groups: Vec<(Option<&String>, MapLine)> = Vec::new();
        for property in properties {
            let Some(what) = property.name.strip_prefix("X-ATTACHE-").filter(|what| *what != "REV") else { continue };
            let group = property.group.as_ref();
            let at = groups.iter().position(|(of, _)| *of == group).unwrap_or_else(|| {
                groups.push((group, MapLine::default()));
                groups.len() - 1
            });
            let value = filled(property.value());
            let line = &mut groups[at].1;
            match what {
                "ROLE" => line.role = value,
                "STANCE" => line.stance = value,
                "LEVEL" => line.level = value,
                "CERTAINTY" => line.certainty = value,
                "FROM" => line.from = value,
                "TO" => line.to = value,
                _ => self.card.extra.push(property.raw.clone()),
            }
        }
        self.card.map = groups.into_iter().map(|(_, line)| line).collect();
    }
}

/// The labels that a group gives to its other line.
fn labels(properties: &[Property]) -> Vec<(String, String)> {
    let labels = properties.iter().filter(|property| property.name == "X-ABLABEL");
    let label = |property: &Property| {
        let text = Value::read(&property.raw, false)?.whole()?;
        let text = text.trim_start_matches("_$!<").trim_end_matches(">!$_").to_owned();
        Some((property.group.clone()?, text))
    };
    labels.filter_map(label).collect()
}

/// A day: without a year also with the dash that belongs to the longer form, and under names of others, whose days
/// come as text.
fn day(property: &Property, value: &Value) -> Option<crate::domain::date::PartialDate> {
    let text = property.value().trim();
    if let Some(rest) = text.strip_prefix("--") {
        return Value::read(&format!("BDAY:--{}", rest.replace('-', "")), true)?.day();
    }
    let known = matches!(property.name.as_str(), "BDAY" | "ANNIVERSARY");
    if known { value.day() } else { Value::read(&format!("BDAY:{text}"), false)?.day() }
}

/// Marks that say nothing about a number.
const NOISE: [&str; 5] = ["voice", "pref", "internet", "msg", "other"];

fn reach(value: Option<String>, from: &Value, label: Option<String>, raw: String) -> Option<Reach> {
    let types: Vec<String> = from.types().into_iter().filter(|word| !NOISE.contains(&word.as_str())).collect();
    let work = types.is_empty() || types.iter().any(|word| word == "work");
    let rest: Vec<&str> = types.iter().map(String::as_str).filter(|word| !matches!(*word, "work" | "home")).collect();
    let label = label.or_else(|| filled(&rest.join(", ")));
    Some(Reach { value: value?, label, work, raw })
}

/// A number; of a `tel:` address without its scheme.
fn phone(value: &Value, label: Option<String>, raw: String) -> Option<Reach> {
    let text = value.whole()?;
    let number = text.strip_prefix("tel:").or_else(|| text.strip_prefix("TEL:")).unwrap_or(&text);
    let (number, inner) = number.split_once(";ext=").map_or((number, None), |(number, inner)| (number, Some(inner)));
    let plain =
        number.replace(['.', '/', '\u{2010}', '\u{2011}', '\u{2013}'], "-").replace(['\u{a0}', '\u{202f}'], " ");
    let number = inner.map_or(plain.clone(), |inner| format!("{plain} ({inner})"));
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let as_kept = value.parameter("X-ATTACHE-TEXT").filter(|kept| digits(kept) == digits(&number));
    reach(as_kept.or(Some(number)), value, label, raw)
}

/// The address of the firm, or a private one.
fn address(card: &mut Card, value: &Value) {
    let parts: Vec<String> = value.parts().iter().filter_map(|part| filled(part)).collect();
    let Some(text) = filled(&parts.join(", ")) else { return };
    if card.kind == CardKind::Organisation || value.types().iter().any(|word| word == "work") {
        card.address = Some(text);
    } else {
        card.private_addresses.push(text);
    }
}

fn messenger(name: &str, value: &Value) -> Option<Messenger> {
    let text = value.whole()?;
    if name != "IMPP" {
        let kind = value.types().into_iter().next().or_else(|| value.parameter("SERVICE-TYPE"))?;
        return Some(Messenger { kind, handle: text });
    }
    let (scheme, handle) = text.split_once(':')?;
    let kind = value.parameter("X-SERVICE-TYPE").or_else(|| value.parameter("SERVICE-TYPE"));
    Some(Messenger { kind: kind.unwrap_or_else(|| scheme.to_owned()), handle: handle.to_owned() })
}

fn tie(value: &Value) -> Option<String> {
    value.parameter("X-ATTACHE-TIE").or_else(|| filled(&value.types().join(", ")))
}
