//! Many phones that send at once count in the same month, and in the same threads.

use std::{sync::Arc, time::Duration};

use app::walk::{Answer, Category, Kind, Nothing, Outcome};
use server::{store::Store, viewer::Role};
use tokio::{sync::Barrier, task::JoinSet, time::timeout};

use crate::{
    House,
    house::NOON,
    on_both,
    phone::{Phone, try_send},
};

on_both! {
    eight_phones_that_send_at_once_count_as_one_after_the_other,
}

const PHONES: u64 = 8;
const ROUNDS: u64 = 8;

/// Each through a server of its own, a walk each in every round. All of them change the same sums of the month. Half of
/// them meet at the same three places; the others feel what no other phone does, so that nothing but the month's sums
/// keeps them apart.
async fn eight_phones_that_send_at_once_count_as_one_after_the_other(house: House) {
    let mut desks = Vec::new();
    for phone in 0..PHONES {
        let person = format!("leader-{phone}");
        house.person(&person, "aber", &[Role::Leader], &[]).await;
        let server = Store::on(house.db.clone());
        desks.push(Arc::new(server.desk(&house.viewer(&person).await)));
    }
    for round in 1..=ROUNDS {
        let begin = Arc::new(Barrier::new(desks.len()));
        let mut sending = JoinSet::new();
        for (phone, desk) in (0..).zip(&desks) {
            let (desk, begin) = (desk.clone(), begin.clone());
            let walk = walk_of(phone, round);
            sending.spawn(async move {
                begin.wait().await;
                let items = try_send(&desk, &walk.facts).await.expect("taken");
                assert_eq!(items.len(), walk.facts.len());
            });
        }
        let all = timeout(Duration::from_secs(60), sending.join_all());
        all.await.expect("nobody waits for ever");
        let felt = "SELECT COALESCE(MIN(felt), 0) FROM thread_row WHERE leaders = 4";
        let felt = house.number(felt).await;
        assert_eq!(
            felt,
            i64::try_from(round).expect("few") * 4,
            "round {round}"
        );
    }
    let board = house.desk("tom").await;
    let month = board.newest_month(NOON).await.expect("a month");
    let month = board.month(month, NOON).await.expect("the month");
    let walks = PHONES * ROUNDS;
    assert_eq!(month.month.friction.all, 3 * walks);
    assert_eq!(month.month.need_met.n(), walks);
    let kept = house.read_rows().await;
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(house.read_rows().await, kept);
}

/// A whole walk of an even phone; one of an odd phone is felt at steps that are its own.
fn walk_of(phone: u64, round: u64) -> Phone {
    let seed = phone * 100 + round;
    if phone.is_multiple_of(2) {
        return Phone::whole_walk(seed, "ramp");
    }
    let mut it = Phone::new(seed);
    it.start("ramp");
    let own = u16::try_from(phone).expect("few") * 10;
    for (step, category) in (own..).zip([Category::Wait, Category::Asked, Category::Unclear]) {
        it.feel(step, category);
    }
    it.note(&Kind::OutcomeGiven(Outcome {
        need_met: Some(Answer::No),
        ..Outcome::default()
    }));
    it.note(&Kind::Finished(Nothing {}));
    it
}
