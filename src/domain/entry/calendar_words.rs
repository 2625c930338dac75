//! The words of four languages for days and months, as people type them: whole, short, and bent by Russian cases.

use chrono::Weekday;

use crate::domain::text::fold;

/// Days from today.
const DAYS: &[(&str, i64)] = &[
    ("today", 0),
    ("tomorrow", 1),
    ("yesterday", -1),
    ("сегодня", 0),
    ("завтра", 1),
    ("послезавтра", 2),
    ("вчера", -1),
    ("позавчера", -2),
    ("днес", 0),
    ("утре", 1),
    ("вдругиден", 2),
    ("завчера", -2),
    ("今天", 0),
    ("今日", 0),
    ("明天", 1),
    ("明日", 1),
    ("后天", 2),
    ("昨天", -1),
    ("昨日", -1),
    ("前天", -2),
];

/// Whole and short names; the first of a day is enough to know it by.
const WEEK: &[(Weekday, &[&str])] = &[
    (Weekday::Mon, &["mon", "monday", "пн", "пон", "понедельник", "понеделник", "周一", "星期一", "礼拜一", "週一"]),
    (Weekday::Tue, &["tue", "tues", "tuesday", "вт", "вторник", "周二", "星期二", "礼拜二", "週二"]),
    (Weekday::Wed, &["wed", "wednesday", "ср", "среда", "среду", "сряда", "周三", "星期三", "礼拜三", "週三"]),
    (
        Weekday::Thu,
        &["thu", "thur", "thurs", "thursday", "чт", "четверг", "четвъртък", "周四", "星期四", "礼拜四", "週四"],
    ),
    (Weekday::Fri, &["fri", "friday", "пт", "пятница", "пятницу", "петък", "周五", "星期五", "礼拜五", "週五"]),
    (Weekday::Sat, &["sat", "saturday", "сб", "суббота", "субботу", "събота", "周六", "星期六", "礼拜六", "週六"]),
    (
        Weekday::Sun,
        &["sun", "sunday", "вс", "воскресенье", "нд", "неделя", "周日", "周天", "星期日", "星期天", "礼拜天", "週日"],
    ),
];

/// What names of the months begin with, once in each language that writes them so.
const MONTHS: &[&[&str]] = &[
    &["jan", "янв", "яну"],
    &["feb", "фев"],
    &["mar", "мар"],
    &["apr", "апр"],
    &["may", "май", "мая"],
    &["jun", "июн", "юни"],
    &["jul", "июл", "юли"],
    &["aug", "авг"],
    &["sep", "сен", "сеп"],
    &["oct", "окт"],
    &["nov", "ноя", "ное"],
    &["dec", "дек"],
];

/// Days from today that a word like `tomorrow` means.
pub(super) fn relative_day(word: &str) -> Option<i64> {
    let word = fold(word);
    DAYS.iter().find(|(name, _)| *name == word).map(|(_, days)| *days)
}

/// A day of the week by its name in any of the languages.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let word = fold(word);
    let word = word.trim_end_matches('.');
    WEEK.iter().find(|(_, names)| names.contains(&word)).map(|(day, _)| *day)
}

/// A month, 1 to 12, by its name or at least three letters of it.
pub(super) fn month(word: &str) -> Option<u32> {
    let word = fold(word);
    let word = word.trim_end_matches('.');
    if !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let at = MONTHS.iter().position(|begins| begins.iter().any(|begin| word.starts_with(begin)))?;
    u32::try_from(at + 1).ok().filter(|_| word.chars().count() <= 9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_four_languages_are_known() {
        for (word, days) in [("Today", 0), ("ЗАВТРА", 1), ("утре", 1), ("明天", 1), ("вчера", -1), ("tom", 99)]
        {
            assert_eq!(relative_day(word).unwrap_or(99), days, "{word}");
        }
        for (word, day) in [
            ("Mon", Some(Weekday::Mon)),
            ("среду", Some(Weekday::Wed)),
            ("четвъртък", Some(Weekday::Thu)),
            ("周五", Some(Weekday::Fri)),
            ("нд", Some(Weekday::Sun)),
            ("вс.", Some(Weekday::Sun)),
            ("noday", None),
            ("", None),
        ] {
            assert_eq!(weekday(word), day, "{word}");
        }
        for (word, number) in [
            ("Nov", Some(11)),
            ("november", Some(11)),
            ("ноября", Some(11)),
            ("ноември", Some(11)),
            ("мая", Some(5)),
            ("юли", Some(7)),
            ("no", None),
            ("11", None),
            ("", None),
        ] {
            assert_eq!(month(word), number, "{word}");
        }
    }
}
