//! A text typed while the other keyboard layout was on: `gtnhjd` is Петров, `щкшщт` is orion.

/// The keys of both layouts, in the order of the keyboard.
const LATIN: &str = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";
const CYRILLIC: &str = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";

/// The same keys on the other layout (ЙЦУКЕН and QWERTY); none when the text does not clearly stand on one of them.
pub fn other_layout(text: &str) -> Option<String> {
    let is = |keys: &str, c: char| c.is_alphabetic() && keys.contains(c);
    let (from, to) = match text.chars().find(|c| c.is_alphabetic())? {
        c if is(LATIN, c) => (LATIN, CYRILLIC),
        c if is(CYRILLIC, c) => (CYRILLIC, LATIN),
        _ => return None,
    };
    if text.chars().any(|c| c.is_alphabetic() && !from.contains(c)) {
        return None;
    }
    let key = |c: char| from.chars().position(|key| key == c).and_then(|at| to.chars().nth(at)).unwrap_or(c);
    Some(text.chars().map(key).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_layouts_have_the_same_keys() {
        assert_eq!(LATIN.chars().count(), CYRILLIC.chars().count());
        for (typed, meant) in [
            ("gtnhjd", Some("петров")),
            ("[bl;bfl", Some("хиджиад")),
            ("<tkjecjdf", Some("Белоусова")),
            ("вщсы", Some("docs")),
            ("бумага", Some(",evfuf")),
            ("赵", None),
            ("mixed петров", None),
            ("2026", None),
            ("", None),
        ] {
            assert_eq!(other_layout(typed).as_deref(), meant, "{typed}");
        }
    }
}
