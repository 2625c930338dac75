//! The needs of all clients: by state, then the oldest first.

use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::client::facts::short_name;
use super::client::needs::answer_name;
use super::client::{Subject, act};
use super::followed::Followed;
use super::glance;
use crate::domain::entry::EntryContext;
use crate::domain::figures::View as Figures;
use crate::domain::figures::evidence::last_seen;
use crate::domain::figures::whom_to_tell::whom_to_tell;
use crate::domain::filter::{Filter, OnDay, Spellings};
use crate::domain::words::{NeedState, Theme, Voice};
use crate::domain::{Arg, Client, Entity, Id, Need, Row, Sentence};
use crate::tui::by_name::each_once;
use crate::tui::cells::{self, Side, columns};
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::Target;
use crate::tui::theme::Tone;
use crate::tui::widget::narrow::Narrow;
use crate::tui::widget::{frame as paint, list::List, panes};

/// Cells the list can use.
const LIST: u16 = 116;
/// From here the breadth has room beside a title that can be read.
const ROOMY: usize = 105;
/// Cells of what answers a need.
const ANSWER: usize = 14;
/// Fewer cells of a title say too little.
const TITLE: usize = 24;
/// Below this a title needs the cells of the theme.
const NARROW: usize = 70;

/// The columns of the list: client, need, voice, breadth, theme, state, day of the last evidence, what answers it.
struct Table {
    cells: [usize; 8],
}

impl Table {
    fn new(width: usize, view: &View<'_>) -> Self {
        let day = view.words.day_or_month_cells();
        let asked = |field| cells::width(&view.words.label("need", field)).max(8);
        let state =
            NeedState::all().iter().map(|state| cells::width(&view.words.term(&state.term())) + 1).max().unwrap_or(0);
        // Client and state always; the others where there is room.
        let (voice, day) = if width < 99 { (0, 0) } else { (asked("voice"), day) };
        let (breadth, answer) = if width < ROOMY { (0, 0) } else { (asked("breadth"), ANSWER) };
        let theme = if width < NARROW { 0 } else { 13 };
        let mut cells = [18, 0, voice, breadth, theme, state, day, answer];
        let left = |cells: &[usize; 8]| {
            width.saturating_sub(cells.iter().sum::<usize>() + cells.iter().filter(|cells| **cells > 0).count())
        };
        // What answers it gives way to the title; the pane beside tells it.
        if left(&cells) < TITLE {
            cells[7] = 0;
        }
        cells[1] = left(&cells);
        Self { cells }
    }

    fn join(&self, texts: &[String; 8], view: &View<'_>) -> String {
        let cells = texts.iter().zip(self.cells).filter(|(_, cells)| *cells > 0);
        let parts: Vec<(&str, usize, Side)> = cells.map(|(text, cells)| (text.as_str(), cells, Side::Left)).collect();
        columns(&parts, view.marks.cut)
    }

    fn heading(&self, view: &View<'_>) -> String {
        let [client, title, voice, breadth, theme, state] =
            ["client", "title", "voice", "breadth", "theme", "state"].map(|field| view.words.label("need", field));
        let (last, answer) = (view.say("clients-col-last"), view.words.label("need", "answered_by"));
        self.join(&[client, title, voice, breadth, theme, state, last, answer], view)
    }

    fn line(&self, need: &Need, view: &View<'_>) -> Line<'static> {
        let words = view.words;
        let title = view.private(&need.title);
        let title = if need.share { format!("{} {title}", view.marks.shared) } else { title };
        let texts = [
            view.book().client.get(need.client).map(short_name).unwrap_or_default(),
            title,
            words.short(&need.voice.term()),
            need.breadth.map(|breadth| words.short(&breadth.term())).unwrap_or_default(),
            need.theme.map(|theme| words.short(&theme.term())).unwrap_or_default(),
            words.need_state(view.book(), need, view.today()),
            last_seen(need).map(|day| view.day(day)).unwrap_or_default(),
            need.answered_by.first().map(|answer| answer_name(answer, view)).unwrap_or_default(),
        ];
        let tone = if need.state.is_open() { Tone::Plain } else { Tone::Muted };
        Line::styled(self.join(&texts, view), view.style(tone))
    }
}

#[derive(Default)]
pub struct Needs {
    list: List,
    filter: Narrow,
    hidden_only: bool,
    /// Only whom to tell first of this theme.
    telling: Option<Theme>,
    rows: Kept<(String, bool, Option<Theme>), Vec<Id<Need>>>,
    followed: Followed<Need>,
    spellings: Spellings,
}

impl Needs {
    fn rows(&self, view: &View<'_>) -> Rc<Vec<Id<Need>>> {
        let key = (self.filter.text().to_owned(), self.hidden_only, self.telling);
        self.rows.get(key, view, || match self.telling {
            Some(theme) => whom_to_tell(&Figures::on(view.book(), view.today()), theme),
            None => rows(self.filter.text(), self.hidden_only, &self.spellings, view),
        })
    }

