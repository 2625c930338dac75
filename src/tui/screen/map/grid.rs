//! The grid of a map: which columns fit, what a cell says, how sure and how old.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::gathered::Gathered;
use super::heads::{apart, wrapped};
use super::words::{not_needed, remark, row_label};
use crate::domain::map::{Column, DecisionMap, Freshness, Holder, Row};
use crate::domain::words::{Certainty, RoleKind};
use crate::domain::{Id, Person};
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;

/// Rows of a map from the decision down, then the other roles.
pub(super) const ROWS: [RoleKind; 8] = [
    RoleKind::Decides,
    RoleKind::Budgets,
    RoleKind::SpeaksFor,
    RoleKind::Agrees,
    RoleKind::Prepares,
    RoleKind::Influences,
    RoleKind::Operates,
    RoleKind::Informs,
];

/// The narrowest and the widest column, the cell between columns counted.
const NARROW: usize = 10;
const WIDE: usize = 16;

/// The people in the order in which they are shown: those with a role, then those without, so that the latter are the
/// first to find no room.
pub(super) fn order(map: &DecisionMap) -> Vec<&Column> {
    let (with, without): (Vec<&Column>, Vec<&Column>) = map.columns.iter().partition(|column| column.has_role);
    with.into_iter().chain(without).collect()
}

pub(super) struct Grid<'a> {
    pub map: &'a DecisionMap,
    pub gathered: Option<&'a Gathered>,
    pub person: Option<Id<Person>>,
    pub kind: RoleKind,
    /// Facts younger than this are marked as new.
    pub since: Option<chrono::NaiveDate>,
    label: usize,
    cell: usize,
    margin: usize,
    width: usize,
    shown: Vec<&'a Column>,
    more: usize,
}

impl<'a> Grid<'a> {
    pub fn new(
        map: &'a DecisionMap,
        gathered: Option<&'a Gathered>,
        (person, kind): (Option<Id<Person>>, RoleKind),
        since: Option<chrono::NaiveDate>,
        width: usize,
        view: &View<'_>,
    ) -> Self {
        let all = order(map);
        let label = ROWS.iter().map(|kind| cells::width(&row_label(*kind, view))).max().unwrap_or(0) + 2;
        let label = label.max(cells::width(&view.say("map-stance")) + 2);
        let mut grid = Self {
            map,
            gathered,
            person,
            kind,
            since,
            label,
            cell: WIDE,
            margin: 0,
            width,
            shown: Vec::new(),
            more: 0,
        };
        grid.cell = grid.widest(&all, view).clamp(NARROW, WIDE);
        grid.margin = grid.margin_beside(all.len(), view);
        // Where room is scarce a cell does without the blank before the age.
        grid.cell = NARROW;
        let least = grid.widest(&all, view).clamp(NARROW, WIDE);
        if grid.margin == 0 {
            grid.cell = least;
            grid.margin = grid.margin_beside(all.len(), view);
        }
        let room = width.saturating_sub(label + grid.margin + 1);
        let spread = room / all.len().max(1);
        if spread < least {
            // What is left out is counted at the right edge.
            let room = room.saturating_sub(MORE);
            let fit = (room / least).max(1);
            let at = person.and_then(|person| all.iter().position(|column| column.person == person)).unwrap_or(0);
            let first = (at + 1).saturating_sub(fit);
            grid.cell = (room / fit).clamp(least, WIDE);
            grid.more = all.len() - fit;
            grid.shown = all.into_iter().skip(first).take(fit).collect();
        } else {
            grid.cell = spread.min(WIDE);
            grid.shown = all;
        }
        grid
    }

    /// Whether somebody finds no room.
    pub fn is_crowded(&self) -> bool {
        self.more > 0
    }

    /// Room for remarks. People come first: what is wrong is listed beneath the grid as well.
    fn margin_beside(&self, people: usize, view: &View<'_>) -> usize {
        if self.width < ROOMY {
            return 0;
        }
        let rows = ROWS.iter().filter_map(|kind| self.map.row(*kind));
        let said = rows.filter_map(|row| remark(self.map, row, view)).map(|said| cells::width(&said) + 2).max();
        let wanted = said.unwrap_or(0).min(self.width / 4);
        match self.width.checked_sub(self.label + 1 + self.cell * people) {
            Some(left) if left < LEAST_REMARK.min(wanted) => 0,
            Some(left) => wanted.min(left),
            None => 0,
        }
    }

