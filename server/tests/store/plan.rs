//! Walks as a test plans them: what happened, in its own words, and the facts a phone would make of it.

use app::{
    walk::{
        Answer, AtStep, Category, Kind, Nothing, Outcome, StepFinished, StepResult, WhyNot,
        month::YearMonth,
    },
    wire::SyncRequest,
};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use server::{period::month_of, store::Desk};

use crate::{
    House,
    house::{DAY, NOON},
    phone::{Phone, raw},
};

/// What one walk was, in the test's own words.
pub struct Plan {
    pub author: &'static str,
    pub at: i64,
    pub task: &'static str,
    pub need: Option<Answer>,
    pub why: Option<WhyNot>,
    pub did: Option<Answer>,
    pub ease: Option<u8>,
    pub minutes: i64,
    /// Reached the step that crosses, and got through it.
    pub crossed: Option<bool>,
    pub felt: Vec<Category>,
    pub finished: bool,
}

impl Plan {
    pub fn at(at: i64) -> Self {
        Self {
            author: "ann",
            at,
            task: "missed-bin",
            need: Some(Answer::Yes),
            why: None,
            did: None,
            ease: None,
            minutes: 5,
            crossed: None,
            felt: vec![],
            finished: true,
        }
    }

    pub fn random(random: &mut StdRng) -> Self {
        let answers = [
            None,
            Some(Answer::Yes),
            Some(Answer::Yes),
            Some(Answer::Partly),
            Some(Answer::No),
        ];
        let reasons = [None, Some(WhyNot::GaveUp), Some(WhyNot::StoppedOnPurpose)];
        let kinds = [Category::Find, Category::Asked, Category::Wait];
        let pick = |random: &mut StdRng| answers.choose(random).copied().flatten();
        Self {
            author: ["ann", "ben"].choose(random).copied().unwrap_or("ann"),
            at: NOON - random.random_range(0..420) * DAY,
            task: ["missed-bin", "ramp"]
                .choose(random)
                .copied()
                .unwrap_or("ramp"),
            need: pick(random),
            why: reasons.choose(random).copied().flatten(),
            did: pick(random),
            ease: random.random_bool(0.7).then(|| random.random_range(1..=7)),
            minutes: random.random_range(1..60),
            crossed: random.random_bool(0.3).then(|| random.random_bool(0.5)),
            felt: (0..random.random_range(0..3))
                .filter_map(|_| kinds.choose(random).copied())
                .collect(),
            finished: random.random_bool(0.9),
        }
    }

    pub fn counts(&self) -> bool {
        self.finished
            && (self.need == Some(Answer::Yes) || self.why != Some(WhyNot::StoppedOnPurpose))
    }

    pub fn month(&self) -> YearMonth {
        month_of("Europe/London", self.at).expect("a month")
    }

    /// Walks it on a phone and sends it at once.
    pub async fn walk(&self, seed: u64, desk: &Desk) {
        self.walk_and_send(seed, desk, self.at).await;
    }

    /// Walks it on a phone, which sends it only then.
    pub async fn walk_and_send(&self, seed: u64, desk: &Desk, sent_at: i64) {
        let mut phone = Phone::new(seed);
        phone.now = self.at - (self.minutes + 10) * 60_000;
        phone.start(self.task);
        phone.note(&Kind::StepOpened(AtStep { step: 1 }));
        for category in &self.felt {
            phone.feel(1, *category);
        }
        if let Some(through) = self.crossed {
            phone.note(&Kind::StepOpened(AtStep { step: 2 }));
            let result = if through {
                StepResult::Done
            } else {
                StepResult::Stuck
            };
            phone.note(&Kind::StepFinished(StepFinished { step: 2, result }));
        }
        phone.note(&Kind::OutcomeGiven(Outcome {
            need_met: self.need,
            why_not: self.why,
            did_what_it_should: self.did,
            ease: self.ease,
            ..Outcome::default()
        }));
        phone.now = self.at - 60_000;
        if self.finished {
            phone.note(&Kind::Finished(Nothing {}));
        } else {
            phone.note(&Kind::StepOpened(AtStep { step: 3 }));
        }
        let facts = phone.facts.iter().map(raw).collect();
        let request = SyncRequest { sent_at, facts };
        desk.append(request, sent_at).await.expect("kept");
    }
}

/// Walks every plan, each as its author.
pub async fn walk_all(house: &House, plans: &[Plan]) {
    let (ann, ben) = (house.desk("ann").await, house.desk("ben").await);
    for (seed, plan) in (1_u64..).zip(plans) {
        plan.walk(seed, if plan.author == "ann" { &ann } else { &ben })
            .await;
    }
}

/// So many plans, the same at every run.
pub fn at_random(count: usize) -> Vec<Plan> {
    let mut random = StdRng::seed_from_u64(7);
    (0..count).map(|_| Plan::random(&mut random)).collect()
}
