//! The report through both doors: its pictures and keys on the screen, its text, document and files on the command line.

mod cli_rig;

use std::path::Path;

use attache::desk::{Clock, Desk as Open};
use attache::domain::date::parse_local;
use attache::domain::words::Language;
use attache::domain::{Answers, Book, Edit, Sentence};
use attache::export::snapshot;
use attache::tui::rig::Rig;
use cli_rig::Desk;
use serde_json::Value as Json;

fn demo() -> Book {
    let mut desk = Open::throwaway(Clock::Standing(parse_local("2026-11-23T08:00").unwrap())).unwrap();
    let rows = snapshot::read(include_str!("../assets/demo.json"), desk.now()).unwrap().rows;
    desk.make(&Edit::Import { title: Sentence::new("title-snapshot"), rows }, &Answers::yes()).unwrap();
    desk.book().clone()
}

#[test]
fn the_report_in_every_language_and_size() {
    let book = demo();
    let sizes = [(80, 24, Language::En), (100, 28, Language::Ru), (160, 50, Language::Bg), (80, 24, Language::Zh)];
    for (width, height, language) in sizes {
        let name = |screen: &str| format!("{screen}_{width}_{}", language.word());
        let mut rig = Rig::with(&book).size(width, height).on("2026-11-23").lang(language).exports(Path::new("/out"));
        rig.press("g r");
        insta::assert_snapshot!(name("report"), rig.screen());
        rig.press("Q 4");
        insta::assert_snapshot!(name("report_effect"), rig.screen());
        rig.press("x");
        insta::assert_snapshot!(name("report_file"), rig.screen());
    }
}

#[test]
fn keys_change_the_period_jump_between_sections_and_open_what_a_line_counts() {
    let mut rig = Rig::with(&demo()).size(100, 30).on("2026-11-23");
    rig.press("g r");
    assert!(rig.screen().contains("month to date, 23 Nov 2026"));
    rig.press("]");
    assert!(rig.screen().contains("Report: Nov 2026"), "nothing is reported of days to come");
    rig.press("[");
    assert!(rig.screen().contains("Report: Oct 2026") && !rig.screen().contains("For the weekly meeting"));
    rig.press("Y");
    assert!(rig.screen().contains("year to date, 23 Nov 2026"));
    rig.press("[ Q");
    assert!(rig.screen().contains("Report: Q4 2025"));
    rig.press("t M 5");
    assert!(rig.screen().contains("Moves between tiers"));
    // The first prospect's stage counts nobody; the visits held are offered, one is opened.
    rig.press("2 <Enter>");
    assert!(rig.status().starts_with("This line counts no records."), "{}", rig.status());
    rig.press("1 j j j <Enter>");
    assert!(rig.screen().contains("What is counted here"));
    rig.press("<Enter>");
    assert!(!rig.screen().contains("What is counted here") && !rig.screen().contains("Report: "));
    rig.press("<Esc>");
    assert!(rig.screen().contains("Report: Nov 2026"));
}

#[test]
fn three_keys_write_the_report_and_another_file_is_replaced_only_when_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut rig = Rig::with(&demo()).on("2026-11-23").exports(folder.path());
    rig.press("g r x <Enter>");
    let file = folder.path().join("2026-11_report_en.md");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("# Report: Nov 2026\n"), "{text}");
    std::fs::write(&file, "mine").unwrap();
    rig.press("<Enter> n");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
    rig.press("<Enter> y");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
    rig.press("f f f L <Enter>");
    let sheet = std::fs::read(folder.path().join("2026-11_report_ru.xlsx")).unwrap();
    assert!(sheet.starts_with(b"PK"));
}

#[test]
fn privacy_mode_hides_whose_day_it_is_and_the_text_of_the_file() {
    let mut rig = Rig::with(&demo()).size(160, 50).on("2026-11-23").exports(Path::new("/out"));
    rig.press("g r 7 G");
    let open = rig.screen();
    rig.press("g p");
    let hidden = rig.screen();
    assert!(!open.contains("•••") && hidden.contains("•••"));
    rig.press("x");
    assert!(!rig.screen().contains("satisfaction index"));
}

