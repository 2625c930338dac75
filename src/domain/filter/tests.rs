//! Filters of the demo's lists.

use super::*;
use crate::domain::date::parse_local;
use crate::domain::figures::testing::{DEMO, demo_today};
use crate::domain::figures::view::View;
use proptest::prelude::*;

fn cx() -> EntryContext<'static> {
    EntryContext::new(&DEMO, parse_local("2026-11-23T08:00").unwrap())
}

fn fitting(entity: Entity, typed: &str) -> Vec<String> {
    static VIEW: std::sync::LazyLock<View<'static>> = std::sync::LazyLock::new(|| View::on(&DEMO, demo_today()));
    let filter = Filter::read(entity, typed, &cx()).unwrap_or_else(|sentence| panic!("{typed}: {sentence:?}"));
    let computed = OnDay { view: &VIEW, spellings: &Spellings::default() };
    let mut found: Vec<String> = DEMO
        .rows(entity)
        .filter(|row| filter.fits(&DEMO, *row, &computed))
        .map(|row| crate::domain::naming::label(&DEMO, entity, row.uuid()))
        .collect();
    found.sort();
    found
}

#[test]
fn words_and_keys_choose_clients() {
    let all = DEMO.client.len();
    assert_eq!(fitting(Entity::Client, "").len(), all);
    assert_eq!(fitting(Entity::Client, "волга металл"), ["Волга-металл"]);
    assert_eq!(fitting(Entity::Client, "volga metall"), ["Волга-металл"]);
    assert_eq!(fitting(Entity::Client, "handle:volga-metall"), ["Волга-металл"]);
    assert_eq!(fitting(Entity::Client, "kind:individual").len(), 3);
    assert_eq!(fitting(Entity::Client, "-kind:ind").len(), all - 3);
    assert_eq!(fitting(Entity::Client, "stage:2..4").len(), fitting(Entity::Client, "stage:>=2 stage:<5").len());
    assert_eq!(fitting(Entity::Client, "region:unknown"), fitting(Entity::Client, "unknown:region"));
    let tiers =
        ["mv", "strategic", "w", "ballast", "?"].map(|tier| fitting(Entity::Client, &format!("tier:{tier}")).len());
    assert_eq!(tiers.iter().sum::<usize>(), all, "{tiers:?}");
    assert!(!fitting(Entity::Client, "tier:mv").is_empty());
}

#[test]
fn figures_choose_clients() {
    let overdue = fitting(Entity::Client, "overdue");
    assert!(!overdue.is_empty() && overdue.len() < DEMO.client.len());
    assert_eq!(fitting(Entity::Client, "overdue:yes"), overdue);
    assert_eq!(fitting(Entity::Client, "overdue:1"), overdue);
    assert_eq!(fitting(Entity::Client, "-overdue").len(), DEMO.client.len() - overdue.len());
    assert!(fitting(Entity::Client, "overdue:>1000").is_empty());
    let unknown = fitting(Entity::Client, "unknown:budgets");
    assert!(!unknown.is_empty() && unknown.len() < DEMO.client.len(), "{unknown:?}");
    assert!(fitting(Entity::Client, "unknown").len() >= unknown.len());
    assert!(!fitting(Entity::Client, "late").is_empty());
}

#[test]
fn other_lists_are_filtered_alike() {
    let promises = fitting(Entity::Commitment, "who:we state:open");
    assert!(!promises.is_empty());
    assert!(fitting(Entity::Commitment, "late who:we").len() < promises.len());
    assert_eq!(fitting(Entity::Commitment, "state:late"), fitting(Entity::Commitment, "late"));
    assert!(!fitting(Entity::Commitment, "due:2026-11").is_empty());
    assert_eq!(fitting(Entity::Visit, "start:2026-11-23"), fitting(Entity::Visit, "start:today"),);
    assert!(!fitting(Entity::Visit, "start:today").is_empty());
    assert!(!fitting(Entity::Visit, "client:volga state:held").is_empty());
    assert!(!fitting(Entity::Need, "essential voice:hidden").is_empty());
    assert!(!fitting(Entity::Role, "person:петров kind:prepares").is_empty());
    assert!(!fitting(Entity::Person, "side:bank").is_empty());
    assert!(!fitting(Entity::Person, "tier:mv").is_empty());
    assert!(!fitting(Entity::Role, "limit:>1000").is_empty());
}

