//! What a line of the list of clients tells.

use ratatui::text::Line;

use crate::domain::Client;
use crate::domain::figures::client_line::ClientLine;
use crate::domain::figures::pyramid::Place;
use crate::domain::figures::{Figure, View as Figures};
use crate::domain::money::Money;
use crate::domain::words::ClientStatus;
use crate::i18n::plain_name;
use crate::tui::cells::{self, Side, columns};
use crate::tui::layer::View;
use crate::tui::theme::Tone;

/// The headings, in the order of the columns.
const HEADINGS: [&str; 11] = [
    "clients-col-name",
    "clients-col-category",
    "clients-col-tier",
    "clients-col-stage",
    "clients-col-status",
    "clients-col-last",
    "clients-col-overdue",
    "clients-col-map",
    "clients-col-mood",
    "clients-col-ltv",
    "clients-col-signals",
];
/// The least cells of each, as English asks for; status and LTV only where there is room.
const LEAST: [usize; 11] = [18, 8, 2, 1, 8, 6, 4, 4, 9, 14, 0];
const NEEDS_ROOM: [usize; 2] = [4, 9];
const TO_THE_RIGHT: [bool; 11] = [false, false, false, false, false, true, true, true, false, true, false];
/// More than this no name is given.
const WIDEST_NAME: usize = 30;

/// The columns of the list: how wide each is in this language and this window.
pub struct Table {
    headings: [String; 11],
    cells: [usize; 11],
}

impl Table {
    pub fn new(width: usize, view: &View<'_>) -> Self {
        let headings = HEADINGS.map(|id| view.say(id));
        let mut cells = LEAST;
        for (at, heading) in headings.iter().enumerate() {
            // A heading may take a little more than its column asks for, not a lot.
            cells[at] = cells[at].max(cells::width(heading).min(cells[at] + 2));
        }
        cells[5] = cells[5].max(view.words.day_or_month_cells());
        cells[9] = cells[9].max(widest_ltv(view));
        if width < 99 {
            NEEDS_ROOM.iter().for_each(|at| cells[*at] = 0);
        }
        let gaps = cells.iter().skip(1).filter(|cells| **cells > 0).count() + 1;
        let fixed: usize = cells.iter().skip(1).take(9).sum();
        let room = width.saturating_sub(fixed + gaps);
        cells[0] = (room * 3 / 5).clamp(LEAST[0].min(room), WIDEST_NAME);
        cells[10] = room.saturating_sub(cells[0]);
        Self { headings, cells }
    }

    fn join(&self, texts: &[String; 11], view: &View<'_>) -> String {
        let parts: Vec<(&str, usize, Side)> = texts
            .iter()
            .zip(self.cells)
            .zip(TO_THE_RIGHT)
            .filter(|((_, cells), _)| *cells > 0)
            .map(|((text, cells), right)| (text.as_str(), cells, if right { Side::Right } else { Side::Left }))
            .collect();
        columns(&parts, view.marks.cut)
    }

    pub fn heading(&self, view: &View<'_>) -> String {
        self.join(&self.headings, view)
    }

    pub fn line(&self, figures: &Figures<'_>, client: &Client, view: &View<'_>) -> Line<'static> {
        let line = ClientLine::of(figures, client);
        let words = view.words;
        let unstable = if line.unstable { "~" } else { "" };
        let texts = [
            short_name(client),
            words.short(&client.vip_category.term()),
            format!("{}{unstable}", words.mark(&line.tier.term())),
            client.stage.map(|stage| stage.to_string()).unwrap_or_default(),
            words.short(&client.status.term()),
            line.last_contact.map(|day| view.day(day)).unwrap_or_default(),
            line.overdue_days().map(|days| format!("{days}{}", words.say("clients-days"))).unwrap_or_default(),
            words.percent(line.completeness),
            mood(&line, view),
            ltv(&line.ltv, view),
            signals(&line, client, view),
        ];
        let is_worked_with = matches!(client.status, ClientStatus::Active | ClientStatus::Prospect);
        let tone = if is_worked_with { Tone::Plain } else { Tone::Muted };
        Line::styled(self.join(&texts, view), view.style(tone))
    }
}

/// Cells of the largest LTV and of the deepest below zero: no figure is cut.
fn widest_ltv(view: &View<'_>) -> usize {
    let figures = Figures::on(view.book(), view.today());
    let rates = view.book().rates(figures.month());
    let shown = |place: &Place| Some(place.value.money(&rates)).filter(|ltv| ltv.value().is_some());
    let places = &figures.pyramid.places;
    let ends = [places.iter().find_map(shown), places.iter().rev().find_map(shown)];
    ends.iter().flatten().map(|figure| cells::width(&ltv(figure, view))).max().unwrap_or(0)
}

/// As lists call a client.
pub fn short_name(client: &Client) -> String {
    client.short_name.clone().unwrap_or_else(|| plain_name(&client.name))
}

fn mood(line: &ClientLine, view: &View<'_>) -> String {
    let Some(level) = line.satisfaction else { return view.words.short("word.unknown") };
    let trend = line.trend.map(|trend| view.words.term(&format!("satisfaction.trend.{}", trend.direction.word())));
    format!("{} {}", view.words.decimal(level.shown(), 1), trend.unwrap_or_default()).trim_end().to_owned()
}

pub fn ltv(figure: &Figure<Money>, view: &View<'_>) -> String {
    match figure.value() {
        None => view.words.unknown(),
        Some(money) if figure.is_known() => view.words.money_whole(*money),
        Some(money) => format!("{}{}", view.marks.about, view.words.money_whole(*money)),
    }
}

/// What stands out: no reception and the like belong to the client; here what asks for a step soon.
fn signals(line: &ClientLine, client: &Client, view: &View<'_>) -> String {
    let mut signals = Vec::new();
    if let Some(booked) =
        line.contact.as_ref().filter(|contact| contact.is_booked()).and_then(|contact| contact.next.as_ref())
    {
        signals
            .push(view.say_with("booked-day", &[("day", crate::domain::Arg::text(view.words.day_near(booked.day)))]));
    }
    if line.in_person.as_ref().is_some_and(|rhythm| rhythm.overdue().is_some()) {
        signals.push(view.say("clients-meet"));
    }
    if line.slow {
        signals.push(view.say("word-slow"));
    }
    if client.adaptation_until.is_some_and(|until| until >= view.today()) {
        signals.push(view.words.short("term.adaptation"));
    }
    view.words.remarks(&signals)
}
