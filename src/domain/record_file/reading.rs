//! Line by line into edits: a row the book has is amended in what the line says otherwise, another one is added.

use rustc_hash::FxHashMap;
use serde_json::Value as Json;
use uuid::Uuid;

use super::headings::{Headings, Labels};
use super::kind::{CURRENCY, Column, RecordKind, UID};
use super::known::Known;
use super::names::FileNames;
use super::people::People;
use super::value::Reader;
use super::{FileRow, Reading, Wishes};
use crate::domain::book::Entity;
use crate::domain::edit::{Amend, Edit, Fields};
use crate::domain::entity::Client;
use crate::domain::entry::{self, EntryContext};
use crate::domain::field::Kind;
use crate::domain::foreign_table::{Cell, CellKind, ForeignTable, TableRow};
use crate::domain::ledger_file::{Mark, Unread, amount};
use crate::domain::money::Currency;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::Id;

/// Reads a table of records; `new_uid` gives the uids of rows the file brings.
///
/// # Errors
/// It has no heading that says what it is, or a column of numbers that reads in two ways.
pub fn read(
    kind: RecordKind,
    cx: &EntryContext<'_>,
    table: &ForeignTable,
    wishes: &Wishes<'_>,
    labels: Labels<'_>,
    new_uid: &mut dyn FnMut() -> Uuid,
) -> Result<Reading, Unread> {
    let headings = Headings::find(kind, table, wishes.mapping, wishes.client.is_some(), labels).map_err(Unread::No)?;
    let mut lines = Lines::new(kind, cx, table, &headings, wishes)?;
    if kind == RecordKind::Clients {
        lines.foresee(table, new_uid);
    }
    let mut reading = Reading { left_out: headings.left_out.clone(), ..Reading::default() };
    for row in table.rows_from(headings.first_row).filter(|row| !row.is_blank()) {
        match lines.edits(row, new_uid) {
            Ok(edits) if edits.is_empty() => reading.unchanged += 1,
            Ok(edits) => reading.rows.push(FileRow { line: row.line, edits }),
            Err(why) => reading.rejected.put(row.line, why),
        }
    }
    if let Some(unclosed) = table.unclosed {
        reading.rejected.put(unclosed.line, Sentence::new("import-unclosed-quote").count("n", unclosed.swallowed));
    }
    Ok(reading)
}

/// The kind of a client that is a person.
const INDIVIDUAL: &str = "individual";

/// What the cells of a line say, by the column's name; an empty cell is none.
pub(super) struct Said {
    pub fields: FxHashMap<Entity, Fields>,
    /// Cells that are no field of a record.
    pub others: FxHashMap<&'static str, String>,
    /// Columns that the line leaves empty.
    pub blank: Vec<Column>,
    pub client: Option<Id<Client>>,
}

impl Said {
    pub fn of(&mut self, entity: Entity) -> Fields {
        self.fields.remove(&entity).unwrap_or_default()
    }
}

struct Lines<'r, 'a> {
    kind: RecordKind,
    cx: &'r EntryContext<'a>,
    headings: &'r Headings,
    /// The columns in the order in which they are read: a person is looked for at the row's client.
    columns: Vec<(usize, Column, Mark)>,
    wishes: &'r Wishes<'r>,
    names: FileNames<'a>,
    known: Known,
    people: People<'a>,
    /// The line that spoke of a row first.
    seen: FxHashMap<Uuid, usize>,
    /// The uids of clients that the file brings, by the line that names them first.
    fresh: FxHashMap<usize, Uuid>,
}

impl<'r, 'a> Lines<'r, 'a> {
    fn new(
        kind: RecordKind,
        cx: &'r EntryContext<'a>,
        table: &ForeignTable,
        headings: &'r Headings,
        wishes: &'r Wishes<'r>,
    ) -> Result<Self, Unread> {
        let mut columns = Vec::new();
        for &(at, column) in &headings.columns {
            columns.push((at, column, mark(table, headings, at, column, wishes.mark)?));
        }
        columns.sort_by_key(|(_, column, _)| column.name != "client");
        Ok(Self {
            kind,
            cx,
            headings,
            columns,
            wishes,
            names: FileNames::of(cx.book, cx.today),
            known: Known::of(kind, cx.book),
            people: People::of(cx.book, cx.today),
            seen: FxHashMap::default(),
            fresh: FxHashMap::default(),
        })
    }

