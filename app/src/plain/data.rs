//! What the plain pages show of a walk.

use crate::{
    walk::{Lang, Place, Situation, Step, Task, Walk, WalkId},
    words::When,
};

/// A walk of the reader's own.
#[derive(Clone, Debug)]
pub struct Own {
    /// Its id.
    pub id: WalkId,
    /// The folded walk, whole: it is its author who reads.
    pub walk: Walk,
    /// The task, as it is now; `None` once it is not offered any more.
    pub task: Option<Task>,
    /// When it began.
    pub began: When,
}

/// What a task, in a situation, is about, in one language.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    lang: Lang,
    task: Option<&'a Task>,
    situation: Option<&'a Situation>,
    id: &'a str,
}

impl Own {
    /// What it is about.
    #[must_use]
    pub fn told(&self, lang: Lang) -> Told<'_> {
        let started = self.walk.started.as_ref();
        let situation = started.and_then(|started| started.situation.as_deref());
        Told {
            id: started.map_or("", |started| &started.task),
            ..Told::about(lang, self.task.as_ref(), situation)
        }
    }

    /// The step it stands at, counted from 0; `None` before the first and after the last.
    #[must_use]
    pub fn step(&self) -> Option<u16> {
        match self.walk.place {
            Place::Step { step } | Place::Away { step, .. } | Place::Back { step } => Some(step),
            Place::Brief | Place::Finish | Place::Receipt => None,
        }
    }
}

impl<'a> Told<'a> {
    /// What a task is about. A situation that is not known counts as none.
    #[must_use]
    pub fn about(lang: Lang, task: Option<&'a Task>, situation: Option<&str>) -> Self {
        let wanted = |it: &&Situation| Some(it.id.as_str()) == situation;
        Self {
            lang,
            task,
            situation: task.and_then(|task| task.situations.iter().find(wanted)),
            id: "",
        }
    }

    /// The need, in the person's words.
    #[must_use]
    pub fn title(&self) -> String {
        match (self.situation, self.task) {
            (Some(situation), _) => situation.title.get(self.lang).to_owned(),
            (None, Some(task)) => task.name.get(self.lang).to_owned(),
            (None, None) => self.id.to_owned(),
        }
    }

    /// What the service is called; empty when it is not known any more.
    #[must_use]
    pub fn service(&self) -> String {
        let name = self.task.map(|task| task.service_name.get(self.lang));
        name.unwrap_or_default().to_owned()
    }

    /// A step of the task, counted from 0.
    #[must_use]
    pub fn step(&self, step: u16) -> Option<&'a Step> {
        self.task?.steps.get(usize::from(step))
    }

    /// The situation walked in.
    #[must_use]
    pub fn situation(&self) -> Option<&'a Situation> {
        self.situation
    }

    /// The situation's own question at the end, when it asks one.
    #[must_use]
    pub fn question(&self) -> Option<String> {
        let question = self.situation?.question.get(self.lang).to_owned();
        Some(question).filter(|text| !text.is_empty())
    }

    /// What would count as having worked.
    #[must_use]
    pub fn worked_if(&self) -> String {
        let text = self.task.map(|task| task.worked_if.get(self.lang));
        text.unwrap_or_default().to_owned()
    }
}
