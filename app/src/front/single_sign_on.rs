//! Signing in by the organisation's own provider: the ways there, and what can come back.

use leptos::prelude::*;

use crate::{
    walk::{Lang, Text},
    words::{Front, SingleSignOn},
};

/// An organisation that has single sign-on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SsoOffer {
    /// Its id.
    pub organisation: String,
    /// What it is called.
    pub name: Text,
}

/// Why single sign-on came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SsoWrong {
    /// The provider means nobody here.
    Unknown,
    /// An invitation was to be linked to whom the provider means, and that is another person already.
    SomebodyElse,
    /// The provider does not answer.
    Unreachable,
    /// What the provider said is not believed.
    Refused,
    /// Begun in another browser, finished already, or too long ago.
    Elsewhere,
    /// The provider sent them back without signing them in.
    GivenUp,
}

/// The part of the sign-in page that leads to a provider; nothing where no organisation has one. Posts the field
/// `organisation` to `/sign-in/sso`.
#[must_use]
pub fn single_sign_on(
    lang: Lang,
    offers: &[SsoOffer],
    plain: bool,
) -> Option<impl IntoView + use<>> {
    let words = SingleSignOn::of(lang);
    let several = offers.len() > 1;
    let buttons: Vec<_> = offers
        .iter()
        .map(|offer| {
            let name = offer.name.get(lang).to_owned();
            let said = if several {
                name
            } else {
                words.go_on.to_owned()
            };
            view! {
                <form method="post" action="/sign-in/sso">
                    <input type="hidden" name="organisation" value=offer.organisation.clone() />
                    {plain.then(|| view! { <input type="hidden" name="back" value="plain" /> })}
                    <button class="button wide big" type="submit">{said}</button>
                </form>
            }
        })
        .collect();
    (!offers.is_empty()).then(|| {
        view! {
            <section class="card" aria-labelledby="sso">
                <h2 id="sso">{words.heading}</h2>
                <p>{words.lead}</p>
                {several.then(|| view! { <p class="hint">{words.which}</p> })}
                {buttons}
            </section>
        }
    })
}

/// Links the person to whom the provider means. Posts the field `invitation`, and spends nothing yet.
fn sso_invited(lang: Lang, token: &str, only: bool) -> impl IntoView + use<> {
    let words = SingleSignOn::of(lang);
    let class = if only {
        "button primary wide big"
    } else {
        "button wide big"
    };
    view! {
        {only.then(|| view! { <p>{words.invited_lead_only}</p> })}
        <p>{words.invited_lead}</p>
        <form method="post" action="/sign-in/sso">
            <input type="hidden" name="invitation" value=token.to_owned() />
            <button class=class type="submit">{words.go_on}</button>
        </form>
    }
}

/// Beside the other way, on an invitation's page.
#[must_use]
pub fn sso_invited_too(lang: Lang, token: &str) -> impl IntoView + use<> {
    view! {
        <section class="card" aria-labelledby="sso">
            <h2 id="sso">{SingleSignOn::of(lang).heading}</h2>
            {sso_invited(lang, token, false)}
        </section>
    }
}

/// The whole page of an invitation where single sign-on is the only way in.
#[must_use]
pub fn sso_invitation(lang: Lang, organisation: &Text, token: &str) -> impl IntoView + use<> {
    let words = Front::of(lang);
    let heading = crate::words::fill(words.invited, &[("organisation", organisation.get(lang))]);
    view! {
        <section class="card">
            <h1>{heading}</h1>
            {sso_invited(lang, token, true)}
            <p class="hint small">{words.not_you}</p>
        </section>
    }
}

/// The page that asks for a fresh proof, for somebody who came by single sign-on. Posts to `/confirm/sso`.
#[must_use]
pub fn sso_confirm(
    lang: Lang,
    next: &str,
    carried: Option<&[(String, String)]>,
) -> impl IntoView + use<> {
    let words = SingleSignOn::of(lang);
    let carry = if carried.is_some() { "&carry=true" } else { "" };
    let to = ["/confirm/sso?next=", next, carry].concat();
    view! {
        <section class="card">
            <h1>{Front::of(lang).confirm}</h1>
            <p class="lead">{Front::of(lang).confirm_why}</p>
            <p>{words.confirm_lead}</p>
            <form method="post" action=to>
                {hidden(carried.unwrap_or_default())}
                <button class="button primary wide big" type="submit">{words.confirm_do}</button>
            </form>
        </section>
    }
}

