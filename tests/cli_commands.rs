//! Every command once on the demo book, and the keys of its documents.

mod cli_rig;

use cli_rig::Desk;
use serde_json::Value as Json;

const NOUNS: &[(&str, &str)] = &[
    ("client", "clients"),
    ("person", "people"),
    ("affiliation", "affiliations"),
    ("role", "roles"),
    ("stance", "stances"),
    ("influence", "influences"),
    ("interest", "interests"),
    ("need", "needs"),
    ("visit", "visits"),
    ("promise", "promises"),
    ("product", "products"),
    ("holding", "holdings"),
    ("offer", "offers"),
    ("term", "terms"),
    ("score", "scores"),
    ("concession", "concessions"),
    ("evidence", "evidence"),
    ("ledger", "ledger"),
    ("rate", "rates"),
    ("budget", "budgets"),
    ("spend", "spend"),
    ("satisfaction", "satisfaction"),
    ("occasion", "occasions"),
    ("answer", "answers"),
    ("problem", "problems"),
    ("note", "notes"),
    ("audit", "audits"),
    ("goal", "goals"),
    ("target", "targets"),
    ("link", "links"),
];

fn has(json: &Json, keys: &[&str]) {
    for key in keys {
        assert!(json.get(key).is_some(), "no {key} in {json}");
    }
}

#[test]
fn every_noun_lists_and_shows_its_rows() {
    let desk = Desk::demo();
    for (noun, plural) in NOUNS {
        assert!(!desk.says(&[noun, "list"]).is_empty());
        let rows = desk.document(&[noun, "list"])[plural].as_array().cloned().unwrap_or_else(|| panic!("{noun}"));
        let Some(uid) = rows.first().and_then(|row| row["uid"].as_str()) else { continue };
        let document = desk.document(&[noun, "show", uid]);
        assert_eq!(document[noun]["uid"], uid);
        assert!(!desk.says(&[noun, "show", uid]).is_empty());
    }
}

#[test]
fn the_documents_have_their_keys() {
    let desk = Desk::demo();
    let clients = desk.document(&["client", "list"]);
    has(
        &clients["clients"][0],
        &[
            "handle",
            "name",
            "vip_category",
            "tier",
            "stage",
            "status",
            "overdue_days",
            "last_contact",
            "completeness",
            "satisfaction",
            "ltv",
        ],
    );
    has(&clients["clients"][0]["ltv"], &["state", "value", "known", "of", "why"]);
    let today = desk.document(&["today"]);
    has(
        &today,
        &["date", "visits", "to_write_up", "follow_up", "overdue", "promises", "occasions", "signals", "problems"],
    );
    assert_eq!(today["visits"].as_array().map(Vec::len), Some(5));
    has(
        &today["visits"][0],
        &["uid", "client", "start", "kind", "status", "place", "attendees", "decides", "unknown", "promised"],
    );
    has(&today["follow_up"][0], &["client", "uid", "start", "due"]);
    has(&today["overdue"][0], &["client", "days", "last", "never"]);
    has(&desk.document(&["agenda", "--days", "3"])["days"][0], &["date", "visits"]);
    let map = desk.document(&["map", "volga-metall", "--since", "last-visit"]);
    has(
        &map,
        &[
            "client",
            "as_of",
            "completeness",
            "balance",
            "steps",
            "others",
            "missing",
            "findings",
            "questions",
            "changed",
        ],
    );
    let steps: Vec<&str> = map["steps"].as_array().unwrap().iter().filter_map(|step| step["step"].as_str()).collect();
    assert_eq!(steps, ["prepares", "agrees", "speaks_for", "budgets", "decides"]);
    assert_eq!((&map["completeness"], &map["balance"]), (&54.into(), &53.into()));
    has(&map["steps"][4]["holders"][0], &["person", "certainty", "freshness", "learned_on", "possibly"]);
    has(&map["client"], &["uid", "handle", "name"]);
    let money = desk.document(&["money", "volga-metall"]);
    has(&money, &["ltv", "by_currency", "tier", "vip_test", "months", "plan", "service_budget"]);
    has(&money["vip_test"], &["state", "k", "met", "unknown", "needed", "criteria", "settles", "label"]);
    has(&money["service_budget"], &["year", "share", "override", "spent", "left"]);
    let offers = desk.document(&["offer", "list"]);
    let offer = desk.document(&["offer", "show", offers["offers"][0]["uid"].as_str().unwrap()]);
    has(&offer["offer"], &["title", "state", "version", "floor", "score", "loses", "staff_before_heads", "ledger"]);
    let pyramid = desk.document(&["pyramid"]);
    has(&pyramid, &["clients", "concentration", "small"]);
    has(&pyramid["clients"][0], &["client", "tier", "ltv", "unstable", "why"]);
    let history = desk.document(&["history"]);
    has(&history["steps"][0], &["number", "at", "kind", "title", "client", "reason", "changes"]);
    has(&history["steps"][0]["changes"][0], &["entity", "uid", "name", "field", "before", "after"]);
    has(&desk.document(&["settings"])["settings"], &["zone", "ui_language", "departments"]);
}

