//! Other systems of an organisation: what reads with a key, and what is called. Administrators alone make and end both.

use app::{
    office::{GivenUp, HookShown, KeyShown, SystemsPage, TypedSystem},
    walk::Millis,
};

use crate::{
    store::{Desk, MOST_TRIES, Row, Store, StoreError, audit::What, db::Result},
    token,
    viewer::Role,
};

/// What a key begins with, so that it is known for what it is wherever it is found.
pub const KEY: &str = "fh_";
/// How many keys, and how many systems to call, an organisation may have at once.
const MOST: usize = 20;
/// How often it is noted that a key was used.
const SELDOM: Millis = 60 * 60 * 1000;

/// What became of making something here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Making {
    /// It is made, or was by the same form before: what is shown once.
    Made(String),
    /// It was made by the same form before, and ended since. It does not come alive again.
    Ended,
    /// There are too many.
    TooMany,
    /// There is no such service.
    NoService,
}

/// What a key opens.
#[derive(Clone, Debug)]
pub struct Reach {
    /// The key's id.
    pub key: String,
    /// The organisation.
    pub organisation: String,
    /// The organisation's zone.
    pub zone: String,
    /// The one service it may read; all of the organisation's without one.
    pub service: Option<String>,
}

impl Desk {
    /// The organisation's other systems, for administrators.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for anybody else.
    pub async fn systems(&self, now: Millis) -> Result<SystemsPage> {
        self.only(Role::Administrator)?;
        let organisation = [(&self.viewer.organisation).into()];
        let sql = "SELECT k.id, k.name, k.service, k.expires_at, k.used_at FROM api_key k
                   WHERE k.organisation = $1 AND k.ended_at IS NULL ORDER BY k.made_at DESC, k.id";
        let rows = self.db().rows(sql, &organisation).await?;
        let key = |row: &Row| {
            let expires = row.int(3)?;
            Ok(KeyShown {
                id: row.text(0)?,
                name: row.text(1)?,
                service: row.opt_text(2)?,
                expires: self.when(expires, now),
                expired: expires <= now,
                used: row.opt_int(4)?.map(|at| self.when(at, now)),
            })
        };
        let keys = rows.iter().map(key).collect::<Result<_>>()?;
        let sql = "SELECT h.id, h.url, h.made_at,
                   (SELECT COUNT(*) FROM outbox o WHERE o.hook = h.id AND o.done_at IS NULL AND o.fault <> ''),
                   (SELECT COUNT(*) FROM outbox o WHERE o.hook = h.id AND o.done_at IS NOT NULL AND o.fault NOT IN ('', 'not_wanted')),
                   (SELECT MAX(o.done_at) FROM outbox o WHERE o.hook = h.id AND o.fault NOT IN ('', 'not_wanted'))
                   FROM hook h WHERE h.organisation = $1 AND h.ended_at IS NULL ORDER BY h.made_at DESC, h.id";
        let rows = self.db().rows(sql, &organisation).await?;
        let hook = |row: &Row| {
            let (n, last) = (row.int(4)?, row.opt_int(5)?);
            Ok(HookShown {
                given_up: last.filter(|_| n > 0).map(|last| GivenUp {
                    n,
                    tries: MOST_TRIES,
                    last: self.when(last, now),
                }),
                id: row.text(0)?,
                url: row.text(1)?,
                since: self.when(row.int(2)?, now),
                waiting: row.int(3)?,
            })
        };
        let hooks = rows.iter().map(hook).collect::<Result<_>>()?;
        Ok(SystemsPage {
            keys,
            hooks,
            services: self.services_of_organisation().await?,
            made: None,
            typed: TypedSystem::default(),
        })
    }

    /// Makes a key of a token, and keeps hashes of it only. The same token again changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for who is no administrator.
    pub async fn make_key(
        &self,
        name: &str,
        service: Option<&str>,
        expires_at: Millis,
        token: &str,
        now: Millis,
    ) -> Result<Making> {
        let page = self.systems(now).await?;
        let (id, secret) = (id_of("key", token), [KEY, token].concat());
        let sql = "SELECT ended_at FROM api_key WHERE id = $1";
        if let Some(row) = self.db().row(sql, &[(&id).into()]).await? {
            let ended = row.opt_int(0)?.is_some();
            return Ok(if ended {
                Making::Ended
            } else {
                Making::Made(secret)
            });
        }
        let known = |it: &str| page.services.iter().any(|(id, _)| id == it);
        if service.is_some_and(|it| !known(it)) {
            return Ok(Making::NoService);
        }
        if page.keys.len() >= MOST {
            return Ok(Making::TooMany);
        }
        let mut tx = self.db().begin().await?;
        let sql = "INSERT INTO api_key (id, token_hash, organisation, service, name, made_by, made_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING";
        let made = tx
            .execute(
                sql,
                &[
                    (&id).into(),
                    token::hash(&secret).into(),
                    (&self.viewer.organisation).into(),
                    service.into(),
                    name.into(),
                    (&self.viewer.person).into(),
                    now.into(),
                    expires_at.into(),
                ],
            )
            .await?;
        if made > 0 {
            tx.note(self.deed(What::KeyMade, &id), now).await?;
        }
        tx.commit().await?;
        Ok(Making::Made(secret))
    }

