//! The order of names in each language: ё beside е, Chinese names by their Latin reading, and at the end without one.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

use super::Lang;
use super::names::is_han;

/// A name to be put in order: as it is shown, and its Latin reading where one was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortName<'a> {
    pub name: &'a str,
    pub latin: Option<&'a str>,
}

/// The order of texts in one language.
pub struct Collation {
    /// None when the compiled-in data lacks the language: then by code point.
    collator: Option<CollatorBorrowed<'static>>,
}

impl Collation {
    pub fn new(lang: Lang) -> Self {
        let locale = match lang {
            Lang::En => locale!("en"),
            Lang::Ru => locale!("ru"),
            Lang::Bg => locale!("bg"),
            Lang::Zh => locale!("zh"),
        };
        Self { collator: Collator::try_new(locale.into(), CollatorOptions::default()).ok() }
    }

    /// The order of two texts; texts that differ are never equal.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.as_ref().map_or(Ordering::Equal, |collator| collator.compare(a, b)).then_with(|| a.cmp(b))
    }

    /// The order of two names: Chinese ones by their Latin reading, without one by code point after all others.
    pub fn compare_names(&self, a: SortName<'_>, b: SortName<'_>) -> Ordering {
        match (reading(a), reading(b)) {
            (Some(x), Some(y)) => self.compare(x, y).then_with(|| a.name.cmp(b.name)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => a.name.cmp(b.name),
        }
    }
}

impl<'a> From<&'a str> for SortName<'a> {
    fn from(name: &'a str) -> Self {
        Self { name, latin: None }
    }
}

fn reading(name: SortName<'_>) -> Option<&str> {
    if is_han(name.name) { name.latin } else { Some(name.name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(lang: Lang, mut names: Vec<&str>) -> Vec<&str> {
        let collation = Collation::new(lang);
        names.sort_by(|a, b| collation.compare(a, b));
        names
    }

    #[test]
    fn the_data_of_every_language_is_compiled_in() {
        for lang in Lang::all() {
            assert!(Collation::new(*lang).collator.is_some(), "{lang:?}");
        }
    }

    #[test]
    fn letters_stand_where_their_language_puts_them() {
        assert_eq!(
            sorted(Lang::Ru, vec!["Жуков", "Ёлкин", "Зуева", "Елисеев", "Абенов", "Ёж"]),
            ["Абенов", "Ёж", "Елисеев", "Ёлкин", "Жуков", "Зуева"]
        );
        assert_eq!(sorted(Lang::Bg, vec!["Юлиян", "Ъгълов", "Щерев", "Явор"]), ["Щерев", "Ъгълов", "Юлиян", "Явор"]);
        assert_eq!(sorted(Lang::En, vec!["Zoë", "apple", "Éclair", "Dunn"]), ["apple", "Dunn", "Éclair", "Zoë"]);
    }

    #[test]
    fn chinese_names_go_by_their_reading_or_to_the_end() {
        let collation = Collation::new(Lang::Zh);
        let mut names = [
            SortName { name: "赵明远", latin: Some("Zhao Mingyuan") },
            SortName { name: "宋立", latin: None },
            SortName { name: "方若川", latin: Some("Fang Ruochuan") },
            SortName::from("Hale"),
        ];
        names.sort_by(|a, b| collation.compare_names(*a, *b));
        assert_eq!(names.map(|name| name.name), ["方若川", "Hale", "赵明远", "宋立"]);
    }
}
