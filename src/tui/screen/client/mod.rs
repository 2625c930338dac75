//! One client in tabs. Overview, log, needs, money, offers and history are here; the map and the people have files of
//! their own and share the head.

mod adapting;
mod extras;
pub mod facts;
pub mod goals;
pub mod head;
mod holdings;
mod log;
mod meeting;
pub mod money;
pub mod mood;
pub mod needs;
pub mod offers;
mod overview;
mod page;
mod vip;

pub use overview::glance;
pub use page::{Page, Subject};

use std::cell::Cell;
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;
use serde_json::Value as Json;

use super::{form, ledger, occasion_box, ways};
use crate::domain::moves::{Move, PromiseMove};
use crate::domain::offer::AllTakenOff;
use crate::domain::plan::Ending;
use crate::domain::words::VisitStatus;
use crate::domain::{
    Amend, Answers, Client, Commitment, Edit, Entity, Fields, Id, Refusal, RefusalKind, Sentence, Visit,
};
use crate::tui::command::{Command, Here, Place};
use crate::tui::kept::Kept;
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::target::{Tab, Target};
use crate::tui::widget::sheet::Sheet;

/// The tabs that are pages.
pub struct ClientPage {
    client: Id<Client>,
    tab: Tab,
    sheet: Sheet,
    right: Sheet,
    /// The right pane of a wide overview has the cursor.
    on_right: bool,
    /// As wide as it was last drawn.
    columns: Cell<Columns>,
    narrowed: Option<Entity>,
    taken_off: AllTakenOff,
    shown: Kept<(Columns, Option<Entity>), (Page, Option<Page>)>,
    log: Kept<usize, Page>,
    /// Whether the cursor stands on a month, as it was drawn last.
    on_month: Cell<bool>,
}

/// Cells of the page, and of its right pane where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Columns(usize, Option<usize>);

impl ClientPage {
    pub fn new(client: Id<Client>, tab: Tab) -> Self {
        Self {
            client,
            tab,
            sheet: Sheet::default(),
            right: Sheet::default(),
            on_right: false,
            columns: Cell::new(Columns(80, None)),
            narrowed: None,
            taken_off: AllTakenOff::default(),
            shown: Kept::default(),
            log: Kept::default(),
            on_month: Cell::default(),
        }
    }

    fn page(&self, view: &View<'_>, width: usize) -> Page {
        match self.tab {
            Tab::Log => log::page(view, self.client, self.narrowed, width),
            Tab::Needs => needs::page(view, self.client, width),
            Tab::Money => money::page(view, self.client, width),
            Tab::Offers => offers::page(view, self.client, &self.taken_off, width),
            _ => overview::page(view, self.client, width),
        }
    }

    /// The panes of a wide screen; one column where there are none. They walk over much of the book, so a key that only
    /// moves the cursor finds them as they are.
    fn panes(&self, view: &View<'_>) -> Rc<(Page, Option<Page>)> {
        let columns = self.columns.get();
        self.shown.get((columns, self.narrowed), view, || match (self.tab, columns) {
            (Tab::Overview, Columns(left, Some(right))) => {
                (overview::left(view, self.client, left), Some(overview::right(view, self.client, right)))
            }
            (Tab::Money, Columns(left, Some(right))) => {
                (money::left(view, self.client, left), Some(money::right(view, self.client, right)))
            }
            (_, Columns(width, _)) => (self.page(view, width), None),
        })
    }

    /// What the cursor stands on.
    fn subject(&self, (page, beside): &(Page, Option<Page>)) -> Option<Subject> {
        let (page, sheet) = match beside {
            Some(beside) if self.on_right => (beside, &self.right),
            _ => (page, &self.sheet),
        };
        page.subjects.get(sheet.at).copied().flatten()
    }

