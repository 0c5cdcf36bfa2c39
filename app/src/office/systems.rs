//! Other systems of the organisation: what reads with a key, and what is called.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::{Lang, Text},
    words::{Office, Systems, When, fill},
};

/// The id of what is said of a form that could not be used.
const WHY: &str = "systems-why";

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

/// What was typed into a form here and could not be used.
#[derive(Clone, Debug, Default)]
pub struct TypedSystem {
    /// What the key is for.
    pub name: String,
    /// The one service it is to read; empty for all.
    pub service: String,
    /// For how many days it opens, one of [`KEY_DAYS`]; empty for what is offered first.
    pub days: String,
    /// The address to call.
    pub url: String,
    /// Why nothing was made.
    pub fault: Option<SystemFault>,
    /// The page's own id for its forms, so that sending one twice does it once.
    pub form: String,
}

/// For how many days a key can open.
pub const KEY_DAYS: [i64; 3] = [30, 90, 365];
/// For how many days it opens unless its maker says otherwise.
pub const USUAL_DAYS: i64 = 90;
/// The most characters of what a key is for.
pub const MOST_KEY_NAME: usize = 60;

/// Why nothing was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SystemFault {
    /// A key says what it is for.
    NoName,
    /// This many characters more than [`MOST_KEY_NAME`].
    LongName(usize),
    /// Not one of [`KEY_DAYS`].
    NoDays,
    /// A service that is not there, or no longer.
    NoService,
    /// Not an address that may be called.
    NoAddress,
    /// There are too many already.
    TooMany,
    /// The same form made one before, which was ended since.
    Ended,
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
    /// What was typed and could not be used.
    pub typed: TypedSystem,
}

impl SystemsPage {
    fn is_wrong(&self, fault: SystemFault) -> bool {
        self.typed.fault == Some(fault)
    }
}

/// The page.
#[must_use]
pub fn systems(lang: Lang, page: &SystemsPage) -> impl IntoView + use<> {
    let words = Systems::of(lang);
    let fault = page.typed.fault.map(|fault| match fault {
        SystemFault::NoName => words.no_name.to_owned(),
        SystemFault::LongName(over) => fill(words.long_name, &[("n", &over.to_string())]),
        SystemFault::NoDays => words.no_days.to_owned(),
        SystemFault::NoService => words.no_service.to_owned(),
        SystemFault::NoAddress => words.no_address.to_owned(),
        SystemFault::TooMany => words.too_many.to_owned(),
        SystemFault::Ended => words.ended.to_owned(),
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
                            <p class="why" role="alert" id=WHY>
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

/// The page's own id, so that sending a form twice does it once.
fn form_id(page: &SystemsPage) -> impl IntoView + use<> {
    view! { <input type="hidden" name="form" value=page.typed.form.clone() /> }
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
    let typed = &page.typed;
    let services: Vec<_> = page
        .services
        .iter()
        .map(|(id, name)| {
            let selected = *id == typed.service;
            view! {
                <option value=id.clone() selected=selected>
                    {name.get(lang).to_owned()}
                </option>
            }
        })
        .collect();
    let chosen = typed.days.parse().unwrap_or(USUAL_DAYS);
    let days = KEY_DAYS.map(|days| {
        let name = fill(words.days, &[("n", &days.to_string())]);
        view! {
            <option value=days.to_string() selected=days == chosen>
                {name}
            </option>
        }
    });
    let long = matches!(typed.fault, Some(SystemFault::LongName(_)));
    let name_wrong = long || page.is_wrong(SystemFault::NoName);
    let service_wrong = page.is_wrong(SystemFault::NoService);
    let days_wrong = page.is_wrong(SystemFault::NoDays);
    let why = |wrong: bool| wrong.then_some(WHY);
    let invalid = |wrong: bool| wrong.then_some("true");
    view! {
        <section class="stack">
            <h2>{words.keys}</h2>
            <p>{words.keys_why}</p>
            <ul class="deeds">{rows}</ul>
            <form class="form" method="post" action="/office/systems/keys">
                {form_id(page)}
                <div class="field">
                    <label for="name">{words.name}</label>
                    <input
                        class="input"
                        id="name"
                        name="name"
                        maxlength=MOST_KEY_NAME.to_string()
                        autocomplete="off"
                        value=typed.name.clone()
                        aria-describedby=why(name_wrong)
                        aria-invalid=invalid(name_wrong)
                    />
                </div>
                <div class="side-by-side">
                    <div class="field">
                        <label for="service">{words.reads}</label>
                        <select
                            class="input"
                            id="service"
                            name="service"
                            aria-describedby=why(service_wrong)
                            aria-invalid=invalid(service_wrong)
                        >
                            <option value="">{words.everything}</option>
                            {services}
                        </select>
                    </div>
                    <div class="field">
                        <label for="days">{words.opens_for}</label>
                        <select
                            class="input"
                            id="days"
                            name="days"
                            aria-describedby=why(days_wrong)
                            aria-invalid=invalid(days_wrong)
                        >
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
    let wrong = page.is_wrong(SystemFault::NoAddress);
    view! {
        <section class="stack">
            <h2>{words.hooks}</h2>
            <p>{words.hooks_why}</p>
            <ul class="deeds">{rows}</ul>
            <form class="form" method="post" action="/office/systems/hooks">
                {form_id(page)}
                <div class="field">
                    <label for="url">{words.url}</label>
                    <input
                        class="input"
                        type="url"
                        id="url"
                        name="url"
                        maxlength="500"
                        autocomplete="off"
                        value=page.typed.url.clone()
                        aria-describedby=if wrong { "systems-why url-hint" } else { "url-hint" }
                        aria-invalid=wrong.then_some("true")
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
