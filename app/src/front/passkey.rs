//! The button behind which the browser asks for a passkey, and the page on which one is made.

use leptos::prelude::*;

use crate::{
    walk::Lang,
    words::{SignIn, fill},
};

/// What the button is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Signing in; whoever came from the plain pages goes back there.
    Enter {
        /// True for who came from there.
        plain: bool,
    },
    /// Making one.
    Make,
    /// Proving to be there; afterwards the form around the button is sent.
    Confirm,
}

/// The button, and the place where `public/passkey.js` says how it goes. Without script it says what is missing.
#[must_use]
pub fn passkey(lang: Lang, purpose: Purpose, address: &str) -> impl IntoView + use<> {
    let words = SignIn::of(lang);
    let (ask, answer, label) = match purpose {
        Purpose::Enter { plain: false } => ("enter", "entered", words.with_passkey),
        Purpose::Enter { plain: true } => ("enter", "entered?back=plain", words.with_passkey),
        Purpose::Make => ("make", "made", words.make),
        Purpose::Confirm => ("confirm", "confirmed", words.confirm_passkey),
    };
    let elsewhere = fill(words.elsewhere, &[("address", address)]);
    let sign_in = matches!(purpose, Purpose::Make).then(|| {
        view! {
            <p data-offer="" hidden>
                <a class="button" href="/sign-in">{words.with_passkey}</a>
            </p>
        }
    });
    view! {
        <div
            class="passkey"
            data-ask=["/passkey/", ask].concat()
            data-answer=["/passkey/", answer].concat()
            data-unable=words.unable
            data-waiting=words.waiting
            data-confirmed=words.confirmed
            data-cancelled=words.cancelled
            data-timed-out=words.timed_out
            data-already=words.already
            data-unreachable=words.unreachable
            data-refused=words.refused
            data-over=words.over
            data-too-often=words.too_often
            data-elsewhere=elsewhere
        >
            <noscript><p>{words.no_script}</p></noscript>
            <button class="button primary wide big" type="button" hidden>{label}</button>
            <p role="status"></p>
            {sign_in}
        </div>
        <script type="module" src="/passkey.js"></script>
    }
}

/// Why the passkey is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is the first.
    First,
    /// The person lost theirs.
    Recovery,
    /// For one more device.
    Device,
}

/// The page "Make your passkey", after an invitation was spent.
#[must_use]
pub fn make(lang: Lang, why: Why, address: &str) -> impl IntoView + use<> {
    let words = SignIn::of(lang);
    let why = match why {
        Why::First => None,
        Why::Recovery => Some(words.make_recovery),
        Why::Device => Some(words.make_device),
    };
    view! {
        <section class="card">
            <h1>{words.make_title}</h1>
            <p class="lead">{words.make_lead}</p>
            {why.map(|why| view! { <p>{why}</p> })}
            {passkey(lang, Purpose::Make, address)}
            <p class="hint small">{words.make_until}</p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_script_the_page_says_what_a_passkey_needs() {
        let page = make(Lang::En, Why::First, "https://a.example").to_html();
        assert!(page.contains("A passkey needs JavaScript"), "{page}");
        assert_eq!(page.matches("<button").count(), 1);
        assert!(page.contains("hidden"), "{page}");
        assert!(!page.contains("<script>"), "{page}");
    }
}
