//! The grid of a board: terms down, interests across in the order of the map. Columns that find no room are counted.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::OfferBoard;
use crate::domain::json::Amount;
use crate::domain::offer::{Board, InterestColumn, TermRow};
use crate::domain::{Arg, ProposalTerm, Row};
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::theme::Tone;

/// The narrowest and the widest column of an interest, the cell between columns counted.
const NARROW: usize = 8;
const WIDE: usize = 14;
const FLOOR: usize = 6;
const STATE: usize = 9;
/// Cells kept for `>3 more`.
const MORE: usize = 9;
/// Lines of the head: names, levels, weights.
const HEAD: usize = 3;

pub(super) struct Grid<'a> {
    screen: &'a OfferBoard,
    board: &'a Board,
    terms: Vec<&'a ProposalTerm>,
    label: usize,
    value: usize,
    cell: usize,
    first: usize,
    shown: usize,
}

impl<'a> Grid<'a> {
    pub fn new(screen: &'a OfferBoard, board: &'a Board, width: usize, view: &View<'a>) -> Self {
        let count = board.columns.len();
        let room = width.saturating_sub(1 + FLOOR + STATE);
        let names =
            board.columns.iter().enumerate().map(|(at, column)| cells::width(&name(board, at, column, view)) + 1);
        let cell = names.max().unwrap_or(NARROW).clamp(NARROW, WIDE);
        let words = |cells: usize| (room - cells).max(20);
        // Texts come first: at least a good third of the line is theirs.
        let most = (room * 6 / 10).max(NARROW);
        let cell = if cell * count > most { (most / count.max(1)).clamp(NARROW, cell) } else { cell };
        let (shown, more) =
            if count * cell <= most { (count, 0) } else { ((most.saturating_sub(MORE) / cell).max(1), MORE) };
        let first = (screen.column + 1).saturating_sub(shown).min(count.saturating_sub(shown));
        let texts = words((shown * cell + more).min(room));
        // What the names of the terms leave is the values'.
        let terms = screen.terms(view);
        let names = terms.iter().map(|term| cells::width(&term.label)).chain([cells::width(&view.say("board-term"))]);
        // A sum keeps its currency as long as the names have a third of the room.
        let sums = terms.iter().filter_map(|term| match &term.value {
            Some(Amount::Money(money)) => Some(cells::width(&view.words.money_short(*money)) + 1),
            _ => None,
        });
        let left = texts.saturating_sub(sums.max().unwrap_or(0)).max(texts / 3);
        let label = (names.max().unwrap_or(0) + 1).min(texts * 11 / 20).min(left);
        Self { screen, board, terms, label, value: texts - label, cell, first, shown }
    }

    fn columns(&self) -> impl Iterator<Item = (usize, &'a InterestColumn)> + use<'a, '_> {
        self.board.columns.iter().enumerate().skip(self.first).take(self.shown)
    }

