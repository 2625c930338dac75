//! Files a command writes: to a temporary neighbour, then renamed; what is there already is not lost unasked.

use std::io::Write;
use std::path::Path;

use super::exit::Failure;
use super::session::Session;
use crate::domain::Sentence;

impl Session {
    /// Writes `bytes` to `path`, asking before another file is replaced; without a path, to stdout.
    ///
    /// # Errors
    /// The answer was no, or the disk refused; the file is as it was.
    pub fn write_out(&mut self, path: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
        match path.filter(|path| path.as_os_str() != "-") {
            Some(path) => {
                self.may_replace(path)?;
                write(path, bytes)?;
                self.done(&Sentence::new("written").text("file", path.display().to_string()));
            }
            None => self.paper.verbatim(&String::from_utf8_lossy(bytes)),
        }
        Ok(())
    }

    /// Asks before another file is replaced (R27).
    ///
    /// # Errors
    /// The answer was no, or nobody is there to answer.
    pub fn may_replace(&self, path: &Path) -> Result<(), Failure> {
        if !path.exists() {
            return Ok(());
        }
        let question = Sentence::new("file-exists-ask").text("file", path.display().to_string());
        if self.ask(&question)? { Ok(()) } else { Err(Sentence::new("nothing-saved").into()) }
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !dir.is_dir() {
        return Err(Sentence::new("no-directory").text("dir", dir.display().to_string()).into());
    }
    let wrong = |error: &std::io::Error| {
        let what = Sentence::new("file-not-written").text("file", path.display().to_string());
        Failure::from(what.text("why", error.to_string()))
    };
    let mut neighbour = tempfile::NamedTempFile::new_in(dir).map_err(|error| wrong(&error))?;
    neighbour.write_all(bytes).map_err(|error| wrong(&error))?;
    neighbour.as_file().sync_all().map_err(|error| wrong(&error))?;
    neighbour.persist(path).map(drop).map_err(|error| wrong(&error.error))
}
