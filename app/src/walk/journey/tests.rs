//! Order changes nothing, counts add up, and what is stored comes back.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::walk::{
    Answer, Category, FactId, Friction, FrictionId, Mood, Severity, Started, StepResult, StepTrack,
    Walk, WalkId, WhyNot, measures::KofN,
};

fn some_mood() -> impl Strategy<Value = Option<Mood>> {
    prop::option::of((-2_i8..=2).prop_map(Mood::new))
}

fn some_felt() -> impl Strategy<Value = Felt> {
    let category = prop::option::of(prop::sample::select(Category::ALL));
    let severity = prop::option::of(prop::sample::select(Severity::ALL));
    (category, severity, any::<bool>()).prop_map(|(category, severity, told)| Felt {
        category,
        severity,
        told,
    })
}

fn some_step() -> impl Strategy<Value = Passed> {
    let result = prop::option::of(prop::sample::select(StepResult::ALL));
    let felt = prop::collection::vec(some_felt(), 0..4);
    let bright = (0_u32..3, any::<bool>());
    (
        0_u16..8,
        0_i64..9_000_000,
        some_mood(),
        result,
        felt,
        bright,
    )
        .prop_map(
            |(step, spent_ms, mood, result, felt, (bright, told))| Passed {
                step,
                spent_ms,
                mood,
                result,
                bright,
                bright_told: told && bright > 0,
                felt,
            },
        )
}

fn some_trace() -> impl Strategy<Value = Trace> {
    let steps = prop::collection::btree_map(0_u16..8, some_step(), 0..8);
    let need = prop::option::of(prop::sample::select(Answer::ALL));
    let head = (any::<u128>(), 0_i64..1 << 45, any::<bool>(), need);
    (head, any::<bool>(), 0_u32..4, 1_u16..8, steps).prop_map(
        |((id, at, finished, need_met), purpose, bright, of, steps)| Trace {
            walk: WalkId(Uuid::from_u128(id)),
            at,
            finished,
            need_met,
            on_purpose: purpose && need_met != Some(Answer::Yes),
            bright,
            of,
            steps: steps
                .into_iter()
                .map(|(step, it)| Passed { step, ..it })
                .collect(),
        },
    )
}

fn some_traces() -> impl Strategy<Value = Vec<Trace>> {
    prop::collection::vec(some_trace(), 0..40)
}

fn map_of(traces: &[Trace], steps: u16) -> Map {
    let mut counting = Counting::of(steps);
    traces.iter().for_each(|it| counting.add(it.clone()));
    counting.done()
}

fn behind(traces: &[Trace], which: Which) -> u64 {
    traces.iter().filter(|it| which.keeps(it)).count() as u64
}

