//! The weeks after a client is won: what it is owed in them, and how much of that is done. The list that is shipped
//! holds until the book has one of its own: standard answers with the topic `adaptation N`, due after N days.

use chrono::NaiveDate;

use super::book::Book;
use super::entity::{Answer, Client};
use super::figures::View;
use super::figures::cadence::in_adaptation;
use super::figures::promises::{self, Open};
use super::sentence::Sentence;
use super::table::{Id, Row};
use super::text::fold;
use super::words::{AnswerKind, CommitmentOrigin, CommitmentState, Language};

/// What a new client is owed, and within how many days of becoming active.
pub const SHIPPED: [(&str, i64); 9] = [
    ("adaptation-welcome", 2),
    ("adaptation-who-to-call", 5),
    ("adaptation-access", 7),
    ("adaptation-operators", 14),
    ("adaptation-payments", 14),
    ("adaptation-limits", 21),
    ("adaptation-satisfaction", 30),
    ("adaptation-awkward", 45),
    ("adaptation-plan", 90),
];

/// The topic of a line of the list that is due after so many days.
pub fn topic(days: i64) -> String {
    format!("adaptation {days}")
}

/// The days after which a line of one's own list is due; none for any other answer.
pub fn days(answer: &Answer) -> Option<i64> {
    let topic = answer.topic.as_deref().filter(|_| answer.kind == AnswerKind::Standard).map(fold)?;
    topic.strip_prefix("adaptation ")?.trim().parse().ok().filter(|days| (0..=366).contains(days))
}

/// The book's own list: the one in that language, else in the language of briefs, else the first there is in another;
/// never two of them together, which would promise everything twice. Empty where the shipped one holds.
pub fn own(book: &Book, language: Language) -> Vec<(&Answer, i64)> {
    let mut lines: Vec<(&Answer, i64)> =
        book.answer.iter().filter_map(|answer| Some((answer, days(answer)?))).collect();
    let there = |language: &Language| lines.iter().any(|(answer, _)| answer.language == *language);
    let fits = [language, book.settings().brief_language].into_iter().chain(Language::all().iter().copied());
    let chosen = fits.into_iter().find(there);
    lines.retain(|(answer, _)| Some(answer.language) == chosen);
    lines.sort_by_key(|(answer, days)| (*days, answer.head.created_at, answer.head.uid));
    lines
}

/// What is owed to a client won now: the texts and their days. They are the manager's own notes of promises, so they are
/// in the language of the screen.
pub fn checklist(book: &Book, say: impl Fn(&Sentence) -> String) -> Vec<(String, i64)> {
    let own = own(book, book.settings().ui_language);
    if own.is_empty() {
        return SHIPPED.iter().map(|(id, days)| (say(&Sentence::new(*id)), *days)).collect();
    }
    own.into_iter().map(|(answer, days)| (answer.question.clone(), days)).collect()
}

/// How far a client's adaptation is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress<'a> {
    pub until: NaiveDate,
    pub done: usize,
    pub of: usize,
    /// What is still owed, the next first.
    pub open: Vec<Open<'a>>,
}

/// None when the client is not in adaptation, or nothing was owed.
pub fn progress<'a>(view: &View<'a>, client: Id<Client>) -> Option<Progress<'a>> {
    let row = view.book.client.get(client).filter(|row| in_adaptation(row, view.today))?;
    let mine = view.book.commitment.of(client).filter(|promise| {
        promise.client == client
            && promise.origin == CommitmentOrigin::Adaptation
            && promise.state != CommitmentState::Cancelled
    });
    let all: Vec<_> = mine.collect();
    let mut open: Vec<Open<'a>> = all.iter().filter_map(|promise| promises::open(view, promise)).collect();
    open.sort_by_cached_key(|open| (open.due.is_none(), open.due, open.promise.uid()));
    let done = all.iter().filter(|promise| promise.state == CommitmentState::Done).count();
    (!all.is_empty()).then_some(Progress { until: row.adaptation_until?, done, of: all.len(), open })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::figures::testing::{book, client, day, id};

    #[test]
    fn the_books_own_list_stands_in_place_of_the_shipped_one() {
        let answer = |question: &str, kind: &str, language: &str, topic: &str| {
            json!({ "question": question, "body": "-", "kind": kind, "language": language, "topic": topic,
                "reviewed_on": "2026-11-01" })
        };
        let say = |sentence: &Sentence| sentence.id.clone();
        assert_eq!(checklist(&Book::default(), say)[8], ("adaptation-plan".to_owned(), 90));
        let lists = json!([
            answer("plan", "standard", "en", "Adaptation 60"),
            answer("welcome", "standard", "en", "adaptation 1"),
            answer("привет", "standard", "ru", "adaptation 1"),
            answer("no day", "standard", "en", "adaptation soon"),
            answer("no list", "answer", "en", "adaptation 3"),
        ]);
        let mixed =
            |brief: &str| book(&json!({ "settings": { "brief_language": brief }, "tables": { "answer": lists } }));
        let expected = vec![("welcome".to_owned(), 1), ("plan".to_owned(), 60)];
        assert_eq!(checklist(&mixed("ru"), say), expected);
        for (screen, brief, expected) in [
            (Language::Ru, "en", "привет"),
            (Language::En, "ru", "welcome plan"),
            (Language::Bg, "ru", "привет"),
            (Language::Bg, "zh", "welcome plan"),
        ] {
            let book = mixed(brief);
            let names: Vec<&str> = own(&book, screen).iter().map(|(answer, _)| answer.question.as_str()).collect();
            assert_eq!(names.join(" "), expected, "{screen:?}, briefs in {brief}");
        }
    }

    #[test]
    fn progress_counts_what_is_owed_until_the_last_day() {
        let promise = |text: &str, due: &str, state: &str, origin: &str| {
            json!({ "client": "a", "text": text, "made_on": "2026-11-01", "who": "we", "due": due, "state": state,
                "origin": origin, "done_on": if state == "done" { json!("2026-11-03") } else { json!(null) } })
        };
        let more = json!({ "adaptation_from": "2026-11-01", "adaptation_until": "2026-12-01" });
        let book = book(&json!({ "tables": { "client": [client("a", more)], "commitment": [
            promise("later", "2026-11-30", "open", "adaptation"),
            promise("next", "2026-11-25", "open", "adaptation"),
            promise("done", "2026-11-03", "done", "adaptation"),
            promise("dropped", "2026-11-04", "cancelled", "adaptation"),
            promise("other", "2026-11-04", "open", "manual"),
        ] } }));
        let at = |today: &str| {
            let view = View::on(&book, day(today));
            progress(&view, id("a")).map(|it| (it.done, it.of, it.open.first().map(|open| open.promise.text.clone())))
        };
        assert_eq!(at("2026-11-24"), Some((1, 3, Some("next".to_owned()))));
        assert_eq!(at("2026-12-01").map(|it| it.1), Some(3));
        assert_eq!(at("2026-12-02"), None);
    }
}
