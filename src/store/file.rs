//! The file itself: made, opened, recognised, unlocked.

use std::fs::{self, File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use secrecy::SecretString;

use super::error::StoreError;
use super::migrate;

/// What unlocks an encrypted book; wiped from memory when dropped.
pub type Passphrase = SecretString;

/// How long a writer waits for another process.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open book's file. The connection is lent to no one.
#[derive(Debug)]
pub struct Store {
    pub(super) db: Connection,
    pub(super) path: PathBuf,
    /// Which file it was when it was opened: a path can come to name another one.
    file: Option<Identity>,
    encrypted: bool,
}

impl Store {
    /// Makes a new empty book, encrypted where a passphrase is given. An existing file is refused.
    ///
    /// # Errors
    /// The file is there, or its directory is not, or the disk refuses.
    pub fn make(path: &Path, passphrase: Option<&Passphrase>) -> Result<Self, StoreError> {
        if let Some(dir) = path.parent().filter(|dir| !dir.as_os_str().is_empty() && !dir.is_dir()) {
            return Err(StoreError::NoDirectory(dir.to_path_buf()));
        }
        private_file(path).map_err(|error| StoreError::io(path, &error))?;
        let made = Self::connect(path, passphrase).and_then(|mut store| {
            store.prepare()?;
            migrate::run(&mut store.db).map_err(|error| store.wrong(&error))?;
            Ok(store)
        });
        if made.is_err() {
            // The file is ours and empty: made just above, and refused if it had been there.
            let _ = fs::remove_file(path);
        }
        made
    }

    /// A book that lives in memory and is gone with the program.
    ///
    /// # Errors
    /// No memory.
    pub fn in_memory() -> Result<Self, StoreError> {
        let path = PathBuf::from(":memory:");
        let db = Connection::open_in_memory().map_err(|error| StoreError::from_sqlite(&path, &error))?;
        names_are_no_texts(&db).map_err(|error| StoreError::from_sqlite(&path, &error))?;
        let mut store = Self { db, path, file: None, encrypted: false };
        store.prepare()?;
        migrate::run(&mut store.db).map_err(|error| store.wrong(&error))?;
        Ok(store)
    }

    /// Opens a book and brings it to the newest schema; an older one is copied first.
    ///
    /// # Errors
    /// Missing, foreign, newer, damaged, encrypted or locked, each told apart.
    pub fn open(path: &Path, passphrase: Option<&Passphrase>) -> Result<Self, StoreError> {
        let looks = look(path)?;
        match (&looks, passphrase) {
            (Looks::Foreign, _) => return Err(StoreError::Foreign(path.to_path_buf())),
            (Looks::Newer(found), _) => return Err(StoreError::Newer { found: *found, known: migrate::known() }),
            (Looks::Encrypted, None) => return Err(StoreError::Encrypted(path.to_path_buf())),
            (Looks::Encrypted, Some(_)) if !cfg!(feature = "cipher") => return Err(StoreError::NoCipher),
            _ => {}
        }
        let mut store = Self::connect(path, passphrase.filter(|_| matches!(looks, Looks::Encrypted)))?;
        // Nothing may be written before it is known to be a book that this program understands.
        let found = store.recognise()?;
        store.prepare()?;
        if found < migrate::known() {
            store.copy_before_migration(found)?;
            migrate::run(&mut store.db).map_err(|error| store.wrong(&error))?;
        }
        Ok(store)
    }

    fn connect(path: &Path, passphrase: Option<&Passphrase>) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(path, flags).map_err(|error| StoreError::from_sqlite(path, &error))?;
        db.busy_timeout(PATIENCE)
            .and_then(|()| names_are_no_texts(&db))
            .map_err(|error| StoreError::from_sqlite(path, &error))?;
        let encrypted = passphrase.is_some();
        let store = Self { db, path: path.to_path_buf(), file: identity(path), encrypted };
        if let Some(passphrase) = passphrase {
            store.unlock(passphrase)?;
        }
        Ok(store)
    }

    #[cfg(feature = "cipher")]
    fn unlock(&self, passphrase: &Passphrase) -> Result<(), StoreError> {
        use secrecy::ExposeSecret;
        let key = |db: &Connection| {
            db.pragma_update(None, "cipher_log_level", "NONE")?;
            db.pragma_update(None, "key", passphrase.expose_secret())
        };
        let look = |()| self.db.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0));
        key(&self.db).and_then(look).map(drop).map_err(|error| match self.wrong(&error) {
            // Which of the two it is, nobody can tell.
            StoreError::Damaged { .. } => StoreError::WrongPassphrase,
            other => other,
        })
    }

    #[cfg(not(feature = "cipher"))]
    #[allow(clippy::unused_self, reason = "the same shape as with the cipher")]
    fn unlock(&self, _passphrase: &Passphrase) -> Result<(), StoreError> {
        Err(StoreError::NoCipher)
    }

    /// One file that can be copied, and an acknowledged change that has reached the disk.
    fn prepare(&self) -> Result<(), StoreError> {
        let prepare = |db: &Connection| {
            db.pragma_update(None, "foreign_keys", true)?;
            db.pragma_update(None, "temp_store", "MEMORY")?;
            // In KiB, taken as far as it is needed: a page that has to make room is ciphered each time it goes and comes.
            db.pragma_update(None, "cache_size", -65_536)?;
            db.pragma_update(None, "synchronous", "EXTRA")?;
            db.pragma_update(None, "trusted_schema", false)?;
            db.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get::<_, String>(0)).map(drop)
        };
        prepare(&self.db).map_err(|error| self.wrong(&error))
    }

    /// A whole book of a schema this program knows; its schema version. Reads only.
    fn recognise(&mut self) -> Result<i64, StoreError> {
        let path = &self.path;
        let wrong = |error: rusqlite::Error| StoreError::from_sqlite(path, &error);
        // While it reads, no other process can write: what is measured belongs together.
        let reading = self.db.transaction().map_err(wrong)?;
        let pragma = |name: &str| reading.query_row(&format!("PRAGMA {name}"), [], |row| row.get_ref(0).map(number));
        if pragma("application_id").map_err(wrong)? != migrate::APPLICATION_ID {
            return Err(StoreError::Foreign(path.clone()));
        }
        let (found, known) = (migrate::version(&reading).map_err(wrong)?, migrate::known());
        if found > known {
            return Err(StoreError::Newer { found, known });
        }
        // SQLite reads what a cut file lacks of its last page as zeros.
        let pages = pragma("page_count").map_err(wrong)? * pragma("page_size").map_err(wrong)?;
        let size = fs::metadata(path).map_err(|error| StoreError::io(path, &error))?.len();
        if size < pages.unsigned_abs() {
            return Err(StoreError::Damaged { file: path.clone(), what: format!("{size} < {pages}") });
        }
        Ok(found)
    }

    /// The book as it was stays beside the new one, e.g. `book.attache.v1`.
    fn copy_before_migration(&self, found: i64) -> Result<(), StoreError> {
        let mut name = self.path.clone().into_os_string();
        name.push(format!(".v{found}"));
        let copy = PathBuf::from(name);
        if copy.exists() {
            return Ok(());
        }
        private_file(&copy).map_err(|error| StoreError::io(&copy, &error))?;
        self.db.backup("main", &copy, None::<fn(rusqlite::backup::Progress)>).map_err(|error| self.wrong(&error))
    }

    /// Whether the file opens with a passphrase alone.
    pub fn is_encrypted(&self) -> bool {
        self.encrypted
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Changes when another process has committed.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        self.db.query_row("PRAGMA data_version", [], |row| row.get(0)).map_err(|error| self.wrong(&error))
    }

    /// SQLite goes on writing into a file that was unlinked; such a change would be lost.
    pub(super) fn still_there(&self) -> Result<(), StoreError> {
        let same = self.file.is_none() || identity(&self.path) == self.file;
        if same { Ok(()) } else { Err(StoreError::Moved(self.path.clone())) }
    }

    /// How long another process is waited for from now on; none: as long as a writer does.
    ///
    /// # Errors
    /// What went wrong with the file.
    pub fn wait_for(&self, patience: Option<Duration>) -> Result<(), StoreError> {
        self.db.busy_timeout(patience.unwrap_or(PATIENCE)).map_err(|error| self.wrong(&error))
    }

    pub(super) fn wrong(&self, error: &rusqlite::Error) -> StoreError {
        StoreError::from_sqlite(&self.path, error)
    }
}

