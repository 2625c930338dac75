//! The pushing check: whether a visit offers a product before the need is known. It warns and never blocks.

use super::book::Book;
use super::entity::{Client, Need, Product, Proposal, Visit};
use super::sentence::{Arg, Sentence};
use super::table::Id;
use super::text::fold;
use super::words::{ClientStatus, PushCheck};

/// How much a warning weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Said in grey.
    Note,
    Warn,
    /// Must be answered.
    Strong,
}

/// What the check found in a visit that offers something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Push {
    pub strength: Strength,
    pub text: Sentence,
    /// Products named in the texts, by code.
    pub products: Vec<Id<Product>>,
    /// The manager has answered that it stays, so it is not asked again.
    pub kept: bool,
}

/// The questions offered instead of a product.
pub const QUESTIONS: [&str; 3] = ["push-question-work", "push-question-worry", "push-question-matter"];

/// The check of a visit as it would be saved. None when nothing is offered, the need is known, or the manager has
/// unticked the hit.
pub fn check(book: &Book, visit: &Visit) -> Option<Push> {
    if visit.push_check == PushCheck::Unticked {
        return None;
    }
    let products = products_named(book, visit);
    if products.is_empty() && !visit.offers_product && on_the_table(book, visit).is_empty() {
        return None;
    }
    let client = book.client.get(visit.client)?;
    let (strength, id) = judged(client, needs_of(book, visit).any(|need| need.state.is_confirmed()))?;
    let text = Sentence::new(id).with("product", offered(book, visit, &products)).text("client", called(client));
    Some(Push { strength, text, products, kept: visit.push_check == PushCheck::Kept })
}

/// Whether a visit offers something, whatever is known of the need: for the count of offers before need.
pub fn offers(book: &Book, visit: &Visit) -> bool {
    let hit = || !products_named(book, visit).is_empty();
    visit.push_check != PushCheck::Unticked && (visit.offers_product || !on_the_table(book, visit).is_empty() || hit())
}

/// The offers that a visit names, and those presented at it.
fn on_the_table<'a>(book: &'a Book, visit: &'a Visit) -> Vec<&'a Proposal> {
    let id = Id::new(visit.head.uid);
    let named = visit.proposals.iter().filter_map(|offer| book.proposal.get(*offer));
    let mut presented: Vec<&Proposal> = book.proposal.of(id).filter(|offer| offer.presented_in == Some(id)).collect();
    presented.retain(|offer| !visit.proposals.contains(&Id::new(offer.head.uid)));
    presented.sort_by_key(|offer| offer.head.uid);
    named.chain(presented).collect()
}

fn judged(client: &Client, need_known: bool) -> Option<(Strength, &'static str)> {
    let stage = client.stage.filter(|_| client.status == ClientStatus::Prospect);
    match (stage, need_known) {
        (Some(1 | 2), _) => Some((Strength::Warn, "too-early-for")),
        (Some(3), _) => Some((Strength::Strong, "first-meeting-pushing")),
        (_, true) => None,
        (Some(4..=6), false) => Some((Strength::Warn, "no-need-behind")),
        (_, false) => Some((Strength::Note, "answers-no-need")),
    }
}

fn called(client: &Client) -> &str {
    client.short_name.as_deref().unwrap_or(&client.name)
}

