//! The pages of a PDF, laid out on a thread of their own while the box shows a gauge: what becomes of them, and the key
//! that lets them go.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use super::ExportBox;
use crate::domain::{Arg, Sentence};
use crate::export::brief::leak::Report;
use crate::export::brief::{self, Brief, Format, Reader, Templates};
use crate::export::write::Existing;
use crate::tui::command::Command;
use crate::tui::layer::{Input, Reply, View};

/// Cells of the gauge: how far it is cannot be known, only that it goes on.
const GAUGE: usize = 12;

pub(super) struct Printing {
    done: Receiver<Result<Vec<u8>, Sentence>>,
    brief: Brief,
    path: PathBuf,
    moments: usize,
}

impl Printing {
    fn of(brief: Brief) -> Self {
        let (tell, done) = channel();
        let page = brief.clone();
        thread::spawn(move || tell.send(brief::write(&page, Format::Pdf, &Templates::built_in())).ok());
        Self { done, brief, path: PathBuf::new(), moments: 0 }
    }

    /// What came of it; None while it is not done.
    fn outcome(&self) -> Option<Result<Vec<u8>, Sentence>> {
        match self.done.try_recv() {
            Ok(outcome) => Some(outcome),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(Sentence::new("pdf-failed"))),
        }
    }

    pub fn gauge(&self, view: &View<'_>) -> String {
        let [full, empty] = view.marks.bar;
        let at = self.moments % GAUGE;
        let gauge: String = (0..GAUGE).map(|n| if n == at { full } else { empty }).collect();
        view.say_with("export-printing", &[("gauge", Arg::text(gauge))])
    }
}

impl ExportBox {
    pub(super) fn print(&mut self, brief: Brief, path: PathBuf) -> Reply {
        let same = self.let_go.take().filter(|printing| printing.brief == brief);
        self.printing = Some(Printing { path, ..same.unwrap_or_else(|| Printing::of(brief)) });
        Reply::Handled
    }

    /// While pages are laid out: Esc lets them go, and nothing else changes what will be written. A page cannot be
    /// stopped in the middle: nobody listens to what becomes of it, unless the same brief is asked for again.
    pub(super) fn printed(&mut self, input: &Input, view: &View<'_>) -> Reply {
        match input {
            Input::Do(Command::Back) => {
                self.let_go = self.printing.take();
                Reply::Say(Sentence::new("nothing-written"))
            }
            Input::Do(Command::Quit) => Reply::Ignored,
            _ => self.look(view),
        }
    }

    fn look(&mut self, view: &View<'_>) -> Reply {
        let Some(mut printing) = self.printing.take() else { return Reply::Handled };
        match printing.outcome() {
            None => {
                printing.moments += 1;
                self.printing = Some(printing);
                Reply::Handled
            }
            Some(Err(why)) => Reply::Refuse(why),
            Some(Ok(bytes)) => match self.passes(&printing.brief, &bytes, view) {
                Err(why) => Reply::Refuse(why),
                Ok(()) => self.put(printing.path, bytes, Existing::Keep, view),
            },
        }
    }

    /// A client's copy passes as the file it is, not as the text it was made of.
    fn passes(&self, brief: &Brief, bytes: &[u8], view: &View<'_>) -> Result<(), Sentence> {
        if brief.reader != Reader::Client {
            return Ok(());
        }
        let report = self.scan(view, brief, Format::Pdf, bytes).map_err(|trouble| trouble.sentence())?;
        Report::refusal_with_fields(&report).map_or(Ok(()), Err)
    }
}
