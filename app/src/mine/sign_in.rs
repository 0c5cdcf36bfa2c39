//! One's own ways in: passkeys, sessions, and an invitation for another device.

use leptos::prelude::*;

use crate::{
    ui::Qr,
    walk::Lang,
    words::{SignIn, When, fill},
};

/// A passkey of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPasskey {
    /// Its id.
    pub id: String,
    /// What it is called; may be empty.
    pub name: String,
    /// When it was made.
    pub made: When,
    /// When it was last used.
    pub used: When,
}

/// A session of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSession {
    /// Its public id.
    pub id: String,
    /// Browser and system; may be empty.
    pub device: String,
    /// By what it began: a code of the store.
    pub how: String,
    /// When it began.
    pub since: When,
    /// When it was last used.
    pub used: When,
    /// True for the one that asks.
    pub this: bool,
}

/// All of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnWays {
    /// In the order they were made.
    pub passkeys: Vec<OwnPasskey>,
    /// The last used first.
    pub sessions: Vec<OwnSession>,
    /// False when the one passkey is the only way in.
    pub removable: bool,
}

/// The page. `removed` is true when a passkey was just taken away; `able` is false where there are no passkeys.
#[must_use]
pub fn own_ways(lang: Lang, ways: &OwnWays, able: bool, removed: bool) -> impl IntoView + use<> {
    let words = SignIn::of(lang);
    let passkeys: Vec<_> = ways
        .passkeys
        .iter()
        .enumerate()
        .map(|(at, passkey)| one_passkey(lang, at, passkey, ways.removable))
        .collect();
    let none = ways
        .passkeys
        .is_empty()
        .then(|| view! { <p>{words.passkeys_none}</p> });
    let kept = (!ways.removable && !ways.passkeys.is_empty())
        .then(|| view! { <p class="hint">{words.last_one}</p> });
    let removable = ways
        .removable
        .then(|| view! { <p class="hint">{words.remove_what}</p> });
    let another = able.then(|| {
        view! {
            <section class="card">
                <h2>{words.another}</h2>
                <p>{words.another_why}</p>
                <form method="post" action="/me/sign-in/device">
                    <button class="button" type="submit">{words.another}</button>
                </form>
            </section>
        }
    });
    let sessions: Vec<_> = ways
        .sessions
        .iter()
        .map(|session| one_session(lang, session))
        .collect();
    let others = (ways.sessions.len() > 1).then(|| {
        view! {
            <form method="post" action="/me/sign-in/others">
                <button class="button" type="submit">{words.end_others}</button>
            </form>
        }
    });
    view! {
        <div class="pane stack mine">
            <h1>{words.own}</h1>
            <p class="lead">{words.own_lead}</p>
            {removed.then(|| view! { <p role="status">{words.removed}</p> })}
            <section class="card">
                <h2>{words.passkeys}</h2>
                {none}
                <ul class="own-ways">{passkeys}</ul>
                {kept}
                {removable}
            </section>
            {another}
            <section class="card">
                <h2>{words.sessions}</h2>
                <ul class="own-ways">{sessions}</ul>
                {others}
            </section>
        </div>
    }
}

fn one_passkey(lang: Lang, at: usize, passkey: &OwnPasskey, removable: bool) -> AnyView {
    let words = SignIn::of(lang);
    let name = named(&passkey.name, words.passkey_nameless);
    let field = format!("passkey-{at}");
    let times = [
        ("made", passkey.made.recently(lang)),
        ("used", passkey.used.recently(lang)),
    ];
    let times: Vec<(&str, &str)> = times.iter().map(|(key, it)| (*key, it.as_str())).collect();
    let remove = removable.then(|| {
        view! {
            <form method="post" action="/me/sign-in/remove">
                <input type="hidden" name="passkey" value=passkey.id.clone() />
                <button class="button" type="submit" aria-label=fill(words.remove_named, &[("name", &name)])>
                    {words.remove}
                </button>
            </form>
        }
    });
    view! {
        <li>
            <p><strong>{name.clone()}</strong></p>
            <p class="hint">{fill(words.made_used, &times)}</p>
            <div class="own-actions">
                <form method="post" action="/me/sign-in/rename">
                    <input type="hidden" name="passkey" value=passkey.id.clone() />
                    <div class="field">
                        <label for=field.clone()>{words.name}</label>
                        <input
                            class="input"
                            id=field
                            name="name"
                            value=name.clone()
                            maxlength="60"
                            autocomplete="off"
                            required
                            aria-label=fill(words.name_of, &[("name", &name)])
                        />
                    </div>
                    <button class="button" type="submit">{words.rename}</button>
                </form>
                {remove}
            </div>
        </li>
    }
    .into_any()
}

