//! The picture of a week: days across, hours down, and beneath them what is under the cursor. On a small window one
//! line a day.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::agenda;
use super::cursor::Cursor;
use super::grid::{Hour, Hours, beginning, columns, goes_on, in_line};
use super::week::WeekView;
use crate::domain::Visit;
use crate::domain::figures::calendar::Closed;
use crate::domain::figures::week::{Placed, Week, WeekDay};
use crate::domain::words::VisitStatus;
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::screen::today::bits::Bits;
use crate::tui::screen::today::called;
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;
use crate::tui::widget::list;

/// Below these there is no room for hours.
const LEAST: (u16, u16) = (70, 17);
/// Lines beneath the grid: a rule, the visit, what is to be said of it.
const BELOW: u16 = 3;
/// Lines above it: names of the days, a rule.
const ABOVE: u16 = 2;

pub(super) fn draw(screen: &WeekView, buf: &mut Buffer, area: Rect, view: &View<'_>) {
    let week = screen.week(view);
    let cursor = screen.cursor(&week, view);
    screen.drawn.borrow_mut().clear();
    screen.is_compact.set(area.width < LEAST.0 || area.height < LEAST.1);
    let picture = Picture { screen, week: &week, cursor, view };
    let grid = Rect { height: area.height.saturating_sub(BELOW), ..area };
    let used = if screen.is_compact.get() { picture.days(buf, grid) } else { picture.hours(buf, grid) };
    let below = Rect { y: area.y + used, height: area.height.saturating_sub(used), ..area };
    picture.told(buf, below);
}

struct Picture<'a> {
    screen: &'a WeekView,
    week: &'a Week,
    cursor: Cursor,
    view: &'a View<'a>,
}

