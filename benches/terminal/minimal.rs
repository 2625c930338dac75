//! The smallest ratatui program that shows as many lines and the selected one beside them; knows no book.

use std::process::Command;

use ratatui::crossterm::event::{self, Event, KeyCode};
use ratatui::layout::{Constraint, Layout};
use ratatui::widgets::{List, ListState, Paragraph};

const ASKED: &str = "minimal";

/// Stands in the last line of its list once that is painted.
pub const READY: &str = "Client 23 ";

/// This very executable, asked to be the list.
pub fn command(lines: usize) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([ASKED, &lines.to_string()]);
    command
}

/// How many lines, if that is what the executable was started for.
pub fn asked() -> Option<usize> {
    let mut arguments = std::env::args().skip_while(|argument| argument != ASKED).skip(1);
    arguments.next()?.parse().ok()
}

pub fn run(lines: usize) {
    let names: Vec<String> = (0..lines).map(|n| format!("Client {n}  retain  MV  active  12 Nov  54 %")).collect();
    let mut terminal = ratatui::init();
    let mut state = ListState::default().with_selected(Some(0));
    loop {
        terminal
            .draw(|frame| {
                let [left, right] = Layout::horizontal([Constraint::Percentage(50); 2]).areas(frame.area());
                let list = List::new(names.iter().map(String::as_str)).highlight_symbol(">");
                frame.render_stateful_widget(list, left, &mut state);
                let detail = names[state.selected().unwrap_or(0).min(lines - 1)].as_str();
                frame.render_widget(Paragraph::new(detail), right);
            })
            .unwrap();
        if let Event::Key(key) = event::read().unwrap() {
            match key.code {
                KeyCode::Char('j') => state.select_next(),
                KeyCode::Char('k') => state.select_previous(),
                KeyCode::Char('q') => break,
                _ => {}
            }
        }
    }
    ratatui::restore();
}