    /// Ends a key: from the next moment on it opens nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is the viewer's organisation's.
    pub async fn end_key(&self, id: &str, now: Millis) -> Result<()> {
        let sql = "UPDATE api_key SET ended_at = $3 WHERE id = $1 AND organisation = $2 AND ended_at IS NULL";
        self.end(sql, id, What::KeyEnded, now).await
    }

    /// Notes another system to call, by a token: the same again changes nothing, and is answered with the secret that
    /// the first one brought.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for who is no administrator.
    pub async fn add_hook(
        &self,
        url: &str,
        secret: &str,
        token: &str,
        now: Millis,
    ) -> Result<Making> {
        let too_many = self.systems(now).await?.hooks.len() >= MOST;
        let id = id_of("hook", token);
        if let Some(added) = self.hook_added(&id).await? {
            return Ok(added);
        }
        if too_many {
            return Ok(Making::TooMany);
        }
        let mut tx = self.db().begin().await?;
        let sql = "INSERT INTO hook (id, organisation, url, secret, made_by, made_at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING";
        let added = tx
            .execute(
                sql,
                &[
                    (&id).into(),
                    (&self.viewer.organisation).into(),
                    url.into(),
                    secret.into(),
                    (&self.viewer.person).into(),
                    now.into(),
                ],
            )
            .await?;
        if added > 0 {
            tx.note(self.deed(What::HookAdded, &id), now).await?;
        }
        tx.commit().await?;
        self.hook_added(&id).await?.ok_or(StoreError::NotFound)
    }

    async fn hook_added(&self, id: &str) -> Result<Option<Making>> {
        let sql = "SELECT secret, ended_at FROM hook WHERE id = $1";
        let Some(row) = self.db().row(sql, &[id.into()]).await? else {
            return Ok(None);
        };
        Ok(Some(match row.opt_int(1)? {
            Some(_) => Making::Ended,
            None => Making::Made(row.text(0)?),
        }))
    }

    /// Calls it no more.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is the viewer's organisation's.
    pub async fn end_hook(&self, id: &str, now: Millis) -> Result<()> {
        let sql = "UPDATE hook SET ended_at = $3, secret = '' WHERE id = $1 AND organisation = $2 AND ended_at IS NULL";
        self.end(sql, id, What::HookEnded, now).await
    }

    async fn end(&self, sql: &'static str, id: &str, what: What, now: Millis) -> Result<()> {
        self.only(Role::Administrator)?;
        let mut tx = self.db().begin().await?;
        let args = [id.into(), (&self.viewer.organisation).into(), now.into()];
        if tx.execute(sql, &args).await? == 0 {
            return Err(StoreError::NotFound);
        }
        tx.note(self.deed(what, id), now).await?;
        tx.commit().await
    }

    async fn services_of_organisation(&self) -> Result<Vec<(String, app::walk::Text)>> {
        let sql =
            "SELECT id, name_en, name_cy FROM service WHERE organisation = $1 ORDER BY name_en, id";
        let rows = self
            .db()
            .rows(sql, &[(&self.viewer.organisation).into()])
            .await?;
        let service = |row: &Row| {
            let name = app::walk::Text {
                en: row.text(1)?,
                cy: row.text(2)?,
            };
            Ok((row.text(0)?, name))
        };
        rows.iter().map(service).collect()
    }
}

/// The id of what a token is for, from which nobody finds the token.
fn id_of(what: &str, token: &str) -> String {
    token::hash(&[what, " ", token].concat())
}

impl Store {
    /// What a key opens at this time; none when it is nobody's, was ended or has run out.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn reach(&self, secret: &str, now: Millis) -> Result<Option<Reach>> {
        if !secret.starts_with(KEY) {
            return Ok(None);
        }
        let hash = token::hash(secret);
        let sql = "SELECT k.id, k.organisation, o.time_zone, k.service, k.used_at FROM api_key k
                   JOIN organisation o ON o.id = k.organisation
                   WHERE k.token_hash = $1 AND k.ended_at IS NULL AND k.expires_at > $2";
        let Some(row) = self.db().row(sql, &[hash.into(), now.into()]).await? else {
            return Ok(None);
        };
        let reach = Reach {
            key: row.text(0)?,
            organisation: row.text(1)?,
            zone: row.text(2)?,
            service: row.opt_text(3)?,
        };
        let used = row.opt_int(4)?;
        if used.is_none_or(|at| now.saturating_sub(at) > SELDOM) {
            let mut tx = self.db().begin().await?;
            let sql = "UPDATE api_key SET used_at = $2 WHERE id = $1";
            tx.execute(sql, &[(&reach.key).into(), now.into()]).await?;
            tx.commit().await?;
        }
        Ok(Some(reach))
    }
}
