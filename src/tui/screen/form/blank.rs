//! What a new row would hold where nothing is typed: the defaults of the entity's own list of fields.

use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::domain::date::Instant;
use crate::domain::field::{Field, Kind};
use crate::domain::table::Head;
use crate::domain::{Entity, Fields};

/// The defaults by field. A field that must be given is filled for the question only and left out of the answer.
pub fn defaults(entity: Entity) -> Fields {
    let head = Head { uid: Uuid::nil(), rev: 1, created_at: Instant::default(), updated_at: Instant::default() };
    let mut given = Fields::new();
    // Each turn fills one field, so there are at most as many turns as fields.
    for _ in entity.fields() {
        match entity.record(head.clone(), &given) {
            Ok(record) => {
                let all = record.fields_json().into_iter();
                return all.filter(|(name, value)| !given.contains_key(name) && !is_nothing(value)).collect();
            }
            Err(fault) => {
                let Some(field) = entity.field(&fault.field) else { break };
                given.insert(fault.field.clone(), any_value(field));
            }
        }
    }
    Fields::new()
}

/// Whether a value says nothing: unknown, no items, no texts.
pub(super) fn is_nothing(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Array(items) => items.is_empty(),
        Json::Object(map) => map.values().all(Json::is_null),
        _ => false,
    }
}

/// Some value that the field can hold.
fn any_value(field: &Field) -> Json {
    match field.kind {
        Kind::Day | Kind::PartialDay => "2000-01-01".into(),
        Kind::Local => "2000-01-01T00:00".into(),
        Kind::Month => "2000-01".into(),
        Kind::Zone => "UTC".into(),
        Kind::Currency => "EUR".into(),
        Kind::Money => json!({ "minor": 0, "currency": "EUR" }),
        Kind::Int { min, .. } => min.into(),
        Kind::Minor | Kind::Amount { .. } => 0.into(),
        Kind::Decimal => "0".into(),
        Kind::Bool => false.into(),
        Kind::Word { words, .. } => words.first().copied().into(),
        Kind::Ref(_) | Kind::AnyRef => Uuid::nil().to_string().into(),
        Kind::Refs(_) | Kind::Words { .. } | Kind::Lines(_) | Kind::Parts(_) => json!([]),
        Kind::Part(_) | Kind::PerLanguage(_) | Kind::Json => json!({}),
        Kind::Line(_) | Kind::Text(_) => "x".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_those_of_the_list_and_what_must_be_given_has_none() {
        for (entity, field, value) in [
            (Entity::Commitment, "who", Some("we")),
            (Entity::Commitment, "text", None),
            (Entity::Visit, "kind", Some("meeting")),
            (Entity::Visit, "start", None),
            (Entity::Role, "certainty", Some("assumed")),
            (Entity::Role, "kind", None),
        ] {
            let defaults = defaults(entity);
            assert_eq!(defaults.get(field).and_then(Json::as_str), value, "{} {field}", entity.table());
        }
        for entity in Entity::ALL {
            let holds_something = !defaults(*entity).is_empty();
            let has_defaults = !matches!(
                entity,
                Entity::Stance
                    | Entity::FxRate
                    | Entity::TierSnapshot
                    | Entity::ServiceSpend
                    | Entity::ServiceBudget
                    | Entity::VipEvidence
                    | Entity::PlanTarget
                    | Entity::TermScore
                    | Entity::Concession
                    | Entity::Holding
            );
            assert!(holds_something || !has_defaults, "{}", entity.table());
        }
    }
}
