//! Whether the work has an effect: income, services, the mix of clients, where to research, payments.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};

use super::growth::{self, Course, Total};
use super::scope::Scope;
use super::table::{Cell, Row, Table};
use super::{income, mix, research};
use crate::domain::date::in_force;
use crate::domain::entity::{Client, Holding};
use crate::domain::figures::exact::Ratio;
use crate::domain::figures::ledger::Column;
use crate::domain::sentence::Sentence;
use crate::domain::table::Id;
use crate::domain::words::Family;

pub(super) fn tables(scope: &Scope<'_>) -> Vec<Table> {
    let mut tables = vec![income::table(scope), services(scope)];
    tables.extend(mix::tables(scope));
    tables.extend([research::table(scope), growth::payments(scope)]);
    tables
}

/// Products in use with us on a day.
fn in_use<'a>(scope: &Scope<'a>, day: NaiveDate) -> Vec<&'a Holding> {
    let used = |row: &&Holding| row.provider_other.is_none() && in_force(row.from, row.to, day).yes();
    scope.view.book.holding.iter().filter(used).collect()
}

fn clients(holdings: &[&Holding]) -> BTreeSet<Id<Client>> {
    holdings.iter().map(|holding| holding.client).collect()
}

/// Families of products of a client that uses any, on the mean.
fn families(scope: &Scope<'_>, holdings: &[&Holding]) -> Option<Ratio> {
    let family = |holding: &&Holding| scope.view.book.product.get(holding.product).map(|product| product.family);
    let pairs: BTreeSet<(Id<Client>, Family)> =
        holdings.iter().filter_map(|holding| Some((holding.client, family(holding)?))).collect();
    Ratio::new(pairs.len() as i128, clients(holdings).len() as i128)
}

/// What is used now and was a year ago.
fn services(scope: &Scope<'_>) -> Table {
    let end = scope.now.to;
    let ago = end.checked_sub_months(Months::new(12)).unwrap_or(end);
    let (now, before) = (in_use(scope, end), in_use(scope, ago));
    let dated = now.iter().filter(|holding| holding.from.is_some()).count();
    let whole = |n: usize| Ratio::whole(i64::try_from(n).unwrap_or(i64::MAX));
    let counts = |key, n: usize, m: usize| {
        let change = growth::change(whole(n), whole(m)).map_or(Cell::Nothing, |change| growth::growth(Some(change)));
        Row::figure(key, [Cell::Count(n), Cell::Count(m), change]).known(dated, now.len())
    };
    let [mean, mean_before] = [&now, &before].map(|holdings| families(scope, holdings));
    let tenth = |mean: Option<Ratio>| Cell::or_unknown(mean.and_then(|mean| Some(Cell::Number(mean.decimal(1)?, 1))));
    let by_families = mean.zip(mean_before).and_then(|(now, before)| growth::change(now, before));
    let mut rows = vec![
        counts("holdings", now.len(), before.len()).of(now.iter().copied()),
        counts("holders", clients(&now).len(), clients(&before).len()),
        Row::figure("families", [tenth(mean), tenth(mean_before), growth::growth(by_families)]).known(dated, now.len()),
    ];
    let (turnover, notes) = turnover(scope);
    rows.push(turnover);
    let verdict = match now.len().cmp(&before.len()) {
        std::cmp::Ordering::Greater => "report-services-more",
        std::cmp::Ordering::Equal => "report-services-same",
        std::cmp::Ordering::Less => "report-services-fewer",
    };
    let table = Table::new("services", &["figure", "at-end", "year-ago", "step"], rows);
    let said = Sentence::new(verdict).count("now", now.len()).count("before", before.len());
    Table { notes: notes.into_iter().collect(), ..table.says(said) }
}

fn turnover(scope: &Scope<'_>) -> (Row, Option<Sentence>) {
    let unknown = |why| {
        Row::figure("turnover-year", [Cell::Unknown, Cell::Unknown, Cell::Unknown]).known(0, 12).because(Some(why))
    };
    let Some(last) = scope.closed else { return (unknown(Sentence::new("why-no-closed-month")), None) };
    match Course::of(scope, Column::TURNOVER, last.plus(-23), last) {
        Err(why) => (unknown(why), None),
        Ok(course) => {
            let [now, before] = match course.years(last) {
                Ok(years) => years,
                Err(why) => return (unknown(why), None),
            };
            let change = now.whole().zip(before.whole()).and_then(|(now, before)| growth::change(now, before));
            let money = |total: Total| course.money(total);
            let cells = [money(now), money(before), growth::growth(change)];
            (Row::figure("turnover-year", cells).known(now.known, now.of), course.note())
        }
    }
}
