//! The journey map: what it counts, of which days, and who may look.

use std::sync::Arc;

use app::{
    team::{Asked, Day, JourneyPage, Part},
    walk::{
        FrictionWithdrawn, Kind, Severity,
        journey::{Times, What, Which},
        measures::KofN,
    },
    wire::SyncRequest,
};
use server::{
    store::{Desk, StoreError},
    viewer::Role,
};

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::{Phone, raw, send},
};
on_both![
    every_walk_of_the_task_is_on_its_map,
    a_map_is_of_my_services_only,
    a_day_is_one_of_the_organisations_calendar,
    before_and_after_a_change_add_up_to_all,
    what_its_author_takes_back_is_on_no_map,
    behind_each_mark_are_the_walks_it_counts,
    an_erased_walk_leaves_no_trace,
    a_map_that_is_kept_is_counted_anew_when_it_must_be,
];

async fn every_walk_of_the_task_is_on_its_map(house: House) {
    let ann = house.desk("ann").await;
    for seed in 1..=4 {
        Phone::whole_walk(seed, "missed-bin").send(&ann).await;
    }
    Phone::whole_walk(9, "ramp").send(&ann).await;
    let tom = house.desk("tom").await;
    let listed = tom.journeys(NOON).await.expect("the list").tasks;
    let listed: Vec<_> = listed.iter().map(|it| (it.id.as_str(), it.walks)).collect();
    assert_eq!(listed, [("missed-bin", 4)]);
    let page = map(&tom, Asked::default()).await;
    let side = &page.sides[0];
    assert_eq!(
        (page.sides.len(), side.map.walks, side.map.frictions),
        (1, 4, 12)
    );
    assert_eq!(side.map.need_met, KofN::new(0, 4));
    let reached: Vec<u64> = side.map.steps.iter().map(|it| it.reached).collect();
    assert_eq!(reached, [4, 4, 4, 0]);
    assert_eq!(side.map.steps[2].stopped, 4);
    assert_eq!(side.map.steps[0].by_severity, [0, 0, 4, 0]);
    // Opened, left, came back, felt, told, finished: five minutes.
    let Some(Times::Spread { spread, .. }) = &side.map.steps[0].past else {
        panic!("four times have a middle: {:?}", side.map.steps[0].past);
    };
    assert_eq!((spread.median, spread.n), (5 * 60_000, 4));
    assert_eq!(side.map.steps[1].bright, 4);
    let said: Vec<usize> = side.said.iter().map(Vec::len).collect();
    assert_eq!(said, [1, 1, 1, 0], "the same words are heard once");
    assert_eq!(side.said[0][0].severity, Some(Severity::Nearly));
    assert_eq!(side.worked[1][0].note, "A person who listened");
    let all = format!("{page:?}");
    for private in ["whom to ask", "Ring the team", "ann"] {
        assert!(!all.contains(private), "{private} is the leader's own");
    }
}

async fn a_map_is_of_my_services_only(house: House) {
    let ann = house.desk("ann").await;
    Phone::whole_walk(1, "missed-bin").send(&ann).await;
    Phone::whole_walk(2, "ramp").send(&ann).await;
    // Tom answers for bins only; Cat for bins of another organisation; Ann for nothing.
    for (person, task) in [
        ("tom", "ramp"),
        ("tom", "no-such"),
        ("cat", "missed-bin"),
        ("ann", "missed-bin"),
    ] {
        let desk = house.desk(person).await;
        let map = desk.journey(task, &Asked::default(), NOON).await;
        assert!(matches!(map, Err(StoreError::NotFound)), "{person} {task}");
        let walks = desk
            .journey_walks(task, &Asked::default(), None, Which::default(), NOON)
            .await;
        assert!(
            matches!(walks, Err(StoreError::NotFound)),
            "{person} {task}"
        );
    }
    let cats = house
        .desk("cat")
        .await
        .journeys(NOON)
        .await
        .expect("a list");
    assert!(cats.tasks.is_empty());
    assert!(matches!(
        ann.journeys(NOON).await,
        Err(StoreError::NotFound)
    ));
}

