//! Who is told what a team says of a thread, and when it was.

use app::{
    team::Decided,
    walk::{Category, FrictionWithdrawn, Kind, Millis, ThreadId, thread::Decision},
};

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::Phone,
    team_thread::{felt, thread_of},
};

on_both![
    why_not_now_is_told_to_everybody_who_felt_it_once,
    other_systems_are_told_when_it_changed_and_not_when_it_was_felt,
    a_thread_whose_friction_is_gone_is_computed_anew_too,
];

fn not_now(why: &str) -> Decided {
    Decided {
        decision: Decision::NotNow,
        day: Some(app::team::Day {
            year: 2026,
            month: 7,
            day: 14,
        }),
        why: why.into(),
    }
}

async fn why_not_now_is_told_to_everybody_who_felt_it_once(house: House) {
    let (_, first) = felt(&house, "ann", 1, "Which form?").await;
    let mut later = Phone::new(2);
    later.now += DAY;
    later.start("missed-bin");
    let last = later.feel(1, Category::Unclear);
    let request = later.request();
    let ann = house.desk("ann").await;
    ann.append(request, later.now).await.expect("kept");
    let (_, bens) = felt(&house, "ben", 3, "The form again").await;
    let id = thread_of(&house, first).await;
    let tom = house.desk("tom").await;
    for _ in 0..2 {
        let decided = tom.decide(id, &not_now("A new rota"), NOON + DAY).await;
        decided.expect("decided");
    }
    for (who, friction) in [("ann", last), ("ben", bens)] {
        let briefing = house.desk(who).await.briefing().await.expect("news");
        let [reply] = &briefing.replies[..] else {
            panic!("{who} is told {:?}", briefing.replies);
        };
        assert_eq!(
            (reply.friction, reply.text.as_str(), reply.at),
            (friction, "A new rota", NOON + DAY),
            "{who}"
        );
        assert_eq!(reply.not_before.as_deref(), Some("2026-07-14"));
        let page = tom.friction(friction, NOON).await.expect("its page");
        assert_eq!(page.replies[0].id, reply.id, "an answer to it is shown");
    }
    let others = house.desk("cat").await.briefing().await.expect("news");
    assert!(others.replies.is_empty());
    let said = Decided {
        decision: Decision::Accepted,
        ..not_now("It is asked twice")
    };
    tom.decide(id, &said, NOON + DAY).await.expect("decided");
    tom.decide(id, &not_now("No money"), NOON + DAY)
        .await
        .expect("decided");
    assert_eq!(house.number("SELECT COUNT(*) FROM reply").await, 4);
}

async fn hook(house: &House) {
    let mut tx = house.db.begin().await.expect("begun");
    let sql = "INSERT INTO hook (id, organisation, url, secret, made_by, made_at) VALUES ('h', 'aber', 'https://a.example/', 's', 'tom', 1)";
    tx.execute(sql, &[]).await.expect("added");
    tx.commit().await.expect("committed");
}

/// When other systems were told of what happened last.
async fn told(house: &House) -> Millis {
    let sql = "SELECT MAX(made_at) FROM outbox WHERE topic = 'thread.state'";
    house.number(sql).await
}

async fn other_systems_are_told_when_it_changed_and_not_when_it_was_felt(house: House) {
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(1, Category::Unclear);
    phone.send(&house.desk("ann").await).await;
    hook(&house).await;
    let tom = house.desk("tom").await;
    tom.mark_seen(friction, NOON + DAY).await.expect("seen");
    assert_eq!(told(&house).await, NOON + DAY);
    phone.note(&Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
    let ann = house.desk("ann").await;
    let sent = ann.append(phone.request(), NOON + 2 * DAY).await;
    sent.expect("kept");
    assert_eq!(told(&house).await, NOON + 2 * DAY, "it is no more");
}

async fn a_thread_whose_friction_is_gone_is_computed_anew_too(house: House) {
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(1, Category::Unclear);
    let ann = house.desk("ann").await;
    phone.send(&ann).await;
    let id: ThreadId = thread_of(&house, friction).await;
    let tom = house.desk("tom").await;
    let accepted = Decided {
        decision: Decision::Accepted,
        ..not_now("It is asked twice")
    };
    tom.decide(id, &accepted, NOON).await.expect("decided");
    phone.note(&Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
    phone.send(&ann).await;
    let before = house.read_rows().await;
    // As a version left it that knew no order.
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute("UPDATE thread_row SET hurts = 0", &[])
        .await
        .expect("stale");
    tx.commit().await.expect("committed");
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(house.read_rows().await, before);
    assert!(house.number("SELECT hurts FROM thread_row").await > 0);
}
