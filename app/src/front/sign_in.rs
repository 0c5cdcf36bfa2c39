//! The way in: an invitation, opened or typed.

use leptos::{either::Either, prelude::*};

use crate::{
    ui::{Glyph, Icon},
    walk::{Lang, Text},
    words::{Common, Front, SignIn, fill},
};

use super::passkey::{Purpose, Why, passkey};

/// What is wrong with a code that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFault {
    /// Nothing was typed.
    Empty,
    /// It opens nothing: spent, too old, or mistyped.
    Unknown,
}

/// What the page of the way in shows.
#[derive(Clone, Copy, Debug)]
pub struct Ways<'a> {
    /// The server's own address; none where it can have no passkeys.
    pub passkeys_at: Option<&'a str>,
    /// True for who came from the plain pages.
    pub plain: bool,
    /// What is wrong with the code.
    pub fault: Option<CodeFault>,
    /// What was typed before, when that did not work.
    pub typed: &'a str,
}

/// What somebody sees on a phone that has just let go of them, because the server had erased them.
#[must_use]
pub fn erased(lang: Lang) -> impl IntoView + use<> {
    let words = SignIn::of(lang);
    view! {
        <section class="card">
            <h2>{words.erased}</h2>
            <p>{words.erased_why}</p>
        </section>
    }
}

/// The way in: with a passkey, or with a code. The form posts the field `code`.
#[must_use]
pub fn sign_in(lang: Lang, ways: &Ways<'_>) -> impl IntoView + use<> {
    let words = Front::of(lang);
    let own = SignIn::of(lang);
    let Ways { plain, fault, .. } = *ways;
    let to = if plain {
        "/sign-in?back=plain"
    } else {
        "/sign-in"
    };
    let why = fault.map(|fault| match fault {
        CodeFault::Empty => words.code_empty,
        CodeFault::Unknown => words.code_wrong,
    });
    let class = if why.is_some() {
        "field wrong"
    } else {
        "field"
    };
    let described = if why.is_some() {
        "code-hint code-why"
    } else {
        "code-hint"
    };
    let (first, second) = match ways.passkeys_at {
        Some(address) => {
            let first = view! {
                <section class="card">
                    <h1>{words.sign_in}</h1>
                    {passkey(lang, Purpose::Enter { plain }, address)}
                    <p class="hint small">{own.with_passkey_hint}</p>
                </section>
            };
            (
                Some(first),
                Either::Left(view! { <h2>{own.with_code}</h2> }),
            )
        }
        None => (None, Either::Right(view! { <h1>{words.sign_in}</h1> })),
    };
    let button = if first.is_some() {
        "button wide big"
    } else {
        "button primary wide big"
    };
    view! {
        {first}
        <section class="card">
            {second}
            <p class="lead">{words.sign_in_lead}</p>
            <form class="form" method="post" action=to>
                <div class=class>
                    <label for="code">{words.code}</label>
                    <p class="hint" id="code-hint">{words.code_hint}</p>
                    {why.map(|why| view! { <p class="why" id="code-why"><Icon glyph=Glyph::Warning />{why}</p> })}
                    <input
                        class="input"
                        id="code"
                        name="code"
                        value=ways.typed.to_owned()
                        maxlength="200"
                        autocomplete="one-time-code"
                        autocapitalize="off"
                        spellcheck="false"
                        aria-describedby=described
                        aria-invalid=why.map(|_| "true")
                    />
                </div>
                <button class=button type="submit">{words.go_on}</button>
            </form>
            <p class="hint small">{words.no_code}</p>
            {ways.passkeys_at.is_none().then(|| view! { <p class="hint small">{own.no_name}</p> })}
        </section>
    }
}

/// What an invitation leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// Straight in: a demonstration.
    In,
    /// To a passkey.
    Passkey(Why),
    /// Nowhere: the server was started without a name, and cannot have passkeys.
    Nowhere,
}

/// An invitation that works: one button, which posts to `/invite/{token}`. Opening the page spends nothing.
#[must_use]
pub fn invitation(
    lang: Lang,
    name: &str,
    organisation: &Text,
    leads: Leads,
    token: &str,
) -> impl IntoView + use<> {
    let words = Front::of(lang);
    let own = SignIn::of(lang);
    let lead = match leads {
        Leads::In => words.invited_lead,
        Leads::Passkey(Why::First) => own.invited_lead,
        Leads::Passkey(Why::Recovery) => own.invited_recovery,
        Leads::Passkey(Why::Device) => own.invited_device,
        Leads::Nowhere => own.no_name,
    };
    let button = (leads != Leads::Nowhere).then(|| {
        view! {
            <form method="post" action=["/invite/", token].concat()>
                <button class="button primary wide big" type="submit">
                    {fill(words.continue_as, &[("name", name)])}
                </button>
            </form>
            <p class="hint small">{words.not_you}</p>
        }
    });
    view! {
        <section class="card">
            <h1>{fill(words.invited, &[("organisation", organisation.get(lang))])}</h1>
            {(leads == Leads::In).then(|| view! { <p class="eyebrow">{Common::of(lang).made_up}</p> })}
            <p class="lead">{lead}</p>
            {button}
        </section>
    }
}

/// An invitation that opens nothing: spent, too old, or mistyped. Its title is [`Front::invitation_gone`].
#[must_use]
pub fn invitation_gone(lang: Lang) -> impl IntoView + use<> {
    let words = Front::of(lang);
    view! {
        <section class="card">
            <h1>{words.invitation_gone}</h1>
            <p class="lead">{words.invitation_gone_why}</p>
            <p>{words.invitation_gone_do}</p>
            <p><a class="button" href="/sign-in">{words.sign_in}</a></p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_has_one_button_and_keeps_hostile_names_as_text() {
        let page = invitation(Lang::En, "<b>Ann</b>", &Text::default(), Leads::In, "abc").to_html();
        assert_eq!(page.matches("<button").count(), 1);
        assert!(page.contains("Continue as &lt;b&gt;Ann"), "{page}");
        assert!(page.contains("Demonstration"), "{page}");
    }

    #[test]
    fn a_wrong_code_is_kept_and_explained() {
        let ways = Ways {
            passkeys_at: None,
            plain: false,
            fault: Some(CodeFault::Unknown),
            typed: "\"><script>",
        };
        let page = sign_in(Lang::En, &ways).to_html();
        assert!(page.contains("That code does not work."), "{page}");
        assert!(
            page.contains("aria-describedby=\"code-hint code-why\""),
            "{page}"
        );
        assert!(
            page.contains("value=\"&quot;&gt;") || page.contains("value=\"&quot;>"),
            "{page}"
        );
    }
}
