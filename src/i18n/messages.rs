//! The message files of every language, compiled in. A new area is one line here and one file per language.

use fluent_bundle::FluentResource;

use super::Lang;

/// Declares the areas: each is `assets/i18n/<lang>/<area>.ftl` in all four languages.
macro_rules! areas {
    ($($area:literal),+ $(,)?) => {
        /// The areas that have a message file in each language.
        pub const AREAS: &[&str] = &[$($area),+];

        fn sources(lang: Lang) -> &'static [&'static str] {
            match lang {
                Lang::En => &[$(include_str!(concat!("../../assets/i18n/en/", $area, ".ftl"))),+],
                Lang::Ru => &[$(include_str!(concat!("../../assets/i18n/ru/", $area, ".ftl"))),+],
                Lang::Bg => &[$(include_str!(concat!("../../assets/i18n/bg/", $area, ".ftl"))),+],
                Lang::Zh => &[$(include_str!(concat!("../../assets/i18n/zh/", $area, ".ftl"))),+],
            }
        }
    };
}

areas! {
    "terms",
    "sentences",
    "cli",
    "screen",
    "brief",
    "clients",
    "today",
    "forms",
    "export",
    "map",
    "board",
    "after",
    "playbook",
    "care",
    "report",
    "money",
    "import",
    "contacts",
}

/// Every message of a language. A broken line costs its own message only; the tests let none through.
pub(super) fn resources(lang: Lang) -> impl Iterator<Item = FluentResource> {
    sources(lang).iter().map(|text| match FluentResource::try_new((*text).to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    })
}
