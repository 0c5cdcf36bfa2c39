//! The board's desk: which walks count where, and who may read them.

use std::sync::Arc;

use app::{
    board::{FeltFilter, Filter, Scope, month_page},
    walk::{BrightSpotNoted, Category, Kind, Lang, measures::KofN, month::YearMonth},
};
use leptos::prelude::{Owner, RenderHtml};
use server::{store::StoreError, table};

use crate::{
    House,
    figures::tables,
    house::{DAY, NOON},
    on_both,
    phone::Phone,
    plan::{Plan, at_random, walk_all},
};

on_both![
    friction_is_followed_back_to_the_first_time,
    walks_count_where_the_organisations_clock_says,
    only_the_board_of_the_organisation_reads,
    months_that_are_not_are_not_found,
    nothing_private_reaches_the_board,
    a_cell_is_never_a_formula,
    a_month_is_counted_anew_once_something_is_written,
];

async fn friction_is_followed_back_to_the_first_time(house: House) {
    let felt = |author, days, felt: &[Category]| Plan {
        author,
        felt: felt.to_vec(),
        ..Plan::at(NOON - days * DAY)
    };
    let plans = [
        felt("ann", 100, &[Category::Asked]),
        felt("ben", 40, &[Category::Asked, Category::Find]),
        felt("ann", 1, &[Category::Asked]),
        felt("ann", 2, &[Category::Wait]),
    ];
    walk_all(&house, &plans).await;
    let board = house.desk("tom").await;
    let month = board.newest_month(NOON).await.expect("a month");
    let page = board.month(month, NOON).await.expect("the month");
    let [asked, wait] = page.month.in_the_way.as_slice() else {
        panic!(
            "two kinds were felt this month: {:?}",
            page.month.in_the_way
        );
    };
    assert_eq!(
        (asked.category, asked.times, asked.leaders, asked.this_month),
        (Category::Asked, 3, 2, 1)
    );
    assert_eq!(asked.days_open, 100);
    assert_eq!(
        (wait.category, wait.times, wait.leaders),
        (Category::Wait, 1, 1)
    );
    let place = FeltFilter {
        category: Some(Category::Asked),
        place: Some(("missed-bin".into(), 1)),
        ..FeltFilter::default()
    };
    let behind = Filter {
        felt: Some(place),
        ..Filter::default()
    };
    let walks = board
        .evidence(month, behind, NOON)
        .await
        .expect("the walks");
    assert_eq!(walks.all, 3, "as many as it was felt, whatever the month");
}

async fn walks_count_where_the_organisations_clock_says(house: House) {
    // 2026-05-31 23:30 UTC is 1 June in London.
    let late = 1_780_270_200_000;
    walk_all(
        &house,
        &[Plan {
            ..Plan::at(late + 60_000)
        }],
    )
    .await;
    let board = house.desk("tom").await;
    let june = board.newest_month(NOON).await.expect("a month");
    assert_eq!(june.to_string(), "2026-06");
    let page = board.month(june, NOON).await.expect("June");
    assert_eq!(page.month.need_met, KofN::new(1, 1));
    assert!(page.running && page.months == [june]);
}

async fn only_the_board_of_the_organisation_reads(house: House) {
    walk_all(&house, &at_random(8)).await;
    let board = house.desk("tom").await;
    let month = board.newest_month(NOON).await.expect("a month");
    let any = board
        .evidence(month, Filter::default(), NOON)
        .await
        .expect("the walks");
    let everything = Filter {
        scope: Some(Scope::All),
        ..Filter::default()
    };
    let walk = board
        .evidence(month, everything, NOON)
        .await
        .expect("the walks")
        .walks[0]
        .walk;
    assert!(any.all > 0 && board.board_walk(walk, NOON).await.is_ok());
    for person in ["ann", "cat"] {
        let desk = house.desk(person).await;
        assert!(matches!(
            desk.newest_month(NOON).await,
            Err(StoreError::NotFound)
        ));
        assert!(matches!(
            desk.month(month, NOON).await,
            Err(StoreError::NotFound)
        ));
        assert!(matches!(
            desk.evidence(month, Filter::default(), NOON).await,
            Err(StoreError::NotFound)
        ));
        assert!(matches!(
            desk.board_walk(walk, NOON).await,
            Err(StoreError::NotFound)
        ));
    }
    // The same role in the other organisation finds its own months empty.
    let mut other = house.viewer("cat").await;
    other.roles = house.viewer("tom").await.roles;
    let other = house.store.desk(&other);
    let theirs = other.newest_month(NOON).await.expect("the month it is now");
    let page = other.month(theirs, NOON).await.expect("their month");
    assert_eq!((page.month.unfinished, page.month.friction.all), (0, 0));
    assert!(page.month.points.iter().all(|it| it.need_met.n() == 0));
    assert!(matches!(
        other.board_walk(walk, NOON).await,
        Err(StoreError::NotFound)
    ));
}

