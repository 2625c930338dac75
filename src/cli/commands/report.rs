//! `report`: what a period brought in service, sales and marketing, and whether it has an effect.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::super::exit::Failure;
use super::super::session::Session;
use super::super::{ending, find, json};
use crate::desk::Desk;
use crate::domain::Sentence;
use crate::domain::date::Month;
use crate::domain::figures::View;
use crate::domain::report::{Period, report};
use crate::export::report::{self as pages, Format};

/// What a period brought: service, sales, marketing, effect, plan
#[derive(Debug, clap::Args)]
pub struct ReportArgs {
    /// The first day; else the first of the month of the last
    #[arg(long, value_name = "D")]
    from: Option<String>,
    /// The last day; else the end of the month, or today
    #[arg(long, value_name = "D")]
    to: Option<String>,
    /// As which kind of file; else as the file is named, else as text
    #[arg(long, value_enum)]
    format: Option<As>,
    /// Where to; else stdout
    #[arg(short, long = "output", value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum As {
    Md,
    Html,
    Csv,
    Xlsx,
}

/// # Errors
/// The period is none, or the disk refused.
pub fn run(session: &mut Session, args: &ReportArgs) -> Result<(), Failure> {
    let asked = ending::format(args.format, args.out.as_deref())?;
    let desk = session.open()?;
    let period = period(&desk, args)?;
    let view = View::on(desk.book(), desk.today());
    let made = report(&view, period);
    if session.global.json {
        let document = json::document([("report", pages::document(&made, &session.words))]);
        session.paper.json(&document);
        return Ok(());
    }
    let format = match asked {
        Some(As::Md) => Format::Markdown,
        Some(As::Html) => Format::Html,
        Some(As::Csv) => Format::Csv,
        Some(As::Xlsx) => Format::Xlsx,
        None => Format::Plain(session.paper.columns()),
    };
    let bytes = pages::write(&made, &view, &session.words, format)?;
    session.write_out(args.out.as_deref(), &bytes)
}

/// The days asked for; the month to date when none are.
fn period(desk: &Desk, args: &ReportArgs) -> Result<Period, Failure> {
    let day = |text: &Option<String>| text.as_deref().map(|text| find::day(desk, text)).transpose();
    let (from, to) = (day(&args.from)?, day(&args.to)?);
    let today = desk.today();
    let month = |day: NaiveDate| Month::of(day);
    let (from, to) = match (from, to) {
        (Some(from), Some(to)) => (from, to),
        (Some(from), None) if month(from) == month(today) && from == month(from).first_day() => {
            (from, month(from).last_day())
        }
        (Some(from), None) => (from, today),
        (None, Some(to)) => (month(to).first_day(), to),
        (None, None) => (month(today).first_day(), month(today).last_day()),
    };
    if from > today {
        return Err(Sentence::new("report-future").date("from", from).into());
    }
    let backwards = || Sentence::new("report-backwards").date("from", from).date("to", to);
    Period::between(from, to).ok_or_else(|| backwards().into())
}
