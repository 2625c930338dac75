//! From a field's value to the text one types, and back, in the language of the screens. The reading is the domain's.

use serde_json::Value as Json;

use crate::domain::date::LocalTime;
use crate::domain::entry::{EntryContext, read_field, show_field};
use crate::domain::field::Field;
use crate::domain::money::Currency;
use crate::domain::{Entity, Sentence};
use crate::tui::layer::View;

/// What the row says around a field that is being read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around {
    pub currency: Option<Currency>,
    pub zone: Option<chrono_tz::Tz>,
    /// When the visit is that is being changed.
    pub start: Option<LocalTime>,
}

fn context<'v>(around: Around, view: &View<'v>) -> EntryContext<'v> {
    let plain = EntryContext::new(view.book(), view.now());
    let currency = around.currency.or(Some(view.book().settings().reporting_currency));
    let plain = plain.in_zone(around.zone.unwrap_or(plain.zone)).in_currency(currency);
    let moved = around.start.map_or(plain, |start| plain.instead_of(start));
    EntryContext { language: view.words.lang(), ..moved }
}

/// The value of what was typed; nothing typed is unknown.
pub(super) fn read(
    entity: Entity,
    field: &Field,
    text: &str,
    around: Around,
    view: &View<'_>,
) -> Result<Json, Sentence> {
    read_field(entity, field, text, &context(around, view)).map_err(|sentence| sentence.about(entity, field.name))
}

/// A value as one would type it, so that it reads back the same.
pub(super) fn show(entity: Entity, field: &Field, value: &Json, around: Around, view: &View<'_>) -> String {
    show_field(entity, field, value, &context(around, view))
}
