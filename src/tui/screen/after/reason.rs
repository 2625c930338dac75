//! Why a need of the page goes back: asked in a box where the rules want it, then the page is saved again.

use super::{After, Waiting};
use crate::desk::Trouble;
use crate::domain::Arg;
use crate::tui::layer::{Reply, View};
use crate::tui::screen::line_box::LineBox;

impl After {
    /// The box, when a refusal names the reason of a need.
    pub(super) fn ask_why(&mut self, trouble: &Trouble, view: &View<'_>) -> Option<Reply> {
        let field = trouble.refusal()?.field.as_deref()?;
        let at: usize = field.strip_prefix("needs[")?.strip_suffix("].reason")?.parse().ok()?;
        let line = self.page.needs.get(at)?;
        let need = line.title.clone().unwrap_or_default();
        let args = [("need", Arg::text(view.private(need))), ("state", Arg::word(line.state?.term()))];
        self.waiting = Waiting::Reason(at);
        Some(Reply::Open(Box::new(LineBox::new(view.say_with("need-why-back", &args)))))
    }

    pub(super) fn because(&mut self, at: usize, reason: String, view: &View<'_>) -> Reply {
        let Some(line) = self.page.needs.get(at).filter(|_| !reason.is_empty()) else { return Reply::Handled };
        let given = line.reason.as_ref() == Some(&reason);
        if !given {
            self.mark();
        }
        self.page.needs[at].reason = Some(reason);
        self.save(view)
    }
}
