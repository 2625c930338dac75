//! Books of any size from one seed: clients with people, roles, visits, promises, needs, notes and figures in
//! proportion, in three scripts. The same size gives the same book.

use attache::desk::{Clock, Desk};
use attache::domain::date::{Month, parse_day, parse_local};
use attache::domain::edit::{GivenHead, Incoming};
use attache::domain::table::Head;
use attache::domain::{Answers, Edit, Entity, Fields, Sentence};
use serde_json::{Value as Json, json};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The day on which every generated book is true: a Tuesday.
pub const TODAY: &str = "2026-11-24";

const COMPANIES: [&str; 8] =
    ["Волга", "Северсталь-Дон", "Агро Тракена", "Калиакра", "汀岚", "明远", "Ashcombe", "Quillon"];
const TRADES: [&str; 6] = ["Металл", "Логистик", "Зърно", "Софтуер", "精密", "Wines"];
const FAMILIES: [&str; 8] = ["Седов", "Петрова", "Радев", "Стоева", "赵", "李", "Ashby", "Mizuno"];
const GIVEN: [&str; 6] = ["Игорь", "Анна", "Мария", "明远", "Claire", "Георги"];
const WORDS: [&str; 10] =
    ["договор", "аккредитив", "срок", "limit", "guarantee", "обещание", "бюджет", "поръчителство", "付款", "rate"];
const STEPS: [&str; 5] = ["prepares", "agrees", "speaks_for", "budgets", "decides"];

/// What a book of so many clients holds.
pub struct Generator {
    random: fastrand::Rng,
    rows: Vec<Incoming>,
    next: u128,
}

/// A closed book of `clients` clients on disk, made once and kept below `target/`.
pub fn book_of(clients: usize) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("generated-{clients}-2.attache"));
    if !path.exists() {
        let half_made = path.with_extension("making");
        let _ = std::fs::remove_file(&half_made);
        write(&half_made, clients);
        std::fs::rename(&half_made, &path).unwrap();
    }
    path
}

pub fn clock() -> Clock {
    Clock::Standing(parse_local(&format!("{TODAY}T08:00")).unwrap())
}

fn write(path: &Path, clients: usize) {
    let rows = Generator::rows(clients);
    let mut desk = Desk::make_book(path, None, clock()).unwrap();
    let title = Sentence::new("title-snapshot").text("file", "generated");
    desk.make(&Edit::Import { title, rows }, &Answers::yes()).unwrap();
}

impl Generator {
    /// All rows of a book of `clients` clients: 4 people, 20 visits, 12 ledger months and more for each.
    pub fn rows(clients: usize) -> Vec<Incoming> {
        let mut generator = Self { random: fastrand::Rng::with_seed(7), rows: Vec::new(), next: 1 };
        for n in 0..clients {
            generator.client(n);
        }
        generator.rows
    }

