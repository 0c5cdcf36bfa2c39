//! Filing a record away: signed, at the end of its chain, with its words and walks beside it.

use std::collections::BTreeMap;

use app::walk::{Millis, WalkId};

use super::{Issue, PublishedWord, chain::number, publish::Sealed, published::WalksThen};
use crate::{
    record::{Key, hash, spell},
    store::{Desk, StoreError, Tx, Value, db::Result, many::insert},
};

impl Desk {
    /// The last record of the chain: its place and its hash.
    pub(super) async fn end_of_chain(&self, tx: &mut Tx) -> Result<(u32, Option<String>)> {
        let sql = "SELECT sequence, hash FROM month_record WHERE organisation = $1 ORDER BY sequence DESC LIMIT 1";
        match tx.row(sql, &[(&self.viewer.organisation).into()]).await? {
            Some(row) => Ok((number(&row, 0)?, Some(row.text(1)?))),
            None => Ok((0, None)),
        }
    }

    pub(super) async fn keep_record(&self, tx: &mut Tx, sealed: &Sealed) -> Result<Issue> {
        let record = &sealed.record;
        let body = spell(record).map_err(unspellable)?;
        let key = self.signing_key(tx, record.published_at).await?;
        let signature = key
            .sign(&body)
            .ok_or_else(|| StoreError::Unreadable("the key to sign with".to_owned()))?;
        let issue = Issue {
            sequence: record.sequence,
            version: record.version,
            hash: hash(&body),
            need_met: record.counts.need_met,
        };
        let args = [
            (&record.organisation).into(),
            record.sequence.into(),
            record.month.to_string().into(),
            record.version.into(),
            body.into(),
            (&issue.hash).into(),
            record.previous.clone().into(),
            signature.into(),
            (&key.id).into(),
            record.published_at.into(),
        ];
        tx.execute(
            "INSERT INTO month_record (organisation, sequence, month, version, body, hash, previous, signature, key, published_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            &args,
        )
        .await?;
        Ok(issue)
    }

    /// The organisation's key, made when it publishes for the first time.
    async fn signing_key(&self, tx: &mut Tx, now: Millis) -> Result<Key> {
        let organisation = &self.viewer.organisation;
        let sql = "SELECT id, public, secret FROM signing_key WHERE organisation = $1 AND retired_at IS NULL
                   ORDER BY made_at DESC, id LIMIT 1";
        if let Some(row) = tx.row(sql, &[organisation.into()]).await? {
            return Ok(Key {
                id: row.text(0)?,
                public: row.text(1)?,
                secret: row.text(2)?,
            });
        }
        let key = Key::make();
        let sql = "INSERT INTO signing_key (organisation, id, public, secret, made_at) VALUES ($1, $2, $3, $4, $5)";
        let args = [
            organisation.into(),
            (&key.id).into(),
            (&key.public).into(),
            (&key.secret).into(),
            now.into(),
        ];
        tx.execute(sql, &args).await?;
        Ok(key)
    }

    pub(super) async fn keep_words(
        &self,
        tx: &mut Tx,
        issue: &Issue,
        words: &[PublishedWord],
        salts: &[String],
    ) -> Result<()> {
        let row = |((position, word), salt): ((u32, &PublishedWord), &String)| -> Vec<Value> {
            let said = &word.said;
            let text = said.text.as_ref();
            vec![
                (&self.viewer.organisation).into(),
                issue.sequence.into(),
                position.into(),
                said.is.code().into(),
                (&said.task).into(),
                said.step.into(),
                said.at.into(),
                text.map(|it| &it.en).into(),
                text.map(|it| &it.cy).into(),
                salt.into(),
                word.person.clone().into(),
                said.walk.map(|it| it.to_string()).into(),
            ]
        };
        let rows: Vec<Vec<Value>> = (0..).zip(words).zip(salts).map(row).collect();
        let sql = "INSERT INTO month_said (organisation, sequence, position, said, task, step, at, text_en, text_cy, salt,
                   person, walk) VALUES";
        insert(tx, sql, &rows, "").await.map(drop)
    }

    pub(super) async fn keep_walks(
        &self,
        tx: &mut Tx,
        issue: &Issue,
        walks: &WalksThen,
        salts: &BTreeMap<WalkId, String>,
    ) -> Result<()> {
        let row = |(walk, salt): (&WalkId, &String)| -> Vec<Value> {
            vec![
                (&self.viewer.organisation).into(),
                issue.sequence.into(),
                walk.to_string().into(),
                walks.get(walk).copied().unwrap_or_default().into(),
                salt.into(),
            ]
        };
        let rows: Vec<Vec<Value>> = salts.iter().map(row).collect();
        let sql = "INSERT INTO month_walk (organisation, sequence, walk, finished, salt) VALUES";
        insert(tx, sql, &rows, "").await.map(drop)
    }
}

pub(super) fn unspellable(error: serde_json::Error) -> StoreError {
    StoreError::Unreadable(error.to_string())
}
