//! The service team's desk.

use app::{
    team::{Filter, ReplyText, State},
    walk::{Category, FrictionId},
};
use server::{
    store::{INBOX_PAGE, StoreError},
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
    the_inbox_goes_back_page_by_page,
    the_inbox_shows_what_was_chosen,
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
    assert_eq!((inbox.items.len(), inbox.new, inbox.older), (3, 3, None));
    let steps: Vec<u16> = inbox.items.iter().map(|item| item.friction.step).collect();
    assert_eq!(steps, [2, 1, 0], "newest first");
    let services: Vec<&str> = inbox.services.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(services, ["bins"]);
    let item = &inbox.items[0];
    assert_eq!(item.step.as_ref().map(|it| it.en.as_str()), Some("Wait"));
    assert_eq!(item.friction.note, "I was asked for the same thing again");
    let page = tom
        .friction(item.friction.id, NOON)
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
    assert_eq!((cats.items.len(), cats.new), (0, 0));
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
        state: None,
    };
    let asked = tom.inbox(&other, None, NOON).await.expect("the inbox");
    assert!(
        asked.items.is_empty(),
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
    assert!(inbox.items.is_empty() && inbox.services.is_empty());
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

async fn the_inbox_goes_back_page_by_page(house: House) {
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let felt: Vec<FrictionId> = (0..INBOX_PAGE + 3)
        .map(|_| phone.feel(0, Category::Wait))
        .collect();
    phone.now = NOON;
    phone.send(&house.desk("ann").await).await;
    let tom = house.desk("tom").await;
    let everything = Filter::default();
    let first = tom.inbox(&everything, None, NOON).await.expect("the inbox");
    assert_eq!(first.items.len(), INBOX_PAGE);
    let older = first.older.expect("an older page");
    let second = tom
        .inbox(&everything, Some(&older), NOON)
        .await
        .expect("the inbox");
    assert_eq!((second.items.len(), second.older), (3, None));
    assert_eq!(second.before, Some(older), "the page knows where it begins");
    let mut all: Vec<FrictionId> = first
        .items
        .iter()
        .chain(&second.items)
        .map(|item| item.friction.id)
        .collect();
    all.sort();
    assert_eq!(all, felt, "each once");
    let odd = tom
        .inbox(&everything, Some("x.y"), NOON)
        .await
        .expect("the inbox");
    assert_eq!(
        odd.items.len(),
        INBOX_PAGE,
        "a place that cannot be read begins at the newest"
    );
}

async fn the_inbox_shows_what_was_chosen(house: House) {
    let phone = Phone::whole_walk(1, "missed-bin");
    phone.send(&house.desk("ann").await).await;
    let tom = house.desk("tom").await;
    let all = tom
        .inbox(&Filter::default(), None, NOON)
        .await
        .expect("the inbox");
    let ids: Vec<FrictionId> = all.items.iter().map(|item| item.friction.id).collect();
    tom.mark_seen(ids[0], NOON).await.expect("seen");
    tom.reply(ids[1], &reply("Thank you"), Uuid::from_u128(1), NOON)
        .await
        .expect("replied");
    for (at, state) in [State::Seen, State::Answered, State::New]
        .into_iter()
        .enumerate()
    {
        let filter = Filter {
            service: Some("bins".into()),
            state: Some(state),
        };
        let shown = tom.inbox(&filter, None, NOON).await.expect("the inbox");
        let shown: Vec<FrictionId> = shown.items.iter().map(|item| item.friction.id).collect();
        assert_eq!(shown, [ids[at]], "{state:?}");
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
