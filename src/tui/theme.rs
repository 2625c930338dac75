//! Colours by meaning, for terminals of every depth. A colour never says a thing alone: a mark or a word says it too.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::sentence::Sentence;

/// What a text is, as far as its look goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumIter, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Tone {
    Plain,
    Title,
    Rule,
    Selected,
    Muted,
    Good,
    Warn,
    Bad,
    Unknown,
    Guess,
    Accent,
    Key,
    Status,
}

const TONES: usize = 13;

/// How many colours the terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    /// `NO_COLOR`: only bold, reverse and underline.
    None,
    #[default]
    Sixteen,
    TwoHundredFiftySix,
    True,
}

impl Depth {
    /// From the environment, read by `main` and handed in.
    pub fn from_env(var: impl Fn(&str) -> Option<String>) -> Self {
        let has = |name: &str| var(name).is_some_and(|value| !value.is_empty());
        let term = var("TERM").unwrap_or_default();
        match var("COLORTERM").as_deref() {
            _ if has("NO_COLOR") || term == "dumb" => Self::None,
            Some("truecolor" | "24bit") => Self::True,
            _ if term.contains("direct") => Self::True,
            _ if term.contains("256") => Self::TwoHundredFiftySix,
            _ => Self::Sixteen,
        }
    }
}

/// A style for every tone.
#[derive(Debug, Clone)]
pub struct Theme {
    styles: [Style; TONES],
}

const DARK: &str = include_str!("../../assets/themes/dark.toml");
const LIGHT: &str = include_str!("../../assets/themes/light.toml");
const HIGH_CONTRAST: &str = include_str!("../../assets/themes/high-contrast.toml");

impl Theme {
    /// `dark`, `light` or `high-contrast`.
    pub fn named(name: &str, depth: Depth) -> Result<Self, Sentence> {
        let text = match name {
            "dark" => DARK,
            "light" => LIGHT,
            "high-contrast" => HIGH_CONTRAST,
            _ => return Err(Sentence::new("theme-no-name").text("name", name)),
        };
        let table: toml::Table = text.parse().map_err(|_| Sentence::new("theme-no-name").text("name", name))?;
        Self::without_colour().with(&table, depth)
    }

    /// The user's file: `base` names the theme it starts from, its other lines replace single tones.
    pub fn from_file(table: &toml::Table, depth: Depth) -> Result<Self, Sentence> {
        let base = table.get("base").and_then(toml::Value::as_str).unwrap_or("dark");
        let mut rest = table.clone();
        rest.remove("base");
        Self::named(base, depth)?.with(&rest, depth)
    }

    /// Where there is no colour: what must be seen is bold or reversed.
    pub fn without_colour() -> Self {
        let mut styles = [Style::new(); TONES];
        for (tone, look) in [
            (Tone::Title, Modifier::BOLD),
            (Tone::Selected, Modifier::REVERSED),
            (Tone::Bad, Modifier::BOLD),
            (Tone::Key, Modifier::BOLD),
        ] {
            styles[tone as usize] = Style::new().add_modifier(look);
        }
        Self { styles }
    }

    fn with(mut self, table: &toml::Table, depth: Depth) -> Result<Self, Sentence> {
        for (name, value) in table {
            let wrong = || Sentence::new("theme-wrong-line").text("name", name);
            let tone: Tone = name.parse().map_err(|_| wrong())?;
            let style = value.as_str().and_then(read_style).ok_or_else(wrong)?;
            self.styles[tone as usize] = shallow(style, depth);
        }
        Ok(self)
    }

    pub fn style(&self, tone: Tone) -> Style {
        self.styles[tone as usize]
    }
}

fn read_style(text: &str) -> Option<Style> {
    let mut style = Style::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        style = match word {
            "on" => style.bg(read_colour(words.next()?)?),
            "bold" => style.add_modifier(Modifier::BOLD),
            "dim" => style.add_modifier(Modifier::DIM),
            "italic" => style.add_modifier(Modifier::ITALIC),
            "underline" => style.add_modifier(Modifier::UNDERLINED),
            "reverse" => style.add_modifier(Modifier::REVERSED),
            colour => style.fg(read_colour(colour)?),
        };
    }
    Some(style)
}

