//! What cards say is understood, whatever their version; what is broken costs a sentence.

use super::read;
use crate::domain::contacts::{Card, CardKind};

fn cards(text: &str) -> super::Cards {
    read(text.replace('\n', "\r\n").as_bytes(), None).unwrap()
}

fn card(body: &str) -> Card {
    let mut found = cards(&format!("BEGIN:VCARD\n{body}\nEND:VCARD\n"));
    assert_eq!(found.rejected, [], "{body}");
    found.cards.remove(0)
}

#[test]
fn every_line_has_its_place() {
    let card = card(
        "VERSION:4.0\nUID:urn:uuid:0190e0a0-0000-7000-8000-000000000001\nFN:Ирина Орлова\nN:Орлова;Ирина;Павловна;г-жа;\n\
         ORG:Волга Металл;Казначейство\nTITLE:Финансовый директор\nROLE:Economist\n\
         TEL;VALUE=uri;TYPE=work;X-ATTACHE-TEXT=\"+7 846 200-10-10\":tel:+7846200-10-10\nTEL;TYPE=cell:+7 900 1\nitem1.EMAIL:o@volga.example\n\
         item1.X-ABLabel:приёмная\nEMAIL;TYPE=home:i@home.example\nADR;TYPE=work:;;ул. Лесная\\, 5;Самара;;443000;Россия\n\
         BDAY:--0514\nANNIVERSARY:20100612\nLANG:ru\nLANG:en\nGENDER:F\nNOTE:a\\, b\\nc\nCATEGORIES:A,B\n\
         IMPP:telegram:@orlova\nRELATED;TYPE=colleague:urn:uuid:0190e0a0-0000-7000-8000-000000000002\nREV:20261101T120000Z\n\
         X-CUSTOM;A=\"b\":c\\;d\nPHOTO:data:image/png;base64,AAAA\nm1.X-ATTACHE-ROLE:decides\nm1.X-ATTACHE-CERTAINTY:heard",
    );
    insta::assert_debug_snapshot!(card);
}

#[test]
fn names_are_never_split_by_guess() {
    let names = |body: &str| {
        let card = card(body);
        [card.full_name, card.family_name, card.given_name, card.patronymic].map(Option::unwrap_or_default)
    };
    assert_eq!(names("VERSION:3.0\nFN:李伟\nN:李伟;;;;"), ["李伟", "", "", ""]);
    assert_eq!(names("VERSION:3.0\nFN:李伟\nN:李;伟;;;"), ["", "李", "伟", ""]);
    assert_eq!(names("VERSION:2.1\nN:Иванов Иван"), ["Иванов Иван", "", "", ""]);
    assert_eq!(names("VERSION:4.0\nFN:Kim\nN:Kim;;;;"), ["", "Kim", "", ""]);
    assert_eq!(names("VERSION:4.0\nFN:Kim Novak"), ["Kim Novak", "", "", ""]);
    assert_eq!(names("VERSION:3.0\nFN:Ира кассир\nN:Орлова;Ирина;;;"), ["Ира кассир", "Орлова", "Ирина", ""]);
}

#[test]
fn days_without_a_year_are_understood() {
    for (line, day) in [
        ("VERSION:4.0\nBDAY:--0514", Some("--05-14")),
        ("VERSION:4.0\nBDAY:1971", Some("1971")),
        ("VERSION:4.0\nBDAY:1971-05", Some("1971-05")),
        ("VERSION:4.0\nBDAY:19710514", Some("1971-05-14")),
        ("VERSION:3.0\nBDAY:1971-05-14", Some("1971-05-14")),
        ("VERSION:3.0\nBDAY:1971-05-14T00:00:00Z", Some("1971-05-14")),
        ("VERSION:3.0\nBDAY;VALUE=date:19710514", Some("1971-05-14")),
        ("VERSION:3.0\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-05-14", Some("--05-14")),
        ("VERSION:3.0\nBDAY:--05-14", Some("--05-14")),
        ("VERSION:4.0\nBDAY;VALUE=text:circa 1800", None),
        ("VERSION:2.1\nBDAY:19000514", Some("1900-05-14")),
        ("VERSION:4.0\nBDAY:--0229", Some("--02-29")),
    ] {
        let card = card(&format!("{line}\nFN:A"));
        assert_eq!(card.birthday.map(|day| day.to_string()).as_deref(), day, "{line}");
        assert_eq!(card.extra.is_empty(), day.is_some(), "{line}");
    }
}

