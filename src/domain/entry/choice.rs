//! One of a closed set, and yes or no in four languages.

use serde_json::Value as Json;

use super::wrong;
use crate::domain::field::invalid_word;
use crate::domain::sentence::Sentence;
use crate::domain::text::fold;

const YES: &[&str] = &["yes", "y", "true", "on", "1", "да", "д", "是", "有", "对"];
const NO: &[&str] = &["no", "n", "false", "off", "0", "нет", "н", "не", "否", "没有", "不"];

/// # Errors
/// It is neither.
pub fn yes_or_no(typed: &str) -> Result<bool, Sentence> {
    let text = fold(typed);
    if YES.contains(&text.as_str()) {
        Ok(true)
    } else if NO.contains(&text.as_str()) {
        Ok(false)
    } else {
        Err(wrong("not-yes-or-no", typed))
    }
}

/// The stored word, in any case and with spaces or dashes for its underscores. Where the words are yes and no, those of
/// the four languages.
pub(super) fn word(typed: &str, words: &'static [&'static str]) -> Result<Json, Sentence> {
    let text = fold(typed).replace([' ', '-'], "_");
    if let Some(word) = words.iter().find(|word| **word == text) {
        return Ok((*word).into());
    }
    if words == ["yes", "no"] {
        return yes_or_no(typed).map(|yes| if yes { "yes".into() } else { "no".into() });
    }
    Err(invalid_word(&typed.into(), words))
}
