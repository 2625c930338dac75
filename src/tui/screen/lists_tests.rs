//! The person's card, the people of a client, the catalogue and the settings, as they are looked at and used.

use crate::domain::figures::testing::DEMO;
use crate::domain::words::{ProblemState, ProposalState};
use crate::domain::{Arg, Client, Entity, Id, Person};
use crate::i18n::{Lang, Words};
use crate::tui::rig::Rig;
use crate::tui::target::{Tab, Target};

fn client(name: &str) -> Id<Client> {
    Id::new(DEMO.client.iter().find(|client| client.name.contains(name)).unwrap().head.uid)
}

fn person(family: &str) -> Id<Person> {
    let is = |person: &&Person| person.family_name.as_deref() == Some(family);
    Id::new(DEMO.person.iter().find(is).unwrap().head.uid)
}

fn rig() -> Rig {
    Rig::with(&DEMO)
}

#[test]
fn a_card_shows_every_client_and_hides_what_is_personal_in_privacy_mode() {
    let mut rig = rig().lang(Lang::Ru);
    rig.open(&Target::Person(person("Седов")));
    insta::assert_snapshot!("card_ru_80x24", rig.screen());
    rig.press("g p");
    insta::assert_snapshot!("card_ru_80x24_privacy", rig.screen());
}

#[test]
fn a_number_or_an_address_is_opened_from_the_card_and_the_list_of_people() {
    for (target, keys) in [
        (Target::Person(person("Седов")), "3 o"),
        (Target::Person(person("Седов")), "o"),
        (Target::Client(client("Волга Металл"), Tab::People), "o"),
    ] {
        let mut rig = rig();
        rig.open(&target).press(keys);
        let opened = rig.asked.opened.first().map(|link| link.display().to_string()).unwrap_or_default();
        assert!(opened.starts_with("tel:+") && rig.status().contains(&opened), "{opened} {}", rig.screen());
    }
    let mut rig = rig();
    rig.asked.opens_nothing = true;
    rig.open(&Target::Person(person("Седов"))).press("3 o");
    let none = Words::new(Lang::En).say_with("link-not-opened", &[("link", Arg::text("tel:"))]);
    assert_eq!(rig.status().get(..20), none.get(..20), "{}", rig.screen());
}

#[test]
fn a_number_is_copied_and_the_person_edited_from_the_card() {
    let mut rig = rig();
    rig.open(&Target::Person(person("Седов"))).press("3 y");
    assert_eq!(rig.asked.copied.len(), 1, "{}", rig.screen());
    assert!(rig.asked.copied[0].len() > 5);
    rig.press("e");
    assert!(rig.screen().starts_with(" Person: "), "{}", rig.screen());
}

#[test]
fn the_people_of_a_client_are_added_and_ended() {
    let mut rig = rig();
    let volga = client("Волга Металл");
    rig.open(&Target::Client(volga, Tab::People));
    insta::assert_snapshot!("people_en_80x24", rig.screen());
    let people = rig.book().person.len();
    rig.press("a Неизвестнов <Enter>");
    assert!(rig.screen().contains("Неизвестнов"), "{}", rig.screen());
    rig.press("<C-s>");
    assert_eq!(rig.book().person.len(), people + 1, "{}", rig.screen());
    assert!(rig.screen().contains("Неизвестнов"), "{}", rig.screen());
    rig.press("1 <Enter>");
    assert!(!rig.screen().contains("[7 People]"), "{}", rig.screen());
}

#[test]
fn the_catalogue_is_one_list_with_sections_and_a_filter() {
    let mut rig = rig();
    rig.open(&Target::Catalogue);
    insta::assert_snapshot!("catalogue_en_80x24", rig.screen());
    rig.press("2 e");
    assert!(rig.screen().starts_with(" Standard answer: "), "{}", rig.screen());
    rig.press("<Esc> 3 a");
    assert!(rig.screen().contains("Person: new"), "{}", rig.screen());
    rig.press("<Esc> <Esc> f zzzz <Enter>");
    assert!(rig.screen().contains("zzzz"), "{}", rig.screen());
}

