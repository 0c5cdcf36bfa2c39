//! Which walks stand behind a figure: an address, and what it keeps.

use std::fmt::Display;

use crate::address::encoded;
use crate::walk::month::{Attempt, Ending, Felt};
use crate::walk::{Answer, Burden, Category, OthersWould, Severity, code_enum};

code_enum! {
    /// Which walks are looked at before anything else is asked.
    Scope {
        /// The attempts: finished, and not stopped on purpose.
        Attempts = "attempts",
        /// All that were finished.
        Finished = "finished",
        /// Those left out because their leader stopped on purpose.
        OnPurpose = "on_purpose",
        /// Those not finished.
        Unfinished = "unfinished",
        /// All that were begun but those stopped on purpose.
        Begun = "begun",
        /// All of them.
        All = "all",
    }
}

code_enum! {
    /// A question a leader may have answered.
    Question {
        /// Did the service do what it should?
        Should = "should",
        /// How difficult or easy was it?
        Ease = "ease",
        /// How satisfied were you?
        Satisfaction = "satisfaction",
        /// Would someone without your advantages have got through?
        Others = "others",
        /// One thing I will do.
        Commitment = "commitment",
    }
}

code_enum! {
    /// What happened at the boundary with another organisation.
    Boundary {
        /// It was reached.
        Crossed = "crossed",
        /// It was got through.
        Through = "through",
        /// It was not got through.
        Stopped = "stopped",
        /// It was not reached.
        Stayed = "stayed",
    }
}

code_enum! {
    /// How an attempt ended, as it stands in an address.
    NeedMet {
        /// Need met.
        Met = "met",
        /// Not met: partly, no, or not said.
        Not = "not",
    }
}

/// Which walks. What is `None` is not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Looked at before anything else is asked; the attempts when not said.
    pub scope: Option<Scope>,
    /// Need met or not.
    pub need: Option<NeedMet>,
    /// The answer to "did the service do what it should?"
    pub should: Option<Answer>,
    /// The answer to "would others have got through?"
    pub others: Option<OthersWould>,
    /// Answered this question.
    pub answered: Option<Question>,
    /// At the boundary.
    pub boundary: Option<Boundary>,
    /// Of this task.
    pub of: Option<String>,
    /// Friction was felt.
    pub felt: Option<FeltFilter>,
    /// A bright spot was noted.
    pub bright: bool,
    /// It walked something again after a change, and said whether it held.
    pub rewalks: bool,
    /// Not only this month but up to twelve.
    pub twelve_months: bool,
}

/// Walks in which friction of one kind was felt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeltFilter {
    /// Of this main category.
    pub category: Option<Category>,
    /// That did this.
    pub severity: Option<Severity>,
    /// Of this burden.
    pub burden: Option<Burden>,
    /// That made someone contact the organisation again.
    pub contacted_again: bool,
    /// At this step of this task, in any month up to this one.
    pub place: Option<(String, u16)>,
}

impl Filter {
    /// Reads an address's query. `None` when it asks for something there is not.
    #[must_use]
    pub fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Option<Self> {
        let mut filter = Self::default();
        let mut felt = FeltFilter::default();
        let (mut any_felt, mut task, mut step) = (false, None, None);
        for (name, value) in pairs {
            match name {
                "walks" => filter.scope = Some(Scope::from_code(value)?),
                "need" => filter.need = Some(NeedMet::from_code(value)?),
                "should" => filter.should = Some(Answer::from_code(value)?),
                "others" => filter.others = Some(OthersWould::from_code(value)?),
                "answered" => filter.answered = Some(Question::from_code(value)?),
                "boundary" => filter.boundary = Some(Boundary::from_code(value)?),
                "of" => filter.of = Some(value.to_owned()),
                "bright" => filter.bright = yes(value)?,
                "rewalks" => filter.rewalks = yes(value)?,
                "months" => filter.twelve_months = (value == "12").then_some(true)?,
                "felt" => any_felt = yes(value)?,
                "category" => felt.category = Some(Category::from_code(value)?),
                "severity" => felt.severity = Some(Severity::from_code(value)?),
                "burden" => felt.burden = Some(Burden::from_code(value)?),
                "again" => felt.contacted_again = yes(value)?,
                "task" => task = Some(value.to_owned()),
                "step" => step = Some(value.parse().ok()?),
                _ => return None,
            }
        }
        felt.place = match (task, step) {
            (Some(task), Some(step)) => Some((task, step)),
            (None, None) => None,
            _ => return None,
        };
        filter.felt = (any_felt || felt != FeltFilter::default()).then_some(felt);
        Some(filter)
    }

    /// The address of these walks, of a month or of a version of it, as it stands in the address of its page.
    #[must_use]
    pub fn href(&self, month: impl Display) -> String {
        let pairs = self.pairs();
        let query: Vec<String> = pairs
            .iter()
            .map(|(name, value)| [name, "=", &encoded(value)].concat())
            .collect();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("/board/{month}/walks{mark}{}", query.join("&"))
    }

    /// True for a walk these walks have among them. `felt` holds the walk's own friction points, `bright` whether it
    /// has a bright spot.
    #[must_use]
    pub fn keeps(&self, walk: &Attempt, felt: &[&Felt], bright: bool) -> bool {
        self.in_scope(walk)
            && self
                .need
                .is_none_or(|need| (need == NeedMet::Met) == (walk.ending() == Ending::Met))
            && self
                .should
                .is_none_or(|answer| walk.did_should == Some(answer))
            && self
                .others
                .is_none_or(|answer| walk.others_would == Some(answer))
            && self
                .answered
                .is_none_or(|question| answered(walk, question))
            && self.boundary.is_none_or(|boundary| at(walk, boundary))
            && self.of.as_ref().is_none_or(|task| walk.task == *task)
            && self
                .felt
                .as_ref()
                .is_none_or(|which| felt.iter().any(|point| which.keeps(point)))
            && (bright || !self.bright)
            && (walk.held.is_some() || !self.rewalks)
    }

