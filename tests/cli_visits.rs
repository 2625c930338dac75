//! Visits on the command line: when they are, what is typed of them, and what is said where that is wrong.

mod cli_rig;

use cli_rig::Desk;
use serde_json::Value as Json;

fn start(desk: &Desk, visit: &str) -> String {
    let shown = desk.document(&["visit", "show", visit]);
    shown["visit"]["start"].as_str().unwrap_or_default().to_owned()
}

/// A day alone: in the morning for a new visit, at its own hour for one that is moved, at this one's hour for the next.
#[test]
fn a_day_alone_means_the_same_through_every_door() {
    let desk = Desk::demo();
    let plan = |when: &str| desk.says(&["visit", "plan", "volga-metall", "--start", when]).trim().to_owned();
    let visit = plan("+9d");
    assert_eq!(start(&desk, &visit), "2026-12-02T08:00");
    desk.says(&["visit", "move", &visit, "--start", "wed 15:30"]);
    assert_eq!(start(&desk, &visit), "2026-11-25T15:30");
    desk.says(&["visit", "move", &visit, "--start", "+8d"]);
    assert_eq!(start(&desk, &visit), "2026-12-01T15:30");
    desk.says(&["visit", "edit", &visit, "--set", "start=2026-12-03"]);
    assert_eq!(start(&desk, &visit), "2026-12-03T15:30");
    desk.says(&["visit", "move", &visit, "--start", "9:15"]);
    assert_eq!(start(&desk, &visit), "2026-12-03T09:15");
    let added = desk.says(&["visit", "add", "--client", "velkov", "--set", "start=+9d"]);
    assert_eq!(start(&desk, added.trim()), "2026-12-02T08:00");
}

#[test]
fn the_page_as_a_file_takes_the_days_that_are_typed_anywhere() {
    let desk = Desk::demo();
    let page = "outcome = \"agreed\"\n[[people]]\nperson = \"sedov\"\ncame = \"yes\"\n[[promises]]\nwho = \"we\"\n\
                text = \"send the draft\"\ndue = \"+3d\"\n[next]\nstart = \"+14d\"\npurpose = \"sign\"\n";
    std::fs::write(desk.path("page.toml"), page).unwrap();
    let evening = ["--today", "2026-11-23T13:00"];
    desk.says(&["visit", "record", "volga-metall@2026-11-23", "--file", "page.toml", evening[0], evening[1]]);
    let promises = desk.document(&["promise", "list", "--client", "volga-metall"]);
    let due = promises["promises"].as_array().unwrap().iter().find(|row| row["text"] == "send the draft").unwrap();
    assert_eq!(due["due"], "2026-11-26");
    assert_eq!(start(&desk, "volga-metall@2026-12-07"), "2026-12-07T11:00");
}

#[test]
fn a_wrong_key_of_the_page_is_named_with_its_line_and_what_would_be_right() {
    let desk = Desk::demo();
    for (page, key, line, right) in [
        ("purpose = \"a\"\noutcom = \"b\"\n", "outcom: ", "line 2, ", "outcome"),
        ("[[promises]]\nwho = \"we\"\ndew = \"+3d\"\n", "promises[0].dew: ", "line 3, ", "due"),
        ("[next]\nzzzz = 1\n", "next.zzzz: ", "line 2, ", "start"),
        ("[[promises]]\ndue = \"soonish\"\n", "promises[0].due: ", "line 2, ", "+3d"),
    ] {
        std::fs::write(desk.path("wrong.toml"), page).unwrap();
        let said = desk.fails(1, &["visit", "record", "volga-metall@2026-11-23", "--file", "wrong.toml"]);
        assert!([key, line, right].iter().all(|part| said.contains(part)), "{page}: {said}");
    }
}

#[test]
fn a_wrong_day_in_the_name_of_a_visit_is_named() {
    let desk = Desk::demo();
    let said = desk.fails(1, &["visit", "show", "sineva@2026-13-45"]);
    assert!(said.contains("2026-13-45") && said.contains("sineva@2026-11-23"), "{said}");
    let said = desk.fails(3, &["visit", "show", "volga-metall@2026-11-24"]);
    assert!(said.contains("volga-metall@2026-11-23"), "{said}");
    let said = desk.fails(3, &["visit", "show", "nobodyatall@2026-11-24"]);
    assert!(said.contains("nobodyatall") && !said.contains("nobodyatall@"), "{said}");
}

