//! What a leader lets the board have: words to quote, and which commitments were kept.

use leptos::prelude::*;

use super::{data::Wrote, shares::back};
use crate::{
    ui::{Glyph, Icon},
    walk::{Lang, Text, WalkId, other_tongue},
    words::{Mine, Quotes, When, quoted},
};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct QuotesPage {
    /// What the reader wrote in the last two months, and whatever the board may quote, the newest first.
    pub items: Vec<Quotable>,
    /// The reader's commitments of the last twelve months, the newest first.
    pub commitments: Vec<Promise>,
    /// True when words were to be agreed to that had been changed meanwhile.
    pub changed: bool,
}

/// Words that the board can quote when their author agrees.
#[derive(Clone, Debug)]
pub struct Quotable {
    /// The walk.
    pub walk: WalkId,
    /// What of it.
    pub of: Wrote,
    /// The words.
    pub text: String,
    /// What tells just these words from others, to agree to no others.
    pub words: String,
    /// What was walked.
    pub task: Text,
    /// When.
    pub at: When,
    /// True while the board may quote it.
    pub agreed: bool,
}

/// A commitment, without its words.
#[derive(Clone, Debug)]
pub struct Promise {
    /// The walk.
    pub walk: WalkId,
    /// What was walked.
    pub task: Text,
    /// When.
    pub at: When,
    /// True when the reader says that it was kept.
    pub kept: bool,
}

/// Everything of the reader's that the board can have, item by item.
#[must_use]
pub fn quotes(lang: Lang, page: &QuotesPage) -> impl IntoView + use<> {
    let words = Quotes::of(lang);
    let items = page.items.iter().map(|it| item(lang, it)).collect_view();
    let promises = page.commitments.iter().map(|it| promise(lang, it));
    let promises = promises.collect_view();
    let no_items = page
        .items
        .is_empty()
        .then(|| view! { <p class="hint">{words.no_words}</p> });
    let no_promises = page
        .commitments
        .is_empty()
        .then(|| view! { <p class="hint">{words.no_promises}</p> });
    let changed = page
        .changed
        .then(|| view! { <p role="status"><strong>{words.changed}</strong></p> });
    view! {
        <div class="pane stack mine">
            {back(lang)}
            <h1>{words.title}</h1>
            <section class="stack" id="commitments">
                <h2>{words.promises}</h2>
                <p>{words.promises_why}</p>
                {no_promises}
                <ul class="rows">{promises}</ul>
            </section>
            <section class="stack" id="words">
                <h2>{words.quotes}</h2>
                <p>{words.quotes_why}</p>
                {changed}
                {no_items}
                <ul class="stack">{items}</ul>
            </section>
        </div>
    }
}

fn promise(lang: Lang, it: &Promise) -> impl IntoView + use<> {
    let words = Quotes::of(lang);
    let name = walked(lang, &it.task, &it.at);
    let (now, next, label) = match it.kept {
        true => (words.kept, "no", words.not_kept),
        false => (words.open, "yes", words.keep),
    };
    let said = [label, ": ", &name].concat();
    let tick = it
        .kept
        .then(|| view! { <Icon glyph=Glyph::Check inline=true />" " });
    view! {
        <li class="row spread">
            <span><strong>{name}</strong><span class="hint below">{tick}{now}</span></span>
            <form method="post" action="/me/commitments">
                <input type="hidden" name="walk" value=it.walk.to_string() />
                <input type="hidden" name="kept" value=next />
                <button class="button" type="submit" aria-label=said>{label}</button>
            </form>
        </li>
    }
}

fn item(lang: Lang, it: &Quotable) -> impl IntoView + use<> {
    let words = Quotes::of(lang);
    let what = match it.of {
        Wrote::Commitment => words.promise,
        // What worked needs no leave, and is not listed.
        Wrote::Friction(_) | Wrote::BrightSpot => words.friction,
    };
    let (now, next, label) = match it.agreed {
        true => (words.may, "no", words.take_back),
        false => (words.may_not, "yes", words.agree),
    };
    let place = walked(lang, &it.task, &it.at);
    let said = [label, ": ", what, ", ", &place].concat();
    view! {
        <li class="card">
            <h3 class="subhead">{what}</h3>
            <blockquote class="own-words" lang=other_tongue(lang, &it.text)>{quoted(&it.text)}</blockquote>
            <p class="hint small">{place}</p>
            <p>{now}</p>
            <form method="post" action="/me/quotes">
                <input type="hidden" name="walk" value=it.walk.to_string() />
                <input type="hidden" name="of" value=it.of.code() />
                <input type="hidden" name="words" value=it.words.clone() />
                <input type="hidden" name="agree" value=next />
                <button class="button" type="submit" aria-label=said>{label}</button>
            </form>
        </li>
    }
}

fn walked(lang: Lang, task: &Text, at: &When) -> String {
    let task = match task.get(lang) {
        "" => Mine::of(lang).a_walk,
        task => task,
    };
    [task, ", ", &at.recently(lang)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walk::FrictionId;
    use uuid::Uuid;

    fn page() -> QuotesPage {
        let at = When {
            year: 2026,
            month: 5,
            day: 3,
            weekday: 7,
            hour: 12,
            minute: 0,
            days_ago: 9,
        };
        let item = |n: u128, agreed: bool| Quotable {
            walk: WalkId(Uuid::from_u128(n)),
            of: match agreed {
                true => Wrote::Friction(FrictionId(Uuid::from_u128(n))),
                false => Wrote::Commitment,
            },
            text: "Which <form>?".into(),
            words: "ab12".into(),
            task: Text::default(),
            at,
            agreed,
        };
        QuotesPage {
            items: vec![item(1, true), item(2, false)],
            commitments: vec![Promise {
                walk: WalkId(Uuid::from_u128(3)),
                task: Text::default(),
                at,
                kept: false,
            }],
            changed: true,
        }
    }

    #[test]
    fn each_item_is_agreed_to_or_taken_back_by_itself() {
        for lang in [Lang::En, Lang::Cy] {
            let words = Quotes::of(lang);
            let html = Owner::new().with(|| quotes(lang, &page()).to_html());
            assert_eq!(html.matches("action=\"/me/quotes\"").count(), 2, "{html}");
            assert_eq!(html.matches("action=\"/me/commitments\"").count(), 1);
            assert!(html.contains("name=\"of\" value=\"commitment\""), "{html}");
            for said in [
                words.agree,
                words.take_back,
                words.keep,
                words.changed,
                words.promise,
            ] {
                assert!(html.contains(said), "{said}: {html}");
            }
            assert!(html.contains("Which &lt;form&gt;?"), "{html}");
        }
    }

    #[test]
    fn nothing_yet_says_so() {
        let html = Owner::new().with(|| quotes(Lang::En, &QuotesPage::default()).to_html());
        let words = Quotes::of(Lang::En);
        assert!(html.contains(words.no_words) && html.contains(words.no_promises));
        assert!(!html.contains("<form"), "{html}");
    }
}
