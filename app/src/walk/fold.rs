//! From a log to a walk.

use super::{
    Away, BrightSpot, BrightSpotNoted, Fact, FactId, Feeling, Friction, FrictionDescribed,
    FrictionId, Kind, MOST_FEELINGS, MOST_PHOTOS, Marked, Marker, Millis, Outcome, Photo, PhotoId,
    Place, Reflected, Reflection, StepFinished, StepResult, StepTrack, Walk, timing::gap,
};

/// Folds a log into a walk. Pure, total and order-free: any permutation and any duplication of the same facts,
/// in any split over devices, gives the same walk.
///
/// Facts are taken in the order of their ids. Every field is grow-only, or last writer by id, or taken away by a
/// tombstone. Facts that cannot be read are skipped and counted.
#[must_use]
pub fn fold(facts: &[Fact]) -> Walk {
    let log = in_order(facts);
    let erased = erased(&log);
    let mut fold = Fold::default();
    for fact in log {
        fold.walk.id.get_or_insert(fact.walk);
        fold.walk.facts = fold.walk.facts.saturating_add(1);
        if erased.contains(&fact.id) {
            continue;
        }
        match fact.read() {
            Some(kind) => fold.take(fact.id, fact.at, kind),
            None => fold.walk.unknown = fold.walk.unknown.saturating_add(1),
        }
    }
    fold.end()
}

/// By id, each id once. Should two facts claim one id, the one whose bytes sort first stands, on every copy.
pub(super) fn in_order(facts: &[Fact]) -> Vec<&Fact> {
    let mut log: Vec<&Fact> = facts.iter().collect();
    log.sort_unstable_by(|a, b| {
        let key = |fact: &Fact| (fact.id, fact.at, fact.walk);
        key(a)
            .cmp(&key(b))
            .then_with(|| a.kind.cmp(&b.kind))
            .then_with(|| a.data.get().cmp(b.data.get()))
    });
    log.dedup_by_key(|fact| fact.id);
    log
}

pub(super) fn erased(log: &[&Fact]) -> Vec<FactId> {
    let target = |fact: &&Fact| match fact.read() {
        Some(Kind::Erased(erased)) => Some(erased.fact),
        _ => None,
    };
    log.iter().filter_map(target).collect()
}

/// Lists, not maps: a walk is small, and the phone pays for every kind of map in bytes.
#[derive(Default)]
struct Fold {
    walk: Walk,
    /// The step whose time is running, and the phone's clock at the last fact.
    running: Option<(u16, Millis)>,
    /// The `left` fact we have not come back from.
    away: Option<(FactId, u16, Millis)>,
    aways: Vec<Away>,
    interrupted: Vec<FactId>,
    frictions: Vec<Friction>,
    described: Vec<FrictionDescribed>,
    withdrawn: Vec<FrictionId>,
    /// By their first fact.
    spots: Vec<(FactId, Spot)>,
    /// First facts of bright spots taken back.
    dimmed: Vec<FactId>,
    photos: Vec<(FrictionId, Photo)>,
    removed: Vec<PhotoId>,
    markers: Vec<Marker>,
    /// Markers taken back.
    unmarked: Vec<FactId>,
    /// Markers that something tells about.
    told: Vec<FactId>,
    /// By question.
    reflections: Vec<(String, String)>,
}

/// A bright spot, and whether it stands without a word.
struct Spot {
    spot: BrightSpot,
    stands: bool,
}

