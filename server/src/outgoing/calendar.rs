//! A calendar of the days a service team set itself. It names tasks and kinds of friction, and nothing that a leader wrote.

use app::{
    walk::{Category, Lang},
    words::{Exports, Mails, category, fill},
};
use icalendar::{Calendar, Component, Event, Property};

use crate::store::Dated;

/// The calendar, as programs read it.
#[must_use]
pub fn calendar(base_url: &str, days: &[Dated], lang: Lang) -> String {
    let words = Mails::of(lang);
    let mut calendar = Calendar::new();
    calendar.name("Firsthand");
    for it in days {
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
            .add_property("DTSTAMP", [&day, "T000000Z"].concat())
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

    #[test]
    fn trust_19_a_name_in_a_calendar_stays_a_name() {
        let it = Dated {
            thread: "7".into(),
            task: Text {
                en: "Bins\r\nEND:VEVENT\r\nBEGIN:VALARM; a, b\u{0}".into(),
                cy: String::new(),
            },
            category: "unclear".into(),
            day: "2026-06-20".into(),
            planned: true,
        };
        let written = calendar("https://f.example", &[it], Lang::En);
        let lines: Vec<&str> = written.split("\r\n").collect();
        let begins = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
        assert_eq!((begins("BEGIN:"), begins("END:")), (2, 2), "{written}");
        assert_eq!(begins("DTSTART;VALUE=DATE:20260620"), 1, "{written}");
        assert_eq!(
            begins("URL:https://f.example/team/thread/7"),
            1,
            "{written}"
        );
    }
}
