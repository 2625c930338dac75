//! Bad input on the command line: the exit code that tells a script so, a sentence on what is wrong and what to do,
//! and a book of which no byte has changed.

mod cli_rig;

use cli_rig::Desk;

#[test]
fn wrong_usage_is_two() {
    let desk = Desk::demo();
    for args in [
        &["--no-such-option"][..],
        &["no-such-noun", "list"],
        &["client", "list", "--lang", "fr"],
        &["role", "set", "volga-metall", "sedov", "decider"],
        &["role", "set", "volga-metall", "sedov", "decides", "--certainty", "sure"],
        &["client", "list", "--today", "2026-02-30"],
        &["export", "--format", "odt"],
        &["client", "edit", "velkov", "--set", "name"],
        &["stance", "set", "volga-metall", "sedov", "3"],
        &["influence", "add", "text"],
        &[],
    ] {
        desk.fails(2, args);
    }
    assert!(desk.fails(2, &[]).contains("attache today"));
}

#[test]
fn a_copy_that_would_leak_is_six_and_nothing_is_written() {
    let desk = Desk::demo();
    let copy = ["brief", "volga-metall", "--for", "client", "-o", "copy.md"];
    desk.says(&["visit", "edit", "volga-metall@2026-11-23", "--set", "agenda=Как у Marrowick Shipping"]);
    let said = desk.fails(6, &copy);
    assert!(said.contains("client"), "{said}");
    desk.says(&["undo"]);
    desk.says(&copy);
}

#[test]
fn what_is_not_there_or_not_one_is_three() {
    let desk = Desk::demo();
    for args in [
        &["client", "show", "nobody-at-all"][..],
        &["person", "show", "а"],
        &["map", "нет-такого"],
        &["visit", "show", "volga-metall@2020-01-01"],
        &["history", "client:nobody"],
        &["need", "show", "ffffffff"],
    ] {
        desk.fails(3, args);
    }
    let two = desk.fails(3, &["client", "show", "волга"]);
    assert!(two.contains("volga-metall"), "several that fit are listed: {two}");
    let none = Desk::empty();
    let said = none.fails(3, &["client", "list"]);
    assert!(said.contains("attache init"), "{said}");
    assert!(!none.book().exists(), "nothing makes a book silently");
}

#[test]
fn what_the_rules_refuse_is_one() {
    let desk = Desk::demo();
    let long = "я".repeat(10_000);
    for args in [
        &["client", "edit", "velkov", "--set", "no_such_field=1"][..],
        &["client", "edit", "velkov", "--set", "assigned_on=2026-02-30"],
        &["promise", "add", "x", "--client", "volga-metall", "--due", "2026-02-30"],
        &["client", "add", &long],
        &["client", "add", ""],
        &["satisfaction", "add", "--client", "volga-metall", "--set", "score=11"],
        &["settings", "set", "zone", "Mars/Olympus"],
        &["settings", "set", "no_such", "1"],
        &["settings", "set", "work_days", ""],
        &["role", "set", "volga-metall", "petrov-vm", "agrees", "--certainty", "confirmed"],
        &["need", "add", "no client"],
        &["redo"],
    ] {
        desk.fails(1, args);
    }
    assert!(desk.fails(1, &["client", "edit", "velkov", "--set", "nam=1"]).contains("name"));
}

#[test]
fn files_that_are_no_book_are_told_apart() {
    let desk = Desk::empty();
    let write = |bytes: &[u8]| std::fs::write(desk.book(), bytes).unwrap();
    write(b"hello, I am a letter\n");
    desk.fails(4, &["client", "list"]);
    write(b"");
    desk.fails(4, &["client", "list"]);
    let mut random: Vec<u8> = (1..=2048_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()).collect();
    random[0] = 0xff;
    write(&random);
    desk.fails(5, &["client", "list"]);
    let demo = Desk::demo();
    let mut damaged = demo.bytes();
    for page in damaged.chunks_mut(4096).skip(1) {
        page[..64].fill(0xa5);
    }
    write(&damaged);
    desk.fails(4, &["client", "list"]);
    let mut newer = demo.bytes();
    // user_version stands at byte 60 of SQLite's header.
    newer[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
    write(&newer);
    assert!(desk.fails(4, &["client", "list"]).contains("newer"));
    let mut foreign = demo.bytes();
    // application_id stands at byte 68.
    foreign[68..72].fill(0);
    write(&foreign);
    desk.fails(4, &["client", "list"]);
}

#[test]
fn a_book_is_made_only_where_there_is_room_for_one() {
    let desk = Desk::demo();
    desk.fails(1, &["init"]);
    let missing = desk.path("missing").join("the.book");
    desk.fails(1, &["-b", missing.to_str().unwrap(), "init"]);
    desk.fails(1, &["demo", "--into", desk.book().to_str().unwrap()]);
}

#[test]
fn snapshots_that_cannot_be_true_change_nothing() {
    let desk = Desk::demo();
    let whole = include_str!("../assets/demo.json");
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    let nothing = whole.replacen("\"client\": \"c-", "\"client\": \"nobody-", 1);
    for (name, text) in [
        ("half.json", half.as_str()),
        ("reference.json", &nothing),
        ("foreign.json", "{\"a\": 1}"),
        ("newer.json", "{\"format\": \"attache\", \"version\": 99, \"tables\": {}}"),
        ("table.json", "{\"format\": \"attache\", \"version\": 1, \"tables\": {\"spaceship\": []}}"),
    ] {
        std::fs::write(desk.path(name), text).unwrap();
        desk.fails(1, &["import", name, "--yes"]);
    }
    desk.fails(3, &["import", "missing.json"]);
}

#[test]
fn a_question_without_a_terminal_names_the_option_that_answers_it() {
    let desk = Desk::demo();
    std::fs::write(desk.path("out.json"), "mine").unwrap();
    let said = desk.fails(1, &["export", "--format", "json", "-o", "out.json"]);
    assert!(said.contains("--yes"), "{said}");
    assert_eq!(std::fs::read_to_string(desk.path("out.json")).unwrap(), "mine");
    desk.says(&["export", "--format", "json", "-o", "out.json", "--yes"]);
    assert!(std::fs::read_to_string(desk.path("out.json")).unwrap().starts_with('{'));
}

#[cfg(feature = "cipher")]
#[test]
fn an_encrypted_book_opens_with_its_passphrase_alone() {
    let desk = Desk::empty();
    std::fs::write(desk.path("right"), "correct horse\n").unwrap();
    std::fs::write(desk.path("wrong"), "battery staple\n").unwrap();
    desk.fails(1, &["init", "--encrypt"]);
    desk.says(&["init", "--encrypt", "--passphrase-file", "right"]);
    desk.says(&["client", "list", "--passphrase-file", "right"]);
    desk.fails(5, &["client", "list"]);
    desk.fails(5, &["client", "list", "--passphrase-file", "wrong"]);
}
