//! A box that asks why: what was wished is made with the reason, which the rules want.

use super::line_box::LineBox;
use crate::domain::{Amend, Edit, Sentence};
use crate::tui::layer::Reply;

pub fn ask(title: String, wish: Amend) -> Reply {
    Reply::Open(Box::new(LineBox::new(title).then(move |reason, _| {
        if reason.is_empty() {
            return Reply::Refuse(Sentence::new("reason-needed"));
        }
        Reply::Make(Edit::Amend(Amend { reason: Some(reason), ..wish.clone() }))
    })))
}
