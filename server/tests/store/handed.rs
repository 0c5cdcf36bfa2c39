//! What is handed on: how long it waits where, and what is left of it when people are erased.

use app::{
    team::handed::Verdict,
    walk::{
        Category, FrictionId, FrictionWithdrawn, Kind, ThreadId,
        boundary::{At, Boundary},
    },
};
use server::{
    erasures::Journal,
    store::{Erase, Found, Offering, Opening},
    viewer::{Role, Roles, Viewer},
};

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::Phone,
};

on_both![
    what_waits_at_a_boundary_says_with_whom_and_for_how_long,
    only_ones_own_services_wait_and_the_board_sees_all,
    trust_50_the_words_of_somebody_erased_are_handed_on_no_more,
    a_thread_that_was_merged_tells_what_was_its_own,
    an_offer_goes_on_where_its_thread_is_put_together_with_another,
    an_offer_is_kept_once_and_ends_with_what_it_told_of,
    an_answer_and_a_share_page_are_kept_once,
    the_boards_month_says_what_waits_and_names_it_in_both_languages,
];

/// Ann feels friction at a step; the friction point and its thread.
async fn felt(house: &House, seed: u64, step: u16) -> (FrictionId, ThreadId) {
    let mut phone = Phone::new(seed);
    phone.start("missed-bin");
    let friction = phone.feel(step, Category::Bounced);
    phone.describe(friction, "They sent me away");
    phone.send(&house.desk("ann").await).await;
    let sql = "SELECT thread FROM friction_row WHERE id = $1";
    let row = house.db.row(sql, &[friction.to_string().into()]).await;
    let thread = row.expect("an answer").expect("a row").text(0);
    let thread = thread.expect("a thread").parse().expect("an id");
    (friction, thread)
}

/// Where things wait: to whom, how far they are, and the days.
fn all(boundaries: &[Boundary]) -> Vec<(String, At, i64)> {
    let waits = boundaries.iter().flat_map(|it| {
        it.waits
            .iter()
            .map(|wait| (it.to.en.clone(), wait.at, wait.days))
    });
    waits.collect()
}

fn cwm(at: At, days: i64) -> Vec<(String, At, i64)> {
    vec![("Cwm Health Board".to_owned(), at, days)]
}

/// Cwm's bins take offers.
async fn cwm_takes_offers(house: &House) {
    house.put_tasks("cwm", &[]).await;
    let mut tx = house.db.begin().await.expect("begun");
    let sql = "INSERT INTO takes_offers (organisation, service) VALUES ('cwm', 'bins')";
    tx.execute(sql, &[]).await.expect("inserted");
    tx.commit().await.expect("committed");
}

async fn what_waits_at_a_boundary_says_with_whom_and_for_how_long(house: House) {
    cwm_takes_offers(&house).await;
    let (tom, cat) = (house.desk("tom").await, house.desk("cat").await);
    felt(&house, 1, 1).await;
    let now = NOON + 10 * DAY + DAY / 2;
    let waits = async |at| all(&tom.boundaries(at).await.expect("boundaries"));
    assert_eq!(waits(now).await, [], "the step before the crossing");
    let (_, thread) = felt(&house, 2, 2).await;
    assert_eq!(waits(now).await, cwm(At::NotOffered, 10));
    let offered = tom.offer(thread, ("cwm", "bins"), "", &[], "o", NOON + 4 * DAY);
    assert_eq!(offered.await.expect("done"), Offering::Made);
    assert_eq!(waits(now).await, cwm(At::Offered, 6));
    let handed = cat.handed(now).await.expect("handed");
    assert_eq!(handed.to_us.len(), 1);
    assert_eq!(handed.to_us[0].days, 6);
    assert_eq!(handed.boundaries, []);
    let offer = &handed.to_us[0].id;
    for (hour, verdict, at) in [
        (1, Verdict::NotOurs, Some(At::NotOurs)),
        (2, Verdict::Accepted, Some(At::Accepted)),
        (3, Verdict::Done, None),
    ] {
        let when = NOON + 5 * DAY + hour * 3_600_000;
        let answered = cat
            .answer_offer(offer, verdict, "", verdict.code(), when)
            .await;
        answered.expect("answered");
        let expected = at.map_or(vec![], |at| cwm(at, 6));
        assert_eq!(waits(now).await, expected);
    }
    tom.take_back_offer(offer, now).await.expect("taken back");
    assert_eq!(waits(now).await, cwm(At::NotOffered, 10));
    assert!(cat.handed(now).await.expect("handed").to_us.is_empty());
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute("UPDATE thread SET decision = 'explained'", &[])
        .await
        .expect("decided");
    tx.commit().await.expect("committed");
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(waits(now).await, [], "what is settled waits nowhere");
}

