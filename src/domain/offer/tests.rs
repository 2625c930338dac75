//! The worked example of the offer score, the demo's board as drawn, and the ledger.

use serde_json::{Value as Json, json};

use super::*;
use crate::domain::Book;
use crate::domain::entity::Proposal;
use crate::domain::figures::State;
use crate::domain::figures::testing::{DEMO, book, client, day, demo_today, id, with};
use crate::domain::map::{Ask, Past};
use crate::domain::table::Id;

/// Interest, person, importance, and a cell for each of the four terms; none is not judged.
const CELLS: [(&str, &str, i64, [Option<i64>; 4]); 5] = [
    ("predictable cost", "Orlova", 3, [Some(2), Some(0), Some(0), Some(1)]),
    ("prestige of the partner", "Orlova", 2, [Some(0), Some(-1), Some(2), Some(0)]),
    ("budget under plan", "Benev", 3, [Some(-1), Some(2), Some(0), Some(0)]),
    ("fewer manual steps", "Li", 2, [Some(0), Some(1), Some(1), None]),
    ("no change of habits", "Petrov", 2, [Some(-1), Some(-1), Some(0), Some(-1)]),
];

fn worked(more: Json) -> Book {
    let people = [("Orlova", "board"), ("Benev", "top"), ("Li", "middle"), ("Petrov", "specialist")];
    let scores = CELLS.iter().flat_map(|(interest, _, _, cells)| {
        let row = |(at, cell): (usize, &Option<i64>)| {
            cell.map(
                |score| json!({ "term": format!("T{}", at + 1), "interest": format!("i {interest}"), "score": score }),
            )
        };
        cells.iter().enumerate().filter_map(row).collect::<Vec<_>>()
    });
    let term = |name: &str, covers: Json| json!({ "uid": name, "proposal": "offer", "label": format!("label {name}"), "covers": covers });
    let tables = json!({
        "client": [client("c", json!({}))],
        "person": people.map(|(name, _)| json!({ "uid": format!("p {name}"), "handle": name, "family_name": name })),
        "affiliation": people.map(|(name, level)| {
            json!({ "uid": format!("at {name}"), "person": format!("p {name}"), "client": "c", "level": level })
        }),
        "interest": CELLS.iter().map(|(text, person, importance, _)| json!({
            "uid": format!("i {text}"), "person": format!("p {person}"), "client": "c", "text": text, "importance": importance,
            "learned_on": "2026-11-01",
        })).collect::<Json>(),
        "need": [{
            "uid": "N1", "client": "c", "title": "pay suppliers in CNY the same day", "essential": true,
            "state": "confirmed",
        }],
        "proposal": [{ "uid": "offer", "client": "c", "title": "offer", "needs": ["N1"] }],
        "proposal_term": [
            term("T1", json!([])), term("T2", json!([])), term("T3", json!([{ "need": "N1", "cover": 2 }])),
            term("T4", json!([])),
        ],
        "term_score": scores.collect::<Json>(),
    });
    book(&json!({ "tables": with(tables, more) }))
}

fn board(book: &Book) -> Board {
    Board::of(book, id("offer"), day("2026-11-24")).unwrap()
}

#[test]
fn the_worked_example_of_the_score() {
    let book = worked(json!({}));
    let board = board(&book);
    let nets: Vec<(i64, i64)> =
        (0..5).map(|at| (board.columns[at].weight, board.net(at).unwrap() * board.columns[at].weight)).collect();
    assert_eq!(nets, [(24, 48), (16, 16), (15, 15), (6, 12), (2, -4)]);
    let score = board.score(&book);
    assert_eq!((score.value.get(), score.low, score.high), (Some(69), Some(60), Some(69)));
    assert_eq!((score.value.state(), score.value.known, score.value.of), (State::Partial, 19, 20));
    assert!(board.floor().holds());
    let losses: Vec<_> = board.losses().iter().map(|loss| loss.sentence(&book, "who-loses")).collect();
    assert_eq!(losses.len(), 1);
    assert!(format!("{losses:?}").contains("Petrov") && format!("{losses:?}").contains("no change of habits"));
    assert_eq!(board.staff_before_heads(), None, "a specialist may lose");
}

#[test]
fn dropping_the_term_that_carries_the_need_breaks_the_floor() {
    let book = worked(json!({}));
    let mut board = board(&book);
    board.drop_term(id("T3"));
    assert_eq!(board.net(1), Some(-1), "prestige");
    let score = board.score(&book);
    assert!(score.value.is_unknown() && score.low.is_none());
    assert_eq!(score.value.why.unwrap().id, "floor-not-met");
    let loss = board.staff_before_heads().unwrap();
    assert!(format!("{:?}", loss.sentence(&book, "staff-before-heads")).contains("prestige"));
}

#[test]
fn an_offer_nobody_judged_is_unknown_and_not_zero() {
    let book = worked(json!({ "term_score": [] }));
    let score = board(&book).score(&book);
    assert_eq!((score.value.state(), score.value.get()), (State::Unknown, None));
    assert_eq!(board(&book).heard(), 0);
}

