use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::walk::measures::{KofN, seq};
use crate::walk::{Answer, Category, FrictionId, OthersWould, Severity, WalkId, WhyNot};

/// A walk with what was felt in it and its bright spots.
type Walked = (Attempt, Vec<Felt>, usize);

fn any_walk() -> impl Strategy<Value = Walked> {
    let answers = (
        prop::option::of(prop::sample::select(Answer::ALL)),
        prop::option::of(prop::sample::select(Answer::ALL)),
        prop::option::of(prop::sample::select(WhyNot::ALL)),
        prop::option::of(prop::sample::select(OthersWould::ALL)),
        prop::option::of(0_u8..9),
        prop::option::of(0_u8..7),
    );
    let crossing = (prop::option::of(0_u16..3), any::<bool>());
    let shape = (any::<bool>(), any::<bool>(), prop::option::of(crossing));
    let felt = prop::collection::vec(any_felt(), 0..4);
    let of = (0_u8..4, -1_i64..9_000_000, 0_usize..3);
    (any::<u128>(), of, shape, answers, felt).prop_map(
        |(id, (of, spent_ms, bright), (finished, committed, crossing), it, felt)| {
            let walk = WalkId(Uuid::from_u128(id));
            let attempt = Attempt {
                walk,
                author: format!("leader \"{of}\""),
                service: format!("service {}", of % 2),
                task: format!("task \\{}", of % 2),
                counted_at: 0,
                held: None,
                finished,
                need_met: it.0,
                did_should: it.1,
                why_not: it.2,
                others_would: it.3,
                ease: it.4,
                satisfaction: it.5,
                spent_ms,
                frictions: felt.len() as u64,
                committed,
                crossing: crossing.map(|(step, through)| Crossing {
                    to: "Cwm \u{1f}[]".into(),
                    step,
                    through,
                }),
            };
            let felt = felt.into_iter().map(|point| Felt {
                walk,
                task: attempt.task.clone(),
                ..point
            });
            let felt = felt.collect();
            (attempt, felt, bright)
        },
    )
}

fn any_felt() -> impl Strategy<Value = Felt> {
    let what = (
        prop::option::of(prop::sample::select(&Category::ALL[..3])),
        prop::option::of(prop::sample::select(Severity::ALL)),
    );
    (any::<u128>(), 0_u16..3, what, any::<bool>()).prop_map(
        |(id, step, (category, severity), contacted_again)| Felt {
            id: FrictionId(Uuid::from_u128(id)),
            walk: WalkId(Uuid::nil()),
            service: String::new(),
            task: String::new(),
            step,
            category,
            second: None,
            severity,
            feelings: vec![],
            contacted_again,
            risk: false,
        },
    )
}

fn tally_of(walk: &Walked) -> Tally {
    Tally::of(&walk.0, &walk.1, walk.2)
}

fn tally_of_all<'a>(walks: impl IntoIterator<Item = &'a Walked>) -> Tally {
    walks.into_iter().fold(Tally::default(), |mut sum, walk| {
        sum.add(&tally_of(walk));
        sum
    })
}

fn context() -> Context {
    Context {
        month: YearMonth::new(2025, 10).expect("a month"),
        from: 0,
        until: 0,
        over: true,
        leaders: 3,
        before: vec![],
        felt_often: vec![],
        threads: vec![],
        kept: KofN::default(),
        month_before: None,
        year_ago: None,
    }
}

