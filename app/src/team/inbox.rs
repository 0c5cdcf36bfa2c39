//! The inbox: what was felt, newest first.

use leptos::prelude::*;

use crate::{
    ui::{Badge, Glyph, Icon, Mark, Shape},
    walk::{FrictionId, Lang},
    words::{
        Common, Exports, Journey, Team, When, category, dates, feeling, fill, quoted, severity,
    },
};

use super::{Filter, Inbox, Item, State, href};

/// The list, and beside it on a wide screen an invitation to choose.
#[must_use]
pub fn inbox(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let words = Team::of(lang);
    view! {
        <div class="two">
            {list(lang, inbox, None)}
            <section class="detail pane">
                <div class="empty">
                    <Icon glyph=Glyph::Inbox />
                    <h2>{words.choose}</h2>
                    <p>{words.choose_why}</p>
                </div>
            </section>
        </div>
    }
}

/// The list. With a friction point `chosen` it is the companion of that one's page, and has no heading of its own.
pub(super) fn list(lang: Lang, inbox: &Inbox, chosen: Option<FrictionId>) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let title = match chosen {
        None => view! { <h1 class="list-title">{words.inbox}</h1> }.into_any(),
        Some(_) => view! { <p class="list-title">{words.inbox}</p> }.into_any(),
    };
    let new = fill(words.new_count, &[("n", &inbox.new.to_string())]);
    let body = if inbox.items.is_empty() {
        empty(lang, inbox).into_any()
    } else {
        by_month(lang, inbox, chosen).into_any()
    };
    view! {
        <section class="list" aria-label=words.inbox>
            <header class="pane-head">
                {title} <p class="hint">{new}</p>
                <a class="button" href="/team/journey">
                    <Icon glyph=Glyph::Journey />
                    {Journey::of(lang).journeys}
                </a>
                {chosen.is_none().then(|| view! { <a class="hint" href="/team/export">{Exports::of(lang).title}</a> })}
                {(!inbox.services.is_empty()).then(|| menu(lang, inbox))}
            </header>
            {body}
            {older(lang, inbox)}
        </section>
    }
}

fn empty(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let (title, why) = if inbox.services.is_empty() {
        (words.no_services, Some(words.no_services_why))
    } else if inbox.filter == Filter::default() {
        (words.empty, Some(words.empty_why))
    } else {
        (words.empty_filter, None)
    };
    let why = match why {
        Some(why) => view! { <p>{why}</p> }.into_any(),
        None => view! { <p><a href="/team">{words.empty_filter_do}</a></p> }.into_any(),
    };
    view! {
        <div class="empty pane">
            <h2>{title}</h2>
            {why}
        </div>
    }
}

/// What to show: states, and services when there are several. Plain links in a menu that needs no script.
fn menu(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let filter = &inbox.filter;
    let mut links = vec![link(
        words.all_states.to_owned(),
        Filter {
            state: None,
            ..filter.clone()
        },
        filter,
    )];
    for state in State::ALL {
        let to = Filter {
            state: Some(*state),
            ..filter.clone()
        };
        links.push(link(state_word(lang, *state).to_owned(), to, filter));
    }
    if inbox.services.len() > 1 {
        let all = Filter {
            service: None,
            ..filter.clone()
        };
        links.push(link(words.all_services.to_owned(), all, filter));
        for (id, name) in &inbox.services {
            let to = Filter {
                service: Some(id.clone()),
                ..filter.clone()
            };
            links.push(link(name.get(lang).to_owned(), to, filter));
        }
    }
    view! {
        <details class="menu">
            <summary class="button">
                <Icon glyph=Glyph::Filter />
                {shown(lang, inbox)}
            </summary>
            <ul>{links}</ul>
        </details>
    }
}

fn link(name: String, to: Filter, now: &Filter) -> impl IntoView + use<> {
    let current = (to == *now).then_some("true");
    view! {
        <li>
            <a href=href("", &to, None) aria-current=current>
                {name}
            </a>
        </li>
    }
}

