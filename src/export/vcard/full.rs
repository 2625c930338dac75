//! A whole card: what anybody may have, then what only the manager and the bank may, as chosen. A client's own card is
//! one of an organisation.

use super::shared::{Lines, Shown};
use super::{Choice, uid};
use crate::domain::contacts::touched;
use crate::domain::date::{Instant, PartialDate, in_force};
use crate::domain::figures::View;
use crate::domain::json::Extra;
use crate::domain::parts::Messenger;
use crate::domain::table::Row;
use crate::domain::words::{NoteClass, NoteTopic, OccasionKind, Sex};
use crate::domain::{Affiliation, Client, Influence, Note, Occasion, Person, Role, Stance};
use crate::export::content::quoted;
use crate::i18n::Words;

/// The place that stands on a card: the main one of today, at a firm. Whoever serves a private client works for no
/// organisation.
pub(super) fn main_place<'b>(view: &View<'b>, person: &Person) -> Option<(&'b Affiliation, &'b Client)> {
    let now = |place: &&Affiliation| place.person == person.uid() && in_force(place.from, place.to, view.today).yes();
    let mut places: Vec<&Affiliation> = view.book.affiliation.of(person.uid()).filter(now).collect();
    places.sort_by_key(|place| (!place.is_primary, place.head.uid));
    let firm = |place: &&'b Affiliation| view.book.client.get(place.client).filter(|client| client.person.is_none());
    places.iter().find_map(|place| Some((*place, firm(place)?)))
}

/// The full card of a person; `other` is the uid under which another program knows them.
pub fn person(view: &View<'_>, person: &Person, choice: Choice, other: Option<&str>, words: &Words) -> String {
    let place = main_place(view, person);
    let kept = kept_lines(person.extra.as_ref());
    let suffix = kept.iter().find_map(|line| line.strip_prefix("X-N-SUFFIX:")).unwrap_or_default();
    let mut card = Lines::begin(choice.version);
    Shown::of(person, place, view.settings(), words).write(&mut card, other, suffix);
    if let Some(at) = touched(view.book, person.uid()) {
        card.out.raw(&format!("REV:{}", instant(at)));
        if other.is_some() {
            card.out.raw(&format!("X-ATTACHE-REV:{}", instant(at)));
        }
    }
    if choice.personal {
        personal(view, &mut card, person);
    }
    if let Some((place, client)) = place.filter(|_| choice.map) {
        map(view, &mut card, place, client);
    }
    for line in &kept {
        let name = line.split([':', ';']).next().unwrap_or_default();
        let said = place.is_some() && matches!(name, "ORG" | "TITLE");
        if !said && name != "X-N-SUFFIX" {
            card.out.raw(line);
        }
    }
    card.end()
}

fn personal(view: &View<'_>, card: &mut Lines, person: &Person) {
    person.private_phones.iter().for_each(|phone| card.phone(phone, "home"));
    person.private_emails.iter().for_each(|email| card.email(email, "home"));
    if let Some(day) = person.birthday {
        day_line(card, "BDAY", day);
    }
    if let Some(sex) = person.sex {
        let name = if card.is_four() { "GENDER" } else { "X-GENDER" };
        card.out.raw(&format!("{name}:{}", if sex == Sex::M { "M" } else { "F" }));
    }
    let anniversary = |row: &&Occasion| row.person == Some(person.uid()) && row.kind == OccasionKind::Anniversary;
    let mut days: Vec<&Occasion> = view.book.occasion.of(person.uid()).filter(anniversary).collect();
    days.sort_by_key(|row| row.head.uid);
    if let Some(day) = days.first() {
        day_line(card, if card.is_four() { "ANNIVERSARY" } else { "X-ANNIVERSARY" }, day.date);
    }
    person.messenger.iter().for_each(|account| messenger(card, account));
    let personal = |note: &&Note| {
        note.person == Some(person.uid()) && note.class == NoteClass::Pe && note.topic == NoteTopic::Other
    };
    let mut notes: Vec<&Note> = view.book.note.of(person.uid()).filter(personal).collect();
    notes.sort_by_key(|note| (note.on, note.head.uid));
    notes.iter().for_each(|note| card.out.text("NOTE", &note.text));
    ties(view, card, person);
}

/// Days as each version has them; 3.0 wants a year where none is known.
fn day_line(card: &mut Lines, name: &str, day: PartialDate) {
    let four = card.is_four();
    let line = match day {
        PartialDate::Day(day) if four => format!("{name}:{}", day.format("%Y%m%d")),
        PartialDate::Day(day) => format!("{name}:{}", day.format("%Y-%m-%d")),
        PartialDate::MonthDay(month, on) if four => format!("{name}:--{month:02}{on:02}"),
        PartialDate::MonthDay(month, on) => format!("{name};X-APPLE-OMIT-YEAR=1604:1604-{month:02}-{on:02}"),
        // What 3.0 has no form for stands as 4.0 writes it.
        part => format!("{name}:{part}"),
    };
    card.out.raw(&line);
}