async fn a_day_is_one_of_the_organisations_calendar(house: House) {
    // 2026-06-30 23:30 UTC is the first of July in London.
    walk_at(&house, 1, 1_782_862_200_000).await;
    let tom = house.desk("tom").await;
    let (june, july) = (day(6, 30), day(7, 1));
    let walks = async |from, to| {
        let asked = Asked {
            from,
            to,
            ..Asked::default()
        };
        map(&tom, asked).await.sides[0].map.walks
    };
    assert_eq!(walks(Some(july), Some(july)).await, 1);
    assert_eq!(walks(None, Some(june)).await, 0);
    assert_eq!(walks(Some(june), None).await, 1);
    assert_eq!(walks(Some(day(7, 2)), None).await, 0);
}

async fn before_and_after_a_change_add_up_to_all(house: House) {
    for (seed, days) in [(1, 40), (2, 30), (3, 10), (4, 1)] {
        walk_at(&house, seed, NOON - days * DAY).await;
    }
    let tom = house.desk("tom").await;
    let asked = Asked {
        split: Some(day(6, 1)),
        ..Asked::default()
    };
    let page = map(&tom, asked).await;
    let sides: Vec<_> = page
        .sides
        .iter()
        .map(|it| (it.part, it.map.walks, it.map.frictions))
        .collect();
    assert_eq!(
        sides,
        [(Some(Part::Before), 2, 6), (Some(Part::After), 2, 6)]
    );
    assert!(
        page.sides
            .iter()
            .all(|it| it.map.lowest.is_none() && it.map.each.len() == 2)
    );
    let after = Which {
        step: Some(2),
        what: Some(What::Stopped),
        ..Which::default()
    };
    let walks = tom
        .journey_walks("missed-bin", &asked, Some(Part::After), after, NOON)
        .await
        .expect("walks");
    assert_eq!(walks.all, 2);
    let days: Vec<u8> = walks.walks.iter().map(|(_, when)| when.day).collect();
    assert_eq!(days, [14, 5], "the newest first");
    let nowhere = tom
        .journey_walks(
            "missed-bin",
            &Asked::default(),
            Some(Part::After),
            after,
            NOON,
        )
        .await;
    assert!(
        matches!(nowhere, Err(StoreError::NotFound)),
        "nothing is compared"
    );
}

