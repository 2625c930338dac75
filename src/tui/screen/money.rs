//! The pyramid: the clients by what they have brought, tier by tier.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::client::facts;
use crate::domain::figures::View as Figures;
use crate::domain::figures::client_line::ltv;
use crate::domain::words::{ClientStatus, Tier};
use crate::domain::{Arg, Client, Id};
use crate::i18n::plain_name;
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::{Tab, Target};
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;
use crate::tui::widget::sheet::{Lines, Sheet};

/// Cells of the longest bar.
const BAR: usize = 24;

#[derive(Default)]
pub struct Pyramid {
    sheet: Sheet,
}

fn page(view: &View<'_>, width: usize) -> (Lines, Vec<Id<Client>>) {
    let figures = Figures::on(view.book(), view.today());
    let (mut lines, mut ids) = (Lines::default(), Vec::new());
    let tiers: Vec<(Tier, Vec<&Client>)> = Tier::all().iter().map(|tier| (*tier, of_tier(&figures, *tier))).collect();
    let most = tiers.iter().map(|(_, clients)| clients.len()).max().unwrap_or(1).max(1);
    for (digit, (tier, clients)) in (1..).zip(tiers) {
        let bar = view.marks.bar[0].repeat((clients.len() * BAR).div_ceil(most));
        lines.section(Some(digit), view.words.term(&tier.term()), format!("{bar} {}", clients.len()));
        for client in clients {
            lines.row(line(view, &figures, client, width));
            ids.push(Id::new(client.head.uid));
        }
    }
    (lines, ids)
}

fn of_tier<'b>(figures: &Figures<'b>, tier: Tier) -> Vec<&'b Client> {
    let shown = |client: &&Client| {
        matches!(client.status, ClientStatus::Prospect | ClientStatus::Active | ClientStatus::Dormant)
            && figures.tier(Id::new(client.head.uid)) == tier
    };
    let mut clients: Vec<&Client> = figures.book.client.iter().filter(shown).collect();
    clients.sort_by_cached_key(|client| {
        let value = ltv(figures, client).value().map(|money| money.minor);
        (std::cmp::Reverse(value), crate::domain::text::fold(&client.name))
    });
    clients
}

fn line(view: &View<'_>, figures: &Figures<'_>, client: &Client, width: usize) -> String {
    let name = client.short_name.clone().unwrap_or_else(|| plain_name(&client.name));
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
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let (lines, _) = page(view, usize::from(below.width).saturating_sub(1));
        self.sheet.draw(frame.buffer_mut(), below, &lines, true, view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let (lines, ids) = page(view, 80);
        let Input::Do(command) = input else { return Reply::Ignored };
        if self.sheet.on(command, &lines) {
            return Reply::Handled;
        }
        match (command, ids.get(self.sheet.at)) {
            (Command::Open, Some(client)) => Reply::Go(Target::Client(*client, Tab::Money)),
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        Here::screen(Place::MONEY)
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        page(view, 80).1.get(self.sheet.at).copied()
    }
}
