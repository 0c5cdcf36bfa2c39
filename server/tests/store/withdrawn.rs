//! What its author takes back: the service team reads that, and when, and nothing of what was said.

use app::{
    team::{Around, Filter, Inbox, Item, ReplyText, State},
    walk::{
        BrightSpotNoted, BrightSpotWithdrawn, Category, Erased, FactId, FrictionId,
        FrictionWithdrawn, Kind,
    },
    wire::SyncRequest,
};
use server::store::{Desk, StoreError};
use uuid::Uuid;

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::{Phone, raw},
};

on_both![
    what_is_taken_back_says_so_and_no_more,
    what_the_team_did_stays_in_the_inbox_and_is_counted_nowhere,
    what_never_stood_here_is_not_told,
    a_bright_spot_taken_back_is_told_on_its_walk,
    it_is_nobody_elses_to_see_and_takes_no_answer,
];

const WORDS: &str = "Mrs Price was rude";

async fn what_is_taken_back_says_so_and_no_more(house: House) {
    let (mut phone, friction) = walked(1);
    send(&house, &phone, NOON).await;
    let again = phone.feel(1, Category::Wait);
    phone.describe(friction, "It was a bad day");
    phone.now = NOON + DAY;
    withdraw(&mut phone, friction);
    send(&house, &phone, NOON + 2 * DAY).await;
    let tom = house.desk("tom").await;
    let page = tom.friction(friction, NOON + 2 * DAY).await;
    let page = page.expect("its page");
    let on = page.item.withdrawn.expect("taken back");
    assert_eq!((on.days_ago, on.day), (1, 16), "not when it was sent");
    assert_eq!(page.item.state, State::New);
    let said = format!("{page:?}");
    for word in [WORDS, "a bad day", "Nearly", "Asked"] {
        assert!(!said.contains(word), "{word} was taken back: {said}");
    }
    let Around {
        walk, withdrawn, ..
    } = page.around;
    let standing: Vec<FrictionId> = walk.frictions.iter().map(|it| it.id).collect();
    assert_eq!(standing, [again]);
    let gone: Vec<_> = withdrawn.iter().map(|it| (it.friction, it.step)).collect();
    assert_eq!(gone, [(Some(friction), Some(1))]);
    let rows = house.read_rows().await;
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(house.read_rows().await, rows);
}

async fn what_the_team_did_stays_in_the_inbox_and_is_counted_nowhere(house: House) {
    let (mut phone, answered) = walked(1);
    let seen = phone.feel(0, Category::Find);
    let unread = phone.feel(2, Category::Wait);
    send(&house, &phone, NOON).await;
    let tom = house.desk("tom").await;
    tom.mark_seen(seen, NOON).await.expect("seen");
    answer(&tom, answered).await.expect("answered");
    assert_eq!(inbox(&tom).await.new, 1);
    for friction in [answered, seen, unread] {
        withdraw(&mut phone, friction);
    }
    send(&house, &phone, NOON + DAY).await;
    let all = inbox(&tom).await;
    assert_eq!((all.lines.len(), all.new, all.felt), (0, 0, 0));
    let gone = |item: &Item| (item.friction.id, item.state);
    let mut gone: Vec<_> = all.withdrawn.iter().map(gone).collect();
    gone.sort_by_key(|(_, state)| *state);
    assert_eq!(gone, [(seen, State::Seen), (answered, State::Answered)]);
    assert!(all.withdrawn.iter().all(|item| item.withdrawn.is_some()));
    let page = tom.friction(answered, NOON).await.expect("its page");
    assert_eq!(page.replies[0].text, "We took the question out");
    for counted in [
        "SELECT COUNT(*) FROM friction_row",
        "SELECT frictions FROM walk_row",
    ] {
        assert_eq!(house.number(counted).await, 0);
    }
    let leader = house.desk("ann").await.briefing().await;
    assert!(leader.expect("the briefing").replies.is_empty());
}

