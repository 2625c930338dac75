//! The map as its user meets it, on the demo portfolio.

use insta::assert_snapshot;

use crate::domain::figures::testing::{DEMO, crowd, id};
use crate::domain::words::{Certainty, Level, RoleKind};
use crate::domain::{Arg, Book, Id, Person, Proposal, Role, Row, Sentence};
use crate::i18n::{Lang, Words};
use crate::tui::events::Happening;
use crate::tui::rig::Rig;
use crate::tui::target::{Tab, Target};

fn volga() -> Target {
    Target::Client(id("c-volga-metall"), Tab::Map)
}

fn rig() -> Rig {
    let mut rig = Rig::with(&DEMO);
    rig.open(&volga());
    rig
}

fn sure(rig: &mut Rig, person: &str, kind: RoleKind) -> Option<Certainty> {
    let person: Id<Person> = id(person);
    let held = |role: &&crate::domain::Role| role.person == person && role.kind == kind && role.to.is_none();
    rig.book().role.of(person).find(held).map(|role| role.certainty)
}

#[test]
fn keys_of_one_cell_are_one_step_saved_on_leaving_it() {
    let mut rig = rig();
    let before = rig.desk().last_step();
    rig.press("l D + >");
    assert_eq!(rig.desk().last_step(), before);
    rig.a_second_later();
    assert_eq!(rig.desk().drafts().unwrap().len(), 1);
    rig.press("l");
    assert_eq!(rig.desk().last_step(), before + 1);
    assert_eq!(rig.desk().drafts().unwrap(), []);
    assert_eq!(sure(&mut rig, "p-bessonova", RoleKind::Decides), Some(Certainty::Heard));
    let person: Id<Person> = id("p-bessonova");
    let stance = rig.book().stance.of(person).find(|row| row.client == id("c-volga-metall")).unwrap().clone();
    assert_eq!((stance.value, stance.influence), (Some(1), Some(1)));
    rig.press("u");
    assert_eq!(sure(&mut rig, "p-bessonova", RoleKind::Decides), None);
}

#[test]
fn space_and_backspace_are_about_the_cell_under_the_cursor() {
    for (keys, now) in [
        ("l l <Space> <Enter>", Some(Certainty::Confirmed)),
        ("l l <Backspace> <Enter>", Some(Certainty::Heard)),
        ("l l <Backspace> <Backspace> <Backspace> <Esc>", None),
        ("l l <Backspace> u <Enter>", Some(Certainty::Confirmed)),
    ] {
        let mut rig = rig();
        rig.press(keys);
        assert_eq!(sure(&mut rig, "p-sedov", RoleKind::Decides), now, "{keys}");
    }
}

#[test]
fn what_was_gathered_outlives_the_screen() {
    let mut rig = rig();
    rig.press("l l A");
    rig.a_second_later().then(Happening::End);
    let mut rig = {
        let drafts = rig.desk().drafts().unwrap();
        assert_eq!(drafts.len(), 1);
        rig.open(&Target::Draft(drafts[0].key.clone()));
        rig
    };
    rig.press("<Enter>");
    assert_eq!(sure(&mut rig, "p-sedov", RoleKind::Agrees), Some(Certainty::Heard));
}

#[test]
fn somebody_new_stands_under_the_cursor() {
    let mut rig = rig();
    rig.press("a Lapin, Oleg, <Space> lawyer, <Space> top <Enter>");
    let person =
        rig.book().person.iter().find(|person| person.family_name.as_deref() == Some("Lapin")).unwrap().clone();
    assert_eq!(person.given_name.as_deref(), Some("Oleg"));
    let place = rig.book().affiliation.iter().find(|place| place.person.uuid == person.head.uid).unwrap().clone();
    assert_eq!((place.position.as_deref(), place.level), (Some("lawyer"), Some(Level::Top)));
    rig.press("B <Enter>");
    let held = |role: &&crate::domain::Role| role.person.uuid == person.head.uid && role.kind == RoleKind::Budgets;
    assert_eq!(rig.book().role.iter().filter(held).count(), 1);
}

#[test]
fn a_question_goes_to_the_next_visit_once() {
    let mut rig = rig();
    let questions =
        |rig: &mut Rig| rig.book().visit.get(id("v-volga-metall-2026-11-23")).map_or(0, |visit| visit.questions.len());
    let before = questions(&mut rig);
    rig.press("v v");
    assert_eq!(questions(&mut rig), before + 1);
}

