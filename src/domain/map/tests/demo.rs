//! The maps of the demo as they are drawn.

use super::*;

fn name_of(book: &Book, person: Id<Person>) -> String {
    book.person.get(person).map(Person::short_name).unwrap_or_default()
}

#[test]
fn the_demo_maps_are_as_drawn() {
    for (name, completeness, percent, known, of) in
        [("c-volga-metall", 54, Some(53), 4, 6), ("c-kaliakra", 48, Some(50), 2, 5)]
    {
        let map = DecisionMap::today(&DEMO, id(name), demo_today());
        let balance = map.balance;
        assert_eq!(
            (map.completeness, balance.percent, balance.known, balance.of),
            (completeness, percent, known, of),
            "{name}"
        );
    }
}

fn drawn(book: &Book, map: &DecisionMap) -> Vec<String> {
    let cell = |holder: &Holder| {
        let name = name_of(book, holder.person);
        format!("{} {} {} {}", name, holder.certainty.word(), holder.freshness.word(), holder.age_days)
    };
    let rows = completeness::from_the_top().chain(OTHERS).filter_map(|kind| map.row(kind));
    rows.map(|row| format!("{}: {}", row.kind.word(), row.holders.iter().map(cell).collect::<Vec<_>>().join(", ")))
        .collect()
}

#[test]
fn volga_metall_holds_what_is_drawn() {
    let map = DecisionMap::today(&DEMO, id("c-volga-metall"), demo_today());
    assert_eq!(
        drawn(&DEMO, &map),
        [
            "decides: Седов confirmed fresh 95, Кравец heard fresh 11",
            "budgets: Бессонова heard fresh 32",
            "speaks_for: Тихонов heard fresh 95",
            "agrees: Гордеева confirmed old 655",
            "prepares: Петров confirmed fresh 11",
            "influences: Кравец confirmed old 809",
            "operates: Гордеева confirmed old 2869",
            "informs: ",
        ]
    );
    let columns: Vec<String> = map
        .columns
        .iter()
        .map(|column| {
            let level = column.level.map_or("?", |level| level.word());
            let up = if column.above { "^" } else { "" };
            let (stance, influence) = (column.attitude.stance(), column.attitude.influence());
            format!("{} {level}{up} {stance:?} {influence:?}", name_of(&DEMO, column.person))
        })
        .collect();
    assert_eq!(
        columns,
        [
            "Кравец board None None",
            "Бессонова top^ None None",
            "Седов top Some(1) Some(5)",
            "Тихонов top Some(2) Some(4)",
            "Гордеева middle Some(0) Some(3)",
            "Петров middle Some(1) Some(3)",
        ]
    );
    let order: Vec<_> = map.columns.iter().map(|column| column.person).collect();
    let chains = map.lines.chains(&order);
    let names = |people: &[Id<Person>]| people.iter().map(|one| name_of(&DEMO, *one)).collect::<Vec<_>>().join(", ");
    let chains: Vec<_> = chains.iter().map(|chain| (names(&chain.lowest), names(&chain.bosses))).collect();
    assert_eq!(chains, [("Гордеева, Петров".to_owned(), "Седов, Кравец".to_owned())]);
    let listens: Vec<_> = map.lines.influences.iter().map(|line| (names(&[line.from]), line.strength)).collect();
    assert_eq!(listens, [("Кравец".to_owned(), Some(3)), ("Тихонов".to_owned(), Some(2))]);
    let findings: Vec<_> = map
        .findings
        .iter()
        .map(|found| (found.kind.word(), found.step.unwrap().word(), names(&[found.person.unwrap()])))
        .collect();
    assert_eq!(
        findings,
        [
            ("unknown_stance", "decides", "Кравец".to_owned()),
            ("unknown_stance", "budgets", "Бессонова".to_owned()),
            ("stale", "agrees", "Гордеева".to_owned()),
        ]
    );
}

#[test]
fn kaliakra_holds_what_is_drawn_and_velkov_is_the_road() {
    let map = DecisionMap::today(&DEMO, id("c-kaliakra"), demo_today());
    assert_eq!(
        drawn(&DEMO, &map)[..5],
        [
            "decides: Радев heard ask 193",
            "budgets: Стоева confirmed old 719",
            "speaks_for: Радев confirmed ask 193",
            "agrees: Хаджиев confirmed fresh 14",
            "prepares: Стоева confirmed fresh 14",
        ]
    );
    let offer = Ask::today(id("c-kaliakra"), demo_today()).offer(Some(id("pr-kt-crane")));
    let of_offer = DecisionMap::of(&DEMO, offer, &Past::default());
    assert_eq!(drawn(&DEMO, &of_offer)[4], "prepares: Хаджиев confirmed fresh 14");
    let lawyer = of_offer.column(id("p-hadzhiev")).unwrap().attitude;
    assert_eq!((lawyer.stance(), lawyer.influence()), (Some(-1), Some(3)), "cool on the offer");
    assert!(kinds(&map).contains(&"limit_too_low"), "{:?}", kinds(&map));
    let road = roads::roads(&DEMO, id("c-kaliakra"), demo_today())[0];
    assert_eq!((road.person, road.influences, road.strength), (id("p-velkov"), id("p-radev"), Some(3)));
    assert_eq!(road.elsewhere, id("c-agro-trakena"));
    assert_eq!(road.next.unwrap().day(DEMO.settings().zone), day("2026-11-25"));
}

#[test]
fn the_demo_has_one_of_each_warning_that_it_was_made_to_have() {
    let maps: Vec<DecisionMap> =
        DEMO.client.iter().map(|row| DecisionMap::today(&DEMO, Id::new(row.head.uid), demo_today())).collect();
    let count = |kind| maps.iter().filter(|map| map.findings.iter().any(|found| found.kind == kind)).count();
    let through = maps.iter().filter(|map| findings::everything_through(&DEMO, map).is_some());
    let served = |map: &&DecisionMap| {
        let status = DEMO.client.get(map.ask.client).map(|client| client.status.word());
        matches!(status, Some("prospect" | "active" | "dormant"))
    };
    let through = through.filter(served).count();
    let counts = [FindingKind::Left, FindingKind::Conflict, FindingKind::LimitTooLow].map(count);
    assert_eq!((counts, through), ([1, 1, 2], 1));
}
