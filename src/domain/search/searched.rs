//! Which rows and texts are searched, and in which order their kinds are shown.

use chrono::NaiveDateTime;

use crate::domain::book::Entity;
use crate::domain::date::{parse_day, parse_local};
use crate::domain::field::{Kind, Place};
use crate::domain::table::AnyRow;

/// Kinds of rows in the order in which their hits are shown. Figures and settings hold no words to look for.
pub(super) const ENTITIES: &[Entity] = &[
    Entity::Client,
    Entity::Person,
    Entity::Need,
    Entity::Commitment,
    Entity::Visit,
    Entity::Note,
    Entity::Proposal,
    Entity::ProposalTerm,
    Entity::Concession,
    Entity::Problem,
    Entity::Answer,
    Entity::Interest,
    Entity::Affiliation,
    Entity::Role,
    Entity::Stance,
    Entity::Influence,
    Entity::ClientGoal,
    Entity::BusinessAudit,
    Entity::Product,
    Entity::Holding,
    Entity::Satisfaction,
    Entity::Occasion,
    Entity::ServiceSpend,
    Entity::VipEvidence,
];

/// Names of kinds as people type them behind `kind:`, beside the tables' own.
const ALSO_CALLED: &[(&str, Entity)] = &[
    ("promise", Entity::Commitment),
    ("offer", Entity::Proposal),
    ("term", Entity::ProposalTerm),
    ("evidence", Entity::VipEvidence),
    ("spend", Entity::ServiceSpend),
    ("audit", Entity::BusinessAudit),
    ("goal", Entity::ClientGoal),
    ("position", Entity::Affiliation),
];

/// Texts that the program or another one wrote.
const UNSEARCHED: &[&str] = &["external_ids", "series", "period"];

/// The day of a row, by which the newest comes first.
const DAYS: &[(Entity, &str)] = &[
    (Entity::Visit, "start"),
    (Entity::Note, "on"),
    (Entity::Commitment, "made_on"),
    (Entity::Problem, "raised_on"),
    (Entity::Satisfaction, "on"),
    (Entity::Stance, "on"),
    (Entity::Role, "learned_on"),
    (Entity::Interest, "learned_on"),
    (Entity::Concession, "on"),
    (Entity::BusinessAudit, "on"),
    (Entity::ServiceSpend, "on"),
    (Entity::VipEvidence, "as_of"),
];

/// The kind a word behind `kind:` means.
pub(super) fn entity_called(word: &str) -> Option<Entity> {
    let also = ALSO_CALLED.iter().find(|(name, _)| *name == word).map(|(_, entity)| *entity);
    also.or_else(|| Entity::from_table(word)).filter(|entity| ENTITIES.contains(entity))
}

/// Whether a text at this place is searched.
pub(super) fn is_searched(place: Place) -> bool {
    let written = matches!(
        place.kind(),
        Kind::Line(_) | Kind::Text(_) | Kind::Lines(_) | Kind::PerLanguage(_) | Kind::Amount { .. }
    );
    written && !UNSEARCHED.contains(&place.field.name)
}

/// Whether the text is a phone number, found by any run of its digits.
pub(super) fn is_phone(place: Place) -> bool {
    place.field.name.ends_with("phones") && place.part.is_some_and(|part| part.name == "value")
}

/// Kinds that are looked for by their names: those that begin with what is typed come first.
pub(super) fn is_named(entity: Entity) -> bool {
    matches!(entity, Entity::Client | Entity::Person | Entity::Product)
}

/// Whether the text is a name of its row.
pub(super) fn is_name(place: Place) -> bool {
    const NAMES: &[&str] = &[
        "name",
        "short_name",
        "name_local",
        "name_latin",
        "family_name",
        "given_name",
        "patronymic",
        "full_name",
        "code",
    ];
    place.part.is_none() && NAMES.contains(&place.field.name)
}

/// When a row happened; where it has no day of its own, when it was made.
pub(super) fn moment(row: &dyn AnyRow) -> NaiveDateTime {
    let field = DAYS.iter().find(|(entity, _)| *entity == row.entity()).map(|(_, field)| *field);
    let own = field.and_then(|field| row.value(field)).and_then(|json| {
        let text = json.as_str()?;
        parse_local(text).or_else(|| parse_day(text).map(|day| day.and_time(chrono::NaiveTime::MIN)))
    });
    own.unwrap_or_else(|| row.born().naive_utc())
}
