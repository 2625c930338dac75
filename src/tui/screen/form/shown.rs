//! A field's value in the words of the screens: lists of fields, beside what is typed, in the settings and on cards.

use serde_json::Value as Json;

use super::name;
use super::slot::is_languages;
use crate::domain::date::{Month, PartialDate, parse_day, parse_local};
use crate::domain::field::{Field, FieldType, Kind};
use crate::domain::json::PerLanguage;
use crate::domain::money::{Currency, Money};
use crate::domain::{Arg, Entity, Record};
use crate::tui::layer::View;

/// A field of a record in words; nothing is `unknown`, an empty list `none`.
pub fn of_record(record: &Record, field: &Field, view: &View<'_>) -> String {
    let value = record.field_json(field.name).unwrap_or_default();
    let nothing = || if value.is_array() { view.words.term("word.none") } else { view.words.unknown() };
    known(record.entity(), field, &value, record.currency(), view).unwrap_or_else(nothing)
}

/// The value in words, amounts in the currency of its row; None when nothing is known.
pub fn known(
    entity: Entity,
    field: &Field,
    value: &Json,
    currency: Option<Currency>,
    view: &View<'_>,
) -> Option<String> {
    let words = view.words;
    let text = || value.as_str();
    let said = match field.kind {
        // A target without a client is the whole portfolio's.
        _ if value.is_null() && (entity, field.name) == (Entity::PlanTarget, "client") => view.say("money-portfolio"),
        _ if value.is_null() => return None,
        Kind::Bool => words.term(if value.as_bool()? { "word.yes" } else { "word.no" }),
        Kind::Word { term, .. } => words.term(&format!("{term}.{}", text()?)),
        Kind::Words { term, .. } => {
            listed(value, view, |word| word.as_str().map(|word| words.term(&format!("{term}.{word}"))))?
        }
        Kind::Day => words.date(parse_day(text()?)?),
        Kind::PartialDay => words.partial(text()?.parse::<PartialDate>().ok()?),
        Kind::Local => {
            let moment = parse_local(text()?)?;
            format!("{} {}", words.date_with_weekday(moment.date()), words.time(moment.time()))
        }
        Kind::Month => words.month(text()?.parse::<Month>().ok()?),
        Kind::Money => words.money(Money::from_json(value).ok()?),
        Kind::Amount { .. } if value.is_object() => words.money(Money::from_json(value).ok()?),
        // A year is a name, not an amount.
        Kind::Int { .. } if field.name == "year" => value.as_i64()?.to_string(),
        Kind::Int { .. } => whole(entity, field, value.as_i64()?, view),
        Kind::Amount { rate: true, .. } if value.is_number() => words.basis_points(value.as_i64()?),
        Kind::Minor if value.is_number() => words.money(Money::new(value.as_i64()?, currency?)),
        Kind::Amount { .. } if value.is_number() => words.number(value.as_i64()?),
        Kind::Decimal => words.arg(&Arg::Decimal(text()?.parse().ok()?)),
        Kind::Ref(of) => name::of(of, text()?.parse().ok()?, view),
        Kind::AnyRef => name::of_any(text()?.parse().ok()?, view),
        Kind::Refs(of) => listed(value, view, |item| Some(name::of(of, item.as_str()?.parse().ok()?, view)))?,
        Kind::Lines(_) if is_languages(entity, field) => {
            listed(value, view, |item| item.as_str().map(|said| words.language_named(said)))?
        }
        Kind::Lines(_) => listed(value, view, |item| item.as_str().map(str::to_owned))?,
        Kind::Parts(parts) => listed(value, view, |item| part(entity, parts, item, view))?,
        Kind::Part(parts) => part(entity, parts, value, view)?,
        Kind::PerLanguage(_) => PerLanguage::from_json(value).ok()?.say(words.lang()).to_owned(),
        Kind::Json => value.to_string(),
        _ => text()?.to_owned(),
    };
    (!said.is_empty()).then_some(said)
}

/// A whole number, with its word where the trade has one for it.
fn whole(entity: Entity, field: &Field, n: i64, view: &View<'_>) -> String {
    let term = format!("{}.{}.{n}", entity.table(), field.name);
    let said = view.words.term(&term);
    let has_word = said != term.replace(".-", ".minus").replace('.', "-");
    if has_word { said } else { view.words.number(n) }
}

fn listed(value: &Json, view: &View<'_>, say: impl Fn(&Json) -> Option<String>) -> Option<String> {
    let items: Vec<String> = value.as_array()?.iter().filter_map(say).collect();
    Some(view.words.list(&items))
}

/// A small record in one line: what is known of it; the first two as they are, switches by their name.
pub fn part(entity: Entity, parts: &[Field], value: &Json, view: &View<'_>) -> Option<String> {
    let map = value.as_object()?;
    if let Some(told) = crate::i18n::shown::numbers(view.words, entity.table(), parts, value) {
        return Some(told);
    }
    let said = parts.iter().filter_map(|part| {
        let value = map.get(part.name)?;
        let label = || view.words.label(entity.table(), part.name);
        match (part.kind, value) {
            (Kind::Bool, Json::Bool(yes)) => yes.then(label),
            (Kind::Word { term: "word", .. }, _) => {
                Some(format!("{} {}", label(), known(entity, part, value, None, view)?))
            }
            _ => known(entity, part, value, None, view),
        }
    });
    let said: Vec<String> = said.collect();
    Some(said.join(&format!(" {} ", view.marks.dot)))
}
