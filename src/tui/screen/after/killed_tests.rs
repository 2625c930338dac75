//! A process killed at any key while the page is open: at the next start the page is whole again, and what it then saves
//! is what it would have saved.

use crate::domain::figures::testing::{DEMO, id};
use crate::domain::{Book, Client, Visit};
use crate::tui::rig::Rig;
use crate::tui::target::Target;

const VISIT: &str = "v-volga-metall-2026-11-23";

/// Every section of the page, cut where the process is killed: within texts, after them, after keys.
const KEYS: [&str; 22] = [
    "agr",
    "eed <Tab>",
    "D D + j B S S",
    "i mon",
    "ey <Enter>",
    "i fa",
    "me <Enter> c >",
    "<Tab> <Space> j <Enter> ye",
    "s <Enter>",
    "<Tab> <Space>",
    "a pap",
    "er <Enter>",
    "<Tab> <Space> a let",
    "ter <Space> due:t",
    "hu <Space> to:legal <Enter>",
    "w cop",
    "y <Enter>",
    "<Enter>",
    "er <Enter> <Tab> 8.1",
    "2 <Space> 10:00 <Enter> ag",
    "ree <Esc> 7",
    "9",
];

/// Whatever the page can have changed, without what each process makes anew (uids, times of day).
fn told(book: &Book) -> Vec<String> {
    let visit: &Visit = book.visit.get(id(VISIT)).unwrap();
    let of_visit = id::<Visit>(VISIT);
    let mut told = vec![format!("{:?}", (visit.status, &visit.outcome, &visit.attendees, &visit.questions))];
    told.extend(book.role.of(of_visit).map(|row| format!("{:?}", (row.person, row.kind, row.certainty))));
    told.extend(book.stance.of(of_visit).map(|row| format!("{:?}", (row.person, row.value, row.influence))));
    told.extend(book.need.iter().map(|row| format!("{:?}", (&row.title, row.state, row.voice, row.evidence.len()))));
    let promises = book.commitment.iter();
    told.extend(promises.map(|row| format!("{:?}", (&row.text, row.who, row.due, row.state, &row.passed_to))));
    let next = book.visit.iter().filter(|row| row.followup_of == Some(of_visit));
    told.extend(next.map(|row| format!("{:?}", (row.start, &row.purpose))));
    told.extend(book.interest.iter().map(|row| format!("{:?}", (row.person, &row.text))));
    told.extend(book.satisfaction.of(id::<Client>("c-volga-metall")).map(|row| format!("{:?}", (row.on, row.score))));
    told.sort();
    told
}

/// What is saved after these keys, and what is said of it; the book is then as it was.
fn saved_after(keys: &str, killed: bool, rig: &mut Rig) -> (Vec<String>, String) {
    let before = rig.desk().last_step();
    rig.open(&Target::After(id(VISIT))).press(keys);
    if killed {
        rig.a_second_later().is_killed().open(&Target::After(id(VISIT)));
    }
    let said = rig.press("Ctrl-S").status();
    let told = told(rig.book());
    rig.is_killed();
    if rig.desk().last_step() > before {
        rig.press("u");
    }
    for draft in rig.desk().drafts().unwrap() {
        rig.desk().drop_draft(&draft.key).unwrap();
    }
    (told, said)
}

#[test]
fn killed_at_any_key_the_page_comes_back_whole() {
    let mut rig = Rig::with(&DEMO).size(60, 15);
    for n in 1..=KEYS.len() {
        let typed = KEYS[..n].join(" ");
        let [killed, spared] = [true, false].map(|killed| saved_after(&typed, killed, &mut rig));
        assert_eq!(killed, spared, "killed after: {typed}");
    }
}

/// A draft with an interest half typed, of somebody whose line the draft does not have.
#[test]
fn an_interest_comes_back_though_its_person_has_left_the_page() {
    let person = DEMO.person.iter().find(|row| row.handle == "velkov").map(crate::domain::Row::uid).unwrap();
    for (whose, is_known) in [(person.uuid, true), (uuid::Uuid::from_u128(1), false)] {
        let mut rig = Rig::with(&DEMO);
        rig.open(&Target::After(id(VISIT))).press("ok <Tab> i money").a_second_later();
        let draft = rig.desk().drafts().unwrap().remove(0);
        let mut json: serde_json::Value = serde_json::from_str(&draft.text).unwrap();
        json["becomes"] = serde_json::json!(whose.to_string());
        rig.desk().keep_draft(&draft.key, &json.to_string()).unwrap();
        rig.is_killed().open(&Target::After(id(VISIT)));
        assert!(rig.screen().contains("money"), "{}", rig.screen());
        rig.press("<Enter>").a_second_later();
        assert!(rig.desk().drafts().unwrap()[0].text.contains("money"), "{}", rig.screen());
        let gone = crate::i18n::Words::new(crate::i18n::Lang::En).say("after-person-gone");
        assert_eq!(gone.ends_with(rig.status().trim()), !is_known, "{}", rig.status());
        rig.press("<C-u> <Enter> <C-s>");
        let visit: &Visit = rig.book().visit.get(id(VISIT)).unwrap();
        assert_eq!(visit.outcome.is_some(), !is_known, "an emptied line is in nobody's way");
    }
}
