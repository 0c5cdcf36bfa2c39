//! What threads add up to is kept by append, and is always what their friction says.

use app::{
    team::Decided,
    walk::{
        Answer, Category, FrictionDescribed, FrictionId, FrictionWithdrawn, Kind, Nothing, Outcome,
        Severity, Started, ThreadId, thread::Decision,
    },
};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use server::{
    erasures::Journal,
    store::{Desk, Erase},
};

use crate::{
    House,
    house::NOON,
    on_both,
    phone::{Phone, send},
};

on_both! {
    threads_add_up_to_their_friction_whatever_happens,
    a_thread_that_was_walked_again_says_so_whichever_came_first,
    counts_of_threads_that_went_wrong_are_put_right_by_a_rebuild,
    nothing_of_an_erased_person_is_left_in_the_counts_of_threads,
}

/// Threads whose row is not what their friction adds up to, counted from the rows of friction themselves.
const WRONG: &str = "SELECT COUNT(*) FROM (
    SELECT f.thread, COUNT(*) AS felt, COUNT(DISTINCT f.author) AS leaders, MIN(f.felt_at) AS first_felt,
    MAX(f.felt_at) AS last_felt, SUM(f.risk) AS risk, SUM(f.contacted_again) AS contacted_again,
    MAX(CASE f.severity WHEN 'stopped' THEN 3 WHEN 'nearly' THEN 2 WHEN 'slowed' THEN 1 ELSE 0 END) AS worst,
    SUM(CASE f.severity WHEN 'stopped' THEN 1 ELSE 0 END) AS stopped,
    SUM(CASE WHEN EXISTS (SELECT 1 FROM friction_seen s WHERE s.friction = f.id) THEN 0 ELSE 1 END) AS unseen
    FROM friction_row f WHERE f.thread IS NOT NULL GROUP BY f.thread) w
    LEFT JOIN thread_row r ON r.thread = w.thread AND r.felt = w.felt AND r.leaders = w.leaders
    AND r.first_felt = w.first_felt AND r.last_felt = w.last_felt AND r.risk = w.risk
    AND r.contacted_again = w.contacted_again AND r.worst = w.worst AND r.stopped = w.stopped AND r.unseen = w.unseen
    WHERE r.thread IS NULL";

async fn threads_add_up_to_their_friction_whatever_happens(house: House) {
    house.give_everything("tom").await;
    let desks = [house.desk("ann").await, house.desk("ben").await];
    let team = house.desk("tom").await;
    for seed in 0..4 {
        let mut random = StdRng::seed_from_u64(seed);
        let mut phones: Vec<Phone> = (0..6).map(|it| Phone::new(seed * 100 + it)).collect();
        for (phone, task) in phones.iter_mut().zip(["missed-bin", "ramp"].iter().cycle()) {
            phone.start(task);
        }
        let mut felt: Vec<FrictionId> = Vec::new();
        for time in 0..60 {
            if random.random_bool(0.7) {
                let at = random.random_range(0..phones.len());
                let phone = &mut phones[at];
                let from = if phone.facts.len() > 1 {
                    phone.facts.len()
                } else {
                    0
                };
                walk_on(phone, &mut felt, &mut random);
                send(&desks[at % 2], &phone.facts[from..]).await;
            } else {
                let now = NOON + i64::from(time) * 3_600_000;
                look_after(&house, &team, &felt, &mut random, now).await;
            }
            assert_eq!(house.number(WRONG).await, 0, "seed {seed}, time {time}");
        }
        as_after_a_rebuild(&house).await;
    }
}

/// A leader feels something, says more of it or something else, takes it back, or walks it again.
fn walk_on(phone: &mut Phone, felt: &mut Vec<FrictionId>, random: &mut StdRng) {
    let kinds = &Category::ALL[..2];
    let category = kinds.choose(random).copied();
    let one = felt.choose(random).copied();
    let kind = match (random.random_range(0..8), one) {
        (0..=3, _) | (_, None) => {
            felt.push(phone.feel(1, category.expect("a kind")));
            return;
        }
        (4, Some(friction)) => Kind::FrictionDescribed(FrictionDescribed {
            severity: Some(Severity::ALL.choose(random).copied()),
            risk: Some(random.random_bool(0.5)),
            contacted_again: Some(random.random_bool(0.5)),
            ..FrictionDescribed::of(friction)
        }),
        (5, Some(friction)) => Kind::FrictionDescribed(FrictionDescribed {
            category,
            ..FrictionDescribed::of(friction)
        }),
        (6, Some(friction)) => Kind::FrictionWithdrawn(FrictionWithdrawn { friction }),
        (_, Some(_)) => Kind::OutcomeGiven(Outcome::default()),
    };
    phone.note(&kind);
}

