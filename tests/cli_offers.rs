//! Offers on the command line: their older versions, and what was taken off them.
#![allow(clippy::unwrap_used, reason = "tests")]

mod cli_rig;

use cli_rig::Desk;

const OFFER: &str = "Экспортные аккредитивы";

/// The demo's presented offer, taken back as its third version, with another fee and a need less.
fn reworked() -> Desk {
    let desk = Desk::demo();
    desk.says(&["offer", "version", OFFER]);
    let offer = desk.document(&["offer", "show", OFFER]);
    let term = offer["terms"].as_array().unwrap().iter().find(|term| term["label"] == "Комиссия").unwrap();
    desk.says(&["term", "edit", term["uid"].as_str().unwrap(), "--set", "value=1,11 %"]);
    desk.says(&["offer", "edit", OFFER, "--set", "needs=", "--reason", "they clear it through Ningbo"]);
    desk
}

#[test]
fn an_older_version_of_an_offer_is_shown_as_it_stood() {
    let desk = Desk::demo();
    let before = desk.document(&["offer", "show", OFFER]);
    assert_eq!(before["offer"]["earlier_versions"], serde_json::json!([]));
    let desk = reworked();
    let old = desk.document(&["offer", "show", OFFER, "--version", "2"]);
    for part in ["version", "state", "needs", "floor", "score", "loses", "ledger", "taken_off"] {
        assert_eq!(old["offer"][part], before["offer"][part], "{part}");
    }
    assert_eq!(old["terms"], before["terms"]);
    assert_eq!(old["offer"]["replaced_on"], "2026-11-23");
    let now = desk.document(&["offer", "show", OFFER]);
    assert_ne!(now["terms"], before["terms"]);
    assert_eq!(now["offer"]["replaced_on"], serde_json::Value::Null);
    assert_eq!(now["offer"]["earlier_versions"][0]["version"], 2);
    assert_eq!(desk.document(&["offer", "show", OFFER, "--version", "3"]), now);
    for (version, there, away) in
        [("2", "Version 2 of 3, replaced on 23 Nov 2026", "Ningbo"), ("3", "2 (until 23 Nov", "replaced on")]
    {
        let said = desk.says(&["offer", "show", OFFER, "--version", version]);
        assert!(said.contains(there) && !said.contains(away), "{version}: {said}");
    }
    for version in ["1", "4", "0", "-1"] {
        let said = desk.fails(3, &["offer", "show", OFFER, "--version", version]);
        assert!(said.contains("There are: 2, 3"), "{said}");
    }
}

#[test]
fn a_need_taken_off_is_told_everywhere_but_to_the_client() {
    let desk = Desk::demo();
    let evidence = r#"evidence=[{"quote":"in writing","date":"2026-11-20","weight":"document"}]"#;
    let other = ["need", "add", "Forms in Chinese", "--client", "volga-metall", "--set", "voice=stated"];
    desk.says(&[&other[..], &["--set", "state=confirmed", "--set", evidence]].concat());
    let needs = r#"needs=["Forms in Chinese"]"#;
    desk.says(&["offer", "edit", OFFER, "--set", needs, "--reason", "they clear it through Shanghai"]);
    let off = desk.document(&["offer", "show", OFFER])["offer"]["taken_off"].clone();
    assert_eq!((&off[0]["on"], &off[0]["reason"]), (&"2026-11-23".into(), &"they clear it through Shanghai".into()));
    assert!(off[0]["need"]["title"].as_str().is_some_and(|title| title.contains("Скорость")), "{off}");
    assert!(desk.says(&["offer", "show", OFFER]).contains("Shanghai"));
    assert!(desk.says(&["brief", "volga-metall"]).contains("Shanghai"));
    assert!(desk.says(&["brief", "volga-metall", "--json"]).contains("Shanghai"));
    assert!(!desk.says(&["brief", "volga-metall", "--for", "client"]).contains("Shanghai"));
}

#[test]
fn a_reference_added_to_its_list_again_stands_there_once() {
    let desk = Desk::demo();
    let offers = desk.document(&["offer", "list"]);
    let offer = offers["offers"].as_array().unwrap().iter().find(|row| row["needs"].as_array().is_some()).unwrap();
    let (uid, need) = (offer["uid"].as_str().unwrap(), offer["needs"][0].to_string().replace('"', ""));
    let before = desk.bytes();
    desk.says(&["offer", "edit", uid, "--set", &format!("needs+={need}")]);
    assert_eq!(desk.bytes(), before);
}
