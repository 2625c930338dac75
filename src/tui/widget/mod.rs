//! What screens are built of. Widgets know cells, marks and the theme; they know no entity.

pub mod chart;
pub mod choice;
pub mod field;
pub mod frame;
pub mod help;
pub mod list;
pub mod locked;
pub mod narrow;
pub mod palette;
pub mod panes;
pub mod picker;
pub mod question;
pub mod reading;
pub mod sheet;
pub mod strip;
pub mod text;
pub mod typing;
