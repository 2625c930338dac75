//! Cards in and out: what other programs write is read, what we write we read unchanged, the same file twice changes
//! nothing, one import is one step, and what is broken costs a sentence.

mod cli_rig;

use std::path::{Path, PathBuf};

use cli_rig::Desk;

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exchange");
    folder.join(name).display().to_string()
}

fn steps(desk: &Desk) -> usize {
    desk.document(&["history"])["steps"].as_array().unwrap().len()
}

fn with_firms(names: &[&str]) -> Desk {
    let desk = Desk::empty();
    desk.says(&["init"]);
    for name in names {
        desk.says(&["client", "add", name]);
    }
    desk
}

#[test]
fn cards_of_every_program_are_read_with_all_they_say() {
    let desk = with_firms(&["ООО «Волга Металл»", "汀岸制药"]);
    for (file, person, position) in [
        ("khard-3.0.vcf", "Белова", "Финансовый контролёр"),
        ("khard-4.0.vcf", "Лунина", "Финансовый контролёр"),
        ("vobject.vcf", "Орлов Пётр", "Начальник отдела"),
        ("google.vcf", "Котова", "Юрист"),
        ("icloud.vcf", "Жукова", "Логист"),
        ("outlook.vcf", "Соколов", "Директор завода"),
        ("phone.vcf", "Зуева", ""),
        ("evolution.vcf", "Громов", "Снабженец"),
        ("kaddressbook.vcf", "李伟", "财务总监"),
    ] {
        // The firm gets an address, and it is all the clients there are.
        desk.says(&["import", &fixture(file), "--yes"]);
        let shown = desk.document(&["person", "show", person]);
        let text = shown.to_string();
        assert!(text.contains(position), "{file}: {text}");
        let before = desk.bytes();
        assert!(desk.says(&["import", &fixture(file)]).contains("Nothing new"), "{file}");
        assert_eq!(desk.bytes(), before, "{file} twice");
    }
    for file in ["radicale.vcf", "vdirsyncer.vcf"] {
        assert!(desk.says(&["import", &fixture(file)]).contains("Nothing new"), "{file} is the same card");
    }
    let nina = desk.document(&["person", "show", "Жукова"]).to_string();
    for said in ["--02-29", "Skype", "nina.zh", "+7 846 200-77-88", "X-PHONETIC-LAST-NAME", "г-жа"] {
        assert!(nina.contains(said), "{said}: {nina}");
    }
}

#[test]
fn what_goes_out_comes_back_unchanged() {
    let full = Desk::demo();
    for version in ["4.0", "3.0"] {
        let empty = with_firms(&[]);
        let path = |desk: &Desk| desk.path(&format!("{version}.vcf"));
        let out = |desk: &Desk| {
            let args = ["export", "--format", "vcf", "--vcard", version, "--with", "personal", "--with", "map"];
            let path = path(desk).display().to_string();
            desk.says(&[&args[..], &["--yes", "-o", &path]].concat());
            std::fs::read_to_string(path).unwrap()
        };
        let written = out(&full);
        let long = written.lines().find(|line| line.trim_end_matches('\r').len() > 75);
        assert_eq!(long, None, "lines are folded");
        empty.says(&["import", &path(&full).display().to_string()]);
        let again = out(&empty);
        // Lines whose place is their order alone: those of ties are kept as they came until both are known.
        let sorted = |text: &str| {
            let cards = text.replace("\r\n ", "");
            let mut cards: Vec<Vec<String>> = cards
                .split("END:VCARD\r\n")
                // A firm that is archived has no card, so its people come without a place.
                .filter(|card| !card.contains("Ястреб"))
                .map(|card| {
                    let mut lines: Vec<String> = card.lines().map(str::to_owned).collect();
                    lines.sort();
                    lines
                })
                .collect();
            cards.sort();
            cards
        };
        let differ: Vec<_> = sorted(&written).into_iter().zip(sorted(&again)).filter(|(a, b)| a != b).take(2).collect();
        assert_eq!(differ, [], "{version}");
        let said = full.says(&["import", &path(&full).display().to_string()]);
        assert!(said.contains("Nothing new"), "{said}");
    }
    assert_eq!(full.document(&["history"])["steps"].as_array().unwrap().len(), steps(&Desk::demo()));
}

