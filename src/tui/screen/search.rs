//! Search over everything, as it is typed: names in any script, notes, needs, promises, answers, phones by digits. Enter
//! opens the record.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::client::{Subject, open};
use super::form::name;
use crate::domain::field::Class;
use crate::domain::search::Hit;
use crate::domain::{Client, Entity, Id};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::theme::Tone;
use crate::tui::widget::field::Field;
use crate::tui::widget::frame as paint;
use crate::tui::widget::sheet::{Lines, Sheet};

/// Hits of a kind that are shown.
const MOST: usize = 8;
/// Rows read into the index at a key, so that no key waits for the whole of a large book.
const AT_ONCE: usize = 20_000;
/// Cells between the name of a record and the words that were found in it.
const GAP: usize = 2;

#[derive(Default)]
pub struct Search {
    field: Field,
    sheet: Sheet,
    found: Vec<Hit>,
    layout: Option<String>,
}

impl Search {
    fn look(&mut self, view: &View<'_>) {
        view.desk.read_for_search(AT_ONCE);
        let found = view.desk.search_what_is_read(self.field.text(), MOST);
        self.layout.clone_from(&found.layout);
        self.found = found.groups.into_iter().flat_map(|group| group.hits).collect();
        self.sheet.at = 0;
    }

    fn lines(&self, view: &View<'_>, width: usize) -> Lines {
        let mut lines = Lines::default();
        if let Some(layout) = &self.layout {
            lines.text(Line::styled(layout.clone(), view.style(Tone::Muted)));
        }
        let mut kind = None;
        for hit in &self.found {
            if kind != Some(hit.entity) {
                lines.section(None, view.words.term(&hit.entity.term()), "");
                kind = Some(hit.entity);
            }
            lines.row(line(view, hit, width));
        }
        lines
    }
}

/// The record's name, then the words around the hit; in privacy mode confidential ones are blanked.
fn line(view: &View<'_>, hit: &Hit, width: usize) -> Line<'static> {
    let name = hit.with_reading(&name::of(hit.entity, hit.uuid, view));
    let client = hit.client.filter(|_| hit.entity != Entity::Client);
    let client = client.and_then(|uuid| view.book().client.by_uuid(uuid)).map(|client| client.name.clone());
    let client = client.unwrap_or_default();
    let private = matches!(hit.class, Class::Confidential | Class::Personal);
    let snippet = if private { view.private(&hit.snippet.text) } else { hit.snippet.text.clone() };
    let name = if private && hit.entity != Entity::Person { view.private(name) } else { name };
    let room = width.saturating_sub(cells::width(&client) + 1);
    if name.contains(snippet.trim_matches('…')) {
        let said = if cells::width(&name) <= room || hit.reading.is_some() { name } else { snippet };
        return Line::from(cells::both_ends(&said, &client, width, view.marks.cut));
    }
    let beside = room.saturating_sub(cells::width(&snippet) + GAP);
    let left = view.left(&name, cells::width(&name).min(beside).max(width / 3).max(16));
    let rest = width.saturating_sub(cells::width(&left) + GAP);
    let right = cells::both_ends(&snippet, &client, rest, view.marks.cut);
    Line::from(vec![Span::raw(left), Span::raw(" ".repeat(GAP)), Span::styled(right, view.style(Tone::Muted))])
}

impl Layer for Search {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let title = format!(" {} ", view.say("screen-search"));
        paint::text(frame.buffer_mut(), area, 0, &title, view.style(Tone::Title), view);
        let used = u16::try_from(cells::width(&title)).unwrap_or(0);
        let place = Rect { x: area.x + used, width: area.width.saturating_sub(used), height: 1, ..area };
        self.field.draw(frame, place, true, view);
        paint::rule(frame.buffer_mut(), area, 1, None, "", "", view);
        let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if self.found.is_empty() && !self.field.text().trim().is_empty() {
            let nothing = view.say_with("nothing-found", &[("input", crate::domain::Arg::text(self.field.text()))]);
            paint::text(frame.buffer_mut(), below, 0, &format!(" {nothing}"), view.style(Tone::Muted), view);
            return;
        }
        let lines = self.lines(view, usize::from(below.width).saturating_sub(1));
        self.sheet.draw(frame.buffer_mut(), below, &lines, true, view);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let command = match input {
            Input::Do(command) => command,
            input => {
                if !self.field.on(&input) {
                    return Reply::Ignored;
                }
                self.look(view);
                return Reply::Handled;
            }
        };
        match command {
            Command::Back | Command::Stop => return Reply::Close,
            Command::Open => {
                let Some(hit) = self.found.get(self.sheet.at) else { return Reply::Handled };
                let client = hit.client.map_or(Id::new(hit.uuid), Id::new);
                return Reply::Go(open(Subject::new(hit.entity, hit.uuid), client));
            }
            Command::Next => {
                self.sheet.on(Command::Down, &self.lines(view, 80));
            }
            command => {
                self.sheet.on(command, &self.lines(view, 80));
            }
        }
        Reply::Handled
    }

    fn place(&self) -> Here {
        Here::alone(Place::SEARCH).typing_here()
    }

    fn client(&self, _view: &View<'_>) -> Option<Id<Client>> {
        self.found.get(self.sheet.at).and_then(|hit| hit.client).map(Id::new)
    }
}
