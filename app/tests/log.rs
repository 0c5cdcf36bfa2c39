//! The promises of the walk log, on logs made at random.

use app::walk::{
    Answer, AtStep, BrightSpotNoted, BrightSpotWithdrawn, Category, Commitment, Erased, Fact,
    FactId, Feeling, FrictionDescribed, FrictionFelt, FrictionId, FrictionWithdrawn, Interrupted,
    Kind, LONGEST_GAP_MS, Mark, Marked, MarkerWithdrawn, Mood, MoodMarked, Nothing, Outcome,
    PhotoAdded, PhotoId, PhotoRemoved, Reflected, ReplyAnswered, Severity, Started, StepFinished,
    StepResult, WalkId, fold, next_id,
};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::value::RawValue;
use uuid::Uuid;

fn walk() -> WalkId {
    WalkId(Uuid::from_u128(7))
}

/// What a phone may write; `n` picks an earlier fact for the kinds that name one.
fn kind(ids: Vec<Uuid>) -> impl Strategy<Value = Kind> {
    let step = 0_u16..7;
    let earlier = select(if ids.is_empty() {
        vec![Uuid::nil()]
    } else {
        ids
    });
    let friction = earlier.clone().prop_map(FrictionId);
    let fact = earlier.prop_map(FactId);
    prop_oneof![
        (1_u16..7).prop_map(|steps| Kind::Started(Started {
            task: "t".into(),
            steps,
            situation: None,
            language: "en".into(),
            again: None
        })),
        step.clone()
            .prop_map(|step| Kind::StepOpened(AtStep { step })),
        step.clone().prop_map(|step| Kind::Left(AtStep { step })),
        step.clone()
            .prop_map(|step| Kind::CameBack(AtStep { step })),
        fact.clone()
            .prop_map(|left| Kind::Interrupted(Interrupted { left })),
        (step.clone(), -9_i8..9).prop_map(|(step, mood)| Kind::MoodMarked(MoodMarked {
            step,
            mood: Mood::new(mood)
        })),
        (step.clone(), prop::option::of(select(Category::ALL))).prop_map(|(step, category)| {
            Kind::FrictionFelt(FrictionFelt {
                step,
                category,
                marker: None,
            })
        }),
        (step.clone(), prop::option::of(fact.clone())).prop_map(|(step, marker)| {
            Kind::FrictionFelt(FrictionFelt {
                step,
                category: None,
                marker,
            })
        }),
        friction
            .clone()
            .prop_map(|friction| Kind::PhotoAdded(PhotoAdded {
                friction,
                sha256: "00".repeat(32),
                bytes: 5,
                width: 1,
                height: 2,
            })),
        fact.clone()
            .prop_map(|photo| Kind::PhotoRemoved(PhotoRemoved {
                photo: PhotoId(photo.0)
            })),
        (step.clone(), select(Mark::ALL))
            .prop_map(|(step, mark)| Kind::Marked(Marked { step, mark })),
        fact.clone()
            .prop_map(|marker| Kind::MarkerWithdrawn(MarkerWithdrawn { marker })),
        fact.clone()
            .prop_map(|spot| Kind::BrightSpotWithdrawn(BrightSpotWithdrawn { spot })),
        (
            friction.clone(),
            prop::option::of(prop::option::of(select(Severity::ALL))),
            vec(select(Feeling::ALL), 0..9)
        )
            .prop_map(|(friction, severity, feelings)| {
                let feelings = Some(feelings);
                Kind::FrictionDescribed(FrictionDescribed {
                    severity,
                    feelings,
                    ..FrictionDescribed::of(friction)
                })
            }),
        friction
            .clone()
            .prop_map(|friction| Kind::FrictionWithdrawn(FrictionWithdrawn { friction })),
        (prop::option::of(fact.clone()), "[a-c]{0,2}", any::<bool>()).prop_map(
            |(spot, note, stands)| {
                Kind::BrightSpotNoted(BrightSpotNoted {
                    spot,
                    step: None,
                    note,
                    stands,
                    marker: None,
                })
            }
        ),
        (step, select(StepResult::ALL))
            .prop_map(|(step, result)| Kind::StepFinished(StepFinished { step, result })),
        (
            prop::option::of(select(Answer::ALL)),
            prop::option::of(0_u8..12)
        )
            .prop_map(|(need_met, ease)| {
                Kind::OutcomeGiven(Outcome {
                    need_met,
                    ease,
                    ..Outcome::default()
                })
            }),
        ("[ab]", "[a-c]{0,2}").prop_map(|(question, text)| Kind::Reflected(Reflected {
            question,
            text,
            keep: false
        })),
        "[a-c]{0,2}".prop_map(|text| Kind::Committed(Commitment { text, by: None })),
        Just(Kind::Finished(Nothing {})),
        (friction, "[ab]", "[a-c]{0,2}").prop_map(|(friction, reply, text)| {
            Kind::ReplyAnswered(ReplyAnswered {
                reply,
                friction,
                text,
            })
        }),
        fact.prop_map(|fact| Kind::Erased(Erased { fact })),
    ]
}

/// A phone's clock: mostly forward by seconds, sometimes asleep for hours, sometimes moved by years.
fn clock() -> impl Strategy<Value = i64> {
    prop_oneof![
        8 => 0_i64..120_000,
        1 => 0_i64..40_000_000,
        1 => -70_000_000_000_i64..70_000_000_000,
    ]
}

