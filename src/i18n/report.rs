//! The words of a report: its period, the names of its sections, tables and columns, and what stands in a cell.

use chrono::NaiveDate;

use super::Words;
use crate::domain::date::Month;
use crate::domain::report::{Cell, Kind, Known, Period, Row, Span, Table};
use crate::domain::{Arg, Sentence};

impl Words {
    /// `November 2026`, `Q4 2026`, `2026`, `2 Nov 2026 to 8 Nov 2026`.
    pub fn period(&self, period: Period) -> String {
        let first = period.span.from;
        let month = Month::of(first);
        match period.kind {
            Kind::Month => self.month(month),
            Kind::Quarter => self.quarter(month.year, period.quarter()),
            Kind::Year => self.sentence(&Sentence::new("report-year").text("year", month.year.to_string())),
            Kind::Days => self.span("report-days", period.span),
        }
    }

    /// The year of a plan, or a quarter of it.
    pub fn plan_period(&self, year: i64, quarter: Option<i64>) -> String {
        let quarter = quarter.and_then(|quarter| Some((i32::try_from(year).ok()?, u32::try_from(quarter).ok()?)));
        quarter.map_or_else(|| year.to_string(), |(year, quarter)| self.quarter(year, quarter))
    }

    pub fn quarter(&self, year: i32, quarter: u32) -> String {
        let quarter = Sentence::new("report-quarter").text("q", quarter.to_string()).text("year", year.to_string());
        self.sentence(&quarter)
    }

    /// The days a report has seen of its period: all of them, or those to date.
    pub fn seen(&self, period: Period, seen: Span, today: NaiveDate) -> String {
        if period.is_running(today) {
            return self.span(&format!("report-to-date-{}", period.kind.word()), seen);
        }
        self.span("report-days", seen)
    }

    fn span(&self, id: &str, span: Span) -> String {
        self.sentence(&Sentence::new(id).date("from", span.from).date("to", span.to))
    }

    /// The name of a section, table, column or figure of a report.
    pub fn report(&self, what: &str, key: &str) -> String {
        self.say(&format!("report-{what}-{key}"))
    }

    /// For how many of how many.
    pub fn known(&self, id: &str, known: Known) -> String {
        self.say_with(id, &[("n", Arg::count(known.n)), ("of", Arg::count(known.of))])
    }

    /// What is said below a table: of each line that needs a word, then of all of it.
    pub fn remarks_of(&self, table: &Table) -> Vec<String> {
        let of_row = |row: &Row| {
            let label = row.cells.first().map(|cell| self.cell(cell)).unwrap_or_default();
            row.why.as_ref().map(|why| self.told(&label, &self.sentence(why)))
        };
        let notes = table.notes.iter().map(|note| self.sentence(note));
        table.rows.iter().filter_map(of_row).chain(notes).collect()
    }

    /// A cell in full; empty where there is nothing to have.
    pub fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Unknown => self.unknown(),
            Cell::Nothing => String::new(),
            Cell::Count(n) => self.number(i64::try_from(*n).unwrap_or(i64::MAX)),
            Cell::Number(value, places) => self.decimal(*value, *places),
            Cell::Change(value, places) => self.signed(*value, *places),
            Cell::Percent(value, places) => self.percent_to(*value, *places),
            Cell::Growth(value, places) => self.percent_signed(*value, *places),
            Cell::Money(money) => self.money_whole(*money),
            Cell::Day(day) => self.date(*day),
            Cell::Quarter(year, quarter) => self.quarter(*year, *quarter),
            Cell::Month(month) => self.month(*month),
            // The kind of a record stands among other words, not at the head of a page.
            Cell::Word(key) if key.starts_with("entity.") => self.in_a_sentence(key),
            Cell::Word(key) => self.term(key),
            Cell::Said(sentence) => self.sentence(sentence),
            Cell::Text(text) | Cell::Private(text) => self.arg(&Arg::text(text)),
        }
    }

    /// The same for a narrow column: large amounts in three digits, days without their year's words.
    pub fn cell_short(&self, cell: &Cell) -> String {
        match cell {
            Cell::Money(money) => self.money_short(*money),
            Cell::Day(day) => self.day_short(*day),
            Cell::Word(key) => self.short(key),
            cell => self.cell(cell),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_is_named_in_each_language() {
        let each =
            |period: Period| [Lang::En, Lang::Ru, Lang::Bg, Lang::Zh].map(|lang| Words::new(lang).period(period));
        let quarter = each(Period::of(Kind::Quarter, day("2026-11-23")));
        assert_eq!(quarter, ["Q4 2026", "4 кв. 2026", "4 трим. 2026", "2026年第4季度"]);
        let year = each(Period::of(Kind::Year, day("2026-11-23")));
        assert_eq!(year, ["2026", "2026 год", "2026 г.", "2026年"]);
    }

    #[test]
    fn a_period_that_is_not_over_says_so() {
        let (words, today) = (Words::new(Lang::En), day("2026-11-23"));
        let month = Period::of(Kind::Month, today);
        let seen = Span { to: today, ..month.span };
        assert_eq!(words.seen(month, seen, today), "month to date, 23 Nov 2026");
        assert_eq!(words.seen(month.before(), month.before().span, today), "1 Oct 2026 to 31 Oct 2026");
    }
}
