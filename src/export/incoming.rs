//! A file that comes in: opened once, looked at before it is read, never held whole unless what it is wants that.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use super::content::{LONGEST, Unreadable};
use super::table::{self, Encoding};
use crate::domain::Sentence;

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
    /// A file of this name, whatever the name is.
    ///
    /// # Errors
    /// The file is not there or cannot be read.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        if file.metadata().is_ok_and(|found| found.is_dir()) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        Ok(Self::reading(path, Box::new(file)))
    }

    /// The same for an argument: `-` is what comes through the pipe. A screen reads its keys there.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn of_argument(path: &Path) -> io::Result<Self> {
        if path.as_os_str() == "-" { Ok(Self::reading(path, Box::new(io::stdin()))) } else { Self::open(path) }
    }

    fn reading(path: &Path, from: Box<dyn Read>) -> Self {
        Self { path: path.to_owned(), from: BufReader::with_capacity(HEAD, from) }
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

    /// A table. A text in which no line ends is given up before it is held.
    ///
    /// # Errors
    /// It cannot be read, or a line of it is longer than a table has any.
    pub fn table(mut self) -> Result<Vec<u8>, Unreadable> {
        if self.kind() == Kind::Workbook {
            return self.bytes().map_err(Unreadable::Io);
        }
        let (mut bytes, mut line, mut length) = (Vec::new(), 1, 0);
        loop {
            let chunk = match self.from.fill_buf() {
                Ok([]) => return Ok(bytes),
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Unreadable::Io(error)),
            };
            for part in chunk.split_inclusive(|byte| *byte == b'\n') {
                length += part.len();
                if length > LONGEST {
                    return Err(Unreadable::Text(Sentence::new("import-line-long").text("line", line.to_string())));
                }
                if part.ends_with(b"\n") {
                    (line, length) = (line + 1, 0);
                }
            }
            bytes.extend_from_slice(chunk);
            let used = chunk.len();
            self.from.consume(used);
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

#[cfg(test)]
mod tests {
    use super::*;

    struct Endless;

    impl Read for Endless {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            into.fill(b'a');
            Ok(into.len())
        }
    }

    #[test]
    fn a_table_without_line_ends_is_given_up() {
        let of = |from| Incoming::reading(Path::new("x.csv"), from);
        let Err(Unreadable::Text(why)) = of(Box::new(Endless)).table() else { panic!("it has no end") };
        assert_eq!(why.id, "import-line-long");
        let lines = format!("a;b\n{}\n1;2", "c".repeat(LONGEST - 1));
        assert_eq!(of(Box::new(Cursor::new(lines.clone()))).table().unwrap(), lines.as_bytes());
    }
}
