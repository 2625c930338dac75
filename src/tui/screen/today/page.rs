//! How the day is laid out in a window: no visit is ever left out, groups fold from the last upwards.

use std::ops::Range;
use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::bits::Bits;
use super::group::{GROUPS, Group, Item};
use super::model::Model;
use super::visit::{self, Form, Pane};
use super::written::{Lines, Part};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::View;
use crate::tui::theme::Tone;
use crate::tui::widget::{frame, list};

/// Where the cursor can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    Visit(usize),
    /// A group folded to one line.
    Group(Group),
    Item(Group, usize),
}

impl Spot {
    pub fn group(self) -> Option<Group> {
        match self {
            Self::Visit(_) => None,
            Self::Group(group) | Self::Item(group, _) => Some(group),
        }
    }
}

/// One line of the picture, and what the cursor stands on there.
#[derive(Debug, Clone)]
pub enum Piece {
    Rule {
        number: Option<u8>,
        title: String,
        right: String,
    },
    /// The `at`-th of the lines written for a part.
    Text {
        lines: Lines,
        at: usize,
        spot: Option<Spot>,
        first: bool,
    },
}

impl Piece {
    fn text(bits: Bits, spot: Option<Spot>) -> Self {
        Self::Text { lines: Rc::new([bits]), at: 0, spot, first: true }
    }

    /// All lines of a part, on which the cursor stands as on one.
    fn all(lines: Lines, spot: Option<Spot>) -> impl Iterator<Item = Self> {
        (0..lines.len()).map(move |at| Self::Text { lines: Rc::clone(&lines), at, spot, first: at == 0 })
    }

    pub fn spot(&self) -> Option<Spot> {
        match self {
            Self::Rule { .. } => None,
            Self::Text { spot, .. } => *spot,
        }
    }

    fn is_first(&self) -> bool {
        matches!(self, Self::Text { spot: Some(_), first: true, .. })
    }
}

/// What the cursor stands on, and which group a digit has opened.
#[derive(Debug, Clone, Copy)]
pub struct Cursor {
    pub spot: Option<Spot>,
    pub open: Option<Group>,
}

/// Lines for the visits in so many lines; more only when not even one line a visit fits.
pub fn visits(view: &View<'_>, model: &Model, cursor: Cursor, height: usize, pane: Pane) -> Vec<Piece> {
    let mut pieces = vec![Piece::Rule { number: Some(1), title: view.say("screen-visits"), right: String::new() }];
    let forms = forms(view, model, cursor, height.saturating_sub(1), pane);
    if model.visits.is_empty() {
        pieces.extend(nothing(view, model, pane));
    }
    for n in 0..model.len() {
        if n == model.visits.len()
            && let Some((day, _)) = &model.tomorrow
        {
            let title = view.words.remarks(&[view.words.term("word.tomorrow"), view.words.day_weekday(*day)]);
            pieces.push(Piece::Rule { number: None, title, right: String::new() });
        }
        let Some(form) = forms.get(n) else { continue };
        pieces.extend(Piece::all(visit_lines(view, model, n, *form, pane), Some(Spot::Visit(n))));
    }
    pieces
}

fn visit_lines(view: &View<'_>, model: &Model, n: usize, form: Form, pane: Pane) -> Lines {
    model.written.lines(Part::Visit(n, form), pane, || {
        model.visit(n).map(|shown| visit::lines(view, shown, form, pane)).unwrap_or_default()
    })
}

/// The sentence of a day without visits.
fn nothing(view: &View<'_>, model: &Model, pane: Pane) -> Vec<Piece> {
    use crate::domain::Arg;
    let next = model.day.next.and_then(|next| view.book().visit.get(next));
    let said = match next {
        _ if model.date != model.day.date => view.say("today-no-visits-then"),
        Some(next) => {
            let start = next.local_start(view.book().settings().zone);
            let args = [
                ("client", Arg::text(super::called::client(view, next.client))),
                ("day", Arg::text(super::called::day(view, start.date()))),
                ("time", Arg::text(view.words.time(start.time()))),
            ];
            view.say_with("no-visits-today", &args)
        }
        None if view.book().client.iter().next().is_none() => {
            let key =
                |place, command| Arg::text(view.commands.key_of(Here::screen(place), command).unwrap_or_default());
            let keys = [("clients", key(Place::TODAY, Command::GoClients)), ("add", key(Place::CLIENTS, Command::Add))];
            view.say_with("no-clients-yet", &keys)
        }
        None => view.say("no-visits-at-all"),
    };
    let lines = Bits::plain(said).wrap(pane.width, 3, view);
    lines.into_iter().map(|line| Piece::text(line, None)).collect()
}

