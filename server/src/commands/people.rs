//! Making an organisation, and inviting people.

use app::walk::Text;

use super::{
    arguments::{Init, Invite},
    say,
    stop::{Result, Stop},
};
use crate::{
    clock::Clock,
    import::short_id_of,
    invitation::{self, Kind},
    qr,
    store::{NewPerson, Organisation, Store},
    token,
    viewer::{Role, Roles},
};

pub(super) async fn init(init: Init, clock: &Clock) -> Result<()> {
    let id = init.id.clone().unwrap_or_else(|| short_id_of(&init.name));
    if id.is_empty() {
        return Err(Stop::bad(
            "no short id can be made from the name; say one with --id",
        ));
    }
    let store = init.place.open_store().await?;
    let organisation = Organisation {
        id: id.clone(),
        name: Text {
            en: init.name.clone(),
            cy: init.name_cy.clone(),
        },
        time_zone: init.time_zone.clone(),
        demonstration: false,
    };
    if !store
        .create_organisation(&organisation, clock.now())
        .await?
    {
        return Err(Stop::bad(format!(
            "there is an organisation {id} already; see firsthand invite --help"
        )));
    }
    let admin = new_person(&id, &init.admin, "", &[Role::Administrator], &[]);
    store.create_person(&admin, clock.now()).await?;
    say(&format!("Made {}. Its id is {id}.\n", init.name))?;
    hand_over(&store, &admin.id, &init.admin, &init.base_url, clock).await
}

pub(super) async fn invite(invite: Invite, clock: &Clock) -> Result<()> {
    let store = invite.place.open_store().await?;
    if !store.has_organisation(&invite.organisation).await? {
        return Err(Stop::bad(format!(
            "there is no organisation {}",
            invite.organisation
        )));
    }
    let person = match store
        .person_named(&invite.organisation, &invite.name)
        .await?
    {
        Some(person) => person,
        None if invite.roles.is_empty() => {
            let line = format!("{} is new: say what they may do with --roles", invite.name);
            return Err(Stop::bad(line));
        }
        None => add(&store, &invite, clock).await?,
    };
    if invite.break_glass {
        let organisation = &invite.organisation;
        store
            .may_break_glass(organisation, &person, clock.now())
            .await?;
    }
    hand_over(&store, &person, &invite.name, &invite.base_url, clock).await
}

async fn add(store: &Store, invite: &Invite, clock: &Clock) -> Result<String> {
    for service in &invite.services {
        if !store.has_service(&invite.organisation, service).await? {
            return Err(Stop::bad(format!(
                "--services: {} has no service {service}",
                invite.organisation
            )));
        }
    }
    let (organisation, services) = (&invite.organisation, &invite.services);
    let person = new_person(
        organisation,
        &invite.name,
        &invite.title,
        &invite.roles,
        services,
    );
    store.create_person(&person, clock.now()).await?;
    Ok(person.id)
}

fn new_person(
    organisation: &str,
    name: &str,
    title: &str,
    roles: &[Role],
    services: &[String],
) -> NewPerson {
    NewPerson {
        id: token::fresh().chars().take(20).collect(),
        organisation: organisation.to_owned(),
        name: name.to_owned(),
        title: Text {
            en: title.to_owned(),
            cy: String::new(),
        },
        roles: Roles::new(roles),
        services: services.to_vec(),
    }
}

/// Makes an invitation and says it.
async fn hand_over(
    store: &Store,
    person: &str,
    name: &str,
    base_url: &str,
    clock: &Clock,
) -> Result<()> {
    let (invitation, issued) = invitation::issue(store, person, clock.now()).await?;
    let (what, how_long) = match issued.kind {
        Kind::Recovery => (
            "recover the sign-in of",
            "for 1 hour. Used, it ends every session and passkey from before",
        ),
        Kind::First | Kind::Device => ("invite", "for 24 hours"),
    };
    let address = invitation.address(base_url);
    say(&format!(
        "This is to {what} {name}. It works once, {how_long}, by its address or by its code:\n  {}\n  {} at {base_url}/sign-in\n{}",
        address,
        invitation.code,
        qr::in_terminal(&address),
    ))
}
