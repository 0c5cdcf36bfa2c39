//! What an approval is of: all that would be published, whenever that is.

use std::collections::BTreeMap;

use app::{
    board::{MonthPage, Names, SaidSeal},
    walk::{
        Category, Millis,
        month::{Month, Said, SaidAs, YearMonth},
    },
};
use serde::Serialize;

use super::{PublishedWord, beside::Viewed, filed::unspellable, published::WalksThen};
use crate::{
    record::{hash, spell},
    store::{Desk, db::Result},
};

/// What a record would hold, without its place in the chain. What waits at a boundary is left out: it counts days, and
/// is another with every one of them.
#[derive(Serialize)]
struct Approved<'a> {
    zone: &'a str,
    counts: &'a Month,
    names: &'a Names,
    /// Whether there is a view at each place; the views themselves are among the sentences.
    beside: Vec<(&'a str, u16, Category, bool)>,
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
        digest(page, &beside, &words, &self.walks_now(month).await?)
    }
}

/// SHA-256 in hexadecimal of what would be published: the same while nothing of it differs, however late it is by then.
pub(super) fn digest(
    page: &MonthPage,
    beside: &BTreeMap<(String, u16, Category), Viewed>,
    words: &[PublishedWord],
    walks: &WalksThen,
) -> Result<String> {
    let beside = beside.iter();
    let beside = beside.map(|((task, step, category), it)| {
        let has_view = !it.view.is_empty();
        (task.as_str(), *step, *category, has_view)
    });
    let said: Vec<Said> = words.iter().map(|it| undated(&it.said)).collect();
    let approved = Approved {
        zone: &page.zone,
        counts: &page.month,
        names: &page.names,
        beside: beside.collect(),
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
