//! A phone in a test: writes facts and sends them.

use app::{
    walk::{
        Answer, AtStep, BrightSpotNoted, Category, Commitment, Fact, FactId, FrictionDescribed,
        FrictionFelt, FrictionId, Kind, Nothing, Outcome, Reflected, Severity, Started,
        StepFinished, StepResult, WalkId, next_id,
    },
    wire::{Refusal, SyncItem, SyncRequest, SyncStatus},
};
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::value::{RawValue, to_raw_value};
use server::store::{Desk, StoreError};
use uuid::Uuid;

use crate::house::NOON;

pub struct Phone {
    pub random: StdRng,
    pub now: i64,
    pub walk: WalkId,
    pub facts: Vec<Fact>,
    last: Option<Uuid>,
}

impl Phone {
    /// A phone that always makes the same ids for the same seed.
    pub fn new(seed: u64) -> Self {
        let mut random = StdRng::seed_from_u64(seed);
        let walk = WalkId(next_id(None, NOON, random.random()));
        Self {
            random,
            now: NOON,
            walk,
            facts: Vec::new(),
            last: None,
        }
    }

    /// A minute later, a fact.
    pub fn note(&mut self, kind: &Kind) -> FactId {
        self.now += 60_000;
        let id = next_id(self.last, self.now, self.random.random());
        self.last = Some(id);
        let fact = Fact::new(FactId(id), self.walk, self.now, kind);
        self.facts.push(fact);
        FactId(id)
    }

    pub fn start(&mut self, task: &str) -> FactId {
        self.note(&Kind::Started(Started {
            task: task.into(),
            steps: 4,
            situation: None,
            language: "en".into(),
            again: None,
        }))
    }

    pub fn feel(&mut self, step: u16, category: Category) -> FrictionId {
        let felt = FrictionFelt {
            step,
            category: Some(category),
            marker: None,
        };
        FrictionId(self.note(&Kind::FrictionFelt(felt)).0)
    }

    pub fn describe(&mut self, friction: FrictionId, note: &str) -> FactId {
        self.note(&Kind::FrictionDescribed(FrictionDescribed {
            severity: Some(Some(Severity::Nearly)),
            note: Some(note.into()),
            ..FrictionDescribed::of(friction)
        }))
    }

    pub fn reflect(&mut self, text: &str) -> FactId {
        self.note(&Kind::Reflected(Reflected {
            question: "least_sure".into(),
            text: text.into(),
            keep: true,
        }))
    }

    /// A whole walk of 25 facts, that did not get what it came for.
    pub fn whole_walk(seed: u64, task: &str) -> Self {
        let mut phone = Self::new(seed);
        phone.start(task);
        for step in 0..3 {
            let here = AtStep { step };
            phone.note(&Kind::StepOpened(here));
            phone.note(&Kind::Left(here));
            phone.note(&Kind::CameBack(here));
            let friction = phone.feel(step, Category::ALL[usize::from(step)]);
            phone.describe(friction, "I was asked for the same thing again");
            let result =
                [StepResult::Done, StepResult::Partly, StepResult::Stuck][usize::from(step)];
            phone.note(&Kind::StepFinished(StepFinished { step, result }));
        }
        phone.note(&Kind::OutcomeGiven(Outcome {
            need_met: Some(Answer::No),
            did_what_it_should: Some(Answer::Partly),
            ease: Some(3),
            ..Outcome::default()
        }));
        phone.note(&Kind::BrightSpotNoted(BrightSpotNoted {
            spot: None,
            step: Some(1),
            note: "A person who listened".into(),
            stands: false,
            marker: None,
        }));
        phone.reflect("I did not know whom to ask");
        phone.note(&Kind::Committed(Commitment {
            text: "Ring the team on Monday".into(),
            by: None,
        }));
        phone.note(&Kind::Finished(Nothing {}));
        phone.note(&Kind::Committed(Commitment {
            text: "Ring the team on Tuesday".into(),
            by: None,
        }));
        phone
    }

    /// All facts, sent now.
    pub fn request(&self) -> SyncRequest {
        request(&self.facts)
    }

    /// Sends all facts; what became of each.
    pub async fn send(&self, desk: &Desk) -> Vec<SyncItem> {
        send(desk, &self.facts).await
    }
}

pub fn request(facts: &[Fact]) -> SyncRequest {
    raw_request(facts.iter().map(raw).collect())
}

pub fn raw_request(facts: Vec<Box<RawValue>>) -> SyncRequest {
    SyncRequest {
        sent_at: NOON,
        facts,
    }
}

pub fn raw(fact: &Fact) -> Box<RawValue> {
    to_raw_value(fact).expect("JSON")
}

pub async fn send(desk: &Desk, facts: &[Fact]) -> Vec<SyncItem> {
    try_send(desk, facts).await.expect("kept")
}

pub async fn try_send(desk: &Desk, facts: &[Fact]) -> Result<Vec<SyncItem>, StoreError> {
    let reply = desk.append(request(facts), NOON).await?;
    assert_eq!(reply.items.len(), facts.len(), "one item for each fact");
    Ok(reply.items)
}

/// How many items were stored, known and refused.
pub fn tally(items: &[SyncItem]) -> (usize, usize, usize) {
    let count = |status| items.iter().filter(|item| item.status == status).count();
    (
        count(SyncStatus::Stored),
        count(SyncStatus::Known),
        count(SyncStatus::Refused),
    )
}

pub fn reasons(items: &[SyncItem]) -> Vec<Option<Refusal>> {
    items.iter().map(|item| item.reason).collect()
}
