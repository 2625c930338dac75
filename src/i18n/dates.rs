//! Days, months, times and ages in words.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use chrono_tz::Tz;

use super::calendar::{months, weekday_key};
use super::{Lang, Words, cells};
use crate::domain::date::{Month, PartialDate};
use crate::domain::{Arg, Visit};

/// A fact is told in months from half a year of age, in years from 18 months.
const MONTHS_FROM: i64 = 180;
const YEARS_FROM: i64 = 548;
/// Days from today within which a day needs no year.
const YEAR_IS_PLAIN: i64 = 300;

impl Words {
    /// `24 Nov 2026`, `24 ноября 2026 г.`, `2026年11月24日`.
    pub fn date(&self, day: NaiveDate) -> String {
        let (year, name) = (day.year(), self.month_of_day(day.month()));
        match self.lang() {
            Lang::En => format!("{} {name} {year}", day.day()),
            Lang::Ru | Lang::Bg => format!("{}\u{a0}{name} {year}\u{a0}г.", day.day()),
            Lang::Zh => format!("{year}年{name}{}日", day.day()),
        }
    }

    /// `Mon 23 Nov 2026`.
    pub fn date_with_weekday(&self, day: NaiveDate) -> String {
        match self.lang() {
            Lang::Zh => format!("{} {}", self.date(day), self.weekday(day)),
            Lang::En => format!("{} {}", self.weekday(day), self.date(day)),
            Lang::Ru | Lang::Bg => format!("{}, {}", self.weekday(day), self.date(day)),
        }
    }

    /// `24 Nov`, `24 ноя`, `11月24日`: the year is plain from what stands around.
    pub fn day_short(&self, day: NaiveDate) -> String {
        let name = nth(&months(self.lang()).short, day.month());
        match self.lang() {
            Lang::Zh => format!("{name}{}日", day.day()),
            _ => format!("{} {name}", day.day()),
        }
    }

    /// The same while the year is plain from today; of a day further away the month and its year.
    pub fn day_or_month(&self, day: NaiveDate, today: NaiveDate) -> String {
        if (today - day).num_days().abs() < YEAR_IS_PLAIN {
            return self.day_short(day);
        }
        self.month_digits(Month { year: day.year(), month: day.month() })
    }

    /// Cells that this takes at most.
    pub fn day_or_month_cells(&self) -> usize {
        let december = NaiveDate::from_ymd_opt(2026, 12, 28).unwrap_or_default();
        let far = december + chrono::Days::new(1000);
        [december, far].map(|day| cells::width(&self.day_or_month(day, december))).into_iter().max().unwrap_or(0)
    }

    /// `Mon 23 Nov`, `пн 23 ноя`, `11月23日 周一`.
    pub fn day_weekday(&self, day: NaiveDate) -> String {
        match self.lang() {
            Lang::Zh => format!("{} {}", self.day_short(day), self.weekday(day)),
            _ => format!("{} {}", self.weekday(day), self.day_short(day)),
        }
    }

    /// `Fri 27`, `27日 周五`: for days near today.
    pub fn day_near(&self, day: NaiveDate) -> String {
        match self.lang() {
            Lang::Zh => format!("{}日 {}", day.day(), self.weekday(day)),
            _ => format!("{} {}", self.weekday(day), day.day()),
        }
    }

    /// `23.11.2026`, for narrow places: of one width in a language.
    pub fn day_digits(&self, day: NaiveDate) -> String {
        match self.lang() {
            Lang::En | Lang::Zh => day.format("%Y-%m-%d").to_string(),
            Lang::Ru | Lang::Bg => day.format("%d.%m.%Y").to_string(),
        }
    }

    pub fn weekday(&self, day: NaiveDate) -> String {
        self.term(weekday_key(day.weekday()))
    }

    /// `Nov 2026`, `ноябрь 2026 г.`, `2026年11月`.
    pub fn month(&self, month: Month) -> String {
        let (year, name) = (month.year, self.month_name(month.month));
        match self.lang() {
            Lang::En => format!("{name} {year}"),
            Lang::Ru | Lang::Bg => format!("{name} {year}\u{a0}г."),
            Lang::Zh => format!("{year}年{name}"),
        }
    }

    /// `2026-11`, `11.2026`, for narrow places.
    pub fn month_digits(&self, month: Month) -> String {
        match self.lang() {
            Lang::En | Lang::Zh => format!("{}-{:02}", month.year, month.month),
            Lang::Ru | Lang::Bg => format!("{:02}.{}", month.month, month.year),
        }
    }

