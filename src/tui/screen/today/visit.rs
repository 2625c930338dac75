//! A visit as lines: in full, in two lines, in one. Each form begins with time, client, where and who comes.

use super::bits::Bits;
use super::called;
use super::facts;
use super::model::Shown;
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::theme::Tone;

/// Cells before the details of a visit; the cursor's mark is not counted.
const INDENT: usize = 2;
/// From so many cells a line has room for the words of the labels.
pub const WIDE: usize = 100;

/// How a visit is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    One,
    Two,
    /// Each kind of fact on its own line, cut.
    Unfolded,
    /// The same with nothing cut.
    Full,
}

/// How the lines are made for a pane: its cells, and whether the window is wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pane {
    pub width: usize,
    pub wide: bool,
}

pub fn lines(view: &View<'_>, shown: &Shown, form: Form, pane: Pane) -> Vec<Bits> {
    let (head, all_named) = head(view, shown, form, pane);
    let mut lines = vec![head];
    match form {
        Form::One => {}
        Form::Two => lines.push(combined(view, shown, pane)),
        Form::Unfolded => lines.extend(details(view, shown, pane, all_named, 1)),
        Form::Full => lines.extend(details(view, shown, pane, all_named, usize::MAX)),
    }
    lines
}

/// `09:30 Client   theirs 45m in 1h30  who comes   BIRTHDAY TODAY`, and whether all who come are named.
fn head(view: &View<'_>, shown: &Shown, form: Form, pane: Pane) -> (Bits, bool) {
    let Some(visit) = view.book().visit.get(shown.visit.visit) else { return (Bits::default(), false) };
    let zone = view.book().settings().zone;
    let time = view.words.time(visit.local_start(zone).time());
    let flag = facts::flag(view, shown);
    let soon = if form >= Form::Unfolded { facts::soon(view, shown) } else { None };
    let place = format!("{} {}", called::place(view, visit), called::minutes(view, visit));
    let place = Bits::plain(place).word(called::elsewhere(view, visit), Tone::Accent);
    let place = place.word(soon.unwrap_or_default(), Tone::Accent);
    let people = Bits::plain(called::people_of_the_day(view, visit));
    // Beside a word at the right the name gives way, so that it is still seen where it is and who comes.
    let beside = pane.width.saturating_sub(cells::width(&time) + 2 + place.width() + flag.width() + 2);
    let with_people = beside.saturating_sub(LEAST_PEOPLE.min(people.width()) + 2);
    let name_width = match name_width(pane.width) {
        width if flag.is_empty() => width,
        width if with_people >= LEAST_NAME => width.min(with_people),
        width => width.min(beside).max(LEAST_NAME),
    };
    let line = Bits::of(time, Tone::Key).and(" ", Tone::Plain);
    let line =
        line.then(Bits::of(called::client_in(view, visit.client, name_width), Tone::Title).column(name_width, view));
    let line = line.and(" ", Tone::Plain).then(place);
    let room = pane.width.saturating_sub(line.width() + 2 + if flag.is_empty() { 0 } else { flag.width() + 2 });
    let all_named = room >= people.width();
    let line = if room >= LEAST_PEOPLE.min(people.width()) {
        line.and("  ", Tone::Plain).then(people.fit(room, view))
    } else {
        line
    };
    (at_right(line, flag, pane.width, view), all_named)
}

/// Fewer cells show nobody.
const LEAST_PEOPLE: usize = 8;

const LEAST_NAME: usize = 14;

fn name_width(width: usize) -> usize {
    (width * 3 / 10).clamp(LEAST_NAME, 30)
}

fn at_right(line: Bits, flag: Bits, width: usize, view: &View<'_>) -> Bits {
    if flag.is_empty() {
        return line.fit(width, view);
    }
    let room = width.saturating_sub(flag.width() + 1);
    line.column(room, view).and(" ", Tone::Plain).then(flag).fit(width, view)
}

