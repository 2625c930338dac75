//! Commands by their names: the same words do the same on every screen.

use crate::domain::figures::testing::{DEMO, id};
use crate::i18n::{Lang, Words};
use crate::tui::rig::Rig;
use crate::tui::target::{Tab, Target};

fn english(id: &str) -> String {
    Words::new(Lang::En).say(id)
}

#[test]
fn each_name_does_on_every_screen_what_it_says() {
    let screens = [
        Target::Today,
        Target::Clients,
        Target::Visits,
        Target::Needs,
        Target::Offers,
        Target::Money,
        Target::Report,
        Target::Catalogue,
        Target::Settings,
        Target::History,
        Target::Client(id("c-volga-metall"), Tab::Overview),
        Target::Client(id("c-volga-metall"), Tab::Map),
    ];
    // Typed, and what is in sight then.
    for (typed, seen) in [
        ("report", english("place-report")),
        ("help", english("help-title")),
        ("check", english("book-is-whole")),
        ("backup", "attache export".to_owned()),
        ("sync", "attache sync".to_owned()),
        ("rate", Words::new(Lang::En).title("entity.fx_rate")),
        ("close", english("screen-money")),
        ("lock", english("lock-any-key")),
        ("set top_share=30", "u undoes".to_owned()),
        ("import", english("import-which-file")),
    ] {
        for target in &screens {
            let mut rig = Rig::with(&DEMO);
            rig.open(target).press(":").paste(typed).press("<Enter>");
            let screen = rig.screen();
            assert!(screen.contains(&seen), "{typed} on {target:?}: {seen}\n{screen}");
        }
    }
}

#[test]
fn the_map_of_a_day_is_reached_from_wherever_a_client_is_known() {
    for target in [
        Target::Clients,
        Target::Client(id("c-volga-metall"), Tab::Overview),
        Target::Client(id("c-volga-metall"), Tab::Map),
        Target::Today,
    ] {
        let mut rig = Rig::with(&DEMO);
        rig.open(&target).press(":").paste("asof 2026-06-01").press("<Enter>");
        assert!(rig.screen().contains("2026-06-01"), "{target:?}: {}", rig.screen());
    }
    let mut rig = Rig::with(&DEMO);
    rig.open(&Target::Catalogue).press(":").paste("asof 2026-06-01").press("<Enter>");
    assert!(rig.status().starts_with(&english("no-client-here")), "{}", rig.status());
}