#[test]
fn the_settings_are_listed_in_groups_with_what_each_does() {
    for (lang, size) in [(Lang::En, (80, 24)), (Lang::Bg, (100, 28)), (Lang::Zh, (60, 15))] {
        let mut rig = rig().lang(lang).size(size.0, size.1);
        rig.open(&Target::Settings).press("j j");
        insta::assert_snapshot!(format!("settings_{}_{}x{}", lang.word(), size.0, size.1), rig.screen());
    }
}

#[test]
fn every_one_of_them_is_drawn_in_every_size() {
    for (lang, size) in [(Lang::En, (60, 15)), (Lang::Ru, (100, 28)), (Lang::Bg, (60, 15)), (Lang::Zh, (160, 50))] {
        let mut rig = rig().lang(lang).size(size.0, size.1);
        for target in [
            Target::Catalogue,
            Target::Settings,
            Target::Client(client("Волга Металл"), Tab::People),
            Target::Person(person("Седов")),
        ] {
            rig.open(&target).press("G g g");
            assert!(!rig.screen().trim().is_empty());
        }
    }
}

#[test]
fn a_page_is_opened_for_the_client_wherever_it_is_known() {
    for keys in ["w", "a w"] {
        let mut rig = rig();
        rig.open(&Target::Client(client("Волга Металл"), Tab::Money)).press(keys);
        assert!(!rig.screen().contains("[5 Money]"), "{}", rig.screen());
    }
}

#[test]
fn delete_asks_and_takes_the_line_out() {
    for (target, keys) in [
        (Target::Client(client("Волга Металл"), Tab::Money), "G <Delete>"),
        (Target::Person(person("Седов")), "4 <Delete>"),
    ] {
        let mut rig = rig();
        let step = rig.desk().last_step();
        rig.open(&target).press(keys);
        assert!(rig.screen().contains(&crate::i18n::Words::new(Lang::En).say("question-answers")), "{}", rig.screen());
        rig.press("n");
        assert_eq!(rig.desk().last_step(), step);
    }
}

#[test]
fn a_need_is_dropped_in_its_form_where_there_is_room_to_say_why() {
    let mut rig = rig();
    rig.open(&Target::Needs).press("<Delete>");
    insta::assert_snapshot!("need_dropped_en_80x24", rig.screen());
}

#[test]
fn the_journal_and_what_was_saved_name_nothing_in_privacy_mode() {
    let mut rig = rig();
    rig.open(&Target::Client(client("Волга Металл"), Tab::Needs)).press("g p <Space>");
    let title = rig.desk().steps(crate::desk::StepFilter::default()).unwrap().pop().unwrap().title;
    let title = crate::i18n::Words::new(Lang::En).sentence(&title);
    assert!(!rig.screen().contains(&title), "{}", rig.screen());
    rig.press("g h");
    assert!(!rig.screen().contains(&title), "{}", rig.screen());
}

/// The lines of the list of clients.
fn names(rig: &mut Rig) -> Vec<String> {
    let cells = |line: &str| line.chars().skip(1).take(12).collect::<String>().trim().to_owned();
    let screen = rig.screen();
    let rows = screen.lines().count() - 1;
    screen.lines().take(rows).skip(2).map(cells).filter(|name| !name.is_empty()).collect()
}

/// The name of the client that is open.
fn open_client(rig: &mut Rig) -> String {
    rig.screen().lines().next().unwrap_or_default().trim().to_owned()
}

#[test]
fn several_pasted_names_are_clients_in_one_step() {
    let mut rig = rig();
    let (clients, step) = (rig.book().client.len(), rig.desk().last_step());
    rig.press("g c a");
    rig.paste(&["Altair", "Borealis", "", "Castor", ""].join("\n"));
    assert_eq!((rig.book().client.len(), rig.desk().last_step()), (clients + 3, step + 1), "{}", rig.screen());
    rig.press("<Esc> u");
    assert_eq!(rig.book().client.len(), clients);
}

#[test]
fn what_cannot_be_saved_stays_in_the_line() {
    let mut rig = rig();
    let clients = rig.book().client.len();
    rig.press("g c a");
    rig.paste(&format!("Altair\n{}", "x".repeat(161)));
    assert_eq!(rig.book().client.len(), clients);
    rig.press("<Home>");
    assert!(rig.screen().contains("Altair | xxx"), "{}", rig.screen());
    rig.press("<Esc> a Altair <Enter> Castor <Enter>");
    assert_eq!(rig.book().client.len(), clients + 2);
}

