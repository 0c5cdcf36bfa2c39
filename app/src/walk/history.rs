//! What became of a friction point: what was said before and is not there any more.

use super::{
    Category, Fact, Feeling, Friction, FrictionId, Kind, Millis, Mood, PhotoId, Severity,
    fold::{erased, in_order},
};

/// One change of a friction point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The phone's wall clock when it was changed.
    pub at: Millis,
    /// What was there before.
    pub was: Was,
}

/// What was there before a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Was {
    /// Another main category.
    Category(Category),
    /// Another second category.
    Second(Category),
    /// Another severity.
    Severity(Severity),
    /// These feelings, of which one or more are gone.
    Feelings(Vec<Feeling>),
    /// Another mood.
    Mood(Mood),
    /// Other words: the whole note as it was.
    Note(String),
    /// The risk flag was set.
    Risk,
    /// "It made me contact them again" was ticked.
    ContactedAgain,
    /// It had one photo more.
    Photo,
    /// The point itself stood: it was taken back.
    Standing,
}

/// The changes of a friction point, oldest first. What is only added is no change: a longer note, one more feeling.
/// Order-free like [`super::fold`]; what was erased is in no change.
#[must_use]
pub fn history(facts: &[Fact], friction: FrictionId) -> Vec<Change> {
    let log = in_order(facts);
    let erased = erased(&log);
    let mut now: Option<Friction> = None;
    let mut photos: Vec<PhotoId> = Vec::new();
    let mut changes = Vec::new();
    // What was told of a point may carry an id before its own, when it comes from another phone.
    let said = |first: bool| {
        let erased = &erased;
        log.iter()
            .filter(move |fact| !erased.contains(&fact.id) && (fact.id.0 == friction.0) == first)
            .filter_map(|fact| Some((fact, fact.read()?)))
    };
    for (fact, kind) in said(true).chain(said(false)) {
        let mut changed = |was| changes.push(Change { at: fact.at, was });
        match (kind, &mut now) {
            (Kind::FrictionFelt(felt), None) if fact.id.0 == friction.0 => {
                now = Some(Friction::felt(friction, felt, fact.at));
            }
            (Kind::FrictionDescribed(more), Some(point)) if more.friction == friction => {
                let before = point.clone();
                point.describe(more);
                lost(before, point).into_iter().for_each(changed);
            }
            (Kind::PhotoAdded(added), Some(_)) if added.friction == friction => {
                photos.push(PhotoId(fact.id.0));
            }
            (Kind::PhotoRemoved(gone), Some(_)) if photos.contains(&gone.photo) => {
                photos.retain(|it| *it != gone.photo);
                changed(Was::Photo);
            }
            (Kind::FrictionWithdrawn(gone), Some(_)) if gone.friction == friction => {
                changed(Was::Standing);
                break;
            }
            _ => {}
        }
    }
    changes
}

/// What stood in a point before and does not now.
fn lost(before: Friction, now: &Friction) -> Vec<Was> {
    let mut lost = Vec::new();
    if before.category != now.category {
        lost.extend(before.category.map(Was::Category));
    }
    if before.second != now.second {
        lost.extend(before.second.map(Was::Second));
    }
    if before.severity != now.severity {
        lost.extend(before.severity.map(Was::Severity));
    }
    if before.feelings.iter().any(|it| !now.feelings.contains(it)) {
        lost.push(Was::Feelings(before.feelings));
    }
    if before.mood != now.mood {
        lost.extend(before.mood.map(Was::Mood));
    }
    if !now.note.starts_with(&before.note) {
        lost.push(Was::Note(before.note));
    }
    if before.risk && !now.risk {
        lost.push(Was::Risk);
    }
    if before.contacted_again && !now.contacted_again {
        lost.push(Was::ContactedAgain);
    }
    lost
}