#[test]
fn a_step_can_be_absent_but_the_decision_cannot() {
    let mut rig = rig();
    rig.press("j z no <Space> budget <Enter>");
    let absent = |rig: &mut Rig| rig.book().client.get(id("c-volga-metall")).map_or(0, |row| row.absent_steps.len());
    assert_eq!(absent(&mut rig), 1);
    rig.press("z");
    assert_eq!(absent(&mut rig), 0);
    rig.press("k z why <Enter>");
    assert_eq!(absent(&mut rig), 0);
}

#[test]
fn the_past_is_looked_at_and_not_edited() {
    let mut rig = rig();
    rig.press("t 2025-03-01 <Enter>");
    let day = "2025-03-01".parse().unwrap();
    let step = rig.desk().last_step();
    let refused = Words::new(Lang::En).sentence(&Sentence::new("map-as-of").with("date", Arg::Date(day)));
    for key in ["D", "<Enter>", "e", "<Delete>", "a", "z", "i", "R", "s", "<Space>", "+"] {
        rig.press("g t").open(&volga());
        rig.press("t 2025-03-01 <Enter> l").press(key);
        assert!(rig.status().starts_with(&refused), "{key}: {}", rig.status());
    }
    assert_eq!(rig.desk().last_step(), step);
    assert!(rig.press("[").screen().contains("2025-02-06"));
    rig.press("t <Enter> D <Enter>");
    assert_eq!(sure(&mut rig, "p-kravets", RoleKind::Decides), Some(Certainty::Confirmed));
}

#[test]
fn the_map_of_an_offer_has_roles_of_its_own() {
    let mut rig = rig();
    // Its first word; the rest may not fit.
    let title = rig.book().proposal.get(id("pr-vm-lc")).unwrap().title.split(' ').next().unwrap().to_owned();
    assert!(rig.press("o").screen().lines().next().unwrap_or_default().contains(&title));
    rig.press("l l l B B <Enter>");
    let own = |rig: &mut Rig| {
        let mine = rig.book().role.iter().filter(|role| role.proposal == Some(id("pr-vm-lc")));
        mine.map(|role| (role.kind, role.certainty, role.to.is_some())).collect::<Vec<_>>()
    };
    assert_eq!(own(&mut rig), [(RoleKind::Budgets, Certainty::Confirmed, false)]);
    rig.press("j <Backspace> <Enter>");
    assert_eq!(own(&mut rig), [(RoleKind::Budgets, Certainty::Heard, false)], "less sure");
    rig.press("<Backspace> <Backspace> <Enter>");
    assert_eq!(own(&mut rig).iter().filter(|(.., ended)| *ended).count(), 1, "ended");
    assert!(!rig.press("o").screen().lines().next().unwrap_or_default().contains(&title), "the general map again");
}

/// Both confirmed by the same person: what ends on the map of an offer is what is held for the offer.
#[test]
fn an_offers_role_ends_and_the_general_one_stays() {
    let (sedov, offer): (Id<Person>, _) = (id("p-sedov"), Some(id("pr-vm-lc")));
    let decides = |role: &&Role| role.kind == RoleKind::Decides && role.person == sedov && role.to.is_none();
    let mut book = DEMO.clone();
    let mut for_offer = book.role.of(sedov).find(decides).unwrap().clone();
    (for_offer.head.uid, for_offer.proposal) = (uuid::Uuid::from_u128(77), offer);
    book.put(for_offer.into_record());
    let mut rig = Rig::with(&book);
    let roles = |rig: &mut Rig, offer: Option<Id<Proposal>>| {
        rig.book().role.of(sedov).filter(decides).filter(|role| role.proposal == offer).count()
    };
    assert_eq!((roles(&mut rig, None), roles(&mut rig, offer)), (1, 1));
    rig.open(&volga());
    rig.press("o f").paste("Седов").press("<Enter> <Backspace> <Backspace> <Backspace> <Enter>");
    assert_eq!((roles(&mut rig, None), roles(&mut rig, offer)), (1, 0), "{}", rig.status());
}

#[test]
fn a_draft_of_an_offers_map_comes_back_there_with_its_source() {
    let mut rig = rig();
    rig.press("o f").paste("Седов").press("<Enter> s").paste("letter").press("<Enter> A A");
    rig.a_second_later().then(Happening::End);
    let key = rig.desk().drafts().unwrap()[0].key.clone();
    rig.open(&Target::Draft(key));
    rig.press("<Enter>");
    let person: Id<Person> = id("p-sedov");
    let agrees = |role: &&crate::domain::Role| role.kind == RoleKind::Agrees && role.proposal == Some(id("pr-vm-lc"));
    let made = rig.book().role.of(person).find(agrees).unwrap().clone();
    assert_eq!((made.certainty, made.source_note.as_deref(), made.visit), (Certainty::Confirmed, Some("letter"), None));
}

