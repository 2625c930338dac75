//! A page that somebody wrote in an editor and that could not be saved yet: its text, under a remark that says what is
//! wrong, as the draft of its visit keeps it for the screen and the command line alike.

use serde_json::{Map, Value as Json};
use uuid::Uuid;

use crate::domain::book::Entity;
use crate::domain::date::LocalTime;
use crate::domain::field::FieldType;

/// The draft of a visit's page, or of a call that no visit stands for yet: its client's.
pub fn key(entity: Entity, uuid: Uuid) -> String {
    format!("after.{}.{uuid}", entity.table())
}

/// The text under a remark that says what is wrong.
pub fn under_fault(text: &str, said: &str) -> String {
    format!("# {}\n{text}", said.replace(char::is_control, " "))
}

/// Without the remark that the editor was opened with.
pub fn without_fault<'t>(text: &'t str, before: &str) -> &'t str {
    let remark = before.split_inclusive('\n').next().filter(|line| !line.is_empty());
    remark.and_then(|remark| text.strip_prefix(remark)).unwrap_or(text)
}

fn parts(draft: &str) -> Map<String, Json> {
    serde_json::from_str(draft).unwrap_or_default()
}

/// The text that waits in a draft.
pub fn of_draft(draft: &str) -> Option<String> {
    let text = parts(draft).get("file")?.as_str()?.to_owned();
    (!text.is_empty()).then_some(text)
}

/// When the call of a draft was.
pub fn start(draft: &str) -> Option<LocalTime> {
    FieldType::from_json(parts(draft).get("start")?).ok()
}

/// A draft with this text waiting in it; what a screen left there stays.
pub fn into_draft(draft: Option<&str>, text: &str, start: Option<LocalTime>) -> String {
    let mut parts = parts(draft.unwrap_or_default());
    parts.insert("file".to_owned(), text.into());
    if let Some(start) = start {
        parts.insert("start".to_owned(), start.json());
    }
    Json::Object(parts).to_string()
}

/// A draft without a text that waits; none when nothing else was in it.
pub fn out_of_draft(draft: &str) -> Option<String> {
    let mut parts = parts(draft);
    parts.remove("file");
    parts.keys().any(|key| key != "start").then(|| Json::Object(parts).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_waits_beside_what_a_screen_left() {
        let alone = into_draft(None, "a = 1", None);
        assert_eq!(of_draft(&alone).as_deref(), Some("a = 1"));
        assert_eq!(out_of_draft(&alone), None);
        let beside = into_draft(Some(r#"{"outcome":"o","file":""}"#), "b", None);
        assert_eq!(of_draft(&beside).as_deref(), Some("b"));
        assert_eq!(out_of_draft(&beside).as_deref(), Some(r#"{"outcome":"o"}"#));
        assert_eq!(of_draft("no JSON"), None);
    }

    #[test]
    fn the_remark_comes_off_again() {
        let shown = under_fault("a = 1\n", "wrong\u{1b}here");
        assert_eq!(shown, "# wrong here\na = 1\n");
        assert_eq!(without_fault("# wrong here\na = 2\n", &shown), "a = 2\n");
        assert_eq!(without_fault("a = 2\n", &shown), "a = 2\n");
        assert_eq!(without_fault("a = 2\n", ""), "a = 2\n");
    }
}
