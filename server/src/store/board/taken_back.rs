//! Words of published months that were taken back. The record keeps its commitment to them; the words, their salt and
//! whose they were go.

use std::collections::BTreeSet;

use app::{mine::Wrote, walk::month::SaidAs};

use crate::store::{
    Row, Tx, Value,
    db::Result,
    many::among,
    mine::{AgreedWords, COMMITTED, commitments},
};

/// What is left of a sentence that was taken back.
const BLANK: &str = "UPDATE month_said SET text_en = NULL, text_cy = NULL, salt = NULL, person = NULL, walk = NULL WHERE";

/// A leader's sentence as it stands on a page: what it is there, its walk, its words.
type Sentence = (String, String, String);

/// Takes back what was published of these walks' words and does not stand any more: a bright spot that was taken back
/// or said anew, and words whose author changed them or agrees no longer.
pub(in crate::store) async fn take_back_unsaid(tx: &mut Tx, walks: &[Value]) -> Result<()> {
    let sql = "SELECT organisation, sequence, position, said, walk, text_en FROM month_said
               WHERE said IN ('bright', 'quote', 'commitment') AND text_en IS NOT NULL AND walk IN";
    let published = among(tx, sql, walks, "").await?;
    if published.is_empty() {
        return Ok(());
    }
    let stands = standing(tx, walks).await?;
    let sql = format!("{BLANK} organisation = $1 AND sequence = $2 AND position = $3");
    for row in &published {
        if !stands.contains(&texts(row, 3)?) {
            let this = [row.text(0)?.into(), row.int(1)?.into(), row.int(2)?.into()];
            tx.execute(sqlx::AssertSqlSafe(sql.clone()), &this).await?;
        }
    }
    Ok(())
}

/// Takes back everything that somebody wrote, and all that comes from their walks.
pub(in crate::store) async fn take_back_persons(tx: &mut Tx, person: &[Value]) -> Result<()> {
    let sql = format!("{BLANK} person = $1 OR walk IN (SELECT id FROM walk WHERE author = $1)");
    tx.execute(sqlx::AssertSqlSafe(sql), person).await.map(drop)
}

/// What may stand on a page of these walks' words: every bright spot, and what its author agrees to.
async fn standing(tx: &mut Tx, walks: &[Value]) -> Result<BTreeSet<Sentence>> {
    let sql = [AgreedWords::SELECT, " walk IN"].concat();
    let agreed = AgreedWords::read(&among(tx, &sql, walks, "").await?)?;
    let mut stands = BTreeSet::new();
    let mut written = Vec::new();
    for sql in [
        "SELECT walk, id, note FROM friction_row WHERE walk IN",
        "SELECT walk, '', note FROM bright_row WHERE walk IN",
    ] {
        for row in &among(tx, sql, walks, "").await? {
            written.push(texts(row, 0)?);
        }
    }
    let facts = [COMMITTED, " AND f.walk IN"].concat();
    let facts = among(tx, &facts, walks, "").await?;
    let of = Wrote::Commitment.code();
    let promised = commitments(&facts)?.into_iter();
    written.extend(promised.map(|(walk, words)| (walk.to_string(), of.clone(), words)));
    for (walk, of, words) in written {
        let Some(of) = Wrote::from_code(&of) else {
            continue;
        };
        let said = match of {
            Wrote::Commitment => SaidAs::Commitment,
            _ => SaidAs::Quote,
        };
        if agreed.stand(&walk, of, &words) {
            stands.insert((said.code().to_owned(), walk.clone(), words.clone()));
        }
        if of == Wrote::BrightSpot {
            stands.insert((SaidAs::Bright.code().to_owned(), walk, words));
        }
    }
    Ok(stands)
}

/// Three texts of a row.
fn texts(row: &Row, at: usize) -> Result<(String, String, String)> {
    Ok((row.text(at)?, row.text(at + 1)?, row.text(at + 2)?))
}
