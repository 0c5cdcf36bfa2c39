//! The way in: an invitation, opened or typed.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::{Lang, Text},
    words::{Common, Front, fill},
};

/// What is wrong with a code that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFault {
    /// Nothing was typed.
    Empty,
    /// It opens nothing: spent, too old, or mistyped.
    Unknown,
}

/// The form that takes a code; `typed` is what was typed before, when that did not work.
/// It posts the field `code` to `to`, which is `/sign-in` with where to go back to.
#[must_use]
pub fn sign_in(
    lang: Lang,
    to: &'static str,
    fault: Option<CodeFault>,
    typed: &str,
) -> impl IntoView + use<> {
    let words = Front::of(lang);
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
    view! {
        <section class="card">
            <h1>{words.sign_in}</h1>
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
                        value=typed.to_owned()
                        maxlength="200"
                        autocomplete="one-time-code"
                        autocapitalize="off"
                        spellcheck="false"
                        aria-describedby=described
                        aria-invalid=why.map(|_| "true")
                    />
                </div>
                <button class="button primary wide big" type="submit">{words.sign_in}</button>
            </form>
            <p class="hint small">{words.no_code}</p>
        </section>
    }
}

/// An invitation that works: one button, which posts to `/invite/{token}`. Opening the page spends nothing.
#[must_use]
pub fn invitation(
    lang: Lang,
    name: &str,
    organisation: &Text,
    demonstration: bool,
    token: &str,
) -> impl IntoView + use<> {
    let words = Front::of(lang);
    view! {
        <section class="card">
            <h1>{fill(words.invited, &[("organisation", organisation.get(lang))])}</h1>
            {demonstration.then(|| view! { <p class="eyebrow">{Common::of(lang).made_up}</p> })}
            <p class="lead">{words.invited_lead}</p>
            <form method="post" action=["/invite/", token].concat()>
                <button class="button primary wide big" type="submit">
                    {fill(words.continue_as, &[("name", name)])}
                </button>
            </form>
            <p class="hint small">{words.not_you}</p>
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
        let page = invitation(Lang::En, "<b>Ann</b>", &Text::default(), true, "abc").to_html();
        assert_eq!(page.matches("<button").count(), 1);
        assert!(page.contains("Continue as &lt;b&gt;Ann"), "{page}");
        assert!(page.contains("Demonstration"), "{page}");
    }

    #[test]
    fn a_wrong_code_is_kept_and_explained() {
        let page = sign_in(
            Lang::En,
            "/sign-in",
            Some(CodeFault::Unknown),
            "\"><script>",
        )
        .to_html();
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
