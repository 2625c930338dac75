//! The one language of keys for what is known of a person: the letters of the roles, surer, less sure, stance and
//! influence. The map and the after-visit page both speak it; neither screen, book nor saving is known here.

use crate::domain::words::{Certainty, RoleKind};
use crate::tui::command::Command;

/// The letters in the order in which they are told: the five steps, then the other roles.
pub const LETTERS: [(Command, RoleKind); 8] = [
    (Command::RolePrepares, RoleKind::Prepares),
    (Command::RoleAgrees, RoleKind::Agrees),
    (Command::RoleSpeaks, RoleKind::SpeaksFor),
    (Command::RoleBudgets, RoleKind::Budgets),
    (Command::RoleDecides, RoleKind::Decides),
    (Command::RoleInfluences, RoleKind::Influences),
    (Command::RoleOperates, RoleKind::Operates),
    (Command::RoleInforms, RoleKind::Informs),
];

/// How sure a role is: as the book has it, and as the keys have made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    pub kind: RoleKind,
    pub known: Option<Certainty>,
    pub now: Option<Certainty>,
    /// Confirmed again as it stands.
    pub again: bool,
}

impl Fact {
    pub fn known(kind: RoleKind, known: Option<Certainty>) -> Self {
        Self { kind, known, now: known, again: false }
    }

    /// One step surer: none and assumed become heard, heard becomes confirmed, and that is confirmed again.
    fn surer(&mut self) {
        self.now = Some(match self.now {
            None | Some(Certainty::Assumed) => Certainty::Heard,
            Some(Certainty::Heard | Certainty::Confirmed) => Certainty::Confirmed,
        });
        self.again = self.now == self.known;
    }

    /// One step back: confirmed, heard, assumed, none.
    fn less_sure(&mut self) {
        self.now = match self.now {
            Some(Certainty::Confirmed) => Some(Certainty::Heard),
            Some(Certainty::Heard) => Some(Certainty::Assumed),
            Some(Certainty::Assumed) | None => None,
        };
        self.again = false;
    }

    pub fn is_changed(self) -> bool {
        self.again || self.now != self.known
    }
}

/// A number that is known, and what the keys have made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Measure {
    pub known: Option<i64>,
    pub now: Option<i64>,
}

impl Measure {
    pub fn known(known: Option<i64>) -> Self {
        Self { known, now: known }
    }

    /// One up or down between two bounds; from unknown to `first`.
    fn step(&mut self, by: i64, first: i64, (least, most): (i64, i64)) {
        self.now = Some(self.now.map_or(first, |now| (now + by).clamp(least, most)));
    }

    /// What is to be saved; none when nothing was pressed.
    pub fn changed(self) -> Option<i64> {
        self.now.filter(|_| self.now != self.known)
    }
}

/// Everything the keys can change of one person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    pub roles: Vec<Fact>,
    pub stance: Measure,
    pub influence: Measure,
    /// The role that was pressed last: Backspace is about it.
    pub last: Option<RoleKind>,
}

impl Facts {
    pub fn new(
        roles: impl IntoIterator<Item = (RoleKind, Certainty)>,
        stance: Option<i64>,
        influence: Option<i64>,
    ) -> Self {
        let roles = roles.into_iter().map(|(kind, certainty)| Fact::known(kind, Some(certainty))).collect();
        Self { roles, stance: Measure::known(stance), influence: Measure::known(influence), last: None }
    }

    pub fn role(&self, kind: RoleKind) -> Option<&Fact> {
        self.roles.iter().find(|fact| fact.kind == kind)
    }

    pub fn changed_roles(&self) -> impl Iterator<Item = &Fact> {
        self.roles.iter().filter(|fact| fact.is_changed())
    }

    pub fn is_changed(&self) -> bool {
        self.changed_roles().next().is_some() || self.stance.changed().is_some() || self.influence.changed().is_some()
    }

