//! One friction point: what was felt, what has been done about it, and the walk around it.

use leptos::prelude::*;

use crate::{
    ui::{Banner, Evidence, Glyph, Icon, Mark, Shape, Tone, kept},
    walk::{Lang, other_tongue},
    words::{
        Again, Changes, Common, Handed, Mine, Team, Thread, When, answered, category, change, fill,
        length, quoted,
    },
};

use super::{
    FrictionPage, Inbox, ReplyFault, State, Typed,
    around::{began, bright, path, steps, verdict},
    inbox::list,
    item::{feelings, severity_word, state_shape, state_word, title},
    naming::{self, Does, as_it_is, naming},
    photos::photos,
};

/// One friction point, whole; on a wide screen with the inbox beside it.
#[must_use]
pub fn friction(lang: Lang, inbox: &Inbox, page: &FrictionPage) -> impl IntoView + use<> {
    let item = &page.item;
    view! {
        <div class="two chosen">
            {list(lang, inbox, page.thread.map(|(thread, _)| thread))} <article class="detail pane">
                {head(lang, inbox, page)} {track(lang, page)}
                {match item.withdrawn {
                    None => standing(lang, inbox, page).into_any(),
                    Some(on) => withdrawn(lang, on, page).into_any(),
                }} {around(lang, page)}
            </article>
        </div>
    }
}

/// What was said, and what can be done about it.
fn standing(lang: Lang, inbox: &Inbox, page: &FrictionPage) -> impl IntoView + use<> {
    view! {
        {mark_seen(lang, inbox, page)}
        <div class="said">
            {said(lang, page)} {pictures(lang, page)} {changes(lang, page)} {replies(lang, page)}
        </div>
        {reply_form(lang, inbox, page)}
        <p>
            <a href=format!("/team/friction/{}/share", page.item.friction.id)>
                {Handed::of(lang).hand_on}
            </a>
        </p>
    }
}

/// Nothing of what was said: its author took it back. What the team did stays.
fn withdrawn(lang: Lang, on: When, page: &FrictionPage) -> impl IntoView + use<> {
    let (date, time) = (on.full(lang), on.time());
    let why = fill(
        Team::of(lang).withdrawn_why,
        &[("date", &date), ("time", &time)],
    );
    view! {
        <div class="said">
            <p>{why}</p>
            {replies(lang, page)}
        </div>
    }
}

/// The page's title, for the browser's tab.
#[must_use]
pub fn friction_title(lang: Lang, page: &FrictionPage) -> &'static str {
    title(lang, &page.item)
}

fn head(lang: Lang, inbox: &Inbox, page: &FrictionPage) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let item = &page.item;
    let of = page.around.step_count().to_string();
    let n = item.friction.step.saturating_add(1).to_string();
    let step = match &item.step {
        Some(name) => fill(
            words.step_named,
            &[("n", &n), ("of", &of), ("name", name.get(lang))],
        ),
        None => fill(Common::of(lang).step_of, &[("n", &n), ("of", &of)]),
    };
    let second = item
        .friction
        .second
        .map(|it| fill(words.also, &[("category", category(lang, it))]));
    let felt = fill(words.felt_on, &[("date", &item.felt.full(lang))]);
    let place = [item.task.get(lang), ". ", &step].concat();
    let (shape, how_bad) = match item.withdrawn {
        None => (
            Shape::of_friction(item.friction.severity),
            severity_word(lang, item).to_owned(),
        ),
        Some(on) => (
            Shape::Withdrawn,
            fill(words.withdrawn_on, &[("date", &on.date(lang))]),
        ),
    };
    view! {
        <header class="pane-head">
            <div>
                <p class="hint">
                    <a href=inbox.href("")>{words.inbox}</a>
                    ". "
                    {place}
                </p>
                <h1>{title(lang, item)}</h1>
            </div>
        </header>
        <p class="about">
            <strong>
                <Mark shape=shape />
                {how_bad}
            </strong>
            {second.map(|second| view! { <span>{second}</span> })}
            <span>{felt}</span>
            <Evidence href=walk_href(page) words=words.the_walk />
        </p>
        {page
            .thread
            .map(|(thread, felt)| {
                let words = Thread::of(lang);
                let all = match felt {
                    1 => words.stands.to_owned(),
                    felt => fill(words.the_thread, &[("n", &felt.to_string())]),
                };
                view! {
                    <p>
                        <a href=format!("/team/thread/{thread}")>{all}</a>
                    </p>
                }
            })}
        {item
            .friction
            .risk
            .then(|| {
                view! {
                    <Banner
                        tone=Tone::Risk
                        glyph=Glyph::Flag
                        said=[Common::of(lang).risk, "."].concat()
                        means=words.risk_why
                    />
                }
            })}
    }
}

