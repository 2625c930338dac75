//! One form for every entity: its fields from the list, filled in, checked as they are left, saved as one edit.
//! What a field may hold is the domain's affair; which fields come first stands in `usual`.

mod answers;
mod blank;
mod draft;
mod inner;
pub mod name;
mod page;
mod paint;
mod pick;
mod save;
pub mod shown;
mod slot;
#[cfg(test)]
mod tests;
mod typed;
mod usual;
mod work;

use ratatui::Frame;
use ratatui::layout::Rect;
use serde_json::Value as Json;
use uuid::Uuid;

pub use blank::defaults;
pub use draft::open as draft;

use crate::desk::{Made, Trouble};
use crate::domain::field::{Field, Kind};
use crate::domain::plan::of_today;
use crate::domain::ways::{REASON, Way};
use crate::domain::{Arg, Client, Entity, Fields, Id, Sentence};
use crate::tui::command::{Here, Place};
use crate::tui::layer::{Input, Layer, Reply, Unsaved, View};
use crate::tui::screen::answer_box::Inserted;
use crate::tui::screen::ways;
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint_lines;
use inner::Inner;
use page::Page;
use slot::Slot;
use typed::Around;

/// The fields of a new person's place, asked with the person.
const PLACE: &[&str] = &["position", "department", "level", "from"];

/// A record being written.
pub struct Form {
    entity: Entity,
    /// None: a new one.
    uuid: Option<Uuid>,
    /// What a new record holds where nothing is typed.
    defaults: Fields,
    /// What the form was opened with.
    given: Fields,
    /// The client it was opened for.
    about: Option<Id<Client>>,
    /// A new person gets a place at this client.
    place_at: Option<Id<Client>>,
    /// One setting alone, in a box.
    only: Option<&'static str>,
    /// One move of the record alone, in a box of what it asks for.
    way: Option<Way>,
    page: Page,
    inner: Option<Inner>,
    /// Standard answers that came into the texts.
    inserted: Inserted,
}

/// A new record of the entity, with these fields filled.
pub fn add(entity: Entity, given: Fields, view: &View<'_>) -> Box<dyn Layer> {
    let client = given.get("client").and_then(Json::as_str).and_then(|id| id.parse().ok()).map(Id::new);
    Box::new(Form::new(entity, given, client, view))
}

/// A new record that belongs to a client; a new person gets a place there.
pub fn add_at(entity: Entity, client: Id<Client>, view: &View<'_>) -> Box<dyn Layer> {
    let field = if entity == Entity::ClientLink { "a" } else { "client" };
    let mut given = Fields::new();
    if entity.field(field).is_some() {
        given.insert(field.to_owned(), client.to_string().into());
    }
    Box::new(Form::new(entity, given, Some(client), view))
}

/// The same with more of it filled.
pub fn add_with(entity: Entity, given: Fields, client: Id<Client>, view: &View<'_>) -> Box<dyn Layer> {
    Box::new(Form::new(entity, given, Some(client), view))
}

/// A record that is there; None when it is not.
pub fn edit(entity: Entity, uuid: Uuid, view: &View<'_>) -> Option<Box<dyn Layer>> {
    Form::of(entity, uuid, view).map(|form| Box::new(form) as Box<dyn Layer>)
}

/// The same with another small record of a field under the cursor, e.g. one more piece of evidence.
pub fn add_part(entity: Entity, uuid: Uuid, field: &str, view: &View<'_>) -> Option<Box<dyn Layer>> {
    let mut form = Form::of(entity, uuid, view)?;
    let at = form.page.place_of(field)?;
    form.page.go_to(at);
    let (slot, around) = (form.page.slots.get(at)?, form.page.around());
    form.inner = Some(Inner::new(at, None, slot, around, view));
    Some(Box::new(form))
}

