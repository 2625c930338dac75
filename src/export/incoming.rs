//! A file that comes in: opened once, looked at before it is read, never held whole unless what it is wants that.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use super::content::Unreadable;
use super::table::{self, Encoding};

/// Octets that are looked at to tell what it is.
const HEAD: usize = 64 * 1024;
/// Octets in which it says so.
const LONGEST_MARK: usize = 256;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Cards,
    Calendar,
    Snapshot,
    Workbook,
    Table,
}

pub struct Incoming {
    path: PathBuf,
    from: BufReader<Box<dyn Read>>,
}

impl Incoming {
    /// `-` is what comes through the pipe.
    ///
    /// # Errors
    /// The file is not there or cannot be read.
    pub fn open(path: &Path) -> io::Result<Self> {
        let from: Box<dyn Read> = if path.as_os_str() == "-" {
            Box::new(io::stdin())
        } else {
            let file = File::open(path)?;
            if file.metadata().is_ok_and(|found| found.is_dir()) {
                return Err(io::ErrorKind::IsADirectory.into());
            }
            Box::new(file)
        };
        Ok(Self { path: path.to_owned(), from: BufReader::with_capacity(HEAD, from) })
    }

    /// What it is, by how it begins and else by its name.
    pub fn kind(&mut self) -> Kind {
        let ending = self.path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let wide = self.is_wide();
        let head = self.from.fill_buf().unwrap_or_default();
        if table::is_workbook(head) {
            return Kind::Workbook;
        }
        let plain = head.iter().filter(|byte| !wide || !matches!(byte, 0 | 0xFE | 0xFF));
        let head: Vec<u8> = plain.take(LONGEST_MARK).copied().collect();
        let head = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&head).trim_ascii_start();
        let begins =
            |word: &str| head.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
        match (ending.as_deref(), head.first()) {
            _ if begins("BEGIN:VCARD") => Kind::Cards,
            _ if begins("BEGIN:VCALENDAR") => Kind::Calendar,
            (_, Some(b'{' | b'[')) | (Some("json"), _) => Kind::Snapshot,
            (Some("vcf"), _) => Kind::Cards,
            (Some("ics"), _) => Kind::Calendar,
            _ => Kind::Table,
        }
    }

    /// Whether it begins with the mark of two bytes a character.
    fn is_wide(&mut self) -> bool {
        matches!(self.from.fill_buf(), Ok([0xFE, 0xFF, ..] | [0xFF, 0xFE, ..]))
    }

    /// It line by line, and the encoding they are in. Where a character takes two bytes it is read whole.
    ///
    /// # Errors
    /// It cannot be read, or is not in the encoding said.
    pub fn lines(mut self, said: Option<Encoding>) -> Result<(Box<dyn BufRead>, Option<Encoding>), Unreadable> {
        if !self.is_wide() && !said.is_some_and(Encoding::is_wide) {
            return Ok((Box::new(self.from), said));
        }
        let bytes = self.bytes().map_err(Unreadable::Io)?;
        match table::decode(&bytes, said) {
            Ok(text) => Ok((Box::new(Cursor::new(text.into_owned())), None)),
            Err(table::Unreadable::No(why) | table::Unreadable::WhichEncoding(why)) => Err(Unreadable::Text(why)),
        }
    }

    /// All of it.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn bytes(mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.from.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}
