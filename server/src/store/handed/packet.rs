//! Share pages: made and ended by a team, opened by whoever has the address.

use app::{
    team::handed::{Opened, Packet, Stands},
    walk::{Millis, ThreadId},
};

use super::{Ticked, left, tick};
use crate::{
    store::{Desk, Row, Store, StoreError, audit::What, db::Result},
    token,
    viewer::Role,
    when::when,
};

/// A page that can be opened ($1 the hash of its address, $2 now).
macro_rules! stands {
    () => {
        "token_hash = $1 AND ended_at IS NULL AND expires_at > $2"
    };
}

/// What is at a share page's address.
#[derive(Clone, Debug)]
pub enum Found {
    /// Nothing: never was, ended and over are all the same.
    Nothing,
    /// A page of which nothing is left to tell.
    Emptied,
    /// The page.
    Whole(Box<Opened>),
}

/// What is asked of a share page's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Only whether there is something to open.
    Look,
    /// To open it: that is counted.
    Open,
}

impl Desk {
    /// Makes a share page of a thread, which stands until `expires_at`. `hash` is that of its address: the same again
    /// makes no second one. Until when it stands; none when it was made before, and is over.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is a thread of the viewer's services.
    pub async fn make_packet(
        &self,
        thread: ThreadId,
        hash: &str,
        ticked: &Ticked,
        expires_at: Millis,
        now: Millis,
    ) -> Result<Option<Millis>> {
        self.only(Role::ServiceTeam)?;
        let (id, of) = (token::fresh(), thread.to_string());
        let mut tx = self.begin_telling(&of).await?;
        let sql = "SELECT expires_at, ended_at FROM packet WHERE token_hash = $1";
        if let Some(row) = tx.row(sql, &[hash.into()]).await? {
            let (until, ended) = (row.int(0)?, row.opt_int(1)?);
            return Ok((ended.is_none() && until > now).then_some(until));
        }
        tx.execute(
            "INSERT INTO packet (id, token_hash, organisation, thread, person, made_at, expires_at, openings)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 0)",
            &[
                (&id).into(),
                hash.into(),
                (&self.viewer.organisation).into(),
                of.into(),
                (&self.viewer.person).into(),
                now.into(),
                expires_at.into(),
            ],
        )
        .await?;
        tick(&mut tx, &id, thread, ticked).await?;
        tx.note(self.deed(What::PacketMade, &id), now).await?;
        tx.commit().await?;
        Ok(Some(expires_at))
    }

    /// Ends a share page of a thread of the viewer's services; its thread. Ending it again changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless it is one.
    pub async fn end_packet(&self, id: &str, now: Millis) -> Result<String> {
        self.only(Role::ServiceTeam)?;
        let sql = "SELECT thread FROM packet WHERE id = $1 AND organisation = $2";
        let row = self
            .db()
            .row(sql, &[id.into(), (&self.viewer.organisation).into()])
            .await?
            .ok_or(StoreError::NotFound)?;
        let thread = row.text(0)?;
        let mut tx = self.begin_on_thread(&thread).await?;
        let sql = "UPDATE packet SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL";
        if tx.execute(sql, &[id.into(), now.into()]).await? > 0 {
            tx.note(self.deed(What::PacketEnded, id), now).await?;
        }
        tx.commit().await?;
        Ok(thread)
    }

    /// The share pages of a thread and of what was put together with it, newest first.
    pub(super) async fn packets(&self, thread: &str, now: Millis) -> Result<Vec<Packet>> {
        let sql = concat!(
            "SELECT k.id, k.made_at, p.name, k.expires_at, k.ended_at, k.openings, k.opened_at, CASE WHEN ",
            left!("k.thread", "k.made_at"),
            " THEN 1 ELSE 0 END FROM packet k JOIN person p ON p.id = k.person
             WHERE k.organisation = $2 AND (k.thread = $1 OR k.thread IN (SELECT t.id FROM thread t WHERE t.merged_into = $1)
             OR k.thread IN (SELECT f.own FROM friction_row f WHERE f.thread = $1)) ORDER BY k.made_at DESC, k.id"
        );
        let of = [thread.into(), (&self.viewer.organisation).into()];
        let at = |at| when(&self.viewer.time_zone, at, now);
        let packet = |row: &Row| {
            let until = row.int(3)?;
            Ok(Packet {
                id: row.text(0)?,
                made: at(row.int(1)?),
                name: row.text(2)?,
                until: at(until),
                stands: match row.opt_int(4)? {
                    Some(_) => Stands::Ended,
                    None if until <= now => Stands::Expired,
                    None if !row.flag(7)? => Stands::Empty,
                    None => Stands::Open,
                },
                openings: u64::try_from(row.int(5)?).unwrap_or_default(),
                opened: row.opt_int(6)?.map(at),
            })
        };
        let rows = self.db().rows(sql, &of).await?;
        rows.iter().map(packet).collect()
    }
}

impl Store {
    /// What is at a share page's address.
    pub async fn packet(&self, hash: &str, how: Opening, now: Millis) -> Result<Found> {
        let sql = concat!(
            "SELECT p.id, p.thread, p.expires_at, o.time_zone, CASE WHEN ",
            left!("p.thread", "p.made_at"),
            " THEN 1 ELSE 0 END FROM packet p JOIN organisation o ON o.id = p.organisation WHERE ",
            stands!()
        );
        let args = [hash.into(), now.into()];
        let Some(row) = self.db().row(sql, &args).await? else {
            return Ok(Found::Nothing);
        };
        let (id, zone) = (row.text(0)?, row.text(3)?);
        let told = match row.flag(4)? {
            true => self.told(&row.text(1)?, &id, &zone, now).await?,
            false => None,
        };
        let Some(told) = told else {
            return Ok(Found::Emptied);
        };
        if how == Opening::Open && !self.count_opening(hash, now).await? {
            return Ok(Found::Nothing);
        }
        let until = when(&zone, row.int(2)?, now);
        Ok(Found::Whole(Box::new(Opened { told, until })))
    }

    /// Counts an opening; false when it was ended meanwhile.
    async fn count_opening(&self, hash: &str, now: Millis) -> Result<bool> {
        let sql = concat!(
            "UPDATE packet SET openings = openings + 1, opened_at = $2 WHERE ",
            stands!()
        );
        let mut tx = self.db().begin().await?;
        let counted = tx.execute(sql, &[hash.into(), now.into()]).await?;
        tx.commit().await?;
        Ok(counted > 0)
    }
}
