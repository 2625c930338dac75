//! Calendars in and out, and the folders kept in step with the book: an appointment is never doubled, an older one
//! changes nothing, and what another program keeps there stays.

mod cli_rig;

use std::path::Path;

use cli_rig::Desk;
use serde_json::Value as Json;

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exchange");
    folder.join(name).display().to_string()
}

fn volga() -> Desk {
    let desk = Desk::empty();
    desk.says(&["init"]);
    desk.says(&["settings", "set", "zone", "Europe/Moscow"]);
    desk.says(&["client", "add", "ООО «Волга Металл»"]);
    desk
}

fn visits(desk: &Desk) -> Vec<Json> {
    desk.document(&["visit", "list"])["visits"].as_array().unwrap().clone()
}

fn write(desk: &Desk, name: &str, body: &str) {
    let text = format!("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{body}\nEND:VCALENDAR\n").replace('\n', "\r\n");
    std::fs::write(desk.path(name), text).unwrap();
}

#[test]
fn calendars_of_every_program_are_read() {
    let desk = volga();
    for (file, count, start) in [
        ("khal.ics", 1, "2026-12-03T11:00"),
        ("google.ics", 2, "2026-12-05T11:00"),
        ("outlook.ics", 3, "2026-12-07T11:00"),
        ("khal-day.ics", 4, "2026-12-10T09:00"),
        ("khal-weekly.ics", 7, "2026-12-14T09:00"),
    ] {
        desk.says(&["import", &fixture(file)]);
        let all = visits(&desk);
        assert_eq!(all.len(), count, "{file}");
        assert!(all.iter().any(|visit| visit["start"] == start), "{file}: {all:?}");
        let before = desk.bytes();
        assert!(desk.says(&["import", &fixture(file)]).contains("Nothing new"), "{file} twice");
        assert_eq!(desk.bytes(), before);
    }
    assert!(desk.says(&["import", &fixture("radicale.ics")]).contains("Nothing new"), "the same appointment");
    let told = desk.run(&["import", &fixture("google.ics"), "--dry-run"]);
    assert!(told.status.success());
}

#[test]
fn an_appointment_that_moved_moves_its_visit() {
    let desk = volga();
    let event = |sequence: u32, start: &str, status: &str| {
        let body = format!(
            "BEGIN:VEVENT\nUID:m@x\nDTSTAMP:20261101T080000Z\nSEQUENCE:{sequence}\nDTSTART;TZID=Europe/Moscow:{start}\nDURATION:PT1H\nSTATUS:{status}\nSUMMARY:Волга Металл\nEND:VEVENT"
        );
        write(&desk, "m.ics", &body);
        desk.says(&["import", "m.ics"])
    };
    event(0, "20261201T100000", "CONFIRMED");
    event(1, "20261202T120000", "CONFIRMED");
    assert!(event(0, "20261201T100000", "CONFIRMED").contains("Nothing new"));
    let all = visits(&desk);
    assert_eq!((all.len(), &all[0]["start"]), (1, &"2026-12-02T12:00".into()));
    event(2, "20261202T120000", "CANCELLED");
    assert_eq!(visits(&desk)[0]["status"], "cancelled");
    desk.says(&["undo"]);
    assert_eq!(visits(&desk)[0]["status"], "planned");
}

#[test]
fn past_ones_come_in_held_and_those_of_nobody_are_refused_by_line() {
    let desk = volga();
    write(
        &desk,
        "p.ics",
        "BEGIN:VEVENT\nUID:1\nDTSTART:20261001T080000Z\nSUMMARY:Волга Металл: аудит\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:2\nDTSTART:20261201T080000Z\nSUMMARY:Dentist\nEND:VEVENT\n\
         BEGIN:VTODO\nUID:3\nSUMMARY:Волга Металл: письмо\nDUE;VALUE=DATE:20261201\nSTATUS:NEEDS-ACTION\nEND:VTODO",
    );
    let out = desk.run(&["import", "p.ics"]);
    let told = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success() && told.contains("line 9: no client is named in Dentist"), "{told}");
    let all = visits(&desk);
    assert_eq!((all.len(), &all[0]["status"], &all[0]["purpose"]), (1, &"held".into(), &"Волга Металл: аудит".into()));
    let promises = desk.document(&["promise", "list"]);
    assert_eq!(promises["promises"][0]["due"], "2026-12-01", "{promises}");
    desk.fails(1, &["import", "p.ics", "--strict"]);
    write(&desk, "none.ics", "BEGIN:VEVENT\nUID:2\nDTSTART:20261201T080000Z\nSUMMARY:Dentist\nEND:VEVENT");
    desk.fails(1, &["import", "none.ics"]);
    desk.says(&["import", "none.ics", "--client", "volga-metall"]);
}

#[test]
fn what_goes_out_comes_back_without_a_change() {
    let desk = Desk::demo();
    desk.says(&["export", "--format", "ics", "--with", "personal", "-o", "all.ics"]);
    let text = std::fs::read_to_string(desk.path("all.ics")).unwrap();
    for line in ["BEGIN:VTIMEZONE", "BEGIN:VALARM", "BEGIN:VTODO", "RRULE:FREQ=YEARLY", "TRANSP:TRANSPARENT"] {
        assert!(text.contains(line), "{line}");
    }
    assert!(text.lines().all(|line| line.trim_end_matches('\r').len() <= 75));
    let before = desk.bytes();
    assert!(desk.says(&["import", "all.ics"]).contains("Nothing new"));
    assert_eq!(desk.bytes(), before);
    let plain = desk.says(&["export", "--format", "ics"]);
    assert!(!plain.contains("X-ATTACHE-OCCASION"), "days to remember are personal");
}

