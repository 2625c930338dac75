//! The picture of the page: the open section in full, the others folded to their titles with what has changed.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::reading::people_head;
use super::rows::{Item, NEEDS, NEXT, OUTCOME, PEOPLE, PROMISES, QUESTIONS, SECTIONS, rows};
use super::send::{counts, saves};
use super::slots::Slot;
use super::{After, Writing};
use crate::domain::map::DecisionMap;
use crate::domain::words::{PlaceKind, Side, VisitKind, VisitStatus};
use crate::domain::{Arg, Visit};
use crate::tui::cells;
use crate::tui::layer::{Layer, View};
use crate::tui::screen::before_page::past;
use crate::tui::screen::role_keys::LETTERS;
use crate::tui::screen::today::called;
use crate::tui::theme::Tone;
use crate::tui::widget::sheet::Lines;
use crate::tui::widget::{frame as paint, list, panes};

/// The most lines a long text takes in the open section.
const LONG: u16 = 8;

/// One line of the page.
struct Part {
    text: String,
    tone: Tone,
    /// The row of its section.
    row: Option<usize>,
    changed: bool,
    /// Here the text is typed: where its field begins and how high it is.
    field: Option<(usize, u16)>,
}

impl Part {
    fn read(text: String, tone: Tone) -> Self {
        Self { text, tone, row: None, changed: false, field: None }
    }
}

pub(super) fn draw(after: &After, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let map = DecisionMap::today(view.book(), after.client, view.today());
    let width = usize::from(area.width);
    after.drawn.borrow_mut().clear();
    paint::text(frame.buffer_mut(), area, 0, &head(after, width, view), view.style(Tone::Title), view);
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area };
    let all = 0..SECTIONS;
    match panes::halves(below) {
        (left, None) => {
            draw_sections(after, &all.collect::<Vec<_>>(), &map, frame, left, view);
        }
        (left, Some(right)) => {
            let others: Vec<usize> = all.filter(|section| *section != after.section).collect();
            let used = draw_sections(after, &[after.section], &map, frame, left, view);
            draw_past(after, frame, Rect { y: left.y + used, height: left.height - used, ..left }, view);
            draw_sections(after, &others, &map, frame, right, view);
        }
    }
    let last = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    paint::text(frame.buffer_mut(), last, 0, &foot(after, width, view), view.style(Tone::Muted), view);
}

/// Sections under one another; how many lines they take.
fn draw_sections(
    after: &After,
    sections: &[usize],
    map: &DecisionMap,
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) -> u16 {
    let width = usize::from(area.width);
    let mut spare = area.height.saturating_sub(u16::try_from(sections.len()).unwrap_or(0));
    let open = sections.contains(&after.section).then(|| section_parts(after, after.section, map, width, view));
    let open = open.unwrap_or_default();
    let open_height = u16::try_from(height(&open)).unwrap_or(u16::MAX).min(spare);
    spare -= open_height;
    let mut y = 0;
    for section in sections.iter().copied() {
        if y >= area.height {
            break;
        }
        let number = u8::try_from(section + 1).unwrap_or(0);
        after.seen(area, y, section, None);
        let title = title(after, section, map, width, view);
        paint::rule(frame.buffer_mut(), area, y, Some(number), &title, "", view);
        y += 1;
        if section == after.section {
            let height = open_height.min(area.height - y);
            draw_open(after, &open, frame, Rect { y: area.y + y, height, ..area }, view);
            y += open_height;
            continue;
        }
        for part in folded(after, section, map, width, spare, view) {
            after.seen(area, y, section, part.row);
            paint::text(frame.buffer_mut(), area, y, &part.text, tone(&part, view), view);
            y += 1;
            spare -= 1;
        }
    }
    y
}

/// What has changed in a section that is not open; the rest too where there is room for all of it.
fn folded(after: &After, section: usize, map: &DecisionMap, width: usize, room: u16, view: &View<'_>) -> Vec<Part> {
    let mut parts = preview(after, section, map, width, view);
    if parts.len() > usize::from(room) {
        parts.retain(|part| part.changed);
    }
    parts.truncate(usize::from(room));
    parts
}

