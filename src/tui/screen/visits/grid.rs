//! How a week is laid out in cells: columns of days, lines of hours. Knows no colours and paints nothing.

use std::ops::Range;

use chrono::Timelike;

use crate::domain::figures::calendar::Closed;
use crate::domain::figures::week::{Placed, Week, WeekDay};

/// Cells of the hours at the left.
pub(super) const AXIS: u16 = 3;

/// Most lines that a visit takes: time, client, people.
const MOST: usize = 3;

/// The columns of the days: where each begins and how wide it is. A day off without visits takes only what its name
/// needs, the others share the rest.
pub(super) fn columns(week: &Week, width: u16, least: u16) -> Vec<(u16, u16)> {
    let is_narrow = |day: &WeekDay| day.closed == Some(Closed::DayOff) && day.visits.is_empty();
    let width = width.saturating_sub(AXIS);
    let even = width / 7;
    let least = least.min(even);
    let narrow = u16::try_from(week.days.iter().filter(|day| is_narrow(day)).count()).unwrap_or(0);
    let (others, rest) = (7 - narrow, width.saturating_sub(narrow * least));
    let (mut columns, mut x, mut spare) = (Vec::new(), AXIS, if others == 0 { 0 } else { rest % others });
    for day in &week.days {
        let own = match is_narrow(day) {
            true if others > 0 => least,
            true => even,
            false => {
                let more = u16::from(spare > 0);
                spare -= more;
                rest / others + more
            }
        };
        columns.push((x, own));
        x += own;
    }
    columns
}

/// An hour in the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hour {
    pub hour: u32,
    /// Its first line, and how many it has.
    pub first: usize,
    pub height: usize,
    /// Lines of each visit that begins in it.
    pub of_visit: usize,
}

/// The lines of the hours.
pub(super) struct Hours(pub Vec<Hour>);

impl Hours {
    /// A line for each hour and each visit; then visits get a second and a third as long as there is room, and what is
    /// left over spreads the hours.
    pub fn of(week: &Week, room: usize) -> Self {
        let stacks: Vec<(u32, usize)> = week.hours().map(|hour| (hour, highest(week, hour))).collect();
        let mut used: usize = stacks.iter().map(|(_, stack)| stack.max(&1)).sum();
        let mut of_visit = vec![1; stacks.len()];
        for most in 2..=MOST {
            for ((_, stack), lines) in stacks.iter().zip(&mut of_visit) {
                if *lines + 1 == most && *stack > 0 && used + stack <= room {
                    *lines = most;
                    used += stack;
                }
            }
        }
        let left = room.saturating_sub(used);
        let (more, rest) = (left / stacks.len().max(1), left % stacks.len().max(1));
        let mut first = 0;
        let lines = stacks.into_iter().zip(of_visit).enumerate().map(|(n, ((hour, stack), of_visit))| {
            let more = more + usize::from(n < rest);
            let line = Hour { hour, first, height: (stack * of_visit).max(1) + more, of_visit };
            first += line.height;
            line
        });
        Self(lines.collect())
    }

    pub fn len(&self) -> usize {
        self.0.last().map_or(0, |line| line.first + line.height)
    }

    /// The first line of the n-th visit that begins in an hour, and the one after its last.
    pub fn lines_of(&self, hour: u32, nth: usize) -> Range<usize> {
        let of_hour = self.0.iter().find(|line| line.hour == hour);
        of_hour.map_or(0..1, |line| {
            let first = line.first + nth * line.of_visit;
            first..first + line.of_visit
        })
    }
}

/// The most visits that begin in an hour on one day.
fn highest(week: &Week, hour: u32) -> usize {
    week.days.iter().map(|day| beginning(day, hour).count()).max().unwrap_or(0)
}

/// Visits that begin in an hour of a day.
pub(super) fn beginning(day: &WeekDay, hour: u32) -> impl Iterator<Item = &Placed> {
    day.visits.iter().filter(move |placed| placed.from.hour() == hour)
}

/// Whether something that began earlier still goes on in an hour.
pub(super) fn goes_on(day: &WeekDay, hour: u32) -> bool {
    day.visits.iter().any(|placed| placed.from.hour() < hour && placed.hours().contains(&hour))
}

/// Those of a row of parts that fit beside each other, the one at the cursor among them. Where some are left out there
/// is room to say how many.
pub(super) fn in_line(widths: &[usize], at: usize, room: usize) -> Range<usize> {
    const MORE: usize = 3;
    let fits = |range: &Range<usize>| {
        let more = if range.len() < widths.len() { MORE } else { 0 };
        widths.get(range.clone()).is_some_and(|parts| parts.iter().sum::<usize>() + more <= room + 1)
    };
    let ending = |start: usize| (at + 1..=widths.len()).rev().map(move |end| start..end).find(|range| fits(range));
    (0..=at).find_map(ending).unwrap_or(at..(at + 1).min(widths.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, demo_today};

    #[test]
    fn columns_fill_the_width_and_days_off_take_little_of_it() {
        let week = Week::of(&DEMO, demo_today(), None);
        for width in [60, 80, 100, 160] {
            let columns = columns(&week, width, 7);
            assert_eq!(columns.iter().map(|(_, own)| own).sum::<u16>() + AXIS, width);
            assert_eq!((columns[5].1, columns[6].1), (7, 7), "{width}");
            assert!(columns.windows(2).all(|pair| pair[0].0 + pair[0].1 == pair[1].0));
        }
    }

    #[test]
    fn a_line_shows_what_fits_and_always_what_the_cursor_is_on() {
        for (widths, at, room, shown) in [
            (&[10, 10, 10][..], 0, 30, 0..3),
            (&[10, 10, 10], 0, 28, 0..2),
            (&[10, 10, 10], 2, 28, 1..3),
            (&[10, 10, 10], 1, 12, 1..2),
            (&[40], 0, 12, 0..1),
            (&[], 0, 12, 0..0),
        ] {
            assert_eq!(in_line(widths, at, room), shown, "{widths:?} {at} {room}");
        }
    }

    #[test]
    fn hours_take_as_much_room_as_there_is() {
        let week = Week::of(&DEMO, demo_today(), None);
        for (room, least, most) in [(9, 1, 1), (14, 1, 2), (17, 2, 2), (24, 3, 3), (40, 3, 3)] {
            let hours = Hours::of(&week, room);
            let visited = |line: &&Hour| highest(&week, line.hour) > 0;
            let of_visit = || hours.0.iter().filter(visited).map(|line| line.of_visit);
            assert_eq!((of_visit().min(), of_visit().max()), (Some(least), Some(most)), "{room}");
            assert!(hours.len() <= room.max(10), "{room}");
            assert!(hours.0.windows(2).all(|pair| pair[0].first + pair[0].height == pair[1].first), "{room}");
        }
    }
}
