//! The file as it will be written, how it reads on the screen, and what the scan of a client's copy said: made anew
//! when the book or a choice is another.

use std::cell::Ref;

use super::{ExportBox, made};
use crate::desk::Trouble;
use crate::domain::Sentence;
use crate::domain::figures::View as Figures;
use crate::export::brief::leak::{self, Finished, Report};
use crate::export::brief::{self, Brief, Format, Reader, Request, Templates};
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
    /// None: pages that are laid out when they are written.
    pub bytes: Option<Vec<u8>>,
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
        // Until it is laid out a page holds what the same brief holds in Markdown.
        let (read, templates) = match key.format {
            Format::Pdf => (Format::Markdown, &Templates::built_in()),
            format => (format, view.templates),
        };
        let written = made(view, &key.request).and_then(|brief| {
            let bytes = brief::write(&brief, read, templates)?;
            Ok((brief, bytes))
        });
        let (brief, bytes) = match written {
            Ok((brief, bytes)) => (Ok(brief), bytes),
            Err(sentence) => (Err(sentence), Vec::new()),
        };
        let lines = match &brief {
            Err(sentence) => cells::wrap(&view.words.sentence(sentence), key.width),
            Ok(brief) => self.reads(view, &key, brief, &bytes),
        };
        let of_client = brief.as_ref().ok().filter(|_| self.reader == Reader::Client);
        match of_client.map(|brief| self.scan(view, brief, read, &bytes)).transpose() {
            Ok(report) => Prepared { key, brief, bytes: (read == key.format).then_some(bytes), lines, report },
            Err(trouble) => {
                let why = trouble.sentence();
                let lines = cells::wrap(&view.words.sentence(&why), key.width);
                Prepared { key, brief: Err(why), bytes: None, lines, report: None }
            }
        }
    }

    /// How the file reads: as the brief does, or, where its format or a template of the manager's own makes it another,
    /// as it is.
    fn reads(&self, view: &View<'_>, key: &Key, brief: &Brief, bytes: &[u8]) -> Vec<String> {
        let seen = match key.format {
            Format::Json => String::from_utf8_lossy(bytes).into_owned(),
            format if view.templates.own(brief, format).is_some() => {
                brief::read_back(bytes, format).unwrap_or_default()
            }
            _ => return brief::read(brief, key.width).lines().map(str::to_owned).collect(),
        };
        seen.lines().flat_map(|line| cells::wrap(line, key.width)).collect()
    }

    /// Looks the finished bytes of a client's copy over.
    pub(super) fn scan(&self, view: &View<'_>, brief: &Brief, format: Format, bytes: &[u8]) -> Result<Report, Trouble> {
        let revision = view.book().revision;
        let mut kept = self.private.borrow_mut();
        let private = match kept.take().filter(|(of, _)| *of == revision) {
            Some((_, private)) => private,
            None => view.desk.private_set()?,
        };
        let (_, private) = kept.insert((revision, private));
        let figures = Figures::on(view.book(), view.today());
        let own = view.templates.own_source(brief, format).filter(|_| self.format() != Format::Pdf);
        let finished = Finished { format, bytes, template: own.as_ref() };
        let report = leak::scan(private, &figures, &self.request(), brief, finished);
        Ok(report.releasing(&view.desk.released()?).releasing(&self.released))
    }
}
