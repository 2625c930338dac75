//! Writing a file that goes out: to a temporary neighbour, then renamed, so that there is the old file or the new one
//! and never half of either. What is there already is not lost unasked.

use std::fs::File;
use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::domain::{Arg, Sentence};

/// Why nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unwritten {
    /// A file is there already; the sentence asks whether to replace it.
    Exists(Sentence),
    Failed(Sentence),
}

impl Unwritten {
    pub fn sentence(self) -> Sentence {
        match self {
            Self::Exists(sentence) | Self::Failed(sentence) => sentence,
        }
    }
}

/// What to do with a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    Keep,
    Replace,
}

/// Writes `bytes` to `path`.
///
/// # Errors
/// A file is there and is to be kept, there is no such folder, or the disk refused. What was there is as it was.
pub fn file(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), Unwritten> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Unwritten::Failed(Sentence::new("no-directory").text("dir", folder.display().to_string())));
    }
    if path.is_dir() {
        return Err(Unwritten::Failed(not_written(path, &Error::from(ErrorKind::IsADirectory))));
    }
    let wrong = |error: &Error| Unwritten::Failed(not_written(path, error));
    if is_device(path) {
        return File::options().write(true).open(path).and_then(|mut to| to.write_all(bytes)).map_err(|e| wrong(&e));
    }
    if existing == Existing::Keep && path.exists() {
        return Err(Unwritten::Exists(exists(path)));
    }
    let path = &behind_links(path);
    let folder = path.parent().unwrap_or(folder);
    let mut neighbour = tempfile::NamedTempFile::new_in(folder).map_err(|error| wrong(&error))?;
    neighbour.write_all(bytes).map_err(|error| wrong(&error))?;
    neighbour.as_file().sync_all().map_err(|error| wrong(&error))?;
    let kept = match existing {
        Existing::Replace => neighbour.persist(path),
        Existing::Keep => neighbour.persist_noclobber(path),
    };
    kept.map(drop).map_err(|failed| match failed.error.kind() {
        ErrorKind::AlreadyExists => Unwritten::Exists(exists(path)),
        _ => wrong(&failed.error),
    })
}

/// A device or a pipe, such as `/dev/null`: it is written into, since a file renamed over it would take it away from
/// every other program.
fn is_device(path: &Path) -> bool {
    path.metadata().is_ok_and(|found| !found.is_file() && !found.is_dir())
}

/// The file a link names, so that the link stays one.
fn behind_links(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn exists(path: &Path) -> Sentence {
    Sentence::new("file-exists-ask").text("file", path.display().to_string())
}

fn not_written(path: &Path, error: &Error) -> Sentence {
    Sentence::new("file-not-written").text("file", path.display().to_string()).with("why", why(error))
}

/// What the system says of a file, in words of ours where it is one of the usual things.
pub fn why(error: &Error) -> Arg {
    let id = match error.kind() {
        ErrorKind::NotFound => "io-not-there",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "io-not-permitted",
        ErrorKind::IsADirectory => "io-is-a-folder",
        ErrorKind::InvalidData => "io-no-text",
        ErrorKind::StorageFull => "io-disk-full",
        _ => return Arg::text(error.to_string()),
    };
    Arg::Sentence(Box::new(Sentence::new(id)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_whole_and_another_is_not_replaced_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        assert_eq!(file(&path, b"one", Existing::Keep), Ok(()));
        let asked = file(&path, b"two", Existing::Keep).unwrap_err();
        assert!(matches!(&asked, Unwritten::Exists(sentence) if sentence.id == "file-exists-ask"));
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        assert_eq!(file(&path, b"two", Existing::Replace), Ok(()));
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no neighbour is left behind");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_a_device_a_device() {
        let folder = tempfile::tempdir().unwrap();
        let [target, to_file, to_device] = ["a.md", "file", "device"].map(|name| folder.path().join(name));
        std::fs::write(&target, b"one").unwrap();
        std::os::unix::fs::symlink(&target, &to_file).unwrap();
        std::os::unix::fs::symlink("/dev/null", &to_device).unwrap();
        assert_eq!(file(&to_file, b"two", Existing::Replace), Ok(()));
        assert_eq!(std::fs::read(&target).unwrap(), b"two");
        assert_eq!(file(&to_device, b"two", Existing::Keep), Ok(()), "nothing to ask: nothing can be lost");
        assert!(to_file.is_symlink() && to_device.is_symlink());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3, "no neighbour is left behind");
    }

    #[test]
    fn what_cannot_be_written_is_told_in_a_sentence() {
        let folder = tempfile::tempdir().unwrap();
        for (path, id) in [("none/a.md", "no-directory"), ("", "file-not-written")] {
            let refused = file(&folder.path().join(path), b"x", Existing::Replace).unwrap_err();
            assert_eq!(refused.sentence().id, id, "{path}");
        }
    }
}