async fn months_that_are_not_are_not_found(house: House) {
    let board = house.desk("tom").await;
    let june = board.newest_month(NOON).await.expect("the month it is now");
    let empty = board.month(june, NOON).await.expect("June");
    assert_eq!(empty.month.need_met, KofN::default());
    walk_all(&house, &[Plan::at(NOON - 70 * DAY)]).await;
    for (month, there_is) in [
        ("2026-03", false),
        ("2026-04", true),
        ("2026-05", true),
        ("2026-06", true),
        ("2026-07", false),
        ("9998-12", false),
        ("1970-01", false),
    ] {
        let month: YearMonth = month.parse().expect("a month");
        assert_eq!(board.month(month, NOON).await.is_ok(), there_is, "{month}");
        assert_eq!(
            board.evidence(month, Filter::default(), NOON).await.is_ok(),
            there_is,
            "{month}"
        );
    }
}

async fn nothing_private_reaches_the_board(house: House) {
    let phone = Phone::whole_walk(1, "ramp");
    phone.send(&house.desk("ann").await).await;
    let board = house.desk("tom").await;
    let month = board.newest_month(NOON).await.expect("a month");
    let page = board.month(month, NOON).await.expect("the month");
    let walk = board.board_walk(phone.walk, NOON).await.expect("the walk");
    let html = Owner::new().with(|| {
        let (month, walk) = (
            month_page(Lang::En, &page),
            app::board::walk_page(Lang::En, &walk),
        );
        [month.to_html(), walk.to_html()].concat()
    });
    assert!(
        html.contains("A person who listened"),
        "bright spots are shown"
    );
    let walks = board
        .counted(page.month.month, NOON)
        .await
        .expect("its walks");
    let table = table::month(Lang::En, &page, &walks).expect("written");
    for private in [
        "I did not know whom to ask",
        "Ring the team",
        "asked for the same thing",
        "ANN",
        "session of",
    ] {
        assert!(
            !html.contains(private) && !table.contains(private),
            "{private}"
        );
    }
}

async fn a_cell_is_never_a_formula(house: House) {
    let mut task = crate::house::task("ramp");
    task.name = crate::house::text("=HYPERLINK(\"https://evil.example\")");
    task.service_name = crate::house::text("@SUM(1)");
    house.put_tasks("aber", &[task]).await;
    let mut phone = Phone::whole_walk(1, "ramp");
    phone.note(&Kind::BrightSpotNoted(BrightSpotNoted {
        spot: None,
        step: None,
        note: "+1".into(),
        stands: false,
        marker: None,
    }));
    phone.send(&house.desk("ann").await).await;
    let board = house.desk("tom").await;
    let month = board.newest_month(NOON).await.expect("a month");
    let page = board.month(month, NOON).await.expect("the month");
    let walks = board.counted(month, NOON).await.expect("its walks");
    let [first, second, said] = tables(&table::month(Lang::En, &page, &walks).expect("written"));
    let formula = |cell: &&String| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let all = || first.iter().chain(&second).chain(&said).flatten();
    assert_eq!(all().find(formula), None);
    assert!(all().any(|cell| cell == "'+1"), "what was said");
    assert!(
        second
            .iter()
            .flatten()
            .any(|cell| cell == "'=HYPERLINK(\"https://evil.example\")")
    );
}

async fn a_month_is_counted_anew_once_something_is_written(house: House) {
    const HOUR: i64 = 3_600_000;
    walk_all(&house, &[Plan::at(NOON - DAY)]).await;
    let board = house.desk("tom").await;
    let month = board.newest_month(NOON).await.expect("a month");
    let read = async |now| board.month(month, now).await.expect("the month");
    let first = read(NOON).await;
    let drawn = first.drawn("tom", Lang::En, |_| "drawn once".to_owned());
    let again = read(NOON + 1).await;
    if matches!(house.db, server::store::Db::Sqlite { .. }) {
        // Other tests write to the same PostgreSQL meanwhile, so there it may be counted anew.
        assert!(Arc::ptr_eq(&first, &again), "nothing was written");
        assert_eq!(again.drawn("tom", Lang::En, |_| "twice".to_owned()), drawn);
        assert_eq!(
            &*again.drawn("tom", Lang::Cy, |_| "wedi'i luniadu".to_owned()),
            "wedi'i luniadu"
        );
    }
    assert!(!Arc::ptr_eq(&first, &read(NOON + HOUR).await), "ages grow");
    Plan::at(NOON - DAY / 2)
        .walk(99, &house.desk("ben").await)
        .await;
    let after = read(NOON).await;
    assert_eq!((first.month.need_met.n(), after.month.need_met.n()), (1, 2));
    assert_eq!(
        &*after.drawn("tom", Lang::En, |_| "drawn anew".to_owned()),
        "drawn anew"
    );
}
