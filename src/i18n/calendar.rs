//! Names of months and days of the week in each language, in the forms that dates need.

use chrono::Weekday;

use super::Lang;

pub(super) struct Months {
    /// In a date with its day.
    pub of_day: [&'static str; 12],
    /// Alone or with a year.
    pub alone: [&'static str; 12],
    /// Where room is short.
    pub short: [&'static str; 12],
}

const EN: Months = {
    let short = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    Months { of_day: short, alone: short, short }
};

const RU: Months = Months {
    of_day: [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    alone: [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ],
    short: ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
};

const BG: Months = {
    let full = [
        "януари",
        "февруари",
        "март",
        "април",
        "май",
        "юни",
        "юли",
        "август",
        "септември",
        "октомври",
        "ноември",
        "декември",
    ];
    Months {
        of_day: full,
        alone: full,
        short: ["яну", "фев", "мар", "апр", "май", "юни", "юли", "авг", "сеп", "окт", "ное", "дек"],
    }
};

const ZH: Months = {
    let full = ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"];
    Months { of_day: full, alone: full, short: full }
};

pub(super) fn months(lang: Lang) -> &'static Months {
    match lang {
        Lang::En => &EN,
        Lang::Ru => &RU,
        Lang::Bg => &BG,
        Lang::Zh => &ZH,
    }
}

/// The key of a day of the week among the terms.
pub(super) fn weekday_key(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "week.mon",
        Weekday::Tue => "week.tue",
        Weekday::Wed => "week.wed",
        Weekday::Thu => "week.thu",
        Weekday::Fri => "week.fri",
        Weekday::Sat => "week.sat",
        Weekday::Sun => "week.sun",
    }
}