#[test]
fn what_is_new_since_the_last_visit_is_marked() {
    let mut rig = rig();
    rig.press("l D <Enter>");
    assert!(rig.press("d").screen().contains("+heard 0d"));
    assert!(!rig.press("d").screen().contains("+heard 0d"));
}

#[test]
fn interests_and_lines_are_added() {
    let mut rig = rig();
    let (interests, lines) = (DEMO.interest.len(), DEMO.influence.len());
    rig.press("i quiet <Space> life <Enter>");
    assert_eq!(rig.book().interest.len(), interests + 1);
    rig.press("R").press("Петров").press("<Enter> 2 <Enter>");
    assert_eq!(rig.book().influence.len(), lines + 1);
}

#[test]
fn an_empty_map_says_what_to_do() {
    let mut rig = Rig::with(&Book::default());
    rig.open(&Target::Client(Id::new(uuid::Uuid::nil()), Tab::Map));
    assert!(rig.screen().contains(&Words::new(Lang::En).say("map-empty")));
}

/// Who was at no visit is confirmed by something else, which is asked for; what was written once is chosen for the next.
#[test]
fn who_was_not_at_the_last_visit_is_confirmed_by_another_source() {
    let mut rig = Rig::with(&crowd(3, 2));
    rig.open(&Target::Client(id("c"), Tab::Map));
    let role = |rig: &mut Rig, person: &str| {
        let held = |role: &&crate::domain::Role| role.person == id(person) && role.kind == RoleKind::Budgets;
        rig.book().role.iter().find(held).map(|role| (role.certainty, role.visit, role.source_note.clone()))
    };
    let (visit, order) = (Some(id("v")), Some("order 5".to_owned()));
    rig.press("f Person02 <Enter> B B <Enter>");
    assert_eq!(role(&mut rig, "p2"), Some((Certainty::Confirmed, visit, None)));
    rig.press("f Person00 <Enter> B B <Enter>");
    assert_eq!(role(&mut rig, "p0"), None, "{}", rig.screen());
    rig.press("<Esc>");
    assert_eq!(role(&mut rig, "p0"), None);
    rig.press("<Enter>").paste("order 5").press("<Enter>");
    assert_eq!(role(&mut rig, "p0"), Some((Certainty::Confirmed, None, order.clone())));
    rig.press("f Person01 <Enter> B B <Enter> <Enter>");
    assert_eq!(role(&mut rig, "p1"), Some((Certainty::Confirmed, None, order)));
}

/// The visit that confirmed it does not confirm it again; something else may, today.
#[test]
fn what_is_confirmed_again_needs_something_newer() {
    let mut rig = rig();
    let role = |rig: &mut Rig| {
        let held = |role: &&crate::domain::Role| role.kind == RoleKind::Decides && role.to.is_none();
        rig.book()
            .role
            .of(id::<Person>("p-sedov"))
            .find(held)
            .map(|role| (role.certainty, role.reconfirmed_on))
            .unwrap()
    };
    let before = role(&mut rig);
    rig.press("l l <Space> <Enter>");
    assert!(rig.screen().contains(Words::new(Lang::En).say("map-source-none").split('?').next().unwrap()));
    assert_eq!(role(&mut rig), before);
    rig.paste("phone").press("<Enter>");
    assert_eq!(role(&mut rig), (Certainty::Confirmed, Some("2026-11-23".parse().unwrap())), "{}", rig.status());
}

/// What nothing confirms is asked for once; left open, Esc leaves the cell as it was.
#[test]
fn a_confirmation_without_a_source_is_left_with_nothing_saved() {
    let words = Words::new(Lang::En);
    let (asks, nothing) = ("Confirmed for", words.say("nothing-saved"));
    for (keys, in_box, said) in [
        ("<Enter>", true, ""),
        ("<Enter> <Esc>", false, "less sure"),
        ("<Enter> <Esc> <Esc>", false, nothing.as_str()),
        ("<Esc> <Esc> <Esc>", false, nothing.as_str()),
        ("j <Esc> <Esc>", false, nothing.as_str()),
        // What is pressed afterwards is to be saved again.
        ("<Enter> <Esc> + <Esc>", true, ""),
    ] {
        let mut rig = Rig::with(&crowd(3, 2));
        rig.open(&Target::Client(id("c"), Tab::Map)).press("f Person00 <Enter> B B");
        let before = rig.desk().last_step();
        rig.press(keys);
        assert_eq!(rig.screen().contains(asks), in_box, "{keys}: {}", rig.screen());
        assert!(rig.status().contains(said), "{keys}: {}", rig.status());
        assert_eq!(rig.desk().last_step(), before, "{keys}");
        let gone = said == nothing;
        rig.a_second_later();
        assert_eq!(rig.desk().drafts().unwrap().is_empty(), gone, "{keys}");
        assert_eq!(rig.screen().contains("heard*") || rig.screen().contains("conf*"), !gone, "{keys}");
    }
}