async fn only_ones_own_services_wait_and_the_board_sees_all(house: House) {
    felt(&house, 1, 2).await;
    let tom = house.viewer("tom").await;
    let as_role = |roles: &[Role]| {
        house.store.desk(&Viewer {
            roles: Roles::new(roles),
            ..tom.clone()
        })
    };
    let now = NOON + DAY * 3;
    let count = async |roles: &[Role]| as_role(roles).boundaries(now).await.map(|it| it.len());
    assert_eq!(count(&[Role::Board]).await.expect("the board"), 1);
    assert_eq!(count(&[Role::ServiceTeam]).await.expect("the team"), 1);
    assert!(count(&[Role::Leader]).await.is_err());
    assert!(count(&[]).await.is_err());
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute("DELETE FROM person_service WHERE person = 'tom'", &[])
        .await
        .expect("deleted");
    tx.commit().await.expect("committed");
    assert_eq!(count(&[Role::ServiceTeam]).await.expect("the team"), 0);
    assert_eq!(count(&[Role::Board]).await.expect("the board"), 1);
    let neighbour = house.desk("cat").await.boundaries(now).await;
    assert!(neighbour.expect("boundaries").is_empty());
}

async fn trust_50_the_words_of_somebody_erased_are_handed_on_no_more(house: House) {
    let (friction, thread) = felt(&house, 1, 2).await;
    let tom = house.desk("tom").await;
    let until = NOON + 30 * DAY;
    tom.make_packet(thread, "hash", &[(friction, 1)], until, NOON)
        .await
        .expect("made");
    let open = async || {
        house
            .store
            .packet("hash", Opening::Open, NOON)
            .await
            .expect("an answer")
    };
    let Found::Whole(opened) = open().await else {
        panic!("it is there");
    };
    assert_eq!(opened.told.words, ["They sent me away"]);
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::at(&folder.path().join("erasures.jsonl"));
    let erased = house.store.erase("ann", Erase::Now, &journal, NOON).await;
    erased.expect("erased");
    let left = open().await;
    assert!(matches!(left, Found::Emptied), "nothing is left to tell");
    assert_eq!(house.number("SELECT COUNT(*) FROM told_words").await, 0);
}

async fn a_thread_that_was_merged_tells_what_was_its_own(house: House) {
    let (_, thread) = felt(&house, 1, 2).await;
    let (_, other) = felt(&house, 2, 1).await;
    let tom = house.desk("tom").await;
    tom.make_packet(thread, "hash", &[], NOON + DAY, NOON)
        .await
        .expect("made");
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute(
        "UPDATE thread SET merged_into = $2 WHERE id = $1",
        &[thread.to_string().into(), other.to_string().into()],
    )
    .await
    .expect("merged");
    tx.commit().await.expect("committed");
    house.store.rebuild().await.expect("rebuilt");
    let opened = house.store.packet("hash", Opening::Look, NOON).await;
    let Found::Whole(opened) = opened.expect("an answer") else {
        panic!("it is there");
    };
    assert_eq!((opened.told.felt, opened.told.step), (1, 2));
}

async fn an_offer_goes_on_where_its_thread_is_put_together_with_another(house: House) {
    cwm_takes_offers(&house).await;
    let (tom, cat) = (house.desk("tom").await, house.desk("cat").await);
    let (_, whole) = felt(&house, 1, 2).await;
    let (_, offered) = felt(&house, 2, 1).await;
    let (_, part) = felt(&house, 3, 0).await;
    tom.join(offered, part, NOON).await.expect("joined");
    let at = NOON + DAY;
    let made = tom.offer(offered, ("cwm", "bins"), "", &[], "o", at).await;
    assert_eq!(made.expect("done"), Offering::Made);
    let sums = async || {
        let mine = cat.handed(at).await.expect("handed");
        mine.to_us.iter().map(|it| it.told.felt).collect::<Vec<_>>()
    };
    assert_eq!(sums().await, [2]);
    tom.join(whole, offered, at).await.expect("joined");
    assert_eq!(sums().await, [2], "with what was part of it before");
    let waits = tom.boundaries(at + 3 * DAY).await.expect("boundaries");
    assert_eq!(all(&waits), cwm(At::Offered, 3));
    tom.take_apart(whole, offered, at).await.expect("apart");
    assert_eq!(sums().await, [2]);
}