#[test]
fn a_row_of_the_grammar_is_added_edited_removed_and_all_of_it_undone() {
    let desk = Desk::demo();
    let before = desk.says(&["export", "--format", "json"]);
    let client = desk.says(&["client", "add", "Новый Завод ООД"]);
    let client = client.trim();
    assert_eq!(client.lines().count(), 1);
    let person = desk.says(&["person", "add", "Проба Пробова", "--client", client, "--position", "директор"]);
    desk.says(&["need", "add", "по-къс срок", "--client", client, "--set", "voice=stated"]);
    desk.says(&["promise", "add", "обаждане", "--client", client, "--who", "we", "--due", "2026-11-30"]);
    desk.says(&["promise", "done", "обаждане", "--on", "2026-11-23"]);
    desk.says(&["promise", "add", "без дата", "--client", client, "--who", "we"]);
    let shown = desk.says(&["promise", "show", "без дата"]);
    assert!(shown.contains("no date"), "{shown}");
    desk.says(&["role", "set", client, person.trim(), "decides", "--certainty", "heard"]);
    desk.says(&["stance", "set", client, person.trim(), "-1", "--influence", "4"]);
    desk.says(&["role", "end", client, person.trim(), "decides", "--reason", "changed"]);
    desk.says(&["client", "edit", client, "--set", "tags=a,b", "--set", "industry=стомана"]);
    desk.says(&["note", "add", "бележка", "--client", client]);
    let shown = desk.document(&["client", "show", client]);
    assert_eq!(shown["client"]["tags"], serde_json::json!(["a", "b"]));
    assert_eq!(shown["needs"].as_array().map(Vec::len), Some(1));
    let edits = desk.document(&["history", client])["steps"].as_array().map_or(0, Vec::len);
    assert!(edits >= 9, "{edits}");
    desk.says(&["undo", "11"]);
    assert_eq!(desk.says(&["export", "--format", "json"]), before);
    desk.says(&["redo", "11"]);
    assert!(desk.says(&["client", "show", client]).contains("стомана"));
}

#[test]
fn a_name_is_found_in_any_script() {
    let desk = Desk::demo();
    for name in ["volga-metall", "Волга Металл", "Volga Metall", "ВОЛГА МЕТАЛЛ", "client:volga-metall"]
    {
        let shown = desk.document(&["map", name]);
        assert_eq!(shown["client"]["handle"], "volga-metall", "{name}");
    }
    let uid = desk.document(&["map", "volga-metall"])["client"]["uid"].as_str().unwrap().to_owned();
    assert_eq!(desk.document(&["client", "show", &uid[..13]])["client"]["uid"], uid.as_str());
}

#[test]
fn a_book_goes_out_and_comes_in_as_the_same_bytes() {
    let desk = Desk::demo();
    desk.says(&["export", "--format", "json", "-o", "out.json"]);
    let other = desk.path("other.book");
    let other = other.to_str().unwrap();
    desk.says(&["-b", other, "init"]);
    desk.says(&["-b", other, "import", "out.json", "--dry-run"]);
    desk.says(&["-b", other, "import", "out.json", "--yes"]);
    let again = desk.says(&["-b", other, "export", "--format", "json"]);
    assert_eq!(again, std::fs::read_to_string(desk.path("out.json")).unwrap());
}

