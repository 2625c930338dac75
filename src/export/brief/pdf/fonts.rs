//! The fonts of a page: our own, which have Latin and Cyrillic, then the files that the settings name, and only where a
//! sign is still missing a family of the system. A sign that nothing has is refused before a page is laid out.

use std::collections::BTreeMap;
use std::path::Path;

use typst::foundations::Bytes;
use typst::text::{Font, FontInfo, is_default_ignorable};
use typst_kit::fonts::{FontPath, FontStore, embedded, system};

use crate::domain::Sentence;

/// What running text is set in.
const OURS: &str = "Libertinus Serif";
/// How a family made for simplified Chinese is called at its end.
const CHINESE: &str = "SC";

pub(super) struct Found {
    pub fonts: FontStore,
    /// In the order in which a sign is looked for.
    pub families: Vec<String>,
}

/// Fonts for all of these texts.
///
/// # Errors
/// A named file holds no font; no font has a sign.
pub(super) fn found(texts: &[&str], named: &[String]) -> Result<Found, Sentence> {
    let mut found = Found { fonts: FontStore::new(), families: vec![OURS.to_owned()] };
    for path in named {
        found.add_file(Path::new(path))?;
    }
    found.fonts.extend(embedded());
    let missing = found.missing(texts);
    if !missing.is_empty() {
        found.add_system(&missing);
    }
    match found.missing(texts).first() {
        Some(sign) => Err(no_sign(*sign)),
        None => Ok(found),
    }
}

fn no_sign(sign: char) -> Sentence {
    let code = format!("U+{:04X}", u32::from(sign));
    Sentence::new("pdf-no-sign").text("sign", sign).text("code", code)
}

impl Found {
    fn add_file(&mut self, path: &Path) -> Result<(), Sentence> {
        let bytes = std::fs::read(path).unwrap_or_default();
        let fonts: Vec<Font> = Font::iter(Bytes::new(bytes)).collect();
        if fonts.is_empty() {
            return Err(Sentence::new("pdf-no-font").text("file", path.display().to_string()));
        }
        for font in fonts {
            self.name(&font.info().family);
            let info = font.info().clone();
            self.fonts.push((font, info));
        }
        Ok(())
    }

    fn name(&mut self, family: &str) {
        if !self.families.iter().any(|known| known == family) {
            self.families.push(family.to_owned());
        }
    }

    /// Each sign that no font has, once, in the order of the texts.
    fn missing(&self, texts: &[&str]) -> Vec<char> {
        let mut missing = Vec::new();
        for sign in texts.iter().flat_map(|text| text.chars()).filter(|sign| is_seen(*sign)) {
            if !missing.contains(&sign) && !self.has(sign) {
                missing.push(sign);
            }
        }
        missing
    }

    fn has(&self, sign: char) -> bool {
        let book = self.fonts.book();
        (0..).map_while(|n| book.info(n)).any(|info| info.coverage.contains(u32::from(sign)))
    }

    /// Families of the system, the one with most of the missing signs first, until none is missing or none helps.
    fn add_system(&mut self, missing: &[char]) {
        let mut families: BTreeMap<String, Vec<(FontPath, FontInfo)>> = BTreeMap::new();
        for (path, info) in system() {
            families.entry(info.family.clone()).or_default().push((path, info));
        }
        let mut missing = missing.to_vec();
        while let Some((family, faces)) = best(&mut families, &missing) {
            missing.retain(|sign| !faces.iter().any(|(_, info)| info.coverage.contains(u32::from(*sign))));
            self.name(&family);
            self.fonts.extend(faces);
        }
    }
}

/// Takes out the family that has most of the signs.
fn best(
    families: &mut BTreeMap<String, Vec<(FontPath, FontInfo)>>,
    missing: &[char],
) -> Option<(String, Vec<(FontPath, FontInfo)>)> {
    let has = |faces: &[(FontPath, FontInfo)]| {
        let one = |sign: &&char| faces.iter().any(|(_, info)| info.coverage.contains(u32::from(**sign)));
        missing.iter().filter(one).count()
    };
    // A serif stands best beside ours.
    let rank = |name: &str| (name.ends_with(CHINESE), name.contains("Serif"));
    let counted = families.iter().map(|(name, faces)| (has(faces), rank(name), name));
    // Of equals the first by name: `max_by_key` keeps the last.
    let (count, _, name) = counted.rev().max_by_key(|(count, rank, _)| (*count, *rank))?;
    let name = name.clone();
    if count == 0 {
        return None;
    }
    families.remove(&name).map(|faces| (name, faces))
}

/// Spaces and signs that only steer a text have no picture.
fn is_seen(sign: char) -> bool {
    !sign.is_whitespace() && !sign.is_control() && !is_default_ignorable(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_fonts_have_what_the_three_alphabets_need() {
        for text in ["Brief: “a” – b…", "Ёлка «ДОМ» №5, §8", "Ъгъл, ѝ", "≈ 3 070 005,71 EUR · → ●"]
        {
            let found = found(&[text], &[]).unwrap_or_else(|why| panic!("{why:?}"));
            assert_eq!(found.families, [OURS], "{text}");
        }
    }

    #[test]
    fn a_sign_that_no_font_has_is_named_with_its_code() {
        // A code that stands for nothing in any font.
        let refused = found(&["plain, then \u{FDD0}"], &[]).err();
        assert_eq!(refused, Some(no_sign('\u{FDD0}')));
        assert_eq!(no_sign('客'), Sentence::new("pdf-no-sign").text("sign", '客').text("code", "U+5BA2"));
    }

    #[test]
    fn a_file_that_is_no_font_is_named() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        for named in [file, "/nowhere/at/all.otf"] {
            let refused = found(&["a"], &[named.to_owned()]).err();
            assert_eq!(refused, Some(Sentence::new("pdf-no-font").text("file", named)));
        }
    }
}
