//! What the secretary's desk is drawn from, and what is typed there.

use crate::name::clean_lines;
use crate::walk::month::{Said, SaidAs, YearMonth};
use crate::walk::{Category, Millis, Text, ThreadId};
use crate::words::When;

use super::super::{MonthPage, Names};

/// The most characters of the secretary's words, in each language.
pub const MOST_WORDS: usize = 1_200;
/// The most characters of what is asked, what became of it, and what a version corrects.
pub const MOST_ASK: usize = 600;
/// The most that a month asks the board for.
pub const MOST_ASKS: usize = 50;
/// The most characters of a link's label.
pub const MOST_LABEL: usize = 100;
/// For how many days a link may work.
pub const LINK_DAYS: [i64; 3] = [7, 30, 90];

/// A month while it is prepared.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Which month.
    pub month: YearMonth,
    /// True while it is not over: nothing can be prepared yet.
    pub running: bool,
    /// The version that stands, when one is published.
    pub published: Option<Published>,
    /// True while a version is prepared; false once it is published and none after it was begun.
    pub drafting: bool,
    /// The version that is prepared, counted from 1.
    pub version: u32,
    /// How often it was changed: what is approved is what was seen.
    pub edition: i64,
    /// For how many days teams are asked.
    pub reply_days: u16,
    /// How far the right of reply is.
    pub reply: Reply,
    /// What gets in the way, as the page lists it.
    pub places: Vec<ReplyPlace>,
    /// The secretary's words.
    pub words: Text,
    /// What a correction corrects; empty in version 1.
    pub reason: Text,
    /// What was asked before and wants an answer, the oldest first.
    pub before: Vec<Ask>,
    /// What is asked now, the oldest first.
    pub asks: Vec<Ask>,
    /// Who approved it, and when.
    pub approved: Option<(String, When)>,
    /// True when it was approved, and changed since.
    pub approval_lost: bool,
    /// True when it was approved, and something came in since.
    pub came_in: bool,
    /// The digest of what would be published now; empty while nothing is prepared.
    pub counted: String,
    /// For a correction: the month as it is counted now, with the version that stands.
    pub correction: Option<Box<MonthPage>>,
    /// What services, tasks and steps are called.
    pub names: Names,
    /// What bears a name and is nobody: the organisation's services and tasks.
    pub nobody: Vec<Text>,
    /// What was typed last and not taken.
    pub typed: Typed,
}

/// The version that stands.
#[derive(Clone, Debug)]
pub struct Published {
    /// Which.
    pub version: u32,
    /// When it was published.
    pub at: When,
    /// How many walks of the month reached us since.
    pub late: u64,
}

/// How far the right of reply is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The teams were not asked yet.
    NotOpened,
    /// They may put their view until then.
    Open(When),
    /// Their time ended then.
    Over(When),
}

/// Something that gets in the way and stands on the page.
#[derive(Clone, Debug)]
pub struct ReplyPlace {
    /// Its thread.
    pub thread: ThreadId,
    /// The task's id.
    pub task: String,
    /// The step, counted from 0.
    pub step: u16,
    /// What.
    pub category: Category,
    /// True when the team has put its view.
    pub view: bool,
    /// True when it was listed when the teams were asked.
    pub asked: bool,
}

impl ReplyPlace {
    /// True when nobody of its team was asked for a view, and none is there.
    #[must_use]
    pub fn is_unasked(&self) -> bool {
        !self.asked && !self.view
    }
}

/// Something the board is asked for.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Its id.
    pub id: String,
    /// The month it was asked in.
    pub month: YearMonth,
    /// What is asked.
    pub text: Text,
    /// What became of it; empty while nobody said.
    pub became: Text,
}

/// Something that must be done before a month can be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// Teams had their time.
    Reply,
    /// There are words at the head of the page.
    Words,
    /// Everything that was asked before has its answer.
    Became,
    /// A correction says what it corrects.
    Reason,
    /// It is approved as it stands.
    Approval,
}

impl Check {
    /// The id of its part of the page.
    pub(super) fn part(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Words => "words",
            Self::Became => "before",
            Self::Reason => "reason",
            Self::Approval => "approve",
        }
    }
}

impl Draft {
    /// What must be done, in its order, and whether it is.
    #[must_use]
    pub fn checks(&self) -> Vec<(Check, bool)> {
        let over = matches!(self.reply, Reply::Over(_)) && !self.is_asked_anew();
        let reply = self.places.is_empty() || over;
        let mut all = vec![(Check::Reply, reply), (Check::Words, is_said(&self.words))];
        if !self.before.is_empty() {
            let answered = self.before.iter().all(|it| is_said(&it.became));
            all.push((Check::Became, answered));
        }
        if self.version > 1 {
            all.push((Check::Reason, is_said(&self.reason)));
        }
        all.push((Check::Approval, self.approved.is_some()));
        all
    }

