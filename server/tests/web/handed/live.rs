//! What is handed on is read live: it goes when what it tells of goes.

use app::walk::{FrictionWithdrawn, Kind};

use super::{DAY, SAID, felt, house};
use crate::{house::NOON, phone::Phone};

#[tokio::test]
async fn what_is_taken_back_changed_or_erased_is_gone_from_what_was_handed_on() {
    let house = house().await;
    let (mut phone, friction) = felt(&house, 1, SAID).await;
    let thread = house.thread_of(friction).await;
    // Ben felt the same; nobody ticked his words.
    let mut other = Phone::new(9, NOON);
    other.start("missed-bin");
    let others = other.feel("I asked three times.");
    house.sync("ben", other.body()).await;
    let path = house
        .packet("tom", &thread, &format!("days=30&words={friction}.1"))
        .await;
    let offer = house.hand_on("tom", friction, "cwm", "ramps").await.offer;
    let read = async || {
        let packet = house.post(&path).send().await;
        let offered = house
            .get(&format!("/team/handed/{offer}"))
            .by("uma")
            .send()
            .await;
        assert_eq!(
            (packet.status.as_u16(), offered.status.as_u16()),
            (200, 200)
        );
        [packet.text().to_owned(), offered.text().to_owned()]
    };
    for page in read().await {
        assert!(
            page.contains(SAID) && page.contains("Felt 2 times"),
            "{page}"
        );
        assert!(!page.contains("three times."), "{page}");
    }
    // Other words than those that were ticked do not go along.
    let described = app::walk::FrictionDescribed {
        note: Some("It was Mr Jones.".into()),
        ..app::walk::FrictionDescribed::of(friction)
    };
    phone.note(&Kind::FrictionDescribed(described));
    house.sync("ann", phone.body()).await;
    for page in read().await {
        assert!(!page.contains(SAID) && !page.contains("Jones"), "{page}");
    }
    phone.note(&Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
    house.sync("ann", phone.body()).await;
    for page in read().await {
        assert!(page.contains("Felt once"), "{page}");
    }
    other.note(&Kind::FrictionWithdrawn(FrictionWithdrawn {
        friction: others,
    }));
    house.sync("ben", other.body()).await;
    assert_eq!(house.post(&path).send().await.status, 410);
    let gone = house.get(&format!("/team/handed/{offer}")).by("uma");
    assert_eq!(gone.send().await.status, 404);
}

#[tokio::test]
async fn what_was_handed_on_before_threads_were_put_together_is_seen_and_ended_from_the_whole() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let handed = house.hand_on("tom", friction, "cwm", "ramps").await;
    let mut phone = Phone::new(2, NOON);
    phone.start("missed-bin");
    let other = phone.feel_at(3, "Elsewhere");
    phone.finish();
    house.sync("ann", phone.body()).await;
    let whole = house.thread_of(other).await;
    let form = format!("with={}", handed.thread);
    let merge = house.post(&format!("/team/thread/{whole}/merge")).by("tom");
    assert_eq!(merge.form(&form).send().await.status, 303);
    let share = house.get(&format!("/team/thread/{whole}/share")).by("tom");
    let share = share.send().await.text().to_owned();
    for there in ["Is this yours", &handed.packet, &handed.offer] {
        assert!(share.contains(there), "{there}: {share}");
    }
    // Nothing more is told of a part by itself; what was typed comes back on the page of the whole.
    for (what, form, kept) in [
        ("packet", "days=17", "value=\"17\""),
        ("offer", "to=ddu/ramps&message=Ours+as+well", "Ours as well"),
    ] {
        let more = house.post(&format!("/team/thread/{}/{what}", handed.thread));
        let more = more.by("tom").form(form).send().await;
        assert_eq!(more.status, 422, "{what}");
        let page = more.text();
        for said in [kept, "A colleague put this together", &whole] {
            assert!(page.contains(said), "{what} {said}: {page}");
        }
        let theirs = house.post(&format!("/team/thread/{}/{what}", handed.thread));
        assert_eq!(theirs.by("uma").form(form).send().await.status, 404);
    }
    let back = house.post(&format!("/team/offer/{}/take-back", handed.offer));
    assert_eq!(back.by("tom").send().await.status, 303);
    let theirs = house.get(&format!("/team/handed/{}", handed.offer));
    assert_eq!(theirs.by("uma").send().await.status, 404);
}

#[tokio::test]
async fn what_was_all_taken_back_says_so_and_does_not_come_alive_again() {
    let house = house().await;
    let (mut phone, friction) = felt(&house, 1, SAID).await;
    let thread = house.thread_of(friction).await;
    let path = house
        .packet("tom", &thread, &format!("days=30&words={friction}.1"))
        .await;
    let offer = house.hand_on("tom", friction, "cwm", "ramps").await.offer;
    house.clock.set(NOON + 60_000);
    phone.note(&Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
    house.sync("ann", phone.body()).await;
    let share = format!("/team/thread/{thread}/share");
    let over = async || {
        let peer = std::net::SocketAddr::from(([198, 51, 100, 7], 40_000));
        // However often: whoever has it right does not guess.
        for _ in 0..server::limits::MOST_FAILED {
            let looked = house.get(&path).over(peer).send().await;
            assert_eq!(looked.status, 410);
        }
        let opened = house.post(&path).over(peer).send().await;
        assert_eq!(opened.status, 410);
        let page = opened.text();
        assert!(page.contains("Nothing stands here any more"), "{page}");
        for of_it in [SAID, "missed bin", "Aber Valley", "Felt", "bins"] {
            assert!(!page.contains(of_it), "{of_it}: {page}");
        }
        let theirs = house.get(&format!("/team/handed/{offer}")).by("uma");
        assert_eq!(theirs.send().await.status, 404);
        let list = house.get("/team/handed").by("uma").send().await;
        assert!(!list.text().contains(&offer));
        let own = house.get(&share).by("tom").send().await;
        assert_eq!(own.status, 200);
        for said in [
            "Nothing in it stands any more.",
            "Nothing of what was offered stands any more.",
        ] {
            assert!(own.text().contains(said), "{said}: {}", own.text());
        }
    };
    over().await;
    // Ben feels the same later. It is the same thread, and not what was handed on.
    let mut other = Phone::new(9, NOON);
    other.start("missed-bin");
    let again = other.feel("I asked three times.");
    house.sync("ben", other.body()).await;
    assert_eq!(house.thread_of(again).await, thread);
    over().await;
    let form = "to=cwm/ramps&message=Again";
    let anew = house.post(&format!("/team/thread/{thread}/offer"));
    assert_eq!(anew.by("tom").form(form).send().await.status, 303);
    let list = house.get("/team/handed").by("uma").send().await;
    assert!(list.text().contains("/team/handed/"), "{}", list.text());
}

#[tokio::test]
async fn the_board_reads_what_waits_with_another_organisation() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let board = async || house.get("/board/2026-06").by("bob").send().await;
    let before = board().await;
    assert!(!before.text().contains("Cwm Health Board"));
    let offer = house.hand_on("tom", friction, "cwm", "ramps").await.offer;
    house.clock.set(NOON + 3 * DAY);
    house.seat("bob").await;
    let page = board().await;
    assert_eq!(page.status, 200);
    for said in [
        "What waits at a boundary",
        "Cwm Health Board",
        "Waiting: 1. The longest: 3 days.",
        "3 days, offered, no answer",
    ] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    assert!(!page.text().contains(SAID) && !page.text().contains(&offer));
}
