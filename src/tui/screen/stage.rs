//! The stage box: what each stage of attraction asks for, what is there and what is missing. Enter moves on by one.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::gates::gate;
use crate::domain::{Amend, Client, Edit, Entity, Id};
use crate::tui::cells;
use crate::tui::command::{Command, Here, Place};
use crate::tui::layer::{Input, Layer, Reply, View};
use crate::tui::theme::Tone;
use crate::tui::widget::frame as paint;

/// Stages of the procedure.
const STAGES: i64 = 7;

pub struct StageBox {
    client: Id<Client>,
}

impl StageBox {
    pub fn new(client: Id<Client>) -> Self {
        Self { client }
    }

    /// The lines of the box with their tone: every stage, and below the client's own its conditions.
    fn lines(&self, view: &View<'_>, width: usize) -> Vec<(String, Tone)> {
        let Some(client) = view.book().client.get(self.client) else { return Vec::new() };
        let mut lines = Vec::new();
        for stage in 1..=STAGES {
            let here = client.stage == Some(stage);
            let mark = if here { view.marks.cursor } else { " " };
            let tone = if here { Tone::Accent } else { Tone::Plain };
            let name = view.words.term(&format!("client.stage.{stage}"));
            lines.push((view.fit(&format!("{mark}{stage} {name}"), width), tone));
            if here {
                lines.extend(conditions(view, client, stage, width));
            }
        }
        lines
    }
}

fn conditions(view: &View<'_>, client: &Client, stage: i64, width: usize) -> Vec<(String, Tone)> {
    let gate = gate(view.book(), client, stage, view.today());
    let told = |condition: &crate::domain::gates::Condition| {
        let (mark, tone) = if condition.met { ("+", Tone::Good) } else { ("-", Tone::Warn) };
        let text = view.words.sentence(&condition.text);
        let wrapped = cells::wrap(&text, width.saturating_sub(6));
        let lines = wrapped.into_iter().enumerate().map(move |(n, line)| {
            let head = if n == 0 { format!("   {mark} ") } else { "     ".to_owned() };
            (format!("{head}{line}"), tone)
        });
        lines.collect::<Vec<_>>()
    };
    gate.conditions.iter().flat_map(told).collect()
}

impl Layer for StageBox {
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let width = area.width.saturating_sub(8).min(72);
        let lines = self.lines(view, usize::from(width));
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let inside = paint::boxed(frame, area, &view.words.term("label.stage"), width, height, view);
        for (y, (line, tone)) in (0..inside.height).zip(lines) {
            paint::text(frame.buffer_mut(), inside, y, &line, view.style(tone), view);
        }
    }

    fn on(&mut self, input: Input, view: &View<'_>) -> Reply {
        match input {
            Input::Do(Command::NextStage) => {
                let stage = view.book().client.get(self.client).and_then(|client| client.stage);
                let Some(stage) = stage.filter(|stage| *stage < STAGES) else { return Reply::Close };
                let fields = [("stage".to_owned(), (stage + 1).into())].into_iter().collect();
                Reply::Make(Edit::Amend(Amend::new(Entity::Client, self.client.uuid, fields)))
            }
            Input::Do(Command::Back) => Reply::Close,
            _ => Reply::Handled,
        }
    }

    fn place(&self) -> Here {
        Here::alone(Place::STAGE)
    }

    fn covers(&self) -> bool {
        false
    }
}
