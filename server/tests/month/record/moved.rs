//! Walks that a version counted and that are not today what they were then.

use app::{
    board::{Filter, Scope},
    walk::{FrictionWithdrawn, Kind, Nothing, month::YearMonth},
    wire::SyncRequest,
};

use super::{JULY, chain, done, drawn, faults, june, publish, published};
use crate::{House, house::DAY, on_both, phone::Phone};

on_both! {
    a_walk_that_counts_in_another_month_now_is_opened_where_it_was_published,
    what_is_taken_back_stays_counted_and_is_shown_to_nobody,
}

/// Sends all of it at the phone's own moment.
async fn send(house: &House, phone: &Phone) {
    let request = SyncRequest {
        sent_at: phone.now,
        ..phone.request()
    };
    let desk = house.desk("ann").await;
    desk.append(request, phone.now).await.expect("kept");
}

/// How many walks of June's version a question opens, and how many rows its file has.
async fn opened(house: &House, version: u32, filter: &Filter) -> (usize, usize) {
    let board = house.keeping_the_record("tom").await;
    let now = JULY + 60 * DAY;
    let page = board
        .published_evidence(june(), version, filter.clone(), now)
        .await
        .expect("evidence");
    let file = board.counted_walks(june(), version, now).await;
    (page.all, file.expect("rows").0.len())
}

async fn a_walk_that_counts_in_another_month_now_is_opened_where_it_was_published(house: House) {
    let mut phone = Phone::new(1);
    phone.start("ramp");
    phone.feel(1, app::walk::Category::Asked);
    send(&house, &phone).await;
    done(publish(&house, JULY).await);
    let unfinished = Filter {
        scope: Some(Scope::Unfinished),
        ..Filter::default()
    };
    let felt = Filter {
        felt: Some(app::board::FeltFilter::default()),
        ..Filter::default()
    };
    let before = published(&house, Some(1)).await;
    assert_eq!(before.month.unfinished, 1);
    assert_eq!(opened(&house, 1, &unfinished).await, (1, 1));

    // It is finished in July, and is a walk of July from then on.
    phone.now = JULY + DAY;
    phone.note(&Kind::Finished(Nothing {}));
    send(&house, &phone).await;
    let same = published(&house, Some(1)).await;
    assert_eq!(same.month, before.month);
    assert_eq!(same.stamp.map(|it| it.late), Some(0));
    for filter in [&unfinished, &felt] {
        assert_eq!(opened(&house, 1, filter).await, (1, 1), "{filter:?}");
    }
    let board = house.keeping_the_record("tom").await;
    let (rows, ..) = board
        .counted_walks(june(), 1, JULY + 60 * DAY)
        .await
        .expect("rows");
    assert!(!rows[0].finished, "as it was then");

    done(publish(&house, JULY + 2 * DAY).await);
    let next = published(&house, Some(2)).await;
    assert_eq!((next.month.unfinished, next.month.friction.all), (0, 0));
    for filter in [&unfinished, &felt] {
        assert_eq!(opened(&house, 2, filter).await, (0, 0), "{filter:?}");
        assert_eq!(opened(&house, 1, filter).await, (1, 1), "{filter:?}");
    }
    let july = YearMonth::new(2026, 7).expect("a month");
    let august = JULY + 40 * DAY;
    let board = house.keeping_the_record("tom").await;
    let made = board.publish(july, Vec::new(), august).await;
    done(made.expect("an answer"));
    let page = board.published(july, None, august).await.expect("read");
    let page = page.expect("published");
    assert_eq!((page.month.need_met.n(), page.month.friction.all), (1, 1));
    assert_eq!(faults(&chain(&house).await), []);
}

async fn what_is_taken_back_stays_counted_and_is_shown_to_nobody(house: House) {
    let mut phone = Phone::whole_walk(1, "ramp");
    send(&house, &phone).await;
    done(publish(&house, JULY).await);
    let before = published(&house, Some(1)).await;
    assert_eq!(before.month.friction.all, 3);
    let felt = phone.facts.iter().find(|it| it.kind == "friction_felt");
    let friction = app::walk::FrictionId(felt.expect("friction").id.0);
    phone.now = JULY + DAY;
    phone.note(&Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
    send(&house, &phone).await;
    let same = published(&house, Some(1)).await;
    assert_eq!((&same.month, drawn(&same)), (&before.month, drawn(&before)));
    let board = house.keeping_the_record("tom").await;
    let felt = Filter {
        felt: Some(app::board::FeltFilter {
            category: Some(app::walk::Category::ALL[0]),
            ..Default::default()
        }),
        ..Filter::default()
    };
    assert_eq!(opened(&house, 1, &felt).await, (0, 1), "taken back is gone");
    let walk = board.board_walk(phone.walk, JULY + 2 * DAY).await;
    assert_eq!(walk.expect("the walk").walk.frictions.len(), 2);
    done(publish(&house, JULY + 2 * DAY).await);
    let next = published(&house, Some(2)).await;
    assert_eq!(next.month.friction.all, 2);
    assert_eq!(faults(&chain(&house).await), []);
}
