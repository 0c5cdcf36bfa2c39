//! A form of the desk, as it was sent.

use app::{
    board::{Ask, Draft, Fault, MOST_ASK, MOST_ASKS, MOST_WORDS, Part, Typed, read_text},
    walk::Text,
};

use crate::{
    routes::handed::{field, seems_to_name},
    store::Desk,
    token,
};

/// What was sent, and into which part of the desk.
pub(super) struct Sent {
    part: Part,
    fields: Vec<(String, String)>,
}

impl Sent {
    pub(super) fn of(part: Part, fields: Vec<(String, String)>) -> Self {
        Self { part, fields }
    }

    /// The text, when it can be taken; else what was typed and why not. What is asked may be empty: that removes it.
    pub(super) fn read(&self, desk: &Desk, draft: &Draft) -> Result<Text, Box<Typed>> {
        let (en, cy) = (field(&self.fields, "en"), field(&self.fields, "cy"));
        let most = match self.part {
            Part::Words => MOST_WORDS,
            _ => MOST_ASK,
        };
        let typed = |fault, named| {
            let typed = self.typed(draft, self.text(), fault);
            Box::new(Typed { named, ..typed })
        };
        let known = self.is_known(draft);
        let text = read_text(en, cy, most).map_err(|fault| typed(Some(fault), None))?;
        if text == Text::default() && !known {
            return Err(typed(Some(Fault::Empty), None));
        }
        if matches!(self.part, Part::Ask(_)) && !known && draft.asks.len() >= MOST_ASKS {
            return Err(typed(Some(Fault::TooMany(MOST_ASKS)), None));
        }
        let nobody: Vec<&Text> = draft.nobody.iter().collect();
        let seems = |text: &str| seems_to_name(desk, &self.fields, text, None, &nobody);
        match seems(&text.en).or_else(|| seems(&text.cy)) {
            Some(named) => Err(typed(None, Some(named))),
            None => Ok(text),
        }
    }

    /// What was typed, as it was.
    pub(super) fn text(&self) -> Text {
        Text {
            en: field(&self.fields, "en").to_owned(),
            cy: field(&self.fields, "cy").to_owned(),
        }
    }

    /// The edition of the draft that the form was drawn from, when it says.
    pub(super) fn edition(&self) -> Option<i64> {
        field(&self.fields, "edition").parse().ok()
    }

    /// What was typed, to be shown again with why it was not taken.
    pub(super) fn typed(&self, draft: &Draft, text: Text, fault: Option<Fault>) -> Typed {
        Typed {
            part: self.part.clone(),
            text,
            // Whoever was shown what stands now may write over that.
            seen: self.edition().filter(|_| fault != Some(Fault::Moved)),
            fault,
            named: None,
            // What is new keeps its id, so that sent again it is still one.
            fresh: match &self.part {
                Part::Ask(id) if !self.is_known(draft) => id.clone(),
                _ => token::fresh(),
            },
        }
    }

    /// True for a change of something that is asked already.
    fn is_known(&self, draft: &Draft) -> bool {
        let known = |it: &Ask| self.part == Part::Ask(it.id.clone());
        draft.asks.iter().any(known)
    }

    /// Where on the page it is.
    pub(super) fn anchor(&self) -> &'static str {
        match self.part {
            Part::Words => "#words",
            Part::Ask(_) => "#asks",
            Part::Became(_) => "#before",
            Part::Reason => "#reason",
            Part::None | Part::Link => "",
        }
    }
}
