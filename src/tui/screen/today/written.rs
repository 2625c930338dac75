//! The lines that were written for a day, kept as long as the day is: a key that moves the cursor writes only what
//! came into sight. Knows no record.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::bits::Bits;
use super::group::Group;
use super::visit::{Form, Pane};

/// What stands in the lines.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Part {
    Visit(usize, Form),
    /// A whole group on one line.
    Folded(Group),
    Rows(Group, Range<usize>),
}

/// All lines of a part.
pub type Lines = Rc<[Bits]>;

#[derive(Debug, Default)]
pub struct Written(RefCell<FxHashMap<(Part, Pane), Lines>>);

impl Written {
    /// The lines of a part in a pane: as they were written, or written now.
    pub fn lines(&self, part: Part, pane: Pane, write: impl FnOnce() -> Vec<Bits>) -> Lines {
        if let Some(lines) = self.0.borrow().get(&(part.clone(), pane)) {
            return Rc::clone(lines);
        }
        let lines: Lines = write().into();
        self.0.borrow_mut().insert((part, pane), Rc::clone(&lines));
        lines
    }
}
