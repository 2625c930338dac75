//! What was typed and not saved, as the book keeps it: which record, and the state of every field that was touched.

use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::Form;
use super::inner::Inner;
use super::page::Page;
use crate::domain::ways::Way;
use crate::domain::{Client, Entity, Fields, Id};
use crate::tui::layer::{Layer, Unsaved, View};
use crate::tui::screen::answer_box::Inserted;

/// A text that is begun for one topic is not another's.
const TOPIC: &str = "topic";

/// Names the form: `form.visit.UID`, `form.problem.UID+answer`, `form.visit.new`, `form.visit.new-CLIENT`, `form.answer.new+TOPIC`,
/// `form.settings.FIELD`.
pub(super) fn key(form: &Form) -> String {
    let table = form.entity.table();
    match (form.only, form.uuid) {
        (Some(name), _) => format!("form.{table}.{name}"),
        (None, Some(uuid)) => match form.way {
            Some(way) => format!("form.{table}.{uuid}+{}", way.word()),
            None => format!("form.{table}.{uuid}"),
        },
        (None, None) => match (form.about, form.given.get(TOPIC).and_then(Json::as_str)) {
            (Some(client), _) => format!("form.{table}.new-{client}"),
            (None, Some(topic)) => format!("form.{table}.new+{topic}"),
            (None, None) => format!("form.{table}.new"),
        },
    }
}

/// The form of a draft; None when the key is no form's, or its record is gone.
pub fn open(key: &str, view: &View<'_>) -> Option<Box<dyn Layer>> {
    let mut parts = key.splitn(3, '.');
    let (screen, table, subject) = (parts.next()?, parts.next()?, parts.next()?);
    let entity = Entity::from_table(table).filter(|_| screen == "form")?;
    if let Some(field) = entity.field(subject).filter(|_| entity == Entity::Settings) {
        return super::setting(field.name, view);
    }
    if let Ok(uuid) = subject.parse::<Uuid>() {
        return super::edit(entity, uuid, view);
    }
    if let Some(topic) = subject.strip_prefix("new+") {
        return Some(super::add(entity, Fields::from_iter([(TOPIC.to_owned(), topic.into())]), view));
    }
    if let Some((uuid, way)) = subject.split_once('+') {
        return super::way(Way::from_word(way)?, entity, uuid.parse().ok()?, view);
    }
    let client = subject.strip_prefix("new-").and_then(|id| id.parse().ok()).map(Id::<Client>::new);
    Some(match client {
        Some(client) => super::add_at(entity, client, view),
        None => super::add(entity, Fields::new(), view),
    })
}

pub(super) fn unsaved(form: &Form) -> Option<Unsaved> {
    let typed = form.page.is_typed() || form.inner.as_ref().is_some_and(|inner| inner.page.is_touched());
    typed.then(|| Unsaved { key: key(form), text: text(form).to_string() })
}

fn text(form: &Form) -> Json {
    let inner = form.inner.as_ref().map(|inner| {
        json!({ "of": form.page.slots.get(inner.of).map(|slot| slot.field.name), "item": inner.item, "fields": inner.page.states() })
    });
    json!({
        "more": form.page.more, "given": form.given, "fields": form.page.states(), "before": form.page.before(),
        "inner": inner, "inserted": form.inserted.json(),
    })
}

/// Fills the form with what a draft kept; false when it cannot be read.
pub(super) fn restore(form: &mut Form, text: &str, view: &View<'_>) -> bool {
    let Ok(json) = serde_json::from_str::<Json>(text) else { return false };
    let Some(fields) = json.get("fields").and_then(Json::as_object) else { return false };
    if let (Some(given), None) = (json.get("given").and_then(Json::as_object), form.uuid) {
        give(&mut form.page, given, view);
        form.given.extend(given.clone());
    }
    form.page.more = json.get("more").and_then(Json::as_bool).unwrap_or_default();
    form.page.restore(fields);
    if let Some(before) = json.get("before").and_then(Json::as_object) {
        form.page.saw(before);
    }
    form.inserted = Inserted::read(json.get("inserted"));
    form.inner = json.get("inner").and_then(|inner| inner_of(form, inner, view));
    true
}

/// Values that the form was opened with, not typed into it.
fn give(page: &mut Page, given: &Fields, view: &View<'_>) {
    let around = page.around();
    for slot in &mut page.slots {
        if let Some(value) = given.get(slot.field.name) {
            slot.refresh(value.clone(), around, view);
        }
    }
}

fn inner_of(form: &Form, json: &Json, view: &View<'_>) -> Option<Inner> {
    let of = form.page.place_of(json.get("of")?.as_str()?)?;
    let item = json.get("item").and_then(Json::as_u64).and_then(|n| usize::try_from(n).ok());
    let mut inner = Inner::new(of, item, form.page.slots.get(of)?, form.page.around(), view);
    inner.page.restore(json.get("fields").and_then(Json::as_object).unwrap_or(&Map::new()));
    Some(inner)
}
