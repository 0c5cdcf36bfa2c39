//! Every sentence that stands on a month's page, for a table.

use super::{Beside, MonthPage};
use crate::walk::month::{Said, SaidAs};
use crate::walk::{Lang, Text};
use crate::words::{Drafting, Frozen, Paper, When};

/// A sentence somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// What it is on the page.
    pub is: &'static str,
    /// The words, or that they were taken back.
    pub words: String,
    /// The service it speaks of, if of one.
    pub service: String,
    /// When it was written, `YYYY-MM-DD`; empty when the page does not say.
    pub date: String,
}

/// What stands on the page in people's own words, in its order; the service teams' views last.
#[must_use]
pub fn sentences(lang: Lang, page: &MonthPage) -> Vec<Sentence> {
    let sentence = |is: SaidAs, text: Option<&Text>, task: &str, at: Option<&When>| Sentence {
        is: name(lang, is),
        words: match text {
            Some(text) => text.get(lang).to_owned(),
            None => Drafting::of(lang).taken_back.to_owned(),
        },
        service: match task {
            "" => String::new(),
            task => page.names.service(lang, task).to_owned(),
        },
        date: at.map(date).unwrap_or_default(),
    };
    // A published month has the views among its sentences as well; beside what they speak of stand those of every month.
    let said = page.said.iter().filter(|it| it.is != SaidAs::View);
    let said = said.map(|it: &Said| {
        let at = page.calendar.get(&it.at);
        sentence(it.is, it.text.as_ref(), &it.task, at)
    });
    let views = page.beside.iter().filter_map(|((task, ..), it)| match it {
        Beside::View(view, at) => {
            let text = Text::as_written(view.clone());
            Some(sentence(SaidAs::View, Some(&text), task, Some(at)))
        }
        Beside::Open(_) | Beside::Had(_) | Beside::Nothing => None,
    });
    said.chain(views).collect()
}

fn name(lang: Lang, is: SaidAs) -> &'static str {
    let (words, paper) = (Frozen::of(lang), Paper::of(lang));
    match is {
        SaidAs::Bright => words.is_bright,
        SaidAs::Quote => words.is_quote,
        SaidAs::Commitment => words.is_commitment,
        SaidAs::View => words.is_view,
        SaidAs::Reason => words.is_reason,
        SaidAs::Secretary => paper.secretary,
        SaidAs::Asked => paper.asked,
        SaidAs::Became => paper.became,
        SaidAs::Correction => Drafting::of(lang).changed_said,
    }
}

fn date(at: &When) -> String {
    format!("{:04}-{:02}-{:02}", at.year, at.month, at.day)
}
