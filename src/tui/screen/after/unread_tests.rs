//! What is typed into days and numbers and cannot be read, or is emptied again: it is said at its field, and nothing else
//! is saved in its place.

use crate::domain::figures::testing::{DEMO, id};
use crate::domain::words::VisitStatus;
use crate::domain::{Arg, Entity, Sentence, Visit};
use crate::i18n::{Lang, Words};
use crate::tui::rig::Rig;
use crate::tui::target::Target;

const VISIT: &str = "v-volga-metall-2026-11-23";

/// The page of the visit; written up with a next visit and a rating if `held`.
fn rig(held: bool) -> Rig {
    let mut rig = Rig::with(&DEMO).size(160, 50);
    rig.open(&Target::After(id(VISIT)));
    if held {
        rig.press("agreed <Esc> 6 8.12 <Space> 10:00 <Tab> agree <Esc> 7 8 <Tab> good <C-s>");
        rig.open(&Target::After(id(VISIT)));
    }
    rig
}

/// The beginning of a sentence, up to where its arguments are.
fn begins(id: &str) -> String {
    let said = Words::new(Lang::En).say(id);
    said.split("{ $").next().unwrap_or_default().split('{').next().unwrap_or_default().to_owned()
}

#[test]
fn what_cannot_be_saved_is_refused_at_its_field() {
    let of = |entity, field: &str| Words::new(Lang::En).sentence(&Sentence::new("required-field").about(entity, field));
    let required = |field: &str| of(Entity::Visit, field);
    let score = of(Entity::Satisfaction, "score");
    for (held, keys, said, typed) in [
        // A next visit that is planned, its start emptied; one that never had a start, or has lost it.
        (true, "<Esc> 6 <C-u>", begins("next-visit-stays"), "15.12"),
        (false, "agreed <Esc> 6 <Tab> agree", required("start"), "15.12"),
        (false, "agreed <Esc> 6 8.12 <Tab> agree <S-Tab> <C-u>", required("start"), "15.12"),
        (true, "<Esc> 6 <C-u> someday", begins("not-a-moment"), "<C-u> 15.12"),
        (true, "<Esc> 6 <Tab> <Tab> <Tab> <Tab> <Tab> <C-u>", required("minutes"), "30"),
        (true, "<Esc> 6 <Tab> <Tab> <Tab> <Tab> <Tab> <C-u> long", begins("not-a-number"), "<C-u> 30"),
        (true, "<Esc> 7 <C-u>", score, "7"),
        (true, "<Esc> 7 <C-u> well", begins("not-a-number"), "<C-u> 7"),
        (false, "agreed <Esc> 7 8.5", begins("not-a-number"), "<C-u> 8"),
    ] {
        let mut rig = rig(held);
        let before = rig.desk().last_step();
        rig.press(keys).press("<C-s>");
        assert!(rig.status().starts_with(said.trim()), "{keys}: {said}\n{}", rig.screen());
        assert_eq!(rig.desk().last_step(), before, "{keys}");
        // The cursor stands in the field: what is typed next puts it right.
        rig.press(typed).press("<C-s>");
        assert_eq!(rig.desk().last_step(), before + 1, "{keys}\n{}", rig.screen());
        let visit: &Visit = rig.book().visit.get(id(VISIT)).unwrap();
        assert_eq!(visit.status, VisitStatus::Held, "{keys}");
    }
}

#[test]
fn only_what_can_be_saved_is_counted_and_every_changed_section_has_its_star() {
    let words = Words::new(Lang::En);
    let one = |id: &str| words.say_with(id, &[("n", Arg::count(1))]);
    let (visit, mood) = (one("after-n-visits"), one("after-n-moods"));
    for (keys, title, counted) in [
        ("<Esc> 7 8 <Esc>", "after-rest", Some(&mood)),
        ("<Esc> 7 eight <Esc>", "after-rest", None),
        ("<Esc> 7 <Tab> good <Esc>", "after-rest", None),
        ("<Esc> 6 8.12 <Esc>", "after-next", Some(&visit)),
        ("<Esc> 6 someday <Esc>", "after-next", None),
        ("<Esc> 6 <Tab> agree <Esc>", "after-next", None),
        ("<Esc> 1 <Down> <Down> <Esc> <Down> <Down> <Space>", "after-outcome", None),
    ] {
        let mut rig = rig(false);
        let screen = rig.press(keys).screen();
        let line =
            screen.lines().find(|line| line.contains(&words.say(title)) && line.contains('─')).unwrap_or_default();
        assert!(line.contains(" *"), "{keys}\n{screen}");
        let foot = screen.lines().rev().nth(1).unwrap_or_default();
        let told: Vec<&String> = [&visit, &mood].into_iter().filter(|one| foot.contains(one.as_str())).collect();
        assert_eq!(told, counted.into_iter().collect::<Vec<_>>(), "{keys}\n{screen}");
    }
}
