//! Candidates: rows of a segment whose skeletons hold every word of a query, in the order of the segment.

use memchr::memmem::{self, Finder};

use super::query::Query;
use super::segment::Segment;

/// A query ready for scanning: for each thing wanted, the bytes of which one must be in the row.
pub(super) struct Wanted {
    groups: Vec<Vec<Finder<'static>>>,
}

impl Wanted {
    pub(super) fn new(query: &Query, among_names: bool) -> Self {
        let finder = |needle: &String| Finder::new(needle.as_bytes()).into_owned();
        let groups = query.words.iter().flat_map(|word| word.needles(among_names));
        let mut groups: Vec<Vec<Finder<'static>>> = groups.map(|ways| ways.iter().map(finder).collect()).collect();
        // The rarest first: the longest of few is scanned for, the others are looked up in the rows it shows.
        groups.sort_by_key(|ways| {
            let shortest = ways.iter().map(|way| way.needle().len()).min().unwrap_or(0);
            (std::cmp::Reverse(shortest), ways.len())
        });
        Self { groups }
    }

    /// The candidate rows of `segment`, and whether each begins with a wanted word.
    pub(super) fn candidates<'w>(&'w self, segment: &'w Segment) -> impl Iterator<Item = (usize, bool)> + 'w {
        let (first, others) = self.groups.split_first().map_or((&[][..], &[][..]), |(first, rest)| (first, rest));
        let next: Vec<Option<usize>> = first.iter().map(|way| way.find(segment.text())).collect();
        let mut rows = Rows { segment, ways: first, next };
        std::iter::from_fn(move || {
            loop {
                let row = rows.next_row()?;
                let text = segment.row_text(row);
                if others.iter().all(|ways| ways.iter().any(|way| way.find(text).is_some())) {
                    return Some((row, self.begins(text)));
                }
            }
        })
    }

    fn begins(&self, row_text: &[u8]) -> bool {
        let first = row_text.strip_prefix(b"\n").unwrap_or(row_text);
        self.groups.iter().flatten().any(|way| first.starts_with(way.needle()))
    }
}

/// Rows in which one of several needles stands, each once, in order.
struct Rows<'s> {
    segment: &'s Segment,
    ways: &'s [Finder<'static>],
    next: Vec<Option<usize>>,
}

impl Rows<'_> {
    fn next_row(&mut self) -> Option<usize> {
        let at = self.next.iter().flatten().min().copied()?;
        let row = self.segment.row_at(at);
        let end = self.segment.end(row);
        for (way, next) in self.ways.iter().zip(&mut self.next) {
            if next.is_some_and(|at| at < end) {
                *next = self.segment.text().get(end..).and_then(|rest| way.find(rest)).map(|found| end + found);
            }
        }
        Some(row)
    }
}

/// Whether `needle` stands in `text` at the beginning of a word.
pub(super) fn begins_a_word(text: &str, needle: &str) -> bool {
    memmem::find_iter(text.as_bytes(), needle.as_bytes())
        .any(|at| at == 0 || text.as_bytes().get(at - 1).is_some_and(|before| *before == b' '))
}
