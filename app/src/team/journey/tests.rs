//! What the pages of a journey say.

use leptos::prelude::*;
use uuid::Uuid;

use super::*;
use crate::walk::{
    Answer, AttemptMode, Category, FrictionId, Lang, Mood, Severity, Step, StepResult, Task, Text,
    WalkId,
    journey::{Counting, Felt, Lost, Passed, Trace, Volume, Which},
};
use crate::words::When;

const HOSTILE: &str = "<script>alert(1)</script>";

fn text(en: &str) -> Text {
    Text {
        en: en.into(),
        cy: String::new(),
    }
}

fn task() -> Task {
    let step = |short: &str| Step {
        name: text(&[short, " it"].concat()),
        short: text(short),
        hint: text(""),
        hand_off: (short == "Prove").then(|| "Cwm Health Board".into()),
    };
    Task {
        id: "ramp".into(),
        service: "home".into(),
        service_name: text("Home adaptations"),
        name: text(HOSTILE),
        about_minutes: 5,
        mode: AttemptMode::Real,
        stop_before: None,
        worked_if: text(""),
        url: None,
        lgsl: None,
        steps: vec![step("Find"), step("Prove"), step("Date")],
        situations: Vec::new(),
    }
}

/// A walk that felt like this, and was stuck at its last step when it did not get all the way.
fn walk(n: u32, moods: &[i8]) -> Trace {
    let steps = (0_u16..).zip(moods).map(|(step, mood)| Passed {
        step,
        spent_ms: 60_000 * i64::from(n % 5 + 1),
        mood: Some(Mood::new(*mood)),
        result: Some(if moods.len() < 3 && usize::from(step) + 1 == moods.len() {
            StepResult::Stuck
        } else {
            StepResult::Done
        }),
        felt: (*mood < 0)
            .then_some(Felt {
                category: Some(Category::Door),
                severity: Some(Severity::Stopped),
                told: true,
            })
            .into_iter()
            .collect(),
        ..Passed::default()
    });
    Trace {
        walk: WalkId(Uuid::from_u128(u128::from(n))),
        at: i64::from(n),
        finished: true,
        need_met: Some(if moods.len() == 3 {
            Answer::Yes
        } else {
            Answer::No
        }),
        on_purpose: false,
        bright: 0,
        of: 3,
        steps: steps.collect(),
    }
}

fn when() -> When {
    When {
        year: 2025,
        month: 9,
        day: 9,
        weekday: 2,
        hour: 9,
        minute: 5,
        days_ago: 3,
    }
}

fn side(part: Option<Part>, walks: &[Trace]) -> Side {
    let mut counting = Counting::of(3);
    walks.iter().for_each(|it| counting.add(it.clone()));
    let map = counting.done();
    let said = Said {
        friction: FrictionId(Uuid::nil()),
        category: Some(Category::Door),
        severity: Some(Severity::Stopped),
        note: HOSTILE.into(),
    };
    Side {
        part,
        days: map.each.iter().map(|_| when()).collect(),
        map,
        said: vec![vec![said]],
        worked: vec![vec![Worked {
            walk: WalkId(Uuid::nil()),
            note: "Kind".into(),
        }]],
    }
}

fn page(sides: Vec<Side>) -> JourneyPage {
    let split = (sides.len() > 1).then_some(Day {
        year: 2025,
        month: 10,
        day: 1,
    });
    JourneyPage {
        task: task(),
        organisation: text("Aber Valley Council"),
        asked: Asked {
            split,
            ..Asked::default()
        },
        sides,
        span: Some((when(), when())),
    }
}

fn drawn(lang: Lang, page: &JourneyPage) -> String {
    let html = Owner::new().with(|| journey(lang, page).to_html());
    assert!(
        !html.contains("<script") && !html.contains(" style="),
        "{html}"
    );
    // What separates parts of a text for hydration is nothing to read.
    html.replace("<!>", "").replace('\u{a0}', " ")
}

