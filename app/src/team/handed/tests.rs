//! What people wrote stays text, and what a closed page shows is nothing.

use leptos::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    walk::{Category, Lang, Private, Severity, Text, ThreadId, thread::State},
    words::When,
};

const HOSTILE: &str =
    "</textarea><script>alert(\"1\")</script><svg onload=x>\u{202e}[a](javascript:b)";

fn text() -> Text {
    Text {
        en: HOSTILE.into(),
        cy: HOSTILE.into(),
    }
}

fn when() -> When {
    When {
        year: 2026,
        month: 6,
        day: 9,
        weekday: 2,
        hour: 9,
        minute: 5,
        days_ago: 3,
    }
}

fn told() -> Told {
    Told {
        organisation: text(),
        service: text(),
        task: text(),
        step: 1,
        step_name: Some(text()),
        boundary: Some(HOSTILE.into()),
        category: Some(Category::Bounced),
        worst: Some(Severity::Stopped),
        felt: 3,
        first: when(),
        last: when(),
        state: State::Accepted,
        words: vec![HOSTILE.into()],
    }
}

fn answer(name: Option<&str>) -> Answer {
    Answer {
        at: when(),
        verdict: Verdict::Done,
        text: HOSTILE.into(),
        name: name.map(str::to_owned),
    }
}

fn to_us() -> ToUs {
    ToUs {
        id: "o".into(),
        told: told(),
        service: text(),
        at: when(),
        days: 3,
        message: HOSTILE.into(),
        answers: vec![answer(Some(HOSTILE))],
    }
}

fn page() -> Sharing {
    Sharing {
        thread: ThreadId(Uuid::from_u128(1)),
        told: told(),
        choices: vec![Choice {
            value: HOSTILE.into(),
            note: HOSTILE.into(),
            private: vec![Private::Name],
        }],
        neighbours: vec![Neighbour {
            value: HOSTILE.into(),
            organisation: text(),
            service: text(),
        }],
        offers: vec![Offered {
            id: "o".into(),
            to: text(),
            service: text(),
            at: when(),
            taken_back: None,
            message: HOSTILE.into(),
            answers: vec![answer(None)],
        }],
        packets: vec![Packet {
            id: "p".into(),
            made: when(),
            name: HOSTILE.into(),
            until: when(),
            stands: Stands::Open,
            openings: 2,
            opened: Some(when()),
        }],
        typed: Typed {
            message: HOSTILE.into(),
            days: HOSTILE.into(),
            fault: Some(Fault::Days),
            ..Typed::default()
        },
    }
}

#[test]
fn trust_19_what_is_handed_on_stays_text() {
    for lang in [Lang::En, Lang::Cy] {
        let wait = Wait {
            thread: ThreadId(Uuid::from_u128(1)),
            task: text(),
            step: 1,
            category: None,
            at: At::Offered,
            days: 1,
        };
        let list = Handed {
            to_us: vec![to_us()],
            boundaries: vec![Boundary {
                to: text(),
                waits: vec![wait],
            }],
        };
        let typed = Typed {
            message: HOSTILE.into(),
            fault: Some(Fault::NoAnswer),
            ..Typed::default()
        };
        let opened = Opened {
            told: told(),
            until: when(),
        };
        for html in [
            sharing(lang, &page()).to_html(),
            handed_on(lang, "t", &page().offers).to_html(),
            handed(lang, &list).to_html(),
            handed_one(lang, &to_us(), &typed).to_html(),
            packet_opened(lang, &opened).to_html(),
            packet_closed(lang, "/packet/a".into()).to_html(),
        ] {
            let harmless = !html.contains("<script") && !html.contains("<svg onload");
            assert!(harmless && !html.contains(" style="), "{html}");
            assert!(!html.contains("href=\"javascript"), "{html}");
        }
    }
}