#[test]
fn what_is_hostile_in_a_name_never_reaches_the_terminal() {
    let desk = Desk::demo();
    desk.says(&["client", "add", "Evil\u{1b}[2J\u{202e}Ltd"]);
    for args in [&["client", "list"][..], &["history"], &["client", "list", "--json"]] {
        let said = desk.says(args);
        assert!(!said.contains('\u{1b}') && !said.contains('\u{202e}'), "{args:?}");
    }
}

#[test]
fn the_words_are_those_of_the_language_asked_for() {
    let desk = Desk::demo();
    for (lang, word) in [("ru", "категория"), ("bg", "категория"), ("zh", "类别")] {
        assert!(desk.says(&["client", "list", "--lang", lang]).contains(word), "{lang}");
    }
    assert!(desk.says(&["client", "list"]).contains("category"));
}

#[test]
fn packagers_get_completions_and_a_manual() {
    let desk = Desk::empty();
    assert!(desk.says(&["completions", "bash"]).contains("attache"));
    assert!(desk.says(&["man"]).contains(".TH attache"));
    assert!(desk.says(&["--version"]).starts_with("attache "));
    assert!(desk.says(&["demo"]).lines().count() > 0);
}

const PAGE: &str = r#"
purpose = "да чуем кой решава"
outcome = "решава съветът"
[[people]]
person = "sedov"
came = "yes"
roles = ["decides:heard"]
stance = 1
[[promises]]
who = "we"
text = "списък на документите"
due = "2026-11-26"
"#;

#[test]
fn a_visit_is_planned_moved_cancelled_and_another_recorded_as_one_step() {
    let desk = Desk::demo();
    let start = ["--start", "2026-12-01T10:00"];
    let visit = desk.says(&["visit", "plan", "volga-metall", start[0], start[1], "--attendee", "sedov"]);
    desk.says(&["visit", "move", visit.trim(), "--start", "2026-12-02T11:00"]);
    desk.says(&["visit", "cancel", "volga-metall@2026-12-02", "--by", "them", "--reason", "болен"]);
    let printed = desk.says(&["visit", "record", "volga-metall@2026-11-23", "--print"]);
    assert!(printed.contains("[[people]]"), "{printed}");
    std::fs::write(desk.path("page.toml"), PAGE).unwrap();
    let steps = |desk: &Desk| desk.document(&["history"])["steps"].as_array().map_or(0, Vec::len);
    let before = steps(&desk);
    let later = ["--today", "2026-11-23T19:00"];
    desk.says(&["visit", "record", "volga-metall@2026-11-23", "--file", "page.toml", later[0], later[1]]);
    assert_eq!(steps(&desk), before + 1);
    desk.fails(1, &["visit", "log", "velkov", "--start", "2026-11-23T07:30"]);
    std::fs::write(desk.path("call.toml"), "purpose = \"срок\"\noutcome_none = true\n").unwrap();
    let call = desk.says(&["visit", "log", "velkov", "--start", "2026-11-23T07:30", "--file", "call.toml"]);
    assert_eq!(desk.document(&["visit", "show", call.trim()])["visit"]["status"], "held");
    std::fs::write(desk.path("wrong.toml"), PAGE.replace("decides:heard", "decides:loud")).unwrap();
    let said = desk.fails(1, &["visit", "record", "agro-trakena@2026-11-25", "--file", "wrong.toml"]);
    assert!(said.contains("people[1].roles[1]") || said.contains("people[0].roles[0]"), "{said}");
}

