//! The pyramid: the clients by what they have brought, tier by tier.

use std::cell::Cell;
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::client::{facts, money, mood};
use crate::domain::figures::client_line::ltv;
use crate::domain::figures::exact::Ratio;
use crate::domain::figures::{Figure, View as Figures, satisfaction};
use crate::domain::words::Tier;
use crate::domain::{Arg, Client, Id};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::{Tab, Target};
use crate::tui::theme::Tone;
use crate::tui::widget::sheet::{Lines, Sheet};
use crate::tui::widget::{frame as paint, panes};

/// Cells the pyramid can use.
const LIST: u16 = 96;
/// Cells of the longest bar.
const BAR: usize = 24;

#[derive(Default)]
pub struct Pyramid {
    sheet: Sheet,
    page: Kept<usize, Page>,
    /// As wide as it was last drawn.
    width: Cell<usize>,
}

/// The lines of the pyramid, and the client of each row.
struct Page {
    lines: Lines,
    clients: Rc<Vec<Id<Client>>>,
    /// How content the clients are, all together.
    mood: [String; 2],
}

impl Pyramid {
    fn page(&self, view: &View<'_>) -> Rc<Page> {
        let width = self.width.get();
        self.page.get(width, view, || page(view, width))
    }
}

fn page(view: &View<'_>, width: usize) -> Page {
    let figures = Figures::on(view.book(), view.today());
    let (mut lines, mut clients) = (Lines::default(), Vec::new());
    // The places stand from the top down already.
    let of = |tier: Tier| figures.pyramid.places.iter().filter(move |place| place.tier == tier);
    let most = Tier::all().iter().map(|tier| of(*tier).count()).max().unwrap_or(1).max(1);
    for (digit, tier) in (1..).zip(Tier::all()) {
        let count = of(*tier).count();
        let bar = view.marks.bar[0].repeat((count * BAR).div_ceil(most));
        lines.section(Some(digit), view.words.title(&tier.term()), format!("{bar} {count}"));
        for place in of(*tier) {
            let Some(client) = view.book().client.get(place.client) else { continue };
            lines.row(line(view, &figures, client, width));
            clients.push(place.client);
        }
    }
    Page { lines, clients: Rc::new(clients), mood: index(view, &figures) }
}

/// The index of satisfaction: plain with its trend, and weighted by income, each with how many are known.
fn index(view: &View<'_>, figures: &Figures<'_>) -> [String; 2] {
    let index = satisfaction::index(figures);
    let said = |figure: &Figure<Ratio>, id: &str, trend: String| {
        let level = figure.value().and_then(|level| level.decimal(1));
        let level = level.map_or_else(|| view.words.unknown(), |level| view.words.decimal(level, 1));
        let args = [
            ("level", Arg::text(format!("{level} {trend}").trim_end())),
            ("known", Arg::count(figure.known)),
            ("of", Arg::count(figure.of)),
        ];
        view.say_with(id, &args)
    };
    let trend = index.trend.map(|trend| mood::trend_word(view, trend)).unwrap_or_default();
    [said(&index.level, "satisfaction-index", trend), said(&index.by_income, "satisfaction-by-income", String::new())]
}

fn line(view: &View<'_>, figures: &Figures<'_>, client: &Client, width: usize) -> String {
    let name = facts::short_name(client);
    let place = figures.pyramid.place(Id::new(client.head.uid));
    let why = place.and_then(|place| place.why.as_ref().or(place.hint.as_ref()));
    let why = why.map(|why| view.words.sentence(why)).unwrap_or_default();
    let left = format!("{} {why}", view.left(&name, 24));
    cells::both_ends(&left, &facts::ltv(&ltv(figures, client), view), width, view.marks.cut)
}

impl Layer for Pyramid {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let figures = Figures::on(view.book(), view.today());
        let mut title = format!(" {}", view.say("screen-money"));
        if let Some(percent) = figures.pyramid.concentration_percent() {
            let percent = view.words.percent_to(percent, 1);
            title = format!("{title}  {}", view.say_with("concentration-line", &[("percent", Arg::text(percent))]));
        }
        if figures.pyramid.is_small() {
            title = format!("{title}  {}", view.say("small-portfolio"));
        }
        paint::text(frame.buffer_mut(), area, 0, &title, view.style(Tone::Title), view);
        let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let (list, beside) = panes::detail(below, LIST);
        self.width.set(usize::from(list.width).saturating_sub(1));
        let page = self.page(view);
        let mut told = page.mood.join("  ");
        if cells::width(&told) + 2 > usize::from(area.width) {
            told.clone_from(&page.mood[0]);
        }
        paint::text(frame.buffer_mut(), area, 1, &format!(" {told}"), view.style(Tone::Muted), view);
        self.sheet.draw(frame.buffer_mut(), list, &page.lines, true, view);
        if let (Some(place), Some(client)) = (beside, self.client(view)) {
            let beside = money::page(view, client, usize::from(place.width) - 1);
            beside.lines.draw(frame.buffer_mut(), place, view);
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let page = self.page(view);
        let Input::Do(command) = input else { return Reply::Ignored };
        if self.sheet.on(command, &page.lines) {
            return Reply::Handled;
        }
        match (command, page.clients.get(self.sheet.at)) {
            (Command::Open, Some(client)) => Reply::Go(Target::Client(*client, Tab::Money)),
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::screen(Place::MONEY)
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        self.page(view).clients.get(self.sheet.at).copied()
    }

    fn clients(&self, view: &View<'_>) -> Option<Rc<Vec<Id<Client>>>> {
        Some(Rc::clone(&self.page(view).clients))
    }

    fn follow(&mut self, client: Id<Client>, view: &View<'_>) {
        self.sheet.at = self.page(view).clients.iter().position(|id| *id == client).unwrap_or(self.sheet.at);
    }
}
