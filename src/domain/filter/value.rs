//! The value behind a key, and whether a field has it.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use serde_json::Value as Json;

use crate::domain::book::{Book, Entity};
use crate::domain::entry::{EntryContext, read, yes_or_no};
use crate::domain::field::{Field, FieldType, Kind, invalid_word};
use crate::domain::money::{Currency, Money};
use crate::domain::naming::{self, Wanted};
use crate::domain::sentence::Sentence;
use crate::domain::text::fold;
use crate::domain::words::Tier;

/// What a field must hold.
#[derive(Debug)]
pub(super) enum Value {
    Nothing,
    Yes(bool),
    /// One of these stored words.
    Words(Vec<&'static str>),
    /// A number between two, both included; of money in whole units, of a currency where one is said.
    Numbers(Option<Decimal>, Option<Decimal>, Option<Currency>),
    /// A day, month or moment between two texts that sort as they follow; a beginning stands for all it begins.
    Days(Option<String>, Option<String>),
    Text(Wanted),
    Never,
}

impl Value {
    pub(super) fn read(entity: Entity, field: &Field, typed: &str, cx: &EntryContext<'_>) -> Result<Self, Sentence> {
        let about = |sentence: Sentence| sentence.about(entity, field.name);
        if typed.is_empty() || fold(typed) == "unknown" {
            return Ok(Self::Nothing);
        }
        match field.kind {
            Kind::Bool => yes_or_no(typed).map(Self::Yes).map_err(about),
            Kind::Word { words, .. } | Kind::Words { words, .. } => {
                chosen(typed, words).map(Self::Words).map_err(about)
            }
            Kind::Int { .. } | Kind::Decimal | Kind::Money | Kind::Minor => numbers(typed, cx).map_err(about),
            Kind::Day | Kind::PartialDay | Kind::Local | Kind::Month => days_between(typed, cx).map_err(about),
            _ => Ok(Wanted::new(typed).map_or(Self::Never, Self::Text)),
        }
    }

    pub(super) fn fits(&self, book: &Book, kind: Kind, json: &Json) -> bool {
        if is_nothing(json) {
            // A switch that is not set is off.
            return matches!(self, Self::Nothing) || matches!((self, kind), (Self::Yes(false), Kind::Bool));
        }
        match self {
            Self::Nothing | Self::Never => false,
            Self::Yes(yes) => json.as_bool() == Some(*yes),
            Self::Words(words) => texts(json).any(|text| words.contains(&text)),
            Self::Numbers(from, to, currency) => number(kind, json).is_some_and(|(number, own)| {
                let same = currency.is_none() || *currency == own;
                same && from.is_none_or(|from| from <= number) && to.is_none_or(|to| number <= to)
            }),
            Self::Days(from, to) => json.as_str().is_some_and(|day| is_between(day, from.as_deref(), to.as_deref())),
            Self::Text(wanted) => has_text(book, kind, json, wanted),
        }
    }

    pub(super) fn fits_days(&self, days: Option<i64>) -> bool {
        match self {
            Self::Yes(yes) => days.is_some_and(|days| days > 0) == *yes,
            Self::Numbers(from, to, _) => days.map(Decimal::from).is_some_and(|days| {
                days > Decimal::ZERO && from.is_none_or(|from| from <= days) && to.is_none_or(|to| days <= to)
            }),
            _ => false,
        }
    }
}

pub(super) fn is_nothing(json: &Json) -> bool {
    json.is_null()
        || json.as_array().is_some_and(Vec::is_empty)
        || json.as_object().is_some_and(serde_json::Map::is_empty)
}

fn texts(json: &Json) -> impl Iterator<Item = &str> {
    json.as_str().into_iter().chain(json.as_array().into_iter().flatten().filter_map(Json::as_str))
}

/// The words that a word, its beginning or its initials mean.
fn chosen(typed: &str, words: &'static [&'static str]) -> Result<Vec<&'static str>, Sentence> {
    let text = fold(typed).replace([' ', '-'], "_");
    if let Some(word) = words.iter().find(|word| **word == text) {
        return Ok(vec![word]);
    }
    if words == ["yes", "no"] {
        return yes_or_no(typed).map(|yes| vec![if yes { "yes" } else { "no" }]);
    }
    let initials = |word: &str| word.split('_').filter_map(|part| part.chars().next()).collect::<String>();
    let fit: Vec<&'static str> =
        words.iter().copied().filter(|word| word.starts_with(&text) || initials(word) == text).collect();
    if fit.is_empty() { Err(invalid_word(&typed.into(), words)) } else { Ok(fit) }
}

/// Tiers by their words, beginnings or initials.
pub(super) fn tiers(typed: &str) -> Result<Vec<Tier>, Sentence> {
    let Kind::Word { words, .. } = <Tier as FieldType>::KIND else { return Ok(Vec::new()) };
    let typed = if typed == "?" { "unknown" } else { typed };
    Ok(chosen(typed, words)?.into_iter().filter_map(Tier::from_word).collect())
}

/// `yes`, `no`, or a number of days: 5 means 5 or more.
pub(super) fn days(typed: &str, cx: &EntryContext<'_>) -> Result<Value, Sentence> {
    if let Ok(yes) = yes_or_no(typed).map_err(drop)
        && typed.parse::<i64>().is_err()
    {
        return Ok(Value::Yes(yes));
    }
    match numbers(typed, cx)? {
        Value::Numbers(Some(from), Some(to), currency) if from == to => Ok(Value::Numbers(Some(from), None, currency)),
        other => Ok(other),
    }
}

