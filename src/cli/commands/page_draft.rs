//! The after-visit page under the manager's editor. What was written and cannot be saved waits in the book, under a
//! remark that says what is wrong, until it is put right here or on the screen.

use std::io::Write;

use chrono::NaiveTime;

use super::super::exit::Failure;
use super::super::find;
use super::super::session::{Session, environment, read_file};
use super::record::parse;
use crate::desk::{Desk, Draft, Made, Trouble};
use crate::domain::after_visit::Page;
use crate::domain::date::LocalTime;
use crate::domain::{Arg, Client, Entity, Id, Sentence, Visit};
use crate::export::after_page::{self, waiting};

/// Where a page waits.
pub struct Waiting {
    key: String,
    start: Option<LocalTime>,
}

impl Waiting {
    pub fn of_visit(visit: Id<Visit>) -> Self {
        Self { key: waiting::key(Entity::Visit, visit.uuid), start: None }
    }

    /// A call that no visit stands for yet.
    pub fn of_call(client: Id<Client>) -> Self {
        Self { key: waiting::key(Entity::Client, client.uuid), start: None }
    }

    /// The same with the time of the call.
    #[must_use]
    pub fn at(self, start: LocalTime) -> Self {
        Self { start: Some(start), ..self }
    }

    /// When the call was whose page waits.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn start(&self, desk: &Desk) -> Result<Option<LocalTime>, Failure> {
        Ok(desk.draft(&self.key)?.and_then(|draft| waiting::start(&draft.text)))
    }

    /// Has the page of a contact at this hour written in the editor and saves it; the draft that it waited as goes with it.
    ///
    /// # Errors
    /// The editor failed, nothing was written, or what was written is refused and waits.
    pub fn write(
        &self,
        session: &Session,
        desk: &mut Desk,
        printed: &Page,
        hour: NaiveTime,
        save: impl Fn(&Session, &mut Desk, Page, Option<&str>) -> Result<Made, Failure>,
    ) -> Result<Made, Failure> {
        let draft = desk.draft(&self.key)?;
        let left = draft.as_ref().and_then(|draft| waiting::of_draft(&draft.text));
        if let (Some(draft), Some(_)) = (&draft, &left) {
            session.warn(&offered(desk, draft));
        }
        let before = left.clone().unwrap_or_else(|| after_page::print(desk.book(), printed));
        let written = Written::in_editor(&before)?;
        if left.is_none() && written.text == before {
            return Err(Sentence::new("page-unchanged").into());
        }
        let text = waiting::without_fault(&written.text, left.as_deref().unwrap_or_default());
        if text.trim().is_empty() {
            self.forget(desk)?;
            return Err(Sentence::new("page-unchanged").into());
        }
        // Read with a line before it, so that a fault names the line as it will stand under the remark.
        let page = parse(desk, &format!("#\n{text}"), hour);
        // A draft that also holds what a screen left does not go, but is rid of this text.
        let shared = draft.is_some_and(|draft| waiting::out_of_draft(&draft.text).is_some());
        let own = Some(self.key.as_str()).filter(|_| !shared);
        match page.and_then(|page| save(session, desk, after_page::taken_off(printed, page), own)) {
            Ok(made) => {
                if shared && let Err(trouble) = self.forget(desk) {
                    session.warn(&trouble.sentence());
                }
                Ok(made)
            }
            Err(failure) => {
                let text = waiting::under_fault(text, &session.failure(&failure));
                let advice = self.keep(desk, &text).unwrap_or_else(|_| written.keep());
                Err(failure.advising(advice))
            }
        }
    }

    fn keep(&self, desk: &Desk, text: &str) -> Result<Sentence, Trouble> {
        let before = desk.draft(&self.key)?;
        let draft = waiting::into_draft(before.as_ref().map(|draft| draft.text.as_str()), text, self.start);
        desk.keep_draft(&self.key, &draft)?;
        Ok(Sentence::new("cli-page-kept"))
    }

    fn forget(&self, desk: &Desk) -> Result<(), Trouble> {
        let Some(draft) = desk.draft(&self.key)? else { return Ok(()) };
        match waiting::out_of_draft(&draft.text) {
            Some(rest) => desk.keep_draft(&self.key, &rest),
            None => desk.drop_draft(&self.key),
        }
    }
}

fn offered(desk: &Desk, draft: &Draft) -> Sentence {
    let zone = desk.book().settings().zone;
    Sentence::new("cli-page-offered").with("time", Arg::Time(find::local(draft.at, zone)))
}

/// What an editor left behind; its file goes with it.
struct Written {
    text: String,
    file: tempfile::NamedTempFile,
}

impl Written {
    /// # Errors
    /// There is no editor, or it did not end well.
    fn in_editor(text: &str) -> Result<Self, Failure> {
        let editor = ["VISUAL", "EDITOR"].iter().find_map(|name| environment(name));
        let editor = editor.unwrap_or_else(|| "vi".to_owned());
        let failed = || Failure::refused(Sentence::new("editor-failed").text("editor", &editor));
        let file = tempfile::Builder::new().prefix("attache-").suffix(".toml").tempfile().map_err(|_| failed())?;
        file.as_file().write_all(text.as_bytes()).map_err(|_| failed())?;
        let mut words = editor.split_whitespace();
        let program = words.next().ok_or_else(failed)?;
        let status = std::process::Command::new(program).args(words).arg(file.path()).status();
        if !status.is_ok_and(|status| status.success()) {
            return Err(failed());
        }
        Ok(Self { text: read_file(file.path())?, file })
    }

    /// Where no draft can be kept the file stays, so that nothing typed is lost.
    fn keep(self) -> Sentence {
        let path = self.file.path().display().to_string();
        let _ = self.file.keep();
        Sentence::new("cli-page-in-file").text("file", path)
    }
}
