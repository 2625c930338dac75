//! `field=value` as typed on the command line, turned into the value the field holds.

use serde_json::{Map, Value as Json};

use super::exit::Failure;
use super::find;
use crate::desk::Desk;
use crate::domain::edit::Fields;
use crate::domain::field::{Field, Kind};
use crate::domain::money::{Currency, Money, NotMoney};
use crate::domain::{Arg, Book, Entity, Record, Sentence};

/// What stands left of the `=`.
enum Target<'a> {
    Whole,
    Key(&'a str),
    Added,
}

/// The fields that `--set` options give, over those a record has.
///
/// # Errors
/// No assignment, no such field, or a value the field cannot hold.
pub fn fields(desk: &Desk, entity: Entity, before: Option<&Record>, sets: &[String]) -> Result<Fields, Failure> {
    let mut fields = Fields::new();
    for set in sets {
        assign(desk, entity, before, set, &mut fields)?;
    }
    Ok(fields)
}

fn assign(desk: &Desk, entity: Entity, before: Option<&Record>, set: &str, fields: &mut Fields) -> Result<(), Failure> {
    let bad = || Failure::usage(Sentence::new("bad-assignment").text("input", set));
    let (left, text) = set.split_once('=').ok_or_else(bad)?;
    let (name, target) = match (left.strip_suffix('+'), left.split_once('.')) {
        (Some(name), _) => (name, Target::Added),
        (None, Some((name, key))) => (name, Target::Key(key)),
        (None, None) => (left, Target::Whole),
    };
    let field = entity.field(name).ok_or_else(|| unknown_field(entity, name))?;
    let current = || {
        let own = fields.get(name).cloned();
        own.or_else(|| before.and_then(|record| record.field_json(name))).unwrap_or_default()
    };
    let json = match target {
        Target::Whole => read(desk.book(), entity, field, text)?,
        Target::Key(key) => with_key(desk.book(), entity, field, key, text, current())?,
        Target::Added => with_added(desk.book(), entity, field, text, current())?,
    };
    fields.insert(name.to_owned(), json);
    Ok(())
}

/// Says that there is no such field, and which one may have been meant.
pub fn unknown_field(entity: Entity, name: &str) -> Sentence {
    let like = |field: &&Field| {
        field.name.starts_with(name) || name.starts_with(field.name) || field.name.replace('_', "") == name
    };
    let similar = entity.fields().iter().find(like).filter(|_| !name.is_empty());
    let id = if similar.is_some() { "unknown-field-similar" } else { "unknown-field" };
    let sentence = Sentence::new(id).word("entity", entity.term()).text("field", name);
    sentence.text("similar", similar.map_or("", |field| field.name))
}

fn with_key(book: &Book, entity: Entity, field: &Field, key: &str, text: &str, current: Json) -> Result<Json, Failure> {
    let mut map = match current {
        Json::Object(map) => map,
        _ => Map::new(),
    };
    let json = match field.kind {
        Kind::PerLanguage(most) => typed(book, entity, field, Kind::Line(most), text)?,
        Kind::Part(parts) => {
            let names = Arg::texts(parts.iter().map(|part| part.name));
            let part = parts.iter().find(|part| part.name == key).ok_or_else(|| {
                Sentence::new("unknown-key").text("field", field.name).text("key", key).with("allowed", names)
            })?;
            read(book, entity, part, text)?
        }
        Kind::Json => text.into(),
        _ => return Err(Sentence::new("field-takes-no-key").text("field", field.name).text("key", key).into()),
    };
    map.insert(key.to_owned(), json);
    Ok(Json::Object(map))
}

fn with_added(book: &Book, entity: Entity, field: &Field, text: &str, current: Json) -> Result<Json, Failure> {
    let mut items = match (field.kind, current) {
        (Kind::Parts(_) | Kind::Lines(_) | Kind::Words { .. } | Kind::Refs(_), Json::Array(items)) => items,
        (Kind::Parts(_) | Kind::Lines(_) | Kind::Words { .. } | Kind::Refs(_), _) => Vec::new(),
        _ => return Err(Sentence::new("field-not-a-list").text("field", field.name).into()),
    };
    if let (Kind::Parts(parts), Ok(json @ Json::Object(_))) = (field.kind, serde_json::from_str::<Json>(text)) {
        items.push(named(book, parts, json)?);
        return Ok(Json::Array(items));
    }
    match read(book, entity, field, text)? {
        Json::Array(more) => items.extend(more),
        one => items.push(one),
    }
    Ok(Json::Array(items))
}

/// A value for a whole field. Nothing typed is unknown.
///
/// # Errors
/// The field cannot hold it.
pub fn read(book: &Book, entity: Entity, field: &Field, text: &str) -> Result<Json, Failure> {
    if text.trim().is_empty() {
        return Ok(Json::Null);
    }
    typed(book, entity, field, field.kind, text)
}

