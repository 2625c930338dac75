//! The shape of the command line: global options and the words that stand for values. Help stays in clap's English.

use std::path::PathBuf;

use chrono::NaiveDateTime;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde_json::Value as Json;

use super::commands::Command;
use crate::domain::date::{parse_day, parse_local};
use crate::domain::entry::MORNING;
use crate::domain::field::{FieldType, Kind};
use crate::domain::words::Language;

/// The personal manager's own book of VIP clients, in a terminal
#[derive(Debug, clap::Parser)]
#[command(name = "attache", version, max_term_width = 100)]
pub struct Args {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Everywhere")]
pub struct Global {
    /// The book to open; else the one in the data directory
    #[arg(short, long, global = true, env = "ATTACHE_BOOK", value_name = "FILE", hide_env_values = true)]
    pub book: Option<PathBuf>,
    /// Stand still at a day (08:00) or a minute: 2026-11-23 or 2026-11-23T10:00
    #[arg(long, global = true, env = "ATTACHE_TODAY", value_name = "WHEN", value_parser = when, hide_env_values = true)]
    pub today: Option<NaiveDateTime>,
    /// Language of what is written
    #[arg(long, global = true, value_name = "LANG", value_parser = word::<Language>())]
    pub lang: Option<Language>,
    /// One JSON document instead of text
    #[arg(long, global = true)]
    pub json: bool,
    /// Yes to whatever would be asked
    #[arg(long, global = true)]
    pub yes: bool,
    /// Bold headings
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Colour,
    /// Say nothing when it went well
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Read the passphrase from a file
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "passphrase_fd")]
    pub passphrase_file: Option<PathBuf>,
    /// Read the passphrase from an open descriptor
    #[arg(long, global = true, value_name = "N")]
    pub passphrase_fd: Option<u32>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Colour {
    #[default]
    Auto,
    Always,
    Never,
}

/// A day, beginning at eight, or a minute.
pub fn when(text: &str) -> Result<NaiveDateTime, String> {
    let day = || parse_day(text).map(|day| day.and_time(MORNING));
    parse_local(text).or_else(day).ok_or_else(|| "try 2026-11-23 or 2026-11-23T10:00".to_owned())
}

/// One of a closed set of words, known to the argument parser.
pub fn word<T: FieldType + Clone + Send + Sync + 'static>() -> impl TypedValueParser<Value = T> {
    let words = match T::KIND {
        Kind::Word { words, .. } => words,
        _ => &[],
    };
    let parser = PossibleValuesParser::new(words.iter().copied());
    parser.try_map(|word| T::from_json(&Json::String(word)).map_err(|sentence| sentence.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_eight_and_nonsense_is_no_day() {
        for (text, expected) in [
            ("2026-11-23", Some("2026-11-23T08:00")),
            ("2026-11-23T10:30", Some("2026-11-23T10:30")),
            ("2026-02-30", None),
            ("23.11.2026", None),
            ("", None),
        ] {
            assert_eq!(when(text).ok(), expected.and_then(parse_local), "{text}");
        }
    }

    #[test]
    fn the_grammar_holds_together() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }
}
