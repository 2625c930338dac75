//! The book at scale: opening, one saved edit, beside a bare reading of the same rows.
//!
//! `cargo bench --bench book`; the first run makes the books and keeps them below `target/`.

mod generator;

use attache::desk::Desk;
use attache::domain::date::Month;
use attache::domain::{Amend, Answers, Edit, Entity, Row};
use divan::{Bencher, black_box};
use generator::{book_of, clock};

const SIZES: [usize; 3] = [30, 300, 10_000];

fn main() {
    divan::main();
}

/// The whole book in memory.
#[divan::bench(args = SIZES, max_time = 20, sample_count = 10)]
fn open(bencher: Bencher, clients: usize) {
    let path = book_of(clients);
    bencher.bench_local(|| Desk::open(&path, None, clock()).unwrap());
}

/// What no program can beat by much: every value of the same rows read and thrown away.
#[divan::bench(args = SIZES, max_time = 20, sample_count = 10)]
fn select_all(bencher: Bencher, clients: usize) {
    let path = book_of(clients);
    bencher.bench_local(|| {
        let db = rusqlite::Connection::open_with_flags(&path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        for entity in Entity::ALL {
            let mut statement = db.prepare(&format!("SELECT * FROM \"{}\"", entity.table())).unwrap();
            let width = statement.column_count();
            let mut rows = statement.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                for column in 0..width {
                    black_box(row.get_ref(column).unwrap());
                }
            }
        }
    });
}

/// One edit planned, checked, written to the disk and applied.
#[divan::bench(args = SIZES, sample_count = 20)]
fn save_edit(bencher: Bencher, clients: usize) {
    let copy = tempfile::NamedTempFile::new().unwrap();
    std::fs::copy(book_of(clients), copy.path()).unwrap();
    let mut desk = Desk::open(copy.path(), None, clock()).unwrap();
    let client = desk.book().client.iter().next().unwrap().head.uid;
    let mut n = 0;
    bencher.bench_local(|| {
        n += 1;
        let fields = [("region".to_owned(), format!("region {n}").into())].into_iter().collect();
        desk.make(&Edit::Amend(Amend::new(Entity::Client, client, fields)), &Answers::yes()).unwrap()
    });
}

/// The pyramid of the whole book, every value counted anew: the first time it is asked for.
#[divan::bench(args = SIZES, max_time = 10)]
fn pyramid_first(bencher: Bencher, clients: usize) {
    let desk = Desk::open(&book_of(clients), None, clock()).unwrap();
    let month = Month::of(desk.today());
    // A copy of a book keeps no figures. It is handed back, so that its end is not measured with it.
    bencher.with_inputs(|| desk.book().clone()).bench_local_values(|book| (book.pyramid(month), book));
}

/// The pyramid again after a figure of one client has changed: what a key waits for.
#[divan::bench(args = SIZES, max_time = 10)]
fn pyramid_again(bencher: Bencher, clients: usize) {
    let desk = Desk::open(&book_of(clients), None, clock()).unwrap();
    let (month, mut book) = (Month::of(desk.today()), desk.book().clone());
    let row = book.ledger_month.iter().next().unwrap().clone().into_record();
    book.pyramid(month);
    bencher.bench_local(|| {
        book.put(row.clone());
        book.pyramid(month)
    });
}