    /// The head, the terms, their sum.
    pub fn lines(&self, view: &View<'_>) -> Vec<Line<'static>> {
        if self.terms.is_empty() || self.board.columns.is_empty() {
            let mut lines = self.term_lines(view);
            let whole = Board { terms: Vec::new(), ..self.board.clone() };
            let hint = self.screen.nothing_to_score(if self.terms.is_empty() { &whole } else { self.board }, view);
            let text = format!(" {}", view.words.sentence(&hint));
            lines.push(Line::from(Span::styled(text, view.style(Tone::Muted))));
            return lines;
        }
        let mut lines = self.head(view);
        lines.extend(self.term_lines(view));
        lines.push(self.total(view));
        lines
    }

    fn term_lines(&self, view: &View<'_>) -> Vec<Line<'static>> {
        self.terms.iter().enumerate().map(|(at, term)| self.term(at, term, view)).collect()
    }

    /// Which lines are drawn: the head always, then those around the cursor.
    pub fn window(&self, lines: usize, height: usize) -> Vec<usize> {
        if lines <= height || self.board.columns.is_empty() {
            return (0..lines.min(height)).collect();
        }
        let room = height.saturating_sub(HEAD).max(1);
        let first = (self.screen.row + 1).saturating_sub(room);
        (0..HEAD).chain(HEAD + first..(HEAD + first + room).min(lines)).collect()
    }

    /// Where the cells stand, for clicks.
    pub fn remember(&self, shown: &[usize], area: Rect) {
        let mut drawn = self.screen.drawn.borrow_mut();
        drawn.clear();
        let left = self.label + self.value + FLOOR;
        for (y, line) in (area.y..area.bottom()).zip(shown) {
            let row = line.checked_sub(HEAD).filter(|row| *row < self.terms.len());
            for (at, (column, _)) in self.columns().enumerate() {
                let x = area.x + u16::try_from(left + at * self.cell).unwrap_or(u16::MAX);
                let cell = Rect { x, y, width: u16::try_from(self.cell).unwrap_or(1), height: 1 };
                drawn.extend(row.map(|row| (cell, row, column)));
            }
        }
    }

    fn head(&self, view: &View<'_>) -> Vec<Line<'static>> {
        let blank = " ".repeat(self.label + self.value + FLOOR);
        let more = self.board.columns.len() - self.shown;
        let more = if more > 0 { view.say_with("board-more", &[("n", Arg::count(more))]) } else { String::new() };
        let row = |left: &str, tone: Tone, said: &dyn Fn(usize, &InterestColumn) -> String, right: &str| {
            let mut spans = vec![Span::styled(left.to_owned(), view.style(Tone::Muted))];
            for (at, column) in self.columns() {
                spans.push(Span::styled(format!(" {}", view.left(&said(at, column), self.cell - 1)), view.style(tone)));
            }
            spans.push(Span::styled(format!(" {right}"), view.style(Tone::Muted)));
            Line::from(spans)
        };
        let level = |_: usize, column: &InterestColumn| {
            let level = column.level.map_or("unknown", |level| level.word());
            view.words.short(&format!("affiliation.level.{level}"))
        };
        let weight =
            |_: usize, column: &InterestColumn| view.say_with("board-weight", &[("n", Arg::Count(column.weight))]);
        let titles = format!(
            " {}{}{}",
            view.left(&view.say("board-term"), self.label),
            view.left(&view.say("board-now"), self.value),
            view.left(&view.say("board-floor"), FLOOR - 1)
        );
        vec![
            row(&blank, Tone::Title, &|at, column| name(self.board, at, column, view), &more),
            row(&blank, Tone::Muted, &level, ""),
            row(&titles, Tone::Muted, &weight, ""),
        ]
    }

    fn term(&self, at: usize, term: &ProposalTerm, view: &View<'_>) -> Line<'static> {
        let here = at == self.screen.row;
        let row = self.board.terms.iter().find(|row| row.term == term.uid());
        let mark = if here { view.marks.cursor } else { " " };
        let value = self.value(term, view);
        let tone = if row.is_some() { Tone::Plain } else { Tone::Muted };
        let floor = row.map_or_else(|| view.marks.dot.to_owned(), |row| self.cover(row, view));
        let mut spans = vec![
            Span::styled(mark.to_owned(), view.style(Tone::Key)),
            Span::styled(
                format!(
                    "{}{}{}",
                    view.left(&view.fit(&term.label, self.label - 1), self.label),
                    view.left(&view.fit(&value, self.value - 1), self.value),
                    view.left(&floor, FLOOR - 1)
                ),
                view.style(tone),
            ),
        ];
        let mut before = false;
        for (column, _) in self.columns() {
            let chosen = here && column == self.screen.column;
            let (text, tone) = self.score(row, column, view);
            spans.push(Span::styled(between(chosen, before, view), view.style(Tone::Key)));
            spans.push(Span::styled(view.left(&text, self.cell - 1), look(chosen, tone, view)));
            before = chosen;
        }
        spans.push(Span::styled(between(false, before, view), view.style(Tone::Key)));
        let state = if row.is_some() { term.state.term() } else { "proposal_term.state.dropped".to_owned() };
        let star = if row.is_some() { "" } else { "*" };
        spans.push(Span::styled(format!(" {}{star}", view.words.short(&state)), view.style(Tone::Muted)));
        Line::from(spans)
    }

    /// What is offered now; a sum that finds no room is shortened, at last to the amount alone.
    fn value(&self, term: &ProposalTerm, view: &View<'_>) -> String {
        let Some(value) = &term.value else { return view.words.unknown() };
        let full = view.words.amount(value);
        let Amount::Money(money) = value else { return full };
        let fits = |text: &String| cells::width(text) < self.value;
        let long = [full, view.words.money_short(*money)].into_iter().find(fits);
        long.unwrap_or_else(|| view.words.amount_short(*money))
    }

    /// How far the term covers an essential need: 1 partly, 2 fully.
    fn cover(&self, row: &TermRow, view: &View<'_>) -> String {
        let essential = |need| self.board.essential.iter().any(|floor| floor.need == need);
        let best = row.covers.iter().filter(|(need, _)| essential(*need)).map(|(_, cover)| *cover).max();
        best.filter(|cover| *cover > 0).map_or_else(|| view.marks.dot.to_owned(), |cover| cover.to_string())
    }

    /// `+2`, `0`, a dot where nobody has judged; a star on what is typed or tried out.
    fn score(&self, row: Option<&TermRow>, column: usize, view: &View<'_>) -> (String, Tone) {
        if view.privacy {
            return (view.marks.hidden.to_owned(), Tone::Muted);
        }
        let Some(row) = row else { return (String::new(), Tone::Muted) };
        let score = row.cells.get(column).copied().flatten();
        let interest = self.board.columns.get(column).map(|column| column.interest);
        let typed = interest.is_some_and(|interest| self.screen.is_typed(row.term, interest));
        let star = if typed { "*" } else { "" };
        let (text, tone) = net(score, view);
        (format!("{text}{star}"), if typed { Tone::Accent } else { tone })
    }

    /// What the judged cells of each interest come to.
    fn total(&self, view: &View<'_>) -> Line<'static> {
        let left = view.right(&view.say("board-total"), 1 + self.label + self.value - 1);
        let mut spans = vec![Span::styled(format!("{left}{}", " ".repeat(FLOOR)), view.style(Tone::Muted))];
        for (column, _) in self.columns() {
            let hidden = || (view.marks.hidden.to_owned(), Tone::Muted);
            let (text, tone) = if view.privacy { hidden() } else { net(self.board.net(column), view) };
            spans.push(Span::styled(format!(" {}", view.left(&text, self.cell - 1)), view.style(tone)));
        }
        Line::from(spans)
    }
}

fn net(score: Option<i64>, view: &View<'_>) -> (String, Tone) {
    match score {
        None => (view.marks.dot.to_owned(), Tone::Unknown),
        Some(score @ 1..) => (format!("+{score}"), Tone::Good),
        Some(0) => ("0".to_owned(), Tone::Plain),
        Some(score) => (score.to_string(), Tone::Bad),
    }
}

fn between(chosen: bool, before: bool, view: &View<'_>) -> String {
    let mark = if chosen {
        view.marks.cursor
    } else if before {
        "<"
    } else {
        " "
    };
    mark.to_owned()
}

/// The cell under the cursor looks chosen.
fn look(here: bool, tone: Tone, view: &View<'_>) -> Style {
    view.style(if here { Tone::Selected } else { tone })
}

/// The family name, with an initial between namesakes and a number where the person has several interests.
fn name(board: &Board, at: usize, column: &InterestColumn, view: &View<'_>) -> String {
    let people = board.columns.iter().map(|column| column.person).chain(board.unheard.iter().copied());
    let name = view.words.name_among(view.book(), people, column.person);
    let mine = |other: &&InterestColumn| other.person == column.person;
    let before = board.columns.iter().take(at + 1).filter(mine).count();
    if board.columns.iter().filter(mine).count() > 1 { format!("{name} {before}") } else { name }
}
