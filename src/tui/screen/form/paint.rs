//! The picture of a page of fields: labels, what is typed, what it means, what is wrong with it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use serde_json::Value as Json;

use super::page::{Page, Row};
use super::slot::{Editor, LANGUAGES, Slot};
use super::{shown, usual};
use crate::domain::Entity;
use crate::domain::date::parse_day;
use crate::domain::field::{Field, Kind, Need};
use crate::domain::figures::calendar::Calendar;
use crate::domain::figures::promises::due_of;
use crate::domain::words::Who;
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::theme::Tone;
use crate::tui::widget::field::Field as OneLine;
use crate::tui::widget::{frame as paint, list};

/// Lines of a long text under the cursor, and elsewhere.
const LONG: (usize, usize) = (8, 3);
/// Cells before the label: the cursor's mark and the mark of shared fields.
const BEFORE_LABEL: u16 = 4;

/// From this width on the fields of a long form stand in two columns: below it their labels would be cut.
const TWO_COLUMNS: u16 = 120;
/// Below this width labels may take half of the column: one says little when it is cut.
const NARROW: u16 = 90;

/// Where the columns of a page are.
#[derive(Clone, Copy)]
struct Columns {
    label: usize,
    value: Rect,
}

pub(super) fn page(frame: &mut Frame<'_>, area: Rect, page: &Page, is_new: bool, view: &View<'_>) {
    let rows = page.rows();
    let (bands, heights) = bands(area, page, &rows, view);
    let at = rows.iter().position(|row| *row == page.at).unwrap_or(0);
    let top = settled(page.top.get(), at, &heights, &bands);
    page.top.set(top);
    page.drawn.borrow_mut().clear();
    let all = columns(bands.first().copied().unwrap_or(area), page, &rows, view);
    for (row, line) in rows.iter().skip(top).zip(placed(&heights, top, &bands)) {
        page.drawn.borrow_mut().push((line, *row));
        let columns = Columns { value: Rect { x: line.x + (all.value.x - area.x), ..all.value }, ..all };
        let drawn = Drawn { page, row: *row, columns: &columns, is_new };
        drawn.draw(frame, line, view);
        if *row == page.at {
            list::mark(frame.buffer_mut(), line, 0, !page.is_typing(), view);
        }
    }
}

/// The columns that the rows run down one after another, and the height of each row in them: two where one cannot
/// hold all and there is the width.
fn bands(area: Rect, page: &Page, rows: &[Row], view: &View<'_>) -> (Vec<Rect>, Vec<usize>) {
    let heights = |band: Rect| -> Vec<usize> {
        let width = usize::from(columns(band, page, rows, view).value.width);
        rows.iter().map(|row| height(page, *row, width, view)).collect()
    };
    let one = heights(area);
    if area.width < TWO_COLUMNS || one.iter().sum::<usize>() <= usize::from(area.height) {
        return (vec![area], one);
    }
    let left = Rect { width: area.width / 2 - 1, ..area };
    let right = Rect { x: area.x + area.width / 2 + 1, ..left };
    (vec![left, right], heights(left))
}

/// Where the rows from the first in sight on stand.
fn placed(heights: &[usize], top: usize, bands: &[Rect]) -> Vec<Rect> {
    let (mut found, mut bands) = (Vec::new(), bands.iter().peekable());
    let mut y = 0;
    for height in heights.iter().skip(top) {
        let Some(mut band) = bands.peek().copied() else { break };
        let mut height = u16::try_from(*height).unwrap_or(1).min(band.height);
        if y + height > band.height && bands.len() > 1 {
            bands.next();
            (band, y) = (bands.peek().copied().unwrap_or(band), 0);
        }
        height = height.min(band.height - y);
        if height == 0 {
            break;
        }
        found.push(Rect { y: band.y + y, height, ..*band });
        y += height;
    }
    found
}

