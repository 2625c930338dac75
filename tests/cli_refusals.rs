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
fn a_brief_takes_no_visit_of_another_client() {
    let desk = Desk::demo();
    for reader in ["internal", "client"] {
        let said = desk.fails(1, &["brief", "pellwood", "--for", reader, "--visit", "kaliakra@2026-11-23"]);
        assert!(said.starts_with("That visit is with"), "{said}");
    }
}

#[test]
fn a_whole_file_is_taken_back_when_asked_alone_and_made_again_it_is_no_older() {
    let desk = Desk::demo();
    let map = || desk.says(&["map", "volga-metall", "--json"]);
    let before = map();
    let said = desk.fails(1, &["undo"]);
    assert!(said.contains("records at once") && said.contains("--yes"), "{said}");
    desk.says(&["undo", "--yes"]);
    assert!(desk.document(&["client", "list"])["clients"].as_array().unwrap().is_empty());
    desk.says(&["redo"]);
    assert_eq!(map(), before);
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

/// One value changed by another hand than ours, or one bit by the disk: no command shows or changes anything.
#[test]
fn a_book_with_a_bent_value_cannot_be_read() {
    let desk = Desk::demo();
    let db = rusqlite::Connection::open_with_flags(desk.book(), rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
    db.execute("UPDATE client SET name = 'Another' WHERE handle = 'velkov'", []).unwrap();
    drop(db);
    let bent = desk.bytes();
    for line in [&["client", "list"][..], &["today"], &["export", "--format", "json"], &["undo", "--yes"], &["history"]]
    {
        let said = desk.fails(4, line);
        assert!(said.to_lowercase().contains("client"), "{line:?}: {said}");
    }
    assert!(desk.bytes() == bent);
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

/// The uid of the first row of a list that a test is about.
fn uid(desk: &Desk, args: &[&str], plural: &str, fits: impl Fn(&serde_json::Value) -> bool) -> String {
    let document = desk.document(args);
    let row = document[plural].as_array().unwrap().iter().find(|row| fits(row));
    row.unwrap_or_else(|| panic!("{args:?}"))["uid"].as_str().unwrap().to_owned()
}

/// The rules that a command can reach: what it does, and what it says instead of doing it.
#[test]
fn every_rule_says_what_is_wrong() {
    let desk = Desk::demo();
    let held = uid(&desk, &["visit", "list", "--client", "volga-metall"], "visits", |row| row["status"] == "held");
    let planned = uid(&desk, &["visit", "list", "--client", "velkov"], "visits", |row| row["status"] == "planned");
    let guess = uid(&desk, &["need", "list"], "needs", |row| row["state"] == "hypothesis");
    let offer = uid(&desk, &["offer", "list"], "offers", |row| row["state"] == "presented");
    let closed = uid(&desk, &["offer", "list"], "offers", |row| row["state"] == "accepted");
    let month = uid(&desk, &["ledger", "list", "--client", "volga-metall"], "ledger", |row| row["closed"] == true);
    let ours = uid(&desk, &["promise", "list"], "promises", |row| row["who"] == "we" && row["state"] == "open");
    let theirs = uid(&desk, &["promise", "list"], "promises", |row| row["who"] == "they" && row["state"] == "open");
    let place = ["affiliation", "list", "--client", "volga-metall"];
    let place = uid(&desk, &place, "affiliations", |row| row["person"]["handle"] == "sedov");
    let namesake = ["person", "add", "Седов Игорь Андреевич", "--client", "volga-metall"];
    for (args, said) in [
        (&["client", "remove", "velkov"][..], "of our promises"),
        (&["person", "remove", "sedov"], "and stays"),
        (&["need", "add", "x", "--client", "yastreb"], "is archived. Reopen it first"),
        (&["visit", "plan", "dunmarrow", "--start", "2026-12-01T10:00"], "has left. Reopen it first"),
        (
            &["client", "merge", "volga-trans", "tihaya-gavan"],
            "facts differ. Choose left or right for each. Choose with",
        ),
        (&["client", "merge", "velkov", "velkov"], "cannot be merged with itself"),
        (&namesake, "Same person? (y/N) Say yes with --yes."),
        (&["affiliation", "remove", &place], "End them on 23 Nov 2026 too? (y/N) Say yes"),
        (&["role", "set", "volga-metall", "sedov", "informs", "--from", "1990-01-01"], "was not at"),
        (&["visit", "move", &held, "--start", "2026-12-01T10:00"], "cannot have been held yet"),
        (&["visit", "cancel", &held, "--by", "us", "--reason", "x"], "This visit was held."),
        (&["visit", "remove", &held], "This visit was held."),
        (&["visit", "cancel", &planned], "Who cancelled, and why?"),
        (&["need", "edit", &guess, "--set", "state=probed"], "Add evidence first"),
        (&["offer", "decline", &offer], "Who declined, and why?"),
        (&["offer", "edit", &closed, "--set", "title=x"], "This offer is closed."),
        (&["ledger", "edit", &month, "--set", "income=RUB 1"], "is closed. Reopen it?"),
        (&["promise", "remove", &ours], "Give a reason."),
        (&["promise", "remove", &ours, "--reason", "x"], "Tell the client before dropping a promise."),
        (&["promise", "done", &ours, "--on", "2026-12-30"], "Not done yet."),
        (&["promise", "pass", &theirs, "--to", "legal"], "Their promise cannot be passed"),
        (&["promise", "pass", &ours, "--to", "nobody"], "There is no department nobody."),
        (&["client", "edit", "saltmere", "--set", "stage=4"], "Stage 4 needs:"),
        (&["client", "add", "Z", "--set", "vip_category=attract", "--set", "stage=3"], "Stage 3 needs:"),
        (&["client", "add", "Z", "--set", "vip_category=retain", "--set", "stage=2"], "Only a prospect moves"),
        (&["client", "edit", "kaliakra", "--set", "risk_profile=low"], "kept for individuals only"),
        (
            &[
                "client",
                "edit",
                "kaliakra",
                "--set",
                r#"absent_steps+={"step":"agrees","reason":"","on":"2026-11-23"}"#,
            ],
            "reason is required.",
        ),
        (&["client", "edit", "saltmere", "--set", "stage=4", "--force"], "Give a reason."),
        (&["visit", "plan", "velkov", "--start", "2027-10-31T03:30"], "--fold 1 (the second)"),
    ] {
        let told = desk.fails(1, args);
        assert!(told.contains(said), "{args:?}: {told}");
    }
    let second = ["visit", "plan", "velkov", "--start", "2027-10-31T03:30", "--fold", "1"];
    let second = desk.says(&second);
    assert_eq!(desk.document(&["visit", "show", second.trim()])["visit"]["fold"], 1);
    let same: Vec<&str> = namesake.into_iter().chain(["--yes"]).collect();
    assert_eq!(desk.says(&same), "sedov\n", "whom the book has");
}

#[test]
fn a_file_that_would_change_many_clients_is_asked_about_and_what_was_changed_here_is_named() {
    let desk = Desk::demo();
    let whole = desk.says(&["export", "--format", "json"]);
    let mut document: serde_json::Value = serde_json::from_str(&whole).unwrap();
    for client in document["tables"]["client"].as_array_mut().unwrap().iter_mut().take(10) {
        client["industry"] = "x".into();
    }
    std::fs::write(desk.path("ten.json"), document.to_string()).unwrap();
    let said = desk.fails(1, &["import", "ten.json"]);
    assert!(said.contains("0 new, 10 changed, 0 conflicts. Apply? (y/N) Say yes with --yes."), "{said}");
    std::fs::write(desk.path("old.json"), &whole).unwrap();
    desk.says(&["client", "edit", "velkov", "--set", "industry=гори"]);
    assert_eq!(desk.document(&["import", "old.json", "--dry-run"])["conflicts"][0]["fields"][0], "industry");
    let out = desk.run(&["import", "old.json"]);
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success() && said.contains("later than in the file: industry"), "{said}");
    let nowhere = whole.replacen("\"client\": \"", "\"client\": \"0", 1);
    std::fs::write(desk.path("nowhere.json"), nowhere).unwrap();
    let said = desk.fails(1, &["import", "nowhere.json"]);
    assert!(said.contains("affiliation ") && said.contains(", client: "), "names row and field: {said}");
}

#[test]
fn what_the_system_says_of_a_file_is_said_in_our_words() {
    let desk = Desk::demo();
    std::fs::write(desk.path("bytes.json"), [0xff, 0xfe, 0x00, 0x9f]).unwrap();
    std::fs::create_dir(desk.path("folder")).unwrap();
    for (code, args, said) in [
        (3, &["import", "missing.json"][..], "there is no such file. Nothing was saved."),
        (1, &["import", "bytes.json"], "no text in UTF-8"),
        (1, &["import", "folder"], "it is a folder"),
        (1, &["export", "--format", "json", "-o", "folder", "--yes"], "it is a folder"),
        (1, &["export", "--format", "json", "-o", "none/x.json"], "There is no directory none."),
    ] {
        let told = desk.fails(code, args);
        assert!(told.contains(said), "{args:?}: {told}");
    }
}

#[cfg(feature = "cipher")]
#[test]
fn a_snapshot_of_an_encrypted_book_is_asked_about_and_of_a_plain_one_is_not() {
    let desk = Desk::demo();
    std::fs::write(desk.path("pass"), "correct horse\n").unwrap();
    desk.says(&["export", "--format", "json", "--passphrase-file", "pass"]);
    let locked = Desk::empty();
    std::fs::write(locked.path("pass"), "correct horse\n").unwrap();
    let pass = ["--passphrase-file", "pass"];
    locked.says(&["init", "--encrypt", pass[0], pass[1]]);
    let said = locked.fails(1, &["export", "--format", "json", pass[0], pass[1]]);
    assert!(said.contains("The book is encrypted; this file will not be."), "{said}");
}

#[test]
fn more_steps_than_there_are_are_neither_undone_nor_redone() {
    let desk = Desk::demo();
    desk.says(&["note", "add", "one", "--client", "velkov"]);
    desk.says(&["note", "add", "two", "--client", "velkov"]);
    assert!(desk.fails(1, &["undo", "9999"]).starts_with("Only 3 steps can be undone. Nothing was saved."));
    assert_eq!(desk.says(&["undo", "2"]).lines().count(), 2);
    assert!(desk.fails(1, &["redo", "3"]).starts_with("Only 2 steps can be redone."));
    assert_eq!(desk.says(&["redo", "2"]).lines().count(), 2);
    desk.fails(2, &["undo", "0"]);
}

#[test]
fn one_step_is_taken_from_beneath_others_unless_they_build_on_it() {
    let desk = Desk::demo();
    let last =
        || desk.document(&["history"])["steps"].as_array().unwrap().iter().filter_map(|s| s["number"].as_i64()).max();
    desk.says(&["client", "add", "Alpha"]);
    let alpha = last().unwrap().to_string();
    desk.says(&["client", "add", "Beta"]);
    desk.says(&["note", "add", "first", "--client", "beta"]);
    let beta = (last().unwrap() - 1).to_string();
    desk.fails(1, &["undo", "--step", &beta]);
    desk.fails(2, &["undo", "2", "--step", &alpha]);
    desk.says(&["undo", "--step", &alpha]);
    assert!(!desk.says(&["client", "list"]).contains("Alpha"));
    desk.fails(1, &["undo", "--step", &alpha]);
    desk.fails(1, &["undo", "--step", "9999"]);
    desk.says(&["redo"]);
    assert!(desk.says(&["client", "list"]).contains("Alpha"));
}

#[test]
fn what_to_do_follows_from_what_is_wrong() {
    let desk = Desk::demo();
    for (code, args, said) in [
        (
            4,
            &["-b", "/etc/passwd", "today"][..],
            "is not a book of attache. Nothing was changed. Name the book with --book.",
        ),
        (3, &["-b", "none", "today"], "No book at none. Make one with attache init."),
        (1, &["client", "list", "--sort", "nope"], "Client has no field nope."),
        (1, &["client", "edit", "velkov", "--set", "segment=nope"], "Nothing was saved"),
        (1, &["redo"], "Nothing to redo. Nothing was saved."),
    ] {
        assert!(desk.fails(code, args).trim_end().contains(said), "{args:?} {}", desk.fails(code, args));
    }
    assert!(!desk.fails(1, &["client", "list", "--sort", "nope"]).contains("saved"));
}

#[test]
fn a_standard_answer_is_the_answer_or_none_and_an_old_one_is_asked_about() {
    let desk = Desk::demo();
    let fresh = desk.says(&["answer", "add", "How long?", "--set", "body=A day.", "--set", "reviewed_on=2026-01-01"]);
    desk.says(&["answer", "edit", fresh.trim(), "--set", "valid_until=2026-01-02"]);
    let open = |row: &serde_json::Value| row["state"] == "open";
    let problem = uid(&desk, &["problem", "list"], "problems", open);
    let answer = ["problem", "answer", &problem, "--answer", fresh.trim()];
    desk.fails(2, &[&answer[..], &["--resolution", "mine"]].concat());
    assert!(desk.fails(1, &answer).contains("--yes"));
    desk.says(&[&answer[..], &["--yes"]].concat());
    let document = desk.document(&["answer", "show", fresh.trim()]);
    assert_eq!(document["answer"]["uses"], 1);
    assert_eq!(desk.document(&["problem", "show", &problem])["problem"]["resolution"], "A day.");
}
