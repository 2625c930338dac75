//! A client's name as lists show and sort it: without its legal form and without quotation marks.

/// Legal forms as whole words, lower-case and without dots.
const FORMS: &[&str] = &[
    // Russian and neighbours
    "ооо",
    "оао",
    "пао",
    "зао",
    "ао",
    "нао",
    "ип",
    "тоо",
    "осоо",
    "чп",
    "фгуп",
    "гуп",
    "муп",
    "одо",
    "оуп",
    "уп",
    // Bulgarian
    "ад",
    "еад",
    "оод",
    "еоод",
    "ет",
    "сд",
    "кд",
    "кда",
    "адсиц",
    "ad",
    "ead",
    "ood",
    "eood",
    // English-speaking countries and the Gulf
    "ltd",
    "limited",
    "llc",
    "llp",
    "lp",
    "inc",
    "incorporated",
    "corp",
    "corporation",
    "plc",
    "co",
    "pty",
    "pte",
    "wll",
    "fze",
    "fzco",
    "dmcc",
    "bsc",
    "ooo",
    "oao",
    "pao",
    "zao",
    "ao",
    // The continent
    "gmbh",
    "ag",
    "kg",
    "kgaa",
    "ohg",
    "ug",
    "ev",
    "sa",
    "sas",
    "sarl",
    "spa",
    "srl",
    "bv",
    "nv",
    "se",
    "oy",
    "oyj",
    "ab",
    "as",
    "asa",
    "aps",
    "kft",
    "zrt",
    "nyrt",
    "sro",
    "sl",
    "lda",
    "dd",
    "doo",
    // Japan
    "kk",
];

/// Chinese and Japanese forms are part of the word; the longest first.
const CJK_FORMS: &[&str] = &["股份有限公司", "有限责任公司", "有限公司", "株式会社", "合同会社"];

const QUOTES: &[char] = &['«', '»', '"', '„', '“', '”', '‟', '「', '」', '『', '』', '《', '》', '〈', '〉', '‹', '›'];

/// `ООО «Ромашка»` is `Ромашка`, `Quenby Optics Ltd` is `Quenby Optics`. A name of nothing else stays as it is.
pub fn plain_name(name: &str) -> String {
    let unquoted = name.replace(QUOTES, " ");
    let mut words: Vec<&str> = unquoted.split_whitespace().collect();
    while words.len() > 1 && words.first().is_some_and(|word| is_form(word)) {
        words.remove(0);
    }
    while words.len() > 1 && words.last().is_some_and(|word| is_form(word) || matches!(*word, "&" | "и")) {
        words.pop();
    }
    let plain = words.join(" ");
    let plain = without_cjk_form(&plain).trim_end_matches(',').trim();
    if plain.is_empty() { name.trim().to_owned() } else { plain.to_owned() }
}

fn is_form(word: &str) -> bool {
    let bare: String = word.chars().filter(|c| !matches!(c, '.' | ',' | '/')).flat_map(char::to_lowercase).collect();
    FORMS.contains(&bare.as_str())
}

fn without_cjk_form(name: &str) -> &str {
    for form in CJK_FORMS {
        let rest = name.strip_suffix(form).or_else(|| name.strip_prefix(form));
        if let Some(rest) = rest.map(str::trim).filter(|rest| !rest.is_empty()) {
            return rest;
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_and_quotes_are_left_out() {
        for (name, expected) in [
            ("ООО «Ромашка»", "Ромашка"),
            ("АО «Волга-Капитал Холдинг»", "Волга-Капитал Холдинг"),
            ("ТОО «Алтын Дала Агро»", "Алтын Дала Агро"),
            ("Агро Тракена АД", "Агро Тракена"),
            ("Синева Софтуер ООД", "Синева Софтуер"),
            ("Странджанска мебел ЕООД", "Странджанска мебел"),
            ("„Витоша“ ЕООД", "Витоша"),
            ("Quenby Optics Ltd", "Quenby Optics"),
            ("Pellwood Instruments plc", "Pellwood Instruments"),
            ("Kitanami Seiki K.K.", "Kitanami Seiki"),
            ("Sidrat Marine Supplies W.L.L.", "Sidrat Marine Supplies"),
            ("Müller & Co. KG", "Müller"),
            ("Acme, Inc.", "Acme"),
            ("鹤溦生物科技有限公司", "鹤溦生物科技"),
            ("北方重工股份有限公司", "北方重工"),
            ("Стоян Велков", "Стоян Велков"),
            ("ООО", "ООО"),
            ("«»", "«»"),
            ("有限公司", "有限公司"),
            ("ООО АД", "АД"),
        ] {
            assert_eq!(plain_name(name), expected, "{name}");
        }
    }
}