    /// The first that is not done; none when it can be published.
    #[must_use]
    pub fn to_do(&self) -> Option<Check> {
        let mut open = self.checks().into_iter().filter(|(_, done)| !done);
        open.next().map(|(check, _)| check)
    }

    /// True when all but the approval is done.
    #[must_use]
    pub fn can_be_approved(&self) -> bool {
        self.drafting && !self.running && matches!(self.to_do(), None | Some(Check::Approval))
    }

    /// The words that stand on its page: what was asked before is followed by what became of it. `at` is when they are
    /// written there.
    #[must_use]
    pub fn spoken(&self, at: Millis) -> Vec<Said> {
        let said = |is, text: &Text| Said {
            is,
            text: Some(text.clone()),
            task: String::new(),
            step: None,
            at,
            walk: None,
        };
        let mut all = Vec::new();
        if self.version > 1 {
            all.push(said(SaidAs::Correction, &self.reason));
        }
        if is_said(&self.words) {
            all.push(said(SaidAs::Secretary, &self.words));
        }
        for it in &self.before {
            all.push(said(SaidAs::Asked, &it.text));
            all.push(said(SaidAs::Became, &it.became));
        }
        all.extend(self.asks.iter().map(|it| said(SaidAs::Asked, &it.text)));
        all
    }

    /// True when something is listed that was not when the teams were asked: they are asked again.
    #[must_use]
    pub fn is_asked_anew(&self) -> bool {
        self.reply != Reply::NotOpened && self.places.iter().any(ReplyPlace::is_unasked)
    }

    /// True when nobody need be waited for any longer: every team that is asked has put its view.
    #[must_use]
    pub fn all_replied(&self) -> bool {
        self.places.iter().all(|it| it.view)
    }
}

fn is_said(text: &Text) -> bool {
    !text.en.is_empty() || !text.cy.is_empty()
}

/// One of the desk's forms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// None of them.
    #[default]
    None,
    /// The secretary's words.
    Words,
    /// What is asked, by its id.
    Ask(String),
    /// What became of something, by its id.
    Became(String),
    /// What a correction corrects, and where one is begun.
    Reason,
    /// A link.
    Link,
}

/// Why something was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It says nothing.
    Empty,
    /// It is longer than so many characters.
    TooLong(usize),
    /// A month asks for no more than so many things.
    TooMany(usize),
    /// It was changed meanwhile.
    Moved,
    /// It was published meanwhile.
    Published,
    /// It is a correction that changes nothing.
    Same,
    /// It is a correction that is not there any more.
    Gone,
    /// The address that was made of it ended meanwhile.
    Ended,
}

/// What was typed last and not taken.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Into which form.
    pub part: Part,
    /// What.
    pub text: Text,
    /// The edition it was typed over, while that still has to be the one that is written over.
    pub seen: Option<i64>,
    /// Why it was not taken, unless it only seems to name somebody.
    pub fault: Option<Fault>,
    /// Whom it seems to name.
    pub named: Option<String>,
    /// The id of what is made by this page's forms: sent twice, they make it once.
    pub fresh: String,
}

/// Reads a text of both languages, as [`clean_lines`] keeps it.
///
/// # Errors
/// [`Fault::TooLong`] when one of them is longer than `most` characters.
pub fn read_text(en: &str, cy: &str, most: usize) -> Result<Text, Fault> {
    let text = Text {
        en: clean_lines(en),
        cy: clean_lines(cy),
    };
    let long = [&text.en, &text.cy]
        .iter()
        .any(|it| it.chars().count() > most);
    if long {
        Err(Fault::TooLong(most))
    } else {
        Ok(text)
    }
}

/// The links of a month.
#[derive(Clone, Debug)]
pub struct Links {
    /// Which month.
    pub month: YearMonth,
    /// True when there is a published version to read.
    pub published: bool,
    /// The newest first.
    pub links: Vec<Link>,
    /// What was typed last and not taken.
    pub typed: Typed,
    /// The address that was just made, which is shown this once.
    pub made: Option<String>,
}

/// An address for who has no account.
#[derive(Clone, Debug)]
pub struct Link {
    /// Its id.
    pub id: String,
    /// For whom.
    pub label: String,
    /// When it ends, or ended.
    pub ends: When,
    /// True while it works.
    pub works: bool,
}
