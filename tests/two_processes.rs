//! Two processes on one book: both edit, each takes over what the other wrote, neither overwrites it.

mod fixtures;

use attache::desk::{Desk, StoreError, Trouble};
use attache::domain::{Amend, Answers, Edit, Entity, RefusalKind, Row};
use fixtures::{Folder, picture, raw, rows};
use serde_json::{Value as Json, json};
use uuid::Uuid;

fn client(desk: &Desk) -> Uuid {
    desk.book().client.iter().find(|client| client.handle == "marrowick").unwrap().head.uid
}

fn amend(uuid: Uuid, field: &str, value: impl Into<Json>) -> Edit {
    let fields = [(field.to_owned(), value.into())].into_iter().collect();
    Edit::Amend(Amend::new(Entity::Client, uuid, fields))
}

fn note(client: Uuid, text: &str) -> Edit {
    let Json::Object(fields) = json!({ "client": client.to_string(), "text": text }) else { unreachable!() };
    Edit::Add { entity: Entity::Note, fields }
}

fn make(desk: &mut Desk, edit: &Edit) -> i64 {
    desk.make(edit, &Answers::yes()).unwrap_or_else(|trouble| panic!("{trouble:?}")).step.unwrap()
}

#[test]
fn both_write_and_each_catches_up_before_it_plans() {
    let folder = Folder::with_small_book();
    let (mut mine, mut theirs) = (folder.open(), folder.open());
    let uuid = client(&mine);
    for turn in 0..5 {
        make(&mut mine, &amend(uuid, "region", format!("mine {turn}")));
        make(&mut theirs, &amend(uuid, "industry", format!("theirs {turn}")));
    }
    let row = theirs.book().client.by_uuid(uuid).unwrap();
    assert_eq!((row.region.as_deref(), row.industry.as_deref()), (Some("mine 4"), Some("theirs 4")));
    assert!(mine.catch_up().unwrap());
    assert!(!mine.catch_up().unwrap(), "what was taken over is not news");
    assert_eq!(picture(&mine), picture(&theirs));
    assert_eq!(rows(folder.open().book()), rows(mine.book()));
    assert_eq!(mine.check_journal().unwrap(), []);
}

#[test]
fn a_refusal_sees_what_the_other_process_wrote() {
    let folder = Folder::with_small_book();
    let (mut mine, mut theirs) = (folder.open(), folder.open());
    let uuid = client(&mine);
    let uid = theirs.book().note.iter().find(|note| note.client.map(Into::into) == Some(uuid)).unwrap().head.uid;
    let fields = attache::domain::Fields::new();
    make(&mut theirs, &Edit::Remove { entity: Entity::Note, uuid: uid, fields, reason: None });
    let more = [("text".to_owned(), "more".into())].into_iter().collect();
    match mine.make(&Edit::Amend(Amend::new(Entity::Note, uid, more)), &Answers::yes()) {
        Err(Trouble::Refused(refusal)) => assert_eq!(refusal.kind, RefusalKind::NotFound),
        made => panic!("{made:?}"),
    }
}

#[test]
fn undoing_the_others_step_asks_and_ones_own_or_an_earlier_sessions_does_not() {
    let folder = Folder::with_small_book();
    let mut earlier = folder.open();
    let uuid = client(&earlier);
    make(&mut earlier, &note(uuid, "earlier"));
    drop(earlier);
    let (mut mine, mut theirs) = (folder.open(), folder.open());
    make(&mut theirs, &note(uuid, "theirs"));
    let last = mine.last_step() + 1;
    match mine.undo(&Answers::default()) {
        Err(Trouble::Refused(refusal)) => {
            assert_eq!((refusal.kind, refusal.sentence.id.as_str()), (RefusalKind::Ask, "undo-other-process-ask"));
        }
        made => panic!("{made:?}"),
    }
    let no = Answers::default().and(&attache::domain::Sentence::new("undo-other-process-ask"), false);
    assert_eq!(mine.undo(&no).unwrap_err().sentence().id, "nothing-saved");
    assert_eq!(mine.last_step(), last, "a question and a no change nothing");
    mine.undo(&Answers::yes()).unwrap();
    mine.undo(&Answers::default()).unwrap();
    theirs.catch_up().unwrap();
    assert_eq!(picture(&mine), picture(&theirs));
    assert!(!theirs.book().note.iter().any(|note| note.text == "earlier" || note.text == "theirs"));
    theirs.redo().unwrap();
    assert!(theirs.book().note.iter().any(|note| note.text == "earlier"));
}

