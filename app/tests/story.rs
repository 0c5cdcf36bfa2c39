//! One walk, told fact by fact.

use app::walk::{
    Answer, AtStep, BrightSpotNoted, BrightSpotWithdrawn, Category, Fact, FactId, Feeling,
    FrictionDescribed, FrictionFelt, FrictionId, FrictionWithdrawn, Interrupted, Kind, MOST_PHOTOS,
    Mark, Marked, MarkerWithdrawn, Nothing, Outcome, PhotoAdded, PhotoId, PhotoRemoved, Place,
    ReplyAnswered, Started, StepFinished, StepResult, Walk, WalkId, fold, next_id,
};
use uuid::Uuid;

const SECOND: i64 = 1000;

/// A phone with a clock that the test moves.
struct Phone {
    now: i64,
    last: Option<Uuid>,
    log: Vec<Fact>,
}

impl Phone {
    fn started(steps: u16) -> Self {
        let mut phone = Self {
            now: 1_760_442_000_000,
            last: None,
            log: Vec::new(),
        };
        let (task, language) = ("ramp".to_owned(), "en".to_owned());
        phone.note(Kind::Started(Started {
            task,
            steps,
            situation: None,
            language,
            again: None,
        }));
        phone.note(Kind::StepOpened(AtStep { step: 0 }));
        phone
    }

    fn note(&mut self, kind: Kind) -> FactId {
        let id = next_id(self.last, self.now, [1; 10]);
        self.last = Some(id);
        self.log.push(Fact::new(
            FactId(id),
            WalkId(Uuid::from_u128(1)),
            self.now,
            &kind,
        ));
        FactId(id)
    }

    fn wait(&mut self, seconds: i64) -> &mut Self {
        self.now += seconds * SECOND;
        self
    }

    fn finish_step(&mut self, step: u16, result: StepResult) {
        self.note(Kind::StepFinished(StepFinished { step, result }));
    }

    fn walk(&self) -> Walk {
        fold(&self.log)
    }
}

#[test]
fn leaving_and_coming_back_finds_the_same_step_with_the_time_away() {
    let mut phone = Phone::started(6);
    let left = phone.wait(10).note(Kind::Left(AtStep { step: 0 }));
    let away = phone.walk();
    assert_eq!(
        away.place,
        Place::Away {
            step: 0,
            left,
            since: phone.now
        }
    );

    phone.wait(200).note(Kind::CameBack(AtStep { step: 0 }));
    let back = phone.walk();
    assert_eq!(back.place, Place::Back { step: 0 });
    assert_eq!(back.last_away.map(|away| away.ms), Some(200 * SECOND));
    assert_eq!(
        (back.steps[&0].spent_ms, back.steps[&0].away_ms),
        (210 * SECOND, 200 * SECOND)
    );

    phone.note(Kind::Interrupted(Interrupted { left }));
    let interrupted = phone.walk();
    assert_eq!(
        (
            interrupted.steps[&0].spent_ms,
            interrupted.steps[&0].away_ms
        ),
        (10 * SECOND, 0)
    );
    assert_eq!(
        interrupted.last_away.map(|away| away.interrupted),
        Some(true)
    );
}

#[test]
fn answering_the_questions_at_the_end_is_not_time_on_the_task() {
    let mut phone = Phone::started(2);
    phone.wait(30).finish_step(0, StepResult::Done);
    phone.note(Kind::StepOpened(AtStep { step: 1 }));
    phone.wait(40).finish_step(1, StepResult::Stuck);
    assert_eq!(phone.walk().place, Place::Finish);
    phone.wait(90).note(Kind::OutcomeGiven(Outcome {
        need_met: Some(Answer::No),
        ..Outcome::default()
    }));
    phone.wait(5).note(Kind::OutcomeGiven(Outcome {
        ease: Some(9),
        ..Outcome::default()
    }));
    phone.note(Kind::Finished(Nothing {}));
    let walk = phone.walk();
    assert_eq!(
        (walk.spent_ms(), walk.steps_done(), walk.stopped_at()),
        (70 * SECOND, 1, Some(1))
    );
    assert_eq!(
        (walk.outcome.need_met, walk.outcome.ease),
        (Some(Answer::No), None),
        "9 is not on the scale"
    );
    assert_eq!(
        (walk.place, walk.finished_at),
        (Place::Receipt, Some(phone.now))
    );
}

