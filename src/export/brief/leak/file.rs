//! The same look at a file of cards or days that is made for a client: it names people and shows values by right, and
//! nothing else of the book may stand in it.

use chrono::NaiveDate;

use super::folded::{Folded, bare};
use super::names::of_client;
use super::shown::{Shown, Whole};
use super::{Private, Report, Scan, fragments};
use crate::domain::figures::View;
use crate::domain::{Client, Entity, Id, Person, Sentence};
use crate::i18n::Words;

/// A finished file for a client, and what it shows by right.
#[derive(Debug, Clone)]
pub struct SharedFile {
    pub client: Id<Client>,
    pub people: Vec<Id<Person>>,
    /// Every value that the file was made of.
    pub values: Vec<String>,
    pub days: Vec<NaiveDate>,
    /// The finished text as its reader sees it: unfolded, escapes undone.
    pub text: String,
    /// The name of the file.
    pub name: String,
}

/// The hits that stand in an e-mail address of somebody in the file: an address cannot be worded otherwise, so each
/// says whose it is, which client it names, and what can be done.
pub fn addresses(view: &View<'_>, file: &SharedFile, report: &Report) -> Vec<Sentence> {
    let hits = report.hits.iter().filter(|hit| hit.entity == Entity::Client);
    let others: Vec<&Client> = hits.filter_map(|hit| view.book.client.by_uuid(hit.uuid)).collect();
    let people = file.people.iter().filter_map(|id| view.book.person.get(*id));
    let emails = people.flat_map(|person| person.work_emails.iter().map(move |email| (person, &email.value)));
    let mut told = Vec::new();
    for (person, email) in emails {
        let folded = Folded::new(email);
        let named = |client: &&&Client| of_client(client).iter().any(|name| folded.holds(&bare(name)));
        if let Some(other) = others.iter().find(named) {
            let sentence = Sentence::new("leak-address").text("email", email).text("person", person.display_name());
            told.push(sentence.text("client", &other.name));
        }
    }
    told
}

/// Scans a finished file and its name.
pub fn scan_file(private: &Private, view: &View<'_>, file: &SharedFile, words: &Words) -> Report {
    let whole = Whole { client: file.client, people: &file.people, values: &file.values, days: &file.days };
    let shown = Shown::whole(view, &whole, words);
    let mut hits = Vec::new();
    for text in [&file.text, &file.name] {
        Scan { private, view, shown: &shown, copy: Folded::new(text), names: Vec::new() }.run(&mut hits);
    }
    hits.sort();
    hits.dedup();
    let texts: Vec<&str> = file.values.iter().map(String::as_str).collect();
    let mut fragments = fragments::found(view.book, private, &shown, &texts, &Folded::new(&file.text));
    fragments.retain(|fragment| !hits.contains(&fragment.source));
    Report { strings: private.strings(), hits, fragments, added: None, is_unreadable: false }
}
