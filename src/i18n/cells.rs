//! Cells of a terminal or of even type: how wide a text is, cutting, padding and wrapping by grapheme clusters.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Words;
use crate::domain::text::display_safe;

/// Cells of a number with its currency and unit, at most.
const LONGEST_NUMBER: usize = 32;

/// Cells that a text takes.
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).map(UnicodeWidthStr::width).sum() }
}

/// Which side a text keeps to in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    #[default]
    Left,
    Right,
}

/// At most `cells` wide; a cut text ends in `mark`. Safe to show: control and direction characters are gone.
pub fn fit(text: &str, cells: usize, mark: &str) -> String {
    let safe = display_safe(text);
    let safe = one_line(&safe);
    if width(&safe) <= cells {
        return safe.into_owned();
    }
    let room = cells.saturating_sub(width(mark));
    let (kept, _) = split_beside_numbers(&safe, room);
    let mut out = kept.to_owned();
    if width(mark) <= cells {
        out.push_str(mark);
    }
    out
}

/// Line breaks become spaces, so that a text stays on its line.
fn one_line(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains(['\n', '\t']) { text.replace(['\n', '\t'], " ").into() } else { text.into() }
}

/// The longest beginning that is at most `cells` wide, and the rest.
pub fn split_at(text: &str, cells: usize) -> (&str, &str) {
    let mut used = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        used += cluster.width();
        if used > cells {
            return text.split_at(at);
        }
    }
    (text, "")
}

/// The same before a number that would be cut, with its currency and its unit: half of it would say another one.
pub fn split_beside_numbers(text: &str, cells: usize) -> (&str, &str) {
    let (kept, rest) = split_at(text, cells);
    let (near, _) = split_at(rest, LONGEST_NUMBER);
    let cut = kept.len();
    let Some(piece) = pieces(text, 0..cut + near.len()).into_iter().find(|piece| piece.end > cut) else {
        return (kept, rest);
    };
    let (begun, lost) = (&text[piece.start..cut], &text[cut..piece.end]);
    let is_number = after_currency_code(begun).starts_with(|c: char| c.is_ascii_digit() || "+-(".contains(c));
    if piece.start > 0 && is_number && lost.contains(char::is_alphanumeric) {
        text.split_at(piece.start)
    } else {
        (kept, rest)
    }
}

/// Exactly `cells` wide: cut or filled with spaces.
pub fn column(text: &str, cells: usize, side: Side, mark: &str) -> String {
    let fitted = fit(text, cells, mark);
    let spaces = " ".repeat(cells.saturating_sub(width(&fitted)));
    match side {
        Side::Left => fitted + &spaces,
        Side::Right => spaces + &fitted,
    }
}

/// A line of columns: each a text, its cells and its side, with one space between.
pub fn columns(parts: &[(&str, usize, Side)], mark: &str) -> String {
    let cells: Vec<String> = parts.iter().map(|(text, n, side)| column(text, *n, *side, mark)).collect();
    cells.join(" ")
}

/// A text at the left and one at the right end of a line; the left one gives way.
pub fn both_ends(left: &str, right: &str, cells: usize, mark: &str) -> String {
    let right = fit(right, cells, mark);
    let room = cells.saturating_sub(width(&right) + 1);
    if right.is_empty() {
        return column(left, cells, Side::Left, mark);
    }
    let gap = cells - room - width(&right);
    format!("{}{}{right}", column(left, room, Side::Left, mark), " ".repeat(gap))
}

/// Texts beside one another with a gap, on as many lines as they need; none is broken.
pub fn packed(texts: impl Iterator<Item = String>, gap: usize, cells: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for text in texts {
        match lines.last_mut().filter(|line| width(line) + gap + width(&text) <= cells) {
            Some(line) => {
                line.push_str(&" ".repeat(gap));
                line.push_str(&text);
            }
            None => lines.push(text),
        }
    }
    lines
}