#[test]
fn a_night_in_a_pocket_is_a_pause() {
    let mut phone = Phone::started(2);
    phone.wait(20).note(Kind::StepOpened(AtStep { step: 0 }));
    phone
        .wait(9 * 3600)
        .note(Kind::StepOpened(AtStep { step: 0 }));
    phone.wait(15).finish_step(0, StepResult::Done);
    assert_eq!(phone.walk().spent_ms(), 35 * SECOND);
}

#[test]
fn friction_is_whole_after_one_tap_and_grows() {
    let mut phone = Phone::started(2);
    let felt = phone.note(Kind::FrictionFelt(FrictionFelt {
        step: 0,
        category: Some(Category::Find),
        marker: None,
    }));
    let friction = FrictionId(felt.0);
    assert_eq!(phone.walk().frictions[0].category, Some(Category::Find));

    let feelings = vec![
        Feeling::Ignored,
        Feeling::Confused,
        Feeling::Anxious,
        Feeling::Anxious,
        Feeling::Powerless,
    ];
    phone.note(Kind::FrictionDescribed(FrictionDescribed {
        feelings: Some(feelings),
        note: Some("Searching “ramp” found the skate park".into()),
        ..FrictionDescribed::of(friction)
    }));
    phone.note(Kind::FrictionDescribed(FrictionDescribed {
        risk: Some(true),
        ..FrictionDescribed::of(friction)
    }));
    let walk = phone.walk();
    let grown = &walk.frictions[0];
    assert_eq!(
        grown.feelings,
        [Feeling::Confused, Feeling::Anxious, Feeling::Powerless],
        "three at most"
    );
    assert_eq!(
        (grown.note.as_str(), grown.risk),
        ("Searching “ramp” found the skate park", true)
    );

    phone.note(Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
    assert!(phone.walk().frictions.is_empty());
}

#[test]
fn an_unkept_reflection_stays_on_the_phone() {
    let reflected = |keep| {
        Kind::Reflected(app::walk::Reflected {
            question: "least_sure".into(),
            text: "Alone".into(),
            keep,
        })
    };
    assert!(reflected(false).stays_on_phone());
    assert!(!reflected(true).stays_on_phone());
}

#[test]
fn photos_come_and_go_with_their_friction() {
    let mut phone = Phone::started(2);
    let felt = |phone: &mut Phone| {
        FrictionId(
            phone
                .note(Kind::FrictionFelt(FrictionFelt {
                    step: 0,
                    category: None,
                    marker: None,
                }))
                .0,
        )
    };
    let friction = felt(&mut phone);
    let photo = |phone: &mut Phone| {
        phone.note(Kind::PhotoAdded(PhotoAdded {
            friction,
            sha256: "ab".repeat(32),
            bytes: 9,
            width: 3,
            height: 4,
        }))
    };
    let photos: Vec<PhotoId> = (0..MOST_PHOTOS + 2)
        .map(|_| PhotoId(photo(&mut phone).0))
        .collect();
    let ids = |walk: &Walk| walk.frictions[0].photos.iter().map(|it| it.id).collect();
    let kept: Vec<PhotoId> = ids(&phone.walk());
    assert_eq!(kept, photos[..MOST_PHOTOS], "the first few");

    phone.note(Kind::PhotoRemoved(PhotoRemoved { photo: photos[0] }));
    let kept: Vec<PhotoId> = ids(&phone.walk());
    assert_eq!(kept, photos[1..=MOST_PHOTOS], "one goes, the next has room");

    phone.note(Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
    felt(&mut phone);
    assert!(phone.walk().frictions[0].photos.is_empty());
}

#[test]
fn a_marker_waits_until_something_tells_about_it() {
    let mut phone = Phone::started(2);
    let mark = |phone: &mut Phone, mark| phone.note(Kind::Marked(Marked { step: 1, mark }));
    let stuck = mark(&mut phone, Mark::Stuck);
    let good = mark(&mut phone, Mark::Good);
    let question = mark(&mut phone, Mark::Question);
    assert!(phone.walk().markers.iter().all(|marker| !marker.told));

    phone.note(Kind::FrictionFelt(FrictionFelt {
        step: 1,
        category: Some(Category::Help),
        marker: Some(stuck),
    }));
    phone.note(Kind::BrightSpotNoted(BrightSpotNoted {
        spot: None,
        step: Some(1),
        note: String::new(),
        stands: true,
        marker: Some(good),
    }));
    phone.note(Kind::MarkerWithdrawn(MarkerWithdrawn { marker: question }));
    let markers = phone.walk().markers;
    let told: Vec<(FactId, bool)> = markers.iter().map(|it| (it.id, it.told)).collect();
    assert_eq!(told, [(stuck, true), (good, true)]);
    assert!(phone.walk().for_others().markers.is_empty());
}

#[test]
fn a_bright_spot_may_be_a_tap_alone_and_is_taken_back_whole() {
    let mut phone = Phone::started(1);
    let note = |phone: &mut Phone, spot, note: &str, stands| {
        phone.note(Kind::BrightSpotNoted(BrightSpotNoted {
            spot,
            step: Some(0),
            note: note.into(),
            stands,
            marker: None,
        }))
    };
    let tapped = note(&mut phone, None, "", true);
    let silent = note(&mut phone, None, "", false);
    assert_eq!(phone.walk().bright_spots.len(), 1);
    note(&mut phone, Some(silent), "They rang back", false);
    note(&mut phone, Some(tapped), "Plain words", false);
    note(&mut phone, Some(tapped), "", false);
    let spots = phone.walk().bright_spots;
    let spots: Vec<_> = spots.iter().map(|it| (it.id, it.note.as_str())).collect();
    assert_eq!(spots, [(tapped, ""), (silent, "They rang back")]);
    for spot in [tapped, silent] {
        phone.note(Kind::BrightSpotWithdrawn(BrightSpotWithdrawn { spot }));
    }
    assert!(phone.walk().bright_spots.is_empty());
}

#[test]
fn the_last_answer_to_a_reply_stands_while_its_friction_does() {
    let mut phone = Phone::started(1);
    let feel = |phone: &mut Phone| {
        FrictionId(
            phone
                .note(Kind::FrictionFelt(FrictionFelt {
                    step: 0,
                    category: Some(Category::Help),
                    marker: None,
                }))
                .0,
        )
    };
    let (one, other) = (feel(&mut phone), feel(&mut phone));
    let say = |phone: &mut Phone, friction, reply: &str, text: &str| {
        phone.note(Kind::ReplyAnswered(ReplyAnswered {
            reply: reply.into(),
            friction,
            text: text.into(),
        }));
    };
    say(&mut phone, one, "a", "Thank you");
    say(&mut phone, other, "b", "Which page");
    say(&mut phone, one, "a", "Thank you, it is clear");
    say(&mut phone, one, "c", "Taken back");
    say(&mut phone, one, "c", " ");
    let said = |phone: &Phone| {
        let answers = phone.walk().for_others().answers;
        let said = answers.into_iter().map(|it| (it.reply, it.text));
        said.collect::<Vec<_>>()
    };
    let pair = |reply: &str, text: &str| (reply.to_owned(), text.to_owned());
    let (first, last) = (pair("b", "Which page"), pair("a", "Thank you, it is clear"));
    assert_eq!(said(&phone), [first.clone(), last]);
    phone.note(Kind::FrictionWithdrawn(FrictionWithdrawn { friction: one }));
    assert_eq!(said(&phone), [first]);
}

#[test]
fn a_walk_may_begin_at_the_step_that_mattered() {
    let mut phone = Phone::started(3);
    phone.note(Kind::StepOpened(AtStep { step: 1 }));
    phone.wait(5).finish_step(1, StepResult::Done);
    let walk = phone.walk();
    assert_eq!(walk.place, Place::Step { step: 2 });
    assert_eq!(walk.spent_ms(), 5 * SECOND);
}
