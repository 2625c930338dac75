//! Names of the demo portfolio, typed in every way that must find them.

use super::*;
use crate::domain::figures::testing::DEMO;

fn book() -> &'static Book {
    &DEMO
}

fn handle(found: &Found) -> String {
    let handle = |entity: Entity, uuid: Uuid| match entity {
        Entity::Client => book().client.by_uuid(uuid).unwrap().handle.clone(),
        Entity::Person => book().person.by_uuid(uuid).unwrap().handle.clone(),
        entity => label(book(), entity, uuid),
    };
    match found {
        Found::One(entity, uuid) => handle(*entity, *uuid),
        Found::None { similar } => format!("nothing, like {}", similar.join(" ")),
        Found::Several(all) => all.iter().map(|(entity, uuid)| handle(*entity, *uuid)).collect::<Vec<_>>().join(" | "),
    }
}

#[test]
fn clients_are_found_by_handle_and_by_names_that_fit_one() {
    for (typed, expected) in [
        ("volga-metall", "volga-metall"),
        ("VOLGA-METALL", "volga-metall"),
        ("Волга Металл", "volga-metall"),
        ("ООО «Волга Металл»", "volga-metall"),
        ("волга-металл", "volga-metall"),
        ("Volga Metal", "volga-metall"),
        ("металл", "volga-metall"),
        ("агро тракена", "agro-trakena"),
        ("trakena", "agro-trakena"),
        ("鹤溦生物", "hewei"),
        ("hewei", "hewei"),
        ("quenby", "quenby"),
        ("client:velkov", "velkov"),
        ("mramoritsa", "mramorica"),
        ("mramorica kabel", "mramorica"),
        ("Нет такого", "nothing, like "),
        ("kvenby", "nothing, like quenby"),
        ("", "nothing, like "),
        ("«»", "nothing, like "),
    ] {
        assert_eq!(handle(&find(book(), Entity::Client, typed)), expected, "{typed}");
    }
    assert!(matches!(find(book(), Entity::Client, "волга"), Found::Several(all) if all.len() >= 3));
}

#[test]
fn people_are_found_across_scripts_and_namesakes_are_listed() {
    for (typed, expected) in [
        ("hadzhiev", "hadzhiev"),
        ("khadjiev", "hadzhiev"),
        ("Хаджиев", "hadzhiev"),
        ("Пламен Хаджиев", "hadzhiev"),
        ("赵明远", "zhao"),
        ("Zhao Mingyuan", "zhao"),
        ("Тихонов", "tihonov"),
        ("tikhonov", "tihonov"),
        ("Бессонова", "bessonova"),
        ("бессон", "bessonova"),
        ("Иван Петров", "petrov-at | petrov-vm"),
        ("Петров Иван Михайлович", "petrov-vm"),
        ("person:velkov", "velkov"),
    ] {
        assert_eq!(handle(&find(book(), Entity::Person, typed)), expected, "{typed}");
    }
}

#[test]
fn a_prefix_says_which_of_a_client_and_a_person_is_meant() {
    assert_eq!(handle(&find_who(book(), "velkov")), "velkov | velkov");
    assert!(matches!(find_who(book(), "person:velkov"), Found::One(Entity::Person, _)));
    assert!(matches!(find_who(book(), "client:velkov"), Found::One(Entity::Client, _)));
    assert!(matches!(find_who(book(), "volga-metall"), Found::One(Entity::Client, _)));
    assert!(matches!(find_who(book(), "Хаджиев"), Found::One(Entity::Person, _)));
}

#[test]
fn a_uid_or_its_beginning_names_any_row() {
    for need in &book().need {
        let uid = need.head.uid;
        assert_eq!(find(book(), Entity::Need, &uid.to_string()), Found::One(Entity::Need, uid));
        let short = short_uid(book(), Entity::Need, uid);
        assert_eq!(find(book(), Entity::Need, &short), Found::One(Entity::Need, uid), "{short}");
        assert_eq!(find_any(book(), &uid.to_string()), Found::One(Entity::Need, uid));
    }
}

#[test]
fn a_visit_is_a_client_and_a_day() {
    for visit in &book().visit {
        let client = &book().client.get(visit.client).unwrap().handle;
        let exact = format!("{client}@{}", crate::domain::date::local_text(visit.start));
        assert!(matches!(find(book(), Entity::Visit, &exact), Found::One(..) | Found::Several(_)), "{exact}");
    }
    let near = find(book(), Entity::Visit, "volga-metall@2026-11-24");
    assert!(matches!(&near, Found::None { similar } if similar[0] == "volga-metall@2026-11-23"), "{near:?}");
    assert_eq!(find(book(), Entity::Visit, "nobody@2026-11-23"), Found::nothing());
    assert_eq!(find(book(), Entity::Visit, "volga-metall@"), Found::nothing());
}

#[test]
fn what_is_wrong_in_the_name_of_a_visit_is_named() {
    for (text, id, input) in [
        ("volga-metall@2026-13-45", "not-a-visit-day", "2026-13-45"),
        ("volga-metall@", "not-a-visit-day", ""),
        ("volga-metall@2026-11-23T25:00", "not-a-visit-day", "2026-11-23T25:00"),
        ("nobodyatall@2026-11-23", "not-found", "nobodyatall"),
        ("volga-metall@2026-11-24", "not-found-similar", "volga-metall@2026-11-24"),
    ] {
        let wrong = find(book(), Entity::Visit, text).one(book(), Entity::Visit, text).unwrap_err();
        assert_eq!(wrong.id, id, "{text}");
        assert!(wrong.args.contains(&("input".to_owned(), Arg::text(input))), "{text}: {wrong:?}");
    }
}

#[test]
fn every_row_has_a_label_and_is_found_by_it_or_listed() {
    for entity in Entity::ALL.iter().copied().filter(|entity| *entity != Entity::Settings) {
        for row in book().rows(entity).take(40) {
            let label = label(book(), entity, row.uuid());
            assert!(!label.is_empty(), "{entity:?}");
            let found = find(book(), entity, &label);
            assert!(!matches!(found, Found::None { .. }), "{entity:?} {label}");
        }
    }
}

#[test]
fn the_sentence_names_what_fits() {
    let sentence = find(book(), Entity::Person, "Иван Петров").one(book(), Entity::Person, "Иван Петров").unwrap_err();
    assert_eq!(sentence.id, "several-fit");
    let sentence = find(book(), Entity::Client, "kvenby").one(book(), Entity::Client, "kvenby").unwrap_err();
    assert_eq!(sentence.id, "not-found-similar");
}
