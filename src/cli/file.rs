//! Where the output of a command goes: stdout, or a file that replaces another only when that was answered with yes.

use std::io::{ErrorKind, IsTerminal, Write};
use std::path::Path;

use super::exit::Failure;
use super::session::Session;
use crate::domain::Sentence;
use crate::export::write::{self, Existing, Unwritten};

impl Session {
    /// Writes `bytes` to `path`, asking before another file is replaced; without a path, to stdout.
    ///
    /// # Errors
    /// The answer was no, or the disk refused; the file is as it was.
    pub fn write_out(&mut self, path: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
        match path.filter(|path| path.as_os_str() != "-") {
            Some(path) => {
                self.write_file(path, bytes)?;
                self.done(&Sentence::new("written").text("file", path.display().to_string()));
            }
            None => match std::str::from_utf8(bytes) {
                Ok(text) => self.paper.verbatim(text),
                Err(_) => return unreadable(bytes),
            },
        }
        Ok(())
    }

    fn write_file(&self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        let question = match write::file(path, bytes, Existing::Keep) {
            Err(Unwritten::Exists(question)) => question,
            written => return written.map_err(|unwritten| unwritten.sentence().into()),
        };
        if !self.ask(&question)? {
            return Err(Sentence::new("nothing-saved").into());
        }
        write::file(path, bytes, Existing::Replace).map_err(|unwritten| unwritten.sentence().into())
    }
}

/// What is no text goes into a pipe as it is; a terminal has no use for it.
fn unreadable(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    if out.is_terminal() {
        return Err(Sentence::new("no-text-needs-file").into());
    }
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Sentence::new("file-not-written").text("file", "stdout").with("why", write::why(&error)).into())
        }
        _ => Ok(()),
    }
}
