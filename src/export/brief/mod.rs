//! The brief: what the manager takes into a negotiation, and the client's own copy of what is agreed.
//!
//! A brief is built once as sections of blocks; the writers decide nothing about its content. Same book, day, options
//! and language give the same bytes. The client's copy comes from [`shareable`] values alone.

mod blocks;
mod business;
mod client_copy;
mod decision;
mod extent;
mod file_name;
mod html;
mod json;
pub mod leak;
mod markdown;
mod money;
mod needs;
mod offer;
mod opening;
pub mod pdf;
mod pen;
mod plain;
pub mod shareable;
mod template;

pub use blocks::{Block, Brief, Paper, Section, Table};
pub use extent::{Extent, Length, SECTIONS};

use crate::domain::figures::View;
use crate::domain::offer::AllTakenOff;
use crate::domain::table::Id;
use crate::domain::words::{ClientLanguage, Language};
use crate::domain::{Client, Sentence, Visit};
use crate::i18n::Words;
pub use leak::read_back;
use pen::Pen;
use template::Frame;
pub use template::Templates;

/// Who will read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    Internal,
    Client,
}

impl Reader {
    pub fn word(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Client => "client",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Markdown,
    /// One file: no script, nothing from outside, printed on A4.
    Html,
    Json,
    /// Where the program is built with it: see [`pdf::IS_BUILT`].
    Pdf,
    /// For a terminal of so many columns.
    Plain(usize),
}

impl Format {
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
            Self::Pdf => "pdf",
            Self::Plain(_) => "txt",
        }
    }
}

/// What is asked for. `visit` is the one the brief is read before; none: the client's next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request {
    pub client: Id<Client>,
    pub visit: Option<Id<Visit>>,
    pub reader: Reader,
    /// None: the book's brief language for the internal brief, the client's for its copy.
    pub language: Option<Language>,
    /// Lets birthdays, families and tastes into the internal brief.
    pub personal: bool,
    pub extent: Extent,
}

impl Request {
    pub fn new(client: Id<Client>, reader: Reader) -> Self {
        Self { client, visit: None, reader, language: None, personal: false, extent: Extent::default() }
    }

    /// The language the brief will be in.
    pub fn language(&self, view: &View<'_>) -> Language {
        let settings = view.settings();
        let theirs = view.book.client.get(self.client).and_then(|client| client.language);
        let theirs = theirs.and_then(|language| match language {
            ClientLanguage::En => Some(Language::En),
            ClientLanguage::Ru => Some(Language::Ru),
            ClientLanguage::Bg => Some(Language::Bg),
            ClientLanguage::Zh => Some(Language::Zh),
            ClientLanguage::Other => None,
        });
        self.language.unwrap_or(match self.reader {
            Reader::Internal => settings.brief_language,
            Reader::Client => theirs.unwrap_or(settings.brief_language),
        })
    }
}

/// Builds a brief. What was taken off the client's offers only the journal knows; the client's copy tells nothing of it.
///
/// # Errors
/// The client is not in the book; the manager has no name yet, which stands on every brief; the visit is with another
/// client.
pub fn make(view: &View<'_>, request: &Request, taken_off: &AllTakenOff) -> Result<Brief, Sentence> {
    let words = Words::new(request.language(view));
    make_in(view, request, taken_off, &words)
}

/// The same with words that the caller keeps.
///
/// # Errors
/// As [`make`].
pub fn make_in(view: &View<'_>, request: &Request, taken_off: &AllTakenOff, words: &Words) -> Result<Brief, Sentence> {
    let client = view.book.client.get(request.client).ok_or_else(|| Sentence::new("record-gone"))?;
    if view.settings().manager_name.is_none() {
        return Err(Sentence::new("name-before-export"));
    }
    is_their_visit(view, request)?;
    let pen = Pen::new(view, client, request, words);
    let (title, lines, mut sections) = match request.reader {
        Reader::Internal => (opening::title(&pen), opening::head(&pen), internal(&pen, taken_off)),
        Reader::Client => client_copy::client_copy(&pen),
    };
    sections.retain(|section| request.extent.holds(request.reader, section));
    Ok(Brief {
        reader: request.reader,
        language: words.lang(),
        day: view.today,
        paper: Paper::of(view.settings()),
        file_stem: file_name::stem(&pen, request.reader),
        title,
        lines,
        sections,
    })
}

/// Who came and what was on the table is told to those alone who were to be there.
fn is_their_visit(view: &View<'_>, request: &Request) -> Result<(), Sentence> {
    let Some(visit) = request.visit.and_then(|id| view.book.visit.get(id)) else { return Ok(()) };
    if visit.client == request.client || visit.also_clients.contains(&request.client) {
        return Ok(());
    }
    let other = view.book.client.get(visit.client).map(|client| client.name.clone()).unwrap_or_default();
    Err(Sentence::new("visit-of-other").text("other", other))
}

/// The finished bytes; Markdown and HTML in the frame of a template.
///
/// # Errors
/// A template of the manager's own does not work: by file and line. A PDF cannot be made: this program makes none, or
/// no font has a sign.
pub fn write(brief: &Brief, format: Format, templates: &Templates) -> Result<Vec<u8>, Sentence> {
    let text = match format {
        Format::Markdown => templates.write(brief, Frame::Markdown)?,
        Format::Html => templates.write(brief, Frame::Html)?,
        Format::Json => json::write(brief),
        Format::Plain(width) => read(brief, width),
        Format::Pdf => return pdf::write(brief),
    };
    Ok(text.into_bytes())
}

/// How a brief reads in a terminal of so many columns.
pub fn read(brief: &Brief, width: usize) -> String {
    plain::write(brief, width)
}

/// The program's own template of a format, to begin one's own from; none where a format has no frame.
pub fn template(format: Format) -> Option<&'static str> {
    Frame::of(format).map(Frame::source)
}

fn internal(pen: &Pen<'_>, taken_off: &AllTakenOff) -> Vec<Section> {
    let sections = [
        Some(opening::in_short(pen)),
        Some(decision::map(pen)),
        Some(decision::attending(pen)),
        Some(needs::needs(pen)),
        Some(needs::promises_and_problems(pen)),
        offer::offers(pen, taken_off),
        Some(money::money(pen)),
        Some(business::relationship(pen)),
        Some(business::business(pen)),
        Some(decision::to_ask(pen)),
        decision::to_check(pen),
        business::near_dates(pen),
        business::answers(pen),
        Some(business::sources(pen)),
    ];
    sections.into_iter().flatten().collect()
}