    /// Notes the clients that the file brings, so that a line may name one that comes after it.
    fn foresee(&mut self, table: &ForeignTable, new_uid: &mut dyn FnMut() -> Uuid) {
        let at = |name: &str| self.columns.iter().find(|(_, column, _)| column.name == name).map(|(at, ..)| *at);
        let (Some(name), uid) = (at("name"), at(UID)) else { return };
        for row in table.rows_from(self.headings.first_row).filter(|row| !row.text(name).is_empty()) {
            if let Ok(None) = self.names.client(row.text(name)) {
                let own = uid.and_then(|at| Uuid::try_parse(row.text(at)).ok());
                let uuid = own.unwrap_or_else(&mut *new_uid);
                self.names.put(Entity::Client, row.text(name), uuid);
                self.fresh.insert(row.line, uuid);
            }
        }
    }

    fn edits(&mut self, row: TableRow<'_>, new_uid: &mut dyn FnMut() -> Uuid) -> Result<Vec<Edit>, Sentence> {
        row.whole(self.headings.width)?;
        let mut said = self.said(row)?;
        if self.kind == RecordKind::People {
            return self.people.edits(&mut self.names, &mut said, self.wishes, new_uid);
        }
        let entity = self.kind.entity();
        let mut fields = said.of(entity);
        if let Some(client) = said.client.filter(|_| entity.field("client").is_some()) {
            fields.entry("client").or_insert_with(|| client.to_string().into());
        }
        let (found, by_key) = match self.fresh.get(&row.line) {
            Some(_) => (None, false),
            None => self.found(&said, &fields)?,
        };
        if let Some(uuid) = found {
            self.once(uuid, row.line)?;
            if by_key {
                self.kind.key().iter().for_each(|field| drop(fields.remove(*field)));
            }
            let blank = said.blank.iter().filter(|_| self.wishes.replace).filter_map(|column| column.field);
            fields.extend(blank.map(|field| (field.name.to_owned(), Json::Null)));
            return Ok(amended(self.cx, entity, uuid, fields).into_iter().collect());
        }
        let uuid = match said.others.get(UID) {
            Some(uid) => Uuid::try_parse(uid).map_err(|_| Sentence::new("not-a-uid").text("input", uid))?,
            None => self.fresh.get(&row.line).copied().unwrap_or_else(&mut *new_uid),
        };
        self.seen.insert(uuid, row.line);
        self.known.put(&fields, uuid);
        let mut edits = Vec::new();
        if entity == Entity::Client && fields.get("kind").and_then(Json::as_str) == Some(INDIVIDUAL) {
            edits.extend(self.themselves(&said, &mut fields, new_uid));
        }
        if entity == Entity::FxRate {
            fields.entry("source").or_insert_with(|| self.wishes.source.into());
        }
        fields.insert(UID.to_owned(), uuid.to_string().into());
        edits.push(Edit::Add { entity, fields });
        Ok(edits)
    }

    /// An individual is a person: the one named in the line, who may be new to the book.
    fn themselves(&mut self, said: &Said, fields: &mut Fields, new_uid: &mut dyn FnMut() -> Uuid) -> Option<Edit> {
        if fields.contains_key("person") {
            return None;
        }
        let name = said.others.get("person").map(String::as_str).or_else(|| fields.get("name")?.as_str())?.to_owned();
        let known = self.names.find(Entity::Person, &name, None);
        let uuid = known.as_ref().map_or_else(|_| new_uid(), |uuid| *uuid);
        fields.insert("person".to_owned(), uuid.to_string().into());
        let mut person = Fields::new();
        person.insert("full_name".to_owned(), name.into());
        person.insert(UID.to_owned(), uuid.to_string().into());
        known.is_err().then_some(Edit::Add { entity: Entity::Person, fields: person })
    }

