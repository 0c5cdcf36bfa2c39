//! What was done in the organisation: a list, newest first.

use leptos::prelude::*;

use crate::{
    walk::{Lang, Text, code_enum},
    words::{Audit, When, deed, fill},
};

code_enum! {
    /// Deeds that are looked for together.
    DeedKind {
        /// Signing in and out.
        Coming = "coming",
        /// People, what they may do, and invitations.
        People = "people",
        /// Services and what else is set up.
        SetUp = "set_up",
        /// What a person did with what is their own.
        Own = "own",
        /// What was denied.
        Denied = "denied",
    }
}

impl DeedKind {
    /// The kind of a deed by its code. What is not known yet belongs to the set-up.
    #[must_use]
    pub fn of(code: &str) -> Self {
        match code {
            "signed_in" | "signed_out" | "session_ended" | "confirmed" | "linked"
            | "broke_glass" | "passkey_made" | "passkey_removed" => Self::Coming,
            "invitation_made" | "invitation_spent" | "invitations_ended" | "person_added"
            | "person_changed" | "roles_changed" | "person_disabled" | "person_enabled" => {
                Self::People
            }
            "appears_as" | "shared" | "share_taken_back" | "exported" | "erasure_asked"
            | "erasure_withdrawn" | "erasure_held" | "erasure_released" | "person_erased"
            | "packet_made" | "packet_ended" | "offered" | "offer_taken_back"
            | "offer_answered" => Self::Own,
            "denied" => Self::Denied,
            _ => Self::SetUp,
        }
    }

    fn word(self, lang: Lang) -> &'static str {
        let words = Audit::of(lang);
        match self {
            Self::Coming => words.kind_coming,
            Self::People => words.kind_people,
            Self::SetUp => words.kind_set_up,
            Self::Own => words.kind_own,
            Self::Denied => words.kind_denied,
        }
    }
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doer {
    /// A person of the organisation, by name.
    Person(String),
    /// A person who is no longer here.
    Gone,
    /// The operator's commands.
    Operator,
}

/// One line of the audit.
#[derive(Clone, Debug)]
pub struct AuditLine {
    /// Who.
    pub who: Doer,
    /// What, by its code.
    pub what: String,
    /// The name of the person or the service it was done to, or the address that was denied; empty when it has none.
    pub about: Text,
    /// When, by the organisation's clock.
    pub when: When,
}

/// A page of the audit.
#[derive(Clone, Debug, Default)]
pub struct AuditPage {
    /// Newest first.
    pub lines: Vec<AuditLine>,
    /// Whose deeds alone are shown; empty for everybody's.
    pub person: String,
    /// Everybody who can be chosen: id and name.
    pub people: Vec<(String, String)>,
    /// What alone is shown.
    pub kind: Option<DeedKind>,
    /// True when newer lines than these were left out.
    pub is_older: bool,
    /// Where the next page begins, when there is one.
    pub older: Option<String>,
}

/// A line as a sentence: who, what, and about whom.
#[must_use]
pub fn sentence(lang: Lang, line: &AuditLine) -> String {
    let words = Audit::of(lang);
    let who = match &line.who {
        Doer::Person(name) => name.as_str(),
        Doer::Gone => words.gone,
        Doer::Operator => words.operator,
    };
    let about = Some(line.about.get(lang)).filter(|about| !about.is_empty());
    let what = match (line.what.as_str(), about) {
        ("walk_taken_in", Some(_)) => "walk_taken_in_for",
        (what, _) => what,
    };
    let text = deed(lang, what).unwrap_or(words.other);
    fill(
        text,
        &[("who", who), ("about", about.unwrap_or(words.something))],
    )
}

/// The page.
#[must_use]
pub fn audit(lang: Lang, page: &AuditPage) -> impl IntoView + use<> {
    let words = Audit::of(lang);
    let lines: Vec<_> = page.lines.iter().map(|line| item(lang, line)).collect();
    let list = if lines.is_empty() {
        view! {
            <div class="empty">
                <h2>{words.none}</h2>
                <p>{words.none_why}</p>
            </div>
        }
        .into_any()
    } else {
        view! { <ol class="deeds">{lines}</ol> }.into_any()
    };
    let newest = page.is_older.then(|| address(page, None));
    let older = page
        .older
        .as_ref()
        .map(|before| address(page, Some(before)));
    view! {
        <div class="pane stack">
            <p>
                <a href="/office">{crate::words::Office::of(lang).title}</a>
            </p>
            <h1>{words.title}</h1>
            <p class="lead">{words.why}</p>
            {filter(lang, page)} {list}
            <nav class="row" aria-label=words.title>
                {newest.map(|to| view! { <a class="button" href=to>{words.newest}</a> })}
                {older.map(|to| view! { <a class="button" href=to>{words.older}</a> })}
            </nav>
            <section class="stack">
                <p>
                    <a class="button" href="/office/audit/audit.csv">{words.take}</a>
                </p>
                <p class="hint">{words.take_why}</p>
            </section>
        </div>
    }
}

fn item(lang: Lang, line: &AuditLine) -> impl IntoView + use<> {
    let at = [("date", line.when.full(lang)), ("time", line.when.time())];
    let at = fill(
        Audit::of(lang).at,
        &[(at[0].0, &at[0].1), (at[1].0, &at[1].1)],
    );
    view! {
        <li>
            <span>{sentence(lang, line)}</span>
            <span class="hint">{at}</span>
        </li>
    }
}

fn filter(lang: Lang, page: &AuditPage) -> impl IntoView + use<> {
    let words = Audit::of(lang);
    let people: Vec<_> = page
        .people
        .iter()
        .map(|(id, name)| view! { <option value=id.clone() selected=*id == page.person>{name.clone()}</option> })
        .collect();
    let kinds: Vec<_> = DeedKind::ALL
        .iter()
        .map(|kind| view! { <option value=kind.code() selected=page.kind == Some(*kind)>{kind.word(lang)}</option> })
        .collect();
    view! {
        <form class="form" method="get" action="/office/audit">
            <div class="side-by-side">
                <div class="field">
                    <label for="person">{words.person}</label>
                    <select class="input" id="person" name="person">
                        <option value="">{words.everybody}</option>
                        {people}
                    </select>
                </div>
                <div class="field">
                    <label for="kind">{words.kind}</label>
                    <select class="input" id="kind" name="kind">
                        <option value="">{words.all_kinds}</option>
                        {kinds}
                    </select>
                </div>
            </div>
            <button class="button" type="submit">{words.show}</button>
        </form>
    }
}

fn address(page: &AuditPage, before: Option<&String>) -> String {
    let kind = page.kind.map_or("", DeedKind::code);
    let before = before
        .map(|before| ["&before=", before].concat())
        .unwrap_or_default();
    [
        "/office/audit?person=",
        &page.person,
        "&kind=",
        kind,
        &before,
    ]
    .concat()
}