impl Fold {
    fn take(&mut self, id: FactId, at: Millis, kind: Kind) {
        self.spend(at);
        match kind {
            Kind::Started(started) => {
                if self.walk.started.is_none() {
                    self.walk.started = Some(started);
                    self.walk.started_at = Some(at);
                    self.walk.place = Place::Step { step: 0 };
                }
            }
            Kind::StepOpened(open) => self.open(open.step, at),
            Kind::Left(left) => self.leave(id, left.step, at),
            Kind::CameBack(back) => self.come_back(back.step, at),
            Kind::Interrupted(away) => {
                self.interrupted.push(away.left);
            }
            Kind::MoodMarked(marked) => self.step(marked.step).mood = Some(marked.mood),
            Kind::FrictionFelt(felt) => {
                self.told.extend(felt.marker);
                let id = FrictionId(id.0);
                self.frictions.push(Friction::felt(id, felt, at));
            }
            Kind::FrictionDescribed(described) => self.described.push(described),
            Kind::FrictionWithdrawn(gone) => {
                self.withdrawn.push(gone.friction);
            }
            Kind::PhotoAdded(added) => {
                let friction = added.friction;
                let photo = Photo::added(PhotoId(id.0), added, at);
                self.photos.push((friction, photo));
            }
            Kind::PhotoRemoved(gone) => self.removed.push(gone.photo),
            Kind::BrightSpotNoted(noted) => self.note_bright_spot(id, at, noted),
            Kind::BrightSpotWithdrawn(gone) => self.dimmed.push(gone.spot),
            Kind::Marked(Marked { step, mark }) => self.markers.push(Marker {
                id,
                step,
                at,
                mark,
                told: false,
            }),
            Kind::MarkerWithdrawn(gone) => self.unmarked.push(gone.marker),
            Kind::StepFinished(finished) => self.finish_step(finished),
            Kind::OutcomeGiven(given) => self.walk.outcome.take(given),
            Kind::Reflected(Reflected { question, text, .. }) => {
                *slot(&mut self.reflections, question, String::new()) = text;
            }
            Kind::Committed(commitment) => {
                self.walk.commitment = Some(commitment).filter(|it| !it.text.trim().is_empty());
            }
            Kind::Finished(_) => {
                self.running = None;
                self.walk.finished_at.get_or_insert(at);
                self.walk.place = Place::Receipt;
            }
            Kind::ReplyAnswered(said) => {
                let answers = &mut self.walk.answers;
                answers.retain(|it| it.reply != said.reply);
                answers.push(said);
            }
            Kind::Erased(_) => {}
        }
    }

    /// Adds the time since the last fact to the running step.
    fn spend(&mut self, at: Millis) {
        if let Some((step, since)) = self.running {
            let spent = gap(since, at);
            let track = self.step(step);
            track.spent_ms = track.spent_ms.saturating_add(spent);
            self.running = Some((step, at));
        }
    }

    fn open(&mut self, step: u16, at: Millis) {
        self.running = Some((step, at));
        self.away = None;
        self.step(step);
        self.walk.place = Place::Step { step };
    }

    fn leave(&mut self, left: FactId, step: u16, at: Millis) {
        self.running = Some((step, at));
        self.away = Some((left, step, at));
        self.walk.place = Place::Away {
            step,
            left,
            since: at,
        };
    }

    fn come_back(&mut self, step: u16, at: Millis) {
        if let Some((left, step, since)) = self.away.take() {
            let ms = gap(since, at);
            let track = self.step(step);
            track.away_ms = track.away_ms.saturating_add(ms);
            self.aways.push(Away {
                left,
                step,
                ms,
                interrupted: false,
            });
        }
        self.running = Some((step, at));
        self.walk.place = Place::Back { step };
    }

    fn finish_step(&mut self, StepFinished { step, result }: StepFinished) {
        self.running = None;
        self.away = None;
        self.step(step).result = Some(result);
        let next = step.saturating_add(1);
        let more = result != StepResult::Stuck && next < self.walk.step_count();
        self.walk.place = if more {
            Place::Step { step: next }
        } else {
            Place::Finish
        };
    }

    fn note_bright_spot(&mut self, id: FactId, at: Millis, noted: BrightSpotNoted) {
        self.told.extend(noted.marker);
        let id = noted.spot.unwrap_or(id);
        let spot = BrightSpot {
            id,
            step: noted.step,
            at,
            note: String::new(),
        };
        let new = Spot {
            spot,
            stands: false,
        };
        let known = slot(&mut self.spots, id, new);
        known.spot.step = noted.step;
        known.spot.note = noted.note;
        known.stands |= noted.stands;
    }

    fn step(&mut self, step: u16) -> &mut StepTrack {
        self.walk.steps.entry(step).or_default()
    }

