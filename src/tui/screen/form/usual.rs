//! Which fields a form shows at once, in which order, and which it never shows. Knows no widget.

use crate::domain::field::{Class, Field, Need};
use crate::domain::{Entity, Fields};

/// The fields that are asked first, by entity, in the order in which one thinks of them.
pub(super) fn usual(entity: Entity) -> &'static [&'static str] {
    match entity {
        Entity::Client => {
            &["name", "vip_category", "kind", "short_name", "segment", "industry", "region", "relation_start", "tags"]
        }
        Entity::Person => {
            &["family_name", "given_name", "patronymic", "salutation", "work_phones", "work_emails", "birthday", "side"]
        }
        Entity::Affiliation => &["person", "client", "position", "department", "level", "from", "to"],
        Entity::Role => &["person", "kind", "certainty", "visit", "source_note", "limit", "proposal"],
        Entity::Stance => &["person", "value", "influence", "on", "visit", "note"],
        Entity::Influence => &["from_person", "to_person", "kind", "strength", "tie", "certainty"],
        Entity::Interest => &["person", "text", "kind", "importance", "certainty", "visit"],
        Entity::Need => &["title", "voice", "theme", "breadth", "essential", "detail", "evidence", "owner_person"],
        Entity::Visit => {
            &["client", "start", "kind", "minutes", "place_kind", "place", "attendees", "purpose", "agenda"]
        }
        Entity::Commitment => &["text", "who", "due", "person", "share", "repeat", "visit"],
        Entity::Product => &["code", "name", "family", "tailored", "priority", "description", "push_words"],
        Entity::Holding => &["client", "product", "provider_other", "from", "to", "volume", "goal"],
        Entity::Proposal => &["client", "title", "kind", "needs", "valid_until", "walk_away"],
        Entity::ProposalTerm => {
            &["label", "kind", "value", "product", "our_floor", "our_value", "their_value", "covers"]
        }
        Entity::TermScore => &["term", "interest", "score"],
        Entity::Concession => &["term", "by", "from_value", "to_value", "worth", "in_return", "on"],
        Entity::LedgerMonth => &["client", "month", "currency", "income", "cost", "turnover", "avg_balance", "closed"],
        Entity::ServiceBudget => &["year", "currency", "pool", "override"],
        Entity::ServiceSpend => &["client", "amount", "category", "text", "person", "approved_by", "on"],
        Entity::Satisfaction => &["client", "score", "about", "source", "person", "quote", "conclusion", "on"],
        Entity::Occasion => &["person", "client", "kind", "date", "recurring", "lead_days", "how"],
        Entity::Answer => &["question", "body", "kind", "language", "product", "topic", "share", "valid_until"],
        Entity::Problem => &["title", "kind", "severity", "topic", "raised_by", "raised_on", "due", "detail", "passes"],
        Entity::Note => &["text", "topic", "class", "pinned", "person", "source", "on"],
        Entity::FxRate => &["currency", "month", "rate", "source"],
        Entity::ClientLink => &["a", "b", "kind", "certainty"],
        Entity::BusinessAudit => {
            &["client", "our_goal", "position", "strengths", "weaknesses", "competitors", "forecast_likely", "next_on"]
        }
        Entity::ClientGoal => &["client", "text", "kind", "agreed_with", "agreed_on", "share", "strategy", "state"],
        Entity::PlanTarget => &["client", "measure", "year", "quarter", "target", "goal"],
        Entity::VipEvidence => &["client", "criterion", "kind", "figure", "period", "verdict", "reason", "source"],
        Entity::Settings | Entity::TierSnapshot => &[],
    }
}

/// What other programs and the program itself keep in a row: nobody types it.
fn is_kept(entity: Entity, name: &str) -> bool {
    matches!(name, "extra" | "external_ids" | "merged_into" | "series")
        || matches!((entity, name), (Entity::Answer, "uses") | (Entity::Proposal, "version"))
}

/// All fields of a form: the usual ones first, then the others in the order of the entity's list.
pub(super) fn fields(entity: Entity) -> Vec<&'static Field> {
    let usual = usual(entity);
    let first = usual.iter().filter_map(|name| entity.field(name));
    let rest = entity.fields().iter().filter(|field| !usual.contains(&field.name) && !is_kept(entity, field.name));
    first.chain(rest).collect()
}

/// The reason that some moves of a state ask for; it is kept with the step, not in the row.
pub(super) fn asks_reason(entity: Entity) -> bool {
    matches!(entity, Entity::Client | Entity::Need | Entity::Commitment | Entity::Problem | Entity::Proposal)
}

/// Fields that a switch of the row gives to the client.
fn is_switched(entity: Entity, name: &str) -> bool {
    matches!(
        (entity, name),
        (Entity::Commitment | Entity::ClientGoal, "text")
            | (Entity::Need, "title")
            | (Entity::Answer, "question" | "body")
    )
}

/// Whether a field may be seen by the client, with the row's switch as it stands in the form.
pub(super) fn is_shared(entity: Entity, field: &Field, switched_on: bool) -> bool {
    field.class == Class::Shareable || (switched_on && is_switched(entity, field.name))
}

/// Whether privacy mode hides it. A shared field is not private, a note is as private as its own class.
pub(super) fn is_private(field: &Field, shared: bool) -> bool {
    !shared && matches!(field.class, Class::Confidential | Class::Personal)
}

/// Whether the form must show it at once: it has to be filled and nothing fills it by itself.
pub(super) fn must_be_filled(field: &Field, defaults: &Fields) -> bool {
    field.need == Need::Required && !defaults.contains_key(field.name) && !fills_itself(field) && !is_today(field)
}

/// What the program makes up where nothing is typed.
pub(super) fn fills_itself(field: &Field) -> bool {
    matches!(field.name, "handle" | "zone")
}

/// Days that are today unless said otherwise.
pub(super) fn is_today(field: &Field) -> bool {
    matches!(field.name, "as_of" | "learned_on" | "on" | "made_on" | "reviewed_on" | "raised_on" | "assigned_on")
        && field.need == Need::Required
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_field_is_a_field_of_its_entity() {
        for entity in Entity::ALL {
            for name in usual(*entity) {
                assert!(entity.field(name).is_some(), "{} {name}", entity.table());
            }
        }
    }
}