#[test]
fn busy_times_say_nothing_else_and_a_clients_copy_nothing_private() {
    let desk = Desk::demo();
    let busy = desk.says(&["export", "--format", "ics", "--busy"]);
    assert!(busy.contains("BEGIN:VEVENT"));
    for word in ["DESCRIPTION", "LOCATION", "ATTENDEE", "ORGANIZER", "VTODO"] {
        assert!(!busy.contains(word), "{word}");
    }
    let args = ["export", "--format", "ics", "--client", "volga-metall", "--for", "client"];
    let copy = desk.says(&args);
    for word in ["X-ATTACHE", "VALARM", "TRANSPARENT"] {
        assert!(!copy.contains(word), "{word}");
    }
    desk.says(&["visit", "edit", "volga-metall@2026-11-23", "--set", "agenda=Как у Marrowick Shipping"]);
    desk.fails(6, &args);
}

fn sync(desk: &Desk) -> String {
    let mut command = desk.command(&["sync"]);
    command.env("XDG_CONFIG_HOME", desk.path("config")).env("HOME", desk.path("config"));
    let out = command.output().unwrap();
    let told = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success(), "{told}");
    String::from_utf8(out.stdout).unwrap() + &told
}

#[test]
fn ten_rounds_of_sync_double_nothing() {
    let desk = volga();
    desk.says(&["person", "add", "Седов Игорь", "--client", "volga-metall", "--position", "Директор"]);
    desk.says(&["visit", "plan", "volga-metall", "--start", "2026-12-01T10:00", "--purpose", "лимит"]);
    desk.says(&["promise", "add", "письмо", "--client", "volga-metall", "--due", "2026-12-02"]);
    for folder in ["cards", "days", "config/attache"] {
        std::fs::create_dir_all(desk.path(folder)).unwrap();
    }
    let config = format!(
        "[sync]\ncontacts = \"{}\"\ncalendar = \"{}\"\n",
        desk.path("cards").display(),
        desk.path("days").display()
    );
    std::fs::write(desk.path("config/attache/config.toml"), config).unwrap();
    std::fs::copy(fixture("icloud.vcf"), desk.path("cards/nina.vcf")).unwrap();
    std::fs::copy(fixture("khal.ics"), desk.path("days/khal.ics")).unwrap();
    std::fs::copy(fixture("khal-weekly.ics"), desk.path("days/weekly.ics")).unwrap();
    sync(&desk);
    let state = || {
        let mut files: Vec<(String, String)> = ["cards", "days"]
            .iter()
            .flat_map(|folder| std::fs::read_dir(desk.path(folder)).unwrap())
            .map(|entry| entry.unwrap().path())
            .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).unwrap()))
            .collect();
        files.sort();
        (files, desk.says(&["export", "--format", "json"]))
    };
    let (files, book) = state();
    assert_eq!(files.len(), 6, "{files:?}");
    assert_eq!((visits(&desk).len(), desk.document(&["person", "list"])["people"].as_array().unwrap().len()), (5, 2));
    let nina = std::fs::read_to_string(desk.path("cards/nina.vcf")).unwrap();
    assert!(nina.contains("UID:0D8C2A2E-77A0-4E6B-9C0B-icloud") && nina.contains("PHOTO;"), "{nina}");
    for _ in 0..10 {
        sync(&desk);
    }
    assert_eq!(state(), (files, book));
    // A change on either side reaches the other.
    desk.says(&["person", "edit", "Жукова", "--set", "salutation=Нина Олеговна"]);
    sync(&desk);
    let nina = std::fs::read_to_string(desk.path("cards/nina.vcf")).unwrap();
    assert!(nina.contains("Нина Олеговна") && nina.contains("PHOTO;"), "{nina}");
    let khal = std::fs::read_to_string(desk.path("days/khal.ics")).unwrap();
    let step: u32 =
        khal.lines().find_map(|line| line.strip_prefix("SEQUENCE:")).map_or(0, |n| n.trim().parse().unwrap());
    let moved = khal.replace("20261203T1", "20261204T1");
    let moved = if khal.contains("SEQUENCE:") {
        moved.replace(&format!("SEQUENCE:{step}"), &format!("SEQUENCE:{}", step + 1))
    } else {
        moved.replace("END:VEVENT", "SEQUENCE:1\r\nEND:VEVENT")
    };
    std::fs::write(desk.path("days/khal.ics"), moved).unwrap();
    sync(&desk);
    let starts: Vec<String> = visits(&desk).iter().map(|visit| visit["start"].to_string()).collect();
    assert!(starts.contains(&"\"2026-12-04T11:00\"".to_owned()) && starts.len() == 5, "{starts:?}");
    for _ in 0..3 {
        sync(&desk);
    }
    assert_eq!(visits(&desk).len(), 5);
}

#[test]
fn sync_without_folders_says_where_to_name_them() {
    let desk = volga();
    let said = desk.fails(1, &["sync"]);
    assert!(said.contains("config.toml"), "{said}");
}
