//! Other systems of the organisation: what reads with a key, and what is called.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::{Lang, Text},
    words::{Office, Systems, When, fill},
};

/// A key, without what it opens with.
#[derive(Clone, Debug)]
pub struct KeyShown {
    /// Its id.
    pub id: String,
    /// What it is for.
    pub name: String,
    /// The one service it may read; all without one.
    pub service: Option<String>,
    /// Until when it opens.
    pub expires: When,
    /// True when that has passed.
    pub expired: bool,
    /// When it was last used, roughly.
    pub used: Option<When>,
}

/// A system that is called.
#[derive(Clone, Debug)]
pub struct HookShown {
    /// Its id.
    pub id: String,
    /// Its address.
    pub url: String,
    /// Since when.
    pub since: When,
    /// How many calls it did not take and that are tried again.
    pub waiting: i64,
    /// What it never took.
    pub given_up: Option<GivenUp>,
}

/// Calls that were not taken however often they were tried.
#[derive(Clone, Debug)]
pub struct GivenUp {
    /// How many.
    pub n: i64,
    /// After how many tries each.
    pub tries: i64,
    /// When that was, the last time.
    pub last: When,
}

/// What was just made, and is shown this once.
#[derive(Clone, Debug)]
pub enum Made {
    /// A key.
    Key(String),
    /// What calls are signed with.
    HookSecret(String),
}

/// Why nothing was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SystemFault {
    /// A key says what it is for.
    NoName,
    /// Not an address that may be called.
    NoAddress,
    /// There are too many already.
    TooMany,
}

/// The page.
#[derive(Clone, Debug)]
pub struct SystemsPage {
    /// The organisation's keys, newest first.
    pub keys: Vec<KeyShown>,
    /// What is called, newest first.
    pub hooks: Vec<HookShown>,
    /// The services a key can be for: id and name.
    pub services: Vec<(String, Text)>,
    /// What was just made.
    pub made: Option<Made>,
    /// Why nothing was made.
    pub fault: Option<SystemFault>,
}

/// The page.
#[must_use]
pub fn systems(lang: Lang, page: &SystemsPage) -> impl IntoView + use<> {
    let words = Systems::of(lang);
    let fault = page.fault.map(|fault| match fault {
        SystemFault::NoName => words.no_name,
        SystemFault::NoAddress => words.no_address,
        SystemFault::TooMany => words.too_many,
    });
    view! {
        <div class="pane stack">
            <p>
                <a href="/office">{Office::of(lang).title}</a>
            </p>
            <h1>{words.title}</h1>
            <p class="lead">{words.lead}</p>
            {page.made.as_ref().map(|made| shown_once(lang, made))}
            {fault
                .map(|it| {
                    view! {
                        <div class="field">
                            <p class="why" role="alert">
                                <Icon glyph=Glyph::Warning />
                                {it}
                            </p>
                        </div>
                    }
                })} {keys(lang, page)}
            {hooks(lang, page)}
        </div>
    }
}

fn shown_once(lang: Lang, made: &Made) -> impl IntoView + use<> {
    let words = Systems::of(lang);
    let (title, secret) = match made {
        Made::Key(key) => (words.key_made, key.clone()),
        Made::HookSecret(secret) => (words.hook_made, secret.clone()),
    };
    view! {
        <section class="note stack" role="status">
            <h2>{title}</h2>
            <p>
                <label for="secret">{words.once}</label>
            </p>
            <input class="input" id="secret" type="text" readonly autocomplete="off" value=secret />
        </section>
    }
}

