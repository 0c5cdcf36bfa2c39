//! Tasks that become known after their walks.

use app::walk::Category;
use server::store::StoreError;

use crate::{House, house::task, on_both, phone::Phone};

on_both![
    a_walk_of_an_unknown_task_is_kept_and_appears_with_the_task,
    a_task_that_changes_changes_its_walks,
    tasks_are_put_all_or_none,
    an_unknown_organisation_takes_no_tasks,
];

async fn a_walk_of_an_unknown_task_is_kept_and_appears_with_the_task(house: House) {
    let ann = house.desk("ann").await;
    let mut phone = Phone::new(1);
    phone.start("library-card");
    phone.feel(0, Category::Wait);
    assert!(
        phone
            .send(&ann)
            .await
            .iter()
            .all(|item| item.reason.is_none())
    );
    let hidden = "SELECT COUNT(*) FROM walk_row WHERE service IS NULL AND month = '' AND task = 'library-card'";
    assert_eq!(house.number(hidden).await, 1);
    assert_eq!(
        house
            .number("SELECT COUNT(*) FROM friction_row WHERE service IS NULL AND month = ''")
            .await,
        1
    );
    // The neighbour's task of the same name is another task.
    house.put_tasks("cwm", &[task("library-card")]).await;
    assert_eq!(house.number(hidden).await, 1);
    house.put_tasks("aber", &[task("library-card")]).await;
    let shown = "SELECT COUNT(*) FROM friction_row f JOIN walk_row w ON w.walk = f.walk AND w.month = f.month
         WHERE f.service = 'bins' AND w.service = 'bins' AND f.month = '2026-06'";
    assert_eq!(house.number(shown).await, 1);
    let rows = house.read_rows().await;
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(house.read_rows().await, rows);
}

async fn a_task_that_changes_changes_its_walks(house: House) {
    let ann = house.desk("ann").await;
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    phone.send(&ann).await;
    let mut moved = task("missed-bin");
    moved.service = "adaptations".into();
    house.put_tasks("aber", &[moved]).await;
    let sql = "SELECT COUNT(*) FROM walk_row WHERE service = 'adaptations'";
    assert_eq!(house.number(sql).await, 1);
}

async fn tasks_are_put_all_or_none(house: House) {
    let mut homeless = task("homeless");
    homeless.service = "nowhere".into();
    let put = house
        .store
        .put_tasks("aber", &[], &[task("new-one"), homeless])
        .await;
    assert!(matches!(put, Err(StoreError::Database(_))));
    assert_eq!(
        house
            .number("SELECT COUNT(*) FROM task WHERE organisation = 'aber'")
            .await,
        2
    );
}

async fn an_unknown_organisation_takes_no_tasks(house: House) {
    let put = house.store.put_tasks("nobody", &[], &[]).await;
    assert!(matches!(put, Err(StoreError::NotFound)));
}
