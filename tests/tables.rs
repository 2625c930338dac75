//! Tables of records through the binary: what `export` writes `import` reads back the same, whatever the texts begin
//! with; a wrong line is named, the good ones are one step; a mapping is asked for once.

mod cli_rig;

use cli_rig::Desk;
use serde_json::Value as Json;

const KINDS: [&str; 11] = [
    "clients",
    "people",
    "roles",
    "visits",
    "needs",
    "promises",
    "ledger",
    "rates",
    "holdings",
    "problems",
    "occasions",
];

/// Texts that a spreadsheet would run, and one that begins with the sign that keeps it from doing so.
const RUNS: [&str; 6] = ["=1+1", "+7 846", "-5", "@SUM(A1)", "'quoted", "=cmd|' /C calc'!A0"];

/// The demo with texts that a spreadsheet would run.
fn hostile() -> Desk {
    let desk = Desk::demo();
    for text in RUNS {
        desk.says(&["client", "add", "--yes", "--", text]);
        desk.says(&["need", "add", "--client", "volga-metall", "--", text]);
        desk.says(&["promise", "add", "--client", "volga-metall", "--set", "due=2026-12-01", "--", text]);
    }
    desk.says(&[
        "client",
        "edit",
        "sidrat",
        "--set",
        "tags=[\"a, b\", \"=2\"]",
        "--set",
        "address=two\nlines \"q\"; x",
    ]);
    desk
}

#[test]
fn what_is_written_reads_back_as_nothing_new() {
    let desk = hostile();
    for format in ["csv", "xlsx"] {
        for (kind, lang) in KINDS.iter().zip(["en", "ru", "bg", "zh"].iter().cycle()) {
            let name = format!("{kind}.{format}");
            desk.says(&["export", "--format", format, "--as", kind, "-o", &name, "--lang", lang]);
            let before = desk.bytes();
            let said = desk.says(&["import", &name, "--lang", "en"]);
            assert_eq!(said, format!("Nothing new in {name}.\n"), "{name} in {lang}");
            assert_eq!(desk.bytes(), before, "{name}");
        }
    }
}

#[test]
fn a_sheet_keeps_its_hours_and_what_is_merged_downwards() {
    for format in ["ods", "xlsx"] {
        let desk = Desk::demo();
        let name = format!("merged-visits.{format}");
        let there = format!("{}/tests/fixtures/figures/{name}", env!("CARGO_MANIFEST_DIR"));
        desk.says(&["import", &there, "--as", "visits"]);
        let visits = told(&desk, "visit", "visits", &["start", "client"]);
        for (start, client) in [
            ("2026-12-01T15:00", "Волга Металл"),
            ("2026-12-08T09:20", "Волга Металл"),
            ("2026-12-15T", "Волга Металл"),
            ("2026-12-02T11:45", "Sidrat"),
        ] {
            let found = |line: &&String| line.contains(start) && line.contains(client);
            assert!(visits.iter().any(|line| found(&line)), "{name}: {start}");
        }
    }
}

#[test]
fn no_text_is_run_by_a_spreadsheet() {
    let desk = hostile();
    let csv = desk.says(&["export", "--format", "csv", "--as", "clients"]);
    for text in RUNS {
        assert!(csv.contains(&format!("company,'{text},")), "{text}");
    }
}

/// What a book holds of some fields, whatever its uids are.
fn told(desk: &Desk, noun: &str, plural: &str, fields: &[&str]) -> Vec<String> {
    let document = desk.document(&[noun, "list"]);
    let text = |row: &Json, field: &str| match &row[field] {
        Json::Object(record) => record.get("name").unwrap_or(&row[field]).to_string(),
        value => value.to_string(),
    };
    let line = |row: &Json| fields.iter().map(|field| text(row, field)).collect::<Vec<_>>().join(" ");
    let mut rows: Vec<String> = document[plural].as_array().unwrap().iter().map(line).collect();
    rows.sort();
    rows
}

#[test]
fn a_table_fills_an_empty_book_and_a_second_time_changes_nothing() {
    let from = hostile();
    let to = Desk::empty();
    to.says(&["init"]);
    for kind in ["clients", "rates", "people"] {
        let name = format!("{kind}.csv");
        let text = from.says(&["export", "--format", "csv", "--as", kind]);
        // Without their uids the rows are known by what they say.
        let without = |line: &str| line.rsplit_once(',').map_or(line, |(rest, _)| rest).to_owned();
        let plain = kind == "rates";
        let lines: Vec<String> = text.lines().map(|line| if plain { without(line) } else { line.to_owned() }).collect();
        std::fs::write(to.path(&name), lines.join("\n")).unwrap();
        to.says(&["import", &name, "--yes"]);
        let before = to.bytes();
        to.says(&["import", &name, "--yes"]);
        assert_eq!(to.bytes(), before, "{name} a second time");
    }
    let fields = ["name", "kind", "vip_category", "stage", "status", "parent", "tags", "address", "relation_start"];
    let clients = told(&to, "client", "clients", &fields);
    let all = told(&from, "client", "clients", &fields);
    assert!(clients.iter().all(|line| all.contains(line)), "{clients:#?}");
    // Clients that have left, or have passed a stage, are where only a book itself can have brought them.
    assert_eq!(all.len() - clients.len(), 11);
    let rates = ["currency", "month", "rate", "source"];
    assert_eq!(told(&to, "rate", "rates", &rates), told(&from, "rate", "rates", &rates));
    assert!(told(&to, "person", "people", &["full_name", "family_name", "work_phones"]).len() > 50);
}