impl Picture<'_> {
    /// The grid; how many lines it took.
    fn hours(&self, buf: &mut Buffer, area: Rect) -> u16 {
        let widest = self.week.days.iter().map(|day| cells::width(&self.day_name(day))).max().unwrap_or(0);
        let columns = columns(self.week, area.width, u16::try_from(widest + 1).unwrap_or(u16::MAX));
        self.names(buf, area, &columns);
        let below = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        let hours = Hours::of(self.week, usize::from(below.height));
        let pane = Pane { area: below, top: self.top(&hours, usize::from(below.height)) };
        self.axis(buf, pane, &hours);
        for (day, (x, width)) in self.week.days.iter().zip(columns) {
            let column = Pane { area: Rect { x: area.x + x, width, ..below }, ..pane };
            self.column(buf, column, day, &hours);
        }
        area.height
    }

    /// The first line in sight, so that the cursor is.
    fn top(&self, hours: &Hours, room: usize) -> usize {
        let at = hours.lines_of(self.cursor.hour, self.nth());
        let lowest = at.end.saturating_sub(room).min(at.start);
        let most = hours.len().saturating_sub(room);
        let top = self.screen.scrolled.get().clamp(lowest, at.start).min(most);
        self.screen.scrolled.set(top);
        top
    }

    /// Which of the visits of its hour the cursor is on.
    fn nth(&self) -> usize {
        let Some(day) = self.week.day(self.cursor.day) else { return 0 };
        beginning(day, self.cursor.hour).position(|placed| Some(placed.visit) == self.cursor.visit).unwrap_or(0)
    }

    /// Today stands in brackets.
    fn day_name(&self, day: &WeekDay) -> String {
        let name = self.view.words.day_near(day.date);
        if day.date == self.view.today() { format!("[{name}]") } else { format!(" {name}") }
    }

    fn day_tone(&self, day: &WeekDay) -> Tone {
        match &day.closed {
            _ if day.date == self.view.today() => Tone::Accent,
            Some(_) => Tone::Muted,
            None => Tone::Title,
        }
    }

    /// The days, and beneath each a rule that says why the bank is closed.
    fn names(&self, buf: &mut Buffer, area: Rect, columns: &[(u16, u16)]) {
        paint::rule(buf, area, 1, None, "", "", self.view);
        for (day, (x, width)) in self.week.days.iter().zip(columns) {
            let place = Rect { x: area.x + x, width: *width, ..area };
            paint::text(buf, place, 0, &self.day_name(day), self.view.style(self.day_tone(day)), self.view);
            let room = Rect { x: place.x + 1, width: width.saturating_sub(2), ..place };
            if let Some(closed) = &day.closed {
                let whole = agenda::closed_text(self.view, closed);
                let fits = cells::width(&whole) < usize::from(room.width) || *closed != Closed::DayOff;
                let text = if fits { whole } else { self.view.say("visits-off") };
                paint::text(buf, room, 1, &text, self.view.style(Tone::Warn), self.view);
            }
        }
    }

    fn axis(&self, buf: &mut Buffer, pane: Pane, hours: &Hours) {
        for line in &hours.0 {
            if let Some(y) = pane.y(line.first) {
                let tone = if line.hour == self.cursor.hour { Tone::Key } else { Tone::Muted };
                paint::text(buf, pane.area, y, &format!("{:02}", line.hour), self.view.style(tone), self.view);
            }
        }
    }

    fn column(&self, buf: &mut Buffer, pane: Pane, day: &WeekDay, hours: &Hours) {
        let width = usize::from(pane.area.width.saturating_sub(2));
        for Hour { hour, first, height, of_visit } in hours.0.iter().copied() {
            let mut line = first;
            for placed in beginning(day, hour) {
                self.visit(buf, pane, Cursor::on(placed), line, &self.lines(placed, width, of_visit));
                line += of_visit;
            }
            if goes_on(day, hour) || line > first {
                self.stroke(buf, pane, line..first + height);
            }
            if line == first {
                self.stop(buf, pane, Cursor { day: day.date, hour, visit: None }, first..first + 1);
            }
        }
    }

    /// Something goes on there.
    fn stroke(&self, buf: &mut Buffer, pane: Pane, lines: Range<usize>) {
        for y in lines.filter_map(|line| pane.y(line)) {
            paint::text(buf, pane.area, y, self.view.marks.vertical, self.view.style(Tone::Rule), self.view);
        }
    }

    fn visit(&self, buf: &mut Buffer, pane: Pane, stop: Cursor, first: usize, lines: &[Bits]) {
        let inner = Rect { x: pane.area.x + 1, width: pane.area.width.saturating_sub(2), ..pane.area };
        self.stroke(buf, pane, first..first + lines.len());
        for (n, bits) in lines.iter().enumerate() {
            if let Some(y) = pane.y(first + n) {
                paint::line(buf, inner, y, &bits.clone().fit(usize::from(inner.width), self.view).line(self.view));
            }
        }
        self.stop(buf, pane, stop, first..first + lines.len());
    }

    /// Remembers where a stop stands, and marks the one under the cursor.
    fn stop(&self, buf: &mut Buffer, pane: Pane, stop: Cursor, lines: Range<usize>) {
        let place = Rect { width: pane.area.width.saturating_sub(1), ..pane.area };
        let lines: Vec<u16> = lines.filter_map(|line| pane.y(line)).collect();
        let Some(first) = lines.first().copied() else { return };
        let height = u16::try_from(lines.len()).unwrap_or(1);
        let lines = Rect { y: place.y + first, height, ..place };
        self.screen.drawn.borrow_mut().push((lines, stop));
        if stop == self.cursor {
            list::mark(buf, place, first, true, self.view);
            buf.set_style(lines, self.view.style(Tone::Selected));
        }
    }

    /// So many of: time and marks, the client, who comes. A single line holds time and client.
    fn lines(&self, placed: &Placed, width: usize, count: usize) -> Vec<Bits> {
        let view = self.view;
        let Some(visit) = view.book().visit.get(placed.visit) else { return Vec::new() };
        let time = self.time(placed, visit);
        if count == 1 {
            let room = width.saturating_sub(time.width() + 1);
            return vec![time.word(called::client_in(view, visit.client, room), Tone::Title)];
        }
        let client = Bits::of(called::client_in(view, visit.client, width), Tone::Title);
        let place = called::place(view, visit);
        // A place that is cut says nothing.
        let place = if time.width() + 1 + cells::width(&place) <= width { place } else { String::new() };
        let people = Bits::of(called::people(view, visit), Tone::Muted);
        let lines = [time.word(place, Tone::Muted), client, people];
        lines.into_iter().take(count).collect()
    }

    /// `10:00+!`: when, what became of it, and whether it clashes.
    fn time(&self, placed: &Placed, visit: &Visit) -> Bits {
        let view = self.view;
        let moving = self.screen.shift().is_some_and(|shift| shift.visit == placed.visit);
        let time = Bits::of(view.words.time(placed.from.time()), if moving { Tone::Accent } else { Tone::Key });
        let time = match visit.status {
            _ if moving => time.and("*", Tone::Accent),
            VisitStatus::Planned if visit.ends() > view.desk.now() => time,
            VisitStatus::Planned => time.and(view.words.mark("visit.status.to_write_up"), Tone::Warn),
            VisitStatus::Held => time.and(view.words.mark(&visit.status.term()), Tone::Good),
            other => time.and(view.words.mark(&other.term()), Tone::Warn),
        };
        if placed.clashes { time.and("!", Tone::Bad) } else { time }
    }

    /// One line a day: its visits one after the other, the one under the cursor in sight.
    fn days(&self, buf: &mut Buffer, area: Rect) -> u16 {
        let names: Vec<String> = self.week.days.iter().map(|day| self.day_name(day)).collect();
        let room = names.iter().map(|name| cells::width(name)).max().unwrap_or(0) + 1;
        for ((y, day), name) in (0..area.height).zip(&self.week.days).zip(&names) {
            paint::text(buf, area, y, name, self.view.style(self.day_tone(day)), self.view);
            let x = u16::try_from(room).unwrap_or(0);
            let rest = Rect { x: area.x + x, width: area.width.saturating_sub(x), ..area };
            self.day(buf, rest, y, day);
        }
        area.height.min(7)
    }

    fn day(&self, buf: &mut Buffer, area: Rect, y: u16, day: &WeekDay) {
        let (view, here) = (self.view, day.date == self.cursor.day);
        let closed = day.closed.as_ref().map(|closed| agenda::closed_text(self.view, closed));
        let free = || if day.visits.is_empty() { view.say("visits-free") } else { String::new() };
        let head = closed.map_or_else(|| Bits::of(free(), Tone::Muted), |text| Bits::of(text, Tone::Warn));
        let mut place = Rect { x: area.x, y: area.y + y, width: area.width, height: 1 };
        if !head.is_empty() {
            self.part(buf, &mut place, &head);
        }
        let parts: Vec<Bits> = day.visits.iter().map(|placed| self.short(placed)).collect();
        let at = day.visits.iter().position(|placed| here && Some(placed.visit) == self.cursor.visit);
        let widths: Vec<usize> = parts.iter().map(|part| part.width() + 2).collect();
        let shown = in_line(&widths, at.unwrap_or(0), usize::from(place.width));
        let more = parts.len() - shown.len();
        for n in shown {
            let drawn = self.part(buf, &mut place, &parts[n]);
            self.screen.drawn.borrow_mut().push((drawn, Cursor::on(&day.visits[n])));
            if at == Some(n) {
                list::mark(buf, drawn, 0, true, view);
            }
        }
        if more > 0 {
            self.part(buf, &mut place, &Bits::of(format!("+{more}"), Tone::Muted));
        }
        if here && at.is_none() {
            list::mark(buf, Rect { width: area.width, x: area.x, ..place }, 0, true, view);
        }
    }

    /// One part of a line after a space for the cursor's mark; what is left of the line goes on behind it.
    fn part(&self, buf: &mut Buffer, left: &mut Rect, bits: &Bits) -> Rect {
        let width = u16::try_from(bits.width() + 1).unwrap_or(u16::MAX).min(left.width);
        let drawn = Rect { width, ..*left };
        let inner = Rect { x: drawn.x + 1, width: width.saturating_sub(1), ..drawn };
        paint::line(buf, inner, 0, &bits.clone().fit(usize::from(inner.width), self.view).line(self.view));
        let next = (width + 1).min(left.width);
        *left = Rect { x: left.x + next, width: left.width - next, ..*left };
        drawn
    }

    /// `10:00 Client`.
    fn short(&self, placed: &Placed) -> Bits {
        let Some(visit) = self.view.book().visit.get(placed.visit) else { return Bits::default() };
        self.time(placed, visit).word(called::client_in(self.view, visit.client, 12), Tone::Title)
    }

    /// What is under the cursor, in full.
    fn told(&self, buf: &mut Buffer, area: Rect) {
        let day = agenda::named(self.view, self.cursor.day);
        paint::rule(buf, area, 0, None, &day, "", self.view);
        let width = usize::from(area.width.saturating_sub(2));
        let lines = match self.cursor.visit.and_then(|id| self.view.book().visit.get(id)) {
            Some(visit) => self.of_visit(visit, width, usize::from(area.height.saturating_sub(1))),
            None => vec![self.of_hour()],
        };
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        for (y, line) in (1..area.height).zip(lines) {
            paint::line(buf, inner, y, &line.fit(width, self.view).line(self.view));
        }
    }

    fn of_hour(&self) -> Bits {
        let view = self.view;
        let time = format!("{:02}:00", self.cursor.hour);
        let hour = Bits::of(time, Tone::Key).word(view.say("visits-free"), Tone::Muted);
        let closed = self.week.day(self.cursor.day).and_then(|day| day.closed.as_ref());
        let closed = closed.map(|closed| agenda::closed_text(view, closed)).unwrap_or_default();
        let parts = [hour, Bits::of(closed, Tone::Warn), Bits::of(view.say("visits-plan-here"), Tone::Muted)];
        Bits::join(parts, &format!(" {} ", view.marks.dot))
    }

    /// As in the agenda, with its end, both times of a visit in another zone, and what is to be minded.
    fn of_visit(&self, visit: &Visit, width: usize, room: usize) -> Vec<Bits> {
        let view = self.view;
        let Some(placed) = self.cursor.placed(self.week) else { return Vec::new() };
        let until = format!("{}-{}", view.words.time(placed.from.time()), view.words.time(placed.to.time()));
        let line = Bits::of(until, Tone::Key).word(called::client(view, visit.client), Tone::Title);
        let line = line.word(format!("{} {}", called::place(view, visit), called::minutes(view, visit)), Tone::Plain);
        let line = line.word(called::elsewhere(view, visit), Tone::Accent);
        let line = line.word(agenda::status(view, visit).unwrap_or_default(), Tone::Warn);
        let clash = if placed.clashes { view.say("visits-clash") } else { String::new() };
        let second = Bits::of(clash, Tone::Bad).word(called::people(view, visit), Tone::Plain);
        let purpose = Bits::of(visit.purpose.as_deref().unwrap_or_default(), Tone::Muted);
        let mut lines = vec![line, Bits::join([second, purpose], "  ")];
        if room > lines.len() {
            lines = lines.into_iter().flat_map(|line| line.wrap(width, room - 1, view)).collect();
        }
        lines
    }
}

/// A part of the grid on the screen.
#[derive(Clone, Copy)]
struct Pane {
    area: Rect,
    /// Lines of the grid that are scrolled away.
    top: usize,
}

impl Pane {
    /// Where a line of the grid is, if it is in sight.
    fn y(self, line: usize) -> Option<u16> {
        let y = u16::try_from(line.checked_sub(self.top)?).ok()?;
        (y < self.area.height).then_some(y)
    }
}
