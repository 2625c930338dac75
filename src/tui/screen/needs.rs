//! The needs of all clients: by state, then the oldest first.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::client::{Subject, act, needs};
use crate::domain::text::fold;
use crate::domain::words::{NeedState, Voice};
use crate::domain::{Client, Entity, Id, Need};
use crate::i18n::plain_name;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::Target;
use crate::tui::theme::Tone;
use crate::tui::widget::field::Field;
use crate::tui::widget::{frame as paint, list::List};

#[derive(Default)]
pub struct Needs {
    list: List,
    filter: String,
    typing: Option<Field>,
    hidden_only: bool,
}

impl Needs {
    fn rows<'b>(&self, view: &View<'b>) -> Vec<&'b Need> {
        let wanted: Vec<String> = fold(&self.filter).split_whitespace().map(str::to_owned).collect();
        let shown = |need: &&Need| {
            (!self.hidden_only || need.voice == Voice::Hidden) && wanted.iter().all(|word| passes(view, need, word))
        };
        let mut rows: Vec<&Need> = view.book().need.iter().filter(shown).collect();
        rows.sort_by_key(|need| (need.state == NeedState::Dropped, need.state, need.head.created_at, need.head.uid));
        rows
    }
}

fn passes(view: &View<'_>, need: &Need, word: &str) -> bool {
    let client = || view.book().client.get(need.client).is_some_and(|client| fold(&client.name).contains(word));
    match word.split_once(':') {
        Some(("theme", theme)) => need.theme.is_some_and(|found| found.word().starts_with(theme)),
        Some(("state", state)) => need.state.word().starts_with(state),
        Some(("voice", voice)) => need.voice.word().starts_with(voice),
        Some(("breadth", breadth)) => need.breadth.is_some_and(|found| found.word().starts_with(breadth)),
        Some(_) => false,
        None => fold(&need.title).contains(word) || client(),
    }
}

impl Layer for Needs {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let rows = self.rows(view);
        let hidden =
            if self.hidden_only { format!("  {}", view.words.term("need.voice.hidden")) } else { String::new() };
        let title = format!(" {}  {}{hidden}", view.say("screen-needs"), rows.len());
        paint::text(frame.buffer_mut(), area, 0, &title, view.style(Tone::Title), view);
        let place = Rect { x: area.x + area.width / 2, width: area.width - area.width / 2, height: 1, ..area };
        match &self.typing {
            Some(field) => field.draw(frame, place, true, view),
            None => paint::text(frame.buffer_mut(), place, 0, &self.filter, view.style(Tone::Accent), view),
        }
        paint::rule(frame.buffer_mut(), area, 1, None, "", "", view);
        let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let line = |n: usize, width: usize| {
            let Some(need) = rows.get(n) else { return Line::default() };
            let client = view.book().client.get(need.client);
            let name = client.map(|client| client.short_name.clone().unwrap_or_else(|| plain_name(&client.name)));
            let name = view.left(&name.unwrap_or_default(), 18);
            Line::raw(format!("{name} {}", needs::line(view, need, width.saturating_sub(19))))
        };
        self.list.draw(frame.buffer_mut(), below, rows.len(), true, view, line);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        if let Some(field) = &mut self.typing {
            if field.on(&input) {
                field.text().clone_into(&mut self.filter);
                self.list.at = 0;
                return Reply::Handled;
            }
            return match input {
                Input::Do(Command::Open) => {
                    self.typing = None;
                    Reply::Handled
                }
                Input::Do(Command::Back | Command::Stop) => {
                    self.typing = None;
                    self.filter.clear();
                    Reply::Handled
                }
                _ => Reply::Ignored,
            };
        }
        let rows = self.rows(view);
        let Input::Do(command) = input else { return Reply::Ignored };
        if self.list.on(command, rows.len()) {
            return Reply::Handled;
        }
        match command {
            Command::Filter => self.typing = Some(Field::new(self.filter.clone())),
            Command::HiddenOnly => self.hidden_only = !self.hidden_only,
            Command::Add => {
                return Reply::Go(Target::Form { entity: Entity::Need, uuid: None, client: self.client(view) });
            }
            _ => {
                let Some(need) = rows.get(self.list.at) else { return Reply::Ignored };
                return act(command, Subject::new(Entity::Need, need.head.uid), need.client, view);
            }
        }
        Reply::Handled
    }

    fn place(&self) -> Here {
        let here = Here::screen(Place::NEEDS);
        if self.typing.is_some() { here.typing() } else { here }
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        self.rows(view).get(self.list.at).map(|need| need.client)
    }
}
