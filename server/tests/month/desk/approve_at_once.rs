//! Approving at the very moment at which somebody else writes.

use server::store::Db;
use sqlx::AssertSqlSafe;

use super::{JULY, june, prepare, sue};
use crate::{House, house::DAY, on_both};

on_both! {
    what_is_written_at_the_very_moment_is_not_said_to_be_approved,
}

/// Words that are there only once the desk was read and before the approval is kept: the database writes them then.
async fn what_is_written_at_the_very_moment_is_not_said_to_be_approved(house: House) {
    let sue = sue(&house).await;
    let later = JULY + 30 * DAY;
    let edition = prepare(&sue, june(), JULY).await;
    let write = "UPDATE month_draft SET edition = edition + 1, words_en = 'Written meanwhile.';";
    let at_once = "CREATE TRIGGER at_once AFTER UPDATE OF edition ON month_draft";
    let put: &[String] = &match house.db {
        Db::Sqlite { .. } => vec![format!(
            "{at_once} WHEN OLD.edition = NEW.edition BEGIN {write} END"
        )],
        Db::Postgres(_) => vec![
            format!(
                "CREATE FUNCTION at_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {write} RETURN NULL; END $$"
            ),
            format!(
                "{at_once} FOR EACH ROW WHEN (OLD.edition = NEW.edition) EXECUTE FUNCTION at_once()"
            ),
        ],
    };
    let mut tx = house.db.begin().await.expect("begun");
    for sql in put {
        let sql = AssertSqlSafe(sql.clone());
        tx.execute(sql, &[]).await.expect("made");
    }
    tx.commit().await.expect("committed");
    let approved = sue.approve(june(), edition, later).await;
    assert!(!approved.expect("an answer"));
    let draft = sue.draft(june(), later).await.expect("a draft");
    assert!(draft.approved.is_none());
    let noted = "SELECT COUNT(*) FROM audit WHERE what = 'month_approved'";
    assert_eq!(house.number(noted).await, 0);
}
