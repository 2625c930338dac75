//! The list of fields as SQL: column names, and the statements that read and write a whole row.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::domain::Entity;
use crate::domain::field::{Field, Kind};

/// The columns every table begins with.
pub(super) const HEAD: [&str; 4] = ["uid", "rev", "created_at", "updated_at"];

/// The columns of a field: money takes its amount and its currency.
pub(super) fn of_field(field: &Field) -> Vec<String> {
    match field.kind {
        Kind::Money => vec![field.name.to_owned(), format!("{}_currency", field.name)],
        _ => vec![field.name.to_owned()],
    }
}

/// All columns of an entity's table, in the order in which rows are read and written.
pub(super) fn of(entity: Entity) -> Vec<String> {
    let head = HEAD.iter().map(|name| (*name).to_owned());
    head.chain(entity.fields().iter().flat_map(of_field)).collect()
}

fn quoted(columns: &[String]) -> String {
    columns.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
}

pub(super) fn select(entity: Entity) -> String {
    format!("SELECT {} FROM \"{}\"", quoted(&of(entity)), entity.table())
}

/// Writes a row, new or changed. A file of figures writes a hundred thousand of them.
pub(super) fn upsert(entity: Entity) -> &'static str {
    static OF_EACH: LazyLock<FxHashMap<Entity, String>> =
        LazyLock::new(|| Entity::ALL.iter().map(|entity| (*entity, upsert_of(*entity))).collect());
    // Every entity is one of all.
    OF_EACH.get(&entity).map_or("", String::as_str)
}

fn upsert_of(entity: Entity) -> String {
    let columns = of(entity);
    let places = vec!["?"; columns.len()].join(", ");
    let updates: Vec<String> = columns[1..].iter().map(|name| format!("\"{name}\" = excluded.\"{name}\"")).collect();
    format!(
        "INSERT INTO \"{}\" ({}) VALUES ({places}) ON CONFLICT (uid) DO UPDATE SET {}",
        entity.table(),
        quoted(&columns),
        updates.join(", ")
    )
}

pub(super) fn delete(entity: Entity) -> String {
    format!("DELETE FROM \"{}\" WHERE uid = ?", entity.table())
}

/// A uid is nobody's handle.
pub(super) fn free_handle(entity: Entity) -> String {
    format!("UPDATE \"{}\" SET handle = uid WHERE uid = ?", entity.table())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::Need;
    use crate::store::Store;

    /// The frozen script and the lists of fields say the same columns, in the same order.
    #[test]
    fn the_newest_schema_has_every_field_as_a_column() {
        let store = Store::in_memory().unwrap();
        for entity in Entity::ALL {
            let mut statement = store.db.prepare("SELECT name, \"notnull\" FROM pragma_table_info(?)").unwrap();
            let found: Vec<(String, bool)> = statement
                .query_map([entity.table()], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            let names: Vec<&String> = found.iter().map(|(name, _)| name).collect();
            assert_eq!(names, of(*entity).iter().collect::<Vec<_>>(), "{entity:?}");
            for field in entity.fields().iter().filter(|field| field.need == Need::Required) {
                assert!(found.contains(&(field.name.to_owned(), true)), "{entity:?}.{} may not be NULL", field.name);
            }
        }
    }
}
