//! The brief as PDF, by builds that make it and by builds that do not.

mod cli_rig;
#[cfg(feature = "pdf")]
mod pages;

use cli_rig::Desk;

#[test]
fn a_pdf_is_written_by_a_build_that_makes_it_and_another_says_how_to_come_by_one() {
    let desk = Desk::demo();
    let brief = ["brief", "kaliakra", "--lang", "en", "--format", "pdf", "-o", "brief.pdf"];
    if !attache::export::brief::pdf::IS_BUILT {
        let said = desk.fails(1, &brief);
        assert!(said.contains("--features pdf") && !desk.path("brief.pdf").exists(), "{said}");
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
