//! A place to write: kept with every keystroke, recorded when the writer pauses.

use leptos::prelude::*;

use crate::phone::session::Session;
use crate::phone::store;
use crate::walk::{Kind, WalkId};

/// A text field of a walk.
pub struct Field {
    /// Its id on the page, and the end of its draft's name.
    pub name: &'static str,
    /// What is asked.
    pub label: String,
    /// A line below the label; may be empty.
    pub hint: String,
    /// What was written before.
    pub text: String,
}

impl Field {
    /// The name of its draft.
    pub fn draft(name: &str, walk: WalkId) -> String {
        ["draft-", name, "-", &walk.to_string()].concat()
    }

    /// The field. `say` makes facts of the whole text.
    pub fn view(
        self,
        s: Session,
        walk: WalkId,
        say: impl Fn(String) -> Vec<Kind> + 'static,
    ) -> AnyView {
        let draft = Self::draft(self.name, walk);
        let written = draft.clone();
        let blurred = move || {
            let name = draft.clone();
            store::spawn(async move {
                s.commit(name).await;
            });
        };
        let hint = [self.name, "-hint"].concat();
        let described = (!self.hint.is_empty()).then(|| hint.clone());
        view! {
            <div class="field">
                <label for=self.name>{self.label}</label>
                {(!self.hint.is_empty()).then(|| view! { <p class="hint" id=hint>{self.hint}</p> })}
                <textarea
                    class="input"
                    id=self.name
                    rows="2"
                    maxlength="4000"
                    aria-describedby=described
                    prop:value=self.text
                    on:input=move |event| s.draft_text(written.clone(), walk, say(event_target_value(&event)))
                    on:blur=move |_| blurred()
                ></textarea>
            </div>
        }
        .into_any()
    }
}
