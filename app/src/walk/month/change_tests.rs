use proptest::prelude::*;

use super::change::changes;
use super::*;
use crate::walk::measures::KofN;
use crate::walk::thread::{Decision, State};
use crate::walk::{Answer, Category, Millis};

const DAY: Millis = 86_400_000;

/// October, from day 100 to day 131; nothing walked.
fn october(threads: Vec<ThreadStory>) -> Context {
    Context {
        month: YearMonth::new(2025, 10).expect("a month"),
        from: 100 * DAY,
        until: 131 * DAY,
        over: true,
        leaders: 1,
        before: vec![],
        felt_often: vec![],
        threads,
        kept: KofN::default(),
        month_before: None,
        year_ago: None,
    }
}

/// A thread felt on these days.
fn story(first: i64, last: i64) -> ThreadStory {
    ThreadStory {
        task: "ramp".into(),
        step: 1,
        category: Some(Category::Asked),
        also: vec![],
        first_felt: first * DAY,
        last_felt: last * DAY,
        seen: true,
        said: vec![],
        held: vec![],
    }
}

impl ThreadStory {
    fn said(mut self, day: i64, decision: Decision) -> Self {
        self.said.push(TeamSaid {
            at: day * DAY,
            decision,
            day: None,
        });
        self
    }

    fn held(mut self, day: i64, answer: Answer) -> Self {
        self.held.push((day * DAY, answer));
        self
    }
}

fn of(threads: Vec<ThreadStory>) -> Changes {
    changes(&october(threads))
}

/// Changed, confirmed, half fixed, not fixed, waiting.
fn counts(it: &Changes) -> [u64; 5] {
    [
        it.changed,
        it.confirmed,
        it.half_fixed,
        it.not_fixed,
        it.waiting,
    ]
}

#[test]
fn only_a_rewalk_confirms() {
    let changed = story(50, 90).said(105, Decision::Changed);
    assert_eq!(counts(&of(vec![changed.clone()])), [1, 0, 0, 0, 1]);
    let confirmed = changed.clone().held(110, Answer::Yes);
    let all = of(vec![confirmed]);
    assert_eq!(counts(&all), [1, 1, 0, 0, 0]);
    assert_eq!(all.days_to_confirmed, [60]);
    let before = changed.held(104, Answer::Yes);
    assert_eq!(
        counts(&of(vec![before])),
        [1, 0, 0, 0, 1],
        "walked before it was changed"
    );
}

#[test]
fn what_was_changed_earlier_counts_where_it_was_walked_again() {
    let earlier = story(10, 20).said(80, Decision::RewalkAsked);
    let half = earlier.clone().held(120, Answer::Partly);
    let not = earlier.clone().held(120, Answer::No);
    let last_month = earlier.clone().held(90, Answer::Yes);
    assert_eq!(
        counts(&of(vec![half, not, last_month, earlier])),
        [0, 0, 1, 1, 1]
    );
}

#[test]
fn what_held_before_and_holds_again_is_confirmed_once() {
    let twice = story(10, 20)
        .said(80, Decision::Changed)
        .held(90, Answer::Yes)
        .held(120, Answer::Yes);
    assert_eq!(
        counts(&of(vec![twice.clone()])),
        [0; 5],
        "confirmed in September"
    );
    let felt_between = ThreadStory {
        last_felt: 100 * DAY,
        ..twice
    };
    let all = of(vec![felt_between]);
    assert_eq!(counts(&all), [0, 1, 0, 0, 0], "it had come back");
    assert_eq!(all.days_to_confirmed, [110]);
}

#[test]
fn what_is_felt_again_after_it_was_confirmed_counts_where_it_came_back() {
    let came_back = story(10, 110)
        .said(80, Decision::Changed)
        .held(90, Answer::Yes);
    assert_eq!(counts(&of(vec![came_back])), [0, 0, 0, 1, 0]);
    let long_ago = story(10, 95)
        .said(80, Decision::Changed)
        .held(90, Answer::Yes);
    assert_eq!(counts(&of(vec![long_ago])), [0; 5]);
}

#[test]
fn asking_for_a_rewalk_of_what_waits_is_no_second_change() {
    let asked = story(10, 20)
        .said(80, Decision::Changed)
        .said(110, Decision::RewalkAsked);
    assert_eq!(counts(&of(vec![asked.clone()])), [0, 0, 0, 0, 1]);
    let anew = asked.held(115, Answer::No).said(120, Decision::RewalkAsked);
    assert_eq!(
        counts(&of(vec![anew])),
        [1, 0, 0, 0, 1],
        "asked anew after it was judged"
    );
}

#[test]
fn a_change_taken_back_in_its_month_is_none() {
    let back = story(10, 20)
        .said(105, Decision::Changed)
        .said(106, Decision::NotNow);
    assert_eq!(counts(&of(vec![back])), [0; 5]);
}

#[test]
fn the_longest_open_is_neither_confirmed_nor_settled_otherwise() {
    let confirmed = story(1, 2)
        .said(80, Decision::Changed)
        .held(90, Answer::Yes);
    let not_now = story(5, 6).said(80, Decision::NotNow);
    let planned = story(31, 40).said(80, Decision::Planned);
    let new = story(90, 95);
    let all = of(vec![new, planned, confirmed, not_now]);
    let longest = all.longest_open.expect("one is open");
    assert_eq!((longest.days, longest.state), (100, State::Planned));
    assert_eq!(of(vec![]).longest_open, None);
}

