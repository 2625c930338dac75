//! `search`: everything written in the book, across scripts.

use serde_json::{Value as Json, json};

use super::super::exit::Failure;
use super::super::json;
use super::super::session::Session;
use crate::domain::search::Hit;
use crate::domain::{Book, Id, naming};

/// Search everything, across scripts
#[derive(Debug, clap::Args)]
pub struct SearchArgs {
    /// Words, all of them; "…" for an exact phrase; kind:person for one kind
    #[arg(required = true)]
    text: Vec<String>,
}

/// # Errors
/// The book cannot be opened.
pub fn run(session: &mut Session, args: &SearchArgs) -> Result<(), Failure> {
    let desk = session.open()?;
    let found = desk.search(&args.text.join(" "), usize::MAX);
    if session.global.json {
        let hits: Json = found.hits().map(|hit| document(desk.book(), hit)).collect();
        session.paper.json(&json::document([("hits", hits)]));
        return Ok(());
    }
    let words = &session.words;
    let line = |hit: &Hit| {
        let name = hit.with_reading(&naming::label(desk.book(), hit.entity, hit.uuid));
        let client = hit.client.and_then(|uuid| desk.book().client.by_uuid(uuid)).map(|client| client.handle.clone());
        vec![words.short(&hit.entity.term()), client.unwrap_or_default(), name, hit.snippet.text.clone()]
    };
    let rows: Vec<Vec<String>> = found.hits().map(line).collect();
    session.paper.table(&[], &rows);
    Ok(())
}

fn document(book: &Book, hit: &Hit) -> Json {
    json!({
        "kind": hit.entity.table(), "uid": hit.uuid.to_string(),
        "client": hit.client.map(|uuid| json::client(book, Id::new(uuid))),
        "field": hit.place.field.name, "snippet": hit.snippet.text, "reading": hit.reading,
    })
}
