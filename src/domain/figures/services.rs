//! Products in use: who uses what since when, which services have nobody to turn to, and what needs they serve.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::Book;
use crate::domain::date::in_force;
use crate::domain::entity::{Client, Holding, Need, Product};
use crate::domain::table::{Id, Row};
use crate::domain::words::{AnsweredByKind, Family};

/// Whether a product of ours is in use on a day.
pub fn in_use(holding: &Holding, day: NaiveDate) -> bool {
    holding.provider_other.is_none() && in_force(holding.from, holding.to, day).yes()
}

/// Who uses a product of ours, since the longest time first.
pub fn users(book: &Book, product: Id<Product>, day: NaiveDate) -> Vec<&Holding> {
    let mut users: Vec<&Holding> =
        book.holding.of(product).filter(|row| row.product == product && in_use(row, day)).collect();
    // A start that is not known stands last.
    let since = |row: &Holding| row.from.and_then(crate::domain::date::PartialDate::earliest);
    users.sort_by_key(|row| (since(row).is_none(), since(row), row.head.uid));
    users
}

/// The families of products in use at a client for which no contact is named on both sides.
pub fn unlinked(book: &Book, client: Id<Client>, day: NaiveDate) -> BTreeSet<Family> {
    let mut linked: BTreeMap<Family, bool> = BTreeMap::new();
    for row in book.holding.of(client).filter(|row| row.client == client && in_use(row, day)) {
        let Some(product) = book.product.get(row.product) else { continue };
        *linked.entry(product.family).or_default() |= row.contact_client.is_some() && row.contact_bank.is_some();
    }
    linked.into_iter().filter(|(_, linked)| !linked).map(|(family, _)| family).collect()
}

/// The needs that one product in use answers.
pub fn served_by<'a>(book: &'a Book, holding: &Holding) -> Vec<&'a Need> {
    let answers = |need: &&Need| {
        let by = |one: &crate::domain::parts::AnsweredBy| {
            one.kind == AnsweredByKind::Holding && one.r#ref.0 == holding.head.uid
        };
        need.answered_by.iter().any(by)
    };
    book.need.of(holding.uid()).filter(answers).collect()
}

/// The needs that a product serves: those its uses answer, and those that terms of offers with it cover.
pub fn served(book: &Book, product: Id<Product>) -> Vec<&Need> {
    let of_uses = book.holding.of(product).filter(|row| row.product == product).flat_map(|row| served_by(book, row));
    let terms = book.proposal_term.of(product).filter(|term| term.product == Some(product));
    let covered = terms.flat_map(|term| term.covers.iter().filter(|cover| cover.cover > 0));
    let of_offers = covered.filter_map(|cover| book.need.get(cover.need));
    let mut seen = BTreeSet::new();
    of_uses.chain(of_offers).filter(|need| seen.insert(need.head.uid)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{book, client, day, id};
    use serde_json::{Value as Json, json};

    fn bank(holdings: &Json) -> Book {
        let product =
            |uid: &str, family: &str| json!({ "uid": uid, "code": uid, "name": { "en": uid }, "family": family });
        let person = |uid: &str, side: &str| json!({ "uid": uid, "handle": uid, "family_name": uid, "side": side });
        book(&json!({ "tables": {
            "client": [client("a", json!({})), client("b", json!({}))],
            "person": [person("ours", "bank"), person("theirs", "client")],
            "product": [product("loan", "lending"), product("line", "lending"), product("debit", "cards")],
            "holding": holdings,
            "need": [
                { "uid": "n1", "client": "a", "title": "hidden", "answered_by": [{ "kind": "holding", "ref": "h1" }] },
                { "uid": "n2", "client": "a", "title": "offered" },
            ],
            "proposal": [{ "uid": "o", "client": "a", "title": "o" }],
            "proposal_term": [{
                "uid": "t", "proposal": "o", "label": "t", "kind": "other", "product": "loan",
                "covers": [{ "need": "n2", "cover": 2 }, { "need": "n1", "cover": 0 }],
            }],
        }}))
    }

    #[test]
    fn a_family_is_linked_by_one_product_with_a_contact_on_both_sides() {
        let today = day("2026-11-24");
        let both = |uid: &str, product: &str| json!({ "uid": uid, "client": "a", "product": product, "contact_client": "theirs", "contact_bank": "ours" });
        let none = |uid: &str, product: &str| json!({ "uid": uid, "client": "a", "product": product });
        let one =
            |uid: &str, product: &str| json!({ "uid": uid, "client": "a", "product": product, "contact_bank": "ours" });
        let other = json!({ "uid": "h1", "client": "a", "product": "debit", "provider_other": "another bank" });
        for (holdings, expected) in [
            (json!([none("h1", "loan"), one("h2", "debit")]), vec![Family::Lending, Family::Cards]),
            (json!([none("h1", "loan"), both("h2", "line"), one("h3", "debit")]), vec![Family::Cards]),
            (json!([other]), vec![]),
        ] {
            assert_eq!(unlinked(&bank(&holdings), id("a"), today), expected.into_iter().collect(), "{holdings}");
        }
    }

    #[test]
    fn who_uses_a_product_and_what_it_is_for() {
        let today = day("2026-11-24");
        let book = bank(&json!([
            { "uid": "h1", "client": "a", "product": "loan", "from": "2024" },
            { "uid": "h2", "client": "b", "product": "loan", "from": "2023-05" },
            { "uid": "h3", "client": "b", "product": "loan" },
            { "uid": "h4", "client": "b", "product": "loan", "from": "2020", "to": "2022", "ended_reason": "-" },
        ]));
        let users: Vec<Id<Holding>> = users(&book, id("loan"), today).iter().map(|row| row.uid()).collect();
        assert_eq!(users, [id("h2"), id("h1"), id("h3")]);
        let titles: Vec<&str> = served(&book, id("loan")).iter().map(|need| need.title.as_str()).collect();
        assert_eq!(titles, ["hidden", "offered"]);
        assert!(served(&book, id("debit")).is_empty());
    }
}