#[test]
fn a_new_client_of_a_table_begins_as_one_written_in_by_hand() {
    let desk = Desk::demo();
    let head = "name,vip_category,stage,attract_decision,attract_decided_on";
    let why = [
        (3, "Stage 3 needs: a written decision to attract; the day of that decision; a visit"),
        (5, "Only a prospect moves between stages."),
        (7, "Stage 3 needs: a visit"),
    ];
    let rows = ["A1,attract,1,,", "A2,attract,3,,", "A3,attract,,,", "A4,retain,2,,", "A5,attract,2,yes,2026-11-20"];
    let text = [&[head], &rows[..], &["A6,attract,3,yes,2026-11-20"]].concat().join("\n");
    std::fs::write(desk.path("c.csv"), text).unwrap();
    let out = desk.run(&["import", "c.csv", "--as", "clients"]);
    let said = String::from_utf8(out.stderr).unwrap();
    assert_eq!(said.lines().filter(|line| line.starts_with("line ")).count(), why.len(), "{said}");
    for (line, why) in why {
        assert!(said.contains(&format!("line {line}: {why}")), "{said}");
    }
    let stages = told(&desk, "client", "clients", &["name", "stage"]);
    let new: Vec<&String> = stages.iter().filter(|line| line.starts_with("\"A") && line.len() == 6).collect();
    assert_eq!(new, ["\"A1\" 1", "\"A3\" 1", "\"A5\" 2"]);
}

#[test]
fn a_namesake_who_is_the_same_takes_what_a_line_says_as_one_known_by_a_number_does() {
    let known = "+44 1632 960203";
    let import = |rows: &[&str]| {
        let desk = Desk::demo();
        let head = "client,family_name,given_name,patronymic,phone,email,position,department,birthday,stance,role";
        std::fs::write(desk.path("p.csv"), [&[head], rows].concat().join("\n")).unwrap();
        desk.run(&["import", "p.csv", "--yes"]);
        let once = desk.bytes();
        let out = desk.run(&["import", "p.csv", "--yes"]);
        assert!(desk.bytes() == once, "{}", String::from_utf8_lossy(&out.stdout));
        desk
    };
    // Of a person all but the numbers, and where they are.
    let person = |desk: &Desk| {
        let mut row = desk.document(&["person", "show", "sedov"])["person"].clone();
        row.as_object_mut().unwrap().retain(|field, _| !["rev", "updated_at", "work_phones"].contains(&field.as_str()));
        (
            row,
            told(desk, "affiliation", "affiliations", &["person", "client", "position", "department", "from", "level"]),
        )
    };
    let phones = |desk: &Desk| desk.document(&["person", "show", "sedov"])["person"]["work_phones"].to_string();
    let line = |phone: &str, rest: &str| format!("Волга-металл,Седов,Игорь,Андреевич,{phone},{rest}");
    for rest in [
        ",Гендир,Дирекция,,,",
        "is@volga-metall.example.net,Гендир,,,,",
        ",,Дирекция,1966-03-12,1,decides:confirmed",
        "IGOR.SEDOV@volga-metall.example.net,Генеральный директор,,,,",
    ] {
        let (asked, reached) = (import(&[&line("+44 1632 960299", rest)]), import(&[&line(known, rest)]));
        assert_eq!(person(&asked), person(&reached), "{rest}");
        assert_eq!(asked.document(&["person", "list"])["people"].as_array().unwrap().len(), {
            reached.document(&["person", "list"])["people"].as_array().unwrap().len()
        });
        assert!(phones(&asked).contains("960299") && phones(&asked).contains(known), "{rest}");
        assert!(!phones(&reached).contains("960299"));
    }
    // Another line may place the same one elsewhere, also where a wrong line between them parts the file.
    let more =
        ["Nobody,Пустой,Иван,,,,,,,,", "Sidrat Marine Supplies,Седов,Игорь,Андреевич,+44 1632 960299,,Советник,,,,"];
    let desk = import(&[&[line("+44 1632 960299", ",Гендир,,,,").as_str()], &more[..]].concat());
    let places = told(&desk, "affiliation", "affiliations", &["person", "client", "position"]);
    let mine: Vec<&String> = places.iter().filter(|line| line.contains("Седов Игорь")).collect();
    assert_eq!(mine.len(), 2, "{mine:?}");
    // So may one who is new, told by the same number.
    let line = |client: &str, rest: &str| format!("{client},Новикова,Анна,,+44 1632 960298,{rest}");
    let (first, second) =
        (line("Волга-металл", "an@x.example.net,,,,,"), line("sidrat", "an@y.example.net,,,1980-01-02,,"));
    let desk = import(&[&first, &second]);
    let people = told(&desk, "person", "people", &["family_name", "work_phones", "work_emails", "birthday"]);
    let hers: Vec<&String> = people.iter().filter(|line| line.contains("Новикова")).collect();
    assert!(hers.len() == 1, "{hers:?}");
    for said in ["960298", "an@x", "an@y", "1980-01-02"] {
        assert_eq!(hers[0].matches(said).count(), 1, "{hers:?}");
    }
}

