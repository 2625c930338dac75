//! The two ways in which a card names somebody, brought together. A whole name is never split by guess.

use super::value::filled;
use crate::domain::contacts::{Card, CardKind};
use crate::domain::text::fold;

#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) full: Option<String>,
    /// Family, given, additional, prefixes, suffixes.
    pub(super) parts: Vec<String>,
}

impl Names {
    pub(super) fn into_card(self, card: &mut Card, modern: bool) {
        let part = |n: usize| self.parts.get(n).and_then(|part| filled(part));
        let [family, given, additional, prefix] = [part(0), part(1), part(2), part(3)];
        if let Some(suffix) = part(4) {
            card.extra.push(format!("X-N-SUFFIX:{suffix}"));
        }
        let named = [&family, &given, &additional].into_iter().flatten().count();
        if named == 0 && self.full.is_none() && card.organisation.is_some() {
            card.kind = CardKind::Organisation;
        }
        card.salutation = prefix;
        if card.kind == CardKind::Organisation {
            card.full_name = self.full;
            return;
        }
        let whole = self.full.clone().or_else(|| [&family, &given].into_iter().flatten().next().cloned());
        let composed = self.full.as_deref().is_none_or(|full| is_made_of(full, &self.parts));
        match (named, modern) {
            (0, _) => card.full_name = whole,
            // Old cards put a whole name into one part.
            (1, false) => card.full_name = whole,
            _ => {
                (card.family_name, card.given_name, card.patronymic) = (family, given, additional);
                card.full_name = self.full.filter(|_| !composed);
            }
        }
    }
}

/// Whether a whole name says nothing that the parts do not. A Chinese one is family and given name without a space.
fn is_made_of(full: &str, parts: &[String]) -> bool {
    let words = fold(&parts.join(" "));
    let known: Vec<&str> = words.split([' ', ',']).collect();
    let joined = fold(&parts.iter().take(2).map(String::as_str).collect::<String>());
    let full = fold(full);
    full.split([' ', ',']).all(|word| known.contains(&word)) || full == joined
}
