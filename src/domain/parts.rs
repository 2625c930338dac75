//! The small records inside a row: an attendee of a visit, a question, a piece of evidence, a pass of a problem.

use chrono::NaiveDate;
use serde_json::{Map, Value as Json};

use super::entity::{Client, Need, Person, Visit};
use super::field::{Field, FieldType, Kind, Place, class, int, kind, line, missing, need, plain_name, shown, text};
use super::json::Element;
use super::money::Money;
use super::sentence::Sentence;
use super::table::{AnyId, Id};
use super::text::fold;
use super::words::{About, AnsweredByKind, RoleKind, Tri, Weight};

/// Whether two numbers are one, however they are written, or two addresses.
pub fn same_reach(a: &str, b: &str) -> bool {
    let plain = |text: &str| {
        if text.contains('@') { fold(text) } else { text.chars().filter(char::is_ascii_digit).collect() }
    };
    plain(a) == plain(b)
}

/// Declares records that live inside a field. The list is that of `entity!`: name, type, class, need, kind.
macro_rules! part {
    ($($(#[$doc:meta])* $name:ident {
        $($field:ident : $ty:ty, $class:tt, $need:tt $([$kind:expr])? $(= $default:expr)?;)+
    })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name { $(pub $field: $ty),+ }

        impl $name {
            pub const FIELDS: &'static [Field] = &[$(Field {
                name: plain_name(stringify!($field)),
                kind: kind!($ty $(, $kind)?),
                class: class!($class),
                need: need!($need),
            }),+];

            fn to_map(&self) -> Map<String, Json> {
                [$((plain_name(stringify!($field)).to_owned(), self.$field.json())),+].into_iter().collect()
            }

            fn from_map(map: &Map<String, Json>) -> Result<Self, Sentence> {
                if let Some(key) = map.keys().find(|key| !Self::FIELDS.iter().any(|field| field.name == *key)) {
                    return Err(Sentence::new("unknown-key").text("key", key).with("allowed", crate::domain::Arg::texts(Self::FIELDS.iter().map(|field| field.name))));
                }
                Ok(Self { $($field: {
                    let name = plain_name(stringify!($field));
                    match map.get(name) {
                        Some(json) if json.is_null() && matches!(need!($need), crate::domain::field::Need::Required) => {
                            return Err(Sentence::new("required-field").text("key", name));
                        }
                        Some(json) => <$ty>::from_json(json)?,
                        None => missing!($ty $(, $default)?)
                            .ok_or_else(|| Sentence::new("required-field").text("key", name))?,
                    }
                }),+ })
            }

            fn all_refs(&self, out: &mut Vec<uuid::Uuid>) {
                $(self.$field.refs(out);)+
            }

            fn all_texts<'a>(&'a self, at: Place, each: &mut dyn FnMut(Place, &'a str)) {
                let mut parts = Self::FIELDS.iter();
                $(if let Some(part) = parts.next() {
                    self.$field.texts(at.part(part), each);
                })+
            }
        }

        impl FieldType for $name {
            const KIND: Kind = Kind::Part($name::FIELDS);

            fn json(&self) -> Json {
                Json::Object(self.to_map())
            }

            fn from_json(json: &Json) -> Result<Self, Sentence> {
                let map = json.as_object().ok_or_else(|| Sentence::new("wrong-json").with("input", shown(json)))?;
                Self::from_map(map)
            }

            fn refs(&self, out: &mut Vec<uuid::Uuid>) {
                self.all_refs(out);
            }

            fn texts<'a>(&'a self, at: Place, each: &mut dyn FnMut(Place, &'a str)) {
                self.all_texts(at, each);
            }
        }

        impl Element for $name {
            const LIST: Kind = Kind::Parts($name::FIELDS);

            fn element_json(&self) -> Json {
                self.json()
            }

            fn from_element(json: &Json) -> Result<Self, Sentence> {
                Self::from_json(json)
            }

            fn element_refs(&self, out: &mut Vec<uuid::Uuid>) {
                self.all_refs(out);
            }

            fn element_texts<'a>(&'a self, at: Place, each: &mut dyn FnMut(Place, &'a str)) {
                self.all_texts(at, each);
            }
        }
    )+};
}

