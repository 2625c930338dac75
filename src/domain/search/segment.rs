//! The skeletons of many rows of one entity in one text.
//!
//! A row is `\n` and its texts' words, each behind a space. Phone numbers stand once more as bare digits behind `\x02`,
//! Chinese texts as they are, names once more in plain Latin for queries of a letter or two. So a word's beginning is
//! found with a space before it, and a row's first word right behind its `\n`.

use uuid::Uuid;

use super::searched::{is_name, is_named, is_phone, is_searched};
use crate::domain::skeleton::{is_han, latin, write_skeleton};
use crate::domain::table::AnyRow;

const ROW: char = '\n';
const PHONE: char = '\x02';

#[derive(Debug, Clone, Default)]
pub(super) struct Segment {
    text: String,
    starts: Vec<usize>,
    uuids: Vec<Uuid>,
}

impl Segment {
    pub(super) fn len(&self) -> usize {
        self.uuids.len()
    }

    pub(super) fn uuid(&self, row: usize) -> Uuid {
        self.uuids[row]
    }

    pub(super) fn text(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// Where the row begins in the text.
    pub(super) fn start(&self, row: usize) -> usize {
        self.starts[row]
    }

    pub(super) fn end(&self, row: usize) -> usize {
        self.starts.get(row + 1).copied().unwrap_or(self.text.len())
    }

    pub(super) fn row_text(&self, row: usize) -> &[u8] {
        &self.text.as_bytes()[self.start(row)..self.end(row)]
    }

    /// The row in which a byte of the text stands.
    pub(super) fn row_at(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// Adds a row at the end. Its handle comes last, so that its name stands first.
    pub(super) fn push(&mut self, row: &dyn AnyRow) {
        self.starts.push(self.text.len());
        self.uuids.push(row.uuid());
        self.text.push(ROW);
        let mut handle = None;
        let mut names = Vec::new();
        row.each_text(&mut |place, text| {
            if place.field.name == "handle" {
                handle = Some(text);
            } else if is_searched(place) {
                self.write(text);
                if is_name(place) {
                    names.push(text);
                }
                if is_phone(place) {
                    self.text.push(PHONE);
                    self.text.extend(text.chars().filter(char::is_ascii_digit));
                }
            }
        });
        if let Some(handle) = handle {
            self.write(handle);
        }
        if is_named(row.entity()) {
            for name in names {
                self.write_name(name);
            }
        }
    }

    fn write(&mut self, text: &str) {
        self.space();
        write_skeleton(text, &mut self.text);
        if text.chars().any(is_han) {
            self.space();
            self.text.extend(text.chars().filter(|c| is_han(*c)));
        }
    }

    fn write_name(&mut self, text: &str) {
        let plain = latin(text);
        self.space();
        self.text.push_str(&plain);
    }

    fn space(&mut self) {
        if !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }
}
