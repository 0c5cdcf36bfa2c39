//! What leaders agreed to be quoted with, and how many of their commitments they say they kept.

use app::{
    mine::Wrote,
    walk::{
        Millis, Text,
        measures::KofN,
        month::{Said, SaidAs, YearMonth},
    },
};

use super::records::count;
use crate::store::{
    Desk,
    db::{Result, read_id},
    mine::{commitments, fingerprint},
};

/// How many quotes a month's page takes, and how many commitments.
const MOST: usize = 6;

/// Of the walks `w`, the attempts after which a commitment was made.
const COMMITTED_AFTER_ATTEMPT: &str = " AND w.finished = 1 AND w.committed = 1
     AND (COALESCE(w.need_met, '') = 'yes' OR COALESCE(w.why_not, '') <> 'stopped_on_purpose')";

impl Desk {
    /// What leaders agreed to be quoted with of a month's walks, the newest first: at most [`MOST`]. Words that were
    /// changed or taken back since are not what was agreed to.
    pub(super) async fn quotes(&self, month: YearMonth) -> Result<Vec<Said>> {
        // From what was agreed to, which is little, to where it was written. The month's friction is much.
        let sql = "SELECT q.walk, q.words, f.note, f.task, f.step, f.felt_at
             FROM quote_agreed q CROSS JOIN friction_row f
             WHERE f.id = q.friction AND f.walk = q.walk AND f.organisation = $1 AND f.month = $2
             UNION ALL
             SELECT q.walk, q.words, b.note, b.task, b.step, b.noted_at
             FROM quote_agreed q CROSS JOIN bright_row b
             WHERE q.friction = '' AND b.walk = q.walk AND b.organisation = $1 AND b.month = $2
             ORDER BY 6 DESC, 1, 2";
        let args = [(&self.viewer.organisation).into(), month.to_string().into()];
        let mut quotes = Vec::new();
        for row in self.db().rows(sql, &args).await? {
            let text = row.text(2)?;
            if quotes.len() == MOST || fingerprint(&text) != row.text(1)? {
                continue;
            }
            quotes.push(Said {
                is: SaidAs::Quote,
                text: Some(Text::as_written(text)),
                task: row.text(3)?,
                step: row.opt_int(4)?.and_then(|it| it.try_into().ok()),
                at: row.int(5)?,
                walk: Some(read_id(&row, 0)?),
            });
        }
        Ok(quotes)
    }

    /// The commitments after a month's attempts whose words their leaders share, the newest first: at most [`MOST`].
    pub(super) async fn shared_commitments(&self, month: YearMonth) -> Result<Vec<Said>> {
        let sql = [
            "SELECT f.id, f.walk, f.at, f.kind, f.body, f.sent_at, f.received_at, q.words, w.task, w.counted_at
             FROM quote_agreed q CROSS JOIN walk_row w JOIN fact f ON f.walk = w.walk AND f.kind IN ('committed', 'erased')
             WHERE w.walk = q.walk AND q.friction = $3 AND w.organisation = $1 AND w.month = $2",
            COMMITTED_AFTER_ATTEMPT,
            " ORDER BY w.counted_at DESC, w.walk, q.words",
        ]
        .concat();
        let args = [
            (&self.viewer.organisation).into(),
            month.to_string().into(),
            Wrote::Commitment.code().into(),
        ];
        let rows = self.db().rows(sqlx::AssertSqlSafe(sql), &args).await?;
        let mut words = commitments(&rows)?;
        let mut shared = Vec::new();
        for row in &rows {
            let walk = read_id(row, 1)?;
            let agreed = row.text(7)?;
            let this = words.get(&walk).is_some_and(|it| fingerprint(it) == agreed);
            // A walk's facts are several rows; its commitment is one.
            let text = if this { words.remove(&walk) } else { None };
            let Some(text) = text.filter(|_| shared.len() < MOST) else {
                continue;
            };
            shared.push(Said {
                is: SaidAs::Commitment,
                text: Some(Text::as_written(text)),
                task: row.text(8)?,
                step: None,
                at: row.int(9)?,
                walk: Some(walk),
            });
        }
        Ok(shared)
    }

    /// Of the `made` commitments after attempts of these months, those marked as kept before `until`.
    pub(super) async fn kept_commitments(
        &self,
        from: YearMonth,
        to: YearMonth,
        until: Millis,
        made: u64,
    ) -> Result<KofN> {
        let sql = [
            "SELECT COUNT(*) FROM commitment_kept k CROSS JOIN walk_row w
             WHERE w.walk = k.walk AND k.at < $4 AND w.organisation = $1 AND w.month BETWEEN $2 AND $3",
            COMMITTED_AFTER_ATTEMPT,
        ]
        .concat();
        let args = [
            (&self.viewer.organisation).into(),
            from.to_string().into(),
            to.to_string().into(),
            until.into(),
        ];
        let row = self.db().row(sqlx::AssertSqlSafe(sql), &args).await?;
        row.map_or(Ok(KofN::default()), |row| {
            Ok(KofN::new(count(&row, 0)?, made))
        })
    }
}
