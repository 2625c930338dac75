//! The needs of a client: the hidden ones first, each with what was seen or heard of it; and how one moves on or back.

use ratatui::text::Line;

use super::{Page, Subject, form_asking};
use crate::domain::edit::fields;
use crate::domain::moves::Move;
use crate::domain::parts::AnsweredBy;
use crate::domain::words::{AnsweredByKind, NeedState, Voice};
use crate::domain::{Amend, Answers, Arg, Client, Edit, Entity, Fields, Id, Need, Sentence};
use crate::tui::cells::both_ends;
use crate::tui::layer::{Reply, View};
use crate::tui::screen::form::name;
use crate::tui::screen::reason_box;
use crate::tui::theme::Tone;

pub fn page(view: &View<'_>, client: Id<Client>, width: usize) -> Page {
    let mut needs: Vec<&Need> = view.book().need.of(client).filter(|need| need.client == client).collect();
    needs.sort_by_key(|need| (need.voice == Voice::Stated, need.state, need.head.created_at, need.head.uid));
    let mut page = Page::default();
    for voice in [Voice::Hidden, Voice::Stated] {
        let mine: Vec<&&Need> = needs.iter().filter(|need| need.voice == voice).collect();
        page.lines.section(None, view.words.title(&voice.term()), mine.len().to_string());
        if mine.is_empty() {
            page.lines.text(view.say("word-none_found"));
        }
        for need in mine {
            put(&mut page, view, need, width);
        }
    }
    page
}

/// Title and state, then what kind of need it is, then what was seen or heard of it.
fn put(page: &mut Page, view: &View<'_>, need: &Need, width: usize) {
    let words = view.words;
    let title = view.private(&need.title);
    let title = if need.share { format!("{} {title}", view.marks.shared) } else { title };
    let state = words.need_state(view.book(), need, view.today());
    page.row(both_ends(&title, &state, width, view.marks.cut), Some(Subject::new(Entity::Need, need.head.uid)));
    let mut kind: Vec<String> = Vec::new();
    kind.extend(need.essential.then(|| view.say("label-essential")));
    kind.extend(need.theme.map(|theme| words.term(&theme.term())));
    kind.extend(need.breadth.map(|breadth| words.term(&breadth.term())));
    kind.extend(need.owner_person.map(|person| view.private(name::person(person, view))));
    let kind = kind.join(&format!(" {} ", view.marks.dot));
    let mut beneath = |text: String| {
        page.lines.text(Line::styled(view.fit(&format!("    {text}"), width), view.style(Tone::Muted)));
    };
    if !kind.is_empty() {
        beneath(kind);
    }
    for evidence in &need.evidence {
        let quote = evidence.quote.as_deref().unwrap_or_default();
        let weight = words.term(&evidence.weight.term());
        beneath(view.private(format!("{} {weight}  {quote}", words.day_digits(evidence.date))));
    }
    for answer in &need.answered_by {
        beneath(format!("{} {}", view.marks.arrow, answer_name(answer, view)));
    }
}

/// What a need is answered by: the offer, the product in use, or what the note says.
pub fn answer_name(answer: &AnsweredBy, view: &View<'_>) -> String {
    let (book, uuid) = (view.book(), answer.r#ref.0);
    match answer.kind {
        AnsweredByKind::Offer => book.proposal.by_uuid(uuid).map(|offer| offer.title.clone()),
        AnsweredByKind::Holding => {
            let product = book.holding.by_uuid(uuid).and_then(|holding| book.product.get(holding.product));
            product.map(|product| product.name.say(book.settings().ui_language).to_owned())
        }
        AnsweredByKind::Note => book.note.by_uuid(uuid).map(|note| view.private(note.text.clone())),
    }
    .unwrap_or_default()
}

/// On to the need's next state; where that asks for what answers it, in the form, and for a reason, in a box.
pub(super) fn go_on(need: Id<Need>, view: &View<'_>) -> Reply {
    let edit = Edit::Move(Move::Need(need));
    let next = view.book().need.get(need).and_then(|need| need.state.next());
    if let Err(trouble) = view.desk.preview(&edit, &Answers::default())
        && let (Some(refusal), Some(next)) = (trouble.refusal(), next)
    {
        if refusal.field.as_deref() == Some("reason") {
            return ask_why(need, next, view);
        }
        let wish = state(next);
        let subject = Subject::new(Entity::Need, need.uuid);
        if next == NeedState::Addressed
            && let Some(form) = form_asking(subject, wish, &["answered_by"], refusal, view)
        {
            return Reply::Open(form);
        }
    }
    Reply::Make(edit)
}

/// Back to the state before: what was answered or met is not, after all.
pub(super) fn go_back(need: Id<Need>, view: &View<'_>) -> Reply {
    let Some(to) = view.book().need.get(need).and_then(|need| need.state.previous()) else {
        return Reply::Refuse(Sentence::new("need-is-a-guess"));
    };
    let wish = Edit::Amend(Amend::new(Entity::Need, need.uuid, state(to)));
    match view.desk.preview(&wish, &Answers::default()) {
        Err(trouble) if trouble.refusal().is_some_and(|refusal| refusal.field.as_deref() == Some("reason")) => {
            ask_why(need, to, view)
        }
        _ => Reply::Make(wish),
    }
}

fn state(to: NeedState) -> Fields {
    fields([("state", to.word().into())])
}

fn ask_why(need: Id<Need>, to: NeedState, view: &View<'_>) -> Reply {
    let title = view.book().need.get(need).map(|need| need.title.clone()).unwrap_or_default();
    let args = [("need", Arg::text(view.private(title))), ("state", Arg::word(to.term()))];
    let wish = Amend::new(Entity::Need, need.uuid, state(to));
    reason_box::ask(view.say_with("need-why-back", &args), wish)
}