fn figure<'a>(document: &'a Json, table: &str, key: &str) -> &'a Json {
    let list = |json: &'a Json| json.as_array().unwrap().iter();
    let tables = list(&document["report"]["sections"]).flat_map(|section| list(&section["tables"]));
    let rows = tables.filter(|found| found["key"] == table).flat_map(|found| list(&found["rows"]));
    rows.into_iter().find(|row| row["key"] == key).unwrap_or_else(|| panic!("{table} {key}"))
}

#[test]
fn the_document_says_of_each_figure_how_sure_it_is() {
    let desk = Desk::demo();
    let month = desk.document(&["report"]);
    assert_eq!(month["report"]["period"]["kind"], "month");
    assert_eq!(month["report"]["period"]["seen_to"], "2026-11-23");
    let index = figure(&month, "content", "index");
    assert_eq!((&index["now"], &index["state"]), (&Json::from(7.4), &Json::from("partial")));
    assert_eq!((&index["known"], &index["of"]), (&Json::from(22), &Json::from(25)));
    assert_eq!(index["records"].as_array().unwrap().len(), 22);
    let quarter = desk.document(&["report", "--from", "2026-10-01", "--to", "2026-12-31"]);
    assert_eq!(quarter["report"]["period"]["kind"], "quarter");
    let moved = quarter["report"]["sections"][4]["tables"][0]["rows"].as_array().unwrap();
    assert_eq!((&moved[0]["from"], &moved[0]["to"]), (&Json::from("unknown"), &Json::from("working")));
}

#[test]
fn text_and_files_are_the_same_bytes_each_time_in_each_language() {
    let desk = Desk::demo();
    assert!(desk.says(&["report"]).starts_with("Report: Nov 2026\nInternal. Not for the client.\n"));
    for lang in ["en", "ru", "bg", "zh"] {
        for format in ["md", "html", "csv", "xlsx"] {
            let args = ["report", "--lang", lang, "--format", format];
            let bytes = desk.run(&args).stdout;
            assert!(!bytes.is_empty() && bytes == desk.run(&args).stdout, "{lang} {format}");
            let file = desk.path(&format!("r.{lang}.{format}"));
            desk.says(&[&args[..], &["-o", file.to_str().unwrap()]].concat());
            assert!(std::fs::read(&file).unwrap() == bytes, "{lang} {format}");
        }
    }
    let html = std::fs::read_to_string(desk.path("r.en.html")).unwrap();
    // The name of SVG is an address that nobody asks for.
    let asks = html.replace("http://www.w3.org/2000/svg", "");
    assert!(
        html.contains("<svg")
            && html.contains("class=\"chart\"")
            && !asks.contains("<script")
            && !asks.contains("http")
    );
    let csv = std::fs::read_to_string(desk.path("r.ru.csv")).unwrap();
    assert!(csv.starts_with("\u{feff}Раздел;Таблица;"), "{csv}");
}

#[test]
fn a_period_that_is_none_is_refused_and_a_text_that_would_run_stays_a_text() {
    let desk = Desk::demo();
    desk.fails(1, &["report", "--from", "2026-12-01"]);
    desk.fails(1, &["report", "--from", "2026-11-02", "--to", "2026-11-01"]);
    desk.fails(1, &["report", "--from", "nonsense"]);
    desk.fails(2, &["report", "--format", "pdf"]);
    desk.says(&["promise", "add", "=HYPERLINK(\"x\")", "--client", "sidrat", "--who", "we", "--due", "2026-11-24"]);
    let csv = desk.says(&["report", "--format", "csv"]);
    assert!(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{csv}");
    let html = desk.says(&["report", "--format", "html"]);
    assert!(html.contains("=HYPERLINK(&quot;x&quot;)"));
}