#[test]
fn numbers_are_work_or_private() {
    for (line, value, label, work) in [
        ("TEL:+7 1 23456", "+7 1 23456", None, true),
        ("TEL;TYPE=WORK,VOICE:12345", "12345", None, true),
        ("TEL;TYPE=CELL:12345", "12345", Some("cell"), false),
        ("TEL;TYPE=home:12345", "12345", None, false),
        ("TEL;TYPE=work;TYPE=cell;TYPE=pref:12345", "12345", Some("cell"), true),
        ("TEL;TYPE=\"work,cell\":12345", "12345", Some("cell"), true),
        ("TEL;VALUE=uri:tel:+7-495-1;ext=12", "+7-495-1 (12)", None, true),
        ("TEL:8.495.123", "8-495-123", None, true),
    ] {
        let card = card(&format!("VERSION:4.0\nFN:A\n{line}"));
        let phone = &card.phones[0];
        assert_eq!((phone.value.as_str(), phone.label.as_deref(), phone.work), (value, label, work), "{line}");
    }
}

#[test]
fn organisations_are_told_from_people() {
    let org = card(
        "version:4.0\nKIND:org\nFN:Волга Металл\nORG:Волга Металл\nADR:;;ул. Лесная, 5;Самара;;;\nCATEGORIES:a,b\nURL:https://v.example",
    );
    assert_eq!((org.kind, org.name().as_str(), org.tags.len()), (CardKind::Organisation, "Волга Металл", 2));
    assert_eq!(card("VERSION:3.0\nORG:Only Firm\nTEL:12345").kind, CardKind::Organisation);
}

#[test]
fn what_is_broken_is_refused_with_its_line_and_the_rest_is_read() {
    let text = "\n\nBEGIN:VCARD\nVERSION:3.0\nFN:A\nBEGIN:VCARD\nVERSION:3.0\nFN:B\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nTEL:1\n\
        END:VCARD\nBEGIN:VCARD\nFN:C\nnonsense\nEND:VCARD\nBEGIN:VCARD\nVERSION:2.1\nFN:D\nAGENT:\nBEGIN:VCARD\nFN:E\n\
        END:VCARD\nEND:VCARD\nBEGIN:VCARD\nFN:F";
    let found = cards(text);
    let read: Vec<String> = found.cards.iter().map(Card::name).collect();
    assert_eq!(read, ["B", "D"]);
    let rejected: Vec<(usize, &str)> = found.rejected.iter().map(|one| (one.line, one.why.id.as_str())).collect();
    let expected =
        [(3, "card-not-closed"), (10, "person-needs-name"), (14, "card-no-property"), (26, "card-not-closed")];
    assert_eq!(rejected, expected);
}

#[test]
fn depth_and_length_cost_nothing() {
    let deep = "BEGIN:VCARD\n".repeat(1_000) + &"END:VCARD\n".repeat(1_000);
    assert_eq!(cards(&deep).rejected.len(), 1_000);
    let agents = "BEGIN:VCARD\nFN:A\nAGENT:\n".repeat(1_000) + &"END:VCARD\n".repeat(1_000);
    assert_eq!(cards(&agents).cards.len(), 1);
    let long = format!("BEGIN:VCARD\nFN:A\nNOTE:{}\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n", "a".repeat(3 << 20));
    let found = cards(&long);
    assert_eq!((found.cards.len(), found.rejected[0].why.id.as_str()), (1, "line-too-long"));
    assert!(cards("\u{1}\u{2} nothing").cards.is_empty());
}