proptest! {
    #[test]
    fn what_is_left_is_what_is_counted(
        walks in prop::collection::vec((any_walk(), any::<bool>()), 0..24),
        order in any::<u64>(),
    ) {
        // Some are taken away again, each some time after it came; some before, as another server may hear of it.
        let mut history: Vec<(u64, &Walked, bool)> = Vec::new();
        for (at, (walk, goes)) in (0_u64..).zip(&walks) {
            let mix = |turn: u64| (order ^ (at * 2 + turn)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            history.push((mix(0), walk, true));
            if *goes {
                history.push((mix(1), walk, false));
            }
        }
        history.sort_by_key(|it| it.0);
        let mut tally = Tally::default();
        for (_, walk, comes) in history {
            if comes {
                tally.add(&tally_of(walk));
            } else {
                tally.subtract(&tally_of(walk));
            }
        }
        let stay = walks.iter().filter(|(_, goes)| !goes).map(|(walk, _)| walk);
        prop_assert_eq!(&tally, &tally_of_all(stay));
        prop_assert!(tally.iter().all(|(_, n)| n > 0));
    }

    #[test]
    fn every_count_finds_its_cell_and_back(walk in any_walk()) {
        let tally = tally_of(&walk);
        let mut cells = BTreeMap::new();
        for (counted, _) in tally.iter() {
            let cell = counted.cell();
            let back = Counted::in_cell(cell.measure, &cell.place, &cell.value);
            prop_assert_eq!(back.as_ref(), Some(counted));
            let known = [Cell::FELT, Cell::FELT_AS, Cell::FELT_BY];
            prop_assert!(Cell::OF_A_MONTH.contains(&cell.measure) || known.contains(&cell.measure));
            prop_assert!(cells.insert(cell, counted.clone()).is_none(), "each has a cell of its own");
        }
        let text = serde_json::to_string(&tally).expect("written");
        prop_assert_eq!(serde_json::from_str::<Tally>(&text).expect("read"), tally);
    }

    /// Counted walk by walk, by other means than a tally.
    #[test]
    fn a_tallied_month_is_the_month_of_its_walks(walks in prop::collection::vec(any_walk(), 0..24)) {
        let month = Month::from_tally(&tally_of_all(&walks), &context());
        let attempts: Vec<&Attempt> = walks.iter().map(|it| &it.0).filter(|it| it.counts()).collect();
        let felt: Vec<&Felt> = walks.iter().flat_map(|it| &it.1).collect();
        let share = |of_them: &dyn Fn(&Attempt) -> Option<bool>| KofN::count(attempts.iter().filter_map(|it| of_them(it)));
        prop_assert_eq!(month.need_met, share(&|it| Some(it.met())));
        prop_assert_eq!(month.not_met_crossed, share(&|it| (!it.met()).then_some(it.crossing.is_some())));
        prop_assert_eq!(month.stayed, share(&|it| it.crossing.is_none().then_some(it.met())));
        prop_assert_eq!(month.committed, share(&|it| Some(it.committed)));
        prop_assert_eq!(month.did_should, share(&|it| it.did_should.map(|it| it == Answer::Yes)));
        prop_assert_eq!(month.most_would, share(&|it| it.others_would.map(|it| it == OthersWould::Most)));
        let ease: Vec<u8> = attempts.iter().filter_map(|it| it.ease).collect();
        prop_assert_eq!(month.ease, seq(&ease));
        let satisfied = attempts.iter().filter_map(|it| it.satisfaction).filter(|it| (1..=5).contains(it));
        prop_assert_eq!(month.satisfaction.map_or(0, |it| it.n), satisfied.count() as u64);
        let mut minutes: Vec<i64> = attempts.iter().filter(|it| it.met()).map(|it| it.spent_ms / 60_000).collect();
        minutes.sort_unstable();
        let middle = minutes.len().checked_sub(1).map(|last| {
            (minutes[last / 2] + minutes[minutes.len() / 2]) / 2 * 60_000
        });
        prop_assert_eq!(month.through.map(|it| it.median), middle);
        prop_assert_eq!(month.through.map(|it| it.longest), minutes.last().map(|it| it * 60_000));
        prop_assert_eq!(month.friction.all, felt.len() as u64);
        let again = felt.iter().filter(|it| it.contacted_again).count() as u64;
        prop_assert_eq!(month.friction.contacted_again, again);
        prop_assert_eq!(month.bright_spots, walks.iter().map(|it| it.2 as u64).sum::<u64>());
        prop_assert_eq!(month.unfinished, walks.iter().filter(|it| !it.0.finished).count() as u64);
        let finished: Vec<&str> = walks.iter().filter(|it| it.0.finished).map(|it| it.0.author.as_str()).collect();
        let twice = finished.iter().filter(|who| finished.iter().filter(|it| it == who).count() > 1);
        let twice: std::collections::BTreeSet<_> = twice.collect();
        prop_assert_eq!(month.walked_twice.k(), twice.len() as u64);
        for crossed in &month.hand_offs {
            let of_them = |it: &&&Attempt| it.task == crossed.task
                && it.crossing.as_ref().is_some_and(|it| it.to == crossed.to && it.through == crossed.through);
            prop_assert_eq!(crossed.n, attempts.iter().filter(of_them).count() as u64);
        }
    }
}
