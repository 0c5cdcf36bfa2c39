//! What the database itself refuses.

use server::store::Db;

use super::{JULY, chain, done, faults, publish, run, walked};
use crate::{House, on_both};

on_both! {
    trust_49_the_database_refuses_to_change_what_was_published,
    each_trigger_that_is_gone_is_named,
}

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
        // Nobody of those who wrote them is erased.
        "UPDATE month_said SET text_en = NULL, text_cy = NULL, salt = NULL, person = NULL, walk = NULL WHERE said = 'secretary'",
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
    } else {
        for sql in [
            "INSERT OR REPLACE INTO month_record SELECT organisation, sequence, month, version, '{}', hash, previous,
             signature, key, 0 FROM month_record",
            "INSERT OR REPLACE INTO month_record SELECT organisation, sequence + 1, month, version, '{}', hash, previous,
             signature, key, 0 FROM month_record",
            "REPLACE INTO month_record (rowid, organisation, sequence, month, version, body, hash, signature, key, published_at)
             SELECT rowid, organisation, 9, '2020-01', 9, '{}', hash, signature, key, 0 FROM month_record",
            "INSERT OR REPLACE INTO month_said SELECT organisation, sequence, position, said, task, step, at, NULL, NULL,
             NULL, NULL, NULL FROM month_said",
            "REPLACE INTO month_said (rowid, organisation, sequence, position, said, task, at)
             SELECT rowid, organisation, sequence, 99, said, task, at FROM month_said",
            "UPDATE OR REPLACE month_said SET rowid = 99, text_en = NULL, text_cy = NULL, salt = NULL, person = NULL,
             walk = NULL WHERE said = 'bright'",
            "INSERT OR REPLACE INTO month_walk SELECT organisation, sequence, walk, 0, 'x' FROM month_walk",
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

async fn each_trigger_that_is_gone_is_named(house: House) {
    let missing = async || house.store.record_is_not_kept_by().await.expect("answered");
    assert_eq!(missing().await, [""; 0]);
    let mut gone = Vec::new();
    let postgres = matches!(house.db, Db::Postgres(_));
    for (table, trigger) in [
        ("month_record", "month_record_is_not_changed"),
        ("month_record", "month_record_is_not_deleted"),
        ("month_said", "month_said_is_only_taken_back"),
        ("month_said", "month_said_is_not_deleted"),
        ("month_walk", "month_walk_is_not_changed"),
        ("month_said", "month_said_is_its_authors"),
        ("month_record", "month_record_is_not_replaced"),
        ("month_said", "month_said_is_not_replaced"),
        ("month_walk", "month_walk_is_not_replaced"),
    ] {
        match (postgres, trigger) {
            (false, _) => run(&house, format!("DROP TRIGGER {trigger}")).await,
            // There it is one with the first.
            (true, "month_record_is_not_deleted") => continue,
            // There is no REPLACE.
            (true, it) if it.ends_with("_is_not_replaced") => continue,
            // Switched off is as good as gone.
            (true, "month_walk_is_not_changed") => {
                run(
                    &house,
                    format!("ALTER TABLE {table} DISABLE TRIGGER {trigger}"),
                )
                .await;
            }
            (true, _) => run(&house, format!("DROP TRIGGER {trigger} ON {table}")).await,
        }
        gone.push(trigger);
        assert_eq!(missing().await, gone);
    }
}
