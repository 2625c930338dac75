//! The picture of the board: head, grid of terms and interests, what is to be said of the offer.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::OfferBoard;
use super::grid::Grid;
use super::told::{self, Told};
use crate::domain::offer::Board;
use crate::domain::words::TermState;
use crate::domain::{Arg, Proposal};
use crate::tui::cells;
use crate::tui::command::Command;
use crate::tui::layer::{Layer, View};
use crate::tui::screen::client::offers;
use crate::tui::screen::form::name;
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;

/// From here what is said stands beside the grid.
const TWO_PANES: u16 = 140;
const PANE: u16 = 58;

pub(super) fn draw(
    screen: &OfferBoard,
    offer: &Proposal,
    board: &Board,
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let width = usize::from(area.width);
    let buf = frame.buffer_mut();
    paint::text(buf, area, 0, &head(screen, offer, width, view), view.style(Tone::Title), view);
    paint::text(buf, area, 1, &result(screen, offer, board, width, view), view.style(Tone::Plain), view);
    paint::rule(buf, area, 2, None, "", "", view);
    let below = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
    let pane = if area.width >= TWO_PANES { PANE } else { 0 };
    let left = Rect { width: below.width - pane, ..below };
    let grid = Grid::new(screen, board, usize::from(left.width), view);
    let lines = grid.lines(view);
    let room = if pane > 0 { left.height } else { left.height.saturating_sub(LEAST_SAID).max(left.height / 2) };
    let shown = grid.window(lines.len(), usize::from(room));
    grid.remember(&shown, left);
    for (y, line) in (0..left.height).zip(shown.iter().filter_map(|at| lines.get(*at))) {
        paint::line(buf, left, y, line);
    }
    let used = u16::try_from(shown.len()).unwrap_or(left.height).min(left.height);
    let said = if pane > 0 {
        Rect { x: left.right() + 1, width: pane.saturating_sub(1), ..below }
    } else {
        let used = (used + 1).min(below.height);
        Rect { y: below.y + used, height: below.height - used, ..below }
    };
    let lines = told(screen, board, usize::from(said.width), view);
    let height = usize::from(said.height);
    let from = screen.said.get().min(lines.len().saturating_sub(height));
    screen.said.set(from);
    let buf = frame.buffer_mut();
    if pane == 0 {
        paint::rule(buf, below, used, None, "", &rest(screen, lines.len() - from, height, view), view);
    }
    for (y, line) in (0..said.height).zip(lines.iter().skip(from)) {
        paint::line(buf, said, y, line);
    }
}

/// How many lines more there are below, and the key that brings them.
fn rest(screen: &OfferBoard, lines: usize, height: usize, view: &View<'_>) -> String {
    let more = lines.saturating_sub(height);
    let key = view.commands.key_of(screen.place(), Command::PageDown).unwrap_or_default();
    if more == 0 { String::new() } else { format!("+{more} {key} ") }
}

/// No remark takes more lines than this.
const LINES_EACH: usize = 3;

/// Lines kept for what is said when the grid is long.
const LEAST_SAID: u16 = 6;

/// Client, tab, offer, version and state.
fn head(screen: &OfferBoard, offer: &Proposal, width: usize, view: &View<'_>) -> String {
    let state = screen.version_in_words(offer, view);
    let client = name::client(offer.client, view);
    let left = format!(" {client}  6 {}  {}", view.words.term("tab.offers"), offer.title);
    // Two cells stand between a title that is cut and the state.
    cells::both_ends(&left, &format!(" {state} "), width, view.marks.cut)
}

/// The score with its range, whom it rests on, the floor; in a what-if what it was and would be.
fn result(screen: &OfferBoard, offer: &Proposal, board: &Board, width: usize, view: &View<'_>) -> String {
    let score = |board: &Board| {
        let score = board.score(view.book());
        let unscored = if board.floor().holds() { "board-unscored" } else { "board-floor-broken" };
        score.value.value().map_or_else(|| view.say(unscored), |value| view.words.number(*value))
    };
    if screen.what_if.is_some() {
        let before = Board::of(view.book(), screen.offer, view.today()).map(|board| score(&board));
        let key = view.commands.key_of(screen.place(), Command::WhatIf).unwrap_or_default();
        let args = [
            ("before", Arg::text(before.unwrap_or_default())),
            ("after", Arg::text(score(board))),
            ("key", Arg::text(key)),
        ];
        return format!(" {}", view.say_with("board-what-if", &args));
    }
    let floor = board.floor();
    let floor = match floor.needs.as_slice() {
        [] => "board-no-essential",
        _ if floor.holds() => "board-floor-holds",
        _ => "board-floor-broken",
    };
    let parts = [offers::score(view, board), view.say(floor)];
    let until =
        offer.valid_until.map(|day| view.say_with("board-until", &[("day", Arg::text(view.words.day_digits(day)))]));
    let left = format!(" {}", parts.join(&format!(" {} ", view.marks.dot)));
    cells::both_ends(&left, &format!("{} ", until.unwrap_or_default()), width, view.marks.cut)
}

/// What belongs to the cursor, then what is to be said of the whole.
fn told(screen: &OfferBoard, board: &Board, width: usize, view: &View<'_>) -> Vec<Line<'static>> {
    let mut rows = cursor(screen, board, view);
    let taken_off = screen.old.as_ref().map_or(&screen.taken_off, |old| &old.taken_off);
    rows.extend(told::remarks(screen.shown(view), board, taken_off, screen.day(view), view));
    rows.extend(dropped(screen, view));
    rows.extend(screen.earlier(view).map(|text| row("versions", text, view)));
    let mut lines = told::lines(&rows, width.saturating_sub(1), LINES_EACH, view);
    lines.iter_mut().for_each(|line| line.spans.insert(0, Span::raw(" ")));
    lines
}

/// Our floor of the term, what it is worth to them, what the person of the column wants.
fn cursor(screen: &OfferBoard, board: &Board, view: &View<'_>) -> Vec<Told> {
    let mut rows = Vec::new();
    if let Some(term) = screen.term(view) {
        if let Some(floor) = &term.our_floor {
            rows.push(row("our_floor", view.words.amount(floor), view));
        }
        if let Some(value) = &term.their_value {
            rows.push(row("their_value", view.private(value.as_str()), view));
        }
    }
    let interest = board.columns.get(screen.column).and_then(|column| screen.shown(view).interest.get(column.interest));
    if let Some(interest) = interest {
        let args = [
            ("person", Arg::text(name::person(interest.person, view))),
            ("interest", Arg::text(interest.text.as_str())),
            ("certainty", Arg::word(interest.certainty.term())),
            ("importance", Arg::Count(interest.importance)),
        ];
        rows.push(row("wants", view.private(view.say_with("board-wants", &args)), view));
    }
    rows
}

fn row(topic: &str, text: String, view: &View<'_>) -> Told {
    Told { label: view.words.term(&format!("offer.remark.{topic}")), text, tone: Tone::Plain }
}

fn dropped(screen: &OfferBoard, view: &View<'_>) -> Option<Told> {
    let terms = screen.shown(view).proposal_term.of(screen.offer);
    let gone = terms.filter(|term| term.proposal == screen.offer && term.state == TermState::Dropped);
    let labels: Vec<&str> = gone.map(|term| term.label.as_str()).collect();
    (!labels.is_empty()).then(|| Told { tone: Tone::Muted, ..row("dropped", view.words.list(&labels), view) })
}
