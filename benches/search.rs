//! Every key of a query on the largest book, and reading that book for search.
//!
//! `cargo bench --bench search`. The aim is one frame, 16 ms, for each key.

#[allow(dead_code, reason = "the generator also writes books to the disk")]
mod generator;

use std::sync::LazyLock;

use attache::domain::Book;
use attache::domain::search::{Query, SearchIndex};
use divan::{Bencher, black_box};

static BOOK: LazyLock<Book> = LazyLock::new(|| {
    let mut book = Book::default();
    for incoming in generator::Generator::rows(10_000) {
        book.put(incoming.record);
    }
    book
});

static INDEX: LazyLock<SearchIndex> = LazyLock::new(|| SearchIndex::of(&BOOK));

const TYPED: [&str; 12] = [
    "s",
    "a",
    "волга",
    "khadjiev",
    "gtnhjd",
    "minguan",
    "明远",
    "limit guarantee",
    "договор срок rate",
    "\"срок limit\"",
    "846",
    "nothing like this",
];

fn main() {
    divan::main();
}

/// The whole book read at once, as it is after opening.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn read(bencher: Bencher) {
    bencher.bench_local(|| SearchIndex::of(black_box(&BOOK)));
}

/// One key: eight hits of each kind.
#[divan::bench(args = TYPED, sample_count = 20, sample_size = 1)]
fn key(bencher: Bencher, typed: &str) {
    bencher.bench_local(|| INDEX.search(&BOOK, &Query::new(black_box(typed)), 8));
}
