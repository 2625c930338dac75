//! Short Latin names for the command line, made once from a record's name and kept through every renaming.

use super::plain_name::plain_name;
use super::skeleton::{is_han, latin};

/// Longer handles are cut at a word.
const MOST: usize = 40;

/// The names of a client that a handle can be made of.
#[derive(Debug, Clone, Copy, Default)]
pub struct ClientNames<'a> {
    pub name: &'a str,
    pub short_name: Option<&'a str>,
    pub name_latin: Option<&'a str>,
}

/// The names of a person that a handle can be made of.
#[derive(Debug, Clone, Copy, Default)]
pub struct PersonNames<'a> {
    pub family_name: Option<&'a str>,
    pub given_name: Option<&'a str>,
    pub full_name: Option<&'a str>,
    pub name_latin: Option<&'a str>,
}

/// `ООО «Волга Металл»` is `volga-metall`; a number follows where that is taken.
pub fn for_client(names: ClientNames<'_>, taken: impl Fn(&str) -> bool) -> String {
    let plain = plain_name(names.short_name.unwrap_or(names.name));
    let latin_name = names.name_latin.filter(|_| plain.chars().any(is_han)).map(plain_name);
    first_free(&[slug(&latin_name.unwrap_or(plain)), slug(names.name)], "client", taken)
}

/// The family name, then family and given name, then numbers. A full name that is one piece is taken whole, but for
/// Chinese ones, whose first syllable is the family.
pub fn for_person(names: PersonNames<'_>, taken: impl Fn(&str) -> bool) -> String {
    let family = names.family_name.filter(|family| !slug(family).is_empty());
    let candidates = match (family, names.full_name) {
        (Some(family), _) => {
            let given = names.given_name.unwrap_or_default();
            [family_slug(family), slug(&format!("{} {given}", family_slug(family)))]
        }
        (None, Some(full)) if full.chars().any(is_han) => {
            let spelt = names.name_latin.map_or_else(|| latin(full), latin);
            let (family, given) = spelt.split_once(' ').unwrap_or((spelt.as_str(), ""));
            [slug(family), slug(&format!("{family} {}", given.replace(' ', "")))]
        }
        (None, full) => [slug(full.unwrap_or_default()), slug(names.given_name.unwrap_or_default())],
    };
    let otherwise = slug(names.name_latin.unwrap_or("person"));
    first_free(&candidates, if otherwise.is_empty() { "person" } else { &otherwise }, taken)
}

/// A family name of several words is one word of the handle: `Al-Sabaan` is `alsabaan`.
fn family_slug(family: &str) -> String {
    slug(family).replace('-', "")
}

fn first_free(candidates: &[String], otherwise: &str, taken: impl Fn(&str) -> bool) -> String {
    let base = candidates.iter().find(|made| !made.is_empty()).map_or(otherwise, String::as_str);
    let longest = candidates.iter().rfind(|made| made.starts_with(base)).map_or(base, String::as_str);
    let named = candidates.iter().filter(|made| !made.is_empty()).cloned();
    let numbered = (2..).map(|n: u64| format!("{longest}-{n}"));
    // The numbers do not end before the handles in a book do.
    named.chain([base.to_owned()]).chain(numbered).find(|handle| !taken(handle)).unwrap_or_default()
}

/// Lower-case Latin letters and digits, words joined by dashes.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for word in joined_syllables(name).split(' ').filter(|word| !word.is_empty()) {
        if !slug.is_empty() && slug.len() + word.len() >= MOST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(MOST));
    }
    slug
}

/// In Latin letters, a run of Chinese characters as one word.
fn joined_syllables(name: &str) -> String {
    let mut out = String::new();
    let mut in_run = false;
    for c in name.chars() {
        if is_han(c) != in_run {
            in_run = !in_run;
            out.push(' ');
        }
        if in_run {
            out.push_str(&latin(c.encode_utf8(&mut [0; 4])));
        } else {
            out.push(c);
        }
    }
    latin(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clients_handle_is_its_plain_name_in_latin() {
        for (name, short, latin, handle) in [
            ("ООО «Волга Металл»", None, None, "volga-metall"),
            ("Агро Тракена АД", None, Some("Agro Trakena"), "agro-trakena"),
            ("Странджанска мебел ЕООД", None, None, "strandzhanska-mebel"),
            ("Калиакренски зърнен терминал АД", Some("Калиакра"), None, "kaliakra"),
            ("Quenby Optics Ltd", None, None, "quenby-optics"),
            ("鹤溦生物科技有限公司", None, Some("Hewei Biotech"), "hewei-biotech"),
            ("汀岚控股", None, None, "tinglankonggu"),
            ("Ёжик & Щука", None, None, "ezhik-shchuka"),
            ("O'Neill's Café", None, None, "oneills-cafe"),
            ("ООО", None, None, "ooo"),
            ("«»", None, None, "client"),
            ("", None, None, "client"),
            ("🏦", None, None, "client"),
        ] {
            let names = ClientNames { name, short_name: short, name_latin: latin };
            assert_eq!(for_client(names, |_| false), handle, "{name}");
        }
        let long = "слово ".repeat(30);
        assert!(for_client(ClientNames { name: &long, ..Default::default() }, |_| false).len() <= MOST);
    }

    #[test]
    fn a_taken_handle_gets_the_whole_name_then_a_number() {
        let client = ClientNames { name: "Волга", ..Default::default() };
        assert_eq!(for_client(client, |handle| handle == "volga"), "volga-2");
        let person =
            PersonNames { family_name: Some("Петров"), given_name: Some("Иван"), ..Default::default() };
        assert_eq!(for_person(person, |_| false), "petrov");
        assert_eq!(for_person(person, |handle| handle == "petrov"), "petrov-ivan");
        assert_eq!(for_person(person, |handle| ["petrov", "petrov-ivan"].contains(&handle)), "petrov-ivan-2");
    }

    #[test]
    fn a_persons_handle_is_the_family_name() {
        for (family, given, full, latin, handle) in [
            (Some("Хаджиев"), Some("Пламен"), None, None, "hadzhiev"),
            (Some("Вълев"), None, None, None, "valev"),
            (Some("Al-Sabaan"), Some("Khalid"), None, None, "alsabaan"),
            (None, None, Some("方若川"), Some("Fang Ruochuan"), "fang"),
            (None, None, Some("邱敏"), None, "qiu"),
            (None, Some("Лейла"), None, None, "leyla"),
            (None, None, Some("Dame Philippa"), None, "dame-philippa"),
            (None, None, Some("??"), None, "person"),
            (Some("—"), Some("Ann"), None, None, "ann"),
        ] {
            let names = PersonNames { family_name: family, given_name: given, full_name: full, name_latin: latin };
            assert_eq!(for_person(names, |_| false), handle, "{names:?}");
        }
        let fang =
            PersonNames { full_name: Some("方若川"), name_latin: Some("Fang Ruochuan"), ..Default::default() };
        assert_eq!(for_person(fang, |handle| handle == "fang"), "fang-ruochuan");
    }
}
