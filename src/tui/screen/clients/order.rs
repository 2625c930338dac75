//! The clients in the order of a figure or of their names, filtered. Each part is kept until what it is made from
//! changes, so that a letter typed into the filter sorts nothing.

use std::rc::Rc;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::domain::entry::EntryContext;
use crate::domain::figures::client_line::ltv;
use crate::domain::figures::{View as Figures, cadence, satisfaction};
use crate::domain::filter::{Filter, OnDay, Spellings};
use crate::domain::{Client, Entity, Id, Row, map};
use crate::tui::command::Command;
use crate::tui::kept::Kept;
use crate::tui::layer::View;

/// What the list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    #[default]
    Name,
    Tier,
    Overdue,
    Ltv,
    Map,
    Satisfaction,
    Stage,
}

impl Sort {
    pub(super) fn of(command: Command) -> Option<Self> {
        Some(match command {
            Command::SortName => Self::Name,
            Command::SortTier => Self::Tier,
            Command::SortOverdue => Self::Overdue,
            Command::SortLtv => Self::Ltv,
            Command::SortMap => Self::Map,
            Command::SortSatisfaction => Self::Satisfaction,
            Command::SortStage => Self::Stage,
            _ => return None,
        })
    }

    /// How it is called.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Name => "command-sort-name",
            Self::Tier => "command-sort-tier",
            Self::Overdue => "command-sort-overdue",
            Self::Ltv => "command-sort-ltv",
            Self::Map => "command-sort-map",
            Self::Satisfaction => "command-sort-satisfaction",
            Self::Stage => "command-sort-stage",
        }
    }
}

#[derive(Debug, Default)]
pub(super) struct Order {
    sorted: Kept<Sort, Vec<Id<Client>>>,
    shown: Kept<(Sort, String), Vec<Id<Client>>>,
    spellings: Spellings,
}

impl Order {
    /// The clients that pass the filter, in the order asked for; what is unknown stands last.
    pub(super) fn of(&self, sort: Sort, filter: &str, view: &View<'_>) -> Rc<Vec<Id<Client>>> {
        self.shown.get((sort, filter.to_owned()), view, || {
            // Half a word is no error while it is typed: what cannot be read yet hides nothing.
            let cx = EntryContext::new(view.book(), view.now());
            let filter = Filter::read(Entity::Client, filter, &cx).unwrap_or_default();
            let figures = Figures::on(view.book(), view.today());
            let day = OnDay { view: &figures, spellings: &self.spellings };
            let fits = |client: &Client| filter.lists(client) && filter.fits(view.book(), client, &day);
            let sorted = self.sorted(sort, view);
            sorted.iter().copied().filter(|id| view.book().client.get(*id).is_some_and(fits)).collect()
        })
    }

    fn sorted(&self, sort: Sort, view: &View<'_>) -> Rc<Vec<Id<Client>>> {
        self.sorted.get(sort, view, || {
            let figures = Figures::on(view.book(), view.today());
            let mut ids = view.by_name.all(view).to_vec();
            if sort != Sort::Name {
                ids.sort_by_cached_key(|id| {
                    let key = view.book().client.get(*id).and_then(|client| key(&figures, client, sort));
                    (key.is_none(), key)
                });
            }
            ids
        })
    }
}

/// What a client is sorted by, smallest first.
fn key(view: &Figures<'_>, client: &Client, sort: Sort) -> Option<i128> {
    match sort {
        Sort::Name => Some(0),
        Sort::Tier => Some(view.tier(client.uid()) as i128),
        Sort::Overdue => cadence::contact(view, client)?.overdue().map(|days| -i128::from(days)),
        Sort::Ltv => ltv(view, client).value().map(|money| -i128::from(money.minor)),
        Sort::Map => Some(i128::from(map::completeness_of(view.book, client.uid(), view.today))),
        Sort::Satisfaction => {
            let level = satisfaction::level(view, client.uid(), view.today)?;
            (level.shown() * Decimal::TEN).round().to_i128()
        }
        Sort::Stage => client.stage.map(i128::from),
    }
}