fn one_session(lang: Lang, session: &OwnSession) -> AnyView {
    let words = SignIn::of(lang);
    let name = named(&session.device, words.somewhere);
    let how = match session.how.as_str() {
        "passkey" => words.by_passkey,
        "single_sign_on" => words.by_single_sign_on,
        _ => words.by_invitation,
    };
    let times = [
        ("since", session.since.recently(lang)),
        ("used", session.used.recently(lang)),
    ];
    let times: Vec<(&str, &str)> = times.iter().map(|(key, it)| (*key, it.as_str())).collect();
    let end = if session.this {
        view! { <p><strong>{words.this_one}</strong></p> }.into_any()
    } else {
        view! {
            <form method="post" action="/me/sign-in/end">
                <input type="hidden" name="session" value=session.id.clone() />
                <button class="button" type="submit" aria-label=fill(words.end_named, &[("name", &name)])>
                    {words.end}
                </button>
            </form>
        }
        .into_any()
    };
    view! {
        <li>
            <p><strong>{name.clone()}</strong>", "{how}</p>
            <p class="hint">{fill(words.since_used, &times)}</p>
            {end}
        </li>
    }
    .into_any()
}

/// An invitation for another device, shown once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForDevice {
    /// The address, as a picture.
    pub picture: Option<Qr>,
    /// The address to open.
    pub address: String,
    /// The code to type instead.
    pub code: String,
    /// Where it is typed.
    pub typed_at: String,
    /// When it stops working.
    pub until: When,
}

/// The page "On the other device".
#[must_use]
pub fn for_device(lang: Lang, made: &ForDevice) -> impl IntoView + use<> {
    let words = SignIn::of(lang);
    let office = crate::words::Office::of(lang);
    let lead = fill(words.another_lead, &[("time", &made.until.time())]);
    let picture = made.picture.as_ref();
    view! {
        <div class="pane stack mine">
            <h1>{words.another_title}</h1>
            <p class="lead">{lead}</p>
            <section class="card handed-over">
                {picture.map(|it| it.picture(words.scan_alt))}
                <h2 class="subhead">{office.made_address}</h2>
                <p class="mono">{made.address.clone()}</p>
                <h2 class="subhead">{fill(office.made_code, &[("address", &made.typed_at)])}</h2>
                <p class="mono code">{made.code.clone()}</p>
            </section>
            <p><a class="button" href="/me/sign-in">{words.another_back}</a></p>
        </div>
    }
}

fn named(name: &str, otherwise: &str) -> String {
    if name.is_empty() { otherwise } else { name }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_way_in_cannot_be_removed() {
        let when = When {
            year: 2026,
            month: 11,
            day: 22,
            weekday: 7,
            hour: 9,
            minute: 0,
            days_ago: 0,
        };
        let passkey = OwnPasskey {
            id: "one".into(),
            name: "<b>Phone</b>".into(),
            made: when,
            used: when,
        };
        let ways = OwnWays {
            passkeys: vec![passkey],
            sessions: Vec::new(),
            removable: false,
        };
        let page = own_ways(Lang::En, &ways, true, false).to_html();
        assert!(!page.contains("/me/sign-in/remove"), "{page}");
        assert!(page.contains("only way in"), "{page}");
        assert!(page.contains("&lt;b&gt;Phone"), "{page}");
    }
}
