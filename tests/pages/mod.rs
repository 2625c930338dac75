//! The brief as PDF: the same bytes each time, everything the brief says and nothing of the machine, readable by those
//! who hear a page, and a sentence where no font has a sign.

use std::collections::BTreeSet;

use attache::desk::{Clock, Desk};
use attache::domain::date::parse_local;
use attache::domain::figures::View;
use attache::domain::offer::AllTakenOff;
use attache::domain::text::fold;
use attache::domain::words::Language;
use attache::domain::{Answers, Arg, Client, Edit, Id, Sentence};
use attache::export::brief::{self, Block, Brief, Format, Reader, Request, Templates, leak};
use attache::export::snapshot;
use attache::i18n::Words;
use attache::tui::events::Happening;
use attache::tui::rig::Rig;
use attache::tui::target::Target;
use lopdf::{Document, Object};

fn desk() -> Desk {
    let mut desk = Desk::throwaway(Clock::Standing(parse_local("2026-11-23T08:00").unwrap())).unwrap();
    let rows = snapshot::read(include_str!("../../assets/demo.json"), desk.now()).unwrap().rows;
    desk.make(&Edit::Import { title: Sentence::new("title-snapshot"), rows }, &Answers::yes()).unwrap();
    desk
}

fn client(desk: &Desk, handle: &str) -> Id<Client> {
    Id::new(desk.book().client.iter().find(|client| client.handle == handle).unwrap().head.uid)
}

fn made(desk: &Desk, handle: &str, reader: Reader, language: Language) -> Brief {
    let view = View::on(desk.book(), desk.today());
    let request = Request { language: Some(language), ..Request::new(client(desk, handle), reader) };
    brief::make(&view, &request, &AllTakenOff::new()).unwrap()
}

fn bytes(brief: &Brief) -> Vec<u8> {
    brief::write(brief, Format::Pdf, &Templates::built_in())
        .unwrap_or_else(|why| panic!("{}: {why:?}", brief.file_stem))
}

/// A sign without which nothing has to be installed.
fn has_han(brief: &Brief) -> bool {
    brief.all_texts().iter().any(|text| text.chars().any(|sign| is_han(&sign)))
}

fn is_han(sign: &char) -> bool {
    ('\u{2E80}'..='\u{FFEF}').contains(sign)
}

/// What a page writes out; drawings cut their texts to the room they have.
fn written(brief: &Brief) -> Vec<&str> {
    let mut texts = vec![brief.title.as_str()];
    texts.extend(brief.lines.iter().map(String::as_str));
    for section in &brief.sections {
        texts.push(&section.title);
        for block in &section.blocks {
            match block {
                Block::Text(text) | Block::Part(text) | Block::Item(text) => texts.push(text),
                Block::Table(table) => texts.extend(table.texts()),
                Block::Map(_) | Block::Bars(..) => {}
            }
        }
    }
    texts
}

fn bare(text: &str) -> String {
    fold(text).chars().filter(|sign| sign.is_alphanumeric()).collect()
}

#[test]
fn the_same_brief_is_the_same_file() {
    let desk = desk();
    let brief = made(&desk, "volga-metall", Reader::Internal, Language::Ru);
    let first = bytes(&brief);
    assert_eq!(first, bytes(&brief));
    assert_ne!(first, bytes(&made(&desk, "kaliakra", Reader::Internal, Language::Ru)));
}

#[test]
fn a_page_says_all_that_the_brief_says() {
    let desk = desk();
    for (handle, reader, language) in [
        ("volga-metall", Reader::Internal, Language::Ru),
        ("volga-metall", Reader::Client, Language::Ru),
        ("kaliakra", Reader::Internal, Language::Bg),
        ("kaliakra", Reader::Client, Language::En),
    ] {
        let brief = made(&desk, handle, reader, language);
        let read = bare(&leak::read_back(&bytes(&brief), Format::Pdf).unwrap());
        for text in written(&brief) {
            assert!(read.contains(&bare(text)), "{}: {text}", brief.file_stem);
        }
    }
}

fn text_of(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

#[test]
fn a_file_tells_title_language_and_day_and_nothing_of_who_made_it() {
    let desk = desk();
    let brief = made(&desk, "volga-metall", Reader::Client, Language::Ru);
    let finished = bytes(&brief);
    let document = Document::load_mem(&finished).unwrap();
    let info = document.trailer.get_deref(b"Info", &document).and_then(Object::as_dict).unwrap();
    let keys: Vec<String> = info.iter().map(|(key, _)| String::from_utf8_lossy(key).into_owned()).collect();
    assert_eq!(keys, ["Title", "ModDate", "CreationDate"]);
    assert_eq!(text_of(info.get(b"Title").unwrap()), brief.title);
    for key in [&b"CreationDate"[..], b"ModDate"] {
        assert_eq!(text_of(info.get(key).unwrap()), "D:20261123000000+02'00");
    }
    let catalog = document.catalog().unwrap();
    assert_eq!(text_of(catalog.get(b"Lang").unwrap()), "ru");
    let marked = catalog.get_deref(b"MarkInfo", &document).and_then(Object::as_dict).unwrap();
    assert!(marked.get(b"Marked").and_then(Object::as_bool).unwrap());
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Outlines"));
    for page in document.page_iter() {
        let page = document.get_dictionary(page).unwrap();
        let sides: Vec<f32> = page
            .get(b"MediaBox")
            .and_then(Object::as_array)
            .unwrap()
            .iter()
            .map(|side| side.as_float().unwrap().round())
            .collect();
        assert_eq!(sides, [0.0, 0.0, 595.0, 842.0]);
    }
    let whole = String::from_utf8_lossy(&finished);
    assert!(!whole.contains("/home") && !whole.contains("/root") && !whole.contains(env!("CARGO_MANIFEST_DIR")));
}

#[test]
fn each_section_has_its_bookmark() {
    let desk = desk();
    let brief = made(&desk, "kaliakra", Reader::Internal, Language::Bg);
    let document = Document::load_mem(&bytes(&brief)).unwrap();
    let titles: Vec<String> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|dict| dict.has(b"Dest") || dict.has(b"Parent") && dict.has(b"Title") && !dict.has(b"S"))
        .filter_map(|dict| dict.get(b"Title").ok().map(text_of))
        .collect();
    for section in &brief.sections {
        assert!(titles.contains(&section.title), "{}: {titles:?}", section.title);
    }
}

