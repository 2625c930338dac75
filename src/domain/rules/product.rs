//! A product: its code, its name, and the words by which it is recognised.

use crate::domain::entity::Product;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;
use crate::domain::text::fold;

/// A shorter word of an alphabet stands in too many texts to tell a product.
const SHORTEST_PUSH_WORD: usize = 4;

pub(super) fn facts(planning: &Planning<'_>, product: &Product) -> Result<(), Refusal> {
    let code = fold(&product.code);
    let taken = |other: &Product| other.uid() != product.uid() && fold(&other.code) == code;
    if planning.all::<Product>().any(taken) {
        return Err(Refusal::no(Sentence::new("code-taken").text("code", &product.code)).at("code"));
    }
    if product.name.0.is_empty() {
        return Err(Refusal::no(Sentence::new("product-needs-name")).at("name"));
    }
    match product.push_words.iter().position(|word| is_too_short(word)) {
        Some(at) => Err(Refusal::no(Sentence::new("push-word-too-short")).at(format!("push_words[{at}]"))),
        None => Ok(()),
    }
}

/// A Chinese word of two signs says as much as a long one of letters.
fn is_too_short(word: &str) -> bool {
    let han = word.chars().filter(|c| matches!(c, '\u{3400}'..='\u{9FFF}')).count();
    han < 2 && word.chars().filter(|c| c.is_alphanumeric()).count() < SHORTEST_PUSH_WORD
}