    /// Where the panes are in the room below the head.
    fn placed(&self, below: Rect) -> (Rect, Option<Rect>) {
        if !matches!(self.tab, Tab::Overview | Tab::Money) || below.width < PANES {
            return (below, None);
        }
        let left = Rect { width: below.width * 12 / 25, ..below };
        (left, Some(Rect { x: left.right() + 1, width: below.width - left.width - 1, ..below }))
    }

    fn is_wide(&self) -> bool {
        self.columns.get().1.is_some()
    }

    /// The place of both panes, and of the log on a very wide screen.
    fn parted(&self, area: Rect) -> (Rect, Option<Rect>) {
        if self.tab != Tab::Overview || area.width < WITH_LOG {
            return (area, None);
        }
        let both = Rect { width: area.width * 2 / 3, ..area };
        (both, Some(Rect { x: both.right() + 1, width: area.width - both.width - 1, ..area }))
    }

    fn narrow(&mut self, command: Command) -> bool {
        self.narrowed = match command {
            Command::NarrowAll => None,
            Command::NarrowVisits => Some(Entity::Visit),
            Command::NarrowNotes => Some(Entity::Note),
            Command::NarrowPromises => Some(Entity::Commitment),
            Command::NarrowProblems => Some(Entity::Problem),
            Command::NarrowSatisfaction => Some(Entity::Satisfaction),
            _ => return false,
        };
        self.sheet = Sheet::default();
        true
    }
}

/// From this width on a page has two panes.
const PANES: u16 = 100;
/// From this width on the overview has the log beside them.
const WITH_LOG: u16 = 150;

impl ClientPage {
    /// A record of the kind that is listed.
    fn add(&self, view: &View<'_>) -> Reply {
        let entity = match self.tab {
            Tab::Needs => Some(Entity::Need),
            Tab::Offers => Some(Entity::Proposal),
            Tab::Log => self.narrowed,
            _ => None,
        };
        entity.map_or(Reply::Ignored, |entity| page::begin(entity, &Fields::new(), self.client, view))
    }
}

impl Layer for ClientPage {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let below = head::draw(frame, area, self.client, self.tab, view);
        let (both, log) = self.parted(below);
        let (left, right) = self.placed(both);
        let room = |place: Rect| usize::from(place.width).saturating_sub(1);
        self.columns.set(Columns(room(left), right.map(room)));
        let panes = self.panes(view);
        let (page, beside) = &*panes;
        self.sheet.draw(frame.buffer_mut(), left, &page.lines, right.is_none() || !self.on_right, view);
        if let (Some(page), Some(place)) = (beside, right) {
            self.right.draw(frame.buffer_mut(), place, &page.lines, self.on_right, view);
        }
        self.on_month.set(self.subject(&panes).is_some_and(|subject| subject.entity == Entity::LedgerMonth));
        if let Some(place) = log {
            let page = self.log.get(room(place), view, || log::beside(view, self.client, room(place)));
            page.lines.draw(frame.buffer_mut(), place, view);
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        if let Input::Walked(client) = input {
            return head::walked(client, self.tab);
        }
        let Input::Do(command) = input else { return Reply::Ignored };
        if (command, self.tab) == (Command::VipTest, Tab::Money) {
            self.on_right = false;
            self.sheet.at = self.panes(view).0.test.unwrap_or(self.sheet.at);
            return Reply::Handled;
        }
        if let Some(reply) = head::on(command, self.client, view) {
            return reply;
        }
        if self.narrow(command) {
            return Reply::Handled;
        }
        if self.is_wide() && matches!(command, Command::NextPane | Command::PreviousPane) {
            self.on_right = !self.on_right;
            return Reply::Handled;
        }
        let right = self.is_wide() && self.on_right;
        let panes = self.panes(view);
        let page = panes.1.as_ref().filter(|_| right).unwrap_or(&panes.0);
        let sheet = if right { &mut self.right } else { &mut self.sheet };
        if sheet.on(command, &page.lines) {
            return Reply::Handled;
        }
        let subject = page.subjects.get(sheet.at).copied().flatten();
        let adds = command == Command::Add && self.tab == Tab::Money;
        if let (true, Some(reply)) =
            (adds || matches!(command, Command::Open | Command::Edit), page.leads_to(sheet.at, self.client, view))
        {
            return reply;
        }
        if let (true, Some(subject)) = (adds, subject.filter(|subject| subject.entity != Entity::LedgerMonth)) {
            return page::begin(subject.entity, &Fields::new(), self.client, view);
        }
        if let Some(reply) =
            (self.tab == Tab::Money).then(|| ledger::on_tab(command, subject, self.client, view)).flatten()
        {
            return reply;
        }
        match (command, subject) {
            (Command::Add, _) => self.add(view),
            (Command::OpenLink, _) => open_website(self.client, view),
            (_, Some(subject)) => act(command, subject, self.client, view),
            (Command::Edit, None) => edit(Subject::new(Entity::Client, self.client.uuid), self.client),
            _ => Reply::Ignored,
        }
    }

