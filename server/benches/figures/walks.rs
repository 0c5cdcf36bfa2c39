//! Walks as a phone writes them, 25 facts each.

use app::{
    walk::{
        Answer, AtStep, BrightSpotNoted, Category, Commitment, Fact, FactId, FrictionDescribed,
        FrictionFelt, FrictionId, Kind, Millis, Nothing, Outcome, Severity, Started, StepFinished,
        StepResult, WalkId, next_id,
    },
    wire::SyncRequest,
};
use serde_json::value::to_raw_value;
use uuid::Uuid;

/// Facts of one walk.
pub(crate) const FACTS: u64 = 25;
/// Friction points of one walk.
pub(crate) const FELT: u64 = 3;
/// The task most walks are of.
pub(crate) const TASK: &str = "task";
/// One walk in so many is of another task, and these take turns.
const OTHERS_EVERY: u64 = 6;
const OTHERS: u64 = 60;

/// The ids of all tasks.
pub(crate) fn tasks() -> impl Iterator<Item = String> {
    std::iter::once(TASK.to_owned()).chain((0..OTHERS).map(other))
}

/// True of the task most walks are of, and of one in ten of the others.
pub(crate) fn crosses(task: &str) -> bool {
    task == TASK || task.ends_with('0')
}

fn other(number: u64) -> String {
    format!("task-{number}")
}

/// The sync request that sends one whole walk, number `number`, begun at `at`.
pub(crate) fn request(number: u64, at: Millis) -> SyncRequest {
    sent(&facts(number, at))
}

/// The request that says, for the time number `time`, that a walk is going on. The walk is never finished, and there is
/// one of them however often it is sent.
pub(crate) fn going_on(time: u64, at: Millis) -> SyncRequest {
    let walk = WalkId(next_id(None, 0, [9; 10]));
    let mut random = [7; 10];
    random[2..].copy_from_slice(&time.to_be_bytes());
    let kind = if time == 0 {
        started(0)
    } else {
        Kind::StepOpened(AtStep { step: 0 })
    };
    sent(&[Fact::new(
        FactId(next_id(None, at, random)),
        walk,
        at,
        &kind,
    )])
}

fn sent(facts: &[Fact]) -> SyncRequest {
    let at = facts.first().map_or(0, |fact| fact.at);
    let sent_at = facts.last().map_or(at, |fact| fact.at) + 1000;
    let facts = facts
        .iter()
        .map(|fact| to_raw_value(fact).expect("JSON"))
        .collect();
    SyncRequest { sent_at, facts }
}

fn facts(number: u64, at: Millis) -> Vec<Fact> {
    let seed = u128::from(number).to_be_bytes();
    let random: [u8; 10] = seed[6..].try_into().expect("ten bytes");
    let walk = WalkId(next_id(None, at, random));
    let (mut last, mut now, mut log) = (None, at, Vec::new());
    let mut note = |kind: Kind| {
        let id = next_id(last, now, random);
        last = Some(id);
        log.push(Fact::new(FactId(id), walk, now, &kind));
        // Walks take from 8 minutes to 47.
        now += 20_000 + 5_000 * i64::try_from(number % 20).unwrap_or(0);
        id
    };
    note(started(number));
    for step in 0..4 {
        note(Kind::StepOpened(AtStep { step }));
        if step < 3 {
            note(Kind::Left(AtStep { step }));
            note(Kind::CameBack(AtStep { step }));
            feel(step, number, &mut note);
        } else {
            note(worked(step));
            note(committed());
        }
        note(Kind::StepFinished(StepFinished {
            step,
            result: StepResult::Done,
        }));
    }
    let need_met = Some(if number.is_multiple_of(3) {
        Answer::No
    } else {
        Answer::Yes
    });
    note(Kind::OutcomeGiven(Outcome {
        need_met,
        ease: u8::try_from(number % 7 + 1).ok(),
        satisfaction: u8::try_from(number % 5 + 1).ok(),
        ..Outcome::default()
    }));
    note(Kind::Finished(Nothing {}));
    log
}

fn worked(step: u16) -> Kind {
    Kind::BrightSpotNoted(BrightSpotNoted {
        spot: None,
        step: Some(step),
        note: "Somebody rang back the same day.".to_owned(),
        stands: false,
        marker: None,
    })
}

fn committed() -> Kind {
    Kind::Committed(Commitment {
        text: "Ask the team what the second form is for.".to_owned(),
        by: None,
    })
}

fn started(number: u64) -> Kind {
    let task = if number.is_multiple_of(OTHERS_EVERY) {
        other(number / OTHERS_EVERY % OTHERS)
    } else {
        TASK.to_owned()
    };
    let language = "en".to_owned();
    Kind::Started(Started {
        task,
        steps: 4,
        situation: None,
        language,
        again: None,
    })
}

fn feel(step: u16, number: u64, note: &mut impl FnMut(Kind) -> Uuid) {
    // Moved on by one after each round of the other tasks, so that each of them meets every category.
    let round = number / (OTHERS_EVERY * OTHERS);
    let index = usize::try_from(number + round).unwrap_or(0) + usize::from(step);
    let category = Category::ALL[index % Category::ALL.len()];
    let friction = FrictionId(note(Kind::FrictionFelt(FrictionFelt {
        step,
        category: Some(category),
        marker: None,
    })));
    note(Kind::FrictionDescribed(FrictionDescribed {
        severity: Some(Some(Severity::ALL[index % 3])),
        note: Some("It asked me again for what I had told it on the page before.".to_owned()),
        ..FrictionDescribed::of(friction)
    }));
}