#[test]
fn what_is_not_understood_is_refused() {
    for (entity, typed, id) in [
        (Entity::Client, "regoin:x", "unknown-field-similar"),
        (Entity::Client, "qqqqqq:x", "unknown-field"),
        (Entity::Client, "tier:gold", "invalid-word"),
        (Entity::Client, "kind:bank", "invalid-word"),
        (Entity::Client, "stage:many", "not-a-number"),
        (Entity::Client, "assigned_on:03/04/26", "ambiguous-date"),
        (Entity::Need, "essential:perhaps", "not-yes-or-no"),
        (Entity::Client, "unknown:nothing_of_it", "unknown-field"),
    ] {
        let found = Filter::read(entity, typed, &cx()).map(drop).map_err(|sentence| sentence.id);
        assert_eq!(found, Err(id.to_owned()), "{typed}");
    }
}

proptest! {
    #[test]
    fn no_filter_panics(typed in any::<String>(), keys in "(-?[a-z_]{0,8}:?[<>=.0-9a-zа-я\"]{0,6} ){0,3}") {
        for text in [&typed, &keys] {
            for entity in [Entity::Client, Entity::Visit, Entity::Commitment] {
                if let Ok(filter) = Filter::read(entity, text, &cx()) {
                    let view = View::on(&DEMO, demo_today());
                    for row in DEMO.rows(entity).take(2) {
                        filter.fits(&DEMO, row, &OnDay { view: &view, spellings: &Spellings::default() });
                    }
                }
            }
        }
    }
}

#[test]
fn a_filter_is_kept_under_a_name_once_and_only_if_it_can_be_read() {
    let kept = |name: &str, text: &str| -> Result<Vec<serde_json::Value>, Sentence> {
        match save_as(name, text, &cx())? {
            crate::domain::Edit::Together { edits, .. } => match edits.as_slice() {
                [crate::domain::Edit::Amend(amend)] => Ok(amend.fields["saved_filters"].as_array().unwrap().clone()),
                edits => panic!("{edits:?}"),
            },
            edit => panic!("{edit:?}"),
        }
    };
    let before = DEMO.settings().saved_filters.clone();
    let added = kept(" Port ", "tag:port").unwrap();
    assert_eq!(added.len(), before.len() + 1);
    assert_eq!(added.last().unwrap(), &serde_json::json!({ "name": "Port", "text": "tag:port" }));
    let replaced = kept(&before[0].name.to_uppercase(), "tag:port").unwrap();
    assert_eq!((replaced.len(), &replaced[0]["text"]), (before.len(), &"tag:port".into()));
    assert_eq!(kept("Colours", "colour:red").unwrap_err().id, "unknown-field");
}

#[test]
fn archived_clients_are_listed_where_a_status_is_asked_for() {
    let client = |status: ClientStatus| Client { status, ..DEMO.client.iter().next().unwrap().clone() };
    for (typed, archived) in [("", false), ("tag:port", false), ("state:arch", true), ("-status:active", true)] {
        let filter = Filter::read(Entity::Client, typed, &cx()).unwrap();
        assert_eq!(filter.lists(&client(ClientStatus::Archived)), archived, "{typed}");
        assert!(filter.lists(&client(ClientStatus::Left)) && !filter.lists(&client(ClientStatus::Merged)), "{typed}");
    }
}

#[test]
fn a_row_is_spelt_anew_when_it_or_its_client_has_changed() {
    let mut book = DEMO.clone();
    let spellings = Spellings::default();
    let need = DEMO.need.iter().next().unwrap();
    let found = |book: &Book, typed: &str| {
        let view = View::on(book, demo_today());
        let filter = Filter::read(Entity::Need, typed, &cx()).unwrap();
        filter.fits(
            book,
            book.need.get(crate::domain::Row::uid(need)).unwrap(),
            &OnDay { view: &view, spellings: &spellings },
        )
    };
    assert!(!found(&book, "zzyzx"));
    let mut client = DEMO.client.get(need.client).unwrap().clone();
    (client.name, client.head.rev) = ("Zzyzx".to_owned(), client.head.rev + 1);
    book.put(crate::domain::Row::into_record(client));
    assert!(found(&book, "zzyzx"));
}
