//! A manager's own templates of briefs, from the command line and on the screen: the file is what the template says, and
//! a client's copy is searched as any other.

mod cli_rig;

use cli_rig::Desk;

use attache::domain::{Client, Id};
use attache::tui::rig::Rig;
use attache::tui::target::Target;

/// Writes a template into the configuration of this desk.
fn put(desk: &Desk, name: &str, template: &str) {
    let folder = desk.path("config/attache/templates");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), template).unwrap();
}

fn run(desk: &Desk, args: &[&str]) -> (Option<i32>, String, String) {
    let out = desk.command(args).env("XDG_CONFIG_HOME", desk.path("config")).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (out.status.code(), text(out.stdout), text(out.stderr))
}

#[test]
fn a_template_begun_from_the_programs_own_changes_nothing() {
    let desk = Desk::demo();
    for (format, name) in [("md", "internal.md"), ("html", "internal.html")] {
        let brief = ["brief", "volga-metall", "--format", format];
        let own = desk.says(&brief);
        put(&desk, name, &desk.says(&["brief", "--template", "--format", format]));
        assert_eq!(run(&desk, &brief), (Some(0), own, String::new()));
    }
    assert!(desk.fails(1, &["brief", "--template", "--format", "json"]).contains("no template"));
    desk.fails(2, &["brief"]);
}

#[test]
fn a_template_that_does_not_work_is_told_by_file_and_line_and_writes_nothing() {
    let desk = Desk::demo();
    put(&desk, "internal.md", "# {{ title }}\n{{ sections[0].text }}\n");
    let (code, out, told) = run(&desk, &["brief", "volga-metall", "-o", "x.md"]);
    assert_eq!((code, &*out), (Some(1), ""));
    assert!(told.contains("internal.md, line 2: a name that a brief does not have"), "{told}");
    assert!(!desk.path("x.md").exists());
}

#[test]
fn what_a_template_says_of_its_own_is_searched_in_a_clients_copy() {
    let desk = Desk::demo();
    let copy = ["brief", "volga-metall", "--for", "client", "--format", "html"];
    put(&desk, "client.html", "<p title=\"as for Marrowick Shipping\">{{ title }}</p>\n");
    for (template, place) in [
        ("<p title=\"as for Marrowick Shipping\">{{ title }}</p>\n", "client.html, line 1, brings 1 private item"),
        ("<p>{{ title }}</p>\n\n<!-- Marrowick Shipping -->", "client.html, line 3, brings"),
        ("<p>{{ title }} {{ \"kciworraM\"|reverse }} Shipping</p>", "client.html brings 1 private item"),
    ] {
        put(&desk, "client.html", template);
        let (code, out, told) = run(&desk, &copy);
        assert_eq!((code, &*out), (Some(6), ""), "{told}");
        assert!(told.contains(place) && !told.contains("Change the shared text"), "{told}");
    }
    // What the book itself brings is told as ever, whatever the template.
    put(&desk, "client.html", "<p>{{ sections[0].body }}</p>\n");
    desk.says(&["visit", "edit", "volga-metall@2026-11-23", "--set", "agenda=As with Marrowick Shipping"]);
    let (_, _, told) = run(&desk, &copy);
    assert!(told.contains("Change the shared text"), "{told}");
    desk.says(&["undo"]);
    put(&desk, "client.html", "<p title=\"for you\">{{ title }}</p>\n");
    let (code, out, _) = run(&desk, &copy);
    assert!(code == Some(0) && out.starts_with("<p title=\"for you\">"), "{out}");
}

#[test]
fn the_export_box_shows_the_file_that_it_writes() {
    let desk = Desk::demo();
    put(&desk, "client.md", "{{ title }}\nWITH OUR REGARDS\n");
    put(&desk, "internal.html", "<h1>{{ titel }}</h1>");
    let book = attache::desk::Desk::open(&desk.book(), None, clock()).unwrap();
    let volga = book.book().client.iter().find(|client| client.handle == "volga-metall").unwrap();
    let volga: Id<Client> = Id::new(volga.head.uid);
    let mut rig = Rig::with(book.book()).templates(&desk.path("config/attache")).exports(&desk.path(""));
    rig.open(&Target::Export { client: volga, visit: None }).press("c");
    assert!(rig.screen().contains("WITH OUR REGARDS"), "{}", rig.screen());
    rig.press("<Enter>");
    let written = std::fs::read_dir(desk.path("")).unwrap().map(|entry| entry.unwrap().path());
    let written = written.filter(|path| path.extension().is_some_and(|ending| ending == "md")).last().unwrap();
    assert!(std::fs::read_to_string(written).unwrap().ends_with("\nWITH OUR REGARDS\n"));
    rig.press("i f");
    let read: Vec<String> = rig.screen().split_whitespace().map(str::to_owned).collect();
    assert!(read.join(" ").contains("line 1: a name that a brief does not have"), "{}", rig.screen());
}

fn clock() -> attache::desk::Clock {
    attache::desk::Clock::Standing(attache::domain::date::parse_local("2026-11-23T08:00").unwrap())
}

/// Who is named in a section has no right to stand in a copy without it, whatever left it out; and neither a filter nor
/// an entity hides a name.
#[test]
fn a_copy_without_a_section_shows_nothing_by_its_right() {
    let desk = Desk::demo();
    let promises = desk.document(&["promise", "list", "--client", "volga-metall"]);
    let shared = promises["promises"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["share"] == true && row["state"] == "open")
        .unwrap();
    desk.says(&["promise", "edit", shared["uid"].as_str().unwrap(), "--set", "person=gordeeva"]);
    let agenda = |text: &str| {
        desk.says(&["visit", "edit", "volga-metall@2026-11-23", "--set", &format!("agenda={text}")]);
    };
    let copy = ["brief", "volga-metall", "--for", "client", "--lang", "ru"];
    let without = [&copy[..], &["--without", "next_steps"]].concat();
    let code = |args: &[&str]| run(&desk, args).0;
    agenda("Аккредитивы; Гордеева");
    assert_eq!((code(&copy), code(&without)), (Some(0), Some(6)));
    let sections =
        |body: &str, only: &str| format!("{{% for section in sections {only} %}}\n{{{{ {body} }}}}\n{{% endfor %}}\n");
    for (agenda_text, template, expected) in [
        ("Аккредитивы; Гордеева", sections("section.body", ""), 0),
        ("Аккредитивы; Гордеева", sections("section.body", "if section.key != 'next_steps'"), 6),
        ("как у Marrowick Shipping", sections("section.body|replace('a', 'а')", ""), 6),
        ("Аккредитивы", sections("section.body|replace('a', 'а')", ""), 0),
        ("Аккредитивы", "as for &#77;arrowick Shipping\n".to_owned(), 6),
    ] {
        agenda(agenda_text);
        put(&desk, "client.md", &template);
        assert_eq!(code(&copy), Some(expected), "{agenda_text}: {template}");
    }
}
