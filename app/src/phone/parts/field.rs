//! A place to write: kept with every keystroke, recorded when the writer pauses.

use crate::phone::dom::{Html, IntoNode, el, written};
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
    ) -> Html {
        let draft = Self::draft(self.name, walk);
        let keyed = draft.clone();
        let blurred = move || {
            let name = draft.clone();
            store::spawn(async move {
                s.commit(name).await;
            });
        };
        let hint = [self.name, "-hint"].concat();
        let described = (!self.hint.is_empty()).then(|| hint.clone());
        el("div")
            .attr("class", "field")
            .child(el("label").attr("for", self.name).child(self.label))
            .child((!self.hint.is_empty()).then(|| {
                el("p")
                    .attr("class", "hint")
                    .attr("id", hint)
                    .child(self.hint)
            }))
            .child(
                el("textarea")
                    .attr("class", "input")
                    .attr("id", self.name)
                    .attr("rows", "2")
                    .attr("maxlength", "4000")
                    .attr("aria-describedby", described)
                    .value(self.text)
                    .on("input", move |event| {
                        s.draft_text(keyed.clone(), walk, say(written(&event)))
                    })
                    .on("blur", move |_| blurred()),
            )
            .node()
    }
}
