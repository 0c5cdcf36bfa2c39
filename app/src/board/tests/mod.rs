mod content;
mod draft;
mod evidence;
mod month;
mod paper;

use super::*;
use crate::walk::measures::KofN;
use crate::walk::month::{
    Attempt, Bright, Context, Crossing, Felt, FeltOften, Month, Records, YearMonth, bright_words,
};
use crate::walk::{
    Answer, AttemptMode, Burden, Category, FrictionId, Lang, Millis, OthersWould, Severity, Step,
    Task, Text, Walk, WalkId, WhyNot,
};
use leptos::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

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
        held: None,
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
        context: Context {
            month: YearMonth::new(2025, 10).expect("a month"),
            from: 70 * 24 * 60 * MINUTE,
            until: 100 * 24 * 60 * MINUTE,
            over: true,
            leaders: 6,
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
            threads: vec![],
            kept: KofN::new(1, 3),
            month_before: None,
            year_ago: None,
        },
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
        said: bright_words(&records.bright_spots),
        months: vec![records.context.month],
        days: 31,
        running: false,
        zone: "Europe/London".into(),
        names: Names::of([task()]),
        calendar: Calendar::from([(5, when)]),
        beside: [(
            ("ramp".to_owned(), 2, Category::Asked),
            Beside::View("<b>A shorter form</b> is tried".to_owned(), when),
        )]
        .into(),
        waiting: Vec::new(),
        opens: true,
        stamp: None,
        corrects: None,
    }
}

fn html(lang: Lang, page: &MonthPage) -> String {
    Owner::new()
        .with(|| month_page(lang, page).to_html())
        .replace('\u{a0}', " ")
}
