//! The report of a period: what the manager's work brought in service, sales and marketing, whether it has an effect, how
//! the portfolio moved, where its plan stands, and the list for the weekly meeting.
//!
//! A pure function of the book, the period and today. A report is tables of typed cells; it holds no words for a person
//! and knows no format. What is not known is never 0, and each figure says for how many of how many it is known.

mod effect;
mod flow;
mod growth;
mod income;
mod marketing;
mod mix;
mod offers;
mod period;
mod plan;
mod research;
mod sales;
mod scope;
mod service;
mod table;
#[cfg(test)]
mod tests;
mod tiers;
mod week;

pub use period::{Kind, Period, Span};
pub use scope::Scope;
pub use table::{Cell, Known, Row, Table};

use super::figures::View;

/// The report of a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub period: Period,
    /// The part of the period that lies before today or on it.
    pub seen: Span,
    pub sections: Vec<Section>,
}

/// One section; `key` is its name in every language.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub key: &'static str,
    pub tables: Vec<Table>,
}

/// The report of a period as it is read today.
pub fn report(view: &View<'_>, period: Period) -> Report {
    let scope = Scope::new(view, period);
    let section = |key, tables: Vec<Table>| Section { key, tables };
    let mut sections = vec![
        section("service", service::tables(&scope)),
        section("sales", sales::tables(&scope)),
        section("marketing", marketing::tables(&scope)),
        section("effect", effect::tables(&scope)),
        section("tiers", tiers::tables(&scope)),
        section("plan", plan::tables(&scope)),
    ];
    // The meeting is about the week that begins today, not about a period that is over.
    if period.span.holds(view.today) {
        sections.push(section("week", week::tables(&scope)));
    }
    Report { period, seen: scope.now, sections }
}
