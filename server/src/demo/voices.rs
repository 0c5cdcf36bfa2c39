//! What leaders and teams of the demonstration say.

use app::walk::{Category, Feeling, Lang, Task, Text};
use serde::Deserialize;

use super::rng::Chance;

const VOICES: &str = include_str!("../../demo/voices.json");
const STORIES: &str = include_str!("../../demo/stories.json");

/// Short texts to pick from, in both languages.
#[derive(Deserialize)]
pub(super) struct Voices {
    friction: Vec<Said>,
    bright: Vec<Said>,
    replies: Vec<Answered>,
    commitments: Vec<Text>,
    #[serde(skip)]
    stories: Vec<Story>,
}

/// What is said of one friction at one step, whoever feels it.
#[derive(Deserialize)]
struct Story {
    task: String,
    /// Counted from 1.
    step: u16,
    category: String,
    note: Text,
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    category: Option<Category>,
    /// The tasks it fits; none means any.
    tasks: Vec<String>,
    note: Text,
}

#[derive(Deserialize)]
struct Answered {
    category: Category,
    text: Text,
}

impl Voices {
    pub(super) fn read() -> Result<Self, serde_json::Error> {
        let voices: Self = serde_json::from_str(VOICES)?;
        Ok(Self {
            stories: serde_json::from_str(STORIES)?,
            ..voices
        })
    }

    /// What someone might say of this friction at this step (counted from 0): the step's story, else something about
    /// the task, else about any.
    pub(super) fn friction(
        &self,
        category: Category,
        task: &Task,
        step: u16,
        lang: Lang,
        chance: &mut Chance,
    ) -> String {
        let here = |story: &&Story| {
            story.task == task.id && story.step == step + 1 && story.category == category.code()
        };
        if let Some(story) = self.stories.iter().find(here) {
            return story.note.get(lang).to_owned();
        }
        let of_kind = |said: &&Said| said.category == Some(category);
        pick(self.friction.iter().filter(of_kind), task, lang, chance)
    }

    pub(super) fn bright(&self, task: &Task, lang: Lang, chance: &mut Chance) -> String {
        pick(self.bright.iter(), task, lang, chance)
    }

    pub(super) fn reply(&self, category: Category, chance: &mut Chance) -> Option<String> {
        let fitting: Vec<&Answered> = self
            .replies
            .iter()
            .filter(|reply| reply.category == category)
            .collect();
        chance.one_of(&fitting).map(|reply| reply.text.en.clone())
    }

    pub(super) fn commitment(&self, lang: Lang, chance: &mut Chance) -> String {
        chance
            .one_of(&self.commitments)
            .map(|text| text.get(lang).to_owned())
            .unwrap_or_default()
    }
}

fn pick<'a>(
    said: impl Iterator<Item = &'a Said>,
    task: &Task,
    lang: Lang,
    chance: &mut Chance,
) -> String {
    let (any, about): (Vec<&Said>, Vec<&Said>) = said
        .filter(|it| it.tasks.is_empty() || it.tasks.contains(&task.id))
        .partition(|it| it.tasks.is_empty());
    let from = if about.is_empty() { any } else { about };
    chance
        .one_of(&from)
        .map(|it| it.note.get(lang).to_owned())
        .unwrap_or_default()
}

/// Feelings that go with a category.
pub(super) fn feelings(category: Category) -> &'static [Feeling] {
    use Feeling::{Anxious, Confused, Embarrassed, Frustrated, Ignored, Powerless};
    match category {
        Category::Find | Category::Wrong => &[Confused, Frustrated],
        Category::Unclear => &[Confused, Embarrassed],
        Category::Door | Category::Form => &[Frustrated, Powerless],
        Category::Asked => &[Frustrated, Ignored],
        Category::Broken => &[Frustrated, Anxious],
        Category::Access => &[Powerless, Embarrassed],
        Category::Wait => &[Anxious, Ignored],
        Category::Bounced => &[Powerless, Ignored],
        Category::Help => &[Powerless, Anxious],
        Category::Trust => &[Embarrassed, Powerless],
    }
}
