//! What a leader says to a team's reply.

use leptos::prelude::*;

use crate::phone::parts::{dialog::Dialog, field::Field, press, said};
use crate::phone::session::Session;
use crate::walk::{Kind, ReplyAnswered, WalkId};
use crate::wire::Reply;
use crate::words::{Phone, fill};

const NAME: &str = "answer";

/// The sheet of one answer. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Answering {
    s: Session,
    walk: WalkId,
    dialog: Dialog,
}

impl Answering {
    /// A sheet that is not open.
    pub fn new(s: Session, walk: WalkId) -> Self {
        Self {
            s,
            walk,
            dialog: Dialog::new(),
        }
    }

    /// The sheet itself.
    pub fn view(self) -> AnyView {
        self.dialog.view(NAME, || ())
    }

    /// What was said to a reply, and the way to say it.
    pub fn row(self, reply: &Reply) -> AnyView {
        let w = Phone::of(self.s.lang.get_untracked());
        let said = self.said(&reply.id);
        let name = if said.is_some() {
            w.change_answer
        } else {
            w.answer_them
        };
        let said = said.map(|text| said::quote(w.you_said, &text));
        let reply = reply.clone();
        let open = move || {
            let reply = reply.clone();
            self.dialog.open(move || self.about(&reply));
        };
        vec![said.into_any(), press::button("text-button", name, open)].into_any()
    }

    fn said(self, reply: &str) -> Option<String> {
        self.s.logs.with(|logs| {
            let mut answers = logs.get(&self.walk)?.walk.answers.iter();
            let said = answers.find(|it| it.reply == reply)?;
            Some(said.text.clone())
        })
    }

    fn about(self, reply: &Reply) -> AnyView {
        let (s, walk) = (self.s, self.walk);
        let lang = s.lang.get_untracked();
        let w = Phone::of(lang);
        let service = reply.service_name.get(lang);
        let field = Field {
            name: "your-answer",
            label: w.your_answer.to_owned(),
            hint: fill(w.answer_goes, &[("service", service)]),
            text: untrack(|| self.said(&reply.id)).unwrap_or_default(),
            for_others: true,
        };
        let (friction, id) = (reply.friction, reply.id.clone());
        let say = move |text| {
            vec![Kind::ReplyAnswered(ReplyAnswered {
                reply: id.clone(),
                friction,
                text,
            })]
        };
        let close = move || Field::keep("your-answer", s, walk, self.dialog);
        let title = fill(w.replied, &[("service", service)]);
        let head = press::sheet_head(lang, None, NAME, title, reply.text.clone(), close);
        let stand = match reply.id.parse() {
            Ok(id) => said::item(s, walk, id),
            Err(_) => ().into_any(),
        };
        press::writing(lang, head, field.view(s, walk, say), stand, close)
    }
}
