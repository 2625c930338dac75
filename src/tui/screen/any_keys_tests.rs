//! Any keys on the screens of how a client decides: nothing falls over, and what the book then holds could be true.

mod truths;

use fastrand::Rng;

use crate::desk::{Clock, Desk, StepFilter};
use crate::domain::date::parse_local;
use crate::domain::edit::{GivenHead, Incoming};
use crate::domain::figures::testing::{DEMO, demo_today, id};
use crate::domain::{Answers, Book, Edit, Entity, Sentence};
use crate::tui::rig::Rig;
use crate::tui::target::{Tab, Target};

/// Keys that move, change, answer and leave.
const KEYS: &str = "h j k l j l h k P A S B D I O F <Space> <Backspace> + - > < z i R a e E o v t [ ] d s c f W Y X \
    <Enter> <Enter> <Esc> <Esc> y n u <C-r> <Tab> <Down> <C-s> <Del> 1 2 word";

/// What somebody who does not know the rules would try: one a line, each leaves what it opened.
const TRIES: &str = include_str!("any_keys_tests/tries.txt");

fn places() -> Vec<Target> {
    let client = |name: &str, tab| Target::Client(id(name), tab);
    vec![
        client("c-volga-metall", Tab::Map),
        client("c-kaliakra", Tab::Map),
        client("c-volga-metall", Tab::Needs),
        client("c-mramorica", Tab::Needs),
        client("c-yunqiao", Tab::Needs),
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

/// What is pressed next: mostly a try of somebody who knows the screens, else any key.
fn next<'k>(random: &mut Rng, keys: &[&'k str], tries: &[&'k str]) -> &'k str {
    let from = if random.u8(..10) < 7 { tries } else { keys };
    from[random.usize(..from.len())]
}

#[test]
fn any_keys_leave_a_book_that_could_be_true() {
    let keys: Vec<&str> = KEYS.split_whitespace().collect();
    let tries: Vec<&str> = TRIES.lines().collect();
    let (mut steps, mut refused) = (0, 0);
    for (course, place) in places().into_iter().enumerate() {
        let mut random = Rng::with_seed(course as u64);
        let mut rig = Rig::with(&DEMO).size(100, 28).on("2026-11-23");
        let first = rig.desk().last_step();
        let mut pressed = Vec::new();
        for n in 0..120 {
            // Wherever the keys have led, the place is found again.
            if n % 12 == 0 {
                rig.open(&place);
            }
            let before = rig.desk().last_step();
            let next = next(&mut random, &keys, &tries);
            pressed.push(next);
            rig.press_unseen(next);
            refused += usize::from(rig.desk().last_step() == before);
            if rig.has_left() {
                break;
            }
            // Something to see wherever one is, now and then.
            if n % 10 == 9 {
                rig.screen();
            }
        }
        steps += rig.desk().last_step() - first;
        let told = pressed.join(" | ");
        let since = rig.desk().steps(StepFilter { after: first, ..StepFilter::default() }).unwrap();
        let none: [String; 0] = [];
        assert_eq!(truths::falsehoods(rig.book(), &since, demo_today()), none, "{place:?}: {told}");
        assert_eq!(is_true(rig.book()), Ok(()), "{place:?}: {told}");
    }
    assert!(steps > 100 && refused > 100, "only {steps} steps were made and {refused} tries came to nothing");
}

#[test]
fn the_demo_says_nothing_false() {
    assert_eq!(truths::falsehoods(&DEMO, &[], demo_today()), Vec::<String>::new());
}
