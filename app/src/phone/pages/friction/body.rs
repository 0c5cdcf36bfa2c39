//! What the friction sheet holds.

use crate::phone::signal::*;

use super::{Sheet, hint, point::Point};
use crate::phone::dom::{
    Html, IntoNode, el, many,
    shapes::{face, icon, inline, mark},
    ticked,
};
use crate::phone::pages::back::pressed;
use crate::phone::parts::{field::Field, points, said, steps};
use crate::phone::session::Stand;
use crate::phone::store;
use crate::ui::{Glyph, Shape};
use crate::walk::{Category, Feeling, FrictionId, Lang, MOST_FEELINGS, Mood, Severity};
use crate::words::{Common, Phone, category, feeling, fill, mood, severity};

/// The sheet about one point.
pub fn view(sheet: Sheet, id: Option<FrictionId>) -> Html {
    let lang = sheet.s.lang.get_untracked();
    let w = Phone::of(lang);
    let point = Point::new(sheet, id);
    let before = point.felt.get_untracked();
    let (step, at) = before
        .as_ref()
        .map_or((sheet.step, store::now()), |felt| (felt.step, felt.at));
    let when = fill(
        w.step_time,
        &[
            ("n", &(step + 1).to_string()),
            ("time", &store::local(at).time()),
        ],
    );
    let service = sheet.service.get_value();
    let who_sees = fill(w.who_sees, &[("service", &service)]);
    let kind = move |it: Category| {
        let chosen = move || {
            point
                .felt
                .with(|felt| felt.as_ref().is_some_and(|felt| felt.category == Some(it)))
        };
        el("button")
            .attr("class", "chip")
            .attr("type", "button")
            .attr("aria-label", category(lang, it))
            .attr("aria-pressed", move || pressed(chosen()))
            .on("click", move |_| point.is(it))
            .child(said::short(lang, it))
    };
    many([
        (el("header")
            .attr("class", "sheet-head")
            .child(mark(Shape::Stopped))
            .child(
                el("div")
                    .child(
                        el("h2")
                            .attr("id", "sheet-title")
                            .attr("tabindex", "-1")
                            .child(w.what_in_way),
                    )
                    .child(el("p").child(when)),
            )
            .child(
                el("button")
                    .attr("class", "icon-button")
                    .attr("type", "button")
                    .attr("aria-label", Common::of(lang).close)
                    .on("click", move |_| point.finish(move || sheet.dialog.close()))
                    .child(icon(Glyph::Close)),
            ))
        .node(),
        (el("div")
            .attr("class", "sheet-body")
            .child(el("p").attr("class", "hint small").child(who_sees))
            .child(
                el("div")
                    .attr("class", "kinds")
                    .attr("role", "group")
                    .attr("aria-labelledby", "sheet-title")
                    .child(Category::ALL.iter().map(|it| kind(*it)).collect::<Vec<_>>()),
            )
            .child(severities(point, lang))
            .child(feelings(point, lang))
            .child(note(
                sheet,
                point,
                before.map(|felt| felt.note).unwrap_or_default(),
            ))
            .child(faces(point, lang))
            .child(ticks(point, lang))
            .child(remove(sheet, point, id)))
        .node(),
        (foot(sheet, point)).node(),
    ])
    .node()
}

fn severities(point: Point, lang: Lang) -> Html {
    let chip = |it: Severity| {
        let chosen = move || {
            point
                .felt
                .with(|felt| felt.as_ref().is_some_and(|felt| felt.severity == Some(it)))
        };
        el("button")
            .attr("class", "chip")
            .attr("type", "button")
            .attr("aria-pressed", move || pressed(chosen()))
            .on("click", move |_| point.mattered(it))
            .child(mark(steps::shape(Some(it))))
            .child(severity(lang, it))
    };
    el("fieldset")
        .child(el("legend").child(Phone::of(lang).how_much))
        .child(
            el("div")
                .attr("class", "severities")
                .child(Severity::ALL.iter().map(|it| chip(*it)).collect::<Vec<_>>()),
        )
        .node()
}

/// The hard feelings first: they are what is looked for here.
fn feelings(point: Point, lang: Lang) -> Html {
    let w = Phone::of(lang);
    let has = move |it: Feeling| {
        point.felt.with(|felt| {
            felt.as_ref()
                .is_some_and(|felt| felt.feelings.contains(&it))
        })
    };
    let full = move || {
        point.felt.with(|felt| {
            felt.as_ref()
                .is_some_and(|felt| felt.feelings.len() >= MOST_FEELINGS)
        })
    };
    let chip = move |it: Feeling| {
        el("button")
            .attr("class", "chip")
            .attr("type", "button")
            .attr("aria-pressed", move || pressed(has(it)))
            .attr("aria-disabled", move || pressed(full() && !has(it)))
            .on("click", move |_| {
                if has(it) || !full() {
                    point.left_me(it)
                }
            })
            .child(feeling(lang, it))
    };
    let (good, hard) = Feeling::ALL.split_at(4);
    el("fieldset")
        .child(
            el("legend")
                .child(w.left_me)
                .child(" ")
                .child(el("span").attr("class", "optional").child(w.up_to_three)),
        )
        .child(
            el("div").attr("class", "chips").child(
                hard.iter()
                    .chain(good)
                    .map(|it| chip(*it))
                    .collect::<Vec<_>>(),
            ),
        )
        .node()
}

