//! Who is in the organisation, and who is on the way in.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::Lang,
    words::{Office, People, fill},
};

use super::{Desk, Person, Role, Waiting};

/// Everybody, with what they do; each leads to a page of their own.
pub(super) fn people(lang: Lang, desk: &Desk) -> impl IntoView + use<> {
    let words = Office::of(lang);
    let rows: Vec<_> = desk.people.iter().map(|person| row(lang, person)).collect();
    view! {
        <section class="stack" id="people">
            <h2>{words.people}</h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
}

fn row(lang: Lang, person: &Person) -> impl IntoView + use<> {
    let words = Office::of(lang);
    let title = Some(person.title.get(lang).to_owned()).filter(|title| !title.is_empty());
    let roles = person.roles.iter().map(|role| role_word(lang, *role).0);
    let services = person.services.iter().map(|service| service.get(lang));
    let does: Vec<&str> = roles.chain(services).collect();
    let seen = person
        .last_here
        .map_or(words.never.to_owned(), |when| when.recently(lang));
    let seen = if person.disabled {
        People::of(lang).disabled.to_owned()
    } else {
        [words.col_seen, ": ", &seen].concat()
    };
    let to = ["/office/people/", &person.id].concat();
    view! {
        <li>
            <a class="line" href=to>
                <span>
                    <strong><bdi>{person.name.clone()}</bdi></strong>
                    {title.map(|title| view! { <span class="hint below">{title}</span> })}
                    <span class="hint below">{does.join(", ")}</span>
                    <span class="hint below">{seen}</span>
                </span>
                <Icon glyph=Glyph::Chevron />
            </a>
        </li>
    }
}

/// The invitations that can still be used.
pub(super) fn waiting(lang: Lang, waiting: &[Waiting]) -> impl IntoView + use<> {
    let words = People::of(lang);
    let rows: Vec<_> = waiting
        .iter()
        .map(|it| {
            view! {
                <li>
                    <div class="line">
                        <span>
                            <strong><bdi>{it.name.clone()}</bdi></strong>
                            <span class="hint below">{until(lang, it)}</span>
                        </span>
                        {end(lang, it)}
                    </div>
                </li>
            }
        })
        .collect();
    let none = rows.is_empty().then_some(words.waiting_none);
    view! {
        <section class="stack" id="invitations">
            <h2>{words.waiting}</h2>
            {none.map(|none| view! { <p class="hint">{none}</p> })}
            <ul class="rows">{rows}</ul>
        </section>
    }
}

/// What an invitation is for, and until when it works.
pub(super) fn until(lang: Lang, it: &Waiting) -> String {
    let words = People::of(lang);
    let text = match it.kind.as_str() {
        "recovery" => words.waiting_recovery,
        "device" => words.waiting_device,
        _ => words.waiting_first,
    };
    fill(
        text,
        &[("date", &it.until.date(lang)), ("time", &it.until.time())],
    )
}

/// The form that ends it.
pub(super) fn end(lang: Lang, it: &Waiting) -> impl IntoView + use<> {
    let words = People::of(lang);
    let to = ["/office/people/", &it.person, "/end-invitation"].concat();
    let label = fill(words.end_it_for, &[("name", &it.name)]);
    view! {
        <form method="post" action=to>
            <button class="text-button" type="submit" aria-label=label>
                {words.end_it}
            </button>
        </form>
    }
}

/// A role's name, and what it means.
pub(super) fn role_word(lang: Lang, role: Role) -> (&'static str, &'static str) {
    let words = Office::of(lang);
    match role {
        Role::Leader => (words.role_leader, words.role_leader_why),
        Role::ServiceTeam => (words.role_service_team, words.role_service_team_why),
        Role::Board => (words.role_board, words.role_board_why),
        Role::Secretary => (words.role_secretary, words.role_secretary_why),
        Role::Administrator => (words.role_administrator, words.role_administrator_why),
    }
}
