//! The point a sheet is about: made by the first tap or the first word, described by every later one.

use leptos::prelude::*;

use super::{About, Sheet};
use crate::phone::parts::{field::Field, reopen};
use crate::phone::session::Stand;
use crate::phone::store;
use crate::walk::{
    Category, FactId, Feeling, Friction, FrictionDescribed, FrictionFelt, FrictionId, Kind,
    MOST_FEELINGS, Mood, Severity,
};

/// A point being felt. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Point {
    /// The sheet.
    pub(super) sheet: Sheet,
    about: About,
    id: RwSignal<Option<FrictionId>>,
    /// As the log tells it: set once it is durable.
    pub felt: Memo<Option<Friction>>,
}

impl Point {
    /// The point the sheet is opened about, felt before or not.
    pub fn new(sheet: Sheet, about: About) -> Self {
        let id = RwSignal::new(match about {
            About::Point(id) => Some(id),
            About::New | About::Moment(_) => None,
        });
        let felt = Memo::new(move |_| sheet.s.friction(sheet.walk, id.get()?));
        if let About::Point(id) = about {
            reopen::remember(sheet.walk, id.0);
        }
        Self {
            sheet,
            about,
            id,
            felt,
        }
    }

    /// The tap on a category: the save.
    pub fn is(self, category: Category) {
        match self.id.get_untracked() {
            None => {
                self.make(Some(category));
            }
            Some(id) => self.say(FrictionDescribed {
                category: Some(category),
                ..FrictionDescribed::of(id)
            }),
        }
    }

    /// One more category, or none.
    pub fn is_also(self, category: Option<Category>) {
        self.describe(|more| more.second = Some(category));
    }

    /// How much it mattered; a second tap takes it back.
    pub fn mattered(self, severity: Severity) {
        let now = self.felt.get_untracked().and_then(|felt| felt.severity);
        let severity = Some(severity).filter(|it| now != Some(*it));
        self.describe(|more| more.severity = Some(severity));
    }

    /// A feeling, on or off; no more than three.
    pub fn left_me(self, feeling: Feeling) {
        let mut feelings = self
            .felt
            .get_untracked()
            .map(|felt| felt.feelings)
            .unwrap_or_default();
        if let Some(at) = feelings.iter().position(|it| *it == feeling) {
            feelings.remove(at);
        } else if feelings.len() < MOST_FEELINGS {
            feelings.push(feeling);
        }
        self.describe(|more| more.feelings = Some(feelings));
    }

    /// How it felt.
    pub fn felt_like(self, mood: Mood) {
        self.describe(|more| more.mood = Some(mood));
    }

    /// Someone could be harmed.
    pub fn risks(self, risk: bool) {
        self.describe(|more| more.risk = Some(risk));
    }

    /// It made me contact them again.
    pub fn contacted_again(self, again: bool) {
        self.describe(|more| more.contacted_again = Some(again));
    }

    /// The whole note, as facts for a draft. The first word makes the point.
    pub fn note(self, note: String) -> Vec<Kind> {
        let id = self.ensure();
        vec![Kind::FrictionDescribed(FrictionDescribed {
            note: Some(note),
            ..FrictionDescribed::of(id)
        })]
    }

    /// Records the note as it stands, then runs `then`.
    pub fn finish(self, then: impl FnOnce() + 'static) {
        let Sheet { s, walk, .. } = self.sheet;
        store::spawn(async move {
            s.commit(Field::draft("note", walk)).await;
            then();
        });
    }

    /// Its id, when it has one.
    pub fn id(self) -> Option<FrictionId> {
        self.id.get_untracked()
    }

    /// Where the point is: nothing until it is durable.
    pub fn stand(self) -> Option<Stand> {
        let id = self
            .felt
            .with(|felt| felt.as_ref().map(|felt| FactId(felt.id.0)))?;
        self.sheet
            .s
            .logs
            .with(|logs| logs.get(&self.sheet.walk)?.item(id))
    }

    fn describe(self, change: impl FnOnce(&mut FrictionDescribed)) {
        let mut more = FrictionDescribed::of(self.ensure());
        change(&mut more);
        self.say(more);
    }

    fn say(self, more: FrictionDescribed) {
        self.sheet
            .s
            .record(self.sheet.walk, &[Kind::FrictionDescribed(more)]);
    }

    /// Its id; a point that was not felt yet is made.
    pub fn ensure(self) -> FrictionId {
        self.id.get_untracked().unwrap_or_else(|| self.make(None))
    }

    fn make(self, category: Option<Category>) -> FrictionId {
        let Sheet { s, walk, .. } = self.sheet;
        let (step, marker) = match self.about {
            About::Moment(it) => (it.step, Some(it.id)),
            About::New | About::Point(_) => (self.sheet.step, None),
        };
        let id = s.new_friction();
        self.id.set(Some(id));
        reopen::remember(walk, id.0);
        let fact = s.fact(
            FactId(id.0),
            walk,
            &Kind::FrictionFelt(FrictionFelt {
                step,
                category,
                marker,
            }),
        );
        store::spawn(async move {
            s.append(vec![fact], "").await;
        });
        id
    }
}
