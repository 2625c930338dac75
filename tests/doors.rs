//! No door leads to a book that could not be true: edits of the desk, command lines and files, at random, against a
//! reading of the book that knows none of the rules it looks after.

mod cli_rig;
mod fixtures;
mod lines;
mod truth;
mod wishes;

use std::collections::BTreeMap;

use attache::desk::{Clock, Desk, Made, Trouble};
use attache::domain::date::parse_local;
use attache::domain::gates::FORCED;
use attache::domain::words::StepKind;
use attache::domain::{Amend, Answers, Edit, Entity, Fields, Sentence};
use attache::export::snapshot;
use fastrand::Rng;
use fixtures::{Folder, assert_same, picture};
use serde_json::Value as Json;
use truth::{Rows, gates, offers};
use wishes::values::pick;

fn import(desk: &mut Desk, picture: &str) -> Result<(), Trouble> {
    let rows = snapshot::read(picture, desk.now()).map_err(Trouble::from)?.rows;
    let edit = Edit::Import { title: Sentence::new("title-snapshot").text("file", "x"), rows };
    desk.make(&edit, &Answers::yes()).map(drop)
}

/// The rows of a book brought into an empty one, where every fact is checked anew; on a later day they are as true.
fn brought_in(picture: &str) -> Desk {
    for later in ["2027-03-01", "2028-01-01"] {
        let clock = Clock::Standing(parse_local(&format!("{later}T08:00")).unwrap());
        let mut desk = Desk::throwaway(clock).unwrap();
        import(&mut desk, picture).unwrap_or_else(|trouble| panic!("{later}: {trouble:?}"));
    }
    let mut desk = Desk::throwaway(fixtures::clock()).unwrap();
    import(&mut desk, picture).unwrap_or_else(|trouble| panic!("{trouble:?}"));
    desk
}

/// Two clients of the small book in one group, on every other course: what belongs to the house can go about in it.
fn in_a_group(desk: &mut Desk, course: u64) {
    if course.is_multiple_of(2) {
        return;
    }
    let client = |handle: &str| desk.book().client.iter().find(|client| client.handle == handle).unwrap().head.uid;
    let (head, below) = (client("kaliakra"), client("marrowick"));
    let fields = Fields::from_iter([("parent".to_owned(), head.to_string().into())]);
    desk.make(&Edit::Amend(Amend::new(Entity::Client, below, fields)), &Answers::yes()).unwrap();
}

#[track_caller]
fn assert_true(found: Vec<String>, by: &str) {
    assert!(found.is_empty(), "{by}: {found:#?}");
}

/// A book on its way, and its rows as the last edit left them.
struct Course {
    desk: Desk,
    rows: Rows,
}

impl Course {
    fn begin(desk: Desk) -> Self {
        let rows = Rows::read(&picture(&desk));
        Self { desk, rows }
    }

    fn make_any(&mut self, seed: u64) {
        let mut random = Rng::with_seed(seed);
        let edit = wishes::edit(&mut random, self.desk.book());
        self.make(edit, random, seed);
    }

    /// Makes an edit where the rules let it pass; a stage that rose without force has its gates behind it.
    fn make(&mut self, edit: Edit, mut random: Rng, seed: u64) {
        let answers = wishes::answers(&mut random);
        let forced = matches!(&edit, Edit::Amend(amend) if amend.force && amend.reason.is_some());
        // Files have a test of their own.
        if matches!(edit, Edit::Import { .. }) {
            return;
        }
        match self.desk.make(&edit, &answers) {
            Err(Trouble::Failed(error)) => panic!("{error}: {edit:?}"),
            Ok(made) if made.step.is_some() => {
                let after = Rows::read(&picture(&self.desk));
                let merges = matches!(edit, Edit::MergeClients { .. } | Edit::MergePeople { .. });
                let moved = if merges { Vec::new() } else { offers::moved(&self.rows, &after) };
                assert_true(moved, &format!("{seed}: {edit:?}"));
                let slipped = if forced { Vec::new() } else { gates::slipped(&self.rows, &after) };
                assert_true(slipped, &format!("{seed}: {edit:?}"));
                self.rows = after;
            }
            _ => {}
        }
    }
}

