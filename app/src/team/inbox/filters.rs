//! What to show of the inbox: a form that needs no script, and what was chosen, each with a way to let go of it.

use leptos::prelude::*;

use crate::{
    team::{Filter, Group, Sort, Stand, address::OTHER, href},
    ui::{Glyph, Icon},
    walk::{Category, Lang, Severity, Text, thread::State},
    words::{Common, Inbox as Words, Team, category, fill, severity, thread_state},
};

use super::{Inbox, group_word};

/// The field to search in. It keeps what else was chosen.
pub(super) fn search(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let words = Words::of(lang);
    let kept: Vec<_> = inbox
        .filter
        .pairs()
        .into_iter()
        .filter(|(name, _)| *name != "q")
        .map(|(name, value)| view! { <input type="hidden" name=name value=value.to_owned() /> })
        .collect();
    view! {
        <form class="search" role="search" method="get" action="/team">
            {kept}
            <label class="aside" for="q">
                {words.search}
            </label>
            <input
                class="input"
                id="q"
                type="search"
                name="q"
                value=inbox.filter.words.clone()
                placeholder=words.search_hint
                maxlength=Filter::MOST_WORDS.to_string()
                autocomplete="off"
            />
            <button class="button" type="submit">
                {words.search_do}
            </button>
        </form>
    }
}

/// Everything there is to choose, folded away until it is wanted.
pub(super) fn filters(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let words = Words::of(lang);
    let filter = &inbox.filter;
    let typed = (!filter.words.is_empty())
        .then(|| view! { <input type="hidden" name="q" value=filter.words.clone() /> });
    view! {
        <details class="fold narrow-down">
            <summary>
                <Icon glyph=Glyph::Filter />
                {words.filter}
            </summary>
            <form method="get" action="/team">
                {typed} {choose("sort", words.sort, sorts(lang, filter.sort))}
                {choose("state", words.state, states(lang, filter.stand))}
                {choose("task", words.task, named(lang, words.all_tasks, &inbox.tasks, filter.task.as_deref()))}
                {(inbox.services.len() > 1)
                    .then(|| {
                        let all = Team::of(lang).all_services;
                        let services = named(lang, all, &inbox.services, filter.service.as_deref());
                        choose("service", words.service, services)
                    })} {choose("category", words.category, categories(lang, filter.category))}
                {choose("severity", words.severity, severities(lang, filter.severity))}
                {tick("risk", words.only_risk, filter.risk)}
                {tick("unseen", words.only_unseen, filter.unseen)}
                <button class="button" type="submit">
                    {words.show}
                </button>
            </form>
        </details>
    }
}

/// What was chosen, each with the way to let go of it.
pub(super) fn chosen(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let filter = &inbox.filter;
    let links: Vec<_> = chosen_words(lang, inbox)
        .into_iter()
        .map(|(name, without)| {
            let label = fill(Words::of(lang).without, &[("what", &name)]);
            view! {
                <li>
                    <a class="chip" href=href("", &without, None) aria-label=label>
                        {name}
                        <Icon glyph=Glyph::Close />
                    </a>
                </li>
            }
        })
        .collect();
    (!filter.shows_all()).then(|| {
        view! {
            <ul class="chips narrowed" aria-label=Words::of(lang).shown>
                {links}
            </ul>
        }
    })
}

/// Takes one choice out of a filter.
type LetGo = fn(&mut Filter);

/// Each choice in words, and what is shown without it.
pub(in crate::team) fn chosen_words(lang: Lang, inbox: &Inbox) -> Vec<(String, Filter)> {
    let filter = &inbox.filter;
    let words = Words::of(lang);
    let without = |change: fn(&mut Filter)| {
        let mut without = filter.clone();
        change(&mut without);
        without
    };
    let name_of = |all: &[(String, Text)], id: &String| {
        let found = all.iter().find(|(it, _)| it == id);
        found.map_or_else(|| id.clone(), |(_, name)| name.get(lang).to_owned())
    };
    let typed = Some(crate::words::quoted(&filter.words)).filter(|_| !filter.words.is_empty());
    let service = filter
        .service
        .as_ref()
        .map(|id| name_of(&inbox.services, id));
    let task = filter.task.as_ref().map(|id| name_of(&inbox.tasks, id));
    let stand = filter.stand.map(|it| stand_word(lang, it).to_owned());
    let kind = filter.category.map(|it| category_word(lang, it).to_owned());
    let worst = filter.severity.map(|it| severity(lang, it).to_owned());
    let risk = filter.risk.then(|| words.only_risk.to_owned());
    let unseen = filter.unseen.then(|| words.only_unseen.to_owned());
    let all: [(Option<String>, LetGo); 8] = [
        (typed, |it| it.words.clear()),
        (service, |it| it.service = None),
        (task, |it| it.task = None),
        (stand, |it| it.stand = None),
        (kind, |it| it.category = None),
        (worst, |it| it.severity = None),
        (risk, |it| it.risk = false),
        (unseen, |it| it.unseen = false),
    ];
    all.into_iter()
        .filter_map(|(name, change)| Some((name?, without(change))))
        .collect()
}