/// The team looks at some of it, decides, puts threads together and takes them apart. What cannot be done is refused.
async fn look_after(
    house: &House,
    team: &Desk,
    felt: &[FrictionId],
    random: &mut StdRng,
    now: i64,
) {
    let threads = threads(house).await;
    let (Some(friction), Some(one), Some(other)) = (
        felt.choose(random).copied(),
        threads.choose(random).copied(),
        threads.choose(random).copied(),
    ) else {
        return;
    };
    let done = match random.random_range(0..6) {
        0 => team.mark_seen(friction, now).await,
        1 => team.mark_threads_seen(&[one].into(), now).await.map(drop),
        2 => team.join(one, other, now).await,
        3 => team.split(one, &[friction].into(), now).await.map(drop),
        4 => team.take_apart(one, other, now).await,
        _ => {
            let accepted = Decided {
                decision: Decision::Accepted,
                day: None,
                why: "It is felt often".into(),
            };
            team.decide(one, &accepted, now).await.map(drop)
        }
    };
    drop(done);
}

async fn threads(house: &House) -> Vec<ThreadId> {
    let rows = house.db.rows("SELECT id FROM thread ORDER BY id", &[]);
    let rows = rows.await.expect("rows");
    let id = |row: &server::store::Row| row.text(0).expect("an id").parse().expect("an id");
    rows.iter().map(id).collect()
}

async fn a_thread_that_was_walked_again_says_so_whichever_came_first(house: House) {
    let ben = house.desk("ben").await;
    let mut first = Phone::new(1);
    first.start("missed-bin");
    let friction = first.feel(1, Category::Wait);
    let again = rewalk(2, friction, Answer::No);
    again.send(&ben).await;
    first.send(&house.desk("ann").await).await;
    assert_eq!(held(&house).await, ["no"]);
    // More of the same, by somebody who walked nothing again.
    let mut more = Phone::new(3);
    more.start("missed-bin");
    more.feel(1, Category::Wait);
    more.send(&ben).await;
    assert_eq!(held(&house).await, ["no"]);
    as_after_a_rebuild(&house).await;
    // It was another kind after all, and what was walked again goes along.
    first.note(&Kind::FrictionDescribed(FrictionDescribed {
        category: Some(Category::Asked),
        ..FrictionDescribed::of(friction)
    }));
    first.send(&house.desk("ann").await).await;
    assert_eq!(held(&house).await, ["", "no"]);
    as_after_a_rebuild(&house).await;
}

fn rewalk(seed: u64, friction: FrictionId, held: Answer) -> Phone {
    let mut phone = Phone::new(seed);
    phone.note(&Kind::Started(Started {
        task: "missed-bin".into(),
        steps: 4,
        situation: None,
        language: "en".into(),
        again: Some(friction),
    }));
    phone.note(&Kind::OutcomeGiven(Outcome {
        held: Some(held),
        ..Outcome::default()
    }));
    phone.note(&Kind::Finished(Nothing {}));
    phone
}

/// What the last re-walk of each thread answered, in the order of the answers.
async fn held(house: &House) -> Vec<String> {
    let sql = "SELECT COALESCE(held, '') FROM thread_row ORDER BY 1";
    let rows = house.db.rows(sql, &[]).await.expect("rows");
    rows.iter().map(|row| row.text(0).expect("text")).collect()
}

async fn counts_of_threads_that_went_wrong_are_put_right_by_a_rebuild(house: House) {
    Phone::whole_walk(1, "ramp")
        .send(&house.desk("ann").await)
        .await;
    let right = house.read_rows().await;
    let mut tx = house.db.begin().await.expect("begun");
    let sql = "UPDATE thread_count SET felt = felt + 7, author = 'ben', unseen = 0";
    tx.execute(sql, &[]).await.expect("changed");
    tx.commit().await.expect("committed");
    assert_ne!(house.read_rows().await, right);
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(house.read_rows().await, right);
}

async fn nothing_of_an_erased_person_is_left_in_the_counts_of_threads(house: House) {
    for (seed, person) in [(1, "ann"), (2, "ben")] {
        let walk = Phone::whole_walk(seed, "ramp");
        walk.send(&house.desk(person).await).await;
    }
    let of_ann = "SELECT COUNT(*) FROM thread_count WHERE author = 'ann'";
    assert_eq!(house.number(of_ann).await, 3);
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::at(&folder.path().join("erasures.jsonl"));
    let erased = house.store.erase("ann", Erase::Now, &journal, NOON).await;
    erased.expect("erased");
    assert_eq!(house.number(of_ann).await, 0);
    assert_eq!(house.number(WRONG).await, 0);
    as_after_a_rebuild(&house).await;
}

async fn as_after_a_rebuild(house: &House) {
    let kept = house.read_rows().await;
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(house.read_rows().await, kept);
}