    fn opened(&mut self, view: &View<'_>) -> Reply {
        self.changed(view);
        Reply::Handled
    }

    fn changed(&mut self, view: &View<'_>) {
        if self.tab == Tab::Offers {
            self.taken_off = view.desk.all_taken_off(self.client).unwrap_or_default();
        }
    }

    fn place(&self) -> Here {
        let section = match self.tab {
            Tab::Log if self.narrowed.is_some() => Place::LOG.and(Place::LOG_OF_KIND),
            Tab::Log => Place::LOG,
            Tab::Needs => Place::CLIENT_NEEDS,
            Tab::Money if self.on_month.get() => Place::CLIENT_MONEY.and(Place::CLIENT_MONTH),
            Tab::Money => Place::CLIENT_MONEY,
            Tab::Offers => Place::CLIENT_OFFERS,
            _ => Place::OVERVIEW,
        };
        Here::section(section, Place::CLIENT)
    }

    fn client(&self, _view: &View<'_>) -> Option<Id<Client>> {
        Some(self.client)
    }
}

fn edit(subject: Subject, client: Id<Client>) -> Reply {
    Reply::Go(Target::Form { entity: subject.entity, uuid: Some(subject.uuid), client: Some(client) })
}

/// What Enter, `e`, `w` and Delete do on a record, wherever it is listed.
pub fn act(command: Command, subject: Subject, client: Id<Client>, view: &View<'_>) -> Reply {
    match command {
        Command::Open => Reply::Go(open(subject, client)),
        Command::Edit => edit(subject, client),
        Command::Evidence if subject.entity == Entity::Need => {
            let form = form::add_part(Entity::Need, subject.uuid, "evidence", view);
            form.map_or(Reply::Ignored, Reply::Open)
        }
        Command::Remove => remove(subject, view),
        Command::WriteUp | Command::AddWriteUp if subject.entity == Entity::Visit => {
            Reply::Go(Target::After(Id::new(subject.uuid)))
        }
        Command::Brief | Command::Export if subject.entity == Entity::Visit => {
            let visit = Some(Id::new(subject.uuid));
            let brief = command == Command::Brief;
            Reply::Go(if brief { Target::Brief { client, visit } } else { Target::Export { client, visit } })
        }
        Command::Toggle | Command::MoveNeed if subject.entity == Entity::Need => {
            needs::go_on(Id::new(subject.uuid), view)
        }
        Command::MoveNeedBack if subject.entity == Entity::Need => needs::go_back(Id::new(subject.uuid), view),
        Command::Toggle if subject.entity == Entity::Commitment => promise_done(Id::new(subject.uuid)),
        Command::Toggle if subject.entity == Entity::Visit => nothing_to_answer(Id::new(subject.uuid), view),
        Command::Toggle | Command::Ways if subject.entity == Entity::Occasion => {
            occasion_box::mark_row(Id::new(subject.uuid), view)
        }
        Command::Toggle | Command::Ways if has_ways(subject.entity) => ways::open(subject.entity, subject.uuid, view),
        _ => Reply::Ignored,
    }
}

