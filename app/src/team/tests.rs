//! What the pages say, and that what people wrote stays text.

use leptos::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    walk::{
        Answer, Category, Feeling, Friction, FrictionId, Lang, Mood, Photo, PhotoId, Severity,
        Started, StepResult, StepTrack, Text, ThreadId, Walk, WalkId, Was, thread::State as Stands,
    },
    words::When,
};

const HOSTILE: &str = "</textarea><script>alert(\"1\")</script><img src=x onerror=y>";

fn text(en: &str) -> Text {
    Text {
        en: en.into(),
        cy: String::new(),
    }
}

fn when(days_ago: i32) -> When {
    When {
        year: 2025,
        month: 9,
        day: 9,
        weekday: 2,
        hour: 9,
        minute: 5,
        days_ago,
    }
}

fn item(state: State) -> Item {
    let friction = Friction {
        id: FrictionId(Uuid::from_u128(7)),
        step: 1,
        at: 0,
        category: Some(Category::Asked),
        second: Some(Category::Trust),
        severity: Some(Severity::Stopped),
        feelings: vec![Feeling::Confused, Feeling::Anxious],
        mood: Some(Mood::new(-2)),
        note: HOSTILE.into(),
        risk: true,
        contacted_again: true,
        photos: Vec::new(),
    };
    Item {
        friction,
        service: text("Bins"),
        task: text(HOSTILE),
        step: Some(text(HOSTILE)),
        felt: when(3),
        state,
        withdrawn: None,
    }
}

fn around() -> Around {
    let friction = item(State::New).friction;
    let track = |result| StepTrack {
        spent_ms: 160_000,
        away_ms: 0,
        result: Some(result),
        mood: Some(Mood::new(-1)),
    };
    let mut walk = Walk {
        frictions: vec![friction],
        finished_at: Some(9),
        ..Walk::default()
    };
    walk.steps = [(0, track(StepResult::Done)), (1, track(StepResult::Stuck))].into();
    walk.outcome.need_met = Some(Answer::No);
    walk.started = Some(Started {
        task: "t".into(),
        steps: 6,
        situation: None,
        language: "en".into(),
        again: None,
    });
    Around {
        walk,
        by: None,
        task: None,
        began: when(3),
        pictures: Vec::new(),
        withdrawn: Vec::new(),
    }
}

fn page(state: State, typed: Option<Typed>) -> FrictionPage {
    FrictionPage {
        item: item(state),
        walk: WalkId(Uuid::from_u128(9)),
        thread: None,
        into_walk_ms: Some(700_000),
        seen: None,
        replies: vec![Answered {
            id: String::new(),
            name: HOSTILE.into(),
            at: when(1),
            text: HOSTILE.into(),
            not_before: None,
        }],
        changes: vec![(when(2), Was::Note(HOSTILE.into()))],
        around: around(),
        reply_id: "r\"".into(),
        typed,
    }
}

fn full() -> Inbox {
    Inbox {
        services: vec![("a".into(), text("Bins")), ("b".into(), text(HOSTILE))],
        tasks: vec![("t".into(), text(HOSTILE))],
        filter: Filter {
            service: Some(HOSTILE.into()),
            words: HOSTILE.into(),
            ..Filter::default()
        },
        new: 1,
        felt: 4,
        counts: vec![(Group::Calls, 1)],
        cut: true,
        lines: vec![line()],
        after: Some("9.y".into()),
        more: Some("5.x".into()),
        asked: Vec::new(),
        withdrawn: vec![Item {
            withdrawn: Some(when(1)),
            ..item(State::Seen)
        }],
        views: vec![super::View {
            id: HOSTILE.into(),
            name: HOSTILE.into(),
            query: "?risk=1".into(),
        }],
        bulk: Some(Bulk {
            ticked: vec![ThreadId(Uuid::from_u128(7))],
            typed: TypedDecision {
                why: HOSTILE.into(),
                day: HOSTILE.into(),
                fault: Some(DecisionFault::NoDay),
                ..TypedDecision::default()
            },
        }),
        done: Some(3),
    }
}

fn line() -> Line {
    Line {
        head: Head {
            id: ThreadId(Uuid::from_u128(7)),
            service: text("Bins"),
            task_id: HOSTILE.into(),
            task: text(HOSTILE),
            step: 1,
            step_name: Some(text(HOSTILE)),
            category: Some(Category::Asked),
            state: Stands::HalfFixed,
            felt: 3,
            leaders: 2,
            first: when(30),
            last: when(3),
            worst: Some(Severity::Stopped),
            risk: 1,
            contacted_again: 0,
            held: None,
        },
        unseen: 2,
        said: HOSTILE.into(),
    }
}

fn safe(html: &str) {
    let html = html.replace("<script type=\"module\" src=\"/inbox.js\"></script>", "");
    assert!(
        !html.contains("<script") && !html.contains("<img"),
        "{html}"
    );
    assert!(!html.contains(" style="), "{html}");
}

