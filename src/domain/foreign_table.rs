//! A table from another program: cells with the physical lines they stand on. It knows neither files nor what a cell
//! means. Kept flat, since a bank's export has hundreds of thousands of cells.

use super::sentence::Sentence;

/// What the other program says a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    Text,
    /// A number as plain digits with a point.
    Number,
    /// A day, `YYYY-MM-DD`, or a moment of it, `YYYY-MM-DDTHH:MM`.
    Day,
    /// A formula that failed, or a number that cannot be told exactly.
    Broken,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'a> {
    pub text: &'a str,
    pub kind: CellKind,
}

/// Where a cell ends, counted from the beginning of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    end: u32,
    kind: CellKind,
}

impl Span {
    fn of(end: usize, kind: CellKind) -> Self {
        // A row of four billion bytes would be read as empty cells; nobody writes one.
        Self { end: u32::try_from(end).unwrap_or(u32::MAX), kind }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Row {
    line: usize,
    first: usize,
    from: usize,
}

/// Rows that could not be told apart into cells, and where they begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unclosed {
    /// Where the quotation mark opened.
    pub line: usize,
    /// Lines behind it that it swallowed.
    pub swallowed: usize,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ForeignTable {
    text: String,
    cells: Vec<Span>,
    rows: Vec<Row>,
    /// A quotation mark that nothing closes: what stands behind it was not read.
    pub unclosed: Option<Unclosed>,
    /// Whether an apostrophe before a text may be there only to keep it from being run as a formula.
    pub guarded: bool,
}

/// What makes a spreadsheet take a text for a formula, and the apostrophe that is written before such a text.
pub const RUNS: [char; 6] = ['=', '+', '-', '@', '\'', '\t'];

/// Most cells have no spaces around them, which their first and last bytes tell.
fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [] => text,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(RUNS)).unwrap_or(text)
}

impl ForeignTable {
    pub fn with_capacity(bytes: usize) -> Self {
        // A cell of figures takes about ten bytes; what is not used is never touched.
        Self { text: String::with_capacity(bytes), cells: Vec::with_capacity(bytes / 10), ..Self::default() }
    }

    pub fn begin_row(&mut self, line: usize) {
        self.rows.push(Row { line, first: self.cells.len(), from: self.text.len() });
    }

    pub fn push(&mut self, text: &str, kind: CellKind) {
        self.text.push_str(text);
        let from = self.rows.last().map_or(0, |row| row.from);
        self.cells.push(Span::of(self.text.len() - from, kind));
    }

    /// Appends a row of text cells that lie one behind the other in `text`, each ending where `ends` says.
    pub fn push_row(&mut self, line: usize, text: &str, ends: impl Iterator<Item = usize>) {
        self.begin_row(line);
        self.text.push_str(text);
        self.cells.extend(ends.map(|end| Span::of(end, CellKind::Text)));
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn row(&self, at: usize) -> Option<TableRow<'_>> {
        let row = self.rows.get(at)?;
        let (last, to) =
            self.rows.get(at + 1).map_or((self.cells.len(), self.text.len()), |next| (next.first, next.from));
        let (text, cells) = (self.text.get(row.from..to)?, self.cells.get(row.first..last)?);
        Some(TableRow { line: row.line, text, cells, guarded: self.guarded })
    }

    /// The rows from the `first` on.
    pub fn rows_from(&self, first: usize) -> impl Iterator<Item = TableRow<'_>> {
        (first..self.len()).filter_map(|at| self.row(at))
    }
}

/// One row of a [`ForeignTable`].
#[derive(Debug, Clone, Copy)]
pub struct TableRow<'a> {
    pub line: usize,
    text: &'a str,
    cells: &'a [Span],
    guarded: bool,
}

impl<'a> TableRow<'a> {
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    pub fn cell(&self, at: usize) -> Option<Cell<'a>> {
        let span = self.cells.get(at)?;
        let from = if at == 0 { 0 } else { self.cells[at - 1].end };
        let text = trimmed(self.text.get(from as usize..span.end as usize)?);
        Some(Cell { text: if self.guarded { unguarded(text) } else { text }, kind: span.kind })
    }

    /// The text of a cell; nothing where there is no such cell.
    pub fn text(&self, at: usize) -> &'a str {
        self.cell(at).map_or("", |cell| cell.text)
    }

    pub fn cells(&self) -> impl Iterator<Item = Cell<'a>> {
        let row = *self;
        (0..self.len()).filter_map(move |at| row.cell(at))
    }

    /// A row with more or fewer cells than the heading was cut, or a number in it was: no cell can be trusted.
    ///
    /// # Errors
    /// How many cells it has, and how many it should have.
    pub fn whole(&self, width: usize) -> Result<(), Sentence> {
        let beyond = (width..self.len()).any(|at| !self.text(at).is_empty());
        if self.len() >= width && !beyond {
            return Ok(());
        }
        Err(Sentence::new("import-cells").count("n", self.len()).count("width", width))
    }

    pub fn is_blank(&self) -> bool {
        self.cells().all(|cell| cell.text.is_empty())
    }
}
