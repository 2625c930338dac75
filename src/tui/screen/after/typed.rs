//! Days and lines as they are typed on a page: `+14d`, `tue 10:00`, `text due:thu to:legal`, `text "quote"`.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};

use crate::domain::date::parse_day;
use crate::domain::text::fold;
use crate::tui::layer::View;

/// English names of the days, beside those of the language of the screens.
const WEEK: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A day: `2026-11-22`, `22.11.2026`, `22.11`, `+3d`, `+2w`, a day of the week, today or tomorrow.
pub(crate) fn day(text: &str, view: &View<'_>) -> Option<NaiveDate> {
    let (text, today) = (text.trim(), view.today());
    parse_day(text).or_else(|| ahead(text, today)).or_else(|| dotted(text, today)).or_else(|| named(text, today, view))
}

/// `+3d`, `+2w`, `+1m`.
fn ahead(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let rest = text.strip_prefix('+')?;
    let digits = rest.trim_end_matches(|c: char| !c.is_ascii_digit());
    let n: u64 = digits.parse().ok()?;
    match fold(rest.trim_start_matches(|c: char| c.is_ascii_digit())).as_str() {
        "" | "d" | "д" | "天" => today.checked_add_days(Days::new(n)),
        "w" | "н" | "с" | "周" => today.checked_add_days(Days::new(n.checked_mul(7)?)),
        "m" | "м" | "月" => today.checked_add_months(chrono::Months::new(u32::try_from(n).ok()?)),
        _ => None,
    }
}

/// `22.11.2026`, `22.11`: without a year the next such day.
fn dotted(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let mut parts = text.split('.').filter(|part| !part.is_empty());
    let (day, month) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let year = parts.next().map(str::parse::<i32>).transpose().ok()?;
    if parts.next().is_some() {
        return None;
    }
    match year {
        Some(year) => NaiveDate::from_ymd_opt(if year < 100 { year + 2000 } else { year }, month, day),
        None => {
            let this = NaiveDate::from_ymd_opt(today.year(), month, day)?;
            if this >= today { Some(this) } else { NaiveDate::from_ymd_opt(today.year() + 1, month, day) }
        }
    }
}

/// A day of the week after today, today, tomorrow: in English or the language of the screens, from two letters on.
fn named(text: &str, today: NaiveDate, view: &View<'_>) -> Option<NaiveDate> {
    let typed = fold(text);
    let is = |key: &str, english: &str| typed == fold(&view.words.term(key)) || typed == english;
    if is("word.today", "today") {
        return Some(today);
    }
    if is("word.tomorrow", "tomorrow") {
        return today.succ_opt();
    }
    let fits = |day: &NaiveDate| {
        let english = WEEK.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or_default();
        let own = fold(&view.words.weekday(*day));
        (typed.chars().count() > 1 && english.starts_with(&typed)) || typed == own
    };
    today.iter_days().skip(1).take(7).find(fits)
}

/// A moment: a day and a time (`tue 10:00`), a day alone or a time alone.
pub(crate) fn moment(text: &str, usual: NaiveTime, view: &View<'_>) -> Option<NaiveDateTime> {
    let text = text.trim().replace('T', " ");
    let (mut at, mut on) = (None, None);
    for word in text.split_whitespace() {
        match time(word) {
            Some(time) => at = Some(time),
            None => on = Some(day(word, view)?),
        }
    }
    if at.is_none() && on.is_none() {
        return None;
    }
    Some(on.unwrap_or(view.today()).and_time(at.unwrap_or(usual)))
}

/// `10:00`, `9:30`, `10.30` is no time: it is a day.
fn time(word: &str) -> Option<NaiveTime> {
    let (hours, minutes) = word.split_once([':', '：'])?;
    NaiveTime::from_hms_opt(hours.parse().ok()?, minutes.parse().ok()?, 0)
}

/// A promise as it is typed: the text, when it is due, to which department it goes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Promised {
    pub text: String,
    pub due: Option<NaiveDate>,
    pub to: Option<String>,
    /// What stands after `due:` and is no day.
    pub wrong: Option<String>,
}

/// `text due:thu to:legal`; a department of several words stands in quotes or is known by its beginning.
pub(crate) fn promise(typed: &str, departments: &[String], view: &View<'_>) -> Promised {
    let mut found = Promised::default();
    let mut words = Vec::new();
    for word in typed.split_whitespace() {
        if let Some(due) = word.strip_prefix("due:").filter(|due| !due.is_empty()) {
            found.due = day(due, view);
            found.wrong = found.due.is_none().then(|| due.to_owned());
        } else if let Some(to) = word.strip_prefix("to:").filter(|to| !to.is_empty()) {
            found.to = Some(department(to, departments));
        } else {
            words.push(word);
        }
    }
    found.text = words.join(" ");
    found
}

fn department(typed: &str, departments: &[String]) -> String {
    let typed = typed.trim_matches('"').replace('_', " ");
    let begins = |department: &&String| fold(department).starts_with(&fold(&typed));
    departments.iter().find(begins).cloned().unwrap_or(typed)
}

/// A text and the quote at its end: `text "quote"`.
pub(crate) fn quoted(typed: &str) -> (String, Option<String>) {
    let typed = typed.trim();
    let open = typed.find(['"', '«', '„', '“', '「']);
    match open {
        Some(at) => {
            let (text, quote) = typed.split_at(at);
            let quote = quote.trim_matches(['"', '«', '»', '„', '“', '”', '「', '」', ' ']);
            (text.trim().to_owned(), (!quote.is_empty()).then(|| quote.to_owned()))
        }
        None => (typed.to_owned(), None),
    }
}