/// An account, under the scheme of its kind where that is one word.
fn messenger(card: &mut Lines, account: &Messenger) {
    let scheme = account.kind.to_ascii_lowercase();
    let fits =
        scheme.starts_with(|c: char| c.is_ascii_lowercase()) && scheme.chars().all(|c| c.is_ascii_alphanumeric());
    let scheme = if fits { scheme } else { "x".to_owned() };
    let kind =
        if scheme == account.kind { String::new() } else { format!(";X-SERVICE-TYPE={}", quoted(&account.kind)) };
    card.out.text(&format!("IMPP{kind}"), &format!("{scheme}:{}", account.handle));
}

/// Whom this person influences, by uid.
fn ties(view: &View<'_>, card: &mut Lines, person: &Person) {
    let own = |row: &&Influence| row.from_person == person.uid() && in_force(row.from, row.to, view.today).yes();
    let told = |row: &&Influence| row.kind == crate::domain::words::InfluenceKind::Influences;
    let mut rows: Vec<&Influence> = view.book.influence.of(person.uid()).filter(own).filter(told).collect();
    rows.sort_by_key(|row| row.head.uid);
    for row in rows {
        let name = if card.is_four() { "RELATED" } else { "X-RELATED" };
        let tie = row.tie.as_ref().map(|tie| format!(";X-ATTACHE-TIE={}", quoted(tie))).unwrap_or_default();
        card.out.raw(&format!("{name};TYPE=contact{tie}:{}", uid(row.to_person.uuid)));
    }
}

/// The lines of the decision map, those of one fact in a group.
fn map(view: &View<'_>, card: &mut Lines, place: &Affiliation, client: &Client) {
    let dates = |from: Option<PartialDate>, to: Option<PartialDate>| [("FROM", from), ("TO", to)];
    let mut say = |values: Vec<(&str, String)>| {
        let group = card.group();
        for (name, value) in values {
            card.out.text(&format!("map{group}.X-ATTACHE-{name}"), &value);
        }
    };
    let mut own: Vec<(&str, String)> = place.level.iter().map(|level| ("LEVEL", level.word().to_owned())).collect();
    own.extend(dates(place.from, place.to).into_iter().filter_map(|(name, day)| Some((name, day?.to_string()))));
    if !own.is_empty() {
        say(own);
    }
    let now = |role: &&Role| {
        role.person == place.person && role.client == client.uid() && in_force(role.from, role.to, view.today).yes()
    };
    let mut roles: Vec<&Role> = view.book.role.of(place.person).filter(now).collect();
    roles.sort_by_key(|role| (role.kind, role.head.uid));
    for role in roles {
        let mut values = vec![("ROLE", role.kind.word().to_owned()), ("CERTAINTY", role.certainty.word().to_owned())];
        values.extend(dates(role.from, role.to).into_iter().filter_map(|(name, day)| Some((name, day?.to_string()))));
        say(values);
    }
    let mine = |stance: &&Stance| stance.person == place.person && stance.client == client.uid();
    let stances = view.book.stance.of(place.person).filter(mine).filter(|stance| stance.on <= view.today);
    let last = stances.filter(|stance| stance.value.is_some()).max_by_key(|stance| (stance.on, stance.head.updated_at));
    if let Some(value) = last.and_then(|stance| stance.value) {
        say(vec![("STANCE", value.to_string())]);
    }
}

/// The card of a client.
pub fn firm(client: &Client, choice: Choice, other: Option<&str>) -> String {
    let mut card = Lines::begin(choice.version);
    card.out.text("UID", other.unwrap_or(&uid(client.uid().uuid)));
    card.out.raw(if card.is_four() { "KIND:org" } else { "X-ABShowAs:COMPANY" });
    card.out.text("FN", &client.name);
    card.out.parts("N", &["", "", "", "", ""]);
    card.out.parts("ORG", &[&client.name]);
    if let Some(address) = &client.address {
        card.out.parts("ADR;TYPE=work", &["", "", address, "", "", "", ""]);
    }
    if let Some(website) = &client.website {
        card.out.text("URL", website);
    }
    if !client.tags.is_empty() {
        card.out.list("CATEGORIES", &client.tags);
    }
    card.out.raw(&format!("REV:{}", instant(client.head.updated_at)));
    kept_lines(client.extra.as_ref()).iter().for_each(|line| card.out.raw(line));
    card.end()
}

/// The lines of other programs that have no field here.
pub(super) fn kept_lines(extra: Option<&Extra>) -> Vec<String> {
    let lines = extra.and_then(|extra| extra.0.get("vcard")).and_then(serde_json::Value::as_array);
    lines.into_iter().flatten().filter_map(|line| line.as_str().map(str::to_owned)).collect()
}

/// An instant in UTC, to the second.
pub(super) fn instant(at: Instant) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}