/// The client's own pages, with the program for them.
fn open_website(client: Id<Client>, view: &View<'_>) -> Reply {
    let website = view.book().client.get(client).and_then(|client| client.website.as_deref());
    let link = website.and_then(crate::domain::link::web);
    link.map_or_else(|| Reply::Refuse(Sentence::new("link-no-website")), Reply::OpenLink)
}

/// Takes a record out the kind way, once asked. A visit is called off in a box of its own; where the rules want more
/// than a yes, the record's form opens as it would end, with room to say it.
pub fn remove(subject: Subject, view: &View<'_>) -> Reply {
    let Subject { entity, uuid } = subject;
    if entity == Entity::Visit {
        return crate::tui::screen::visits::calling_off(view, Id::new(uuid));
    }
    let edit = Edit::Remove { entity, uuid, fields: Fields::new(), reason: None };
    if let Some(layer) = ways::ending(entity, uuid, view) {
        return Reply::Open(layer);
    }
    if let Err(trouble) = view.desk.preview(&edit, &Answers::default())
        && let Some(refusal) = trouble.refusal().filter(|refusal| refusal.kind != RefusalKind::Ask)
    {
        let form = ending_form(subject, refusal, view);
        return form.map_or_else(|| Reply::Refuse(refusal.sentence.clone()), Reply::Open);
    }
    let name = form::name::of(entity, uuid, view);
    let question = match entity {
        Entity::Client => Sentence::new("clients-archive-ask").text("client", name),
        entity => Sentence::new("remove-ask").word("entity", entity.term()).text("name", name),
    };
    Reply::Ask(question, Box::new(Reply::Make(edit)))
}

fn ending_form(subject: Subject, refusal: &Refusal, view: &View<'_>) -> Option<Box<dyn Layer>> {
    let ending = Ending::of(&view.book().record(subject.entity, subject.uuid)?, view.today())?;
    form_asking(subject, ending.fields, ending.asks, refusal, view)
}

/// The form of a record as it would be, where that was refused for want of something only a person can say.
fn form_asking(
    subject: Subject,
    mut wish: Fields,
    asks: &[&str],
    refusal: &Refusal,
    view: &View<'_>,
) -> Option<Box<dyn Layer>> {
    if !asks.contains(&refusal.field.as_deref()?) {
        return None;
    }
    wish.extend(asks.iter().map(|field| ((*field).to_owned(), Json::Null)));
    form::edit_with(subject.entity, subject.uuid, &wish, view)
}

pub fn open(subject: Subject, client: Id<Client>) -> Target {
    match subject.entity {
        Entity::Person => Target::Person(Id::new(subject.uuid)),
        Entity::Client => Target::Client(Id::new(subject.uuid), Tab::Overview),
        Entity::Visit => Target::Before(Id::new(subject.uuid)),
        Entity::Proposal => Target::Offer(Id::new(subject.uuid)),
        entity => Target::Form { entity, uuid: Some(subject.uuid), client: Some(client) },
    }
}

fn has_ways(entity: Entity) -> bool {
    matches!(entity, Entity::Commitment | Entity::Problem)
}

/// After a visit nothing is owed, or something is after all.
pub fn nothing_to_answer(visit: Id<Visit>, view: &View<'_>) -> Reply {
    let Some(row) = view.book().visit.get(visit).filter(|row| row.status == VisitStatus::Held) else {
        return Reply::Ignored;
    };
    let fields = [("nothing_to_answer".to_owned(), (!row.nothing_to_answer).into())].into_iter().collect();
    Reply::Make(Edit::Amend(Amend::new(Entity::Visit, visit.uuid, fields)))
}

/// The promise is done today.
pub fn promise_done(promise: Id<Commitment>) -> Reply {
    Reply::Make(Edit::Move(Move::Promise(promise, PromiseMove::Done { on: None, note: None })))
}
