//! Every released schema still opens: a dump of a real book of that version is opened, checked, edited and reopened.

mod fixtures;

use std::fs;

use attache::desk::{Desk, StepFilter};
use attache::domain::words::StepKind;
use attache::domain::{Amend, Answers, Edit, Entity};
use fixtures::{Folder, clock, raw, rows, small_rows};
use sha2::{Digest, Sha256};

/// Dumps of released schemas, never made again.
const DUMPS: &[(&str, &str)] = &[("001", include_str!("schema/001.sql"))];

/// Scripts that books in the world have run. A change is a new script, never another text in these.
const FROZEN: &[(&str, &str, &str)] = &[(
    "001_first.sql",
    include_str!("../src/store/schema/001_first.sql"),
    "f42b6de1bca01b143877e6f84a7effc5ac39824be62bb79e89efd03990af42a1",
)];

#[test]
fn released_scripts_are_frozen() {
    for (name, script, sum) in FROZEN {
        let digest = Sha256::digest(script.as_bytes());
        let found: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, *sum, "{name} is in books already: add a script that changes them");
    }
}

#[test]
fn every_released_schema_still_opens() {
    for (version, dump) in DUMPS {
        let folder = Folder::empty();
        raw(&folder.book()).execute_batch(dump).unwrap();
        let mut desk = folder.open();
        facts(&desk, version);
        let client = desk.book().client.iter().find(|client| client.handle == "marrowick").unwrap().head.uid;
        let fields = [("region".to_owned(), "Dorset".into())].into_iter().collect();
        desk.make(&Edit::Amend(Amend::new(Entity::Client, client, fields)), &Answers::yes()).unwrap();
        assert_eq!(desk.check_journal().unwrap(), [], "{version}");
        let now = rows(desk.book());
        drop(desk);
        let mut desk = folder.open();
        assert_eq!(rows(desk.book()), now, "{version}");
        while desk.undo(&Answers::yes()).is_ok() {}
        assert!(Entity::ALL.iter().all(|entity| desk.book().count(*entity) == 0), "{version}: all was undone");
    }
}

/// What the book of each dump says.
fn facts(desk: &Desk, version: &str) {
    let book = desk.book();
    for entity in Entity::ALL {
        assert!(book.count(*entity) > 0, "{version}: {entity:?}");
    }
    assert_eq!(book.settings().bank_name.as_deref(), Some("Northquay Bank"));
    let client = book.client.iter().find(|client| client.handle == "marrowick").unwrap();
    assert_eq!(client.region.as_deref(), Some("Somerset"));
    assert_eq!(client.head.rev, 2);
    let kinds: Vec<StepKind> = desk.steps(StepFilter::default()).unwrap().into_iter().map(|step| step.kind).collect();
    assert_eq!(kinds, [StepKind::Edit, StepKind::Edit, StepKind::Undo, StepKind::Redo], "{version}");
    assert_eq!(desk.draft("form:note").unwrap().unwrap().text, "{\"text\":\"не дописано\"}");
}

/// Makes the book to be dumped when a schema is released:
/// `cargo test --test store_schema -- --ignored`, then what it prints.
#[test]
#[ignore = "only when a schema is released"]
fn make_the_book_of_a_new_dump() {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("to-dump.attache");
    let _ = fs::remove_file(&path);
    let mut desk = Desk::make_book(&path, None, clock()).unwrap();
    let rows = small_rows(&desk);
    desk.make(&rows, &Answers::yes()).unwrap();
    let client = desk.book().client.iter().find(|client| client.handle == "marrowick").unwrap().head.uid;
    let fields = [("region".to_owned(), "Somerset".into())].into_iter().collect();
    desk.make(&Edit::Amend(Amend::new(Entity::Client, client, fields)), &Answers::yes()).unwrap();
    desk.undo(&Answers::yes()).unwrap();
    desk.redo().unwrap();
    desk.keep_draft("form:note", "{\"text\":\"не дописано\"}").unwrap();
    let db = raw(&path);
    let pragma = |name: &str| db.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i64>(0)).unwrap();
    println!("sqlite3 {} .dump > tests/schema/NNN.sql, and at its end:", path.display());
    println!("PRAGMA application_id = {};", pragma("application_id"));
    println!("PRAGMA user_version = {};", pragma("user_version"));
}
