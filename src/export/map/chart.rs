//! A map ready to be drawn: columns of people, rows of steps with the decision on top, lines between people.

use crate::domain::Book;
use crate::domain::map::{DecisionMap, Freshness, Row};
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::text::display_safe;
use crate::domain::words::{Certainty, Level};
use crate::i18n::Words;

/// Texts are raw and safe to display; each drawing escapes for its format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    pub columns: Vec<ChartColumn>,
    pub rows: Vec<ChartRow>,
    pub reporting: Vec<ChartLine>,
    pub influences: Vec<ChartLine>,
    /// The same lines in words, behind their labels.
    pub between: Vec<(String, Vec<String>)>,
    /// The label of the row of stances.
    pub stance: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartColumn {
    pub name: String,
    pub level: String,
    /// From 0, the board, downwards; people of an unknown level stand with the specialists.
    pub rank: usize,
    pub position: Option<String>,
    pub attitude: String,
    pub stance: Option<i64>,
    /// The position has ended.
    pub left: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartRow {
    pub label: String,
    pub is_step: bool,
    /// Why the step is not needed.
    pub absent: Option<String>,
    /// One for each column.
    pub cells: Vec<Option<ChartCell>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartCell {
    pub text: String,
    pub certainty: Certainty,
    pub freshness: Freshness,
    pub left: bool,
}

/// A line between two columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChartLine {
    pub from: usize,
    pub to: usize,
    /// From 1 to 3; none where it is not known, and for reporting.
    pub strength: Option<i64>,
}

/// Cells within which a role is told with a space before its age.
const ROOM: usize = 14;

impl Chart {
    pub fn of(book: &Book, map: &DecisionMap, words: &Words) -> Self {
        let safe = |text: String| display_safe(&text).into_owned();
        let column = |column: &crate::domain::map::Column| ChartColumn {
            name: safe(words.name_on_map(book, map, column.person)),
            level: words.short(&format!("affiliation.level.{}", column.level.map_or("unknown", Level::word))),
            rank: column.level.unwrap_or(Level::Specialist) as usize,
            position: column.position.clone().map(safe),
            attitude: words.attitude(column.attitude.stance(), column.attitude.influence()),
            stance: column.attitude.stance(),
            left: column.left,
        };
        let at = |person| map.columns.iter().position(|column| column.person == person);
        let lines = |lines: &[crate::domain::map::reporting::Line]| {
            let drawn = lines
                .iter()
                .filter_map(|line| Some(ChartLine { from: at(line.from)?, to: at(line.to)?, strength: line.strength }));
            drawn.collect()
        };
        let between = [
            (words.say("map-reporting"), words.reporting(book, map)),
            (words.say("map-influence"), words.influences(book, map)),
        ];
        Self {
            columns: map.columns.iter().map(column).collect(),
            rows: map.steps.iter().rev().chain(&map.others).map(|row| chart_row(map, row, words)).collect(),
            reporting: lines(&map.lines.reports),
            influences: lines(&map.lines.influences),
            between: between
                .into_iter()
                .map(|(label, texts)| (label, texts.into_iter().map(safe).collect::<Vec<_>>()))
                .filter(|(_, texts)| !texts.is_empty())
                .collect(),
            stance: words.say("map-stance"),
        }
    }

    /// Every text of the chart, raw.
    pub fn texts(&self) -> Vec<&str> {
        let columns = self.columns.iter().flat_map(|column| {
            [Some(column.name.as_str()), column.position.as_deref(), Some(column.attitude.as_str())]
        });
        let rows = self.rows.iter().flat_map(|row| {
            let cells = row.cells.iter().flatten().map(|cell| Some(cell.text.as_str()));
            [Some(row.label.as_str()), row.absent.as_deref()].into_iter().chain(cells)
        });
        columns.chain(rows).flatten().collect()
    }
}

fn chart_row(map: &DecisionMap, row: &Row, words: &Words) -> ChartRow {
    let label = words.short(&row.kind.term());
    let is_held = row.holders.iter().any(|holder| !holder.left);
    let absent = row.absent.as_ref().filter(|_| !is_held);
    let cell = |column: &crate::domain::map::Column| {
        let holder = map.cell(row.kind, column.person)?;
        Some(ChartCell {
            text: words.held(holder, ROOM),
            certainty: holder.certainty,
            freshness: holder.freshness,
            left: holder.left,
        })
    };
    ChartRow {
        label: if row.kind.is_step() { label.to_uppercase() } else { label },
        is_step: row.kind.is_step(),
        absent: absent.map(|absent| {
            let reason = Arg::text(display_safe(&absent.reason).into_owned());
            words.sentence(&Sentence::new("step-not-needed").with("reason", reason))
        }),
        cells: map.columns.iter().map(cell).collect(),
    }
}
