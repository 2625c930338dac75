//! The day: what a manager reads first. All visits in order with what matters for each, then the groups of things to
//! do. Reads figures and the decision map; knows no rule of its own.

mod acts;
pub(in crate::tui::screen) mod bits;
pub(in crate::tui::screen) mod called;
mod facts;
mod group;
mod model;
mod page;
mod visit;
mod written;

use std::cell::RefCell;
use std::rc::Rc;

use chrono::{NaiveDate, NaiveDateTime, Timelike};
use ratatui::Frame;
use ratatui::layout::Rect;

use self::bits::Bits;
use self::group::Group;
use self::model::Model;
use self::page::{Cursor, Piece, Spot};
use self::visit::{Pane, WIDE};
use crate::domain::map::Past;
use crate::domain::{Arg, Book, Client, Id};
use crate::tui::by_name::each_once;
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;

/// From this width on the visits can spare some cells for the groups.
const ROOMY: usize = 140;

#[derive(Default)]
pub struct Today {
    /// Another day than today.
    other: Option<NaiveDate>,
    /// None while the cursor follows the clock.
    spot: Option<Spot>,
    open: Option<Group>,
    /// The day asked for, as it is in this minute.
    kept: Kept<(NaiveDate, NaiveDateTime), Model>,
    /// Changes of the posts of those who decide, of which only the journal knows.
    posts: Kept<(), Past>,
    drawn: RefCell<Drawn>,
}

/// The picture as it was last drawn: where the cursor can go, and what a click means.
#[derive(Default)]
struct Drawn {
    spots: Vec<Spot>,
    lines: Vec<(Rect, Spot)>,
    visits: usize,
}

impl Today {
    fn date(&self, view: &View<'_>) -> NaiveDate {
        self.other.unwrap_or_else(|| view.today())
    }

    fn model(&self, view: &View<'_>) -> Rc<Model> {
        let (date, now) = (self.date(view), view.now());
        let minute = now.with_second(0).and_then(|now| now.with_nanosecond(0)).unwrap_or(now);
        // A journal that cannot be read was told when it happened.
        let posts = self.posts.get((), view, || view.desk.posts_of_deciders().unwrap_or_default());
        self.kept.get((date, minute), view, || Model::of(view, date, &posts))
    }

    /// What the cursor stands on, as far as it is still there.
    fn at(&self, view: &View<'_>, model: &Model) -> Option<Spot> {
        let first = || model.current(view.desk.now()).map(Spot::Visit);
        match self.spot {
            Some(Spot::Visit(n)) if n < model.len() => self.spot,
            Some(Spot::Visit(_)) => model.len().checked_sub(1).map(Spot::Visit).or_else(|| nearest(model, None)),
            Some(Spot::Group(group)) if group.len(model) > 0 => self.spot,
            Some(Spot::Item(group, n)) if group.len(model) > 0 => Some(Spot::Item(group, n.min(group.len(model) - 1))),
            Some(Spot::Group(group) | Spot::Item(group, _)) => nearest(model, Some(group)).or_else(first),
            None => first().or_else(|| nearest(model, None)),
        }
    }

    fn cursor(&self, view: &View<'_>, model: &Model) -> Cursor {
        Cursor { spot: self.at(view, model), open: self.open.filter(|group| group.len(model) > 0) }
    }

    /// The cursor as the last picture showed it: a row that has no line of its own is its group's.
    fn seen(&self, view: &View<'_>, model: &Model) -> Option<Spot> {
        settled(self.at(view, model), &self.drawn.borrow().spots)
    }

    fn move_by(&mut self, view: &View<'_>, by: isize) {
        let model = self.model(view);
        let now = self.seen(view, &model);
        let drawn = self.drawn.borrow();
        let at = drawn.spots.iter().position(|spot| Some(*spot) == now).unwrap_or(0);
        let to = at.saturating_add_signed(by).min(drawn.spots.len().saturating_sub(1));
        // At the end of what an unfolded group shows, its next rows come into sight.
        let further = match (now, by) {
            (Some(Spot::Item(group, n)), 1) if n + 1 < group.len(&model) => Some(Spot::Item(group, n + 1)),
            (Some(Spot::Item(group, n)), -1) if n > 0 => Some(Spot::Item(group, n - 1)),
            _ => None,
        };
        let spot = further.or_else(|| drawn.spots.get(to).copied());
        drop(drawn);
        self.spot = spot.or(self.spot);
    }

