//! The briefing.

use app::walk::{Category, FrictionId};

use crate::{
    House,
    house::{NOON, task},
    on_both,
    phone::Phone,
};

on_both![
    the_suggested_task_is_first,
    a_new_phone_is_told_of_the_authors_walks,
    replies_and_what_was_seen_reach_the_author,
    who_is_no_leader_has_no_tasks,
];

async fn a_new_phone_is_told_of_the_authors_walks(house: House) {
    house.put_tasks("aber", &[task("ramp")]).await;
    let (ann, ben) = (house.desk("ann").await, house.desk("ben").await);
    let mut walks = Vec::new();
    for (desk, seed) in [(&ann, 1), (&ben, 2), (&ann, 3)] {
        let mut phone = Phone::new(seed);
        phone.start("ramp");
        phone.send(desk).await;
        walks.push(phone.walk);
    }
    let told =
        async |desk: &server::store::Desk| desk.briefing().await.expect("the briefing").walks;
    let (anns, bens) = (told(&ann).await, told(&ben).await);
    assert_eq!(anns.len(), 2);
    assert!(anns.contains(&walks[0]) && anns.contains(&walks[2]));
    assert_eq!(bens, [walks[1]]);
    for walk in anns {
        assert!(!ann.own_log(walk).await.expect("my log").is_empty());
        assert!(ben.own_log(walk).await.is_err(), "not mine");
    }
}

async fn the_suggested_task_is_first(house: House) {
    house
        .put_tasks(
            "aber",
            &[task("missed-bin"), task("ramp"), task("library-card")],
        )
        .await;
    let (ann, ben) = (house.desk("ann").await, house.desk("ben").await);
    let walk = async |desk, seed, task| {
        let mut phone = Phone::new(seed);
        phone.start(task);
        phone.send(desk).await;
    };
    let order = async || {
        let briefing = ann.briefing().await.expect("the briefing");
        briefing
            .tasks
            .into_iter()
            .map(|task| task.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(order().await, ["missed-bin", "ramp", "library-card"]);
    walk(&ann, 1, "missed-bin").await;
    walk(&ben, 2, "ramp").await;
    assert_eq!(
        order().await,
        ["library-card", "missed-bin", "ramp"],
        "walked by nobody"
    );
    walk(&ann, 3, "library-card").await;
    assert_eq!(
        order().await,
        ["ramp", "missed-bin", "library-card"],
        "not walked by me"
    );
    walk(&ann, 4, "ramp").await;
    assert_eq!(
        order().await,
        ["missed-bin", "ramp", "library-card"],
        "least walked"
    );
}

async fn replies_and_what_was_seen_reach_the_author(house: House) {
    let (ann, ben) = (house.desk("ann").await, house.desk("ben").await);
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(0, Category::Wait);
    phone.send(&ann).await;
    answer(&house, friction).await;
    let briefing = ann.briefing().await.expect("the briefing");
    assert_eq!(briefing.replies.len(), 1);
    let reply = &briefing.replies[0];
    assert_eq!(
        (reply.friction, reply.walk, reply.text.as_str()),
        (friction, phone.walk, "Thank you")
    );
    assert_eq!(reply.service_name.en, "bins");
    assert_eq!(
        (briefing.seen.len(), briefing.seen[0].friction),
        (1, friction)
    );
    let others = ben.briefing().await.expect("the briefing");
    assert!(others.replies.is_empty() && others.seen.is_empty());
}

async fn answer(house: &House, friction: FrictionId) {
    let mut tx = house.db.begin().await.expect("begun");
    let friction = friction.to_string();
    tx.execute(
        "INSERT INTO reply (id, friction, organisation, person, at, text) VALUES ('r', $1, 'aber', 'tom', $2, 'Thank you')",
        &[(&friction).into(), NOON.into()],
    )
    .await
    .expect("replied");
    tx.execute(
        "INSERT INTO friction_seen (friction, organisation, person, seen_at) VALUES ($1, 'aber', 'tom', $2)",
        &[friction.into(), NOON.into()],
    )
    .await
    .expect("seen");
    tx.commit().await.expect("committed");
}

async fn who_is_no_leader_has_no_tasks(house: House) {
    let briefing = house
        .desk("tom")
        .await
        .briefing()
        .await
        .expect("the briefing");
    assert!(briefing.tasks.is_empty() && !briefing.me.leader);
    assert_eq!(
        (briefing.me.id.as_str(), briefing.me.name.as_str()),
        ("tom", "TOM")
    );
}