/// The first row in sight, so that the one under the cursor is seen whole.
fn settled(top: usize, at: usize, heights: &[usize], bands: &[Rect]) -> usize {
    let is_whole = |top: usize, row: usize| {
        let place = placed(heights, top, bands).get(row - top).copied();
        let most = bands.first().map_or(0, |band| usize::from(band.height));
        place.is_some_and(|place| usize::from(place.height) >= heights.get(row).copied().unwrap_or(0).min(most))
    };
    let mut top = top.min(at);
    while top < at && !is_whole(top, at) {
        top += 1;
    }
    let last = heights.len().saturating_sub(1);
    while top > 0 && is_whole(top - 1, last) {
        top -= 1;
    }
    top
}

fn label(slot: &Slot, view: &View<'_>) -> String {
    let name = slot.field.name;
    if LANGUAGES.iter().any(|language| language.name == name && slot.field.kind == Kind::Line(120)) {
        return view.words.term(&format!("language.{name}"));
    }
    if name == super::REASON.name && slot.entity.field(name).is_none() {
        return view.say("form-reason");
    }
    view.words.label(slot.entity.table(), name)
}

fn columns(area: Rect, page: &Page, rows: &[Row], view: &View<'_>) -> Columns {
    let widths = rows.iter().filter_map(|row| match row {
        Row::Slot(at) => page.slots.get(*at).map(|slot| cells::width(&label(slot, view))),
        _ => None,
    });
    let share = if area.width < NARROW { area.width / 2 } else { area.width * 2 / 5 };
    let most = usize::from(share.saturating_sub(BEFORE_LABEL));
    let label = widths.max().unwrap_or(0).clamp(8, most.max(8));
    let left = (BEFORE_LABEL + u16::try_from(label).unwrap_or(20) + 2).min(area.width);
    Columns { label, value: Rect { x: area.x + left, width: area.width - left, ..area } }
}

/// Whether any field in sight can reach the client.
pub(super) fn has_shared(page: &Page) -> bool {
    let on = is_switched_on(page);
    let slot = |row: &Row| if let Row::Slot(at) = row { page.slots.get(*at) } else { None };
    page.rows().iter().filter_map(slot).any(|slot| usual::is_shared(slot.entity, &slot.field, on))
}

/// The row's own switch gives some of its fields to the client.
fn is_switched_on(page: &Page) -> bool {
    page.named("share").is_some_and(|slot| slot.state() == true)
}

/// Whether privacy mode blanks what stands in the field.
fn is_hidden(slot: &Slot, page: &Page, view: &View<'_>) -> bool {
    let shared = usual::is_shared(slot.entity, &slot.field, is_switched_on(page));
    view.privacy && usual::is_private(&slot.field, shared) && !slot.revealed && !slot.is_empty()
}

/// What is wrong, in lines.
fn complaint(slot: &Slot, width: usize, view: &View<'_>) -> Vec<String> {
    let wrong = slot.wrong.as_ref().map(|sentence| view.words.sentence(sentence));
    wrong.map(|text| cells::wrap(&text, width.saturating_sub(2))).unwrap_or_default()
}

fn height(page: &Page, row: Row, width: usize, view: &View<'_>) -> usize {
    let Row::Slot(at) = row else { return 1 };
    let Some(slot) = page.slots.get(at) else { return 1 };
    let own = match &slot.editor {
        Editor::Long(_) if is_hidden(slot, page, view) => 1,
        Editor::Long(text) => {
            let (here, elsewhere) = LONG;
            let most = if page.at == row && page.is_typing() { here } else { elsewhere };
            text.height(width).clamp(if page.at == row && page.is_typing() { 2 } else { 1 }, most)
        }
        _ => 1,
    };
    own + complaint(slot, width, view).len() + advice(page, row, slot, width, view).len()
}

/// A field's own help, while the cursor is on it.
fn advice(page: &Page, row: Row, slot: &Slot, width: usize, view: &View<'_>) -> Vec<String> {
    let is_interest = slot.entity == Entity::Interest && slot.field.name == "text";
    if page.at != row {
        return Vec::new();
    }
    let help = if is_interest { Some(view.say("interest-help")) } else { page.aside.borrow().clone() };
    help.map(|help| cells::wrap(&help, width)).unwrap_or_default()
}

