//! Finish, 1 of 2: did I get what I came for, did the service do what it should, how easy, who would not have got through.

use crate::phone::signal::*;

use super::notices;
use crate::phone::dom::{
    Html, IntoNode, el, many,
    shapes::{icon, mark},
};
use crate::phone::parts::{ask::Ask, told};
use crate::phone::place::Route;
use crate::phone::session::Session;
use crate::ui::{Glyph, Shape};
use crate::walk::{Answer, AtStep, Kind, OthersWould, Outcome, Walk, WalkId, WhyNot};
use crate::words::{Common, Phone, fill, length, why_not};

/// The page.
pub fn page(s: Session, id: WalkId) -> Html {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let walk = s.walk_now(id);
    let told = told::told(s, &walk);
    let (done, of) = (walk.steps_done().to_string(), walk.step_count().to_string());
    let walked = fill(
        w.walked_steps,
        &[
            ("time", &length(lang, walk.spent_ms())),
            ("k", &done),
            ("n", &of),
        ],
    );
    let question = told.question().unwrap_or_else(|| w.got_it.to_owned());
    let worked_if = [w.worked_if, " ", &told.worked_if()].concat();
    let ask = Ask { s, id };
    el("div")
        .attr("class", "phone")
        .child(
            el("header")
                .attr("class", "top centred")
                .child(
                    el("button")
                        .attr("class", "icon-button")
                        .attr("type", "button")
                        .attr("aria-label", Common::of(lang).back)
                        .on("click", move |_| step_again(s, id))
                        .child(icon(Glyph::Back)),
                )
                .child(el("p").attr("class", "top-title").child(w.finish_1)),
        )
        .child(
            el("main")
                .attr("id", "main")
                .attr("class", "screen finish")
                .child(notices::strips(s, w.saving_here))
                .child(el("p").attr("class", "hint walked").child(walked))
                .child(
                    el("fieldset")
                        .attr("class", "ask")
                        .child(
                            el("legend").child(
                                el("h1")
                                    .attr("class", "question")
                                    .attr("tabindex", "-1")
                                    .child(question),
                            ),
                        )
                        .child(el("p").attr("class", "hint").child(worked_if))
                        .child(el("div").attr("class", "outcomes").child(outcomes(
                            ask,
                            "met",
                            |outcome| outcome.need_met,
                            |answer| Outcome {
                                need_met: Some(answer),
                                ..Outcome::default()
                            },
                        ))),
                )
                .child(why(ask))
                .child(
                    el("fieldset")
                        .attr("class", "ask")
                        .child(el("legend").child(w.did_should))
                        .child(el("p").attr("class", "hint").child(w.did_should_hint))
                        .child(el("div").attr("class", "outcomes").child(outcomes(
                            ask,
                            "did",
                            |outcome| outcome.did_what_it_should,
                            |answer| Outcome {
                                did_what_it_should: Some(answer),
                                ..Outcome::default()
                            },
                        ))),
                )
                .child(ease(ask))
                .child(others(ask))
                .child(satisfaction(ask)),
        )
        .child(
            el("footer").attr("class", "thumbbar").child(
                el("button")
                    .attr("class", "button primary wide")
                    .attr("type", "button")
                    .on("click", move |_| s.go(Route::Walk { id, second: true }))
                    .child(w.next),
            ),
        )
        .node()
}

/// Back to the step where the walk ended.
fn step_again(s: Session, id: WalkId) {
    let walk: Walk = s.walk_now(id);
    let step = walk
        .stopped_at()
        .unwrap_or(walk.step_count().saturating_sub(1));
    s.record(id, &[Kind::StepOpened(AtStep { step })]);
}

fn outcomes(
    ask: Ask,
    name: &'static str,
    now: fn(&Outcome) -> Option<Answer>,
    give: fn(Answer) -> Outcome,
) -> Html {
    let words = Common::of(ask.s.lang.get_untracked());
    let choice = |answer, shape, word: &'static str| {
        el("label")
            .attr("class", "choice")
            .child(ask.radio(name, answer, now, give, None))
            .child(mark(shape))
            .child(el("span").child(word))
    };
    many([
        (choice(Answer::Yes, Shape::Met, words.yes)).node(),
        (choice(Answer::Partly, Shape::Partly, words.partly)).node(),
        (choice(Answer::No, Shape::NotMet, words.no)).node(),
    ])
    .node()
}

