use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::walk::measures::KofN;
use crate::walk::{Answer, Category, FrictionId, Millis, OthersWould, Severity, WalkId, WhyNot};

const DAY: Millis = 86_400_000;
const MINUTE: Millis = 60_000;

fn walk(n: u128) -> WalkId {
    WalkId(Uuid::from_u128(n))
}

pub(super) fn attempt(n: u128, minutes: i64, need_met: Answer) -> Attempt {
    Attempt {
        walk: walk(n),
        author: format!("leader {}", n % 6),
        service: "home".into(),
        task: "ramp".into(),
        counted_at: 100 * DAY,
        finished: true,
        need_met: Some(need_met),
        did_should: Some(need_met),
        why_not: None,
        ease: Some(5),
        satisfaction: Some(4),
        others_would: Some(OthersWould::Most),
        spent_ms: minutes * MINUTE,
        frictions: 0,
        committed: false,
        held: None,
        crossing: None,
    }
}

fn felt(n: u128, category: Category, severity: Option<Severity>) -> Felt {
    Felt {
        id: FrictionId(Uuid::from_u128(n)),
        walk: walk(n),
        service: "home".into(),
        task: "ramp".into(),
        step: 3,
        category: Some(category),
        second: None,
        severity,
        feelings: vec![],
        contacted_again: n.is_multiple_of(2),
        risk: false,
    }
}

fn october() -> Records {
    let minutes = [4, 7, 9, 11, 13, 15, 18, 20, 26, 31];
    let ended = |n: usize| if n < 7 { Answer::Yes } else { Answer::No };
    let attempts = minutes
        .iter()
        .enumerate()
        .map(|(n, it)| attempt(n as u128, *it, ended(n)))
        .collect();
    Records {
        context: Context {
            month: YearMonth::new(2025, 10).expect("a month"),
            from: 100 * DAY,
            until: 200 * DAY,
            over: true,
            leaders: 6,
            before: vec![],
            felt_often: vec![],
            threads: vec![],
            kept: KofN::default(),
            month_before: None,
            year_ago: None,
        },
        attempts,
        felt: vec![],
        bright_spots: vec![],
    }
}

#[test]
fn the_pictures_october() {
    let mut records = october();
    for n in 7..10 {
        records.attempts[n].crossing = Some(Crossing {
            to: "Cwm".into(),
            step: Some(2),
            through: false,
        });
    }
    let month = Month::of(&records);
    assert_eq!(month.need_met, KofN::new(7, 10));
    assert_eq!(month.not_met_crossed, KofN::new(3, 3));
    assert_eq!(month.stayed, KofN::new(7, 7));
    assert_eq!(month.walked_twice, KofN::new(4, 6));
    assert_eq!(month.walks_each, [2, 2, 2, 2, 1, 1]);
    assert_eq!(month.through.map(|it| it.median), Some(11 * MINUTE));
    assert_eq!(
        month.lost.map(|it| (it.shortest, it.longest)),
        Some((20 * MINUTE, 31 * MINUTE))
    );
    assert_eq!(month.points.len(), 1);
    assert_eq!(month.hand_offs.iter().map(|it| it.n).sum::<u64>(), 3);
}

#[test]
fn partly_and_unanswered_are_not_met() {
    let mut records = october();
    records.attempts[0].need_met = Some(Answer::Partly);
    records.attempts[1].need_met = None;
    let month = Month::of(&records);
    assert_eq!(month.need_met, KofN::new(5, 10));
    let ends = [
        (Ending::Met, 5),
        (Ending::Partly, 1),
        (Ending::NotMet, 3),
        (Ending::NotSaid, 1),
    ];
    assert_eq!(month.endings, ends);
}

#[test]
fn stopped_on_purpose_and_unfinished_are_left_out_and_counted() {
    let mut records = october();
    records.attempts[9].why_not = Some(WhyNot::StoppedOnPurpose);
    records.attempts[8].finished = false;
    // Got through, so it counts whatever else was said.
    records.attempts[0].why_not = Some(WhyNot::StoppedOnPurpose);
    let month = Month::of(&records);
    assert_eq!(month.need_met, KofN::new(7, 8));
    assert_eq!((month.stopped_on_purpose, month.unfinished), (1, 1));
    assert_eq!(month.timings.iter().map(|it| it.n).sum::<u64>(), 8);
}

#[test]
fn the_line_begins_with_the_first_attempts_and_ends_here() {
    let mut records = october();
    let month = |year, month| YearMonth::new(year, month).expect("a month");
    records.context.before = vec![
        (month(2025, 8), KofN::new(4, 7)),
        (month(2025, 6), KofN::new(6, 10)),
        (month(2024, 10), KofN::new(9, 9)),
    ];
    let summary = Month::of(&records);
    let shown: Vec<String> = summary
        .points
        .iter()
        .map(|it| it.month.to_string())
        .collect();
    assert_eq!(
        shown,
        ["2025-06", "2025-07", "2025-08", "2025-09", "2025-10"]
    );
    assert_eq!(summary.twelve_months, KofN::new(17, 27));
}