    /// As much of a date as is known: `14 May`, `May 1971`, `1971`.
    pub fn partial(&self, day: PartialDate) -> String {
        match (day, self.lang()) {
            (PartialDate::Day(day), _) => self.date(day),
            (PartialDate::Month(month), _) => self.month(month),
            (PartialDate::OnlyMonth(month), _) => self.month_name(month).to_owned(),
            (PartialDate::Year(year), Lang::En) => year.to_string(),
            (PartialDate::Year(year), Lang::Ru | Lang::Bg) => format!("{year}\u{a0}г."),
            (PartialDate::Year(year), Lang::Zh) => format!("{year}年"),
            (PartialDate::MonthDay(month, day), Lang::Zh) => format!("{}{day}日", self.month_of_day(month)),
            (PartialDate::MonthDay(month, day), _) => format!("{day} {}", self.month_of_day(month)),
        }
    }

    /// `09:30`.
    pub fn time(&self, time: NaiveTime) -> String {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// `23 Nov 10:00`: a day and a time not far from today.
    pub fn moment(&self, moment: NaiveDateTime) -> String {
        format!("{} {}", self.day_short(moment.date()), self.time(moment.time()))
    }

    /// `23 Nov 2026 10:00`: a day and a time of any year.
    pub fn moment_dated(&self, moment: NaiveDateTime) -> String {
        format!("{} {}", self.date(moment.date()), self.time(moment.time()))
    }

    /// `Tokyo`, of `Asia/Tokyo`.
    pub fn city(&self, zone: Tz) -> String {
        zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ")
    }

    /// A visit's start as the clocks at its own place show it, where they show another time than at home:
    /// `(00:30 Tokyo)`, with its day where that is another one.
    pub fn elsewhere(&self, visit: &Visit, home: Tz) -> Option<String> {
        let here = visit.local_start(home);
        let there = format!("{} {}", self.time(visit.start.time()), self.city(visit.zone));
        let told = match visit.start {
            start if start == here => return None,
            start if start.date() == here.date() => there,
            start => format!("{} {there}", self.day_near(start.date())),
        };
        Some(self.aside(&told).trim_start().to_owned())
    }

    /// The age of a fact where room is short: `95d`, `6mo`, `2y`.
    pub fn ago(&self, days: i64) -> String {
        let days = days.max(0);
        if days < MONTHS_FROM {
            self.age("word-age_days", days)
        } else if days < YEARS_FROM {
            // A year has 365.25 days, a month a twelfth of it; rounded down.
            self.age("word-age_months", days * 48 / 1461)
        } else {
            // To the nearest year.
            self.age("word-age_years", (days * 4 + 730) / 1461)
        }
    }

    /// How soon, for something that starts in so many minutes: `in 25 min`, `in 1h30`.
    pub fn in_minutes(&self, minutes: i64) -> String {
        let (hours, rest) = (minutes.max(0) / 60, minutes.max(0) % 60);
        match (hours, rest) {
            (0, rest) => self.age("word-in_minutes", rest),
            (hours, 0) => self.say_with("word-in_hours", &[("h", Arg::Count(hours))]),
            (hours, rest) => self
                .say_with("word-in_hours_minutes", &[("h", Arg::Count(hours)), ("m", Arg::text(format!("{rest:02}")))]),
        }
    }

    /// `late 3d`.
    /// `due Thu 26 Nov`.
    pub fn due(&self, day: NaiveDate) -> String {
        self.due_said(&self.day_weekday(day))
    }

    /// The same of a day that is in words already.
    pub fn due_said(&self, day: &str) -> String {
        self.say_with("word-due", &[("day", Arg::text(day))])
    }

    pub fn late(&self, days: i64) -> String {
        self.age("word-late_days", days)
    }

    fn age(&self, id: &str, n: i64) -> String {
        self.say_with(id, &[("n", Arg::Count(n))])
    }

    fn month_of_day(&self, month: u32) -> &'static str {
        nth(&months(self.lang()).of_day, month)
    }

    fn month_name(&self, month: u32) -> &'static str {
        nth(&months(self.lang()).alone, month)
    }
}

