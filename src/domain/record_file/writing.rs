//! The rows of the book as lines of a table that reads back the same.

use serde_json::Value as Json;

use super::kind::{CURRENCY, Column, RecordKind, UID};
use super::names::FileNames;
use super::roles;
use super::value::{Written, written};
use crate::domain::book::Entity;
use crate::domain::entity::{Affiliation, Client, Person};
use crate::domain::entry::EntryContext;
use crate::domain::map::attitude::attitude;
use crate::domain::table::{AnyRow, Id, Row};

/// Every row of a kind, or those of one client, cell by cell in the order of the kind's columns.
pub fn rows(kind: RecordKind, cx: &EntryContext<'_>, client: Option<Id<Client>>) -> Vec<Vec<Written>> {
    let columns = kind.columns();
    let mut names = FileNames::of(cx.book, cx.today);
    if kind == RecordKind::People {
        let places = cx.book.affiliation.iter().filter(|place| client.is_none_or(|client| place.client == client));
        let lines = places.filter_map(|place| Some((place, cx.book.person.get(place.person)?)));
        return lines.map(|(place, person)| person_row(&mut names, cx, &columns, place, person)).collect();
    }
    let entity = kind.entity();
    let whose = |row: &dyn AnyRow| match entity {
        Entity::Client => Some(row.uuid()),
        _ => row.value("client").as_ref().and_then(Json::as_str).and_then(|uid| uid.parse().ok()),
    };
    let gone = |row: &dyn AnyRow| row.value("merged_into").is_some_and(|into| !into.is_null());
    let rows = cx.book.rows(entity).filter(|row| !gone(*row));
    let rows = rows.filter(|row| client.is_none_or(|client| whose(*row) == Some(client.uuid)));
    rows.map(|row| line(&mut names, cx, &columns, row, whose(row).map(Id::new))).collect()
}

fn line(
    names: &mut FileNames<'_>,
    cx: &EntryContext<'_>,
    columns: &[Column],
    row: &dyn AnyRow,
    client: Option<Id<Client>>,
) -> Vec<Written> {
    let cell = |column: &Column| match (column.field, column.name) {
        (Some(field), _) => {
            let value = row.value(field.name).unwrap_or_default();
            written(names, field, &value, cx, client)
        }
        (None, UID) => Written::Text(row.uuid().to_string()),
        (None, _) => Written::Empty,
    };
    let mut cells: Vec<Written> = columns.iter().map(cell).collect();
    let currency = cells.iter().find_map(|cell| match cell {
        Written::Amount(money) => Some(money.currency.code().to_owned()),
        _ => None,
    });
    if let (Some(at), Some(code)) = (columns.iter().position(is_currency), currency) {
        cells[at] = Written::Text(code);
    }
    cells
}

fn is_currency(column: &Column) -> bool {
    column.name == CURRENCY && column.field.is_none()
}

fn person_row(
    names: &mut FileNames<'_>,
    cx: &EntryContext<'_>,
    columns: &[Column],
    place: &Affiliation,
    person: &Person,
) -> Vec<Written> {
    let (whom, client) = (person.uid(), place.client);
    let known = attitude(cx.book, whom, client, None, cx.today);
    let text = |text: Option<String>| text.map_or(Written::Empty, Written::Text);
    let number = |number: Option<i64>| number.map_or(Written::Empty, |n| Written::Number(n.into()));
    let cell = |column: &Column| match (column.field, column.name) {
        (Some(field), _) => {
            let row: &dyn AnyRow = if column.entity == Entity::Person { person } else { place };
            written(names, field, &row.value(field.name).unwrap_or_default(), cx, Some(client))
        }
        (None, UID) => text(Some(whom.to_string())),
        (None, "phone") => text(person.work_phones.first().map(|phone| phone.value.clone())),
        (None, "email") => text(person.work_emails.first().map(|email| email.value.clone())),
        (None, "stance") => number(known.stance()),
        (None, "influence") => number(known.influence()),
        (None, _) => {
            let roles = roles::in_force_of(cx.book, whom, client, cx.today);
            let roles: Vec<String> =
                roles.map(|role| format!("{}:{}", role.kind.word(), role.certainty.word())).collect();
            text(Some(roles.join(", ")).filter(|roles| !roles.is_empty()))
        }
    };
    columns.iter().map(cell).collect()
}