/// One row and what is around it.
struct Drawn<'p> {
    page: &'p Page,
    row: Row,
    columns: &'p Columns,
    is_new: bool,
}

impl Drawn<'_> {
    fn draw(&self, frame: &mut Frame<'_>, line: Rect, view: &View<'_>) {
        match self.row {
            Row::Slot(at) => {
                if let Some(slot) = self.page.slots.get(at) {
                    self.slot(frame, line, slot, view);
                }
            }
            Row::Item(at, n) => self.item(frame, line, at, n, view),
            Row::More => self.more(frame, line, view),
        }
    }

    fn inside(&self, line: Rect) -> Rect {
        Rect { y: line.y, height: line.height, ..self.columns.value }
    }

    fn slot(&self, frame: &mut Frame<'_>, line: Rect, slot: &Slot, view: &View<'_>) {
        let shared = usual::is_shared(slot.entity, &slot.field, is_switched_on(self.page));
        let mark = if shared { view.marks.shared } else { "" };
        let text = format!(" {} {}", view.left(mark, 2), view.left(&label(slot, view), self.columns.label));
        paint::text(frame.buffer_mut(), line, 0, &text, view.style(Tone::Muted), view);
        let inside = self.inside(line);
        let width = usize::from(inside.width);
        let wrong = complaint(slot, width, view).into_iter().enumerate();
        let wrong = wrong.map(|(n, text)| (format!("{} {text}", if n == 0 { "!" } else { " " }), Tone::Bad));
        let help = advice(self.page, self.row, slot, width, view).into_iter().map(|text| (text, Tone::Muted));
        let beneath: Vec<(String, Tone)> = wrong.chain(help).collect();
        let own = inside.height.saturating_sub(u16::try_from(beneath.len()).unwrap_or(0)).max(1);
        self.value(frame, Rect { height: own.min(inside.height), ..inside }, slot, view);
        for (y, (text, tone)) in (own..inside.height).zip(&beneath) {
            paint::text(frame.buffer_mut(), inside, y, text, view.style(*tone), view);
        }
    }

    fn value(&self, frame: &mut Frame<'_>, inside: Rect, slot: &Slot, view: &View<'_>) {
        let here = self.page.slot().is_some_and(|at| std::ptr::eq(at, slot));
        let typing = here && self.page.is_typing();
        if is_hidden(slot, self.page, view) {
            return paint::text(frame.buffer_mut(), inside, 0, view.marks.hidden, view.style(Tone::Plain), view);
        }
        match &slot.editor {
            Editor::Long(text) if typing || !slot.is_empty() => text.draw(frame, inside, typing, view),
            Editor::Line(line) if typing => self.typed(frame, inside, slot, line, view),
            _ => {
                let (text, tone) = self.told(slot, view);
                if typing && slot.is_empty() {
                    paint::hint(frame.buffer_mut(), inside, &text, view);
                    return frame.set_cursor_position((inside.x, inside.y));
                }
                let style = if typing { view.style(Tone::Accent) } else { view.style(tone) };
                paint::text(frame.buffer_mut(), inside, 0, &text, style, view);
                if typing {
                    let x =
                        inside.x + u16::try_from(cells::width(&text)).unwrap_or(0).min(inside.width.saturating_sub(1));
                    frame.set_cursor_position((x, inside.y));
                }
            }
        }
    }

    /// What is typed, and beside it how it is understood where that reads otherwise.
    fn typed(&self, frame: &mut Frame<'_>, inside: Rect, slot: &Slot, line: &OneLine, view: &View<'_>) {
        let means = understood(slot, self.page, view).unwrap_or_default();
        let text = format!(" = {means}");
        let room = usize::from(inside.width);
        let beside = if means.is_empty() { 0 } else { cells::width(&text).min(room / 2) };
        let own = (cells::width(line.text()) + 1).clamp(12.min(room), room - beside);
        let mine = Rect { width: u16::try_from(own).unwrap_or(inside.width), ..inside };
        line.draw(frame, mine, true, view);
        if beside > 0 {
            let rest = Rect { x: inside.x + mine.width, width: inside.width - mine.width, ..inside };
            paint::text(frame.buffer_mut(), rest, 0, &text, view.style(Tone::Muted), view);
        }
    }

    /// A value that is not text under the cursor, or the word for none.
    fn told(&self, slot: &Slot, view: &View<'_>) -> (String, Tone) {
        if let Editor::Rows(items) = &slot.editor {
            let count = if items.is_empty() { view.words.term("word.none") } else { items.len().to_string() };
            return (format!("{count}  + {}", view.say("form-another")), Tone::Muted);
        }
        let value = match &slot.editor {
            Editor::Line(line) => match slot.read(self.page.around(), view) {
                Ok(value) => value,
                Err(_) => return (line.text().to_owned(), Tone::Plain),
            },
            _ => slot.state(),
        };
        match said(slot, self.page, &value, view) {
            Some(text) => (text, Tone::Plain),
            None if usual::is_today(&slot.field) && self.is_new => (view.words.term("word.today"), Tone::Muted),
            None if usual::fills_itself(&slot.field) && self.is_new => (view.say("form-by-itself"), Tone::Muted),
            None if slot.field.need == Need::Required => (view.say("form-required"), Tone::Unknown),
            None => (view.words.unknown(), Tone::Muted),
        }
    }

    fn item(&self, frame: &mut Frame<'_>, line: Rect, at: usize, n: usize, view: &View<'_>) {
        let Some(slot) = self.page.slots.get(at) else { return };
        let (Editor::Rows(items), Some(parts)) = (&slot.editor, slot.parts()) else { return };
        let text = items.get(n).and_then(|item| shown::part(slot.entity, parts, item, view)).unwrap_or_default();
        let hidden = is_hidden(slot, self.page, view);
        let text = if hidden { view.marks.hidden.to_owned() } else { text };
        let text = format!("{} {text}", view.marks.dot);
        paint::text(frame.buffer_mut(), self.inside(line), 0, &text, view.style(Tone::Plain), view);
    }

    fn more(&self, frame: &mut Frame<'_>, line: Rect, view: &View<'_>) {
        let folded = crate::domain::Arg::count(self.page.folded());
        let text = if self.page.more { view.say("form-less") } else { view.say_with("form-more", &[("n", folded)]) };
        let style: Style = view.style(Tone::Key);
        let inside = Rect { x: line.x + BEFORE_LABEL, width: line.width.saturating_sub(BEFORE_LABEL), ..line };
        paint::text(frame.buffer_mut(), inside, 0, &text, style, view);
    }
}

