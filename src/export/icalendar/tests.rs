//! What calendars say is understood: times, zones, rules, days and tasks; what is broken costs a sentence.

use chrono::{DateTime, Utc};

use super::{Calendar, Window, read, zone};
use crate::domain::appointments::Kind;

fn calendar(body: &str) -> Calendar {
    let text = format!("BEGIN:VCALENDAR\nVERSION:2.0\n{body}\nEND:VCALENDAR\n").replace('\n', "\r\n");
    let utc = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let zone = "Europe/Sofia".parse().unwrap();
    let window = Window { zone, from: utc("2026-11-23T08:00:00Z"), until: utc("2027-11-23T08:00:00Z") };
    read(text.as_bytes(), None, &window).unwrap()
}

#[test]
fn times_are_understood_whatever_their_form() {
    for (line, start, minutes, zone) in [
        ("DTSTART:20261201T080000Z\nDTEND:20261201T093000Z", "2026-12-01 10:00", Some(90), None),
        ("DTSTART:20261201T080000\nDURATION:PT45M", "2026-12-01 08:00", Some(45), None),
        (
            "DTSTART;TZID=Europe/Moscow:20261201T110000\nDTEND;TZID=Europe/Moscow:20261201T120000",
            "2026-12-01 11:00",
            Some(60),
            Some("Europe/Moscow"),
        ),
        ("dtstart;TZID=Russian Standard Time:20261201T110000", "2026-12-01 11:00", None, Some("Europe/Moscow")),
        ("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261202", "2026-12-01 09:00", Some(480), None),
    ] {
        let found = calendar(&format!("BEGIN:VEVENT\nUID:1\nSUMMARY:a\n{line}\nEND:VEVENT"));
        let item = &found.items[0];
        assert_eq!(item.start.unwrap().format("%Y-%m-%d %H:%M").to_string(), start, "{line}");
        assert_eq!((item.minutes, item.zone.map(chrono_tz::Tz::name)), (minutes, zone), "{line}");
    }
}

#[test]
fn a_zone_of_its_own_name_is_found_by_what_it_says() {
    let zone = "BEGIN:VTIMEZONE\nTZID:Mine\nX-LIC-LOCATION:Europe/Paris\nBEGIN:STANDARD\nDTSTART:16010101T000000\n\
        TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n";
    let found = calendar(&format!("{zone}BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Mine:20261201T110000\nEND:VEVENT"));
    assert_eq!(found.items[0].zone.unwrap().name(), "Europe/Paris");
    let lost = calendar("BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Nowhere:20261201T110000\nEND:VEVENT");
    assert_eq!(lost.notices[0].why.id, "calendar-unknown-zone");
}

#[test]
fn repeated_ones_become_days_with_their_exceptions() {
    let found = calendar(
        "BEGIN:VEVENT\nUID:w\nDTSTART;TZID=Europe/Sofia:20261124T100000\nDTEND;TZID=Europe/Sofia:20261124T110000\n\
         RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Europe/Sofia:20261201T100000\nSUMMARY:weekly\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:w\nRECURRENCE-ID;TZID=Europe/Sofia:20261208T100000\nDTSTART;TZID=Europe/Sofia:20261209T150000\n\
         SUMMARY:moved\nEND:VEVENT",
    );
    let days: Vec<(String, String, bool)> = found
        .items
        .iter()
        .map(|item| (item.start.unwrap().format("%m-%d %H:%M").to_string(), item.external_id(), item.repeated))
        .collect();
    let mut expected = [
        ("11-24 10:00", "w/20261124T080000Z"),
        ("12-15 10:00", "w/20261215T080000Z"),
        ("12-09 15:00", "w/20261208T080000Z"),
    ]
    .map(|(start, id)| (start.to_owned(), id.to_owned(), true));
    expected.sort();
    let mut days = days;
    days.sort();
    assert_eq!(days, expected);
}

#[test]
fn days_tasks_and_alarms_are_read() {
    let found = calendar(
        "BEGIN:VEVENT\nUID:d\nDTSTART;VALUE=DATE:19720229\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1\nX-ATTACHE-NO-YEAR:1\n\
         SUMMARY:Орлова Ирина: день рождения\nEND:VEVENT\n\
         BEGIN:VTODO\nUID:t\nSUMMARY:send it\nDUE;VALUE=DATE:20261130\nSTATUS:COMPLETED\nCOMPLETED:20261120T100000Z\n\
         X-ATTACHE-WHO:they\nEND:VTODO\n\
         BEGIN:VEVENT\nUID:a\nDTSTART:20261201T080000Z\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT1H30M\nEND:VALARM\n\
         BEGIN:VALARM\nACTION:AUDIO\nTRIGGER:-PT5M\nEND:VALARM\nEND:VEVENT\nBEGIN:VJOURNAL\nUID:j\nEND:VJOURNAL",
    );
    let [day, task, alarm] = &found.items[..] else { panic!("{:?}", found.items) };
    assert_eq!((day.kind, day.birthday, day.day.unwrap().to_string()), (Kind::Yearly, true, "--02-29".to_owned()));
    assert_eq!((task.kind, task.theirs, task.due.unwrap().to_string()), (Kind::Task, true, "2026-11-30".to_owned()));
    assert_eq!(task.done_on.unwrap().to_string(), "2026-11-20");
    assert_eq!((alarm.alarm, found.left_out), (Some(90), 2));
}

#[test]
fn what_is_broken_is_refused_and_depth_costs_nothing() {
    let found = calendar(
        "BEGIN:VEVENT\nSUMMARY:no uid\nDTSTART:20261201T080000Z\nEND:VEVENT\nBEGIN:VEVENT\nUID:x\nBEGIN:VEVENT\nUID:y\nDTSTART:20261201T080000Z\nEND:VEVENT\nBEGIN:VEVENT\nUID:z",
    );
    let ids: Vec<&str> = found.rejected.iter().map(|one| one.why.id.as_str()).collect();
    assert_eq!(ids, ["calendar-no-uid", "calendar-not-closed", "calendar-not-closed"]);
    assert_eq!(found.items.len(), 1);
    let deep = "BEGIN:VEVENT\nUID:1\nDTSTART:20261201T080000Z\n".to_owned()
        + &"BEGIN:X-A\n".repeat(1_000)
        + &"END:X-A\n".repeat(1_000);
    assert_eq!(calendar(&(deep + "END:VEVENT")).items.len(), 1);
}

#[test]
fn the_rules_of_a_zone_are_written_out() {
    let utc = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let text = zone("Europe/Sofia".parse().unwrap(), utc("2026-01-01T00:00:00Z"), utc("2027-01-01T00:00:00Z")).unwrap();
    assert!(
        text.starts_with("BEGIN:VTIMEZONE\r\nTZID:Europe/Sofia\r\n") && text.ends_with("END:VTIMEZONE\r\n"),
        "{text}"
    );
    assert!(text.contains("BEGIN:DAYLIGHT") && text.contains("TZOFFSETTO:+0300"), "{text}");
}
