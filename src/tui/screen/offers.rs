//! The offers of all clients.

use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::client::facts::short_name;
use super::client::{Page, Subject, act, offers};
use super::followed::Followed;
use crate::domain::offer::TakenOff;
use crate::domain::words::ProposalState;
use crate::domain::{Client, Entity, Id, Proposal, Row};
use crate::tui::by_name::each_once;
use crate::tui::cells::{self, Side, columns};
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::Target;
use crate::tui::theme::Tone;
use crate::tui::widget::{frame as paint, list::List, panes};

#[derive(Default)]
pub struct Offers {
    list: List,
    rows: Kept<(), Vec<Id<Proposal>>>,
    followed: Followed<Proposal>,
    /// What was taken off the offer under the cursor, as the journal has it. No picture waits for the journal.
    taken_off: Option<(Id<Proposal>, Vec<TakenOff>)>,
}

impl Offers {
    fn rows(&self, view: &View<'_>) -> Rc<Vec<Id<Proposal>>> {
        self.rows.get((), view, || {
            let mut rows: Vec<&Proposal> = view.book().proposal.iter().collect();
            rows.sort_by_key(|offer| (offer.state, offer.valid_until.is_none(), offer.valid_until, offer.head.uid));
            rows.into_iter().map(Row::uid).collect()
        })
    }

    fn offer<'v>(&self, view: &View<'v>) -> Option<&'v Proposal> {
        view.book().proposal.get(*self.rows(view).get(self.list.at)?)
    }

    /// Reads what was taken off another offer than before. A journal that cannot be read was told when it happened.
    fn read_journal(&mut self, view: &View<'_>) {
        let offer = self.offer(view).map(Row::uid);
        if self.taken_off.as_ref().map(|(offer, _)| *offer) != offer {
            self.taken_off = offer.map(|offer| (offer, view.desk.taken_off(offer).unwrap_or_default()));
        }
    }
}

/// Cells the list can use.
const LIST: u16 = 100;
/// Below this a title needs the cells of the day until which the offer holds.
const NARROW: usize = 70;

/// The columns of the list: client, title, score, people asked, state, until when it holds.
struct Table {
    cells: [usize; 6],
}

impl Table {
    fn new(width: usize, view: &View<'_>) -> Self {
        let until = view.words.day_or_month_cells().max(cells::width(&view.say("label-valid_until")));
        let until = if width < NARROW { 0 } else { until };
        let (score, people) = if width < 89 { (0, 0) } else { (6, 6) };
        let gaps = 2 + [score, people, until].iter().filter(|cells| **cells > 0).count();
        let title = width.saturating_sub(18 + score + people + 18 + until + gaps);
        Self { cells: [18, title, score, people, 18, until] }
    }

    fn join(&self, texts: &[String; 6], view: &View<'_>) -> String {
        let sides = [Side::Left, Side::Left, Side::Right, Side::Right, Side::Left, Side::Right];
        let cells = texts.iter().zip(self.cells).zip(sides).filter(|((_, cells), _)| *cells > 0);
        let parts: Vec<(&str, usize, Side)> = cells.map(|((text, cells), side)| (text.as_str(), cells, side)).collect();
        columns(&parts, view.marks.cut)
    }

    fn heading(&self, view: &View<'_>) -> String {
        let label = |field| view.words.label("proposal", field);
        let (score, people) = (view.say("label-score"), view.say("offers-col-people"));
        let until = view.say("label-valid_until");
        self.join(&[label("client"), label("title"), score, people, label("state"), until], view)
    }

    fn line(&self, offer: &Proposal, view: &View<'_>) -> Line<'static> {
        let [score, people] =
            if self.cells[2] > 0 { offers::score_in_short(view, offer) } else { [String::new(), String::new()] };
        let texts = [
            view.book().client.get(offer.client).map(short_name).unwrap_or_default(),
            offer.title.clone(),
            score,
            people,
            view.words.offer_state(offer, view.today()),
            offer.valid_until.map(|day| view.day(day)).unwrap_or_default(),
        ];
        let is_over = matches!(offer.state, ProposalState::Accepted | ProposalState::Declined);
        Line::styled(self.join(&texts, view), view.style(if is_over { Tone::Muted } else { Tone::Plain }))
    }
}

impl Layer for Offers {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let rows = self.rows(view);
        let title = format!(" {}  {}", view.say("screen-offers"), rows.len());
        paint::text(frame.buffer_mut(), area, 0, &title, view.style(Tone::Title), view);
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let (list, beside) = panes::detail(below, LIST);
        let table = Table::new(usize::from(list.width) - 1, view);
        let right = Rect { x: list.x + 1, width: list.width - 1, ..list };
        paint::text(frame.buffer_mut(), right, 0, &table.heading(view), view.style(Tone::Muted), view);
        let list = Rect { y: list.y + 1, height: list.height.saturating_sub(1), ..list };
        if rows.is_empty() {
            let nothing = format!("  {}", view.say("nothing-here"));
            return paint::text(frame.buffer_mut(), list, 1, &nothing, view.style(Tone::Muted), view);
        }
        let shown = |n: usize, _: usize| {
            let offer = rows.get(n).and_then(|id| view.book().proposal.get(*id));
            offer.map_or_else(Line::default, |offer| table.line(offer, view))
        };
        self.list.draw(frame.buffer_mut(), list, rows.len(), true, view, shown);
        if let (Some(place), Some(offer)) = (beside, self.offer(view)) {
            let mut page = Page::default();
            let taken_off = self.taken_off.as_ref().filter(|(of, _)| *of == offer.uid()).map(|(_, all)| &**all);
            offers::put(&mut page, view, (offer, taken_off.unwrap_or_default()), usize::from(place.width) - 1);
            page.lines.draw(frame.buffer_mut(), place, view);
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let Input::Do(command) = input else { return Reply::Ignored };
        if self.list.on(command, self.rows(view).len()) {
            self.read_journal(view);
            return Reply::Handled;
        }
        self.followed.note(&self.rows(view), self.list.at);
        if command == Command::Add {
            return Reply::Go(Target::Form { entity: Entity::Proposal, uuid: None, client: self.client(view) });
        }
        let Some(offer) = self.offer(view) else { return Reply::Ignored };
        act(command, Subject::new(Entity::Proposal, offer.head.uid), offer.client, view)
    }

    fn opened(&mut self, view: &View<'_>) -> Reply {
        self.read_journal(view);
        Reply::Handled
    }

    fn changed(&mut self, view: &View<'_>) {
        self.list.at = self.followed.place(&self.rows(view)).unwrap_or(self.list.at);
        self.taken_off = None;
        self.read_journal(view);
    }

    fn place(&self) -> Here {
        Here::screen(Place::OFFERS)
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        self.offer(view).map(|offer| offer.client)
    }

    fn clients(&self, view: &View<'_>) -> Option<Rc<Vec<Id<Client>>>> {
        let rows = self.rows(view);
        let offers = rows.iter().filter_map(|id| view.book().proposal.get(*id));
        Some(Rc::new(each_once(offers.map(|offer| offer.client))))
    }

    fn follow(&mut self, client: Id<Client>, view: &View<'_>) {
        let of_client = |id: &Id<Proposal>| view.book().proposal.get(*id).is_some_and(|row| row.client == client);
        self.list.at = self.rows(view).iter().position(of_client).unwrap_or(self.list.at);
        self.read_journal(view);
    }
}