/// What earlier visits came to, beneath what is written on a wide window.
fn draw_past(after: &After, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let visit = after.planned(view);
    let past = past(view, after.client, visit.map_or(view.desk.now(), Visit::starts));
    if past.is_empty() || area.height < 3 {
        return;
    }
    let mut lines = Lines::default();
    lines.text("");
    lines.section(None, view.say("before-outcomes"), "");
    let width = usize::from(area.width).saturating_sub(2);
    for line in past.iter().flat_map(|(line, _)| line.hanging(5, width, 3, view)) {
        lines.text(line.line(view));
    }
    lines.draw(frame.buffer_mut(), area, view);
}

fn tone(part: &Part, view: &View<'_>) -> Style {
    view.style(if part.changed { Tone::Accent } else { part.tone })
}

fn height(parts: &[Part]) -> usize {
    parts.iter().map(|part| part.field.map_or(1, |(_, lines)| usize::from(lines))).sum()
}

/// Which contact this is, and who of the bank was there.
fn head(after: &After, width: usize, view: &View<'_>) -> String {
    let book = view.book();
    let client = called::client_in(view, after.client, width / 3);
    let visit = after.planned(view);
    let home = visit.map_or(after.usual(view).start, |visit| visit.local_start(book.settings().zone));
    let when = format!("{} {}", view.words.day_weekday(home.date()), view.words.time(home.time()));
    let there = visit.map(|visit| called::elsewhere(view, visit)).unwrap_or_default();
    let (kind, minutes) = match visit {
        Some(visit) => (
            visit.place_kind.map_or_else(|| visit.kind.term(), PlaceKind::term),
            view.say_with("after-minutes", &[("n", Arg::Count(visit.minutes))]),
        ),
        None => (VisitKind::Call.term(), String::new()),
    };
    let did_not_happen = visit.filter(|visit| matches!(visit.status, VisitStatus::Cancelled | VisitStatus::Missed));
    let became = did_not_happen.map(|visit| view.words.term(&visit.status.term())).unwrap_or_default();
    let ours: Vec<String> = visit
        .into_iter()
        .flat_map(|visit| &visit.attendees)
        .filter_map(|attendee| book.person.get(attendee.person))
        .filter(|person| person.side == Side::Bank)
        .map(|person| format!("+{}", view.words.family_name(person)))
        .collect();
    let parts = [
        view.words.term("screen.after_visit"),
        client,
        when,
        became,
        there,
        view.words.short(&kind),
        minutes,
        ours.join(" "),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    view.fit(&format!(" {}", parts.join("  ")), width)
}

/// The title of a section with how much is in it; starred where a save will change something of it.
fn title(after: &After, section: usize, map: &DecisionMap, width: usize, view: &View<'_>) -> String {
    let page = &after.page;
    let counted = counts(&after.base, page);
    let n: usize = match section {
        PEOPLE => counted[..2].iter().map(|(_, n)| n).sum(),
        NEEDS => counted[3].1,
        PROMISES => counted[4].1,
        _ => 0,
    };
    let is_changed = rows(section, page).into_iter().any(|item| after.read((section, item), map, width, view).changed);
    let count = |id: &str, n: usize, of: usize| view.say_with(id, &[("n", Arg::count(n)), ("of", Arg::count(of))]);
    let told = match section {
        QUESTIONS if !page.questions.is_empty() => {
            let answered = page.questions.iter().filter(|line| line.asked == Some(true)).count();
            count("after-answered", answered, page.questions.len())
        }
        NEEDS | PROMISES | PEOPLE if n > 0 => count("after-changes", n, 0),
        NEEDS => count("after-count", page.needs.len(), 0),
        PROMISES => count("after-count", page.promises.len(), 0),
        PEOPLE => count("after-count", page.people.len(), 0),
        NEXT if section != after.section => agreed(after, view),
        _ => String::new(),
    };
    let star = if is_changed { " *" } else { "" };
    let name = view.say(
        [
            "after-outcome",
            "after-people",
            "after-questions",
            "after-needs",
            "after-promises",
            "after-next",
            "after-rest",
        ][section.min(SECTIONS - 1)],
    );
    let told = if told.is_empty() { told } else { format!("  {told}") };
    format!("{name}{told}{star}")
}

/// The next visit in a few words.
fn agreed(after: &After, view: &View<'_>) -> String {
    let Some((next, start)) = after.page.next.as_ref().and_then(|next| Some((next, next.start?))) else {
        return String::new();
    };
    let kind = next.place_kind.map(PlaceKind::term).or(next.kind.map(VisitKind::term));
    let minutes = next.minutes.map(|n| view.say_with("after-minutes", &[("n", Arg::Count(n))]));
    let parts = [Some(after.moment(start, view)), kind.map(|kind| view.words.short(&kind)), minutes];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The lines of a section in full.
fn section_parts(after: &After, section: usize, map: &DecisionMap, width: usize, view: &View<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    if section == PEOPLE {
        parts.push(Part::read(people_head(width.saturating_sub(1), view), Tone::Muted));
    }
    let writing = after.writing.as_ref().map(Writing::slot);
    for (row, item) in rows(section, &after.page).into_iter().enumerate() {
        let read = after.read((section, item), map, width.saturating_sub(1), view);
        let mut part = Part { row: Some(row), changed: read.changed, ..Part::read(read.text, Tone::Plain) };
        match item {
            Item::Text(slot) if writing == Some(slot) => {
                let label = after.label_width(section, view) + 2;
                part.text = format!(" {}", label_of(slot, after, view));
                part.field = Some((label, lines_of(after, width.saturating_sub(label + 1))));
                parts.push(part);
                if let Some(read) = after.read_back(slot, view) {
                    parts.push(Part::read(format!("{}{} {read}", " ".repeat(label), view.marks.arrow), Tone::Muted));
                }
                parts.extend(after.theirs(item, width, view).into_iter().map(|line| Part::read(line, Tone::Bad)));
                continue;
            }
            _ => parts.push(part),
        }
        parts.extend(after.theirs(item, width, view).into_iter().map(|line| Part::read(line, Tone::Bad)));
        let beneath = match item {
            Item::Question(at) => Slot::Answer(at),
            Item::Need(at) => Slot::Quote(at),
            Item::Person(at) => match after.page.people.get(at) {
                Some(line) => Slot::NewInterest(line.person),
                None => continue,
            },
            _ => continue,
        };
        if writing == Some(beneath) {
            parts.extend(interests_known(item, after, view));
            parts.push(typing_line(beneath, view));
        }
    }
    if parts.is_empty() && writing.is_none() {
        parts.push(Part::read(format!("  {}", view.words.term("word.none")), Tone::Muted));
    }
    let has_row = |slot: &Slot| match slot {
        Slot::NewInterest(person) => after.page.people.iter().any(|line| line.person == *person),
        _ => !slot.is_new_line(),
    };
    if let Some(slot) = writing.filter(|slot| !has_row(slot) && section == after.section) {
        parts.push(typing_line(slot, view));
    }
    if section == PEOPLE {
        parts.extend(letters(after, width, view).into_iter().map(|text| Part::read(text, Tone::Muted)));
    }
    parts
}

/// What a person is known to want already, above the line in which more is typed.
fn interests_known(item: Item, after: &After, view: &View<'_>) -> Vec<Part> {
    let Item::Person(at) = item else { return Vec::new() };
    let known = after.page.people.get(at).into_iter().flat_map(|line| &line.interests);
    let told = |text: &str| Part::read(format!("   {} {}", view.marks.dot, view.private(text)), Tone::Muted);
    known.map(|interest| told(&interest.text)).collect()
}

fn label_of(slot: Slot, after: &After, view: &View<'_>) -> String {
    view.left(&slot.label(view), after.label_width(after.section, view))
}

/// A line of its own for what is typed beneath a row or at the end of a list.
fn typing_line(slot: Slot, view: &View<'_>) -> Part {
    let head = format!("   {} ", slot.label(view));
    let from = cells::width(&head);
    Part { field: Some((from, 1)), ..Part::read(head, Tone::Key) }
}

/// Lines of a long text that is being typed.
fn lines_of(after: &After, width: usize) -> u16 {
    match &after.writing {
        Some(Writing::Long(_, text)) => u16::try_from(text.height(width)).unwrap_or(LONG).clamp(1, LONG),
        _ => 1,
    }
}

/// The letters of the roles and what else is pressed here, from the table of commands.
fn letters(after: &After, width: usize, view: &View<'_>) -> Vec<String> {
    let here = after.place();
    let roles = LETTERS.iter().filter_map(|(command, kind)| {
        let key = view.commands.key_of(here, *command)?;
        Some(format!("{key} {}", view.words.short(&kind.term())))
    });
    let mut lines = cells::packed(roles, 2, width.saturating_sub(4));
    // Three spaces stand between the parts of the sentence: a part is never torn.
    let how = view.say("after-how");
    lines.extend(cells::packed(how.split("   ").map(str::to_owned), 3, width.saturating_sub(4)));
    lines.into_iter().map(|line| format!("   {line}")).collect()
}

/// What a folded section shows where there is room: its rows; of texts only those that say something.
fn preview(after: &After, section: usize, map: &DecisionMap, width: usize, view: &View<'_>) -> Vec<Part> {
    let said = |item: &Item| match item {
        Item::Text(slot) => !slot.text(&after.page, &after.texts).is_empty(),
        Item::Tick(tick) => tick.is_set(&after.page),
        Item::Pick(pick) => section != OUTCOME && section != NEXT && pick.term(&after.page).is_some(),
        _ => true,
    };
    rows(section, &after.page)
        .into_iter()
        .enumerate()
        .filter(|(_, item)| said(item))
        .map(|(row, item)| {
            let read = after.read((section, item), map, width.saturating_sub(1), view);
            Part { row: Some(row), changed: read.changed, ..Part::read(read.text, Tone::Muted) }
        })
        .collect()
}

/// The open section, scrolled so that the cursor is in sight.
fn draw_open(after: &After, parts: &[Part], frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let here = parts
        .iter()
        .position(|part| part.field.is_some())
        .or_else(|| parts.iter().position(|part| part.row == Some(after.row())))
        .unwrap_or(0);
    let before: usize = height(&parts[..here]);
    let takes = parts.get(here).and_then(|part| part.field).map_or(1, |(_, lines)| usize::from(lines));
    let room = usize::from(area.height);
    let most = height(parts).saturating_sub(room);
    let top = after.top.get().clamp(
        (before + takes).saturating_sub(room).min(most),
        before.min(most).max((before + takes).saturating_sub(room).min(most)),
    );
    after.top.set(top);
    let mut y = 0_usize;
    for part in parts {
        let takes = part.field.map_or(1, |(_, lines)| usize::from(lines));
        if y >= top && y - top < room {
            let at = u16::try_from(y - top).unwrap_or(0);
            after.seen(area, at, after.section, part.row);
            paint::text(frame.buffer_mut(), area, at, &part.text, tone(part, view), view);
            if let (Some((from, lines)), Some(writing)) = (part.field, &after.writing) {
                let from = u16::try_from(from).unwrap_or(0).min(area.width);
                let place = Rect {
                    x: area.x + from,
                    y: area.y + at,
                    width: area.width - from,
                    height: lines.min(area.height - at),
                };
                match writing {
                    Writing::Line(_, field) => field.draw(frame, place, true, view),
                    Writing::Long(_, text) => text.draw(frame, place, true, view),
                }
            }
            if part.row == Some(after.row()) {
                list::mark(frame.buffer_mut(), area, at, part.field.is_none(), view);
            }
        }
        y += takes;
    }
}

/// What a save would change.
fn foot(after: &After, width: usize, view: &View<'_>) -> String {
    let saves = saves(&after.base, &after.page, view);
    view.fit(&format!(" {saves}"), width)
}
