//! Short names for the command line, made once from a name and kept through every renaming.

/// A handle for `name` that is not taken; `otherwise` where the name has no letters to make one of.
pub(super) fn free(name: &str, otherwise: &str, taken: impl Fn(&str) -> bool) -> String {
    let made = slug(name);
    let base = if made.is_empty() { otherwise.to_owned() } else { made };
    let numbered = (2..).map(|n: u64| format!("{base}-{n}"));
    std::iter::once(base.clone()).chain(numbered).find(|handle| !taken(handle)).unwrap_or(base)
}

/// Lower-case Latin letters and digits, words joined by dashes, at most forty characters.
fn slug(name: &str) -> String {
    let latin = deunicode::deunicode(name).to_lowercase();
    let words = latin.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if !slug.is_empty() && slug.len() + word.len() >= 40 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(40));
    }
    slug
}
