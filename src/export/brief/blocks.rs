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
    Table(Table),
    /// A column of a table drawn as bars where a format can draw, and what the table is called.
    Bars(Vec<Bar>, String),
    /// The decision map, drawn in every format as that format draws.
    Map(Chart),
}

/// Every row has a cell for each column. A program is given all of them; a reader those in which something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// Columns of figures, which stand to the right; none named: all stand to the left.
    right: Vec<bool>,
}

impl Table {
    /// Whether a column holds figures.
    pub(super) fn is_right(&self, column: usize) -> bool {
        self.right.get(column).copied().unwrap_or(false)
    }

    /// As it is read: without the columns in which no row has anything.
    pub fn to_read(&self) -> Self {
        let kept = self.kept();
        let cells = |row: &Vec<String>| kept.iter().filter_map(|at| row.get(*at).cloned()).collect();
        let right = kept.iter().map(|at| self.is_right(*at)).collect();
        Self { head: cells(&self.head), rows: self.rows.iter().map(cells).collect(), right }
    }

    /// The columns that are read; of a table of blanks all.
    fn kept(&self) -> Vec<usize> {
        let all = 0..self.head.len();
        let has = |at: &usize| self.rows.iter().any(|row| row.get(*at).is_some_and(|cell| !cell.is_empty()));
        if all.clone().any(|at| has(&at)) { all.filter(has).collect() } else { all.collect() }
    }

    /// The texts that are read.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let kept = self.kept();
        let rows = [&self.head].into_iter().chain(&self.rows);
        rows.flat_map(move |row| kept.clone().into_iter().filter_map(|at| row.get(at))).map(String::as_str)
    }
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
    /// What a reader of it reads.
    pub(super) fn texts(&self) -> Vec<&str> {
        match self {
            Self::Text(text) | Self::Part(text) | Self::Item(text) => vec![text],
            Self::Map(chart) => chart.texts(),
            Self::Bars(bars, title) => {
                bars.iter().flat_map(|bar| [&*bar.label, &*bar.shown]).chain([&**title]).collect()
            }
            Self::Table(table) => table.texts().collect(),
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

    /// The same with the columns named that hold figures.
    pub fn figures(&mut self, head: Vec<String>, rows: Vec<Vec<String>>, right: Vec<bool>) {
        if rows.is_empty() {
            return;
        }
        let safe = |cells: &Vec<String>| -> Vec<String> {
            cells.iter().map(|cell| display_safe(cell).replace('\n', " ")).collect()
        };
        self.blocks.push(Block::Table(Table { head: safe(&head), rows: rows.iter().map(safe).collect(), right }));
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
    fn a_column_in_which_nothing_stands_is_kept_and_not_read() {
        let texts = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let right = [false, false, true];
        for (rows, head, read) in [
            ([["1", "", "2"], ["", "", "3"]], &["a", "c"][..], [&["1", "2"][..], &["", "3"]]),
            ([["", "x", ""], ["", "", ""]], &["b"], [&["x"], &[""]]),
            ([["1", "x", "2"], ["", "", ""]], &["a", "b", "c"], [&["1", "x", "2"], &["", "", ""]]),
            ([["", "", ""], ["", "", ""]], &["a", "b", "c"], [&["", "", ""], &["", "", ""]]),
        ] {
            let mut section = Section::new("s", String::new());
            section.figures(texts(&["a", "b", "c"]), rows.iter().map(|row| texts(row)).collect(), right.to_vec());
            let block = section.blocks.pop().unwrap();
            let Block::Table(table) = &block else { panic!("no table") };
            assert_eq!((table.head.len(), table.rows[1].len()), (3, 3), "{rows:?}");
            let shown = table.to_read();
            assert_eq!((&shown.head, &shown.rows), (&texts(head), &read.map(texts).to_vec()), "{rows:?}");
            let on_the_right = |at: usize| shown.is_right(at) == (shown.head[at] == "c");
            assert!((0..shown.head.len()).all(on_the_right), "{rows:?}");
            assert_eq!(block.texts(), shown.head.iter().chain(shown.rows.iter().flatten()).collect::<Vec<_>>());
        }
    }
}
