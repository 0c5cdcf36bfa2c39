//! Where things are, in words.

use leptos::prelude::*;

use crate::phone::session::{Session, Stand, Whole};
use crate::phone::store;
use crate::ui::{Banner, Glyph, Icon, Tone};
use crate::walk::{Category, FactId, Friction, Lang, Millis, WalkId};
use crate::words::{Common, Phone, category, fill};

/// "Sent at 13:08", or with the day when that is not today.
pub fn sent(lang: Lang, at: Millis) -> String {
    let w = Phone::of(lang);
    let when = store::local(at);
    if when.days_ago == 0 {
        fill(w.sent_at, &[("time", &when.time())])
    } else {
        fill(
            w.sent_on,
            &[("day", &when.date(lang)), ("time", &when.time())],
        )
    }
}

/// Where one item is.
pub fn stand(lang: Lang, stand: Stand) -> String {
    let w = Phone::of(lang);
    match stand {
        Stand::Private => w.private_here.to_owned(),
        Stand::Saved => w.saved_here.to_owned(),
        Stand::Held => w.only_this_page.to_owned(),
        Stand::Sending => w.sending.to_owned(),
        Stand::Sent(at) => sent(lang, at),
        Stand::Refused(_) => w.not_taken.to_owned(),
    }
}

/// Where a walk is, as a strip.
pub fn strip(s: Session, whole: Whole, service: &str) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let (tone, glyph, said, means) = match whole {
        Whole::Held => (
            Tone::Risk,
            Glyph::Warning,
            w.cannot_save.to_owned(),
            w.keep_open.to_owned(),
        ),
        Whole::Saved => (
            Tone::Calm,
            Glyph::Phone,
            w.saved_here_stop.to_owned(),
            w.sends_itself.to_owned(),
        ),
        Whole::Sending => (
            Tone::Calm,
            Glyph::Up,
            w.sending_stop.to_owned(),
            w.put_away.to_owned(),
        ),
        Whole::Sent { at, .. } => {
            let said = [&sent(lang, at), "."].concat();
            (
                Tone::Sent,
                Glyph::Check,
                said,
                fill(w.team_can_see, &[("service", service)]),
            )
        }
    };
    view! { <Banner tone=tone glyph=glyph said=said means=means /> }.into_any()
}

/// Where a walk is, beside its name in a list.
pub fn place(lang: Lang, whole: Whole) -> AnyView {
    let w = Phone::of(lang);
    let (glyph, word) = match whole {
        Whole::Held => (Glyph::Warning, w.only_this_page),
        Whole::Saved => (Glyph::Phone, w.saved_here),
        Whole::Sending => (Glyph::Up, w.sending),
        Whole::Sent { .. } => (Glyph::Check, w.sent),
    };
    view! { <span class="place"><Icon glyph=glyph inline=true />" "{word}</span> }.into_any()
}

/// "1 friction point", or how many.
pub fn many(n: usize, one: &'static str, many: &'static str) -> String {
    if n == 1 {
        one.to_owned()
    } else {
        fill(many, &[("n", &n.to_string())])
    }
}

/// Where one item is with all that was said of it, as a line that follows it.
pub fn item(s: Session, walk: WalkId, fact: FactId) -> AnyView {
    let lang = s.lang.get_untracked();
    let view = move || {
        let stand = s.logs.with(|logs| logs.get(&walk)?.item(fact));
        stand.map(|it| {
            view! { <span class="hint below small"><Icon glyph=glyph(it) inline=true />" "{self::stand(lang, it)}</span> }
        })
    };
    view! { {view} }.into_any()
}

/// The icon of where one item is.
pub fn glyph(stand: Stand) -> Glyph {
    match stand {
        Stand::Sent(_) => Glyph::Check,
        Stand::Sending => Glyph::Up,
        Stand::Private => Glyph::Lock,
        Stand::Saved => Glyph::Phone,
        Stand::Held | Stand::Refused(_) => Glyph::Warning,
    }
}

/// What somebody said, with who it was.
pub fn quote(who: &str, text: &str) -> AnyView {
    let (who, text) = ([who, "."].concat(), [" “", text, "”"].concat());
    view! { <span class="answer"><Icon glyph=Glyph::Reply /><span><strong>{who}</strong>{text}</span></span> }
        .into_any()
}

/// What a friction point is called: its category, or "Something else".
pub fn friction(lang: Lang, friction: &Friction) -> &'static str {
    friction
        .category
        .map_or(Common::of(lang).something_else, |it| category(lang, it))
}

/// A category's label without what stands in brackets, for a small button.
pub fn short(lang: Lang, it: Category) -> &'static str {
    let full = category(lang, it);
    full.split_once(" (").map_or(full, |(short, _)| short)
}

/// Words for the middle of a sentence: without the capital they begin with.
pub fn inside(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    words
}
