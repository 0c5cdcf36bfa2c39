//! The secretary's desk: a month while it is prepared. Each version of a month has a row of its own; what stands there
//! is the desk's, and becomes part of the record only by publishing.

mod edit;
mod given_up;
mod links;
mod publish;
mod replies;

use std::collections::BTreeSet;

use app::{
    board::{Ask, Draft, Published, Reply, Typed},
    walk::{Millis, Text, ThreadId, month::YearMonth},
};

pub use edit::Asking;
pub use links::Paper;
pub(in crate::store) use links::reads_the_board;
pub use publish::Pressed;

use crate::{
    period::period,
    store::{
        Desk, Row, StoreError,
        db::{Result, read_json},
    },
    viewer::Role,
    when::when,
};
use app::board::{MonthPage, Names};

/// A version of a month, as its row has it.
struct Version {
    version: i64,
    edition: i64,
    reply_until: Option<Millis>,
    words: Text,
    reason: Text,
    approval_lost: bool,
    approved: Option<(String, Millis)>,
    approved_digest: Option<String>,
    /// What was listed when the teams were asked; none where that is not known.
    asked: Option<BTreeSet<ThreadId>>,
    published_at: Option<Millis>,
}

impl Desk {
    /// Who keeps the board's record: both of the roles.
    pub(super) fn only_secretary(&self) -> Result<()> {
        self.only(Role::Board)?;
        self.only(Role::Secretary)
    }

    /// A month as the secretary's desk has it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for who does not keep the board's record, and as for [`Desk::month`].
    pub async fn draft(&self, month: YearMonth, now: Millis) -> Result<Draft> {
        self.only_secretary()?;
        let ends = self.over_at(month, now).await?;
        let newest = self.newest_version(month).await?;
        let tasks = self.tasks().await?;
        let at = |at| when(&self.viewer.time_zone, at, now);
        let published = self.stands(month).await?.map(|it| Published {
            version: it.version,
            at: at(it.published_at),
            late: it.late,
        });
        let drafting = newest.as_ref().is_none_or(|it| it.published_at.is_none());
        let reply = newest.as_ref().and_then(|it| it.reply_until);
        let called = tasks.values();
        let called = called.flat_map(|it| [it.service_name.clone(), it.name.clone()]);
        let mut draft = Draft {
            month,
            running: now < ends,
            published,
            drafting,
            version: 1,
            edition: 0,
            reply_days: self.days_to_reply().await?,
            reply: match reply {
                None => Reply::NotOpened,
                Some(until) if now < until => Reply::Open(at(until)),
                Some(until) => Reply::Over(at(until)),
            },
            places: Vec::new(),
            words: Text::default(),
            reason: Text::default(),
            before: Vec::new(),
            asks: self.asks(month).await?,
            approved: None,
            approval_lost: false,
            came_in: false,
            counted: String::new(),
            correction: None,
            nobody: called.collect(),
            names: Names::of(tasks.into_values()),
            typed: Typed::default(),
        };
        let (mut of, mut asked) = (None, None);
        if let Some(it) = newest {
            (of, asked) = (it.approved_digest, it.asked);
            draft.version = number(it.version);
            draft.edition = it.edition;
            draft.words = it.words;
            draft.reason = it.reason;
            draft.approval_lost = it.approval_lost;
            draft.approved = it.approved.map(|(name, when)| (name, at(when)));
        }
        if drafting && !draft.running {
            draft.places = self.reply_places(month, now).await?;
            for place in &mut draft.places {
                let known = asked.as_ref();
                place.asked = known.is_none_or(|it| it.contains(&place.thread));
            }
            draft.before = self.asked_before(month).await?;
            draft.correction = self.correction(month, now).await?.map(Box::new);
            let counted = self.counted_month(month, now).await?;
            let spoken = draft.spoken(now);
            draft.counted = self.would_publish(month, &counted, spoken).await?;
            // It was of something else: what stands here now, nobody has approved.
            if of.as_ref() != Some(&draft.counted) {
                draft.came_in = draft.approved.take().is_some();
            }
        }
        Ok(draft)
    }

