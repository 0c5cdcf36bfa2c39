//! One friction point in words.

use crate::{
    ui::Shape,
    walk::Lang,
    words::{Common, Team, category, feeling, quoted, severity},
};

use super::{Item, State};

/// What a friction point is called: its category, while it stands.
pub(super) fn title(lang: Lang, item: &Item) -> &'static str {
    if item.withdrawn.is_some() {
        return Team::of(lang).withdrawn;
    }
    item.friction
        .category
        .map_or(Common::of(lang).something_else, |it| category(lang, it))
}

pub(super) fn severity_word(lang: Lang, item: &Item) -> &'static str {
    item.friction
        .severity
        .map_or(Team::of(lang).severity_not_said, |it| severity(lang, it))
}

/// "Confused, anxious"; `None` when no feeling was named.
pub(super) fn feelings(lang: Lang, item: &Item) -> Option<String> {
    let words: Vec<&str> = item
        .friction
        .feelings
        .iter()
        .map(|it| feeling(lang, *it))
        .collect();
    let (first, rest) = words.split_first()?;
    let rest: String = rest
        .iter()
        .map(|word| [", ", &word.to_lowercase()].concat())
        .collect();
    Some([*first, &rest].concat())
}

pub(super) fn state_word(lang: Lang, state: State) -> &'static str {
    let words = Team::of(lang);
    match state {
        State::New => words.state_new,
        State::Seen => words.state_seen,
        State::Answered => words.state_answered,
    }
}

pub(super) fn state_shape(state: State) -> Shape {
    match state {
        State::New => Shape::New,
        State::Seen => Shape::Seen,
        State::Answered => Shape::Answered,
    }
}

/// The first hundred or so characters of a note, in quotation marks; `None` when there is none.
pub(super) fn excerpt(note: &str) -> Option<String> {
    const MOST: usize = 120;
    let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
    if note.is_empty() {
        return None;
    }
    let Some((end, _)) = note.char_indices().nth(MOST) else {
        return Some(quoted(&note));
    };
    let cut = note.get(..end).unwrap_or_default();
    let whole_words = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    Some(quoted(&[whole_words, " …"].concat()))
}