/// A record with other values typed in already; a null only brings its field into sight.
pub fn edit_with(entity: Entity, uuid: Uuid, wish: &Fields, view: &View<'_>) -> Option<Box<dyn Layer>> {
    let mut form = Form::wished(entity, uuid, wish, view)?;
    let unsaid = wish.iter().filter(|(_, value)| value.is_null()).filter_map(|(field, _)| form.page.place_of(field));
    if let Some(at) = unsaid.min() {
        form.page.go_to(at);
    }
    Some(Box::new(form))
}

/// One setting in a box.
pub fn setting(name: &str, view: &View<'_>) -> Option<Box<dyn Layer>> {
    let field = Entity::Settings.field(name)?;
    let mut form = Form::of(Entity::Settings, crate::domain::book::SETTINGS, view)?;
    form.only = Some(field.name);
    form.page.slots.retain(|slot| slot.field.name == name);
    form.page = Page::new(std::mem::take(&mut form.page.slots), vec![true]);
    form.page.go_to(0);
    if let Some(slot) = form.page.slots.first().filter(|slot| matches!(slot.editor, slot::Editor::Group(_))) {
        form.inner = Some(Inner::new(0, None, slot, Around::default(), view));
    }
    Some(Box::new(form))
}

/// A way on for a promise or a problem, in a box of what it asks for; None where the record is gone.
pub fn way(way: Way, entity: Entity, uuid: Uuid, view: &View<'_>) -> Option<Box<dyn Layer>> {
    let record = view.book().record(entity, uuid)?;
    let mut form = Form::of(entity, uuid, view)?;
    let slot = |field: Field| {
        let before = record.field_json(field.name).unwrap_or_default();
        let mut slot = Slot::new(entity, field, before, Around::default(), view);
        if way.is_today(&field) {
            slot.begin_with(&view.today().to_string().into(), view);
        }
        slot
    };
    let slots: Vec<Slot> = way.asks(&record).into_iter().map(slot).collect();
    let first = vec![true; slots.len()];
    form.page = Page::new(slots, first);
    form.page.go_to(0);
    form.way = Some(way);
    Some(Box::new(form))
}

impl Form {
    /// Above another screen, not in place of it.
    fn is_box(&self) -> bool {
        self.only.is_some() || self.way.is_some()
    }

    fn new(entity: Entity, given: Fields, about: Option<Id<Client>>, view: &View<'_>) -> Self {
        let mut defaults = blank::defaults(entity);
        defaults.extend(of_today(entity, view.today()).map(|(field, value)| (field.to_owned(), value)));
        let place_at = about.filter(|_| entity == Entity::Person);
        let value = |field: &Field| given.get(field.name).or_else(|| defaults.get(field.name)).cloned();
        let slot = |entity, field: &Field| {
            Slot::new(entity, *field, value(field).unwrap_or_default(), Around::default(), view)
        };
        let mut slots: Vec<Slot> = usual::fields(entity).into_iter().map(|field| slot(entity, field)).collect();
        let usual = usual::usual(entity);
        let is_first = |slot: &Slot| {
            usual.contains(&slot.field.name)
                || usual::must_be_filled(&slot.field, &defaults)
                || given.contains_key(slot.field.name)
        };
        let mut first: Vec<bool> = slots.iter().map(is_first).collect();
        if place_at.is_some() {
            let place = PLACE.iter().filter_map(|name| Entity::Affiliation.field(name));
            let place: Vec<Slot> = place.map(|field| slot(Entity::Affiliation, field)).collect();
            let at = slots.iter().position(|slot| slot.field.name == "salutation").unwrap_or(0);
            first.splice(at..at, place.iter().map(|_| true));
            slots.splice(at..at, place);
        }
        let page = Page::new(slots, first);
        Self {
            entity,
            uuid: None,
            defaults,
            given,
            about,
            place_at,
            only: None,
            way: None,
            page,
            inner: None,
            inserted: Inserted::default(),
        }
    }

    fn of(entity: Entity, uuid: Uuid, view: &View<'_>) -> Option<Self> {
        Self::wished(entity, uuid, &Fields::new(), view)
    }