fn walk_href(page: &FrictionPage) -> String {
    format!("/team/walk/{}?from={}", page.walk, page.item.friction.id)
}

/// New, seen, answered: what has been done and when.
fn track(lang: Lang, page: &FrictionPage) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let now = page.item.state;
    let when = |state| match state {
        State::New => Some(page.item.felt),
        State::Seen => page.seen,
        State::Answered => page.replies.first().map(|reply| reply.at),
    };
    let places = State::ALL.iter().map(|state| {
        let (class, current) = match state.cmp(&now) {
            std::cmp::Ordering::Less => ("past", None),
            std::cmp::Ordering::Equal => ("now", Some("step")),
            std::cmp::Ordering::Greater => ("next", None),
        };
        let shape = if *state > now {
            Shape::Waiting
        } else {
            state_shape(*state)
        };
        let date = when(*state).map_or(words.not_yet.to_owned(), |when| when.date(lang));
        view! {
            <li class=class aria-current=current>
                <Mark shape=shape />
                <b>{state_word(lang, *state)}</b>
                <span>{date}</span>
            </li>
        }
    });
    view! {
        <ol class="track" aria-label=words.done_so_far>
            {places.collect_view()}
        </ol>
    }
}

fn mark_seen(lang: Lang, inbox: &Inbox, page: &FrictionPage) -> impl IntoView + use<> {
    let action = inbox.href(&format!("/friction/{}/seen", page.item.friction.id));
    (page.item.state == State::New).then(|| {
        view! {
            <form method="post" action=action>
                <button class="button" type="submit">
                    {Team::of(lang).mark_seen}
                </button>
            </form>
        }
    })
}

/// The leader's own words, with how it felt.
fn said(lang: Lang, page: &FrictionPage) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let friction = &page.item.friction;
    let note = match friction.note.trim() {
        "" => words.no_note.to_owned(),
        note => quoted(note),
    };
    let felt = feelings(lang, &page.item).map(|it| [&it, ". "].concat());
    let into_walk = page
        .into_walk_ms
        .map(|ms| fill(words.into_walk, &[("time", &length(lang, ms))]));
    let by = page.around.by.as_ref();
    let who = by.map_or(words.a_walkthrough.to_owned(), |it| {
        fill(words.own_phone, &[("who", it.get(lang))])
    });
    let rest: Vec<String> = [Some(who), into_walk].into_iter().flatten().collect();
    view! {
        <blockquote class="quote">
            <p class="own-words" lang=other_tongue(lang, &friction.note)>{note}</p>
            <footer>
                {felt.map(|felt| view! { <strong>{felt}</strong> })} {rest.join(", ")}
                {friction
                    .contacted_again
                    .then(|| view! { <span>{[". ", words.contacted_again].concat()}</span> })}
            </footer>
        </blockquote>
    }
}

/// The folded walk knows its photos; the inbox's rows do not.
fn pictures(lang: Lang, page: &FrictionPage) -> impl IntoView + use<> {
    let mut frictions = page.around.walk.frictions.iter();
    let this = frictions.find(|it| it.id == page.item.friction.id);
    this.map(|friction| photos(lang, &page.around, friction, false))
}

/// What the leader changed afterwards.
fn changes(lang: Lang, page: &FrictionPage) -> impl IntoView + use<> {
    let words = Changes::of(lang);
    let lines = page.changes.iter().map(|(at, was)| {
        let gaps = [("day", at.date(lang)), ("time", at.time())];
        let gaps = gaps.each_ref().map(|(gap, text)| (*gap, text.as_str()));
        let when = fill(words.changed_on, &gaps);
        view! {
            <li>
                <span class="hint">{when}</span>
                <br />
                {change(lang, was)}
            </li>
        }
    });
    (!page.changes.is_empty()).then(|| {
        view! {
            <section class="changes small">
                <h2 class="subhead">{words.what_changed}</h2>
                <ul>{lines.collect_view()}</ul>
            </section>
        }
    })
}

