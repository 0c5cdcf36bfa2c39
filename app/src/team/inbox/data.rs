//! What the inbox shows.

use super::{Bulk, View};
use crate::{
    team::{Filter, Group, Head, Item, href},
    walk::Text,
};

/// Threads of the viewer's services: one page of them.
#[derive(Clone, Debug, Default)]
pub struct Inbox {
    /// The services the viewer answers for: id and name.
    pub services: Vec<(String, Text)>,
    /// Their tasks: id and name.
    pub tasks: Vec<(String, Text)>,
    /// What is shown.
    pub filter: Filter,
    /// How often something was felt, at all of the viewer's services, that nobody of the team has looked at.
    pub new: u64,
    /// How often anything was felt there: what grows when more comes.
    pub felt: u64,
    /// How many threads there are in each group, as far as they are shown.
    pub counts: Vec<(Group, u64)>,
    /// True when so much holds the words that were searched for that the search looked at the newest of it only.
    pub cut: bool,
    /// This page.
    pub lines: Vec<Line>,
    /// Where this page begins, when it is not the first.
    pub after: Option<String>,
    /// Where the next page begins, when there is one.
    pub more: Option<String>,
    /// What was taken back after the team had done something about it; on the first page of everything.
    pub withdrawn: Vec<Item>,
    /// The months for which the board asks for the team's view.
    pub asked: Vec<crate::team::AskedView>,
    /// The viewer's own views.
    pub views: Vec<View>,
    /// What was to be done to several, and could not.
    pub bulk: Option<Bulk>,
    /// For how many something was done just now.
    pub done: Option<u64>,
}

/// A thread as it is listed.
#[derive(Clone, Debug)]
pub struct Line {
    /// In few words.
    pub head: Head,
    /// How many times of it nobody of the team has looked at.
    pub unseen: u64,
    /// What was written of it last; empty when nothing was.
    pub said: String,
}

impl Inbox {
    /// The address of a place in the inbox that keeps what is shown.
    pub(in crate::team) fn href(&self, place: &str) -> String {
        href(place, &self.filter, self.after.as_deref())
    }

    /// How many threads there are in a group.
    #[must_use]
    pub fn count(&self, group: Group) -> u64 {
        let found = self.counts.iter().find(|(it, _)| *it == group);
        found.map_or(0, |(_, count)| *count)
    }
}
