//! How content a client is, above the list of its scores: level, trend and what they rest on.

use serde_json::{Value as Json, json};

use super::super::json;
use crate::domain::figures::View;
use crate::domain::figures::satisfaction::{self, Level, Trend};
use crate::domain::{Arg, Client, Id};
use crate::i18n::Words;

pub struct Mood {
    level: Option<Level>,
    trend: Option<Trend>,
}

impl Mood {
    pub fn of(view: &View<'_>, client: Id<Client>) -> Self {
        Self { level: satisfaction::level(view, client, view.today), trend: satisfaction::trend(view, client) }
    }

    /// `satisfaction 8.1  up +0.9  own view`.
    pub fn line(&self, words: &Words) -> String {
        let level = self.level.map_or_else(|| words.unknown(), |level| words.decimal(level.shown(), 1));
        let mut parts = vec![words.say_with("cli-level", &[("level", Arg::text(level))])];
        parts.extend(self.trend.map(|trend| {
            let word = words.term(&format!("satisfaction.trend.{}", trend.direction.word()));
            format!("{word} {}", words.decimal(trend.shown(), 1))
        }));
        parts.extend(self.level.and_then(|level| level.basis.mark()).map(|mark| words.sentence(&mark)));
        parts.join("  ")
    }

    pub fn json(&self, words: &Words) -> Json {
        json!({
            "state": if self.level.is_some() { "known" } else { "unknown" },
            "value": self.level.map(|level| json::decimal(level.shown())),
            "known": self.level.map_or(0, |level| level.records),
            "why": self.level.and_then(|level| level.basis.mark()).map(|mark| words.sentence(&mark)),
            "trend": self.trend.map(|trend| json::decimal(trend.shown())),
            "direction": self.trend.map(|trend| trend.direction.word()),
        })
    }
}
