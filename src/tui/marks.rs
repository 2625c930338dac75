//! The signs drawn between words, in a set of line-drawing characters and in one of plain ASCII.

/// Signs of the screens. Line-drawing characters take two cells in some East Asian fonts: then ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// The end of a cut text.
    pub cut: &'static str,
    /// A horizontal rule.
    pub rule: &'static str,
    pub vertical: &'static str,
    /// Corners: left and right, above and below.
    pub corners: [&'static str; 4],
    /// Between parts of a line.
    pub dot: &'static str,
    pub about: &'static str,
    /// The line under the cursor.
    pub cursor: &'static str,
    pub arrow: &'static str,
    /// Shared fields carry it before their label.
    pub shared: &'static str,
    /// In place of what privacy mode hides.
    pub hidden: &'static str,
    /// A field into which text goes.
    pub caret: &'static str,
    pub up: &'static str,
    pub down: &'static str,
    /// The filled and the empty part of a bar.
    pub bar: [&'static str; 2],
    /// The points of a curve from the lowest to the highest, and the place of one that is not known.
    pub curve: [&'static str; 8],
    pub gap: &'static str,
    /// Columns of a chart, from an eighth of a line to a full one; and half a line that hangs from above.
    pub column: [&'static str; 8],
    pub hanging: &'static str,
}

pub const DRAWN: Marks = Marks {
    cut: "…",
    rule: "─",
    vertical: "│",
    corners: ["┌", "┐", "└", "┘"],
    dot: "·",
    about: "≈",
    cursor: ">",
    arrow: "→",
    shared: "->",
    hidden: "•••",
    caret: "▏",
    up: "↑",
    down: "↓",
    bar: ["█", "░"],
    curve: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    gap: " ",
    column: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    hanging: "▀",
};

pub const ASCII: Marks = Marks {
    cut: "~",
    rule: "-",
    vertical: "|",
    corners: ["+", "+", "+", "+"],
    dot: "-",
    about: "~",
    cursor: ">",
    arrow: ">",
    shared: "->",
    hidden: "***",
    caret: "|",
    up: "^",
    down: "v",
    bar: ["#", "."],
    curve: ["_", "_", ".", ".", "-", "-", "^", "^"],
    gap: " ",
    column: ["_", "_", ".", ".", ":", ":", "#", "#"],
    hanging: "'",
};

impl Marks {
    /// The set that the setting `ascii_marks` asks for.
    pub fn set(ascii: bool) -> &'static Self {
        if ascii { &ASCII } else { &DRAWN }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::cells::width;

    #[test]
    fn the_ascii_set_is_ascii_and_single_signs_take_one_cell() {
        for set in [DRAWN, ASCII] {
            for sign in [set.cut, set.rule, set.vertical, set.dot, set.about, set.cursor, set.up, set.down] {
                assert_eq!(width(sign), 1, "{sign}");
            }
        }
        for sign in [ASCII.cut, ASCII.rule, ASCII.vertical, ASCII.dot, ASCII.hidden, ASCII.arrow, ASCII.bar[0]] {
            assert!(sign.is_ascii());
        }
    }
}