/// Why not, once the need was not met.
fn why(ask: Ask) -> Html {
    let lang = ask.s.lang.get_untracked();
    let w = Phone::of(lang);
    let not_met = ask.watch(|outcome| outcome.need_met.is_some_and(|answer| answer != Answer::Yes));
    let choice = move |it: WhyNot| {
        let radio = ask.radio(
            "why",
            it,
            |outcome| outcome.why_not,
            |why| Outcome {
                why_not: Some(why),
                ..Outcome::default()
            },
            None,
        );
        el("label")
            .attr("class", "choice plain")
            .child(radio)
            .child(el("span").child(why_not(lang, it)))
    };
    let view = move || {
        not_met.get().then(|| {
            el("fieldset")
                .attr("class", "ask")
                .child(el("legend").child(w.why_not))
                .child(
                    el("div")
                        .attr("class", "choices")
                        .child(WhyNot::ALL.iter().map(|it| choice(*it)).collect::<Vec<_>>()),
                )
        })
    };
    view.node()
}

/// The Single Ease Question, word for word, with nothing chosen beforehand.
fn ease(ask: Ask) -> Html {
    let w = Phone::of(ask.s.lang.get_untracked());
    let give = |ease| Outcome {
        ease: Some(ease),
        ..Outcome::default()
    };
    let step = |at: u8| {
        let name = match at {
            1 => Some(["1, ", w.very_difficult].concat()),
            7 => Some(["7, ", w.very_easy].concat()),
            _ => None,
        };
        el("label")
            .child(ask.radio("ease", at, |outcome| outcome.ease, give, name))
            .child(at.to_string())
    };
    el("fieldset")
        .attr("class", "ask ease")
        .child(el("legend").child(w.seq))
        .child(
            el("div")
                .attr("class", "ease-scale")
                .child((1..=7).map(step).collect::<Vec<_>>()),
        )
        .child(
            el("p")
                .attr("class", "ends")
                .attr("aria-hidden", "true")
                .child(el("span").child(w.very_difficult))
                .child(el("span").child(w.very_easy)),
        )
        .node()
}

fn others(ask: Ask) -> Html {
    let w = Phone::of(ask.s.lang.get_untracked());
    let give = |others| Outcome {
        others_would: Some(others),
        ..Outcome::default()
    };
    let choice = |it, word: &'static str| {
        el("label")
            .attr("class", "choice plain")
            .child(ask.radio("others", it, |outcome| outcome.others_would, give, None))
            .child(el("span").child(word))
    };
    el("fieldset")
        .attr("class", "ask")
        .child(el("legend").child(w.others))
        .child(el("p").attr("class", "hint").child(w.others_hint))
        .child(
            el("div")
                .attr("class", "choices")
                .child(choice(OthersWould::Most, w.others_most))
                .child(choice(OthersWould::SomeNot, w.others_some))
                .child(choice(OthersWould::Few, w.others_few)),
        )
        .node()
}

fn satisfaction(ask: Ask) -> Html {
    let w = Phone::of(ask.s.lang.get_untracked());
    let levels = [
        (5, w.satisfied_5),
        (4, w.satisfied_4),
        (3, w.satisfied_3),
        (2, w.satisfied_2),
        (1, w.satisfied_1),
    ];
    let give = |level| Outcome {
        satisfaction: Some(level),
        ..Outcome::default()
    };
    let choice = |(level, word): (u8, &'static str)| {
        el("label")
            .attr("class", "choice plain")
            .child(ask.radio(
                "satisfied",
                level,
                |outcome| outcome.satisfaction,
                give,
                None,
            ))
            .child(el("span").child(word))
    };
    el("fieldset")
        .attr("class", "ask")
        .child(el("legend").child(w.satisfied))
        .child(
            el("div")
                .attr("class", "choices")
                .child(Vec::from(levels.map(choice))),
        )
        .node()
}
