//! What is said when something stands in the way: nobody signed in, no signal, nowhere to save.

use leptos::prelude::*;

use crate::phone::parts::{press, said};
use crate::phone::session::{NotTaken, Session};
use crate::phone::store::{self, Trouble};
use crate::ui::{Banner, Glyph, Tone};
use crate::walk::Fact;
use crate::wire::Refusal;
use crate::words::{Boot, Leave, Phone, Photos};

/// While the phone's store is read, for the blink that takes. It must not say `aria-busy`: that marks the shell's own
/// screen, which the start script may still replace.
pub fn opening(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    view! { <div class="phone"><main id="main" class="screen"><h1 class="aside">{w.opening}</h1></main></div> }
        .into_any()
}

/// Nobody has signed in on this phone, or there was never any signal.
pub fn nobody(s: Session) -> AnyView {
    let lang = s.lang.get_untracked();
    let (w, leave) = (Phone::of(lang), Leave::of(lang));
    let said = move || {
        if !store::noted("ending").is_empty() {
            (leave.signed_out, leave.signed_out_why)
        } else if s.reached.get() {
            (w.sign_in_first, w.sign_in_why)
        } else {
            (w.first_signal, w.first_signal_why)
        }
    };
    view! {
        <div class="phone">
            <main id="main" class="screen">
                <header class="today-top"><h1 tabindex="-1">{move || said().0}</h1></header>
                <p class="lead">{move || said().1}</p>
                {strips(s, "")}
                {sealed(s)}
                <a class="button primary wide big" href="/sign-in">{w.sign_in}</a>
            </main>
        </div>
    }
    .into_any()
}

/// How many walks wait, sealed, of whoever has signed out here. Whose they are nobody knows, nor need know.
pub fn sealed(s: Session) -> AnyView {
    let w = Leave::of(s.lang.get_untracked());
    let view = move || {
        let n = s.sealed.get() as usize;
        let said = said::many(n, w.one_waits, w.n_wait);
        (n > 0).then(|| banner(Tone::Calm, Glyph::Lock, &said, w.waits_why))
    };
    view! { {view} }.into_any()
}

/// Strips that stand on every screen while they are true: could be lost, no signal (unless `no_signal` is empty), signed
/// out.
pub fn strips(s: Session, no_signal: &'static str) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let all = move || {
        let mut all = Vec::new();
        if let Some(trouble) = s.trouble.get() {
            let said = match trouble {
                Trouble::Full => w.phone_full,
                Trouble::Missing => w.no_storage,
                Trouble::Failed => w.cannot_save,
            };
            all.push(banner(Tone::Risk, Glyph::Warning, said, w.keep_open));
            all.push(link("/walk/plain", Boot::of(lang).use_plain));
        }
        if s.lost.get() {
            all.push(banner(Tone::Risk, Glyph::Warning, w.lost, w.lost_why));
            let read = move || s.forget_loss();
            all.push(press::button("text-button", w.have_read, read));
        }
        s.returns.track();
        let n = s.waited_long();
        if n > 0 {
            let said = said::many(n, w.waited, w.waited_many);
            all.push(banner(Tone::Risk, Glyph::Warning, &said, w.waited_why));
        }
        if !s.reached.get() && !no_signal.is_empty() {
            all.push(banner(Tone::Calm, Glyph::NoSignal, w.no_signal, no_signal));
        }
        // On a phone nobody is known on there is nothing to send again.
        if s.signed_out.get() && s.briefing.with(Option::is_some) {
            all.push(banner(
                Tone::Calm,
                Glyph::Lock,
                w.sign_in_again,
                w.nothing_lost,
            ));
            all.push(link("/sign-in", w.sign_in));
        }
        all
    };
    view! { {all} }.into_any()
}