/// The needs a visit is about: those discussed, those of its questions, those of its offers.
pub fn needs_of<'a>(book: &'a Book, visit: &'a Visit) -> impl Iterator<Item = &'a Need> {
    let asked = visit.questions.iter().filter_map(|question| question.r#ref).map(|any| Id::<Need>::new(any.0));
    let offered = on_the_table(book, visit).into_iter().flat_map(|offer| offer.needs.iter().copied());
    let all = visit.needs_discussed.iter().copied().chain(asked).chain(offered);
    all.filter_map(|need| book.need.get(need))
}

/// What the sentence names: the product found, else that of the offer, else the offer.
fn offered(book: &Book, visit: &Visit, products: &[Id<Product>]) -> Arg {
    let language = book.settings().ui_language;
    let name = |id: Id<Product>| book.product.get(id).map(|product| product.name.say(language).to_owned());
    let offers = on_the_table(book, visit);
    let of_offer = |offer: &&Proposal| {
        let terms = super::offer::terms(book, Id::new(offer.head.uid));
        terms.into_iter().find_map(|term| term.product).and_then(name)
    };
    let found = products.first().copied().and_then(name);
    let found = found.or_else(|| offers.iter().find_map(of_offer));
    let found = found.or_else(|| offers.first().map(|offer| offer.title.clone()));
    found.map_or_else(|| Arg::word("entity.product"), Arg::text)
}

/// The products that purpose, agenda and questions name, by code. Codes themselves do not count.
pub fn products_named(book: &Book, visit: &Visit) -> Vec<Id<Product>> {
    let texts = visit.purpose.iter().chain(&visit.agenda).chain(visit.questions.iter().map(|question| &question.text));
    let texts: Vec<Text> = texts.map(|text| Text::of(text)).collect();
    let named = |product: &&Product| {
        let names = product.name.0.values().chain(&product.push_words);
        names.map(|name| Text::of(name)).any(|name| texts.iter().any(|text| text.names(&name)))
    };
    let mut products: Vec<&Product> = book.product.iter().filter(|product| product.active).filter(named).collect();
    products.sort_by_key(|product| (product.code.clone(), product.head.uid));
    products.into_iter().map(|product| Id::new(product.head.uid)).collect()
}

/// A folded text and its words.
struct Text {
    folded: String,
    words: Vec<Vec<char>>,
}

impl Text {
    fn of(text: &str) -> Self {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        Self { words: words.map(|word| word.chars().collect()).collect(), folded }
    }

    /// Whether the name stands here: a Chinese one anywhere, any other as a phrase.
    fn names(&self, name: &Self) -> bool {
        if name.words.is_empty() {
            return false;
        }
        if name.folded.chars().any(is_han) {
            return self.folded.contains(&name.folded);
        }
        let same = |text: &[Vec<char>]| text.iter().zip(&name.words).all(|(word, named)| is_word(word, named));
        self.words.windows(name.words.len()).any(same)
    }
}

/// Whether a word of a text is the word of a name. A Cyrillic one may be inflected: at least five letters and all but
/// the last two of the name's beginning must stand in it.
fn is_word(word: &[char], named: &[char]) -> bool {
    const FEWEST: usize = 5;
    const INFLECTED: usize = 2;
    if word == named {
        return true;
    }
    let shared = word.iter().zip(named).take_while(|(a, b)| a == b).count();
    named.iter().any(|c| is_cyrillic(*c)) && shared >= FEWEST && shared + INFLECTED >= named.len()
}

fn is_cyrillic(c: char) -> bool {
    ('\u{0400}'..='\u{052F}').contains(&c)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3134F}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, book, client, id, with};
    use serde_json::{Value as Json, json};

    #[test]
    fn a_name_is_found_as_a_phrase_inflected_in_cyrillic_and_anywhere_in_chinese() {
        for (text, name, found) in [
            ("Introduce the bank and offer cash pooling for the takings", "Cash pooling", true),
            ("cash, then pooling", "cash pooling", false),
            ("the cash-pooling scheme", "cash pooling", true),
            ("pooling of cash", "cash pooling", false),
            ("leases", "lease", false),
            ("Рассказать о кредите", "кредит", true),
            ("кредитами", "кредит", true),
            ("креды", "кредит", false),
            ("о вкладе", "вклад", true),
            ("вклю", "вклад", false),
            ("счета", "счёт", false),
            ("СЧЁТ", "счет", true),
            ("про инвестиционного кредита условия", "Инвестиционный кредит", true),
            ("гаранционната линия", "гаранционна линия", true),
            ("овердрафты", "овердрафт", true),
            ("谈谈工资代发的安排", "代发工资", false),
            ("谈谈代发工资的安排", "代发工资", true),
            ("", "кредит", false),
            ("anything", "—", false),
        ] {
            assert_eq!(Text::of(text).names(&Text::of(name)), found, "{text} / {name}");
        }
    }

    fn case(client_more: Json, visit_more: Json, need_state: &str) -> Option<Push> {
        let visit = json!({
            "uid": "v", "client": "c", "start": "2026-11-30T10:00", "zone": "UTC", "purpose": "Talk about cash pooling",
        });
        let book = book(&json!({ "tables": {
            "client": [client("c", client_more)],
            "product": [{ "uid": "p", "code": "pool", "name": { "en": "Cash pooling" }, "family": "cash" }],
            "need": [{ "uid": "n", "client": "c", "title": "n", "state": need_state }],
            "proposal": [{ "uid": "o", "client": "c", "title": "o", "needs": ["n"] }],
            "visit": [with(visit, visit_more)],
        } }));
        check(&book, book.visit.get(id("v")).unwrap())
    }

    #[test]
    fn the_warning_follows_the_stage_and_the_need() {
        let stage = |n: i64| json!({ "status": "prospect", "stage": n });
        let about = json!({ "needs_discussed": ["n"] });
        let asked = json!({ "questions": [{ "text": "q", "about": "need", "ref": "n", "asked": false }] });
        let nothing = json!({ "purpose": "Introduce the bank" });
        let cases = [
            (stage(1), json!({}), "confirmed", Some((Strength::Warn, "too-early-for"))),
            (stage(2), about.clone(), "confirmed", Some((Strength::Warn, "too-early-for"))),
            (stage(3), about.clone(), "confirmed", Some((Strength::Strong, "first-meeting-pushing"))),
            (stage(4), json!({}), "confirmed", Some((Strength::Warn, "no-need-behind"))),
            (stage(6), about.clone(), "probed", Some((Strength::Warn, "no-need-behind"))),
            (stage(6), about.clone(), "confirmed", None),
            (stage(5), asked, "confirmed", None),
            (stage(7), json!({}), "confirmed", Some((Strength::Note, "answers-no-need"))),
            (json!({}), json!({}), "confirmed", Some((Strength::Note, "answers-no-need"))),
            (json!({}), json!({ "proposals": ["o"] }), "met", None),
            (stage(3), nothing.clone(), "confirmed", None),
            (
                stage(3),
                with(nothing, json!({ "offers_product": true })),
                "confirmed",
                Some((Strength::Strong, "first-meeting-pushing")),
            ),
            (stage(3), json!({ "push_check": "unticked", "push_reason": "r" }), "confirmed", None),
        ];
        for (at, (client, visit, state, expected)) in cases.into_iter().enumerate() {
            let push = case(client, visit, state);
            let found = push.as_ref().map(|push| (push.strength, push.text.id.as_str()));
            assert_eq!(found, expected, "case {at}");
        }
        assert!(case(stage(3), json!({ "push_check": "kept" }), "probed").unwrap().kept);
    }

    #[test]
    fn in_the_demo_only_the_first_visit_to_the_ferries_is_strong() {
        let strong =
            DEMO.visit.iter().filter(|visit| check(&DEMO, visit).is_some_and(|push| push.strength == Strength::Strong));
        let strong: Vec<_> = strong.map(|visit| visit.client).collect();
        assert_eq!(strong, [id("c-saltmere")]);
    }
}