/// A value in words; of a due date that falls on a day off, also the day that counts.
fn said(slot: &Slot, page: &Page, value: &Json, view: &View<'_>) -> Option<String> {
    let said = shown::known(slot.entity, &slot.field, value, page.around().currency, view)?;
    if (slot.entity, slot.field.name) != (Entity::Commitment, "due") {
        return Some(said);
    }
    let due = parse_day(value.as_str()?)?;
    let who = page.named("who").and_then(|slot| Who::from_word(slot.state().as_str()?)).unwrap_or(Who::We);
    let counts = due_of(&Calendar::of(view.book().settings()), who, due);
    Some(if counts == due { said } else { format!("{said} {} {}", view.marks.arrow, view.words.day_weekday(counts)) })
}

/// How what is typed is understood, where that reads otherwise.
fn understood(slot: &Slot, page: &Page, view: &View<'_>) -> Option<String> {
    let says_more = |field: &Field| {
        !matches!(field.kind, Kind::Line(_) | Kind::Text(_) | Kind::Lines(_) | Kind::Currency | Kind::Decimal)
    };
    if !says_more(&slot.field) {
        return None;
    }
    let value = slot.read(page.around(), view).ok()?;
    let said = said(slot, page, &value, view)?;
    let Editor::Line(line) = &slot.editor else { return None };
    (said != line.text().trim()).then_some(said)
}
