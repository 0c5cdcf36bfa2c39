//! Everything that is held about the viewer.

use std::collections::HashMap;

use app::{
    mine::{Cell, Held, Section},
    walk::Millis,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use serde_json::Value as Json;
use sqlx::AssertSqlSafe;

use super::held::{Column, PLACES, Place};
use crate::{
    store::{Desk, Row, StoreError, audit::What, db::Result},
    when::when,
};

/// Whether photos come as pictures or only as a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pictures {
    /// The pictures themselves.
    Whole,
    /// How large they are.
    Mentioned,
}

/// How the names of people are found by their ids.
type Names = HashMap<String, String>;

impl Desk {
    /// Everything that is held about the viewer, table by table; tables with nothing are left out.
    pub async fn held(&self, pictures: Pictures, now: Millis) -> Result<Held> {
        let names = self.names().await?;
        let mut sections = Vec::new();
        for place in PLACES {
            let section = self.section(place, pictures, &names, now).await?;
            if !section.rows.is_empty() {
                sections.push(section);
            }
        }
        Ok(Held {
            name: self.viewer.name.clone(),
            organisation: self.viewer.organisation_name.clone(),
            made: self.time(now, now),
            sections,
        })
    }

    /// Notes that the viewer takes a copy away.
    pub async fn note_export(&self, kind: &str, now: Millis) -> Result<()> {
        self.store.note(self.deed(What::Exported, kind), now).await
    }

    async fn section(
        &self,
        place: &Place,
        pictures: Pictures,
        names: &Names,
        now: Millis,
    ) -> Result<Section> {
        let shown = |it: &&Column| pictures == Pictures::Whole || !matches!(it, Column::Picture(_));
        let columns: Vec<&Column> = place.shown.iter().filter(shown).collect();
        let list: Vec<&str> = columns.iter().map(|it| it.name()).collect();
        // What comes first is what it is ordered by: a moment, or a name.
        let order = place
            .shown
            .iter()
            .find(|it| !matches!(it, Column::Picture(_)));
        let sql = format!(
            "SELECT {} FROM {} WHERE {} ORDER BY {}",
            list.join(", "),
            place.table,
            place.rows,
            order.map_or("1", Column::name),
        );
        let me = [(&self.viewer.person).into()];
        let rows = self.db().rows(AssertSqlSafe(sql), &me).await?;
        let row = |row: &Row| {
            let cells = columns.iter().enumerate();
            cells
                .map(|(at, column)| self.cell(column, row, at, names, now))
                .collect::<Result<Vec<_>>>()
        };
        Ok(Section {
            table: place.table,
            rows: rows.iter().map(row).collect::<Result<_>>()?,
            columns: list,
        })
    }

    fn cell(
        &self,
        column: &Column,
        row: &Row,
        at: usize,
        names: &Names,
        now: Millis,
    ) -> Result<Cell> {
        let text = |make: &dyn Fn(String) -> Cell| {
            let text = row.opt_text(at)?.filter(|it| !it.is_empty());
            Ok::<_, StoreError>(text.map_or(Cell::Nothing, make))
        };
        let number = |make: &dyn Fn(i64) -> Cell| {
            Ok::<_, StoreError>(row.opt_int(at)?.map_or(Cell::Nothing, make))
        };
        match column {
            Column::Text(_) => text(&Cell::Text),
            Column::Number(_) => number(&Cell::Number),
            Column::Flag(_) => number(&|it| Cell::Flag(it != 0)),
            Column::Time(_) => number(&|it| self.time(it, now)),
            Column::Person(_) => text(&|id| {
                let name = names.get(&id).cloned().unwrap_or_default();
                Cell::Person(id, name)
            }),
            Column::Fact(_) => text(&|body| Cell::Json(says(&body))),
            Column::Picture(_) => {
                let bytes = STANDARD.encode(row.bytes(at)?);
                Ok(Cell::Picture(["data:image/jpeg;base64,", &bytes].concat()))
            }
        }
    }

    fn time(&self, at: Millis, now: Millis) -> Cell {
        let utc = Timestamp::from_millisecond(at).unwrap_or_default();
        Cell::Time(utc.to_string(), when(&self.viewer.time_zone, at, now))
    }

    async fn names(&self) -> Result<Names> {
        let sql = "SELECT id, name FROM person WHERE organisation = $1";
        let rows = self
            .db()
            .rows(sql, &[(&self.viewer.organisation).into()])
            .await?;
        rows.iter()
            .map(|row| Ok((row.text(0)?, row.text(1)?)))
            .collect()
    }
}

/// What a fact says, without its envelope. One that cannot be read is shown as it was sent.
fn says(body: &str) -> Json {
    let fact: Option<Json> = serde_json::from_str(body).ok();
    let data = fact.as_ref().and_then(|it| it.get("data")).cloned();
    data.or(fact)
        .unwrap_or_else(|| Json::String(body.to_owned()))
}
