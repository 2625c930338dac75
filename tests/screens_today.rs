//! Today, the days ahead and a visit before it is held, as pictures of the demo book on 23 November 2026.

use std::sync::LazyLock;

use attache::desk::{Clock, Desk};
use attache::domain::date::parse_local;
use attache::domain::{Answers, Book, Edit, Sentence};
use attache::export::snapshot;
use attache::i18n::Lang;
use attache::tui::rig::Rig;

/// The demo book, read once for all tests.
static DEMO: LazyLock<Book> = LazyLock::new(|| {
    let clock = Clock::Standing(parse_local("2026-11-23T08:00").unwrap());
    let mut desk = Desk::throwaway(clock).unwrap();
    let rows = snapshot::read(include_str!("../assets/demo.json"), desk.now()).unwrap().rows;
    desk.make(&Edit::Import { title: Sentence::new("rig"), rows }, &Answers::yes()).unwrap();
    desk.book().clone()
});

fn rig(width: u16, height: u16, lang: Lang) -> Rig {
    Rig::with(&DEMO).size(width, height).lang(lang)
}

#[test]
fn look() {
    for lang in [Lang::En, Lang::Ru, Lang::Bg, Lang::Zh] {
        for (w, h) in [(80, 24), (60, 15), (100, 28), (160, 50)] {
            let mut rig = rig(w, h, lang);
            println!("== {lang:?} {w}x{h}\n{}", rig.screen());
            if (w, h) == (80, 24) {
                println!("-- 3\n{}", rig.press("4 j").screen());
                println!("-- gp\n{}", rig.press("1 j g p").screen());
                println!("-- ]\n{}", rig.press("]").screen());
            }
        }
    }
}
