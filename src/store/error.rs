//! What can go wrong with the file, by who can act on it.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use uuid::Uuid;

use crate::domain::{Arg, Entity, Sentence};

/// Why the file could not be read or written. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("no book at {0}")]
    NoBook(PathBuf),
    #[error("{0} is there already")]
    Exists(PathBuf),
    #[error("no directory {0}")]
    NoDirectory(PathBuf),
    #[error("{0} is not a book")]
    Foreign(PathBuf),
    #[error("schema {found} is newer than {known}")]
    Newer { found: i64, known: i64 },
    #[error("{file} is damaged: {what}")]
    Damaged { file: PathBuf, what: String },
    /// A value that is not what its column holds.
    #[error("{entity:?} {uid}: {field} is damaged")]
    Value { entity: Entity, uid: String, field: String },
    #[error("{0} is encrypted")]
    Encrypted(PathBuf),
    #[error("wrong passphrase, or not a book")]
    WrongPassphrase,
    #[error("this build cannot open encrypted books")]
    NoCipher,
    #[error("{0} cannot be written")]
    ReadOnly(PathBuf),
    #[error("another program holds the book")]
    Busy,
    #[error("the disk is full")]
    Full,
    /// Another process has written since; catch up and plan again.
    #[error("another process has written")]
    Behind,
    #[error("the file was moved or taken away")]
    Moved(PathBuf),
    #[error("{file}: {why}")]
    Io { file: PathBuf, why: String },
}

impl StoreError {
    /// What SQLite says, as something the manager can act on. The statements are ours and right, so that one which
    /// does not fit the file's tables or values tells of the file.
    pub(super) fn from_sqlite(file: &Path, error: &rusqlite::Error) -> Self {
        use rusqlite::Error as Sql;
        let damaged = || Self::Damaged { file: file.to_path_buf(), what: error.to_string() };
        let file = file.to_path_buf();
        match error {
            Sql::SqlInputError { .. }
            | Sql::InvalidColumnType(..)
            | Sql::FromSqlConversionFailure(..)
            | Sql::IntegralValueOutOfRange(..)
            | Sql::Utf8Error(..)
            | Sql::QueryReturnedNoRows => return damaged(),
            _ => {}
        }
        match error.sqlite_error_code() {
            Some(
                ErrorCode::NotADatabase
                | ErrorCode::DatabaseCorrupt
                | ErrorCode::Unknown
                | ErrorCode::TypeMismatch
                | ErrorCode::ConstraintViolation,
            ) => damaged(),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::CannotOpen) if !file.exists() => Self::NoBook(file),
            // A journal that cannot be made beside the book is a directory that cannot be written.
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Self::ReadOnly(file),
            _ => Self::Io { file, why: error.to_string() },
        }
    }

    pub(super) fn io(file: &Path, error: &std::io::Error) -> Self {
        let file = file.to_path_buf();
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::NoBook(file),
            std::io::ErrorKind::AlreadyExists => Self::Exists(file),
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly(file),
            std::io::ErrorKind::StorageFull => Self::Full,
            _ => Self::Io { file, why: error.to_string() },
        }
    }

    /// A stored value that cannot be true, named by record and field.
    pub(super) fn value(entity: Entity, uid: impl Into<String>, field: &str) -> Self {
        Self::Value { entity, uid: uid.into(), field: field.to_owned() }
    }

    pub fn sentence(&self) -> Sentence {
        let file = |id: &str, file: &Path| Sentence::new(id).text("file", file.display().to_string());
        match self {
            Self::NoBook(path) => file("no-book-at", path),
            Self::Exists(path) => file("book-exists", path),
            Self::NoDirectory(path) => Sentence::new("no-directory").text("dir", path.display().to_string()),
            Self::Foreign(path) => file("book-foreign", path),
            Self::Newer { found, .. } => Sentence::new("book-newer").text("version", found.to_string()),
            Self::Damaged { file: path, what } => file("book-damaged", path).text("what", what),
            Self::Value { entity, uid, field } => Sentence::new("book-value-damaged")
                .word("entity", entity.term())
                .text("record", uid)
                .with("field", Arg::text(field)),
            Self::Encrypted(path) => file("book-encrypted", path).text("flag", "--passphrase-file"),
            Self::WrongPassphrase => Sentence::new("wrong-passphrase"),
            Self::NoCipher => Sentence::new("no-cipher"),
            Self::ReadOnly(path) => file("book-read-only", path),
            Self::Busy | Self::Behind => Sentence::new("book-busy"),
            Self::Full => Sentence::new("book-full"),
            Self::Moved(path) => file("book-moved", path),
            Self::Io { file: path, why } => file("file-not-read", path).text("why", why),
        }
    }
}

/// The uid as text, for naming a record.
pub(super) fn uid_text(uid: Uuid) -> String {
    uid.to_string()
}
