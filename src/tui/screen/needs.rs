//! The needs of all clients: by state, then the oldest first.

use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::client::{Subject, act, needs};
use crate::domain::entry::EntryContext;
use crate::domain::figures::View as Figures;
use crate::domain::filter::{Filter, OnDay};
use crate::domain::words::{NeedState, Voice};
use crate::domain::{Arg, Client, Entity, Id, Need, Row};
use crate::tui::by_name::each_once;
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::Target;
use crate::tui::theme::Tone;
use crate::tui::widget::narrow::Narrow;
use crate::tui::widget::{frame as paint, list::List};

#[derive(Default)]
pub struct Needs {
    list: List,
    filter: Narrow,
    hidden_only: bool,
    rows: Kept<(String, bool), Vec<Id<Need>>>,
}

impl Needs {
    fn rows(&self, view: &View<'_>) -> Rc<Vec<Id<Need>>> {
        let key = (self.filter.text().to_owned(), self.hidden_only);
        self.rows.get(key, view, || rows(self.filter.text(), self.hidden_only, view))
    }

    fn need<'v>(&self, view: &View<'v>) -> Option<&'v Need> {
        view.book().need.get(*self.rows(view).get(self.list.at)?)
    }
}

fn rows(filter: &str, hidden_only: bool, view: &View<'_>) -> Vec<Id<Need>> {
    // Half a word is no error while it is typed: what cannot be read yet hides nothing.
    let cx = EntryContext::new(view.book(), view.now());
    let filter = Filter::read(Entity::Need, filter, &cx).unwrap_or_default();
    let figures = Figures::on(view.book(), view.today());
    let day = OnDay { view: &figures };
    let shown = |need: &&Need| (!hidden_only || need.voice == Voice::Hidden) && filter.fits(view.book(), *need, &day);
    let mut rows: Vec<&Need> = view.book().need.iter().filter(shown).collect();
    rows.sort_by_key(|need| (need.state == NeedState::Dropped, need.state, need.head.created_at, need.head.uid));
    rows.into_iter().map(Row::uid).collect()
}

impl Layer for Needs {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let rows = self.rows(view);
        let mut title = format!("{}  {}", view.say("screen-needs"), rows.len());
        if self.hidden_only {
            title = format!("{title}  {}", view.words.term(&Voice::Hidden.term()));
        }
        self.filter.draw(frame, area, &title, view);
        paint::rule(frame.buffer_mut(), area, 1, None, "", "", view);
        let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if rows.is_empty() {
            let nothing = if self.filter.is_on() {
                view.say_with("nothing-found", &[("input", Arg::text(self.filter.text()))])
            } else {
                view.say("nothing-here")
            };
            paint::text(frame.buffer_mut(), below, 0, &format!("  {nothing}"), view.style(Tone::Muted), view);
            return;
        }
        let line = |n: usize, width: usize| {
            let need = rows.get(n).and_then(|id| view.book().need.get(*id));
            need.map_or_else(Line::default, |need| needs::line_of_all(view, need, width))
        };
        self.list.draw(frame.buffer_mut(), below, rows.len(), true, view, line);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        if self.filter.typing {
            self.list.at = 0;
            return self.filter.on_grammar(&input, Entity::Need, view);
        }
        let Input::Do(command) = input else { return Reply::Ignored };
        if self.list.on(command, self.rows(view).len()) {
            return Reply::Handled;
        }
        match command {
            Command::Filter => self.filter.typing = true,
            Command::HiddenOnly => self.hidden_only = !self.hidden_only,
            Command::Back if self.filter.is_on() => self.filter.take_off(),
            Command::Add => {
                return Reply::Go(Target::Form { entity: Entity::Need, uuid: None, client: self.client(view) });
            }
            _ => {
                let Some(need) = self.need(view) else { return Reply::Ignored };
                return act(command, Subject::new(Entity::Need, need.head.uid), need.client, view);
            }
        }
        Reply::Handled
    }

    fn place(&self) -> Here {
        let here = Here::screen(Place::NEEDS);
        if self.filter.typing { here.typing() } else { here }
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        self.need(view).map(|need| need.client)
    }

    fn clients(&self, view: &View<'_>) -> Option<Rc<Vec<Id<Client>>>> {
        let rows = self.rows(view);
        let needs = rows.iter().filter_map(|id| view.book().need.get(*id));
        Some(Rc::new(each_once(needs.map(|need| need.client))))
    }

    fn follow(&mut self, client: Id<Client>, view: &View<'_>) {
        let of_client = |id: &Id<Need>| view.book().need.get(*id).is_some_and(|need| need.client == client);
        self.list.at = self.rows(view).iter().position(of_client).unwrap_or(self.list.at);
    }
}