/// How each visit is shown. The selected one as full as can be, the others in two lines; what room is left unfolds
/// more of them, from the first on; too little room makes the others single lines.
fn forms(view: &View<'_>, model: &Model, cursor: Cursor, height: usize, pane: Pane) -> Vec<Form> {
    let count = model.len();
    let selected = match cursor.spot {
        Some(Spot::Visit(n)) => Some(n),
        _ => None,
    };
    let lines = |n: usize, form: Form| match form {
        Form::One => 1,
        Form::Two => 2,
        form => visit_lines(view, model, n, form, pane).len(),
    };
    let rules = usize::from(model.tomorrow.is_some()) + usize::from(model.visits.is_empty());
    let room = height.saturating_sub(rules);
    let mut forms = vec![Form::One; count];
    let mut used = count;
    let mut raise = |n: usize, form: Form, forms: &mut Vec<Form>| {
        let Some(old) = forms.get(n).copied().filter(|old| *old < form && used < room) else { return };
        let more = lines(n, form).saturating_sub(lines(n, old));
        if used + more <= room {
            used += more;
            if let Some(place) = forms.get_mut(n) {
                *place = form;
            }
        }
    };
    let others_too = cursor.open.is_none() || room >= 2 * count;
    if let Some(n) = selected {
        raise(n, Form::Two, &mut forms);
        raise(n, Form::Unfolded, &mut forms);
    }
    for n in (0..count).filter(|_| others_too) {
        raise(n, Form::Two, &mut forms);
    }
    if let Some(n) = selected {
        raise(n, Form::Full, &mut forms);
    }
    if cursor.open.is_none() || pane.wide {
        for form in [Form::Unfolded, Form::Full] {
            for n in 0..count {
                raise(n, form, &mut forms);
            }
        }
    }
    forms
}

/// Lines without which the visits would be single lines: a rule, two for each visit, and what the selected one has.
pub fn least(view: &View<'_>, model: &Model, cursor: Cursor, pane: Pane) -> usize {
    if cursor.open.is_some() {
        return model.len() + 1;
    }
    let selected = match cursor.spot {
        Some(Spot::Visit(n)) => visit_lines(view, model, n, Form::Unfolded, pane).len().saturating_sub(2),
        _ => 0,
    };
    1 + model.len() * 2 + selected
}

/// Lines for the groups in so many lines.
pub fn groups(view: &View<'_>, model: &Model, cursor: Cursor, height: usize, pane: Pane) -> Vec<Piece> {
    let shown = unfolded(model, cursor, height);
    let folded_away = GROUPS.len().saturating_sub(shown.lines.len());
    let mut pieces = Vec::new();
    for (group, items) in &shown.lines {
        pieces.extend(group_pieces(view, model, *group, items.clone(), pane));
    }
    if folded_away > 0 && height > 0 {
        pieces.push(strip(view, model, &shown.strip, pane));
    }
    pieces
}

/// Which rows of which groups have a line; the rest of the groups share the last one.
struct Unfolded {
    lines: Vec<(Group, Range<usize>)>,
    strip: Vec<Group>,
}

/// A group that was opened keeps at least so many lines of its own.
const LEAST_OPEN: usize = 5;

fn unfolded(model: &Model, cursor: Cursor, height: usize) -> Unfolded {
    let open = cursor.open.map(|group| (group, group.len(model)));
    let wanted = open.map_or(0, |(_, len)| len.min(LEAST_OPEN));
    let lines = height.saturating_sub(wanted);
    let mut kept: Vec<Group> = GROUPS.to_vec();
    // Empty groups fold first, then the last; the strip takes a line itself.
    while !kept.is_empty() && kept.len() + usize::from(kept.len() < GROUPS.len()) > lines {
        let is_open = |group: Group| open.is_some_and(|(open, _)| open == group);
        let at = kept.iter().rposition(|group| group.len(model) == 0 && !is_open(*group));
        let Some(at) = at.or_else(|| kept.iter().rposition(|group| !is_open(*group))) else { break };
        kept.remove(at);
    }
    let strip: Vec<Group> = GROUPS.into_iter().filter(|group| !kept.contains(group)).collect();
    let mut extra = height.saturating_sub(kept.len() + usize::from(!strip.is_empty()));
    let mut rows = vec![0..0; kept.len()];
    let mut give = |group: Group, rows: &mut Vec<Range<usize>>, least: usize| {
        let len = group.len(model);
        let Some(place) = kept.iter().position(|kept| *kept == group).and_then(|at| rows.get_mut(at)) else { return };
        let n = len.min(extra);
        if n < least.min(len) || n == 0 || place.end > 0 {
            return;
        }
        extra -= n;
        let at = match cursor.spot {
            Some(Spot::Item(of, at)) if of == group => at.min(len - 1),
            _ => 0,
        };
        let from = if at < n { 0 } else { (at + 1 - n.div_ceil(2)).min(len - n) };
        *place = from..from + n;
    };
    if let Some((group, _)) = open {
        give(group, &mut rows, 0);
    }
    for group in kept.iter().copied() {
        give(group, &mut rows, 2);
    }
    Unfolded { lines: kept.iter().copied().zip(rows).collect(), strip }
}

