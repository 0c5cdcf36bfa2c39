use std::collections::BTreeSet;

use leptos::prelude::*;
use uuid::Uuid;

use super::*;
use crate::walk::measures::KofN;
use crate::walk::month::{Attempt, Bright, Crossing, Felt, FeltOften, Month, Records, YearMonth};
use crate::walk::{
    Answer, AttemptMode, Burden, Category, FrictionId, Lang, Millis, OthersWould, Severity, Step,
    Task, Text, Walk, WalkId, WhyNot,
};
use crate::words::When;

const MINUTE: Millis = 60_000;

fn text(en: &str) -> Text {
    Text {
        en: en.into(),
        cy: String::new(),
    }
}

fn task() -> Task {
    let step = |name: &str| Step {
        name: text(name),
        short: text(name),
        hint: Text::default(),
        hand_off: None,
    };
    Task {
        id: "ramp".into(),
        service: "home".into(),
        service_name: text("Home <adaptations>"),
        name: text("Get a ramp & a rail"),
        about_minutes: 12,
        mode: AttemptMode::Real,
        stop_before: None,
        worked_if: text("you have a date"),
        url: None,
        lgsl: None,
        steps: vec![step("Find it"), step("Prove it"), step("Ask"), step("Wait")],
        situations: vec![],
    }
}

fn walk(n: usize) -> WalkId {
    WalkId(Uuid::from_u128(n as u128 + 1))
}

/// The pictures' October: ten attempts, seven met; three crossed and did not get through, one crossed and did.
fn records() -> Records {
    let minutes = [4, 7, 9, 11, 13, 15, 18, 20, 26, 31];
    let attempt = |(n, minutes): (usize, &i64)| Attempt {
        walk: walk(n),
        author: format!("secret author {}", n % 6),
        service: "home".into(),
        task: "ramp".into(),
        counted_at: 5,
        finished: true,
        need_met: Some(if n < 7 { Answer::Yes } else { Answer::No }),
        did_should: (n != 1).then_some(if n < 6 { Answer::Yes } else { Answer::Partly }),
        why_not: None,
        ease: (n % 2 == 0).then_some(5),
        satisfaction: (n != 4).then_some(4),
        others_would: Some(match n {
            0..=2 => OthersWould::Most,
            3..=6 => OthersWould::SomeNot,
            _ => OthersWould::Few,
        }),
        spent_ms: minutes * MINUTE,
        frictions: 1,
        committed: n < 3,
        crossing: (n >= 6).then(|| Crossing {
            to: "Cwm Health Board".into(),
            step: Some(2),
            through: n == 6,
        }),
    };
    let mut attempts: Vec<Attempt> = minutes.iter().enumerate().map(attempt).collect();
    let mut on_purpose = attempts[9].clone();
    on_purpose.walk = walk(10);
    on_purpose.why_not = Some(WhyNot::StoppedOnPurpose);
    let mut unfinished = attempts[9].clone();
    unfinished.walk = walk(11);
    unfinished.finished = false;
    attempts.extend([on_purpose, unfinished]);
    let felt = |n: usize, category, severity| Felt {
        id: FrictionId(Uuid::from_u128(n as u128)),
        walk: walk(n),
        service: "home".into(),
        task: "ramp".into(),
        step: 2,
        category: Some(category),
        second: None,
        severity,
        feelings: vec![],
        contacted_again: n == 8,
        risk: false,
    };
    Records {
        month: YearMonth::new(2025, 10).expect("a month"),
        until: 100 * 24 * 60 * MINUTE,
        leaders: 6,
        attempts,
        felt: vec![
            felt(7, Category::Asked, Some(Severity::Stopped)),
            felt(8, Category::Asked, Some(Severity::Nearly)),
            felt(9, Category::Wait, None),
            felt(11, Category::Wait, Some(Severity::Slowed)),
        ],
        bright_spots: vec![Bright {
            walk: walk(0),
            service: "home".into(),
            task: "ramp".into(),
            noted_at: 5,
            note: "It was <b>kind</b>.".into(),
        }],
        before: (1..12)
            .filter_map(|back| {
                Some((
                    YearMonth::new(2025, 10)?.last(12).get(11 - back).copied()?,
                    KofN::new(4, 9),
                ))
            })
            .collect(),
        felt_often: vec![FeltOften {
            task: "ramp".into(),
            step: 2,
            category: Category::Asked,
            times: 4,
            leaders: 3,
            since: 5,
        }],
    }
}

