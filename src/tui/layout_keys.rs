//! Which key was pressed when a Cyrillic layout is on: a terminal gives characters, not keys.
//! Exact tables; used only where no text field has the cursor. Knows no command.

use super::keys::{Code, Key};
use crate::domain::words::KeyLayout;

/// Characters of the layout, and below each the character that the same key gives on a US keyboard.
struct Table {
    typed: &'static str,
    means: &'static str,
}

const RU: Table = Table {
    typed: "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ№.,",
    means: "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~#/?",
};

// BDS 5237: the places of q and ] hold signs; small yeru stands alone above the comma.
const BG_BDS: Table = Table {
    typed: "уеишщксдзцьяаожгтнвмчюйъэфхпрлбУЕИШЩКСДЗЦЬѝЯАОЖГТНВМЧЮЙЪЭФХПРЛБ,ыЫ;§„“.",
    means: "wertyuiop[asdfghjkl;'zxcvbnm,./WERTYUIOP{AASDFGHJKL:\"ZXCVBNM<>?qQQ]}\\|=",
};

const BG_PHONETIC: Table = Table {
    typed: "чявертъуиопшщюасдфгхйклзьцжбнмЧЯВЕРТЪУИОПШЩЮАСДФГХЙКЛЗЬѝЦЖБНМ„“–",
    means: "`qwertyuiop[]\\asdfghjklzxcvbnm~QWERTYUIOP{}|ASDFGHJKLZXXCVBNM<>_",
};

const BG_PHONETIC_NEW: Table = Table {
    typed: "ючшертъуиопящьасдфгхйклзжцвбнмЮЧШЕРТЪУИОПЯЩЬѝАСДФГХЙКЛЗЖЦВБНМ„“–",
    means: "`qwertyuiop[]\\asdfghjklzxcvbnm~QWERTYUIOP{}||ASDFGHJKLZXCVBNM<>_",
};

fn table(layout: KeyLayout) -> Option<&'static Table> {
    match layout {
        KeyLayout::Ru => Some(&RU),
        KeyLayout::BgBds => Some(&BG_BDS),
        KeyLayout::BgPhonetic => Some(&BG_PHONETIC),
        KeyLayout::BgPhoneticNew => Some(&BG_PHONETIC_NEW),
        KeyLayout::Off => None,
    }
}

/// The key that was meant when `layout` (setting `key_layout`) may be on.
pub fn meant(layout: KeyLayout, pressed: Key) -> Key {
    let place = |c| {
        let table = table(layout)?;
        table.typed.chars().zip(table.means.chars()).find(|(typed, _)| *typed == c).map(|(_, means)| means)
    };
    match pressed.code {
        Code::Char(c) => place(c).map_or(pressed, |key| Key { code: Code::Char(small(key, pressed.ctrl)), ..pressed }),
        _ => pressed,
    }
}

