//! The receipt: the walk at a glance, and what of it went to whom.

use leptos::prelude::*;

use crate::{
    ui::{Banner, Glyph, Icon, Mark, Shape, Tone, kept},
    walk::{Answer, FactId, Friction, FrictionId, Lang, Walk},
    wire::Reply,
    words::{Phone, Plain, fill, length, need, quoted, why_not, yes_or_no},
};

use super::{Address, Own, parts};

/// The most characters of an answer to a reply.
pub const MOST_ANSWER: usize = 2_000;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The walk.
    pub own: Own,
    /// "today at 13:08": when the server had the last of it.
    pub sent: String,
    /// The clock time it ended at.
    pub ended: String,
    /// Friction that the team has seen.
    pub seen: Vec<FrictionId>,
    /// What the teams replied.
    pub replies: Vec<Reply>,
    /// A fresh id, for what is said to one of them.
    pub fact: FactId,
}

/// The page.
#[must_use]
pub fn receipt(lang: Lang, page: &Receipt) -> impl IntoView + use<> {
    let (phone, own) = (Phone::of(lang), &page.own);
    let (told, walk) = (own.told(lang), &own.walk);
    let service = told.service();
    let day = fill(
        phone.day_from_to,
        &[
            ("day", &own.began.full(lang)),
            ("from", &own.began.time()),
            ("to", &page.ended),
        ],
    );
    let sent = [phone.sent, " ", &page.sent, "."].concat();
    let can_see = fill(phone.team_can_see, &[("service", &service)]);
    let edges: Vec<_> = walk
        .frictions
        .iter()
        .map(|point| felt(lang, page, point))
        .collect();
    let edges = (!edges.is_empty())
        .then(|| view! { <article class="card rough"><ul>{edges}</ul></article> });
    view! {
        {parts::top(lang, Address::list(), phone.receipt)}
        <main id="main" class="screen receipt" tabindex="-1">
            <Banner tone=Tone::Sent glyph=Glyph::Check said=sent means=can_see />
            <article class="card">
                <hgroup>
                    <p class="hint small">{day}</p>
                    <h1>{told.title()}</h1>
                </hgroup>
                {verdict(lang, walk)}
                <hr />
                {facts(lang, page)}
            </article>
            {edges}
            {bright(lang, own)}
            {went(lang, own, &service)}
            {private(lang, walk)}
        </main>
        <footer class="thumbbar"><a class="button primary wide" href=Address::list().href()>{Plain::of(lang).all_walks}</a></footer>
    }
}

fn verdict(lang: Lang, walk: &Walk) -> AnyView {
    let met = walk.outcome.need_met;
    let said = met.map_or(Phone::of(lang).outcome_not_said, |met| need(lang, met));
    let why = walk.outcome.why_not.filter(|_| met != Some(Answer::Yes));
    let why = why.map(|why| [": ", &parts::inside(why_not(lang, why))].concat());
    let said = [said, why.as_deref().unwrap_or_default()].concat();
    let again = walk.is_again().then(
        || view! { <p>{Phone::of(lang).did_hold}" "{yes_or_no(lang, walk.outcome.held)}</p> },
    );
    view! { <p class="verdict"><Mark shape=Shape::of_answer(met) />{said}</p> {again} }.into_any()
}

fn facts(lang: Lang, page: &Receipt) -> AnyView {
    let (words, walk) = (Phone::of(lang), &page.own.walk);
    let brief = page.own.task.as_ref().map_or(0, |task| task.about_minutes);
    // The brief speaks of the whole task.
    let brief = if walk.is_again() {
        words.time_taken.to_owned()
    } else {
        fill(words.brief_said, &[("m", &brief.to_string())])
    };
    let points = match walk.frictions.len() {
        1 => words.one_point.to_owned(),
        n => fill(words.n_points, &[("n", &n.to_string())]),
    };
    let ease = walk.outcome.ease.map_or_else(
        || words.not_said.to_owned(),
        |ease| fill(words.k_of_7, &[("k", &ease.to_string())]),
    );
    view! {
        <dl class="facts">
            <div><dt>{brief}</dt><dd>{length(lang, walk.spent_ms())}</dd></div>
            <div><dt>{words.of_friction}</dt><dd>{points}</dd></div>
            <div><dt>{words.ease}</dt><dd>{ease}</dd></div>
        </dl>
    }
    .into_any()
}

/// A friction point: whether the team has seen it, what they replied, and the way to change it, for it stays its
/// author's.
fn felt(lang: Lang, page: &Receipt, point: &Friction) -> AnyView {
    let (words, phone) = (Plain::of(lang), Phone::of(lang));
    let name = parts::friction_name(lang, point);
    let note = (!point.note.is_empty())
        .then(|| view! { <span class="hint below">{quoted(&point.note)}</span> });
    let seen = page.seen.contains(&point.id);
    let seen = seen.then(|| view! { <span class="hint below small"><Mark shape=Shape::Seen />" "{phone.team_seen}</span> });
    let reply = |it: &Reply| {
        let said = [
            &fill(phone.replied, &[("service", it.service_name.get(lang))]),
            ".",
        ]
        .concat();
        view! {
            <span class="answer"><Icon glyph=Glyph::Reply /><span><strong>{said}</strong>" "{quoted(&it.text)}</span></span>
            {answer(lang, page, it)}
        }
    };
    let replies: Vec<_> = page
        .replies
        .iter()
        .filter(|it| it.friction == point.id)
        .map(reply)
        .collect();
    let change = fill(words.change_what, &[("what", name)]);
    let to = Address::friction(page.own.id, Some(point.id)).href();
    view! {
        <li class="line">
            <Mark shape=Shape::of_friction(point.severity) />
            <span>
                <strong>{name}</strong>
                <span class="hint below">{parts::below(lang, point)}</span>
                {note}{seen}
            </span>
            <a class="text-button" href=to aria-label=change>{words.change}</a>
        </li>
        {(!replies.is_empty()).then(|| view! { <li class="stack tight">{replies}</li> })}
    }
    .into_any()
}

