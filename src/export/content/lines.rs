//! Lines of a file, unfolded and decoded one by one: memory holds a line, never the file.

use std::io::BufRead;
use std::path::Path;

use super::LONGEST;
use crate::domain::Sentence;
use crate::export::table::{self, Encoding};
use crate::export::write;

/// Why a file cannot be read on.
#[derive(Debug)]
pub enum Unreadable {
    Io(std::io::Error),
    /// A line that is not in the encoding said, or no text at all.
    Text(Sentence),
    /// Two encodings fit.
    WhichEncoding(Sentence),
}

impl Unreadable {
    /// Why this file cannot be read on.
    pub fn sentence(self, path: &Path) -> Sentence {
        match self {
            Self::Text(why) | Self::WhichEncoding(why) => why,
            Self::Io(error) => {
                let why = Sentence::new("file-not-read").text("file", path.display().to_string());
                why.with("why", write::why(&error))
            }
        }
    }
}

/// One logical line: what a writer folded is joined again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The physical line where it begins, from 1.
    pub number: usize,
    pub text: String,
    /// It was longer than is kept.
    pub cut: bool,
}

pub struct Lines<R> {
    from: R,
    /// UTF-8 until a line says otherwise.
    encoding: Option<Encoding>,
    /// A letter beyond ASCII has been read as UTF-8.
    is_utf8: bool,
    /// How many physical lines have been read.
    read: usize,
    /// The physical line read ahead.
    ahead: Option<Physical>,
}

struct Physical {
    number: usize,
    bytes: Vec<u8>,
    cut: bool,
}

impl<R: BufRead> Lines<R> {
    pub fn new(from: R, encoding: Option<Encoding>) -> Self {
        Self { from, encoding, is_utf8: false, read: 0, ahead: None }
    }

    /// The next logical line; none at the end of the file.
    ///
    /// # Errors
    /// The file cannot be read, or the line is no text.
    pub fn next_line(&mut self) -> Result<Option<Line>, Unreadable> {
        let Some(mut line) = self.physical()? else { return Ok(None) };
        let quoted = is_quoted_printable(&line.bytes);
        loop {
            if quoted && line.bytes.last() == Some(&b'=') {
                let Some(next) = self.physical()? else { break };
                line.bytes.pop();
                join(&mut line, &next.bytes, next.cut);
                continue;
            }
            match self.physical()? {
                Some(next) if matches!(next.bytes.first(), Some(b' ' | b'\t')) => {
                    join(&mut line, &next.bytes[1..], next.cut);
                }
                next => {
                    self.ahead = next;
                    break;
                }
            }
        }
        let text = self.decoded(&line)?;
        Ok(Some(Line { number: line.number, text, cut: line.cut }))
    }

    fn decoded(&mut self, line: &Physical) -> Result<String, Unreadable> {
        let wrong = |id: &str| Unreadable::Text(Sentence::new(id).text("line", line.number.to_string()));
        if line.bytes.contains(&0) {
            return Err(wrong("import-no-text"));
        }
        if let Some(encoding) = self.encoding {
            return Ok(encoding.text(&line.bytes));
        }
        match std::str::from_utf8(&line.bytes) {
            Ok(text) => {
                self.is_utf8 |= !text.is_ascii();
                Ok(text.to_owned())
            }
            // The file ends inside a letter.
            Err(error) if error.error_len().is_none() && self.ahead.is_none() => {
                Ok(String::from_utf8_lossy(&line.bytes[..error.valid_up_to()]).into_owned())
            }
            Err(_) if is_binary(&line.bytes) || self.ahead.as_ref().is_some_and(|next| is_binary(&next.bytes)) => {
                Err(wrong("import-no-text"))
            }
            Err(_) if self.is_utf8 => Err(wrong("import-not-utf8")),
            Err(_) => {
                let encoding = table::guessed(&line.bytes).map_err(|why| match why {
                    table::Unreadable::WhichEncoding(question) => Unreadable::WhichEncoding(question),
                    table::Unreadable::No(_) => wrong("import-not-utf8"),
                })?;
                self.encoding = Some(encoding);
                Ok(encoding.text(&line.bytes))
            }
        }
    }

    /// The next physical line without its end, at most [`LONGEST`] octets of it.
    fn physical(&mut self) -> Result<Option<Physical>, Unreadable> {
        if let Some(line) = self.ahead.take() {
            return Ok(Some(line));
        }
        let mut line = Physical { number: self.read + 1, bytes: Vec::new(), cut: false };
        let mut any = false;
        loop {
            let chunk = match self.from.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Unreadable::Io(error)),
            };
            if chunk.is_empty() {
                break;
            }
            any = true;
            let end = memchr::memchr(b'\n', chunk);
            let part = &chunk[..end.unwrap_or(chunk.len())];
            let used = part.len() + usize::from(end.is_some());
            join(&mut line, part, false);
            self.from.consume(used);
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        self.read += 1;
        if line.bytes.last() == Some(&b'\r') {
            line.bytes.pop();
        }
        if self.read == 1 && line.bytes.starts_with("\u{feff}".as_bytes()) {
            line.bytes.drain(..3);
        }
        Ok(Some(line))
    }
}

