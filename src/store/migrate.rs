//! From any released schema to the newest. Released scripts are frozen: add, never edit.

use rusqlite::{Connection, TransactionBehavior};

/// One script a schema version, oldest first; `user_version` counts the scripts a file has seen.
const STEPS: &[&str] = &[include_str!("schema/001_first.sql")];

/// Marks a file as a book of attache ("ATCH").
pub(super) const APPLICATION_ID: i64 = 0x4154_4348;

/// The newest schema version this program knows.
pub(super) fn known() -> i64 {
    i64::try_from(STEPS.len()).unwrap_or(i64::MAX)
}

pub(super) fn version(db: &Connection) -> rusqlite::Result<i64> {
    db.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Runs the missing scripts in one transaction: all the way up, or not at all. The caller has refused newer files and
/// copied older ones.
pub(super) fn run(db: &mut Connection) -> rusqlite::Result<()> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = usize::try_from(version(&tx)?).unwrap_or(0);
    for script in STEPS.get(found..).unwrap_or_default() {
        tx.execute_batch(script)?;
    }
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", known())?;
    tx.commit()
}
