//! In which format a brief or a report is written; a brief as PDF, by builds that make it and by builds that do not.

mod cli_rig;
#[cfg(feature = "pdf")]
mod pages;

use cli_rig::Desk;

#[test]
fn a_file_is_what_its_name_says() {
    let desk = Desk::demo();
    let brief = |name: &str| [&["brief", "kaliakra", "--lang", "en"][..], &["-o", name]].concat().join(" ");
    let report = |name: &str| format!("report --from 2026-10-01 --to 2026-10-31 -o {name}");
    for (command, name, begins) in [
        (brief("b.md"), "b.md", "# "),
        (brief("b.HTML"), "b.HTML", "<!DOCTYPE html>"),
        (brief("b.json"), "b.json", "{\n"),
        (brief("b.txt"), "b.txt", "# "),
        (brief("b"), "b", "# "),
        (format!("{} --format html", brief("c")), "c", "<!DOCTYPE html>"),
        (format!("{} --format md", brief("c.md")), "c.md", "# "),
        (format!("{} --json", brief("c.json")), "c.json", "{\n"),
        ("brief --template -o t.html".to_owned(), "t.html", "<!DOCTYPE html>"),
        (report("r.html"), "r.html", "<!DOCTYPE html>"),
        (report("r.xlsx"), "r.xlsx", "PK"),
        (report("r.csv"), "r.csv", "\u{feff}"),
    ] {
        desk.says(&command.split(' ').collect::<Vec<_>>());
        let written = std::fs::read(desk.path(name)).unwrap();
        assert!(written.starts_with(begins.as_bytes()), "{command}: {}", String::from_utf8_lossy(&written));
    }
    for (command, name) in [
        (format!("{} --format md", brief("x.html")), "x.html"),
        (format!("{} --format pdf", brief("x.md")), "x.md"),
        (format!("{} --json", brief("x.md")), "x.md"),
        (format!("{} --format csv", report("x.xlsx")), "x.xlsx"),
    ] {
        let said = desk.fails(2, &command.split(' ').collect::<Vec<_>>());
        assert!(said.contains(name) && said.contains("--format") && !desk.path(name).exists(), "{said}");
    }
}

#[test]
fn a_pdf_is_written_by_a_build_that_makes_it_and_another_says_how_to_come_by_one() {
    let desk = Desk::demo();
    let brief = ["brief", "kaliakra", "--lang", "en", "--format", "pdf", "-o", "brief.pdf"];
    if !attache::export::brief::pdf::IS_BUILT {
        let said = desk.fails(1, &brief);
        assert!(said.contains("--features pdf") && !desk.path("brief.pdf").exists(), "{said}");
        let by_name = desk.fails(1, &["brief", "kaliakra", "--lang", "en", "-o", "brief.pdf"]);
        assert!(by_name == said && !desk.path("brief.pdf").exists(), "{by_name}");
        return;
    }
    desk.says(&brief);
    let piped = desk.run(&brief[..6]).stdout;
    assert!(piped.starts_with(b"%PDF-") && piped == std::fs::read(desk.path("brief.pdf")).unwrap());
    desk.says(&["visit", "edit", "kaliakra@2026-11-23", "--set", "agenda=As with Marrowick Shipping"]);
    desk.fails(6, &["brief", "kaliakra", "--lang", "en", "--for", "client", "--format", "pdf", "-o", "copy.pdf"]);
    assert!(!desk.path("copy.pdf").exists());
    desk.says(&["settings", "set", "pdf_font_paths", "no-font.otf"]);
    let said = desk.fails(1, &["brief", "kaliakra", "--format", "pdf"]);
    assert!(said.contains("no-font.otf") && said.contains("pdf_font_paths"), "{said}");
}
