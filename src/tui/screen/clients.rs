//! All clients: one line each, sorted and filtered. Only the lines in sight are computed.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::client::facts;
use crate::domain::entry::EntryContext;
use crate::domain::figures::View as Figures;
use crate::domain::figures::client_line::ClientLine;
use crate::domain::filter::{Filter, OnDay};
use crate::domain::words::{ClientStatus, VipCategory};
use crate::domain::{Client, Edit, Entity, Id, Sentence};
use crate::i18n::{Collation, SortName, plain_name};
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::{Tab, Target};
use crate::tui::theme::Tone;
use crate::tui::widget::field::Field;
use crate::tui::widget::{frame as paint, list::List};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Sort {
    #[default]
    Name,
    Tier,
    Overdue,
    Ltv,
    Map,
    Satisfaction,
    Stage,
}

/// What the order was made from; it is made anew when any of it changes.
#[derive(Debug, Clone, PartialEq)]
struct Made {
    revision: u64,
    today: NaiveDate,
    sort: Sort,
    filter: String,
    order: Rc<Vec<Id<Client>>>,
}

/// What is typed at the top of the list.
#[derive(Default)]
enum Typing {
    #[default]
    None,
    Filter(Field),
    New(Field, VipCategory),
}

#[derive(Default)]
pub struct Clients {
    list: List,
    sort: Sort,
    filter: String,
    top: Typing,
    made: RefCell<Option<Made>>,
}

impl Clients {
    fn order(&self, view: &View<'_>) -> Rc<Vec<Id<Client>>> {
        let mut made = self.made.borrow_mut();
        let (revision, today) = (view.book().revision, view.today());
        if let Some(made) = made.as_ref()
            && made.revision == revision
            && made.today == today
            && made.sort == self.sort
            && made.filter == self.filter
        {
            return Rc::clone(&made.order);
        }
        let order = Rc::new(sorted(view, self.sort, &self.filter));
        *made = Some(Made { revision, today, sort: self.sort, filter: self.filter.clone(), order: Rc::clone(&order) });
        order
    }

    fn typed(&mut self, input: &Input) -> Reply {
        match &mut self.top {
            Typing::Filter(field) => {
                if field.on(input) {
                    field.text().clone_into(&mut self.filter);
                    self.list.at = 0;
                    return Reply::Handled;
                }
            }
            Typing::New(field, category) => {
                if let Input::Paste(text) = input
                    && text.trim().contains('\n')
                {
                    let category = *category;
                    let names = text.lines().map(str::trim).filter(|name| !name.is_empty());
                    return Reply::Many(names.map(|name| Reply::Make(new_client(name, category))).collect());
                }
                if field.on(input) {
                    return Reply::Handled;
                }
            }
            Typing::None => {}
        }
        match input {
            Input::Do(Command::Back | Command::Stop) => {
                if matches!(self.top, Typing::Filter(_)) {
                    self.filter.clear();
                }
                self.top = Typing::None;
                Reply::Handled
            }
            Input::Do(Command::Open) => self.enter(),
            Input::Do(Command::Next) => {
                if let Typing::New(_, category) = &mut self.top {
                    *category = next_category(*category);
                }
                Reply::Handled
            }
            _ => Reply::Ignored,
        }
    }

    fn enter(&mut self) -> Reply {
        match std::mem::take(&mut self.top) {
            Typing::New(field, category) if !field.text().trim().is_empty() => {
                let edit = new_client(field.text(), category);
                self.top = Typing::New(Field::new(""), category);
                Reply::Make(edit)
            }
            _ => Reply::Handled,
        }
    }

    fn sort_by(&mut self, command: Command) -> bool {
        self.sort = match command {
            Command::SortName => Sort::Name,
            Command::SortTier => Sort::Tier,
            Command::SortOverdue => Sort::Overdue,
            Command::SortLtv => Sort::Ltv,
            Command::SortMap => Sort::Map,
            Command::SortSatisfaction => Sort::Satisfaction,
            Command::SortStage => Sort::Stage,
            _ => return false,
        };
        self.list.at = 0;
        true
    }

    fn draw_top(&self, frame: &mut Frame<'_>, area: Rect, count: usize, view: &View<'_>) {
        let buf = frame.buffer_mut();
        let title =
            format!(" {}  {}", view.say("screen-clients"), view.words.number(i64::try_from(count).unwrap_or(0)));
        paint::text(buf, area, 0, &title, view.style(Tone::Title), view);
        let place = Rect { x: area.x + area.width / 2, width: area.width - area.width / 2, height: 1, ..area };
        match &self.top {
            Typing::None if self.filter.is_empty() => {}
            Typing::None => {
                let filter = format!("{} {}", view.say("command-filter"), self.filter);
                paint::text(buf, place, 0, &filter, view.style(Tone::Accent), view);
            }
            Typing::Filter(field) => field.draw(frame, place, true, view),
            Typing::New(field, category) => {
                let word = view.words.short(&category.term());
                let cells = u16::try_from(crate::tui::cells::width(&word)).unwrap_or(0) + 1;
                paint::text(buf, place, 0, &word, view.style(Tone::Accent), view);
                let rest = Rect { x: place.x + cells, width: place.width.saturating_sub(cells), ..place };
                field.draw(frame, rest, true, view);
            }
        }
    }
}

fn next_category(category: VipCategory) -> VipCategory {
    match category {
        VipCategory::LongStanding => VipCategory::Retain,
        VipCategory::Retain => VipCategory::Attract,
        VipCategory::Attract => VipCategory::LongStanding,
    }
}