#[test]
fn rows_of_a_client_stand_by_their_day_and_say_their_year() {
    let desk = Desk::demo();
    let shown = desk.document(&["client", "show", "volga-metall"]);
    for (rows, day) in [("ledger", "month"), ("visits", "start"), ("stances", "on"), ("satisfaction", "on")] {
        let days: Vec<&str> = shown[rows].as_array().unwrap().iter().filter_map(|row| row[day].as_str()).collect();
        assert!(days.len() > 1 && days.is_sorted(), "{rows}: {days:?}");
    }
    let listed = desk.document(&["ledger", "list", "--client", "volga-metall"]);
    assert_eq!(listed["ledger"].as_array().unwrap().len(), shown["ledger"].as_array().unwrap().len());
    assert_eq!(listed["ledger"][0]["month"], shown["ledger"][0]["month"]);
    assert!(desk.says(&["visit", "list"]).contains(" 2025 "), "a visit of another year says so");
    let ahead = desk.says(&["agenda", "--from", "2024-09-08", "--days", "1"]);
    assert!(ahead.contains("Sun 8 Sep 2024"), "{ahead}");
    assert!(desk.says(&["agenda"]).contains("Mon 23 Nov "), "this year goes without saying");
}

#[test]
fn a_role_that_ends_is_named_by_person_and_role() {
    let desk = Desk::demo();
    let roles = desk.document(&["role", "list", "--client", "volga-metall"]);
    let role = roles["roles"].as_array().unwrap().iter().find(|role| role["to"].is_null()).unwrap();
    let uid = role["uid"].as_str().unwrap();
    let said = desk.says(&["role", "remove", uid]);
    assert!(said.contains("(ended)") && said.contains(": ") && !said.contains("Role "), "{said}");
}

#[test]
fn a_client_shows_where_it_can_meet_our_management() {
    let desk = Desk::demo();
    let clients = desk.document(&["client", "list", "--filter", "stage:2"])["clients"].clone();
    let uid = clients[0]["uid"].as_str().unwrap().to_owned();
    let situation = desk.document(&["client", "show", &uid])["meeting_situation"].clone();
    has(&situation, &["days", "planned", "ahead", "could_join", "occasions", "last"]);
    assert_eq!(situation["planned"], true, "{situation}");
    has(&situation["ahead"][0], &["uid", "client", "start", "zone", "kind", "our_top_present", "invited"]);
}

/// Of a client that has left, too, it is known what it was worth and when we last met.
#[test]
fn the_list_of_clients_says_what_the_screen_says() {
    let desk = Desk::demo();
    let clients = desk.document(&["client", "list", "--filter", "dunmarrow"])["clients"].clone();
    let left = clients.as_array().unwrap().iter().find(|client| client["handle"] == "dunmarrow").unwrap();
    assert_eq!((&left["status"], left["ltv"]["state"].as_str()), (&"left".into(), Some("partial")), "{left}");
    assert!(left["last_contact"].as_str().is_some_and(|day| day.starts_with("2025-08")), "{left}");
}

#[test]
fn a_visit_in_the_past_is_not_planned_but_can_be_said_to_have_been_held() {
    let desk = Desk::demo();
    let refused = desk.fails(1, &["visit", "plan", "volga-metall", "--start", "2026-11-10T10:00"]);
    assert!(refused.contains("status"), "{refused}");
    let set = ["--set", "start=2026-11-10T10:00", "--set", "status=held", "--set", "purpose=p", "--set", "outcome=o"];
    desk.says(&[&["visit", "add", "--client", "volga-metall"], &set[..]].concat());
}

