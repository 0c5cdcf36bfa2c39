//! A fresh proof that the person is there.

use leptos::{either::Either, prelude::*};

use super::passkey::{Purpose, passkey};
use crate::{
    walk::Lang,
    words::{Front, SignIn},
};

/// What is confirmed, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirm {
    /// Where the form goes, with what comes after.
    pub action: String,
    /// The fields of a form that waits for it; none when a page is asked for.
    pub carried: Option<Vec<(String, String)>>,
    /// True where the button alone is proof enough.
    pub demonstration: bool,
    /// The server's own address, where the person can confirm with a passkey.
    pub passkeys_at: Option<String>,
}

/// The page "Confirm that it is you". What was typed goes on with it.
#[must_use]
pub fn confirm(lang: Lang, asked: &Confirm) -> impl IntoView + use<> {
    let words = Front::of(lang);
    let fields = asked.carried.clone().unwrap_or_default();
    let fields: Vec<_> = fields
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect();
    let why = if asked.demonstration {
        words.confirm_demonstration
    } else {
        words.confirm_why
    };
    let button = match &asked.passkeys_at {
        Some(address) => Either::Left(passkey(lang, Purpose::Confirm, address)),
        None => Either::Right(asked.demonstration.then(|| {
            view! { <button class="button primary wide big" type="submit">{words.confirm_do}</button> }
        })),
    };
    let none = asked.passkeys_at.is_none() && !asked.demonstration;
    view! {
        <section class="card">
            <h1>{words.confirm}</h1>
            <p class="lead">{why}</p>
            <form method="post" action=asked.action.clone()>{fields} {button}</form>
            {none.then(|| view! { <p>{SignIn::of(lang).passkeys_none}</p> })}
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_goes_on_as_text() {
        let asked = Confirm {
            action: "/confirm?next=/office/people&carry=true".to_owned(),
            carried: Some(vec![("name".to_owned(), "\"><script>".to_owned())]),
            demonstration: true,
            passkeys_at: None,
        };
        let page = confirm(Lang::En, &asked).to_html();
        assert!(!page.contains("<script>"), "{page}");
        assert!(page.contains("carry=true"), "{page}");
    }
}
