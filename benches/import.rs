//! A bank's export of 240 months of 300 clients: read into rows of the ledger, beside the csv crate alone reading the
//! same bytes; then planned; then planned and saved into an encrypted book on the disk.
//!
//! `cargo bench --bench import`

use std::fmt::Write;

use attache::desk::{Clock, Desk, Passphrase};
use attache::domain::column_map::ColumnMap;
use attache::domain::ledger_file::{self, Figures, Headings, Wishes};
use attache::domain::{Amend, Answers, Book, Edit, Entity};
use attache::export::table;
use divan::{Bencher, black_box};

const CLIENTS: usize = 300;
const MONTHS: usize = 240;

fn main() {
    divan::main();
}

/// Rows in no order that helps: month by month, as a bank writes them.
fn file() -> String {
    let mut text = "Клиент;Месяц;Валюта;Доход;Затраты;Оборот;Средний остаток\n".to_owned();
    let mut random = fastrand::Rng::with_seed(7);
    for month in 0..MONTHS {
        for client in 0..CLIENTS {
            let (year, month) = (2006 + month / 12, month % 12 + 1);
            let mut amount = |most: u32| {
                format!("{}\u{a0}{:03},{:02}", random.u32(1..most), random.u32(0..1000), random.u32(0..100))
            };
            let (income, cost, turnover) = (amount(900), amount(90), amount(900));
            let _ = writeln!(text, "ООО «Клиент {client:03}»;{month:02}.{year};RUB;{income};{cost};{turnover};н/д");
        }
    }
    text
}

fn clock() -> Clock {
    Clock::Standing("2026-11-23".parse::<chrono::NaiveDate>().unwrap().and_hms_opt(8, 0, 0).unwrap())
}

/// A book with the clients, whose own currency is that of the file: what they have brought can be told.
fn with_clients(mut desk: Desk) -> Desk {
    let settings = desk.book().settings().head.uid;
    let fields = [("reporting_currency".to_owned(), "RUB".into())].into_iter().collect();
    desk.make(&Edit::Amend(Amend::new(Entity::Settings, settings, fields)), &Answers::yes()).unwrap();
    let add = |client: usize| {
        let fields = [("name".to_owned(), format!("ООО «Клиент {client:03}»").into())].into_iter().collect();
        Edit::Add { entity: Entity::Client, fields }
    };
    let title = attache::domain::Sentence::new("title-snapshot").text("file", "bench");
    let edits = (0..CLIENTS).map(add).collect();
    desk.make(&Edit::Together { title, client: None, edits }, &Answers::yes()).unwrap();
    desk
}

fn desk() -> Desk {
    with_clients(Desk::throwaway(clock()).unwrap())
}

fn figures(book: &Book, bytes: &[u8]) -> Figures {
    let fits = |table: &_| Headings::find(table, &ColumnMap::default(), true).is_ok();
    let sheet = table::open(bytes, None, fits).unwrap().remove(0);
    let reading = ledger_file::read(book, &sheet.table, &Wishes::default()).unwrap();
    assert_eq!((reading.rows.len(), reading.rejected.len()), (CLIENTS * MONTHS, 0));
    Figures { source: "bench.csv".to_owned(), rows: reading.rows, replace: false }
}

/// Bytes to rows: encoding, separator, heading, clients, months, exact amounts.
#[divan::bench(sample_count = 20)]
fn read_figures(bencher: Bencher) {
    let (desk, text) = (desk(), file());
    bencher.bench_local(|| figures(desk.book(), text.as_bytes()));
}

/// Every cell of the same bytes, and nothing done with it.
#[divan::bench(sample_count = 20)]
fn csv_alone(bencher: Bencher) {
    let text = file();
    bencher.bench_local(|| {
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record).unwrap() {
            for cell in &record {
                black_box(cell);
            }
        }
    });
}

/// The rows checked by the rules, and the tiers of every month they close.
#[divan::bench(sample_count = 1)]
fn plan_figures(bencher: Bencher) {
    let (desk, text) = (desk(), file());
    let edit = Edit::Figures(figures(desk.book(), text.as_bytes()));
    bencher.bench_local(|| desk.preview(&edit, &Answers::default()).unwrap());
}

/// The same planned, written with their journal and seals into an encrypted book, and shown.
#[divan::bench(sample_count = 3)]
fn write_figures(bencher: Bencher) {
    let text = file();
    let folder = tempfile::tempdir().unwrap();
    let mut n = 0;
    let book = || {
        n += 1;
        let passphrase = Passphrase::from("bench");
        let path = folder.path().join(format!("{n}.attache"));
        let desk = with_clients(Desk::make_book(&path, Some(&passphrase), clock()).unwrap());
        let edit = Edit::Figures(figures(desk.book(), text.as_bytes()));
        (desk, edit)
    };
    bencher.with_inputs(book).bench_local_values(|(mut desk, edit)| {
        desk.make(&edit, &Answers::yes()).unwrap();
        (desk, edit)
    });
}