fn join(line: &mut Physical, more: &[u8], cut: bool) {
    if line.cut {
        return;
    }
    let room = LONGEST.saturating_sub(line.bytes.len());
    line.bytes.extend_from_slice(&more[..more.len().min(room)]);
    line.cut = cut || more.len() > room;
    // Half a letter at the end would make the file look wrong.
    if line.cut
        && let Err(error) = std::str::from_utf8(&line.bytes)
        && error.error_len().is_none()
    {
        line.bytes.truncate(error.valid_up_to());
    }
}

/// Whether bytes are no text in any encoding: signs that only machines write.
fn is_binary(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31))
}

/// Whether the value of this line is quoted-printable: its soft line breaks have no leading space.
fn is_quoted_printable(line: &[u8]) -> bool {
    let head = memchr::memchr(b':', line).map_or(&[][..], |at| &line[..at]);
    head.to_ascii_uppercase().windows(16).any(|part| part == b"QUOTED-PRINTABLE")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8], encoding: &str) -> Result<Vec<(usize, String)>, String> {
        let mut lines = Lines::new(bytes, encoding.parse().ok());
        let mut read = Vec::new();
        loop {
            match lines.next_line() {
                Ok(Some(line)) => read.push((line.number, line.text)),
                Ok(None) => return Ok(read),
                Err(Unreadable::Text(sentence) | Unreadable::WhichEncoding(sentence)) => return Err(sentence.id),
                Err(Unreadable::Io(error)) => return Err(error.to_string()),
            }
        }
    }

    #[test]
    fn folded_lines_are_joined_and_keep_the_number_where_they_begin() {
        let read = |bytes: &[u8]| lines(bytes, "").unwrap();
        let owned =
            |lines: &[(usize, &str)]| lines.iter().map(|(n, text)| (*n, (*text).to_owned())).collect::<Vec<_>>();
        assert_eq!(read(b"A:1\r\n 2\r\n\t3\r\nB:4"), owned(&[(1, "A:123"), (4, "B:4")]));
        assert_eq!(read(b"A:1\nB:2\n\n"), owned(&[(1, "A:1"), (2, "B:2"), (3, "")]));
        // Folded inside a letter, as old programs do.
        assert_eq!(read(b"\xef\xbb\xbfFN:\xd0\n \x98\n"), owned(&[(1, "FN:\u{418}")]));
        let soft = b"N;ENCODING=QUOTED-PRINTABLE:=D0=98=\r\n=D0=B2\r\nX:=\r\nY:1";
        assert_eq!(read(soft), owned(&[(1, "N;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2"), (3, "X:="), (4, "Y:1")]));
        assert_eq!(read(b""), []);
    }

    #[test]
    fn other_encodings_are_read_where_they_can_be_told() {
        let name = |name: &str| Ok(vec![(1, format!("FN:{name}"))]);
        assert_eq!(lines(b"FN:\xc8\xe2\xe0\xed", "windows-1251"), name("Иван"));
        assert_eq!(lines(b"FN:\xc8\xe2\xe0\xed", ""), name("Иван"));
        assert_eq!(lines(b"FN:\xc0\xee", "gb18030"), name("李"));
        assert_eq!(lines(b"FN:\xc0\xee\xce\xb0\xb9\xfa", ""), name("李伟国"));
        assert_eq!(lines(b"FN:\xc8\xc8", ""), Err("import-encoding-ask".into()));
        assert_eq!(lines(b"A:\xd0\x96\nFN:\xc8\xe2\xe0\xed", ""), Err("import-not-utf8".into()), "two in one file");
        assert_eq!(lines(b"FN:A\nFN:\xd0", ""), Ok(vec![(1, "FN:A".to_owned()), (2, "FN:".to_owned())]), "cut");
        for binary in [&b"\x89PNG\0\0"[..], b"\x89PNG\r\n\x1a\n", b"\xff\x01"] {
            assert_eq!(lines(binary, ""), Err("import-no-text".into()));
        }
    }

    #[test]
    fn a_line_without_end_is_read_past() {
        let mut bytes = b"NOTE:".to_vec();
        bytes.extend("ж".repeat(LONGEST).as_bytes());
        bytes.extend("\n ж".repeat(9).as_bytes());
        bytes.extend(b"\nB:2");
        let mut lines = Lines::new(&bytes[..], None);
        let line = lines.next_line().unwrap().unwrap();
        assert!(line.cut && line.text.len() <= LONGEST);
        assert_eq!(lines.next_line().unwrap().unwrap(), Line { number: 11, text: "B:2".into(), cut: false });
    }
}
