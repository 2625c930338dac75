//! One field of a form: how it is edited, what was there, what is wrong with it.

use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::blank::is_nothing;
use super::typed::{self, Around};
use crate::domain::field::{Field, Kind, Need};
use crate::domain::rules::moved::names_department;
use crate::domain::words::Language;
use crate::domain::{Entity, Sentence};
use crate::tui::keys::Key;
use crate::tui::layer::{Input, View};
use crate::tui::widget::choice::Choice;
use crate::tui::widget::field::Field as OneLine;
use crate::tui::widget::text::LongText;

/// A field under the cursor's hand.
pub(super) struct Slot {
    pub entity: Entity,
    pub field: Field,
    pub editor: Editor,
    /// The value when the form was opened.
    pub before: Json,
    /// The editor's state then.
    opened: Json,
    /// The state another value was wished with when the form was opened.
    wished: Option<Json>,
    pub wrong: Option<Sentence>,
    /// In privacy mode: shown, because it was opened on purpose or written anew.
    pub revealed: bool,
}

/// How a value is edited.
#[derive(Debug, Clone)]
pub(super) enum Editor {
    Line(OneLine),
    Long(LongText),
    Choice(Choice),
    /// One of names the book keeps in its settings.
    Named(Vec<String>, Choice),
    /// One record, chosen from a list.
    One(Option<Uuid>),
    Several(Vec<Uuid>),
    /// Some of a closed set, in the order chosen.
    Words(Vec<usize>),
    Zone(Option<String>),
    /// Small records, each edited on a page of its own.
    Rows(Vec<Json>),
    Group(Map<String, Json>),
}

/// The texts of a field that has one in each language, as parts of a page.
pub(super) const LANGUAGES: &[Field] = &[language("en"), language("ru"), language("bg"), language("zh")];

const fn language(name: &'static str) -> Field {
    Field { name, kind: Kind::Line(120), class: crate::domain::field::Class::Shareable, need: Need::Optional }
}

impl Slot {
    pub fn new(entity: Entity, field: Field, before: Json, around: Around, view: &View<'_>) -> Self {
        let editor = Editor::new(entity, &field, &before, around, view);
        let opened = editor.state(&field);
        Self { entity, field, editor, before, opened, wished: None, wrong: None, revealed: false }
    }

    pub fn state(&self) -> Json {
        self.editor.state(&self.field)
    }

    /// Puts back what was typed, as a draft or an undo kept it.
    pub fn restore(&mut self, state: &Json) {
        self.editor = match &self.editor {
            Editor::Named(names, _) => Editor::named(names.clone(), state),
            _ => Editor::of_state(&self.field, state),
        };
        self.wrong = None;
    }

    /// Fills it with what is likely; that alone is nothing typed.
    pub fn begin_with(&mut self, value: &Json, view: &View<'_>) {
        self.editor = Editor::new(self.entity, &self.field, value, Around::default(), view);
        self.opened = self.state();
    }

    pub fn is_touched(&self) -> bool {
        self.state() != self.opened
    }

    /// Puts another value in, which is saved with the rest; it alone is nothing typed.
    pub fn wish(&mut self, value: &Json, around: Around, view: &View<'_>) {
        self.editor = Editor::new(self.entity, &self.field, value, around, view);
        self.wished = Some(self.state());
    }

    /// Whether it holds what somebody typed, or took back.
    pub fn is_typed(&self) -> bool {
        let state = self.state();
        state != *self.wished.as_ref().unwrap_or(&self.opened)
    }

    /// Takes another value from the book where nothing was typed; else only remembers it.
    pub fn refresh(&mut self, now: Json, around: Around, view: &View<'_>) {
        if !self.is_touched() {
            self.editor = Editor::new(self.entity, &self.field, &now, around, view);
            self.opened = self.state();
        }
        self.before = now;
    }

    pub fn is_empty(&self) -> bool {
        match &self.editor {
            Editor::Line(line) => line.text().trim().is_empty(),
            Editor::Long(text) => text.text().trim().is_empty(),
            Editor::Named(_, choice) => choice.at.is_none(),
            editor => is_nothing(&editor.state(&self.field)),
        }
    }