async fn what_its_author_takes_back_is_on_no_map(house: House) {
    let ann = house.desk("ann").await;
    let mut phone = Phone::whole_walk(1, "missed-bin");
    phone.send(&ann).await;
    let tom = house.desk("tom").await;
    let before = map(&tom, Asked::default()).await;
    let friction = before.sides[0].said[0][0].friction;
    phone.note(&Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
    send(&ann, &phone.facts).await;
    let after = map(&tom, Asked::default()).await;
    assert_eq!(
        (before.sides[0].map.frictions, after.sides[0].map.frictions),
        (3, 2)
    );
    assert!(after.sides[0].said[0].is_empty());
    let felt = Which {
        step: Some(0),
        what: Some(What::Felt),
        ..Which::default()
    };
    let walks = tom
        .journey_walks("missed-bin", &Asked::default(), None, felt, NOON)
        .await;
    assert_eq!(walks.expect("a list").all, 0);
}

async fn behind_each_mark_are_the_walks_it_counts(house: House) {
    let ann = house.desk("ann").await;
    for seed in 0..60 {
        send(&ann, &crate::random::walk(seed)).await;
    }
    house.give_everything("tom").await;
    let tom = house.desk("tom").await;
    let mut seen = 0;
    for task in tom.journeys(NOON).await.expect("the list").tasks {
        let page = tom
            .journey(&task.id, &Asked::default(), NOON)
            .await
            .expect("a map");
        let map = &page.sides[0].map;
        assert_eq!(map.walks, task.walks, "as many as the list says");
        seen += map.walks;
        for (step, figures) in (0..).zip(&map.steps) {
            let counts = [
                (What::Reached, figures.reached),
                (What::Stopped, figures.stopped),
                (What::Ended, figures.ended),
                (What::Open, figures.open),
                (What::Mood, figures.moods_said()),
            ];
            for (what, count) in counts {
                let which = Which {
                    what: Some(what),
                    step: Some(step),
                    ..Which::default()
                };
                let walks = tom
                    .journey_walks(&task.id, &Asked::default(), None, which, NOON)
                    .await;
                assert_eq!(
                    walks.expect("walks").all as u64,
                    count,
                    "{} {step} {what:?}",
                    task.id
                );
            }
        }
    }
    assert!(seen > 20, "{seen} walks");
}

async fn an_erased_walk_leaves_no_trace(house: House) {
    let ann = house.desk("ann").await;
    let phone = Phone::whole_walk(1, "missed-bin");
    phone.send(&ann).await;
    let traced = "SELECT COUNT(*) FROM journey_row WHERE trace LIKE '%|%' AND task <> ''";
    assert_eq!(house.number(traced).await, 1);
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(house.number(traced).await, 1);
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute("UPDATE fact SET body = ''", &[])
        .await
        .expect("blanked");
    tx.commit().await.expect("committed");
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(house.number(traced).await, 0);
}

async fn a_map_that_is_kept_is_counted_anew_when_it_must_be(house: House) {
    let (ann, tom) = (house.desk("ann").await, house.desk("tom").await);
    Phone::whole_walk(1, "missed-bin").send(&ann).await;
    house
        .person("una", "aber", &[Role::ServiceTeam], &["adaptations"])
        .await;
    let first = map(&tom, Asked::default()).await;
    let others = house.desk("una").await;
    let others = others.journey("missed-bin", &Asked::default(), NOON).await;
    assert!(
        matches!(others, Err(StoreError::NotFound)),
        "kept for its own service"
    );
    let tomorrow = NOON + DAY;
    // What somebody may see is asked anew, whatever was kept for others who had their services.
    let mut tx = house.db.begin().await.expect("begun");
    let sql = "INSERT INTO person_service (person, service) VALUES ('tom', 'adaptations')";
    tx.execute(sql, &[]).await.expect("given");
    tx.commit().await.expect("committed");
    house
        .person("tim", "aber", &[Role::ServiceTeam], &["bins"])
        .await;
    let ramps = tom.journey("ramp", &Asked::default(), NOON).await;
    assert!(ramps.is_ok(), "by a desk that was made before");
    let others = house.desk("tim").await;
    let others = others.journey("ramp", &Asked::default(), NOON).await;
    assert!(matches!(others, Err(StoreError::NotFound)));
    let later = tom.journey("missed-bin", &Asked::default(), tomorrow).await;
    assert!(
        !Arc::ptr_eq(&first, &later.expect("the map")),
        "days are told from now"
    );

    Phone::whole_walk(2, "missed-bin").send(&ann).await;
    let [side] = &map(&tom, Asked::default()).await.sides[..] else {
        panic!("one side");
    };
    assert_eq!((first.sides[0].map.walks, side.map.walks), (1, 2));
}

async fn map(desk: &Desk, asked: Asked) -> Arc<JourneyPage> {
    desk.journey("missed-bin", &asked, NOON)
        .await
        .expect("the map")
}

/// Ann's whole walk, finished and sent at this moment.
async fn walk_at(house: &House, seed: u64, at: i64) {
    let mut phone = Phone::whole_walk(seed, "missed-bin");
    let shift = at - phone.now;
    phone.facts.iter_mut().for_each(|fact| fact.at += shift);
    let request = SyncRequest {
        sent_at: at,
        facts: phone.facts.iter().map(raw).collect(),
    };
    house
        .desk("ann")
        .await
        .append(request, at)
        .await
        .expect("kept");
}

fn day(month: u8, day: u8) -> Day {
    Day {
        year: 2026,
        month,
        day,
    }
}
