//! Nobody reads across organisations, or another's log.

use app::walk::Category;
use server::{
    store::StoreError,
    viewer::{Roles, Viewer},
};

use crate::{House, on_both, phone::Phone};

on_both![
    a_log_is_its_authors_alone,
    another_organisation_sees_nothing,
    a_person_without_a_role_sees_nothing,
];

async fn a_log_is_its_authors_alone(house: House) {
    let ann = house.desk("ann").await;
    let phone = Phone::whole_walk(1, "missed-bin");
    phone.send(&ann).await;
    let log = ann.own_log(phone.walk).await.expect("the log");
    let ids = |facts: &[app::walk::Fact]| facts.iter().map(|fact| fact.id).collect::<Vec<_>>();
    assert_eq!(ids(&log), ids(&phone.facts));
    for other in ["ben", "tom", "cat"] {
        let other = house.desk(other).await;
        let refused = other.own_log(phone.walk).await;
        assert!(matches!(refused, Err(StoreError::NotFound)));
    }
    let none = ann.own_log(Phone::new(9).walk).await;
    assert!(matches!(none, Err(StoreError::NotFound)));
}

async fn another_organisation_sees_nothing(house: House) {
    let ann = house.desk("ann").await;
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    phone.feel(0, Category::Wait);
    phone.send(&ann).await;
    let cat = house.desk("cat").await;
    let briefing = cat.briefing().await.expect("the briefing");
    assert!(briefing.tasks.is_empty() && briefing.replies.is_empty() && briefing.seen.is_empty());
    // Even the author does not, when asking on behalf of another organisation.
    let moved = Viewer {
        organisation: "cwm".into(),
        ..house.viewer("ann").await
    };
    let moved = house.store.desk(&moved);
    assert!(matches!(
        moved.own_log(phone.walk).await,
        Err(StoreError::NotFound)
    ));
    let items = phone.send(&moved).await;
    assert!(
        items
            .iter()
            .all(|item| item.reason == Some(app::wire::Refusal::NotYours))
    );
}

async fn a_person_without_a_role_sees_nothing(house: House) {
    let viewer = Viewer {
        roles: Roles::default(),
        ..house.viewer("ann").await
    };
    let desk = house.store.desk(&viewer);
    let briefing = desk.briefing().await.expect("who I am");
    assert!(briefing.tasks.is_empty() && !briefing.me.leader);
    assert!(matches!(
        desk.own_log(Phone::new(1).walk).await,
        Err(StoreError::NotFound)
    ));
}