    fn jump(&mut self, view: &View<'_>, to: Option<Spot>) {
        let model = self.model(view);
        self.spot = to.or_else(|| self.at(view, &model));
    }

    /// Unfolds a group, or goes to the visits.
    fn digit(&mut self, view: &View<'_>, digit: u8) -> Reply {
        let model = self.model(view);
        let Some(group) = Group::of_digit(digit) else {
            if digit == 1 && model.len() > 0 {
                let current = model.current(view.desk.now()).unwrap_or(0);
                self.spot = Some(Spot::Visit(current));
                return Reply::Handled;
            }
            return Reply::Ignored;
        };
        if group.len(&model) == 0 {
            let said = crate::domain::Sentence::new("today-group-empty").text("group", group.title(view));
            return Reply::Say(said);
        }
        self.open = Some(group);
        self.spot = Some(Spot::Item(group, 0));
        Reply::Handled
    }

    /// To the next or the previous block: the visits, then each group.
    fn tab(&mut self, view: &View<'_>, forward: bool) {
        let model = self.model(view);
        let now = self.seen(view, &model);
        let block = |spot: &Spot| spot.group().map_or(0, Group::digit);
        let here = now.as_ref().map_or(0, block);
        let drawn = self.drawn.borrow();
        let found = if forward {
            drawn.spots.iter().find(|spot| block(spot) > here).or_else(|| drawn.spots.first())
        } else {
            let target = drawn.spots.iter().map(block).filter(|block| *block < here).max();
            let target = target.or_else(|| drawn.spots.last().map(block));
            drawn.spots.iter().find(|spot| Some(block(spot)) == target)
        };
        let found = found.copied();
        drop(drawn);
        self.jump(view, found);
    }

    fn days(&mut self, view: &View<'_>, by: i64) {
        let date = crate::domain::date::plus_days(self.date(view), by);
        self.other = Some(date).filter(|date| *date != view.today());
        (self.spot, self.open) = (None, None);
    }

    fn moved(&mut self, command: Command, view: &View<'_>) -> bool {
        let page = isize::try_from(self.drawn.borrow().visits.max(4)).unwrap_or(4);
        let (first, last) = {
            let drawn = self.drawn.borrow();
            (drawn.spots.first().copied(), drawn.spots.last().copied())
        };
        match command {
            Command::Down => self.move_by(view, 1),
            Command::Up => self.move_by(view, -1),
            Command::HalfDown | Command::PageDown => self.move_by(view, page),
            Command::HalfUp | Command::PageUp => self.move_by(view, -page),
            Command::First => self.jump(view, first),
            Command::Last => self.jump(view, last),
            Command::NextPane | Command::Right => self.tab(view, true),
            Command::PreviousPane | Command::Left => self.tab(view, false),
            Command::Earlier => self.days(view, -1),
            Command::Later => self.days(view, 1),
            Command::Now => {
                (self.other, self.spot, self.open) = (None, None, None);
            }
            Command::Back if self.open.is_some() => {
                let group = self.open.take();
                self.spot = group.map(Spot::Group);
            }
            _ => return false,
        }
        true
    }

    fn click(&mut self, x: u16, y: u16) -> Reply {
        let drawn = self.drawn.borrow();
        let hit = drawn.lines.iter().find(|(area, _)| area.contains((x, y).into())).map(|(_, spot)| *spot);
        drop(drawn);
        let Some(spot) = hit else { return Reply::Ignored };
        self.spot = Some(spot);
        Reply::Handled
    }
}

/// The first group after `group`, or before it, that has any rows.
fn nearest(model: &Model, group: Option<Group>) -> Option<Spot> {
    let full = |group: &Group| group.len(model) > 0;
    let after = group::GROUPS.into_iter().filter(|other| group.is_none_or(|group| *other > group)).find(full);
    after.or_else(|| group::GROUPS.into_iter().rev().find(full)).map(Spot::Group)
}

