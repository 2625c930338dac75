//! `sync`: the book and the folders in which other programs keep contacts and calendar, both ways. What came in is one
//! step; what goes out is written only where it says something new.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::super::exit::Failure;
use super::super::session::{Session, read_file};
use super::export_calendar::{self, Entry};
use super::export_contacts;
use super::import_contacts::{self, Wishes};
use super::{import_calendar, import_tally::Tally};
use crate::desk::{Brought, Desk};
use crate::domain::figures::View;
use crate::domain::table::Row;
use crate::domain::{Answers, Arg, Edit, Sentence};
use crate::export::icalendar::{Reader, Steps};
use crate::export::vcard::{self, Choice};
use crate::export::write::{self, Unwritten};
use crate::export::{vdir, write::why};

/// Bring the book and the folders of contacts and calendar into step
///
/// The folders are named in config.toml of this machine: [sync], contacts = "…", calendar = "…", personal = true
#[derive(Debug, clap::Args)]
pub struct SyncArgs {
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

/// The folders of this machine.
#[derive(Debug, Default)]
struct Folders {
    contacts: Option<PathBuf>,
    calendar: Option<PathBuf>,
    /// Birthdays, notes and private numbers go out too.
    personal: bool,
}

/// A file of a folder, and the uids of the records in it.
type Known = HashMap<String, PathBuf>;

/// # Errors
/// No folder is named or it cannot be read, a question cannot be asked, or the disk refuses.
pub fn run(session: &mut Session, args: &SyncArgs) -> Result<(), Failure> {
    let folders = folders()?;
    let mut desk = session.open()?;
    let mut files = Vec::new();
    let mut brought = Brought::default();
    let (mut cards, mut events) = (Known::new(), Known::new());
    if let Some(folder) = &folders.contacts {
        let read = read_folder(session, &desk, folder, "vcf", &mut files, args.dry_run)?;
        (brought, cards) = (join(brought, read.0), read.1);
    }
    if let Some(folder) = &folders.calendar {
        let read = read_folder(session, &desk, folder, "ics", &mut files, args.dry_run)?;
        (brought, events) = (join(brought, read.0), read.1);
    }
    let saved = take(session, &mut desk, brought, &files, args.dry_run)?;
    let written = give(session, &desk, &folders, &cards, &events, args.dry_run)?;
    let done = Sentence::new(if args.dry_run { "sync-would" } else { "sync-done" });
    session.done(&done.count("added", saved.0).count("changed", saved.1).count("written", written));
    Ok(())
}

fn folders() -> Result<Folders, Failure> {
    let file = crate::machine::directories().map(|dirs| dirs.config_dir().join("config.toml")).unwrap_or_default();
    let told = |id: &str| Failure::from(Sentence::new(id).text("file", file.display().to_string()));
    if !file.exists() {
        return Err(told("sync-no-folders"));
    }
    let table: toml::Table = read_file(&file)?.parse().map_err(|_| told("config-not-toml"))?;
    let sync = table.get("sync").and_then(toml::Value::as_table).ok_or_else(|| told("sync-no-folders"))?;
    let folder = |name: &str| sync.get(name).and_then(toml::Value::as_str).map(PathBuf::from);
    let personal = sync.get("personal").and_then(toml::Value::as_bool).unwrap_or_default();
    let folders = Folders { contacts: folder("contacts"), calendar: folder("calendar"), personal };
    if folders.contacts.is_none() && folders.calendar.is_none() {
        return Err(told("sync-no-folders"));
    }
    Ok(folders)
}

/// Reads every file of a folder as one; a record's place is the number of its file.
fn read_folder(
    session: &Session,
    desk: &Desk,
    folder: &Path,
    ending: &str,
    files: &mut Vec<PathBuf>,
    dry_run: bool,
) -> Result<(Brought, Known), Failure> {
    let wrong = |path: &Path, error: &std::io::Error| {
        Failure::from(Sentence::new("file-not-read").text("file", path.display().to_string()).with("why", why(error)))
    };
    let mut all = Vec::new();
    let mut known = Known::new();
    // The physical line at which each file begins in what is read as one.
    let mut begins = Vec::new();
    let mut line = 1;
    for path in vdir::files(folder, ending).map_err(|error| wrong(folder, &error))? {
        let bytes = std::fs::read(&path).map_err(|error| wrong(&path, &error))?;
        if std::str::from_utf8(&bytes).is_err() || bytes.contains(&0) || bytes.len() > MOST_OCTETS {
            session.warn(&Sentence::new("sync-skipped").text("file", path.display().to_string()));
            continue;
        }
        known.extend(uids(&bytes).map(|uid| (uid, path.clone())));
        begins.push((line, files.len()));
        line += bytecount(&bytes) + 1;
        all.extend_from_slice(&bytes);
        all.push(b'\n');
        files.push(path);
    }
    let wishes = Wishes { name: "", client: None, encoding: None, strict: false, dry_run };
    let mut brought = if ending == "vcf" {
        import_contacts::cards_brought(session, desk, &all[..], &wishes)?
    } else {
        import_calendar::brought(session, desk, &all[..], &wishes)?
    };
    let file_at = |line: usize| {
        let at = begins.partition_point(|(first, _)| *first <= line);
        begins.get(at.saturating_sub(1)).map_or(0, |(_, file)| *file)
    };
    brought.batches.iter_mut().for_each(|batch| batch.line = file_at(batch.line));
    brought.rejected.iter_mut().chain(&mut brought.notices).for_each(|told| told.line = file_at(told.line));
    Ok((brought, known))
}

/// A record of more octets is left alone.
const MOST_OCTETS: usize = 16 << 20;

fn bytecount(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', bytes).count()
}

/// The uids that stand in a file.
fn uids(bytes: &[u8]) -> impl Iterator<Item = String> {
    let text = String::from_utf8_lossy(bytes).replace("\r\n ", "").replace("\n ", "");
    let uid = |line: &str| {
        let head = line.get(..4)?;
        head.eq_ignore_ascii_case("UID:").then(|| line[4..].trim().replace("\\,", ",").replace("\\;", ";"))
    };
    text.lines().filter_map(uid).collect::<Vec<_>>().into_iter()
}

fn join(mut all: Brought, more: Brought) -> Brought {
    all.batches.extend(more.batches);
    all.rejected.extend(more.rejected);
    all.notices.extend(more.notices);
    all.left_out.extend(more.left_out);
    all.found += more.found;
    all
}

/// Saves what came in; how many rows were added and changed.
fn take(
    session: &Session,
    desk: &mut Desk,
    brought: Brought,
    files: &[PathBuf],
    dry_run: bool,
) -> Result<(usize, usize), Failure> {
    let sifted = desk.sift(brought.batches, &Answers::yes())?;
    let private = brought.rejected.iter().filter(|told| told.why.id == "calendar-no-client").count();
    let rejected = brought.rejected.into_iter().chain(sifted.rejected);
    for told in rejected.filter(|told| told.why.id != "calendar-no-client") {
        let file = files.get(told.line).map(|path| path.display().to_string()).unwrap_or_default();
        let sentence = Sentence::new("sync-file").text("file", file).with("why", Arg::Sentence(Box::new(told.why)));
        session.warn(&sentence);
    }
    if private > 0 {
        session.warn(&Sentence::new("sync-without-client").count("n", private));
    }
    let edit = Edit::Import { title: Sentence::new("title-sync"), rows: sifted.rows };
    let planned = session.asking(|answers| desk.preview(&edit, answers))?;
    let tally = Tally::of(&planned, 0);
    if !dry_run {
        tally.may_apply(session, desk)?;
        session.asking(|answers| desk.make(&edit, answers))?;
    }
    Ok((tally.added, tally.changed))
}

/// Writes what the folders do not say yet; how many files.
fn give(
    session: &Session,
    desk: &Desk,
    folders: &Folders,
    cards: &Known,
    events: &Known,
    dry_run: bool,
) -> Result<usize, Failure> {
    let view = View::on(desk.book(), desk.today());
    let mut written = 0;
    if let Some(folder) = &folders.contacts {
        let choice = Choice { personal: folders.personal, ..Choice::default() };
        for person in export_contacts::people(&view, None) {
            let uid = vcard::uid(person.uid().uuid);
            let (path, other) = place(folder, "vcf", cards, &uid, person.uid().uuid, &person.external_ids);
            let text = vcard::person(&view, person, choice, other, &session.words);
            written += usize::from(put(&path, &text, "VCARD", dry_run)?);
        }
    }
    if let Some(folder) = &folders.calendar {
        let steps = desk.last_steps()?;
        for entry in entries(session, &view, &steps, folders.personal) {
            let Some((uid, component)) = uid_of(&entry) else { continue };
            let path = events.get(&uid).cloned().unwrap_or_else(|| folder.join(format!("{}.ics", entry.stem)));
            let text = export_calendar::whole(std::slice::from_ref(&entry));
            written += usize::from(put(&path, &text, component, dry_run)?);
        }
    }
    Ok(written)
}

/// Everything for the calendar, but for what stands in it as one of several that are repeated.
fn entries<'b>(session: &Session, view: &View<'b>, steps: &Steps, personal: bool) -> Vec<Entry<'b>> {
    let wish = export_calendar::Wish { client: None, reader: Reader::Internal, personal, out: None };
    let mut entries = export_calendar::entries(session, view, steps, &wish);
    let repeated = |entry: &Entry<'_>| {
        entry.visit.is_some_and(|visit| visit.external_ids.first().is_some_and(|id| id.contains('/')))
    };
    entries.retain(|entry| !repeated(entry));
    entries
}

