//! The secretary's desk and what it puts on the page.

use super::*;
use crate::walk::ThreadId;
use crate::walk::month::{Said, SaidAs};

const HOSTILE: &str = "</textarea><script>alert(1)</script>";

fn when() -> When {
    When {
        year: 2025,
        month: 11,
        day: 14,
        weekday: 5,
        hour: 9,
        minute: 0,
        days_ago: 0,
    }
}

/// A draft in which everything but the approval is done.
fn draft() -> Draft {
    let october: YearMonth = "2025-10".parse().expect("a month");
    Draft {
        month: october,
        running: false,
        published: None,
        drafting: true,
        version: 1,
        edition: 3,
        reply_days: 14,
        reply: Reply::Over(when()),
        places: vec![ReplyPlace {
            thread: ThreadId(Uuid::from_u128(1)),
            task: "ramp".into(),
            step: 3,
            category: Category::Asked,
            view: true,
            asked: true,
        }],
        words: text("Look at step 4."),
        reason: Text::default(),
        before: vec![Ask {
            id: "one".into(),
            month: october.before().expect("September"),
            text: text("A shared form"),
            became: text("Nothing yet"),
        }],
        asks: Vec::new(),
        approved: None,
        approval_lost: false,
        came_in: false,
        counted: String::new(),
        correction: None,
        names: Names::default(),
        nobody: Vec::new(),
        typed: Typed::default(),
    }
}

fn desk(draft: &Draft) -> String {
    Owner::new().with(|| draft_page(Lang::En, draft).to_html())
}

#[test]
fn publish_leads_to_the_first_thing_to_do_until_everything_is_done() {
    let ready = draft();
    assert!(ready.can_be_approved());
    assert_eq!(ready.to_do(), Some(Check::Approval));
    assert!(!desk(&ready).contains("/draft/publish"));
    assert!(desk(&ready).contains("/draft/approve"));

    let approved = Draft {
        approved: Some(("Bethan".into(), when())),
        ..draft()
    };
    assert_eq!(approved.to_do(), None);
    assert!(desk(&approved).contains("/draft/publish"));

    let open = [
        (
            Draft {
                reply: Reply::Open(when()),
                ..approved.clone()
            },
            Check::Reply,
            "#reply",
        ),
        (
            Draft {
                words: Text::default(),
                ..approved.clone()
            },
            Check::Words,
            "#words",
        ),
        (
            Draft {
                before: vec![Ask {
                    became: Text::default(),
                    ..approved.before[0].clone()
                }],
                ..approved.clone()
            },
            Check::Became,
            "#before",
        ),
        (
            Draft {
                version: 2,
                ..approved.clone()
            },
            Check::Reason,
            "#reason",
        ),
    ];
    for (draft, check, part) in open {
        assert_eq!(draft.to_do(), Some(check));
        assert!(!draft.can_be_approved());
        let html = desk(&draft);
        assert!(!html.contains("/draft/publish") && !html.contains("/draft/approve"));
        // In which order attributes are written is not said.
        let button = [
            format!("class=\"button\" href=\"{part}\""),
            format!("href=\"{part}\" class=\"button\""),
        ];
        let there = button.iter().any(|it| html.contains(it));
        assert!(there, "{check:?}: {html}");
    }
}

#[test]
fn the_reply_ends_early_only_when_every_team_has_put_its_view() {
    let mut draft = Draft {
        reply: Reply::Open(when()),
        ..draft()
    };
    assert!(desk(&draft).contains("/draft/close"));
    draft.places[0].view = false;
    assert!(!desk(&draft).contains("/draft/close"));
}

#[test]
fn what_was_typed_stays_text_and_comes_back() {
    let draft = Draft {
        typed: Typed {
            part: Part::Words,
            text: text(HOSTILE),
            named: Some(HOSTILE.into()),
            ..Typed::default()
        },
        ..draft()
    };
    let html = desk(&draft);
    assert!(!html.contains("<script"), "{html}");
    assert!(html.contains("&lt;/textarea&gt;"));
    assert!(html.contains("as_it_is"));
}

/// A second tab that was asked to put something right first has still not seen what stands.
#[test]
fn a_form_that_comes_back_keeps_the_edition_it_was_typed_over() {
    let typed = |seen, fault| Draft {
        edition: 5,
        typed: Typed {
            part: Part::Words,
            seen,
            fault: Some(fault),
            ..Typed::default()
        },
        ..draft()
    };
    let editions = |draft: &Draft| {
        let html = desk(draft);
        let (_, form) = html.split_once("/draft/words\"").expect("the words' form");
        let (form, _) = form.split_once("</form>").expect("its end");
        [3, 5].map(|it| form.contains(&format!("name=\"edition\" value=\"{it}\"")))
    };
    assert_eq!(editions(&typed(Some(3), Fault::Empty)), [true, false]);
    assert_eq!(editions(&typed(None, Fault::Moved)), [false, true]);
}

#[test]
fn a_text_is_as_long_as_it_may_be_and_no_longer() {
    let ok = read_text(" a\r\nb ", "", 3).expect("short enough");
    assert_eq!(ok.en, "a\nb");
    assert!(read_text("", "ŵŵŵ", 3).is_ok(), "characters, not bytes");
    assert!(read_text("", "abcd", 3).is_err());
}

#[test]
fn what_was_asked_stands_with_what_became_of_it() {
    let said = |is, en: &str, cy: &str| Said {
        is,
        text: Some(Text {
            en: en.into(),
            cy: cy.into(),
        }),
        task: String::new(),
        step: None,
        at: 0,
        walk: None,
    };
    let mut page = page(&records());
    page.said.extend([
        said(SaidAs::Secretary, "Look at step 4.", "Edrychwch ar gam 4."),
        said(SaidAs::Asked, "A shared form", ""),
        said(SaidAs::Became, "Nothing yet", ""),
        said(SaidAs::Asked, "Time for ten more walks", ""),
    ]);
    let english = html(Lang::En, &page);
    let place = |words: &str| english.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(place("In October") < place("Look at step 4."));
    assert!(place("What was asked of the board") < place("A shared form"));
    assert!(place("A shared form") < place("Nothing yet"));
    assert!(place("Nothing yet") < place("What the board is asked for now"));
    assert!(place("What the board is asked for now") < place("Time for ten more walks"));
    let welsh = html(Lang::Cy, &page);
    assert!(welsh.contains("Edrychwch ar gam 4.") && welsh.contains("A shared form"));
}

#[test]
fn whoever_has_no_account_finds_no_way_to_a_walk_or_another_month() {
    let mut page = page(&records());
    let open = html(Lang::En, &page);
    assert!(open.contains("/walks?") && open.contains("/board/walk/"));
    page.opens = false;
    let address = "/paper/abc";
    let closed = Owner::new()
        .with(|| paper_page(Lang::En, &page, &text("Aber"), &when(), address).to_html());
    assert!(!closed.contains("/board/"), "{closed}");
    assert!(closed.contains("/paper/abc.csv"));
    assert!(
        closed
            .replace('\u{a0}', " ")
            .contains("The 10 walkthroughs"),
        "the numbers stay"
    );
}

#[test]
fn words_that_nobody_sees_are_none() {
    for unseen in ["\u{200b}", "\u{2066} \u{2069}", "\u{202e}\r\n", "\0\u{7}"] {
        let text = read_text(unseen, unseen, MOST_WORDS).expect("short");
        assert_eq!(text, Text::default(), "{unseen:?}");
    }
    let text = read_text("One.\r\n\r\n\u{202e}Two.", "", MOST_WORDS).expect("short");
    assert_eq!(text.en, "One.\n\nTwo.");
}
