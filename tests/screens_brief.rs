//! The brief on the screen and the export box: as pictures, and by keys from the day's first visit to a written file.

use std::path::Path;

use attache::desk::{Clock, Desk};
use attache::domain::date::parse_local;
use attache::domain::words::Language;
use attache::domain::{Answers, Book, Client, Edit, Id, Record, Sentence, Settings, Visit};
use attache::export::snapshot;
use attache::i18n::Words;
use attache::tui::rig::Rig;
use attache::tui::target::Target;

fn demo() -> Book {
    let mut desk = Desk::throwaway(Clock::Standing(parse_local("2026-11-23T08:00").unwrap())).unwrap();
    let rows = snapshot::read(include_str!("../assets/demo.json"), desk.now()).unwrap().rows;
    desk.make(&Edit::Import { title: Sentence::new("title-snapshot"), rows }, &Answers::yes()).unwrap();
    desk.book().clone()
}

fn client(book: &Book, handle: &str) -> Id<Client> {
    Id::new(book.client.iter().find(|client| client.handle == handle).unwrap().head.uid)
}

/// Names of the files in a folder.
fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_brief_and_the_box_in_every_language_and_size() {
    let book = demo();
    let sizes = [(80, 24, Language::En), (100, 28, Language::Ru), (160, 50, Language::Bg), (80, 24, Language::Zh)];
    for (width, height, language) in sizes {
        let (volga, out) = (client(&book, "volga-metall"), Path::new("/out"));
        let name = |screen: &str| format!("{screen}_{width}_{}", language.word());
        let rig = || Rig::with(&book).size(width, height).on("2026-11-23").lang(language).exports(out);
        let mut brief = rig();
        brief.open(&Target::Brief { client: volga, visit: None }).press("G");
        insta::assert_snapshot!(name("brief"), brief.screen());
        let mut export = rig();
        export.open(&Target::Export { client: volga, visit: None });
        insta::assert_snapshot!(name("export_internal"), export.screen());
        let mut export = rig();
        export.open(&Target::Export { client: volga, visit: None }).press("c");
        insta::assert_snapshot!(name("export_client"), export.screen());
    }
}

#[test]
fn two_keys_write_the_internal_brief_and_three_the_clients_copy() {
    let folder = tempfile::tempdir().unwrap();
    let mut rig = Rig::with(&demo()).on("2026-11-23").exports(folder.path());
    rig.press("x <Enter>");
    let written = files(folder.path());
    assert!(written[0].ends_with("_internal_en.md"), "{written:?}");
    rig.press("y o");
    let path = folder.path().join(&written[0]);
    assert_eq!(rig.asked.copied, [path.display().to_string()]);
    assert_eq!(rig.asked.opened, [path]);
    rig.press("<Esc> x c <Enter>");
    let written = files(folder.path());
    assert_eq!(written.len(), 2);
    assert!(written[0].contains("_client_"), "{written:?}");
}

#[test]
fn another_file_is_replaced_only_when_told() {
    let (book, folder) = (demo(), tempfile::tempdir().unwrap());
    let mut rig = Rig::with(&book).on("2026-11-23").exports(folder.path());
    rig.open(&Target::Export { client: client(&book, "kaliakra"), visit: None }).press("f f <Enter>");
    let path = folder.path().join(&files(folder.path())[0]);
    assert_eq!(path.extension().unwrap(), "json");
    for (keys, replaced) in [("<Enter> n", false), (": w <Enter>", false), ("<Enter> y", true)] {
        std::fs::write(&path, "mine").unwrap();
        rig.press(keys);
        assert_eq!(std::fs::read_to_string(&path).unwrap() != "mine", replaced, "{keys}");
    }
}

#[test]
fn a_copy_that_would_leak_is_not_written() {
    let (mut book, folder) = (demo(), tempfile::tempdir().unwrap());
    let kaliakra = client(&book, "kaliakra");
    let today = "2026-11-23".parse().unwrap();
    let next = book.contacts(kaliakra, today).next(today).unwrap().visit;
    let other = book.client.get(client(&book, "volga-metall")).unwrap().name.clone();
    let visit = Visit { agenda: Some(other), ..book.visit.get(next).unwrap().clone() };
    book.put(Record::Visit(Box::new(visit)));
    let mut rig = Rig::with(&book).on("2026-11-23").exports(folder.path());
    rig.open(&Target::Export { client: kaliakra, visit: None }).press("c <Enter>");
    let refused = Words::new(Language::En).sentence(&Sentence::new("not-exported-private").count("n", 1));
    let beginning = refused.split(' ').take(5).collect::<Vec<_>>().join(" ");
    assert!(rig.screen().contains(&beginning), "{}", rig.screen());
    assert_eq!(files(folder.path()), [] as [String; 0]);
    insta::assert_snapshot!("export_leak", rig.screen());
}

