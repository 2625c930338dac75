//! Tables of figures from other programs, through the binary: every encoding, separator and number style says the same,
//! wrong lines are named and change nothing, and one undo takes all of it back.

mod cli_rig;

use cli_rig::Desk;
use serde_json::Value as Json;

/// A figures file of the fixtures, copied beside the book.
fn with_file(name: &str) -> Desk {
    let desk = Desk::demo();
    let from = format!("{}/tests/fixtures/figures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::copy(&from, desk.path(name)).unwrap_or_else(|why| panic!("{from}: {why}"));
    desk
}

/// The figures of spring and summer 2022, of which the demo has none: handle, month, currency, and the minor units of each.
fn figures(desk: &Desk) -> Vec<String> {
    let document = desk.document(&["ledger", "list"]);
    let rows = document["ledger"].as_array().unwrap().iter().filter(|row| row["month"].as_str().unwrap() < "2022-11");
    let minor =
        |row: &Json, field: &str| row[field]["minor"].as_i64().map_or("?".to_owned(), |minor| minor.to_string());
    let mut rows: Vec<String> = rows
        .map(|row| {
            let text = |json: &Json| json.as_str().unwrap().to_owned();
            let all = ["income", "cost", "turnover", "avg_balance"].map(|field| minor(row, field));
            let closed = if row["closed"] == true { "closed" } else { "open" };
            format!(
                "{} {} {} {} {closed}",
                text(&row["client"]["handle"]),
                text(&row["month"]),
                text(&row["currency"]),
                all.join(" ")
            )
        })
        .collect();
    rows.sort();
    rows
}

const VOLGA: &str = "volga-metall 2022-05 RUB 41235000 11820050 500000000 -25050 closed";
const VOLGA_SHORT: &str = "volga-metall 2022-05 RUB 41235000 11820050 ? ? closed";
const SIDRAT: &str = "sidrat 2022-05 KWD -1234567 5 ? ? closed";
const KITANAMI: &str = "kitanami 2022-06 JPY 1234567 250 ? ? closed";

#[test]
fn a_file_says_the_same_in_every_encoding_separator_and_number_style() {
    let all = &[KITANAMI, SIDRAT, VOLGA][..];
    for (name, rows) in [
        ("utf8-comma.csv", all),
        ("utf8-mark-semicolon.csv", all),
        ("utf16-tab.txt", all),
        ("utf16-big-endian.csv", all),
        ("figures.xlsx", all),
        ("figures.ods", all),
        (
            "windows-1251-semicolon.csv",
            &[
                "tihaya-gavan 2022-06 RUB -1200000 350010 ? ? closed",
                "volga-metall 2022-05 RUB 41235000 11820050 500000000 -25050 closed",
            ],
        ),
        (
            "windows-1251-bulgarian.csv",
            &[
                "agro-trakena 2022-05 BGN 123456 50000 ? -100000 closed",
                "kaliakra 2022-05 EUR 1234560 100000 ? ? closed",
            ],
        ),
        (
            "gb18030-comma.csv",
            &[
                "tinglan-group 2022-05 CNY 123456789 20000000 ? ? closed",
                "tinglan-instruments 2022-06 CNY -500000 12050 ? 300000000 closed",
            ],
        ),
        ("thin-spaces.csv", &[KITANAMI, VOLGA_SHORT]),
        ("sep-line.csv", &[VOLGA_SHORT]),
        ("merged-heading.csv", &["volga-metall 2022-05 RUB 41235000 11820050 500000000 ? closed"]),
        ("two-line-heading.csv", &["volga-metall 2022-05 RUB 41235000 11820050 500000000 ? closed"]),
        ("currency-in-heading.csv", &[VOLGA_SHORT]),
    ] {
        let desk = with_file(name);
        let before = desk.says(&["export", "--format", "json"]);
        let said = desk.says(&["import", name]);
        assert!(said.contains(&format!("{} record", rows.len())), "{name}: {said}");
        assert_eq!(figures(&desk), rows, "{name}");
        let again = desk.bytes();
        assert!(desk.says(&["import", name]).contains("Nothing new"), "{name}");
        assert_eq!(desk.bytes(), again, "{name} a second time");
        desk.says(&["undo"]);
        assert_eq!(desk.says(&["export", "--format", "json"]), before, "{name} undone");
    }
}

#[test]
fn each_wrong_line_is_named_and_the_good_ones_are_saved() {
    let desk = with_file("broken-lines.csv");
    let out = desk.run(&["import", "broken-lines.csv"]);
    let said = String::from_utf8(out.stderr).unwrap();
    assert_eq!(out.status.code(), Some(0), "{said}");
    for line in [
        "line 3: Client: nothing found for Nobody & Sons.",
        "line 4: month 2022-13 is not a month",
        "line 5: month 31.02.2022 is not a month",
        "line 6: Unknown currency: XYZ.",
        "line 7: Income: RUB has 2 decimals; 1.005 has more.",
        "line 8: income: five is not a number",
        "line 9: 4 cells where the heading has 5",
        "line 10: 6 cells where the heading has 5",
        "line 11: Cost is entered as a positive number.",
        "line 12: the same client, month and currency stand in line 2 already",
        "line 13: Jan 2027 is in the future.",
        "line 14: ООО «Ястреб Медиа» is archived.",
        "line 15: no client is named",
    ] {
        assert!(said.contains(line), "{line}\nis not said in:\n{said}");
    }
    assert_eq!(said.lines().filter(|line| line.starts_with("line ")).count(), 13, "{said}");
    assert_eq!(figures(&desk), [KITANAMI, VOLGA_SHORT]);
    let desk = with_file("broken-lines.csv");
    assert!(desk.fails(1, &["import", "broken-lines.csv", "--strict"]).contains("line 13:"));
    let rejected = desk.document(&["import", "broken-lines.csv", "--dry-run"])["rejected"].as_array().unwrap().len();
    assert_eq!(rejected, 13);
}

#[test]
fn an_unclosed_quote_is_named_where_it_opens() {
    let desk = with_file("unclosed-quote.csv");
    let out = desk.run(&["import", "unclosed-quote.csv"]);
    let said = String::from_utf8(out.stderr).unwrap();
    assert!(said.contains("line 3: a quotation mark opens here") && said.contains("2 lines behind it"), "{said}");
    assert_eq!(figures(&desk), [VOLGA_SHORT]);
}

#[test]
fn what_cannot_be_told_is_asked_by_its_option() {
    for (name, option, wrong, answers) in [
        ("two-ways.csv", "--decimal", "1.234", &[("--decimal", "."), ("--decimal", ",")][..]),
        ("contradicting.csv", "--decimal", "decimal comma", &[("--decimal", ".")]),
        ("zeros.csv", "--zero", "2 cells are 0", &[("--zero", "keep"), ("--zero", "unknown")]),
        ("two-encodings.csv", "--encoding", "windows-1251", &[]),
        ("two-sheets.xlsx", "--sheet", "Roubles", &[("--sheet", "Roubles")]),
    ] {
        let desk = with_file(name);
        let said = desk.fails(1, &["import", name]);
        assert!(said.contains(option) && said.contains(wrong), "{name}: {said}");
        for (option, answer) in answers {
            desk.says(&["import", name, option, answer]);
            desk.says(&["undo"]);
        }
    }
    let desk = with_file("two-ways.csv");
    desk.says(&["import", "two-ways.csv", "--decimal", "."]);
    assert_eq!(figures(&desk), ["volga-metall 2022-05 KWD 1234 5000 ? ? closed"]);
    let desk = with_file("two-ways.csv");
    desk.says(&["import", "two-ways.csv", "--decimal", ","]);
    assert_eq!(figures(&desk), ["volga-metall 2022-05 KWD 1234000 5000 ? ? closed"]);
    let desk = with_file("zeros.csv");
    desk.says(&["import", "zeros.csv", "--zero", "unknown"]);
    assert_eq!(figures(&desk)[0], "volga-metall 2022-05 RUB 41235000 ? ? ? closed");
    let desk = with_file("zeros.csv");
    desk.says(&["import", "zeros.csv", "--yes"]);
    assert_eq!(figures(&desk)[0], "volga-metall 2022-05 RUB 41235000 0 ? ? closed");
}

#[test]
fn other_headings_are_mapped_and_unknown_ones_left_out() {
    let desk = with_file("other-headings.csv");
    let said = desk.fails(1, &["import", "other-headings.csv"]);
    assert!(said.contains("Missing: client") && said.contains("--map"), "{said}");
    let map = std::fs::read(format!("{}/tests/fixtures/figures/map.toml", env!("CARGO_MANIFEST_DIR"))).unwrap();
    std::fs::write(desk.path("map.toml"), map).unwrap();
    desk.says(&["import", "other-headings.csv", "--map", "map.toml"]);
    assert_eq!(figures(&desk), [VOLGA_SHORT]);
    for (text, said) in [("\"x\" = \"profit\"", "profit"), ("x = [", "mapping"), ("x = 5", "mapping")] {
        std::fs::write(desk.path("wrong.toml"), text).unwrap();
        assert!(desk.fails(1, &["import", "other-headings.csv", "--map", "wrong.toml"]).contains(said), "{text}");
    }
}

#[test]
fn what_was_said_of_a_table_is_kept_with_or_without_a_heading() {
    let people = |desk: &Desk| desk.document(&["person", "list"])["people"].as_array().map_or(0, Vec::len);
    for (heading, map, kind, later) in [
        ("client,*,x", "\"*\" = \"full_name\"", "people", "Eva Probe"),
        ("client,title,x", "", "needs", "Rail tariffs"),
    ] {
        let desk = Desk::demo();
        let write =
            |name: &str, value: &str| std::fs::write(desk.path(name), format!("{heading}\nvolga-metall,{value},1\n"));
        write("first.csv", "Otto Probe").unwrap();
        write("later.csv", later).unwrap();
        std::fs::write(desk.path("map.toml"), map).unwrap();
        let said = ["import", "first.csv", "--map", "map.toml", "--as", kind];
        let said: Vec<&str> =
            said.into_iter().filter(|arg| !map.is_empty() || !["--map", "map.toml"].contains(arg)).collect();
        let before = people(&desk);
        desk.says(&said);
        let told = desk.says(&["import", "later.csv"]);
        assert!(told.contains(" added, 0 changed, 0 rejected"), "{heading}: {told}");
        assert_eq!(people(&desk) - before, if kind == "people" { 2 } else { 0 }, "{heading}");
    }
}

#[test]
fn a_spreadsheet_s_broken_cells_are_named_by_their_rows() {
    for name in ["two-sheets.xlsx", "two-sheets.ods"] {
        let desk = with_file(name);
        let out = desk.run(&["import", name, "--sheet", "Wrong"]);
        let said = String::from_utf8(out.stderr).unwrap();
        for line in ["line 2: Income: EUR has 2 decimals", "line 3: income: ", "line 5: month 2022.1"] {
            assert!(said.contains(line), "{name}: {line}\n{said}");
        }
        // A sum of tenths, which the spreadsheet shows and writes as 0.3.
        assert_eq!(figures(&desk), ["volga-metall 2022-07 EUR 30 100 ? ? closed"]);
        assert!(desk.fails(1, &["import", name, "--sheet", "Other"]).contains("Roubles"));
    }
}

#[test]
fn other_figures_than_the_book_s_need_to_be_asked_for() {
    let desk = with_file("utf8-comma.csv");
    desk.says(&["import", "utf8-comma.csv"]);
    let head = "client,month,currency,income,cost\n";
    std::fs::write(desk.path("other.csv"), format!("{head}Волга Металл,2022-05,RUB,1.00,118200.50\n")).unwrap();
    let said = desk.fails(1, &["import", "other.csv"]);
    assert!(
        said.contains("line 2: ") && said.contains("other figures: income") && said.contains("--replace"),
        "{said}"
    );
    let dry = desk.says(&["import", "other.csv", "--replace", "--dry-run"]);
    assert!(dry.contains("412,350.00") && dry.contains("1.00") && dry.contains("Nothing was changed"), "{dry}");
    let out = desk.run(&["--yes", "import", "other.csv", "--replace"]);
    let said = String::from_utf8(out.stderr).unwrap();
    assert!(out.status.success() && said.contains("closed month is changed"), "{said}");
    assert_eq!(figures(&desk)[2], "volga-metall 2022-05 RUB 100 11820050 500000000 -25050 closed");
    // Where the file knows nothing, the book keeps what it knows.
    std::fs::write(desk.path("less.csv"), format!("{head}Волга Металл,2022-05,RUB,?,118200.50\n")).unwrap();
    assert!(desk.says(&["import", "less.csv"]).contains("Nothing new"));
    // One client's file needs no column of clients, and may not name another.
    std::fs::write(desk.path("one.csv"), "month,currency,income,cost\n2022-07,EUR,5.00,1.00\n").unwrap();
    desk.says(&["import", "one.csv", "--client", "sidrat"]);
    assert!(desk.fails(1, &["import", "other.csv", "--client", "sidrat"]).contains("another client"));
    // The month that runs stays open, and says so.
    std::fs::write(desk.path("now.csv"), format!("{head}Волга Металл,2026-11,CNY,5.00,1.00\n")).unwrap();
    desk.says(&["import", "now.csv"]);
    let rows = desk.document(&["money", "volga-metall"])["months"].clone();
    let now = rows.as_array().unwrap().iter().find(|row| row["currency"] == "CNY").unwrap().clone();
    assert_eq!((now["closed"].clone(), now["source"].clone()), (false.into(), "now.csv".into()));
}

#[test]
fn files_that_are_no_tables_of_figures_say_why() {
    for (name, said) in [("no-heading.csv", "do not tell what the rows"), ("heading-alone.csv", "no figures")] {
        let desk = with_file(name);
        assert!(desk.fails(1, &["import", name]).contains(said), "{name}");
    }
    let desk = Desk::demo();
    std::fs::write(desk.path("empty.csv"), "").unwrap();
    std::fs::write(desk.path("packed.xlsx"), b"PK\x03\x04nothing").unwrap();
    assert!(desk.fails(1, &["import", "empty.csv"]).contains("nothing in this file"));
    assert!(desk.fails(1, &["import", "packed.xlsx"]).contains("no spreadsheet"));
    desk.fails(2, &["import", "empty.csv", "--encoding", "klingon"]);
    desk.fails(2, &["import", "empty.csv", "--decimal", ";"]);
    desk.fails(3, &["import", "missing.csv"]);
}

#[test]
fn the_end_of_an_import_tells_what_it_did() {
    let desk = Desk::demo();
    let head = "client,month,currency,income,cost\n";
    let rows: String =
        (1..=9).map(|month| format!("Orrin Tidal Energy Ltd,2022-0{month},EUR,5000000.00,1.00\n")).collect();
    std::fs::write(desk.path("much.csv"), format!("{head}{rows}Стоян Велков,2022-01,EUR,900000000.00,1.00\n")).unwrap();
    let said = desk.says(&["import", "much.csv"]);
    assert!(said.contains("9 months from Jan 2022 to Sep 2022 closed for 2 clients."), "{said}");
    assert!(said.contains("Moves: "), "{said}");
}

#[test]
fn a_closed_month_is_opened_again_by_a_file_only_after_a_yes() {
    let desk = Desk::demo();
    let row = "client,month,currency,income,cost\nkaliakra,2026-10,EUR,7000.00,1.00\n";
    std::fs::write(desk.path("october.csv"), row).unwrap();
    let asked = desk.fails(1, &["import", "october.csv", "--replace"]);
    assert!(asked.contains("Oct 2026 is closed. Reopen it?"), "{asked}");
    let dry = desk.says(&["import", "october.csv", "--replace", "--dry-run"]);
    assert!(dry.contains("cost EUR 9,141.44 > EUR 1.00") && dry.contains("1 changed"), "{dry}");
    let said = desk.says(&["--yes", "import", "october.csv", "--replace"]);
    assert!(said.contains("1 changed"), "{said}");
}

#[test]
fn a_file_without_sheets_has_no_sheet_of_a_name() {
    let desk = with_file("utf8-comma.csv");
    let said = desk.fails(1, &["import", "utf8-comma.csv", "--sheet", "X"]);
    assert!(said.contains("has no sheets"), "{said}");
}
