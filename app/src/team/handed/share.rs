//! The page on which a team hands a thread on: who could fix it, what they would see, and what was handed on.

use leptos::prelude::*;

use super::{
    Answer, Choice, DAYS, Fault, MOST_DAYS, Offered, Packet, Sharing, Stands,
    told::{told, told_title, verdict_word},
};
use crate::{
    ui::{Glyph, Icon, kept},
    walk::Lang,
    words::{Handed, Mine, fill, private},
};

/// The whole page.
#[must_use]
pub fn sharing(lang: Lang, page: &Sharing) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let thread = format!("/team/thread/{}", page.thread);
    let could_fix = match &page.told.boundary {
        Some(name) => fill(words.could_fix, &[("name", name)]),
        None => words.could_fix_none.to_owned(),
    };
    view! {
        <article class="detail pane stack">
            <header class="pane-head">
                <div>
                    <p class="hint">
                        <a href=thread>{words.back_to_thread}</a>
                    </p>
                    <h1>{[words.hand_on, ": ", told_title(lang, &page.told)].concat()}</h1>
                </div>
            </header>
            <p>{words.hand_on_why}</p>
            <p>
                <strong>{could_fix}</strong>
            </p>
            <section class="stack">
                <h2>{words.they_see}</h2>
                <p class="hint">{words.they_see_why}</p>
                <div class="card">{told(lang, &page.told)}</div>
            </section>
            {offer(lang, page)} {offers(lang, &page.offers, true)} {packet(lang, page)}
            {packets(lang, &page.packets)}
        </article>
    }
}

/// What was handed on and what came back, for the thread's own page; the way to hand it on is at its end.
#[must_use]
pub fn handed_on(lang: Lang, thread: &str, offered: &[Offered]) -> impl IntoView + use<> {
    let to = ["/team/thread/", thread, "/share"].concat();
    view! {
        {offers(lang, offered, false)}
        <p>
            <a class="button" href=to>
                {Handed::of(lang).hand_on}
            </a>
        </p>
    }
}

fn offer(lang: Lang, page: &Sharing) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let typed = &page.typed;
    let nobody = (typed.fault == Some(Fault::Nobody)).then(|| words.offer_nobody.to_owned());
    let long = match typed.fault {
        Some(Fault::TooLong(n)) => Some(fill(words.too_long, &[("n", &n.to_string())])),
        _ => None,
    };
    let to = page.neighbours.iter().map(|it| {
        let name = fill(
            words.place,
            &[
                ("organisation", it.organisation.get(lang)),
                ("service", it.service.get(lang)),
            ],
        );
        let chosen = typed.to == it.value;
        view! {
            <label class="tick">
                <input type="radio" name="to" value=it.value.clone() checked=chosen />
                <span>{name}</span>
            </label>
        }
    });
    let to: Vec<_> = to.collect();
    let form = if to.is_empty() {
        view! { <p>{words.offer_none}</p> }.into_any()
    } else {
        let action = format!("/team/thread/{}/offer", page.thread);
        view! {
            <form class="form" method="post" action=action>
                <fieldset
                    class=class(nobody.as_deref())
                    aria-describedby=nobody.as_ref().map(|_| "to-why")
                >
                    <legend>{words.offer_to}</legend>
                    {reason("to-why", nobody.clone())}
                    {to}
                </fieldset>
                <div class=class(long.as_deref())>
                    <label for="message">{words.offer_said}</label>
                    <p class="hint" id="message-hint">
                        {words.offer_said_hint}
                    </p>
                    {reason("message-why", long.clone())}
                    <textarea
                        class="input"
                        id="message"
                        name="message"
                        rows="4"
                        aria-describedby="message-hint"
                    >
                        {kept(&typed.message)}
                    </textarea>
                </div>
                {choices(lang, "offer-words-hint", &page.choices, &typed.words)}
                <button class="button primary" type="submit">
                    {words.offer_do}
                </button>
            </form>
        }
        .into_any()
    };
    view! {
        <section class="stack" id="offer">
            <h2>{words.offer}</h2>
            <p class="hint">{words.offer_why}</p>
            {form}
        </section>
    }
}

