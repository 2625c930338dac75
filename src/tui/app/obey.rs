//! What becomes of a layer's wish.

use super::App;
use crate::desk::{Desk, Made, Trouble};
use crate::domain::figures::tier_moves::Ending;
use crate::domain::refusal::RefusalKind;
use crate::domain::{Answers, Edit, Sentence};
use crate::tui::layer::{Act, Input, Layer, Reply};
use crate::tui::status::Mood;
use crate::tui::terminal::Outside;
use crate::tui::widget::question::Question;

impl App {
    pub(super) fn obey(&mut self, reply: Reply, outside: &mut dyn Outside) {
        match reply {
            Reply::Ignored => {}
            Reply::Handled => self.stale = true,
            Reply::Open(layer) => self.open(layer, outside),
            Reply::Replace(layer) => {
                self.close();
                self.open(layer, outside);
            }
            Reply::Go(target) => self.go(&target, outside),
            Reply::Close => self.close(),
            Reply::Return(returned) => self.close_with(returned, outside),
            Reply::Make(edit) => self.make(&edit, &Answers::default(), outside),
            Reply::MakeWith(edit, answers) => self.make(&edit, &answers, outside),
            Reply::Unmade => self.heard(&Err(Sentence::new("nothing-saved").into()), outside),
            Reply::Ask(sentence, then) => self.open(Box::new(Question::new(sentence, *then)), outside),
            Reply::Say(sentence) => self.tell(&sentence, Mood::Told),
            Reply::Refuse(sentence) => self.tell(&sentence, Mood::Refused),
            Reply::Run(command) => self.command(command, outside),
            Reply::RunWith(command, argument) => self.command_with(command, &argument, outside),
            Reply::Copy(text) => {
                outside.copy(&text);
                self.say("clipboard-copied");
            }
            Reply::Editor { text, ending } => self.edit(&text, ending, outside),
            Reply::OpenFile(file) => {
                if let Err(error) = outside.open(file.as_os_str()) {
                    self.failed(&Sentence::new("file-not-opened").text("error", error.to_string()));
                }
            }
            Reply::OpenLink(link) => match outside.open(link.as_ref()) {
                Ok(()) => self.tell(&Sentence::new("link-opened").text("link", link), Mood::Told),
                Err(_) => self.failed(&Sentence::new("link-not-opened").text("link", link)),
            },
            Reply::With(act) => {
                let outcome = act(&mut self.house.desk);
                self.show(&outcome, None);
            }
            Reply::Unlock(passphrase) => self.unlock(&passphrase),
            Reply::Discard => self.discard(),
            Reply::Many(replies) => {
                for reply in replies {
                    self.obey(reply, outside);
                }
            }
        }
    }

    /// Makes an edit. A question of the rules is asked, and the edit repeated with the answer; then the layer that
    /// wanted it hears what came of it.
    fn make(&mut self, edit: &Edit, answers: &Answers, outside: &mut dyn Outside) {
        let saving = self.top().filter(|layer| layer.saves_draft());
        let draft = saving.and_then(Layer::draft).map(|draft| draft.key);
        let outcome = self.house.desk.make_of_draft(edit, answers, draft.as_deref());
        if let Some(question) = question_of(&outcome) {
            return self.open(Box::new(asking(&question, edit, answers)), outside);
        }
        self.heard(&outcome, outside);
    }

    /// What came of an edit is told, also to the layer that wanted it.
    fn heard(&mut self, outcome: &Result<Made, Trouble>, outside: &mut dyn Outside) {
        self.show(outcome, Some("saved"));
        if outcome.is_ok() && self.top().is_some_and(Layer::saves_draft) {
            self.forget_draft();
        }
        let view = self.house.view();
        let reply = self.stack.last_mut().map_or(Reply::Handled, |layer| layer.made(outcome, &view));
        match reply {
            // What was saved leaves no draft behind.
            Reply::Close if outcome.is_ok() => self.drop_top(),
            reply => {
                self.obey(reply, outside);
                // What the layer has not saved with it is kept again at once.
                if self.top().is_some_and(|layer| layer.draft().is_some()) {
                    self.keep_draft();
                }
            }
        }
    }

    fn drop_top(&mut self) {
        if self.stack.len() > 1 {
            self.stack.pop();
        }
        self.draft_due = false;
        self.stale = true;
    }

    pub(super) fn undo(&mut self, outside: &mut dyn Outside) {
        let outcome = self.house.desk.undo(&Answers::default());
        if let Some(question) = question_of(&outcome) {
            let yes = Answers::default().and(&question, true);
            let again: Act = Box::new(move |desk: &mut Desk| desk.undo(&yes));
            return self.open(Box::new(Question::new(question, Reply::With(again))), outside);
        }
        self.show(&outcome, None);
    }

    pub(super) fn redo(&mut self) {
        let outcome = self.house.desk.redo();
        self.show(&outcome, None);
    }

    /// The status line tells what came of it, in full; `around` is the message that
    /// names what was done; without one the title is the message.
    pub(super) fn show(&mut self, outcome: &Result<Made, Trouble>, around: Option<&str>) {
        self.stale = true;
        match outcome {
            Ok(made) => self.show_made(made, around),
            Err(Trouble::Refused(refusal)) => self.tell(&refusal.sentence, Mood::Refused),
            Err(trouble) => self.failed(&trouble.sentence()),
        }
    }

    fn show_made(&mut self, made: &Made, around: Option<&str>) {
        self.house.follow_settings();
        self.tell_layers();
        let view = self.house.view();
        let title = view.words.sentence(&made.title);
        // The title of a step may name what is confidential.
        let what = if made.step.is_some() { view.private(title) } else { title };
        match around {
            Some(id) if made.step.is_some() => self.tell(&Sentence::new(id).text("what", what), Mood::Told),
            Some(_) => self.say("nothing-saved"),
            None => self.status.say(what, Mood::Told),
        }
        let ending = made.ending.iter().map(Ending::sentence);
        for warning in made.warnings.iter().cloned().chain(ending) {
            let text = self.house.words.sentence(&warning);
            self.status.add(&text);
        }
    }

    /// Every layer hears that the book is another one.
    pub(super) fn tell_layers(&mut self) {
        let view = self.house.view();
        self.stack.iter_mut().for_each(|layer| layer.changed(&view));
    }

    pub(super) fn tell(&mut self, sentence: &Sentence, mood: Mood) {
        let text = self.house.words.sentence(sentence);
        self.status.say(text, mood);
        self.stale = true;
    }

    fn failed(&mut self, sentence: &Sentence) {
        self.tell(sentence, Mood::Failed);
    }

    fn edit(&mut self, text: &str, ending: &str, outside: &mut dyn Outside) {
        self.keep_draft();
        self.clear = true;
        match outside.edit(text, ending) {
            Ok(edited) => self.give(Input::Edited(edited), outside),
            Err(error) => self.failed(&Sentence::new("editor-stopped").text("error", error.to_string())),
        }
    }
}

/// The question that the rules ask before they let it be done.
fn question_of(outcome: &Result<Made, Trouble>) -> Option<Sentence> {
    let refusal = outcome.as_ref().err()?.refusal()?;
    (refusal.kind == RefusalKind::Ask).then(|| refusal.sentence.clone())
}

/// The question of a rule: each answer repeats the edit with it; without an answer there is no edit.
fn asking(sentence: &Sentence, edit: &Edit, answers: &Answers) -> Question {
    let with = |yes| Reply::MakeWith(edit.clone(), answers.clone().and(sentence, yes));
    Question::new(sentence.clone(), with(true)).or(with(false)).or_left(Reply::Unmade)
}
