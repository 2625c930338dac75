//! The picture of a map: head, grid, lines between people, what is to be checked, the card of the cell.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Map;
use super::grid::{Grid, ROWS, lines};
use super::words::{card, finding_text, influences, joined, mends, reporting};
use crate::domain::map::{DecisionMap, Finding};
use crate::domain::words::Certainty;
use crate::domain::{Arg, Id, Person};
use crate::tui::cells;
use crate::tui::command::Command;
use crate::tui::layer::{Layer, View};
use crate::tui::screen::today::called;
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;

/// From here there is a second pane with the tree and the questions.
const TWO_PANES: u16 = 140;
const PANE: u16 = 52;

/// Lines that are always there: head, names, stances, eight rows, the card.
const LEAST: u16 = 12;

/// From this height on positions may take two lines.
const TALL: u16 = 34;

/// So many lines between people leave room for what is to be checked.
const SHORT: usize = 2;

pub(super) fn draw(screen: &Map, map: &DecisionMap, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let buf = frame.buffer_mut();
    paint::line(buf, area, 0, &head(screen, map, usize::from(area.width), view));
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    if map.is_empty() {
        paint::rule(buf, below, 0, None, "", "", view);
        paint::text(buf, below, 1, &format!(" {}", view.say("map-empty")), view.style(Tone::Muted), view);
        return;
    }
    let pane = if area.width >= TWO_PANES { PANE } else { 0 };
    let left = Rect { width: below.width - pane, ..below };
    let grid = |width: u16| {
        let cursor = (screen.cursor(map), screen.kind);
        Grid::new(map, screen.gathered(), cursor, screen.since_day(view), usize::from(width), view)
    };
    // A crowd has the whole width; the pane then stands beside what is beneath.
    let is_wide = pane > 0 && grid(left.width).is_crowded();
    let over = if is_wide { below } else { left };
    let used = draw_grid(screen, map, &grid(over.width), frame, over, view);
    let rest = Rect { y: left.y + used, height: left.height.saturating_sub(used + 1), ..left };
    let beneath = draw_beneath(screen, map, frame, rest, pane > 0, view);
    let right = Rect { x: left.right() + 1, width: pane.saturating_sub(1), ..if is_wide { rest } else { below } };
    let beside = if pane > 0 { side(screen, map, frame, right, view) } else { 0 };
    screen.scrolled.set(screen.scrolled.get().min(beneath.max(beside)));
    let last = Rect { y: over.bottom().saturating_sub(1), height: 1, ..over };
    let card = format!(" {}", last_line(screen, map, view));
    paint::text(frame.buffer_mut(), last, 0, &card, view.style(Tone::Plain), view);
}