    fn wished(entity: Entity, uuid: Uuid, wish: &Fields, view: &View<'_>) -> Option<Self> {
        let settings = || {
            let settings = view.book().settings().clone();
            (entity == Entity::Settings).then(|| crate::domain::Row::into_record(settings))
        };
        let record = view.book().record(entity, uuid).or_else(settings)?;
        let defaults = blank::defaults(entity);
        let currency = record.field_json("currency").and_then(|code| code.as_str()?.parse().ok());
        let around = Around { currency, ..Around::default() };
        let value = |field: &Field| record.field_json(field.name).unwrap_or_default();
        let fields = usual::fields(entity);
        let mut slots: Vec<Slot> =
            fields.into_iter().map(|field| Slot::new(entity, *field, value(field), around, view)).collect();
        for slot in &mut slots {
            if let Some(wished) = wish.get(slot.field.name).filter(|wished| !wished.is_null()) {
                slot.wish(wished, around, view);
            }
        }
        let usual = usual::usual(entity);
        let is_first = |slot: &Slot| {
            let default = defaults.get(slot.field.name);
            let is_filled = !blank::is_nothing(&slot.before) && default != Some(&slot.before);
            usual.contains(&slot.field.name)
                || wish.contains_key(slot.field.name)
                || (is_filled && slot.field.name != "handle" && slot.field.name != "zone")
        };
        let mut first: Vec<bool> = slots.iter().map(is_first).collect();
        if usual::asks_reason(entity) {
            slots.push(Slot::new(entity, REASON, Json::Null, around, view));
            first.push(wish.contains_key(REASON.name));
        }
        let about = record.client().map(Id::new);
        let page = Page::new(slots, first);
        let given = Fields::new();
        let form = Self {
            entity,
            uuid: Some(uuid),
            defaults,
            given,
            about,
            place_at: None,
            only: None,
            way: None,
            page,
            inner: None,
            inserted: Inserted::default(),
        };
        Some(form)
    }

    /// The page that has the cursor.
    fn active(&self) -> &Page {
        self.inner.as_ref().map_or(&self.page, |inner| &inner.page)
    }

    fn active_mut(&mut self) -> &mut Page {
        match &mut self.inner {
            Some(inner) => &mut inner.page,
            None => &mut self.page,
        }
    }

    /// The client whose records are offered first.
    fn near(&self) -> Option<Id<Client>> {
        let typed = self.page.named("client").and_then(|slot| slot.state().as_str()?.parse().ok());
        typed.map(Id::new).or(self.about)
    }

    fn title(&self, view: &View<'_>) -> String {
        let entity = Arg::word(self.entity.term());
        // Its own name says it.
        let named =
            self.uuid.is_some() && !view.privacy && matches!(self.entity, Entity::Affiliation | Entity::ClientLink);
        let whose = self.about.filter(|_| self.entity != Entity::Client && !named);
        let whose = whose.map(|client| name::client(client, view));
        let title = match self.uuid.and_then(|uuid| view.book().record(self.entity, uuid)) {
            Some(record) => {
                let shown = if view.privacy { view.marks.hidden.to_owned() } else { name::of_record(&record, view) };
                let shown = if record.entity() == Entity::Client { name::of_record(&record, view) } else { shown };
                view.say_with("form-title", &[("entity", entity), ("name", Arg::text(shown))])
            }
            None => view.say_with("form-title-new", &[("entity", entity)]),
        };
        match whose {
            Some(client) => format!(" {title} {} {client}", view.marks.dot),
            None => format!(" {title}"),
        }
    }

    /// What the mark before some labels means.
    fn shared(&self, view: &View<'_>) -> String {
        view.say_with("form-shared", &[("mark", Arg::text(view.marks.shared))])
    }

