//! What the set-up pages show, and what is typed there.

use crate::{
    name::clean,
    ui::Qr,
    walk::{Task, Text, code_enum},
    words::When,
};

/// The most characters a name or a job title may have.
pub const MOST_NAME: usize = 100;

code_enum! {
    /// What a person does in the organisation.
    Role {
        /// Walks services.
        Leader = "leader",
        /// Answers for services.
        ServiceTeam = "service_team",
        /// Reads the month.
        Board = "board",
        /// With the board's own part: prepares a month and publishes it.
        Secretary = "secretary",
        /// Sets the organisation up.
        Administrator = "administrator",
    }
}

/// Everything an administrator looks after.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// By name.
    pub people: Vec<Person>,
    /// By name.
    pub services: Vec<ServiceTasks>,
    /// The invitations that can still be used.
    pub waiting: Vec<Waiting>,
    /// For how many days a team may put its view before the board is told that it has put none.
    pub reply_days: u16,
    /// True when what was typed for that is no such number.
    pub days_wrong: bool,
    /// The id that a person has who is added by this page: sent twice, it adds nobody twice.
    pub fresh: String,
}

/// One person of the organisation.
#[derive(Clone, Debug)]
pub struct Person {
    /// The person's id.
    pub id: String,
    /// The person's name.
    pub name: String,
    /// The person's job.
    pub title: Text,
    /// What the person may do.
    pub roles: Vec<Role>,
    /// The services the person answers for.
    pub services: Vec<Text>,
    /// When the person was last signed in and doing something.
    pub last_here: Option<When>,
    /// True when the person may not come in.
    pub disabled: bool,
}

/// An invitation that can still be used.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// For whom, by id.
    pub person: String,
    /// Their name.
    pub name: String,
    /// What it is for: `first`, `recovery` or `device`.
    pub kind: String,
    /// Until when it works.
    pub until: When,
}

/// One person with all that an administrator may change.
#[derive(Clone, Debug)]
pub struct PersonPage {
    /// The person.
    pub person: Person,
    /// The ids of the services they answer for.
    pub answers_for: Vec<String>,
    /// Their open invitation.
    pub waiting: Option<Waiting>,
    /// Every service of the organisation: id and name.
    pub services: Vec<(String, Text)>,
    /// True when it is who looks at the page.
    pub is_viewer: bool,
}

/// One service, and who answers for it.
#[derive(Clone, Debug)]
pub struct ServicePage {
    /// The service's id.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// Who answers for it: id and name.
    pub team: Vec<(String, String)>,
    /// Who of them is told at once of a risk; none for all of them.
    pub risk_contact: Option<String>,
}

/// Why a change of a person cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonFault {
    /// Nobody would be left to look after the organisation.
    LastAdministrator,
}

/// What was typed on a person's page and could not be used, and why.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Name and job.
    pub details: Option<Details>,
    /// Roles and services.
    pub roles: Option<Invite>,
    /// What is wrong with those.
    pub faults: Vec<Fault>,
    /// Why those roles cannot be given.
    pub last: Option<PersonFault>,
    /// True when the person cannot be disabled.
    pub cannot_disable: bool,
    /// True when the person is disabled, and an invitation would not let them in.
    pub cannot_invite: bool,
    /// True when the form that added the person was sent once more.
    pub added_before: bool,
}

/// A person's name and job, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// The person's name.
    pub name: String,
    /// The person's job, when said.
    pub title: Text,
}

impl Details {
    /// Reads the fields `name`, `title` and `title_cy`.
    #[must_use]
    pub fn read(fields: &[(String, String)]) -> Self {
        let Invite { name, title, .. } = Invite::read(fields);
        Self { name, title }
    }

    /// What must be put right first.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let Self { name, title } = self.clone();
        let faults = Invite {
            name,
            title,
            ..Invite::default()
        };
        let of_roles = [Fault::NoRole, Fault::NoService];
        let mut faults = faults.faults();
        faults.retain(|fault| !of_roles.contains(fault));
        faults
    }
}

/// A service's name in both languages, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceName(pub Text);

impl ServiceName {
    /// Reads the fields `name` and `name_cy`.
    #[must_use]
    pub fn read(fields: &[(String, String)]) -> Self {
        let line = |field: &str| {
            let found = fields.iter().find(|(name, _)| name == field);
            let words = found.map_or("", |(_, value)| value);
            clean(words)
        };
        Self(Text {
            en: line("name"),
            cy: line("name_cy"),
        })
    }

