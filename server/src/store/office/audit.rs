//! Reading the audit: by administrators of the organisation, and by whoever runs the server.

use app::{
    office::{AuditLine, AuditPage, DeedKind, Doer},
    walk::{Millis, Text},
};
use serde::Serialize;

use crate::{
    store::{Desk, Row, Store, audit::What, db::Result},
    viewer::Role,
    when::when,
};

/// How many lines a page has.
const PAGE: usize = 50;

/// What of the audit is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Only what this person did, or what was done to them; empty for everybody.
    pub person: String,
    /// Only deeds of this kind.
    pub kind: Option<DeedKind>,
    /// Only what is older than the line with this time and id.
    pub before: Option<(Millis, String)>,
}

/// A line as it is stored, for other systems.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RawDeed {
    /// The line's id.
    pub id: String,
    /// The organisation's id.
    pub organisation: String,
    /// When, in milliseconds since 1970 by the server's clock.
    pub at: Millis,
    /// Who, by id; none for the operator's commands.
    pub person: Option<String>,
    /// What, by its code.
    pub what: String,
    /// The id of what it was done to.
    pub about: String,
}

/// A line with names, and as it is stored.
#[derive(Clone, Debug)]
pub struct Line {
    /// With names.
    pub shown: AuditLine,
    /// As stored.
    pub raw: RawDeed,
}

impl Desk {
    /// A page of the audit.
    pub async fn audit(&self, query: &AuditQuery, now: Millis) -> Result<AuditPage> {
        self.only(Role::Administrator)?;
        let mut lines = self.lines(query, PAGE + 1, now).await?;
        let more = lines.len() > PAGE;
        lines.truncate(PAGE);
        let last = lines.last().filter(|_| more);
        let older = last.map(|last| format!("{}-{}", last.raw.at, last.raw.id));
        let sql = "SELECT id, name FROM person WHERE organisation = $1 AND erased_at IS NULL ORDER BY name, id";
        let people = self
            .db()
            .rows(sql, &[(&self.viewer.organisation).into()])
            .await?;
        let person = |row: &Row| Ok((row.text(0)?, row.text(1)?));
        Ok(AuditPage {
            lines: lines.into_iter().map(|line| line.shown).collect(),
            person: query.person.clone(),
            people: people.iter().map(person).collect::<Result<_>>()?,
            kind: query.kind,
            is_older: query.before.is_some(),
            older,
        })
    }

    /// All of the audit, for a copy of it. That it was taken is noted, and in it.
    pub async fn whole_audit(&self, now: Millis) -> Result<Vec<Line>> {
        self.only(Role::Administrator)?;
        let deed = self.deed(What::AuditExported, "");
        self.store.note(deed, now).await?;
        self.lines(&AuditQuery::default(), usize::MAX, now).await
    }

    async fn lines(&self, query: &AuditQuery, most: usize, now: Millis) -> Result<Vec<Line>> {
        let codes = query.kind.map(codes_of).unwrap_or_default();
        let (before, id) = query.before.clone().unwrap_or((Millis::MAX, String::new()));
        let rows = self
            .db()
            .rows(
                "SELECT a.id, a.organisation, a.at, a.person, a.what, a.about, p.name, q.name, s.name_en, s.name_cy
                 FROM audit a
                 LEFT JOIN person p ON p.id = a.person AND p.organisation = a.organisation
                 LEFT JOIN person q ON q.id = a.about AND q.organisation = a.organisation
                 LEFT JOIN service s ON s.id = a.about AND s.organisation = a.organisation
                 WHERE a.organisation = $1 AND (a.at < $2 OR (a.at = $2 AND a.id < $3))
                 AND ($4 = '' OR a.person = $4 OR a.about = $4)
                 AND ($5 = '' OR $5 LIKE '%,' || a.what || ',%')
                 ORDER BY a.at DESC, a.id DESC LIMIT $6",
                &[
                    (&self.viewer.organisation).into(),
                    before.into(),
                    id.into(),
                    (&query.person).into(),
                    codes.into(),
                    i64::try_from(most).unwrap_or(i64::MAX).into(),
                ],
            )
            .await?;
        rows.iter().map(|row| self.line(row, now)).collect()
    }

    fn line(&self, row: &Row, now: Millis) -> Result<Line> {
        let raw = raw(row)?;
        let who = match (&raw.person, row.opt_text(6)?) {
            (None, _) => Doer::Operator,
            (Some(_), Some(name)) if !name.is_empty() => Doer::Person(name),
            (Some(_), _) => Doer::Gone,
        };
        let about = match (row.opt_text(7)?, row.opt_text(8)?) {
            _ if raw.what == What::Denied.code() => plain(raw.about.clone()),
            (Some(name), _) => plain(name),
            (None, Some(en)) => Text {
                en,
                cy: row.opt_text(9)?.unwrap_or_default(),
            },
            (None, None) => Text::default(),
        };
        let shown = AuditLine {
            who,
            what: raw.what.clone(),
            about,
            when: when(&self.viewer.time_zone, raw.at, now),
        };
        Ok(Line { shown, raw })
    }
}

impl Store {
    /// What was done in an organisation since then, oldest first, for whoever runs the server.
    pub async fn audit_since(&self, organisation: &str, since: Millis) -> Result<Vec<RawDeed>> {
        let rows = self
            .db()
            .rows(
                "SELECT id, organisation, at, person, what, about FROM audit
                 WHERE organisation = $1 AND at >= $2 ORDER BY at, id",
                &[organisation.into(), since.into()],
            )
            .await?;
        rows.iter().map(raw).collect()
    }
}

fn raw(row: &Row) -> Result<RawDeed> {
    Ok(RawDeed {
        id: row.text(0)?,
        organisation: row.text(1)?,
        at: row.int(2)?,
        person: row.opt_text(3)?,
        what: row.text(4)?,
        about: row.text(5)?,
    })
}

/// `,code,code,`
fn codes_of(kind: DeedKind) -> String {
    let codes = What::ALL.iter().map(|what| what.code());
    let codes: Vec<&str> = codes.filter(|code| DeedKind::of(code) == kind).collect();
    [",", &codes.join(","), ","].concat()
}

fn plain(text: String) -> Text {
    Text {
        en: text,
        cy: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use app::{walk::Lang, words::deed};

    use super::*;

    #[test]
    fn every_deed_has_its_sentence() {
        for what in What::ALL {
            for lang in [Lang::En, Lang::Cy] {
                assert!(
                    deed(lang, what.code()).is_some(),
                    "app/src/words/audit.rs: {}",
                    what.code()
                );
            }
        }
    }
}
