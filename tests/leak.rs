//! The client's copy holds nothing private: markers in every private field never reach it, and one that is written into
//! a shared text is found.

use attache::desk::{Clock, Desk};
use attache::domain::date::parse_local;
use attache::domain::field::{Class, Kind};
use attache::domain::figures::View;
use attache::domain::words::Language;
use attache::domain::{Answers, Book, Client, Edit, Entity, Id, Record, Sentence, Visit};
use attache::export::brief::leak::{self, Private, Report};
use attache::export::brief::{self, Format, Reader, Request};
use attache::export::snapshot;

const FORMATS: [Format; 3] = [Format::Markdown, Format::Json, Format::Plain(80)];

fn demo() -> Book {
    let mut desk = Desk::throwaway(Clock::Standing(parse_local("2026-11-23T08:00").unwrap())).unwrap();
    let rows = snapshot::read(include_str!("../assets/demo.json"), desk.now()).unwrap().rows;
    desk.make(&Edit::Import { title: Sentence::new("title-snapshot"), rows }, &Answers::yes()).unwrap();
    desk.book().clone()
}

fn today() -> chrono::NaiveDate {
    "2026-11-23".parse().unwrap()
}

fn client<'a>(book: &'a Book, handle: &str) -> &'a Client {
    book.client.iter().find(|client| client.handle == handle).unwrap()
}

fn copy(book: &Book, client: Id<Client>, language: Language, format: Format) -> (Request, brief::Brief, String) {
    let view = View::on(book, today());
    let request = Request { language: Some(language), ..Request::new(client, Reader::Client) };
    let made = brief::make(&view, &request).unwrap();
    let text = brief::write(&made, format);
    (request, made, text)
}

fn scanned(book: &Book, private: &Private, client: Id<Client>, language: Language, format: Format) -> Report {
    let (request, made, text) = copy(book, client, language, format);
    leak::scan(private, &View::on(book, today()), &request, &made, format, &text)
}

fn told(report: &Report) -> Vec<String> {
    report.hits.iter().map(|hit| format!("{}.{}", hit.entity.table(), hit.field())).collect()
}

#[test]
fn every_clients_copy_of_the_demo_is_clean_in_every_language_and_format() {
    let book = demo();
    let private = Private::of(&book);
    assert!(private.strings() > 1_000);
    let mut dirty = Vec::new();
    for client in &book.client {
        for language in Language::all() {
            for format in FORMATS {
                let report = scanned(&book, &private, Id::new(client.head.uid), *language, format);
                if !report.is_clean() {
                    dirty.push(format!(
                        "{} {} {}: {:?}",
                        client.handle,
                        language.word(),
                        format.ending(),
                        told(&report)
                    ));
                }
            }
        }
    }
    assert_eq!(dirty, [] as [String; 0]);
}

/// The book with another agenda for the client's next visit.
fn with_agenda(book: &Book, client: Id<Client>, agenda: &str) -> Book {
    let mut book = book.clone();
    let next = book.contacts(client, today()).next(today()).unwrap().visit;
    let visit = Visit { agenda: Some(agenda.to_owned()), ..book.visit.get(next).unwrap().clone() };
    book.put(Record::Visit(Box::new(visit)));
    book
}

/// Rows looked at per entity: one of a kind is found like another.
const SAMPLE: usize = 5;

fn private_texts(book: &Book, entity: Entity) -> Vec<String> {
    let mut rows: Vec<_> = book.rows(entity).filter(|row| row.value("share") != Some(true.into())).collect();
    rows.retain(|row| row.value("told_client_on").is_none_or(|day| day.is_null()));
    rows.sort_by_key(|row| row.uuid());
    let mut texts = Vec::new();
    for row in rows.into_iter().take(SAMPLE) {
        row.each_text(&mut |place, text| {
            let free = matches!(place.kind(), Kind::Text(_)) && text.chars().count() > 12;
            if free && place.class() != Class::Shareable {
                texts.push(text.to_owned());
            }
        });
    }
    texts
}

#[test]
fn a_private_text_in_an_agenda_is_found() {
    let book = demo();
    let private = Private::of(&book);
    let volga = Id::new(client(&book, "volga-metall").head.uid);
    let texts: Vec<_> = Entity::ALL.iter().flat_map(|entity| private_texts(&book, *entity)).collect();
    assert!(texts.len() > 50);
    for text in texts {
        let book = with_agenda(&book, volga, &format!("Срок. {text}"));
        let report = scanned(&book, &private, volga, Language::Ru, Format::Markdown);
        assert!(!report.is_clean(), "{text}");
    }
}

#[test]
fn what_is_private_beside_what_is_shared_is_told_apart() {
    let book = demo();
    let volga = Id::new(client(&book, "volga-metall").head.uid);
    let private = Private::of(&book);
    let other = client(&book, "kaliakra");
    let tax = book.client.iter().find_map(|client| client.tax_no.clone()).unwrap();
    for (agenda, is_clean) in [
        ("Аккредитивы первого квартала", true),
        (other.name.as_str(), false),
        ("Встретиться с Седовым", true),
        ("Седов решает", false),
        ("Решает совет", true),
        (tax.as_str(), false),
    ] {
        let book = with_agenda(&book, volga, agenda);
        let report = scanned(&book, &private, volga, Language::Ru, Format::Markdown);
        assert_eq!(report.is_clean(), is_clean, "{agenda}: {:?}", told(&report));
    }
}