    /// What must be put right first.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let long = |text: &str| text.chars().count() > MOST_NAME;
        let Text { en, cy } = &self.0;
        let faults = [
            (en.is_empty(), Fault::NameEmpty),
            (long(en) || long(cy), Fault::NameLong),
        ];
        let wrong = |(wrong, fault): (bool, Fault)| wrong.then_some(fault);
        faults.into_iter().filter_map(wrong).collect()
    }
}

/// One service with its tasks.
#[derive(Clone, Debug)]
pub struct ServiceTasks {
    /// The service's id.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// Its tasks in their order, with how many walkthroughs each has had.
    pub tasks: Vec<(Task, u64)>,
}

/// A person to be invited, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invite {
    /// The person's name.
    pub name: String,
    /// The person's job, when said.
    pub title: Text,
    /// What the person may do.
    pub roles: Vec<Role>,
    /// The ids of the services a service team answers for.
    pub services: Vec<String>,
}

/// What is wrong with an invitation as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No name.
    NameEmpty,
    /// A name longer than [`MOST_NAME`].
    NameLong,
    /// A job title longer than [`MOST_NAME`].
    TitleLong,
    /// Nothing to do here.
    NoRole,
    /// A service team without a service.
    NoService,
}

/// A new invitation. It is shown once.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Whom it is for.
    pub name: String,
    /// True on a demonstration, where it leads straight in.
    pub demonstration: bool,
    /// True when it is for somebody who has a passkey already.
    pub recovery: bool,
    /// The address, as a picture.
    pub picture: Option<Qr>,
    /// The address to open.
    pub address: String,
    /// The code to type instead.
    pub code: String,
    /// Where the code is typed.
    pub typed_at: String,
    /// When it stops working.
    pub until: When,
}

impl Invite {
    /// Reads the fields of the form: `name`, `title`, `title_cy`, and `role` and `service` as often as ticked.
    /// Fields it does not know are left out.
    #[must_use]
    pub fn read(fields: &[(String, String)]) -> Self {
        let mut invite = Self::default();
        for (field, value) in fields {
            let line = || clean(value);
            match field.as_str() {
                "name" => invite.name = line(),
                "title" => invite.title.en = line(),
                "title_cy" => invite.title.cy = line(),
                "role" => invite.roles.extend(Role::from_code(value)),
                "service" => invite.services.push(value.clone()),
                _ => {}
            }
        }
        if !invite.roles.contains(&Role::ServiceTeam) {
            invite.services.clear();
        }
        invite
    }

    /// What of it is wrong with the roles and services.
    #[must_use]
    pub fn role_faults(&self) -> Vec<Fault> {
        let of_roles = [Fault::NoRole, Fault::NoService];
        let mut faults = self.faults();
        faults.retain(|fault| of_roles.contains(fault));
        faults
    }

    /// What must be put right first, in the order of the form.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let long = |text: &str| text.chars().count() > MOST_NAME;
        let team = self.roles.contains(&Role::ServiceTeam);
        let faults = [
            (self.name.is_empty(), Fault::NameEmpty),
            (long(&self.name), Fault::NameLong),
            (
                long(&self.title.en) || long(&self.title.cy),
                Fault::TitleLong,
            ),
            (self.roles.is_empty(), Fault::NoRole),
            (team && self.services.is_empty(), Fault::NoService),
        ];
        faults
            .into_iter()
            .filter_map(|(wrong, fault)| wrong.then_some(fault))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(fields: &[(&str, &str)]) -> Invite {
        let owned: Vec<_> = fields
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect();
        Invite::read(&owned)
    }

    #[test]
    fn a_whole_invitation_has_no_fault() {
        let invite = fields(&[
            ("name", " Ann \n Lee "),
            ("role", "service_team"),
            ("service", "bins"),
        ]);
        assert_eq!(invite.name, "Ann Lee");
        assert_eq!(invite.faults(), []);
    }

    #[test]
    fn every_gap_is_told() {
        assert_eq!(fields(&[]).faults(), [Fault::NameEmpty, Fault::NoRole]);
        let long = "x".repeat(101);
        let team = fields(&[
            ("name", &long),
            ("title", &long),
            ("role", "service_team"),
            ("role", "king"),
        ]);
        assert_eq!(
            team.faults(),
            [Fault::NameLong, Fault::TitleLong, Fault::NoService]
        );
    }

    #[test]
    fn only_a_service_team_keeps_services() {
        assert!(
            fields(&[("role", "leader"), ("service", "bins")])
                .services
                .is_empty()
        );
    }
}
