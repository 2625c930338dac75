//! `export`: the book or a part of it as a file, or as a folder with a file for each record.

use std::path::PathBuf;

use super::super::exit::Failure;
use super::super::find;
use super::super::session::Session;
use super::export_calendar;
use super::export_contacts::{self, VersionArg, Wish};
use super::export_table;
use super::import_table::KindArg;
use crate::desk::{Desk, StepFilter};
use crate::domain::Sentence;
use crate::export::icalendar;
use crate::export::snapshot;
use crate::export::vcard::Choice;

/// Write the book or a part of it
#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// What to write
    #[arg(long, value_enum)]
    format: Format,
    /// Which records a table holds; a spreadsheet without it has a page for each
    #[arg(long = "as", value_enum, value_name = "KIND")]
    kind: Option<KindArg>,
    /// Of this client alone
    #[arg(long, value_name = "CLIENT")]
    client: Option<String>,
    /// Who will read it; a client's copy that would leak is not written
    #[arg(long = "for", value_enum, default_value_t, value_name = "WHO")]
    reader: Reader,
    /// The version of cards
    #[arg(long, value_enum, default_value_t)]
    vcard: VersionArg,
    /// What else goes out: roles and stances, personal facts
    #[arg(long, value_enum, value_name = "WHAT")]
    with: Vec<With>,
    /// Of a calendar only when the time is taken, and nothing else
    #[arg(long)]
    busy: bool,
    /// With the journal of all changes
    #[arg(long)]
    journal: bool,
    /// Where to; a path that ends in / is a folder with a file for each record; else stdout
    #[arg(short, long = "output", value_name = "FILE|DIR/")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A snapshot of the book
    Json,
    /// A table of records as text
    Csv,
    /// Tables of records as a spreadsheet
    Xlsx,
    /// Cards of people and clients
    Vcf,
    /// Visits, promises and days
    Ics,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
enum Reader {
    #[default]
    Internal,
    Client,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum With {
    Map,
    Personal,
}

/// # Errors
/// The file is there and may not be replaced, something private would be in a client's copy, or the disk refuses.
pub fn run(session: &mut Session, args: &ExportArgs) -> Result<(), Failure> {
    let desk = session.open()?;
    match args.format {
        Format::Json => snapshot(session, &desk, args),
        Format::Csv | Format::Xlsx => table(session, &desk, args),
        Format::Ics => {
            let client = args.client.as_ref().map(|text| find::client(desk.book(), text)).transpose()?;
            let reader = match args.reader {
                _ if args.busy => icalendar::Reader::Anybody,
                Reader::Client => icalendar::Reader::Client,
                Reader::Internal => icalendar::Reader::Internal,
            };
            let personal = args.with.contains(&With::Personal);
            let wish = export_calendar::Wish { client, reader, personal, out: args.out.as_deref() };
            export_calendar::calendar(session, &desk, &wish)
        }
        Format::Vcf => {
            let client = args.client.as_ref().map(|text| find::client(desk.book(), text)).transpose()?;
            let with = |what| args.with.contains(&what);
            let choice = Choice { version: args.vcard.into(), personal: with(With::Personal), map: with(With::Map) };
            let for_client = args.reader == Reader::Client;
            export_contacts::cards(session, &desk, &Wish { client, for_client, choice, out: args.out.as_deref() })
        }
    }
}

/// A table holds whatever is known of its records; what a client may read is no table.
fn table(session: &mut Session, desk: &Desk, args: &ExportArgs) -> Result<(), Failure> {
    if args.reader == Reader::Client {
        return Err(Sentence::new("export-table-internal").into());
    }
    let client = args.client.as_ref().map(|text| find::client(desk.book(), text)).transpose()?;
    let wish = export_table::Wish { kind: args.kind, client, out: args.out.as_deref() };
    match args.format {
        Format::Csv => export_table::as_csv(session, desk, &wish),
        _ => export_table::as_xlsx(session, desk, &wish),
    }
}

fn snapshot(session: &mut Session, desk: &Desk, args: &ExportArgs) -> Result<(), Failure> {
    if desk.is_encrypted() {
        let question = Sentence::new("encrypted-json-ask");
        if !session.ask(&question)? {
            return Err(Sentence::new("nothing-saved").into());
        }
    }
    let steps = if args.journal { Some(desk.steps(StepFilter::default())?) } else { None };
    let text = snapshot::write(desk.book(), steps.as_deref());
    session.write_out(args.out.as_deref(), text.as_bytes())
}
