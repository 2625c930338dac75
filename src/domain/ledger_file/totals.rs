//! Rows that sum up others. They are no figures of a client.

use crate::domain::text::fold;

const ALONE: &[&str] = &[
    "total",
    "totals",
    "subtotal",
    "grand total",
    "sum",
    "итого",
    "всего",
    "общо",
    "всичко",
    "сума",
    "合计",
    "总计",
    "小计",
    "总额",
    "共计",
];
/// Words that no client's name begins with.
const BEGINNINGS: &[&str] = &["total for ", "итого ", "всего ", "общо ", "всичко ", "合计", "总计", "小计"];

/// Whether a cell names its row as a total.
pub(super) fn is_total(text: &str) -> bool {
    let folded = fold(text);
    let word = folded.trim_matches(|c: char| !c.is_alphabetic());
    ALONE.contains(&word) || BEGINNINGS.iter().any(|begin| folded.starts_with(begin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_told_from_clients() {
        for text in [
            "Total",
            "TOTAL:",
            "Итого",
            "ИТОГО:",
            "Итого за 2026",
            "Общо",
            "Общо за месеца",
            "合计",
            "合计：",
            "Grand total",
            "Total 2026",
            "— Всего —",
        ] {
            assert!(is_total(text), "{text}");
        }
        for text in ["", "Total Energies", "Totalbank", "Итогово", "Волга Металл", "2026"] {
            assert!(!is_total(text), "{text}");
        }
    }
}
