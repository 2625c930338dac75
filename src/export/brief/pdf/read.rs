//! A finished PDF read back: the text of its pages through the tables of its fonts, and every other string in it, be it
//! a bookmark, a title or a description. What cannot be read is not skipped: the whole file counts as unread.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Encoding, Object, Stream};

/// Everything a reader of the file can come by. None when a part of it cannot be read, or it holds no text.
pub fn read_back(finished: &[u8]) -> Option<String> {
    let document = Document::load_mem(finished).ok()?;
    let mut out = String::new();
    for page in document.page_iter() {
        let (own, more) = document.get_page_resources(page).ok()?;
        let more = more.iter().filter_map(|id| document.get_dictionary(*id).ok());
        let resources: Vec<&Dictionary> = own.into_iter().chain(more).collect();
        let content = document.get_page_content(page);
        shown(&document, &content, &resources, &mut out)?;
        out.push('\n');
    }
    let pages = out.trim().len();
    for object in document.objects.values() {
        strings(object, &mut out)?;
    }
    (pages > 0).then_some(out)
}

/// The texts that a page or a drawing on it shows. A piece that belongs together stays in one line wherever it was
/// broken on paper.
fn shown(document: &Document, content: &[u8], resources: &[&Dictionary], out: &mut String) -> Option<()> {
    let fonts = fonts(document, resources)?;
    let mut font = None;
    // What is read in place of what is drawn; it stands apart, for what is drawn is in one piece.
    let mut instead = String::new();
    for Operation { operator, operands } in Content::decode(content).ok()?.operations {
        match operator.as_str() {
            "Tf" => font = fonts.get(operands.first()?.as_name().ok()?),
            "Tj" | "'" | "\"" | "TJ" => {
                say(font?, operands.last()?, out)?;
                out.push(' ');
            }
            "BDC" | "BMC" | "EMC" => {
                out.push('\n');
                operands.iter().try_for_each(|operand| strings(operand, &mut instead))?;
            }
            "Do" => {
                let name = operands.first()?.as_name().ok()?;
                if let Some(form) = form(document, resources, name) {
                    drawn(document, form, resources, out)?;
                }
            }
            _ => {}
        }
    }
    out.push_str(&instead);
    Some(())
}

fn drawn(document: &Document, form: &Stream, outer: &[&Dictionary], out: &mut String) -> Option<()> {
    let own = form.dict.get_deref(b"Resources", document).and_then(Object::as_dict).ok();
    let resources: Vec<&Dictionary> = own.into_iter().chain(outer.iter().copied()).collect();
    shown(document, &form.get_plain_content().ok()?, &resources, out)
}

/// The table of each font from its codes to signs.
fn fonts<'a>(document: &'a Document, resources: &[&'a Dictionary]) -> Option<BTreeMap<Vec<u8>, Encoding<'a>>> {
    let mut fonts = BTreeMap::new();
    for resources in resources {
        let Ok(named) = resources.get_deref(b"Font", document).and_then(Object::as_dict) else { continue };
        for (name, font) in named {
            let font = document.dereference(font).ok()?.1.as_dict().ok()?;
            // The nearest resources come first.
            fonts.entry(name.clone()).or_insert(font.get_font_encoding(document).ok()?);
        }
    }
    Some(fonts)
}

fn say(font: &Encoding<'_>, said: &Object, out: &mut String) -> Option<()> {
    match said {
        Object::String(codes, _) => out.push_str(&Document::decode_text(font, codes).ok()?),
        Object::Array(parts) => {
            for part in parts.iter().filter(|part| matches!(part, Object::String(..))) {
                say(font, part, out)?;
            }
        }
        _ => return None,
    }
    Some(())
}

fn form<'a>(document: &'a Document, resources: &[&'a Dictionary], name: &[u8]) -> Option<&'a Stream> {
    let mut named =
        resources.iter().filter_map(|one| one.get_deref(b"XObject", document).and_then(Object::as_dict).ok());
    let found = named.find_map(|named| named.get_deref(name, document).and_then(Object::as_stream).ok())?;
    let is_form = found.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form");
    is_form.then_some(found)
}

/// Every string of an object, and what a stream of metadata says.
fn strings(object: &Object, out: &mut String) -> Option<()> {
    match object {
        Object::String(..) => {
            out.push_str(&lopdf::decode_text_string(object).ok()?);
            out.push('\n');
        }
        Object::Array(items) => items.iter().try_for_each(|item| strings(item, out))?,
        Object::Dictionary(fields) => fields.iter().try_for_each(|(_, value)| strings(value, out))?,
        Object::Stream(stream) => {
            stream.dict.iter().try_for_each(|(_, value)| strings(value, out))?;
            if stream.dict.has_type(b"Metadata") {
                out.push_str(&String::from_utf8(stream.get_plain_content().ok()?).ok()?);
                out.push('\n');
            }
        }
        _ => {}
    }
    Some(())
}