/// A bound and what stands behind its sign.
fn bound(typed: &str) -> Option<(Ordering, bool, &str)> {
    for (sign, ordering, included) in [
        (">=", Ordering::Greater, true),
        ("<=", Ordering::Less, true),
        (">", Ordering::Greater, false),
        ("<", Ordering::Less, false),
    ] {
        if let Some(rest) = typed.strip_prefix(sign) {
            return Some((ordering, included, rest));
        }
    }
    None
}

/// The smallest step between two numbers that a book holds.
const STEP: Decimal = Decimal::from_parts(1, 0, 0, false, 10);

fn numbers(typed: &str, cx: &EntryContext<'_>) -> Result<Value, Sentence> {
    let read_one = |text: &str| -> Result<(Decimal, Option<Currency>), Sentence> {
        let wrong = || Sentence::new("not-a-number").text("input", typed);
        if let Ok(Json::String(number)) = read(Kind::Decimal, text, cx) {
            return Ok((number.parse().map_err(|_| wrong())?, None));
        }
        let money = read(Kind::Money, text, cx).ok().and_then(|json| Money::from_json(&json).ok());
        let money = money.ok_or_else(wrong)?;
        Ok((money.plain().parse().map_err(|_| wrong())?, Some(money.currency)))
    };
    if let Some((from, to)) = typed.split_once("..") {
        let ((from, currency), (to, _)) = (read_one(from)?, read_one(to)?);
        return Ok(Value::Numbers(Some(from), Some(to), currency));
    }
    if let Some((ordering, included, rest)) = bound(typed) {
        let (number, currency) = read_one(rest)?;
        let step = if included { Decimal::ZERO } else { STEP };
        return Ok(match ordering {
            Ordering::Greater => Value::Numbers(number.checked_add(step), None, currency),
            _ => Value::Numbers(None, number.checked_sub(step), currency),
        });
    }
    let (number, currency) = read_one(typed)?;
    Ok(Value::Numbers(Some(number), Some(number), currency))
}

fn number(kind: Kind, json: &Json) -> Option<(Decimal, Option<Currency>)> {
    match kind {
        Kind::Money => {
            let money = Money::from_json(json).ok()?;
            Some((money.plain().parse().ok()?, Some(money.currency)))
        }
        Kind::Decimal => Some((json.as_str()?.parse().ok()?, None)),
        _ => Some((json.as_i64()?.into(), None)),
    }
}

fn days_between(typed: &str, cx: &EntryContext<'_>) -> Result<Value, Sentence> {
    if let Some((from, to)) = typed.split_once("..") {
        return Ok(Value::Days(Some(day(from, cx)?), Some(day(to, cx)?)));
    }
    if let Some((ordering, included, rest)) = bound(typed) {
        let day = day(rest, cx)?;
        let moved = |by: i64| {
            let exact = crate::domain::date::parse_day(&day).filter(|_| !included);
            exact.map_or(day.clone(), |day| crate::domain::date::plus_days(day, by).to_string())
        };
        return Ok(match ordering {
            Ordering::Greater => Value::Days(Some(moved(1)), None),
            _ => Value::Days(None, Some(moved(-1))),
        });
    }
    let day = day(typed, cx)?;
    Ok(Value::Days(Some(day.clone()), Some(day)))
}

/// A day, month or year as it is stored; a month alone is of every year.
fn day(typed: &str, cx: &EntryContext<'_>) -> Result<String, Sentence> {
    let read = read(Kind::Day, typed, cx).or_else(|_| read(Kind::PartialDay, typed, cx))?;
    Ok(read.as_str().unwrap_or_default().to_owned())
}

/// Whether a stored day lies between two others; what one of them begins with is within it.
fn is_between(day: &str, from: Option<&str>, to: Option<&str>) -> bool {
    let after = from.is_none_or(|from| day >= from || day.starts_with(from));
    let before = to.is_none_or(|to| day <= to || day.starts_with(to));
    after && before
}

/// Texts, names of records, and everything else as it is written.
fn has_text(book: &Book, kind: Kind, json: &Json, wanted: &Wanted) -> bool {
    let names = match (kind, json) {
        (Kind::Ref(entity), Json::String(uid)) => reference(book, entity, uid),
        (Kind::Refs(entity), Json::Array(items)) => {
            items.iter().filter_map(Json::as_str).flat_map(|uid| reference(book, entity, uid)).collect()
        }
        (_, Json::String(text)) => vec![text.clone()],
        (_, Json::Array(items)) => items.iter().flat_map(written).collect(),
        (_, json) => written(json),
    };
    wanted.fits_any(&names)
}

pub(super) fn reference(book: &Book, entity: Entity, uid: &str) -> Vec<String> {
    let row = uid.parse().ok().and_then(|uuid| book.row(entity, uuid));
    row.map_or_else(Vec::new, |row| naming::names(book, row))
}

/// Every text inside a value.
fn written(json: &Json) -> Vec<String> {
    match json {
        Json::String(text) => vec![text.clone()],
        Json::Number(number) => vec![number.to_string()],
        Json::Array(items) => items.iter().flat_map(written).collect(),
        Json::Object(map) => map.values().flat_map(written).collect(),
        Json::Bool(_) | Json::Null => Vec::new(),
    }
}
