//! A fresh proof that the person is there.

use leptos::prelude::*;

use crate::{walk::Lang, words::Front};

/// What is confirmed, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirm {
    /// A path of ours to go on to.
    pub next: String,
    /// The fields of a form that waits for it; none when a page is asked for.
    pub carried: Option<Vec<(String, String)>>,
    /// True where the button alone is proof enough.
    pub demonstration: bool,
}

/// The page "Confirm that it is you". What was typed goes on with it.
#[must_use]
pub fn confirm(lang: Lang, asked: &Confirm) -> impl IntoView + use<> {
    let words = Front::of(lang);
    let carry = if asked.carried.is_some() {
        "&carry=true"
    } else {
        ""
    };
    let to = ["/confirm?next=", &asked.next, carry].concat();
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
    view! {
        <section class="card">
            <h1>{words.confirm}</h1>
            <p class="lead">{why}</p>
            <form method="post" action=to>
                {fields}
                <button class="button primary wide big" type="submit">{words.confirm_do}</button>
            </form>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_goes_on_as_text() {
        let asked = Confirm {
            next: "/office/people".to_owned(),
            carried: Some(vec![("name".to_owned(), "\"><script>".to_owned())]),
            demonstration: true,
        };
        let page = confirm(Lang::En, &asked).to_html();
        assert!(!page.contains("<script>"), "{page}");
        assert!(page.contains("carry=true"), "{page}");
    }
}
