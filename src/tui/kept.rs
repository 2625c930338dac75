//! What a screen made from the whole book, kept while nothing it was made from has changed: a key that only moves the
//! cursor costs no walk over the book.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::NaiveDate;

use super::layer::View;
use crate::i18n::Lang;

/// What every text and order may depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    revision: u64,
    today: NaiveDate,
    lang: Lang,
    privacy: bool,
}

/// The last value made; `K` is what else it was made from: a filter, an order, a width.
#[derive(Debug)]
pub struct Kept<K, V> {
    last: RefCell<Option<(Stamp, K, Rc<V>)>>,
}

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self { last: RefCell::new(None) }
    }
}

impl<K: PartialEq, V> Kept<K, V> {
    /// The value for `key`: as it was kept, or made now.
    pub fn get(&self, key: K, view: &View<'_>, make: impl FnOnce() -> V) -> Rc<V> {
        self.follow(key, view, |_| make())
    }

    /// The same, made with the help of the value before, whatever that was made from.
    pub fn follow(&self, key: K, view: &View<'_>, make: impl FnOnce(Option<&V>) -> V) -> Rc<V> {
        let stamp = Stamp {
            revision: view.book().revision,
            today: view.today(),
            lang: view.words.lang(),
            privacy: view.privacy,
        };
        let last = self.last.borrow().as_ref().map(|(at, of, value)| (*at == stamp && *of == key, Rc::clone(value)));
        if let Some((true, value)) = last {
            return value;
        }
        let value = Rc::new(make(last.as_ref().map(|(_, value)| &**value)));
        *self.last.borrow_mut() = Some((stamp, key, Rc::clone(&value)));
        value
    }
}
