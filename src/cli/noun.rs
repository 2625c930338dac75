//! The nouns of the one grammar: which entity each means, what its text is, and what a list of it shows.

use crate::domain::Entity;
use crate::domain::field::{Field, Kind};

/// One noun of the command line.
#[derive(Debug)]
pub struct Noun {
    pub word: &'static str,
    /// The key under which a document lists its rows.
    pub plural: &'static str,
    pub entity: Entity,
    /// The field that TEXT fills.
    pub text: Option<&'static str>,
    /// The fields a list shows.
    pub columns: &'static [&'static str],
}

impl Noun {
    /// The day, month or year that a row of it stands for.
    pub fn day(&self) -> Option<&'static Field> {
        let of_time = |field: &&Field| {
            matches!(field.kind, Kind::Day | Kind::PartialDay | Kind::Local | Kind::Month) || field.name == "year"
        };
        self.columns.iter().filter_map(|column| self.entity.field(column)).find(of_time)
    }
}

macro_rules! nouns {
    ($($word:literal $plural:literal $entity:ident $text:expr => [$($column:literal),+];)+) => {
        pub static NOUNS: &[Noun] = &[$(Noun {
            word: $word,
            plural: $plural,
            entity: Entity::$entity,
            text: $text,
            columns: &[$($column),+],
        }),+];
    };
}

nouns! {
    "client" "clients" Client Some("name") => ["handle", "name", "vip_category", "stage", "status"];
    "person" "people" Person Some("full_name") => ["handle", "side", "work_phones", "work_emails"];
    "affiliation" "affiliations" Affiliation None => ["person", "client", "position", "level", "from", "to"];
    "role" "roles" Role None => ["person", "client", "kind", "certainty", "learned_on", "to"];
    "stance" "stances" Stance None => ["person", "client", "value", "influence", "on"];
    "influence" "influences" Influence None => ["from_person", "to_person", "kind", "client", "strength"];
    "interest" "interests" Interest Some("text") => ["person", "client", "text", "importance", "certainty"];
    "need" "needs" Need Some("title") => ["client", "title", "voice", "state", "essential"];
    "visit" "visits" Visit None => ["start", "client", "kind", "status", "purpose"];
    "promise" "promises" Commitment Some("text") => ["client", "who", "text", "due", "state"];
    "product" "products" Product None => ["code", "name", "family", "active"];
    "holding" "holdings" Holding None => ["client", "product", "provider_other", "from", "to"];
    "offer" "offers" Proposal Some("title") => ["client", "title", "state", "version", "valid_until"];
    "term" "terms" ProposalTerm None => ["proposal", "label", "kind", "value", "state"];
    "score" "scores" TermScore None => ["term", "interest", "score"];
    "concession" "concessions" Concession None => ["term", "by", "from_value", "to_value", "on"];
    "evidence" "evidence" VipEvidence None => ["client", "criterion", "kind", "figure", "verdict", "as_of"];
    "ledger" "ledger" LedgerMonth None => ["client", "month", "currency", "income", "cost", "closed"];
    "rate" "rates" FxRate None => ["currency", "month", "rate", "source"];
    "budget" "budgets" ServiceBudget None => ["year", "currency", "pool"];
    "spend" "spend" ServiceSpend None => ["client", "on", "amount", "category", "text"];
    "satisfaction" "satisfaction" Satisfaction None => ["client", "on", "score", "source", "about"];
    "occasion" "occasions" Occasion None => ["kind", "date", "person", "client", "recurring"];
    "answer" "answers" Answer Some("question") => ["kind", "language", "question", "reviewed_on"];
    "problem" "problems" Problem Some("title") => ["client", "title", "severity", "state", "due"];
    "note" "notes" Note Some("text") => ["on", "client", "person", "topic", "text"];
    "audit" "audits" BusinessAudit None => ["client", "on", "position", "our_goal", "next_on"];
    "goal" "goals" ClientGoal Some("text") => ["client", "text", "kind", "state"];
    "target" "targets" PlanTarget None => ["client", "measure", "year", "quarter", "target"];
    "link" "links" ClientLink None => ["a", "kind", "b", "certainty"];
}

/// The noun of an entity; the settings and the snapshots of tiers have none.
pub fn of(entity: Entity) -> Option<&'static Noun> {
    NOUNS.iter().find(|noun| noun.entity == entity)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_and_text_is_a_field_of_its_entity() {
        for noun in NOUNS {
            for field in noun.columns.iter().chain(&noun.text) {
                assert!(noun.entity.field(field).is_some(), "{} {field}", noun.word);
            }
        }
    }

    #[test]
    fn every_entity_but_settings_and_snapshots_has_a_noun() {
        let without = Entity::ALL.iter().filter(|entity| of(**entity).is_none()).copied();
        assert_eq!(without.collect::<Vec<_>>(), [Entity::Settings, Entity::TierSnapshot]);
    }
}
