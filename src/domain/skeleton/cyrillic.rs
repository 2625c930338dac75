//! Cyrillic letters in Latin ones, as Russian and as Bulgarian passports nearly have them (х is h for both).

/// Whose letters they are, where the two differ: щ and ъ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    Russian,
    Bulgarian,
    /// Whichever: as both are searched.
    Either,
}

impl Tongue {
    /// ы, э and ё are Russian. Without them, a ъ that is no hard sign is Bulgarian.
    pub(super) fn of(text: &str) -> Self {
        let mut before = ' ';
        let mut bulgarian = false;
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                'ы' | 'э' | 'ё' | 'Ы' | 'Э' | 'Ё' => return Self::Russian,
                'ъ' | 'Ъ' => bulgarian |= before == ' ' || !chars.peek().copied().is_some_and(is_soft_vowel),
                _ => {}
            }
            before = c;
        }
        if bulgarian { Self::Bulgarian } else { Self::Russian }
    }
}

fn is_soft_vowel(c: char) -> bool {
    matches!(c, 'е' | 'ё' | 'ю' | 'я' | 'Е' | 'Ё' | 'Ю' | 'Я')
}

/// The Latin spelling of a Cyrillic letter; none when it is not one. A ъ that begins a word is heard: a hard sign
/// stands behind a consonant.
pub(super) fn letter(c: char, begins: bool, next: Option<char>, tongue: Tongue) -> Option<&'static str> {
    let lower = match c {
        'А'..='Я' => char::from_u32(c as u32 + 0x20)?,
        'Ѐ'..='Џ' => char::from_u32(c as u32 + 0x50)?,
        'а'..='џ' => c,
        '\u{0460}'..='\u{052F}' => c.to_lowercase().next()?,
        _ => return None,
    };
    Some(match lower {
        'а' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' | 'ғ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' | 'ѐ' => "e",
        'ж' | 'җ' => "zh",
        'з' => "z",
        'и' | 'і' | 'ѝ' => "i",
        'й' | 'ы' => "y",
        'ј' => "j",
        'к' | 'қ' | 'ќ' => "k",
        'л' => "l",
        'м' => "m",
        'н' | 'ң' => "n",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ў' | 'ұ' | 'ү' => "u",
        'ф' => "f",
        'х' | 'һ' | 'ҳ' => "h",
        'ц' => "ts",
        'ч' | 'ћ' | 'ҷ' => "ch",
        'ш' => "sh",
        'щ' if tongue == Tongue::Bulgarian => "sht",
        'щ' => "shch",
        'ъ' if begins => "a",
        'ъ' if next.is_some_and(is_soft_vowel) || (tongue == Tongue::Russian && next.is_none()) => "",
        'ъ' => "a",
        'ь' if next.is_some_and(|next| matches!(next, 'о' | 'О')) => "y",
        'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        'є' => "ye",
        'ї' => "yi",
        'ѓ' => "gj",
        'ѕ' => "dz",
        'љ' => "lj",
        'њ' => "nj",
        'ђ' => "dj",
        'џ' => "dzh",
        _ => "",
    })
}
