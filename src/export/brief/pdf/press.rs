//! What Typst asks of its surroundings: the form of the page, the brief as data, the fonts. No files and no clock, so
//! that a page is made of nothing else.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Str, Value};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;

/// How a brief looks on paper.
const FORM: &str = include_str!("../../../../assets/brief.typ");

pub(super) struct Press {
    library: LazyHash<Library>,
    form: Source,
    fonts: FontStore,
}

impl Press {
    /// `data` is a document in JSON that the form knows how to read.
    pub fn new(fonts: FontStore, data: &str) -> Self {
        let inputs: Dict = [(Str::from("brief"), Value::Str(Str::from(data)))].into_iter().collect();
        let library = Library::builder().with_inputs(inputs).build();
        Self { library: LazyHash::new(library), form: Source::detached(FORM), fonts }
    }
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.form.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.form.id() { Ok(self.form.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _id: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