part! {
    /// A day on which the bank is closed.
    Holiday { date: NaiveDate, in, y; text: String, in, y [line(120)]; }
    /// An individual's class by balance, e.g. `gold` from CNY 500,000.
    Threshold { label: String, in, y [line(24)]; amount: Money, in, y; }
    /// A filter of the Clients screen that was given a name.
    SavedFilter { name: String, in, y [line(40)]; text: String, in, y [line(200)]; }
    /// Days between contacts, per tier and for a client in adaptation.
    CadenceDays {
        most_valuable: i64, in, y [int(1, 365)]; strategic: i64, in, y [int(1, 365)];
        working: i64, in, y [int(1, 365)]; ballast: i64, in, y [int(1, 365)];
        unknown: i64, in, y [int(1, 365)]; adaptation: i64, in, y [int(1, 365)];
    }
    /// Days between meetings in person, per tier; none where no rhythm is asked for.
    VisitDays {
        most_valuable: Option<i64>, in, - [int(1, 365)]; strategic: Option<i64>, in, - [int(1, 365)];
        working: Option<i64>, in, - [int(1, 365)]; ballast: Option<i64>, in, - [int(1, 365)];
        unknown: Option<i64>, in, - [int(1, 365)];
    }
    /// How much a person's interest weighs by level.
    LevelWeights {
        board: i64, in, y [int(0, 100)]; top: i64, in, y [int(0, 100)]; middle: i64, in, y [int(0, 100)];
        specialist: i64, in, y [int(0, 100)]; support: i64, in, y [int(0, 100)];
    }
    /// Share of a client's yearly net that goes into extras, per mille by tier.
    ServiceRates {
        most_valuable: i64, in, y [int(0, 1000)]; strategic: i64, in, y [int(0, 1000)];
        working: i64, in, y [int(0, 1000)]; ballast: i64, in, y [int(0, 1000)];
    }
    /// An expert of the bank around a client.
    TeamMember { person: Id<Person>, sh, y; speciality: Option<String>, sh, - [line(80)]; }
    /// A step of the decision that this client does not have.
    AbsentStep { step: RoleKind, co, y; reason: String, co, y [line(120)]; on: NaiveDate, co, y; }
    /// A phone number or a mail address.
    Contact { value: String, sh, y [line(120)]; label: Option<String>, sh, - [line(40)]; }
    /// An account with a messenger.
    Messenger { kind: String, pe, y [line(40)]; handle: String, pe, y [line(120)]; }
    /// What was seen or heard of a need.
    Evidence {
        visit: Option<Id<Visit>>, co, -; quote: Option<String>, co, - [text(400)]; date: NaiveDate, co, y;
        weight: Weight, co, y;
    }
    /// What answers a need: an offer, a product in use, a note.
    AnsweredBy { kind: AnsweredByKind, co, y; r#ref: AnyId, co, y; }
    /// A person expected at a visit, and whether they came.
    Attendee { person: Id<Person>, sh, y; expected: bool, sh, y = true; came: Option<Tri>, sh, -; }
    /// A question for a visit, what it is about and what was answered.
    Question {
        text: String, co, y [line(200)]; about: Option<About>, co, -; r#ref: Option<AnyId>, co, -;
        step: Option<RoleKind>, co, -; asked: bool, co, y; answer: Option<String>, co, - [text(400)];
    }
    /// How far a term covers a need: 0 none, 1 partly, 2 fully.
    Cover { need: Id<Need>, in, y; cover: i64, in, y [int(0, 2)]; }
    /// A problem handed to a department, and back.
    Pass {
        department: String, in, y [line(60)]; on: NaiveDate, in, y; to_whom: Option<String>, in, - [line(120)];
        back_on: Option<NaiveDate>, in, -;
    }
    /// A client's service budget set by hand.
    BudgetOverride { client: Id<Client>, in, y; amount: Money, in, y; reason: String, in, y [line(120)]; }
    /// An occasion that was marked in a year.
    Marked { year: i64, pe, y [int(1900, 2199)]; date: NaiveDate, pe, y; what: Option<String>, pe, - [line(120)]; }
    /// Months known out of the months of a window.
    Coverage { known: i64, in, y [int(0, 100_000)]; of: i64, in, y [int(0, 100_000)]; }
}
