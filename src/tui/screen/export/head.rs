//! The lines of the export box above its text: what will be written, where, in which language, and what the scan said.

use ratatui::layout::Rect;

use super::prepared::Prepared;
use super::{ExportBox, formats};
use crate::domain::Arg;
use crate::export::brief::leak::Added;
use crate::export::brief::{self, Brief, Length, Reader};
use crate::tui::cells::{self, Side};
use crate::tui::command::Command;
use crate::tui::layer::View;
use crate::tui::theme::Tone;

/// Hits that are listed at once.
const MOST_HITS: usize = 4;
/// Windows that have room for the line of sections.
const TALL: u16 = 20;

impl ExportBox {
    /// Privacy mode hides what only we may read; a client's copy holds nothing of it.
    pub(super) fn shown(&self, prepared: &Prepared, view: &View<'_>) -> Vec<String> {
        if view.privacy && self.reader == Reader::Internal {
            return cells::wrap(&view.say("export-hidden"), self.width.get());
        }
        prepared.lines.clone()
    }

    pub(super) fn head(&self, prepared: &Prepared, area: Rect, view: &View<'_>) -> Vec<(String, Tone)> {
        let client = view.book().client.get(self.client).map(|client| client.name.clone()).unwrap_or_default();
        let title = view.say_with("export-title", &[("client", Arg::text(client))]);
        let mut lines = vec![(format!(" {title}"), Tone::Title)];
        let labels = ["label-kind", "export-format", "label-language", "export-file", "export-sections"];
        let labels = labels.map(|id| view.say(id));
        let widest = labels.iter().map(|label| cells::width(label)).max().unwrap_or(0);
        let mut line = |label: &str, text: &str| {
            let label = cells::column(label, widest, Side::Left, view.marks.cut);
            lines.push((format!(" {label}  {text}"), Tone::Plain));
        };
        line(&labels[0], &self.kinds(view));
        let language = prepared.brief.as_ref().map_or(view.words.lang(), |brief| brief.language);
        let language = view.words.term(&format!("language.{}", language.word()));
        let format =
            either(&formats().iter().map(|format| format.ending()).collect::<Vec<_>>(), self.format % formats().len());
        line(&labels[1], &format!("{format}   {}  {language}", labels[2]));
        if let Ok(brief) = &prepared.brief {
            line(&labels[3], &format!("{}.{}", brief.file_stem, self.format().ending()));
            if area.height >= TALL {
                line(&labels[4], &sections(brief, view));
            }
        }
        lines.extend(self.scanned(prepared, view));
        lines
    }

    fn kinds(&self, view: &View<'_>) -> String {
        let names = [view.say(&Command::InternalBrief.words()), view.say(&Command::ClientCopy.words())];
        let at = usize::from(self.reader == Reader::Client);
        let mut text = either(&[names[0].as_str(), names[1].as_str()], at);
        if self.request().personal {
            text = format!("{text}   {}", view.say("export-personal"));
        }
        if self.reader == Reader::Internal && self.extent.length == Length::Page {
            text = format!("{text}   {}", view.say(&Command::OnePage.words()));
        }
        text
    }

    fn scanned(&self, prepared: &Prepared, view: &View<'_>) -> Vec<(String, Tone)> {
        if let Some(printing) = &self.printing {
            return vec![(format!(" {}", printing.gauge(view)), Tone::Accent)];
        }
        let Some(report) = &prepared.report else {
            return vec![(format!(" {}", view.words.term("brief.internal_mark")), Tone::Warn)];
        };
        if report.is_clean() {
            let text = view.say_with("leak-clean", &[("n", Arg::count(report.strings))]);
            return vec![(format!(" {text}"), Tone::Good)];
        }
        if report.is_unreadable {
            return vec![(format!(" {}", view.say("leak-unreadable")), Tone::Bad)];
        }
        // What a template brings is told once, by its file.
        let added = report.added.as_ref();
        let hits = report.hits.iter().map(|hit| {
            (added.filter(|added| added.contains(*hit)).map_or_else(|| hit.sentence(), Added::sentence), Tone::Bad)
        });
        let asked = report.fragments.iter().map(|fragment| (fragment.question(), Tone::Warn));
        let told: Vec<_> = hits.chain(asked).collect();
        let text = view.say_with("export-leak-hits", &[("n", Arg::count(told.len()))]);
        let mut lines = vec![(format!(" {text}"), Tone::Bad)];
        let first = self.hit.saturating_sub(MOST_HITS - 1);
        for (n, (sentence, tone)) in told.iter().enumerate().skip(first).take(MOST_HITS) {
            let text = view.words.sentence(sentence);
            if n != self.hit {
                lines.push((format!("   {text}"), *tone));
                continue;
            }
            // The one that is asked about is read in full.
            let wrapped = cells::wrap(&text, self.width.get().saturating_sub(2)).into_iter().zip(0..);
            let marked = |(part, at)| format!("{}  {part}", if at == 0 { view.marks.cursor } else { " " });
            lines.extend(wrapped.map(marked).map(|line| (line, *tone)));
        }
        lines
    }
}

/// `[md]  json`: the chosen one in brackets.
pub(in crate::tui::screen) fn either(names: &[&str], at: usize) -> String {
    let shown = |(n, name): (usize, &&str)| if n == at { format!("[{name}]") } else { (*name).to_owned() };
    names.iter().enumerate().map(shown).collect::<Vec<_>>().join("  ")
}

/// Each section with how many entries it has.
fn sections(brief: &Brief, view: &View<'_>) -> String {
    let entries = |section: &brief::Section| -> usize {
        let count = |block: &brief::Block| match block {
            brief::Block::Table(table) => table.rows.len(),
            brief::Block::Part(_) | brief::Block::Bars(..) => 0,
            _ => 1,
        };
        section.blocks.iter().map(count).sum()
    };
    let told: Vec<String> =
        brief.sections.iter().map(|section| format!("{} {}", section.title, entries(section))).collect();
    view.words.list(&told)
}
