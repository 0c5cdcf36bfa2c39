//! Questions at the end of a walk: each answer is recorded as it is given.

use leptos::prelude::*;

use crate::phone::session::Session;
use crate::walk::{Kind, Outcome, WalkId};

/// The questions of one walk. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Ask {
    /// The session.
    pub s: Session,
    /// The walk.
    pub id: WalkId,
}

impl Ask {
    /// Something about the answers so far.
    pub fn read<T>(self, read: impl FnOnce(&Outcome) -> T) -> T {
        let none = Outcome::default();
        self.s
            .logs
            .with(|logs| read(logs.get(&self.id).map_or(&none, |log| &log.walk.outcome)))
    }

    /// One choice. `now` reads the answer, `give` makes it; `name` is its name where the words beside it do not say it all.
    pub fn radio<T: Copy + PartialEq + Send + 'static>(
        self,
        group: &'static str,
        value: T,
        now: fn(&Outcome) -> Option<T>,
        give: fn(T) -> Outcome,
        name: Option<String>,
    ) -> AnyView {
        let chosen = move || self.read(|outcome| now(outcome) == Some(value));
        let choose = move || self.s.record(self.id, &[Kind::OutcomeGiven(give(value))]);
        draw(group, name, Box::new(chosen), Box::new(choose))
    }
}

fn draw(
    group: &'static str,
    name: Option<String>,
    chosen: Box<dyn Fn() -> bool + Send>,
    choose: Box<dyn Fn()>,
) -> AnyView {
    view! { <input type="radio" name=group aria-label=name prop:checked=chosen on:change=move |_| choose() /> }
        .into_any()
}