/// Lines of at most `cells`: broken at spaces, anywhere beside wide (Chinese) characters, else within the word.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let safe = display_safe(text);
    wrap_ranges(&safe, cells).into_iter().map(|line| safe[line].trim_end().to_owned()).collect()
}

/// The same as places in the text; the space or line break that ends a line belongs to it.
pub fn wrap_ranges(text: &str, cells: usize) -> Vec<Range<usize>> {
    let (mut lines, mut start) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        wrap_line(text, start..start + line.len(), cells.max(2), &mut lines);
        start += line.len();
    }
    if text.is_empty() || text.ends_with('\n') {
        lines.push(text.len()..text.len());
    }
    lines
}

fn wrap_line(text: &str, line: Range<usize>, cells: usize, lines: &mut Vec<Range<usize>>) {
    let mut start = line.start;
    let seen = |from: usize, to: usize| width(text[from..to].trim_end());
    for piece in pieces(text, line.clone()) {
        if seen(start, piece.end) <= cells {
            continue;
        }
        if piece.start > start {
            lines.push(start..piece.start);
            start = piece.start;
        }
        while seen(start, piece.end) > cells {
            let (head, _) = split_at(&text[start..piece.end], cells);
            lines.push(start..start + head.len());
            start += head.len();
        }
    }
    lines.push(start..line.end);
}

/// The pieces between which a line may be broken: a word with the spaces after it, or one wide character with the
/// signs that must not begin a line, the number it counts, the bracket it opens with.
fn pieces(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut last_wide, mut last_space) = (line.start, false, false);
    for (at, cluster) in text[line.clone()].grapheme_indices(true) {
        let at = line.start + at;
        let holds = after_currency(&text[line.start..at], &text[at..line.end]);
        let (wide, space) = (cluster.width() > 1, is_gap(cluster) && !holds);
        let sign = NEVER_FIRST.contains(cluster);
        let may_break = !space && ((last_space && !(wide && sign)) || ((wide || last_wide) && !sign));
        let before = &text[start..at];
        let held = (counts(before) && (wide || is_scale(&text[at..line.end])))
            || before.ends_with(NEVER_LAST)
            || before.trim_end().ends_with('第');
        if at > start && may_break && !held {
            found.push(start..at);
            start = at;
        }
        (last_wide, last_space) = (wide, space);
    }
    found.push(start..line.end);
    found
}

/// A space at which a line may end; those within an amount hold it together.
fn is_gap(cluster: &str) -> bool {
    cluster.trim().is_empty() && !matches!(cluster, "\u{a0}" | "\u{202f}")
}

/// A space between the code of a currency and its amount, as in `EUR 12`.
fn after_currency(before: &str, rest: &str) -> bool {
    let mut next = rest.chars();
    let amount = next.next() == Some(' ') && next.next().is_some_and(|c| c.is_ascii_digit() || c == '-');
    let code = before.bytes().rev().take_while(u8::is_ascii_uppercase).count();
    amount && code == 3
}

/// What follows the code of a currency: `12` of `EUR 12`.
fn after_currency_code(text: &str) -> &str {
    let amount = text.trim_start_matches(|c: char| c.is_ascii_uppercase()).trim_start();
    if text.len() > amount.len() + 3 { amount } else { text }
}

/// What a short amount is counted in: `m` of `EUR 7.2 m`.
fn is_scale(rest: &str) -> bool {
    let name = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    Words::scale_named(name).is_some()
}

/// A number, of which what follows is the unit: `3 天`.
fn counts(before: &str) -> bool {
    before.trim_end_matches(' ').ends_with(|c: char| c.is_ascii_digit())
}