/// Ctrl with a letter has no capitals.
fn small(c: char, ctrl: bool) -> char {
    if ctrl { c.to_ascii_lowercase() } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [KeyLayout; 4] = [KeyLayout::Ru, KeyLayout::BgBds, KeyLayout::BgPhonetic, KeyLayout::BgPhoneticNew];

    #[test]
    fn tables_are_as_long_below_as_above_and_hold_no_character_twice() {
        for layout in ALL {
            let table = super::table(layout).unwrap();
            let mut typed: Vec<char> = table.typed.chars().collect();
            assert_eq!(typed.len(), table.means.chars().count(), "{layout:?}");
            typed.sort_unstable();
            let before = typed.len();
            typed.dedup();
            assert_eq!(typed.len(), before, "{layout:?}");
        }
    }

    /// The rows of each keyboard, left to right, as printed on its keys.
    #[test]
    fn rows_of_each_keyboard() {
        let cases: &[(KeyLayout, &str, &str)] = &[
            (KeyLayout::Ru, "йцукенгшщзхъ", "qwertyuiop[]"),
            (KeyLayout::Ru, "фывапролджэ", "asdfghjkl;'"),
            (KeyLayout::Ru, "ячсмитьбю", "zxcvbnm,."),
            (KeyLayout::Ru, "ЙЦУКЕНГШЩЗХЪ", "QWERTYUIOP{}"),
            (KeyLayout::Ru, "ФЫВАПРОЛДЖЭ", "ASDFGHJKL:\""),
            (KeyLayout::Ru, "ЯЧСМИТЬБЮ", "ZXCVBNM<>"),
            (KeyLayout::Ru, "ёЁ.,№", "`~/?#"),
            (KeyLayout::BgBds, ",уеишщксдзц;", "qwertyuiop[]"),
            (KeyLayout::BgBds, "ьяаожгтнвмч", "asdfghjkl;'"),
            (KeyLayout::BgBds, "юйъэфхпрлб", "zxcvbnm,./"),
            (KeyLayout::BgBds, "ыУЕИШЩКСДЗЦ§", "QWERTYUIOP{}"),
            (KeyLayout::BgBds, "ѝЯАОЖГТНВМЧ", "ASDFGHJKL:\""),
            (KeyLayout::BgBds, "ЮЙЪЭФХПРЛБ", "ZXCVBNM<>?"),
            (KeyLayout::BgPhonetic, "чявертъуиопшщю", "`qwertyuiop[]\\"),
            (KeyLayout::BgPhonetic, "асдфгхйкл", "asdfghjkl"),
            (KeyLayout::BgPhonetic, "зьцжбнм", "zxcvbnm"),
            (KeyLayout::BgPhonetic, "ЧЯВЕРТЪУИОПШЩЮ", "~QWERTYUIOP{}|"),
            (KeyLayout::BgPhonetic, "АСДФГХЙКЛЗѝЦЖБНМ„“", "ASDFGHJKLZXCVBNM<>"),
            (KeyLayout::BgPhoneticNew, "ючшертъуиопящь", "`qwertyuiop[]\\"),
            (KeyLayout::BgPhoneticNew, "асдфгхйкл", "asdfghjkl"),
            (KeyLayout::BgPhoneticNew, "зжцвбнм", "zxcvbnm"),
            (KeyLayout::BgPhoneticNew, "ЮЧШЕРТЪУИОПЯЩѝ", "~QWERTYUIOP{}|"),
            (KeyLayout::BgPhoneticNew, "АСДФГХЙКЛЗЖЦВБНМ„“", "ASDFGHJKLZXCVBNM<>"),
        ];
        for (layout, typed, means) in cases {
            let got: String = typed.chars().filter_map(|c| meant(*layout, Key::char(c)).typed()).collect();
            assert_eq!(got, *means, "{layout:?} {typed}");
        }
    }

    #[test]
    fn every_letter_and_bracket_can_be_reached_on_each() {
        for layout in ALL {
            let means = table(layout).unwrap().means;
            for c in ('a'..='z').chain('A'..='Z').chain("[]{}".chars()) {
                assert!(means.contains(c), "{layout:?} {c}");
            }
        }
    }

    #[test]
    fn ctrl_and_answers_go_through_the_same_table() {
        assert_eq!(meant(KeyLayout::Ru, Key::ctrl('ы')), Key::ctrl('s'));
        assert_eq!(meant(KeyLayout::Ru, Key::char('н')), Key::char('y'));
        assert_eq!(meant(KeyLayout::BgPhonetic, Key::char('ъ')), Key::char('y'));
        assert_eq!(meant(KeyLayout::BgBds, Key::ctrl('я')), Key::ctrl('s'));
        assert_eq!(meant(KeyLayout::Off, Key::char('ы')), Key::char('ы'));
        assert_eq!(meant(KeyLayout::Ru, Key::char('j')), Key::char('j'));
    }
}
