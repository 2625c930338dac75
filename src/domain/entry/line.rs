//! Lines that are typed on the after-visit page: a promise `text due:thu to:legal`, a need `text "quote"`.

use chrono::NaiveDate;

use super::{EntryContext, day};
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::text::{clean, fold};

/// What was promised, by when, and which department has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PromiseLine {
    pub text: String,
    pub due: Option<NaiveDate>,
    pub department: Option<String>,
}

/// A need, and the words in which it was heard.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NeedLine {
    pub title: String,
    pub quote: Option<String>,
}

/// `text due:thu to:legal`, the keys anywhere and in any order; a department of several words in quotes.
///
/// # Errors
/// A day that is none, a department that is not in the settings, or no text.
pub fn promise_line(typed: &str, cx: &EntryContext<'_>) -> Result<PromiseLine, Sentence> {
    let mut line = PromiseLine::default();
    let mut words: Vec<&str> = Vec::new();
    for word in words_and_quotes(typed) {
        match word.split_once(':').map(|(key, value)| (fold(key), unquoted(value))) {
            Some((key, value)) if matches!(key.as_str(), "due" | "срок" | "до") && !value.is_empty() => {
                line.due = Some(day::read(value, cx.today)?);
            }
            Some((key, value)) if matches!(key.as_str(), "to" | "кому" | "на") && !value.is_empty() => {
                line.department = Some(department(value, cx)?);
            }
            _ => words.push(word),
        }
    }
    line.text = clean(&words.join(" "), true).ok_or_else(|| Sentence::new("promise-needs-text"))?;
    Ok(line)
}

/// A department of the settings by its whole name or a beginning that only one has.
fn department(typed: &str, cx: &EntryContext<'_>) -> Result<String, Sentence> {
    let departments = &cx.book.settings().departments;
    let wanted = fold(typed);
    let begins: Vec<&String> = departments.iter().filter(|known| fold(known).starts_with(&wanted)).collect();
    let found = departments.iter().find(|known| fold(known) == wanted);
    match (found, begins.as_slice()) {
        (Some(found), _) => Ok(found.clone()),
        (None, [one]) => Ok((*one).clone()),
        _ => Err(Sentence::new("no-such-department")
            .text("input", typed)
            .with("allowed", Arg::texts(departments.iter().cloned()))),
    }
}

/// `text "quote"`: the last part in quotation marks is the quote; «angular» ones belong to names.
///
/// # Errors
/// There is no text.
pub fn need_line(typed: &str) -> Result<NeedLine, Sentence> {
    let text = clean(typed, true).unwrap_or_default();
    let (title, quote) = match text.strip_suffix(is_closing).and_then(|rest| rest.rsplit_once(is_opening)) {
        Some((title, quote)) if !title.trim().is_empty() => (title, clean(quote, true)),
        _ => (text.as_str(), None),
    };
    let title = clean(title, true).ok_or_else(|| Sentence::new("need-needs-title"))?;
    Ok(NeedLine { title, quote })
}

fn is_opening(c: char) -> bool {
    matches!(c, '"' | '„' | '“' | '「' | '『')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '」' | '』')
}

/// Words; what stands in double quotes is one with the word before it.
fn words_and_quotes(text: &str) -> Vec<&str> {
    let mut in_quotes = false;
    let part = |c: char| {
        in_quotes ^= c == '"';
        c.is_whitespace() && !in_quotes
    };
    text.split(part).filter(|word| !word.is_empty()).collect()
}

fn unquoted(value: &str) -> &str {
    value.strip_prefix('"').map_or(value, |rest| rest.strip_suffix('"').unwrap_or(rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::parse_local;
    use crate::domain::trial::Trial;

    #[test]
    fn a_promise_line_gives_text_day_and_department() {
        let trial = Trial::new();
        let cx = EntryContext::new(&trial.book, parse_local("2026-11-23T08:00").unwrap());
        for (typed, text, due, department) in [
            ("Проект письма due:thu to:legal", "Проект письма", Some("2026-11-26"), Some("legal")),
            ("due:+14d Отчёт", "Отчёт", Some("2026-12-07"), None),
            ("Call back to:op", "Call back", None, Some("operations")),
            ("Отговор срок:пт", "Отговор", Some("2026-11-27"), None),
            ("see http://x.org/a:b at 10:30", "see http://x.org/a:b at 10:30", None, None),
            ("due: nothing", "due: nothing", None, None),
            ("给客户回电 due:周五", "给客户回电", Some("2026-11-27"), None),
        ] {
            let line = promise_line(typed, &cx).unwrap();
            let got = (line.text.as_str(), line.due.map(|day| day.to_string()), line.department.as_deref());
            assert_eq!(got, (text, due.map(str::to_owned), department), "{typed}");
        }
        for (typed, id) in [
            ("", "promise-needs-text"),
            ("due:thu", "promise-needs-text"),
            ("x due:03/04/26", "ambiguous-date"),
            ("x to:sales", "no-such-department"),
        ] {
            assert_eq!(promise_line(typed, &cx).map_err(|sentence| sentence.id), Err(id.to_owned()), "{typed}");
        }
    }

    #[test]
    fn a_need_line_gives_title_and_quote() {
        for (typed, title, quote) in [
            ("Деньги под Нинбо \"платим уже в ноябре\"", "Деньги под Нинбо", Some("платим уже в ноябре")),
            ("Балон „Втори няма да има“", "Балон", Some("Втори няма да има")),
            ("Money “soon”", "Money", Some("soon")),
            ("Счёт для «Ромашка»", "Счёт для «Ромашка»", None),
            ("\"only quoted\"", "\"only quoted\"", None),
            ("plain", "plain", None),
            ("empty \"\"", "empty", None),
        ] {
            let line = need_line(typed).unwrap();
            assert_eq!((line.title.as_str(), line.quote.as_deref()), (title, quote), "{typed}");
        }
        assert!(need_line("  ").is_err());
    }
}