    fn end(mut self) -> Walk {
        for described in std::mem::take(&mut self.described) {
            let of = |friction: &&mut Friction| friction.id == described.friction;
            if let Some(friction) = self.frictions.iter_mut().find(of) {
                friction.describe(described);
            }
        }
        self.frictions
            .retain(|friction| !self.withdrawn.contains(&friction.id));
        for (of, photo) in std::mem::take(&mut self.photos) {
            let friction = self.frictions.iter_mut().find(|it| it.id == of);
            let stands = !self.removed.contains(&photo.id);
            if let Some(friction) = friction.filter(|it| stands && it.photos.len() < MOST_PHOTOS) {
                friction.photos.push(photo);
            }
        }
        for marker in &mut self.markers {
            marker.told = self.told.contains(&marker.id);
        }
        self.markers
            .retain(|marker| !self.unmarked.contains(&marker.id));
        for away in std::mem::take(&mut self.aways) {
            self.settle(away);
        }
        let mut walk = self.walk;
        walk.frictions = self.frictions;
        walk.markers = self.markers;
        walk.bright_spots = self
            .spots
            .into_iter()
            .filter(|(id, it)| !self.dimmed.contains(id) && it.says_something())
            .map(|(_, it)| it.spot)
            .collect();
        let reflection = |(question, text)| Reflection { question, text };
        walk.reflections = self
            .reflections
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(reflection)
            .collect();
        walk.committed = walk.commitment.is_some();
        let felt = &walk.frictions;
        walk.answers.retain(|said| {
            let stands = felt.iter().any(|it| it.id == said.friction);
            stands && !said.text.trim().is_empty()
        });
        walk
    }

    /// Takes an interruption's time off its step, and remembers the last time away.
    fn settle(&mut self, mut away: Away) {
        away.interrupted = self.interrupted.contains(&away.left);
        if away.interrupted {
            let track = self.step(away.step);
            track.spent_ms = (track.spent_ms - away.ms).max(0);
            track.away_ms = (track.away_ms - away.ms).max(0);
        }
        self.walk.last_away = Some(away);
    }
}

/// The value under a key in a list sorted by key, put there if it is new.
fn slot<K: Ord, V>(list: &mut Vec<(K, V)>, key: K, new: V) -> &mut V {
    let at = list.partition_point(|(known, _)| *known < key);
    if list.get(at).is_none_or(|(known, _)| *known != key) {
        list.insert(at, (key, new));
    }
    &mut list[at].1
}

impl Spot {
    fn says_something(&self) -> bool {
        self.stands || !self.spot.note.trim().is_empty()
    }
}

impl Friction {
    pub(super) fn felt(id: FrictionId, felt: super::FrictionFelt, at: Millis) -> Self {
        Self {
            id,
            step: felt.step,
            at,
            category: felt.category,
            second: None,
            severity: None,
            feelings: Vec::new(),
            mood: None,
            note: String::new(),
            risk: false,
            contacted_again: false,
            photos: Vec::new(),
        }
    }

    pub(super) fn describe(&mut self, more: FrictionDescribed) {
        self.category = more.category.or(self.category);
        self.second = more.second.unwrap_or(self.second);
        self.severity = more.severity.unwrap_or(self.severity);
        if let Some(feelings) = more.feelings {
            self.feelings = first_few(feelings);
        }
        self.mood = more.mood.or(self.mood);
        self.note = more.note.unwrap_or(std::mem::take(&mut self.note));
        self.risk = more.risk.unwrap_or(self.risk);
        self.contacted_again = more.contacted_again.unwrap_or(self.contacted_again);
    }
}

fn first_few(mut feelings: Vec<Feeling>) -> Vec<Feeling> {
    feelings.sort_unstable();
    feelings.dedup();
    feelings.truncate(MOST_FEELINGS);
    feelings
}

impl Outcome {
    fn take(&mut self, given: Self) {
        self.did_what_it_should = given.did_what_it_should.or(self.did_what_it_should);
        self.need_met = given.need_met.or(self.need_met);
        self.why_not = given.why_not.or(self.why_not);
        self.ease = given
            .ease
            .filter(|ease| (1..=7).contains(ease))
            .or(self.ease);
        self.satisfaction = given
            .satisfaction
            .filter(|level| (1..=5).contains(level))
            .or(self.satisfaction);
        self.others_would = given.others_would.or(self.others_would);
        self.held = given.held.or(self.held);
    }
}