fn page(records: &Records) -> MonthPage {
    let when = When {
        year: 2025,
        month: 5,
        day: 6,
        weekday: 2,
        hour: 9,
        minute: 0,
        days_ago: 0,
    };
    MonthPage {
        month: Month::of(records),
        attempts: records.attempts.clone(),
        months: vec![records.month],
        days: 31,
        running: false,
        zone: "Europe/London".into(),
        names: Names::of([task()]),
        calendar: Calendar::from([(5, when)]),
    }
}

fn html(lang: Lang, page: &MonthPage) -> String {
    Owner::new()
        .with(|| month_page(lang, page).to_html())
        .replace('\u{a0}', " ")
}

#[test]
fn the_outcome_comes_first_in_one_sentence() {
    let page = page(&records());
    let english = html(Lang::En, &page);
    assert!(
        english.contains("In October, 7 of 10 attempts to get help on a phone succeeded."),
        "{english}"
    );
    assert!(english.contains("All 3 that did not succeed had to cross to another organisation."));
    assert!(english.contains("4 of 6 leaders walked twice or more"));
    assert!(english.contains("Half of those who got through took 11 min or longer"));
    assert!(english.contains("Felt 4 times by 3 leaders since 6 May"));
    assert!(english.contains("51 of 109"), "{english}");
    let welsh = html(Lang::Cy, &page);
    assert!(
        welsh.contains("Ym mis Hydref, llwyddodd 7 o'r 10 ymgais i gael help ar ffôn."),
        "{welsh}"
    );
}

#[test]
fn nothing_of_who_walked_and_nothing_that_the_browser_would_run() {
    for lang in [Lang::En, Lang::Cy] {
        let html = html(lang, &page(&records()));
        assert!(!html.contains("secret author"), "{html}");
        assert!(
            !words_of(&html).contains('{'),
            "every gap is filled: {html}"
        );
        assert!(
            !html.contains(" style=") && !html.contains("<script"),
            "{html}"
        );
        assert!(html.contains("It was &lt;b&gt;kind&lt;/b&gt;."), "{html}");
        assert!(html.contains("Home &lt;adaptations&gt;"), "{html}");
    }
}

#[test]
fn small_numbers_are_never_percentages() {
    for lang in [Lang::En, Lang::Cy] {
        let mut records = records();
        records.before.clear();
        let page = page(&records);
        let text = words_of(&html(lang, &page));
        assert!(!text.contains('%') && !text.contains("per cent"), "{text}");
        assert!(
            figures(lang, &page)
                .iter()
                .all(|figure| figure.percent.is_none())
        );
    }
}

#[test]
fn every_figure_stands_on_the_page_as_in_the_table() {
    let page = page(&records());
    let text = html(Lang::En, &page);
    let keys: BTreeSet<String> = figures(Lang::En, &page)
        .into_iter()
        .map(|it| it.key)
        .collect();
    assert_eq!(
        keys.len(),
        figures(Lang::En, &page).len(),
        "each key stands for one figure"
    );
    for figure in figures(Lang::En, &page) {
        let value = figure.value.replace('\u{a0}', " ");
        assert!(
            text.contains(&format!("<td class=\"number\">{value}</td>")),
            "{figure:?}"
        );
    }
}

