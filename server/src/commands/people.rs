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
    store::{Known, NewPerson, Organisation, Store},
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
    let (person, name) = match (known(&store, &invite).await?, &invite.name) {
        (Some(known), _) => {
            again(&store, &invite, &known, clock).await?;
            (known.id, known.name)
        }
        (None, Some(name)) => (add(&store, &invite, name, clock).await?, name.clone()),
        (None, None) => return Err(Stop::bad("say whom to invite with --name or --person")),
    };
    if invite.break_glass {
        let organisation = &invite.organisation;
        store
            .may_break_glass(organisation, &person, clock.now())
            .await?;
    }
    hand_over(&store, &person, &name, &invite.base_url, clock).await
}

/// Whom the arguments mean of those who are here already.
async fn known(store: &Store, invite: &Invite) -> Result<Option<Known>> {
    let organisation = &invite.organisation;
    if let Some(id) = &invite.person {
        let known = store.person_here(organisation, id).await?;
        let missing = || Stop::bad(format!("--person: {organisation} has no person {id}"));
        return known.ok_or_else(missing).map(Some);
    }
    let name = invite.name.as_deref().unwrap_or_default();
    let mut all = store.people_named(organisation, name).await?;
    if all.len() > 1 {
        let each = all
            .iter()
            .map(|it| format!("{} ({})", it.id, codes(&it.roles)));
        let each: Vec<String> = each.collect();
        return Err(Stop::bad(format!(
            "{} people are called {name}: say which with --person: {}",
            each.len(),
            each.join(", "),
        )));
    }
    Ok(all.pop())
}

/// Gives somebody who is here already the roles that are to be added. Nothing that was said is left out in silence.
async fn again(store: &Store, invite: &Invite, known: &Known, clock: &Clock) -> Result<()> {
    let Known {
        id, name, roles, ..
    } = known;
    if known.disabled {
        return Err(Stop::bad(format!(
            "{name} is disabled, and an invitation would not work: enable them at /office first"
        )));
    }
    let asked = Roles::new(&invite.roles);
    if !invite.roles.is_empty() && asked != *roles {
        let more = asked.iter().filter(|role| !roles.has(*role));
        let more: Vec<Role> = more.collect();
        let otherwise = if more.is_empty() {
            "take roles away at /office".to_owned()
        } else {
            format!(
                "say --add-roles {} to let them do more",
                Roles::new(&more).codes()
            )
        };
        return Err(Stop::bad(format!(
            "{name} is here already, as {}: leave --roles out to invite them again, or {otherwise}",
            codes(roles),
        )));
    }
    if !invite.services.is_empty() || !invite.title.is_empty() {
        return Err(Stop::bad(format!(
            "{name} is here already: --services and --title are for somebody new, and changed at /office"
        )));
    }
    let all: Vec<Role> = roles
        .iter()
        .chain(invite.add_roles.iter().copied())
        .collect();
    let all = Roles::new(&all);
    if all != *roles {
        let organisation = &invite.organisation;
        store.set_roles(organisation, id, &all, clock.now()).await?;
    }
    Ok(())
}

fn codes(roles: &Roles) -> String {
    roles.codes().replace(',', ", ")
}

async fn add(store: &Store, invite: &Invite, name: &str, clock: &Clock) -> Result<String> {
    if invite.roles.is_empty() {
        let line = format!("{name} is new: say what they may do with --roles");
        return Err(Stop::bad(line));
    }
    for service in &invite.services {
        if !store.has_service(&invite.organisation, service).await? {
            return Err(Stop::bad(format!(
                "--services: {} has no service {service}",
                invite.organisation
            )));
        }
    }
    let (organisation, services) = (&invite.organisation, &invite.services);
    let person = new_person(organisation, name, &invite.title, &invite.roles, services);
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
