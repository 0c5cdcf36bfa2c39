//! The audit: only added to, read by the administrators of its organisation, and true.

use app::{office::DeedKind, office::Doer, walk::Lang};
use server::store::{AuditQuery, Db, StoreError};

use crate::{House, house::NOON, office::admin, on_both};

on_both![
    the_audit_refuses_to_be_changed,
    a_deed_that_fails_leaves_no_line,
    only_administrators_of_the_organisation_read_it,
    it_is_read_page_by_page_by_person_and_by_kind,
    taking_a_copy_is_noted,
    the_operator_reads_what_was_done_since,
];

async fn the_audit_refuses_to_be_changed(house: House) {
    let before = house.number("SELECT COUNT(*) FROM audit").await;
    assert!(before > 0);
    let mut tries = vec!["UPDATE audit SET what = 'nothing'", "DELETE FROM audit"];
    if matches!(house.db, Db::Postgres(_)) {
        tries.push("TRUNCATE audit");
    }
    for sql in tries {
        let mut tx = house.db.begin().await.expect("a transaction");
        let refused = tx.execute(sql, &[]).await;
        let said = refused.expect_err(sql).to_string();
        assert!(said.contains("only added to"), "{said}");
    }
    assert_eq!(house.number("SELECT COUNT(*) FROM audit").await, before);
}

async fn a_deed_that_fails_leaves_no_line(house: House) {
    let desk = admin(&house, "aber").await;
    let before = house.number("SELECT COUNT(*) FROM audit").await;
    for person in ["nobody", "cat"] {
        let refused = desk.disable(person, NOON).await;
        assert!(matches!(refused, Err(StoreError::NotFound)), "{person}");
        assert!(desk.enable(person, NOON).await.is_err());
        assert!(desk.end_invitation(person, NOON).await.is_err());
    }
    let team = house.desk("tom").await;
    assert!(team.disable("ann", NOON).await.is_err());
    assert_eq!(house.number("SELECT COUNT(*) FROM audit").await, before);
    desk.end_invitation("ann", NOON).await.expect("ended");
    assert_eq!(house.number("SELECT COUNT(*) FROM audit").await, before + 1);
}

async fn only_administrators_of_the_organisation_read_it(house: House) {
    for person in ["ann", "tom"] {
        let desk = house.desk(person).await;
        let refused = desk.audit(&AuditQuery::default(), NOON).await;
        assert!(matches!(refused, Err(StoreError::NotFound)));
        assert!(desk.whole_audit(NOON).await.is_err());
    }
    let cwm = admin(&house, "cwm").await;
    let page = cwm
        .audit(&AuditQuery::default(), NOON)
        .await
        .expect("a page");
    assert!(!page.lines.is_empty());
    for line in &page.lines {
        for name in ["ANN", "BEN", "TOM"] {
            assert!(!app::office::sentence(Lang::En, line).contains(name));
        }
    }
}

async fn it_is_read_page_by_page_by_person_and_by_kind(house: House) {
    let desk = admin(&house, "aber").await;
    for at in 1..=60 {
        desk.end_invitation("ann", NOON + at).await.expect("ended");
    }
    desk.end_invitation("ben", NOON + 61).await.expect("ended");
    let query = AuditQuery {
        person: "ann".into(),
        kind: Some(DeedKind::People),
        before: None,
    };
    let first = desk.audit(&query, NOON).await.expect("a page");
    assert_eq!(first.lines.len(), 50);
    assert!(first.lines.iter().all(|line| line.about.en == "ANN"));
    assert!(
        first
            .lines
            .iter()
            .all(|line| line.what == "invitations_ended")
    );
    let older = first.older.expect("an older page");
    let (at, id) = older.split_once('-').expect("a place");
    let before = Some((at.parse().expect("a time"), id.to_owned()));
    let second = desk
        .audit(&AuditQuery { before, ..query }, NOON)
        .await
        .expect("a page");
    // The rest of the sixty, and that she was added.
    assert_eq!(second.lines.len(), 11);
    assert!(second.older.is_none() && second.is_older);
    let added = second.lines.last().expect("a line");
    assert_eq!(
        (&added.who, added.what.as_str()),
        (&Doer::Operator, "person_added")
    );
}

async fn taking_a_copy_is_noted(house: House) {
    let desk = admin(&house, "aber").await;
    let lines = desk.whole_audit(NOON + 5).await.expect("all of it");
    let all = house
        .number("SELECT COUNT(*) FROM audit WHERE organisation = 'aber'")
        .await;
    assert_eq!(i64::try_from(lines.len()).expect("few"), all);
    assert_eq!(lines[0].raw.what, "audit_exported", "and stands in it");
}

async fn the_operator_reads_what_was_done_since(house: House) {
    admin(&house, "aber")
        .await
        .end_invitation("ann", NOON + 7)
        .await
        .expect("ended");
    let since = house
        .store
        .audit_since("aber", NOON + 7)
        .await
        .expect("lines");
    assert_eq!(since.len(), 1);
    assert_eq!(
        (since[0].what.as_str(), since[0].about.as_str()),
        ("invitations_ended", "ann")
    );
    let all = house.store.audit_since("aber", 0).await.expect("lines");
    assert!(all.len() > 1 && all.iter().all(|deed| deed.organisation == "aber"));
    let by_operator = |what: &str| all.iter().any(|it| it.what == what && it.person.is_none());
    assert!(by_operator("organisation_made") && by_operator("person_added"));
}