#[test]
fn two_walks_are_shown_themselves_and_have_no_middle() {
    let html = drawn(
        Lang::En,
        &page(vec![side(None, &[walk(1, &[1, -2]), walk(2, &[2, 0, 1])])]),
    );
    assert!(html.contains("There are too few for a middle."), "{html}");
    assert!(html.contains("The walkthroughs themselves"), "{html}");
    assert!(
        html.contains("<path d=\"\" class=\"series\">"),
        "no middle line: {html}"
    );
    assert!(
        html.contains("1:00") || html.contains("2:00, 3:00"),
        "{html}"
    );
    assert!(html.contains("1 of 2 got what they came for"), "{html}");
    assert!(
        !html.contains("Lowest point") && !html.contains(" %)"),
        "{html}"
    );
}

#[test]
fn three_have_a_middle_and_a_lowest_point() {
    let walks = [
        walk(1, &[1, -2]),
        walk(2, &[2, -1, 1]),
        walk(3, &[1, -1, 0]),
    ];
    let html = drawn(Lang::En, &page(vec![side(None, &walks)]));
    assert!(html.contains("Step 2, Prove: Fed up"), "{html}");
    assert!(
        html.contains("Lowest point") && html.contains("class=\"ring\""),
        "in words and in the drawing: {html}"
    );
    assert!(
        html.contains("2 of 3 got what they came for") && !html.contains("%)"),
        "{html}"
    );
    assert!(
        html.contains("class=\"stop-bar\"") && html.contains("1 stopped"),
        "{html}"
    );
    assert!(html.contains("Cwm Health Board"), "{html}");
    assert!(!html.contains("The walkthroughs themselves"), "{html}");
}

#[test]
fn three_thousand_are_a_band_and_a_percentage() {
    let walks: Vec<Trace> = (0..3000)
        .map(|n| walk(n, if n % 4 == 0 { &[1, -2] } else { &[1, 0, 2] }))
        .collect();
    let html = drawn(Lang::En, &page(vec![side(None, &walks)]));
    assert!(
        html.contains("2250 of 3000 (75 %) got what they came for"),
        "{html}"
    );
    assert!(
        html.contains("The band holds the middle half") && html.contains("class=\"span\""),
        "{html}"
    );
    assert!(html.contains("half took 2:00 to 4:00"), "{html}");
    assert!(
        html.contains(">750<"),
        "heat cells print their number: {html}"
    );
    assert!(html.len() < 60_000, "{} bytes", html.len());
}

#[test]
fn before_and_after_stand_beside_each_other_with_their_own_numbers() {
    let before = side(
        Some(Part::Before),
        &[walk(1, &[1, -2]), walk(2, &[1, -2]), walk(3, &[1, -1])],
    );
    let after = side(Some(Part::After), &[walk(4, &[1, 1, 1])]);
    let html = drawn(Lang::En, &page(vec![before, after]));
    assert!(
        html.contains("Before 1 October 2025: 3 walkthroughs"),
        "{html}"
    );
    assert!(
        html.contains("From 1 October 2025: 1 walkthrough"),
        "{html}"
    );
    assert!(
        html.contains("3 of 3") && html.contains("0 of 1"),
        "never bare counts of unlike sides: {html}"
    );
    assert!(
        html.contains("part=before") && html.contains("part=after"),
        "{html}"
    );
}

#[test]
fn no_walks_is_said_and_nothing_is_drawn() {
    let html = drawn(Lang::En, &page(vec![side(None, &[])]));
    assert!(
        html.contains("No walkthroughs yet") && !html.contains("jscroll"),
        "{html}"
    );
}