#[test]
fn a_filter_is_given_a_name_and_called_again() {
    let mut rig = rig();
    rig.press("g c");
    let (all, before) = (names(&mut rig), rig.book().settings().saved_filters.len());
    rig.press("f state:prospect <Enter> F Prospects <Enter>");
    assert_eq!(rig.book().settings().saved_filters.len(), before + 1, "{}", rig.screen());
    let prospects = names(&mut rig);
    assert!(prospects.len() < all.len());
    rig.press("<Esc>");
    assert_eq!(names(&mut rig), all);
    rig.press("F");
    insta::assert_snapshot!("filters_en_80x24", rig.screen());
    rig.press("prosp <Enter>");
    assert_eq!(names(&mut rig), prospects);
    rig.press("f <C-u> stage:3 <Enter> F Prospects <Down> <Enter>");
    let saved = rig.book().settings().saved_filters.last().unwrap();
    assert_eq!((saved.name.as_str(), saved.text.as_str()), ("Prospects", "stage:3"));
}

#[test]
fn a_filter_that_cannot_be_read_is_not_left() {
    let mut rig = rig();
    rig.press("g c f colour:red <Enter>");
    let words = crate::i18n::Words::new(Lang::En);
    assert!(!rig.screen().contains(&words.say("clients-none")));
    rig.press("x");
    assert!(rig.screen().contains("colour:redx"), "{}", rig.screen());
}

#[test]
fn the_neighbour_is_that_of_the_list_the_client_was_opened_from() {
    let mut rig = rig();
    rig.press("g c s o <Enter>");
    let first = open_client(&mut rig);
    rig.press("<Esc> j <Enter>");
    let second = open_client(&mut rig);
    assert_ne!(first, second);
    rig.press("K");
    assert_eq!(open_client(&mut rig), first);
    rig.press("5 J");
    assert_eq!(open_client(&mut rig), second);
    assert!(rig.screen().contains("[5 Money]"), "{}", rig.screen());
    // The cursor has gone along.
    rig.press("<Esc> <Enter>");
    assert_eq!(open_client(&mut rig), second);
    // A client opened from nowhere stands among all of them.
    rig.press("g t");
    rig.open(&Target::Client(client("Волга Металл"), Tab::Overview)).press("J K");
    assert!(open_client(&mut rig).contains("Волга Металл"), "{}", rig.screen());
}

#[test]
fn the_visits_of_the_day_are_walked_in_their_order() {
    for screen in ["g t", "g v"] {
        let mut rig = rig();
        rig.press(screen).press("g g c");
        assert!(open_client(&mut rig).contains("Синева"), "{screen}: {}", rig.screen());
        rig.press("J");
        assert!(open_client(&mut rig).contains("Волга Металл"), "{screen}: {}", rig.screen());
        // The cursor has gone along.
        rig.press("<Esc> c");
        assert!(open_client(&mut rig).contains("Волга Металл"), "{screen}: {}", rig.screen());
    }
}

#[test]
fn needs_are_filtered_by_the_grammar_of_all_lists() {
    let mut rig = rig();
    rig.press("g n");
    let all = rig.screen();
    rig.press("f voice:hidden <Enter>");
    let hidden = rig.screen();
    rig.press("<Esc>");
    assert_eq!(rig.screen(), all);
    rig.press("f -voice:stated <Enter>");
    let rows = |screen: &str| screen.lines().skip(2).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rows(&rig.screen()), rows(&hidden));
    assert_ne!(rows(&hidden), rows(&all));
}

