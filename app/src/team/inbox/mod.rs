//! The inbox: what was felt at the team's services, as threads, what wants the team first.

mod bulk;
mod data;
mod filters;
mod line;
mod live;
mod views;
mod withdrawn;

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::{Lang, ThreadId},
    words::{Exports, Inbox as Words, Journey, Team, fill},
};

use super::{Group, Sort, asked_view::asked_views, href};

pub use bulk::Bulk;
use bulk::{bulk, done};
pub use data::{Inbox, Line};
pub(super) use filters::chosen_words;
use filters::{chosen, filters, search};
use line::line;
use live::{keys, news};
pub use views::View;
use views::{keep, views};
use withdrawn::withdrawn;

/// Where the list stands.
#[derive(Clone, Copy, Debug)]
enum Side {
    /// A page of its own: its lines can be ticked.
    Alone,
    /// Beside the page of something in this thread.
    Beside(Option<ThreadId>),
}

/// The list, and beside it on a wide screen an invitation to choose.
#[must_use]
pub fn inbox(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let new = fill(words.new_count, &[("n", &inbox.new.to_string())]);
    let some = !inbox.services.is_empty();
    view! {
        <div class="two">
            <section class="list" aria-label=words.inbox data-inbox="">
                <header class="pane-head">
                    <h1 class="list-title">{words.inbox}</h1>
                    <p class="hint">{new}</p>
                    <a class="hint" href="/team/journey">
                        {Journey::of(lang).journeys}
                    </a>
                    <a class="hint" href=href("/export", &inbox.filter, None)>
                        {Exports::of(lang).title}
                    </a>
                </header>
                {done(lang, inbox)} {asked_views(lang, &inbox.asked)} {some.then(|| news(lang, inbox))}
                {some.then(|| view! { {search(lang, inbox)} {views(lang, inbox)} {filters(lang, inbox)} {chosen(lang, inbox)} {keep(lang, inbox)} })}
                {(!inbox.lines.is_empty() || inbox.bulk.is_some()).then(|| bulk(lang, inbox))}
                {rows(lang, inbox, Side::Alone)} {some.then(|| keys(lang))}
            </section>
            <section class="detail pane">
                <div class="empty">
                    <Icon glyph=Glyph::Inbox />
                    <h2>{words.choose}</h2>
                    <p>{Words::of(lang).choose_why}</p>
                </div>
            </section>
        </div>
    }
}

/// The list as the companion of the page of something in the thread `chosen`, with no heading of its own.
pub(super) fn list(lang: Lang, inbox: &Inbox, chosen: Option<ThreadId>) -> impl IntoView + use<> {
    let words = Team::of(lang);
    view! {
        <section class="list" aria-label=words.inbox>
            <header class="pane-head">
                <p class="list-title">{words.inbox}</p>
            </header>
            {rows(lang, inbox, Side::Beside(chosen))}
        </section>
    }
}

fn rows(lang: Lang, inbox: &Inbox, side: Side) -> impl IntoView + use<> {
    let body = if inbox.lines.is_empty() {
        empty(lang, inbox).into_any()
    } else {
        grouped(lang, inbox, side).into_any()
    };
    let cut = inbox.cut.then_some(Words::of(lang).cut);
    view! {
        {cut.map(|cut| view! { <p class="note">{cut}</p> })}
        {body}
        {further(lang, inbox)}
        {withdrawn(lang, inbox)}
    }
}

/// The lines, under a heading for each group where they are in that order.
fn grouped(lang: Lang, inbox: &Inbox, side: Side) -> impl IntoView + use<> {
    let by_group = inbox.filter.sort == Sort::Hurts;
    let group = |it: &Line| by_group.then(|| Group::of(it.head.state));
    let groups = inbox.lines.chunk_by(|a, b| group(a) == group(b));
    let groups = groups.map(|lines| {
        let heading = lines.first().and_then(group).map(|group| {
            let count = inbox.count(group).to_string();
            view! {
                <h2 class="group">
                    {group_word(lang, group)} " " <span>{count}</span>
                </h2>
            }
        });
        let rows: Vec<_> = lines.iter().map(|it| line(lang, it, inbox, side)).collect();
        view! {
            {heading}
            <ul class="threads">{rows}</ul>
        }
    });
    groups.collect_view()
}

pub(super) fn group_word(lang: Lang, group: Group) -> &'static str {
    let words = Words::of(lang);
    match group {
        Group::Calls => words.calls,
        Group::Hand => words.hand,
        Group::Settled => words.settled,
    }
}

/// Why there is nothing here, and what to do.
fn empty(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let more = Words::of(lang);
    let (title, why) = if inbox.services.is_empty() {
        (words.no_services, Some(words.no_services_why))
    } else if inbox.filter.shows_all() && inbox.felt == 0 {
        (words.empty, Some(words.empty_why))
    } else if inbox.filter.shows_all() {
        (more.none_waits, Some(more.none_waits_why))
    } else if inbox.filter.words.is_empty() {
        (words.empty_filter, None)
    } else {
        (more.none_found, Some(more.none_found_why))
    };
    let all = (!inbox.filter.shows_all())
        .then(|| view! { <p><a href="/team">{words.empty_filter_do}</a></p> });
    view! {
        <div class="empty pane">
            <h2>{title}</h2>
            {why.map(|why| view! { <p>{why}</p> })}
            {all}
        </div>
    }
}

/// The ways to the next page, and back to the first.
fn further(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let words = Words::of(lang);
    let button = |name: &'static str, after: Option<&str>, rel: &'static str| {
        view! {
            <a class="button" rel=rel href=href("", &inbox.filter, after)>
                {name}
            </a>
        }
    };
    let first = inbox
        .after
        .as_ref()
        .map(|_| button(words.first_page, None, "first"));
    let more = inbox
        .more
        .as_ref()
        .map(|after| button(words.next_page, Some(after), "next"));
    (first.is_some() || more.is_some()).then(|| view! { <p class="note row">{first} {more}</p> })
}
