//! What leaders agreed to be quoted with, and how many of their commitments they say they kept.

use app::walk::{
    Millis, Text,
    measures::KofN,
    month::{Said, SaidAs, YearMonth},
};

use super::records::count;
use crate::store::{
    Desk,
    db::{Result, read_id},
    mine::fingerprint,
};

/// How many quotes a month's page takes.
const MOST: usize = 6;

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

    /// Of the commitments made after attempts of these months, those marked as kept before `until`.
    pub(super) async fn kept_commitments(
        &self,
        from: YearMonth,
        to: YearMonth,
        until: Millis,
    ) -> Result<KofN> {
        let made = self.committed(from, to).await?;
        let sql = "SELECT COUNT(*) FROM commitment_kept k CROSS JOIN walk_row w
             WHERE w.walk = k.walk AND k.at < $4
             AND w.organisation = $1 AND w.month BETWEEN $2 AND $3 AND w.finished = 1 AND w.committed = 1
             AND (COALESCE(w.need_met, '') = 'yes' OR COALESCE(w.why_not, '') <> 'stopped_on_purpose')";
        let args = [
            (&self.viewer.organisation).into(),
            from.to_string().into(),
            to.to_string().into(),
            until.into(),
        ];
        let row = self.db().row(sql, &args).await?;
        row.map_or(Ok(KofN::default()), |row| {
            Ok(KofN::new(count(&row, 0)?, made))
        })
    }
}