/// Known courses, not any: the first that fails stands in the message.
#[test]
fn edits_lead_to_a_true_book() {
    assert_true(truth::untrue(&picture(&Folder::with_small_book().open())), "at first");
    for course in 0..16 {
        let folder = Folder::with_small_book();
        let mut desk = folder.open();
        in_a_group(&mut desk, course);
        let mut way = Course::begin(desk);
        (0..80).for_each(|seed| way.make_any(course * 1000 + seed));
        let made = picture(&way.desk);
        assert_true(truth::untrue(&made), &format!("course {course}"));
        assert_same(&picture(&brought_in(&made)), &made, &format!("course {course}"));
    }
}

/// The same where every second edit is about how a client decides.
#[test]
fn edits_of_offers_needs_and_stages_lead_to_a_true_book() {
    for course in 100..108 {
        let folder = Folder::with_small_book();
        let mut way = Course::begin(folder.open());
        let mut random = Rng::with_seed(course);
        for seed in 0..40 {
            way.make_any(course * 1000 + seed);
            for _ in 0..3 {
                let edit = wishes::decision(&mut random, way.desk.book());
                way.make(edit, random.fork(), seed);
            }
        }
        let made = picture(&way.desk);
        assert_true(truth::untrue(&made), &format!("course {course}"));
        assert_same(&picture(&brought_in(&made)), &made, &format!("course {course}"));
    }
}

/// A step goes from beneath those that came after it, or stays: what is left could be true.
#[test]
fn steps_taken_out_of_the_middle_leave_a_true_book() {
    for course in 0..8 {
        let folder = Folder::with_small_book();
        let mut way = Course::begin(folder.open());
        (0..50).for_each(|seed| way.make_any(course * 1000 + seed));
        let Course { mut desk, .. } = way;
        let first = 2;
        for number in first..desk.last_step() {
            if desk.undo_step(number).is_ok() {
                assert_true(truth::untrue(&picture(&desk)), &format!("course {course}, without step {number}"));
            }
        }
        let left = picture(&desk);
        assert_same(&picture(&brought_in(&left)), &left, &format!("course {course}"));
    }
}

/// What a plain undo or redo leaves after a step has gone from beneath it: a book that could be true, with no stage
/// risen past a gate that is shut now.
fn moved_on(desk: &mut Desk, lowest: i64, by: &str, step: impl Fn(&mut Desk) -> Result<Made, Trouble>) -> bool {
    let before = picture(desk);
    let made = match step(desk) {
        Ok(made) => desk.step(made.step.unwrap()).unwrap(),
        Err(Trouble::Failed(error)) => panic!("{by}: {error}"),
        Err(Trouble::Refused(_)) => {
            assert_same(&picture(desk), &before, by);
            return false;
        }
    };
    let after = picture(desk);
    let of = desk.step(made.of.unwrap()).unwrap();
    let by = format!("{by}, {:?} of step {}", made.kind, of.number);
    assert_true(truth::untrue(&after), &by);
    if of.number > lowest && (made.kind == StepKind::Undo || of.title.id != FORCED) {
        assert_true(gates::slipped(&Rows::read(&before), &Rows::read(&after)), &by);
    }
    true
}

#[test]
fn undo_and_redo_after_a_step_out_of_the_middle_leave_a_true_book() {
    let (mut passed, mut refused) = (0, 0);
    for course in 0..6 {
        let folder = Folder::with_small_book();
        let mut way = Course::begin(folder.open());
        let mut random = Rng::with_seed(course);
        for seed in 0..50 {
            way.make_any(course * 1000 + seed);
            let edit = wishes::succession(&mut random, way.desk.book());
            way.make(edit, random.fork(), seed);
        }
        let Course { mut desk, .. } = way;
        let (last, mut lowest) = (desk.last_step(), i64::MAX);
        for _ in 0..6 {
            let number = random.i64(2..=last);
            if moved_on(&mut desk, i64::MAX, &format!("course {course}"), |desk| desk.undo_step(number)) {
                lowest = lowest.min(number);
            }
            let by = format!("course {course}, without step {number}");
            for _ in 0..random.usize(1..12) {
                let turn = |desk: &mut Desk| desk.undo(&Answers::yes());
                *(if moved_on(&mut desk, lowest, &by, turn) { &mut passed } else { &mut refused }) += 1;
            }
            for _ in 0..random.usize(1..12) {
                *(if moved_on(&mut desk, lowest, &by, Desk::redo) { &mut passed } else { &mut refused }) += 1;
            }
        }
        let left = picture(&desk);
        assert_same(&picture(&brought_in(&left)), &left, &format!("course {course}"));
    }
    assert!(passed > 100 && refused > 0, "{passed} passed, {refused} refused");
}

