//! A calendar of the days a service team set itself. It names tasks and kinds of friction, and nothing that a leader wrote.

use app::{
    walk::{Category, Lang},
    words::{Exports, Mails, category, fill},
};
use icalendar::{Calendar, Component, Event, Property};

use crate::{store::Diary, when::stamp};

/// The calendar, as programs read it. Its days are whole days where the organisation is, of no hour and no zone; they
/// stand in nobody's way. A day is known by its thread, so that it moves and is not doubled.
#[must_use]
pub fn calendar(base_url: &str, diary: &Diary, lang: Lang) -> String {
    let words = Mails::of(lang);
    let mut calendar = Calendar::new();
    calendar.name("Firsthand").timezone(&*diary.zone);
    for it in &diary.days {
        let known = Category::from_code(&it.category);
        let kind = known.map_or(Exports::of(lang).something_else, |it| category(lang, it));
        let what = [it.task.get(lang), kind].join(": ");
        let (text, which) = if it.planned {
            (words.calendar_planned, "planned")
        } else {
            (words.calendar_due, "due")
        };
        let day: String = it.day.chars().filter(char::is_ascii_digit).collect();
        let mut starts = Property::new("DTSTART", &day);
        starts.add_parameter("VALUE", "DATE");
        let event = Event::new()
            .uid(&[&it.thread, "-", which, "@firsthand"].concat())
            .summary(&plain(&fill(text, &[("what", &what)])))
            .add_property("DTSTAMP", stamp(it.changed_at))
            .add_property("TRANSP", "TRANSPARENT")
            .append_property(starts)
            .url(&[base_url, "/team/thread/", &it.thread].concat())
            .done();
        calendar.push(event);
    }
    calendar.to_string()
}

fn plain(text: &str) -> String {
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    text.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use app::walk::Text;

    use super::*;
    use crate::store::Dated;

    fn due(name: &str) -> Diary {
        let it = Dated {
            thread: "7".into(),
            task: Text {
                en: name.into(),
                cy: String::new(),
            },
            category: "unclear".into(),
            day: "2026-06-20".into(),
            planned: true,
            changed_at: 1_781_524_800_000,
        };
        Diary {
            zone: "Europe/London".into(),
            days: vec![it],
        }
    }

    /// The lines of a calendar, put together again, as RFC 5545 has them: name with parameters, and value.
    fn read(written: &str) -> Vec<(String, String)> {
        let mut lines: Vec<String> = Vec::new();
        for line in written.strip_suffix("\r\n").expect("an end").split("\r\n") {
            assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
            match (line.strip_prefix(' '), lines.last_mut()) {
                (Some(more), Some(last)) => last.push_str(more),
                _ => lines.push(line.to_owned()),
            }
        }
        let pair = |line: String| {
            let (name, value) = line.split_once(':').expect("a value");
            let value = value.replace("\\,", ",").replace("\\;", ";");
            (
                name.to_owned(),
                value.replace("\\n", "\n").replace("\\\\", "\\"),
            )
        };
        lines.into_iter().map(pair).collect()
    }

    fn value<'a>(read: &'a [(String, String)], name: &str) -> &'a str {
        let mut found = read.iter().filter(|(it, _)| it == name);
        let value = found.next().unwrap_or_else(|| panic!("{name} in {read:?}"));
        assert!(found.next().is_none(), "{name} once in {read:?}");
        &value.1
    }

    #[test]
    fn trust_19_a_name_in_a_calendar_stays_a_name() {
        let nasty = due("Bins\r\nEND:VEVENT\r\nBEGIN:VALARM; a, b\u{0}");
        let written = calendar("https://f.example", &nasty, Lang::En);
        let read = read(&written);
        let begins = |it: &str| read.iter().filter(|(name, _)| name == it).count();
        assert_eq!((begins("BEGIN"), begins("END")), (2, 2), "{written}");
        let summary = value(&read, "SUMMARY");
        assert!(
            summary.contains("END:VEVENT  BEGIN:VALARM; a, b"),
            "{summary}"
        );
        let url = value(&read, "URL");
        assert_eq!(url, "https://f.example/team/thread/7");
    }

    #[test]
    fn a_day_is_a_whole_day_that_says_when_it_was_set() {
        let read = read(&calendar("https://f.example", &due("Bins"), Lang::En));
        assert_eq!(value(&read, "DTSTART;VALUE=DATE"), "20260620");
        assert_eq!(value(&read, "DTSTAMP"), "20260615T120000Z");
        assert_eq!(value(&read, "X-WR-TIMEZONE"), "Europe/London");
        assert_eq!(value(&read, "TRANSP"), "TRANSPARENT");
        assert_eq!(
            value(&read, "SUMMARY"),
            "Planned change: Bins: Hard to understand"
        );
    }

    #[test]
    fn a_day_that_moves_or_is_read_in_welsh_stays_the_same_day() {
        let uid = |diary: &Diary, lang| {
            let written = calendar("https://f.example", diary, lang);
            value(&read(&written), "UID").to_owned()
        };
        let first = uid(&due("Bins"), Lang::En);
        let mut moved = due("Bins");
        moved.days[0].day = "2026-07-01".into();
        moved.days[0].changed_at += 1;
        assert_eq!(uid(&moved, Lang::En), first);
        assert_eq!(uid(&moved, Lang::Cy), first);
        moved.days[0].planned = false;
        assert_ne!(uid(&moved, Lang::En), first, "due is another than planned");
    }

    #[test]
    fn long_names_with_letters_of_two_bytes_are_folded_between_letters() {
        for shift in 0..4 {
            let name = ["x".repeat(shift), "Tŷ’r Dŵr a’r Môr, ".repeat(12)].concat();
            let written = calendar("https://f.example", &due(name.trim()), Lang::Cy);
            let read = read(&written);
            assert!(value(&read, "SUMMARY").contains(name.trim()), "{written}");
        }
    }
}
