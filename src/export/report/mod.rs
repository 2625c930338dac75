//! The report as a file: a page to read (Markdown, HTML, text), one document for programs, and tables for a spreadsheet.
//! Same book, day, period and language give the same bytes.

mod document;
mod grids;
mod page;

pub use document::document;
pub use page::page;

use chrono::Datelike;

use crate::domain::Sentence;
use crate::domain::figures::View;
use crate::domain::report::{Kind, Period, Report};
use crate::export::brief::{self, Templates};
use crate::export::sheet::{csv, xlsx};
use crate::i18n::Words;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Markdown,
    Html,
    Csv,
    Xlsx,
    /// For a terminal of so many columns.
    Plain(usize),
}

impl Format {
    /// Those that make a file, in the order in which they are offered.
    pub const FILES: [Self; 4] = [Self::Markdown, Self::Html, Self::Csv, Self::Xlsx];

    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Plain(_) => "txt",
        }
    }
}

/// The finished bytes.
///
/// # Errors
/// A text that no spreadsheet takes.
pub fn write(report: &Report, view: &View<'_>, words: &Words, format: Format) -> Result<Vec<u8>, Sentence> {
    let page = || page(report, view, words);
    let framed = |format| brief::write(&page(), format, &Templates::built_in());
    match format {
        Format::Markdown => framed(brief::Format::Markdown),
        Format::Html => framed(brief::Format::Html),
        Format::Plain(width) => Ok(brief::read(&page(), width).into_bytes()),
        Format::Csv => Ok(csv::write(&grids::flat(report, words), words.lang()).into_bytes()),
        Format::Xlsx => xlsx::write(&grids::pages(report, words), view.today),
    }
}

/// The file's name without its ending: `2026-11_report_en`.
pub fn file_stem(period: Period, words: &Words) -> String {
    let (from, to) = (period.span.from, period.span.to);
    let named = match period.kind {
        Kind::Month => from.format("%Y-%m").to_string(),
        Kind::Quarter => format!("{}-Q{}", from.year(), period.quarter()),
        Kind::Year => from.year().to_string(),
        Kind::Days => format!("{from}_{to}"),
    };
    format!("{named}_report_{}", words.lang().word())
}
