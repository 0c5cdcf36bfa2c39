//! The receipt: the walk at a glance, and where each item of it is.

use crate::phone::signal::*;

use super::notices;
use crate::phone::dom::{
    Html, IntoNode, el, many, nothing,
    shapes::{icon, inline, mark},
};
use crate::phone::parts::{feelings, points, said, steps, told};
use crate::phone::place::Route;
use crate::phone::session::{Log, Session, Stand};
use crate::phone::store;
use crate::ui::{Glyph, Shape};
use crate::walk::{Answer, FactId, Friction, FrictionId, Lang, Walk, WalkId};
use crate::wire::Reply;
use crate::words::{Phone, dates, fill, length, need, why_not};

/// The page.
pub fn page(s: Session, id: WalkId) -> Html {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let walk = s.walk_now(id);
    let told = told::told(s, &walk);
    let service = told.service();
    let whole = Memo::new(move || s.logs.with(|logs| logs.get(&id).map(Log::whole)));
    let count = Memo::new(move || s.logs.with(|logs| logs.get(&id).map(Log::count)));
    let counted = move || {
        count
            .get()
            .filter(|(sent, all)| sent < all)
            .map(|(sent, all)| {
                let said = fill(
                    w.n_sent,
                    &[("k", &sent.to_string()), ("n", &all.to_string())],
                );
                el("p").attr("class", "hint small").child(said)
            })
    };
    el("div")
        .attr("class", "phone")
        .child(
            el("header")
                .attr("class", "top centred")
                .child(el("span").attr("class", "blank"))
                .child(
                    el("h1")
                        .attr("class", "top-title")
                        .attr("tabindex", "-1")
                        .child(w.receipt),
                )
                .child(el("span").attr("class", "blank")),
        )
        .child(
            el("main")
                .attr("id", "main")
                .attr("class", "screen receipt")
                .child(notices::strips(s, w.sends_itself))
                .child(move || whole.get().map(|whole| said::strip(s, whole, &service)))
                .child(counted)
                .child(
                    el("article")
                        .attr("class", "card")
                        .child(
                            el("hgroup")
                                .child(el("p").attr("class", "hint small").child(when(lang, &walk)))
                                .child(el("h2").child(told.title())),
                        )
                        .child(verdict(lang, &walk))
                        .child(el("hr"))
                        .child(facts(lang, &walk, &told))
                        .child(el("hr"))
                        .child(feelings::line(&walk, &told)),
                )
                .child(frictions(s, id, &walk))
                .child(bright(s, id, &walk))
                .child(private(lang, &walk))
                .child(notices::refused(s)),
        )
        .child(
            el("footer").attr("class", "thumbbar").child(
                el("a")
                    .attr("class", "button primary wide")
                    .attr("href", Route::Today.path())
                    .child(w.back_to_today),
            ),
        )
        .node()
}

/// "Tuesday 14 October, 12:41 to 13:01".
fn when(lang: Lang, walk: &Walk) -> String {
    let from = store::local(walk.started_at.unwrap_or_default());
    let to = store::local(walk.finished_at.or(walk.started_at).unwrap_or_default());
    let day = [
        dates::weekday_name(lang, from.weekday),
        " ",
        &from.date(lang),
    ]
    .concat();
    fill(
        Phone::of(lang).day_from_to,
        &[("day", &day), ("from", &from.time()), ("to", &to.time())],
    )
}

fn verdict(lang: Lang, walk: &Walk) -> Html {
    let (shape, said) = outcome(lang, walk);
    let why = walk
        .outcome
        .why_not
        .filter(|_| walk.outcome.need_met != Some(Answer::Yes));
    let why = why.map(|why| [": ", &said::inside(why_not(lang, why))].concat());
    el("p")
        .attr("class", "verdict")
        .child(mark(shape))
        .child(said)
        .child(why)
        .node()
}

/// Whether the need was met, as a shape and in words.
pub fn outcome(lang: Lang, walk: &Walk) -> (Shape, &'static str) {
    match walk.outcome.need_met {
        Some(answer @ Answer::Yes) => (Shape::Met, need(lang, answer)),
        Some(answer @ Answer::Partly) => (Shape::Partly, need(lang, answer)),
        Some(answer @ Answer::No) => (Shape::NotMet, need(lang, answer)),
        None => (Shape::Waiting, Phone::of(lang).outcome_not_said),
    }
}