/// A spot that has a line: itself, else its group's line, else the group's first row in sight.
fn settled(spot: Option<Spot>, spots: &[Spot]) -> Option<Spot> {
    let spot = spot?;
    if spots.contains(&spot) {
        return Some(spot);
    }
    let group = spot.group()?;
    spots.iter().find(|other| other.group() == Some(group)).copied()
}

/// ` Today  Mon 23 Nov 2026  08:00 Sofia      5 visits   late: we 3, they 6`. In a narrow window the place goes, then
/// the year.
fn head(view: &View<'_>, model: &Model, width: usize) -> Bits {
    let (we, they) = model.late();
    let count = view.say_with("n-visits", &[("n", Arg::count(model.visits.len()))]);
    let late = view.say_with("today-late-counts", &[("we", Arg::count(we)), ("they", Arg::count(they))]);
    let tone = if we > 0 { Tone::Bad } else { Tone::Plain };
    let right = Bits::plain(count).and("   ", Tone::Plain);
    let right = if we + they > 0 { right.and(late, tone) } else { right.and(view.say("today-none-late"), Tone::Good) };
    let room = width.saturating_sub(right.width() + 2);
    let fits = |left: &&String| crate::tui::cells::width(left) <= room;
    let lefts = day_and_time(view, model);
    let left = lefts.iter().find(fits).or(lefts.last()).map_or("", String::as_str);
    Bits::of(left, Tone::Title).column(room, view).and(" ", Tone::Plain).then(right).fit(width, view)
}

/// The day and the time from the longest form to the shortest.
fn day_and_time(view: &View<'_>, model: &Model) -> [String; 4] {
    let zone = view.words.city(view.book().settings().zone);
    let is_today = model.date == model.day.date;
    let title = view.say(if is_today { "screen-today" } else { "screen-visits" });
    let (full, short) = (view.words.date_with_weekday(model.date), view.words.day_weekday(model.date));
    let time = if is_today { view.words.time(view.now().time()) } else { when(view, model) };
    let place = if is_today { format!(" {zone}") } else { String::new() };
    [
        format!(" {title}  {full}  {time}{place}"),
        format!(" {title}  {full}  {time}"),
        format!(" {title}  {short}  {time}"),
        format!(" {short}  {time}"),
    ]
}

/// How far another day is: yesterday, tomorrow, in 3 days.
fn when(view: &View<'_>, model: &Model) -> String {
    match (model.date - model.day.date).num_days() {
        -1 => view.words.term("word.yesterday"),
        1 => view.words.term("word.tomorrow"),
        n if n > 0 => view.say_with("n-in-days", &[("n", Arg::Count(n))]),
        n => view.say_with("n-days-ago", &[("n", Arg::Count(-n))]),
    }
}

impl Layer for Today {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let model = self.model(view);
        let cursor = self.cursor(view, &model);
        let buf = frame.buffer_mut();
        paint::line(buf, area, 0, &head(view, &model, usize::from(area.width)).line(view));
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let panes = panes(view, &model, cursor, below);
        let spots: Vec<Spot> = distinct(panes.iter().flat_map(|(_, pieces)| pieces).filter_map(Piece::spot));
        let spot = settled(cursor.spot, &spots);
        let mut lines = Vec::new();
        for (area, pieces) in &panes {
            let top = page::top(pieces, spot, usize::from(area.height));
            let seen = pieces.get(top..).unwrap_or_default();
            page::paint(buf, *area, seen, spot, view);
            let placed = (area.y..area.bottom()).zip(seen);
            lines.extend(placed.filter_map(|(y, piece)| Some((Rect { y, height: 1, ..*area }, piece.spot()?))));
        }
        if let [(left, _), (right, _)] = panes.as_slice()
            && right.x > left.x
        {
            let x = right.x.saturating_sub(1);
            for y in 0..left.height {
                let place = Rect { x, width: 1, ..*left };
                paint::text(buf, place, y, view.marks.vertical, view.style(Tone::Rule), view);
            }
        }
        *self.drawn.borrow_mut() = Drawn { spots, lines, visits: model.len() };
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        match input {
            Input::Minute => Reply::Handled,
            Input::Click { x, y } => self.click(x, y),
            Input::Wheel(by) => {
                self.move_by(view, if by > 0 { 1 } else { -1 });
                Reply::Handled
            }
            Input::Do(Command::Number(digit)) => self.digit(view, digit),
            Input::Do(command) if self.moved(command, view) => Reply::Handled,
            Input::Do(command) => self.act(command, view),
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::screen(Place::TODAY)
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        let model = self.model(view);
        match self.seen(view, &model)? {
            Spot::Visit(n) => model.visit(n).map(|shown| shown.visit.client),
            Spot::Group(group) => group.client(&model, view.book(), 0),
            Spot::Item(group, n) => group.client(&model, view.book(), n),
        }
    }

