//! The brief on the demo book: complete, the same bytes each time, and a client's copy of shareable values alone.

use attache::desk::{Clock, Desk};
use attache::domain::date::parse_local;
use attache::domain::figures::View;
use attache::domain::offer::AllTakenOff;
use attache::domain::words::Language;
use attache::domain::{Answers, Client, Edit, Id, Sentence};
use attache::export::brief::{self, Extent, Format, Length, Reader, Request, SECTIONS, Templates};
use attache::export::snapshot;

fn desk() -> Desk {
    let mut desk = Desk::throwaway(Clock::Standing(parse_local("2026-11-23T08:00").unwrap())).unwrap();
    let rows = snapshot::read(include_str!("../assets/demo.json"), desk.now()).unwrap().rows;
    desk.make(&Edit::Import { title: Sentence::new("title-snapshot"), rows }, &Answers::yes()).unwrap();
    desk
}

fn client(desk: &Desk, handle: &str) -> Id<Client> {
    Id::new(desk.book().client.iter().find(|client| client.handle == handle).unwrap().head.uid)
}

fn written(desk: &Desk, handle: &str, reader: Reader, language: Language, format: Format) -> String {
    let view = View::on(desk.book(), desk.today());
    let request = Request { language: Some(language), ..Request::new(client(desk, handle), reader) };
    let brief = brief::make(&view, &request, &AllTakenOff::new()).unwrap();
    String::from_utf8(brief::write(&brief, format, &Templates::built_in()).unwrap()).unwrap()
}

#[test]
fn briefs_of_two_clients_read_as_they_should() {
    let desk = desk();
    for (handle, language) in [("volga-metall", Language::Ru), ("kaliakra", Language::Bg)] {
        for reader in [Reader::Internal, Reader::Client] {
            let name = format!("{handle}_{}", reader.word());
            insta::assert_snapshot!(name, written(&desk, handle, reader, language, Format::Markdown));
        }
    }
}

#[test]
fn every_client_has_both_briefs_in_every_language_and_format() {
    let desk = desk();
    for client in &desk.book().client {
        for language in Language::all() {
            for reader in [Reader::Internal, Reader::Client] {
                for format in [Format::Markdown, Format::Html, Format::Json, Format::Plain(80)] {
                    let text = written(&desk, &client.handle, reader, *language, format);
                    assert_eq!(text, written(&desk, &client.handle, reader, *language, format));
                    assert!(text.ends_with('\n') && !text.contains("brief-"), "a message is missing: {text}");
                }
            }
        }
    }
}

#[test]
fn without_a_managers_name_there_is_no_brief() {
    let desk = Desk::throwaway(Clock::Standing(parse_local("2026-11-23T08:00").unwrap())).unwrap();
    let mut book = desk.book().clone();
    let mut other = self::desk().book().client.iter().next().unwrap().clone();
    other.parent = None;
    let id = Id::new(other.head.uid);
    book.put(attache::domain::Record::Client(Box::new(other)));
    let view = View::on(&book, desk.today());
    let refusal = brief::make(&view, &Request::new(id, Reader::Internal), &AllTakenOff::new()).unwrap_err();
    assert_eq!(refusal.id, "name-before-export");
}

#[test]
fn a_brief_of_one_page_and_one_without_a_section() {
    let desk = desk();
    let view = View::on(desk.book(), desk.today());
    let keys = |reader, extent| -> Vec<&str> {
        let request = Request { extent, ..Request::new(client(&desk, "volga-metall"), reader) };
        brief::make(&view, &request, &AllTakenOff::new()).unwrap().sections.iter().map(|section| section.key).collect()
    };
    let page = Extent::of(Length::Page);
    assert_eq!(keys(Reader::Internal, page), ["in_short", "decision_map", "attending", "promises", "to_ask"]);
    for (reader, key) in [(Reader::Internal, "money"), (Reader::Client, "contacts")] {
        let mut extent = Extent::default();
        let all = keys(reader, extent);
        assert!(all.iter().all(|key| SECTIONS.contains(key)), "{all:?}");
        extent.turn(key);
        let rest: Vec<&str> = all.iter().copied().filter(|other| *other != key).collect();
        assert!(rest.len() + 1 == all.len() && keys(reader, extent) == rest);
        extent.turn(key);
        assert_eq!(keys(reader, extent), all);
    }
    // What was agreed with a client has no short form.
    assert_eq!(keys(Reader::Client, page), keys(Reader::Client, Extent::default()));
}