/// From a first guess to a client won: every step the command line asks for something is refused first.
#[test]
fn a_need_is_found_an_offer_answers_it_and_the_client_is_won() {
    let desk = Desk::demo();
    let refused = |args: &[&str], part: &str| {
        let said = desk.fails(1, args);
        assert!(said.contains(part), "{args:?}: {said}");
    };
    let client = desk.says(&["client", "add", "Northern Yard", "--set", "vip_category=attract"]);
    let client = client.trim();
    desk.says(&["person", "add", "Irina Orlova", "--client", client, "--position", "director"]);
    desk.says(&["need", "add", "Guarantees in two days", "--client", client]);
    let need = ["need", "edit", "Guarantees in two days", "--set"];
    let to = |state: &'static str| [&need[..], &[state]].concat();
    refused(&to("state=probed"), "Add evidence first");
    let seen = |quote: &str, weight: &str| {
        desk.says(&["need", "evidence", "Guarantees in two days", "--quote", quote, "--weight", weight]);
    };
    seen("they wait three weeks", "hint");
    desk.says(&to("state=probed"));
    refused(&to("state=confirmed"), "Hints do not confirm");
    seen("two days, no more", "said");
    desk.says(&[&to("state=confirmed")[..], &["--set", "essential=yes"]].concat());

    desk.says(&["offer", "add", "Guarantee line", "--client", client]);
    refused(&["offer", "accept", "Guarantee line"], "draft cannot become accepted");
    refused(&["offer", "discuss", "Guarantee line"], "Which need");
    desk.says(&["offer", "edit", "Guarantee line", "--set", r#"needs=["Guarantees in two days"]"#]);
    refused(&["offer", "discuss", "Guarantee line"], "at least one term");
    let covers = |n: u8| format!(r#"covers=[{{"need":"Guarantees in two days","cover":{n}}}]"#);
    let (label, half, whole) = ("label=Term of issue", covers(1), covers(2));
    desk.says(&[
        "term",
        "add",
        "--set",
        "proposal=Guarantee line",
        "--set",
        label,
        "--set",
        "value=3 days",
        "--set",
        &half,
    ]);
    desk.says(&["offer", "discuss", "Guarantee line"]);
    std::fs::write(desk.path("page.toml"), "purpose = \"talk\"\noutcome = \"heard\"\n").unwrap();
    let met = desk.says(&["visit", "log", client, "--start", "2026-11-20T10:00", "--file", "page.toml"]);
    let present = ["offer", "present", "Guarantee line", "--visit", met.trim()];
    refused(&present, "only partly covered");
    desk.says(&["term", "edit", "Term of issue", "--set", &whole]);
    desk.says(&present);
    refused(&["term", "edit", "Term of issue", "--set", "value=1 day"], "attache offer version");
    desk.says(&["term", "edit", "Term of issue", "--set", "state=agreed"]);
    let concession = ["concession", "add", "--set", "term=Term of issue", "--set", "by=we"];
    let out = desk.run(&[&concession[..], &["--set", "from_value=3 days", "--set", "to_value=2 days"]].concat());
    assert!(String::from_utf8_lossy(&out.stderr).contains("open again"), "{out:?}");
    refused(&["offer", "accept", "Guarantee line"], "1 term is still open");
    desk.says(&["term", "edit", "Term of issue", "--set", "state=agreed"]);
    refused(&["offer", "accept", "Guarantee line"], "having a solution");
    desk.says(&["offer", "accept", "Guarantee line", "--yes"]);

    let shown = desk.document(&["client", "show", client]);
    assert_eq!((&shown["client"]["status"], &shown["client"]["vip_category"]), (&"active".into(), &"retain".into()));
    assert!(desk.says(&["need", "show", "Guarantees in two days"]).contains("offer Guarantee line"));
    refused(&to("state=met"), "Ask the client first");
    let asked = ["satisfaction", "add", "--client", client, "--set", "score=9", "--set", "on=2026-11-24"];
    desk.says(&[&["--today", "2026-11-25"], &asked[..]].concat());
    desk.says(&[&["--today", "2026-11-25"], &to("state=met")[..]].concat());
    let history = desk.says(&["history", client]);
    for part in ["term Term of issue: agreed", "concession on Term of issue", "offer Guarantee line: accepted"] {
        assert!(history.contains(part), "{part}: {history}");
    }
}

#[test]
fn what_is_typed_in_another_case_or_fits_two_is_told() {
    let desk = Desk::demo();
    let said = desk.fails(3, &["history", "velkov"]);
    assert!(said.contains("(client:") && said.contains("(person:"), "{said}");
    desk.says(&["promise", "add", "call the lawyers", "--client", "volga-metall", "--who", "we"]);
    desk.says(&["promise", "pass", "call the lawyers", "--to", "LEGAL"]);
    let promises = desk.document(&["promise", "list", "--filter", "lawyers"]);
    assert_eq!(promises["promises"][0]["passed_to"], "legal");
    let twice = desk.run(&["client", "add", "Orrin Brewing"]);
    let again = desk.run(&["client", "add", "Orrin Brewing"]);
    assert!(twice.status.success() && again.status.success());
    assert!(String::from_utf8_lossy(&again.stderr).contains("Both are kept."), "{again:?}");
}
