//! Encrypted books, with the feature and without it.

mod fixtures;

use attache::desk::{Desk, Passphrase, Trouble};
use attache::domain::Answers;
use fixtures::{Folder, clock, picture, small_rows};

fn passphrase(text: &str) -> Passphrase {
    Passphrase::from(text.to_owned())
}

fn said(opened: Result<Desk, Trouble>) -> String {
    opened.map_or_else(|trouble| trouble.sentence().id, |_| "-".to_owned())
}

#[cfg(not(feature = "cipher"))]
#[test]
fn a_build_without_the_cipher_says_so_and_leaves_nothing_behind() {
    let folder = Folder::empty();
    assert_eq!(said(Desk::make_book(&folder.book(), Some(&passphrase("secret")), clock())), "no-cipher");
    assert_eq!(folder.everything(), []);
    let noise: Vec<u8> = (0..8192_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8 | 0x80).collect();
    std::fs::write(folder.book(), noise).unwrap();
    assert_eq!(said(Desk::open(&folder.book(), Some(&passphrase("secret")), clock())), "no-cipher");
    let _ = (picture, small_rows, Answers::yes);
}

#[cfg(feature = "cipher")]
fn encrypted() -> (Folder, String) {
    let folder = Folder::empty();
    let mut desk = Desk::make_book(&folder.book(), Some(&passphrase("a long secret")), clock()).unwrap();
    let rows = small_rows(&desk);
    desk.make(&rows, &Answers::yes()).unwrap();
    desk.keep_draft("form", "Marrowick typed").unwrap();
    let book = picture(&desk);
    (folder, book)
}

#[cfg(feature = "cipher")]
#[test]
fn an_encrypted_book_opens_with_its_passphrase_alone() {
    let (folder, book) = encrypted();
    let before = folder.everything();
    let open = |text: &str| Desk::open(&folder.book(), Some(&passphrase(text)), clock());
    assert_eq!(said(Desk::open(&folder.book(), None, clock())), "book-encrypted");
    for wrong in ["", "a long secret ", "'; DROP TABLE client; --"] {
        assert_eq!(said(open(wrong)), "wrong-passphrase", "{wrong}");
    }
    assert!(folder.everything() == before, "a wrong passphrase changes nothing");
    let desk = open("a long secret").unwrap();
    assert_eq!(picture(&desk), book);
    assert_eq!(desk.drafts().unwrap().len(), 1);
}

#[cfg(feature = "cipher")]
#[test]
fn nothing_of_an_encrypted_book_can_be_read_on_the_disk() {
    let (folder, book) = encrypted();
    assert!(book.contains("Marrowick"));
    let open = Desk::open(&folder.book(), Some(&passphrase("a long secret")), clock()).unwrap();
    let mut plain = 0;
    for (path, bytes) in folder.everything() {
        for word in ["Marrowick", "SQLite format 3", "CREATE TABLE", "a long secret"] {
            plain += bytes.windows(word.len()).filter(|part| *part == word.as_bytes()).count();
        }
        assert!(bytes.len() % 4096 == 0, "{}", path.display());
    }
    assert_eq!(plain, 0);
    drop(open);
}

#[cfg(feature = "cipher")]
#[test]
fn a_turned_bit_of_an_encrypted_book_is_noticed() {
    let (folder, _) = encrypted();
    let whole = folder.bytes();
    let open = || said(Desk::open(&folder.book(), Some(&passphrase("a long secret")), clock()));
    for page in (0..whole.len() / 4096).step_by(9) {
        let mut bytes = whole.clone();
        bytes[page * 4096 + 1000] ^= 4;
        std::fs::write(folder.book(), bytes).unwrap();
        let said = open();
        // A page that opening does not read is found by `check`.
        assert!(["book-damaged", "wrong-passphrase", "-"].contains(&said.as_str()), "page {page}: {said}");
    }
    for length in [4096, whole.len() - 4096, whole.len() - 1] {
        std::fs::write(folder.book(), &whole[..length]).unwrap();
        assert_ne!(open(), "-", "{length} bytes");
    }
}
