//! A table of records: which lines the rules refuse, and what each of the others brings.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use super::brings::{self, many};
use super::prepared::{Key, Line, Prepared, Said, State, before_the_changes};
use crate::domain::column_map::ColumnMap;
use crate::domain::foreign_table::ForeignTable;
use crate::domain::ledger_file::told;
use crate::domain::plan::Planned;
use crate::domain::record_file::{FileRow, FileRows, Reading, RecordKind, Wishes};
use crate::domain::{Answers, Edit, Entity, Record, Sentence};
use crate::i18n::labels;
use crate::tui::layer::View;
use crate::tui::theme::Tone;

pub(super) fn prepared(
    kind: RecordKind,
    table: &ForeignTable,
    mapping: &ColumnMap,
    name: &str,
    said: &Said,
    view: &View<'_>,
) -> Prepared {
    let wishes = Wishes { client: None, mapping, mark: said.mark, replace: said.replace, source: name };
    match view.desk.records(kind, table, &wishes, &labels) {
        Err(why) => Prepared::unread(why),
        Ok(reading) => parted(reading, name, said, view).unwrap_or_else(Prepared::refused),
    }
}

/// Wrong lines, then what is to be known, then what each of the others brings.
fn parted(reading: Reading, name: &str, said: &Said, view: &View<'_>) -> Result<Prepared, Sentence> {
    let Reading { rows, mut rejected, unchanged, .. } = reading;
    let is_left = |row: &FileRow| said.left.contains(&Key::Record(row.line, None));
    let plan = |rows: Vec<FileRow>| {
        let edit = Edit::Rows(FileRows { source: name.to_owned(), rows });
        let planned = view.desk.preview(&edit, &Answers::yes()).map_err(|trouble| trouble.sentence());
        planned.map(|planned| (edit, planned))
    };
    let (_, all) = plan(rows.clone())?;
    let (edit, wanted) = plan(rows.iter().filter(|row| !is_left(row)).cloned().collect())?;
    let (ruled, warnings) = told::parted(wanted.warnings.clone());
    ruled.0.into_iter().for_each(|(line, why)| rejected.put(line, why));
    let wrong = rejected.len();
    let good: Vec<&FileRow> = rows.iter().filter(|row| !rejected.0.contains_key(&row.line)).collect();
    let passed_over = (unchanged > 0).then(|| Sentence::new("import-unchanged").count("n", unchanged));
    let mut lines = before_the_changes(&rejected, None, warnings, passed_over);
    if good.is_empty() {
        lines.push(Line::told(Sentence::new("import-nothing-new").text("file", name), Tone::Muted));
    }
    let changes = Changes::of(&all);
    let brings =
        |row: &&FileRow| brings::line((Key::Record(row.line, None), !is_left(row)), &changes.of_line(row, view), view);
    lines.extend(good.iter().map(brings));
    let take = good.iter().filter(|row| !is_left(row)).count();
    let touched = wanted.changes.iter().map(|change| (change.entity(), change.uuid()));
    let first = many(touched, view).into_iter().collect();
    Ok(Prepared::of(State::Ready { edit, take, rejected: wrong, first }, lines))
}

/// The changes of all lines, to be found by what a line is about.
struct Changes<'p> {
    /// Of a person of the file the one the book has, who turned out to be the same.
    stand_ins: &'p BTreeMap<Uuid, Uuid>,
    by_record: HashMap<(Entity, Uuid), &'p Record>,
    /// Places, roles and stances of a person.
    of_person: HashMap<Uuid, Vec<&'p Record>>,
}

impl<'p> Changes<'p> {
    fn of(planned: &'p Planned) -> Self {
        let stand_ins = &planned.stand_ins;
        let mut changes = Self { stand_ins, by_record: HashMap::new(), of_person: HashMap::new() };
        for record in planned.changes.iter().filter_map(|change| change.after.as_ref()) {
            changes.by_record.insert((record.entity(), record.uuid()), record);
            let person = match record {
                Record::Affiliation(row) => row.person,
                Record::Role(row) => row.person,
                Record::Stance(row) => row.person,
                _ => continue,
            };
            changes.of_person.entry(person.uuid).or_default().push(record);
        }
        changes
    }

    /// What a line makes or changes, the record it is about first.
    fn of_line(&self, row: &FileRow, view: &View<'_>) -> Vec<Record> {
        let mut records: Vec<Record> = Vec::new();
        let mut put = |record: Record| {
            if records.iter().all(|known| known.uuid() != record.uuid()) {
                records.push(record);
            }
        };
        for (entity, uuid) in row.edits.iter().filter_map(touched) {
            let uuid = self.stand_ins.get(&uuid).copied().unwrap_or(uuid);
            let changed = self.by_record.get(&(entity, uuid)).map(|record| (*record).clone());
            changed.or_else(|| view.book().record(entity, uuid)).into_iter().for_each(&mut put);
            if entity == Entity::Person {
                let others = self.of_person.get(&uuid).into_iter().flatten();
                others.for_each(|record| put((*record).clone()));
            }
        }
        records
    }
}

/// The record that an edit of a line makes, amends or speaks of.
fn touched(edit: &Edit) -> Option<(Entity, Uuid)> {
    match edit {
        Edit::Add { entity, fields } => Some((*entity, fields.get("uid")?.as_str()?.parse().ok()?)),
        Edit::Amend(amend) => Some((amend.entity, amend.uuid)),
        Edit::SetRole(role) => Some((Entity::Person, role.person.uuid)),
        Edit::SetStance(stance) => Some((Entity::Person, stance.person.uuid)),
        _ => None,
    }
}
