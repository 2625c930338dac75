//! The part of a person's card that anybody may have. It is made of shareable values alone, so that nothing else can
//! get into a client's copy; the full card begins with it.

use crate::domain::parts::Contact;
use crate::domain::{Affiliation, Client, Person, Settings};
use crate::export::brief::shareable::{self as share, Shareable};
use crate::export::content::{Writer, quoted};
use crate::i18n::Words;

use super::{Version, uid};

/// What stands on the card.
pub(super) struct Shown {
    uid: String,
    pub(super) name: Shareable<String>,
    /// Family, given, patronymic, salutation.
    parts: [Shareable<Option<String>>; 4],
    pub(super) phones: Shareable<Vec<Contact>>,
    pub(super) emails: Shareable<Vec<Contact>>,
    languages: Shareable<Vec<String>>,
    place: Option<Place>,
}

struct Place {
    organisation: Shareable<String>,
    department: Shareable<Option<String>>,
    position: Shareable<Option<String>>,
}

impl Shown {
    pub(super) fn of(
        person: &Person,
        place: Option<(&Affiliation, &Client)>,
        settings: &Settings,
        words: &Words,
    ) -> Self {
        let place = place.map(|(place, client)| Place {
            organisation: share::client::name(client),
            department: share::affiliation::department(place),
            position: share::affiliation::position(place),
        });
        Self {
            uid: uid(person.head.uid),
            name: share::name(person, |person| words.person_name(person, settings.name_display)),
            parts: [
                share::person::family_name(person),
                share::person::given_name(person),
                share::person::patronymic(person),
                share::person::salutation(person),
            ],
            phones: share::person::work_phones(person),
            emails: share::person::work_emails(person),
            languages: share::person::languages(person),
            place,
        }
    }

    /// The lines of the card's beginning. `uid` stands for the person's own where another program knows them so.
    pub(super) fn write(&self, card: &mut Lines, other: Option<&str>, suffix: &str) {
        card.out.text("UID", other.unwrap_or(&self.uid));
        card.out.text("FN", self.name.get());
        let [family, given, patronymic, salutation] =
            self.parts.each_ref().map(|part| part.get().as_deref().unwrap_or_default());
        card.out.parts("N", &[family, given, patronymic, salutation, suffix]);
        if let Some(place) = &self.place {
            match place.department.get() {
                Some(department) => card.out.parts("ORG", &[place.organisation.get(), department]),
                None => card.out.parts("ORG", &[place.organisation.get()]),
            }
            if let Some(position) = place.position.get() {
                card.out.text("TITLE", position);
            }
        }
        self.phones.get().iter().for_each(|phone| card.phone(phone, "work"));
        self.emails.get().iter().for_each(|email| card.email(email, "work"));
        for language in self.languages.get() {
            card.out.text("LANG", language);
        }
    }

    /// Everything it shows, for the scan.
    fn values(&self) -> Vec<String> {
        let contacts = self.phones.get().iter().chain(self.emails.get());
        let contacts = contacts.flat_map(|contact| [Some(contact.value.clone()), contact.label.clone()]).flatten();
        let parts = self.parts.iter().filter_map(|part| part.get().clone());
        let place = self.place.iter().flat_map(|place| {
            [Some(place.organisation.get().clone()), place.department.get().clone(), place.position.get().clone()]
        });
        let all = contacts.chain(parts).chain(place.flatten()).chain(self.languages.get().iter().cloned());
        all.chain([self.name.get().clone()]).collect()
    }
}

/// The card of a person as a client may have it, and every value that stands on it.
pub fn shared(
    (person, client, place): (&Person, &Client, Option<&Affiliation>),
    version: Version,
    settings: &Settings,
    words: &Words,
) -> (String, Vec<String>) {
    let shown = Shown::of(person, place.map(|place| (place, client)), settings, words);
    let mut card = Lines::begin(version);
    shown.write(&mut card, None, "");
    (card.end(), shown.values())
}

/// A card in the making.
pub(super) struct Lines {
    pub(super) out: Writer,
    version: Version,
    /// Counts the groups of labels.
    groups: usize,
}

/// Marks of a number that the format has words for.
const MARKS: [&str; 6] = ["cell", "fax", "pager", "video", "text", "textphone"];

impl Lines {
    pub(super) fn begin(version: Version) -> Self {
        let mut out = Writer::default();
        out.raw("BEGIN:VCARD");
        out.raw(if version == Version::Four { "VERSION:4.0" } else { "VERSION:3.0" });
        out.raw(concat!("PRODID:-//attache//attache ", env!("CARGO_PKG_VERSION"), "//EN"));
        Self { out, version, groups: 0 }
    }

    pub(super) fn end(mut self) -> String {
        self.out.raw("END:VCARD");
        self.out.finish()
    }

    pub(super) fn is_four(&self) -> bool {
        self.version == Version::Four
    }

    pub(super) fn group(&mut self) -> usize {
        self.groups += 1;
        self.groups
    }

    /// A number: an address of its own scheme in 4.0, which knows no spaces, so the text stands beside it.
    pub(super) fn phone(&mut self, phone: &Contact, place: &str) {
        if !self.is_four() {
            return self.reach("TEL", phone, place, &phone.value.clone());
        }
        let number: String = phone.value.chars().filter(|c| c.is_ascii_digit() || matches!(c, '+' | '-')).collect();
        let as_text =
            if number == phone.value { String::new() } else { format!(";X-ATTACHE-TEXT={}", quoted(&phone.value)) };
        self.reach(&format!("TEL;VALUE=uri{as_text}"), phone, place, &format!("tel:{number}"));
    }

    pub(super) fn email(&mut self, email: &Contact, place: &str) {
        self.reach("EMAIL", email, place, &email.value.clone());
    }

    fn reach(&mut self, name: &str, contact: &Contact, place: &str, value: &str) {
        match contact.label.as_deref() {
            None => self.out.text(&format!("{name};TYPE={place}"), value),
            Some(mark) if MARKS.contains(&mark) => self.out.text(&format!("{name};TYPE={place};TYPE={mark}"), value),
            Some(label) => {
                let group = self.group();
                self.out.text(&format!("label{group}.{name};TYPE={place}"), value);
                self.out.text(&format!("label{group}.X-ABLabel"), label);
            }
        }
    }
}
