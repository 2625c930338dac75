//! Filters of the list of clients that have a name: chosen from a box, which also names the one that is on.

use uuid::Uuid;

use crate::domain::entry::EntryContext;
use crate::domain::filter::save_as;
use crate::tui::layer::{Reply, View};
use crate::tui::widget::narrow::Narrow;
use crate::tui::widget::picker::{Candidate, Picker};

/// The box: Enter on a filter puts it on; another name gives the filter that is on that name.
pub(super) fn choose(on: &str, view: &View<'_>) -> Reply {
    let filters = &view.book().settings().saved_filters;
    let candidates = filters.iter().enumerate().map(|(n, filter)| Candidate {
        uuid: Uuid::from_u128(n as u128),
        name: filter.name.clone(),
        beside: filter.text.clone(),
        also: String::new(),
    });
    let may_save = !on.trim().is_empty();
    let none = if may_save { "filters-name" } else { "filters-none" };
    let picker = Picker::new(view.say("filters-title"), candidates.collect(), may_save);
    Reply::Open(Box::new(picker.making("filters-save").without(none)))
}

/// Puts the filter that was chosen on the list.
pub(super) fn put(filter: &mut Narrow, chosen: Uuid, view: &View<'_>) {
    let n = usize::try_from(chosen.as_u128()).unwrap_or(usize::MAX);
    if let Some(saved) = view.book().settings().saved_filters.get(n) {
        filter.put(&saved.text);
    }
}

pub(super) fn save(name: &str, text: &str, view: &View<'_>) -> Reply {
    let cx = EntryContext::new(view.book(), view.now());
    save_as(name, text, &cx).map_or_else(Reply::Refuse, Reply::Make)
}