#[test]
fn an_offer_that_answers_no_essential_need_leaves_it_unanswered() {
    let offer =
        |needs: Json| json!({ "proposal": [{ "uid": "offer", "client": "c", "title": "offer", "needs": needs }] });
    for (needs, left) in [(json!(["N1"]), 0), (json!([]), 1)] {
        let book = worked(offer(needs));
        let proposal = book.proposal.get(id("offer")).unwrap();
        assert_eq!((unanswered(&book, proposal).len(), uncovered(&book, proposal).len()), (left, left));
    }
}

#[test]
fn the_demo_board_is_as_drawn() {
    let board = Board::of(&DEMO, id("pr-vm-lc"), demo_today()).unwrap();
    let score = board.score(&DEMO);
    assert_eq!((score.value.get(), board.heard(), board.people), (Some(87), 4, 6));
    assert_eq!(score.value.state(), State::Known);
    let floor = board.floor();
    assert_eq!(floor.needs.iter().map(|need| (need.needed, need.cover)).collect::<Vec<_>>(), [(2, 2)]);
    let columns: Vec<_> =
        (0..4).map(|at| (board.columns[at].person, board.columns[at].weight, board.net(at))).collect();
    let drawn = [
        (id("p-sedov"), 15, Some(2)),
        (id("p-tihonov"), 10, Some(2)),
        (id("p-gordeeva"), 3, Some(-1)),
        (id("p-petrov-vm"), 6, Some(2)),
    ];
    assert_eq!(columns, drawn);
    assert_eq!(board.unheard, [id("p-kravets"), id("p-bessonova")]);
    let losses = board.losses();
    assert_eq!((losses.len(), losses[0].because.as_slice()), (1, &[id("t-vm-lc-contact")][..]));
    let reach = reach_today(id("pr-vm-lc")).unwrap();
    assert_eq!((reach.short[0].person, reach.able[0].person), (id("p-sedov"), id("p-kravets")));
    assert!(!reach.is_too_low());
    let ledger = ledger(&DEMO, id("pr-vm-lc"), demo_today());
    assert_eq!((ledger.we.count, ledger.they.count, ledger.they.without_figure), (2, 1, 1));
    assert_eq!(ledger.we.worth, [crate::domain::money::Money::new(84_000_000, "RUB".parse().unwrap())]);
    assert_eq!(ledger.unreturned_labels(&DEMO), ["Комиссия"]);
    let said = super::remarks(&DEMO, &board, &[], demo_today());
    let of = |topic| said.iter().filter(move |remark| remark.topic == topic).flat_map(|remark| &remark.texts);
    let ids: Vec<&str> = of(super::Topic::Concession).map(|text| text.id.as_str()).collect();
    assert_eq!(ids, ["remark-concession", "remark-concession-returned", "remark-concession-returned"]);
    let limit = format!("{:?}", of(super::Topic::Limit).next().unwrap());
    assert!(limit.contains("remark-able-limit-unknown") && limit.contains("role.certainty.heard"), "{limit}");
}

fn reach_today(offer: Id<Proposal>) -> Option<Reach> {
    let client = DEMO.proposal.get(offer)?.client;
    reach(&DEMO, offer, &Ask::today(client, demo_today()), &Past::default())
}

#[test]
fn the_demo_has_two_offers_above_every_limit_and_one_below_its_floor() {
    let offers = || DEMO.proposal.iter().map(|offer| crate::domain::table::Id::new(offer.head.uid));
    let too_low = offers().filter(|offer| reach_today(*offer).is_some_and(|reach| reach.is_too_low()));
    assert_eq!(too_low.count(), 2);
    let below = offers().filter(|offer| {
        let discussed = DEMO.proposal.get(*offer).is_some_and(|row| row.state.word() == "discussed");
        discussed && !Board::of(&DEMO, *offer, demo_today()).unwrap().floor().holds()
    });
    assert_eq!(below.count(), 1);
}

#[test]
fn the_worked_example_of_the_ledger() {
    let rub = |minor: i64| json!({ "minor": minor, "currency": "RUB" });
    let row = |uid: &str, term: &str, by: &str, worth: Json, back: Json| {
        json!({
            "uid": uid, "term": term, "by": by, "from_value": "a", "to_value": "b", "worth": worth,
            "in_return": back, "on": "2026-11-01",
        })
    };
    for (ours, theirs) in [(json!("payroll"), Json::Null), (Json::Null, json!("fee"))] {
        let rows = [
            row("fee", "T2", "we", rub(18_000_000), ours),
            row("payroll", "T4", "they", rub(26_000_000), theirs),
            row("cny", "T3", "we", Json::Null, Json::Null),
        ];
        let book = worked(json!({ "concession": rows }));
        let ledger = ledger(&book, id("offer"), day("2026-11-24"));
        assert_eq!((ledger.we.count, ledger.they.count, ledger.without_figure()), (2, 1, 1));
        assert_eq!((ledger.we.worth[0].minor, ledger.they.worth[0].minor), (18_000_000, 26_000_000));
        assert_eq!(ledger.unreturned_labels(&book), ["label T3"]);
    }
}
