//! `brief`: what to read before a negotiation, for ourselves or for the client.

use std::path::PathBuf;

use super::super::exit::{Advice, Exit, Failure};
use super::super::session::{Session, on_terminal};
use super::super::{ending, find};
use crate::desk::Desk;
use crate::domain::Sentence;
use crate::domain::figures::view::View;
use clap::builder::PossibleValuesParser;

use crate::export::brief::{self, Extent, Format, Length, Reader, Request, SECTIONS, Templates, leak};
use crate::machine::directories;

/// What to read before a negotiation
#[derive(Debug, clap::Args)]
pub struct BriefArgs {
    #[arg(required_unless_present = "template")]
    client: Option<String>,
    /// Who will read it; a client's copy that would leak is not written
    #[arg(long = "for", value_enum, default_value_t = For::Internal, value_name = "WHO")]
    reader: For,
    /// For this visit
    #[arg(long, value_name = "V")]
    visit: Option<String>,
    /// As which kind of file; else as the file is named, else md
    #[arg(long, value_enum)]
    format: Option<As>,
    /// Print the template of this format, to begin one's own from
    #[arg(long, conflicts_with_all = ["client", "visit", "personal"])]
    template: bool,
    /// The whole, or of the internal brief what one must have read
    #[arg(long, value_enum, default_value_t = Long::Full)]
    length: Long,
    /// Sections to leave out
    #[arg(long, value_name = "SECTION", value_delimiter = ',', value_parser = PossibleValuesParser::new(SECTIONS))]
    without: Vec<String>,
    /// With birthdays, family and other personal facts
    #[arg(long)]
    personal: bool,
    /// Where to; else stdout
    #[arg(short, long = "output", value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum For {
    Internal,
    Client,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum As {
    Md,
    Html,
    Pdf,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Long {
    Page,
    Full,
}

impl BriefArgs {
    fn extent(&self) -> Extent {
        let length = match self.length {
            Long::Page => Length::Page,
            Long::Full => Length::Full,
        };
        let mut extent = Extent::of(length);
        SECTIONS.iter().filter(|key| self.without.iter().any(|left| left == *key)).for_each(|key| extent.turn(key));
        extent
    }
}

/// This machine's templates of briefs.
fn templates() -> Templates {
    directories().map_or_else(Templates::built_in, |dirs| Templates::of(dirs.config_dir()))
}

/// The one asked for, else the one by which the file is named.
fn format(session: &Session, args: &BriefArgs) -> Result<Format, Failure> {
    let asked = match args.format {
        Some(As::Pdf) => Some(As::Pdf),
        _ if session.global.json => Some(As::Json),
        asked => asked,
    };
    Ok(match ending::format(asked, args.out.as_deref())? {
        Some(As::Pdf) => Format::Pdf,
        Some(As::Html) => Format::Html,
        Some(As::Json) => Format::Json,
        Some(As::Md) | None => Format::Markdown,
    })
}

/// # Errors
/// No such client or visit, no name of the manager, something private in a client's copy, or the disk.
pub fn run(session: &mut Session, args: &BriefArgs) -> Result<(), Failure> {
    let format = format(session, args)?;
    if args.template {
        let template = brief::template(format).ok_or_else(|| Sentence::new("template-none"))?;
        return session.write_out(args.out.as_deref(), template.as_bytes());
    }
    let desk = session.open()?;
    let client = find::client(desk.book(), args.client.as_deref().unwrap_or_default())?;
    let reader = match args.reader {
        For::Internal => Reader::Internal,
        For::Client => Reader::Client,
    };
    let request = Request {
        visit: args.visit.as_ref().map(|text| find::visit(desk.book(), text)).transpose()?,
        language: session.global.lang,
        personal: args.personal,
        extent: args.extent(),
        ..Request::new(client, reader)
    };
    let view = View::on(desk.book(), desk.today());
    let made = brief::make(&view, &request, &desk.all_taken_off(client)?)?;
    let templates = templates();
    let finished = brief::write(&made, format, &templates).map_err(unwritten)?;
    if reader == Reader::Client {
        let own = templates.own_source(&made, format);
        let file = leak::Finished { format, bytes: &finished, template: own.as_ref() };
        let report = leak::scan(&desk.private_set()?, &view, &request, &made, file);
        let report = released(session, &desk, report)?;
        if let Some(refusal) = report.refusal_with_fields() {
            return Err(Failure::new(Exit::Leak, refusal));
        }
        for informer in leak::informers(&view, &request) {
            session.warn(&informer);
        }
    }
    session.write_out(args.out.as_deref(), &finished)
}

/// A font is named in the settings.
fn unwritten(why: Sentence) -> Failure {
    let advice = match why.id.as_str() {
        "pdf-no-sign" | "pdf-no-font" => Advice::Say(Box::new(Sentence::new("pdf-name-a-font"))),
        _ => Advice::Told,
    };
    Failure { advice, ..Failure::refused(why) }
}

/// Asks once about each run of words that is private elsewhere; where nobody can be asked the answer is no.
///
/// # Errors
/// An answer cannot be kept.
pub fn released(session: &Session, desk: &Desk, report: leak::Report) -> Result<leak::Report, Failure> {
    let report = report.releasing(&desk.released()?);
    let mut yes = Vec::new();
    if session.global.yes || on_terminal() {
        for fragment in &report.fragments {
            if session.ask(&fragment.question())? {
                desk.release(&fragment.answer)?;
                yes.push(fragment.answer.clone());
            }
        }
    }
    Ok(report.releasing(&yes))
}