#[test]
fn what_ends_with_a_reason_is_asked_for_it_in_its_form() {
    let promise = DEMO.commitment.iter().find(|row| row.state.is_open()).unwrap();
    let problem = DEMO.problem.iter().find(|row| row.state == ProblemState::Open).unwrap();
    let offer = DEMO.proposal.iter().find(|row| row.state == ProposalState::Draft).unwrap();
    for (entity, client, tab, keys) in [
        (Entity::Commitment, promise.client, Tab::Log, "f p"),
        (Entity::Problem, problem.client, Tab::Log, "f b"),
        (Entity::Proposal, offer.client, Tab::Offers, ""),
    ] {
        let mut rig = rig();
        rig.open(&Target::Client(client, tab)).press(keys);
        let step = rig.desk().last_step();
        let words = crate::i18n::Words::new(Lang::En);
        let form = format!(" {}: ", words.term(&entity.term()));
        let ways = ["way-commitment-cancel", "way-commitment-cancel-theirs", "way-problem-reject"];
        for _ in 0..20 {
            rig.press("<Delete>");
            let screen = rig.screen().to_lowercase();
            let is_box = ways.iter().any(|way| screen.contains(&format!("─{}", words.say(way).to_lowercase())));
            if is_box || screen.starts_with(&form.to_lowercase()) {
                break;
            }
            rig.press("n j");
        }
        insta::assert_snapshot!(format!("ending_{}_en_80x24", entity.table()), rig.screen());
        assert_eq!(rig.desk().last_step(), step);
    }
}

#[test]
fn a_wide_screen_shows_the_page_before_a_visit_in_two_columns() {
    let mut rig = rig().lang(Lang::Ru).size(160, 30);
    rig.press("<Enter>");
    insta::assert_snapshot!("before_ru_160x30", rig.screen());
    // The cursor goes on from the end of the left column to the top of the right one.
    rig.press("5");
    insta::assert_snapshot!("before_ru_160x30_promises", rig.screen());
}

#[test]
fn the_palette_names_a_record_once() {
    let mut rig = rig();
    rig.press("g c <Enter> 3 4 5 <C-p>");
    let name = &DEMO.client.iter().find(|row| row.name.starts_with("Ashcombe")).unwrap().name;
    let named = |line: &&str| line.contains(name.as_str());
    assert_eq!(rig.screen().lines().skip(1).filter(named).count(), 1, "{}", rig.screen());
}

#[test]
fn the_bar_of_tabs_fits_a_narrow_window() {
    let mut rig = rig().lang(Lang::Ru).size(60, 15);
    rig.open(&Target::Client(client("Волга Металл"), Tab::People));
    assert_eq!(rig.screen().lines().nth(1).unwrap().trim(), "1 2 3 4 5 6 [7 Люди] 8");
}

#[test]
fn whom_to_tell_first_is_one_key_from_a_need_and_one_back() {
    let mut rig = rig().size(100, 28);
    rig.open(&Target::Needs);
    let all = rig.screen();
    rig.press("T");
    insta::assert_snapshot!("whom_to_tell_en_100x28", rig.screen());
    rig.press("T");
    assert_eq!(rig.screen(), all);
    rig.press("T <Esc>");
    assert_eq!(rig.screen(), all);
}

#[test]
fn what_is_found_is_named_once_and_its_words_use_the_free_cells() {
    for (lang, width) in [(Lang::En, 80), (Lang::Ru, 100), (Lang::Zh, 160)] {
        let mut rig = rig().lang(lang).size(width, 30);
        rig.press("/ limit");
        insta::assert_snapshot!(format!("search_{lang:?}_{width}"), rig.screen());
    }
}

#[test]
fn what_is_added_on_a_list_stands_under_the_cursor() {
    for (target, entity) in [(Target::Needs, Entity::Need), (Target::Offers, Entity::Proposal)] {
        let mut rig = rig();
        rig.open(&target).press("j j a").paste("Brand new").press("<C-s> e");
        assert!(rig.screen().lines().next().unwrap().contains("Brand new"), "{entity:?} {}", rig.screen());
    }
}

#[test]
fn a_log_of_one_kind_adds_that_kind() {
    let words = Words::new(Lang::En);
    for (keys, entity) in [("f p a", "entity.commitment"), ("f s a", "entity.satisfaction"), ("f o a", "entity.note")] {
        let mut rig = Rig::with(&DEMO);
        rig.open(&Target::Client(client("Волга"), Tab::Log)).press(keys);
        let new = words.term(entity);
        assert!(rig.screen().lines().next().unwrap_or_default().contains(&new), "{keys}: {}", rig.screen());
    }
}
