//! What a task costs: its walks and its team's volumes, and whose they are.

use app::{
    team::{Asked, CostPage, NewVolume},
    walk::journey::{Hours, Volume},
};
use server::store::{Desk, StoreError};

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::Phone,
};
on_both![
    minutes_lost_times_the_volume_is_a_range,
    a_year_entered_again_replaces_the_one_before,
    a_cost_is_of_my_services_only,
];

fn volume(year: i16, low: u64, high: u64) -> NewVolume {
    NewVolume {
        year,
        volume: Volume { low, high },
        source: "Web statistics".into(),
    }
}

async fn cost(desk: &Desk) -> CostPage {
    desk.cost("missed-bin", &Asked::default(), NOON)
        .await
        .expect("what it costs")
}

async fn minutes_lost_times_the_volume_is_a_range(house: House) {
    let (ann, tom) = (house.desk("ann").await, house.desk("tom").await);
    let a_year = volume(2025, 1_000, 1_200).volume;
    for seed in 1..=4 {
        Phone::whole_walk(seed, "missed-bin").send(&ann).await;
    }
    assert_eq!(
        cost(&tom).await.lost.stopped_a_year(a_year),
        None,
        "of four"
    );
    Phone::whole_walk(5, "missed-bin").send(&ann).await;
    Phone::whole_walk(6, "ramp").send(&ann).await;
    let page = cost(&tom).await;
    assert_eq!((page.lost.walks(), page.this_year), (5, 2026));
    // All five stopped after a quarter of an hour, so 57 to 100 of 100 may: 141 to 300 hours.
    let hours = page.lost.stopped_a_year(a_year);
    assert_eq!(
        hours,
        Some(Hours {
            low: 140,
            high: 300
        })
    );
    assert_eq!(page.lost.through_a_year(a_year), None);
    let later = Asked {
        from: Some(app::team::Day {
            year: 2026,
            month: 6,
            day: 16,
        }),
        ..Asked::default()
    };
    let page = tom.cost("missed-bin", &later, NOON).await.expect("a page");
    assert_eq!((page.lost.walks(), page.span), (0, None), "of these days");
}

async fn a_year_entered_again_replaces_the_one_before(house: House) {
    let tom = house.desk("tom").await;
    for (year, low, at) in [(2024, 5, NOON), (2025, 10, NOON), (2025, 20, NOON + DAY)] {
        tom.enter_volume("missed-bin", &volume(year, low, 50), at)
            .await
            .expect("entered");
    }
    let volumes = cost(&tom).await.volumes;
    let entered: Vec<_> = volumes.iter().map(|it| it.it.clone()).collect();
    assert_eq!(entered, [volume(2025, 20, 50), volume(2024, 5, 50)]);
    tom.remove_volume("missed-bin", 2025)
        .await
        .expect("taken away");
    assert_eq!(cost(&tom).await.volumes.len(), 1);
}

async fn a_cost_is_of_my_services_only(house: House) {
    let tom = house.desk("tom").await;
    let theirs = volume(2025, 1, 2);
    tom.enter_volume("missed-bin", &theirs, NOON)
        .await
        .expect("entered");
    for (person, task) in [
        ("tom", "ramp"),
        ("cat", "missed-bin"),
        ("ann", "missed-bin"),
    ] {
        let desk = house.desk(person).await;
        let told = desk.cost(task, &Asked::default(), NOON).await;
        assert!(matches!(told, Err(StoreError::NotFound)), "{person} {task}");
        let entered = desk.enter_volume(task, &volume(2025, 8, 9), NOON).await;
        assert!(matches!(entered, Err(StoreError::NotFound)), "{person}");
        let removed = desk.remove_volume(task, 2025).await;
        assert!(matches!(removed, Err(StoreError::NotFound)), "{person}");
    }
    assert_eq!(cost(&tom).await.volumes[0].it, theirs);
}
