//! Tables of other programs: bytes into cells. What a cell means is the domain's.
//!
//! Text is brought from its encoding first, then parted by its separator; a spreadsheet is opened sheet by sheet. What
//! cannot be told apart comes back as a question with its choices.

mod encoding;
mod packed;
mod separated;
mod workbook;

pub use encoding::{Encoding, decode, guessed};
pub use workbook::is_workbook;

use crate::domain::Sentence;
use crate::domain::foreign_table::ForeignTable;

/// Why a file gives no table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// Two encodings fit.
    WhichEncoding(Sentence),
    No(Sentence),
}

/// One table of a file and what it is called there; a text file's has no name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    pub table: ForeignTable,
}

/// The tables of a file. Which separator a text has, `fits` tells by the table it makes.
///
/// # Errors
/// It is no table, or an encoding has to be said first.
pub fn open(
    bytes: &[u8],
    encoding: Option<Encoding>,
    fits: impl Fn(&ForeignTable) -> bool,
) -> Result<Vec<Sheet>, Unreadable> {
    if is_workbook(bytes) {
        return workbook::sheets(bytes);
    }
    let text = encoding::decode(bytes, encoding)?;
    separated::part(&text, fits).map(|table| vec![Sheet { name: String::new(), table }])
}
