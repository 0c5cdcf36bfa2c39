//! The chains of records, as they are kept: to check them, and to hand one out.

use app::walk::{
    Text,
    month::{Said, SaidAs, YearMonth},
};

use crate::{
    record::{Kept, KeptWalk, KeptWord, write_file},
    store::{
        Desk, Row, Store, StoreError, Value,
        db::{Result, read_id},
    },
    viewer::Role,
};

/// The public half of a key that an organisation signs with.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct PublicKey {
    /// The organisation's id.
    pub organisation: String,
    /// What the key is called.
    pub key: String,
    /// The public half, in hexadecimal.
    pub public: String,
    /// When it was made. Milliseconds since 1970.
    pub made_at: i64,
}

const RECORD: &str = "SELECT r.organisation, r.sequence, r.month, r.version, r.body, r.hash, r.previous, r.signature, k.public,
     r.published_at
     FROM month_record r LEFT JOIN signing_key k ON k.organisation = r.organisation AND k.id = r.key
     WHERE r.organisation = $1";

impl Desk {
    /// A published version as a file of its own, to be checked by anybody who has it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such version.
    pub async fn record_file(&self, month: YearMonth, version: u32) -> Result<String> {
        self.only(Role::Board)?;
        let sql = [RECORD, " AND r.month = $2 AND r.version = $3"].concat();
        let args: [Value; 3] = [
            (&self.viewer.organisation).into(),
            month.to_string().into(),
            version.into(),
        ];
        let row = self.db().row(sqlx::AssertSqlSafe(sql), &args).await?;
        let kept = self.store.kept(&row.ok_or(StoreError::NotFound)?).await?;
        write_file(&kept).map_err(|_| StoreError::Unreadable("a record".to_owned()))
    }
}

impl Store {
    /// The organisations that have published a month; none in a store of before there were records.
    pub async fn publishers(&self) -> Result<Vec<String>> {
        if !self.is_migrated_to(19).await? {
            return Ok(Vec::new());
        }
        let sql = "SELECT DISTINCT organisation FROM month_record ORDER BY organisation";
        let rows = self.db().rows(sql, &[]).await?;
        rows.iter().map(|row| row.text(0)).collect()
    }

    /// What the secretary's desk published and no record is there of: `organisation, month, version`.
    pub async fn without_record(&self) -> Result<Vec<(String, String, i64)>> {
        if !self.is_migrated_to(20).await? {
            return Ok(Vec::new());
        }
        let sql = "SELECT d.organisation, d.month, d.version FROM month_draft d
                   WHERE d.published_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM month_record r
                   WHERE r.organisation = d.organisation AND r.month = d.month AND r.version = d.version)
                   ORDER BY d.organisation, d.month, d.version";
        let rows = self.db().rows(sql, &[]).await?;
        let missing = |row: &Row| Ok((row.text(0)?, row.text(1)?, row.int(2)?));
        rows.iter().map(missing).collect()
    }

    /// An organisation's records in the order of their publishing, with what is still there of their words and walks.
    pub async fn chain(&self, organisation: &str) -> Result<Vec<Kept>> {
        let sql = [RECORD, " ORDER BY r.sequence"].concat();
        let args: [Value; 1] = [organisation.into()];
        let rows = self.db().rows(sqlx::AssertSqlSafe(sql), &args).await?;
        let mut chain = Vec::with_capacity(rows.len());
        for row in &rows {
            chain.push(self.kept(row).await?);
        }
        Ok(chain)
    }

    /// The public half of every key.
    pub async fn public_keys(&self) -> Result<Vec<PublicKey>> {
        let sql = "SELECT organisation, id, public, made_at FROM signing_key ORDER BY organisation, made_at, id";
        let rows = self.db().rows(sql, &[]).await?;
        let key = |row: &Row| {
            Ok(PublicKey {
                organisation: row.text(0)?,
                key: row.text(1)?,
                public: row.text(2)?,
                made_at: row.int(3)?,
            })
        };
        rows.iter().map(key).collect()
    }

    /// A record from a row of [`RECORD`], with its words and walks.
    async fn kept(&self, row: &Row) -> Result<Kept> {
        let of: [Value; 2] = [row.text(0)?.into(), row.int(1)?.into()];
        let sql = "SELECT walk, finished, salt FROM month_walk WHERE organisation = $1 AND sequence = $2 ORDER BY walk";
        let walks = self.db().rows(sql, &of).await?;
        let walk = |row: &Row| {
            Ok(KeptWalk {
                walk: read_id(row, 0)?,
                finished: row.flag(1)?,
                salt: row.text(2)?,
            })
        };
        let said = self.db().rows(SAID, &of).await?;
        let (mut words, mut unknown) = (Vec::new(), Vec::new());
        for row in &said {
            match kept_word(row)? {
                Some(word) => words.push(word),
                // One that was taken back has lost its salt too.
                None if row.opt_text(7)?.is_some() => unknown.push(number(row, 0)?),
                None => {}
            }
        }
        Ok(Kept {
            organisation: row.text(0)?,
            sequence: number(row, 1)?,
            month: row.text(2)?,
            version: number(row, 3)?,
            body: row.text(4)?,
            hash: row.text(5)?,
            previous: row.opt_text(6)?,
            signature: row.text(7)?,
            key: row.opt_text(8)?,
            published_at: row.int(9)?,
            words,
            unknown,
            walks: walks.iter().map(walk).collect::<Result<_>>()?,
        })
    }
}

