//! What the plain pages have in common. Each is drawn from what is known now; nothing on them moves by itself.

use leptos::prelude::*;

use crate::{
    ui::{Face, Glyph, Icon, IconLink, Mark, Shape, StepDot, StepState, Steps, kept},
    walk::{Category, FactId, Friction, Lang, Mood, StepResult, Walk},
    wire::Rewalk,
    words::{Common, Phone, Plain, category, fill, limit, mood, severity},
};

use super::{Address, Fault, Own, Told};

/// The top of a page: the way back, and a title.
pub(super) fn top(lang: Lang, back: Address, title: &str) -> AnyView {
    view! {
        <header class="top centred">
            <IconLink glyph=Glyph::Back name=Common::of(lang).back href=back.href() />
            <p class="top-title">{title.to_owned()}</p>
        </header>
    }
    .into_any()
}

/// The id a form's first fact will have, so that a form sent twice is kept once.
pub(super) fn fact(id: FactId) -> AnyView {
    view! { <input type="hidden" name="fact" value=id.to_string() /> }.into_any()
}

/// The steps of a walk on a line.
pub(super) fn line(lang: Lang, own: &Own, small: bool) -> AnyView {
    let walk = &own.walk;
    let dot = |step| StepDot {
        state: state(walk, step, own.step()),
        felt: Shape::heaviest(walk, step),
        landed: false,
    };
    let count = walk.step_count();
    let dots: Vec<StepDot> = (0..count).map(dot).collect();
    let at = own
        .step()
        .or(walk.stopped_at())
        .unwrap_or(count.saturating_sub(1));
    let at = fill(
        Common::of(lang).step_of,
        &[("n", &number(at)), ("of", &count.to_string())],
    );
    let felt = (0..count).filter(|step| Shape::heaviest(walk, *step).is_some());
    let felt: String = felt
        .map(|step| [" ", &fill(Phone::of(lang).felt_at, &[("n", &number(step))])].concat())
        .collect();
    let said = [&at, ".", &felt].concat();
    view! { <Steps dots=Signal::stored(dots) said=Signal::stored(said) small=small /> }.into_any()
}

fn state(walk: &Walk, step: u16, now: Option<u16>) -> StepState {
    let result = walk.steps.get(&step).and_then(|track| track.result);
    match (now, result) {
        (Some(now), _) if now == step => StepState::Now,
        (_, Some(StepResult::Done | StepResult::Partly)) => StepState::Done,
        (None, Some(StepResult::Stuck)) => StepState::Now,
        (Some(now), _) if step < now => StepState::Skipped,
        _ => StepState::Ahead,
    }
}

/// A step as people count: from 1.
pub(super) fn number(step: u16) -> String {
    step.saturating_add(1).to_string()
}

/// The limits a situation is walked with.
pub(super) fn limits(lang: Lang, told: &Told<'_>) -> AnyView {
    let limits = told
        .situation()
        .map(|it| it.limits.clone())
        .unwrap_or_default();
    let chip = |it: &_| view! { <li class="badge">{limit(lang, *it)}</li> };
    (!limits.is_empty())
        .then(|| {
            view! { <ul class="chips" aria-label=Phone::of(lang).limits>{limits.iter().map(chip).collect_view()}</ul> }
        })
        .into_any()
}

/// "It worked if …", fixed before the walk.
pub(super) fn worked_if(lang: Lang, told: &Told<'_>) -> AnyView {
    view! {
        <div class="worked-if">
            <Icon glyph=Glyph::Target />
            <p><strong>{Phone::of(lang).worked_if}</strong>" "{told.worked_if()}"."</p>
        </div>
    }
    .into_any()
}

