//! `export` of the book's records as a table: text or spreadsheet.

use std::path::Path;

use super::super::exit::Failure;
use super::super::find;
use super::super::session::Session;
use super::import_table::KindArg;
use crate::desk::Desk;
use crate::domain::entry::EntryContext;
use crate::domain::words::Language;
use crate::domain::{Client, Id, Sentence};
use crate::export::records;
use crate::export::sheet::{Grid, csv, xlsx};

/// What is to be written, and where.
pub struct Wish<'a> {
    pub kind: Option<KindArg>,
    pub client: Option<Id<Client>>,
    pub out: Option<&'a Path>,
}

/// One kind of records as text parted the way a spreadsheet of the language expects.
///
/// # Errors
/// Nobody said which records, the file may not be replaced, or the disk refuses.
pub fn as_csv(session: &mut Session, desk: &Desk, wish: &Wish<'_>) -> Result<(), Failure> {
    let kind = wish.kind.ok_or_else(|| Sentence::new("export-which-table").with("list", kinds()))?;
    let text = csv::write(&grid(desk, kind, wish.client), session.words.lang());
    session.write_out(wish.out, text.as_bytes())
}

/// One kind of records as a spreadsheet, or every kind on a page of its own.
///
/// # Errors
/// The file may not be replaced, or the disk refuses.
pub fn as_xlsx(session: &mut Session, desk: &Desk, wish: &Wish<'_>) -> Result<(), Failure> {
    let kinds = wish.kind.map_or_else(all, |kind| vec![kind]);
    let page = |kind: KindArg| xlsx::Page { name: kind.word(), grids: vec![grid(desk, kind, wish.client)] };
    let pages: Vec<xlsx::Page> = kinds.into_iter().map(page).collect();
    session.write_out(wish.out, &xlsx::write(&pages, desk.today())?)
}

fn all() -> Vec<KindArg> {
    <KindArg as clap::ValueEnum>::value_variants().to_vec()
}

fn kinds() -> crate::domain::Arg {
    crate::domain::Arg::texts(all().into_iter().map(KindArg::word))
}

fn grid(desk: &Desk, kind: KindArg, client: Option<Id<Client>>) -> Grid {
    // Files hold days and words as the book keeps them, whatever language it speaks.
    let cx = EntryContext { language: Language::En, ..find::context(desk) };
    match kind.records() {
        Some(kind) => records::grid(kind, &cx, client),
        None => records::figures(&cx, client),
    }
}
