//! Addresses within the inbox: what is shown travels in the query, so that every page can be linked to.

use crate::{
    address::encoded,
    walk::{Category, Severity, code_enum, thread},
};

code_enum! {
    /// States that belong together, in the order in which they want the team.
    Group {
        /// Nobody has looked, or a re-walk came back with less than "it held".
        Calls = "calls",
        /// The team has it in hand.
        Hand = "hand",
        /// Nothing more is to be done.
        Settled = "settled",
    }
}

code_enum! {
    /// What comes first.
    Sort {
        /// What calls the team, then what is in hand, then the rest; in each what hurts most.
        Hurts = "hurts",
        /// What was felt last.
        Newest = "newest",
        /// What was felt first, of what is not settled.
        Waiting = "waiting",
    }
}

impl Group {
    /// The group of a state.
    #[must_use]
    pub fn of(state: thread::State) -> Self {
        if state.calls_the_team() {
            Self::Calls
        } else if state.is_settled() {
            Self::Settled
        } else {
            Self::Hand
        }
    }
}

/// How a thread stands: exactly, or in which group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Any of these.
    Group(Group),
    /// This one.
    State(thread::State),
}

impl Stand {
    /// The code it has in an address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Group(group) => group.code(),
            Self::State(state) => state.code(),
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        let group = Group::from_code(code).map(Self::Group);
        group.or_else(|| thread::State::from_code(code).map(Self::State))
    }
}

/// The code of friction of no category.
pub(super) const OTHER: &str = "other";

/// What the inbox shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Only what these words are in, as they were typed; empty for anything.
    pub words: String,
    /// Only this service.
    pub service: Option<String>,
    /// Only this task.
    pub task: Option<String>,
    /// Only what stands so.
    pub stand: Option<Stand>,
    /// Only this category; `Some(None)` is something else.
    pub category: Option<Option<Category>>,
    /// Only what was so bad at its worst.
    pub severity: Option<Severity>,
    /// Only what somebody marked as a risk.
    pub risk: bool,
    /// Only what has friction that nobody of the team has looked at.
    pub unseen: bool,
    /// What comes first.
    pub sort: Sort,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            words: String::new(),
            service: None,
            task: None,
            stand: None,
            category: None,
            severity: None,
            risk: false,
            unseen: false,
            sort: Sort::Hurts,
        }
    }
}

impl Filter {
    /// The most characters to search for.
    pub const MOST_WORDS: usize = 120;

    /// Reads a query's names and values. What cannot be read shows everything.
    #[must_use]
    pub fn read(asked: &[(String, String)]) -> Self {
        let given = |name: &str| {
            let mut all = asked.iter().filter(|(it, _)| it == name);
            all.next().map_or("", |(_, value)| value.trim())
        };
        let some = |name| Some(given(name).to_owned()).filter(|it| !it.is_empty());
        Self {
            words: given("q").chars().take(Self::MOST_WORDS).collect(),
            service: some("service"),
            task: some("task"),
            stand: Stand::from_code(given("state")),
            category: match given("category") {
                OTHER => Some(None),
                code => Category::from_code(code).map(Some),
            },
            severity: Severity::from_code(given("severity")),
            risk: given("risk") == "1",
            unseen: given("unseen") == "1",
            sort: Sort::from_code(given("sort")).unwrap_or(Sort::Hurts),
        }
    }

    /// What of a query [`Filter::read`] would not read, as it was written: the first name that is neither a filter nor
    /// one of `beside`, the first filter whose value says nothing, or that was given before. An empty value asks for
    /// nothing.
    #[must_use]
    pub fn unread(asked: &[(String, String)], beside: &[&str]) -> Option<String> {
        asked.iter().enumerate().find_map(|(at, (name, value))| {
            let value = value.trim();
            if asked[..at].iter().any(|(before, _)| before == name) {
                return Some([name.as_str(), "=", value].concat());
            }
            let read = match name.as_str() {
                "service" | "task" => true,
                "q" => value.chars().count() <= Self::MOST_WORDS,
                "state" => Stand::from_code(value).is_some(),
                "category" => value == OTHER || Category::from_code(value).is_some(),
                "severity" => Severity::from_code(value).is_some(),
                "risk" | "unseen" => value == "1",
                "sort" => Sort::from_code(value).is_some(),
                name if beside.contains(&name) => true,
                name => return Some(name.to_owned()),
            };
            (!read && !value.is_empty()).then(|| [name.as_str(), "=", value].concat())
        })
    }

