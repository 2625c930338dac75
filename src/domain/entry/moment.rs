//! A wall time: a day as in `day` and a time of day, in either order or one alone.
//!
//! What is not typed the context knows: a visit that is moved keeps its day or its hour, the next one is at the hour of
//! the last, anything else is today or in the morning. A time that the clocks leap over is refused; of a repeated one
//! the first is meant.

use chrono::{NaiveTime, TimeZone};

use super::{EntryContext, day, wrong};
use crate::domain::date::{LocalTime, parse_local};
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::text::fold;

pub(super) fn read(typed: &str, cx: &EntryContext<'_>) -> Result<LocalTime, Sentence> {
    let text = fold(typed);
    if matches!(text.as_str(), "now" | "сейчас" | "сега" | "现在") {
        return Ok(cx.now);
    }
    let upper = text.to_uppercase();
    if let Some(moment) = parse_local(&upper) {
        return existing(moment, cx);
    }
    let text = without_small_words(&text);
    let (days, time) = parted(&text);
    let moment = match (days, time) {
        (None, Some(time)) => cx.day.and_time(time),
        (Some(days), Some(time)) => read_day(days, typed, cx)?.and_time(time),
        (Some(days), None) => read_day(days, typed, cx)?.and_time(cx.time),
        (None, None) => return Err(wrong("not-a-moment", typed)),
    };
    existing(moment, cx)
}

fn read_day(days: &str, typed: &str, cx: &EntryContext<'_>) -> Result<chrono::NaiveDate, Sentence> {
    let wider = |sentence: Sentence| {
        if sentence.id == "not-a-date" { wrong("not-a-moment", typed) } else { sentence }
    };
    day::read(days, cx.today).map_err(wider)
}

/// `в среду в 15:00`, `on tue at 15:00`: what people put before a day or an hour says nothing here.
fn without_small_words(text: &str) -> String {
    const SMALL: &[&str] = &["в", "во", "на", "at", "on"];
    text.split(' ').filter(|word| !SMALL.contains(word)).collect::<Vec<_>>().join(" ")
}

/// The day and the time, as far as there are any: the time is the last word, or the first. Chinese leaves no space
/// between them.
fn parted(text: &str) -> (Option<&str>, Option<NaiveTime>) {
    if let Some(time) = time(text) {
        return (None, Some(time));
    }
    let last = text.rsplit_once([' ', 't', ',']).and_then(|(days, word)| Some((days, time(word)?)));
    let first = || text.split_once([' ', ',']).and_then(|(word, days)| Some((days, time(word)?)));
    let joined = || {
        let ends = text.char_indices().filter(|(_, sign)| !sign.is_ascii()).map(|(at, sign)| at + sign.len_utf8());
        let parts = ends.filter_map(|at| text.split_at_checked(at));
        parts.into_iter().find_map(|(days, word)| Some((days, time(word)?)))
    };
    match last.or_else(first).or_else(joined) {
        Some((days, time)) => (Some(days.trim_matches([' ', ','])), Some(time)),
        None => (Some(text), None),
    }
}

/// `10:00`, `9:30`, `9：30`, `14h30`, `10点`, `10点30`. A point would be a day: `10.11`.
fn time(word: &str) -> Option<NaiveTime> {
    let word = word.trim_end_matches('分');
    let (hour, minute) = word
        .split_once([':', 'h', '点'])
        .or_else(|| word.strip_suffix("ч").map(|hour| (hour, "")))
        .map(|(hour, minute)| (hour, if minute.is_empty() && !word.ends_with(':') { "0" } else { minute }))?;
    let number = |digits: &str| {
        let plain = digits.bytes().all(|b| b.is_ascii_digit()) && (1..=2).contains(&digits.len());
        plain.then(|| digits.parse::<u32>().ok())?
    };
    NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0)
}

fn existing(moment: LocalTime, cx: &EntryContext<'_>) -> Result<LocalTime, Sentence> {
    if !matches!(cx.zone.from_local_datetime(&moment), chrono::LocalResult::None) {
        return Ok(moment);
    }
    Err(Sentence::new("time-does-not-exist")
        .with("time", Arg::text(moment.format("%H:%M").to_string()))
        .date("date", moment.date())
        .text("zone", cx.zone.name()))
}