#[test]
fn each_wrong_line_is_named_and_the_good_ones_are_one_step() {
    let desk = Desk::demo();
    let text = "Клиент;продукт;volume;currency;от\n\
                Волга Металл;cards;1.234,50;RUB;2026-01\n\
                Волга Металл;no such;1,00;RUB;\n\
                Nobody;cards;1,00;RUB;\n\
                Sidrat Marine Supplies;cards;1,005;RUB;\n\
                Sidrat Marine Supplies;cards;1,00;XYZ;\n\
                Sidrat Marine Supplies;cards;five;RUB;\n\
                Sidrat Marine Supplies;cards;1,00\n\
                Sidrat Marine Supplies;cards;;;31.02.2026\n\
                \n\
                Kitanami;cards;;;\n\
                Kitanami;cards;;;\n";
    std::fs::write(desk.path("in-use.csv"), text.replace("cards", &code(&desk))).unwrap();
    let out = desk.run(&["import", "in-use.csv", "--as", "holdings"]);
    let said = String::from_utf8(out.stderr).unwrap();
    let lines: Vec<&str> = said.lines().filter_map(|line| line.split_once(':').map(|(line, _)| line)).collect();
    assert_eq!(lines, ["line 3", "line 4", "line 5", "line 6", "line 7", "line 8", "line 9", "line 12"], "{said}");
    assert!(said.contains("line 12: the same record stands in line 11 already"), "{said}");
    let strict = desk.run(&["import", "in-use.csv", "--as", "holdings", "--strict"]);
    assert_eq!(strict.status.code(), Some(1));
    desk.says(&["undo"]);
    let dry = desk.says(&["import", "in-use.csv", "--as", "holdings", "--dry-run"]);
    assert!(dry.contains("2 records added, 0 changed, 8 rejected") && dry.contains("Nothing was changed"), "{dry}");
}

/// The code of a product that Kitanami does not use.
fn code(desk: &Desk) -> String {
    let products = desk.document(&["product", "list"])["products"].clone();
    let used = desk.document(&["holding", "list", "--client", "kitanami"])["holdings"].clone();
    let codes =
        products.as_array().unwrap().iter().filter(|row| !used.to_string().contains(row["uid"].as_str().unwrap()));
    codes.map(|row| row["code"].as_str().unwrap().to_owned()).next().unwrap()
}

#[test]
fn what_the_rows_are_is_told_by_their_headings_or_asked() {
    let desk = Desk::demo();
    for (text, code, said) in [
        ("name,industry\nNew Firm,steel\n", 0, "1 record added"),
        ("имя;отрасль\nx;y\n", 1, "--as"),
        ("currency,month,rate\nCHF,2026-10,1.0712345678\n", 0, "1 record added"),
        ("client,title\nvolga-metall,Faster payments\n", 1, "needs, problems"),
        ("client,title,severity\nvolga-metall,Late statement,3\n", 0, "1 record added"),
        ("a,b\n1,2\n", 1, "--map"),
        ("", 1, "nothing in this file"),
    ] {
        std::fs::write(desk.path("t.csv"), text).unwrap();
        let out = desk.run(&["import", "t.csv"]);
        let all = format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
        assert_eq!(out.status.code(), Some(code), "{text}: {all}");
        assert!(all.contains(said), "{text}: {all}");
    }
    assert!(desk.says(&["rate", "list", "--filter", "currency:CHF"]).contains("1.0712345678"));
}

#[test]
fn headings_are_mapped_once() {
    let desk = Desk::demo();
    let head = "Контрагент;Дело;Вид\n";
    std::fs::write(desk.path("first.csv"), format!("{head}New One;steel;x\n")).unwrap();
    std::fs::write(desk.path("map.toml"), "\"контрагент\" = \"name\"\n\"Дело\" = \"industry\"\n\"Вид\" = \"-\"\n")
        .unwrap();
    desk.fails(1, &["import", "first.csv"]);
    desk.says(&["import", "first.csv", "--map", "map.toml"]);
    std::fs::write(desk.path("second.csv"), "Вид;Дело;Контрагент\nx;glass;Other One\n").unwrap();
    assert!(desk.says(&["import", "second.csv"]).contains("1 record added"));
    std::fs::write(desk.path("third.csv"), "Вид;Дело\nx;glass\n").unwrap();
    desk.fails(1, &["import", "third.csv"]);
    std::fs::write(desk.path("wrong.toml"), "\"Дело\" = \"profit\"\n").unwrap();
    let said = desk.fails(1, &["import", "first.csv", "--as", "clients", "--map", "wrong.toml"]);
    assert!(said.contains("profit") && said.contains("industry"), "{said}");
}