const COURSES: u64 = 4;
const MOST_COURSES: u64 = 12;
/// What a course of command lines cannot do without.
const MUST_PASS: [&str; 12] = [
    "role set",
    "role edit",
    "stance set",
    "need edit",
    "offer present",
    "client edit",
    "term edit",
    "promise done",
    "problem answer",
    "visit plan",
    "visit cancel",
    "undo --step",
];

/// A command line that refuses leaves every byte as it was; one that saves leaves a book that could be true.
#[test]
fn command_lines_lead_to_a_true_book() {
    let mut codes = BTreeMap::<(String, i32), usize>::new();
    let passed = |codes: &BTreeMap<(String, i32), usize>, command: &str| {
        codes.iter().any(|((made, code), _)| made == command && *code == 0)
    };
    // Identifiers carry the time, so that no two runs draw alike: more courses where one has not come to pass yet.
    for course in 0..MOST_COURSES {
        if course >= COURSES && MUST_PASS.iter().all(|command| passed(&codes, command)) {
            break;
        }
        let desk = cli_rig::Desk::empty();
        std::fs::write(desk.book(), Folder::with_small_book().bytes()).unwrap();
        let export = |desk: &cli_rig::Desk| desk.says(&["export", "--format", "json"]);
        let now = |desk: &cli_rig::Desk| picture(&Desk::open(&desk.book(), None, fixtures::clock()).unwrap());
        let mut before = now(&desk);
        for seed in 0..50 {
            let mut random = Rng::with_seed(course * 1000 + seed);
            let line = lines::any(&mut random, &Rows::read(&before));
            let by = format!("course {course}, {seed}: attache {}", line.join(" "));
            let bytes = desk.bytes();
            let out = desk.run(&line.iter().map(String::as_str).collect::<Vec<_>>());
            let code = out.status.code().unwrap_or(-1);
            assert!((0..=3).contains(&code), "{by}: {code}, {}", String::from_utf8_lossy(&out.stderr));
            *codes.entry((line[..2].join(" "), code)).or_default() += 1;
            if code != 0 {
                assert!(desk.bytes() == bytes, "{by}: refused, and something changed");
                continue;
            }
            let after = now(&desk);
            assert_true(truth::untrue(&after), &by);
            let taken_back = matches!(line[0].as_str(), "undo" | "redo");
            if !taken_back && !is_forced(&desk, &line) {
                assert_true(gates::slipped(&Rows::read(&before), &Rows::read(&after)), &by);
            }
            before = after;
        }
        let before = export(&desk);
        let other = cli_rig::Desk::empty();
        other.says(&["init"]);
        std::fs::write(other.path("rows.json"), &before).unwrap();
        other.says(&["import", "rows.json", "--yes"]);
        assert_same(&export(&other), &before, &format!("course {course}"));
    }
    for command in MUST_PASS {
        assert!(passed(&codes, command), "{command} never passes: {codes:?}");
    }
}

/// Past a gate with a reason, which the journal keeps.
fn is_forced(desk: &cli_rig::Desk, line: &[String]) -> bool {
    if !line.iter().any(|word| word == "--force") {
        return false;
    }
    let history = desk.document(&["history"]);
    let last = history["steps"].as_array().and_then(|steps| steps.iter().max_by_key(|step| step["number"].as_i64()));
    last.is_some_and(|step| step["reason"].as_str().is_some_and(|reason| !reason.trim().is_empty()))
}