/// A folded group is one line; an unfolded one a rule and its rows.
fn group_pieces(view: &View<'_>, model: &Model, group: Group, rows: Range<usize>, pane: Pane) -> Vec<Piece> {
    let len = group.len(model);
    if rows.is_empty() {
        let spot = (len > 0).then_some(Spot::Group(group));
        let line = || vec![folded_line(view, model, group, pane.width)];
        return Piece::all(model.written.lines(Part::Folded(group), pane, line), spot).collect();
    }
    let hidden = len - rows.len();
    let more = if hidden > 0 { format!("+{hidden}") } else { String::new() };
    let aside = group.aside(model, view);
    let right = [aside, more].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("  ");
    let title = format!("{} {}", group.title(view), view.words.number(i64::try_from(len).unwrap_or(i64::MAX)));
    let mut pieces = vec![Piece::Rule { number: Some(group.digit()), title, right }];
    let lines =
        model.written.lines(Part::Rows(group, rows.clone()), pane, || row_lines(view, model, group, &rows, pane));
    pieces.extend(rows.zip(0..lines.len()).map(|(n, at)| {
        let spot = Some(Spot::Item(group, n));
        Piece::Text { lines: Rc::clone(&lines), at, spot, first: true }
    }));
    pieces
}

/// Rows of a group in columns.
fn row_lines(view: &View<'_>, model: &Model, group: Group, rows: &Range<usize>, pane: Pane) -> Vec<Bits> {
    let items = group.items(model, view, rows.start, rows.len());
    let lead = items.iter().map(|item| item.lead.width()).max().unwrap_or(0).min(pane.width / 2);
    let name = |item: &Item| super::called::client_short(view, item.client);
    let names = items
        .iter()
        .map(|item| cells::width(&name(item)))
        .max()
        .unwrap_or(0)
        .min((pane.width / 3).min(24))
        .min(pane.width.saturating_sub(lead + 12));
    let line = |item: &Item| {
        let line = if lead == 0 { Bits::default() } else { item.lead.clone().column(lead, view).and(" ", Tone::Plain) };
        let line = line.then(Bits::plain(name(item)).column(names, view)).and("  ", Tone::Plain);
        line.then(item.rest.clone()).fit(pane.width, view)
    };
    items.iter().map(line).collect()
}

fn folded_line(view: &View<'_>, model: &Model, group: Group, width: usize) -> Bits {
    let titles = GROUPS.iter().map(|group| cells::width(&group.short(view))).max().unwrap_or(0);
    let len = group.len(model);
    let count = view.right(&len.to_string(), 3);
    let tone = if len == 0 { Tone::Muted } else { Tone::Title };
    let head = Bits::of(group.digit().to_string(), Tone::Key);
    let head = head.and(" ", Tone::Plain).and(view.left(&group.short(view), titles), tone).and(count, tone);
    let room = width.saturating_sub(head.width() + 2);
    head.and("  ", Tone::Plain).then(group.line(model, view, room))
}

/// Groups for which there is no line: their digits and counts alone.
fn strip(view: &View<'_>, model: &Model, groups: &[Group], pane: Pane) -> Piece {
    let one = |group: &Group| {
        let text = format!(" {} {}", group.short(view), group.len(model));
        Bits::of(group.digit().to_string(), Tone::Key).and(text, Tone::Plain)
    };
    let full = Bits::join(groups.iter().map(one), &format!(" {} ", view.marks.dot));
    if full.width() <= pane.width {
        return Piece::text(full, None);
    }
    let bare = |group: &Group| {
        Bits::of(group.digit().to_string(), Tone::Key).and(format!(":{}", group.len(model)), Tone::Plain)
    };
    Piece::text(Bits::join(groups.iter().map(bare), " ").fit(pane.width, view), None)
}

/// The first line of the part in sight: the cursor's lines are always among them.
pub fn top(pieces: &[Piece], spot: Option<Spot>, height: usize) -> usize {
    let most = pieces.len().saturating_sub(height);
    let Some(spot) = spot else { return 0 };
    let last = pieces.iter().rposition(|piece| piece.spot() == Some(spot)).unwrap_or(0);
    let first = pieces.iter().position(|piece| piece.spot() == Some(spot)).unwrap_or(0);
    (last + 1).saturating_sub(height).min(first).min(most)
}

pub fn paint(buf: &mut Buffer, area: Rect, pieces: &[Piece], spot: Option<Spot>, view: &View<'_>) {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    for (y, piece) in (0..area.height).zip(pieces) {
        match piece {
            Piece::Rule { number, title, right } => frame::rule(buf, area, y, *number, title, right, view),
            Piece::Text { lines, at, .. } => {
                let line = lines.get(*at).map(|bits| bits.line(view)).unwrap_or_default();
                frame::line(buf, inner, y, &line);
            }
        }
        if spot.is_some() && piece.spot() == spot && piece.is_first() {
            list::mark(buf, area, y, true, view);
        }
    }
}
