//! `export` of cards: whose, in which version, for whom; as one file or as a folder.

use std::path::{Path, PathBuf};

use super::super::exit::{Exit, Failure};
use super::super::session::Session;
use super::brief::released;
use crate::desk::Desk;
use crate::domain::date::in_force;
use crate::domain::figures::View;
use crate::domain::table::Row;
use crate::domain::text::fold;
use crate::domain::words::{ClientStatus, Side};
use crate::domain::{Affiliation, Client, Id, Person, Sentence};
use crate::export::brief::leak::{self, SharedFile};
use crate::export::content::plain_text;
use crate::export::vcard::{self, Choice, Version};
use crate::export::vdir::{self, Item};
use crate::export::write::Unwritten;

/// What goes out.
pub struct Wish<'a> {
    pub client: Option<Id<Client>>,
    pub for_client: bool,
    pub choice: Choice,
    pub out: Option<&'a Path>,
}

/// # Errors
/// Something private would be in a client's copy, or the disk refuses.
pub fn cards(session: &mut Session, desk: &Desk, wish: &Wish<'_>) -> Result<(), Failure> {
    let items = if wish.for_client { shared(session, desk, wish)? } else { full(session, desk, wish) };
    write_items(session, wish.out, "vcf", &items, || items.iter().map(|item| item.text.as_str()).collect())
}

/// Clients, then people, each by name.
fn full(session: &Session, desk: &Desk, wish: &Wish<'_>) -> Vec<Item> {
    let view = View::on(desk.book(), desk.today());
    let mut items: Vec<Item> = Vec::new();
    for client in firms(&view, wish.client) {
        items.push(Item { stem: client.uid().uuid.to_string(), text: vcard::firm(client, wish.choice, None) });
    }
    for person in people(&view, wish.client) {
        let text = vcard::person(&view, person, wish.choice, None, &session.words);
        items.push(Item { stem: person.uid().uuid.to_string(), text });
    }
    items
}

/// The clients that have a card.
pub fn firms<'b>(view: &View<'b>, only: Option<Id<Client>>) -> Vec<&'b Client> {
    let here = |client: &&Client| {
        client.person.is_none() && !matches!(client.status, ClientStatus::Archived | ClientStatus::Merged)
    };
    let wanted = |client: &&Client| only.is_none_or(|only| client.uid() == only);
    let mut clients: Vec<&Client> = view.book.client.iter().filter(here).filter(wanted).collect();
    clients.sort_by_cached_key(|client| (fold(&client.name), client.head.uid));
    clients
}

/// The people that have a card: those placed at a client, or all.
pub fn people<'b>(view: &View<'b>, only: Option<Id<Client>>) -> Vec<&'b Person> {
    let here = |person: &&Person| person.merged_into.is_none();
    let wanted = |person: &&Person| only.is_none_or(|only| place(view, person, only).is_some());
    let mut people: Vec<&Person> = view.book.person.iter().filter(here).filter(wanted).collect();
    people.sort_by_cached_key(|person| (fold(&person.display_name()), person.head.uid));
    people
}

fn place<'b>(view: &View<'b>, person: &Person, client: Id<Client>) -> Option<&'b Affiliation> {
    let now = |place: &&Affiliation| {
        place.person == person.uid() && place.client == client && in_force(place.from, place.to, view.today).yes()
    };
    view.book.affiliation.of(person.uid()).filter(now).min_by_key(|place| place.head.uid)
}

/// The cards of a client's people, of shareable values alone, once nothing private is found in them.
fn shared(session: &Session, desk: &Desk, wish: &Wish<'_>) -> Result<Vec<Item>, Failure> {
    let id = wish.client.ok_or_else(|| Failure::usage(Sentence::new("export-client-which")))?;
    let view = View::on(desk.book(), desk.today());
    let client = view.book.client.get(id).ok_or_else(|| Sentence::new("record-gone"))?;
    let (mut items, mut values, mut named) = (Vec::new(), Vec::new(), Vec::new());
    for person in people(&view, Some(id)).into_iter().filter(|person| person.side != Side::Bank) {
        let whose = (person, client, place(&view, person, id));
        let (text, shown) = vcard::shared(whose, wish.choice.version, view.settings(), &session.words);
        values.extend(shown);
        named.push(person.uid());
        items.push(Item { stem: person.uid().uuid.to_string(), text });
    }
    let text = plain_text(&items.iter().map(|item| item.text.as_str()).collect::<String>());
    let file = SharedFile { client: id, people: named, values, days: Vec::new(), text, name: file_name(wish.out) };
    check_shared(session, desk, &view, &file)?;
    Ok(items)
}

/// The name under which a copy is written, as its reader sees it.
pub fn file_name(out: Option<&Path>) -> String {
    let name = out.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_default()
}

/// The last look at a client's copy.
///
/// # Errors
/// Something private stands in it.
pub fn check_shared(session: &Session, desk: &Desk, view: &View<'_>, file: &SharedFile) -> Result<(), Failure> {
    let report = leak::scan_file(&desk.private_set()?, view, file, &session.words);
    let report = released(session, desk, report)?;
    if let Some(refusal) = report.refusal_with_fields() {
        for address in leak::addresses(view, file, &report) {
            session.warn(&address);
        }
        return Err(Failure::new(Exit::Leak, refusal));
    }
    for informer in leak::informing(view, file.client, file.people.clone()) {
        session.warn(&informer);
    }
    Ok(())
}

/// Writes records: into a folder each to its file, else all of them as one.
///
/// # Errors
/// A file is there and may not be replaced, or the disk refuses.
pub fn write_items(
    session: &mut Session,
    out: Option<&Path>,
    ending: &str,
    items: &[Item],
    whole: impl FnOnce() -> String,
) -> Result<(), Failure> {
    let Some(folder) = out.filter(|out| is_folder(out)) else {
        return session.write_out(out, whole().as_bytes());
    };
    std::fs::create_dir_all(folder).map_err(|error| {
        let what = Sentence::new("file-not-written").text("file", folder.display().to_string());
        Failure::from(what.with("why", crate::export::write::why(&error)))
    })?;
    let paths: Vec<PathBuf> = items.iter().map(|item| folder.join(format!("{}.{ending}", item.stem))).collect();
    let other = |(path, item): &(&PathBuf, &Item)| std::fs::read(path).is_ok_and(|there| there != item.text.as_bytes());
    let others = paths.iter().zip(items).filter(other).count();
    if others > 0 {
        let question = Sentence::new("export-folder-ask").text("file", folder.display().to_string());
        if !session.ask(&question.count("n", others))? {
            return Err(Sentence::new("nothing-saved").into());
        }
    }
    for (path, item) in paths.iter().zip(items) {
        vdir::put(path, &item.text).map_err(Unwritten::sentence)?;
    }
    let written = Sentence::new("export-folder-written").text("file", folder.display().to_string());
    session.done(&written.count("n", items.len()));
    Ok(())
}

/// Whether a path means a folder: it ends in a slash, or is one.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with('/')
}

impl From<VersionArg> for Version {
    fn from(arg: VersionArg) -> Self {
        match arg {
            VersionArg::Three => Self::Three,
            VersionArg::Four => Self::Four,
        }
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum VersionArg {
    #[value(name = "3.0")]
    Three,
    #[default]
    #[value(name = "4.0")]
    Four,
}
