//! Which heading of a table stands for which field, where the manager has said so. It does not know which fields there
//! are: whoever reads the table does.

use std::collections::BTreeMap;

use super::sentence::{Arg, Sentence};
use super::text::fold;

/// Headings as they are compared, each with a field's name; an empty name leaves the column out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnMap {
    fields: BTreeMap<String, String>,
    /// What the rows are, where that was said too.
    kind: Option<String>,
}

impl ColumnMap {
    pub fn put(&mut self, heading: &str, field: &str) {
        let field = field.trim();
        self.fields.insert(heading_key(heading), if field == "-" { String::new() } else { field.to_owned() });
    }

    /// The word for what the rows are.
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    pub fn say_kind(&mut self, word: &str) {
        self.kind = Some(word.to_owned());
    }

    /// Forgets what was said of headings that stand for none of these fields.
    pub fn only(&mut self, fields: &[&str]) {
        self.fields.retain(|_, field| field.is_empty() || fields.contains(&field.as_str()));
    }

    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// What was said of a heading: a field's name, or nothing for a column that is left out.
    pub fn get(&self, heading: &str) -> Option<&str> {
        self.fields.get(&heading_key(heading)).map(String::as_str)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(heading, field)| (heading.as_str(), field.as_str()))
    }

    /// # Errors
    /// A heading is mapped to a field that there is not.
    pub fn check(&self, allowed: &[&str]) -> Result<(), Sentence> {
        match self.iter().find(|(_, field)| !field.is_empty() && !allowed.contains(field)) {
            None => Ok(()),
            Some((heading, field)) => Err(Sentence::new("import-no-such-field")
                .text("input", field)
                .text("heading", heading)
                .with("allowed", Arg::texts(allowed.iter().copied()))),
        }
    }
}

/// A heading as it is compared.
pub fn heading_key(text: &str) -> String {
    fold(text).trim_end_matches([':', '*', ' ']).to_owned()
}

/// A name for a set of headings, whatever their order.
pub fn set_of<'h>(headings: impl Iterator<Item = &'h str>) -> String {
    let mut keys: Vec<String> = headings.map(heading_key).filter(|key| !key.is_empty()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_compared_as_they_are_read() {
        let mut map = ColumnMap::default();
        map.put("Контрагент:", "client");
        map.put("Отдел", "-");
        assert_eq!(map.get("КОНТРАГЕНТ"), Some("client"));
        assert_eq!(map.get("отдел"), Some(""));
        assert_eq!(map.get("month"), None);
        assert_eq!(map.check(&["client"]), Ok(()));
        assert_eq!(map.check(&["month"]).map_err(|sentence| sentence.id), Err("import-no-such-field".to_owned()));
        assert_eq!(set_of(["B", "a", "", "A:"].into_iter()), "a|b");
    }
}