fn read_colour(text: &str) -> Option<Color> {
    match text {
        "default" => Some(Color::Reset),
        // In the sixteen of terminals, "white" is grey and "bright black" is dark grey.
        "bright-white" => Some(Color::White),
        "bright-black" => Some(Color::DarkGray),
        "white" => Some(Color::Gray),
        other => other.replace("bright-", "light").parse().ok(),
    }
}

fn shallow(style: Style, depth: Depth) -> Style {
    if depth == Depth::None {
        return Style { fg: None, bg: None, ..style };
    }
    Style { fg: style.fg.map(|c| reduce(c, depth)), bg: style.bg.map(|c| reduce(c, depth)), ..style }
}

fn reduce(colour: Color, depth: Depth) -> Color {
    match (colour, depth) {
        (Color::Rgb(r, g, b), Depth::TwoHundredFiftySix) => Color::Indexed(cube(r, g, b)),
        (Color::Rgb(r, g, b), Depth::Sixteen) => nearest(r, g, b),
        (other, _) => other,
    }
}

/// The colour of the 6 by 6 by 6 cube.
fn cube(r: u8, g: u8, b: u8) -> u8 {
    let step = |v: u8| {
        if v < 48 {
            0
        } else if v < 115 {
            1
        } else {
            (v - 35) / 40
        }
    };
    16 + 36 * step(r) + 6 * step(g) + step(b)
}

/// The nearest of the six hues, plain or bright; greys by lightness.
fn nearest(r: u8, g: u8, b: u8) -> Color {
    let (high, low) = (r.max(g).max(b), r.min(g).min(b));
    let bright = high > 170;
    if high - low < 40 {
        return if bright { Color::Gray } else { Color::DarkGray };
    }
    let middle = low + (high - low) / 2;
    match (r > middle, g > middle, b > middle, bright) {
        (true, false, false, false) => Color::Red,
        (true, false, false, true) => Color::LightRed,
        (true, true, false, false) => Color::Yellow,
        (true, true, false, true) => Color::LightYellow,
        (false, true, false, false) => Color::Green,
        (false, true, false, true) => Color::LightGreen,
        (false, true, true, false) => Color::Cyan,
        (false, true, true, true) => Color::LightCyan,
        (true, false, true, false) => Color::Magenta,
        (true, false, true, true) => Color::LightMagenta,
        (_, _, _, false) => Color::Blue,
        (_, _, _, true) => Color::LightBlue,
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;

    const DEPTHS: [Depth; 4] = [Depth::None, Depth::Sixteen, Depth::TwoHundredFiftySix, Depth::True];

    #[test]
    fn the_themes_have_every_tone_and_read_at_every_depth() {
        assert_eq!(Tone::iter().count(), TONES);
        for (name, text) in [("dark", DARK), ("light", LIGHT), ("high-contrast", HIGH_CONTRAST)] {
            let table: toml::Table = text.parse().unwrap();
            assert!(Tone::iter().all(|tone| table.contains_key(tone.into())), "{name}");
            for depth in DEPTHS {
                Theme::named(name, depth).unwrap();
            }
        }
    }

    #[test]
    fn no_colour_is_no_colour_and_the_selection_is_still_seen() {
        let theme = Theme::named("dark", Depth::None).unwrap();
        for tone in Tone::iter() {
            let style = theme.style(tone);
            assert_eq!((style.fg, style.bg), (None, None));
        }
        assert!(theme.style(Tone::Selected).add_modifier.contains(Modifier::REVERSED));
    }

    #[test]
    fn the_depth_comes_from_the_environment() {
        for (vars, depth) in [
            (&[("NO_COLOR", "1"), ("COLORTERM", "truecolor")][..], Depth::None),
            (&[("COLORTERM", "truecolor")], Depth::True),
            (&[("TERM", "xterm-256color")], Depth::TwoHundredFiftySix),
            (&[("TERM", "linux"), ("NO_COLOR", "")], Depth::Sixteen),
        ] {
            let var = |name: &str| vars.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
            assert_eq!(Depth::from_env(var), depth);
        }
    }

    #[test]
    fn a_wrong_line_of_the_users_file_is_named() {
        let table: toml::Table = "bad = \"purplish\"".parse().unwrap();
        assert_eq!(Theme::from_file(&table, Depth::True).unwrap_err().id, "theme-wrong-line");
    }
}
