//! Frozen samples: every fact that a phone has ever stored must be readable for ever. These texts are never
//! changed; a new kind or a new field adds a sample.

use app::walk::{
    Answer, AtStep, BrightSpotNoted, BrightSpotWithdrawn, Category, Commitment, Erased, Fact,
    FactId, Feeling, FrictionDescribed, FrictionFelt, FrictionId, FrictionWithdrawn, Interrupted,
    Kind, Mark, Marked, MarkerWithdrawn, Mood, MoodMarked, Nothing, OthersWould, Outcome,
    PhotoAdded, PhotoId, PhotoRemoved, Reflected, ReplyAnswered, Severity, Started, StepFinished,
    StepResult, WalkId, WhyNot,
};

const ID: &str = "0199e1a2-7c00-7abc-8def-0123456789ab";
const WALK: &str = "0199e1a2-0000-7abc-8def-0123456789ab";

fn fact_id() -> FactId {
    ID.parse().expect("a valid id")
}

fn friction_id() -> FrictionId {
    ID.parse().expect("a valid id")
}

/// The content as it stands in stores and on phones, and what it must be read as.
fn samples() -> Vec<(&'static str, &'static str, Kind)> {
    vec![
        (
            "started",
            r#"{"task":"ramp","steps":6,"situation":"mum-ramp","language":"cy"}"#,
            Kind::Started(Started {
                task: "ramp".into(),
                steps: 6,
                situation: Some("mum-ramp".into()),
                language: "cy".into(),
                again: None,
            }),
        ),
        (
            "started",
            r#"{"task":"ramp","steps":6,"language":"en","again":"0199e1a2-7c00-7abc-8def-0123456789ab"}"#,
            Kind::Started(Started {
                task: "ramp".into(),
                steps: 6,
                situation: None,
                language: "en".into(),
                again: Some(friction_id()),
            }),
        ),
        (
            "step_opened",
            r#"{"step":1}"#,
            Kind::StepOpened(AtStep { step: 1 }),
        ),
        ("left", r#"{"step":1}"#, Kind::Left(AtStep { step: 1 })),
        (
            "came_back",
            r#"{"step":1}"#,
            Kind::CameBack(AtStep { step: 1 }),
        ),
        (
            "interrupted",
            r#"{"left":"0199e1a2-7c00-7abc-8def-0123456789ab"}"#,
            Kind::Interrupted(Interrupted { left: fact_id() }),
        ),
        (
            "mood_marked",
            r#"{"step":1,"mood":-2}"#,
            Kind::MoodMarked(MoodMarked {
                step: 1,
                mood: Mood::new(-2),
            }),
        ),
        (
            "friction_felt",
            r#"{"step":1,"category":"unclear"}"#,
            Kind::FrictionFelt(FrictionFelt {
                step: 1,
                category: Some(Category::Unclear),
                marker: None,
            }),
        ),
        (
            "friction_felt",
            r#"{"step":1}"#,
            Kind::FrictionFelt(FrictionFelt {
                step: 1,
                category: None,
                marker: None,
            }),
        ),
        (
            "friction_described",
            r#"{"friction":"0199e1a2-7c00-7abc-8def-0123456789ab","category":"asked","second":"form","severity":"nearly","feelings":["confused","ignored"],"mood":-1,"note":"“Grant” meant nothing","risk":true,"contacted_again":true}"#,
            Kind::FrictionDescribed(FrictionDescribed {
                category: Some(Category::Asked),
                second: Some(Some(Category::Form)),
                severity: Some(Some(Severity::Nearly)),
                feelings: Some(vec![Feeling::Confused, Feeling::Ignored]),
                mood: Some(Mood::new(-1)),
                note: Some("“Grant” meant nothing".into()),
                risk: Some(true),
                contacted_again: Some(true),
                ..FrictionDescribed::of(friction_id())
            }),
        ),
        (
            "friction_described",
            r#"{"friction":"0199e1a2-7c00-7abc-8def-0123456789ab","second":null,"severity":null}"#,
            Kind::FrictionDescribed(FrictionDescribed {
                second: Some(None),
                severity: Some(None),
                ..FrictionDescribed::of(friction_id())
            }),
        ),
        (
            "friction_withdrawn",
            r#"{"friction":"0199e1a2-7c00-7abc-8def-0123456789ab"}"#,
            Kind::FrictionWithdrawn(FrictionWithdrawn {
                friction: friction_id(),
            }),
        ),
        (
            "bright_spot_noted",
            r#"{"step":2,"note":"They rang back"}"#,
            Kind::BrightSpotNoted(BrightSpotNoted {
                spot: None,
                step: Some(2),
                note: "They rang back".into(),
                stands: false,
                marker: None,
            }),
        ),
        (
            "bright_spot_noted",
            r#"{"spot":"0199e1a2-7c00-7abc-8def-0123456789ab","note":""}"#,
            Kind::BrightSpotNoted(BrightSpotNoted {
                spot: Some(fact_id()),
                step: None,
                note: String::new(),
                stands: false,
                marker: None,
            }),
        ),
        (
            "friction_felt",
            r#"{"step":1,"category":"wait","marker":"0199e1a2-7c00-7abc-8def-0123456789ab"}"#,
            Kind::FrictionFelt(FrictionFelt {
                step: 1,
                category: Some(Category::Wait),
                marker: Some(fact_id()),
            }),
        ),
        (
            "bright_spot_noted",
            r#"{"step":2,"note":"","stands":true,"marker":"0199e1a2-7c00-7abc-8def-0123456789ab"}"#,
            Kind::BrightSpotNoted(BrightSpotNoted {
                spot: None,
                step: Some(2),
                note: String::new(),
                stands: true,
                marker: Some(fact_id()),
            }),
        ),
        (
            "bright_spot_withdrawn",
            r#"{"spot":"0199e1a2-7c00-7abc-8def-0123456789ab"}"#,
            Kind::BrightSpotWithdrawn(BrightSpotWithdrawn { spot: fact_id() }),
        ),
        (
            "photo_added",
            r#"{"friction":"0199e1a2-7c00-7abc-8def-0123456789ab","sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","bytes":184320,"width":1536,"height":2048}"#,
            Kind::PhotoAdded(PhotoAdded {
                friction: friction_id(),
                sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
                bytes: 184_320,
                width: 1536,
                height: 2048,
            }),
        ),
        (
            "photo_removed",
            r#"{"photo":"0199e1a2-7c00-7abc-8def-0123456789ab"}"#,
            Kind::PhotoRemoved(PhotoRemoved {
                photo: PhotoId(fact_id().0),
            }),
        ),
        (
            "marked",
            r#"{"step":3,"mark":"unsure"}"#,
            Kind::Marked(Marked {
                step: 3,
                mark: Mark::Unsure,
            }),
        ),
        (
            "marker_withdrawn",
            r#"{"marker":"0199e1a2-7c00-7abc-8def-0123456789ab"}"#,
            Kind::MarkerWithdrawn(MarkerWithdrawn { marker: fact_id() }),
        ),
        (
            "step_finished",
            r#"{"step":1,"result":"stuck"}"#,
            Kind::StepFinished(StepFinished {
                step: 1,
                result: StepResult::Stuck,
            }),
        ),
        (
            "outcome_given",
            r#"{"did_what_it_should":"yes","need_met":"no","why_not":"not_eligible","ease":2,"satisfaction":3,"others_would":"few"}"#,
            Kind::OutcomeGiven(Outcome {
                did_what_it_should: Some(Answer::Yes),
                need_met: Some(Answer::No),
                why_not: Some(WhyNot::NotEligible),
                ease: Some(2),
                satisfaction: Some(3),
                others_would: Some(OthersWould::Few),
                held: None,
            }),
        ),
        (
            "outcome_given",
            r#"{"held":"partly"}"#,
            Kind::OutcomeGiven(Outcome {
                held: Some(Answer::Partly),
                ..Outcome::default()
            }),
        ),
        (
            "outcome_given",
            r#"{"ease":7}"#,
            Kind::OutcomeGiven(Outcome {
                ease: Some(7),
                ..Outcome::default()
            }),
        ),
        (
            "reflected",
            r#"{"question":"least_sure","text":"When it asked","keep":true}"#,
            Kind::Reflected(Reflected {
                question: "least_sure".into(),
                text: "When it asked".into(),
                keep: true,
            }),
        ),
        (
            "committed",
            r#"{"text":"Ask the health board","by":"2026-10-28"}"#,
            Kind::Committed(Commitment {
                text: "Ask the health board".into(),
                by: Some("2026-10-28".into()),
            }),
        ),
        ("finished", r"{}", Kind::Finished(Nothing {})),
        (
            "reply_answered",
            r#"{"reply":"5f0c2a52-5a3e-4a0e-9c39-1f6d1a1c2b3d","friction":"0199e1a2-7c00-7abc-8def-0123456789ab","text":"Thank you. It reads well now"}"#,
            Kind::ReplyAnswered(ReplyAnswered {
                reply: "5f0c2a52-5a3e-4a0e-9c39-1f6d1a1c2b3d".into(),
                friction: friction_id(),
                text: "Thank you. It reads well now".into(),
            }),
        ),
        (
            "erased",
            r#"{"fact":"0199e1a2-7c00-7abc-8def-0123456789ab"}"#,
            Kind::Erased(Erased { fact: fact_id() }),
        ),
    ]
}

#[test]
fn every_stored_fact_is_read_as_it_always_was() {
    for (name, data, kind) in samples() {
        let stored = format!(
            r#"{{"id":"{ID}","walk":"{WALK}","at":1760442000000,"kind":"{name}","data":{data}}}"#
        );
        let fact: Fact = serde_json::from_str(&stored).expect("a fact");
        assert_eq!(fact.read(), Some(kind), "{stored}");
        assert_eq!(
            serde_json::to_string(&fact).expect("JSON"),
            stored,
            "kept byte for byte"
        );
    }
}

#[test]
fn every_fact_is_written_as_it_always_was() {
    let walk: WalkId = WALK.parse().expect("a valid id");
    for (name, data, kind) in samples() {
        let fact = Fact::new(fact_id(), walk, 1_760_442_000_000, &kind);
        assert_eq!((fact.kind.as_str(), fact.data.get()), (name, data));
    }
}

#[test]
fn every_kind_has_a_sample() {
    for name in Kind::NAMES {
        assert!(
            samples().iter().any(|sample| sample.0 == *name),
            "no frozen sample of {name}"
        );
    }
}

#[test]
fn codes_never_change() {
    let codes = |all: &[&str]| all.join(" ");
    let of = |list: Vec<&'static str>| codes(&list);
    assert_eq!(
        of(Category::ALL.iter().map(|it| it.code()).collect()),
        "find unclear wrong door asked form broken access wait bounced help trust"
    );
    assert_eq!(
        of(Severity::ALL.iter().map(|it| it.code()).collect()),
        "slowed nearly stopped"
    );
    assert_eq!(
        of(Feeling::ALL.iter().map(|it| it.code()).collect()),
        "relieved confident reassured respected confused frustrated anxious embarrassed powerless ignored"
    );
    assert_eq!(
        of(Answer::ALL.iter().map(|it| it.code()).collect()),
        "yes partly no"
    );
    assert_eq!(
        of(WhyNot::ALL.iter().map(|it| it.code()).collect()),
        "gave_up error sent_elsewhere not_eligible stopped_on_purpose"
    );
    assert_eq!(
        of(OthersWould::ALL.iter().map(|it| it.code()).collect()),
        "most some_not few"
    );
    assert_eq!(
        of(StepResult::ALL.iter().map(|it| it.code()).collect()),
        "done partly stuck"
    );
    assert_eq!(
        of(Mark::ALL.iter().map(|it| it.code()).collect()),
        "good unsure stuck question"
    );
}
