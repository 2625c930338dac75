//! Who is meant on the command line by a name that has become another's.

mod cli_rig;

use cli_rig::Desk;

#[test]
fn whoever_names_a_merged_client_reads_the_one_it_went_into() {
    let desk = Desk::demo();
    let merge = ["client", "merge", "kaliakra", "saltmere", "--yes"];
    let differs = desk.fails(1, &merge);
    let (_, fields) = differs.trim().rsplit_once(": ").unwrap();
    let takes: Vec<String> =
        fields.trim_end_matches('.').split(", ").map(|field| format!("--take={field}=a")).collect();
    desk.says(&merge.into_iter().chain(takes.iter().map(String::as_str)).collect::<Vec<_>>());
    for command in ["money", "map", "brief"] {
        let read = |client: &str| desk.says(&[command, client]);
        assert_eq!(read("saltmere"), read("kaliakra"), "{command}");
    }
    let again = desk.fails(1, &merge);
    assert!(again.contains("merged"), "{again}");
}

#[test]
fn of_a_namesake_who_is_the_same_what_is_known_stays() {
    let desk = Desk::demo();
    let typed = ["person", "add", "Седов Игорь Андреевич", "--client", "volga-metall", "--position", "Советник"];
    let more = ["--set", "birthday=1990-01-01", "--set", "likes=чай", "--yes"];
    assert_eq!(desk.says(&[&typed[..], &more].concat()), "sedov\n");
    let sedov = &desk.document(&["person", "show", "sedov"])["person"];
    assert_eq!((&sedov["birthday"], &sedov["likes"]), (&"1966-03-11".into(), &"чай".into()));
}
