//! A brief as the bytes of a PDF: same brief, same fonts, same bytes.

use chrono::{Datelike, NaiveTime, Offset, TimeZone};
use chrono_tz::Tz;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::press::Press;
use super::{fonts, page};
use crate::domain::Sentence;
use crate::export::brief::Brief;

/// # Errors
/// A sign that no font has, a font file that is none, or pages that could not be laid out.
pub fn write(brief: &Brief) -> Result<Vec<u8>, Sentence> {
    let found = fonts::found(&brief.all_texts(), &brief.paper.fonts)?;
    let data = page::data(brief, &found.families);
    let pages = pages(Press::new(found.fonts, &data));
    // What was laid out is not kept: it is somebody's secret.
    typst::comemo::evict(0);
    let pages = pages?;
    let written = typst_pdf::pdf(&pages, &options(brief, &data)).map_err(|errors| failed(&errors));
    typst::comemo::evict(0);
    written
}

fn pages(press: Press) -> Result<PagedDocument, Sentence> {
    typst::compile(&press).output.map_err(|errors| failed(&errors))
}

/// What Typst says is about our page, never about the book.
fn failed(errors: &[typst::diag::SourceDiagnostic]) -> Sentence {
    for error in errors {
        tracing::error!(message = %error.message, "a page was not laid out");
    }
    Sentence::new("pdf-failed")
}

/// Nothing that names anybody but the title; the standard for readers who hear a page also refuses boxes in place of
/// signs.
fn options(brief: &Brief, data: &str) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom(data.to_owned()),
        creator: Smart::Custom(None),
        timestamp: midnight(brief),
        standards: PdfStandards::new(&[PdfStandard::Ua_1]).unwrap_or_default(),
        ..PdfOptions::default()
    }
}

/// The day of the brief at 00:00 in the book's zone.
fn midnight(brief: &Brief) -> Option<Timestamp> {
    let day = brief.day;
    let month = u8::try_from(day.month()).ok()?;
    let date = Datetime::from_ymd_hms(day.year(), month, u8::try_from(day.day()).ok()?, 0, 0, 0)?;
    Timestamp::new_local(date, minutes_ahead(brief.paper.zone, day)?)
}

fn minutes_ahead(zone: Tz, day: chrono::NaiveDate) -> Option<i32> {
    let midnight = day.and_time(NaiveTime::MIN);
    let offset = zone.offset_from_local_datetime(&midnight).earliest();
    let offset = offset.unwrap_or_else(|| zone.offset_from_utc_datetime(&midnight));
    Some(offset.fix().local_minus_utc() / 60)
}
