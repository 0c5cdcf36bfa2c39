//! One attempt of the demonstration's year, and the log a phone would have written of it.

use app::walk::{
    Answer, AtStep, BrightSpotNoted, Category, Commitment, Fact, FactId, FrictionDescribed,
    FrictionFelt, FrictionId, Kind, Lang, Millis, Mood, MoodMarked, Nothing, OthersWould, Outcome,
    Severity, Started, StepFinished, StepResult, Task, WalkId, WhyNot, next_id,
};
use uuid::Uuid;

use super::{
    rng::Chance,
    voices::{Voices, feelings},
};

const SECOND: Millis = 1000;
const MINUTE: Millis = 60 * SECOND;

/// An attempt that somebody made.
#[derive(Clone)]
pub(super) struct Attempt<'a> {
    /// Which of the organisation's leaders.
    pub(super) leader: usize,
    pub(super) task: &'a Task,
    /// The phone's clock at the start.
    pub(super) starts_at: Millis,
    /// Time spent on the steps.
    pub(super) minutes: i64,
    pub(super) need_met: Answer,
    pub(super) others_would: OthersWould,
    pub(super) felt: Vec<Felt>,
    pub(super) lang: Lang,
    /// For a re-walk: what is walked again.
    pub(super) again: Option<Again>,
    /// Told one by one, and not made by chance.
    pub(super) told: bool,
}

/// What a team said it changed, and whether it held.
#[derive(Clone, Copy)]
pub(super) struct Again {
    /// The step, counted from 0.
    pub(super) step: u16,
    pub(super) category: Category,
    pub(super) held: Answer,
}

/// A friction point of an attempt.
#[derive(Clone)]
pub(super) struct Felt {
    /// The step, counted from 0.
    pub(super) step: u16,
    pub(super) category: Category,
    pub(super) severity: Severity,
}

/// A log, and when the phone finished writing it.
pub(super) struct Log {
    pub(super) facts: Vec<Fact>,
    pub(super) ends_at: Millis,
    /// Every friction point with its step and category, for the team's answers.
    pub(super) frictions: Vec<(FrictionId, u16, Category)>,
}

