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
        return into_device(path, bytes).map_err(|error| wrong(&error));
    }
    if existing == Existing::Keep && path.exists() {
        return Err(Unwritten::Exists(exists(path)));
    }
    let path = &behind_links(path).map_err(|error| wrong(&error))?;
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

/// A pipe that nobody reads is refused at once: waiting for a reader would look like a program that hangs.
#[cfg(unix)]
fn into_device(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    use std::os::unix::fs::OpenOptionsExt;

    use rustix::fs::OFlags;

    let at_once = i32::try_from(OFlags::NONBLOCK.bits()).unwrap_or_default();
    let mut to = File::options().write(true).custom_flags(at_once).open(path)?;
    rustix::fs::fcntl_setfl(&to, rustix::fs::fcntl_getfl(&to)? - OFlags::NONBLOCK)?;
    to.write_all(bytes)
}

#[cfg(not(unix))]
fn into_device(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    File::options().write(true).open(path)?.write_all(bytes)
}

/// As many links as a system follows.
const LINKS: usize = 40;

/// The file a link names, whether it is there yet or not, so that the link stays one.
fn behind_links(path: &Path) -> Result<PathBuf, Error> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        let Ok(to) = path.read_link() else { return Ok(path) };
        path = path.parent().unwrap_or(Path::new("")).join(to);
    }
    Err(path.metadata().err().unwrap_or_else(|| ErrorKind::InvalidInput.into()))
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
        _ if is_unread_pipe(error) => "io-nobody-reads",
        _ => return Arg::text(error.to_string()),
    };
    Arg::Sentence(Box::new(Sentence::new(id)))
}

fn is_unread_pipe(error: &Error) -> bool {
    #[cfg(unix)]
    let is = error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error());
    #[cfg(not(unix))]
    let is = error.kind() == ErrorKind::BrokenPipe;
    is
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

    #[cfg(unix)]
    #[test]
    fn a_link_to_what_is_not_there_yet_stays_and_one_in_a_circle_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for (to, from) in [("second", "first"), ("a.md", "second"), ("right", "left"), ("left", "right")] {
            std::os::unix::fs::symlink(to, at(from)).unwrap();
        }
        assert_eq!(file(&at("first"), b"one", Existing::Keep), Ok(()));
        assert_eq!(std::fs::read(at("a.md")).unwrap(), b"one");
        assert!(at("first").is_symlink() && at("second").is_symlink());
        assert!(matches!(file(&at("first"), b"two", Existing::Keep), Err(Unwritten::Exists(_))));
        assert!(matches!(file(&at("left"), b"two", Existing::Replace), Err(Unwritten::Failed(_))));
        assert!(at("left").is_symlink());
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_written_to_its_reader_and_refused_where_there_is_none() {
        use std::io::Read;

        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, rustix::fs::Mode::RWXU, 0).unwrap();
        let refused = file(&pipe, b"x", Existing::Replace).unwrap_err().sentence();
        assert!(format!("{:?}", refused.args).contains("io-nobody-reads"));
        // More than a pipe holds, so that writing waits for the reader.
        let bytes = vec![7; 200_000];
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || {
                let mut read = Vec::new();
                File::open(pipe).unwrap().read_to_end(&mut read).unwrap();
                read
            }
        });
        while matches!(file(&pipe, &bytes, Existing::Replace), Err(Unwritten::Failed(_))) {
            std::thread::yield_now();
        }
        assert_eq!(reader.join().unwrap(), bytes);
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