/// A log as one phone writes it, with kinds of a future version and content nobody can read among it.
fn log() -> impl Strategy<Value = Vec<Fact>> {
    vec(
        (
            clock(),
            any::<[u8; 10]>(),
            any::<prop::sample::Index>(),
            0_u8..20,
        ),
        0..40,
    )
    .prop_flat_map(|ticks| {
        let mut now = 1_760_000_000_000_i64;
        let mut last = None;
        let stamps: Vec<(Uuid, i64, u8)> = ticks
            .into_iter()
            .map(|(tick, random, _, odd)| {
                now = now.saturating_add(tick);
                let id = next_id(last, now, random);
                last = Some(id);
                (id, now, odd)
            })
            .collect();
        let ids: Vec<Uuid> = stamps.iter().map(|stamp| stamp.0).collect();
        let kinds = vec(kind(ids), stamps.len());
        kinds.prop_map(move |kinds| {
            stamps
                .iter()
                .zip(kinds)
                .map(|(&(id, at, odd), kind)| fact(id, at, odd, &kind))
                .collect()
        })
    })
}

fn fact(id: Uuid, at: i64, odd: u8, kind: &Kind) -> Fact {
    let mut fact = Fact::new(FactId(id), walk(), at, kind);
    match odd {
        0 => fact.kind = "invented_later".into(),
        1 => fact.data = RawValue::from_string("[1, \"?\"]".into()).expect("JSON"),
        _ => {}
    }
    fact
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_permutation_and_duplication_folds_to_the_same_walk(
        (log, shuffled) in log().prop_flat_map(|log| {
            let twice: Vec<Fact> = log.iter().chain(&log).cloned().collect();
            (Just(log), Just(twice).prop_shuffle())
        }),
        keep in any::<prop::sample::Index>(),
    ) {
        let whole = fold(&log);
        prop_assert_eq!(&fold(&shuffled), &whole);
        // Duplicates of only some of the facts, in another order.
        let mut some: Vec<Fact> = log.iter().rev().cloned().collect();
        some.extend_from_slice(&log[..keep.index(log.len() + 1)]);
        prop_assert_eq!(&fold(&some), &whole);
    }

    #[test]
    fn any_split_over_devices_folds_to_the_same_walk(log in log(), owner in vec(0_usize..3, 40)) {
        let mut devices = vec![Vec::new(); 3];
        for (fact, owner) in log.iter().zip(&owner) {
            devices[*owner].push(fact.clone());
        }
        // Sync is set union, in whatever order the devices meet.
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let union: Vec<Fact> = order.iter().flat_map(|device| devices[*device].clone()).collect();
            prop_assert_eq!(fold(&union), fold(&log));
        }
    }

    #[test]
    fn two_facts_that_claim_one_id_fold_the_same_everywhere(log in log(), other in log()) {
        let mut both = log.clone();
        both.extend(log.iter().zip(other).map(|(fact, other)| Fact { id: fact.id, ..other }));
        let forward = fold(&both);
        both.reverse();
        prop_assert_eq!(fold(&both), forward);
    }

    #[test]
    fn no_time_is_negative_or_absurd(log in log()) {
        let walk = fold(&log);
        let most = LONGEST_GAP_MS * i64::try_from(log.len()).expect("short");
        for step in walk.steps.values() {
            prop_assert!((0..=most).contains(&step.spent_ms));
            prop_assert!((0..=most).contains(&step.away_ms));
        }
        prop_assert!(walk.spent_ms() >= 0);
        prop_assert!(walk.last_away.is_none_or(|away| (0..=LONGEST_GAP_MS).contains(&away.ms)));
    }

    #[test]
    fn what_cannot_be_read_is_kept_skipped_and_counted(log in log()) {
        let walk = fold(&log);
        let erased = |fact: &Fact| log.iter().any(|by| matches!(by.read(), Some(Kind::Erased(it)) if it.fact == fact.id));
        let unreadable = log.iter().filter(|fact| fact.read().is_none() && !erased(fact)).count();
        prop_assert_eq!(usize::try_from(walk.unknown).ok(), Some(unreadable));
        prop_assert_eq!(usize::try_from(walk.facts).ok(), Some(log.len()));
        let readable: Vec<Fact> = log.iter().filter(|fact| fact.read().is_some()).cloned().collect();
        let without = fold(&readable);
        prop_assert_eq!((without.steps, without.frictions, without.place), (walk.steps, walk.frictions, walk.place));
    }

    #[test]
    fn erasing_everything_leaves_nothing(log in log()) {
        let mut last = log.last().map(|fact| fact.id.0);
        let mut all = log.clone();
        for fact in &log {
            let id = next_id(last, 0, [0; 10]);
            last = Some(id);
            all.push(Fact::new(FactId(id), walk(), 0, &Kind::Erased(Erased { fact: fact.id })));
        }
        let walk = fold(&all);
        prop_assert!(walk.started.is_none() && walk.frictions.is_empty() && walk.steps.is_empty());
        prop_assert!(walk.reflections.is_empty() && walk.bright_spots.is_empty() && walk.commitment.is_none());
    }

    #[test]
    fn any_fact_survives_json(log in log()) {
        for fact in &log {
            let json = serde_json::to_string(fact).expect("JSON");
            let back: Fact = serde_json::from_str(&json).expect("a fact");
            prop_assert_eq!(serde_json::to_string(&back).expect("JSON"), json);
            prop_assert_eq!(back.read(), fact.read());
        }
    }

    #[test]
    fn others_never_see_reflections_or_the_words_of_a_commitment(log in log()) {
        let walk = fold(&log);
        let committed = walk.committed;
        let seen = walk.for_others();
        prop_assert!(seen.reflections.is_empty() && seen.commitment.is_none());
        prop_assert_eq!(seen.committed, committed);
    }
}