    /// The value of what was typed.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(&self, around: Around, view: &View<'_>) -> Result<Json, Sentence> {
        match (&self.editor, self.field.kind) {
            (Editor::Line(line), _) => typed::read(self.entity, &self.field, line.text(), around, view),
            (Editor::Long(text), Kind::Lines(most)) => {
                let one = Field { kind: Kind::Line(most), ..self.field };
                let said = |line: &str| {
                    if is_languages(self.entity, &self.field) {
                        view.words.language_code(line)
                    } else {
                        line.to_owned()
                    }
                };
                let lines = text.text().lines().map(|line| typed::read(self.entity, &one, &said(line), around, view));
                let lines: Vec<Json> = lines.collect::<Result<_, _>>()?;
                Ok(lines.into_iter().filter(|line| !line.is_null()).collect())
            }
            (Editor::Long(text), _) => typed::read(self.entity, &self.field, text.text(), around, view),
            (editor, _) => Ok(editor.state(&self.field)),
        }
    }

    /// The fields of the page that opens beneath this one.
    pub fn parts(&self) -> Option<&'static [Field]> {
        match self.field.kind {
            Kind::Part(parts) | Kind::Parts(parts) => Some(parts),
            Kind::PerLanguage(_) => Some(LANGUAGES),
            _ => None,
        }
    }

    /// Whether letters go into it.
    pub fn takes_text(&self) -> bool {
        !matches!(self.editor, Editor::Rows(_) | Editor::Group(_))
    }

    /// The words of a choice, as shown.
    pub fn words(&self, view: &View<'_>) -> Vec<String> {
        if let Editor::Named(names, _) = &self.editor {
            return names.clone();
        }
        match self.field.kind {
            Kind::Bool => ["word.yes", "word.no"].map(|key| view.words.term(key)).to_vec(),
            Kind::Word { term, words } | Kind::Words { term, words } => {
                words.iter().map(|word| view.words.term(&format!("{term}.{word}"))).collect()
            }
            Kind::Int { min, max } if is_cover(&self.field) => {
                (min..=max).map(|n| view.words.term(&format!("proposal_term.cover.{n}"))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether the input was one of editing this field. Lists that need a picker are the form's affair.
    pub fn on(&mut self, input: &Input, view: &View<'_>) -> bool {
        let words =
            if matches!(self.editor, Editor::Choice(_) | Editor::Named(..)) { self.words(view) } else { Vec::new() };
        let taken = match (&mut self.editor, input) {
            (Editor::Line(line), input) => line.on(input),
            (Editor::Long(text), input) => text.on(input),
            (Editor::Choice(choice), Input::Key(key)) if place_on_scale(&self.field, *key).is_some() => {
                choice.at = place_on_scale(&self.field, *key);
                true
            }
            (Editor::Choice(choice) | Editor::Named(_, choice), Input::Key(key)) => choice.on(*key, &words),
            _ => false,
        };
        if taken && self.is_touched() {
            self.wrong = None;
            self.revealed = true;
        }
        taken
    }

    /// Empties it, where it may be empty.
    pub fn clear(&mut self) {
        match &mut self.editor {
            Editor::Line(line) => line.typing.set(""),
            Editor::Long(text) => text.typing.set(""),
            Editor::Choice(choice) | Editor::Named(_, choice) if self.field.need != Need::Required => choice.at = None,
            Editor::Choice(_) | Editor::Named(..) => {}
            Editor::One(chosen) => *chosen = None,
            Editor::Several(chosen) => drop(chosen.pop()),
            Editor::Words(chosen) => drop(chosen.pop()),
            Editor::Zone(zone) => *zone = None,
            Editor::Rows(rows) => rows.clear(),
            Editor::Group(_) => {}
        }
        self.wrong = None;
    }
}

impl Editor {
    pub fn new(entity: Entity, field: &Field, value: &Json, around: Around, view: &View<'_>) -> Self {
        let line = || Self::Line(OneLine::new(typed::show(entity, field, value, around, view)));
        let departments = &view.book().settings().departments;
        match field.kind {
            Kind::Line(_) if names_department(entity, field.name) && !departments.is_empty() => {
                Self::named(departments.clone(), value)
            }
            Kind::Text(_) => Self::Long(LongText::new(typed::show(entity, field, value, around, view))),
            Kind::Lines(_) if is_languages(entity, field) => {
                Self::Long(LongText::new(joined(value, |code| view.words.language_named(code))))
            }
            Kind::Lines(_) => Self::Long(LongText::new(joined(value, str::to_owned))),
            Kind::Zone | Kind::Bool | Kind::Word { .. } => Self::of_state(field, value),
            Kind::Int { .. } if is_cover(field) => Self::of_state(field, value),
            Kind::Ref(_) | Kind::AnyRef | Kind::Refs(_) | Kind::Words { .. } => Self::of_state(field, value),
            Kind::Parts(_) | Kind::Part(_) | Kind::PerLanguage(_) => Self::of_state(field, value),
            _ => line(),
        }
    }

    /// A name that is none of them any more stays among them.
    fn named(mut names: Vec<String>, value: &Json) -> Self {
        let name = value.as_str().filter(|name| !name.is_empty());
        if let Some(name) = name.filter(|name| !names.iter().any(|known| known == name)) {
            names.push(name.to_owned());
        }
        let at = name.and_then(|name| names.iter().position(|known| known == name));
        let choice = Choice::new(at, names.len(), true);
        Self::Named(names, choice)
    }

    /// What is typed or chosen, as a draft keeps it.
    fn state(&self, field: &Field) -> Json {
        match self {
            Self::Line(line) => line.text().into(),
            Self::Long(text) => text.text().into(),
            Self::Choice(choice) => match (field.kind, choice.at) {
                (Kind::Bool, Some(at)) => (at == 0).into(),
                (Kind::Word { words, .. }, Some(at)) => words.get(at).copied().into(),
                (Kind::Int { min, .. }, Some(at)) => (min + i64::try_from(at).unwrap_or(0)).into(),
                _ => Json::Null,
            },
            Self::Named(names, choice) => choice.at.and_then(|at| names.get(at)).cloned().into(),
            Self::One(chosen) => chosen.map(|uuid| uuid.to_string()).into(),
            Self::Several(chosen) => chosen.iter().map(Uuid::to_string).collect(),
            Self::Words(chosen) => match field.kind {
                Kind::Words { words, .. } => chosen.iter().filter_map(|at| words.get(*at).copied()).collect(),
                _ => json!([]),
            },
            Self::Zone(zone) => zone.clone().into(),
            Self::Rows(rows) => Json::Array(rows.clone()),
            Self::Group(map) => Json::Object(map.clone()),
        }
    }

    fn of_state(field: &Field, state: &Json) -> Self {
        let text = || state.as_str().unwrap_or_default();
        let items = || state.as_array().map(Vec::as_slice).unwrap_or_default();
        match field.kind {
            Kind::Text(_) | Kind::Lines(_) => Self::Long(LongText::new(text())),
            Kind::Bool => {
                let at = state.as_bool().map(|yes| usize::from(!yes));
                Self::Choice(Choice::new(at, 2, field.need != Need::Required || at.is_none()))
            }
            Kind::Word { words, .. } => {
                let at = words.iter().position(|word| state == *word);
                Self::Choice(Choice::new(at, words.len(), field.need != Need::Required || at.is_none()))
            }
            Kind::Int { min, max } if is_cover(field) => {
                let at = state.as_i64().and_then(|n| usize::try_from(n - min).ok());
                let count = usize::try_from(max - min + 1).unwrap_or(0);
                Self::Choice(Choice::new(at, count, field.need != Need::Required || at.is_none()))
            }
            Kind::Ref(_) | Kind::AnyRef => Self::One(text().parse().ok()),
            Kind::Refs(_) => Self::Several(items().iter().filter_map(|item| item.as_str()?.parse().ok()).collect()),
            Kind::Words { words, .. } => {
                let place = |item: &Json| words.iter().position(|word| item == *word);
                Self::Words(items().iter().filter_map(place).collect())
            }
            Kind::Zone => Self::Zone(state.as_str().map(str::to_owned)),
            Kind::Parts(_) => Self::Rows(items().to_vec()),
            Kind::PerLanguage(_) => Self::Group(state.as_object().cloned().unwrap_or_else(languages)),
            Kind::Part(_) => Self::Group(state.as_object().cloned().unwrap_or_default()),
            _ => Self::Line(OneLine::new(text())),
        }
    }
}

/// No text in any language.
fn languages() -> Map<String, Json> {
    Language::all().iter().map(|language| (language.word().to_owned(), Json::Null)).collect()
}

/// How far a need is covered: kept as a number, chosen by its word or the number.
fn is_cover(field: &Field) -> bool {
    matches!(field.name, "cover" | "min_cover")
}

/// The place of a typed number on such a scale.
fn place_on_scale(field: &Field, key: Key) -> Option<usize> {
    let (Kind::Int { min, max }, Some(digit)) = (field.kind, key.typed()?.to_digit(10)) else { return None };
    let n = i64::from(digit);
    if is_cover(field) && (min..=max).contains(&n) { usize::try_from(n - min).ok() } else { None }
}

/// What a person speaks: kept by its code where we have one, read and written by its name.
pub(super) fn is_languages(entity: Entity, field: &Field) -> bool {
    (entity, field.name) == (Entity::Person, "languages")
}

/// A list as a text with a line for each item.
fn joined(value: &Json, say: impl Fn(&str) -> String) -> String {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(Json::as_str).map(say).collect::<Vec<_>>().join("\n")
}
