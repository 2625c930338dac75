//! A key until its frame is painted, on books of any size, beside the smallest ratatui list with a detail pane.
//!
//! `cargo bench --bench screen`; both sides paint into memory, so that the terminal's own speed does not count.

mod generator;

use attache::desk::Desk;
use attache::domain::map::Past;
use attache::tui::rig::Rig;
use divan::{Bencher, black_box};
use generator::{book_of, clock};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::{Constraint, Layout};
use ratatui::widgets::{List, ListState, Paragraph};

const SIZES: [usize; 3] = [30, 300, 10_000];

fn main() {
    divan::main();
}

fn rig(clients: usize, keys: &str) -> Rig {
    let mut rig = Rig::of(Desk::open(&book_of(clients), None, clock()).unwrap()).size(100, 28);
    rig.press(keys);
    rig.screen();
    rig
}

/// `j` on the list of clients.
#[divan::bench(args = SIZES, max_time = 10)]
fn key_on_clients(bencher: Bencher, clients: usize) {
    let mut rig = rig(clients, "g c");
    bencher.bench_local(|| {
        rig.press("j");
    });
}

/// `j` on the other lists of the whole book.
#[divan::bench(args = ["g n", "g o", "g m", "g k"], max_time = 10)]
fn key_on_list(bencher: Bencher, keys: &str) {
    let mut rig = rig(10_000, keys);
    bencher.bench_local(|| {
        rig.press("j");
    });
}

/// A letter typed into the filter of clients, and taken back.
#[divan::bench(args = SIZES, max_time = 10)]
fn letter_in_filter(bencher: Bencher, clients: usize) {
    let mut rig = rig(clients, "g c f v");
    bencher.bench_local(|| {
        rig.press("o <Backspace>");
    });
}

/// `J` and `K` on a client that no list was opened for.
#[divan::bench(args = SIZES, max_time = 10)]
fn neighbour(bencher: Bencher, clients: usize) {
    let mut rig = rig(clients, "g c <Enter>");
    bencher.bench_local(|| {
        rig.press("J K");
    });
}

/// `j` on Today.
#[divan::bench(args = SIZES, max_time = 10)]
fn key_on_today(bencher: Bencher, clients: usize) {
    let mut rig = rig(clients, "g t");
    bencher.bench_local(|| {
        rig.press("j");
    });
}

/// The smallest program that shows as many lines and the selected one beside them.
#[divan::bench(args = SIZES, max_time = 10)]
fn key_on_minimal_list(bencher: Bencher, clients: usize) {
    let names: Vec<String> = (0..clients).map(|n| format!("Client {n}  retain  MV  active  12 Nov  54 %")).collect();
    let mut terminal = Terminal::new(TestBackend::new(100, 28)).unwrap();
    let mut state = ListState::default().with_selected(Some(0));
    bencher.bench_local(|| {
        state.select_next();
        terminal
            .draw(|frame| {
                let [left, right] = Layout::horizontal([Constraint::Percentage(50); 2]).areas(frame.area());
                let list = List::new(names.iter().map(String::as_str)).highlight_symbol(">");
                frame.render_stateful_widget(list, left, &mut state);
                let detail = names[state.selected().unwrap_or(0).min(clients - 1)].as_str();
                frame.render_widget(Paragraph::new(detail), right);
            })
            .unwrap();
        black_box(terminal.backend().buffer());
    });
}

/// The day computed from nothing kept: what the first look at Today costs after a visit has changed.
#[divan::bench(args = SIZES, max_time = 10)]
fn today(bencher: Bencher, clients: usize) {
    let desk = Desk::open(&book_of(clients), None, clock()).unwrap();
    let (today, mut now) = (desk.today(), desk.now());
    black_box(desk.book().day(today, now, &Past::default()));
    bencher.bench_local(|| {
        // Another minute, so that what is kept for this one does not answer.
        now += chrono::TimeDelta::minutes(1);
        black_box(desk.book().day(today, now, &Past::default()))
    });
}
