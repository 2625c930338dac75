//! Values for fields, mostly right and sometimes wrong, by the kind of the field.

use attache::domain::field::{Field, Kind};
use attache::domain::{Book, Entity};
use fastrand::Rng;
use serde_json::{Value as Json, json};
use uuid::Uuid;

const TEXTS: [&str; 12] = [
    "договор",
    "Кой решава?",
    "汀岚的合同",
    "limit, \"quoted\"",
    "Anna",
    "two\nlines",
    "  spaces  ",
    "e\u{301}\u{301}",
    "\u{1b}[31mred\u{202e}",
    "👩‍👩‍👧",
    "1.5",
    "",
];

pub fn pick<'i, T>(random: &mut Rng, items: &'i [T]) -> &'i T {
    &items[random.usize(..items.len())]
}

pub fn chance(random: &mut Rng, percent: u32) -> bool {
    random.u32(..100) < percent
}

/// The uid of some row; now and then of none.
pub fn some_uid(random: &mut Rng, book: &Book, entity: Entity) -> Uuid {
    let rows = book.records(entity);
    if rows.is_empty() || chance(random, 3) { Uuid::from_u128(random.u128(..)) } else { pick(random, &rows).uuid() }
}

pub fn text(random: &mut Rng, most: usize) -> String {
    match random.u32(..40) {
        0 => "x".repeat(most.min(5000) + 1),
        1 => "я".repeat(most.min(300)),
        _ => (0..=random.usize(..3)).map(|_| *pick(random, &TEXTS)).collect::<Vec<_>>().join(" "),
    }
}

pub fn day(random: &mut Rng) -> String {
    match random.u32(..30) {
        0 => "2026-02-30".to_owned(),
        1 => "1899-12-31".to_owned(),
        _ => format!("{}-{:02}-{:02}", random.u32(2024..2028), random.u32(1..=12), random.u32(1..=28)),
    }
}

fn partial_day(random: &mut Rng) -> String {
    let whole = day(random);
    match random.u32(..5) {
        0 => whole[..4].to_owned(),
        1 => whole[..7].to_owned(),
        2 => format!("--{}", &whole[5..]),
        3 => "--02-29".to_owned(),
        _ => whole,
    }
}

fn month(random: &mut Rng) -> String {
    format!("{}-{:02}", random.u32(2025..2027), random.u32(1..=12))
}

fn currency(random: &mut Rng) -> &'static str {
    ["EUR", "USD", "JPY", "BGN", "KWD", "CNY", "ZZZ"][random.usize(..7)]
}

fn money(random: &mut Rng) -> Json {
    json!({ "minor": random.i64(-5..900_000_000), "currency": currency(random) })
}

fn amount(random: &mut Rng) -> Json {
    match random.u32(..3) {
        0 => money(random),
        1 => random.i64(0..10_000).into(),
        _ => text(random, 100).into(),
    }
}

fn extra(random: &mut Rng) -> Json {
    json!({ "n": random.f64() * 1e6, "list": [null, true, "ю", random.u64(..)], "deep": { "e": 1e-7 } })
}

/// A value of a kind: unknown, right, or (rarely) of another kind.
pub fn value(random: &mut Rng, book: &Book, field: &Field) -> Json {
    match random.u32(..40) {
        0 => json!([1, "a"]),
        1 => json!("nonsense"),
        2..6 => Json::Null,
        _ => right(random, book, field.kind),
    }
}

fn right(random: &mut Rng, book: &Book, kind: Kind) -> Json {
    match kind {
        Kind::Line(most) | Kind::Text(most) => text(random, most).into(),
        Kind::Day => day(random).into(),
        Kind::PartialDay => partial_day(random).into(),
        Kind::Local => format!("{}T{:02}:{:02}", day(random), random.u32(0..24), random.u32(0..60)).into(),
        Kind::Zone => (*pick(random, &["Europe/Sofia", "Asia/Shanghai", "Europe/London", "Mars/Base"])).into(),
        Kind::Month => month(random).into(),
        Kind::Money => money(random),
        Kind::Minor => random.i64(-1_000..900_000_000).into(),
        Kind::Currency => currency(random).into(),
        Kind::Amount { .. } => amount(random),
        Kind::Decimal => (*pick(random, &["1.50", "0.5", "1.95583", "-1", "0", "7.8000"])).into(),
        Kind::Int { min, max } => {
            let low = min.max(-3);
            random.i64(low..=max.min(low + 400) + 1).into()
        }
        Kind::Bool => random.bool().into(),
        Kind::Word { words, .. } => (*pick(random, words)).into(),
        Kind::Ref(entity) => some_uid(random, book, entity).to_string().into(),
        Kind::Refs(entity) => {
            (0..random.usize(..3)).map(|_| some_uid(random, book, entity).to_string()).collect::<Vec<_>>().into()
        }
        Kind::AnyRef => {
            let entity = *pick(random, Entity::ALL);
            some_uid(random, book, entity).to_string().into()
        }
        Kind::Words { words, .. } => words.iter().filter(|_| random.bool()).copied().collect::<Vec<_>>().into(),
        Kind::Lines(most) => (0..random.usize(..3)).map(|_| text(random, most)).collect::<Vec<_>>().into(),
        Kind::Parts(fields) => (0..random.usize(..3)).map(|_| part(random, book, fields)).collect::<Vec<_>>().into(),
        Kind::Part(fields) => part(random, book, fields),
        Kind::PerLanguage(most) => json!({ "en": text(random, most), "zh": text(random, most) }),
        Kind::Json => extra(random),
    }
}

fn part(random: &mut Rng, book: &Book, fields: &[Field]) -> Json {
    fields.iter().map(|field| (field.name.to_owned(), right(random, book, field.kind))).collect()
}