    /// A month as it is counted now, beside the version that stands; none while none does.
    pub async fn correction(&self, month: YearMonth, now: Millis) -> Result<Option<MonthPage>> {
        self.only_secretary()?;
        let Some(stands) = self.published(month, None, now).await? else {
            return Ok(None);
        };
        let counted = self.counted_month(month, now).await?;
        let mut page = MonthPage::clone(&counted);
        page.waiting.clone_from(&stands.waiting);
        page.corrects = Some(Box::new(MonthPage::clone(&stands)));
        Ok(Some(page))
    }

    /// When the month ends.
    async fn over_at(&self, month: YearMonth, now: Millis) -> Result<Millis> {
        self.months_to(month, now).await?;
        let period = period(&self.viewer.time_zone, month).ok_or(StoreError::NotFound)?;
        Ok(period.to)
    }

    /// The newest version of a month at the desk, published or not.
    async fn newest_version(&self, month: YearMonth) -> Result<Option<Version>> {
        let sql = "SELECT d.version, d.edition, d.reply_until, d.words_en, d.words_cy, d.reason_en,
                   d.reason_cy, d.approval_lost, p.name, d.approved_at, d.published_at, d.approved_digest, d.reply_asked
                   FROM month_draft d LEFT JOIN person p ON p.id = d.approved_by
                   WHERE d.organisation = $1 AND d.month = $2 ORDER BY d.version DESC LIMIT 1";
        let args = [(&self.viewer.organisation).into(), month.to_string().into()];
        let row = self.db().row(sql, &args).await?;
        row.as_ref().map(version).transpose()
    }

    async fn days_to_reply(&self) -> Result<u16> {
        let sql = "SELECT reply_days FROM organisation WHERE id = $1";
        let row = self
            .db()
            .row(sql, &[(&self.viewer.organisation).into()])
            .await?;
        let days = row.ok_or(StoreError::NotFound)?.int(0)?;
        Ok(u16::try_from(days).unwrap_or_default())
    }

    /// What is asked in a month, the oldest first. What is empty stands in the published version and not in its draft.
    async fn asks(&self, month: YearMonth) -> Result<Vec<Ask>> {
        let sql = "SELECT id, month, text_en, text_cy, became_en, became_cy FROM month_ask
                   WHERE organisation = $1 AND month = $2 AND (text_en <> '' OR text_cy <> '') ORDER BY made_at, id";
        let args = [(&self.viewer.organisation).into(), month.to_string().into()];
        let rows = self.db().rows(sql, &args).await?;
        rows.iter().map(ask).collect()
    }

    /// What was asked in published months before, as they say it, and has no answer, or has it on this month's page.
    async fn asked_before(&self, month: YearMonth) -> Result<Vec<Ask>> {
        let sql = "SELECT id, month, published_en, published_cy, became_en, became_cy FROM month_ask
                   WHERE organisation = $1 AND month < $2 AND (became_month IS NULL OR became_month = $2)
                   AND published_en IS NOT NULL ORDER BY month, made_at, id";
        let args = [(&self.viewer.organisation).into(), month.to_string().into()];
        let rows = self.db().rows(sql, &args).await?;
        rows.iter().map(ask).collect()
    }
}

fn version(row: &Row) -> Result<Version> {
    let by = row.opt_text(8)?;
    Ok(Version {
        version: row.int(0)?,
        edition: row.int(1)?,
        reply_until: row.opt_int(2)?,
        words: text(row, 3)?,
        reason: text(row, 5)?,
        approval_lost: row.flag(7)?,
        approved: row.opt_int(9)?.map(|at| (by.unwrap_or_default(), at)),
        published_at: row.opt_int(10)?,
        approved_digest: row.opt_text(11)?,
        asked: asked(row, 12)?,
    })
}

/// The threads that teams were asked about.
fn asked(row: &Row, at: usize) -> Result<Option<BTreeSet<ThreadId>>> {
    row.opt_text(at)?.map(|it| read_json(&it)).transpose()
}

fn ask(row: &Row) -> Result<Ask> {
    Ok(Ask {
        id: row.text(0)?,
        month: row.text(1)?.parse().map_err(|_| StoreError::NotFound)?,
        text: text(row, 2)?,
        became: text(row, 4)?,
    })
}

/// Two columns beside each other: English and Welsh.
fn text(row: &Row, at: usize) -> Result<Text> {
    Ok(Text {
        en: row.text(at)?,
        cy: row.text(at + 1)?,
    })
}

fn number(version: i64) -> u32 {
    u32::try_from(version).unwrap_or_default()
}
