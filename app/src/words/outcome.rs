//! What outcomes are called, by code, and how long things took.

use crate::walk::{Answer, AttemptMode, Lang, Limit, Millis, OthersWould, StepResult, WhyNot};

use super::{Common, Phone, fill};

fn pick(lang: Lang, en: &'static str, cy: &'static str) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Cy => cy,
    }
}

/// "Need met", "Need partly met", "Need not met".
#[must_use]
pub fn need(lang: Lang, answer: Answer) -> &'static str {
    let words = Common::of(lang);
    match answer {
        Answer::Yes => words.need_met,
        Answer::Partly => words.need_partly,
        Answer::No => words.need_not_met,
    }
}

/// "Yes", "Partly", "No", or that it was not said.
#[must_use]
pub fn yes_or_no(lang: Lang, answer: Option<Answer>) -> &'static str {
    let words = Common::of(lang);
    match answer {
        Some(Answer::Yes) => words.yes,
        Some(Answer::Partly) => words.partly,
        Some(Answer::No) => words.no,
        None => Phone::of(lang).not_said,
    }
}

/// Whether the service did what it should, as a statement.
#[must_use]
pub fn did_what_it_should(lang: Lang, answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => pick(
            lang,
            "The service did what it should",
            "Gwnaeth y gwasanaeth yr hyn y dylai",
        ),
        Answer::Partly => pick(
            lang,
            "The service did part of what it should",
            "Gwnaeth y gwasanaeth ran o'r hyn y dylai",
        ),
        Answer::No => pick(
            lang,
            "The service did not do what it should",
            "Ni wnaeth y gwasanaeth yr hyn y dylai",
        ),
    }
}

/// Why a need was not met.
#[must_use]
pub fn why_not(lang: Lang, why: WhyNot) -> &'static str {
    let (en, cy) = match why {
        WhyNot::GaveUp => ("Gave up", "Rhoi'r gorau iddi"),
        WhyNot::Error => (
            "An error, or a page that did not work",
            "Gwall, neu dudalen nad oedd yn gweithio",
        ),
        WhyNot::SentElsewhere => ("Sent elsewhere", "Anfon i rywle arall"),
        WhyNot::NotEligible => (
            "Told: you do not qualify",
            "Cael gwybod: nid ydych yn gymwys",
        ),
        WhyNot::StoppedOnPurpose => (
            "Stopped on purpose, at the safe place",
            "Stopio'n fwriadol, yn y lle diogel",
        ),
    };
    pick(lang, en, cy)
}

/// An answer to "Would someone without your advantages have got through?"
#[must_use]
pub fn others_would(lang: Lang, others: OthersWould) -> &'static str {
    let (en, cy) = match others {
        OthersWould::Most => (
            "Most people would have got through",
            "Byddai'r rhan fwyaf o bobl wedi llwyddo",
        ),
        OthersWould::SomeNot => (
            "Some people would not have got through",
            "Ni fyddai rhai pobl wedi llwyddo",
        ),
        OthersWould::Few => (
            "Few people would have got through",
            "Ychydig o bobl fyddai wedi llwyddo",
        ),
    };
    pick(lang, en, cy)
}

/// How a step went.
#[must_use]
pub fn step_result(lang: Lang, result: StepResult) -> &'static str {
    let (en, cy) = match result {
        StepResult::Done => ("Done", "Wedi'i wneud"),
        StepResult::Partly => ("Partly done", "Wedi'i wneud yn rhannol"),
        StepResult::Stuck => ("Stopped here", "Stopio yma"),
    };
    pick(lang, en, cy)
}

/// How far a leader may go.
#[must_use]
pub fn attempt_mode(lang: Lang, mode: AttemptMode) -> &'static str {
    let (en, cy) = match mode {
        AttemptMode::Real => ("For real", "Go iawn"),
        AttemptMode::StopBeforeSubmit => ("Stop before sending", "Stopio cyn anfon"),
        AttemptMode::OwnRecordOnly => ("Own record only", "Eich cofnod eich hun yn unig"),
    };
    pick(lang, en, cy)
}

/// A limit walked with.
#[must_use]
pub fn limit(lang: Lang, limit: Limit) -> &'static str {
    let (en, cy) = match limit {
        Limit::NoPrinter => ("No printer", "Dim argraffydd"),
        Limit::LargeText => ("Large text", "Testun mawr"),
        Limit::OnBehalf => ("On behalf of someone else", "Ar ran rhywun arall"),
        Limit::OldPhone => ("Old phone, mobile data", "Hen ffôn, data symudol"),
        Limit::ScreenReader => ("With a screen reader", "Gyda darllenydd sgrin"),
        Limit::Welsh => ("In Welsh", "Yn Gymraeg"),
        Limit::NoId => ("No proof of identity to hand", "Dim prawf adnabod wrth law"),
        Limit::ShortOfTime => ("Little time", "Ychydig o amser"),
    };
    pick(lang, en, cy)
}

/// "3 min 20 s", "45 s", "12 min"; whole minutes from an hour on. Negative lengths are "0 s".
#[must_use]
pub fn length(lang: Lang, ms: Millis) -> String {
    let words = Common::of(lang);
    let seconds = ms.max(0) / 1000;
    let (m, s) = ((seconds / 60).to_string(), (seconds % 60).to_string());
    let gaps = [("m", m.as_str()), ("s", s.as_str())];
    match (seconds / 60, seconds % 60) {
        (0, _) => fill(words.sec, &gaps),
        (60.., _) | (_, 0) => fill(words.min, &gaps),
        _ => fill(words.min_s, &gaps),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_read_as_people_say_them() {
        let said = |ms| length(Lang::En, ms).replace('\u{a0}', " ");
        assert_eq!(said(-5), "0 s");
        assert_eq!(said(45_900), "45 s");
        assert_eq!(said(200_000), "3 min 20 s");
        assert_eq!(said(720_000), "12 min");
        assert_eq!(said(3_725_000), "62 min");
    }
}
