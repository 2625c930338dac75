//! What is to be said of an offer, in lines behind the word of their topic.

use chrono::NaiveDate;
use ratatui::text::{Line, Span};

use crate::domain::Book;
use crate::domain::offer::{self, Board, Remark, TakenOff};
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::theme::Tone;

pub(crate) struct Told {
    pub label: String,
    pub text: String,
    pub tone: Tone,
}

/// The remarks on a board as of a day, with what was taken off its offer; of several on one topic the first names it.
pub(crate) fn remarks(
    book: &Book,
    board: &Board,
    taken_off: &[TakenOff],
    day: NaiveDate,
    view: &View<'_>,
) -> Vec<Told> {
    let mut before = None;
    let told = |remark: &Remark| {
        let known = before.replace(remark.topic) == Some(remark.topic);
        let label = if known { String::new() } else { view.words.term(&remark.topic.term()) };
        let text = view.words.sentences(&remark.texts);
        let text = if remark.is_private() { view.private(text) } else { text };
        Told { label, text, tone: if remark.warns { Tone::Warn } else { Tone::Plain } }
    };
    offer::remarks(book, board, taken_off, day).iter().map(told).collect()
}

/// Labels in a column, texts broken beside them into so many lines at most.
pub(crate) fn lines(rows: &[Told], width: usize, most: usize, view: &View<'_>) -> Vec<Line<'static>> {
    let cells = rows.iter().map(|row| cells::width(&row.label)).max().unwrap_or(0) + 1;
    let room = width.saturating_sub(cells);
    let mut lines = Vec::new();
    for row in rows {
        for (at, part) in broken(&row.text, room, most, view).into_iter().enumerate() {
            let label = if at == 0 { row.label.as_str() } else { "" };
            lines.push(Line::from(vec![
                Span::styled(view.left(label, cells), view.style(Tone::Muted)),
                Span::styled(part, view.style(row.tone)),
            ]));
        }
    }
    lines
}

/// The text in so many lines at most; what is left over is cut with its mark.
fn broken(text: &str, room: usize, most: usize, view: &View<'_>) -> Vec<String> {
    let ranges = cells::wrap_ranges(text, room);
    match most.checked_sub(1).and_then(|last| ranges.get(last)).filter(|_| ranges.len() > most) {
        Some(last) => {
            let mut lines: Vec<String> = cells::wrap(&text[..last.start], room);
            lines.push(view.fit(&text[last.start..], room));
            lines
        }
        None => cells::wrap(text, room),
    }
}