/// The page after a fresh proof, when a form waited for it. Its title is [`SingleSignOn::confirmed`].
#[must_use]
pub fn sso_confirmed(lang: Lang, next: &str, fields: &[(String, String)]) -> impl IntoView + use<> {
    let words = SingleSignOn::of(lang);
    view! {
        <section class="card">
            <h1>{words.confirmed}</h1>
            <p class="lead">{words.confirmed_lead}</p>
            <form method="post" action=next.to_owned()>
                {hidden(fields)}
                <button class="button primary wide big" type="submit">{words.confirmed_do}</button>
            </form>
        </section>
    }
}

/// The page that leads on to the provider. A page and no redirect: browsers let a form lead only where the page it is
/// on says, and a provider may send people on to others. Its title is [`SingleSignOn::going`].
#[must_use]
pub fn sso_going(lang: Lang, to: &str) -> impl IntoView + use<> {
    let words = SingleSignOn::of(lang);
    view! {
        <section class="card">
            <h1>{words.going}</h1>
            <p class="lead">{words.going_lead}</p>
            <p><a class="button primary wide big" href=to.to_owned()>{words.going_link}</a></p>
        </section>
    }
}

/// The page for what came to nothing. Its title is [`sso_wrong_title`].
#[must_use]
pub fn sso_wrong(lang: Lang, wrong: SsoWrong) -> impl IntoView + use<> {
    let words = SingleSignOn::of(lang);
    let (why, what_to_do) = match wrong {
        SsoWrong::Unknown => (words.unknown_why, words.unknown_do),
        SsoWrong::SomebodyElse => (words.somebody_else_why, words.somebody_else_do),
        SsoWrong::Unreachable => (words.unreachable_why, words.unreachable_do),
        SsoWrong::Refused => (words.refused_why, words.refused_do),
        SsoWrong::Elsewhere => (words.elsewhere_why, words.elsewhere_do),
        SsoWrong::GivenUp => (words.given_up_why, words.given_up_do),
    };
    view! {
        <section class="card">
            <h1>{sso_wrong_title(lang, wrong)}</h1>
            <p class="lead">{why}</p>
            <p>{what_to_do}</p>
            <p><a class="button" href="/sign-in">{words.again}</a></p>
        </section>
    }
}

/// What came to nothing, in a few words.
#[must_use]
pub fn sso_wrong_title(lang: Lang, wrong: SsoWrong) -> &'static str {
    let words = SingleSignOn::of(lang);
    match wrong {
        SsoWrong::Unknown => words.unknown,
        SsoWrong::SomebodyElse => words.somebody_else,
        SsoWrong::Unreachable => words.unreachable,
        SsoWrong::Refused => words.refused,
        SsoWrong::Elsewhere => words.elsewhere,
        SsoWrong::GivenUp => words.given_up,
    }
}

fn hidden(fields: &[(String, String)]) -> Vec<impl IntoView + use<>> {
    let fields = fields.iter().cloned();
    fields
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(id: &str, name: &str) -> SsoOffer {
        SsoOffer {
            organisation: id.to_owned(),
            name: Text {
                en: name.to_owned(),
                cy: String::new(),
            },
        }
    }

    #[test]
    fn several_organisations_are_told_apart_by_name() {
        assert!(single_sign_on(Lang::En, &[], false).is_none());
        let one = single_sign_on(Lang::En, &[offer("a", "<b>Aber")], false);
        let one = one.map(|page| page.to_html()).unwrap_or_default();
        assert!(
            one.contains("Continue with") && !one.contains("Aber"),
            "{one}"
        );
        let two = single_sign_on(Lang::En, &[offer("a", "<b>Aber"), offer("c", "Cwm")], true);
        let two = two.map(|page| page.to_html()).unwrap_or_default();
        assert!(
            two.contains("&lt;b&gt;Aber") && two.contains("Cwm"),
            "{two}"
        );
        assert_eq!(two.matches("value=\"plain\"").count(), 2, "{two}");
    }

    #[test]
    fn what_waited_is_carried_on_as_text() {
        let fields = [("name".to_owned(), "\"><script>".to_owned())];
        for page in [
            sso_confirmed(Lang::En, "/office", &fields).to_html(),
            sso_confirm(Lang::Cy, "/office", Some(&fields)).to_html(),
        ] {
            assert!(!page.contains("<script>"), "{page}");
        }
    }
}
