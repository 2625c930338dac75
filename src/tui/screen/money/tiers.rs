//! The pyramid drawn as one: a bar for each tier; the moves of the last closed month; the clients tier by tier.

use std::rc::Rc;

use ratatui::text::{Line, Span};

use super::page::{Page, Part, Subject};
use crate::domain::figures::View as Figures;
use crate::domain::figures::client_line::ltv;
use crate::domain::figures::exact::Ratio;
use crate::domain::figures::pyramid::{Place, TierShare};
use crate::domain::figures::tier_moves::{self, Moves};
use crate::domain::words::Tier;
use crate::domain::{Arg, Client, Id};
use crate::tui::cells::{self, both_ends};
use crate::tui::layer::View;
use crate::tui::screen::client::facts;
use crate::tui::theme::Tone;

/// Cells of the widest bar: as many as what is said beside it leaves, within these.
const BAR: std::ops::RangeInclusive<usize> = 8..=24;
/// Between what is said of a tier.
const GAP: usize = 2;
/// Cells of a client's name.
const NAME: usize = 24;

pub fn bars(page: &mut Page, view: &View<'_>, figures: &Figures<'_>, width: usize) {
    let shares = figures.pyramid.shares();
    let beside = figures.pyramid.places.len() - figures.pyramid.ranked;
    let args = [("ranked", Arg::count(figures.pyramid.ranked)), ("beside", Arg::count(beside))];
    page.section(Part::Tiers, view.say("money-pyramid"), view.say_with("money-ranked", &args));
    let name = shares.iter().map(|share| cells::width(&view.words.title(&share.tier.term()))).max().unwrap_or(0);
    let most = shares.iter().map(|share| share.clients).max().unwrap_or(0).max(1);
    let moves = last_moves(figures);
    let said: Vec<[String; 4]> = shares.iter().map(|share| said(view, share, moves.as_ref())).collect();
    let columns: [usize; 4] =
        std::array::from_fn(|at| said.iter().map(|said| cells::width(&said[at])).max().unwrap_or(0));
    let beside = columns.iter().filter(|cells| **cells > 0).map(|cells| cells + GAP).sum::<usize>();
    let most_bar = width.saturating_sub(name + 1 + beside).clamp(*BAR.start(), *BAR.end());
    for (share, said) in shares.iter().zip(&said) {
        let title = view.left(&view.words.title(&share.tier.term()), name);
        let bar = (share.clients * most_bar).div_ceil(most);
        let before = (most_bar - bar) / 2;
        let bar = view.marks.bar[usize::from(share.tier == Tier::Unknown)].repeat(bar);
        let drawn = format!("{}{bar}", " ".repeat(before));
        let beside = in_columns(view, said, columns, width.saturating_sub(name + 1 + most_bar));
        let line = Line::from(vec![
            Span::raw(format!("{title} ")),
            Span::styled(view.left(&drawn, most_bar), view.style(Tone::Accent)),
            Span::raw(beside),
        ]);
        page.row(Part::Tiers, line, Subject::Tier(share.tier));
    }
}

/// Clients, their share, their part of the value, and who came and went.
fn said(view: &View<'_>, share: &TierShare, moves: Option<&Moves>) -> [String; 4] {
    let count = |to: bool| {
        let moves = moves.map(|moves| moves.moves.as_slice()).unwrap_or_default();
        moves.iter().filter(|moved| share.tier == if to { moved.to } else { moved.from }).count()
    };
    let change = |sign: &str, n: usize| if n > 0 { format!("{sign}{n}") } else { String::new() };
    let changed = [change("+", count(true)), change("-", count(false))].join(" ").trim().to_owned();
    [share.clients.to_string(), percent(view, share.of_clients), of_value(view, share), changed]
}

/// Each to the right of its column; what has no room gives way from the end.
fn in_columns(view: &View<'_>, said: &[String; 4], columns: [usize; 4], room: usize) -> String {
    let parts: Vec<String> = said
        .iter()
        .zip(columns)
        .map(|(said, cells)| format!("{}{}", " ".repeat(GAP), view.right(said, cells)))
        .collect();
    let shown = (1..=parts.len()).rev().map(|n| parts[..n].concat().trim_end().to_owned());
    shown.into_iter().find(|text| cells::width(text) <= room).unwrap_or_default()
}

