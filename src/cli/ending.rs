//! The format of a file that is written, where its name tells it.

use std::path::Path;

use clap::ValueEnum;

use super::exit::Failure;
use crate::domain::Sentence;

/// The format that was asked for, else the one that the name of the file ends in.
///
/// # Errors
/// The two are not one.
pub fn format<F: ValueEnum + Copy + PartialEq>(asked: Option<F>, out: Option<&Path>) -> Result<Option<F>, Failure> {
    let ending = out.and_then(Path::extension).map(|ending| ending.to_string_lossy().into_owned());
    let named = ending.and_then(|ending| F::from_str(&ending, true).ok());
    match (asked, named) {
        (Some(asked), Some(named)) if asked != named => {
            let file = out.map(|out| out.display().to_string()).unwrap_or_default();
            let contradicts = Sentence::new("format-of-ending").text("file", file);
            Err(Failure::usage(contradicts.text("ending", word(named)).text("format", word(asked))))
        }
        _ => Ok(asked.or(named)),
    }
}

fn word<F: ValueEnum>(format: F) -> String {
    format.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}
