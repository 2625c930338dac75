//! Files that are not books, or not whole: each told apart by its sentence, none changed, nothing false shown.

mod fixtures;

use std::fs;
use std::path::Path;

use attache::desk::{Desk, Passphrase, StepFilter, StoreError, Trouble};
use attache::domain::{Amend, Answers, Edit, Entity};
use fastrand::Rng;
use fixtures::{Folder, clock, picture, raw};

/// What a damaged or foreign file may be called.
const NAMED: [&str; 5] = ["book-foreign", "book-damaged", "book-value-damaged", "book-newer", "book-encrypted"];

fn said(opened: Result<Desk, Trouble>) -> String {
    opened.map_or_else(|trouble| trouble.sentence().id, |_| "-".to_owned())
}

fn opening(path: &Path) -> String {
    said(Desk::open(path, None, clock()))
}

fn write(folder: &Folder, bytes: &[u8]) {
    fs::write(folder.book(), bytes).unwrap();
}

/// A folder, what makes it wrong, and the sentence that must be said.
type Case = (&'static str, fn(&Folder), &'static str);

const NOT_BOOKS: &[Case] = &[
    ("nothing", |_| {}, "no-book-at"),
    ("no folder", |folder| fs::write(folder.path("x"), "").unwrap(), "no-book-at"),
    ("an empty file", |folder| write(folder, b""), "book-foreign"),
    ("a text", |folder| write(folder, b"name,phone\nAnna,1\n"), "book-foreign"),
    ("a text of whole pages", |folder| write(folder, &b"names and so on\n".repeat(512)), "book-foreign"),
    ("a Cyrillic text of whole pages", |folder| write(folder, "букви и т.н. ".repeat(4096).as_bytes()), "book-foreign"),
    ("a folder", |folder| fs::create_dir(folder.book()).unwrap(), "book-foreign"),
    ("noise", |folder| write(folder, &noise(5000)), "book-foreign"),
    ("noise of whole pages", |folder| write(folder, &noise(3 * 4096)), "book-encrypted"),
    ("another program's database", |folder| foreign(folder, "PRAGMA journal_mode = DELETE"), "book-foreign"),
    ("another program's database with a log", with_a_log, "book-foreign"),
    ("a newer book", |folder| newer(folder, "PRAGMA journal_mode = DELETE"), "book-newer"),
    ("a newer book in another mode", |folder| newer(folder, "PRAGMA journal_mode = WAL"), "book-newer"),
];

fn noise(bytes: usize) -> Vec<u8> {
    let mut random = Rng::with_seed(3);
    (0..bytes).map(|_| random.u8(..)).collect()
}

fn foreign(folder: &Folder, mode: &str) {
    let db = raw(&folder.book());
    db.query_row(mode, [], |row| row.get::<_, String>(0)).unwrap();
    db.execute_batch("CREATE TABLE client (uid TEXT); INSERT INTO client VALUES ('a')").unwrap();
}

/// What its program had not yet written back stands beside it and is not ours to write back.
fn with_a_log(folder: &Folder) {
    foreign(folder, "PRAGMA journal_mode = WAL");
    let db = raw(&folder.book());
    db.execute_batch("INSERT INTO client VALUES ('b')").unwrap();
    let copies: Vec<_> = folder.everything();
    drop(db);
    copies.into_iter().for_each(|(path, bytes)| fs::write(path, bytes).unwrap());
}

fn newer(folder: &Folder, mode: &str) {
    fs::copy(Folder::with_small_book().book(), folder.book()).unwrap();
    let db = raw(&folder.book());
    db.query_row(mode, [], |row| row.get::<_, String>(0)).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
}

#[test]
fn what_is_not_a_book_is_told_apart_and_left_alone() {
    for (what, prepare, sentence) in NOT_BOOKS {
        let folder = Folder::empty();
        prepare(&folder);
        let before = folder.everything();
        assert_eq!(opening(&folder.book()), *sentence, "{what}");
        assert!(folder.everything() == before, "{what} was changed");
        if folder.book().exists() {
            assert_eq!(said(Desk::make_book(&folder.book(), None, clock())), "book-exists", "{what}");
            assert!(folder.everything() == before, "{what} was changed by making a book there");
        }
    }
}