async fn an_offer_is_kept_once_and_ends_with_what_it_told_of(house: House) {
    cwm_takes_offers(&house).await;
    let tom = house.desk("tom").await;
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(2, Category::Bounced);
    let ann = house.desk("ann").await;
    phone.send(&ann).await;
    let thread = tom.thread_to_share(friction).await.expect("a thread");
    let at = NOON + DAY;
    let offer = async |id: &str, at| {
        let done = tom.offer(thread, ("cwm", "bins"), "", &[], id, at).await;
        done.expect("done")
    };
    assert_eq!(offer("a", at).await, Offering::Made);
    assert_eq!(offer("a", at).await, Offering::Made, "the same form again");
    assert_eq!(offer("b", at).await, Offering::Already);
    let made = tom
        .make_packet(thread, "hash", &[], at + 30 * DAY, at)
        .await;
    assert_eq!(made.expect("made"), Some(at + 30 * DAY));
    let offers = async || tom.offers(thread, at + DAY).await.expect("offers");
    assert_eq!(offers().await.len(), 1);
    assert!(offers().await[0].left);
    phone.note(&Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
    phone.send(&ann).await;
    assert!(!offers().await[0].left);
    let late = at + 2 * DAY;
    let mut again = Phone::new(7);
    again.start("missed-bin");
    again.feel(2, Category::Bounced);
    ann.append(again.request(), late).await.expect("kept");
    let found = house.store.packet("hash", Opening::Look, late).await;
    assert!(matches!(found.expect("an answer"), Found::Emptied));
    let cat = house.desk("cat").await;
    assert!(cat.handed(late).await.expect("handed").to_us.is_empty());
    let waits = tom.boundaries(late).await.expect("boundaries");
    assert_eq!(all(&waits)[0].1, At::NotOffered, "that one is over");
    assert_eq!(
        offer("c", late).await,
        Offering::Made,
        "and so is not in the way"
    );
    assert_eq!(cat.handed(late).await.expect("handed").to_us.len(), 1);
}

async fn an_answer_and_a_share_page_are_kept_once(house: House) {
    cwm_takes_offers(&house).await;
    let (tom, cat) = (house.desk("tom").await, house.desk("cat").await);
    let (_, thread) = felt(&house, 1, 2).await;
    let offered = tom.offer(thread, ("cwm", "bins"), "", &[], "o", NOON).await;
    assert_eq!(offered.expect("done"), Offering::Made);
    for _ in 0..2 {
        let answered = cat.answer_offer("o", Verdict::Accepted, "Ours", "a", NOON);
        answered.await.expect("answered");
    }
    let sql = "SELECT COUNT(*) FROM offer_answer";
    assert_eq!(house.number(sql).await, 1);
    let until = NOON + 5 * DAY;
    let make = async |until, now| {
        let made = tom.make_packet(thread, "hash", &[], until, now).await;
        made.expect("an answer")
    };
    assert_eq!(make(until, NOON).await, Some(until));
    assert_eq!(
        make(until + DAY, NOON + DAY).await,
        Some(until),
        "as it was made"
    );
    assert_eq!(house.number("SELECT COUNT(*) FROM packet").await, 1);
    assert_eq!(make(until, until).await, None, "it is over");
}

async fn the_boards_month_says_what_waits_and_names_it_in_both_languages(house: House) {
    felt(&house, 1, 2).await;
    let mut tx = house.db.begin().await.expect("begun");
    let sql = "UPDATE organisation SET name_cy = 'Bwrdd Iechyd Cwm' WHERE id = 'cwm'";
    tx.execute(sql, &[]).await.expect("named");
    tx.commit().await.expect("committed");
    let board = house.desk("tom").await;
    let now = NOON + 41 * DAY;
    let waiting = async |now| {
        let month = board.newest_month(now).await.expect("a month");
        board
            .month(month, now)
            .await
            .expect("the month")
            .waiting
            .clone()
    };
    let before = waiting(now).await;
    assert_eq!(all(&before), cwm(At::NotOffered, 41));
    assert_eq!(before[0].waits[0].task, "missed-bin");
    assert_eq!(before[0].to.cy, "", "the task names it in one language");
    cwm_takes_offers(&house).await;
    let named = waiting(now).await;
    assert_eq!(
        named[0].to.cy, "Bwrdd Iechyd Cwm",
        "who takes offers is known here"
    );
    assert_eq!(all(&waiting(now + DAY).await), cwm(At::NotOffered, 42));
}
