//! What the database itself refuses.

use server::store::Db;

use super::{JULY, chain, done, faults, publish, walked};
use crate::{House, on_both};

on_both! { trust_49_the_database_refuses_to_change_what_was_published, }

async fn trust_49_the_database_refuses_to_change_what_was_published(house: House) {
    walked(&house, "ann", 1).await;
    done(publish(&house, JULY).await);
    for sql in [
        "UPDATE month_record SET body = '{}'",
        "UPDATE month_record SET published_at = 0",
        "DELETE FROM month_record",
        "UPDATE month_said SET text_en = 'something else'",
        "UPDATE month_said SET text_en = NULL, text_cy = NULL, salt = NULL, person = NULL, walk = NULL, task = 'x'",
        "DELETE FROM month_said",
        "UPDATE month_walk SET salt = 'x'",
    ] {
        refused(&house, sql).await;
    }
    if matches!(house.db, Db::Postgres(_)) {
        for sql in [
            "TRUNCATE month_record CASCADE",
            "TRUNCATE month_said",
            "TRUNCATE month_walk",
        ] {
            refused(&house, sql).await;
        }
    }
    assert_eq!(faults(&chain(&house).await), []);
}

async fn refused(house: &House, sql: &'static str) {
    let mut tx = house.db.begin().await.expect("begun");
    let done = tx.execute(sql, &[]).await;
    assert!(done.is_err(), "{sql}");
}