#[test]
fn a_run_of_private_words_goes_out_only_when_released() {
    let (mut book, folder) = (demo(), tempfile::tempdir().unwrap());
    let kaliakra = client(&book, "kaliakra");
    let today = "2026-11-23".parse().unwrap();
    let next = book.contacts(kaliakra, today).next(today).unwrap().visit;
    let outcome = book.visit.iter().filter_map(|visit| visit.outcome.as_ref()).max_by_key(|text| text.len()).unwrap();
    let run = outcome.split(' ').take(6).collect::<Vec<_>>().join(" ");
    let visit = Visit { agenda: Some(format!("1. {run}")), ..book.visit.get(next).unwrap().clone() };
    book.put(Record::Visit(Box::new(visit)));
    let mut rig = Rig::with(&book).on("2026-11-23").exports(folder.path());
    rig.open(&Target::Export { client: kaliakra, visit: None }).press("c <Enter>");
    assert_eq!(files(folder.path()), [] as [String; 0]);
    rig.press("y <Enter>");
    assert_eq!(files(folder.path()).len(), 1, "{}", rig.screen());
}

#[test]
fn the_managers_name_is_asked_once_and_kept() {
    let (mut book, folder) = (demo(), tempfile::tempdir().unwrap());
    let settings = Settings { manager_name: None, ..book.settings().clone() };
    book.put(Record::Settings(Box::new(settings)));
    let mut rig = Rig::with(&book).on("2026-11-23").exports(folder.path());
    rig.open(&Target::Export { client: client(&book, "kaliakra"), visit: None });
    rig.press("<Enter> Elena <Space> Marinova <Enter>");
    assert_eq!(rig.book().settings().manager_name.as_deref(), Some("Elena Marinova"));
    rig.press("<Enter>");
    assert_eq!(files(folder.path()).len(), 1);
}

#[test]
fn the_brief_is_paged_searched_and_read_in_another_language() {
    let book = demo();
    let volga = client(&book, "volga-metall");
    let mut rig = Rig::with(&book).on("2026-11-23");
    rig.open(&Target::Brief { client: volga, visit: None });
    let first = rig.screen();
    rig.press("<C-f> j k <C-b>");
    assert_eq!(rig.screen(), first);
    rig.press("/ LTV <Enter>");
    assert!(rig.screen().lines().any(|line| line.starts_with('>') && line.contains("LTV")));
    rig.press("/ nowhere <Enter>");
    let missing = Sentence::new("export-not-in-text").text("input", "nowhere");
    assert!(rig.status().starts_with(&Words::new(Language::En).sentence(&missing)), "{}", rig.status());
    rig.press("g g L");
    assert!(rig.screen().contains(&Words::new(Language::Ru).term("brief.internal_mark")));
    rig.press("J");
    assert_ne!(rig.screen(), first);
    rig.press("K g p");
    assert!(!rig.screen().contains("Орлова"));
}

#[test]
fn personal_lines_stand_in_the_brief_only_when_asked_for() {
    let book = demo();
    let mut rig = Rig::with(&book).size(100, 200).on("2026-11-23");
    rig.open(&Target::Brief { client: client(&book, "volga-metall"), visit: None });
    let plain = rig.screen();
    rig.press("p");
    assert!(
        rig.screen().lines().filter(|line| !line.is_empty()).count() > plain.lines().filter(|l| !l.is_empty()).count()
    );
}

#[test]
fn sections_are_left_out_of_one_brief_and_the_next_box_begins_with_format_and_length() {
    let folder = tempfile::tempdir().unwrap();
    let book = demo();
    let volga = Target::Export { client: client(&book, "volga-metall"), visit: None };
    let mut rig = Rig::with(&book).size(100, 40).on("2026-11-23").exports(folder.path());
    rig.open(&volga).press("s j <Space> <Esc> P f <Enter>");
    let html = std::fs::read_to_string(folder.path().join(&files(folder.path())[0])).unwrap();
    let heads = |text: &str| text.matches("<h2>").count();
    assert!(!html.contains("<h2>Who decides</h2>") && heads(&html) == 4, "{html}");
    rig.press("<Esc>");
    rig.open(&volga).press("s");
    let shown = rig.screen();
    assert!(shown.contains("[x] Who decides") && shown.contains("[html]") && shown.contains("one page"), "{shown}");
    rig.press("j <Space> <Esc>");
    assert!(!rig.screen().contains("Who decides"), "{}", rig.screen());
    rig.press("s j <Space> <Esc> P");
    assert!(rig.screen().contains("Who decides") && !rig.screen().contains("one page"), "{}", rig.screen());
}
