//! What hurts most: one number, so that the database can keep threads in that order.

use app::{team::Group, walk::thread::State};

/// Above all that a thread can weigh.
const GROUP: i64 = 1_000_000_000;
/// A risk that somebody saw comes first in its group.
const RISK: i64 = 100_000_000;

/// What a thread's friction adds up to, as far as it hurts.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::store) struct Weight {
    pub felt: i64,
    pub leaders: i64,
    pub stopped: i64,
    pub risk: i64,
    pub contacted_again: i64,
}

impl Weight {
    /// How much it hurts, in a state. First counts what wants the team, then what it has in hand, and last what is
    /// settled. In each of them a risk comes first. Then every time it was felt weighs 1; 2 more when it made somebody
    /// contact the service again, 6 more when it stopped somebody; and every leader who felt it weighs 3, because
    /// what several people feel is seldom chance.
    pub(in crate::store) fn in_state(self, state: State) -> i64 {
        let risk = if self.risk > 0 { RISK } else { 0 };
        let weight = self.felt + 3 * self.leaders + 6 * self.stopped + 2 * self.contacted_again;
        group(Group::of(state)).start + risk + weight.clamp(0, RISK - 1)
    }
}

/// What threads of a group weigh.
pub(in crate::store) fn group(group: Group) -> std::ops::Range<i64> {
    let begin = match group {
        Group::Calls => 2 * GROUP,
        Group::Hand => GROUP,
        Group::Settled => 0,
    };
    begin..begin + GROUP
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(felt: i64, stopped: i64, risk: i64) -> Weight {
        Weight {
            felt,
            stopped,
            risk,
            leaders: 1,
            contacted_again: 0,
        }
    }

    #[test]
    fn what_wants_the_team_comes_first_then_risk_then_what_stopped_people() {
        let in_order = [
            weight(1, 0, 1).in_state(State::NotFixed),
            weight(i64::from(i32::MAX), 0, 0).in_state(State::New),
            weight(3, 1, 0).in_state(State::HalfFixed),
            weight(8, 0, 0).in_state(State::New),
            weight(9, 9, 9).in_state(State::Planned),
            weight(1, 0, 0).in_state(State::RewalkAsked),
            weight(9, 9, 9).in_state(State::Confirmed),
        ];
        assert!(in_order.is_sorted_by(|a, b| a > b), "{in_order:?}");
    }

    #[test]
    fn every_state_weighs_what_its_group_weighs() {
        for state in State::ALL {
            for weight in [weight(0, 0, 0), weight(i64::from(i32::MAX), 9, 9)] {
                assert!(group(Group::of(*state)).contains(&weight.in_state(*state)));
            }
        }
    }
}
