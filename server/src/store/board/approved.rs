//! What an approval is of: all that would be published, whenever that is.

use std::collections::BTreeMap;

use app::{
    board::{MonthPage, Names, SaidSeal},
    walk::{
        Category, Millis, Text, ThreadId,
        boundary::{At, Boundary},
        month::{Month, Said, SaidAs, YearMonth},
    },
};
use serde::Serialize;

use super::{PublishedWord, beside::Viewed, filed::unspellable, published::WalksThen};
use crate::{
    record::{hash, spell},
    store::{Desk, db::Result},
};

/// What a record would hold, without its place in the chain, and without what time alone changes: for how many days
/// something waits at a boundary.
#[derive(Serialize)]
struct Approved<'a> {
    zone: &'a str,
    counts: &'a Month,
    names: &'a Names,
    /// Where there is no view, until when one may be put; the views themselves are among the sentences.
    beside: Vec<(&'a str, u16, Category, Option<Millis>)>,
    /// What waits, with whom, and how.
    waiting: Vec<(&'a Text, ThreadId, At)>,
    said: Vec<SaidSeal<'a>>,
    walks: Vec<(String, bool)>,
}

impl Desk {
    /// The digest of what would be published of this page with these words of the desk.
    pub(super) async fn would_publish(
        &self,
        month: YearMonth,
        page: &MonthPage,
        spoken: Vec<Said>,
    ) -> Result<String> {
        let spoken = spoken.into_iter();
        let spoken = spoken.map(|said| PublishedWord { said, person: None });
        let (beside, words) = self.sentences(page, spoken.collect()).await?;
        let waiting = match self.newest_record(month).await? {
            None => &page.waiting[..],
            Some(_) => &[],
        };
        digest(
            page,
            waiting,
            &beside,
            &words,
            &self.walks_now(month).await?,
        )
    }
}

/// SHA-256 in hexadecimal of what would be published: the same while nothing of it differs, however late it is by then.
/// Of what waits, a correction keeps what was published first: nothing of it is approved anew.
pub(super) fn digest<'a>(
    page: &MonthPage,
    waiting: &'a [Boundary],
    beside: &BTreeMap<(String, u16, Category), Viewed>,
    words: &[PublishedWord],
    walks: &WalksThen,
) -> Result<String> {
    let beside = beside.iter();
    let beside = beside.map(|((task, step, category), it)| {
        let until = it.view.is_empty().then_some(it.until);
        (task.as_str(), *step, *category, until)
    });
    let waits = |it: &'a Boundary| it.waits.iter().map(|wait| (&it.to, wait.thread, wait.at));
    let mut waiting: Vec<_> = waiting.iter().flat_map(waits).collect();
    // They come in the order of their days.
    waiting.sort_by_key(|(to, thread, _)| (*thread, to.en.as_str()));
    let said: Vec<Said> = words.iter().map(|it| undated(&it.said)).collect();
    let approved = Approved {
        zone: &page.zone,
        counts: &page.month,
        names: &page.names,
        beside: beside.collect(),
        waiting,
        said: said.iter().filter_map(SaidSeal::of).collect(),
        walks: walks
            .iter()
            .map(|(id, over)| (id.to_string(), *over))
            .collect(),
    };
    Ok(hash(&spell(&approved).map_err(unspellable)?))
}

/// A sentence without the moment it is published at, which is all the date that the desk's own words have.
fn undated(said: &Said) -> Said {
    const NEVER: Millis = 0;
    let at = match said.is {
        SaidAs::Secretary | SaidAs::Asked | SaidAs::Became | SaidAs::Correction => NEVER,
        SaidAs::Bright | SaidAs::Quote | SaidAs::Commitment | SaidAs::View | SaidAs::Reason => {
            said.at
        }
    };
    Said { at, ..said.clone() }
}