/// From any cell: find the person, twice the letter, leave the cell. The letters of the name come beside.
#[test]
fn a_confirmed_role_takes_five_keys_on_any_map() {
    let crowd = crowd(25, 40);
    for (book, client, name, person) in
        [(&*DEMO, "c-volga-metall", "Петров", "p-petrov-vm"), (&crowd, "c", "Person24", "p24")]
    {
        let mut rig = Rig::with(book);
        rig.open(&Target::Client(id(client), Tab::Map));
        rig.press("f").paste(name).press("<Enter> D D <Enter>");
        let sure = sure(&mut rig, person, RoleKind::Decides);
        assert_eq!(sure, Some(Certainty::Confirmed), "{name}: {}", rig.status());
    }
}

#[test]
fn what_stands_beneath_the_grid_is_scrolled_to_its_end() {
    for size in [(80, 24), (100, 28), (160, 30)] {
        let mut rig = Rig::with(&crowd(25, 40)).size(size.0, size.1);
        rig.open(&Target::Client(id("c"), Tab::Map));
        let mut seen = rig.screen();
        while rig.screen().contains("Ctrl-F") {
            seen += &rig.press("<PgDn>").screen();
        }
        let last = crate::domain::map::DecisionMap::today(
            &crowd(25, 40),
            id("c"),
            crate::domain::figures::testing::demo_today(),
        );
        for n in 1..=last.findings.len() {
            assert!(seen.contains(&format!("\n {n} ")), "{n} at {size:?}: {seen}");
        }
        let end = rig.screen();
        assert_ne!(rig.press("<PgUp>").screen(), end, "and back, at {size:?}");
    }
}

#[test]
fn pictures_of_a_crowd_and_of_three() {
    for (name, people, lines, (width, height)) in
        [("crowd-100", 25, 40, (100, 28)), ("crowd-160", 25, 40, (160, 50)), ("three-80", 3, 2, (80, 24))]
    {
        let mut rig = Rig::with(&crowd(people, lines)).size(width, height);
        rig.open(&Target::Client(id("c"), Tab::Map));
        assert_snapshot!(name, rig.screen());
    }
}

#[test]
fn pictures() {
    for (name, lang, (width, height)) in [
        ("ru-80", Lang::Ru, (80, 24)),
        ("en-60", Lang::En, (60, 15)),
        ("bg-100", Lang::Bg, (100, 28)),
        ("zh-160", Lang::Zh, (160, 50)),
    ] {
        let mut rig = Rig::with(&DEMO).lang(lang).size(width, height);
        rig.open(&volga());
        assert_snapshot!(format!("{name}"), rig.screen());
        rig.press("l j + D D");
        assert_snapshot!(format!("{name}-gathered"), rig.screen());
    }
}

#[test]
fn privacy_shows_no_role() {
    let mut rig = rig();
    rig.press("g p l l");
    assert_snapshot!(rig.screen());
}

#[test]
fn what_is_not_saved_yet_stays_with_the_person_it_is_about() {
    let saltmere = id("c-saltmere");
    let mut rig = Rig::with(&DEMO);
    rig.open(&Target::Client(saltmere, Tab::Map)).press("D D");
    let (before, asked) = (rig.desk().last_step(), Words::new(Lang::En).say("map-source-type"));
    // Nobody of theirs was met: by what it is confirmed is asked first, and left open here.
    rig.click("heard 14d");
    assert!(rig.screen().contains(&asked), "{}", rig.screen());
    rig.press("<Esc>");
    // The cursor is still on the one who decides, and keys are about that one.
    rig.press("+ <Backspace> <Enter>");
    assert_eq!(rig.desk().last_step(), before + 1);
    let roles: Vec<_> = rig.book().role.iter().filter(|role| role.client == saltmere && role.to.is_none()).collect();
    let held = |kind: RoleKind| roles.iter().find(|role| role.kind == kind).map(|role| (role.person, role.certainty));
    let (decides, informs) = (held(RoleKind::Decides).unwrap(), held(RoleKind::Informs).unwrap());
    assert_eq!((decides.1, informs.1, roles.len()), (Certainty::Heard, Certainty::Heard, 2));
    let mut of = |person: Id<Person>| rig.book().stance.of(person).filter(|row| row.value == Some(1)).count();
    assert_eq!((of(decides.0), of(informs.0)), (1, 0));
}