#[test]
fn an_import_is_one_step_and_one_undo_takes_it_back() {
    let desk = Desk::demo();
    let before = desk.says(&["export", "--format", "json"]);
    let count = steps(&desk);
    let said = desk.says(&["import", &fixture("google.vcf"), "--dry-run"]);
    assert!(said.contains("Nothing was changed"), "{said}");
    assert_eq!(steps(&desk), count);
    desk.says(&["import", &fixture("google.vcf")]);
    assert_eq!(steps(&desk), count + 1);
    desk.says(&["undo"]);
    assert_eq!(desk.says(&["export", "--format", "json"]), before);
}

#[test]
fn a_card_that_changed_changes_its_person_and_an_older_one_nothing() {
    let desk = with_firms(&["Volga"]);
    let card = |rev: &str, title: &str, phone: &str| {
        let text = format!(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:abc\r\nFN:Ann Lee\r\nN:Lee;Ann;;;\r\nORG:Volga\r\nTITLE:{title}\r\nTEL;TYPE=WORK:{phone}\r\nREV:{rev}\r\nEND:VCARD\r\n"
        );
        std::fs::write(desk.path("a.vcf"), text).unwrap();
        desk.says(&["import", "a.vcf"])
    };
    card("20261101T080000Z", "Clerk", "+7 1 2345");
    card("20261102T080000Z", "Head", "+7 1 6789");
    assert!(card("20261101T090000Z", "Nobody", "+7 1 0000").contains("Nothing new"));
    let people = desk.document(&["person", "list"]);
    assert_eq!(people["people"].as_array().unwrap().len(), 1, "{people}");
    let shown = desk.document(&["person", "show", "lee"]).to_string();
    assert!(shown.contains("Head") && shown.contains("+7 1 2345") && shown.contains("+7 1 6789"), "{shown}");
    assert!(!shown.contains("Nobody") && !shown.contains("+7 1 0000"), "{shown}");
}

#[test]
fn namesakes_are_asked_about_and_strangers_to_the_book_are_told() {
    let desk = with_firms(&["Volga"]);
    desk.says(&["person", "add", "Ann Lee", "--client", "volga"]);
    let card = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Lee Ann\r\nORG:Elsewhere\r\nTITLE:Clerk\r\nEND:VCARD\r\n";
    std::fs::write(desk.path("a.vcf"), card).unwrap();
    let said = desk.fails(1, &["import", "a.vcf"]);
    assert!(said.contains("--yes") && said.contains("Lee"), "{said}");
    let out = desk.run(&["import", "a.vcf", "--yes"]);
    let told = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success() && told.contains("line 1: Elsewhere is no client"), "{told}");
    assert_eq!(desk.document(&["person", "list"])["people"].as_array().unwrap().len(), 1);
    let placed = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Bo Ek\r\nORG:Elsewhere\r\nTITLE:Chief\r\nEND:VCARD\r\n";
    std::fs::write(desk.path("b.vcf"), placed).unwrap();
    desk.says(&["import", "b.vcf", "--client", "volga"]);
    assert!(desk.document(&["client", "show", "volga"]).to_string().contains("Chief"));
}

#[test]
fn what_is_broken_is_named_by_its_line_and_the_rest_is_saved() {
    let desk = with_firms(&[]);
    let good = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Good One\r\nEND:VCARD\r\n";
    let bad = "BEGIN:VCARD\r\nVERSION:4.0\r\nTEL:12345\r\nEND:VCARD\r\n";
    std::fs::write(desk.path("mixed.vcf"), format!("{good}{bad}BEGIN:VCARD\r\nFN:Cut")).unwrap();
    let before = desk.bytes();
    desk.fails(1, &["import", "mixed.vcf", "--strict"]);
    assert_eq!(desk.bytes(), before);
    let out = desk.run(&["import", "mixed.vcf"]);
    let told = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success(), "{told}");
    assert!(told.contains("line 5: ") && told.contains("line 9: "), "{told}");
    std::fs::write(desk.path("bad.vcf"), bad).unwrap();
    std::fs::write(
        desk.path("mixed-letters.vcf"),
        b"BEGIN:VCARD\r\nNOTE:\xd0\x96\r\nFN:\xc8\xe2\xe0\xed\r\nEND:VCARD\r\n",
    )
    .unwrap();
    std::fs::write(desk.path("bytes.vcf"), [b"BEGIN:VCARD\r\n", &[0_u8; 4096][..]].concat()).unwrap();
    for (file, word) in [("bad.vcf", "line 1"), ("mixed-letters.vcf", "--encoding"), ("bytes.vcf", "no text")] {
        let said = desk.fails(1, &["import", file, "--format", "vcf"]);
        assert!(said.contains(word), "{file}: {said}");
    }
    desk.fails(3, &["import", "none.vcf"]);
}

