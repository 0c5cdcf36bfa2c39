//! Which screen an address opens. The few paths are matched by hand.

use crate::walk::WalkId;

/// A place in the leader's app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// What is next.
    Today,
    /// All tasks to choose from.
    Tasks,
    /// The situation of a task.
    Brief {
        /// The task's id.
        task: String,
        /// The situation's id; empty for the first one.
        situation: String,
    },
    /// A walk, wherever it stands.
    Walk {
        /// Which.
        id: WalkId,
        /// Its second page: of the questions at the end, or all friction points of a receipt.
        second: bool,
    },
    /// The walks so far.
    History,
    /// Who is signed in, and what is on this phone.
    Me,
    /// Another app shares pictures.
    Share,
}

impl Route {
    /// The place of a path; anything unknown is Today.
    pub fn of(path: &str) -> Self {
        let mut parts = path.trim_matches('/').split('/').skip(1);
        let (first, second, third) = (parts.next(), parts.next(), parts.next());
        match (first, second) {
            (Some("tasks"), _) => Self::Tasks,
            (Some("history"), _) => Self::History,
            (Some("me"), _) => Self::Me,
            (Some("share"), _) => Self::Share,
            (Some("brief"), Some(task)) => Self::Brief {
                task: task.to_owned(),
                situation: third.unwrap_or_default().to_owned(),
            },
            (Some(id), second) => match id.parse() {
                Ok(id) => Self::Walk {
                    id,
                    second: second == Some("2"),
                },
                Err(_) => Self::Today,
            },
            _ => Self::Today,
        }
    }

    /// The path of this place.
    pub fn path(&self) -> String {
        match self {
            Self::Today => "/walk".to_owned(),
            Self::Tasks => "/walk/tasks".to_owned(),
            Self::Brief { task, situation } if situation.is_empty() => {
                ["/walk/brief/", task].concat()
            }
            Self::Brief { task, situation } => ["/walk/brief/", task, "/", situation].concat(),
            Self::Walk { id, second } => {
                ["/walk/", &id.to_string(), if *second { "/2" } else { "" }].concat()
            }
            Self::History => "/walk/history".to_owned(),
            Self::Me => "/walk/me".to_owned(),
            Self::Share => "/walk/share".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_again_by_its_path() {
        let id = "01932f4e-0000-7000-8000-000000000001"
            .parse()
            .expect("an id");
        let brief = |situation: &str| Route::Brief {
            task: "ramp".to_owned(),
            situation: situation.to_owned(),
        };
        let walk = |second| Route::Walk { id, second };
        let all = [
            Route::Today,
            Route::Tasks,
            brief(""),
            brief("mum"),
            walk(false),
            walk(true),
            Route::History,
            Route::Me,
            Route::Share,
        ];
        for place in all {
            assert_eq!(Route::of(&place.path()), place);
        }
    }

    #[test]
    fn an_unknown_path_is_today() {
        for path in ["", "/", "/walk/", "/walk/nonsense", "/walk/brief"] {
            assert_eq!(Route::of(path), Route::Today, "{path}");
        }
    }
}
