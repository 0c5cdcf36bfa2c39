//! The service team's desk.

use app::{
    team::{Filter, ReplyText, State},
    walk::FrictionId,
};
use server::{
    store::StoreError,
    viewer::{Role, Roles, Viewer},
};
use uuid::Uuid;

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::Phone,
};

on_both![
    friction_felt_at_my_services_is_mine_to_see,
    friction_elsewhere_is_not_mine,
    whoever_answers_for_no_service_sees_nothing,
    seeing_and_answering_change_the_state,
    the_same_reply_twice_is_one,
    nothing_private_is_in_a_friction_point,
];

async fn friction_felt_at_my_services_is_mine_to_see(house: House) {
    let phone = Phone::whole_walk(1, "missed-bin");
    phone.send(&house.desk("ann").await).await;
    let tom = house.desk("tom").await;
    let inbox = tom
        .inbox(&Filter::default(), None, NOON)
        .await
        .expect("the inbox");
    assert_eq!((inbox.lines.len(), inbox.new, inbox.more), (3, 3, None));
    let mut steps: Vec<u16> = inbox.lines.iter().map(|line| line.head.step).collect();
    steps.sort_unstable();
    assert_eq!(steps, [0, 1, 2]);
    let services: Vec<&str> = inbox.services.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(services, ["bins"]);
    let line = inbox.lines.iter().find(|line| line.head.step == 2);
    let line = line.expect("the third step");
    let step = line.head.step_name.as_ref();
    assert_eq!(step.map(|it| it.en.as_str()), Some("Wait"));
    assert_eq!(line.said, "I was asked for the same thing again");
    let page = tom
        .friction(felt(&phone), NOON)
        .await
        .expect("the friction point");
    assert_eq!(
        (page.walk, page.around.walk.frictions.len()),
        (phone.walk, 3)
    );
    assert!(page.into_walk_ms.is_some_and(|ms| ms > 0));
    assert_eq!(page.around.task.expect("the task").id, "missed-bin");
    assert!(tom.team_walk(phone.walk, NOON).await.is_ok());
}

async fn friction_elsewhere_is_not_mine(house: House) {
    let ann = house.desk("ann").await;
    let (here, elsewhere) = (
        Phone::whole_walk(1, "missed-bin"),
        Phone::whole_walk(2, "ramp"),
    );
    here.send(&ann).await;
    elsewhere.send(&ann).await;
    // Tom answers for bins only; Cat for bins of another organisation.
    let (tom, cat) = (house.desk("tom").await, house.desk("cat").await);
    let cats = cat
        .inbox(&Filter::default(), None, NOON)
        .await
        .expect("the inbox");
    assert_eq!((cats.lines.len(), cats.new), (0, 0));
    for (desk, walk) in [(&tom, &elsewhere), (&cat, &here)] {
        let id = felt(walk);
        assert!(matches!(
            desk.friction(id, NOON).await,
            Err(StoreError::NotFound)
        ));
        assert!(matches!(
            desk.team_walk(walk.walk, NOON).await,
            Err(StoreError::NotFound)
        ));
        assert!(matches!(
            desk.mark_seen(id, NOON).await,
            Err(StoreError::NotFound)
        ));
        let reply = desk
            .reply(id, &reply("Sorry"), Uuid::from_u128(1), NOON)
            .await;
        assert!(matches!(reply, Err(StoreError::NotFound)));
    }
    let other = Filter {
        service: Some("adaptations".into()),
        ..Filter::default()
    };
    let asked = tom.inbox(&other, None, NOON).await.expect("the inbox");
    assert!(
        asked.lines.is_empty(),
        "asking for another's service shows nothing"
    );
    assert_eq!(house.number("SELECT COUNT(*) FROM friction_seen").await, 0);
    assert_eq!(house.number("SELECT COUNT(*) FROM reply").await, 0);
}