#[test]
fn cards_are_read_in_the_encodings_of_their_time() {
    let desk = with_firms(&[]);
    let card = |name: &str| format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEND:VCARD\r\n");
    let utf16 = |text: &str| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
    };
    let cyrillic =
        [&b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:"[..], b"\xcf\xe5\xf2\xf0\xee\xe2", b"\r\nEND:VCARD\r\n"].concat();
    let chinese =
        [&b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:"[..], b"\xc0\xee\xce\xb0\xb9\xfa", b"\r\nEND:VCARD\r\n"].concat();
    for (file, bytes, name) in [
        ("old-windows", cyrillic, "Петров"),
        ("china.vcf", chinese, "李伟国"),
        ("old-mac.vcf", utf16(&card("Жукова")), "Жукова"),
        ("marked.vcf", format!("\u{feff}{}", card("Сидорова")).into_bytes(), "Сидорова"),
    ] {
        std::fs::write(desk.path(file), bytes).unwrap();
        desk.says(&["import", file]);
        let people = desk.document(&["person", "list"]).to_string();
        assert!(people.contains(name), "{file}: {people}");
    }
    std::fs::write(desk.path("either.vcf"), b"BEGIN:VCARD\r\nFN:\xc8\xc8\r\nEND:VCARD\r\n").unwrap();
    let said = desk.fails(1, &["import", "either.vcf"]);
    assert!(said.contains("ИИ") && said.contains("--encoding"), "{said}");
    desk.says(&["import", "either.vcf", "--encoding", "windows-1251"]);
}

#[test]
fn a_clients_cards_hold_shareable_facts_alone() {
    let desk = Desk::demo();
    let args = ["export", "--format", "vcf", "--client", "volga-metall", "--for", "client"];
    let cards = desk.says(&args);
    assert!(cards.contains("FN:") && cards.contains("TITLE:"), "{cards}");
    for private in ["BDAY", "NOTE", "X-ATTACHE-ROLE", "REV", "TYPE=home", "GENDER"] {
        assert!(!cards.contains(private), "{private}");
    }
    desk.fails(2, &["export", "--format", "vcf", "--for", "client"]);
    desk.says(&["affiliation", "edit", "sedov", "--set", "position=Был в Marrowick Shipping"]);
    let said = desk.fails(6, &args);
    assert!(said.contains("client"), "{said}");
}

/// The words of an address are not the manager's to change: whose it is and whom it names is said.
#[test]
fn an_address_that_names_another_client_is_told_with_both() {
    let desk = Desk::demo();
    desk.says(&["person", "edit", "sedov", "--set", r#"work_emails=[{"value":"sedov@marrowick-shipping.example"}]"#]);
    let said = desk.fails(6, &["export", "--format", "vcf", "--client", "volga-metall", "--for", "client"]);
    for part in ["sedov@marrowick-shipping.example", "Седов", "Marrowick", "private e-mails"] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn a_folder_holds_a_file_for_each_with_names_that_stay() {
    let desk = Desk::demo();
    let out = ["export", "--format", "vcf", "--client", "volga-metall", "-o", "cards/"];
    desk.says(&out);
    let names = || -> Vec<PathBuf> {
        let mut names: Vec<PathBuf> =
            std::fs::read_dir(desk.path("cards")).unwrap().map(|entry| entry.unwrap().path()).collect();
        names.sort();
        names
    };
    let first = names();
    assert!(first.len() > 3 && first.iter().all(|path| path.extension().is_some_and(|ending| ending == "vcf")));
    desk.says(&out);
    assert_eq!(names(), first);
}
