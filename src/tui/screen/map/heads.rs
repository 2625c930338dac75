//! The heads of columns: names that would be cut to the same are told apart, long positions go on beneath.

use crate::tui::cells;

/// Names for so many cells: where two would read alike, their leading words become initials, else their ends are shown.
pub(super) fn apart(names: &[String], room: usize, cut: &str) -> Vec<String> {
    let whole = |name: &str| cells::fit(name, room, cut);
    let heads: Vec<String> = names.iter().map(|name| whole(name)).collect();
    let alike = |n: usize| (0..names.len()).filter(|other| heads[*other] == heads[n]).collect::<Vec<_>>();
    let shown = |n: usize| {
        let group = alike(n);
        let forms: [&dyn Fn(&str) -> String; 2] = [&|name| whole(&abbreviated(name)), &|name| end(name, room, cut)];
        let differ = |form: &dyn Fn(&str) -> String| {
            let own = form(&names[n]);
            group.iter().all(|other| *other == n || form(&names[*other]) != own)
        };
        let form = if group.len() > 1 { forms.into_iter().find(|form| differ(*form)) } else { None };
        form.map_or_else(|| heads[n].clone(), |form| form(&names[n]))
    };
    (0..names.len()).map(shown).collect()
}

/// `И. П. Иванова`: all but the last word as initials.
fn abbreviated(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let Some((last, rest)) = words.split_last() else { return String::new() };
    let initials = rest.iter().filter_map(|word| word.chars().next()).map(|first| format!("{first}."));
    initials.chain([(*last).to_owned()]).collect::<Vec<_>>().join(" ")
}

/// The last cells of a name.
fn end(name: &str, room: usize, cut: &str) -> String {
    let mut kept: Vec<char> = Vec::new();
    for c in name.chars().rev() {
        let longer: String = kept.iter().rev().fold(c.to_string(), |text, c| text + &c.to_string());
        if cells::width(&longer) + cells::width(cut) > room {
            break;
        }
        kept.push(c);
    }
    if kept.len() == name.chars().count() {
        name.to_owned()
    } else {
        format!("{cut}{}", kept.iter().rev().collect::<String>())
    }
}

/// At most so many lines; what does not fit is cut in the last one by whoever draws it.
pub(super) fn wrapped(text: &str, room: usize, most: usize) -> Vec<String> {
    let lines = by_words(text, room);
    if lines.len() <= most {
        return lines;
    }
    let (first, rest) = lines.split_at(most.saturating_sub(1));
    first.iter().cloned().chain([rest.join(" ")]).collect()
}

/// Broken between words alone: one that is too long stands by itself. Wide signs break anywhere.
fn by_words(text: &str, room: usize) -> Vec<String> {
    if cells::width(text) > text.chars().count() {
        return cells::wrap(text, room);
    }
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if cells::width(line) + 1 + cells::width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_would_be_cut_to_the_same_are_told_apart() {
        for (names, expected) in [
            (&["Sedov", "Orlova"][..], "Sedov|Orlova"),
            (&["Ivanova Irina Pavlovna", "Sedov"], "Ivanova Iri…|Sedov"),
            (&["Ivanova Irina Pavlovna", "Ivanova Irina Petrovna"], "I. I. Pavlo…|I. I. Petro…"),
            (&["Konstantinopolskaya A", "Konstantinopolskaya B"], "K. A|K. B"),
            (&["Konstantinopolskaya", "Konstantinopolsky"], "…tinopolskaya|…antinopolsky"),
            (&["Same Very Long Name", "Same Very Long Name"], "Same Very L…|Same Very L…"),
        ] {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            let room = if names[0].starts_with("Konstantinopolskaya") && !names[0].contains(' ') { 13 } else { 12 };
            assert_eq!(apart(&names, room, "…").join("|"), expected);
        }
    }

    #[test]
    fn a_long_position_goes_on_beneath() {
        for (text, most, expected) in [
            ("", 2, ""),
            ("chairman", 2, "chairman"),
            ("head of treasury", 2, "head of|treasury"),
            ("head of treasury and all", 2, "head of|treasury and all"),
            ("commercialisation head", 2, "commercialisation|head"),
            ("head of treasury", 1, "head of treasury"),
        ] {
            assert_eq!(wrapped(text, 10, most).join("|"), expected, "{text} {most}");
        }
    }
}
