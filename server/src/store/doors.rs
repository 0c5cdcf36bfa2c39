//! What an installation's doctor asks of the store.

use super::{Db, Store, db::Result, open::is_migrated};

/// Who can get into an organisation, in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doors {
    /// The organisation's id.
    pub organisation: String,
    /// True on a demonstration.
    pub demonstration: bool,
    /// True where a passkey is no way in.
    pub single_sign_on_only: bool,
    /// Administrators who are not disabled and have come in before or have a passkey.
    pub administrators: u32,
    /// People who are not disabled and have no passkey.
    pub without: u32,
    /// People with a passkey that works where single sign-on is the only way.
    pub break_glass: u32,
}

impl Store {
    /// Who can get into each organisation.
    pub async fn doors(&self) -> Result<Vec<Doors>> {
        let rows = self
            .db()
            .rows(
                "SELECT o.id, o.demonstration, o.sign_in,
                 COALESCE(SUM(CASE WHEN ',' || p.roles || ',' LIKE '%,administrator,%' AND (p.keys > 0 OR o.sign_in <> 'passkey')
                     THEN 1 ELSE 0 END), 0),
                 COALESCE(SUM(CASE WHEN p.keys = 0 THEN 1 ELSE 0 END), 0),
                 COALESCE(SUM(CASE WHEN p.keys > 0 AND p.break_glass = 1 THEN 1 ELSE 0 END), 0)
                 FROM organisation o LEFT JOIN
                 (SELECT organisation, roles, break_glass, (SELECT COUNT(*) FROM passkey WHERE passkey.person = person.id) AS keys
                  FROM person WHERE disabled_at IS NULL) p ON p.organisation = o.id
                 GROUP BY o.id, o.demonstration, o.sign_in ORDER BY o.id",
                &[],
            )
            .await?;
        let number = |int: i64| u32::try_from(int).unwrap_or(u32::MAX);
        let doors = |row: &super::Row| {
            Ok(Doors {
                organisation: row.text(0)?,
                demonstration: row.flag(1)?,
                single_sign_on_only: row.text(2)? == "sso_only",
                administrators: number(row.int(3)?),
                without: number(row.int(4)?),
                break_glass: number(row.int(5)?),
            })
        };
        rows.iter().map(doors).collect()
    }

    /// True when the database finds itself whole. PostgreSQL looks after that by itself.
    pub async fn check_whole(&self) -> Result<bool> {
        if let Db::Postgres(_) = self.db() {
            return Ok(true);
        }
        let answer = self.db().row("PRAGMA quick_check(1)", &[]).await?;
        Ok(matches!(answer, Some(row) if row.text(0)? == "ok"))
    }
}

/// What keeps the audit as it is, as [`KEEP_RECORDS`].
const KEEP_AUDIT: [(&str, &str, bool); 2] = [
    ("audit", "audit_is_not_changed", true),
    // PostgreSQL has both in one.
    ("audit", "audit_is_not_deleted", false),
];

/// What keeps published months as they are, on SQLite and on PostgreSQL: the table and its trigger.
const KEEP_RECORDS: [(&str, &str, bool); 9] = [
    ("month_record", "month_record_is_not_changed", true),
    // PostgreSQL has both in one.
    ("month_record", "month_record_is_not_deleted", false),
    ("month_said", "month_said_is_only_taken_back", true),
    ("month_said", "month_said_is_not_deleted", true),
    ("month_walk", "month_walk_is_not_changed", true),
    ("month_said", "month_said_is_its_authors", true),
    // PostgreSQL has no REPLACE.
    ("month_record", "month_record_is_not_replaced", false),
    ("month_said", "month_said_is_not_replaced", false),
    ("month_walk", "month_walk_is_not_replaced", false),
];

impl Store {
    /// True when what refuses to change the audit and to delete from it is there as we made it.
    pub async fn audit_is_kept(&self) -> Result<bool> {
        Ok(self.gone_of(&KEEP_AUDIT).await?.is_empty())
    }

    /// The triggers that keep published months as they are and that are not there as we made them, or are switched off.
    pub async fn record_is_not_kept_by(&self) -> Result<Vec<&'static str>> {
        self.gone_of(&KEEP_RECORDS).await
    }

    /// Which of these triggers are not there, say something else than we had them say, or are switched off.
    async fn gone_of(
        &self,
        triggers: &[(&'static str, &'static str, bool)],
    ) -> Result<Vec<&'static str>> {
        let (sqlite, sql) = match self.db() {
            Db::Sqlite { .. } => (true, "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'"),
            Db::Postgres(_) => (
                false,
                "SELECT c.relname::TEXT, t.tgname::TEXT, p.prosrc FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                 JOIN pg_proc p ON p.oid = t.tgfoid
                 WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled IN ('O', 'A')",
            ),
        };
        let rows = self.db().rows(sql, &[]).await?;
        let there = |row: &super::Row| Ok((row.text(0)?, row.text(1)?, row.text(2)?));
        let there: Vec<(String, String, String)> = rows.iter().map(there).collect::<Result<_>>()?;
        let missing = |(table, name, both): &(&'static str, &'static str, bool)| {
            let is = |it: &(String, String, String)| it.0 == *table && it.1 == *name;
            let is_there = there.iter().any(|it| is(it) && is_migrated(&it.2));
            ((*both || sqlite) && !is_there).then_some(*name)
        };
        Ok(triggers.iter().filter_map(missing).collect())
    }
}