fn percent(view: &View<'_>, part: Option<Ratio>) -> String {
    let percent = part.and_then(|part| part.percent(1));
    percent.map(|percent| view.words.percent_to(percent, 1)).unwrap_or_default()
}

fn of_value(view: &View<'_>, share: &TierShare) -> String {
    let percent = percent(view, share.of_value);
    if percent.is_empty() { percent } else { view.say_with("share-of-value", &[("percent", Arg::text(percent))]) }
}

/// What the last closed month moved.
pub fn last_moves(figures: &Figures<'_>) -> Option<Moves> {
    let month = figures.book.last_closed(figures.month())?;
    Some(tier_moves::moves(figures.book, month, &figures.pyramid)).filter(|moves| moves.since.is_some())
}

pub fn moves(page: &mut Page, view: &View<'_>, figures: &Figures<'_>, width: usize) {
    let moves = last_moves(figures);
    let since = moves.as_ref().and_then(|moves| moves.since);
    let right = since.map(|since| view.say_with("moves-since", &[("month", Arg::Month(since))])).unwrap_or_default();
    page.section(Part::Moves, view.say("money-moves"), right);
    let Some(moves) = moves else { return page.lines.text(view.say("no-earlier-tiers")) };
    if moves.moves.is_empty() {
        page.lines.text(view.say("no-moves"));
    }
    for moved in &moves.moves {
        let Some(client) = view.book().client.get(moved.client) else { continue };
        let sentence = moved.sentence(&facts::short_name(client));
        let mark = match moved.is_up() {
            Some(true) => view.marks.up,
            Some(false) => view.marks.down,
            None => view.marks.dot,
        };
        let line = view.fit(&format!("{mark} {}", view.words.sentence(&sentence)), width);
        let tone = if moved.is_up() == Some(false) { Tone::Warn } else { Tone::Plain };
        page.row(Part::Moves, Line::styled(line, view.style(tone)), Subject::Move(moved.client));
    }
}

pub fn clients(page: &mut Page, view: &View<'_>, figures: &Figures<'_>, width: usize, tier: Option<Tier>) {
    let title = tier.map_or_else(|| view.say("screen-clients"), |tier| view.words.title(&tier.term()));
    let shown: Vec<&Place> =
        figures.pyramid.places.iter().filter(|place| tier.is_none_or(|tier| tier == place.tier)).collect();
    page.section(Part::Clients, title, shown.len().to_string());
    let column = Tier::all().iter().map(|tier| cells::width(&view.words.short(&tier.term()))).max().unwrap_or(0) + 1;
    let mut clients: Vec<Id<Client>> = Vec::with_capacity(shown.len());
    for place in shown {
        let Some(client) = view.book().client.get(place.client) else { continue };
        // Under the name of a tier it need not be said again.
        let said = if tier.is_some() { 0 } else { column };
        page.row(Part::Clients, line(view, figures, (place, client), width, said), Subject::Client(place.client));
        clients.push(place.client);
    }
    page.clients = Rc::new(clients);
}

fn line(
    view: &View<'_>,
    figures: &Figures<'_>,
    (place, client): (&Place, &Client),
    width: usize,
    column: usize,
) -> String {
    let remarks: Vec<String> = place.remarks().map(|why| view.words.sentence(why)).collect();
    let unstable = if place.unstable { "~" } else { "" };
    let tier = format!("{}{unstable}", view.words.short(&place.tier.term()));
    let tier = if column > 0 { format!("{} ", view.left(&tier, column)) } else { String::new() };
    let head = format!("{} {tier}", view.left(&facts::short_name(client), NAME));
    let right = facts::ltv(&ltv(figures, client), view);
    let room = width.saturating_sub(cells::width(&head) + cells::width(&right) + 1);
    both_ends(&format!("{head}{}", fitting(view, &remarks, room)), &right, width, view.marks.cut)
}

/// As many of the remarks as fit whole, the first one in any case.
fn fitting(view: &View<'_>, remarks: &[String], room: usize) -> String {
    let first = |n: usize| view.words.remarks(&remarks[..n]);
    let whole = (1..=remarks.len()).rev().map(first).find(|text| cells::width(text) <= room);
    whole.unwrap_or_else(|| first(remarks.len().min(1)))
}