/// What was said to a reply, and the form to say it.
fn answer(lang: Lang, page: &Receipt, reply: &Reply) -> AnyView {
    let phone = Phone::of(lang);
    let mut answers = page.own.walk.answers.iter();
    let text = answers.find(|it| it.reply == reply.id).map(|it| &it.text);
    let said = text.map(|text| {
        view! { <span class="hint below"><strong>{phone.you_said}"."</strong>" "{quoted(text)}</span> }
    });
    let open = text.map_or(phone.answer_them, |_| phone.change_answer);
    let id = ["answer-", &reply.id].concat();
    let goes = fill(
        phone.answer_goes,
        &[("service", reply.service_name.get(lang))],
    );
    view! {
        {said}
        <details>
            <summary>{open}</summary>
            <form class="field" method="post" action=Address::of(page.own.id, "answer").href()>
                {parts::fact(page.fact)}
                <input type="hidden" name="reply" value=reply.id.clone() />
                <label for=id.clone()>{phone.your_answer}</label>
                <p class="hint small">{goes}</p>
                <textarea class="input" id=id name="text" rows="2" maxlength=MOST_ANSWER>{kept(text.map_or("", String::as_str))}</textarea>
                <button class="button" type="submit">{phone.save}</button>
            </form>
        </details>
    }
    .into_any()
}

fn bright(lang: Lang, own: &Own) -> AnyView {
    let (words, phone) = (Plain::of(lang), Phone::of(lang));
    let spots = own.walk.bright_spots.iter().map(|spot| {
        let said = if spot.note.is_empty() { words.no_words.to_owned() } else { spot.note.clone() };
        let (change, to) = (
            fill(words.change_what, &[("what", &said)]),
            Address::bright(own.id, Some(spot.id)).href(),
        );
        view! {
            <p class="row spread">
                <span><Icon glyph=Glyph::Star inline=true />" "<strong>{phone.worked}"."</strong>" "{said}</span>
                <a class="text-button" href=to aria-label=change>{words.change}</a>
            </p>
        }
    });
    let spots: Vec<_> = spots.collect();
    (!spots.is_empty())
        .then(|| view! { <article class="card">{spots}</article> })
        .into_any()
}

/// What was sent, and to whom: everything on the server, line by line.
fn went(lang: Lang, own: &Own, service: &str) -> AnyView {
    let (words, phone, walk) = (Plain::of(lang), Phone::of(lang), &own.walk);
    let to = |text| fill(text, &[("service", service)]);
    let many = |n: usize, one: &str, more| match n {
        0 => None,
        1 => Some(one.to_owned()),
        n => Some(fill(more, &[("n", &n.to_string())])),
    };
    let rows = [
        Some((
            Glyph::Walks,
            words.steps_and_times.to_owned(),
            to(words.to_team_and_counted),
        )),
        Some((
            Glyph::Target,
            words.your_answers.to_owned(),
            to(words.to_team_and_counted),
        )),
        many(walk.frictions.len(), phone.one_friction, phone.n_frictions)
            .map(|said| (Glyph::Inbox, said, to(words.to_team))),
        many(
            walk.bright_spots.len(),
            words.one_bright_spot,
            words.bright_spots,
        )
        .map(|said| (Glyph::Star, said, to(words.to_team_and_board))),
        (!walk.reflections.is_empty()).then(|| {
            (
                Glyph::Lock,
                words.reflections.to_owned(),
                phone.yours_alone.to_owned(),
            )
        }),
        walk.committed.then(|| {
            (
                Glyph::Lock,
                phone.i_will.to_owned(),
                words.only_that_there_is.to_owned(),
            )
        }),
    ];
    let row = |(glyph, what, whom): (Glyph, String, String)| {
        view! { <li><Icon glyph=glyph /><span>{what}<span class="hint">{whom}</span></span></li> }
    };
    let rows: Vec<_> = rows.into_iter().flatten().map(row).collect();
    view! {
        <section class="stack">
            <h2 class="subhead">{words.what_went}</h2>
            <ul class="points">{rows}</ul>
        </section>
    }
    .into_any()
}

/// What is the author's alone.
fn private(lang: Lang, walk: &Walk) -> AnyView {
    let words = Phone::of(lang);
    let commitment = walk
        .commitment
        .as_ref()
        .map(|it| [words.i_will, ": ", &it.text].concat());
    let notes = walk
        .reflections
        .iter()
        .map(|it| it.text.clone())
        .chain(commitment);
    let text = |text: String| {
        view! { <p class="private"><Icon glyph=Glyph::Lock /><span><b>{words.yours_alone}</b>" "{text}</span></p> }
    };
    let notes: Vec<_> = notes.map(text).collect();
    (!notes.is_empty())
        .then(|| view! { <article class="card private-notes">{notes}</article> })
        .into_any()
}