fn packet(lang: Lang, page: &Sharing) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let wrong = (page.typed.fault == Some(Fault::Days)).then(|| words.packet_days_wrong.to_owned());
    let days = match page.typed.days.as_str() {
        "" => DAYS.to_string(),
        typed => typed.to_owned(),
    };
    let action = format!("/team/thread/{}/packet", page.thread);
    view! {
        <section class="stack" id="packet">
            <h2>{words.packet}</h2>
            <p class="hint">{words.packet_why}</p>
            <form class="form" method="post" action=action>
                <div class=class(wrong.as_deref())>
                    <label for="days">{words.packet_days}</label>
                    <p class="hint" id="days-hint">
                        {words.packet_days_hint}
                    </p>
                    {reason("days-why", wrong.clone())}
                    <input
                        class="input"
                        id="days"
                        name="days"
                        type="number"
                        inputmode="numeric"
                        min="1"
                        max=MOST_DAYS
                        value=days
                        aria-describedby="days-hint"
                        aria-invalid=wrong.as_ref().map(|_| "true")
                    />
                </div>
                {choices(lang, "packet-words-hint", &page.choices, &page.typed.words)}
                <button class="button" type="submit">
                    {words.packet_do}
                </button>
            </form>
        </section>
    }
}

/// Whose words go along: none unless ticked.
fn choices(
    lang: Lang,
    hint: &'static str,
    choices: &[Choice],
    ticked: &[String],
) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let all = choices.iter().map(|it| {
        let kinds: Vec<&str> = it
            .private
            .iter()
            .map(|kind| private(lang, *kind).0)
            .collect();
        let look = fill(words.words_private, &[("what", &kinds.join(", "))]);
        let look = (!kinds.is_empty()).then(|| {
            view! {
                <span class="why">
                    <Icon glyph=Glyph::Warning />
                    {look}
                </span>
            }
        });
        view! {
            <label class="tick">
                <input
                    type="checkbox"
                    name="words"
                    value=it.value.clone()
                    checked=ticked.contains(&it.value)
                />
                <span>
                    <span class="own-words">{it.note.clone()}</span>
                    {look}
                </span>
            </label>
        }
    });
    let all: Vec<_> = all.collect();
    if all.is_empty() {
        view! { <p class="hint">{words.no_words}</p> }.into_any()
    } else {
        view! {
            <fieldset class="field" aria-describedby=hint>
                <legend>{words.words_go}</legend>
                <p class="hint" id=hint>
                    {words.words_hint}
                </p>
                {all}
            </fieldset>
        }
        .into_any()
    }
}

fn offers(lang: Lang, offers: &[Offered], take_back: bool) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let all: Vec<_> = offers
        .iter()
        .map(|it| offered(lang, it, take_back))
        .collect();
    (!all.is_empty()).then(|| {
        view! {
            <section class="stack" id="offered">
                <h2>{words.offered}</h2>
                <ul class="deeds">{all}</ul>
            </section>
        }
    })
}

