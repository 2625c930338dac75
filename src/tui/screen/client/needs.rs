//! The needs of a client, and how one moves on.

use uuid::Uuid;

use super::{Page, Subject};
use crate::domain::words::{NeedState, Voice};
use crate::domain::{Amend, Client, Edit, Entity, Id, Need, Sentence};
use crate::tui::cells;
use crate::tui::layer::{Reply, View};

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

/// The next state of a need; the rules say what it asks for, and the form has the fields.
pub fn forward(view: &View<'_>, uuid: Uuid) -> Reply {
    let Some(need) = view.book().need.by_uuid(uuid) else { return Reply::Ignored };
    let next = match need.state {
        NeedState::Hypothesis => NeedState::Probed,
        NeedState::Probed => NeedState::Confirmed,
        NeedState::Confirmed => NeedState::Addressed,
        NeedState::Addressed => NeedState::Met,
        NeedState::Dropped => NeedState::Hypothesis,
        NeedState::Met => {
            let state = Sentence::new("already-in-state").word("entity", Entity::Need.term());
            return Reply::Refuse(state.word("state", NeedState::Met.term()));
        }
    };
    let mut fields = serde_json::Map::new();
    fields.insert("state".into(), next.word().into());
    if next == NeedState::Addressed {
        fields.insert("addressed_on".into(), view.today().to_string().into());
    }
    if next == NeedState::Met {
        fields.insert("met_on".into(), view.today().to_string().into());
    }
    Reply::Make(Edit::Amend(Amend::new(Entity::Need, uuid, fields)))
}