async fn whoever_answers_for_no_service_sees_nothing(house: House) {
    let phone = Phone::whole_walk(1, "missed-bin");
    phone.send(&house.desk("ann").await).await;
    let nobody = Viewer {
        roles: Roles::new(&[Role::ServiceTeam]),
        ..house.viewer("ben").await
    };
    let nobody = house.store.desk(&nobody);
    let inbox = nobody
        .inbox(&Filter::default(), None, NOON)
        .await
        .expect("the inbox");
    assert!(inbox.lines.is_empty() && inbox.services.is_empty());
    assert!(matches!(
        nobody.friction(felt(&phone), NOON).await,
        Err(StoreError::NotFound)
    ));
    for person in ["ann", "ben"] {
        let desk = house.desk(person).await;
        let inbox = desk.inbox(&Filter::default(), None, NOON).await;
        assert!(
            matches!(inbox, Err(StoreError::NotFound)),
            "not of the service team"
        );
    }
}

async fn seeing_and_answering_change_the_state(house: House) {
    let phone = Phone::whole_walk(1, "missed-bin");
    phone.send(&house.desk("ann").await).await;
    let (tom, id) = (house.desk("tom").await, felt(&phone));
    let look = async || {
        tom.friction(id, NOON + 2 * DAY)
            .await
            .expect("the friction point")
    };
    assert_eq!(look().await.item.state, State::New);
    tom.mark_seen(id, NOON).await.expect("seen");
    tom.mark_seen(id, NOON + DAY).await.expect("seen again");
    let seen = look().await;
    assert_eq!(
        (seen.item.state, seen.seen.map(|it| it.days_ago)),
        (State::Seen, Some(2))
    );
    tom.reply(
        id,
        &reply("We took the question out"),
        Uuid::from_u128(1),
        NOON + DAY,
    )
    .await
    .expect("replied");
    let answered = look().await;
    assert_eq!(
        (answered.item.state, answered.replies.len()),
        (State::Answered, 1)
    );
    let reply = &answered.replies[0];
    assert_eq!(
        (reply.name.as_str(), reply.text.as_str()),
        ("TOM", "We took the question out")
    );
    let briefing = house
        .desk("ann")
        .await
        .briefing()
        .await
        .expect("the briefing");
    assert_eq!(briefing.replies[0].friction, id, "it reaches the leader");
}

async fn the_same_reply_twice_is_one(house: House) {
    let phone = Phone::whole_walk(1, "missed-bin");
    phone.send(&house.desk("ann").await).await;
    let (tom, id) = (house.desk("tom").await, felt(&phone));
    for _ in 0..2 {
        tom.reply(id, &reply("Thank you"), Uuid::from_u128(5), NOON)
            .await
            .expect("replied");
    }
    assert_eq!(
        tom.friction(id, NOON)
            .await
            .expect("the friction point")
            .replies
            .len(),
        1
    );
    let new = tom
        .inbox(&Filter::default(), None, NOON)
        .await
        .expect("the inbox")
        .new;
    assert_eq!(new, 2, "an answer also says that it was seen");
}

async fn nothing_private_is_in_a_friction_point(house: House) {
    let phone = Phone::whole_walk(1, "missed-bin");
    phone.send(&house.desk("ann").await).await;
    let tom = house.desk("tom").await;
    let page = tom
        .friction(felt(&phone), NOON)
        .await
        .expect("the friction point");
    let shown = format!(
        "{page:?}{:?}",
        tom.team_walk(phone.walk, NOON).await.expect("the walk")
    );
    for private in ["I did not know whom to ask", "Ring the team", "ANN"] {
        assert!(!shown.contains(private), "{private} is the leader's own");
    }
}

/// The first friction point of a walk.
fn felt(phone: &Phone) -> FrictionId {
    let felt = phone
        .facts
        .iter()
        .find(|fact| fact.kind == "friction_felt")
        .expect("friction");
    FrictionId(felt.id.0)
}

fn reply(text: &str) -> ReplyText {
    ReplyText::parse(text).expect("a reply")
}