/// "No signal" on a screen inside a walk. What is below stands where it stood when the screen came, whatever the signal
/// does: a strip that was there leaves its place empty, one that comes later lies over what is above.
pub fn signal(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let strip = move || {
        // Where this phone keeps nothing it must not say that it does.
        let keeps = s.trouble.with(Option::is_none);
        let means = if keeps { w.saving_here } else { "" };
        banner(Tone::Calm, Glyph::NoSignal, w.no_signal, means)
    };
    let late = s.reached.get_untracked();
    let class = move || match (late, s.reached.get()) {
        (true, true) => "late unseen",
        (true, false) => "late",
        (false, true) => "unseen",
        (false, false) => "",
    };
    view! { <div class=class>{strip}</div> }.into_any()
}

fn banner(tone: Tone, glyph: Glyph, said: &str, means: &str) -> AnyView {
    view! { <Banner tone=tone glyph=glyph said=said means=means /> }.into_any()
}

fn link(href: &'static str, words: &'static str) -> AnyView {
    view! { <a class="button wide" href=href>{words}</a> }.into_any()
}

/// What became of pictures another app shared, when they could not be taken in.
pub fn shared(s: Session) -> AnyView {
    let w = Photos::of(s.lang.get_untracked());
    let view = move || {
        s.not_taken.get().map(|why| {
            let (said, means) = match why {
                NotTaken::NoWalk => (w.no_walk, w.no_walk_then),
                NotTaken::NotReady => (w.not_ready, w.not_ready_why),
            };
            banner(Tone::Calm, Glyph::Camera, said, means)
        })
    };
    view! { {view} }.into_any()
}

/// What the server would not take: each with why, a copy to keep, and a way to be rid of it.
pub fn refused(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let view = move || {
        let all = s.refused();
        (!all.is_empty()).then(|| {
            let said = [
                said::many(all.len(), w.refused, w.refused_many).as_str(),
                ".",
            ]
            .concat();
            let rows = all
                .into_iter()
                .map(|(fact, why)| one_refused(s, fact, why))
                .collect::<Vec<_>>();
            view! {
                {banner(Tone::Risk, Glyph::Warning, &said, w.refused_rest)}
                <ul class="rows">{rows}</ul>
            }
        })
    };
    view! { {view} }.into_any()
}

fn one_refused(s: Session, fact: Fact, why: Refusal) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let what = match fact.kind.split('_').next() {
        Some("friction") => w.friction,
        Some("photo") => w.a_photo,
        Some("bright") => w.worked,
        _ => w.of_walk,
    };
    let at = store::local(fact.at);
    let when = [&at.date(lang), ", ", &at.time()].concat();
    let why = match why {
        Refusal::NotYours | Refusal::IdTaken => w.refused_why_yours,
        Refusal::TooLarge => w.refused_why_large,
        Refusal::Unreadable => w.refused_why_read,
    };
    let id = fact.id;
    let copy = move || {
        let text = serde_json::to_string(&fact).unwrap_or_default();
        store::spawn(async move { store::hand_over("firsthand.json", &text).await });
    };
    let remove = move || store::spawn(s.remove_refused(id));
    view! {
        <li>
            <p><strong>{what}</strong>" "<span class="hint">{when}</span></p>
            <p class="hint small">{why}</p>
            <p class="row">
                {press::button("text-button", w.save_as_file, copy)}
                {press::button("text-button", w.remove_here, remove)}
            </p>
        </li>
    }
    .into_any()
}

/// A new version is ready. Said where nobody is in the middle of a walk.
pub fn newer(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let view = move || {
        s.newer
            .get()
            .then(|| banner(Tone::Calm, Glyph::Retry, w.newer, w.newer_why))
    };
    view! { {view} }.into_any()
}

/// How to keep the app on an iPhone, and why; `once` goes away when it was read.
pub fn home_screen(s: Session, once: bool) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let read = RwSignal::new(once && !store::noted("home").is_empty());
    let away = move || {
        store::note("home", "read");
        read.set(true);
    };
    let view = move || {
        (store::cleared_after_a_week() && !read.get()).then(|| {
            view! {
                <section class="card stack tight">
                    <h2 class="subhead">{w.home_screen}</h2>
                    <p>{w.home_why}</p>
                    <p class="hint">{w.home_how}</p>
                    {once.then(|| press::button("button wide", w.not_now, away))}
                </section>
            }
        })
    };
    view! { {view} }.into_any()
}