    /// True when nothing is left out.
    #[must_use]
    pub fn shows_all(&self) -> bool {
        let sort = self.sort;
        *self
            == Self {
                sort,
                ..Self::default()
            }
    }

    /// Names and values, in a fixed order; none of what is as it is anyway.
    pub(super) fn pairs(&self) -> Vec<(&'static str, &str)> {
        let flag = |on: bool| on.then_some("1");
        let category = |it: Option<Category>| it.map_or(OTHER, Category::code);
        let sort = Some(self.sort).filter(|it| *it != Sort::Hurts);
        let all = [
            ("q", Some(self.words.as_str()).filter(|it| !it.is_empty())),
            ("service", self.service.as_deref()),
            ("task", self.task.as_deref()),
            ("state", self.stand.map(Stand::code)),
            ("category", self.category.map(category)),
            ("severity", self.severity.map(Severity::code)),
            ("risk", flag(self.risk)),
            ("unseen", flag(self.unseen)),
            ("sort", sort.map(Sort::code)),
        ];
        let given = all
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)));
        given.collect()
    }

    /// The query, with its question mark; empty when everything is shown. `after` begins a further page.
    #[must_use]
    pub fn query(&self, after: Option<&str>) -> String {
        let pairs = self.pairs().into_iter();
        let pairs = pairs.chain(after.map(|after| ("after", after)));
        let written: Vec<String> = pairs
            .map(|(name, value)| [name, "=", &encoded(value)].concat())
            .collect();
        if written.is_empty() {
            String::new()
        } else {
            ["?", &written.join("&")].concat()
        }
    }
}

/// An address in the inbox that keeps what is shown and how far down: `/team` itself for an empty `place`.
#[must_use]
pub fn href(place: &str, filter: &Filter, after: Option<&str>) -> String {
    ["/team", place, &filter.query(after)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_travels_in_the_query_and_back() {
        let all = Filter::default();
        assert_eq!(href("", &all, None), "/team");
        assert_eq!(all.query(Some("5.x")), "?after=5.x");
        let some = Filter {
            words: "tŷ & \"bin\"".into(),
            service: Some("a&b=\"ŵ".into()),
            task: Some("t".into()),
            stand: Some(Stand::State(thread::State::HalfFixed)),
            category: Some(None),
            severity: Some(Severity::Stopped),
            risk: true,
            unseen: true,
            sort: Sort::Waiting,
        };
        assert_eq!(
            href("/friction/1", &some, None),
            "/team/friction/1?q=t%C5%B7%20%26%20%22bin%22&service=a%26b%3D%22%C5%B5&task=t&state=half_fixed\
             &category=other&severity=stopped&risk=1&unseen=1&sort=waiting"
        );
        let pairs: Vec<(String, String)> = some
            .pairs()
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        assert_eq!(Filter::read(&pairs), some);
        assert!(!some.shows_all());
        let odd = [("state", "x"), ("category", "y"), ("sort", "z"), ("q", " ")];
        let odd = odd.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(Filter::read(&odd), all);
    }

    #[test]
    fn what_would_show_everything_is_named() {
        let unread = |name: &str, value: &str| {
            let pair = (name.to_owned(), value.to_owned());
            Filter::unread(&[pair], &["format"])
        };
        for (name, value) in [("state", "new"), ("category", "other"), ("sort", "newest")] {
            assert_eq!(unread(name, value), None);
            assert_eq!(unread(name, ""), None);
            assert_eq!(unread(name, "x"), Some([name, "=x"].concat()));
        }
        assert_eq!(unread("format", "anything"), None);
        assert_eq!(unread("servce", ""), Some("servce".to_owned()));
        let long = "w".repeat(Filter::MOST_WORDS + 1);
        assert!(unread("q", &long).is_some() && unread("q", &long[1..]).is_none());
    }

    #[test]
    fn every_state_is_in_one_group() {
        for state in thread::State::ALL {
            let group = Group::of(*state);
            assert_eq!(state.calls_the_team(), group == Group::Calls);
            assert_eq!(state.is_settled(), group == Group::Settled);
        }
    }
}
