//! `field=value`, `field.key=value`, `field+=JSON`: what the command line and the palette set.

use serde_json::{Map, Value as Json};

use super::{EntryContext, read, read_field};
use crate::domain::book::Entity;
use crate::domain::edit::Fields;
use crate::domain::field::{Field, Kind};
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::words::Language;

/// What the program keeps by itself.
const KEPT: &[&str] = &["uid", "rev", "created_at", "updated_at"];
/// So many similar names are offered for an unknown one.
const MOST_SIMILAR: usize = 3;

/// One field to be set, not yet read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    pub entity: Entity,
    pub field: &'static Field,
    pub op: Op,
    pub typed: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    Set,
    /// One key of a small record, or one language of a text.
    Key(String),
    /// One more in a list.
    Add,
}

/// Takes an assignment apart.
///
/// # Errors
/// No `=`, an unknown field, a key where there is none.
pub fn assign(entity: Entity, assignment: &str) -> Result<Assignment, Sentence> {
    let unread = || Sentence::new("bad-assignment").text("input", assignment);
    let (name, typed) = assignment.split_once('=').ok_or_else(unread)?;
    let (name, adds) = name.strip_suffix('+').map_or((name, false), |name| (name, true));
    let (name, key) = name.trim().split_once('.').map_or((name.trim(), None), |(name, key)| (name, Some(key.trim())));
    if name.is_empty() {
        return Err(unread());
    }
    let field = entity.field(name).ok_or_else(|| unknown(entity, name))?;
    let op = match (adds, key) {
        (true, None) if is_list(field.kind) => Op::Add,
        (true, _) => return Err(Sentence::new("field-not-a-list").about(entity, field.name)),
        (false, None) => Op::Set,
        (false, Some(key)) => key_of(entity, field, key)?,
    };
    Ok(Assignment { entity, field, op, typed: typed.to_owned() })
}

fn is_list(kind: Kind) -> bool {
    matches!(kind, Kind::Refs(_) | Kind::Words { .. } | Kind::Lines(_) | Kind::Parts(_))
}

fn key_of(entity: Entity, field: &'static Field, key: &str) -> Result<Op, Sentence> {
    let allowed: Vec<&str> = match field.kind {
        Kind::Part(fields) => fields.iter().map(|field| field.name).collect(),
        Kind::PerLanguage(_) => Language::all().iter().map(|language| language.word()).collect(),
        _ => {
            let no_parts = Sentence::new("field-takes-no-key").with("field", label(entity, field.name));
            return Err(no_parts.text("key", key));
        }
    };
    if allowed.contains(&key) {
        return Ok(Op::Key(key.to_owned()));
    }
    let unknown = Sentence::new("unknown-key").with("field", label(entity, field.name)).text("key", key);
    Err(unknown.with("allowed", Arg::texts(allowed)))
}

fn label(entity: Entity, field: &str) -> Arg {
    Arg::Label(entity.table().to_owned(), field.to_owned())
}

fn unknown(entity: Entity, name: &str) -> Sentence {
    if KEPT.contains(&name) {
        return Sentence::new("field-not-set-by-hand").text("field", name);
    }
    let similar = nearest_names(name, entity.fields().iter().map(|field| field.name));
    if similar.is_empty() {
        return Sentence::new("unknown-field").word("entity", entity.term()).text("field", name);
    }
    let sentence = Sentence::new("unknown-field-similar").word("entity", entity.term()).text("field", name);
    sentence.with("similar", Arg::texts(similar))
}

/// The names that a slip away, or whose part was typed, the nearest first.
pub fn nearest_names<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let far = |name: &str| {
        let keys = strsim::osa_distance(typed, name);
        let contains = typed.len() >= 3 && (name.contains(typed) || typed.contains(name));
        if keys <= typed.len().div_ceil(3) { Some(keys) } else { contains.then_some(typed.len()) }
    };
    let mut near: Vec<(usize, &str)> = names.filter_map(|name| Some((far(name)?, name))).collect();
    near.sort_unstable();
    near.truncate(MOST_SIMILAR);
    near.into_iter().map(|(_, name)| name).collect()
}

impl Assignment {
    /// The whole new value of the field. `current` is what it holds now, `null` in a new row.
    ///
    /// # Errors
    /// As [`read_field`].
    pub fn value(&self, current: &Json, cx: &EntryContext<'_>) -> Result<Json, Sentence> {
        match &self.op {
            Op::Set => read_field(self.entity, self.field, &self.typed, cx),
            Op::Key(key) => self.with_key(key, current, cx),
            Op::Add => self.with_more(current, cx),
        }
    }

    /// Sets it in `fields`, which holds what was set before in the same edit; `current` gives the row's own value.
    ///
    /// # Errors
    /// As [`Self::value`].
    pub fn put(&self, fields: &mut Fields, current: &Json, cx: &EntryContext<'_>) -> Result<(), Sentence> {
        let value = self.value(fields.get(self.field.name).unwrap_or(current), cx)?;
        fields.insert(self.field.name.to_owned(), value);
        Ok(())
    }

    fn with_key(&self, key: &str, current: &Json, cx: &EntryContext<'_>) -> Result<Json, Sentence> {
        let kind = match self.field.kind {
            Kind::Part(fields) => fields.iter().find(|field| field.name == key).map(|field| field.kind),
            Kind::PerLanguage(most) => Some(Kind::Line(most)),
            _ => None,
        };
        let about = |sentence: Sentence| sentence.text("key", key).about(self.entity, self.field.name);
        let value = read(kind.unwrap_or(Kind::Json), &self.typed, cx).map_err(about)?;
        let mut map = current.as_object().cloned().unwrap_or_else(Map::new);
        map.insert(key.to_owned(), value);
        Ok(Json::Object(map))
    }

    fn with_more(&self, current: &Json, cx: &EntryContext<'_>) -> Result<Json, Sentence> {
        let more = read_field(self.entity, self.field, &self.typed, cx)?;
        let mut items = current.as_array().cloned().unwrap_or_default();
        let kept_once = !matches!(self.field.kind, Kind::Parts(_));
        for item in more.as_array().into_iter().flatten() {
            if !(kept_once && items.contains(item)) {
                items.push(item.clone());
            }
        }
        Ok(Json::Array(items))
    }
}
