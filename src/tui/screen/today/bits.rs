//! A text of parts that look different: cut to a width, wrapped into lines. Knows no record.

use ratatui::text::{Line, Span};

use crate::domain::text::display_safe;
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::theme::Tone;

/// Pieces of one line of text, each with its look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bits(Vec<(String, Tone)>);

impl Bits {
    pub fn of(text: impl AsRef<str>, tone: Tone) -> Self {
        Self::default().and(text, tone)
    }

    pub fn plain(text: impl AsRef<str>) -> Self {
        Self::of(text, Tone::Plain)
    }

    #[must_use]
    pub fn and(mut self, text: impl AsRef<str>, tone: Tone) -> Self {
        let safe = display_safe(text.as_ref()).replace(['\n', '\t'], " ");
        if !safe.is_empty() {
            self.0.push((safe, tone));
        }
        self
    }

    /// The same after a space, or alone at the beginning.
    #[must_use]
    pub fn word(self, text: impl AsRef<str>, tone: Tone) -> Self {
        if text.as_ref().is_empty() {
            return self;
        }
        // A bracket of full width brings its own space.
        let has_space = self.is_empty() || text.as_ref().starts_with('（');
        if has_space { self.and(text, tone) } else { self.and(" ", Tone::Plain).and(text, tone) }
    }

    #[must_use]
    pub fn then(mut self, more: Self) -> Self {
        self.0.extend(more.0);
        self
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn width(&self) -> usize {
        self.0.iter().map(|(text, _)| cells::width(text)).sum()
    }

    pub fn text(&self) -> String {
        self.0.iter().map(|(text, _)| text.as_str()).collect()
    }

    /// Several with a sign between them; empty ones are left out.
    pub fn join(parts: impl IntoIterator<Item = Self>, between: &str) -> Self {
        parts.into_iter().filter(|part| !part.is_empty()).fold(Self::default(), |line, part| {
            if line.is_empty() { part } else { line.and(between, Tone::Muted).then(part) }
        })
    }

    /// At most so wide; a cut text ends in the mark.
    #[must_use]
    pub fn fit(self, width: usize, view: &View<'_>) -> Self {
        if self.width() <= width {
            return self;
        }
        // A number that is a part of its own is not cut either: the whole text is looked at.
        let text = self.text();
        let (kept, _) = cells::split_beside_numbers(&text, width.saturating_sub(cells::width(view.marks.cut)));
        let mut fitted = self.between(0, kept.len());
        if width >= cells::width(view.marks.cut) {
            fitted.0.push((view.marks.cut.to_owned(), Tone::Muted));
        }
        fitted
    }

    /// Exactly so wide.
    #[must_use]
    pub fn column(self, width: usize, view: &View<'_>) -> Self {
        let fitted = self.fit(width, view);
        let spaces = width.saturating_sub(fitted.width());
        fitted.and(" ".repeat(spaces), Tone::Plain)
    }

    /// At most `most` lines; what does not fit in them is cut in the last.
    pub fn wrap(&self, width: usize, most: usize, view: &View<'_>) -> Vec<Self> {
        let text = self.text();
        let mut ranges = cells::wrap_ranges(&text, width);
        if ranges.len() > most.max(1) {
            ranges.truncate(most.max(1));
            if let Some(last) = ranges.last_mut() {
                last.end = text.len();
            }
        }
        ranges.into_iter().map(|range| self.part(range, &text).fit(width, view)).collect()
    }

    /// The same with the lines after the first moved in.
    pub fn hanging(&self, by: usize, width: usize, most: usize, view: &View<'_>) -> Vec<Self> {
        let lines = self.wrap(width.saturating_sub(by), most, view).into_iter().enumerate();
        let moved = |n: usize, line: Self| if n == 0 { line } else { Self::plain(" ".repeat(by)).then(line) };
        lines.map(|(n, line)| moved(n, line)).collect()
    }

    /// What stands in a part of the whole text, without the spaces at its end.
    fn part(&self, range: std::ops::Range<usize>, text: &str) -> Self {
        let end = range.start + text.get(range.clone()).unwrap_or_default().trim_end().len();
        self.between(range.start, end)
    }

    fn between(&self, start: usize, end: usize) -> Self {
        let (mut part, mut at) = (Self::default(), 0);
        for (bit, tone) in &self.0 {
            let (from, to) = (start.max(at), end.min(at + bit.len()));
            if let Some(shared) = (from < to).then(|| bit.get(from - at..to - at)).flatten() {
                part.0.push((shared.to_owned(), *tone));
            }
            at += bit.len();
        }
        part
    }

    pub fn line(&self, view: &View<'_>) -> Line<'static> {
        let span = |(text, tone): &(String, Tone)| Span::styled(text.clone(), view.style(*tone));
        Line::from(self.0.iter().map(span).collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use ratatui::Frame;
    use ratatui::layout::Rect;

    use super::*;
    use crate::domain::Book;
    use crate::tui::command::{Here, Place};
    use crate::tui::layer::{Input, Layer, Reply};
    use crate::tui::rig::Rig;
    use crate::tui::widget::frame as paint;

    /// A text of parts in so many cells.
    struct Cut(usize);

    impl Layer for Cut {
        fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
            let bits = Bits::of("Sidrat", Tone::Plain).word("10d", Tone::Bad).word("legal", Tone::Muted);
            paint::line(frame.buffer_mut(), area, 0, &bits.fit(self.0, view).line(view));
        }

        fn on(&mut self, _: Input, _: &View<'_>) -> Reply {
            Reply::Ignored
        }

        fn place(&self) -> Here {
            Here::screen(Place::TODAY)
        }
    }

    #[test]
    fn a_number_that_is_a_part_of_its_own_is_not_cut_within() {
        for (cells, cut) in [
            (16, "Sidrat 10d legal"),
            (15, "Sidrat 10d leg…"),
            (11, "Sidrat 10d…"),
            (10, "Sidrat …"),
            (9, "Sidrat …"),
            (8, "Sidrat …"),
            (7, "Sidrat…"),
            (6, "Sidra…"),
        ] {
            let mut rig = Rig::with(&Book::default());
            let screen = rig.show(Cut(cells)).screen();
            assert_eq!(screen.lines().next().unwrap_or_default().trim_end(), cut, "{cells}");
        }
    }
}