proptest! {
    #[test]
    fn what_is_stored_comes_back(trace in some_trace()) {
        let back = Trace::read(trace.walk, trace.at, &trace.written());
        prop_assert_eq!(back, Some(trace));
    }

    #[test]
    fn nothing_that_is_stored_makes_it_fall_over(text in "\\PC*", id: u128) {
        let _ = Trace::read(WalkId(Uuid::from_u128(id)), 0, &text);
    }

    #[test]
    fn the_order_of_walks_changes_nothing(traces in some_traces().prop_shuffle(), other: prop::sample::Index) {
        let mut turned = traces.clone();
        if !turned.is_empty() {
            turned.rotate_left(other.index(traces.len()));
            turned.reverse();
        }
        let map = map_of(&traces, 4);
        prop_assert_eq!(map_of(&turned, 4), map);
    }

    #[test]
    fn counts_add_up(traces in some_traces()) {
        let map = map_of(&traces, 4);
        prop_assert_eq!(map.walks, traces.iter().filter(|it| !it.steps.is_empty()).count() as u64);
        let began = |step| traces.iter().filter(|it| it.first() == Some(step)).count() as u64;
        prop_assert_eq!(map.steps[0].reached, began(0));
        prop_assert_eq!(map.began_later, map.walks - began(0));
        prop_assert_eq!(map.need_met.n() + map.on_purpose + map.unfinished, map.walks);
        for (next, pair) in (1..).zip(map.steps.windows(2)) {
            let left = pair[0].stopped + pair[0].ended + pair[0].open + pair[0].through;
            prop_assert_eq!(pair[1].reached + left, pair[0].reached + began(next));
        }
        let ends: u64 = map.steps.iter().map(|it| it.stopped + it.ended + it.open + it.through).sum();
        prop_assert_eq!(ends, map.walks);
        let felt: u64 = traces.iter().map(|it| it.frictions() as u64).sum();
        prop_assert_eq!(map.frictions, felt);
        for step in &map.steps {
            prop_assert_eq!(step.by_severity.iter().sum::<u64>(), step.by_category.iter().sum::<u64>());
        }
        let kinds: u64 = (0..13).map(|at| map.of_kind(at)).sum();
        prop_assert_eq!(kinds, felt);
    }

    /// Every figure that counts walks opens as many walks.
    #[test]
    fn as_many_walks_stand_behind_a_mark_as_it_says(traces in some_traces()) {
        let map = map_of(&traces, 4);
        let which = |what, step| Which { what: Some(what), step, ..Which::default() };
        prop_assert_eq!(behind(&traces, Which::default()), map.walks);
        prop_assert_eq!(behind(&traces, which(What::Met, None)), map.need_met.k());
        prop_assert_eq!(behind(&traces, which(What::Counts, None)), map.need_met.n());
        prop_assert_eq!(behind(&traces, which(What::OnPurpose, None)), map.on_purpose);
        prop_assert_eq!(behind(&traces, which(What::Open, None)), map.unfinished);
        for (at, figures) in (0..).zip(&map.steps) {
            let here = Some(at);
            prop_assert_eq!(behind(&traces, which(What::Reached, here)), figures.reached);
            prop_assert_eq!(behind(&traces, which(What::Stopped, here)), figures.stopped);
            prop_assert_eq!(behind(&traces, which(What::Ended, here)), figures.ended);
            prop_assert_eq!(behind(&traces, which(What::Open, here)), figures.open);
            prop_assert_eq!(behind(&traces, which(What::Mood, here)), figures.moods_said());
            for (place, severity) in [None].into_iter().chain(Severity::ALL.iter().copied().map(Some)).enumerate() {
                let felt = Which { step: here, severity: Some(severity), ..Which::default() };
                let walks = behind(&traces, felt);
                prop_assert_eq!(walks, figures.walks_by_severity[place]);
                prop_assert!(walks <= figures.by_severity[place]);
            }
        }
    }

    #[test]
    fn an_address_says_which_walks(step in prop::option::of(0_u16..60), severity in prop::option::of(prop::option::of(prop::sample::select(Severity::ALL))), category in prop::option::of(prop::option::of(prop::sample::select(Category::ALL))), what in prop::option::of(prop::sample::select(What::ALL))) {
        let which = Which { what, step, severity, category };
        let read = which.pairs().iter().try_fold(Which::default(), |it, (name, value)| it.with(name, value));
        prop_assert_eq!(read, Some(which));
    }

    #[test]
    fn a_middle_lies_between_its_quartiles(traces in some_traces()) {
        for step in map_of(&traces, 4).steps {
            if let Some(it) = step.middle {
                prop_assert!(2 * it.low.value() <= it.twice && it.twice <= 2 * it.high.value());
            }
            prop_assert_eq!(step.middle.is_some(), step.moods_said() >= 3);
            if let Some(Times::Spread { spread, low, high }) = step.past {
                prop_assert!(spread.shortest <= low && low <= spread.median && spread.median <= high && high <= spread.longest);
            }
        }
    }
}

fn trace(moods: &[i8], last: StepResult) -> Trace {
    let steps = (0_u16..).zip(moods).map(|(step, mood)| Passed {
        step,
        spent_ms: 60_000,
        mood: Some(Mood::new(*mood)),
        result: Some(StepResult::Done),
        ..Passed::default()
    });
    let mut steps: Vec<Passed> = steps.collect();
    if let Some(it) = steps.last_mut() {
        it.result = Some(last);
    }
    Trace {
        walk: WalkId(Uuid::from_u128(1)),
        at: 0,
        finished: true,
        need_met: Some(Answer::Yes),
        on_purpose: false,
        bright: 0,
        of: 3,
        steps,
    }
}