fn keys(lang: Lang, page: &SystemsPage) -> impl IntoView + use<> {
    let words = Systems::of(lang);
    let name = |id: &str| {
        let found = page.services.iter().find(|(service, _)| service == id);
        found.map_or_else(|| id.to_owned(), |(_, name)| name.get(lang).to_owned())
    };
    let rows = page.keys.iter().map(|key| {
        let reads = key
            .service
            .as_deref()
            .map_or_else(|| words.everything.to_owned(), name);
        let until = if key.expired {
            words.expired.to_owned()
        } else {
            fill(words.until, &[("date", &key.expires.full(lang))])
        };
        let used = key.used.as_ref().map_or_else(
            || words.unused.to_owned(),
            |at| fill(words.used, &[("date", &at.full(lang))]),
        );
        let hint = [reads, until, used].join(", ");
        let to = ["/office/systems/keys/", &key.id, "/end"].concat();
        line(key.name.clone(), hint, None, to, words.end_key)
    });
    let rows = rows.collect_view();
    let services: Vec<_> = page
        .services
        .iter()
        .map(|(id, name)| {
            view! { <option value=id.clone()>{name.get(lang).to_owned()}</option> }
        })
        .collect();
    let days = [30, 90, 365].map(|days| {
        let name = fill(words.days, &[("n", &days.to_string())]);
        view! {
            <option value=days.to_string() selected=days == 90>
                {name}
            </option>
        }
    });
    view! {
        <section class="stack">
            <h2>{words.keys}</h2>
            <p>{words.keys_why}</p>
            <ul class="deeds">{rows}</ul>
            <form class="form" method="post" action="/office/systems/keys">
                <div class="field">
                    <label for="name">{words.name}</label>
                    <input class="input" id="name" name="name" maxlength="60" autocomplete="off" />
                </div>
                <div class="side-by-side">
                    <div class="field">
                        <label for="service">{words.reads}</label>
                        <select class="input" id="service" name="service">
                            <option value="">{words.everything}</option>
                            {services}
                        </select>
                    </div>
                    <div class="field">
                        <label for="days">{words.opens_for}</label>
                        <select class="input" id="days" name="days">
                            {days.collect_view()}
                        </select>
                    </div>
                </div>
                <button class="button" type="submit">
                    {words.make_key}
                </button>
            </form>
        </section>
    }
}

fn hooks(lang: Lang, page: &SystemsPage) -> impl IntoView + use<> {
    let words = Systems::of(lang);
    let rows = page.hooks.iter().map(|hook| {
        let since = fill(words.since, &[("date", &hook.since.full(lang))]);
        let hint = match hook.waiting {
            0 => since,
            n => [since, fill(words.waiting, &[("n", &n.to_string())])].join(", "),
        };
        let given_up = hook.given_up.as_ref().map(|it| {
            let gaps = [
                ("n", &*it.n.to_string()),
                ("tries", &*it.tries.to_string()),
                ("date", &*it.last.full(lang)),
            ];
            fill(words.given_up, &gaps)
        });
        let to = ["/office/systems/hooks/", &hook.id, "/end"].concat();
        line(hook.url.clone(), hint, given_up, to, words.end_hook)
    });
    let rows = rows.collect_view();
    view! {
        <section class="stack">
            <h2>{words.hooks}</h2>
            <p>{words.hooks_why}</p>
            <ul class="deeds">{rows}</ul>
            <form class="form" method="post" action="/office/systems/hooks">
                <div class="field">
                    <label for="url">{words.url}</label>
                    <input
                        class="input"
                        type="url"
                        id="url"
                        name="url"
                        maxlength="500"
                        autocomplete="off"
                        aria-describedby="url-hint"
                    />
                    <p class="hint" id="url-hint">
                        {words.url_hint}
                    </p>
                </div>
                <button class="button" type="submit">
                    {words.add_hook}
                </button>
            </form>
        </section>
    }
}

fn line(
    name: String,
    hint: String,
    trouble: Option<String>,
    to: String,
    end: &'static str,
) -> impl IntoView + use<> {
    let label = fill(end, &[("name", &name)]);
    let word = end.split(' ').next().unwrap_or(end).to_owned();
    view! {
        <li>
            <span>{name}</span>
            <span class="hint">{hint}</span>
            {trouble
                .map(|it| {
                    view! {
                        <p class="why">
                            <Icon glyph=Glyph::Warning />
                            {it}
                        </p>
                    }
                })}
            <form method="post" action=to>
                <button class="button" type="submit" aria-label=label>
                    {word}
                </button>
            </form>
        </li>
    }
}
