//! Every setting of the book in groups: value, default, and a line of what it does. Enter edits.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::form::{self, shown};
use crate::domain::{Arg, Entity, Fields, Row};
use crate::export::brief::pdf;
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;
use crate::tui::widget::narrow::Narrow;
use crate::tui::widget::sheet::{Lines, Sheet};

/// The groups in their order, each with its settings.
const GROUPS: &[(&str, &[&str])] = &[
    ("me", &["manager_name", "manager_title", "manager_phone", "manager_email", "ui_language", "name_display"]),
    ("bank", &["bank_name", "bank_short", "departments"]),
    ("time", &["zone", "week_start", "work_days", "holidays", "evening_hour", "occasion_lead_days"]),
    ("money", &["reporting_currency", "cost_includes_service"]),
    (
        "vip",
        &[
            "vip_k",
            "vip_volume_rule",
            "vip_sales_year",
            "vip_turnover_month",
            "vip_export_year",
            "vip_balance_month",
            "vip_min_products",
            "vip_min_families",
            "vip_growth_pct",
            "evidence_max_age_figure",
            "evidence_max_age_judgement",
            "individual_thresholds",
        ],
    ),
    ("pyramid", &["top_share", "unstable_cv", "min_months_stability"]),
    ("cadence", &["cadence_days", "visit_days", "followup_work_days", "slow_stage_days", "adaptation_days"]),
    ("ageing", &["fact_half_life_days"]),
    ("scores", &["satisfaction_half_life_days", "satisfaction_window_days", "level_weights"]),
    ("service", &["service_rates"]),
    ("export", EXPORT),
    ("security", &["lock_minutes", "privacy_on_start"]),
    ("display", &["ascii_marks", "saved_filters"]),
    ("keys", &["key_layout"]),
];

const EXPORT: &[&str] = if pdf::IS_BUILT {
    &["brief_language", "leak_min_chars", "pdf_font_paths"]
} else {
    &["brief_language", "leak_min_chars"]
};

/// Kept in the book for other builds of the program, without effect in this one: not offered, so that nobody waits for
/// what they say.
pub(super) const NOT_OFFERED: &[&str] = if pdf::IS_BUILT { &[] } else { &["pdf_font_paths"] };

/// From this width on each setting has its help beside it.
const WITH_HELP: usize = 130;

/// Lines below the list: the rule, what the setting does, its default.
const BELOW: u16 = 3;

#[derive(Default)]
pub struct Settings {
    sheet: Sheet,
    filter: Narrow,
}

/// A setting as it is shown.
struct Entry {
    group: &'static str,
    name: &'static str,
    label: String,
    value: String,
    default: String,
}

fn help(name: &str, view: &View<'_>) -> String {
    view.say(&format!("settings-help-{name}"))
}

fn entries(view: &View<'_>, filter: &Narrow) -> Vec<Entry> {
    let defaults = form::defaults(Entity::Settings);
    let settings = view.book().settings();
    let mut all = Vec::new();
    for (group, names) in GROUPS {
        let title = view.say(&format!("settings-group-{group}"));
        for field in names.iter().filter_map(|name| Entity::Settings.field(name)) {
            let said = |value: Option<&serde_json::Value>| {
                let known = value.and_then(|value| shown::known(Entity::Settings, field, value, None, view));
                known.unwrap_or_else(|| view.words.term("word.none"))
            };
            let label = view.words.label("settings", field.name);
            let text = format!("{title} {label} {} {}", field.name, help(field.name, view));
            if filter.fits(&text) {
                let value = said(settings.field_json(field.name).as_ref());
                let default = said(defaults.get(field.name));
                all.push(Entry { group, name: field.name, label, value, default });
            }
        }
    }
    all
}

