//! Where a command is alive: a set of places. Knows no screen's content.

use std::ops::BitOr;

use super::Command;

/// A set of places; most rows name one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Place(u64);

macro_rules! places {
    ($($name:ident = $bit:expr;)*) => {
        impl Place {
            $(pub const $name: Self = Self(1 << $bit);)*
            /// Each place by its name in the configuration and in the key table.
            pub const ALL: &'static [(&'static str, Self)] = &[$((stringify!($name), Self::$name)),*];
        }
    };
}

places! {
    COMMON = 0;
    TODAY = 1;
    CLIENTS = 2;
    CLIENT = 3;
    OVERVIEW = 4;
    MAP = 5;
    LOG = 6;
    CLIENT_NEEDS = 7;
    CLIENT_MONEY = 8;
    CLIENT_OFFERS = 9;
    PEOPLE = 10;
    HISTORY = 11;
    PERSON = 12;
    VISITS = 13;
    BEFORE = 14;
    AFTER = 15;
    AFTER_PEOPLE = 16;
    AFTER_QUESTIONS = 17;
    AFTER_NEEDS = 18;
    AFTER_PROMISES = 19;
    NEEDS = 20;
    OFFERS = 21;
    BOARD = 22;
    MONEY = 23;
    REPORT = 24;
    CATALOGUE = 25;
    SETTINGS = 26;
    DRAFTS = 27;
    BRIEF = 28;
    EXPORT = 29;
    IMPORT = 30;
    SEARCH = 31;
    FORM = 32;
    TEXT = 33;
    LONG_TEXT = 34;
    QUESTION = 35;
    PICKER = 36;
    PALETTE = 37;
    HELP = 38;
    STAGE = 39;
    LOCKED = 40;
    RECORD = 41;
    WEEK = 42;
    REPORT_FILE = 43;
    LEDGER = 44;
    AFTER_FIELDS = 45;
    LAST_TEXT = 46;
    IMPORT_FIGURES = 47;
    MERGE = 48;
    STAGES_PAST = 49;
    CLIENT_MONTH = 50;
    EXPORT_SECTIONS = 51;
    LOG_OF_KIND = 52;
    BOARD_VERSION = 53;
}

impl Place {
    pub const NONE: Self = Self(0);

    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The places of the set, one by one.
    pub fn each(self) -> impl Iterator<Item = (&'static str, Self)> {
        Self::ALL.iter().copied().filter(move |(_, place)| place.meets(self))
    }
}

impl BitOr for Place {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

/// Pages without numbered sections.
const UNNUMBERED: Place = Place::FORM
    .and(Place::DRAFTS)
    .and(Place::HISTORY)
    .and(Place::VISITS)
    .and(Place::BRIEF)
    .and(Place::EXPORT)
    .and(Place::REPORT_FILE)
    .and(Place::IMPORT)
    .and(Place::MERGE);

/// Where keys fall just now, the narrowest place first: a section's key wins over its screen's, and that over
/// those common to all screens. A box (question, picker) stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Here {
    levels: [Place; 3],
    /// A text field has the cursor: characters are text, never commands.
    pub typing: bool,
}

impl Here {
    pub const fn screen(place: Place) -> Self {
        Self { levels: [place, Place::COMMON, Place::NONE], typing: false }
    }

    pub const fn section(section: Place, screen: Place) -> Self {
        Self { levels: [section, screen, Place::COMMON], typing: false }
    }

    /// A pop-up: nothing beneath it hears a key.
    pub const fn alone(place: Place) -> Self {
        Self { levels: [place, Place::NONE, Place::NONE], typing: false }
    }

    /// The same while a text field has the cursor.
    pub const fn typing(self) -> Self {
        Self { levels: [Place::TEXT, self.levels[0], self.levels[1]], typing: true }
    }

    /// A box whose own text field always has the cursor; its place names the keys that are no text.
    pub const fn typing_here(self) -> Self {
        Self { typing: true, ..self }
    }

    /// The same while a text of several lines has the cursor.
    pub const fn typing_long(self) -> Self {
        Self { levels: [Place::LONG_TEXT, self.levels[0], self.levels[1]], typing: true }
    }

    /// The same where no field follows in the section: Tab goes on to the next one.
    pub const fn last(self) -> Self {
        let [text, section, screen] = self.levels;
        Self { levels: [text.and(Place::LAST_TEXT), section, screen], ..self }
    }

    /// Whether a text of several lines has the cursor.
    pub fn is_long(self) -> bool {
        self.levels().any(|place| place.meets(Place::LONG_TEXT))
    }

    /// Whether a key is worth showing: one that works on a client needs one, what is being written up is not written up
    /// again, a page without numbered sections has no use for digits, and an offer as it once stood is only read.
    pub fn offers(self, command: Command, client: bool) -> bool {
        let again = matches!(command, Command::WriteUp | Command::AddWriteUp) && self.is_in(Place::AFTER);
        let unnumbered = matches!(command, Command::Number(_)) && self.is_in(UNNUMBERED) && !self.is_in(Place::CLIENT);
        let replaced = command.is_of_an_offer() && self.is_in(Place::BOARD_VERSION);
        (client || !command.is_about_client()) && !again && !unnumbered && !replaced
    }

    fn is_in(self, place: Place) -> bool {
        self.levels().any(|level| level.meets(place))
    }

    pub fn levels(self) -> impl Iterator<Item = Place> {
        self.levels.into_iter().filter(|place| !place.is_none())
    }

    /// Whether the keys common to all screens are alive.
    pub fn is_screen(self) -> bool {
        self.levels().any(|place| place == Place::COMMON)
    }
}
