//! Chinese beside other scripts: a space between a Chinese sign and a letter, none between two Chinese signs. What stands
//! in a message cannot know which its arguments will be; Fluent marks where they begin and end.

use crate::domain::skeleton::is_han;

const BEGINS: char = '\u{2068}';
const ENDS: char = '\u{2069}';

/// The text without the marks around its arguments, each spaced as its neighbours ask.
pub(super) fn spaced(said: &str) -> String {
    if !said.contains(BEGINS) {
        return said.to_owned();
    }
    let mut out = String::with_capacity(said.len());
    let mut rest = said.chars().peekable();
    // Where the last argument ended: two beside one another keep the space between them.
    let mut ended = None;
    while let Some(c) = rest.next() {
        match c {
            BEGINS => {
                let Some(first) = rest.peek().copied() else { break };
                let beside = ended == out.len().checked_sub(1);
                if is_han(first) && !beside && out.ends_with(' ') && out.trim_end().ends_with(is_han) {
                    out.pop();
                } else if is_letter(first) && out.ends_with(is_han) {
                    out.push(' ');
                }
            }
            ENDS => {
                ended = Some(out.len());
                let next = rest.peek().copied().unwrap_or(' ');
                let mut beyond = rest.clone();
                beyond.next();
                if next == ' ' && out.ends_with(is_han) && beyond.peek().is_some_and(|c| is_han(*c)) {
                    rest.next();
                } else if is_han(next) && out.ends_with(is_letter) {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    out
}

/// A letter of another script; digits stand as the message has them, for a month is `11月`.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !is_han(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_apart_from_chinese_and_chinese_stands_together() {
        for (said, expected) in [
            ("在\u{2068}legal\u{2069}", "在 legal"),
            ("在\u{2068}运营部\u{2069}", "在运营部"),
            ("\u{2068}Кравец\u{2069}想要什么？", "Кравец 想要什么？"),
            ("超出 \u{2068}方若川\u{2069} 的权限。", "超出方若川的权限。"),
            ("超出 \u{2068}Boyd\u{2069} 的权限。", "超出 Boyd 的权限。"),
            ("价值 \u{2068}未知\u{2069}，", "价值未知，"),
            ("\u{2068}7\u{2069}分", "7分"),
            ("在\u{2068}11月\u{2069}", "在11月"),
            ("\u{2068}会面\u{2069} \u{2068}方若川\u{2069}", "会面 方若川"),
            ("（\u{2068}\u{2069}）", "（）"),
            ("上下键选择   Enter 保存", "上下键选择   Enter 保存"),
        ] {
            assert_eq!(spaced(said), expected);
        }
    }
}