fn offered(lang: Lang, offer: &Offered, take_back: bool) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let to = fill(
        words.offered_to,
        &[
            ("organisation", offer.to.get(lang)),
            ("service", offer.service.get(lang)),
            ("date", &offer.at.recently(lang)),
        ],
    );
    let said = (!offer.message.is_empty()).then(|| {
        let said = fill(words.you_said, &[("text", &offer.message)]);
        view! { <span class="own-words">{said}</span> }
    });
    let gone = offer
        .taken_back
        .map(|at| fill(words.taken_back, &[("date", &at.recently(lang))]));
    let done = offer
        .answers
        .iter()
        .any(|it| it.verdict == super::Verdict::Done);
    let action = format!("/team/offer/{}/take-back", offer.id);
    let button = (take_back && offer.taken_back.is_none()).then(|| {
        view! {
            <form method="post" action=action>
                <button class="button" type="submit">
                    {words.take_back}
                </button>
            </form>
        }
    });
    let none = offer.answers.is_empty() && offer.taken_back.is_none();
    view! {
        <li>
            <strong>{to}</strong>
            {said}
            {answers(lang, &offer.answers)}
            {none.then(|| view! { <span class="hint">{words.no_answer}</span> })}
            {done.then(|| view! { <span class="hint">{words.only_rewalk}</span> })}
            {gone.map(|gone| view! { <span>{gone}</span> })}
            {button}
        </li>
    }
}

/// What was answered: with a name only for the reader's own colleagues.
pub(super) fn answers(lang: Lang, answers: &[Answer]) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let all = answers.iter().map(|it| {
        let (date, what) = (it.at.recently(lang), verdict_word(lang, it.verdict));
        let said = match it.name.as_deref() {
            None => fill(words.answered_they, &[("date", &date), ("verdict", what)]),
            Some(name) => {
                let name = if name.is_empty() {
                    Mine::of(lang).erased_person
                } else {
                    name
                };
                let gaps = [("name", name), ("date", &date), ("verdict", what)];
                fill(words.answered_you, &gaps)
            }
        };
        let text = (!it.text.is_empty()).then(|| {
            view! { <span class="own-words">{crate::words::quoted(&it.text)}</span> }
        });
        view! {
            <li>
                <Icon glyph=Glyph::Reply />
                <p>
                    <strong>{said}</strong>
                    <br />
                    {text}
                </p>
            </li>
        }
    });
    let all: Vec<_> = all.collect();
    (!all.is_empty()).then(|| view! { <ul class="replies">{all}</ul> })
}

fn packets(lang: Lang, packets: &[Packet]) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let all: Vec<_> = packets.iter().map(|it| one_packet(lang, it)).collect();
    (!all.is_empty()).then(|| {
        view! {
            <section class="stack" id="packets">
                <h2>{words.packets}</h2>
                <ul class="deeds">{all}</ul>
            </section>
        }
    })
}

fn one_packet(lang: Lang, packet: &Packet) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let name = match packet.name.as_str() {
        "" => Mine::of(lang).erased_person,
        name => name,
    };
    let made = fill(
        words.packet_made,
        &[("date", &packet.made.recently(lang)), ("name", name)],
    );
    let until = packet.until.date(lang);
    let stands = match packet.stands {
        Stands::Open => fill(words.packet_until, &[("date", &until)]),
        Stands::Expired => fill(words.packet_expired, &[("date", &until)]),
        Stands::Ended => words.packet_ended.to_owned(),
    };
    let opened = match packet.opened {
        None => words.packet_unopened.to_owned(),
        Some(at) => fill(
            words.packet_opened,
            &[
                ("n", &packet.openings.to_string()),
                ("date", &at.recently(lang)),
            ],
        ),
    };
    let action = format!("/team/packet/{}/end", packet.id);
    let button = (packet.stands == Stands::Open).then(|| {
        view! {
            <form method="post" action=action>
                <button class="button" type="submit">
                    {words.packet_end}
                </button>
            </form>
        }
    });
    view! {
        <li>
            <strong>{made}</strong>
            <span>{[&stands, " ", &opened].concat()}</span>
            {button}
        </li>
    }
}

pub(super) fn class(why: Option<&str>) -> &'static str {
    if why.is_some() {
        "field wrong"
    } else {
        "field"
    }
}

pub(super) fn reason(id: &'static str, why: Option<String>) -> impl IntoView {
    why.map(|why| {
        view! {
            <p class="why" id=id>
                <Icon glyph=Glyph::Warning />
                {why}
            </p>
        }
    })
}