fn replies(lang: Lang, page: &FrictionPage) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let replies = page.replies.iter().map(|reply| {
        let name = match reply.name.as_str() {
            "" => Mine::of(lang).erased_person,
            name => name,
        };
        let who = fill(
            words.replied,
            &[("name", name), ("date", &reply.at.recently(lang))],
        );
        view! {
            <li>
                <Icon glyph=Glyph::Reply />
                <p class="own-words">
                    <strong>{who}</strong>
                    " "
                    <span lang=other_tongue(lang, &reply.text)>
                        {quoted(&answered(lang, reply.not_before.as_deref(), &reply.text))}
                    </span>
                    {answer(lang, page, &reply.id)}
                </p>
            </li>
        }
    });
    (!page.replies.is_empty()).then(|| {
        view! {
            <ul class="replies" id="replies" aria-label=words.replies>
                {replies.collect_view()}
            </ul>
        }
    })
}

/// What the leader said to a reply.
fn answer(lang: Lang, page: &FrictionPage, reply: &str) -> Option<impl IntoView + use<>> {
    let mut answers = page.around.walk.answers.iter();
    let said = answers.find(|it| it.reply == reply)?;
    let said = fill(
        Again::of(lang).walk_answer,
        &[("text", &quoted(&said.text))],
    );
    Some(view! { <span class="hint below">{said}</span> })
}

fn reply_form(lang: Lang, inbox: &Inbox, page: &FrictionPage) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let action = inbox.href(&format!("/friction/{}/reply", page.item.friction.id));
    let why = page.typed.as_ref().and_then(|typed| typed.fault);
    let why = why.map(|it| fault(lang, it));
    let class = if why.is_some() {
        "field wrong"
    } else {
        "field"
    };
    let Typed { text, named, .. } = page.typed.clone().unwrap_or_default();
    let mut described = vec!["reply-hint"];
    described.extend(why.as_ref().map(|_| "reply-why"));
    described.extend(named.as_ref().map(|_| naming::ID));
    let seems = named.as_ref().map(|it| naming(lang, it, Does::Send));
    let as_it_is = named.as_ref().map(|_| as_it_is(lang, Does::Send));
    view! {
        <form class="answer-form" method="post" action=action>
            <input type="hidden" name="id" value=page.reply_id.clone() />
            <div class=class>
                <label for="reply">{words.reply_label}</label>
                <p class="hint" id="reply-hint">
                    {words.reply_hint}
                </p>
                {why
                    .clone()
                    .map(|why| {
                        view! {
                            <p class="why" id="reply-why">
                                <Icon glyph=Glyph::Warning />
                                {why}
                            </p>
                        }
                    })}
                <textarea
                    class="input"
                    id="reply"
                    name="text"
                    rows="4"
                    aria-describedby=described.join(" ")
                    aria-invalid=why.as_ref().map(|_| "true")
                    autofocus=why.is_some() || named.is_some()
                >
                    {kept(&text)}
                </textarea>
                {seems}
            </div>
            <div class="row">
                <button class="button primary" type="submit">
                    {words.reply_send}
                </button>
                {as_it_is}
            </div>
        </form>
    }
}

fn fault(lang: Lang, fault: ReplyFault) -> String {
    let words = Team::of(lang);
    match fault {
        ReplyFault::Empty => words.reply_empty.to_owned(),
        ReplyFault::TooLong(over) => fill(words.reply_long, &[("n", &over.to_string())]),
    }
}

fn around(lang: Lang, page: &FrictionPage) -> impl IntoView + use<> {
    view! {
        <section class="stack">
            <h2>{Team::of(lang).around}</h2>
            <p class="hint">{began(lang, &page.around)}</p>
            {verdict(lang, &page.around)}
            {path(lang, &page.around)}
            {steps(lang, &page.around, Some(page.item.friction.id))}
            <h3>{Team::of(lang).bright}</h3>
            {bright(lang, &page.around)}
        </section>
    }
}