#[test]
fn behind_each_figure_are_as_many_walks_as_it_says() {
    let records = records();
    let month = Month::of(&records);
    let behind = |filter: Filter| {
        let kept = records.attempts.iter().filter(|walk| {
            let felt: Vec<&Felt> = records
                .felt
                .iter()
                .filter(|it| it.walk == walk.walk)
                .collect();
            let bright = records.bright_spots.iter().any(|it| it.walk == walk.walk);
            filter.keeps(walk, &felt, bright)
        });
        kept.count() as u64
    };
    let felt = |felt| {
        behind(Filter {
            felt: Some(felt),
            ..Filter::default()
        })
    };
    let answered = |question| {
        behind(Filter {
            answered: Some(question),
            ..Filter::default()
        })
    };
    let at = |boundary| {
        behind(Filter {
            boundary: Some(boundary),
            ..Filter::default()
        })
    };
    let scope = |scope| {
        behind(Filter {
            scope: Some(scope),
            ..Filter::default()
        })
    };
    assert_eq!(behind(Filter::default()), month.need_met.n());
    assert_eq!(
        behind(Filter {
            need: Some(NeedMet::Met),
            ..Filter::default()
        }),
        month.need_met.k()
    );
    assert_eq!(
        behind(Filter {
            need: Some(NeedMet::Not),
            ..Filter::default()
        }),
        month.need_met.rest()
    );
    assert_eq!(answered(Question::Should), month.did_should.n());
    assert_eq!(
        behind(Filter {
            should: Some(Answer::Yes),
            ..Filter::default()
        }),
        month.did_should.k()
    );
    assert_eq!(answered(Question::Ease), month.ease.map_or(0, |it| it.n));
    assert_eq!(
        answered(Question::Satisfaction),
        month.satisfaction.map_or(0, |it| it.n)
    );
    assert_eq!(answered(Question::Others), month.most_would.n());
    assert_eq!(answered(Question::Commitment), month.committed.k());
    assert_eq!(at(Boundary::Crossed), month.hand_offs.len() as u64);
    assert_eq!(at(Boundary::Through), 1);
    assert_eq!(at(Boundary::Stayed), month.stayed.n());
    assert_eq!(scope(Scope::Finished), month.walks_each.iter().sum::<u64>());
    assert_eq!(scope(Scope::OnPurpose), month.stopped_on_purpose);
    assert_eq!(scope(Scope::Unfinished), month.unfinished);
    assert_eq!(
        behind(Filter {
            bright: true,
            ..Filter::default()
        }),
        1
    );
    // Each of these walks has one friction point, so walks and points are as many.
    assert_eq!(felt(FeltFilter::default()), month.friction.all);
    assert_eq!(
        felt(FeltFilter {
            category: Some(Category::Wait),
            ..FeltFilter::default()
        }),
        2
    );
    assert_eq!(
        felt(FeltFilter {
            severity: Some(Severity::Stopped),
            ..FeltFilter::default()
        }),
        1
    );
    assert_eq!(
        felt(FeltFilter {
            burden: Some(Burden::Psychological),
            ..FeltFilter::default()
        }),
        2
    );
    assert_eq!(
        felt(FeltFilter {
            contacted_again: true,
            ..FeltFilter::default()
        }),
        month.friction.contacted_again
    );
}

#[test]
fn an_empty_month_says_so() {
    let mut records = records();
    records.attempts.clear();
    records.felt.clear();
    records.bright_spots.clear();
    records.before.clear();
    let html = html(Lang::En, &page(&records));
    assert!(
        html.contains("Nobody finished a walkthrough in October."),
        "{html}"
    );
    assert!(!html.contains("0 of 0 attempts"), "{html}");
}

#[test]
fn one_attempt_and_one_month_read_well() {
    let mut records = records();
    records.attempts.truncate(1);
    records.before.clear();
    let html = html(Lang::En, &page(&records));
    assert!(
        html.contains("In October, the one attempt to get help on a phone succeeded."),
        "{html}"
    );
    assert!(
        html.contains("The one that got through took 4 min"),
        "{html}"
    );
    assert!(html.contains("This is the first month."), "{html}");
}

#[test]
fn hundreds_of_attempts_are_said_not_drawn() {
    let mut records = records();
    let first = records.attempts[0].clone();
    records.attempts = (0..300)
        .map(|n| Attempt {
            walk: walk(n),
            author: n.to_string(),
            ..first.clone()
        })
        .collect();
    let html = html(Lang::En, &page(&records));
    assert!(html.len() < 40_000, "{} bytes", html.len());
    assert!(html.contains("300 times, from 4 min to 4 min."), "{html}");
}

#[test]
fn a_walk_is_shown_without_what_is_private() {
    let friction = crate::walk::Friction {
        id: FrictionId(Uuid::from_u128(1)),
        step: 1,
        at: 0,
        category: Some(Category::Door),
        second: None,
        severity: Some(Severity::Stopped),
        feelings: vec![crate::walk::Feeling::Anxious],
        mood: None,
        note: "my own note".into(),
        risk: false,
        contacted_again: false,
        photos: Vec::new(),
    };
    let walk = Walk {
        frictions: vec![friction],
        ..Walk::default()
    };
    let when = When {
        year: 2025,
        month: 10,
        day: 14,
        weekday: 2,
        hour: 9,
        minute: 0,
        days_ago: 0,
    };
    let month = YearMonth::new(2025, 10).expect("a month");
    let page = WalkPage {
        id: WalkId(Uuid::from_u128(9)),
        walk,
        task: task(),
        when,
        month,
    };
    let html = Owner::new()
        .with(|| walk_page(Lang::En, &page).to_html())
        .replace('\u{a0}', " ");
    assert!(
        html.contains("14 October 2025") && html.contains("Anxious"),
        "{html}"
    );
    assert!(
        !html.contains("my own note") && !html.contains(" style="),
        "{html}"
    );
}

/// The words of a page: what stands outside its tags.
fn words_of(html: &str) -> String {
    html.split('<')
        .filter_map(|part| part.split_once('>'))
        .map(|(_, words)| words)
        .collect()
}