#[test]
fn from_the_evening_on_tomorrow_stands_below_the_day() {
    let desk = Desk::demo();
    for (hour, shown) in [("17:59", false), ("18:00", true)] {
        let now = ["--today", &format!("2026-11-23T{hour}")];
        for brief in [&["today"][..], &["today", "--brief"]] {
            let said = desk.says(&[brief, &now].concat());
            assert_eq!(said.contains("Tomorrow, Tue 24 Nov 2026"), shown, "{said}");
        }
        let document = desk.document(&["today", now[0], now[1]]);
        assert_eq!(document["date"], "2026-11-23");
        let date = document.get("tomorrow").map(|tomorrow| tomorrow["date"].clone());
        assert_eq!(date, shown.then(|| Json::from("2026-11-24")));
    }
}

#[test]
fn a_promise_that_repeats_needs_its_first_day_and_a_day_off_is_told() {
    let desk = Desk::demo();
    let call = ["promise", "add", "call", "--client", "velkov", "--who", "we"];
    let said = desk.fails(1, &[&call[..], &["--set", "repeat=weekly"]].concat());
    assert!(said.contains("due"), "{said}");
    desk.says(&[&call[..], &["--set", "repeat=weekly", "--due", "2026-11-27"]].concat());
    let told = desk.run(&[&call[..], &["--due", "2026-11-28"]].concat()).stderr;
    let told = String::from_utf8(told).unwrap();
    assert!(told.contains("28 Nov 2026") && told.contains("27 Nov 2026"), "{told}");
    let listed = desk.says(&["promise", "list", "--client", "velkov"]);
    assert!(listed.contains("28 Nov 2026, due Fri 27 Nov"), "{listed}");
}

/// `due` is what was promised and can be edited; the day on which the screen shows it stands beside it.
#[test]
fn a_due_on_a_day_off_is_told_alike_by_every_document() {
    let desk = Desk::demo();
    // 28 November 2026 is a Saturday.
    for (who, text, shown) in [("we", "our letter", "2026-11-27"), ("they", "their letter", "2026-11-28")] {
        desk.says(&["promise", "add", text, "--client", "volga-metall", "--who", who, "--due", "2026-11-28"]);
        for command in [&["promise", "list"][..], &["today"]] {
            let found = desk.document(command);
            let row = found["promises"].as_array().unwrap().iter().find(|row| row["text"] == text).cloned().unwrap();
            assert_eq!((&row["due"], &row["due_shown"]), (&"2026-11-28".into(), &shown.into()), "{command:?} {row}");
        }
    }
    let without = desk.says(&["promise", "add", "some day", "--client", "volga-metall", "--who", "we"]);
    assert_eq!(desk.document(&["promise", "show", without.trim()])["promise"]["due_shown"], Json::Null);
}

#[test]
fn no_time_at_all_is_no_time() {
    let desk = Desk::demo();
    let said = desk.fails(1, &["visit", "plan", "volga-metall", "--start", ""]);
    assert!(said.contains("\"\"") && !said.contains("null"), "{said}");
}

#[test]
fn the_day_says_what_became_of_its_visits() {
    let desk = Desk::demo();
    std::fs::write(desk.path("page.toml"), "outcome = \"agreed\"\n").unwrap();
    desk.says(&["visit", "record", "volga-metall@2026-11-23", "--file", "page.toml"]);
    for command in [&["today"][..], &["today", "--brief"]] {
        let told = desk.says(command);
        let line = told.lines().find(|line| line.contains("11:00")).unwrap_or_default();
        assert!(line.trim_end().ends_with("held"), "{told}");
    }
    assert!(desk.says(&["--today", "2026-11-27", "today"]).contains(" 1 visit "));
    assert!(desk.says(&["today"]).contains(" 5 visits "));
    let planned = desk.says(&["visit", "plan", "volga-metall", "--start", "+9d"]);
    desk.says(&["visit", "cancel", planned.trim(), "--by", "us", "--reason", "ill"]);
    desk.fails(1, &["visit", "record", planned.trim(), "--print"]);
    let said = desk.fails(1, &["visit", "record", planned.trim(), "--file", "page.toml"]);
    assert!(said.contains("did not take place"), "{said}");
}