#[test]
fn what_leaders_and_colleagues_wrote_stays_text() {
    for lang in [Lang::En, Lang::Cy] {
        let typed = Typed {
            text: HOSTILE.into(),
            fault: Some(ReplyFault::TooLong(3)),
            named: None,
        };
        safe(&inbox(lang, &full()).to_html());
        safe(&friction(lang, &full(), &page(State::New, Some(typed))).to_html());
        safe(
            &walk(
                lang,
                &WalkPage {
                    around: around(),
                    from: None,
                },
            )
            .to_html(),
        );
    }
}

#[test]
fn the_inbox_says_what_was_felt_and_links_to_it() {
    let html = inbox(Lang::En, &full()).to_html();
    for part in [
        "Stopped me. Asked too much, or again",
        "Felt 3 times, by 2 leaders",
        "Someone could be harmed",
        "Half fixed",
        "2 new",
        "For your team now",
        "/team/thread/00000000-0000-0000-0000-000000000007?q=",
        "&amp;after=5.x",
        "&amp;after=9.y",
        "Back to the beginning",
    ] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
}

#[test]
fn an_empty_inbox_teaches() {
    let none = Inbox::default();
    assert!(
        inbox(Lang::En, &none)
            .to_html()
            .contains("You do not answer for a service yet")
    );
    let services = full().services;
    let quiet = Inbox {
        services: services.clone(),
        ..Inbox::default()
    };
    assert!(
        inbox(Lang::En, &quiet)
            .to_html()
            .contains("Nobody has felt friction here yet")
    );
    let filter = Filter {
        risk: true,
        ..Filter::default()
    };
    let filtered = Inbox {
        services,
        filter,
        ..Inbox::default()
    };
    assert!(
        inbox(Lang::En, &filtered)
            .to_html()
            .contains("Show everything")
    );
}

#[test]
fn only_what_is_new_can_be_marked_as_seen() {
    let shows = |state| {
        friction(Lang::En, &full(), &page(state, None))
            .to_html()
            .contains("Mark as seen")
    };
    assert!(shows(State::New));
    assert!(!shows(State::Seen) && !shows(State::Answered));
}

#[test]
fn a_reply_that_could_not_be_sent_is_kept_and_explained() {
    let typed = Typed {
        text: "We fixed it".into(),
        fault: Some(ReplyFault::TooLong(12)),
        named: None,
    };
    let html = friction(Lang::En, &full(), &page(State::Seen, Some(typed))).to_html();
    assert!(html.contains("12 characters too long"), "{html}");
    assert!(html.contains(">\nWe fixed it</textarea>"), "{html}");
}

#[test]
fn the_walk_tells_every_step_and_no_author() {
    let html = walk(
        Lang::En,
        &WalkPage {
            around: around(),
            from: None,
        },
    )
    .to_html();
    for part in [
        "Need not met",
        "2\u{a0}min 40\u{a0}s. Done. Fed up",
        "Not walked",
        "Stopped here",
    ] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
}

#[test]
fn a_log_with_absurd_steps_makes_a_page_of_sane_length() {
    let mut odd = around();
    odd.walk.started.as_mut().expect("begun").steps = u16::MAX;
    odd.walk.steps.insert(u16::MAX, StepTrack::default());
    assert_eq!(odd.step_count(), 50);
}

#[test]
fn photos_that_are_here_are_shown_and_the_others_counted() {
    let mut page = page(State::New, None);
    let photo = |id| Photo {
        id: PhotoId(Uuid::from_u128(id)),
        at: 0,
        sha256: HOSTILE.into(),
        bytes: 1,
        width: 9,
        height: 9,
    };
    page.around.walk.frictions[0].photos = vec![photo(1), photo(2)];
    page.around.pictures = vec![Picture {
        id: PhotoId(Uuid::from_u128(1)),
        width: 640,
        height: 480,
    }];
    let html = friction(Lang::En, &full(), &page).to_html();
    for part in [
        "<img src=\"/api/v1/photos/00000000-0000-0000-0000-000000000001\"",
        "alt=\"Photo 1 of 2 of this friction point\"",
        "width=\"640\" height=\"480\" loading=\"lazy\"",
        "Photos still on the leader's phone: 1.",
    ] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
    assert_eq!(html.matches("<img").count(), 1);
    let around = page.around;
    let html = walk(Lang::Cy, &WalkPage { around, from: None }).to_html();
    assert_eq!(html.matches("<img").count(), 1);
    assert!(html.contains("alt=\"Llun 1 o 2: "), "{html}");
}

#[test]
fn a_bright_spot_that_was_taken_back_is_told_and_not_what_it_said() {
    let mut around = around();
    around.withdrawn = vec![Withdrawn {
        friction: None,
        step: Some(0),
        on: when(1),
    }];
    let html = walk(Lang::En, &WalkPage { around, from: None }).to_html();
    let said = "Something that worked was noted here, and withdrawn by its author, 9";
    assert!(html.contains(said), "{html}");
    assert!(!html.contains("Nothing was noted"), "{html}");
}
