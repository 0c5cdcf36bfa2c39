//! A place to write: kept with every keystroke, recorded when the writer pauses.

use leptos::prelude::*;

use super::{
    dialog::Dialog,
    hinted::{Hinted, hinted},
};
use crate::phone::session::Session;
use crate::phone::store;
use crate::walk::{Kind, WalkId};
use crate::words::Phone;

/// The longest text, in UTF-16 units, as the browser counts. The server takes more.
const LONGEST: usize = 4000;

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
    /// True when others will read it: what may point to one person is then shown below.
    pub for_others: bool,
}

impl Field {
    /// The name of its draft.
    pub fn draft(name: &str, walk: WalkId) -> String {
        ["draft-", name, "-", &walk.to_string()].concat()
    }

    /// Records what was written in a sheet, then closes that.
    pub fn keep(name: &str, s: Session, walk: WalkId, sheet: Dialog) {
        let draft = Self::draft(name, walk);
        store::spawn(async move {
            s.commit(draft).await;
            sheet.close();
        });
    }

    /// The field. `say` makes facts of the whole text.
    pub fn view(
        self,
        s: Session,
        walk: WalkId,
        say: impl Fn(String) -> Vec<Kind> + 'static,
    ) -> AnyView {
        self.draw(s, walk, Box::new(say))
    }

    fn draw(self, s: Session, walk: WalkId, say: Box<dyn Fn(String) -> Vec<Kind>>) -> AnyView {
        let draft = Self::draft(self.name, walk);
        let text = RwSignal::new(self.text);
        let written = draft.clone();
        let put: Box<dyn Fn(String)> = Box::new(move |words| {
            text.set(words.clone());
            s.draft_text(written.clone(), walk, say(words));
        });
        let put = StoredValue::new_local(put);
        let before = RwSignal::new(None);
        let typed = move |event| {
            before.set(None);
            put.with_value(|put| put(event_target_value(&event)));
        };
        let blurred = move |_| {
            let name = draft.clone();
            store::spawn(async move {
                s.commit(name).await;
            });
        };
        let full = move || text.with(|text| text.encode_utf16().count() >= LONGEST);
        let longest = Phone::of(s.lang.get_untracked()).longest;
        let hint = [self.name, "-hint"].concat();
        let described = (!self.hint.is_empty()).then(|| hint.clone());
        let hinted = self
            .for_others
            .then(|| hinted(s.lang.get_untracked(), Hinted { text, before, put }));
        view! {
            <div class="field">
                <label for=self.name>{self.label}</label>
                {(!self.hint.is_empty()).then(|| view! { <p class="hint" id=hint>{self.hint}</p> })}
                <textarea
                    class="input"
                    id=self.name
                    rows="2"
                    maxlength=LONGEST
                    aria-describedby=described
                    prop:value=text
                    on:input=typed
                    on:blur=blurred
                ></textarea>
                <p class="hint small" role="status">{move || full().then_some(longest)}</p>
                {hinted}
            </div>
        }
        .into_any()
    }
}
