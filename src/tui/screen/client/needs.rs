//! The needs of a client, and what a line tells of one.

use ratatui::text::Line;

use super::{Page, Subject};
use crate::domain::words::Voice;
use crate::domain::{Client, Entity, Id, Need};
use crate::i18n::plain_name;
use crate::tui::cells;
use crate::tui::layer::View;

pub fn page(view: &View<'_>, client: Id<Client>, width: usize) -> Page {
    let mut needs: Vec<&Need> = view.book().need.of(client).filter(|need| need.client == client).collect();
    needs.sort_by_key(|need| (need.voice == Voice::Stated, need.state, need.head.created_at, need.head.uid));
    let mut page = Page::default();
    for voice in [Voice::Hidden, Voice::Stated] {
        let mine: Vec<&&Need> = needs.iter().filter(|need| need.voice == voice).collect();
        page.lines.section(None, view.words.term(&voice.term()), mine.len().to_string());
        if mine.is_empty() {
            page.lines.text(format!(" {}", view.say("word-none_found")));
        }
        for need in mine {
            put(&mut page, view, need, width);
        }
    }
    page
}

fn put(page: &mut Page, view: &View<'_>, need: &Need, width: usize) {
    page.row(line(view, need, width), Some(Subject::new(Entity::Need, need.head.uid)));
    for evidence in &need.evidence {
        let quote = evidence.quote.as_deref().unwrap_or_default();
        let weight = view.words.term(&evidence.weight.term());
        let text = format!("    {} {weight}  {quote}", view.words.day_digits(evidence.date));
        page.lines.text(view.fit(&view.private(text), width));
    }
}

/// Title, then theme, breadth, state and whether offers stand on it.
pub fn line(view: &View<'_>, need: &Need, width: usize) -> String {
    let words = view.words;
    let mut marks = Vec::new();
    marks.extend(need.theme.map(|theme| words.short(&theme.term())));
    marks.extend(need.breadth.map(|breadth| words.short(&breadth.term())));
    marks.push(words.term(&need.state.term()));
    if need.essential {
        marks.push(view.say("label-essential"));
    }
    let shared = if need.share { view.marks.shared } else { "" };
    let title = format!("{shared}{}", view.private(&need.title));
    cells::both_ends(&title, &marks.join(", "), width, view.marks.cut)
}

/// Cells of a client's name before its need.
const CLIENT: usize = 18;

/// The same in the list of all clients, the client first.
pub fn line_of_all(view: &View<'_>, need: &Need, width: usize) -> Line<'static> {
    let client = view.book().client.get(need.client);
    let name = client.map(|client| client.short_name.clone().unwrap_or_else(|| plain_name(&client.name)));
    let name = view.left(&name.unwrap_or_default(), CLIENT);
    Line::raw(format!("{name} {}", line(view, need, width.saturating_sub(CLIENT + 1))))
}
