//! Content lines, the form that vCard and iCalendar share: how they are folded, escaped and read back, each with the
//! number of the physical line where it begins. Knows nothing of what a line means.

mod lines;
mod property;
mod write;

pub use lines::{Line, Lines, Unreadable};
pub use property::Property;
pub use write::{Writer, quoted, unquoted};

/// Octets of one line that are kept; a longer one is read past.
pub const LONGEST: usize = 1 << 20;

/// Lines that hold only words of the format itself.
const FORMAL: [&str; 17] = [
    "BEGIN",
    "END",
    "UID",
    "REV",
    "DTSTAMP",
    "SEQUENCE",
    "PRODID",
    "VERSION",
    "CALSCALE",
    "STATUS",
    "CLASS",
    "TRANSP",
    "TZID",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "TZNAME",
    "RRULE",
];
/// Lines that hold a moment.
const TIMES: [&str; 4] = ["DTSTART", "DTEND", "DUE", "COMPLETED"];

/// A finished file as its reader sees it: unfolded, escapes undone, moments as days and hours, without what only the
/// format needs.
pub fn plain_text(finished: &str) -> String {
    let mut out = String::new();
    for text in finished.replace("\r\n ", "").lines() {
        let Some(line) = Property::read(Line { number: 0, text: text.to_owned(), cut: false }) else { continue };
        if TIMES.contains(&line.name.as_str()) {
            out.push_str(&moment(line.value()));
        } else if !FORMAL.contains(&line.name.as_str()) {
            // Of the parameters only those in quotes are somebody's words.
            line.head().split('"').skip(1).step_by(2).for_each(|word| out.push_str(&format!("{word} ")));
            let value = line.value().replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";");
            out.push_str(&value.replace("\\\\", "\\"));
        }
        out.push('\n');
    }
    out
}

/// `20261201T100000` as `2026-12-01 10:00`.
fn moment(value: &str) -> String {
    let digits: Vec<char> = value.chars().filter(char::is_ascii_digit).collect();
    let part = |from: usize, to: usize| digits.get(from..to).map(|part| part.iter().collect::<String>());
    let day = [part(0, 4), part(4, 6), part(6, 8)].map(Option::unwrap_or_default).join("-");
    match (part(8, 10), part(10, 12)) {
        (Some(hour), Some(minute)) => format!("{day} {hour}:{minute}"),
        _ => day,
    }
}
