//! A walk's read rows: what pages ask for, computed whole from the log.

mod log;
mod replace;
mod row;

pub(super) use replace::replace;

use app::walk::{Fact, FrictionId, Kind, Task, WalkId, fold, month::Tally};

use super::{
    Value, counts,
    refold::{Ground, Kept},
    threads::Felt,
    withdrawn::{WITHDRAWALS, withdrawn},
};
use log::Log;
use row::{
    Common, bright_row, crossing, friction_row, journey_row, photo_row, walk_row, withdrawn_row,
};

/// The rows of one walk, as the arguments of their statements.
#[derive(Debug)]
pub(super) struct ReadRows {
    walk: Vec<Value>,
    counts: Counts,
    /// The walk's id, when it ever had a photo.
    pictured: Option<Value>,
    /// The same, when anything was ever taken back.
    thinned: Option<Value>,
    /// The same, when a bright spot may not say any more what it said.
    retold: Option<Value>,
    photos: Vec<Vec<Value>>,
    frictions: Vec<FrictionRow>,
    bright_spots: Vec<Vec<Value>>,
    journey: Vec<Value>,
    withdrawn: Vec<Vec<Value>>,
}

/// What the walk adds to its month; nothing while it is in none.
#[derive(Debug)]
struct Counts {
    walk: WalkId,
    organisation: String,
    month: String,
    tally: Tally,
}

/// A friction point's row, which still lacks its threads.
#[derive(Debug)]
struct FrictionRow {
    id: FrictionId,
    /// Where it was felt; none while the task is unknown.
    felt: Option<Felt>,
    row: Vec<Value>,
    /// Its id, and the words of its note to search in; none when it has none.
    words: Option<Vec<Value>>,
}

/// Computes the rows of a walk from its facts in the order of their ids.
pub(super) fn of(
    walk: WalkId,
    author: &str,
    kept: &[Kept],
    task: Option<&Task>,
    ground: &Ground,
) -> ReadRows {
    let facts: Vec<Fact> = kept.iter().map(|kept| kept.fact.clone()).collect();
    let log = Log::new(kept);
    let folded = fold(&facts).for_others();
    let counted_at = log.counted_at();
    let common = Common {
        walk: walk.to_string(),
        organisation: ground.organisation(),
        service: task.map(|task| task.service.as_str()),
        task: folded.started.as_ref().map_or("", |started| &started.task),
        month: task.map_or_else(String::new, |_| ground.month(counted_at)),
    };
    let ever = |kinds: &[&str]| {
        let of_them = |kept: &Kept| kinds.contains(&kept.fact.kind.as_str());
        kept.iter().any(of_them).then(|| (&common.walk).into())
    };
    let photos = folded.frictions.iter().flat_map(|friction| {
        let row = |photo| photo_row(&common, author, friction, photo);
        friction.photos.iter().map(row).collect::<Vec<_>>()
    });
    let counts = Counts {
        walk,
        organisation: common.organisation.to_owned(),
        month: common.month.clone(),
        tally: task
            .filter(|_| !common.month.is_empty())
            .map_or_else(Tally::default, |task| {
                let crossing = crossing(&folded, task);
                counts::tally(walk, author, &folded, counted_at, task, crossing)
            }),
    };
    ReadRows {
        walk: walk_row(&common, author, &folded, &log, task, &counts),
        counts,
        pictured: ever(&["photo_added"]),
        thinned: ever(&WITHDRAWALS),
        retold: kept.iter().any(retells).then(|| (&common.walk).into()),
        photos: photos.collect(),
        frictions: folded
            .frictions
            .iter()
            .map(|friction| friction_row(&common, author, friction, &log))
            .collect(),
        bright_spots: (0_u16..)
            .zip(&folded.bright_spots)
            .map(|(position, spot)| bright_row(&common, position, spot, &log))
            .collect(),
        journey: journey_row(&common, &folded, walk, counted_at),
        withdrawn: withdrawn(&log.kept)
            .iter()
            .map(|gone| withdrawn_row(&common, gone))
            .collect(),
    }
}

/// Facts that change or take back what somebody wrote.
const RETELLING: [&str; 4] = [
    "bright_spot_withdrawn",
    "friction_described",
    "friction_withdrawn",
    "committed",
];

/// True for what takes words back that a month may have been published with, says them anew, or is gone itself.
fn retells(kept: &Kept) -> bool {
    let anew = || match kept.read("bright_spot_noted") {
        Some(Kind::BrightSpotNoted(noted)) => noted.spot.is_some(),
        _ => false,
    };
    kept.blank || RETELLING.contains(&kept.fact.kind.as_str()) || anew()
}

impl Counts {
    /// As the walk's row has it.
    fn written(&self) -> String {
        if self.tally == Tally::default() {
            return String::new();
        }
        serde_json::to_string(&self.tally).unwrap_or_default()
    }
}