/// What is shown now, in a few words.
fn shown(lang: Lang, inbox: &Inbox) -> String {
    let service = inbox.filter.service.as_ref().and_then(|id| {
        inbox
            .services
            .iter()
            .find(|(service, _)| service == id)
            .map(|(_, name)| name.get(lang))
    });
    let state = inbox.filter.state.map(|state| state_word(lang, state));
    match (state, service) {
        (None, None) => Team::of(lang).all_states.to_owned(),
        (state, service) => [state, service]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// The items under a heading for each month.
fn by_month(lang: Lang, inbox: &Inbox, chosen: Option<FrictionId>) -> impl IntoView + use<> {
    let month = |item: &Item| (item.felt.year, item.felt.month);
    let groups = inbox
        .items
        .chunk_by(|a, b| month(a) == month(b))
        .filter_map(|items| {
            let When { year, month, .. } = items.first()?.felt;
            let rows: Vec<_> = items
                .iter()
                .map(|item| thread(lang, item, inbox, chosen))
                .collect();
            Some(view! {
                <h2 class="group">{dates::month_year(lang, month, year)}</h2>
                <ul class="threads">{rows}</ul>
            })
        });
    groups.collect_view()
}

fn thread(
    lang: Lang,
    item: &Item,
    inbox: &Inbox,
    chosen: Option<FrictionId>,
) -> impl IntoView + use<> {
    let friction = &item.friction;
    let current = (chosen == Some(friction.id)).then_some("true");
    let address = inbox.href(&format!("/friction/{}", friction.id));
    let risk = friction
        .risk
        .then(|| view! { <span class="badge">{Common::of(lang).risk}</span> });
    let shape = match item.withdrawn {
        None => Shape::of_friction(friction.severity),
        Some(_) => Shape::Withdrawn,
    };
    view! {
            <li>
                <a class="thread" href=address aria-current=current>
                    <Mark shape=shape />
                    <span>
                        <strong>{title(lang, item)}</strong>
                        {excerpt(&friction.note).map(|note| view! { <span class="excerpt">{note}</span> })}
                        <span class="meta">
    <span>{felt_as(lang, item)}</span>
    <Badge shape=state_shape(item.state) word=state_word(lang, item.state) />
    {risk}
    </span>
    <span class="meta">
    <span>{place(lang, item)}</span>
    </span>
                    </span>
                </a>
            </li>
        }
}

/// "Slowed me. Confused, anxious", or when it was taken back.
fn felt_as(lang: Lang, item: &Item) -> String {
    if let Some(on) = item.withdrawn {
        return fill(Team::of(lang).withdrawn_on, &[("date", &on.date(lang))]);
    }
    let severity = severity_word(lang, item);
    match feelings(lang, item) {
        None => severity.to_owned(),
        Some(feelings) => [severity, ". ", &feelings].concat(),
    }
}

/// "Report a missed bin, step 2, yesterday"
fn place(lang: Lang, item: &Item) -> String {
    let step = fill(
        Common::of(lang).step_n,
        &[("n", &(item.friction.step.saturating_add(1)).to_string())],
    );
    [
        item.task.get(lang),
        ". ",
        &step,
        ", ",
        &item.felt.recently(lang),
    ]
    .concat()
}

/// What a friction point is called: its category, while it stands.
pub(super) fn title(lang: Lang, item: &Item) -> &'static str {
    if item.withdrawn.is_some() {
        return Team::of(lang).withdrawn;
    }
    item.friction
        .category
        .map_or(Common::of(lang).something_else, |it| category(lang, it))
}

pub(super) fn severity_word(lang: Lang, item: &Item) -> &'static str {
    item.friction
        .severity
        .map_or(Team::of(lang).severity_not_said, |it| severity(lang, it))
}

/// "Confused, anxious"; `None` when no feeling was named.
pub(super) fn feelings(lang: Lang, item: &Item) -> Option<String> {
    let words: Vec<&str> = item
        .friction
        .feelings
        .iter()
        .map(|it| feeling(lang, *it))
        .collect();
    let (first, rest) = words.split_first()?;
    let rest: String = rest
        .iter()
        .map(|word| [", ", &word.to_lowercase()].concat())
        .collect();
    Some([*first, &rest].concat())
}

pub(super) fn state_word(lang: Lang, state: State) -> &'static str {
    let words = Team::of(lang);
    match state {
        State::New => words.state_new,
        State::Seen => words.state_seen,
        State::Answered => words.state_answered,
    }
}

pub(super) fn state_shape(state: State) -> Shape {
    match state {
        State::New => Shape::New,
        State::Seen => Shape::Seen,
        State::Answered => Shape::Answered,
    }
}

/// The first hundred or so characters of a note, in quotation marks; `None` when there is none.
pub(super) fn excerpt(note: &str) -> Option<String> {
    const MOST: usize = 120;
    let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
    if note.is_empty() {
        return None;
    }
    let Some((end, _)) = note.char_indices().nth(MOST) else {
        return Some(quoted(&note));
    };
    let cut = note.get(..end).unwrap_or_default();
    let whole_words = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    Some(quoted(&[whole_words, " …"].concat()))
}

/// The ways to older friction, and back to the newest.
fn older(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let words = Team::of(lang);
    let button = |name: &'static str, before: Option<&str>| {
        view! {
            <a class="button" href=href("", &inbox.filter, before)>
                {name}
            </a>
        }
    };
    let newest = inbox.before.as_ref().map(|_| button(words.newest, None));
    let older = inbox
        .older
        .as_ref()
        .map(|before| button(words.older, Some(before)));
    (newest.is_some() || older.is_some())
        .then(|| view! { <p class="note row">{newest} {older}</p> })
}
