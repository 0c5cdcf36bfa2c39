//! The organisation's set-up pages: people, invitations, services and tasks.

mod audit;
mod data;
mod invitation;
mod invite;
mod neighbours;
mod people;
mod person;
mod service;
mod services;
mod systems;
mod threads;

use leptos::prelude::*;

use crate::{walk::Lang, words};

pub use audit::{AuditLine, AuditPage, DeedKind, Doer, audit, sentence};
pub use data::{
    Desk, Details, Fault, Invitation, Invite, Person, PersonFault, PersonPage, Role, ServiceName,
    ServicePage, ServiceTasks, Typed, Waiting,
};
pub use invitation::{invitation, invitation_title};
pub use neighbours::{TakesOffers, neighbours};
pub use person::person;
pub use service::{new_service, service};
pub use systems::{
    GivenUp, HookShown, KEY_DAYS, KeyShown, MOST_KEY_NAME, Made, SystemFault, SystemsPage,
    TypedSystem, USUAL_DAYS, systems,
};
pub use threads::{REPLY_DAYS, read_reply_days};

/// The whole set-up on one page. `typed` is what was typed into the invitation form and could not be used.
#[must_use]
pub fn office(lang: Lang, desk: &Desk, typed: Option<&Invite>) -> impl IntoView + use<> {
    let words = words::Office::of(lang);
    view! {
        <div class="pane stack">
            <h1>{words.title}</h1>
            <p>
                <a href="/office/audit">{words::Audit::of(lang).title}</a>
            </p>
            <p>
                <a href="/office/neighbours">{words::Handed::of(lang).neighbours}</a>
            </p>
            <p>
                <a href="/office/systems">{words::Systems::of(lang).title}</a>
            </p>
            {people::people(lang, desk)} {people::waiting(lang, &desk.waiting)} {invite::form(lang, desk, typed)} {services::services(lang, desk)}
            {threads::reply_days(lang, desk.reply_days, desk.days_wrong)}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::When;

    const HOSTILE: &str = "\"><script>alert(1)</script>";

    fn text() -> crate::walk::Text {
        crate::walk::Text {
            en: HOSTILE.into(),
            cy: String::new(),
        }
    }

    fn desk() -> Desk {
        let person = Person {
            id: HOSTILE.into(),
            name: HOSTILE.into(),
            title: text(),
            roles: Role::ALL.to_vec(),
            services: vec![text()],
            last_here: None,
            disabled: true,
        };
        Desk {
            people: vec![person],
            services: vec![ServiceTasks {
                id: HOSTILE.into(),
                name: text(),
                tasks: Vec::new(),
            }],
            waiting: Vec::new(),
            reply_days: 14,
            days_wrong: true,
            fresh: HOSTILE.into(),
        }
    }

    #[test]
    fn what_people_wrote_stays_text() {
        let typed = Invite {
            name: HOSTILE.into(),
            title: text(),
            roles: vec![Role::ServiceTeam],
            services: vec![HOSTILE.into()],
        };
        for lang in [Lang::En, Lang::Cy] {
            let html = office(lang, &desk(), Some(&typed)).to_html();
            assert!(
                !html.contains("<script") && !html.contains(" style="),
                "{html}"
            );
        }
    }

    #[test]
    fn an_invitation_is_shown_with_its_end() {
        let until = When {
            year: 2026,
            month: 1,
            day: 2,
            weekday: 5,
            hour: 9,
            minute: 5,
            days_ago: -1,
        };
        let made = Invitation {
            name: "Ann".into(),
            demonstration: false,
            recovery: true,
            picture: None,
            address: "https://walk.example/invite/abcd".into(),
            code: "7K2M".into(),
            typed_at: "https://walk.example/sign-in".into(),
            until,
        };
        let html = invitation(Lang::En, &made).to_html();
        assert!(html.contains("https://walk.example/invite/abcd"), "{html}");
        assert!(html.contains("2\u{a0}January at 09:05"), "{html}");
    }
}
