//! The first criterion: a wide range of our products in use.

use std::collections::BTreeSet;

use chrono::Months;

use super::evidence::{from_evidence, verdict};
use super::{Case, Line, Truth};
use crate::domain::date::in_force;
use crate::domain::entity::{Holding, VipEvidence};
use crate::domain::json::Amount;
use crate::domain::sentence::Sentence;
use crate::domain::words::{Criterion, EvidenceKind};

/// Holdings first. Too few of them prove nothing unless the list was checked; then the freshest evidence decides.
pub(super) fn products(case: &Case<'_>) -> Line {
    let settings = case.book.settings();
    let held: Vec<&Holding> = in_use(case).collect();
    let families: BTreeSet<_> =
        held.iter().filter_map(|row| case.book.product.get(row.product)).map(|product| product.family).collect();
    let enough = |n: usize, least: i64| i64::try_from(n).is_ok_and(|n| n >= least);
    let counted = Sentence::new("vip-products-held").count("n", held.len()).count("families", families.len());
    if enough(held.len(), settings.vip_min_products) && enough(families.len(), settings.vip_min_families) {
        return Line::new("V1", Truth::Met, Some(counted));
    }
    if is_checked(case) {
        return Line::new("V1", Truth::NotMet, Some(counted));
    }
    from_evidence(case, "V1", Criterion::Products, |row| judged(row, settings.vip_min_products))
}

fn judged(row: &VipEvidence, least: i64) -> Truth {
    match (row.kind, &row.figure) {
        (EvidenceKind::Figure, Some(Amount::Number(n))) => Truth::of(*n >= least),
        _ => verdict(row),
    }
}

/// Products of ours in use today.
fn in_use<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a Holding> {
    let (id, today) = (case.id, case.today);
    let rows = case.book.holding.of(id).filter(move |row| row.client == id && row.provider_other.is_none());
    rows.filter(move |row| in_force(row.from, row.to, today).yes())
}

/// Whether the list of products was known complete within a year.
fn is_checked(case: &Case<'_>) -> bool {
    let until = |checked: chrono::NaiveDate| checked.checked_add_months(Months::new(12));
    let checked = case.client.holdings_checked_on.filter(|on| *on <= case.today);
    checked.and_then(until).is_some_and(|until| until >= case.today)
}
