//! The text a form shows for editing: it reads back as the same value.

use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::{EntryContext, amount, read};
use crate::domain::book::Entity;
use crate::domain::date::{Month, PartialDate, parse_day, parse_local};
use crate::domain::field::{Field, FieldType, Kind};
use crate::domain::money::{Currency, Money};
use crate::domain::naming;
use crate::domain::words::Language;

/// Unknown and empty show as nothing. What this kind cannot hold shows as the JSON it is.
pub fn show(kind: Kind, value: &Json, cx: &EntryContext<'_>) -> String {
    match value {
        Json::Null => String::new(),
        Json::Array(items) if items.is_empty() && kind != Kind::Json => String::new(),
        value => {
            shown(kind, value, cx).unwrap_or_else(|| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
        }
    }
}

/// [`show`] for a field: a day of every year keeps its dashes where the field holds days of one year.
pub fn show_field(entity: Entity, field: &Field, value: &Json, cx: &EntryContext<'_>) -> String {
    match value.as_str() {
        Some(text)
            if field.kind == Kind::PartialDay && !super::has_no_year(entity, field) && text.starts_with("--") =>
        {
            text.to_owned()
        }
        _ => show(field.kind, value, cx),
    }
}

fn shown(kind: Kind, value: &Json, cx: &EntryContext<'_>) -> Option<String> {
    let points = matches!(cx.language, Language::Ru | Language::Bg);
    let text = value.as_str();
    match kind {
        Kind::Day => {
            let day = parse_day(text?)?;
            Some(if points { day.format("%d.%m.%Y").to_string() } else { day.to_string() })
        }
        Kind::PartialDay => partial(text?.parse().ok()?, points),
        Kind::Local => {
            let moment = parse_local(text?)?;
            Some(moment.format(if points { "%d.%m.%Y %H:%M" } else { "%Y-%m-%d %H:%M" }).to_string())
        }
        Kind::Month => {
            let month: Month = text?.parse().ok()?;
            Some(if points { format!("{:02}.{:04}", month.month, month.year) } else { month.to_string() })
        }
        Kind::Money => Money::from_json(value).ok().map(|money| money.to_string()),
        Kind::Minor => minor(value.as_i64()?, cx.currency?),
        Kind::Amount { .. } => amount_text(kind, value, cx),
        Kind::Bool => Some(if value.as_bool()? { "yes" } else { "no" }.to_owned()),
        Kind::Ref(entity) => Some(reference(entity, text?, cx)),
        Kind::Refs(entity) => joined(value, &|uid| reference(entity, uid, cx)),
        Kind::Words { .. } | Kind::Lines(_) => joined(value, &str::to_owned),
        Kind::PerLanguage(_) => per_language(value),
        Kind::Json => Some(value.to_string()),
        _ => None,
    }
}

fn partial(day: PartialDate, points: bool) -> Option<String> {
    Some(match day {
        PartialDate::Day(day) if points => day.format("%d.%m.%Y").to_string(),
        PartialDate::Month(month) if points => format!("{:02}.{:04}", month.month, month.year),
        PartialDate::MonthDay(month, day) => format!("{day:02}.{month:02}"),
        other => other.to_string(),
    })
}

fn minor(minor: i64, currency: Currency) -> Option<String> {
    Some(Money::new(minor, currency).plain())
}

/// Words that would be read as a figure stand in quotes.
fn amount_text(kind: Kind, value: &Json, cx: &EntryContext<'_>) -> Option<String> {
    match value {
        Json::String(text) if read(kind, text, cx).as_ref() == Ok(value) && amount::quoted(text).is_none() => {
            Some(text.clone())
        }
        Json::String(text) => Some(format!("\"{text}\"")),
        Json::Number(points) if matches!(kind, Kind::Amount { rate: true, .. }) => {
            Some(format!("{} %", Decimal::new(points.as_i64()?, 2)))
        }
        Json::Number(number) => Some(number.to_string()),
        money => Money::from_json(money).ok().map(|money| money.to_string()),
    }
}

/// The handle of a client or a person, else as much of the uid as tells it apart.
fn reference(entity: Entity, uid: &str, cx: &EntryContext<'_>) -> String {
    let Some(uuid) = uid.parse().ok().filter(|uuid| cx.book.contains(entity, *uuid)) else { return uid.to_owned() };
    let handle = match entity {
        Entity::Client => cx.book.client.by_uuid(uuid).map(|client| client.handle.clone()),
        Entity::Person => cx.book.person.by_uuid(uuid).map(|person| person.handle.clone()),
        _ => Some(naming::label(cx.book, entity, uuid)),
    };
    // A name is shown only where it names this record and no other.
    let named = handle.filter(|name| naming::find(cx.book, entity, name) == naming::Found::One(entity, uuid));
    named.unwrap_or_else(|| uid.to_owned())
}

/// `a, b, "c, d"`; JSON when an item holds a quotation mark.
fn joined(value: &Json, item: &dyn Fn(&str) -> String) -> Option<String> {
    let items: Vec<String> = value.as_array()?.iter().map(|json| json.as_str().map(item)).collect::<Option<_>>()?;
    if items.iter().any(|item| item.contains('"') || item.contains('\n'))
        || items[..1].iter().any(|item| item.starts_with('['))
    {
        return Some(Json::from(items).to_string());
    }
    let quoted = |item: &String| {
        if item.contains([',', '，', '、']) { format!("\"{item}\"") } else { item.clone() }
    };
    Some(items.iter().map(quoted).collect::<Vec<_>>().join(", "))
}

/// `en: Loan | ru: Кредит`; JSON when a text holds the bar.
fn per_language(value: &Json) -> Option<String> {
    let texts: Vec<(&String, &str)> =
        value.as_object()?.iter().filter_map(|(word, text)| Some((word, text.as_str()?))).collect();
    if texts.iter().any(|(_, text)| text.contains('|')) {
        return Some(value.to_string());
    }
    Some(texts.iter().map(|(word, text)| format!("{word}: {text}")).collect::<Vec<_>>().join(" | "))
}