#[test]
fn the_table_says_the_same_figures() {
    let walks = [
        walk(1, &[1, -2]),
        walk(2, &[2, -1, 1]),
        walk(3, &[1, -1, 0]),
    ];
    let html = drawn(Lang::En, &page(vec![side(None, &walks)]));
    let table = html.split("<table").nth(1).expect("a table");
    let row = table.split("Step 2, Prove").nth(1).expect("its row");
    let cells: Vec<&str> = row
        .split("<td class=\"number\">")
        .skip(1)
        .map(|it| it.split('<').next().unwrap_or(""))
        .take(16)
        .collect();
    assert_eq!(
        cells,
        [
            "3",
            "0",
            "1",
            "0",
            "0",
            "−1",
            "3",
            "3:00, 4:00",
            "–",
            "2",
            "2:00",
            "3",
            "0",
            "0",
            "0",
            "0"
        ]
    );
}

#[test]
fn all_of_it_is_in_welsh_too() {
    let walks = [
        walk(1, &[1, -2]),
        walk(2, &[2, -1, 1]),
        walk(3, &[1, -1, 0]),
    ];
    let html = drawn(Lang::Cy, &page(vec![side(None, &walks)]));
    for said in [
        "Man isaf",
        "Yn dal i fynd",
        "Rhwystr",
        "Fel tabl",
        "Wedi cael digon",
    ] {
        assert!(html.contains(said), "{said}: {html}");
    }
    for english in ["Still going", "Friction", "stopped", "walkthrough"] {
        let plain = html
            .replace("what=stopped", "")
            .replace("severity=stopped", "");
        assert!(!plain.contains(english), "{english}");
    }
    let list = JourneyWalks {
        task: task(),
        asked: Asked::default(),
        part: None,
        which: Which {
            step: Some(1),
            severity: Some(None),
            ..Which::default()
        },
        walks: vec![(walk(1, &[1, -2]), when())],
        all: 300,
    };
    let html = Owner::new().with(|| journey_walks(Lang::En, &list).to_html());
    let html = html.replace("<!>", "");
    assert!(
        html.contains("How bad was not said · step 2, Prove it"),
        "{html}"
    );
    assert!(
        html.contains("The newest 1 of 300 are listed.") && !html.contains("<script"),
        "{html}"
    );
}

fn cost_of(walks: &[Trace], source: &str) -> CostPage {
    let volume = Volume {
        low: 10_000,
        high: 12_000,
    };
    let it = NewVolume {
        year: 2024,
        volume,
        source: source.into(),
    };
    CostPage {
        task: task(),
        organisation: text("Aber Valley Council"),
        asked: Asked::default(),
        span: Some((when(), when())),
        lost: Lost::of(walks),
        volumes: vec![Entered { it, at: when() }],
        this_year: 2025,
        typed: None,
    }
}

#[test]
fn a_cost_is_ranges_with_how_they_were_counted_beside_them() {
    // Through: 2 to 5 minutes a step, hindered at the second; three who stopped there.
    let mut walks: Vec<Trace> = (0..6).map(|n| walk(n, &[1, -1, 0])).collect();
    let html = cost(Lang::En, &cost_of(&walks, HOSTILE)).to_html();
    for said in [
        "In 2024",
        "Up to 600 hours",
        "lost by those who get through",
        "6\u{a0}of\u{a0}6 walkthroughs got through.",
        "None of the 6 walkthroughs stopped.",
        "10,000 to 12,000 people in 2024.",
        "0 to 40 of every 100 people may stop.",
        "the quickest of all who got past",
    ] {
        assert!(html.contains(said), "{said}\n{html}");
    }
    assert!(!html.contains(HOSTILE), "what was entered is text");
    walks.extend((6..9).map(|n| walk(n, &[1, -1])));
    let html = cost(Lang::En, &cost_of(&walks, "Count")).to_html();
    assert!(html.contains("3\u{a0}of\u{a0}9 stopped. From five that stopped"));
    walks.truncate(4);
    let html = cost(Lang::En, &cost_of(&walks, "Count")).to_html();
    assert!(html.contains("Too few walkthroughs to say."));
    assert!(!html.contains(" hours"), "no hours of four walks");
}
