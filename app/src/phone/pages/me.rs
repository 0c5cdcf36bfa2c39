//! You: who is signed in, the language, what is on this phone.

use crate::phone::signal::*;

use super::notices;
use crate::phone::dom::{Html, IntoNode, el, many, shapes::icon};
use crate::phone::parts::head;
use crate::phone::place::Route;
use crate::phone::session::Session;
use crate::phone::store;
use crate::ui::Glyph;
use crate::walk::Lang;
use crate::words::{Common, Phone, fill};

/// The page.
pub fn page(s: Session) -> Html {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let me = move || {
        s.briefing.with(|news| {
            news.as_ref().map(|news| {
                let organisation = news.me.organisation.get(lang).to_owned();
                el("p")
                    .attr("class", "lead")
                    .child(el("strong").child(news.me.name.clone()))
                    .child(el("span").attr("class", "hint below").child(organisation))
            })
        })
    };
    el("div")
        .attr("class", "phone")
        .child(head::titled(s, &Route::Today, ""))
        .child(
            el("main")
                .attr("id", "main")
                .attr("class", "screen")
                .child(el("h1").attr("tabindex", "-1").child(w.you))
                .child(notices::strips(s, w.still_walk))
                .child(
                    el("section")
                        .attr("class", "card stack")
                        .child(el("h2").attr("class", "subhead").child(w.signed_in_as))
                        .child(me)
                        .child(sign_out(s)),
                )
                .child(language(s))
                .child(on_this_phone(s))
                .child(notices::refused(s)),
        )
        .node()
}

fn language(s: Session) -> Html {
    let lang = s.lang.get_untracked();
    let (other, code) = match lang {
        Lang::En => (Lang::Cy, "cy"),
        Lang::Cy => (Lang::En, "en"),
    };
    let change = move |_| {
        store::choose_language(other);
        s.lang.set(other);
    };
    let words = Common::of(lang);
    el("section")
        .attr("class", "card stack")
        .child(
            el("h2")
                .attr("class", "subhead")
                .child(Phone::of(lang).language_is),
        )
        .child(
            el("button")
                .attr("class", "button wide")
                .attr("type", "button")
                .attr("lang", code)
                .attr("aria-label", words.language_label)
                .on("click", change)
                .child(icon(Glyph::Globe))
                .child(words.language),
        )
        .node()
}

/// What waits here, and whether the browser has promised to keep it.
fn on_this_phone(s: Session) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    let kept = RwSignal::new(String::new());
    store::spawn(async move { kept.set(store::persist(false).await) });
    let waiting = Memo::new(move || {
        s.logs.with(|logs| {
            logs.values()
                .map(|log| log.count())
                .map(|(sent, all)| all - sent)
                .sum::<usize>()
        })
    });
    let said = move || match waiting.get() {
        0 => w.nothing_waits.to_owned(),
        n => fill(w.n_wait, &[("n", &n.to_string())]),
    };
    let promise = move || {
        kept.with(|kept| {
            if kept == "yes" {
                w.persisted
            } else {
                w.not_persisted
            }
        })
    };
    el("section")
        .attr("class", "card stack")
        .child(el("h2").attr("class", "subhead").child(w.on_this_phone))
        .child(el("p").child(said))
        .child(el("p").attr("class", "hint small").child(promise))
        .child(
            el("button")
                .attr("class", "button wide")
                .attr("type", "button")
                .on("click", move |_| store::spawn(s.send()))
                .child(w.send_now),
        )
        .node()
}

fn sign_out(s: Session) -> Html {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let waits = Memo::new(move || {
        s.logs.track();
        s.has_waiting()
    });
    many([
        (move || {
            waits
                .get()
                .then(|| el("p").attr("class", "hint").child(w.unsent_warning))
        })
        .node(),
        (move || (!s.reached.get()).then(|| el("p").attr("class", "hint").child(w.needs_signal)))
            .node(),
        (el("form")
            .attr("method", "post")
            .attr("action", "/sign-out")
            .on("submit", move |_| store::remember_person(""))
            .child(
                el("button")
                    .attr("class", "button wide")
                    .attr("type", "submit")
                    .child(Common::of(lang).sign_out),
            ))
        .node(),
    ])
    .node()
}
