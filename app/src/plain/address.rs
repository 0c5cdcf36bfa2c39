//! Where the plain pages are.

use crate::{
    walk::{FactId, FrictionId, WalkId},
    wire::Rewalk,
};

/// An address of the plain pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// All tasks, and the walks so far.
    #[must_use]
    pub fn list() -> Self {
        Self("/walk/plain".to_owned())
    }

    /// The brief of a task, in a situation when one is named.
    #[must_use]
    pub fn brief(task: &str, situation: Option<&str>) -> Self {
        let situation = situation.map(|it| ["?situation=", it].concat());
        Self(["/walk/plain/brief/", task, &situation.unwrap_or_default()].concat())
    }

    /// The brief of what is walked again.
    #[must_use]
    pub fn again(asked: &Rewalk) -> Self {
        let Self(brief) = Self::brief(&asked.task, None);
        Self(format!("{brief}?again={}", asked.friction))
    }

    /// A walk, wherever it stands.
    #[must_use]
    pub fn walk(id: WalkId) -> Self {
        Self(format!("/walk/plain/{id}"))
    }

    /// What is done to a walk, or a page of it: `step`, `friction`, `end`.
    #[must_use]
    pub fn of(id: WalkId, what: &str) -> Self {
        Self(format!("/walk/plain/{id}/{what}"))
    }

    /// A friction point: an existing one, or a new one.
    #[must_use]
    pub fn friction(id: WalkId, point: Option<FrictionId>) -> Self {
        point.map_or_else(
            || Self::of(id, "friction"),
            |point| Self::of(id, &format!("friction/{point}")),
        )
    }

    /// A bright spot: an existing one, or a new one.
    #[must_use]
    pub fn bright(id: WalkId, spot: Option<FactId>) -> Self {
        spot.map_or_else(
            || Self::of(id, "worked"),
            |spot| Self::of(id, &format!("worked/{spot}")),
        )
    }

    /// The address as it stands in a link.
    #[must_use]
    pub fn href(self) -> String {
        self.0
    }
}
