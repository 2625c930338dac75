//! Every kind of field: read as typed, shown and read back, and never a panic.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::domain::date::parse_local;
use crate::domain::figures::testing::DEMO;

fn cx() -> EntryContext<'static> {
    EntryContext::new(&DEMO, parse_local("2026-11-23T08:00").unwrap()).in_currency("EUR".parse().ok())
}

fn field(entity: Entity, name: &str) -> &'static Field {
    entity.field(name).unwrap()
}

fn id_of(result: Result<Json, Sentence>) -> Result<Json, String> {
    result.map_err(|sentence| sentence.id)
}

#[test]
fn moments_are_days_and_times_in_any_order() {
    let at_ten = cx().at_time(parse_local("2026-11-23T10:00").unwrap().time());
    for (typed, expected) in [
        ("2026-11-23T10:00", "2026-11-23T10:00"),
        ("2026-11-23 10:00", "2026-11-23T10:00"),
        ("tue 15:00", "2026-11-24T15:00"),
        ("вт 15:00", "2026-11-24T15:00"),
        ("15:00 tue", "2026-11-24T15:00"),
        ("周二 15:00", "2026-11-24T15:00"),
        ("周二 15点", "2026-11-24T15:00"),
        ("+3d 10:00", "2026-11-26T10:00"),
        ("10:00", "2026-11-23T10:00"),
        ("вт 15:00", "2026-11-24T15:00"),
        ("в среду в 15:00", "2026-11-25T15:00"),
        ("в сряда, 15:00", "2026-11-25T15:00"),
        ("周二 15:00", "2026-11-24T15:00"),
        ("周二15:00", "2026-11-24T15:00"),
        ("明天15点30分", "2026-11-24T15:30"),
        ("9:05", "2026-11-23T09:05"),
        ("22.11 10:00", "2026-11-22T10:00"),
        ("22 nov 2026, 10:00", "2026-11-22T10:00"),
        ("завтра 9:30", "2026-11-24T09:30"),
        ("+14d", "2026-12-07T10:00"),
        ("now", "2026-11-23T08:00"),
    ] {
        assert_eq!(id_of(read(Kind::Local, typed, &at_ten)), Ok(json!(expected)), "{typed}");
    }
    for (typed, id) in [
        ("25:00", "not-a-moment"),
        ("tue 15:60", "not-a-moment"),
        ("soon", "not-a-moment"),
        ("03/04/26 10:00", "ambiguous-date"),
        ("2027-03-28T03:30", "time-does-not-exist"),
    ] {
        assert_eq!(id_of(read(Kind::Local, typed, &cx())), Err(id.to_owned()), "{typed}");
    }
}

#[test]
fn of_a_new_visit_a_day_alone_is_in_the_morning_and_a_moved_one_keeps_what_is_not_typed() {
    let moved = cx().instead_of(parse_local("2026-12-01T14:30").unwrap());
    for (typed, new, instead) in [
        ("+3d", "2026-11-26T08:00", "2026-11-26T14:30"),
        ("2026-11-26", "2026-11-26T08:00", "2026-11-26T14:30"),
        ("завтра", "2026-11-24T08:00", "2026-11-24T14:30"),
        ("10:00", "2026-11-23T10:00", "2026-12-01T10:00"),
        ("+3d 9:00", "2026-11-26T09:00", "2026-11-26T09:00"),
    ] {
        assert_eq!(id_of(read(Kind::Local, typed, &cx())), Ok(json!(new)), "{typed}");
        assert_eq!(id_of(read(Kind::Local, typed, &moved)), Ok(json!(instead)), "{typed}");
    }
}

#[test]
fn now_is_told_by_the_clocks_of_the_zone() {
    let tokyo = cx().in_zone(chrono_tz::Asia::Tokyo);
    assert_eq!(id_of(read(Kind::Local, "now", &tokyo)), Ok(json!("2026-11-23T15:00")));
}