/// "How did it feel?": five faces, always with the word.
pub(super) fn faces(lang: Lang, chosen: &str) -> AnyView {
    let words = Phone::of(lang);
    let face = |it: Mood| {
        let value = it.value().to_string();
        let is = value == chosen;
        view! {
            <label class="face">
                <input type="radio" name="mood" value=value checked=is />
                <Face mood=it.value() />{mood(lang, it)}
            </label>
        }
    };
    view! {
        <fieldset class="ask">
            <legend>{words.how_feel}" "<span class="optional">{words.optional}</span></legend>
            <div class="faces">{Mood::ALL.map(face).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// A place to write.
pub(super) struct Writing<'a> {
    /// Its name in the form, and its id on the page.
    pub(super) name: &'static str,
    /// What is asked.
    pub(super) label: &'a str,
    /// A line below; may be empty.
    pub(super) hint: &'a str,
    /// What was typed before.
    pub(super) typed: &'a str,
    /// What must be put right.
    pub(super) why: Option<String>,
}

impl Writing<'_> {
    pub(super) fn view(self) -> AnyView {
        let name = self.name;
        let (hint_id, why_id) = ([name, "-hint"].concat(), [name, "-why"].concat());
        let described: Vec<String> = [
            (!self.hint.is_empty()).then(|| hint_id.clone()),
            self.why.as_ref().map(|_| why_id.clone()),
        ]
        .into_iter()
        .flatten()
        .collect();
        let described = (!described.is_empty()).then(|| described.join(" "));
        let wrong = self.why.is_some();
        let hint = (!self.hint.is_empty())
            .then(|| view! { <p class="hint" id=hint_id>{self.hint.to_owned()}</p> });
        let why = self
            .why
            .map(|why| view! { <p class="why" id=why_id><Icon glyph=Glyph::Warning />{why}</p> });
        view! {
            <div class=if wrong { "field wrong" } else { "field" }>
                <label for=name>{self.label.to_owned()}</label>
                {hint} {why}
                <textarea class="input" id=name name=name rows="3" aria-describedby=described aria-invalid=wrong.then_some("true")>
                    {kept(self.typed)}
                </textarea>
            </div>
        }
        .into_any()
    }
}

/// What is wrong with a form, in words.
pub(super) fn wrong(lang: Lang, fault: Fault) -> String {
    let (words, phone) = (Plain::of(lang), Phone::of(lang));
    match fault {
        Fault::Nothing => phone.choose_kind.to_owned(),
        Fault::TooManyFeelings => words.too_many_feelings.to_owned(),
        Fault::TooLong(over) => fill(words.too_long, &[("n", &over.to_string())]),
        Fault::NotKept => words.keep_or_clear.to_owned(),
        Fault::NoSuchDay => words.a_day.to_owned(),
    }
}

/// At the top of a form that was not taken: that it is not saved, and why.
pub(super) fn not_saved(lang: Lang, why: &[String]) -> AnyView {
    if why.is_empty() {
        return ().into_any();
    }
    let said = [Plain::of(lang).put_right, "."].concat();
    strip(said, why)
}

/// Something that must not be overlooked.
pub(super) fn strip(said: String, why: &[String]) -> AnyView {
    let why = why.join(" ");
    view! {
        <div class="banner risk" role="alert">
            <Icon glyph=Glyph::Warning />
            <p><strong>{said}</strong>" "{why}</p>
        </div>
    }
    .into_any()
}

/// What a friction point is called: its category, or "Something else".
pub(super) fn friction_name(lang: Lang, point: &Friction) -> &'static str {
    point
        .category
        .map_or(Common::of(lang).something_else, |it| category(lang, it))
}

/// A category without what stands in brackets.
pub(super) fn short(lang: Lang, it: Category) -> &'static str {
    let full = category(lang, it);
    full.split_once(" (").map_or(full, |(short, _)| short)
}

/// "Step 4, stopped me".
pub(super) fn below(lang: Lang, point: &Friction) -> String {
    let step = fill(Common::of(lang).step_n, &[("n", &number(point.step))]);
    let bad = point
        .severity
        .map(|it| [", ", &inside(severity(lang, it))].concat());
    [&step, bad.as_deref().unwrap_or_default()].concat()
}

/// Words for the middle of a sentence: without the capital they begin with.
pub(super) fn inside(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    words
}

/// Everything noted so far, each with the way to change it.
pub(super) fn noted(lang: Lang, own: &Own) -> AnyView {
    let words = Plain::of(lang);
    let points = own.walk.frictions.iter().map(|point| {
        let name = friction_name(lang, point);
        row(
            Address::friction(own.id, Some(point.id)),
            view! { <Mark shape=Shape::of_friction(point.severity) /> }.into_any(),
            name.to_owned(),
            below(lang, point),
            words,
        )
    });
    let spots = own.walk.bright_spots.iter().map(|spot| {
        let name = if spot.note.is_empty() {
            words.no_words.to_owned()
        } else {
            spot.note.clone()
        };
        let step = spot
            .step
            .map(|step| fill(Common::of(lang).step_n, &[("n", &number(step))]));
        row(
            Address::bright(own.id, Some(spot.id)),
            view! { <Icon glyph=Glyph::Star /> }.into_any(),
            name,
            step.unwrap_or_default(),
            words,
        )
    });
    let rows: Vec<AnyView> = points.chain(spots).collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="stack tight">
            <h2 class="subhead">{words.noted}</h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(to: Address, mark: AnyView, name: String, below: String, words: &Plain) -> AnyView {
    view! {
        <li>
            <a class="line" href=to.href()>
                {mark}<span><strong>{name}</strong><span class="hint below">{below}</span></span>
                <span class="change">{words.change}</span><Icon glyph=Glyph::Chevron />
            </a>
        </li>
    }
    .into_any()
}

/// "From step 3, Who can have one."
pub(super) fn from_step(lang: Lang, told: &Told<'_>, step: u16) -> String {
    let name = told.step(step).map(|it| it.name.get(lang));
    let n = number(step);
    let gaps = [("n", n.as_str()), ("name", name.unwrap_or_default())];
    fill(Phone::of(lang).from_step, &gaps)
}

/// What the team says it changed.
pub(super) fn changed(lang: Lang, asked: &Rewalk) -> AnyView {
    let said = fill(Phone::of(lang).they_changed, &[("text", &asked.changed)]);
    (!asked.changed.is_empty())
        .then(|| view! { <p class="hint small">{said}</p> })
        .into_any()
}
