//! The rows of a snapshot, as plain JSON, and their days.

use serde_json::Value as Json;

use crate::fixtures::TODAY;

/// A row of any table.
pub type Row = Json;

pub struct Rows(Json);

impl Rows {
    pub fn read(picture: &str) -> Self {
        Self(serde_json::from_str(picture).unwrap())
    }

    pub fn of(&self, table: &str) -> &[Row] {
        self.0["tables"][table].as_array().map_or(&[], Vec::as_slice)
    }

    pub fn get(&self, table: &str, uid: &Json) -> Option<&Row> {
        self.of(table).iter().find(|row| row["uid"] == *uid)
    }

    /// Rows of a table whose field is this uid.
    pub fn with<'r>(&'r self, table: &str, field: &'r str, uid: &'r Json) -> impl Iterator<Item = &'r Row> + 'r {
        self.of(table).iter().filter(move |row| row[field] == *uid)
    }

    /// A client and the clients above it; more than five or twice the same is for the caller to see.
    pub fn chain<'r>(&'r self, client: &'r Json) -> Vec<&'r Json> {
        let above = |uid: &&'r Json| self.get("client", uid).map(|row| &row["parent"]).filter(|uid| !uid.is_null());
        std::iter::successors(Some(client), above).take(9).collect()
    }

    /// The same client, or two of one group.
    pub fn one_house(&self, a: &Json, b: &Json) -> bool {
        self.chain(a).last() == self.chain(b).last()
    }
}

pub fn text(value: &Json) -> &str {
    value.as_str().unwrap_or_default()
}

pub fn list(value: &Json) -> &[Json] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub fn is_one_of(value: &Json, words: &[&str]) -> bool {
    value.as_str().is_some_and(|word| words.contains(&word))
}

/// The first and the last day a partial date can mean, as texts that compare like days; none without a year.
fn bounds(value: &Json) -> Option<(String, String)> {
    let day = value.as_str().filter(|day| !day.starts_with("--"))?;
    Some(match day.len() {
        4 => (format!("{day}-01-01"), format!("{day}-12-31")),
        7 => (format!("{day}-01"), format!("{day}-31")),
        _ => (day.to_owned(), day.to_owned()),
    })
}

/// Whether the row may be in force today.
pub fn in_force(row: &Row) -> bool {
    let began = bounds(&row["from"]).is_none_or(|(first, _)| first.as_str() <= TODAY);
    let lasts = bounds(&row["to"]).is_none_or(|(_, last)| TODAY < last.as_str());
    began && lasts
}

pub fn day_of(visit: &Row) -> &str {
    text(&visit["start"]).split('T').next().unwrap_or_default()
}

/// How a row is named in what a test says.
pub fn name(table: &str, row: &Row) -> String {
    format!("{table} {}", text(&row["uid"]))
}