#[test]
fn each_kind_is_read_as_typed() {
    let list = |entity, name| field(entity, name).kind;
    let volga = DEMO.client.iter().find(|client| client.handle == "volga-metall").unwrap().head.uid.to_string();
    for (kind, typed, expected) in [
        (Kind::Line(5), " ab ", json!("ab")),
        (Kind::Line(5), "", Json::Null),
        (Kind::Text(5), "a\r\nb", json!("a\nb")),
        (Kind::Line(9), "a\u{1b}[31m", json!("a[31m")),
        (Kind::Bool, "да", json!(true)),
        (Kind::Bool, "Не", json!(false)),
        (Kind::Bool, "是", json!(true)),
        (list(Entity::Problem, "client_satisfied"), "нет", json!("no")),
        (list(Entity::Problem, "client_satisfied"), "", Json::Null),
        (list(Entity::Client, "vip_category"), "Long standing", json!("long_standing")),
        (list(Entity::Client, "tags"), "port, ЮГ,port ,, \"a, b\"", json!(["port", "ЮГ", "a, b"])),
        (list(Entity::Client, "tags"), "", json!([])),
        (list(Entity::Client, "choice_factors"), "price,speed", json!(["price", "speed"])),
        (list(Entity::Client, "parent"), "Волга Металл", json!(volga)),
        (list(Entity::Product, "name"), "en: Loan | ru: Кредит", json!({"en": "Loan", "ru": "Кредит"})),
        (list(Entity::Product, "name"), "Loan: fast", json!({"en": "Loan: fast"})),
        (Kind::Zone, "europe/sofia", json!("Europe/Sofia")),
        (Kind::Currency, "rub", json!("RUB")),
        (Kind::Minor, "5,5", json!(550)),
        (Kind::Decimal, "0,50", json!("0.50")),
        (
            list(Entity::Person, "work_phones"),
            r#"[{"value": " +359 2 5550101 "}]"#,
            json!([{"value": "+359 2 5550101"}]),
        ),
        (
            list(Entity::Client, "absent_steps"),
            r#"{"step": "agrees", "reason": "none", "on": "вчера"}"#,
            json!([{"step": "agrees", "reason": "none", "on": "2026-11-22"}]),
        ),
    ] {
        assert_eq!(id_of(read(kind, typed, &cx())), Ok(expected), "{typed}");
    }
}

