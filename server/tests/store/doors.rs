//! What the installation's doctor asks of the store.

use server::store::{Db, Doors};

use crate::{House, house::NOON, on_both};

on_both![
    the_audit_refuses_to_be_changed,
    an_audit_that_nothing_keeps_is_told,
    who_can_get_in_is_counted,
    a_disabled_person_is_nobody,
];

async fn the_audit_refuses_to_be_changed(house: House) {
    let lines = house.number("SELECT COUNT(*) FROM audit").await;
    assert!(lines > 0, "signing in is noted");
    assert!(house.store.audit_is_kept().await.expect("answered"));
    for sql in ["UPDATE audit SET what = 'nothing'", "DELETE FROM audit"] {
        let mut tx = house.db.begin().await.expect("begun");
        assert!(tx.execute(sql, &[]).await.is_err(), "{sql}");
    }
    assert!(house.store.check_whole().await.expect("answered"));
    assert_eq!(
        house.number("SELECT COUNT(*) FROM audit").await,
        lines,
        "trying leaves nothing"
    );
}

async fn an_audit_that_nothing_keeps_is_told(house: House) {
    let kept = async || house.store.audit_is_kept().await.expect("answered");
    let harmless: &[&'static str] = match house.db {
        Db::Sqlite { .. } => &[
            "DROP TRIGGER audit_is_not_deleted",
            "CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT 1; END",
        ],
        Db::Postgres(_) => &[
            "CREATE OR REPLACE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
             BEGIN RETURN NULL; END $$",
        ],
    };
    assert!(kept().await);
    change(&house, harmless).await;
    assert!(!kept().await, "it is there, and keeps nothing");
    let gone: &[&'static str] = match house.db {
        Db::Sqlite { .. } => &["DROP TRIGGER audit_is_not_deleted"],
        Db::Postgres(_) => &["DROP TRIGGER audit_is_not_changed ON audit"],
    };
    change(&house, gone).await;
    assert!(!kept().await);
}

async fn who_can_get_in_is_counted(house: House) {
    change(
        &house,
        &[
            "UPDATE person SET roles = 'leader,administrator', break_glass = 1 WHERE id = 'ann'",
            "UPDATE person SET roles = 'administrator' WHERE id = 'ben'",
            "INSERT INTO passkey (id, person, name, body, made_at) VALUES ('k', 'ann', 'Phone', '{}', 0)",
            "UPDATE organisation SET sign_in = 'sso_only' WHERE id = 'cwm'",
        ],
    )
    .await;
    let doors = house.store.doors().await.expect("answered");
    let expected =
        |organisation: &str, sso, [administrators, without, break_glass]: [u32; 3]| Doors {
            organisation: organisation.to_owned(),
            demonstration: false,
            single_sign_on_only: sso,
            administrators,
            without,
            break_glass,
        };
    assert_eq!(
        doors,
        [
            expected("aber", false, [1, 2, 1]),
            expected("cwm", true, [0, 1, 0])
        ]
    );
}

async fn a_disabled_person_is_nobody(house: House) {
    change(
        &house,
        &["UPDATE person SET disabled_at = 1 WHERE id = 'ann'"],
    )
    .await;
    let viewer = house.store.viewer("session of ann", NOON).await;
    assert!(viewer.expect("answered").is_none());
    let invited = house
        .store
        .invite("ann", "again", None, NOON, NOON + 1)
        .await;
    invited.expect("kept");
    let peeked = house.store.peek_invitation("again", NOON).await;
    assert!(peeked.expect("answered").is_none());
    let spent = house.store.spend_invitation("again", "new", NOON).await;
    assert!(!spent.expect("answered"));
}

async fn change(house: &House, all: &[&'static str]) {
    let mut tx = house.db.begin().await.expect("begun");
    for sql in all {
        tx.execute(*sql, &[]).await.expect("changed");
    }
    tx.commit().await.expect("kept");
}