/// The name of the month with this number, from 1.
fn nth(names: &[&'static str; 12], month: u32) -> &'static str {
    names.get(month.saturating_sub(1) as usize).copied().unwrap_or("?")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Lang; 4] = [Lang::En, Lang::Ru, Lang::Bg, Lang::Zh];

    /// What each language says, with no-break spaces shown as spaces.
    fn each(say: impl Fn(&Words) -> String) -> [String; 4] {
        ALL.map(|lang| say(&Words::new(lang)).replace('\u{a0}', " "))
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn dates_read_as_each_language_writes_them() {
        let monday = day("2026-11-23");
        assert_eq!(
            each(|words| words.date(day("2026-11-24"))),
            ["24 Nov 2026", "24 ноября 2026 г.", "24 ноември 2026 г.", "2026年11月24日"]
        );
        assert_eq!(each(|words| words.day_short(monday)), ["23 Nov", "23 ноя", "23 ное", "11月23日"]);
        let years_ago = monday - chrono::Days::new(700);
        assert_eq!(each(|words| words.day_or_month(years_ago, monday)), ["2024-12", "12.2024", "12.2024", "2024-12"]);
        assert_eq!(each(|words| words.day_or_month(monday, monday)), each(|words| words.day_short(monday)));
        assert_eq!(each(|words| words.day_or_month_cells().to_string()), ["7", "7", "7", "8"]);
        assert_eq!(each(|words| words.day_weekday(monday)), ["Mon 23 Nov", "пн 23 ноя", "пн 23 ное", "11月23日 周一"]);
        assert_eq!(each(|words| words.day_near(day("2026-11-27"))), ["Fri 27", "пт 27", "пт 27", "27日 周五"]);
        assert_eq!(
            each(|words| words.date_with_weekday(monday)),
            ["Mon 23 Nov 2026", "пн, 23 ноября 2026 г.", "пн, 23 ноември 2026 г.", "2026年11月23日 周一"]
        );
        assert_eq!(each(|words| words.day_digits(monday)), ["2026-11-23", "23.11.2026", "23.11.2026", "2026-11-23"]);
        let noon = monday.and_hms_opt(9, 5, 0).unwrap();
        assert_eq!(
            each(|words| words.moment(noon)),
            ["23 Nov 09:05", "23 ноя 09:05", "23 ное 09:05", "11月23日 09:05"]
        );
    }

    #[test]
    fn a_partial_date_shows_what_is_known() {
        for (given, expected) in [
            ("--05-14", ["14 May", "14 мая", "14 май", "5月14日"]),
            ("--05", ["May", "май", "май", "5月"]),
            ("1971", ["1971", "1971 г.", "1971 г.", "1971年"]),
            ("1971-05", ["May 1971", "май 1971 г.", "май 1971 г.", "1971年5月"]),
            ("1971-05-14", ["14 May 1971", "14 мая 1971 г.", "14 май 1971 г.", "1971年5月14日"]),
            ("--02-29", ["29 Feb", "29 февраля", "29 февруари", "2月29日"]),
        ] {
            let date: PartialDate = given.parse().unwrap();
            assert_eq!(each(|words| words.partial(date)), expected);
        }
    }

    #[test]
    fn ages_are_compact_and_never_negative() {
        for (days, expected) in [
            (-3, ["0d", "0д", "0д", "0天"]),
            (95, ["95d", "95д", "95д", "95天"]),
            (179, ["179d", "179д", "179д", "179天"]),
            (183, ["6mo", "6мес", "6м", "6个月"]),
            (547, ["17mo", "17мес", "17м", "17个月"]),
            (548, ["2y", "2г", "2г", "2年"]),
            (730, ["2y", "2г", "2г", "2年"]),
            (2922, ["8y", "8г", "8г", "8年"]),
        ] {
            assert_eq!(each(|words| words.ago(days)), expected);
        }
    }

    #[test]
    fn what_comes_says_how_soon() {
        for (minutes, expected) in [
            (25, ["in 25 min", "через 25 мин", "след 25 мин", "25分钟后"]),
            (60, ["in 1h", "через 1 ч", "след 1 ч", "1小时后"]),
            (90, ["in 1h30", "через 1 ч 30", "след 1 ч 30", "1小时30分钟后"]),
            (125, ["in 2h05", "через 2 ч 05", "след 2 ч 05", "2小时05分钟后"]),
        ] {
            assert_eq!(each(|words| words.in_minutes(minutes)), expected);
        }
        assert_eq!(each(|words| words.late(3)), ["late 3d", "просрочено 3д", "просрочено 3д", "逾期3天"]);
    }
}
