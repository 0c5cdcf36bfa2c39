//! Words of published months that were taken back. The record keeps its commitment to them; the words, their salt and
//! whose they were go.

use crate::store::{Tx, Value, db::Result, many::among};

/// What is left of a sentence that was taken back.
const BLANK: &str = "UPDATE month_said SET text_en = NULL, text_cy = NULL, salt = NULL, person = NULL, walk = NULL WHERE";

/// Takes back the bright spots of these walks that do not stand any more as they were published.
pub(in crate::store) async fn take_back_bright(tx: &mut Tx, walks: &[Value]) -> Result<()> {
    let before = format!(
        "{BLANK} said = 'bright' AND NOT EXISTS (SELECT 1 FROM bright_row b
             WHERE b.walk = month_said.walk AND b.note = month_said.text_en)
         AND walk IN"
    );
    among(tx, &before, walks, "").await.map(drop)
}

/// Takes back everything that somebody wrote, and all that comes from their walks.
pub(in crate::store) async fn take_back_persons(tx: &mut Tx, person: &[Value]) -> Result<()> {
    let sql = format!("{BLANK} person = $1 OR walk IN (SELECT id FROM walk WHERE author = $1)");
    tx.execute(sqlx::AssertSqlSafe(sql), person).await.map(drop)
}