    fn widest(&self, all: &[&Column], view: &View<'_>) -> usize {
        let cells = ROWS.iter().flat_map(|kind| all.iter().map(|column| self.cell(*kind, column, view).0));
        cells.map(|text| cells::width(&text) + 1).max().unwrap_or(NARROW)
    }

    pub fn names(&self, view: &View<'_>) -> Line<'static> {
        let names = self.shown.iter().map(|column| view.words.name_on_map(view.book(), self.map, column.person));
        let names = apart(&names.collect::<Vec<_>>(), self.cell - 1, view.marks.cut);
        let mut line = self.line("", Tone::Plain, names.into_iter().map(|name| (name, Tone::Plain)), view);
        if self.more > 0 {
            let more = view.say_with("map-more", &[("n", crate::domain::Arg::count(self.more))]);
            line.push_span(Span::styled(format!(" {more}"), view.style(Tone::Muted)));
        }
        line
    }

    pub fn levels(&self, view: &View<'_>) -> Line<'static> {
        let level = |column: &&Column| {
            let level = column.level.map_or("unknown", |level| level.word());
            let above = if column.above { format!(" {}", view.marks.up) } else { String::new() };
            (format!("{}{above}", view.words.short(&format!("affiliation.level.{level}"))), Tone::Muted)
        };
        self.line("", Tone::Plain, self.shown.iter().map(level), view)
    }

    pub fn has_positions(&self) -> bool {
        self.shown.iter().any(|column| column.position.is_some())
    }

    /// What people are, on as many lines as asked for; the last is cut.
    pub fn positions(&self, most: usize, view: &View<'_>) -> Vec<Line<'static>> {
        let room = self.cell - 1;
        let wrapped: Vec<Vec<String>> = self
            .shown
            .iter()
            .map(|column| column.position.as_deref())
            .map(|position| wrapped(position.unwrap_or_default(), room, most))
            .collect();
        let lines = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        let line = |n: usize| {
            let cells = wrapped.iter().map(|parts| (parts.get(n).cloned().unwrap_or_default(), Tone::Muted));
            self.line("", Tone::Plain, cells, view)
        };
        (0..lines).map(line).collect()
    }

    pub fn stances(&self, view: &View<'_>) -> Line<'static> {
        let stances = self.shown.iter().map(|column| self.stance(column, view));
        self.line(&view.say("map-stance"), Tone::Plain, stances, view)
    }

    /// `++ 4`, `?  3`, or that nothing is known; with a star what the keys have changed.
    fn stance(&self, column: &Column, view: &View<'_>) -> (String, Tone) {
        if view.privacy {
            return (view.marks.hidden.to_owned(), Tone::Muted);
        }
        let facts = self.gathered.filter(|gathered| gathered.person == column.person).map(|gathered| &gathered.facts);
        let stance = facts.map_or(column.attitude.stance(), |facts| facts.stance.now);
        let influence = facts.map_or(column.attitude.influence(), |facts| facts.influence.now);
        let changed =
            facts.is_some_and(|facts| facts.stance.changed().is_some() || facts.influence.changed().is_some());
        let star = if changed { "*" } else { "" };
        let tone = match stance {
            Some(..=-1) => Tone::Bad,
            Some(1..) => Tone::Good,
            Some(0) => Tone::Plain,
            None => Tone::Unknown,
        };
        (format!("{}{star}", view.words.attitude(stance, influence)), tone)
    }

    pub fn row(&self, row: &Row, view: &View<'_>) -> Line<'static> {
        let aside = self.width.saturating_sub(self.label + self.cell * self.shown.len() + 1);
        let has_margin = self.margin > 0 && aside >= LEAST_REMARK.min(self.margin);
        let remark = remark(self.map, row, view).filter(|_| has_margin);
        let here = row.kind == self.kind;
        let tone = if row.kind.is_step() { Tone::Title } else { Tone::Plain };
        let label = row_label(row.kind, view);
        let mut line = match &row.absent {
            Some(absent) if !row.holders.iter().any(|holder| !holder.left) => {
                let said = not_needed(absent, view);
                // Without a remark the reason has the line to its end.
                let room =
                    if remark.is_some() { self.cell * self.shown.len() } else { self.width.saturating_sub(self.label) };
                let mark = if here { view.marks.cursor } else { " " };
                Line::from(vec![
                    Span::styled(view.left(&format!(" {label}"), self.label), view.style(tone)),
                    Span::raw(mark),
                    Span::styled(view.left(&said, room.saturating_sub(1)), look(here, Tone::Muted, view)),
                ])
            }
            _ => {
                let cells = self.shown.iter().map(|column| self.cell(row.kind, column, view));
                self.cells(&label, tone, cells, here, view)
            }
        };
        if let Some(said) = remark {
            line.push_span(Span::styled(view.fit(&format!("  {said}"), aside), view.style(Tone::Warn)));
        }
        line
    }

    /// What a person holds: `conf 95d`, `heard? 130d`, `x conf 2y`, `conf*` while it is being changed.
    fn cell(&self, kind: RoleKind, column: &Column, view: &View<'_>) -> (String, Tone) {
        if view.privacy {
            return (view.marks.hidden.to_owned(), Tone::Muted);
        }
        let gathered = self.gathered.filter(|gathered| gathered.person == column.person);
        if let Some(fact) = gathered.and_then(|gathered| gathered.facts.role(kind)).filter(|fact| fact.is_changed()) {
            let now = fact.now.map_or_else(
                || view.words.short("role.certainty.none"),
                |certainty| view.words.mark(&certainty.term()),
            );
            return (format!("{now}*"), Tone::Accent);
        }
        match self.map.cell(kind, column.person) {
            None => (view.marks.dot.to_owned(), Tone::Muted),
            Some(holder) => {
                let new = !holder.later && self.since.is_some_and(|since| holder.known_on > since);
                let plus = if new { "+" } else { "" };
                (format!("{plus}{}", view.words.held(holder, self.cell - 1 - plus.len())), tone(holder))
            }
        }
    }

    fn line(
        &self,
        label: &str,
        tone: Tone,
        cells: impl Iterator<Item = (String, Tone)>,
        view: &View<'_>,
    ) -> Line<'static> {
        self.cells(label, tone, cells, false, view)
    }

    fn cells(
        &self,
        label: &str,
        tone: Tone,
        cells: impl Iterator<Item = (String, Tone)>,
        here: bool,
        view: &View<'_>,
    ) -> Line<'static> {
        let mut line = Line::from(Span::styled(view.left(&format!(" {label}"), self.label), view.style(tone)));
        let mut before = false;
        for (column, (text, tone)) in self.shown.iter().zip(cells) {
            let chosen = here && Some(column.person) == self.person;
            let between = if chosen {
                view.marks.cursor
            } else if before {
                "<"
            } else {
                " "
            };
            line.push_span(Span::styled(between.to_owned(), view.style(Tone::Key)));
            line.push_span(Span::styled(view.left(&text, self.cell - 1), look(chosen, tone, view)));
            before = chosen;
        }
        line.push_span(Span::styled(if before { "<" } else { " " }, view.style(Tone::Key)));
        line
    }

    /// The cell of a click, by the lines on which the rows were drawn.
    pub fn column_at(&self, x: usize) -> Option<Id<Person>> {
        let column = x.checked_sub(self.label)? / self.cell;
        self.shown.get(column).map(|column| column.person)
    }
}

/// From this width on remarks stand beside the grid.
const ROOMY: usize = 100;

/// A remark in fewer cells says too little.
const LEAST_REMARK: usize = 16;

/// Cells kept for `>3 more`.
const MORE: usize = 9;

/// The cell under the cursor looks chosen.
fn look(here: bool, tone: Tone, view: &View<'_>) -> Style {
    view.style(if here { Tone::Selected } else { tone })
}

fn tone(holder: &Holder) -> Tone {
    match (holder.freshness, holder.certainty) {
        _ if holder.left => Tone::Bad,
        (Freshness::Fresh, Certainty::Confirmed) => Tone::Good,
        (Freshness::Fresh, Certainty::Heard) => Tone::Plain,
        (Freshness::Fresh, Certainty::Assumed) => Tone::Guess,
        _ => Tone::Warn,
    }
}

/// Draws lines one under another; how many there was room for.
pub(super) fn lines(buf: &mut Buffer, area: Rect, lines: &[Line<'_>]) -> u16 {
    let mut y = 0;
    for line in lines.iter().take(usize::from(area.height)) {
        paint::line(buf, area, y, line);
        y += 1;
    }
    y
}