#[test]
fn the_pictures_days_from_felt_to_confirmed() {
    let after = |days: i64| {
        story(110 - days, 110 - days)
            .said(109, Decision::Changed)
            .held(110, Answer::Yes)
    };
    let all = of([34, 9, 112, 23, 61].map(after).to_vec());
    assert_eq!(all.days_to_confirmed, [9, 23, 34, 61, 112]);
    let spread = all.to_confirmed().expect("five");
    assert_eq!(
        (spread.median, spread.shortest, spread.longest, spread.n),
        (34, 9, 112, 5)
    );
    assert_eq!(Changes::default().to_confirmed(), None);
}

#[test]
fn what_is_in_the_way_stands_as_its_thread_does() {
    let elsewhere = ThreadStory {
        also: vec![("ramp".into(), 2, Some(Category::Wait))],
        ..story(10, 20).said(80, Decision::NotNow)
    };
    assert!(elsewhere.holds("ramp", 1, Category::Asked));
    assert!(elsewhere.holds("ramp", 2, Category::Wait));
    assert!(!elsewhere.holds("ramp", 2, Category::Asked));
    assert_eq!(elsewhere.standing().state, State::NotNow);
    assert_eq!(elsewhere.standing().said_at, Some(80 * DAY));
    let unseen = ThreadStory {
        seen: false,
        ..story(10, 20)
    };
    assert_eq!(unseen.standing().state, State::New);
}

#[test]
fn what_was_begun_and_never_finished_failed_once_the_month_is_over() {
    let walk = |finished, did_should| Attempt {
        finished,
        did_should,
        ..super::tests::attempt(1, 5, Answer::No)
    };
    let walks = [
        walk(true, Some(Answer::Yes)),
        walk(true, Some(Answer::Partly)),
        walk(true, None),
        walk(false, None),
    ];
    let mut tally = Tally::default();
    for walk in &walks {
        tally.add(&Tally::of(walk, &[], 0));
    }
    tally.put(Counted::Friction(None, None, false), 7);
    assert_eq!(completed(&tally, true), KofN::new(1, 4));
    assert_eq!(completed(&tally, false), KofN::new(1, 3));
    let short = Short::of(YearMonth::new(2025, 9).expect("a month"), &tally);
    assert_eq!(
        (short.need_met, short.completed),
        (KofN::new(0, 3), KofN::new(1, 4))
    );
    assert_eq!((short.median, short.friction), (None, 7));
}

#[test]
fn a_short_month_is_read_from_few_measures() {
    let mut tally = Tally::default();
    for (at, met) in Answer::ALL.iter().enumerate() {
        let at = i64::try_from(at).expect("few") + 1;
        let walk = super::tests::attempt(1, 7 * at, *met);
        tally.add(&Tally::of(&walk, &[], 1));
        tally.put(Counted::Friction(None, None, true), at);
    }
    tally.put(Counted::Unfinished, 1);
    let month = YearMonth::new(2025, 9).expect("a month");
    let read = |measures: &[&str]| {
        let mut few = Tally::default();
        for (counted, n) in tally.iter() {
            if measures.contains(&counted.cell().measure) {
                few.put(counted.clone(), n);
            }
        }
        few
    };
    let few = read(&Cell::OF_A_SHORT);
    assert!(few != tally && Short::of(month, &few) == Short::of(month, &tally));
    // Each of them is needed: without it this month would be another.
    for without in Cell::OF_A_SHORT {
        let rest = Cell::OF_A_SHORT.map(|it| if it == without { "" } else { it });
        let rest = Short::of(month, &read(&rest));
        assert_ne!(rest, Short::of(month, &tally), "{without}");
    }
}

fn any_story() -> impl Strategy<Value = ThreadStory> {
    let said = (0_i64..131, prop::sample::select(Decision::ALL));
    let held = (0_i64..131, prop::sample::select(Answer::ALL));
    (
        0_i64..131,
        0_i64..131,
        any::<u8>(),
        prop::collection::vec(said, 0..6),
        prop::collection::vec(held, 0..4),
    )
        .prop_map(|(one, other, step, said, held)| {
            let mut it = story(one.min(other), one.max(other));
            it.step = step.into();
            for (day, decision) in said {
                it = it.said(day, decision);
            }
            for (day, answer) in held {
                it = it.held(day, answer);
            }
            it
        })
}

proptest! {
    #[test]
    fn changes_add_up_in_any_order(mut threads in prop::collection::vec(any_story(), 0..12)) {
        let all = of(threads.clone());
        let [changed, confirmed, half, not, waiting] = counts(&all);
        prop_assert_eq!(confirmed + half + not + waiting, all.each.len() as u64);
        prop_assert!(changed <= threads.len() as u64);
        prop_assert_eq!(all.days_to_confirmed.len() as u64, confirmed);
        prop_assert!(all.days_to_confirmed.is_sorted());
        prop_assert!(all.each.iter().all(|it| it.days.is_some() == (it.state == State::Confirmed)));
        threads.reverse();
        prop_assert_eq!(of(threads), all);
    }

    #[test]
    fn a_month_says_the_same_read_back(threads in prop::collection::vec(any_story(), 0..6)) {
        let month = Month::from_tally(&Tally::default(), &october(threads));
        let json = serde_json::to_string(&month).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Month>(&json).expect("a month"), month);
    }
}
