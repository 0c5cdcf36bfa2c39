//! Addresses within the inbox: what is shown travels in the query, so that every page can be linked to.

use super::State;
use crate::address::encoded;

/// What the inbox shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this service.
    pub service: Option<String>,
    /// Only this state.
    pub state: Option<State>,
}

impl Filter {
    /// The query, with its question mark; empty when everything is shown. `before` begins an older page.
    #[must_use]
    pub fn query(&self, before: Option<&str>) -> String {
        let pairs = [
            ("service", self.service.as_deref()),
            ("state", self.state.map(State::code)),
            ("before", before),
        ];
        let given = pairs
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)));
        let written: Vec<String> = given
            .map(|(name, value)| [name, "=", &encoded(value)].concat())
            .collect();
        if written.is_empty() {
            String::new()
        } else {
            ["?", &written.join("&")].concat()
        }
    }
}

/// An address in the inbox that keeps what is shown and how far back: `/team` itself for an empty `place`.
#[must_use]
pub fn href(place: &str, filter: &Filter, before: Option<&str>) -> String {
    ["/team", place, &filter.query(before)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_travels_in_the_query() {
        let mut filter = Filter::default();
        assert_eq!(href("", &filter, None), "/team");
        filter.state = Some(State::Seen);
        filter.service = Some("a&b=\"ŵ".into());
        assert_eq!(
            href("/friction/1", &filter, None),
            "/team/friction/1?service=a%26b%3D%22%C5%B5&state=seen"
        );
        assert_eq!(Filter::default().query(Some("5.x")), "?before=5.x");
    }
}