fn facts(lang: Lang, walk: &Walk, told: &told::Told) -> Html {
    let w = Phone::of(lang);
    let brief = told.task.as_ref().map_or(0, |task| task.about_minutes);
    let points = walk.frictions.len();
    let points = if points == 1 {
        w.one_point.to_owned()
    } else {
        fill(w.n_points, &[("n", &points.to_string())])
    };
    let ease = walk.outcome.ease.map_or(w.not_said.to_owned(), |ease| {
        fill(w.k_of_7, &[("k", &ease.to_string())])
    });
    el("dl")
        .attr("class", "facts")
        .child(
            el("div")
                .child(el("dt").child(fill(w.brief_said, &[("m", &brief.to_string())])))
                .child(el("dd").child(length(lang, walk.spent_ms()))),
        )
        .child(
            el("div")
                .child(el("dt").child(w.of_friction))
                .child(el("dd").child(points)),
        )
        .child(
            el("div")
                .child(el("dt").child(w.ease))
                .child(el("dd").child(ease)),
        )
        .node()
}

/// Each friction point, where it is, whether the team has seen it, what they replied.
fn frictions(s: Session, id: WalkId, walk: &Walk) -> Html {
    if walk.frictions.is_empty() {
        return nothing();
    }
    let row = |point: &Friction| {
        let below = points::below(s, point);
        let name = said::friction(s.lang.get_untracked(), point);
        let friction = point.id;
        let note = (!point.note.is_empty()).then(|| {
            el("span")
                .attr("class", "hint below")
                .child("“")
                .child(point.note.clone())
                .child("”")
        });
        el("li")
            .attr("class", "line")
            .child(mark(steps::shape(point.severity)))
            .child(
                el("span")
                    .child(el("strong").child(name))
                    .child(el("span").attr("class", "hint below").child(below))
                    .child(note)
                    .child(place(s, id, FactId(friction.0)))
                    .child(answers(s, friction)),
            )
    };
    el("article")
        .attr("class", "card rough")
        .child(el("ul").child(walk.frictions.iter().map(row).collect::<Vec<_>>()))
        .node()
}

/// Where one item is.
fn place(s: Session, id: WalkId, fact: FactId) -> Html {
    let lang = s.lang.get_untracked();
    let stand = Memo::new(move || s.logs.with(|logs| logs.get(&id)?.stand(fact)));
    let view = move || {
        stand.get().map(|stand| {
            let glyph = match stand {
                Stand::Sent(_) => Glyph::Check,
                Stand::Sending => Glyph::Up,
                Stand::Private => Glyph::Lock,
                Stand::Saved => Glyph::Phone,
                Stand::Held | Stand::Refused(_) => Glyph::Warning,
            };
            el("span")
                .attr("class", "hint below small")
                .child(inline(glyph))
                .child(" ")
                .child(said::stand(lang, stand))
        })
    };
    view.node()
}

/// What the team did with a point: read it, replied.
fn answers(s: Session, friction: FrictionId) -> Html {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let view = move || {
        s.briefing.with(|news| {
            let news = news.as_ref()?;
            let seen = news.seen.iter().any(|it| it.friction == friction);
            let seen = seen.then(|| {
                el("span")
                    .attr("class", "hint below small")
                    .child(mark(Shape::Seen))
                    .child(" ")
                    .child(w.team_seen)
            });
            let reply = |it: &Reply| {
                let said = fill(w.replied, &[("service", it.service_name.get(lang))]);
                el("span")
                    .attr("class", "answer")
                    .child(icon(Glyph::Reply))
                    .child(
                        el("span")
                            .child(el("strong").child(said).child("."))
                            .child(" “")
                            .child(it.text.clone())
                            .child("”"),
                    )
            };
            let replies: Vec<_> = news
                .replies
                .iter()
                .filter(|it| it.friction == friction)
                .map(reply)
                .collect();
            Some(many([seen.node(), replies.node()]))
        })
    };
    view.node()
}

fn bright(s: Session, id: WalkId, walk: &Walk) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    let fact = s.first_fact(id, "bright_spot_noted");
    let spot = walk.bright_spots.last().map(|spot| {
        el("article")
            .attr("class", "card")
            .child(
                el("p")
                    .child(inline(Glyph::Star))
                    .child(" ")
                    .child(el("strong").child(w.worked).child("."))
                    .child(" ")
                    .child(spot.note.clone()),
            )
            .child(fact.map(|fact| place(s, id, fact)))
    });
    spot.node()
}

/// What is the author's alone.
fn private(lang: Lang, walk: &Walk) -> Html {
    let w = Phone::of(lang);
    let text = |text: String| {
        el("p")
            .attr("class", "private")
            .child(icon(Glyph::Lock))
            .child(
                el("span")
                    .child(el("b").child(w.only_you))
                    .child(" ")
                    .child(text),
            )
    };
    let mut notes: Vec<String> = walk.reflections.iter().map(|it| it.text.clone()).collect();
    if let Some(it) = &walk.commitment {
        notes.push([w.i_will, ": ", &it.text].concat());
    }
    if notes.is_empty() {
        return nothing();
    }
    el("article")
        .attr("class", "card private-notes")
        .child(notes.into_iter().map(text).collect::<Vec<_>>())
        .node()
}
