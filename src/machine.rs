//! The folders in which this platform keeps a program's data, configuration and log, and the one for a text under the
//! editor.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock};

/// How the folder is called, and each text in it.
pub const PREFIX: &str = "attache-";

/// The folders of attache; none where the platform names no home.
pub fn directories() -> Option<directories::ProjectDirs> {
    directories::ProjectDirs::from("", "", "attache")
}

/// A private folder for a text under the editor, gone with the program. Of a program that was killed it stays, with what
/// was saved in the editor.
#[derive(Debug)]
pub struct Scratch {
    folder: tempfile::TempDir,
    /// Held as long as the program lives, and by the system no longer than that.
    _lock: File,
}

impl Scratch {
    /// Where the system keeps what lasts until its user leaves, else beside the log: readable for nobody else.
    ///
    /// # Errors
    /// When no folder can be made.
    pub fn new() -> io::Result<Self> {
        let shared = directories().map_or_else(std::env::temp_dir, |dirs| {
            let lasting = || dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir());
            dirs.runtime_dir().unwrap_or_else(lasting).to_owned()
        });
        fs::create_dir_all(&shared)
            .and_then(|()| Self::within(&shared))
            .or_else(|_| Self::within(&std::env::temp_dir()))
    }

    fn within(shared: &Path) -> io::Result<Self> {
        let private = fs::Permissions::from_mode(0o700);
        let folder = tempfile::Builder::new().prefix(PREFIX).permissions(private).tempdir_in(shared)?;
        let lock = File::open(folder.path())?;
        flock(&lock, FlockOperation::NonBlockingLockExclusive)?;
        Ok(Self { folder, _lock: lock })
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The texts that killed programs left, without what their editors wrote beside them; empty folders are cleared away.
    pub fn left_behind(&self) -> Vec<PathBuf> {
        let shared = self.path().parent().filter(|shared| *shared != std::env::temp_dir());
        let folders = shared.into_iter().flat_map(entries).filter(|path| is_ours(path));
        let mut left: Vec<PathBuf> = folders
            .filter(|folder| is_abandoned(folder))
            .flat_map(|folder| {
                // Only an empty folder lets itself be removed.
                let _ = fs::remove_dir(&folder);
                entries(&folder).into_iter().filter(|file| is_ours(file))
            })
            .collect();
        left.sort();
        left
    }
}

fn is_ours(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PREFIX))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect()
}

fn is_abandoned(folder: &Path) -> bool {
    let lock = |folder: File| flock(&folder, FlockOperation::NonBlockingLockExclusive).is_ok();
    folder.is_dir() && File::open(folder).is_ok_and(lock)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_a_killed_program_left_is_found_and_no_living_ones() {
        let shared = tempfile::tempdir().unwrap();
        let scratch = || Scratch::within(shared.path()).unwrap();
        let [living, killed, empty, ended] = [scratch(), scratch(), scratch(), scratch()];
        for scratch in [&living, &killed, &ended] {
            fs::write(scratch.path().join("attache-1.toml"), "outcome = \"agreed\"").unwrap();
        }
        fs::write(killed.path().join(".attache-1.toml.swp"), "").unwrap();
        assert_eq!(fs::metadata(living.path()).unwrap().permissions().mode() & 0o777, 0o700);
        drop(ended);
        let [killed, empty] = [killed, empty].map(|scratch| scratch.folder.keep());
        assert_eq!(living.left_behind(), [killed.join("attache-1.toml")]);
        assert!(!empty.exists() && living.path().exists());
        fs::remove_dir_all(killed).unwrap();
        assert_eq!(living.left_behind(), [] as [PathBuf; 0]);
    }
}
