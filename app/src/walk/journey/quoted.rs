//! Which walks are heard in their own words.

use std::cmp::Reverse;

use crate::walk::{Millis, WalkId};

use super::{Trace, map::severity_place};

/// How many walks are heard at one step.
const HEARD: usize = 3;

/// The walks heard at each step, by step, at most three each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    /// With words about friction: what stopped them first, then the newest.
    pub friction: Vec<Vec<WalkId>>,
    /// With words about what worked: the newest.
    pub bright: Vec<Vec<WalkId>>,
}

type Place = (usize, Millis, WalkId);

/// The picking, while walks are offered to it.
#[derive(Clone, Debug, Default)]
pub(super) struct Picking {
    friction: Vec<Vec<Place>>,
    bright: Vec<Vec<Place>>,
}

impl Picking {
    pub(super) fn grow(&mut self, steps: usize) {
        self.friction.resize_with(steps, Vec::new);
        self.bright.resize_with(steps, Vec::new);
    }

    pub(super) fn offer(&mut self, trace: &Trace) {
        for passed in &trace.steps {
            let at = usize::from(passed.step);
            let told = passed.felt.iter().filter(|it| it.told);
            let worst = told.map(|it| severity_place(it.severity)).max();
            if let (Some(worst), Some(best)) = (worst, self.friction.get_mut(at)) {
                offer(best, (worst, trace.at, trace.walk));
            }
            if let (true, Some(best)) = (passed.bright_told, self.bright.get_mut(at)) {
                offer(best, (0, trace.at, trace.walk));
            }
        }
    }

    pub(super) fn done(self) -> Picked {
        let walks = |places: Vec<Place>| places.into_iter().map(|(.., walk)| walk).collect();
        Picked {
            friction: self.friction.into_iter().map(walks).collect(),
            bright: self.bright.into_iter().map(walks).collect(),
        }
    }
}

/// Keeps the best few, the best first.
fn offer(best: &mut Vec<Place>, new: Place) {
    if best.len() == HEARD && best.last().is_some_and(|last| *last >= new) {
        return;
    }
    best.push(new);
    best.sort_unstable_by_key(|it| Reverse(*it));
    best.truncate(HEARD);
}