/// Name, which map, as of when; how complete it is and how the forces stand.
fn head(screen: &Map, map: &DecisionMap, width: usize, view: &View<'_>) -> Line<'static> {
    let name = called::client_in(view, map.ask.client, width / 3);
    let which = match map.ask.proposal.and_then(|id| view.book().proposal.get(id)) {
        Some(offer) => view.private(offer.title.as_str()),
        None => view.words.short("term.general_map"),
    };
    let day = view.words.day_digits(map.ask.as_of);
    let since = screen.since_day(view).map(|day| view.say_with("map-since", &[("day", Arg::Date(day))]));
    let tab = format!("2 {}", view.say("tab-map"));
    let balance = &map.balance;
    let forces = match balance.percent {
        Some(percent) => {
            let percent = if percent > 0 { format!("+{percent}") } else { percent.to_string() };
            let known = [("n", Arg::count(balance.known)), ("of", Arg::count(balance.of))];
            view.say_with("map-balance", &[&[("percent", Arg::text(percent))], &known[..]].concat())
        }
        None => view.say("map-balance-unknown"),
    };
    let forces = view.private(forces);
    let complete = view.say_with("map-complete", &[("percent", Arg::text(view.words.percent(map.completeness)))]);
    let right = format!("{complete}   {forces} ");
    let mut parts: Vec<String> = [name, tab, which, day].into_iter().chain(since).collect();
    // What the grid says as well, and on the usual map of today what goes without saying, is here whole or not at all.
    let is_usual = map.ask.proposal.is_none() && map.ask.as_of == view.today();
    let least = if is_usual { 2 } else { 4 };
    let left = |parts: &[String]| format!(" {}", parts.join("  "));
    while parts.len() > least && cells::width(&left(&parts)) + cells::width(&right) >= width {
        parts.pop();
    }
    let text = cells::both_ends(&left(&parts), &right, width, view.marks.cut);
    Line::from(Span::styled(text, view.style(Tone::Title)))
}

/// The grid; how many lines it took.
fn draw_grid(
    screen: &Map,
    map: &DecisionMap,
    grid: &Grid<'_>,
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) -> u16 {
    let mut spare = area.height.saturating_sub(LEAST - 1);
    let mut room_for = |lines: u16| {
        let fits = spare >= lines;
        spare -= if fits { lines } else { 0 };
        fits
    };
    let (under, levels, over) = (room_for(1), room_for(1), room_for(1));
    let positions = area.width >= 100 && grid.has_positions() && room_for(1);
    // A tall screen has the room to say them whole.
    let lines_of_positions = if area.height >= TALL && room_for(1) { 2 } else { 1 };
    let rule = ruled(usize::from(area.width), view);
    let mut above: Vec<Line<'_>> = Vec::new();
    above.extend(over.then(|| rule.clone()));
    above.push(grid.names(view));
    above.extend(levels.then(|| grid.levels(view)));
    if positions {
        above.extend(grid.positions(lines_of_positions, view));
    }
    above.push(grid.stances(view));
    above.extend(under.then(|| rule.clone()));
    let first = above.len();
    above.extend(ROWS.iter().filter_map(|kind| map.row(*kind)).map(|row| grid.row(row, view)));
    screen.remember(grid, area, u16::try_from(first).unwrap_or(0));
    lines(frame.buffer_mut(), area, &above)
}

fn ruled(width: usize, view: &View<'_>) -> Line<'static> {
    Line::from(Span::styled(view.marks.rule.repeat(width), view.style(Tone::Rule)))
}

/// What stands beneath the grid, as far as there is room; how far it can be scrolled. Lines between people that fill
/// the room come last; reporting that stands beside as a tree is not said twice.
fn draw_beneath(
    screen: &Map,
    map: &DecisionMap,
    frame: &mut Frame<'_>,
    area: Rect,
    has_tree: bool,
    view: &View<'_>,
) -> usize {
    if view.privacy {
        return 0;
    }
    let width = usize::from(area.width);
    let mut between = between(map, width, has_tree, view);
    let last = between.len() > SHORT;
    if !between.is_empty() {
        between.insert(0, ruled(width, view));
    }
    let mut told = since(screen, map, width, view);
    told.extend(findings(screen, map, width, view));
    let all = if last { [told, between].concat() } else { [between, told].concat() };
    scrolled(screen, frame.buffer_mut(), area, &all, view)
}

/// Draws what there is room for: the first line, a rule, stays and says how many are below; the rest scrolls. How far it
/// can be scrolled.
fn scrolled(screen: &Map, buf: &mut Buffer, area: Rect, all: &[Line<'_>], view: &View<'_>) -> usize {
    let Some((head, rest)) = all.split_first() else { return 0 };
    let room = usize::from(area.height).saturating_sub(1);
    let end = rest.len().saturating_sub(room);
    let from = screen.scrolled.get().min(end);
    let shown: Vec<Line<'_>> = std::iter::once(head).chain(rest.iter().skip(from)).cloned().collect();
    lines(buf, area, &shown);
    if end > from {
        let key = view.commands.key_of(screen.place(), Command::PageDown).unwrap_or_default();
        let more = format!(" +{} {key} ", end - from);
        let cells = u16::try_from(cells::width(&more)).unwrap_or(area.width).min(area.width);
        let place = Rect { x: area.right() - cells, width: cells, height: 1, ..area };
        paint::text(buf, place, 0, &more, view.style(Tone::Key), view);
    }
    end
}

/// Behind a label; what does not fit goes on beneath.
fn labelled(label: &str, text: &str, width: usize, view: &View<'_>) -> Vec<Line<'static>> {
    let head = format!(" {label} ");
    let indent = " ".repeat(cells::width(&head));
    let wrapped = cells::wrap(text, width.saturating_sub(indent.len())).into_iter().enumerate();
    let line = |(n, text): (usize, String)| {
        let head = if n == 0 { head.clone() } else { indent.clone() };
        Line::from(vec![Span::styled(head, view.style(Tone::Muted)), Span::raw(text)])
    };
    wrapped.map(line).collect()
}

/// Who reports to whom, who listens to whom.
fn between(map: &DecisionMap, width: usize, has_tree: bool, view: &View<'_>) -> Vec<Line<'static>> {
    let (reports, listens) = (view.say("map-reporting"), view.say("map-influence"));
    let cells = cells::width(&reports).max(cells::width(&listens)) + 1;
    let reporting = reporting(map, view).filter(|_| !has_tree);
    let both = [(reports, reporting), (listens, influences(map, view))].into_iter();
    let told = both.filter_map(|(label, text)| Some(labelled(&view.left(&label, cells), &text?, width, view)));
    told.flatten().collect()
}

/// What has come, gone or changed since the last visit.
fn since(screen: &Map, map: &DecisionMap, width: usize, view: &View<'_>) -> Vec<Line<'static>> {
    let Some(day) = screen.since_day(view) else { return Vec::new() };
    let changed = screen.changed_since(map, day, view);
    let ruled = |text: &str| Line::styled(paint::rule_text(None, text, "", width, view), view.style(Tone::Rule));
    if changed.is_empty() {
        return vec![ruled(&view.say_with("map-nothing-new", &[("day", Arg::Date(day))]))];
    }
    let title = view.say_with("map-since", &[("day", Arg::Date(day))]);
    let mut out = vec![ruled(&format!("{title}{}", view.words.aside(&changed.len().to_string())))];
    let said = changed.iter().map(|one| view.words.changed(view.book(), map, one));
    out.extend(said.map(|text| Line::from(Span::raw(view.fit(&format!(" {text}"), width)))));
    out
}

/// What is to be checked, each with the key that mends it.
fn findings(screen: &Map, map: &DecisionMap, width: usize, view: &View<'_>) -> Vec<Line<'static>> {
    if map.findings.is_empty() {
        return Vec::new();
    }
    let title = view.say_with("map-findings", &[("n", Arg::count(map.findings.len()))]);
    let rule = paint::rule_text(None, &title, "", width, view);
    let mut out = vec![Line::from(Span::styled(rule, view.style(Tone::Rule)))];
    let label = |finding: &Finding| finding.step.map(|step| view.words.short(&step.term())).unwrap_or_default();
    let steps = map.findings.iter().map(|finding| cells::width(&label(finding))).max().unwrap_or(0);
    let digits = map.findings.len().to_string().len();
    for (n, finding) in map.findings.iter().enumerate() {
        let key = view.commands.key_of(screen.place(), mends(finding.kind)).unwrap_or_default();
        let hint = format!("hint-{}", mends(finding.kind).name());
        let does = if view.words.has(&hint) { view.say(&hint) } else { view.say(&mends(finding.kind).words()) };
        // What has no key on the map is not offered there.
        let does = if key.is_empty() { String::new() } else { does };
        let text = format!(" {:<digits$} {} {}", n + 1, view.left(&label(finding), steps), finding_text(finding, view));
        let right = format!("{key} {does} ");
        let room = width.saturating_sub(cells::width(&right) + 1);
        out.push(Line::from(vec![
            Span::raw(view.left(&text, room)),
            Span::styled(format!(" {key}"), view.style(Tone::Key)),
            Span::styled(format!(" {does}"), view.style(Tone::Muted)),
        ]));
    }
    out
}

/// The card of the cell; while keys are gathered, what will be saved and by what it is confirmed.
fn last_line(screen: &Map, map: &DecisionMap, view: &View<'_>) -> String {
    let Some(person) = screen.cursor(map) else { return String::new() };
    let Some(gathered) = screen.gathered() else { return card(map, person, screen.kind, view) };
    let facts = &gathered.facts;
    let mut parts = vec![view.words.name_on_map(view.book(), map, gathered.person)];
    if view.privacy {
        parts.push(view.marks.hidden.to_owned());
        return joined(&parts, view);
    }
    parts.extend(facts.changed_roles().map(|fact| {
        let now = fact.now.map_or_else(|| "role.certainty.none".to_owned(), Certainty::term);
        format!("{} {}*", view.words.short(&fact.kind.term()), view.words.short(&now))
    }));
    if let Some(stance) = facts.stance.changed() {
        parts.push(format!("{}*", view.words.term(&format!("stance.value.{stance}"))));
    }
    if let Some(influence) = facts.influence.changed() {
        parts.push(format!("{} {influence}*", view.words.label("stance", "influence")));
    }
    if gathered.confirms() {
        let source = screen.source.shown(gathered, map, view);
        let id = if source.is_none() { "map-source-none" } else { "map-source-is" };
        let key = view.commands.key_of(screen.place(), Command::Source).unwrap_or_default();
        parts.push(view.say_with(id, &[("source", Arg::text(source.unwrap_or_default())), ("key", Arg::text(key))]));
    }
    joined(&parts, view)
}

/// The tree of reporting lines and the questions to ask.
fn side(screen: &Map, map: &DecisionMap, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> usize {
    let buf = frame.buffer_mut();
    let width = usize::from(area.width);
    let title =
        |text: &str| Line::from(Span::styled(paint::rule_text(None, text, "", width, view), view.style(Tone::Rule)));
    let mut out = vec![title(&view.say("map-reporting"))];
    if !view.privacy {
        out.extend(tree(map, width, view));
    }
    out.push(Line::default());
    out.push(title(&view.words.term("section.next_questions")));
    let questions = if view.privacy { Vec::new() } else { map.questions(view.book()) };
    for (n, question) in questions.iter().enumerate() {
        let text = view.words.sentence(&question.text);
        for (at, line) in cells::wrap(&text, width.saturating_sub(4)).into_iter().enumerate() {
            let number = if at == 0 { format!(" {:<2}", n + 1) } else { "   ".to_owned() };
            out.push(Line::raw(format!("{number}{line}")));
        }
    }
    scrolled(screen, buf, area, &out, view)
}

/// Those who report to nobody first, everybody beneath their boss.
fn tree(map: &DecisionMap, width: usize, view: &View<'_>) -> Vec<Line<'static>> {
    let roots = map.columns.iter().map(|column| column.person).filter(|person| map.lines.boss(*person).is_none());
    let mut out = Vec::new();
    for root in roots {
        branch(map, root, 0, &mut out, width, view);
    }
    out
}

fn branch(
    map: &DecisionMap,
    person: Id<Person>,
    depth: usize,
    out: &mut Vec<Line<'static>>,
    width: usize,
    view: &View<'_>,
) {
    // A ring of bosses is refused by the rules; a damaged book still ends here.
    if depth > 8 {
        return;
    }
    let name = view.words.name_on_map(view.book(), map, person);
    let position = map.column(person).and_then(|column| column.position.clone()).unwrap_or_default();
    let indent = "  ".repeat(depth);
    let name = format!(" {indent}{name}");
    let rest = width.saturating_sub(cells::width(&name) + 2);
    out.push(Line::from(vec![
        Span::raw(view.fit(&name, width)),
        Span::styled(format!("  {}", view.fit(&position, rest)), view.style(Tone::Muted)),
    ]));
    let below: Vec<Id<Person>> = map.lines.subordinates(person).collect();
    for column in map.columns.iter().filter(|column| below.contains(&column.person)) {
        branch(map, column.person, depth + 1, out, width, view);
    }
}