fn note(sheet: Sheet, point: Point, text: String) -> Html {
    let w = Phone::of(sheet.s.lang.get_untracked());
    let names = RwSignal::new(hint::may_name_someone(&text));
    let field = Field {
        name: "note",
        label: w.what_happened.to_owned(),
        hint: fill(w.who_reads, &[("service", &sheet.service.get_value())]),
        text,
    };
    let say = move |text: String| {
        names.set(hint::may_name_someone(&text));
        point.note(text)
    };
    many([
        (field.view(sheet.s, sheet.walk, say)).node(),
        (el("div").attr("role", "status").child(move || {
            names.get().then(|| {
                el("p")
                    .attr("class", "hint nudge")
                    .child(inline(Glyph::IdCard))
                    .child(" ")
                    .child(w.nudge)
            })
        }))
        .node(),
    ])
    .node()
}

fn faces(point: Point, lang: Lang) -> Html {
    let w = Phone::of(lang);
    let face = move |it: Mood| {
        let chosen = move || {
            point
                .felt
                .with(|felt| felt.as_ref().is_some_and(|felt| felt.mood == Some(it)))
        };
        el("button")
            .attr("class", "face")
            .attr("type", "button")
            .attr("aria-pressed", move || pressed(chosen()))
            .on("click", move |_| point.felt_like(it))
            .child(face(it.value()))
            .child(mood(lang, it))
    };
    el("fieldset")
        .attr("class", "ask")
        .child(
            el("legend")
                .child(w.how_feel)
                .child(" ")
                .child(el("span").attr("class", "optional").child(w.optional)),
        )
        .child(
            el("div")
                .attr("class", "faces")
                .child(Vec::from(Mood::ALL.map(face))),
        )
        .node()
}

fn ticks(point: Point, lang: Lang) -> Html {
    let w = Phone::of(lang);
    let again = move || {
        point
            .felt
            .with(|felt| felt.as_ref().is_some_and(|felt| felt.contacted_again))
    };
    let risk = move || {
        point
            .felt
            .with(|felt| felt.as_ref().is_some_and(|felt| felt.risk))
    };
    many([
        (el("label")
            .attr("class", "tick")
            .child(
                el("input")
                    .attr("type", "checkbox")
                    .checked(again)
                    .on("change", move |event| point.contacted_again(ticked(&event))),
            )
            .child(w.contacted_again))
        .node(),
        (el("div")
            .child(
                el("label")
                    .attr("class", "tick")
                    .child(
                        el("input")
                            .attr("type", "checkbox")
                            .attr("aria-describedby", "risk-hint")
                            .checked(risk)
                            .on("change", move |event| point.risks(ticked(&event))),
                    )
                    .child(w.risk),
            )
            .child(
                el("p")
                    .attr("class", "hint small")
                    .attr("id", "risk-hint")
                    .child(w.risk_hint),
            ))
        .node(),
    ])
    .node()
}

fn remove(sheet: Sheet, point: Point, id: Option<FrictionId>) -> Html {
    let w = Phone::of(sheet.s.lang.get_untracked());
    let take = move |_| {
        sheet.dialog.close();
        if let Some(id) = point.id() {
            points::remove(sheet.s, sheet.walk, id);
        }
    };
    let there = move || id.is_some() || point.felt.with(Option::is_some);
    let button = move || {
        let button = el("button")
            .attr("class", "text-button")
            .attr("type", "button")
            .on("click", take)
            .child(inline(Glyph::Bin))
            .child(w.remove_point);
        there().then(|| el("p").attr("class", "row").child(button))
    };
    button.node()
}

/// Where the point is, and Save, which only closes. It stays in view while the rest scrolls.
fn foot(sheet: Sheet, point: Point) -> Html {
    let lang = sheet.s.lang.get_untracked();
    let w = Phone::of(lang);
    let asked = RwSignal::new(false);
    let status = move || match point.stand() {
        Some(stand) => {
            let glyph = match stand {
                Stand::Sent(_) => Glyph::Check,
                Stand::Sending => Glyph::Up,
                Stand::Held | Stand::Refused(_) => Glyph::Warning,
                Stand::Saved | Stand::Private => Glyph::Phone,
            };
            many([
                (inline(glyph)).node(),
                (" ").node(),
                (el("b").child(said::stand(lang, stand)).child(".")).node(),
                (" ").node(),
                (w.add_more).node(),
            ])
            .node()
        }
        None => asked.get().then_some(w.choose_kind).node(),
    };
    let save = move |_| {
        if point.id().is_some() {
            point.finish(move || sheet.land());
        } else {
            asked.set(true);
        }
    };
    let nothing = move || point.felt.with(Option::is_none);
    el("footer")
        .attr("class", "thumbbar")
        .child(
            el("p")
                .attr("class", "note")
                .attr("id", "sheet-note")
                .attr("role", "status")
                .child(status),
        )
        .child(
            el("button")
                .attr("class", "button primary wide")
                .attr("type", "button")
                .attr("aria-disabled", move || pressed(nothing()))
                .attr("aria-describedby", "sheet-note")
                .on("click", save)
                .child(w.save),
        )
        .node()
}