async fn what_never_stood_here_is_not_told(house: House) {
    let (mut phone, undone) = walked(1);
    withdraw(&mut phone, undone);
    let erased = phone.feel(0, Category::Find);
    send(&house, &phone, NOON).await;
    phone.note(&Kind::Erased(Erased {
        fact: FactId(erased.0),
    }));
    withdraw(&mut phone, erased);
    // Sent once more, and from another walk: neither says that it stood.
    send(&house, &phone, NOON + DAY).await;
    let (mut other, _) = walked(2);
    withdraw(&mut other, undone);
    send(&house, &other, NOON + 2 * DAY).await;
    let tom = house.desk("tom").await;
    for friction in [undone, erased] {
        let page = tom.friction(friction, NOON).await;
        assert!(matches!(page, Err(StoreError::NotFound)));
    }
    let around = tom.team_walk(phone.walk, NOON).await.expect("the walk");
    assert!(around.withdrawn.is_empty());
}

async fn a_bright_spot_taken_back_is_told_on_its_walk(house: House) {
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let spot = phone.note(&Kind::BrightSpotNoted(BrightSpotNoted {
        spot: None,
        step: Some(2),
        note: WORDS.into(),
        stands: true,
        marker: None,
    }));
    send(&house, &phone, NOON).await;
    phone.note(&Kind::BrightSpotWithdrawn(BrightSpotWithdrawn { spot }));
    send(&house, &phone, NOON + DAY).await;
    let around = house.desk("tom").await.team_walk(phone.walk, NOON).await;
    let around = around.expect("the walk");
    assert!(!format!("{around:?}").contains(WORDS));
    let gone: Vec<_> = around.withdrawn.iter().map(|it| it.friction).collect();
    assert_eq!(gone, [None]);
    assert_eq!(house.number("SELECT COUNT(*) FROM bright_row").await, 0);
}

async fn it_is_nobody_elses_to_see_and_takes_no_answer(house: House) {
    let (mut phone, friction) = walked(1);
    send(&house, &phone, NOON).await;
    withdraw(&mut phone, friction);
    send(&house, &phone, NOON + DAY).await;
    let tom = house.desk("tom").await;
    assert!(matches!(
        answer(&tom, friction).await,
        Err(StoreError::NotFound)
    ));
    assert!(matches!(
        tom.mark_seen(friction, NOON).await,
        Err(StoreError::NotFound)
    ));
    // Cat answers for bins of another organisation; Ann is of no service team.
    for person in ["cat", "ann"] {
        let page = house.desk(person).await.friction(friction, NOON).await;
        assert!(matches!(page, Err(StoreError::NotFound)));
    }
    assert_eq!(house.number("SELECT COUNT(*) FROM reply").await, 0);
}

/// A walk with one friction point, described.
fn walked(seed: u64) -> (Phone, FrictionId) {
    let mut phone = Phone::new(seed);
    phone.start("missed-bin");
    let friction = phone.feel(1, Category::Asked);
    phone.describe(friction, WORDS);
    (phone, friction)
}

fn withdraw(phone: &mut Phone, friction: FrictionId) {
    phone.note(&Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
}

/// Sends all that Ann's phone has; the server's clock says when.
async fn send(house: &House, phone: &Phone, received_at: i64) {
    let request = SyncRequest {
        sent_at: received_at,
        facts: phone.facts.iter().map(raw).collect(),
    };
    let ann = house.desk("ann").await;
    ann.append(request, received_at).await.expect("kept");
}

async fn answer(desk: &Desk, friction: FrictionId) -> Result<(), StoreError> {
    let text = ReplyText::parse("We took the question out").expect("a reply");
    desk.reply(friction, &text, Uuid::from_u128(1), NOON).await
}

async fn inbox(desk: &Desk) -> Inbox {
    let inbox = desk.inbox(&Filter::default(), None, NOON + DAY).await;
    inbox.expect("the inbox")
}
