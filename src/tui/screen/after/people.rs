//! People of the page under the one language of keys.

use crate::domain::after_visit::{Mark, PersonLine, RoleMark};
use crate::domain::words::{Certainty, RoleKind};
use crate::tui::command::Command;
use crate::tui::screen::role_keys::{Fact, Facts, Measure};

/// How sure a mark is that stands on the page as it opened.
fn known(mark: Mark) -> Option<Certainty> {
    match mark {
        Mark::Known(certainty) | Mark::AtLeast(certainty) | Mark::Exactly(certainty) => Some(certainty),
        _ => None,
    }
}

/// What is known of a person and what the page makes of it. `base` is the line as the page opened.
pub(super) fn facts(base: Option<&PersonLine>, line: &PersonLine, last: Option<RoleKind>) -> Facts {
    let was = |kind: RoleKind| {
        let marks = base.into_iter().flat_map(|base| &base.roles);
        marks.filter(|mark| mark.kind == kind).find_map(|mark| known(mark.to))
    };
    let fact = |mark: &RoleMark| {
        let was = was(mark.kind);
        let now = known(mark.to);
        Fact {
            kind: mark.kind,
            known: was,
            now,
            again: was.is_some() && now == was && !matches!(mark.to, Mark::Known(_)),
        }
    };
    let measure = |was: Option<i64>, now: Option<i64>| Measure { known: was, now };
    Facts {
        roles: line.roles.iter().map(fact).collect(),
        stance: measure(base.and_then(|base| base.stance), line.stance),
        influence: measure(base.and_then(|base| base.influence), line.influence),
        last,
    }
}

/// A key of the language on a line; whether it was one.
pub(super) fn press(
    base: Option<&PersonLine>,
    line: &mut PersonLine,
    last: &mut Option<RoleKind>,
    command: Command,
) -> bool {
    let mut facts = facts(base, line, *last);
    if !facts.on(command, None) {
        return false;
    }
    *last = facts.last;
    line.roles = facts.roles.iter().copied().map(mark).collect();
    (line.stance, line.influence) = (facts.stance.now, facts.influence.now);
    true
}

fn mark(fact: Fact) -> RoleMark {
    let to = match (fact.now, fact.known) {
        (None, _) => Mark::End,
        (Some(now), _) if !fact.is_changed() => Mark::Known(now),
        (Some(now), Some(known)) if now <= known => Mark::Exactly(now),
        (Some(now), _) => Mark::AtLeast(now),
    };
    RoleMark { kind: fact.kind, to }
}