#[test]
fn the_most_often_felt_comes_first_with_its_age() {
    let mut records = october();
    records.felt = vec![
        felt(1, Category::Asked, Some(Severity::Slowed)),
        felt(2, Category::Asked, Some(Severity::Stopped)),
        felt(3, Category::Wait, None),
    ];
    let often = |category, times, leaders, since| FeltOften {
        task: "ramp".into(),
        step: 3,
        category,
        times,
        leaders,
        since,
    };
    records.context.felt_often = vec![
        often(Category::Wait, 2, 2, 171 * DAY),
        often(Category::Asked, 4, 3, 22 * DAY),
        often(Category::Form, 9, 3, 0),
    ];
    let month = Month::of(&records);
    let first = &month.in_the_way[0];
    assert_eq!(
        month.in_the_way.len(),
        2,
        "what was not felt this month is left out"
    );
    assert_eq!(
        (first.category, first.times, first.this_month, first.leaders),
        (Category::Asked, 4, 2, 3)
    );
    assert_eq!(
        (first.days_open, first.severity),
        (178, Some(Severity::Stopped))
    );
    assert_eq!(month.in_the_way[1].days_open, 29);
    assert_eq!(
        month.friction.by_severity,
        [
            (Some(Severity::Stopped), 1),
            (Some(Severity::Slowed), 1),
            (None, 1)
        ]
    );
    assert_eq!(month.friction.contacted_again, 1);
}

#[test]
fn an_empty_month_has_no_figures() {
    let mut records = october();
    records.attempts.clear();
    let month = Month::of(&records);
    assert_eq!(
        (month.need_met, month.did_should, month.walked_twice),
        (KofN::default(), KofN::default(), KofN::new(0, 6))
    );
    assert!(month.ease.is_none() && month.satisfaction.is_none() && month.through.is_none());
}

#[test]
fn months_are_read_strictly() {
    for wrong in [
        "2025-13",
        "2025-00",
        "2025-1",
        "25-10",
        "2025-10-01",
        "+025-10",
        "1969-12",
        "9999-01",
        "",
        "x",
    ] {
        assert!(wrong.parse::<YearMonth>().is_err(), "{wrong}");
    }
    let january: YearMonth = "2026-01".parse().expect("a month");
    assert_eq!(
        january.before().map(|it| it.to_string()).as_deref(),
        Some("2025-12")
    );
    assert_eq!(january.before().and_then(YearMonth::after), Some(january));
    assert_eq!(YearMonth::new(9998, 12).and_then(YearMonth::after), None);
}

fn any_attempt() -> impl Strategy<Value = Attempt> {
    let answers = (
        prop::option::of(prop::sample::select(Answer::ALL)),
        prop::option::of(prop::sample::select(Answer::ALL)),
        prop::option::of(prop::sample::select(WhyNot::ALL)),
        prop::option::of(prop::sample::select(OthersWould::ALL)),
        prop::option::of(any::<u8>()),
        prop::option::of(any::<u8>()),
    );
    (
        any::<u128>(),
        0_i64..200,
        any::<bool>(),
        any::<bool>(),
        answers,
    )
        .prop_map(|(n, minutes, finished, crossed, it)| Attempt {
            finished,
            need_met: it.0,
            did_should: it.1,
            why_not: it.2,
            others_would: it.3,
            ease: it.4,
            satisfaction: it.5,
            crossing: crossed.then(|| Crossing {
                to: "Cwm".into(),
                step: None,
                through: n % 3 == 0,
            }),
            ..attempt(n, minutes, Answer::Yes)
        })
}

proptest! {
    #[test]
    fn every_walk_is_counted_once_in_any_order(attempts in prop::collection::vec(any_attempt(), 0..40)) {
        let mut records = Records { attempts, ..october() };
        let month = Month::of(&records);
        let walks = records.attempts.len() as u64;
        prop_assert_eq!(month.need_met.n() + month.stopped_on_purpose + month.unfinished, walks);
        prop_assert_eq!(month.endings.iter().map(|it| it.1).sum::<u64>(), month.need_met.n());
        prop_assert_eq!(month.stayed.n() + month.hand_offs.iter().map(|it| it.n).sum::<u64>(), month.need_met.n());
        prop_assert!(month.did_should.n() <= month.need_met.n());
        prop_assert!(month.ease.is_none_or(|it| it.n <= month.need_met.n()));
        records.attempts.reverse();
        prop_assert_eq!(Month::of(&records), month);
    }
}