/// Label, value, and the default where it is another.
fn line(entry: &Entry, width: usize, view: &View<'_>) -> Line<'static> {
    let beside = if width >= WITH_HELP { width / 3 } else { 0 };
    let (whole, width) = (width, width - beside);
    let label_cells = (width * 2 / 5).clamp(20, 44);
    let label = view.left(&entry.label, label_cells);
    let room = width.saturating_sub(label_cells + 1);
    let changed = entry.value != entry.default;
    let default = if changed && entry.default != view.words.term("word.none") {
        view.say_with("settings-default", &[("value", Arg::text(&entry.default))])
    } else {
        String::new()
    };
    let reserved = cells::width(&default).min(room / 2);
    let value = view.left(&entry.value, room.saturating_sub(reserved + 1));
    let help = if whole > width { format!("  {}", help(entry.name, view)) } else { String::new() };
    Line::from(vec![
        Span::raw(label),
        Span::raw(" "),
        Span::styled(value, view.style(if changed { Tone::Accent } else { Tone::Plain })),
        Span::raw(" "),
        Span::styled(view.left(&default, reserved), view.style(Tone::Muted)),
        Span::styled(view.fit(&help, whole - width), view.style(Tone::Muted)),
    ])
}

impl Settings {
    fn lines(entries: &[Entry], width: usize, view: &View<'_>) -> Lines {
        let mut lines = Lines::default();
        for ((group, _), n) in GROUPS.iter().zip(1_u8..) {
            let mine = entries.iter().filter(|entry| entry.group == *group);
            let mut mine = mine.peekable();
            if mine.peek().is_none() {
                continue;
            }
            lines.section((n < 10).then_some(n), view.say(&format!("settings-group-{group}")), "");
            for entry in mine {
                lines.row(line(entry, width, view));
            }
        }
        lines
    }

    /// What the setting under the cursor does, its default, and where this machine's own files are.
    fn beneath(frame: &mut Frame<'_>, area: Rect, entry: Option<&Entry>, view: &View<'_>) {
        paint::rule(frame.buffer_mut(), area, 0, None, "", "", view);
        let Some(entry) = entry else { return };
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        paint::text(frame.buffer_mut(), inner, 1, &help(entry.name, view), view.style(Tone::Plain), view);
        let files = matches!(entry.group, "keys" | "display").then(|| files(view)).flatten();
        let id = if entry.value == entry.default { "settings-default" } else { "settings-default-back" };
        let default = || view.say_with(id, &[("value", Arg::text(&entry.default))]);
        paint::text(frame.buffer_mut(), inner, 2, &files.unwrap_or_else(default), view.style(Tone::Muted), view);
    }
}

/// Keys and theme are this machine's: the folder of their files.
fn files(view: &View<'_>) -> Option<String> {
    let folder = crate::machine::directories()?.config_dir().display().to_string();
    Some(view.say_with("settings-files", &[("folder", Arg::text(folder))]))
}

impl Layer for Settings {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.filter.draw(frame, area, &view.say("screen-settings"), view);
        let entries = entries(view, &self.filter);
        let lines = Self::lines(&entries, usize::from(area.width).saturating_sub(1), view);
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1 + BELOW), ..area };
        if lines.is_empty() {
            let nothing = view.say_with("nothing-found", &[("input", Arg::text(self.filter.text()))]);
            paint::text(frame.buffer_mut(), list, 0, &format!(" {nothing}"), view.style(Tone::Muted), view);
        }
        self.sheet.draw(frame.buffer_mut(), list, &lines, true, view);
        let below = Rect { y: list.bottom(), height: BELOW.min(area.height.saturating_sub(1)), ..area };
        Self::beneath(frame, below, entries.get(self.sheet.at), view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        if self.filter.typing {
            self.sheet.at = 0;
            return if self.filter.on(&input) { Reply::Handled } else { Reply::Ignored };
        }
        let Input::Do(command) = input else { return Reply::Ignored };
        let entries = entries(view, &self.filter);
        if self.sheet.on(command, &Self::lines(&entries, 80, view)) {
            return Reply::Handled;
        }
        match (command, entries.get(self.sheet.at)) {
            (Command::Filter, _) => {
                self.filter.typing = true;
                Reply::Handled
            }
            (Command::Open | Command::Edit, Some(entry)) => {
                form::setting(entry.name, view).map_or(Reply::Ignored, Reply::Open)
            }
            (Command::Remove, Some(entry)) => back_to_default(entry.name),
            (Command::Copy, Some(entry)) => Reply::Copy(entry.value.clone()),
            (Command::Back, _) if self.filter.is_on() => {
                self.filter.take_off();
                Reply::Handled
            }
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        let here = Here::screen(Place::SETTINGS);
        if self.filter.typing { here.typing() } else { here }
    }
}

/// Delete puts the default back.
fn back_to_default(name: &str) -> Reply {
    let value = form::defaults(Entity::Settings).get(name).cloned().unwrap_or_default();
    let value = match Entity::Settings.field(name).map(|field| field.kind) {
        Some(crate::domain::field::Kind::Lines(_) | crate::domain::field::Kind::Parts(_)) if value.is_null() => {
            serde_json::json!([])
        }
        _ => value,
    };
    let fields: Fields = [(name.to_owned(), value)].into_iter().collect();
    let amend = crate::domain::Amend::new(Entity::Settings, crate::domain::book::SETTINGS, fields);
    Reply::Make(crate::domain::Edit::Amend(amend))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, Words};

    #[test]
    fn every_setting_stands_in_one_group_and_says_what_it_does() {
        let grouped: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        for field in crate::domain::Settings::FIELDS {
            let offered = grouped.iter().filter(|name| **name == field.name).count();
            assert_eq!(offered, usize::from(!NOT_OFFERED.contains(&field.name)), "{}", field.name);
            for lang in [Lang::En, Lang::Ru, Lang::Bg, Lang::Zh] {
                let id = format!("settings-help-{}", field.name);
                assert!(Words::new(lang).has(&id), "{lang:?} {id}");
            }
        }
        assert_eq!(grouped.len() + NOT_OFFERED.len(), crate::domain::Settings::FIELDS.len());
        for (group, _) in GROUPS {
            assert!(Words::new(Lang::En).has(&format!("settings-group-{group}")), "{group}");
        }
    }
}