#[test]
fn each_kind_refuses_what_it_cannot_hold() {
    let list = |entity, name| field(entity, name).kind;
    for (kind, typed, id) in [
        (Kind::Line(2), "абв", "text-too-long"),
        (Kind::Line(9), "a\nb", "one-line-only"),
        (Kind::Bool, "maybe", "not-yes-or-no"),
        (list(Entity::Client, "vip_category"), "gold", "invalid-word"),
        (list(Entity::Client, "choice_factors"), "price,price", "twice-in-list"),
        (list(Entity::Client, "parent"), "volga", "several-fit"),
        (list(Entity::Client, "parent"), "qqqqqqqq", "not-found"),
        (list(Entity::Client, "stage"), "8", "out-of-range"),
        (list(Entity::Person, "work_phones"), "[", "not-json"),
        (list(Entity::Person, "work_phones"), "[1]", "wrong-json"),
        (list(Entity::Person, "work_phones"), r#"{"valu": "1"}"#, "unknown-key"),
        (list(Entity::Need, "answered_by"), r#"{"kind": "holding", "ref": "qqqqqqqq"}"#, "not-found"),
        (list(Entity::Product, "name"), r#"{"fr": "x"}"#, "unknown-language"),
        (Kind::Zone, "Mars/Base", "no-such-zone"),
        (Kind::Currency, "doubloon", "unknown-currency"),
        (Kind::Decimal, "x", "not-a-decimal"),
    ] {
        assert_eq!(id_of(read(kind, typed, &cx())), Err(id.to_owned()), "{typed}");
    }
    let sentence = read_field(Entity::Client, field(Entity::Client, "stage"), "8", &cx()).unwrap_err();
    assert!(sentence.args.iter().any(|(name, _)| name == "field"), "{sentence:?}");
}

#[test]
fn assignments_set_a_field_a_key_or_add_one() {
    let volga = DEMO.client.iter().find(|client| client.handle == "volga-metall").unwrap();
    let current = |name: &str| crate::domain::Row::field_json(volga, name).unwrap_or_default();
    for (entity, typed, now, expected) in [
        (Entity::Client, "tags=a,b", Json::Null, json!(["a", "b"])),
        (Entity::Client, "tags+=b", json!(["a"]), json!(["a", "b"])),
        (Entity::Client, "tags+=a", json!(["a"]), json!(["a"])),
        (Entity::Client, "region=", current("region"), Json::Null),
        (Entity::Client, "name=a=b", Json::Null, json!("a=b")),
        (Entity::Stance, "value=-2", Json::Null, json!(-2)),
        (Entity::Product, "name.ru=Кредит", json!({"en": "Loan"}), json!({"en": "Loan", "ru": "Кредит"})),
        (
            Entity::Settings,
            "cadence_days.strategic=30",
            json!({"working": 45}),
            json!({"working": 45, "strategic": 30}),
        ),
        (Entity::Role, "limit=RUB 5000000.00", Json::Null, json!({"minor": 500_000_000, "currency": "RUB"})),
        (Entity::Person, "work_phones+={\"value\":\"12345\"}", json!([]), json!([{"value": "12345"}])),
        (Entity::Role, "from=22.11", Json::Null, json!("2026-11-22")),
        (Entity::Person, "birthday=22.11", Json::Null, json!("--11-22")),
    ] {
        let assignment = assign(entity, typed).unwrap();
        assert_eq!(id_of(assignment.value(&now, &cx())), Ok(expected), "{typed}");
    }
    for (entity, typed, id) in [
        (Entity::Client, "regon=x", "unknown-field-similar"),
        (Entity::Client, "qwertyzxcv=x", "unknown-field"),
        (Entity::Client, "rev=2", "field-not-set-by-hand"),
        (Entity::Client, "region", "bad-assignment"),
        (Entity::Client, "=x", "bad-assignment"),
        (Entity::Client, "region+=x", "field-not-a-list"),
        (Entity::Client, "region.ru=x", "field-takes-no-key"),
        (Entity::Product, "name.fr=x", "unknown-key"),
        (Entity::Settings, "cadence_days.gold=1", "unknown-key"),
    ] {
        assert_eq!(assign(entity, typed).map_err(|sentence| sentence.id), Err(id.to_owned()), "{typed}");
    }
}

#[test]
fn every_value_of_the_demo_reads_back_from_what_a_form_shows() {
    let languages = [Language::En, Language::Ru];
    for entity in Entity::ALL.iter().copied() {
        for row in DEMO.rows(entity).take(60) {
            let currency = row.value("currency").and_then(|json| json.as_str()?.parse().ok());
            for field in entity.fields().iter().filter(|field| !matches!(field.kind, Kind::AnyRef)) {
                let value = row.value(field.name).unwrap_or_default();
                for language in languages {
                    let cx = EntryContext { language, ..cx().in_currency(currency) };
                    let shown = show_field(entity, field, &value, &cx);
                    let back = read_field(entity, field, &shown, &cx);
                    let expected = without_unknown_languages(field, value.clone());
                    assert_eq!(back, Ok(expected), "{entity:?} {} {shown}", field.name);
                }
            }
        }
    }
}

fn without_unknown_languages(field: &Field, value: Json) -> Json {
    match (field.kind, value) {
        (Kind::PerLanguage(_), Json::Object(map)) => {
            Json::Object(map.into_iter().filter(|(_, text)| !text.is_null()).collect())
        }
        (_, value) => value,
    }
}

fn kinds() -> Vec<Kind> {
    Entity::ALL.iter().flat_map(|entity| entity.fields()).map(|field| field.kind).collect()
}

proptest! {
    #[test]
    fn anything_typed_is_read_or_refused_and_what_was_read_reads_back(
        typed in any::<String>().boxed()
            .prop_union("[-+0-9.,:/ a-zа-я年月日万€\"|{}\\[\\]]{0,14}".boxed())
            .or("[-+]?[0-9]{1,4}[-./ :dwm年]{1,2}[0-9]{0,4}[-./ :]?[0-9]{0,4}".boxed()),
        pick in any::<prop::sample::Index>(),
    ) {
        let kinds = kinds();
        let kind = kinds[pick.index(kinds.len())];
        if let Ok(value) = read(kind, &typed, &cx()) {
            let shown = show(kind, &value, &cx());
            let back = read(kind, &shown, &cx());
            prop_assert_eq!(back.as_ref(), Ok(&value), "{:?} {:?} {}", kind, typed, shown);
        }
    }

    #[test]
    fn texts_and_amounts_read_back(text in "\\PC{1,20}", number in any::<i64>(), which in 0usize..4) {
        let values = [
            clean(&text, true).map_or(Json::Null, Json::from),
            json!(number),
            json!({"minor": number, "currency": "KWD"}),
            json!({"minor": number, "currency": "JPY"}),
        ];
        let value = &values[which];
        for rate in [false, true] {
            let kind = Kind::Amount { most: 200, rate };
            let back = read(kind, &show(kind, value, &cx()), &cx());
            prop_assert_eq!(back.as_ref(), Ok(value));
        }
    }

    #[test]
    fn any_assignment_is_taken_apart_or_refused(text in any::<String>(), line in "[a-z_.+=]{0,20}=\\PC{0,9}") {
        let _ = assign(Entity::Client, &text);
        if let Ok(assignment) = assign(Entity::Client, &line) {
            let _ = assignment.value(&Json::Null, &cx());
        }
        let _ = need_line(&text);
        let _ = promise_line(&text, &cx());
    }
}
