//! The after-visit page as a TOML file: read with the key and the line of what is wrong, printed with what is known.
//! The page's meaning is the domain's.

mod parse;
mod print;
mod reader;
pub mod waiting;

pub use parse::parse;
pub use print::{print, taken_off};
pub use reader::{PageFault, Resolve};

#[cfg(test)]
mod tests;
