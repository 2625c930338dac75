//! PDF, where the program is built with it (feature `pdf`): A4 with page numbers and bookmarks, tagged, its fonts
//! within. Typst lays the pages out by `assets/brief.typ`; everything of the book reaches it as data, never as markup.

#[cfg(feature = "pdf")]
mod drawing;
#[cfg(feature = "pdf")]
mod fonts;
#[cfg(feature = "pdf")]
mod made;
#[cfg(feature = "pdf")]
mod page;
#[cfg(feature = "pdf")]
mod press;
#[cfg(feature = "pdf")]
mod read;

#[cfg(feature = "pdf")]
pub(super) use made::write;
#[cfg(feature = "pdf")]
pub(super) use read::read_back;

/// Whether this program makes PDF.
pub const IS_BUILT: bool = cfg!(feature = "pdf");

#[cfg(not(feature = "pdf"))]
pub(super) fn write(_brief: &super::Brief) -> Result<Vec<u8>, crate::domain::Sentence> {
    Err(crate::domain::Sentence::new("pdf-not-built"))
}

#[cfg(not(feature = "pdf"))]
pub(super) fn read_back(_finished: &[u8]) -> Option<String> {
    None
}