/// Who decides, the worst gap and the worst promise on one line.
fn combined(view: &View<'_>, shown: &Shown, pane: Pane) -> Bits {
    let room = pane.width.saturating_sub(INDENT - 1);
    let decides = marked(view, "today-mark-decides", facts::decides(view, shown, false));
    let gap = facts::unknown(view, shown).into_iter().next().map(|gap| marked(view, "today-mark-unknown", gap));
    let worst = facts::promised(view, shown).into_iter().next().map(|worst| marked(view, "today-mark-promised", worst));
    let between = format!(" {} ", view.marks.dot);
    // The decision may take half, the gap a third of what is left.
    let decides = decides.fit(room / 2, view);
    let left = room.saturating_sub(decides.width());
    let gap = gap.map(|gap| if worst.is_some() { gap.fit((left / 2).max(14), view) } else { gap });
    let line = Bits::join(std::iter::once(decides).chain(gap).chain(worst), &between);
    Bits::plain(" ".repeat(INDENT - 1)).then(line.fit(room, view))
}

fn marked(view: &View<'_>, id: &str, bits: Bits) -> Bits {
    Bits::of(view.say(id), Tone::Key).and(" ", Tone::Plain).then(bits)
}

/// The labelled lines, each at most `most` lines long.
fn details(view: &View<'_>, shown: &Shown, pane: Pane, all_named: bool, most: usize) -> Vec<Bits> {
    let labels = labels(view, pane.wide);
    let widest = |labels: &[String]| labels.iter().map(|label| cells::width(label)).max().unwrap_or(0);
    // Where marks stand for the words, the lines of goal and people do not push the others to the right.
    let (all, marks) = (widest(&labels), widest(labels.get(2..).unwrap_or_default()));
    let mut lines = Vec::new();
    for (n, (label, text)) in labels.iter().zip(texts(view, shown, pane, all_named)).enumerate() {
        let width = if pane.wide { all } else { [all, marks][usize::from(n >= 2)] };
        lines.extend(labelled(view, label, width, &text, pane, most));
    }
    lines
}

fn labelled(view: &View<'_>, label: &str, width: usize, text: &Bits, pane: Pane, most: usize) -> Vec<Bits> {
    if text.is_empty() {
        return Vec::new();
    }
    let room = pane.width.saturating_sub(INDENT + width + 1);
    let line = |(n, part): (usize, Bits)| {
        let label = if n == 0 { label } else { "" };
        let head = Bits::plain(" ".repeat(INDENT)).and(view.left(label, width), Tone::Muted);
        head.and(" ", Tone::Plain).then(part)
    };
    text.wrap(room, most, view).into_iter().enumerate().map(line).collect()
}

/// Goal, who comes, who decides, unknown, promised: as words where the window is wide, else as marks. One mark stands
/// for what is promised and what is to be watched; of the words each says its own.
fn labels(view: &View<'_>, wide: bool) -> [String; 6] {
    let say = |word: &str| view.say(&format!("today-{}-{word}", if wide { "word" } else { "mark" }));
    let watch = if wide { say("watch") } else { String::new() };
    [view.say("today-goal"), view.say("today-who"), say("decides"), say("unknown"), say("promised"), watch]
}

fn texts(view: &View<'_>, shown: &Shown, pane: Pane, all_named: bool) -> [Bits; 6] {
    let visit = view.book().visit.get(shown.visit.visit);
    let goal = visit
        .and_then(|visit| visit.purpose.as_deref())
        .map_or_else(|| Bits::of(view.words.unknown(), Tone::Unknown), Bits::plain);
    let between = format!(" {} ", view.marks.dot);
    let gaps = facts::unknown(view, shown).into_iter().chain(facts::hidden(view, shown));
    let unknown = Bits::join(gaps, &between);
    let (promised, watch) = if pane.wide {
        let promises = [true, false].map(|urgent| facts::promises(view, shown, urgent)).concat();
        (promises, facts::to_watch(view, shown))
    } else {
        (facts::promised(view, shown), Vec::new())
    };
    let promised = Bits::join(promised, &between);
    let none = || Bits::of(view.words.term("word.nothing_open"), Tone::Muted);
    // Who does not fit on the first line has a line of their own.
    let who = visit.filter(|_| !all_named).map(|visit| Bits::plain(called::people_of_the_day(view, visit)));
    [
        goal,
        who.unwrap_or_default(),
        facts::decides(view, shown, true),
        unknown,
        if promised.is_empty() { none() } else { promised },
        Bits::join(watch, &between),
    ]
}
