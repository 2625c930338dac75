//! What the file of a brief is called: day, client, reader, language; nothing that gives anything away.

use super::Reader;
use super::pen::Pen;
use super::shareable;

/// Longer names are trouble on some disks.
const MOST: usize = 80;

pub(super) fn stem(pen: &Pen<'_>, reader: Reader) -> String {
    let short = pen.client.short_name.clone().unwrap_or_else(|| shareable::client::name(pen.client).into_inner());
    let tail = format!("{}_{}", reader.word(), pen.words.lang().word());
    let day = pen.visit.map_or(pen.view.today, |visit| pen.day(visit));
    // Day, two underscores, tail and an ending of five characters stay whole.
    let room = MOST - day.to_string().len() - tail.len() - 2 - 5;
    format!("{day}_{}_{tail}", safe(&short).chars().take(room).collect::<String>())
}

/// Letters and digits of any script, `-` and `.`; everything else is `_`.
fn safe(name: &str) -> String {
    let keep = |c: char| if c.is_alphanumeric() || c == '-' { c } else { '_' };
    name.trim().chars().map(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_folder() {
        assert_eq!(safe("../etc/passwd"), "___etc_passwd");
        assert_eq!(safe("ООО «Волга»/汀岚"), "ООО__Волга__汀岚");
    }
}
