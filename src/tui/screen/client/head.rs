//! The head of every tab of a client: name, tier, worth, how complete the file is, and the bar of tabs.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::figures::View as Figures;
use crate::domain::figures::cadence::Rhythm;
use crate::domain::figures::client_line::ClientLine;
use crate::domain::file_completeness::file_completeness;
use crate::domain::words::{ClientStatus, Tier};
use crate::domain::{Arg, Client, Id};
use crate::i18n::plain_name;
use crate::tui::cells;
use crate::tui::command::Command;
use crate::tui::layer::{Reply, View};
use crate::tui::target::{TABS, Tab, Target};
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;

/// Says that the title tells not everything.
const MORE: &str = "  …";

/// Paints the two lines; what is left below them.
pub fn draw(frame: &mut Frame<'_>, area: Rect, client: Id<Client>, tab: Tab, view: &View<'_>) -> Rect {
    let buf = frame.buffer_mut();
    if let Some(client) = view.book().client.get(client) {
        let width = usize::from(area.width).saturating_sub(1);
        let line = format!(" {}", title(client, width, view));
        paint::text(buf, area, 0, &line, view.style(Tone::Title), view);
    }
    paint::line(buf, area, 1, &bar(tab, usize::from(area.width), view));
    Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area }
}

/// Name, tier and LTV; the room left takes what presses first, `…` where not all of it has room.
fn title(client: &Client, width: usize, view: &View<'_>) -> String {
    let figures = Figures::on(view.book(), view.today());
    let line = ClientLine::of(&figures, client);
    let name = if cells::width(&client.name) + 30 > width { plain_name(&client.name) } else { client.name.clone() };
    let first = worth(&line, width.saturating_sub(cells::width(&name) + 2), view);
    let mut text = format!("{name}  {first}");
    let mut parts = parts(client, &line, view).into_iter().peekable();
    while let Some(part) = parts.next() {
        let longer = format!("{text}  {part}");
        let more = if parts.peek().is_some() { MORE } else { "" };
        if cells::width(&longer) + cells::width(more) > width {
            return if cells::width(&text) + cells::width(MORE) <= width { text + MORE } else { text };
        }
        text = longer;
    }
    text
}

/// Overdue contacts, how complete the file is, status, category, stage.
fn parts(client: &Client, line: &ClientLine, view: &View<'_>) -> Vec<String> {
    let words = view.words;
    let overdue = |id: &str, days: Option<i64>| days.map(|n| words.say_with(id, &[("n", Arg::Count(n))]));
    let file = file_completeness(view.book(), client, line.tier, view.today());
    let file = [("known", Arg::count(file.known())), ("of", Arg::count(file.of()))];
    let parts = [
        overdue("overdue-days", line.overdue_days()),
        overdue("in-person-overdue", line.in_person.as_ref().and_then(Rhythm::overdue)),
        Some(words.say_with("file-known-of", &file)),
        (client.status != ClientStatus::Active).then(|| words.term(&client.status.term())),
        Some(words.term(&client.vip_category.term())),
        client.stage.map(|stage| words.term(&format!("client.stage.{stage}"))),
    ];
    parts.into_iter().flatten().collect()
}

/// Tier and LTV: in full where there is room, else the tier in short, else the LTV without its months.
fn worth(line: &ClientLine, room: usize, view: &View<'_>) -> String {
    let (tier, short) = (view.words.term(&line.tier.term()), view.words.short(&line.tier.term()));
    let (tier, short) = if line.tier == Tier::Unknown {
        (view.words.told(&view.words.term("term.tier"), &tier), view.words.told(&view.words.short("term.tier"), &short))
    } else {
        (tier, short)
    };
    let months = [("known", Arg::count(line.ltv.known)), ("of", Arg::count(line.ltv.of))];
    let months = format!("{}{}", view.words.comma(), view.words.say_with("months-known-of", &months));
    let months = if line.ltv.is_partial() { months } else { String::new() };
    let sum = match line.ltv.value() {
        None => view.words.unknown(),
        Some(money) if line.ltv.is_known() => view.words.money_short(*money),
        Some(money) => format!("{} {}", view.marks.about, view.words.money_short(*money)),
    };
    let ways = [
        format!("{tier}  LTV {sum}{months}"),
        format!("{short}  LTV {sum}{months}"),
        format!("{tier}  LTV {sum}"),
        format!("{short}  LTV {sum}"),
    ];
    let fits = ways.into_iter().find(|text| cells::width(text) <= room);
    fits.unwrap_or_else(|| view.fit(&short, room))
}

/// `[1 Overview] 2 Map …`; short names where the long ones do not fit, else digits beside the name of the open tab.
fn bar(tab: Tab, width: usize, view: &View<'_>) -> Line<'static> {
    let names = |said: &dyn Fn(Tab) -> String| -> Vec<String> {
        let numbered = TABS.iter().zip(1..).map(|(each, digit)| format!("{digit} {}", said(*each)));
        numbered.map(|name| name.trim_end().to_owned()).collect()
    };
    let ways = [
        names(&|each| name(each, false, view)),
        names(&|each| name(each, true, view)),
        names(&|each| if each == tab { name(each, false, view) } else { String::new() }),
    ];
    let fits = |names: &[String]| names.iter().map(|name| cells::width(name) + 1).sum::<usize>() + 3 <= width;
    let at = ways.iter().position(|names| fits(names)).unwrap_or(ways.len() - 1);
    let names = ways.into_iter().nth(at).unwrap_or_default();
    let mut spans = vec![Span::raw(" ")];
    for (each, name) in TABS.iter().zip(names) {
        spans.push(if *each == tab {
            Span::styled(format!("[{name}]"), view.style(Tone::Accent))
        } else {
            Span::styled(name, view.style(Tone::Muted))
        });
        spans.push(Span::raw(" "));
    }
    Line::from(spans)
}

fn name(tab: Tab, short: bool, view: &View<'_>) -> String {
    let key = match tab {
        Tab::Overview => "tab.overview",
        Tab::Map => "tab.map",
        Tab::Log => "tab.log",
        Tab::Needs => "tab.needs",
        Tab::Money => "tab.money",
        Tab::Offers => "tab.offers",
        Tab::People => "tab.people",
        Tab::History => "tab.history",
    };
    if short { view.words.short(key) } else { view.words.term(key) }
}

/// What every tab answers alike: digits change the tab.
pub fn on(command: Command, client: Id<Client>, view: &View<'_>) -> Option<Reply> {
    match command {
        Command::Number(digit) => {
            let to = TABS.get(usize::from(digit).checked_sub(1)?)?;
            Some(Reply::Many(vec![Reply::Close, Reply::Go(Target::Client(client, *to))]))
        }
        Command::StageBox => Some(Reply::Open(Box::new(crate::tui::screen::stage::StageBox::new(client)))),
        Command::Invite => Some(crate::tui::screen::meeting::invite_client(client, view)),
        Command::VipTest => {
            let there = Reply::Go(Target::Client(client, Tab::Money));
            Some(Reply::Many(vec![Reply::Close, there, Reply::Run(Command::VipTest)]))
        }
        _ => None,
    }
}

/// The same tab of the client that `J` or `K` went on to.
pub fn walked(client: Id<Client>, tab: Tab) -> Reply {
    Reply::Many(vec![Reply::Close, Reply::Go(Target::Client(client, tab))])
}