fn new_client(name: &str, category: VipCategory) -> Edit {
    let mut fields = serde_json::Map::new();
    fields.insert("name".into(), name.trim().into());
    fields.insert("vip_category".into(), category.word().into());
    if category == VipCategory::Attract {
        fields.insert("status".into(), "prospect".into());
        fields.insert("stage".into(), 1.into());
    }
    Edit::Add { entity: Entity::Client, fields }
}

/// The clients that pass the filter, in the order asked for; what is unknown stands last.
fn sorted(view: &View<'_>, sort: Sort, filter: &str) -> Vec<Id<Client>> {
    let figures = Figures::on(view.book(), view.today());
    let collation = Collation::new(view.words.lang());
    // Half a word is no error while it is typed: what cannot be read yet hides nothing.
    let filter_read = Filter::read(Entity::Client, filter, &EntryContext::new(view.book(), view.now())).ok();
    let archived = ["state:", "status:"].iter().any(|key| filter.contains(key));
    let listed =
        |client: &&Client| client.merged_into.is_none() && (archived || client.status != ClientStatus::Archived);
    let fits = |client: &&Client| {
        filter_read.as_ref().is_none_or(|read| read.fits(view.book(), *client, &OnDay { view: &figures }))
    };
    let passing = view.book().client.iter().filter(listed).filter(fits);
    let mut rows: Vec<(Option<i128>, String, &Client)> =
        passing.map(|client| (key(&figures, client, sort), plain_name(&client.name), client)).collect();
    rows.sort_by(|(a, name_a, one), (b, name_b, other)| {
        let unknown_last = a.is_none().cmp(&b.is_none());
        let names = || {
            let left = SortName { name: name_a, latin: one.name_latin.as_deref() };
            collation.compare_names(left, SortName { name: name_b, latin: other.name_latin.as_deref() })
        };
        unknown_last.then_with(|| a.cmp(b)).then_with(names)
    });
    rows.into_iter().map(|(_, _, client)| Id::new(client.head.uid)).collect()
}

/// What a client is sorted by, smallest first.
fn key(view: &Figures<'_>, client: &Client, sort: Sort) -> Option<i128> {
    let line = || ClientLine::of(view, client);
    match sort {
        Sort::Name => Some(0),
        Sort::Tier => Some(view.tier(Id::new(client.head.uid)) as i128),
        Sort::Overdue => line().overdue_days().map(|days| -i128::from(days)),
        Sort::Ltv => line().ltv.value().map(|money| -i128::from(money.minor)),
        Sort::Map => Some(i128::from(line().completeness)),
        Sort::Satisfaction => line().satisfaction.map(|level| (level.shown() * rust_decimal::Decimal::TEN).mantissa()),
        Sort::Stage => client.stage.map(i128::from),
    }
}

impl Layer for Clients {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let order = self.order(view);
        self.draw_top(frame, area, order.len(), view);
        let wide = area.width >= 100;
        let head = facts::heading(wide, usize::from(area.width) - 1, view);
        paint::text(
            frame.buffer_mut(),
            Rect { x: area.x + 1, width: area.width - 1, ..area },
            1,
            &head,
            view.style(Tone::Muted),
            view,
        );
        let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if order.is_empty() {
            let nothing = if self.filter.is_empty() {
                view.say("clients-none")
            } else {
                view.say_with("nothing-found", &[("input", crate::domain::Arg::text(&self.filter))])
            };
            paint::text(frame.buffer_mut(), below, 1, &format!("  {nothing}"), view.style(Tone::Muted), view);
            return;
        }
        let figures = Figures::on(view.book(), view.today());
        let line = |n: usize, width: usize| {
            let client = order.get(n).and_then(|id| view.book().client.get(*id));
            client.map_or_else(Line::default, |client| facts::line(&figures, client, wide, width, view))
        };
        self.list.draw(frame.buffer_mut(), below, order.len(), true, view, line);
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        if !matches!(self.top, Typing::None) {
            return self.typed(&input);
        }
        let order = self.order(view);
        let Input::Do(command) = input else { return Reply::Ignored };
        if self.list.on(command, order.len()) || self.sort_by(command) {
            return Reply::Handled;
        }
        match command {
            Command::Filter => {
                self.top = Typing::Filter(Field::new(self.filter.clone()));
                Reply::Handled
            }
            Command::Add => {
                self.top = Typing::New(Field::new(""), VipCategory::LongStanding);
                Reply::Handled
            }
            Command::Back if !self.filter.is_empty() => {
                self.filter.clear();
                Reply::Handled
            }
            Command::Open => {
                self.client(view).map_or(Reply::Ignored, |id| Reply::Go(Target::Client(id, Tab::Overview)))
            }
            Command::Edit => self.client(view).map_or(Reply::Ignored, |id| {
                Reply::Go(Target::Form { entity: Entity::Client, uuid: Some(id.uuid), client: Some(id) })
            }),
            Command::Remove => self.client(view).map_or(Reply::Ignored, |id| archive(view, id)),
            _ => Reply::Ignored,
        }
    }

    fn place(&self) -> Here {
        let here = Here::screen(Place::CLIENTS);
        if matches!(self.top, Typing::None) { here } else { here.typing() }
    }

    fn client(&self, view: &View<'_>) -> Option<Id<Client>> {
        self.order(view).get(self.list.at).copied()
    }
}

fn archive(view: &View<'_>, id: Id<Client>) -> Reply {
    let name = view.book().client.get(id).map(|client| client.name.clone()).unwrap_or_default();
    let edit = Edit::Remove { entity: Entity::Client, uuid: id.uuid, fields: serde_json::Map::new(), reason: None };
    Reply::Ask(Sentence::new("clients-archive-ask").text("client", name), Box::new(Reply::Make(edit)))
}
