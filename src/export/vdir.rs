//! A folder with one file for each record, as other programs keep their contacts and calendars: names that stay, files
//! replaced whole, and only where something changed.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::content::{Lines, Property};
use super::write::{self, Existing, Unwritten};

/// A record on its way into a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The file's name without its ending; the record's uid.
    pub stem: String,
    pub text: String,
}

/// The files of one ending in a folder, by name.
///
/// # Errors
/// The folder cannot be read.
pub fn files(folder: &Path, ending: &str) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if !hidden && path.is_file() && path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Writes a record to its file; false when the file already holds just that.
///
/// # Errors
/// The disk refused; the file is as it was.
pub fn put(path: &Path, text: &str) -> Result<bool, Unwritten> {
    if std::fs::read(path).is_ok_and(|there| there == text.as_bytes()) {
        return Ok(false);
    }
    write::file(path, text.as_bytes(), Existing::Replace).map(|()| true)
}

/// Lines that are ours to say, or change without anything having changed.
const OWNED: [&str; 22] = [
    "VERSION",
    "PRODID",
    "UID",
    "REV",
    "FN",
    "N",
    "ORG",
    "TITLE",
    "KIND",
    "DTSTAMP",
    "SEQUENCE",
    "DTSTART",
    "DTEND",
    "DURATION",
    "SUMMARY",
    "LOCATION",
    "STATUS",
    "DUE",
    "COMPLETED",
    "LAST-MODIFIED",
    "ORGANIZER",
    "TRANSP",
];
/// Of them those that differ in every writing.
const VOLATILE: [&str; 5] = ["PRODID", "REV", "DTSTAMP", "SEQUENCE", "LAST-MODIFIED"];
/// Lines of which there may be several.
const SEVERAL: [&str; 11] =
    ["TEL", "EMAIL", "ATTENDEE", "NOTE", "ADR", "URL", "IMPP", "RELATED", "CATEGORIES", "X-SOCIALPROFILE", "COMMENT"];

/// Our record written over a file that another program keeps: what that program put there and we have no word for
/// stays. None when the file already says all that ours does.
pub fn over(ours: &str, theirs: &[u8], component: &str) -> Option<String> {
    let (mine, others) = (lines(ours.as_bytes(), component)?, lines(theirs, component)?);
    let there: HashSet<&str> = others.iter().map(|line| line.raw.as_str()).collect();
    let lasting = |line: &&Property| !VOLATILE.contains(&line.name.as_str()) && !line.name.starts_with("X-ATTACHE-");
    if mine.iter().filter(lasting).all(|line| there.contains(line.raw.as_str())) {
        return None;
    }
    let said: HashSet<&str> = mine.iter().map(|line| line.raw.as_str()).collect();
    let names: HashSet<&str> = mine.iter().map(|line| line.name.as_str()).collect();
    let reached: HashSet<String> = mine.iter().filter_map(reach).collect();
    let kept = |line: &&Property| {
        let name = line.name.as_str();
        let owned = OWNED.contains(&name) || name.starts_with("X-ATTACHE-") || name == "X-ABLABEL";
        let again = said.contains(line.raw.as_str()) || reach(line).is_some_and(|reach| reached.contains(&reach));
        !owned && !again && (SEVERAL.contains(&name) || !names.contains(name))
    };
    let kept: Vec<&Property> = others.iter().filter(kept).collect();
    let labelled = |line: &&Property| {
        line.name == "X-ABLABEL" && line.group.is_some() && kept.iter().any(|other| other.group == line.group)
    };
    let mut out = super::content::Writer::default();
    kept.iter().copied().chain(others.iter().filter(labelled)).for_each(|line| out.raw(&line.raw));
    let end = format!("END:{component}\r\n");
    Some(ours.replacen(&end, &format!("{}{end}", out.finish()), 1))
}

/// A number or an address as it is compared.
fn reach(line: &Property) -> Option<String> {
    match line.name.as_str() {
        "TEL" => Some(line.value().chars().filter(char::is_ascii_digit).collect()),
        "EMAIL" | "ATTENDEE" => Some(line.value().trim_start_matches("mailto:").to_lowercase()),
        _ => None,
    }
}

/// The lines of the first component of this name, without those of others inside it; none where it cannot be read.
fn lines(text: &[u8], component: &str) -> Option<Vec<Property>> {
    let mut from = Lines::new(text, None);
    let (mut found, mut depth, mut inside) = (Vec::new(), 0_usize, false);
    while let Some(line) = from.next_line().ok()? {
        let Some(property) = Property::read(line) else { continue };
        let value = property.value().trim();
        match property.name.as_str() {
            "BEGIN" if inside => depth += 1,
            "BEGIN" => inside = value.eq_ignore_ascii_case(component),
            "END" if inside && depth > 0 => depth -= 1,
            "END" if inside => return Some(found),
            _ if property.cut => return None,
            _ if inside && depth == 0 => found.push(property),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_program_put_there_stays_and_nothing_is_written_twice() {
        let theirs = "BEGIN:VCARD\nVERSION:3.0\nUID:x\nFN:Old\nTEL;TYPE=CELL:+7 900 1\nTEL:+7 1\nPHOTO:AAAA\nX-OWN:1\nNOTE:n\nREV:1\nEND:VCARD\n";
        let ours = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:x\r\nFN:New\r\nTEL;TYPE=work:+71\r\nREV:2\r\nEND:VCARD\r\n";
        let written = over(ours, theirs.as_bytes(), "VCARD").unwrap();
        for line in ["FN:New", "TEL;TYPE=CELL:+7 900 1", "PHOTO:AAAA", "X-OWN:1", "NOTE:n", "REV:2"] {
            assert_eq!(written.matches(&format!("{line}\r\n")).count(), 1, "{line}: {written}");
        }
        assert!(!written.contains("FN:Old") && !written.contains("TEL:+7 1"), "{written}");
        assert_eq!(over(ours, written.as_bytes(), "VCARD"), None);
        assert_eq!(over(ours, b"BEGIN:VCARD\nFN:cut", "VCARD"), None, "a broken file is left alone");
    }
}