impl Desk {
    /// A published month as it is kept, for a file of its own; the newest version when none is named. None when it was
    /// not published.
    pub async fn record(&self, month: YearMonth, version: Option<u32>) -> Result<Option<Kept>> {
        self.only(Role::Board)?;
        let sql = [
            RECORD,
            " AND r.month = $2 AND ($3 = 0 OR r.version = $3) ORDER BY r.version DESC LIMIT 1",
        ]
        .concat();
        let args = [
            (&self.viewer.organisation).into(),
            month.to_string().into(),
            version.unwrap_or_default().into(),
        ];
        match self.db().row(sqlx::AssertSqlSafe(sql), &args).await? {
            Some(row) => self.store.kept(&row).await.map(Some),
            None => Ok(None),
        }
    }
}

/// The sentences of a record, those taken back included.
pub(super) const SAID: &str = "SELECT position, said, task, step, at, text_en, text_cy, salt, walk
     FROM month_said WHERE organisation = $1 AND sequence = $2 ORDER BY position";

/// Reads a row of [`SAID`].
pub(super) fn said(row: &Row) -> Result<Said> {
    let odd = || StoreError::Unreadable("a sentence of a published month".to_owned());
    let text = match (row.opt_text(5)?, row.opt_text(6)?) {
        (Some(en), Some(cy)) => Some(Text { en, cy }),
        _ => None,
    };
    let step = row.opt_int(3)?.map(u16::try_from).transpose();
    let walk = row.opt_text(8)?.map(|it| it.parse()).transpose();
    Ok(Said {
        is: SaidAs::from_code(&row.text(1)?).ok_or_else(odd)?,
        text,
        task: row.text(2)?,
        step: step.map_err(|_| odd())?,
        at: row.int(4)?,
        walk: walk.map_err(|_| odd())?,
    })
}

/// A sentence that is still there, if it is of a kind that is known.
fn kept_word(row: &Row) -> Result<Option<KeptWord>> {
    let known = SaidAs::from_code(&row.text(1)?).is_some();
    let Some(salt) = row.opt_text(7)?.filter(|_| known) else {
        return Ok(None);
    };
    Ok(Some(KeptWord {
        position: number(row, 0)?,
        said: said(row)?,
        salt,
    }))
}

/// A small number of a record.
pub(super) fn number(row: &Row, at: usize) -> Result<u32> {
    let odd = |_| StoreError::Unreadable("a number of a record".to_owned());
    u32::try_from(row.int(at)?).map_err(odd)
}