fn typed(book: &Book, entity: Entity, field: &Field, kind: Kind, text: &str) -> Result<Json, Failure> {
    let text = text.trim();
    let wrong = |id: &str| Failure::from(Sentence::new(id).text("input", text).text("field", field.name));
    Ok(match kind {
        Kind::Bool => match text {
            "yes" | "true" => true.into(),
            "no" | "false" => false.into(),
            _ => return Err(wrong("not-yes-or-no")),
        },
        Kind::Int { .. } | Kind::Minor => text.parse::<i64>().map_err(|_| wrong("not-whole"))?.into(),
        Kind::Money => money(text)?,
        Kind::Amount(_) => match (text.parse::<i64>(), money(text)) {
            (Ok(number), _) => number.into(),
            (_, Ok(money)) => money,
            _ => text.into(),
        },
        Kind::Ref(of) => find::record(book, of, text)?.to_string().into(),
        Kind::Refs(of) => listed(text, |item| Ok(find::record(book, of, item)?.to_string().into()))?,
        Kind::Words { .. } | Kind::Lines(_) => listed(text, |item| Ok(item.into()))?,
        Kind::Parts(parts) => {
            let json: Json = serde_json::from_str(text).map_err(|error| not_json(&error))?;
            let items = if let Json::Array(items) = json { items } else { vec![json] };
            items.into_iter().map(|item| named(book, parts, item)).collect::<Result<_, _>>()?
        }
        Kind::Part(parts) => named(book, parts, serde_json::from_str(text).map_err(|error| not_json(&error))?)?,
        Kind::PerLanguage(_) | Kind::Json => serde_json::from_str(text).map_err(|error| not_json(&error))?,
        Kind::AnyRef => any_uid(book, entity, text)?,
        _ => text.into(),
    })
}

fn any_uid(book: &Book, _entity: Entity, text: &str) -> Result<Json, Failure> {
    let found = Entity::ALL.iter().find_map(|entity| find::record(book, *entity, text).ok());
    let missing = || Failure::not_found(Sentence::new("nothing-found").text("input", text));
    found.map(|uuid| uuid.to_string().into()).ok_or_else(missing)
}

fn not_json(error: &serde_json::Error) -> Failure {
    Sentence::new("not-json").text("why", error.to_string()).into()
}

/// `a,b` or a JSON list.
fn listed(text: &str, read: impl Fn(&str) -> Result<Json, Failure>) -> Result<Json, Failure> {
    if let Ok(Json::Array(items)) = serde_json::from_str::<Json>(text) {
        return items.iter().map(|item| item.as_str().map_or_else(|| Ok(item.clone()), &read)).collect();
    }
    text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(read).collect()
}

/// A small record whose references may be names.
fn named(book: &Book, parts: &[Field], mut json: Json) -> Result<Json, Failure> {
    for part in parts {
        let Some(value) = json.get_mut(part.name) else { continue };
        if let (Kind::Ref(entity), Json::String(text)) = (part.kind, &*value) {
            *value = find::record(book, entity, text)?.to_string().into();
        }
    }
    Ok(json)
}

/// `RUB 5000000.00` or `5000000 RUB`.
///
/// # Errors
/// No amount, no currency, too many decimals.
pub fn money(text: &str) -> Result<Json, Failure> {
    let wrong = |id: &str| Failure::from(Sentence::new(id).text("input", text));
    let (left, right) = text.trim().rsplit_once(' ').ok_or_else(|| wrong("money-needs-currency"))?;
    let (code, amount) = if left.chars().any(char::is_numeric) { (right, left) } else { (left, right) };
    let currency: Currency =
        code.trim().parse().map_err(|()| Failure::from(Sentence::new("unknown-currency").text("cur", code)))?;
    let amount = amount.replace([' ', '\u{a0}', '\u{202f}'], "");
    let money = Money::from_plain(&amount, currency).map_err(|why| match why {
        NotMoney::NotANumber => wrong("not-money"),
        NotMoney::TooLarge => wrong("amount-too-large"),
        NotMoney::TooManyDecimals => {
            let decimals = i64::from(currency.decimals());
            let many = Sentence::new("money-too-many-decimals").text("cur", currency.code()).text("input", text);
            many.with("n", Arg::Count(decimals)).into()
        }
    })?;
    Ok(crate::domain::field::FieldType::json(&money))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_may_name_its_currency_first_or_last() {
        for text in ["RUB 5000000.00", "5000000 RUB", "5 000 000 RUB"] {
            assert_eq!(money(text).unwrap(), serde_json::json!({"minor": 500_000_000, "currency": "RUB"}), "{text}");
        }
        for (text, id) in [
            ("5000000", "money-needs-currency"),
            ("5.001 EUR", "money-too-many-decimals"),
            ("5 XYZ", "unknown-currency"),
            ("EUR x", "not-money"),
        ] {
            assert_eq!(money(text).unwrap_err().what.id, id, "{text}");
        }
    }
}