fn uid_of(entry: &Entry<'_>) -> Option<(String, &'static str)> {
    let component = if entry.text.starts_with("BEGIN:VTODO") { "VTODO" } else { "VEVENT" };
    uids(entry.text.as_bytes()).next().map(|uid| (uid, component))
}

/// The file of a record, and the uid under which another program has it there.
fn place<'u>(
    folder: &Path,
    ending: &str,
    known: &Known,
    own: &str,
    uuid: uuid::Uuid,
    external_ids: &'u [String],
) -> (PathBuf, Option<&'u str>) {
    if let Some(path) = known.get(own).or_else(|| known.get(&uuid.to_string())) {
        return (path.clone(), None);
    }
    let other = external_ids.iter().find_map(|id| Some((known.get(id)?.clone(), Some(id.as_str()))));
    other.unwrap_or_else(|| (folder.join(format!("{uuid}.{ending}")), None))
}

fn put(path: &Path, text: &str, component: &str, dry_run: bool) -> Result<bool, Failure> {
    let text = match std::fs::read(path) {
        Ok(there) => match vdir::over(text, &there, component) {
            Some(text) => text,
            None => return Ok(false),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => text.to_owned(),
        Err(error) => {
            let what = Sentence::new("file-not-read").text("file", path.display().to_string());
            return Err(what.with("why", write::why(&error)).into());
        }
    };
    if dry_run {
        return Ok(true);
    }
    Ok(vdir::put(path, &text).map_err(Unwritten::sentence)?)
}