    fn draw_box(&self, frame: &mut Frame<'_>, area: Rect, title: &str, page: &Page, view: &View<'_>) {
        let width = area.width.saturating_sub(6).min(76);
        let rows = u16::try_from(page.rows().len()).unwrap_or(10) + 2;
        let long = |slot: &Slot| matches!(slot.field.kind, Kind::Text(n) if n > 200);
        let is_long = if self.way.is_some() { page.slots.iter().any(long) } else { page.is_long() };
        let rows = if is_long { rows + 6 } else { rows };
        let inside = paint_lines::boxed(frame, area, title, width, rows.clamp(4, area.height.saturating_sub(2)), view);
        if let Some(name) = self.only.filter(|_| self.inner.is_none()) {
            let last = inside.height.saturating_sub(1);
            let help = view.say(&format!("settings-help-{name}"));
            paint_lines::text(frame.buffer_mut(), inside, last, &help, view.style(Tone::Muted), view);
        }
        let inside = Rect { height: inside.height.saturating_sub(u16::from(self.only.is_some())), ..inside };
        if self.way.is_some() {
            let name = self.uuid.map(|uuid| name::of(self.entity, uuid, view)).unwrap_or_default();
            paint_lines::text(frame.buffer_mut(), inside, 0, &view.private(name), view.style(Tone::Muted), view);
        }
        let told = u16::from(self.way.is_some());
        let inside = Rect { y: inside.y + told, height: inside.height.saturating_sub(told), ..inside };
        let beyond = Rect { x: inside.x.saturating_sub(1), width: inside.width + 1, ..inside };
        paint::page(frame, beyond, page, self.uuid.is_none(), view);
    }
}

impl Layer for Form {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.active().aside.replace(self.ready(view));
        match self.only {
            _ if self.way.is_some() => {
                let title = self.way.zip(self.uuid).map(|(way, uuid)| ways::called(self.entity, uuid, way, view));
                let title = title.unwrap_or_default();
                self.draw_box(frame, area, &title, &self.page, view);
            }
            // The page of a small record takes the place of its setting's box.
            Some(_) if self.inner.is_some() => {}
            Some(name) => {
                let title = view.words.label("settings", name);
                self.draw_box(frame, area, &title, &self.page, view);
            }
            None => {
                paint_lines::text(frame.buffer_mut(), area, 0, &self.title(view), view.style(Tone::Title), view);
                let shared = if paint::has_shared(&self.page) { self.shared(view) } else { String::new() };
                paint_lines::rule(frame.buffer_mut(), area, 1, None, "", &shared, view);
                let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
                paint::page(frame, below, &self.page, self.uuid.is_none(), view);
            }
        }
        if let Some(inner) = &self.inner {
            let of = self.page.slots.get(inner.of);
            let title = of.map(|slot| view.words.label(slot.entity.table(), slot.field.name)).unwrap_or_default();
            self.draw_box(frame, area, &title, &inner.page, view);
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        self.work(input, view)
    }

    fn place(&self) -> Here {
        let here = Here::screen(Place::FORM);
        match self.active() {
            page if page.is_long() => here.typing_long(),
            page if page.is_typing() => here.typing(),
            _ => here,
        }
    }

    fn opened(&mut self, view: &View<'_>) -> Reply {
        if self.uuid.is_none() {
            self.go_to_first_empty();
        }
        let Ok(Some(kept)) = view.desk.draft(&draft::key(self)) else { return Reply::Handled };
        if !draft::restore(self, &kept.text, view) {
            return Reply::Handled;
        }
        let at = kept.at.with_timezone(&view.book().settings().zone).naive_local();
        Reply::Say(Sentence::new("draft-restored").with("time", Arg::Time(at)))
    }

    fn made(&mut self, outcome: &Result<Made, Trouble>, _view: &View<'_>) -> Reply {
        match outcome {
            Ok(_) => Reply::Close,
            Err(trouble) => {
                if let Some(refusal) = trouble.refusal()
                    && let Some(field) = &refusal.field
                {
                    self.complain(field, &refusal.sentence);
                }
                Reply::Handled
            }
        }
    }

    fn client(&self, _view: &View<'_>) -> Option<Id<Client>> {
        self.near()
    }

    fn draft(&self) -> Option<Unsaved> {
        draft::unsaved(self)
    }

    fn covers(&self) -> bool {
        !self.is_box()
    }
}