    /// Takes a key; whether it was one of the language. `under` is the role of the row under the cursor, where rows
    /// are roles.
    pub fn on(&mut self, command: Command, under: Option<RoleKind>) -> bool {
        match command {
            Command::Surer => match under {
                Some(kind) => self.surer(kind),
                None => return false,
            },
            Command::LessSure => match self.last.or(under) {
                Some(kind) => self.fact(kind).less_sure(),
                None => return false,
            },
            Command::Warmer => self.stance.step(1, 1, (-2, 2)),
            Command::Cooler => self.stance.step(-1, -1, (-2, 2)),
            Command::MoreInfluence => self.influence.step(1, 1, (1, 5)),
            Command::LessInfluence => self.influence.step(-1, 1, (1, 5)),
            letter => match LETTERS.iter().find(|(command, _)| *command == letter) {
                Some((_, kind)) => self.surer(*kind),
                None => return false,
            },
        }
        self.roles.retain(|fact| fact.known.is_some() || fact.now.is_some());
        true
    }

    fn surer(&mut self, kind: RoleKind) {
        self.last = Some(kind);
        self.fact(kind).surer();
    }

    fn fact(&mut self, kind: RoleKind) -> &mut Fact {
        let at = self.roles.iter().position(|fact| fact.kind == kind).unwrap_or_else(|| {
            self.roles.push(Fact::known(kind, None));
            self.roles.len() - 1
        });
        &mut self.roles[at]
    }
}

/// Whether a key belongs to the language.
pub fn is_role_key(command: Command) -> bool {
    LETTERS.iter().any(|(letter, _)| *letter == command)
        || matches!(
            command,
            Command::Surer
                | Command::LessSure
                | Command::Warmer
                | Command::Cooler
                | Command::MoreInfluence
                | Command::LessInfluence
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use Certainty::{Assumed, Confirmed, Heard};

    const D: Command = Command::RoleDecides;
    const BACK: Command = Command::LessSure;

    #[test]
    fn each_press_is_one_step_surer_and_two_always_mean_confirmed() {
        for (known, keys, now, changed) in [
            (None, &[D][..], Some(Heard), true),
            (None, &[D, D], Some(Confirmed), true),
            (None, &[D, D, D], Some(Confirmed), true),
            (Some(Assumed), &[D], Some(Heard), true),
            (Some(Heard), &[D], Some(Confirmed), true),
            (Some(Heard), &[D, D], Some(Confirmed), true),
            (Some(Confirmed), &[D], Some(Confirmed), true),
            (Some(Confirmed), &[D, BACK], Some(Heard), true),
            (Some(Confirmed), &[BACK], Some(Heard), true),
            (Some(Heard), &[BACK], Some(Assumed), true),
            (Some(Heard), &[BACK, BACK], None, true),
            (Some(Heard), &[D, BACK], Some(Heard), false),
            (None, &[D, BACK], Some(Assumed), true),
            (None, &[D, BACK, BACK], None, false),
            (None, &[D, D, BACK], Some(Heard), true),
        ] {
            let mut facts = Facts::new(known.map(|known| (RoleKind::Decides, known)), None, None);
            for key in keys {
                assert!(facts.on(*key, Some(RoleKind::Decides)));
            }
            assert_eq!(facts.role(RoleKind::Decides).and_then(|fact| fact.now), now, "{known:?} {keys:?}");
            assert_eq!(facts.is_changed(), changed, "{known:?} {keys:?}");
        }
    }

    #[test]
    fn stance_and_influence_begin_at_one_and_stay_in_their_bounds() {
        for (keys, stance, influence) in [
            (&[Command::Warmer][..], Some(1), None),
            (&[Command::Cooler], Some(-1), None),
            (&[Command::Warmer, Command::Warmer, Command::Warmer], Some(2), None),
            (&[Command::Cooler, Command::Warmer], Some(0), None),
            (&[Command::MoreInfluence], None, Some(1)),
            (&[Command::LessInfluence], None, Some(1)),
        ] {
            let mut facts = Facts::default();
            keys.iter().for_each(|key| assert!(facts.on(*key, None)));
            assert_eq!((facts.stance.changed(), facts.influence.changed()), (stance, influence), "{keys:?}");
        }
    }

    #[test]
    fn backspace_is_about_the_role_pressed_last() {
        let mut facts = Facts::new([(RoleKind::Budgets, Confirmed)], None, None);
        assert!(!facts.on(BACK, None));
        assert!(facts.on(Command::RoleSpeaks, None) && facts.on(BACK, None) && facts.on(BACK, None));
        assert_eq!(facts.roles.len(), 1);
        assert!(!facts.is_changed());
    }
}