/// A column that a damaged schema lacks is an error, never its own name taken for a text.
fn names_are_no_texts(db: &Connection) -> rusqlite::Result<()> {
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false).map(drop)
}

/// The cipher answers some pragmas with a number as text.
fn number(value: ValueRef<'_>) -> i64 {
    match value {
        ValueRef::Integer(n) => n,
        ValueRef::Text(text) => std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()).unwrap_or(0),
        _ => 0,
    }
}

/// What tells one file from another, whatever it is called.
type Identity = (u64, u64);

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|found| (found.dev(), found.ino()))
}

/// Here only whether it is there can be told.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    path.exists().then_some((0, 0))
}

/// Readable and writable by its owner alone.
fn private_file(path: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

enum Looks {
    /// A book of a schema that this program knows.
    Plain,
    Newer(i64),
    Encrypted,
    Foreign,
}

const PAGE: u64 = 4096;

/// What the first bytes tell. A file without SQLite's header whose size is a positive multiple of a page and that is
/// no text counts as encrypted.
fn look(path: &Path) -> Result<Looks, StoreError> {
    let io = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::PermissionDenied => StoreError::Io { file: path.to_path_buf(), why: error.to_string() },
        _ => StoreError::io(path, &error),
    };
    let size = fs::metadata(path).map_err(io)?;
    if size.is_dir() {
        return Ok(Looks::Foreign);
    }
    let mut start = Vec::new();
    File::open(path).map_err(io)?.take(PAGE).read_to_end(&mut start).map_err(io)?;
    if start.starts_with(b"SQLite format 3\0") {
        return plain(path, &start);
    }
    // A letter cut in two at the end of what was read is no error.
    let is_text = std::str::from_utf8(&start).map_or_else(|error| error.error_len().is_none(), |_| true);
    let whole_pages = size.len() > 0 && size.len() % PAGE == 0;
    Ok(if whole_pages && !is_text { Looks::Encrypted } else { Looks::Foreign })
}

/// What SQLite's own header says of a file, before SQLite opens it and may write.
fn plain(path: &Path, start: &[u8]) -> Result<Looks, StoreError> {
    let number = |at: usize| start.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map(i32::from_be_bytes);
    let (Some(version), Some(application)) = (number(60), number(68)) else {
        return Err(StoreError::Damaged { file: path.to_path_buf(), what: start.len().to_string() });
    };
    let version = i64::from(version);
    Ok(match i64::from(application) {
        migrate::APPLICATION_ID if version > migrate::known() => Looks::Newer(version),
        migrate::APPLICATION_ID => Looks::Plain,
        _ => Looks::Foreign,
    })
}