/// Signs that do not end a line.
const NEVER_LAST: &[char] = &['（', '《', '「', '『', '“', '‘', '(', '«', '„'];
/// Signs that do not begin a line.
const NEVER_FIRST: &str = "，。、；：？！）》」』”’.,;:?!)%…";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_counted_per_cluster() {
        for (text, cells) in [
            ("abc", 3),
            ("Седов", 5),
            ("赵明远", 6),
            ("e\u{301}", 1),
            ("й", 1),
            ("\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}", 2),
            ("", 0),
        ] {
            assert_eq!(width(text), cells, "{text}");
        }
    }

    #[test]
    fn a_cut_text_ends_in_the_mark_and_is_never_too_wide() {
        for (text, cells, cut) in [
            ("Волга Металл", 12, "Волга Металл"),
            ("Волга Металл", 6, "Волга…"),
            ("赵明远先生", 6, "赵明…"),
            ("赵明远", 6, "赵明远"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
            ("a\nb", 5, "a b"),
            ("abc", 0, ""),
        ] {
            assert_eq!(fit(text, cells, "…"), cut, "{text}");
        }
        assert_eq!(fit("Волга Металл", 6, "~"), "Волга~");
        for (text, cells, cut) in [
            ("limit 840,000", 10, "limit …"),
            ("limit 12\u{a0}345", 9, "limit …"),
            ("limit 5\u{a0}млн", 8, "limit …"),
            ("limit 840, x", 10, "limit 840…"),
            ("offer EUR 7.2 m", 14, "offer …"),
            ("offer EUR 7.2 m", 10, "offer EUR…"),
            ("方案EUR 720 万，权限", 13, "方案…"),
            ("方案EUR 720 万，权限", 17, "方案EUR 720 万，…"),
            ("下次11月4日", 6, "下次…"),
            ("下次11月4日", 10, "下次11月…"),
            ("B2B2C", 3, "B2…"),
            ("12345678", 5, "1234…"),
        ] {
            assert_eq!(fit(text, cells, "…"), cut, "{text}");
        }
    }

    #[test]
    fn columns_are_exactly_as_wide_as_asked() {
        assert_eq!(column("赵", 4, Side::Right, "…"), "  赵");
        assert_eq!(column("赵明远", 4, Side::Left, "…"), "赵… ");
        assert_eq!(columns(&[("ab", 3, Side::Left), ("7", 3, Side::Right)], "…"), "ab    7");
        assert_eq!(both_ends("left", "right", 12, "…"), "left   right");
        assert_eq!(both_ends("much too long", "right", 12, "…"), "much … right");
    }

    #[test]
    fn packed_texts_stay_whole() {
        let texts = || ["P готовит", "F 线索人", "x"].map(str::to_owned).into_iter();
        assert_eq!(packed(texts(), 2, 19), ["P готовит  F 线索人", "x"]);
        assert_eq!(packed(texts(), 2, 18), ["P готовит", "F 线索人  x"]);
    }

    #[test]
    fn wrapping_keeps_every_word_and_breaks_chinese_anywhere() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("сначала потом", 8), ["сначала", "потом"]);
        assert_eq!(wrap("赵明远先生来了。", 6), ["赵明远", "先生来", "了。"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("worth EUR 840.00", 12), ["worth", "EUR 840.00"]);
        assert_eq!(wrap("价值RUB 840.00", 11), ["价值", "RUB 840.00"]);
        assert_eq!(wrap("a\n\nb", 5), ["a", "", "b"]);
    }

    #[test]
    fn chinese_keeps_numbers_with_their_units_and_brackets_with_their_words() {
        for (text, cells, lines) in [
            ("已知 24 个月", 8, &["已知", "24 个月"][..]),
            ("上次 3天前", 7, &["上次", "3天前"]),
            ("赵明（总裁）", 6, &["赵明", "（总", "裁）"]),
            ("他说“好”", 5, &["他说", "“好”"]),
            ("赵明 ，好", 5, &["赵", "明 ，", "好"]),
            ("已是第 3 次", 8, &["已是", "第 3 次"]),
        ] {
            assert_eq!(wrap(text, cells), lines, "{text}");
        }
    }
}
