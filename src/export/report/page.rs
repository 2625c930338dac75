//! The report as a page: sections of tables with what is said beside them, in the blocks a brief is made of.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::domain::figures::View;
use crate::domain::report::{Cell, Report, Table};
use crate::export::brief::{Brief, Paper, Reader, Section};
use crate::export::chart::Bar;
use crate::i18n::Words;

/// The page in the words of a language.
pub fn page(report: &Report, view: &View<'_>, words: &Words) -> Brief {
    let period = words.period(report.period);
    let mut lines = vec![
        words.term("brief.internal_mark"),
        words.seen(report.period, report.seen, view.today),
        words
            .say_with("report-compared", &[("period", crate::domain::Arg::text(words.period(report.period.before())))]),
    ];
    let settings = view.settings();
    let who: Vec<&String> = settings.manager_name.iter().chain(&settings.bank_name).collect();
    lines.extend((!who.is_empty()).then(|| words.remarks(&who)));
    let sections = report.sections.iter().map(|section| {
        let mut made = Section::new(section.key, words.report("section", section.key));
        for table in &section.tables {
            write_table(&mut made, table, words);
        }
        made
    });
    Brief {
        reader: Reader::Internal,
        language: words.lang(),
        day: view.today,
        paper: Paper::of(settings),
        file_stem: super::file_stem(report.period, words),
        title: words.say_with("report-title", &[("period", crate::domain::Arg::text(period))]),
        lines,
        sections: sections.collect(),
    }
}

fn write_table(section: &mut Section, table: &Table, words: &Words) {
    let title = words.report("table", table.key);
    section.part(
        table.verdict.as_ref().map_or_else(|| title.clone(), |verdict| words.told(&title, &words.sentence(verdict))),
    );
    if table.rows.is_empty() {
        section.text(words.say("report-none"));
    }
    let known = table.has_known();
    let mut head: Vec<String> = table.head.iter().map(|key| words.report("col", key)).collect();
    head.extend(known.then(|| words.report("col", "known")));
    let rows = table.rows.iter().map(|row| {
        let mut cells: Vec<String> = row.cells.iter().map(|cell| words.cell(cell)).collect();
        cells.extend(known.then(|| row.known.map(|of| words.known("report-known-short", of)).unwrap_or_default()));
        cells
    });
    section.figures(head, rows.collect(), right(table, known));
    if let Some(column) = table.bars {
        section.bars(bars(table, column, words), title);
    }
    for remark in words.remarks_of(table) {
        section.text(remark);
    }
}

/// A column stands to the right when a figure stands in it anywhere.
fn right(table: &Table, known: bool) -> Vec<bool> {
    let is_figure =
        |column: usize| column > 0 && table.rows.iter().any(|row| row.cells.get(column).is_some_and(Cell::is_number));
    (0..table.head.len()).map(is_figure).chain(known.then_some(true)).collect()
}

fn bars(table: &Table, column: usize, words: &Words) -> Vec<Bar> {
    let size = |row: &crate::domain::report::Row| row.cells.get(column)?.size();
    let longest = table.rows.iter().filter_map(size).map(|size| size.abs()).max().filter(|most| !most.is_zero());
    let bar = |row: &crate::domain::report::Row| {
        let part = |size: Decimal| (size.abs() * Decimal::ONE_THOUSAND).checked_div(longest?)?.to_u32();
        let label: Vec<String> = row.cells.iter().take(column).map(|cell| words.cell(cell)).collect();
        let shown = row.cells.get(column).map(|cell| words.cell_short(cell)).unwrap_or_default();
        Bar { label: label.join(" "), size: size(row).and_then(part), shown }
    };
    if longest.is_none() { Vec::new() } else { table.rows.iter().map(bar).collect() }
}
