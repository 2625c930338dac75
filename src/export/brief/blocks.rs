//! What a brief is made of, before it is written in any format.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::Reader;
use crate::domain::Settings;
use crate::domain::text::display_safe;
use crate::domain::words::Language;
use crate::export::chart::Bar;
use crate::export::map::Chart;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    pub reader: Reader,
    pub language: Language,
    pub day: NaiveDate,
    pub paper: Paper,
    /// The file's name without its ending.
    pub file_stem: String,
    pub title: String,
    /// Below the title, a line each.
    pub lines: Vec<String>,
    pub sections: Vec<Section>,
}

/// What a PDF is made with beside the texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The day of the brief begins there at midnight.
    pub zone: Tz,
    /// Files of further fonts.
    pub fonts: Vec<String>,
}

impl Paper {
    pub fn of(settings: &Settings) -> Self {
        Self { zone: settings.zone, fonts: settings.pdf_font_paths.clone() }
    }
}

/// One section; `key` is its stable name in every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub key: &'static str,
    pub title: String,
    pub blocks: Vec<Block>,
}

/// User text in a block is raw; each writer escapes for its format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Text(String),
    /// A part of the section with a name of its own.
    Part(String),
    Item(String),
    Table {
        head: Vec<String>,
        rows: Vec<Vec<String>>,
        /// Columns of figures, which stand to the right; none named: all stand to the left.
        right: Vec<bool>,
    },
    /// A column of a table drawn as bars where a format can draw, and what the table is called.
    Bars(Vec<Bar>, String),
    /// The decision map, drawn in every format as that format draws.
    Map(Chart),
}

/// Whether a column holds figures.
pub(super) fn is_right(right: &[bool], column: usize) -> bool {
    right.get(column).copied().unwrap_or(false)
}

impl Brief {
    /// Every text of its sections, raw.
    pub fn texts(&self) -> Vec<&str> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.flat_map(Block::texts).collect()
    }

    /// The same with its title, its head and the titles of its sections.
    pub fn all_texts(&self) -> Vec<&str> {
        let head = [&self.title].into_iter().chain(&self.lines);
        let titles = self.sections.iter().map(|section| &section.title);
        head.chain(titles).map(String::as_str).chain(self.texts()).collect()
    }
}

impl Block {
    pub(super) fn texts(&self) -> Vec<&str> {
        match self {
            Self::Text(text) | Self::Part(text) | Self::Item(text) => vec![text],
            Self::Map(chart) => chart.texts(),
            Self::Bars(bars, title) => {
                bars.iter().flat_map(|bar| [&*bar.label, &*bar.shown]).chain([&**title]).collect()
            }
            Self::Table { head, rows, .. } => head.iter().chain(rows.iter().flatten()).map(String::as_str).collect(),
        }
    }
}

impl Section {
    pub fn new(key: &'static str, title: String) -> Self {
        Self { key, title, blocks: Vec::new() }
    }

    pub fn text(&mut self, text: impl AsRef<str>) {
        self.blocks.push(Block::Text(display_safe(text.as_ref()).into_owned()));
    }

    pub fn part(&mut self, title: impl AsRef<str>) {
        self.blocks.push(Block::Part(display_safe(title.as_ref()).into_owned()));
    }

    pub fn item(&mut self, text: impl AsRef<str>) {
        self.blocks.push(Block::Item(display_safe(text.as_ref()).into_owned()));
    }

    pub fn items<S: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = S>) {
        for text in texts {
            self.item(text);
        }
    }

    /// A table; one without rows is left out.
    pub fn table(&mut self, head: Vec<String>, rows: Vec<Vec<String>>) {
        self.figures(head, rows, Vec::new());
    }

    /// The same with the columns named that hold figures. A column in which no row has anything is left out.
    pub fn figures(&mut self, head: Vec<String>, rows: Vec<Vec<String>>, right: Vec<bool>) {
        if rows.is_empty() {
            return;
        }
        let has = |at: &usize| rows.iter().any(|row| row.get(*at).is_some_and(|cell| !cell.is_empty()));
        let kept: Vec<usize> = (0..head.len()).filter(has).collect();
        let safe = |cells: &Vec<String>| -> Vec<String> {
            let cells = kept.iter().filter_map(|at| cells.get(*at));
            cells.map(|cell| display_safe(cell).replace('\n', " ")).collect()
        };
        let right = kept.iter().filter_map(|at| right.get(*at).copied()).collect();
        self.blocks.push(Block::Table { head: safe(&head), rows: rows.iter().map(safe).collect(), right });
    }

    /// Bars; fewer than two compare nothing.
    pub fn bars(&mut self, bars: Vec<Bar>, title: String) {
        if bars.iter().filter(|bar| bar.size.is_some()).count() > 1 {
            self.blocks.push(Block::Bars(bars, title));
        }
    }

    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_no_column_in_which_nothing_stands() {
        let texts = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let mut section = Section::new("s", String::new());
        section.figures(
            texts(["a", "b", "c"]),
            vec![texts(["1", "", "2"]), texts(["", "", "3"])],
            vec![false, false, true],
        );
        let Some(Block::Table { head, rows, right }) = section.blocks.pop() else { panic!("no table") };
        assert_eq!((head, right), (vec!["a".to_owned(), "c".to_owned()], vec![false, true]));
        assert_eq!(rows, [vec!["1".to_owned(), "2".to_owned()], vec![String::new(), "3".to_owned()]]);
    }
}
