//! Who is in the organisation.

use leptos::prelude::*;

use crate::{
    walk::Lang,
    words::{Office, fill},
};

use super::{Desk, Person, Role};

/// Everybody, with what they do and a way to invite them again.
pub(super) fn people(lang: Lang, desk: &Desk) -> impl IntoView + use<> {
    let words = Office::of(lang);
    let rows: Vec<_> = desk.people.iter().map(|person| row(lang, person)).collect();
    view! {
        <section class="stack">
            <h2>{words.people}</h2>
            <div class="table-wrap" tabindex="0" role="group" aria-label=words.people>
                <table class="table people-table">
                    <thead>
                        <tr>
                            <th scope="col">{words.col_name}</th>
                            <th scope="col">{words.col_does}</th>
                            <th scope="col">{words.col_seen}</th>
                            <th scope="col">{words.col_invite}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(lang: Lang, person: &Person) -> impl IntoView + use<> {
    let words = Office::of(lang);
    let title = Some(person.title.get(lang).to_owned()).filter(|title| !title.is_empty());
    let roles: Vec<&str> = person
        .roles
        .iter()
        .map(|role| role_word(lang, *role).0)
        .collect();
    let services: Vec<&str> = person
        .services
        .iter()
        .map(|service| service.get(lang))
        .collect();
    let services = Some(services.join(", ")).filter(|services| !services.is_empty());
    let seen = person
        .last_here
        .map_or(words.never.to_owned(), |when| when.recently(lang));
    view! {
        <tr>
            <th scope="row">
                {person.name.clone()} {title.map(|title| view! { <div class="hint small">{title}</div> })}
            </th>
            <td>
                {roles.join(", ")}
                {services.map(|services| view! { <div class="hint small">{services}</div> })}
            </td>
            <td>{seen}</td>
            <td>
                <form method="post" action="/office/invite">
                    <input type="hidden" name="person" value=person.id.clone() />
                    <button
                        class="text-button"
                        type="submit"
                        aria-label=fill(words.again_for, &[("name", &person.name)])
                    >
                        {words.again}
                    </button>
                </form>
            </td>
        </tr>
    }
}

/// A role's name, and what it means.
pub(super) fn role_word(lang: Lang, role: Role) -> (&'static str, &'static str) {
    let words = Office::of(lang);
    match role {
        Role::Leader => (words.role_leader, words.role_leader_why),
        Role::ServiceTeam => (words.role_service_team, words.role_service_team_why),
        Role::Board => (words.role_board, words.role_board_why),
        Role::Administrator => (words.role_administrator, words.role_administrator_why),
    }
}
