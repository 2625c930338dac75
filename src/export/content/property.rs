//! One property as it stands in a file: its group, its name, and the line itself, kept word for word.

use super::Line;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    pub line: usize,
    /// The group before the name (`item1` of `item1.TEL`), in lower case.
    pub group: Option<String>,
    /// In upper case.
    pub name: String,
    /// The whole line, unfolded.
    pub raw: String,
    pub cut: bool,
}

impl Property {
    /// None for a line that is no property.
    pub fn read(line: Line) -> Option<Self> {
        let end = line.text.find([':', ';'])?;
        let (group, name) = match line.text[..end].rsplit_once('.') {
            Some((group, name)) => (Some(group.trim().to_lowercase()), name),
            None => (None, &line.text[..end]),
        };
        let name = name.trim().to_ascii_uppercase();
        let fits = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        fits.then_some(Self { line: line.number, group, name, raw: line.text, cut: line.cut })
    }

    /// What stands behind the colon, as written.
    pub fn value(&self) -> &str {
        self.colon().map_or("", |at| &self.raw[at + 1..])
    }

    /// What stands before it.
    pub fn head(&self) -> &str {
        self.colon().map_or(&self.raw, |at| &self.raw[..at])
    }

    /// The colon that ends name and parameters: one in quotes is part of a parameter.
    fn colon(&self) -> Option<usize> {
        let mut quoted = false;
        self.raw.char_indices().find_map(|(at, c)| {
            quoted ^= c == '"';
            (c == ':' && !quoted).then_some(at)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_groups_and_values_are_told_apart() {
        let read = |text: &str| Property::read(Line { number: 1, text: text.into(), cut: false });
        let tel = read("item1.tel;TYPE=\"a:b\":+7 1").unwrap();
        assert_eq!((tel.group.as_deref(), tel.name.as_str(), tel.value()), (Some("item1"), "TEL", "+7 1"));
        assert_eq!(tel.head(), "item1.tel;TYPE=\"a:b\"");
        assert_eq!(read("X-A:").unwrap().value(), "");
        for no in ["", "no colon", ":x", "б:x"] {
            assert_eq!(read(no), None, "{no}");
        }
    }
}
