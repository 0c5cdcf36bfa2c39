//! What was found, in a line.

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Good,
    Doubtful,
    Wrong,
}

/// One line of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) mark: Mark,
    said: String,
}

impl Finding {
    pub(super) fn good(said: impl Into<String>) -> Self {
        Self::new(Mark::Good, said)
    }

    pub(super) fn doubtful(said: impl Into<String>) -> Self {
        Self::new(Mark::Doubtful, said)
    }

    pub(super) fn wrong(said: impl Into<String>) -> Self {
        Self::new(Mark::Wrong, said)
    }

    /// What is so, when it is so; else what to do about it.
    pub(super) fn that(holds: bool, so: impl Into<String>, otherwise: impl Into<String>) -> Self {
        if holds {
            Self::good(so)
        } else {
            Self::wrong(otherwise)
        }
    }

    pub(super) fn line(&self) -> String {
        let mark = match self.mark {
            Mark::Good => "in order",
            Mark::Doubtful => "look at ",
            Mark::Wrong => "WRONG   ",
        };
        format!("{mark}  {}", self.said)
    }

    fn new(mark: Mark, said: impl Into<String>) -> Self {
        Self {
            mark,
            said: said.into(),
        }
    }
}