mod round_trip {
    use proptest::prelude::*;
    use serde_json::json;
    use uuid::Uuid;

    use super::super::{Choice, Version, person, read};
    use crate::domain::contacts;
    use crate::domain::date::parse_instant;
    use crate::domain::figures::View;
    use crate::domain::step::read_record;
    use crate::domain::text::clean;
    use crate::domain::words::Language;
    use crate::domain::{Book, Entity, Person, Record};
    use crate::i18n::Words;

    fn text() -> impl Strategy<Value = String> {
        "[A-Za-zа-яёЁ李伟ъ;,:\\\\\"' =.n-]{0,60}".prop_map(|text| clean(&text, true).unwrap_or_else(|| "я".to_owned()))
    }

    fn phone() -> impl Strategy<Value = String> {
        "[+]?[0-9]{5}[0-9 ()-]{0,8}[0-9]"
    }

    fn row(fields: serde_json::Value) -> Person {
        let mut map = fields.as_object().unwrap().clone();
        map.insert("uid".into(), Uuid::from_u128(7).to_string().into());
        map.insert("rev".into(), 1.into());
        for at in ["created_at", "updated_at"] {
            map.insert(at.into(), "2026-11-01T08:00:00.000Z".into());
        }
        match read_record(Entity::Person, map).unwrap() {
            Record::Person(person) => *person,
            other => panic!("{other:?}"),
        }
    }

    proptest! {
        #[test]
        fn a_person_comes_back_as_they_went(
            (family, given, patronymic) in (text(), text(), text()),
            (salutation, label, handle, likes) in (text(), text(), text(), text()),
            (work, home) in (phone(), phone()),
            birthday in prop::sample::select(vec!["1971-05-14", "--05-14", "--02-29", "1971", "1971-05"]),
            four in any::<bool>(),
        ) {
            // As long as a label may be.
            let label: String = label.chars().take(40).collect();
            let label = clean(&label, true).unwrap_or_default();
            let both_parts = !family.is_empty() && !given.is_empty();
            prop_assume!(both_parts && !label.is_empty());
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            prop_assume!(digits(&work) != digits(&home));
            let before = row(json!({
                "handle": "h", "family_name": family, "given_name": given, "patronymic": patronymic, "salutation": salutation,
                "work_phones": [{ "value": work, "label": label }], "private_phones": [{ "value": home, "label": null }],
                "work_emails": [{ "value": "a@b.example", "label": "cell" }], "languages": ["ru", "zh"], "sex": "f",
                "messenger": [{ "kind": likes.replace('\\', "/"), "handle": handle }], "birthday": birthday,
            }));
            let mut book = Book::default();
            book.put(Record::Person(Box::new(before.clone())));
            let day = "2026-11-23".parse().unwrap();
            let version = if four { Version::Four } else { Version::Three };
            let choice = Choice { version, personal: true, map: true };
            let card = person(&View::on(&book, day), &before, choice, None, &Words::new(Language::En));
            let read = read(card.as_bytes(), None).unwrap();
            prop_assert_eq!(&read.rejected, &[]);
            let at = parse_instant("2026-11-01T08:00:00.000Z").unwrap();
            let mut next = 100_u128;
            let mut new_uid = || { next += 1; Uuid::from_u128(next) };
            let taken = contacts::take(&Book::default(), read.cards, None, (day, at), &mut new_uid, |_| Ok::<_, ()>(true)).unwrap();
            let Some(Record::Person(after)) = taken.batches.first().and_then(|batch| batch.rows.first()) else {
                return Err(TestCaseError::fail(format!("nothing in {card}")));
            };
            let after = Person { handle: before.handle.clone(), ..(**after).clone() };
            prop_assert_eq!(after, before, "{}", card);
        }
    }
}
