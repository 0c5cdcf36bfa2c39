//! What was handed on of a thread: offers and what came back, and share pages.

use leptos::prelude::*;

use super::{Answer, Offered, Packet, Stands, Verdict, told::verdict_word};
use crate::{
    ui::{Glyph, Icon},
    walk::{Lang, other_tongue},
    words::{Handed, Mine, fill, quoted},
};

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

pub(super) fn offers(lang: Lang, offers: &[Offered], take_back: bool) -> impl IntoView + use<> {
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
    let gone = match offer.taken_back {
        Some(at) => Some(fill(words.taken_back, &[("date", &at.recently(lang))])),
        None => (!offer.left).then(|| words.offer_empty.to_owned()),
    };
    let done = offer.answers.iter().any(|it| it.verdict == Verdict::Done);
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
    let none = offer.answers.is_empty() && gone.is_none();
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
            view! { <span class="own-words" lang=other_tongue(lang, &it.text)>{quoted(&it.text)}</span> }
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

pub(super) fn packets(lang: Lang, packets: &[Packet]) -> impl IntoView + use<> {
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
        Stands::Empty => words.packet_empty.to_owned(),
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
    let button = matches!(packet.stands, Stands::Open | Stands::Empty).then(|| {
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
