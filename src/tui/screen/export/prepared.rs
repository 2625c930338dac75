//! The file as it will be written, how it reads on the screen, and what the scan of a client's copy said: made anew
//! when the book or a choice is another.

use std::cell::Ref;

use super::{ExportBox, made};
use crate::desk::Trouble;
use crate::domain::Sentence;
use crate::domain::figures::View as Figures;
use crate::export::brief::leak::{self, Report};
use crate::export::brief::{self, Brief, Format, Reader, Request};
use crate::tui::cells;
use crate::tui::layer::View;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    revision: u64,
    today: chrono::NaiveDate,
    request: Request,
    format: Format,
    width: usize,
    released: usize,
}

/// The finished file, how it reads, and what the scan said.
pub(super) struct Prepared {
    key: Key,
    pub brief: Result<Brief, Sentence>,
    pub bytes: String,
    pub lines: Vec<String>,
    pub report: Option<Report>,
}

impl ExportBox {
    pub(super) fn prepared(&self, view: &View<'_>) -> Ref<'_, Option<Prepared>> {
        let revision = view.book().revision;
        let key = Key {
            revision,
            today: view.today(),
            request: self.request(),
            format: self.format(),
            width: self.width.get(),
            released: self.released.len(),
        };
        if self.prepared.borrow().as_ref().is_none_or(|prepared| prepared.key != key) {
            let prepared = self.prepare(view, key);
            *self.prepared.borrow_mut() = Some(prepared);
        }
        self.prepared.borrow()
    }

    fn prepare(&self, view: &View<'_>, key: Key) -> Prepared {
        let brief = made(view, &key.request);
        let bytes = brief.as_ref().map(|brief| brief::write(brief, key.format)).unwrap_or_default();
        let lines = match (&brief, key.format) {
            (Err(sentence), _) => cells::wrap(&view.words.sentence(sentence), key.width),
            (Ok(_), Format::Json) => bytes.lines().flat_map(|line| cells::wrap(line, key.width)).collect(),
            (Ok(brief), _) => brief::write(brief, Format::Plain(key.width)).lines().map(str::to_owned).collect(),
        };
        let of_client = brief.as_ref().ok().filter(|_| self.reader == Reader::Client);
        match of_client.map(|brief| self.scan(view, &key, brief, &bytes)).transpose() {
            Ok(report) => Prepared { key, brief, bytes, lines, report },
            Err(trouble) => {
                let why = trouble.sentence();
                let lines = cells::wrap(&view.words.sentence(&why), key.width);
                Prepared { key, brief: Err(why), bytes: String::new(), lines, report: None }
            }
        }
    }

    fn scan(&self, view: &View<'_>, key: &Key, brief: &Brief, bytes: &str) -> Result<Report, Trouble> {
        let mut kept = self.private.borrow_mut();
        let private = match kept.take().filter(|(revision, _)| *revision == key.revision) {
            Some((_, private)) => private,
            None => view.desk.private_set()?,
        };
        let (_, private) = kept.insert((key.revision, private));
        let figures = Figures::on(view.book(), view.today());
        let report = leak::scan(private, &figures, &key.request, brief, key.format, bytes);
        Ok(report.releasing(&view.desk.released()?).releasing(&self.released))
    }
}
