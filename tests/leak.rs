//! The client's copy holds nothing private: markers in every private field never reach it, and one that is written into
//! a shared text is found.

use attache::desk::{Clock, Desk};
use attache::domain::date::parse_local;
use attache::domain::field::{Class, Kind};
use attache::domain::figures::View;
use attache::domain::offer::AllTakenOff;
use attache::domain::words::{Language, ProposalState};
use attache::domain::{Answers, Book, Client, Edit, Entity, Field, Id, Record, Sentence, Visit};
use attache::export::brief::leak::{self, Finished, Private, Report};
use attache::export::brief::{self, Format, Reader, Request, Templates};
use attache::export::snapshot;

/// Every format; what a page holds is read back from it.
const FORMATS: &[Format] = &[
    Format::Markdown,
    Format::Html,
    Format::Json,
    Format::Plain(80),
    #[cfg(feature = "pdf")]
    Format::Pdf,
];

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

fn copy(book: &Book, client: Id<Client>, language: Language, format: Format) -> (Request, brief::Brief, Vec<u8>) {
    let view = View::on(book, today());
    let request = Request { language: Some(language), ..Request::new(client, Reader::Client) };
    let made = brief::make(&view, &request, &AllTakenOff::new()).unwrap();
    let text = brief::write(&made, format, &Templates::built_in()).unwrap();
    (request, made, text)
}

fn scanned(book: &Book, private: &Private, client: Id<Client>, language: Language, format: Format) -> Report {
    let (request, made, text) = copy(book, client, language, format);
    let finished = Finished { format, bytes: &text, template: None };
    leak::scan(private, &View::on(book, today()), &request, &made, finished)
}

