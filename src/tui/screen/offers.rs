//! The offers of all clients.

use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::client::{Subject, act};
use crate::domain::words::ProposalState;
use crate::domain::{Client, Entity, Id, Proposal, Row};
use crate::i18n::plain_name;
use crate::tui::by_name::each_once;
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::Target;
use crate::tui::theme::Tone;
use crate::tui::widget::{frame as paint, list::List};

#[derive(Default)]
pub struct Offers {
    list: List,
    rows: Kept<(), Vec<Id<Proposal>>>,
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
}

fn line(view: &View<'_>, offer: &Proposal, width: usize) -> String {
    let client = view.book().client.get(offer.client);
    let name = client.map(|client| client.short_name.clone().unwrap_or_else(|| plain_name(&client.name)));
    let name = view.left(&name.unwrap_or_default(), 18);
    let mut right = format!("v{} {}", offer.version, view.words.term(&offer.state.term()));
    if let Some(until) = offer.valid_until {
        let late = offer.state == ProposalState::Presented && until < view.today();
        let word = if late { "offer-expired" } else { "label-valid_until" };
        right = format!("{right}, {} {}", view.say(word), view.words.day_short(until));
    }
    format!("{name} {}", cells::both_ends(&offer.title, &right, width.saturating_sub(19), view.marks.cut))
}

impl Layer for Offers {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let rows = self.rows(view);
        let title = format!(" {}  {}", view.say("screen-offers"), rows.len());
        paint::text(frame.buffer_mut(), area, 0, &title, view.style(Tone::Title), view);
        paint::rule(frame.buffer_mut(), area, 1, None, "", "", view);
        let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let shown = |n: usize, width: usize| {
            let offer = rows.get(n).and_then(|id| view.book().proposal.get(*id));
            offer.map_or_else(Line::default, |offer| Line::raw(line(view, offer, width)))
        };
        self.list.draw(frame.buffer_mut(), below, rows.len(), true, view, shown);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        let Input::Do(command) = input else { return Reply::Ignored };
        if self.list.on(command, self.rows(view).len()) {
            return Reply::Handled;
        }
        if command == Command::Add {
            return Reply::Go(Target::Form { entity: Entity::Proposal, uuid: None, client: self.client(view) });
        }
        let Some(offer) = self.offer(view) else { return Reply::Ignored };
        act(command, Subject::new(Entity::Proposal, offer.head.uid), offer.client, view)
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
    }
}