    fn clients(&self, view: &View<'_>) -> Option<Rc<Vec<Id<Client>>>> {
        let model = self.model(view);
        let clients = of_clients(&model, view.book()).map(|(_, client)| client);
        Some(Rc::new(each_once(clients)))
    }

    fn follow(&mut self, client: Id<Client>, view: &View<'_>) {
        let model = self.model(view);
        let found = of_clients(&model, view.book()).find(|(_, other)| *other == client);
        self.spot = found.map(|(spot, _)| spot).or(self.spot);
    }

    fn ticks(&self) -> bool {
        true
    }
}

/// The clients of the day from the top: those of the visits, then those of the groups.
fn of_clients<'a>(model: &'a Model, book: &'a Book) -> impl Iterator<Item = (Spot, Id<Client>)> + 'a {
    let visits = (0..model.len()).filter_map(|n| Some((Spot::Visit(n), model.visit(n)?.visit.client)));
    let rows = group::GROUPS.into_iter().flat_map(|group| (0..group.len(model)).map(move |n| (group, n)));
    let rows = rows.filter_map(|(group, n)| Some((Spot::Item(group, n), group.client(model, book, n)?)));
    visits.chain(rows)
}

/// Spots in their order, each once.
fn distinct(spots: impl Iterator<Item = Spot>) -> Vec<Spot> {
    let mut found: Vec<Spot> = spots.collect();
    found.dedup();
    found
}

/// One column with the groups below the visits; from 100 columns on the groups stand at the right.
fn panes(view: &View<'_>, model: &Model, cursor: Cursor, area: Rect) -> Vec<(Rect, Vec<Piece>)> {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    if width >= WIDE {
        let left = if width >= ROOMY { area.width * 11 / 20 } else { area.width * 3 / 5 };
        let (a, b) = (Rect { width: left - 1, ..area }, Rect { x: area.x + left, width: area.width - left, ..area });
        let pane = |area: Rect| Pane { width: usize::from(area.width) - 1, wide: true };
        let visits = page::visits(view, model, cursor, height, pane(a));
        return vec![(a, visits), (b, page::groups(view, model, cursor, height, pane(b)))];
    }
    let pane = Pane { width: width - 1, wide: false };
    // The groups want a line each and a rule above them; an open one some of its rows.
    let open = cursor.open.map_or(0, |group| group.len(model).min(height / 3));
    let wanted = group::GROUPS.len() + 1 + open;
    let for_visits =
        height.saturating_sub(wanted).max(height.saturating_sub(2).min(page::least(view, model, cursor, pane)));
    let visits = page::visits(view, model, cursor, for_visits, pane);
    let taken = visits.len().min(height.saturating_sub(2));
    let top = Rect { height: u16::try_from(taken).unwrap_or(area.height), ..area };
    let rule = Rect { y: top.bottom(), height: 1, ..area };
    let rest = Rect { y: rule.bottom(), height: area.bottom().saturating_sub(rule.bottom()), ..area };
    let groups = page::groups(view, model, cursor, usize::from(rest.height), pane);
    let line = Piece::Rule { number: None, title: String::new(), right: String::new() };
    vec![(top, visits), (rule, vec![line]), (rest, groups)]
}
