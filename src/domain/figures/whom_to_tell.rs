//! Whom to tell first of what answers a theme: the clients with an open need of it.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::view::View;
use crate::domain::entity::Need;
use crate::domain::table::{Id, Row};
use crate::domain::words::Theme;

/// One open need of each client, the one that speaks loudest: what cannot be traded away, then what is surest, then the
/// oldest. The most valuable clients come first, and among equals the louder need.
pub fn whom_to_tell(view: &View<'_>, theme: Theme) -> Vec<Id<Need>> {
    let alive = |need: &&Need| view.book.client.get(need.client).is_some_and(|client| client.status.has_rhythm());
    let mut needs: Vec<&Need> =
        view.book.need.iter().filter(|need| need.theme == Some(theme) && need.state.is_open()).filter(alive).collect();
    needs.sort_by_key(|need| {
        let loud = (Reverse(need.essential), Reverse(need.state), need.head.created_at, need.head.uid);
        (view.tier(need.client), loud)
    });
    let mut told = FxHashSet::default();
    needs.retain(|need| told.insert(need.client));
    needs.into_iter().map(Row::uid).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::*;
    use crate::domain::figures::testing::{book, client, day};

    fn need(uid: &str, client: &str, theme: &str, more: Json) -> Json {
        let mut row =
            json!({ "uid": uid, "client": client, "title": format!("the {uid}"), "theme": theme, "voice": "stated" });
        row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        row
    }

    #[test]
    fn each_client_is_told_once_and_the_loudest_need_speaks_for_it() {
        let book = book(&json!({ "tables": {
            "client": [client("a", json!({})), client("b", json!({})), client("c", json!({ "status": "archived" }))],
            "need": [
                need("guess", "a", "fx", json!({ "state": "hypothesis" })),
                need("sure", "a", "fx", json!({ "state": "confirmed" })),
                need("other", "a", "trade", json!({ "state": "confirmed", "essential": true })),
                need("floor", "b", "fx", json!({ "state": "probed", "essential": true })),
                need("done", "b", "fx", json!({ "state": "met" })),
                need("gone", "c", "fx", json!({ "state": "confirmed" })),
            ],
        } }));
        let title = |id: &Id<Need>| book.need.get(*id).unwrap().title.clone();
        let told: Vec<String> =
            whom_to_tell(&View::on(&book, day("2026-11-24")), Theme::Fx).iter().map(title).collect();
        assert_eq!(told, ["the floor", "the sure"]);
    }
}
