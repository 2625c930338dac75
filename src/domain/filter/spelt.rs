//! The texts of rows as a word looks for them. Spelling a row costs more than looking, so a list that is filtered letter
//! by letter keeps its rows spelt until they change.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::value::reference;
use crate::domain::book::{Book, Entity};
use crate::domain::date::Instant;
use crate::domain::naming::{Spelling, label};
use crate::domain::table::AnyRow;

/// The rows whose names are found with a row, by the field that names them.
const NAMED: [(&str, Entity); 2] = [("client", Entity::Client), ("person", Entity::Person)];

/// What a row and those it names were when it was spelt.
type Stamp = [Option<(i64, Instant)>; 3];

type Spelt = (Stamp, Rc<[Spelling]>);

#[derive(Debug, Default)]
pub struct Spellings {
    rows: RefCell<FxHashMap<Uuid, Spelt>>,
}

impl Spellings {
    /// A row's texts, its name, and the names of the client and the person it is of.
    pub(super) fn of(&self, book: &Book, row: &dyn AnyRow) -> Rc<[Spelling]> {
        let named = NAMED.map(|(field, entity)| {
            let uuid = row.value(field).and_then(|json| json.as_str()?.parse().ok());
            uuid.and_then(|uuid: Uuid| book.row(entity, uuid))
        });
        let stamp = [Some(row.state()), named[0].map(AnyRow::state), named[1].map(AnyRow::state)];
        if let Some((_, spelt)) = self.rows.borrow().get(&row.uuid()).filter(|(at, _)| *at == stamp) {
            return Rc::clone(spelt);
        }
        let mut names = vec![label(book, row.entity(), row.uuid())];
        row.each_text(&mut |_, text| names.push(text.to_owned()));
        names
            .extend(named.into_iter().flatten().flat_map(|row| reference(book, row.entity(), &row.uuid().to_string())));
        let spelt: Rc<[Spelling]> = names.iter().map(|name| Spelling::of(name)).collect();
        self.rows.borrow_mut().insert(row.uuid(), (stamp, Rc::clone(&spelt)));
        spelt
    }
}