#[test]
fn a_book_is_made_only_where_nothing_is_and_for_its_owner_alone() {
    let folder = Folder::empty();
    assert_eq!(said(Desk::make_book(&folder.path("no/such/book"), None, clock())), "no-directory");
    assert_eq!(folder.everything(), []);
    assert_eq!(said(Desk::make_book(&folder.book(), None, clock())), "-");
    assert_eq!(mode(&folder.book()), 0o600);
    let before = folder.everything();
    assert_eq!(before.len(), 1, "a closed book is one file");
    assert_eq!(said(Desk::make_book(&folder.book(), None, clock())), "book-exists");
    assert!(folder.everything() == before);
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_book_cut_anywhere_is_named_and_left_as_it_is() {
    let folder = Folder::with_small_book();
    let whole = folder.bytes();
    let pages = whole.len() / 4096;
    let mut lengths = vec![0, 1, 15, 16, 17, 60, 71, 72, 99, 100, 511, 512, 1023, 1024, 2048, 4095];
    lengths.extend((1..pages).flat_map(|page| [page * 4096, page * 4096 + 1, page * 4096 + 2048]));
    lengths.extend([whole.len() - 512, whole.len() - 2, whole.len() - 1]);
    for length in lengths {
        write(&folder, &whole[..length]);
        let said = opening(&folder.book());
        assert!(NAMED.contains(&said.as_str()), "{length} bytes: {said}");
        assert!(folder.bytes() == whole[..length], "{length} bytes were changed");
    }
}

/// Of one bit that turns, every value shown afterwards is true or the place is named: a seal knows.
#[test]
fn a_turned_bit_is_named_or_harmless() {
    let folder = Folder::with_small_book();
    folder.open().keep_draft("form", "typed").unwrap();
    let whole = folder.bytes();
    let desk = folder.open();
    let (book, steps, drafts) =
        (picture(&desk), format!("{:?}", desk.steps(StepFilter::default()).unwrap()), desk.drafts().unwrap());
    drop(desk);
    let mut random = Rng::with_seed(5);
    let mut places: Vec<usize> = (0..100).collect();
    places.extend((0..500).map(|_| random.usize(..whole.len())));
    let (mut named, mut harmless) = (0, 0);
    for at in places {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << random.u8(..8);
        write(&folder, &bytes);
        match Desk::open(&folder.book(), None, clock()) {
            Err(trouble) => {
                let id = trouble.sentence().id;
                assert!(NAMED.contains(&id.as_str()), "byte {at}: {id} {trouble:?}");
                named += 1;
            }
            Ok(desk) => {
                assert!(picture(&desk) == book, "byte {at}: a false value is shown");
                match desk.steps(StepFilter::default()) {
                    Ok(read) => assert!(format!("{read:?}") == steps, "byte {at}: a false step is shown"),
                    Err(trouble) => assert_eq!(trouble.sentence().id, "book-damaged", "byte {at}"),
                }
                match desk.drafts() {
                    Ok(read) => assert!(read == drafts, "byte {at}: a false draft is shown"),
                    Err(trouble) => assert_eq!(trouble.sentence().id, "book-damaged", "byte {at}"),
                }
                harmless += 1;
            }
        }
    }
    assert!(named > 100 && harmless > 10, "{named} named, {harmless} harmless");
}

#[test]
fn pages_of_noise_and_zeros_are_named_or_harmless() {
    let folder = Folder::with_small_book();
    let (whole, book) = (folder.bytes(), picture(&folder.open()));
    for page in 1..whole.len() / 4096 {
        for fill in [vec![0; 4096], noise(4096), whole[4096..8192].to_vec()] {
            let mut bytes = whole.clone();
            bytes[page * 4096..(page + 1) * 4096].copy_from_slice(&fill);
            write(&folder, &bytes);
            match Desk::open(&folder.book(), None, clock()) {
                Ok(desk) => assert!(picture(&desk) == book, "page {page}"),
                Err(trouble) => assert!(NAMED.contains(&trouble.sentence().id.as_str()), "page {page}: {trouble:?}"),
            }
        }
    }
}

/// What another program wrote, and the record and field that must be named.
const WRITTEN: &[(&str, &str)] = &[
    ("UPDATE visit SET start = '2026-13-45T10:00' WHERE rowid = 2", "start"),
    ("UPDATE client SET assigned_on = 'yesterday' WHERE handle = 'marrowick'", "assigned_on"),
    ("UPDATE need SET state = 'believed' WHERE rowid = 1", "state"),
    ("UPDATE client SET tags = '{\"not\": \"a list\"}' WHERE rowid = 1", "tags"),
    ("UPDATE visit SET attendees = '[{\"person\":' WHERE rowid = 1", "attendees"),
    ("UPDATE visit SET questions = '[{\"text\": 5}]' WHERE rowid = 1", "questions"),
    ("UPDATE role SET person = 'nobody' WHERE rowid = 1", "person"),
    ("UPDATE role SET person = '01900000-0000-7000-8000-00000000dead' WHERE rowid = 1", "person"),
    ("UPDATE holding SET volume_currency = 'ZZZ' WHERE volume IS NOT NULL", "volume"),
    ("UPDATE holding SET volume_currency = NULL WHERE volume IS NOT NULL", "volume"),
    ("UPDATE client SET stage = 9000 WHERE rowid = 1", "stage"),
    ("UPDATE note SET text = text || '.' WHERE rowid = 1", "text"),
    ("UPDATE note SET pinned = 7 WHERE rowid = 1", "pinned"),
    ("UPDATE ledger_month SET income = NULL WHERE rowid = 1", "income"),
    ("UPDATE client SET created_at = 'then' WHERE rowid = 1", "created_at"),
    ("UPDATE client SET rev = rev + 1 WHERE rowid = 1", "rev"),
    ("UPDATE person SET uid = 'x' WHERE rowid = 1", "uid"),
    ("DELETE FROM note WHERE rowid = 1", "uid"),
    ("DELETE FROM note; DELETE FROM need", "uid"),
    ("UPDATE fx_rate SET rate = 'much' WHERE rowid = 1", "rate"),
    ("UPDATE settings SET zone = 'Mars/Base'", "zone"),
];

#[test]
fn a_value_that_was_not_written_by_the_program_is_named() {
    for (statement, field) in WRITTEN {
        let folder = Folder::with_small_book();
        folder.sql(statement);
        let before = folder.everything();
        match folder.try_open().map(drop) {
            Err(Trouble::Failed(error @ StoreError::Value { .. })) => {
                assert_eq!(error.sentence().id, "book-value-damaged");
                let StoreError::Value { field: named, .. } = error else { unreachable!() };
                assert_eq!(named, *field, "{statement}");
            }
            opened => panic!("{statement}: {opened:?}"),
        }
        assert!(folder.everything() == before, "{statement}");
    }
}

#[test]
fn a_book_without_a_table_a_column_or_a_true_seal_is_damaged() {
    for statement in [
        "DROP TABLE note",
        "ALTER TABLE note RENAME COLUMN text TO texts",
        "DROP TABLE step",
        "DROP TABLE seal",
        "UPDATE seal SET sum = sum + 1 WHERE entity = 'client'",
        "DELETE FROM seal WHERE entity = 'client'",
    ] {
        let folder = Folder::with_small_book();
        folder.sql(statement);
        assert_eq!(said(folder.try_open()), "book-damaged", "{statement}");
    }
}

#[test]
fn a_step_or_a_draft_that_was_changed_is_named_when_it_is_read() {
    for (statement, step) in [
        ("UPDATE step SET at = '2026-01-01T00:00:00Z' WHERE number = 1", true),
        ("UPDATE step SET kind = 'guess' WHERE number = 1", true),
        ("UPDATE step SET client = 'x' WHERE number = 1", true),
        ("UPDATE change SET after = replace(after, 'EUR', 'USD') WHERE step = 1 AND entity = 'holding'", true),
        ("UPDATE change SET before = '{}' WHERE step = 1 AND position = 3", true),
        ("DELETE FROM change WHERE step = 1 AND position = 3", true),
        ("UPDATE draft SET text = 'other'", false),
        ("UPDATE draft SET at = 'then'", false),
    ] {
        let folder = Folder::with_small_book();
        folder.open().keep_draft("form", "typed").unwrap();
        folder.sql(statement);
        let mut desk = folder.open();
        let read = if step { desk.steps(StepFilter::default()).map(drop) } else { desk.drafts().map(drop) };
        assert_eq!(read.unwrap_err().sentence().id, "book-damaged", "{statement}");
        assert_eq!(desk.check_journal().is_err(), step, "{statement}");
        if step {
            assert_eq!(desk.undo(&Answers::yes()).unwrap_err().sentence().id, "book-damaged", "{statement}");
        }
    }
}

fn edit(desk: &Desk) -> Edit {
    let client = desk.book().client.iter().next().unwrap().head.uid;
    Edit::Amend(Amend::new(Entity::Client, client, [("region".to_owned(), "elsewhere".into())].into_iter().collect()))
}

#[test]
fn a_file_that_was_moved_or_replaced_is_not_written_to() {
    let moves: [fn(&Folder); 3] = [
        |folder| fs::remove_file(folder.book()).unwrap(),
        |folder| fs::rename(folder.book(), folder.path("moved")).unwrap(),
        |folder| {
            fs::copy(folder.book(), folder.path("synced")).unwrap();
            fs::rename(folder.path("synced"), folder.book()).unwrap();
        },
    ];
    for take_away in moves {
        let folder = Folder::with_small_book();
        let mut desk = folder.open();
        take_away(&folder);
        let before = folder.everything();
        let was = picture(&desk);
        let edit = edit(&desk);
        assert_eq!(desk.make(&edit, &Answers::yes()).unwrap_err().sentence().id, "book-moved");
        assert_eq!(desk.keep_draft("form", "typed").unwrap_err().sentence().id, "book-moved");
        assert_eq!(picture(&desk), was);
        assert!(folder.everything() == before);
    }
}

#[test]
fn what_may_not_be_written_says_so_and_can_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with_small_book();
    let may = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    may(&folder.book(), 0o400);
    if fs::OpenOptions::new().write(true).open(folder.book()).is_ok() {
        println!("skipped: this user may write anything");
        return;
    }
    let mut desk = folder.open();
    let edit = edit(&desk);
    assert_eq!(desk.make(&edit, &Answers::yes()).unwrap_err().sentence().id, "book-read-only");
    may(&folder.book(), 0o600);
    may(folder.dir(), 0o500);
    let mut desk = folder.open();
    assert_eq!(desk.make(&edit, &Answers::yes()).unwrap_err().sentence().id, "book-read-only");
    assert_eq!(said(Desk::make_book(&folder.path("other"), None, clock())), "book-read-only");
    may(folder.dir(), 0o700);
    may(&folder.book(), 0o000);
    assert_eq!(opening(&folder.book()), "file-not-read");
    may(&folder.book(), 0o600);
    assert!(desk.make(&edit, &Answers::yes()).is_ok());
}

#[test]
fn a_passphrase_for_a_plain_book_is_not_needed_and_does_no_harm() {
    let folder = Folder::with_small_book();
    let before = folder.bytes();
    assert_eq!(said(Desk::open(&folder.book(), Some(&Passphrase::from("x".to_owned())), clock())), "-");
    assert!(folder.bytes() == before);
}
