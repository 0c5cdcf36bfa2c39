//! What people wrote stays text, and what a closed page shows is nothing.

use leptos::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    walk::{
        Category, Lang, Private, Severity, Text, ThreadId,
        boundary::{At, Boundary, Wait},
        thread::State,
    },
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
        boundary: Some(text()),
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
        told: Some(told()),
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
            left: true,
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
            named: Some(HOSTILE.into()),
            form: HOSTILE.into(),
            ..Typed::default()
        },
    }
}

#[test]
fn trust_19_what_is_handed_on_stays_text() {
    for lang in [Lang::En, Lang::Cy] {
        let wait = Wait {
            thread: ThreadId(Uuid::from_u128(1)),
            task: HOSTILE.into(),
            task_name: text(),
            step: 1,
            step_name: None,
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
            named: Some(HOSTILE.into()),
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

#[test]
fn a_welsh_page_names_organisations_in_welsh() {
    let named = |en: &str, cy: &str| Text {
        en: en.into(),
        cy: cy.into(),
    };
    let told = || Told {
        organisation: named("Aber Valley Council", "Cyngor Cwm Aber"),
        boundary: Some(named("Cwm Health Board", "Bwrdd Iechyd Cwm")),
        ..told()
    };
    let offered = Offered {
        to: named("Cwm Health Board", "Bwrdd Iechyd Cwm"),
        ..page().offers.remove(0)
    };
    let sharing_page = Sharing {
        told: Some(told()),
        offers: vec![offered],
        ..page()
    };
    let list = Handed {
        to_us: vec![ToUs {
            told: told(),
            ..to_us()
        }],
        boundaries: vec![],
    };
    let pages = [
        sharing(Lang::Cy, &sharing_page).to_html(),
        handed(Lang::Cy, &list).to_html(),
    ];
    for html in &pages {
        assert!(html.contains("Cyngor Cwm Aber"), "{html}");
        assert!(!html.contains("Cwm Health Board") && !html.contains("Aber Valley"));
        // A name that is put in stays as it is: nothing before it asks for another first letter.
        assert!(
            !html.contains("gyda Cyngor") && !html.contains("I Bwrdd"),
            "{html}"
        );
    }
    assert!(pages[0].contains("i sefydliad arall: Bwrdd Iechyd Cwm"));
    assert!(pages[0].contains("I: Bwrdd Iechyd Cwm"));
    assert!(pages[1].contains("Gan: Cyngor Cwm Aber"));
}

#[test]
fn a_thread_in_which_nothing_stands_shows_what_was_handed_on_and_no_form_for_more() {
    let over = Packet {
        stands: Stands::Empty,
        ..page().packets.remove(0)
    };
    let offer = Offered {
        left: false,
        ..page().offers.remove(0)
    };
    let shown = Sharing {
        told: None,
        offers: vec![offer],
        packets: vec![over],
        ..page()
    };
    let html = sharing(Lang::En, &shown).to_html();
    for said in [
        "there is nothing to hand on",
        "Nothing in it stands any more.",
        "Nothing of what was offered stands any more.",
        "/team/packet/p/end",
    ] {
        assert!(html.contains(said), "{said}: {html}");
    }
    assert!(
        !html.contains("/packet\"") && !html.contains("/offer\""),
        "{html}"
    );
}