fn told(report: &Report) -> Vec<String> {
    report.sources().map(|hit| format!("{}.{}", hit.entity.table(), hit.field())).collect()
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
                let report = scanned(&book, &private, Id::new(client.head.uid), *language, *format);
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
fn a_run_of_private_words_is_asked_about_and_may_be_released() {
    let book = demo();
    let private = Private::of(&book);
    let volga = Id::new(client(&book, "volga-metall").head.uid);
    for (outcome, agenda, run) in [
        (
            "Седов согласен ждать до конца января, потом уйдёт",
            "Мы рады, что ждать до конца января можно",
            "ждать до конца января",
        ),
        ("Седов согласен ждать до конца января, потом уйдёт", "Ждать до конца", ""),
        ("他们愿意等到一月底再签合同", "我们知道愿意等到一月底再签，谢谢", "愿意等到一月底再签"),
    ] {
        let mut planted = with_agenda(&book, volga, agenda);
        let held = book.visit.of(volga).find(|visit| visit.outcome.is_some()).unwrap();
        planted.put(Record::Visit(Box::new(Visit { outcome: Some(outcome.to_owned()), ..held.clone() })));
        let report = scanned(&planted, &private, volga, Language::Ru, Format::Markdown);
        let runs: Vec<&str> = report.fragments.iter().map(|fragment| fragment.run.as_str()).collect();
        assert_eq!(runs.first().copied().unwrap_or_default(), run, "{runs:?}");
        assert!(report.hits.is_empty());
        let released: Vec<String> = report.fragments.iter().map(|fragment| fragment.answer.clone()).collect();
        assert!(report.releasing(&released).is_clean());
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

/// A book of which every private text of every entity is a marker of its own; the texts that the copy shows stay.
fn marked(book: &Book) -> Book {
    let mut marked = book.clone();
    for entity in Entity::ALL.iter().filter(|entity| **entity != Entity::Settings) {
        for mut record in book.records(*entity) {
            for field in entity.fields().iter().filter(|field| field.class != Class::Shareable) {
                let marker = marker(*entity, field.name, "");
                let before = record.field_json(field.name).unwrap_or_default();
                let value = match field.kind {
                    Kind::Line(_) | Kind::Text(_) => marker.into(),
                    Kind::Lines(_) => vec![marker].into(),
                    Kind::Amount { .. } if entity.table() != "plan_target" => marker.into(),
                    Kind::Json => serde_json::json!({ "X-NOTE": marker }),
                    Kind::Part(parts) | Kind::Parts(parts) => in_parts(*entity, field.name, parts, before),
                    _ => continue,
                };
                record.set_field(field.name, &value).unwrap_or_else(|why| panic!("{}: {why:?}", field.name));
            }
            marked.put(record);
        }
    }
    marked
}

fn marker(entity: Entity, field: &str, part: &str) -> String {
    format!("ZZ-{}-{field}{part}-ZZ", entity.table())
}

/// The same in the texts of small records.
fn in_parts(entity: Entity, field: &str, parts: &[Field], mut json: serde_json::Value) -> serde_json::Value {
    let mark = |item: &mut serde_json::Value| {
        for part in parts.iter().filter(|part| part.is_text()) {
            item[part.name] = marker(entity, field, part.name).into();
        }
    };
    match &mut json {
        serde_json::Value::Array(items) => items.iter_mut().for_each(mark),
        serde_json::Value::Null => {}
        item => mark(item),
    }
    json
}

/// Switched off, so that no text beside a switch is shared.
fn unshared(book: &Book) -> Book {
    let mut unshared = book.clone();
    for entity in Entity::ALL.iter().filter(|entity| entity.field("share").is_some()) {
        for mut record in book.records(*entity) {
            record.set_field("share", &false.into()).unwrap();
            unshared.put(record);
        }
    }
    unshared
}

#[test]
fn no_marker_of_a_private_field_reaches_a_copy() {
    let book = marked(&unshared(&demo()));
    let whole = snapshot::write(&book, None);
    assert!(whole.matches("ZZ-").count() > 1_000, "the book is full of markers");
    for client in &book.client {
        for language in Language::all() {
            for format in FORMATS {
                let (_, made, finished) = copy(&book, Id::new(client.head.uid), *language, *format);
                let mut text = leak::read_back(&finished, *format).unwrap();
                // What is no text is packed: there only reading back tells.
                text += std::str::from_utf8(&finished).unwrap_or_default();
                assert!(!text.contains("ZZ-") && !made.file_stem.contains("ZZ"), "{}: {text}", client.handle);
            }
        }
    }
}

/// Texts that the copy shows and a person wrote freely: table, field, and which row of the client's.
fn shown_texts(book: &Book, client: Id<Client>) -> Vec<Record> {
    let next = book.contacts(client, today()).next(today()).unwrap().visit;
    let held = book.visit.of(client).find(|visit| visit.summary_shared.is_some()).unwrap();
    let offer = book.proposal.of(client).find(|offer| offer.state == ProposalState::Presented).unwrap();
    let term = book.proposal_term.of(offer.head.uid).next().unwrap();
    let need = book.need.of(client).find(|need| need.share).unwrap();
    let promise = book.commitment.of(client).find(|promise| promise.share && promise.state.is_open()).unwrap();
    vec![
        Record::Visit(Box::new(book.visit.get(next).unwrap().clone())),
        Record::Visit(Box::new(held.clone())),
        Record::Proposal(Box::new(offer.clone())),
        Record::ProposalTerm(Box::new(term.clone())),
        Record::Need(Box::new(need.clone())),
        Record::Commitment(Box::new(promise.clone())),
    ]
}

#[test]
fn a_private_text_planted_in_any_shared_text_is_found() {
    let book = demo();
    let volga = Id::new(client(&book, "volga-metall").head.uid);
    let fields = ["agenda", "summary_shared", "title", "label", "title", "text"];
    // What somebody wants for themselves is secret even in a text that was released.
    let secret = book.interest.iter().min_by_key(|row| row.head.uid).unwrap().text.clone();
    for (mut record, field) in shown_texts(&book, volga).into_iter().zip(fields) {
        let mut planted = book.clone();
        record.set_field(field, &format!("Срок: {secret}").into()).unwrap();
        let place = format!("{}.{field}", record.entity().table());
        planted.put(record);
        let private = Private::of(&planted);
        for format in FORMATS {
            let report = scanned(&planted, &private, volga, Language::Ru, *format);
            let found = told(&report);
            assert!(found.contains(&"interest.text".to_owned()), "{place} {}: {found:?}", format.ending());
        }
    }
}