    /// The task whose walks of all months up to this one are asked for.
    #[must_use]
    pub fn task(&self) -> Option<&str> {
        let (task, _) = self.felt.as_ref()?.place.as_ref()?;
        Some(task)
    }

    fn in_scope(&self, walk: &Attempt) -> bool {
        // Friction and bright spots count wherever they were felt.
        let usual = if self.felt.is_some() || self.bright {
            Scope::All
        } else if self.rewalks {
            Scope::Finished
        } else {
            Scope::Attempts
        };
        match self.scope.unwrap_or(usual) {
            Scope::Attempts => walk.counts(),
            Scope::Finished => walk.finished,
            Scope::OnPurpose => walk.finished && walk.stopped_on_purpose(),
            Scope::Unfinished => !walk.finished,
            Scope::Begun => walk.counts() || !walk.finished,
            Scope::All => true,
        }
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let mut add = |name, value: Option<&str>| {
            pairs.extend(value.map(|value| (name, value.to_owned())));
        };
        add("walks", self.scope.map(Scope::code));
        add("need", self.need.map(NeedMet::code));
        add("should", self.should.map(Answer::code));
        add("others", self.others.map(OthersWould::code));
        add("answered", self.answered.map(Question::code));
        add("boundary", self.boundary.map(Boundary::code));
        add("of", self.of.as_deref());
        add("bright", self.bright.then_some("yes"));
        add("rewalks", self.rewalks.then_some("yes"));
        add("months", self.twelve_months.then_some("12"));
        if let Some(felt) = &self.felt {
            add("felt", (*felt == FeltFilter::default()).then_some("yes"));
            add("category", felt.category.map(Category::code));
            add("severity", felt.severity.map(Severity::code));
            add("burden", felt.burden.map(Burden::code));
            add("again", felt.contacted_again.then_some("yes"));
            if let Some((task, step)) = &felt.place {
                add("task", Some(task));
                add("step", Some(&step.to_string()));
            }
        }
        pairs
    }
}

impl FeltFilter {
    /// True for a friction point of this kind.
    #[must_use]
    pub fn keeps(&self, point: &Felt) -> bool {
        let burdens = point.category.map(Category::burdens).unwrap_or_default();
        self.category
            .is_none_or(|category| point.category == Some(category))
            && self
                .severity
                .is_none_or(|severity| point.severity == Some(severity))
            && self.burden.is_none_or(|burden| burdens.contains(&burden))
            && (point.contacted_again || !self.contacted_again)
            && self
                .place
                .as_ref()
                .is_none_or(|(task, step)| point.task == *task && point.step == *step)
    }
}

fn answered(walk: &Attempt, question: Question) -> bool {
    match question {
        Question::Should => walk.did_should.is_some(),
        Question::Ease => walk.ease.is_some(),
        Question::Satisfaction => walk.satisfaction.is_some(),
        Question::Others => walk.others_would.is_some(),
        Question::Commitment => walk.committed,
    }
}

fn at(walk: &Attempt, boundary: Boundary) -> bool {
    let through = walk.crossing.as_ref().map(|crossing| crossing.through);
    match boundary {
        Boundary::Crossed => through.is_some(),
        Boundary::Through => through == Some(true),
        Boundary::Stopped => through == Some(false),
        Boundary::Stayed => through.is_none(),
    }
}

fn yes(value: &str) -> Option<bool> {
    (value == "yes").then_some(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walk::month::YearMonth;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let felt = FeltFilter {
            category: Some(Category::Asked),
            place: Some(("ramp".into(), 3)),
            ..FeltFilter::default()
        };
        let filters = [
            Filter::default(),
            Filter {
                need: Some(NeedMet::Not),
                boundary: Some(Boundary::Crossed),
                of: Some("ramp".into()),
                ..Filter::default()
            },
            Filter {
                felt: Some(FeltFilter::default()),
                ..Filter::default()
            },
            Filter {
                felt: Some(felt),
                twelve_months: true,
                bright: true,
                ..Filter::default()
            },
            Filter {
                scope: Some(Scope::OnPurpose),
                answered: Some(Question::Ease),
                ..Filter::default()
            },
            Filter {
                scope: Some(Scope::Begun),
                rewalks: true,
                ..Filter::default()
            },
        ];
        let month = YearMonth::new(2025, 10).expect("a month");
        for filter in filters {
            let href = filter.href(month);
            let query = href.split_once('?').map_or("", |(_, query)| query);
            let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            assert_eq!(Filter::read(pairs), Some(filter), "{href}");
        }
    }

    #[test]
    fn what_there_is_not_is_refused() {
        for pair in [
            ("need", "maybe"),
            ("step", "1"),
            ("task", "ramp"),
            ("author", "x"),
            ("months", "13"),
            ("step", "-1"),
        ] {
            assert_eq!(Filter::read([pair]), None, "{pair:?}");
        }
    }

    #[test]
    fn ids_are_safe_inside_an_address() {
        assert_eq!(encoded("a b&c=ŵ\"<"), "a%20b%26c%3D%C5%B5%22%3C");
    }
}