impl Attempt<'_> {
    /// The log of this attempt. `again` is a friction point of what a re-walk walks again.
    pub(super) fn log(
        &self,
        again: Option<FrictionId>,
        voices: &Voices,
        chance: &mut Chance,
    ) -> Log {
        let mut phone = Phone::new(self.starts_at, chance);
        let situation = chance
            .one_of(&self.task.situations)
            .map(|situation| situation.id.clone());
        phone.note(Kind::Started(Started {
            task: self.task.id.clone(),
            steps: self.step_count(),
            situation,
            language: self.lang.code().to_owned(),
            again,
        }));
        let last = self.last_step();
        for (step, time) in (0..=last).zip(self.times(last, chance)) {
            self.walk_step(step, time, voices, &mut phone, chance);
        }
        self.finish(voices, &mut phone, chance);
        Log {
            facts: phone.log,
            ends_at: phone.now,
            frictions: phone.frictions,
        }
    }

    /// How long each step up to the last one took: some three times as long as others.
    fn times(&self, last: u16, chance: &mut Chance) -> Vec<Millis> {
        let shares: Vec<Millis> = (0..=last).map(|_| chance.between(3, 9)).collect();
        let all: Millis = shares.iter().sum();
        let time = |share: &Millis| self.minutes * MINUTE * share / all;
        shares.iter().map(time).collect()
    }

    fn step_count(&self) -> u16 {
        u16::try_from(self.task.steps.len()).unwrap_or(u16::MAX)
    }

    /// Where it ended: at the last step, or where something stopped it for good.
    fn last_step(&self) -> u16 {
        let end = self.step_count().saturating_sub(1);
        if self.need_met == Answer::Yes {
            return end;
        }
        let stops = self
            .felt
            .iter()
            .filter(|felt| felt.severity == Severity::Stopped)
            .map(|felt| felt.step);
        stops.max().unwrap_or(end).min(end)
    }

    fn walk_step(
        &self,
        step: u16,
        time: Millis,
        voices: &Voices,
        phone: &mut Phone,
        chance: &mut Chance,
    ) {
        phone.note(Kind::StepOpened(AtStep { step }));
        phone.wait(time / 10);
        phone.note(Kind::Left(AtStep { step }));
        phone.wait(time * 6 / 10);
        phone.note(Kind::CameBack(AtStep { step }));
        let mut worst = None;
        for felt in self.felt.iter().filter(|felt| felt.step == step) {
            phone.wait(5 * SECOND);
            self.feel(felt, voices, phone, chance);
            worst = worst.max(Some(felt.severity));
        }
        let mood = match worst {
            None => chance.between(0, 2),
            Some(Severity::Slowed) => 0,
            Some(Severity::Nearly) => -1,
            Some(Severity::Stopped) => -2,
        };
        phone.note(Kind::MoodMarked(MoodMarked {
            step,
            mood: Mood::new(i8::try_from(mood).unwrap_or(0)),
        }));
        phone.wait(time - time / 10 - time * 6 / 10);
        let stuck = step == self.last_step()
            && self.need_met == Answer::No
            && worst == Some(Severity::Stopped);
        let result = match worst {
            _ if stuck => StepResult::Stuck,
            Some(Severity::Nearly | Severity::Stopped) => StepResult::Partly,
            _ => StepResult::Done,
        };
        phone.note(Kind::StepFinished(StepFinished { step, result }));
    }

    fn feel(&self, felt: &Felt, voices: &Voices, phone: &mut Phone, chance: &mut Chance) {
        let category = Some(felt.category);
        let id = FrictionId(
            phone
                .note(Kind::FrictionFelt(FrictionFelt {
                    step: felt.step,
                    category,
                    marker: None,
                }))
                .0,
        );
        phone.frictions.push((id, felt.step, felt.category));
        phone.wait(8 * SECOND);
        let note = voices.friction(felt.category, self.task, felt.step, self.lang, chance);
        phone.note(Kind::FrictionDescribed(FrictionDescribed {
            severity: Some(Some(felt.severity)),
            feelings: Some(feelings(felt.category).to_vec()),
            note: Some(note),
            contacted_again: Some(
                matches!(felt.category, Category::Wait | Category::Help) && chance.happens(60),
            ),
            ..FrictionDescribed::of(id)
        }));
    }

    fn finish(&self, voices: &Voices, phone: &mut Phone, chance: &mut Chance) {
        phone.wait(20 * SECOND);
        phone.note(Kind::OutcomeGiven(self.outcome(chance)));
        if chance.happens(60) {
            let note = voices.bright(self.task, self.lang, chance);
            phone.note(Kind::BrightSpotNoted(BrightSpotNoted {
                spot: None,
                step: None,
                note,
                stands: false,
                marker: None,
            }));
        }
        if chance.happens(40) {
            let text = voices.commitment(self.lang, chance);
            phone.note(Kind::Committed(Commitment { text, by: None }));
        }
        phone.wait(40 * SECOND);
        phone.note(Kind::Finished(Nothing {}));
    }

    fn outcome(&self, chance: &mut Chance) -> Outcome {
        let met = self.need_met == Answer::Yes;
        let hard = i64::try_from(self.felt.len()).unwrap_or(7);
        let ease = if met { 6 - hard } else { 3 - hard / 2 } + chance.between(0, 1);
        let satisfaction = if met { 4 - hard / 3 } else { 2 } + chance.between(0, 1);
        let scale = |value: i64, most| u8::try_from(value.clamp(1, most)).ok();
        Outcome {
            did_what_it_should: Some(if met { Answer::Yes } else { Answer::No }),
            need_met: Some(self.need_met),
            why_not: (!met).then(|| self.why_not()),
            ease: scale(ease, 7),
            satisfaction: scale(satisfaction, 5),
            others_would: Some(self.others_would),
            held: self.again.map(|it| it.held),
        }
    }

    fn why_not(&self) -> WhyNot {
        let stop = self
            .felt
            .iter()
            .rfind(|felt| felt.severity == Severity::Stopped)
            .map(|felt| felt.category);
        match stop {
            Some(Category::Broken) => WhyNot::Error,
            Some(Category::Bounced) => WhyNot::SentElsewhere,
            _ => WhyNot::GaveUp,
        }
    }
}

/// A phone of the demonstration: its clock and its log.
struct Phone {
    walk: WalkId,
    now: Millis,
    last: Option<Uuid>,
    bits: [u8; 10],
    log: Vec<Fact>,
    frictions: Vec<(FrictionId, u16, Category)>,
}

impl Phone {
    fn new(now: Millis, chance: &mut Chance) -> Self {
        let walk = WalkId(next_id(None, now, chance.bits()));
        Self {
            walk,
            now,
            last: None,
            bits: chance.bits(),
            log: Vec::new(),
            frictions: Vec::new(),
        }
    }

    fn wait(&mut self, time: Millis) {
        self.now += time;
    }

    fn note(&mut self, kind: Kind) -> FactId {
        let id = next_id(self.last, self.now, self.bits);
        self.last = Some(id);
        self.log
            .push(Fact::new(FactId(id), self.walk, self.now, &kind));
        FactId(id)
    }
}
