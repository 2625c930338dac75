//! What a line of the list of clients tells.

use ratatui::text::Line;

use crate::domain::Client;
use crate::domain::figures::client_line::ClientLine;
use crate::domain::figures::{Figure, View as Figures};
use crate::domain::money::Money;
use crate::domain::words::ClientStatus;
use crate::i18n::plain_name;
use crate::tui::cells::{Side, columns};
use crate::tui::layer::View;
use crate::tui::theme::Tone;

/// Cells of each column: name, category, tier, stage, status, last, overdue, map, satisfaction, LTV, signals.
fn widths(wide: bool, width: usize) -> [usize; 11] {
    let (status, ltv) = if wide { (8, 16) } else { (0, 0) };
    let fixed = [10, 4, 1, status, 6, 4, 4, 9, ltv];
    let gaps = fixed.iter().filter(|cells| **cells > 0).count() + 1;
    let room = width.saturating_sub(fixed.iter().sum::<usize>() + gaps);
    let name = (room * 3 / 5).max(12).min(room);
    [name, 10, 4, 1, status, 6, 4, 4, 9, ltv, room - name]
}

fn join(cells: &[String; 11], wide: bool, width: usize, view: &View<'_>) -> String {
    let widths = widths(wide, width);
    let right = [false, false, false, false, false, true, true, true, true, true, false];
    let parts: Vec<(&str, usize, Side)> = cells
        .iter()
        .zip(widths)
        .zip(right)
        .filter(|((_, width), _)| *width > 0)
        .map(|((cell, width), right)| (cell.as_str(), width, if right { Side::Right } else { Side::Left }))
        .collect();
    columns(&parts, view.marks.cut)
}

pub fn heading(wide: bool, width: usize, view: &View<'_>) -> String {
    let ids = [
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
    join(&ids.map(|id| view.say(id)), wide, width, view)
}

pub fn line(figures: &Figures<'_>, client: &Client, wide: bool, width: usize, view: &View<'_>) -> Line<'static> {
    let line = ClientLine::of(figures, client);
    let words = view.words;
    let name = client.short_name.clone().unwrap_or_else(|| plain_name(&client.name));
    let unstable = if line.unstable { "~" } else { "" };
    let cells = [
        name,
        words.short(&client.vip_category.term()),
        format!("{}{unstable}", words.mark(&line.tier.term())),
        client.stage.map(|stage| stage.to_string()).unwrap_or_default(),
        words.short(&client.status.term()),
        line.last_contact.map(|day| words.day_short(day)).unwrap_or_default(),
        line.overdue_days().map(|days| format!("{days}{}", words.say("clients-days"))).unwrap_or_default(),
        words.percent(line.completeness),
        mood(&line, view),
        ltv(&line.ltv, view),
        signals(&line, client, view),
    ];
    let text = join(&cells, wide, width, view);
    let tone = if client.status == ClientStatus::Active || client.status == ClientStatus::Prospect {
        Tone::Plain
    } else {
        Tone::Muted
    };
    Line::styled(text, view.style(tone))
}

fn mood(line: &ClientLine, view: &View<'_>) -> String {
    let Some(level) = line.satisfaction else { return view.words.unknown() };
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
        signals.push(view.words.term("term.adaptation"));
    }
    signals.join(", ")
}
