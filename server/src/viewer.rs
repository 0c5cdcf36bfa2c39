//! Who is asking: the person behind a session, and what they may see.

use app::walk::{Millis, Text};

/// The signed-in person. Everything shown or stored goes through a [`crate::store::Desk`] bound to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The person's id.
    pub person: String,
    /// The person's name.
    pub name: String,
    /// The organisation's id. Nothing of another organisation is ever reached.
    pub organisation: String,
    /// What the organisation is called.
    pub organisation_name: Text,
    /// The organisation's zone, an IANA name such as `Europe/London`.
    pub time_zone: String,
    /// True on a demonstration.
    pub demonstration: bool,
    /// What the person may do.
    pub roles: Roles,
    /// The ids of the services the person answers for.
    pub services: Vec<String>,
    /// The session they ask with, by its public id.
    pub session: String,
    /// When they last proved to be there, by the server's clock.
    pub confirmed_at: Millis,
}

/// How long a proof of being there holds for what asks for a fresh one.
pub const CONFIRMED_FOR: Millis = 10 * 60 * 1000;

impl Viewer {
    /// True when the person proved to be there a moment ago: before exports, publishing, roles and sign-in changes.
    #[must_use]
    pub fn is_confirmed(&self, now: Millis) -> bool {
        now.saturating_sub(self.confirmed_at) < CONFIRMED_FOR
    }
}

/// What a person does in the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Walks services.
    Leader,
    /// Answers for services.
    ServiceTeam,
    /// Reads the month.
    Board,
    /// Keeps the board's record: with [`Role::Board`], prepares a month and publishes it.
    Secretary,
    /// Sets the organisation up.
    Administrator,
}

impl Role {
    /// Every role, in the order of its home page.
    pub const ALL: [Self; 5] = [
        Self::Leader,
        Self::ServiceTeam,
        Self::Board,
        Self::Secretary,
        Self::Administrator,
    ];

    /// The code it is stored by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Leader => "leader",
            Self::ServiceTeam => "service_team",
            Self::Board => "board",
            Self::Secretary => "secretary",
            Self::Administrator => "administrator",
        }
    }

    /// The role with this code, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A set of roles. The empty set sees nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roles(Vec<Role>);

impl Roles {
    /// A set of these roles.
    #[must_use]
    pub fn new(roles: &[Role]) -> Self {
        let mut roles = roles.to_vec();
        roles.sort_unstable();
        roles.dedup();
        Self(roles)
    }

    /// Reads codes with commas between; a code it does not know grants nothing.
    #[must_use]
    pub fn from_codes(codes: &str) -> Self {
        let roles: Vec<Role> = codes.split(',').filter_map(Role::from_code).collect();
        Self::new(&roles)
    }

    /// The codes with commas between, as stored.
    #[must_use]
    pub fn codes(&self) -> String {
        let codes: Vec<&str> = self.0.iter().map(|role| role.code()).collect();
        codes.join(",")
    }

    /// True when the role is in the set.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.0.contains(&role)
    }

    /// The roles, in the order of [`Role::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = Role> + '_ {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_read_as_they_are_written() {
        let roles = Roles::new(&[Role::Board, Role::Leader, Role::Board]);
        assert_eq!(roles.codes(), "leader,board");
        assert_eq!(Roles::from_codes("board,leader"), roles);
    }

    #[test]
    fn an_unknown_code_grants_nothing() {
        assert_eq!(Roles::from_codes("chief,,"), Roles::default());
        assert_eq!(Roles::from_codes(""), Roles::default());
    }
}