#[test]
fn two_walks_have_no_middle_and_three_have_one() {
    use StepResult::{Done, Stuck};
    let walks = [
        trace(&[1, -2, 1], Done),
        trace(&[1, -1], Stuck),
        trace(&[2, -1, 2], Done),
    ];
    let two = map_of(&walks[..2], 3);
    assert!(two.steps.iter().all(|it| it.middle.is_none()));
    assert_eq!(two.steps[0].past, Some(Times::Each(vec![60_000, 60_000])));
    assert_eq!(two.lowest, None);
    let three = map_of(&walks, 3);
    let middles: Vec<Option<i8>> = three
        .steps
        .iter()
        .map(|it| it.middle.map(|it| it.twice))
        .collect();
    assert_eq!(middles, [Some(2), Some(-2), None]);
    assert_eq!(three.lowest, Some(1));
    let figures = &three.steps[1];
    assert_eq!((figures.reached, figures.stopped), (3, 1));
    assert_eq!(figures.lost, Some(Times::Each(vec![60_000])));
    assert_eq!(three.steps[2].reached, 2);
    assert_eq!(three.need_met, KofN::new(3, 3));
}

#[test]
fn an_even_number_may_lie_between_two_moods() {
    let walks: Vec<Trace> = [-2, -1, 0, 2]
        .map(|mood| trace(&[mood], StepResult::Done))
        .into();
    let middle = map_of(&walks, 1).steps[0].middle.expect("of four");
    assert_eq!(
        (middle.twice, middle.low, middle.high),
        (-1, Mood::new(-2), Mood::new(0))
    );
    assert_eq!(
        map_of(&walks, 1).lowest,
        None,
        "there is nothing it could be lower than"
    );
}

#[test]
fn a_walk_becomes_a_trace() {
    let mut walk = Walk {
        finished_at: Some(9),
        ..Walk::default()
    };
    walk.started = Some(Started {
        task: "t".into(),
        steps: 4,
        situation: None,
        language: "en".into(),
        again: None,
    });
    let track = |result, mood| StepTrack {
        spent_ms: 5,
        away_ms: 0,
        result,
        mood,
    };
    walk.steps = [
        (0, track(Some(StepResult::Done), Some(Mood::new(1)))),
        (1, track(Some(StepResult::Stuck), None)),
    ]
    .into();
    walk.outcome.why_not = Some(WhyNot::StoppedOnPurpose);
    walk.frictions = vec![friction(1, " told "), friction(2, "  ")];
    walk.bright_spots = vec![crate::walk::BrightSpot {
        id: FactId(Uuid::nil()),
        step: Some(0),
        at: 0,
        note: "kind".into(),
    }];
    let trace = Trace::of(&walk, WalkId(Uuid::nil()), 7);
    // As it stands in the databases there are.
    assert_eq!(
        trace.written(),
        "1-1 0 4|0 5 1 d 1n |1 5 - s 0 d3n|2 0 - - 0 d3-"
    );
    assert_eq!(
        trace.end(),
        Some((1, End::Stopped)),
        "where it was stuck, as its own page says"
    );
    let letters: String = Category::ALL
        .iter()
        .map(|it| format!("{} ", it.code()))
        .collect();
    assert_eq!(
        letters, "find unclear wrong door asked form broken access wait bounced help trust ",
        "stored by their order"
    );
}

fn friction(step: u16, note: &str) -> Friction {
    Friction {
        id: FrictionId(Uuid::nil()),
        step,
        at: 0,
        category: Some(Category::Door),
        second: None,
        severity: Some(Severity::Stopped),
        feelings: Vec::new(),
        mood: None,
        note: note.into(),
        risk: false,
        contacted_again: false,
        photos: Vec::new(),
    }
}
