//! People, their places at clients, and the days to remember.

use chrono::NaiveDate;
use serde_json::Value as Json;

use super::{Client, entity};
use crate::domain::date::{PartialDate, in_force};
use crate::domain::field::{int, line, lines, text};
use crate::domain::json::Extra;
use crate::domain::parts::{Contact, Marked, Messenger};
use crate::domain::table::{Id, Row};
use crate::domain::words::{Level, OccasionKind, Recurring, Sex, Side};

entity! {
    /// Anybody at a client, in the bank or outside.
    Person.person {
        handle: String, in, y [line(60)];
        family_name: Option<String>, sh, c [line(80)];
        given_name: Option<String>, sh, c [line(80)];
        patronymic: Option<String>, sh, - [line(80)];
        full_name: Option<String>, sh, c [line(200)];
        name_latin: Option<String>, sh, - [line(200)];
        salutation: Option<String>, sh, - [line(60)];
        sex: Option<Sex>, pe, -;
        side: Side, in, y = Side::Client;
        speciality: Option<String>, sh, - [line(80)];
        work_phones: Vec<Contact>, sh, -;
        work_emails: Vec<Contact>, sh, -;
        private_phones: Vec<Contact>, pe, -;
        private_emails: Vec<Contact>, pe, -;
        messenger: Vec<Messenger>, pe, -;
        birthday: Option<PartialDate>, pe, -;
        family: Option<String>, pe, - [text(400)];
        likes: Option<String>, pe, - [text(400)];
        dislikes: Option<String>, pe, - [text(400)];
        background: Option<String>, pe, - [text(400)];
        languages: Vec<String>, sh, - [lines(40)];
        consent_note: Option<String>, pe, - [line(200)];
        deceased_on: Option<PartialDate>, pe, -;
        merged_into: Option<Id<Person>>, in, c;
        external_ids: Vec<String>, in, - [lines(200)];
        extra: Option<Extra>, in, -;
    }

    /// A person's place at a client, from and to.
    Affiliation.affiliation {
        person: Id<Person>, sh, y;
        client: Id<Client>, sh, y;
        position: Option<String>, sh, - [line(120)];
        department: Option<String>, sh, - [line(80)];
        level: Option<Level>, in, -;
        is_primary: bool, in, y = true;
        from: Option<PartialDate>, in, -;
        to: Option<PartialDate>, in, -;
        left_to: Option<String>, co, - [line(160)];
    }

    /// A day to remember of a person or a client.
    Occasion.occasion {
        person: Option<Id<Person>>, pe, c;
        client: Option<Id<Client>>, pe, c;
        kind: OccasionKind, pe, y;
        date: PartialDate, pe, y;
        recurring: Recurring, pe, y = Recurring::Yearly;
        lead_days: Option<i64>, pe, - [int(0, 60)];
        how: Option<String>, pe, - [line(120)];
        marked: Vec<Marked>, pe, -;
        external_ids: Vec<String>, in, - [lines(200)];
        extra: Option<Extra>, co, -;
    }
}

impl Affiliation {
    /// Which of the places that a person has at a client is meant: the one that begins then, else the one in force.
    pub fn meant<'a>(places: &[&'a Self], from: Option<&Json>, today: NaiveDate) -> Option<&'a Self> {
        let begins = |place: &&&Self| from.is_some() && place.field_json("from").as_ref() == from;
        let there = |place: &&&Self| in_force(place.from, place.to, today).yes();
        places.iter().find(begins).or_else(|| places.iter().find(there)).copied()
    }
}

impl Person {
    /// The name as it was entered: the full name, else family, given and patronymic; Chinese parts without a space.
    pub fn display_name(&self) -> String {
        if let Some(full) = &self.full_name {
            return full.clone();
        }
        let parts = [&self.family_name, &self.given_name, &self.patronymic];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        let han = parts.iter().any(|part| part.chars().any(crate::domain::skeleton::is_han));
        parts.join(if han { "" } else { " " })
    }

    /// The name by which a person is called among those one knows: the family name where it is known.
    pub fn short_name(&self) -> String {
        self.family_name.clone().unwrap_or_else(|| self.display_name())
    }
}