#[test]
fn a_brief_in_chinese_is_written_in_chinese_or_refused_by_its_first_sign() {
    let desk = desk();
    let brief = made(&desk, "volga-metall", Reader::Internal, Language::Zh);
    assert!(has_han(&brief));
    match brief::write(&brief, Format::Pdf, &Templates::built_in()) {
        Ok(finished) => {
            let read = leak::read_back(&finished, Format::Pdf).unwrap();
            let signs = written(&brief).join("").chars().filter(is_han).collect::<BTreeSet<_>>();
            assert!(signs.len() > 100 && signs.iter().all(|sign| read.contains(*sign)), "{signs:?}");
            let read = bare(&read);
            written(&brief).iter().for_each(|text| assert!(read.contains(&bare(text)), "{text}"));
        }
        Err(why) => {
            let texts = brief.all_texts().join("");
            let refused = |sign: char| {
                let code = format!("U+{:04X}", u32::from(sign));
                Sentence::new("pdf-no-sign").text("sign", sign).text("code", code)
            };
            assert!(texts.chars().filter(is_han).any(|sign| why == refused(sign)), "{why:?}");
        }
    }
}

#[test]
fn a_sign_without_a_picture_is_refused_and_never_a_box() {
    let desk = desk();
    let mut brief = made(&desk, "kaliakra", Reader::Client, Language::En);
    brief.title = "A sign that stands for nothing: \u{FDD0}".to_owned();
    let why = brief::write(&brief, Format::Pdf, &Templates::built_in()).unwrap_err();
    assert_eq!(why, Sentence::new("pdf-no-sign").text("sign", '\u{FDD0}').text("code", "U+FDD0"));
}

#[test]
fn text_of_the_book_is_never_markup() {
    let desk = desk();
    let mut brief = made(&desk, "kaliakra", Reader::Client, Language::En);
    let odd = [
        "#panic(\"no\")",
        "= not a heading",
        "$x^2$ *b* _i_ `raw` @label <label>",
        "\\u{1F600} // -- ~ \"quoted\"",
        "https://example.com",
    ];
    brief.lines = odd.map(str::to_owned).to_vec();
    let read = leak::read_back(&bytes(&brief), Format::Pdf).unwrap();
    for text in odd {
        let words: Vec<&str> = text.split(' ').collect();
        assert!(words.iter().all(|word| read.contains(word)), "{text}: {read}");
    }
    assert!(!bytes(&brief).windows(4).any(|part| part == b"/URI"), "no link leads out");
}

#[test]
fn a_file_that_is_cut_short_is_unread() {
    let desk = desk();
    let finished = bytes(&made(&desk, "kaliakra", Reader::Client, Language::En));
    for cut in [0, 10, finished.len() / 2] {
        assert_eq!(leak::read_back(&finished[..cut], Format::Pdf), None, "{cut}");
    }
}

/// Looks until the pages are laid out.
fn wait_for_pages(rig: &mut Rig) {
    let told = Words::new(Language::En).say_with("export-printing", &[("gauge", Arg::text("|"))]);
    let begins = told.split("  ").next().unwrap().to_owned();
    for _ in 0..1_000 {
        if !rig.screen().contains(&begins) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        rig.then(Happening::Timeout);
    }
    panic!("the pages were never laid out: {}", rig.screen());
}

#[test]
fn in_the_box_pages_are_laid_out_beside_the_keys_and_esc_stops_them() {
    let (desk, folder) = (desk(), tempfile::tempdir().unwrap());
    let files = || std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path()).collect::<Vec<_>>();
    let mut rig = Rig::with(desk.book()).on("2026-11-23").exports(folder.path());
    rig.open(&Target::Export { client: client(&desk, "kaliakra"), visit: None }).press("f f f <Enter> <Esc>");
    assert!(rig.status().starts_with(&Words::new(Language::En).say("nothing-written")), "{}", rig.status());
    assert!(files().is_empty(), "{:?}", files());
    rig.press("<Enter> f");
    wait_for_pages(&mut rig);
    let written = files();
    assert!(written.len() == 1 && written[0].to_string_lossy().ends_with("_internal_en.pdf"), "{written:?}");
    assert!(std::fs::read(&written[0]).unwrap().starts_with(b"%PDF-"));
    rig.press("c <Enter>");
    wait_for_pages(&mut rig);
    assert_eq!(files().len(), 2, "{}", rig.screen());
    let laid_out = std::fs::read(&written[0]).unwrap();
    std::fs::write(&written[0], "mine").unwrap();
    rig.press("i <Enter>");
    wait_for_pages(&mut rig);
    assert_eq!(std::fs::read(&written[0]).unwrap(), b"mine", "{}", rig.screen());
    // What was laid out once is written on a yes.
    rig.press("y");
    assert_eq!(std::fs::read(&written[0]).unwrap(), laid_out, "{}", rig.screen());
}
