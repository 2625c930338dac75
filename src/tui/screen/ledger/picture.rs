//! How the grid of figures looks.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as TextLine, Span};

use super::{Ledger, Line};
use crate::domain::Arg;
use crate::domain::ledger_file::Figure;
use crate::domain::money::Money;
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;

/// Cells of the mark, the month and the currency.
const MARK: u16 = 1;
const MONTH: u16 = 9;
const CURRENCY: u16 = 4;
/// Lines of the headings.
const HEADING: u16 = 2;
/// The widest a figure is drawn.
const WIDEST: u16 = 20;

/// The columns of the figures: where the first begins and how wide each is.
#[derive(Clone, Copy)]
struct Columns {
    first: u16,
    width: u16,
}

impl Columns {
    fn new(area: Rect) -> Self {
        let first = MARK + MONTH + CURRENCY;
        let width = area.width.saturating_sub(first) / 6;
        Self { first: area.x + first, width: width.min(WIDEST) }
    }

    fn place(self, column: usize, y: u16) -> Rect {
        let x = self.first + u16::try_from(column).unwrap_or(0) * self.width;
        // One cell between two columns.
        Rect { x: x + 1, y, width: self.width.saturating_sub(1), height: 1 }
    }
}

pub(super) fn draw(screen: &Ledger, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let lines = screen.lines(view);
    let columns = Columns::new(area);
    headings(frame, area, columns, view);
    let height = usize::from(area.height.saturating_sub(HEADING + 2));
    screen.height.set(height);
    let top = screen.top.get().clamp((screen.line + 1).saturating_sub(height), screen.line);
    screen.top.set(top);
    screen.drawn.borrow_mut().clear();
    for (y, (at, line)) in (area.y + HEADING..).zip(lines.iter().enumerate().skip(top).take(height)) {
        row(screen, frame, Rect { y, height: 1, ..area }, at, line, columns, view);
    }
    if let Some(line) = lines.get(screen.line) {
        screen.stands.set(Some((line.month, line.currency)));
        let last = Rect { y: area.bottom().saturating_sub(2), height: 2, ..area };
        told(screen, frame, last, line, view);
    }
}

/// Labels of several words take two lines; the last word stands just above the figures.
fn headings(frame: &mut Frame<'_>, area: Rect, columns: Columns, view: &View<'_>) {
    let style = view.style(Tone::Rule);
    let month = view.fit(&view.words.label("ledger_month", "month"), usize::from(MONTH));
    frame.buffer_mut().set_string(area.x + MARK, area.y + HEADING - 1, month, style);
    for (column, figure) in Figure::ALL.into_iter().enumerate() {
        let label = view.words.label("ledger_month", figure.field());
        let place = columns.place(column, area.y);
        let room = usize::from(place.width);
        let lines = cells::wrap(&label, room);
        for (y, line) in (area.y..area.y + HEADING).rev().zip(lines.iter().take(usize::from(HEADING)).rev()) {
            frame.buffer_mut().set_string(place.x, y, view.right(line, room), style);
        }
    }
}

fn row(
    screen: &Ledger,
    frame: &mut Frame<'_>,
    area: Rect,
    at: usize,
    line: &Line<'_>,
    columns: Columns,
    view: &View<'_>,
) {
    let here = at == screen.line;
    let open = if line.row.is_some_and(|row| !row.closed) { "*" } else { "" };
    let mark = if here { ">" } else { " " };
    let month = view.left(&format!("{}{open}", view.words.month_digits(line.month)), usize::from(MONTH));
    let style = view.style(if here { Tone::Accent } else { Tone::Plain });
    frame.buffer_mut().set_string(area.x, area.y, format!("{mark}{month}{}", line.currency), style);
    for (column, figure) in Figure::ALL.into_iter().enumerate() {
        let place = columns.place(column, area.y).intersection(area);
        screen.drawn.borrow_mut().push((place, at, column));
        let under = here && column == screen.column;
        if let (true, Some(field)) = (under, &screen.field) {
            field.draw(frame, place, true, view);
            continue;
        }
        let (text, tone) = cell(screen, line, figure, usize::from(place.width), view);
        let style = if under { view.style(tone).patch(view.style(Tone::Selected)) } else { view.style(tone) };
        frame.buffer_mut().set_string(place.x, place.y, view.right(&text, usize::from(place.width)), style);
    }
}

/// What a cell says, and how.
fn cell(screen: &Ledger, line: &Line<'_>, figure: Figure, room: usize, view: &View<'_>) -> (String, Tone) {
    let typed = screen.typed.shown().filter(|typed| typed.is_of(line));
    let is_typed = typed.is_some_and(|typed| typed.figure(figure).is_some());
    match screen.value(line, figure) {
        Some(minor) => {
            let tone = if is_typed { Tone::Accent } else { Tone::Plain };
            (amount(Money::new(minor, line.currency), room, view), tone)
        }
        None if line.row.is_some() || is_typed => (view.words.unknown(), Tone::Unknown),
        None if figure == Figure::Income => (view.say("word-no_row"), Tone::Muted),
        None => (view.marks.dot.to_owned(), Tone::Muted),
    }
}

/// To the minor unit where there is room, else in short: a figure is never cut.
fn amount(money: Money, room: usize, view: &View<'_>) -> String {
    let exact = view.words.amount_exact(money);
    if cells::width(&exact) <= room { exact } else { view.words.amount_short(money) }
}

/// The cell under the cursor in full, and where the row comes from.
fn told(screen: &Ledger, frame: &mut Frame<'_>, area: Rect, line: &Line<'_>, view: &View<'_>) {
    let buf = frame.buffer_mut();
    paint::rule(buf, area, 0, None, "", "", view);
    let figure = screen.figure();
    let label = view.words.label("ledger_month", figure.field());
    let value = screen.value(line, figure);
    let value = value.map_or_else(|| view.words.unknown(), |minor| view.words.money(Money::new(minor, line.currency)));
    let left = format!(" {label} {} {}  {value}", view.marks.dot, view.words.month(line.month));
    let unsaved = screen.typed.shown().is_some_and(|typed| typed.is_of(line));
    let right = match line.row {
        _ if unsaved => view.say("ledger-unsaved"),
        None => view.say("word-no_row"),
        Some(row) => {
            let id = if row.closed { "ledger-source-closed" } else { "ledger-source-open" };
            view.say_with(id, &[("source", Arg::text(row.source.as_str()))])
        }
    };
    let text = cells::both_ends(&left, &format!("{right} "), usize::from(area.width), view.marks.cut);
    paint::line(buf, area, 1, &TextLine::from(Span::styled(text, view.style(Tone::Muted))));
}
