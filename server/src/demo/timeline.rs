//! What happens in the demonstration's year, in the order in which it reaches the server.

use app::{
    team::Decided,
    walk::{Fact, FrictionId, Millis, Task, month::YearMonth},
};
use jiff::{Timestamp, ToSpan, tz::TimeZone};

use super::{
    attempt::Attempt,
    board,
    changes::{Change, FirstFelt},
    content::{COUNCIL, NEIGHBOUR},
    rng::Chance,
    voices::Voices,
    year,
};

const MINUTE: Millis = 60_000;
const HOUR: Millis = 60 * MINUTE;
const DAY: Millis = 24 * HOUR;

/// Something that reaches the server.
pub(super) struct Event {
    /// The server's clock then.
    pub(super) at: Millis,
    pub(super) organisation: &'static str,
    pub(super) what: What,
}

pub(super) enum What {
    /// A leader's phone sends a walk.
    Sent { leader: usize, facts: Vec<Fact> },
    /// The service's team opens a friction point.
    Seen {
        service: String,
        friction: FrictionId,
    },
    /// The service's team answers it.
    Answered {
        service: String,
        friction: FrictionId,
        text: String,
    },
    /// The service's team decides about the thread that a friction point is in.
    Decided {
        service: String,
        friction: FrictionId,
        decided: Decided,
    },
    /// Leaders look back on their month.
    LookedBack,
    /// The secretary asks the teams for their view of a month.
    ViewsAsked { month: YearMonth },
    /// The secretary publishes a month, counted from 0.
    Published { number: usize, month: YearMonth },
}

/// Everything up to `now`, oldest first. The same `now` and the same content tell the same year.
pub(super) fn tell(
    council: &[Task],
    neighbour: &[Task],
    changes: &[Change],
    voices: &Voices,
    now: Millis,
) -> Result<Vec<Event>, jiff::Error> {
    let months = months(now)?;
    let mut chance = Chance::seeded(1);
    let mut events = Vec::new();
    let attempts = year::council(council, changes, &months, now, &mut chance);
    let felt = tell_attempts(COUNCIL, &attempts, voices, now, &mut chance, &mut events);
    let decided = |change: &Change| change.decided(council, &felt, &months);
    events.extend(changes.iter().flat_map(decided));
    events.extend(board::year(&months));
    let attempts = year::neighbour(neighbour, &months, &mut chance);
    tell_attempts(NEIGHBOUR, &attempts, voices, now, &mut chance, &mut events);
    events.retain(|event| event.at < now);
    events.sort_by_key(|event| event.at);
    Ok(events)
}

/// The first moments of the last twelve whole months, oldest first, and of the present month.
fn months(now: Millis) -> Result<[Millis; 13], jiff::Error> {
    let zone = TimeZone::get("Europe/London")?;
    let present = Timestamp::from_millisecond(now)?
        .to_zoned(zone)
        .first_of_month()?
        .start_of_day()?;
    let mut months = [0; 13];
    for (month, back) in months.iter_mut().zip((0..=12).rev()) {
        *month = present
            .checked_sub(back.months())?
            .timestamp()
            .as_millisecond();
    }
    Ok(months)
}

/// The events of these attempts; the first friction felt at each place.
fn tell_attempts(
    organisation: &'static str,
    attempts: &[Attempt<'_>],
    voices: &Voices,
    now: Millis,
    chance: &mut Chance,
    events: &mut Vec<Event>,
) -> FirstFelt {
    let mut first = FirstFelt::new();
    for attempt in attempts {
        let place = |step, category| (attempt.task.id.clone(), step, category);
        let again = attempt.again.map(|it| place(it.step, it.category));
        let again = again.and_then(|it| first.get(&it).copied());
        let log = attempt.log(again, voices, chance);
        // Mostly at once; sometimes when there is a signal again.
        let delay = if chance.happens(85) {
            MINUTE
        } else {
            chance.between(HOUR, DAY)
        };
        let sent_at = log.ends_at + delay;
        for (friction, step, category) in log.frictions {
            first.entry(place(step, category)).or_insert(friction);
            let service = attempt.task.service.clone();
            let seen_at = sent_at + chance.between(4 * HOUR, 4 * DAY);
            if !chance.happens(if now - seen_at < 12 * DAY { 50 } else { 95 }) {
                continue;
            }
            let what = What::Seen {
                service: service.clone(),
                friction,
            };
            events.push(Event {
                at: seen_at,
                organisation,
                what,
            });
            if let Some(text) = voices
                .reply(category, chance)
                .filter(|_| chance.happens(60))
            {
                let at = seen_at + chance.between(HOUR, 6 * DAY);
                events.push(Event {
                    at,
                    organisation,
                    what: What::Answered {
                        service,
                        friction,
                        text,
                    },
                });
            }
        }
        let what = What::Sent {
            leader: attempt.leader,
            facts: log.facts,
        };
        events.push(Event {
            at: sent_at,
            organisation,
            what,
        });
    }
    first
}