    /// Whom to tell first of the theme under the cursor; all needs again, at the same one, when that is what is shown.
    fn tell(&mut self, view: &View<'_>) -> Reply {
        let Some(need) = self.need(view) else { return Reply::Ignored };
        let id = need.uid();
        if self.telling.take().is_none() {
            let Some(theme) = need.theme else {
                let key = view.commands.key_of(self.place(), Command::Open).unwrap_or_default();
                return Reply::Refuse(Sentence::new("need-without-theme").text("key", key));
            };
            self.telling = Some(theme);
        }
        let same = self.rows(view).iter().position(|row| *row == id);
        self.list.at = same.filter(|_| self.telling.is_none()).unwrap_or(0);
        Reply::Handled
    }

    fn need<'v>(&self, view: &View<'v>) -> Option<&'v Need> {
        view.book().need.get(*self.rows(view).get(self.list.at)?)
    }
}

fn rows(filter: &str, hidden_only: bool, spellings: &Spellings, view: &View<'_>) -> Vec<Id<Need>> {
    // Half a word is no error while it is typed: what cannot be read yet hides nothing.
    let cx = EntryContext::new(view.book(), view.now());
    let filter = Filter::read(Entity::Need, filter, &cx).unwrap_or_default();
    let figures = Figures::on(view.book(), view.today());
    let day = OnDay { view: &figures, spellings };
    let shown = |need: &&Need| (!hidden_only || need.voice == Voice::Hidden) && filter.fits(view.book(), *need, &day);
    let mut rows: Vec<&Need> = view.book().need.iter().filter(shown).collect();
    rows.sort_by_key(|need| (need.state == NeedState::Dropped, need.state, need.head.created_at, need.head.uid));
    rows.into_iter().map(Row::uid).collect()
}

impl Layer for Needs {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let rows = self.rows(view);
        let mut title = format!("{}  {}", view.say("screen-needs"), rows.len());
        if let Some(theme) = self.telling {
            let theme = view.words.term(&theme.term());
            title = format!("{title}  {}", view.say_with("needs-whom-to-tell", &[("theme", Arg::text(theme))]));
        } else if self.hidden_only {
            title = format!("{title}  {}", view.words.term(&Voice::Hidden.term()));
        }
        self.filter.draw(frame, area, &title, view);
        let (list, beside) = panes::detail(area, LIST);
        let table = Table::new(usize::from(list.width) - 1, view);
        let below =
            |area: Rect, lines: u16| Rect { y: area.y + lines, height: area.height.saturating_sub(lines), ..area };
        let right = Rect { x: list.x + 1, width: list.width - 1, ..list };
        paint::text(frame.buffer_mut(), right, 1, &table.heading(view), view.style(Tone::Muted), view);
        if rows.is_empty() {
            let nothing = self.filter.nothing("nothing-here", view);
            paint::text(frame.buffer_mut(), below(list, 2), 1, &nothing, view.style(Tone::Muted), view);
            return;
        }
        let line = |n: usize, _: usize| {
            let need = rows.get(n).and_then(|id| view.book().need.get(*id));
            need.map_or_else(Line::default, |need| table.line(need, view))
        };
        self.list.draw(frame.buffer_mut(), below(list, 2), rows.len(), true, view, line);
        if let (Some(place), Some(need)) = (beside, self.need(view)) {
            let lines = glance::record(Entity::Need, need.head.uid, usize::from(place.width) - 1, view);
            lines.draw(frame.buffer_mut(), below(place, 1), view);
        }
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
        self.followed.note(&self.rows(view), self.list.at);
        match command {
            Command::Filter => {
                self.telling = None;
                self.filter.typing = true;
            }
            Command::WhomToTell => return self.tell(view),
            Command::Back if self.telling.is_some() => return self.tell(view),
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

    fn changed(&mut self, view: &View<'_>) {
        self.list.at = self.followed.place(&self.rows(view)).unwrap_or(self.list.at);
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
