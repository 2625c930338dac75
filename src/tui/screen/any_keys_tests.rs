//! Any keys on the screens of how a client decides: nothing falls over, and what the book then holds could be true.

use fastrand::Rng;

use crate::desk::{Clock, Desk};
use crate::domain::date::parse_local;
use crate::domain::edit::{GivenHead, Incoming};
use crate::domain::figures::testing::{DEMO, id};
use crate::domain::{Answers, Book, Edit, Entity, Sentence};
use crate::tui::rig::Rig;
use crate::tui::target::{Tab, Target};

/// The languages of the map and the board, what moves offers, needs and stages, and what boxes and forms need.
const KEYS: &str = "h j k l j l h k P A S B D I O F <Space> <Backspace> + - > < z i R a e E o v t [ ] d s c f W Y X \
    <Enter> <Enter> <Enter> <Esc> <Esc> y y n u <C-r> <Tab> <Down> <Up> <C-s> <C-s> <Del> 1 2 word 2026-11-20 5%";

fn places() -> Vec<Target> {
    let client = |name: &str, tab| Target::Client(id(name), tab);
    vec![
        client("c-volga-metall", Tab::Map),
        client("c-kaliakra", Tab::Map),
        client("c-volga-metall", Tab::Needs),
        client("c-kaliakra", Tab::Offers),
        client("c-orrin", Tab::Overview),
        Target::Offer(id("pr-vm-lc")),
        Target::Needs,
        Target::Offers,
    ]
}

/// The rows of a book brought into an empty one, where every fact is checked anew.
fn is_true(book: &Book) -> Result<(), String> {
    let clock = Clock::Standing(parse_local("2026-11-23T08:00").unwrap());
    let mut desk = Desk::throwaway(clock).map_err(|trouble| format!("{trouble:?}"))?;
    let rows = Entity::ALL.iter().flat_map(|entity| book.records(*entity));
    let rows = rows.map(|record| Incoming { record, given: GivenHead::default() }).collect();
    let edit = Edit::Import { title: Sentence::new("title-snapshot").text("file", "rows"), rows };
    desk.make(&edit, &Answers::yes()).map(drop).map_err(|trouble| format!("{trouble:?}"))
}

#[test]
fn any_keys_leave_a_book_that_could_be_true() {
    let keys: Vec<&str> = KEYS.split_whitespace().collect();
    let mut steps = 0;
    for (course, place) in places().into_iter().enumerate() {
        let mut random = Rng::with_seed(course as u64);
        let mut rig = Rig::with(&DEMO).size(100, 28).on("2026-11-23");
        let first = rig.desk().last_step();
        rig.open(&place);
        let mut pressed = Vec::new();
        for _ in 0..90 {
            let key = keys[random.usize(..keys.len())];
            pressed.push(key);
            if key.len() > 1 && !key.starts_with('<') {
                rig.paste(key)
            } else {
                rig.press(key)
            };
            if rig.has_left() {
                break;
            }
            if pressed.len() % 30 == 0 {
                rig.open(&place);
            }
        }
        steps += rig.desk().last_step() - first;
        assert_eq!(is_true(rig.book()), Ok(()), "{place:?}: {}", pressed.join(" "));
    }
    assert!(steps > 5, "only {steps} steps were made");
}
