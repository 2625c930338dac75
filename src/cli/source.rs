//! A file that comes in: opened once, looked at before it is read, never held whole unless what it is wants that.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use super::commands::ImportFormat;
use super::exit::Failure;
use super::session::not_read;
use crate::export::table::{self, Encoding, Unreadable};

/// Octets that are looked at to tell what it is.
const HEAD: usize = 64 * 1024;

/// Octets in which a file says what it is.
const LONGEST_MARK: usize = 256;

pub struct Source {
    path: PathBuf,
    from: BufReader<Box<dyn Read>>,
}

impl Source {
    /// # Errors
    /// The file is not there or cannot be read.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let from: Box<dyn Read> = if path.as_os_str() == "-" {
            Box::new(std::io::stdin())
        } else {
            let file = File::open(path).map_err(|error| not_read(path, &error))?;
            if file.metadata().is_ok_and(|found| found.is_dir()) {
                return Err(not_read(path, &std::io::ErrorKind::IsADirectory.into()));
            }
            Box::new(file)
        };
        Ok(Self { path: path.to_owned(), from: BufReader::with_capacity(HEAD, from) })
    }

    /// What it is, by how it begins and else by its name.
    pub fn format(&mut self) -> ImportFormat {
        let ending = self.path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let wide = self.is_wide();
        let head = self.from.fill_buf().unwrap_or_default();
        if table::is_workbook(head) {
            return ImportFormat::Xlsx;
        }
        let plain = head.iter().filter(|byte| !wide || !matches!(byte, 0 | 0xFE | 0xFF));
        let head: Vec<u8> = plain.take(LONGEST_MARK).copied().collect();
        let head = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&head).trim_ascii_start();
        let begins =
            |word: &str| head.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
        match (ending.as_deref(), head.first()) {
            _ if begins("BEGIN:VCARD") => ImportFormat::Vcf,
            _ if begins("BEGIN:VCALENDAR") => ImportFormat::Ics,
            (_, Some(b'{' | b'[')) | (Some("json"), _) => ImportFormat::Json,
            (Some("vcf"), _) => ImportFormat::Vcf,
            (Some("ics"), _) => ImportFormat::Ics,
            _ => ImportFormat::Csv,
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
    pub fn lines(mut self, said: Option<Encoding>) -> Result<(Box<dyn BufRead>, Option<Encoding>), Failure> {
        if !self.is_wide() && !said.is_some_and(Encoding::is_wide) {
            return Ok((Box::new(self), said));
        }
        let bytes = self.bytes()?;
        match table::decode(&bytes, said) {
            Ok(text) => Ok((Box::new(Cursor::new(text.into_owned())), None)),
            Err(Unreadable::No(why) | Unreadable::WhichEncoding(why)) => Err(why.into()),
        }
    }

    /// All of it.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn bytes(mut self) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        self.from.read_to_end(&mut bytes).map_err(|error| not_read(&self.path, &error))?;
        Ok(bytes)
    }

    /// All of it as text.
    ///
    /// # Errors
    /// It cannot be read or is no text.
    pub fn text(self) -> Result<String, Failure> {
        let path = self.path.clone();
        String::from_utf8(self.bytes()?).map_err(|_| not_read(&path, &std::io::ErrorKind::InvalidData.into()))
    }
}

impl Read for Source {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        self.from.read(into)
    }
}

impl BufRead for Source {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        self.from.fill_buf()
    }

    fn consume(&mut self, used: usize) {
        self.from.consume(used);
    }
}