/// Puts another value where a row has one: of another row's field, of another table, or nonsense.
fn bend(random: &mut Rng, snapshot: &mut Json) {
    let tables = ["client", "role", "stance", "influence", "need", "proposal", "proposal_term", "term_score", "visit"];
    let table = *pick(random, &tables);
    let rows = snapshot["tables"][table].as_array().unwrap().clone();
    if rows.is_empty() {
        return;
    }
    let (at, other) = (random.usize(..rows.len()), random.usize(..rows.len()));
    let row = rows[at].as_object().unwrap();
    let fields: Vec<&String> = rows.iter().flat_map(|row| row.as_object().unwrap().keys()).collect();
    let field = pick(random, &fields).as_str();
    let words = [
        "confirmed",
        "presented",
        "accepted",
        "draft",
        "probed",
        "dropped",
        "agreed",
        "prospect",
        "merged",
        "decides",
        "prepares",
        "2026-11-23",
        "2027-01-01",
        "2026-02-30",
        "",
        "x",
    ];
    let value = match random.u32(..7) {
        0 => Json::Null,
        1..=3 => rows[other][field].clone(),
        4 => Json::from(*pick(random, &words)),
        5 => Json::from(random.i64(-3..9)),
        _ => row.values().nth(random.usize(..row.len())).cloned().unwrap_or_default(),
    };
    if random.u32(..12) == 0 {
        let mut twin = rows[at].clone();
        twin["uid"] = format!("{table}-twin").into();
        snapshot["tables"][table].as_array_mut().unwrap().push(twin);
    } else {
        snapshot["tables"][table][at][field] = value;
    }
}

/// The same through the binary: nothing but 0 and 1, and a refusal leaves every byte as it was.
#[test]
fn bent_files_through_the_command_line_are_taken_or_refused_whole() {
    let whole: Json = serde_json::from_str(&picture(&Folder::with_small_book().open())).unwrap();
    let desk = cli_rig::Desk::empty();
    desk.says(&["init"]);
    let empty = desk.bytes();
    let mut codes = BTreeMap::<i32, usize>::new();
    for seed in 1000..1024 {
        let mut random = Rng::with_seed(seed);
        let mut bent = whole.clone();
        (0..random.usize(1..3)).for_each(|_| bend(&mut random, &mut bent));
        std::fs::write(desk.path("bent.json"), bent.to_string()).unwrap();
        std::fs::write(desk.book(), &empty).unwrap();
        let out = desk.run(&["import", "bent.json", "--yes"]);
        let code = out.status.code().unwrap_or(-1);
        let said = String::from_utf8_lossy(&out.stderr);
        match code {
            0 => assert_true(truth::untrue_facts(&desk.says(&["export", "--format", "json"])), &format!("{seed}")),
            1 => assert!(desk.bytes() == empty && !said.trim().is_empty(), "{seed}: {said}"),
            other => panic!("{seed}: {other}, {said}"),
        }
        *codes.entry(code).or_default() += 1;
    }
    assert!(codes.values().all(|n| *n > 2) && codes.len() == 2, "{codes:?}");
}

/// A file with bent rows is refused whole, or gives a book of facts that can be true.
#[test]
fn files_lead_to_a_true_book() {
    let whole: Json = serde_json::from_str(&picture(&Folder::with_small_book().open())).unwrap();
    let (mut taken, mut refused) = (0, 0);
    for seed in 0..150 {
        let mut random = Rng::with_seed(seed);
        let mut bent = whole.clone();
        (0..random.usize(1..4)).for_each(|_| bend(&mut random, &mut bent));
        let mut desk = Desk::throwaway(fixtures::clock()).unwrap();
        let empty = picture(&desk);
        match import(&mut desk, &bent.to_string()) {
            Ok(()) => {
                taken += 1;
                assert_true(truth::untrue_facts(&picture(&desk)), &format!("seed {seed}"));
                let made = picture(&desk);
                assert_same(&picture(&brought_in(&made)), &made, &format!("seed {seed}"));
            }
            Err(Trouble::Refused(_)) => {
                refused += 1;
                assert_same(&picture(&desk), &empty, &format!("seed {seed}"));
            }
            Err(Trouble::Failed(error)) => panic!("seed {seed}: {error}"),
        }
    }
    assert!(taken > 20 && refused > 20, "{taken} taken, {refused} refused");
}