    fn add(&mut self, entity: Entity, fields: Json) -> String {
        let uid = Uuid::from_u128((0x0190_0000_0000_7000_8000_u128 << 48) | self.next);
        self.next += 1;
        let at = parse_day("2026-01-05").unwrap().and_hms_opt(9, 0, 0).unwrap().and_utc();
        let head = Head { uid, rev: 1, created_at: at, updated_at: at };
        let Json::Object(fields) = fields else { unreachable!("rows are objects") };
        let fields: Fields = fields;
        let record = entity.record(head, &fields).unwrap_or_else(|fault| panic!("{entity:?}: {fault:?}"));
        self.rows.push(Incoming { record, given: GivenHead { rev: true, created_at: true, updated_at: true } });
        uid.to_string()
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.random.usize(..words.len())]
    }

    fn text(&mut self, words: usize) -> String {
        (0..words).map(|_| self.pick(&WORDS)).collect::<Vec<_>>().join(" ")
    }

    /// A day up to so many days before or after today.
    fn day(&mut self, from: i64, to: i64) -> String {
        let day = parse_day(TODAY).unwrap() + chrono::TimeDelta::days(self.random.i64(from..=to));
        day.to_string()
    }

    fn client(&mut self, n: usize) {
        let name = format!("{} {} {n}", self.pick(&COMPANIES), self.pick(&TRADES));
        let start = self.day(-4000, -800);
        let row = json!({"handle": format!("client-{n}"), "name": name, "vip_category": "long_standing", "status": "active",
                "assigned_on": start, "relation_start": start, "industry": self.pick(&TRADES), "segment": "large",
                "tags": [self.pick(&WORDS)]});
        let client = self.add(Entity::Client, row);
        let people: Vec<String> = (0..4).map(|at| self.person(n, at, &client)).collect();
        self.visits(&client, &people);
        self.work(&client, &people);
        self.figures(&client);
    }

    fn person(&mut self, n: usize, at: usize, client: &str) -> String {
        let (family, given) = (self.pick(&FAMILIES), self.pick(&GIVEN));
        let birthday = format!("--{:02}-{:02}", self.random.u8(1..=12), self.random.u8(1..=28));
        let row = json!({"handle": format!("person-{n}-{at}"), "family_name": family, "given_name": given, "side": "client",
                "birthday": birthday, "work_phones": [{"value": format!("+7 900 {:07}", n * 4 + at), "label": null}]});
        let person = self.add(Entity::Person, row);
        let level = ["board", "top", "middle", "specialist"][at];
        let row = json!({"person": person, "client": client, "position": self.pick(&WORDS), "level": level,
                "is_primary": true, "from": "2020-01-01"});
        self.add(Entity::Affiliation, row);
        let learned = self.day(-700, -1);
        let row = json!({"person": person, "client": client, "kind": STEPS[(at + n) % 5], "certainty": "heard",
                "learned_on": learned});
        self.add(Entity::Role, row);
        let stance = json!({"person": person, "client": client, "value": self.random.i64(-2..=2),
            "influence": self.random.i64(1..=5), "on": learned});
        self.add(Entity::Stance, stance);
        person
    }

    fn visits(&mut self, client: &str, people: &[String]) {
        for n in 0..20 {
            let ahead = n == 0;
            let day = if ahead { self.day(0, 30) } else { self.day(-1200, -1) };
            let who = people[self.random.usize(..people.len())].clone();
            let came = if ahead { Json::Null } else { "yes".into() };
            let outcome = if ahead { Json::Null } else { self.text(12).into() };
            let visit = json!({"client": client, "kind": "meeting", "start": format!("{day}T{:02}:00", 8 + n % 9),
                "zone": "Europe/Sofia", "minutes": 60, "place_kind": "theirs",
                "status": if ahead { "planned" } else { "held" }, "purpose": self.text(5), "outcome": outcome,
                "attendees": [{"person": who, "expected": true, "came": came}]});
            self.add(Entity::Visit, visit);
        }
    }

    fn work(&mut self, client: &str, people: &[String]) {
        for n in 0..3 {
            let made = self.day(-60, -10);
            let (due, text) = (self.day(-5, 30), self.text(4));
            let who = if n == 0 { "we" } else { "they" };
            let promise = json!({"client": client, "who": who, "text": text, "made_on": made, "due": due});
            self.add(Entity::Commitment, promise);
        }
        for _ in 0..2 {
            let need = json!({"client": client, "title": self.text(4), "voice": "hidden", "theme": "financing",
                "owner_person": people[0]});
            self.add(Entity::Need, need);
            let note = json!({"client": client, "on": self.day(-400, -1), "topic": "market", "text": self.text(20)});
            self.add(Entity::Note, note);
        }
        let mood = json!({"client": client, "on": self.day(-300, -1), "score": self.random.i64(3..=10)});
        self.add(Entity::Satisfaction, mood);
    }

    fn figures(&mut self, client: &str) {
        let last = Month::new(2026, 10).unwrap();
        for back in 0..12 {
            let month = last.plus(-back).to_string();
            let row = json!({"client": client, "month": month, "currency": "EUR", "closed": true,
                "income": self.random.i64(10_000..5_000_000), "cost": self.random.i64(5_000..2_000_000),
                "turnover": self.random.i64(1_000_000..90_000_000)});
            self.add(Entity::LedgerMonth, row);
        }
    }
}
