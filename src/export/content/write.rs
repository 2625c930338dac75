//! Content lines written: escaped, folded at 75 octets and never inside a letter, ended by CR LF.

/// The most octets of a physical line.
const WIDTH: usize = 75;

#[derive(Debug, Default)]
pub struct Writer {
    out: String,
}

impl Writer {
    /// A line as it is, folded.
    pub fn raw(&mut self, line: &str) {
        let mut width = 0;
        for c in line.chars().filter(|c| !c.is_control() || *c == '\t') {
            if width + c.len_utf8() > WIDTH {
                self.out.push_str("\r\n ");
                width = 1;
            }
            self.out.push(c);
            width += c.len_utf8();
        }
        self.out.push_str("\r\n");
    }

    /// A property with one text.
    pub fn text(&mut self, head: &str, value: &str) {
        self.raw(&format!("{head}:{}", escaped(value)));
    }

    /// A property with several parts, each a text.
    pub fn parts(&mut self, head: &str, parts: &[&str]) {
        let parts: Vec<String> = parts.iter().map(|part| escaped(part)).collect();
        self.raw(&format!("{head}:{}", parts.join(";")));
    }

    /// A property with a list of texts.
    pub fn list(&mut self, head: &str, items: &[String]) {
        let items: Vec<String> = items.iter().map(|item| escaped(item)).collect();
        self.raw(&format!("{head}:{}", items.join(",")));
    }

    pub fn finish(self) -> String {
        self.out
    }
}

/// A text as a value: what has a meaning there is escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

/// A text as the value of a parameter, in quotes; what cannot stand there is written as RFC 6868 has it.
pub fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("^'"),
            '^' => out.push_str("^^"),
            '\n' => out.push_str("^n"),
            // Many read it as the beginning of an escape there.
            '\\' => out.push('/'),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The value of a parameter as it was before it was written so.
pub fn unquoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, chars.as_str().chars().next()) {
            ('^', Some(mark @ ('\'' | '^' | 'n'))) => {
                out.push(if mark == '\'' {
                    '"'
                } else if mark == 'n' {
                    '\n'
                } else {
                    '^'
                });
                chars.next();
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::Lines;
    use super::*;

    #[test]
    fn long_lines_are_folded_between_letters_and_read_back() {
        for text in ["a".repeat(300), "ж".repeat(200), "李".repeat(99), "a, b; c\\ d\ne".into(), String::new()] {
            let mut writer = Writer::default();
            writer.text("NOTE", &text);
            let written = writer.finish();
            assert!(written.lines().all(|line| line.trim_end_matches('\r').len() <= WIDTH), "{written}");
            let line = Lines::new(written.as_bytes(), None).next_line().unwrap().unwrap();
            assert_eq!(line.text, format!("NOTE:{}", escaped(&text)));
        }
    }

    #[test]
    fn what_cannot_stand_in_quotes_comes_back() {
        for text in ["a \"b\" ^'c^n", "^", "^^", "^x", "two\nlines", ""] {
            let written = quoted(text);
            assert!(!written[1..written.len() - 1].contains(['"', '\n']), "{written}");
            assert_eq!(unquoted(&written[1..written.len() - 1]), text);
        }
    }
}
