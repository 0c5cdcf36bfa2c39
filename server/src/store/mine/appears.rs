//! One's own page, and how a leader appears to service teams and in the board's evidence.

use app::{
    mine::{Appears, Home, Person},
    walk::{Millis, Text},
};

use crate::{
    store::{Desk, Row, StoreError, audit::What, db::Result},
    viewer::Role,
};

impl Desk {
    /// The viewer's own page.
    pub async fn mine(&self) -> Result<Home> {
        let row = self
            .db()
            .row(
                "SELECT id, name, title_en, title_cy, appears_as FROM person WHERE id = $1",
                &[(&self.viewer.person).into()],
            )
            .await?
            .ok_or(StoreError::NotFound)?;
        let appears = Appears::from_code(&row.text(4)?).unwrap_or(Appears::Walkthrough);
        let shared = self.my_items(0).await?;
        Ok(Home {
            me: person(&row, 0)?,
            organisation: self.viewer.organisation_name.clone(),
            appears: self.viewer.roles.has(Role::Leader).then_some(appears),
            mail: self.viewer.roles.has(Role::ServiceTeam) || self.viewer.roles.has(Role::Board),
            sharing: shared.iter().filter(|it| !it.readers.is_empty()).count(),
            shared: self.shared_with_me(0).await?.len(),
        })
    }

    /// Chooses how the viewer appears, for leaders.
    pub async fn appear(&self, appears: Appears, now: Millis) -> Result<()> {
        self.only(Role::Leader)?;
        let mut tx = self.db().begin().await?;
        let sql = "UPDATE person SET appears_as = $2 WHERE id = $1";
        tx.execute(sql, &[(&self.viewer.person).into(), appears.code().into()])
            .await?;
        tx.note(self.deed(What::AppearsAs, appears.code()), now)
            .await?;
        tx.commit().await
    }
}

/// Reads `id, name, title_en, title_cy` from a column on.
pub(super) fn person(row: &Row, at: usize) -> Result<Person> {
    Ok(Person {
        id: row.text(at)?,
        name: row.text(at + 1)?,
        title: Text {
            en: row.text(at + 2)?,
            cy: row.text(at + 3)?,
        },
    })
}

/// The job that stands beside a walk, from `appears_as, title_en, title_cy`; none for "a walkthrough".
pub(in crate::store) fn by(row: &Row, at: usize) -> Result<Option<Text>> {
    let named = Appears::from_code(&row.text(at)?) == Some(Appears::Title);
    let title = Text {
        en: row.text(at + 1)?,
        cy: row.text(at + 2)?,
    };
    let known = !title.en.is_empty() || !title.cy.is_empty();
    Ok((named && known).then_some(title))
}
