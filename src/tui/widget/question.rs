//! A question to answer with y or n; anything else leaves it unanswered and keeps things as they are.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::frame;
use crate::domain::{Sentence, plan};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::theme::Tone;

/// What is asked, and what each answer leads to.
pub struct Question {
    sentence: Sentence,
    yes: Option<Reply>,
    no: Option<Reply>,
    left: Option<Reply>,
}

impl Question {
    pub fn new(sentence: Sentence, yes: Reply) -> Self {
        Self { sentence, yes: Some(yes), no: None, left: None }
    }

    /// The same with something to do on No; without it, No only closes the question.
    #[must_use]
    pub fn or(mut self, no: Reply) -> Self {
        self.no = Some(no);
        self
    }

    /// The same with something to do when it is left unanswered.
    #[must_use]
    pub fn or_left(mut self, left: Reply) -> Self {
        self.left = Some(left);
        self
    }
}

impl Question {
    /// It asks which of two, not whether.
    fn is_which(&self) -> bool {
        self.sentence.id == plan::WHICH_TIME
    }
}

fn closing(then: Option<Reply>) -> Reply {
    match then {
        Some(reply) => Reply::Many(vec![Reply::Close, reply]),
        None => Reply::Close,
    }
}

impl Layer for Question {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let width = usize::from(area.width.saturating_sub(6)).min(66);
        let lines = cells::wrap(&view.words.sentence(&self.sentence), width);
        let widest = lines.iter().map(|line| cells::width(line)).max().unwrap_or(0).max(24);
        let answers = view.say(if self.is_which() { "question-first-second" } else { "question-answers" });
        let (w, h) = (u16::try_from(widest).unwrap_or(66), u16::try_from(lines.len() + 2).unwrap_or(6));
        let inside = frame::boxed(frame, area, &view.say("question-title"), w, h, view);
        for (y, line) in (0..inside.height).zip(&lines) {
            frame::text(frame.buffer_mut(), inside, y, line, view.style(Tone::Plain), view);
        }
        let last = inside.height.saturating_sub(1);
        frame::text(frame.buffer_mut(), inside, last, &answers, view.style(Tone::Key), view);
    }

    fn on(&mut self, input: Input, _view: &View<'_>) -> Reply {
        match input {
            Input::Key(key) if self.is_which() && key.digit() == Some(1) => closing(self.yes.take()),
            Input::Key(key) if self.is_which() && key.digit() == Some(2) => closing(self.no.take()),
            Input::Do(Command::Yes) => closing(self.yes.take()),
            Input::Do(Command::No) => closing(self.no.take()),
            Input::Do(Command::Back) | Input::Key(_) => closing(self.left.take()),
            _ => Reply::Handled,
        }
    }

    fn place(&self) -> Here {
        Here::alone(Place::QUESTION)
    }

    fn covers(&self) -> bool {
        false
    }
}
