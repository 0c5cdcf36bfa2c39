//! What a leader's phone sends.

use app::walk::{
    Answer, Category, Commitment, Fact, FactId, FrictionDescribed, FrictionFelt, FrictionId, Kind,
    Nothing, Outcome, Reflected, Started, WalkId, next_id,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::house::NOON;

/// Words that nobody but the author may ever read.
pub const REFLECTION: &str = "what I would tell no one";
pub const COMMITMENT: &str = "what I will quietly do";

pub struct Phone {
    pub walk: WalkId,
    pub facts: Vec<Fact>,
    now: i64,
    last: Option<Uuid>,
    seed: u8,
}

impl Phone {
    /// A phone whose clock says `now`; the same `seed` makes the same ids.
    pub fn new(seed: u8, now: i64) -> Self {
        let walk = WalkId(next_id(None, now, [seed; 10]));
        Self {
            walk,
            facts: Vec::new(),
            now,
            last: None,
            seed,
        }
    }

    pub fn note(&mut self, kind: &Kind) -> FactId {
        self.now += 1000;
        let id = next_id(self.last, self.now, [self.seed.wrapping_add(1); 10]);
        self.last = Some(id);
        self.facts
            .push(Fact::new(FactId(id), self.walk, self.now, kind));
        FactId(id)
    }

    pub fn start(&mut self, task: &str) {
        let started = Started {
            task: task.into(),
            steps: 3,
            situation: None,
            language: "en".into(),
            again: None,
        };
        self.note(&Kind::Started(started));
    }

    pub fn feel(&mut self, note: &str) -> FrictionId {
        self.feel_at(1, note)
    }

    pub fn feel_at(&mut self, step: u16, note: &str) -> FrictionId {
        let felt = FrictionFelt {
            step,
            category: Some(Category::Asked),
            marker: None,
        };
        let friction = FrictionId(self.note(&Kind::FrictionFelt(felt)).0);
        let described = FrictionDescribed {
            note: Some(note.into()),
            ..FrictionDescribed::of(friction)
        };
        self.note(&Kind::FrictionDescribed(described));
        friction
    }

    pub fn finish(&mut self) {
        let need_met = Some(Answer::Yes);
        self.note(&Kind::OutcomeGiven(Outcome {
            need_met,
            ..Outcome::default()
        }));
        self.note(&Kind::Finished(Nothing {}));
    }

    /// A walk with one friction point, a reflection and a commitment, finished.
    pub fn whole_walk(seed: u8) -> (Self, FrictionId) {
        let mut phone = Self::new(seed, NOON);
        phone.start("missed-bin");
        let friction = phone.feel("Asked twice.");
        let reflected = Reflected {
            question: "least_sure".into(),
            text: REFLECTION.into(),
            keep: true,
        };
        phone.note(&Kind::Reflected(reflected));
        phone.note(&Kind::Committed(Commitment {
            text: COMMITMENT.into(),
            by: None,
        }));
        phone.finish();
        (phone, friction)
    }

    /// The body of a sync request with all its facts.
    pub fn body(&self) -> String {
        body(
            &self
                .facts
                .iter()
                .map(|fact| json!(fact))
                .collect::<Vec<_>>(),
        )
    }
}

pub fn body(facts: &[Value]) -> String {
    json!({ "sent_at": NOON, "facts": facts }).to_string()
}