    fn said(&mut self, row: TableRow<'_>) -> Result<Said, Sentence> {
        let mut said =
            Said { fields: FxHashMap::default(), others: FxHashMap::default(), blank: Vec::new(), client: None };
        said.client = self.wishes.client;
        let currency = self.currency(row)?;
        for &(at, column, mark) in &self.columns {
            let Some(cell) = row.cell(at) else { continue };
            if amount::is_unknown(cell.text) {
                said.blank.push(column);
                continue;
            }
            let Some(field) = column.field else {
                said.others.insert(column.name, cell.text.to_owned());
                continue;
            };
            let mut reader = Reader { names: &mut self.names, cx: self.cx, client: said.client, currency, mark };
            let value = match reader.read(column.entity, field, cell) {
                Err(_) if self.kind == RecordKind::Clients && field.name == "person" => {
                    said.others.insert("person", cell.text.to_owned());
                    continue;
                }
                // Who is not found is said with what was looked for.
                Err(why) if field.name == "client" || why.id.starts_with("not-found") => return Err(why),
                read => read.map_err(|why| in_field(column.entity, field.name, why))?,
            };
            if field.kind == Kind::Ref(Entity::Client) && field.name == "client" {
                said.client = value.as_str().and_then(|uid| uid.parse().ok()).map(Id::new);
            }
            said.fields.entry(column.entity).or_default().insert(field.name.to_owned(), value);
        }
        Ok(said)
    }

    /// The currency that a column of its own gives the amounts of a row.
    fn currency(&self, row: TableRow<'_>) -> Result<Option<Currency>, Sentence> {
        let at = self.columns.iter().find(|(_, column, _)| column.name == CURRENCY && column.field.is_none());
        let text = at.map_or("", |(at, ..)| row.text(*at));
        if amount::is_unknown(text) { Ok(None) } else { entry::currency(text).map(Some) }
    }

    /// The row of the book that a line means, and whether it is known by its own words alone.
    fn found(&mut self, said: &Said, fields: &Fields) -> Result<(Option<Uuid>, bool), Sentence> {
        let entity = self.kind.entity();
        let own = said.others.get(UID).and_then(|uid| Uuid::try_parse(uid).ok());
        if let Some(uuid) = own.filter(|uuid| self.cx.book.contains(entity, *uuid)) {
            return Ok((Some(uuid), false));
        }
        if let Some(uuid) = self.known.by_external(fields) {
            return Ok((Some(uuid), false));
        }
        if own.is_some() {
            return Ok((None, false));
        }
        match fields.get("name").and_then(Json::as_str).filter(|_| self.kind == RecordKind::Clients) {
            Some(name) => Ok((self.names.client(name)?.map(|id| id.uuid), true)),
            None => Ok((self.known.by_key(fields), true)),
        }
    }

    fn once(&mut self, uuid: Uuid, line: usize) -> Result<(), Sentence> {
        match self.seen.get(&uuid) {
            Some(first) => Err(Sentence::new("import-record-twice").count("first", *first)),
            None => {
                self.seen.insert(uuid, line);
                Ok(())
            }
        }
    }
}

/// The edit that makes a row of the book what the line says; none where it is that.
pub(super) fn amended(cx: &EntryContext<'_>, entity: Entity, uuid: Uuid, mut fields: Fields) -> Option<Edit> {
    let record = cx.book.record(entity, uuid)?;
    if let (Some(Json::Array(kept)), Some(Json::Array(more))) =
        (record.field_json("external_ids"), fields.get_mut("external_ids"))
    {
        more.retain(|id| !kept.contains(id));
        more.splice(0..0, kept);
    }
    fields.retain(|field, value| record.field_json(field).as_ref() != Some(value));
    (!fields.is_empty()).then(|| Edit::Amend(Amend::new(entity, uuid, fields)))
}

/// The decimal mark of a column of numbers.
fn mark(
    table: &ForeignTable,
    headings: &Headings,
    at: usize,
    column: Column,
    said: Option<Mark>,
) -> Result<Mark, Unread> {
    let Some(field) = column.field.filter(|field| matches!(field.kind, Kind::Money | Kind::Decimal)) else {
        return Ok(Mark::Point);
    };
    if let Some(mark) = said {
        return Ok(mark);
    }
    let mut style = amount::Style::default();
    for row in table.rows_from(headings.first_row).filter(|row| row.whole(headings.width).is_ok()) {
        if let Some(Cell { text, kind: CellKind::Text }) = row.cell(at) {
            style.see(text);
        }
    }
    style.mark().map_err(|either| Unread::WhichMark(amount::which_mark(column.entity, field.name, either)))
}

/// Names the column that is wrong.
pub(super) fn in_field(entity: Entity, field: &str, why: Sentence) -> Sentence {
    let label = Arg::Label(entity.table().to_owned(), field.to_owned());
    Sentence::new("import-in-field").with("field", label).with("why", Arg::Sentence(Box::new(why)))
}
