//! New clients in one line at the top of the list: a name, Tab turns the category, Enter saves and stays for the next.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::words::VipCategory;
use crate::domain::{Edit, Entity, Fields, Sentence};
use crate::tui::cells;
use crate::tui::command::Command;
use crate::tui::layer::{Input, Reply, View};
use crate::tui::theme::Tone;
use crate::tui::widget::field::Field;
use crate::tui::widget::frame as paint;

/// Cells that a name needs at least.
const LEAST_NAME: u16 = 16;

/// Parts several names in the line.
const BETWEEN: char = '|';

pub(super) struct Adding {
    field: Field,
    category: VipCategory,
}

impl Default for Adding {
    fn default() -> Self {
        Self { field: Field::default(), category: VipCategory::LongStanding }
    }
}

impl Adding {
    /// None: the line is left.
    pub(super) fn on(&mut self, input: &Input) -> Option<Reply> {
        match input {
            Input::Paste(text) if text.trim().contains('\n') => {
                let names: Vec<&str> = text.lines().map(str::trim).filter(|name| !name.is_empty()).collect();
                self.field = Field::new(names.join(&format!(" {BETWEEN} ")));
                Some(self.save())
            }
            input if self.field.on(input) => Some(Reply::Handled),
            Input::Do(Command::Back | Command::Stop) => None,
            Input::Do(Command::Open) if self.field.text().trim().is_empty() => None,
            Input::Do(Command::Open) => Some(self.save()),
            Input::Do(Command::Next) => {
                self.category = following(self.category);
                Some(Reply::Handled)
            }
            _ => Some(Reply::Ignored),
        }
    }

    /// One step, for however many names; what was typed stays until it is saved.
    fn save(&self) -> Reply {
        let names = self.field.text().split(BETWEEN).map(str::trim).filter(|name| !name.is_empty());
        let mut edits: Vec<Edit> = names.map(|name| client(name, self.category)).collect();
        if edits.len() < 2 {
            return edits.pop().map_or(Reply::Handled, Reply::Make);
        }
        let title = Sentence::new("title-clients-added").count("n", edits.len());
        Reply::Make(Edit::Together { title, client: None, edits })
    }

    /// It is saved: room for the next.
    pub(super) fn saved(&mut self) {
        self.field = Field::default();
    }

    pub(super) fn draw(&self, frame: &mut Frame<'_>, place: Rect, view: &View<'_>) {
        let word = view.words.term(&self.category.term());
        let cells = u16::try_from(cells::width(&word)).unwrap_or(0) + 1;
        paint::text(frame.buffer_mut(), place, 0, &word, view.style(Tone::Muted), view);
        let keys = if self.field.text().trim().is_empty() { "clients-add-empty" } else { "clients-add-keys" };
        let keys = view.say(keys);
        let told = u16::try_from(cells::width(&keys)).unwrap_or(u16::MAX).saturating_add(1);
        let rest = Rect { x: place.x + cells, width: place.width.saturating_sub(cells), ..place };
        // The name comes first; how it is saved is told where there is room beside it.
        let told = if rest.width >= told + LEAST_NAME { told } else { 0 };
        let field = Rect { width: rest.width - told, ..rest };
        self.field.draw(frame, field, true, view);
        if told > 0 {
            let at = Rect { x: field.right() + 1, width: told - 1, ..field };
            paint::text(frame.buffer_mut(), at, 0, &keys, view.style(Tone::Muted), view);
        }
    }
}

fn following(category: VipCategory) -> VipCategory {
    match category {
        VipCategory::LongStanding => VipCategory::Retain,
        VipCategory::Retain => VipCategory::Attract,
        VipCategory::Attract => VipCategory::LongStanding,
    }
}

/// What else a new client holds is the domain's to say.
fn client(name: &str, category: VipCategory) -> Edit {
    let fields = [("name", name), ("vip_category", category.word())];
    let fields: Fields = fields.into_iter().map(|(field, value)| (field.to_owned(), value.into())).collect();
    Edit::Add { entity: Entity::Client, fields }
}
