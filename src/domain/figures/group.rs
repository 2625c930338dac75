//! What a whole group has brought: a client and all below it, each counted once. Told apart from the client's own LTV.

use super::family::descendants;
use super::known::Figure;
use super::rates::{Exact, too_large};
use super::view::View;
use crate::domain::entity::Client;
use crate::domain::money::Money;
use crate::domain::sentence::Sentence;
use crate::domain::table::Id;
use crate::domain::words::ClientStatus;

/// The LTV of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Known for so many months of so many, over all its clients.
    pub ltv: Figure<Money>,
    /// Clients below the one asked about.
    pub below: usize,
}

/// None of a client that has nobody below it.
pub fn group(view: &View<'_>, client: Id<Client>) -> Option<Group> {
    let stands = |id: &Id<Client>| view.book.client.get(*id).is_some_and(|row| row.status != ClientStatus::Merged);
    let below: Vec<Id<Client>> = descendants(view.book, client).into_iter().filter(stands).collect();
    if below.is_empty() {
        return None;
    }
    let values = || std::iter::once(&client).chain(&below).filter_map(|id| view.book.value(*id, view.month()));
    let of = values().map(|value| value.ltv.of).sum();
    let known = values().filter(|value| !value.ltv.is_unknown()).map(|value| value.ltv.known).sum();
    let amounts: Vec<Exact> = values().filter_map(|value| value.ltv.value().copied()).collect();
    let ltv = match Exact::sum(amounts.iter().copied()) {
        _ if amounts.is_empty() => Figure::unknown(Sentence::new("why-no-figures")).parts(known, of),
        Some(sum) => Figure::counted(sum, known, of),
        None => Figure::unknown(too_large()),
    };
    let rates = view.book.rates(view.month());
    Some(Group { ltv: ltv.and_then(|sum| rates.money(sum), too_large), below: below.len() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{book, client, day, id};
    use serde_json::{Value as Json, json};

    #[test]
    fn a_group_is_the_client_and_all_below_it_each_once() {
        let row = |client: &str, month: &str, income: i64| json!({ "client": client, "month": month, "currency": "EUR", "income": income, "cost": 0, "closed": true });
        let below = |name: &str, parent: &str, more: Json| {
            let mut row = client(name, more);
            row["parent"] = parent.into();
            row
        };
        let book = book(&json!({
            "settings": { "reporting_currency": "EUR" },
            "tables": {
                "client": [
                    client("top", json!({ "relation_start": null })),
                    below("a", "top", json!({ "relation_start": "2026-09" })),
                    below("b", "a", json!({ "relation_start": "2026-09" })),
                    below("lost", "top", json!({ "status": "merged", "merged_into": "a" })),
                ],
                "ledger_month": [row("a", "2026-09", 100), row("a", "2026-10", 50), row("b", "2026-10", 7), row("lost", "2026-10", 999)],
            },
        }));
        let view = View::on(&book, day("2026-11-23"));
        let told = |name: &str| {
            let group = group(&view, id(name))?;
            Some((group.below, group.ltv.value().map(|money| money.minor), group.ltv.known, group.ltv.of))
        };
        assert_eq!(told("top"), Some((2, Some(157), 3, 4)));
        assert_eq!(told("a"), Some((1, Some(157), 3, 4)));
        assert_eq!(told("b"), None);
    }
}