fn stand_word(lang: Lang, stand: Stand) -> &'static str {
    match stand {
        Stand::Group(group) => group_word(lang, group),
        Stand::State(state) => thread_state(lang, state),
    }
}

fn category_word(lang: Lang, it: Option<Category>) -> &'static str {
    it.map_or(Common::of(lang).something_else, |it| category(lang, it))
}

/// A value, its name, and whether it is chosen.
type Choice = (String, String, bool);

fn choose(name: &'static str, label: &'static str, choices: Vec<Choice>) -> impl IntoView + use<> {
    let options: Vec<_> = choices
        .into_iter()
        .map(|(value, name, selected)| {
            view! {
                <option value=value selected=selected>
                    {name}
                </option>
            }
        })
        .collect();
    let id = ["filter-", name].concat();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select class="input" id=id name=name>
                {options}
            </select>
        </div>
    }
}

fn tick(name: &'static str, label: &'static str, on: bool) -> impl IntoView + use<> {
    view! {
        <label class="tick">
            <input type="checkbox" name=name value="1" checked=on />
            {label}
        </label>
    }
}

fn sorts(lang: Lang, now: Sort) -> Vec<Choice> {
    let words = Words::of(lang);
    let word = |sort| match sort {
        Sort::Hurts => words.sort_hurts,
        Sort::Newest => words.sort_newest,
        Sort::Waiting => words.sort_waiting,
    };
    let choice = |it: &Sort| (it.code().to_owned(), word(*it).to_owned(), *it == now);
    Sort::ALL.iter().map(choice).collect()
}

fn states(lang: Lang, now: Option<Stand>) -> Vec<Choice> {
    let groups = Group::ALL.iter().map(|it| Stand::Group(*it));
    let states = State::ALL.iter().map(|it| Stand::State(*it));
    let choice = |it: Stand| {
        let name = stand_word(lang, it).to_owned();
        (it.code().to_owned(), name, Some(it) == now)
    };
    let all = groups.chain(states).map(choice);
    any(Team::of(lang).all_states, all)
}

fn categories(lang: Lang, now: Option<Option<Category>>) -> Vec<Choice> {
    let all = Category::ALL.iter().map(|it| Some(*it)).chain([None]);
    let choice = |it: Option<Category>| {
        let code = it.map_or(OTHER, Category::code);
        (
            code.to_owned(),
            category_word(lang, it).to_owned(),
            Some(it) == now,
        )
    };
    any(Words::of(lang).all_categories, all.map(choice))
}

fn severities(lang: Lang, now: Option<Severity>) -> Vec<Choice> {
    let choice = |it: &Severity| {
        let name = severity(lang, *it).to_owned();
        (it.code().to_owned(), name, Some(*it) == now)
    };
    any(
        Words::of(lang).any_severity,
        Severity::ALL.iter().map(choice),
    )
}

fn named(lang: Lang, all: &str, these: &[(String, Text)], now: Option<&str>) -> Vec<Choice> {
    let choice = |(id, name): &(String, Text)| {
        let chosen = Some(id.as_str()) == now;
        (id.clone(), name.get(lang).to_owned(), chosen)
    };
    any(all, these.iter().map(choice))
}

fn any(name: &str, rest: impl Iterator<Item = Choice>) -> Vec<Choice> {
    let first = (String::new(), name.to_owned(), false);
    std::iter::once(first).chain(rest).collect()
}
