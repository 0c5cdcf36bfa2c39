//! What a walk is about, in the reader's language, from the briefing kept on this phone.

use leptos::prelude::*;

use crate::phone::session::Session;
use crate::walk::{Lang, Situation, Started, Step, Task, Walk};

/// A walk's task and situation. Both may be gone from the briefing since.
pub struct Told {
    /// The language of the words.
    pub lang: Lang,
    /// The task.
    pub task: Option<Task>,
    /// The situation walked in.
    pub situation: Option<Situation>,
    id: String,
}

/// What a walk is about.
pub fn told(s: Session, walk: &Walk) -> Told {
    match &walk.started {
        Some(Started {
            task, situation, ..
        }) => about(s, task, situation.as_deref()),
        None => about(s, "", None),
    }
}

/// What a task, in a situation, is about.
pub fn about(s: Session, task: &str, situation: Option<&str>) -> Told {
    let found = untrack(|| s.task(task));
    let wanted = |it: &&Situation| Some(it.id.as_str()) == situation;
    let situation = found
        .as_ref()
        .and_then(|task| task.situations.iter().find(wanted).cloned());
    Told {
        lang: s.lang.get_untracked(),
        situation,
        task: found,
        id: task.to_owned(),
    }
}

impl Told {
    /// The need, in the person's words.
    pub fn title(&self) -> String {
        match (&self.situation, &self.task) {
            (Some(situation), _) => situation.title.get(self.lang).to_owned(),
            (None, Some(task)) => task.name.get(self.lang).to_owned(),
            (None, None) => self.id.clone(),
        }
    }

    /// What the service is called; empty when it is not known any more.
    pub fn service(&self) -> String {
        self.task
            .as_ref()
            .map(|task| task.service_name.get(self.lang).to_owned())
            .unwrap_or_default()
    }

    /// A step of the task, counted from 0.
    pub fn step(&self, step: u16) -> Option<&Step> {
        self.task.as_ref()?.steps.get(usize::from(step))
    }

    /// "Did you get what your mother needs?", when the situation asks its own question.
    pub fn question(&self) -> Option<String> {
        Some(self.situation.as_ref()?.question.get(self.lang).to_owned())
            .filter(|text| !text.is_empty())
    }

    /// "you have a date for someone to come and look".
    pub fn worked_if(&self) -> String {
        self.task
            .as_ref()
            .map(|task| task.worked_if.get(self.lang).to_owned())
            .unwrap_or_default()
    }
}