#[test]
fn undo_is_refused_where_the_other_built_on_the_step() {
    let folder = Folder::with_small_book();
    let (mut mine, mut theirs) = (folder.open(), folder.open());
    let uuid = client(&mine);
    let step = make(&mut mine, &amend(uuid, "region", "north"));
    make(&mut theirs, &amend(uuid, "region", "south"));
    let refused = mine.undo_step(step).unwrap_err();
    assert_eq!(refused.sentence().id, "undo-blocked");
    assert_eq!(mine.book().client.by_uuid(uuid).unwrap().region.as_deref(), Some("south"));
}

#[test]
fn drafts_of_one_are_offered_to_the_other() {
    let folder = Folder::with_small_book();
    let (mine, theirs) = (folder.open(), folder.open());
    mine.keep_draft("visit:1", "typed").unwrap();
    assert_eq!(theirs.draft("visit:1").unwrap().unwrap().text, "typed");
    theirs.drop_draft("visit:1").unwrap();
    assert_eq!(mine.drafts().unwrap(), []);
}

#[test]
fn who_holds_the_book_is_waited_for() {
    let folder = Folder::with_small_book();
    let mut desk = folder.open();
    let uuid = client(&desk);
    let holder = raw(&folder.book());
    holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let (sent, begun) = std::sync::mpsc::channel();
    let release = std::thread::spawn(move || {
        begun.recv().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(300));
        holder.execute_batch("COMMIT").unwrap();
    });
    sent.send(()).unwrap();
    make(&mut desk, &amend(uuid, "region", "patient"));
    release.join().unwrap();
    assert_eq!(desk.book().client.by_uuid(uuid).unwrap().region.as_deref(), Some("patient"));
}

/// Takes as long as the program's patience: five seconds.
#[test]
fn who_never_lets_go_is_named_and_nothing_is_lost() {
    let folder = Folder::with_small_book();
    let mut desk = folder.open();
    let uuid = client(&desk);
    let was = picture(&desk);
    let holder = raw(&folder.book());
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    match desk.make(&amend(uuid, "region", "late"), &Answers::yes()) {
        Err(Trouble::Failed(StoreError::Busy)) => {}
        made => panic!("{made:?}"),
    }
    assert_eq!(picture(&desk), was);
    holder.execute_batch("ROLLBACK").unwrap();
    make(&mut desk, &amend(uuid, "region", "late"));
    assert_eq!(rows(folder.open().book()), rows(desk.book()));
}

/// Two threads with a desk each, as two processes have them: SQLite's locks are between connections.
#[test]
fn many_edits_at_once_all_arrive() {
    let folder = Folder::with_small_book();
    let uuid = client(&folder.open());
    let start = folder.open().last_step();
    std::thread::scope(|scope| {
        for who in 0..2 {
            let folder = &folder;
            scope.spawn(move || {
                let mut desk = folder.open();
                for n in 0..20 {
                    while let Err(trouble) = desk.make(&note(uuid, &format!("{who}-{n}")), &Answers::yes()) {
                        assert!(matches!(trouble, Trouble::Failed(StoreError::Busy)), "{trouble:?}");
                    }
                }
            });
        }
    });
    let mut desk = folder.open();
    assert_eq!(desk.last_step(), start + 40);
    let found = |text: String| desk.book().note.iter().filter(|note| note.text == text).count();
    assert!((0..2).all(|who| (0..20).all(|n| found(format!("{who}-{n}")) == 1)));
    assert_eq!(desk.check_journal().unwrap(), []);
    assert!(desk.book().client.by_uuid(uuid).is_some_and(|row| row.head().rev >= 1));
}
