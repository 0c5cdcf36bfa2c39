//! Walks made at random: every kind of fact, kinds nobody knows, content nobody can read, clocks that jump.

use app::walk::{
    Answer, AtStep, BrightSpotNoted, Category, Commitment, Erased, Fact, FactId, Feeling,
    FrictionDescribed, FrictionFelt, FrictionId, FrictionWithdrawn, Interrupted, Kind, Mood,
    MoodMarked, Nothing, Outcome, Reflected, Severity, Started, StepFinished, StepResult,
};
use rand::{Rng, rngs::StdRng, seq::IndexedRandom};
use serde_json::value::RawValue;

use crate::{house::DAY, phone::Phone};

/// A walk of up to 40 facts; the same for the same seed.
pub fn walk(seed: u64) -> Vec<Fact> {
    let mut phone = Phone::new(seed);
    for _ in 0..phone.random.random_range(1..40) {
        let earlier: Vec<FactId> = phone.facts.iter().map(|fact| fact.id).collect();
        let kind = kind(&mut phone.random, &earlier);
        phone.note(&kind);
        phone.now += jump(&mut phone.random);
        spoil(&mut phone);
    }
    phone.facts
}

/// Mostly seconds; sometimes years, either way.
fn jump(random: &mut StdRng) -> i64 {
    match random.random_range(0..20) {
        0 => random.random_range(-900 * DAY..900 * DAY),
        1 => random.random_range(0..DAY),
        _ => random.random_range(0..100_000),
    }
}

fn spoil(phone: &mut Phone) {
    let Some(fact) = phone.facts.last_mut() else {
        return;
    };
    match phone.random.random_range(0..20) {
        0 => fact.kind = "invented_later".into(),
        1 => fact.data = RawValue::from_string("[1, \"?\"]".into()).expect("JSON"),
        _ => {}
    }
}

fn kind(random: &mut StdRng, earlier: &[FactId]) -> Kind {
    let step = random.random_range(0..6);
    let some = earlier.choose(random).copied();
    let fact = some.unwrap_or(FactId(uuid::Uuid::nil()));
    let friction = FrictionId(fact.0);
    let text: String = (0..random.random_range(0..4))
        .map(|_| random.random_range('a'..='c'))
        .collect();
    match random.random_range(0..20) {
        0..=2 => Kind::Started(Started {
            task: ["missed-bin", "ramp", "unheard-of"]
                .choose(random)
                .map_or("", |it| it)
                .into(),
            steps: random.random_range(1..6),
            situation: None,
            language: "cy".into(),
            again: random.random_bool(0.2).then_some(friction),
        }),
        3 => Kind::StepOpened(AtStep { step }),
        4 => Kind::Left(AtStep { step }),
        5 => Kind::CameBack(AtStep { step }),
        6 => Kind::Interrupted(Interrupted { left: fact }),
        7 => Kind::MoodMarked(MoodMarked {
            step,
            mood: Mood::new(random.random_range(-3..4)),
        }),
        8..=9 => Kind::FrictionFelt(FrictionFelt {
            step,
            category: Category::ALL.choose(random).copied(),
            marker: None,
        }),
        10..=11 => Kind::FrictionDescribed(FrictionDescribed {
            severity: Some(Severity::ALL.choose(random).copied()),
            feelings: Some(Feeling::ALL.choose_multiple(random, 4).copied().collect()),
            note: Some(text),
            risk: Some(random.random()),
            ..FrictionDescribed::of(friction)
        }),
        12 => Kind::FrictionWithdrawn(FrictionWithdrawn { friction }),
        13 => Kind::BrightSpotNoted(BrightSpotNoted {
            spot: some.filter(|_| random.random()),
            step: Some(step),
            note: text,
            stands: false,
            marker: None,
        }),
        14 => Kind::StepFinished(StepFinished {
            step,
            result: StepResult::ALL
                .choose(random)
                .copied()
                .unwrap_or(StepResult::Done),
        }),
        15 => Kind::OutcomeGiven(Outcome {
            need_met: Answer::ALL.choose(random).copied(),
            ease: Some(random.random_range(0..9)),
            ..Outcome::default()
        }),
        16 => Kind::Reflected(Reflected {
            question: "least_sure".into(),
            text,
            keep: random.random(),
        }),
        17 => Kind::Committed(Commitment { text, by: None }),
        18 => Kind::Finished(Nothing {}),
        _ => Kind::Erased(Erased { fact }),
    }
}
