//! Where one month ends and the next begins.

use app::walk::{Kind, Nothing, measures::KofN};
use app::{walk::Text, wire::SyncRequest};
use server::{
    period::{month_of, period},
    store::Organisation,
    viewer::Role,
};

use super::month;
use crate::{House, house::task, on_both, phone::Phone};

on_both! { trust_48_a_walk_at_the_edge_of_a_month_counts_once, }

/// The last millisecond of a month and the first of the next, in London, with the months they are in there and in UTC.
const EDGES: [(&str, &str, &str, &str); 6] = [
    // The clocks are an hour ahead: March ends an hour before it does in UTC.
    (
        "2026-03-31T22:59:59.999Z",
        "2026-03",
        "2026-03",
        "an hour before UTC",
    ),
    (
        "2026-03-31T23:00:00Z",
        "2026-04",
        "2026-03",
        "an hour before UTC",
    ),
    // They went back on the 25th.
    (
        "2026-10-31T23:59:59.999Z",
        "2026-10",
        "2026-10",
        "as in UTC",
    ),
    ("2026-11-01T00:00:00Z", "2026-11", "2026-11", "as in UTC"),
    // A leap day, and the end of a year.
    (
        "2028-02-29T23:59:59.999Z",
        "2028-02",
        "2028-02",
        "a leap day",
    ),
    ("2027-01-01T00:00:00Z", "2027-01", "2027-01", "a new year"),
];

#[test]
fn trust_48_every_instant_is_in_exactly_one_month() {
    for zone in [
        "Europe/London",
        "UTC",
        "America/St_Johns",
        "Pacific/Apia",
        "Pacific/Auckland",
    ] {
        let mut at = month("1999-12");
        let mut days = 0;
        while at < month("2041-01") {
            let this = period(zone, at).expect("a month");
            let next = at.after().expect("a next one");
            let after = period(zone, next).expect("a next one");
            assert_eq!(
                this.to, after.from,
                "{zone}: nothing between {at} and {next}"
            );
            for (instant, of) in [(this.from, at), (this.to - 1, at), (this.to, next)] {
                assert_eq!(month_of(zone, instant), Some(of), "{zone} {instant}");
            }
            if (2001..2041).contains(&at.year()) {
                days += u32::from(this.days);
            }
            at = next;
        }
        assert_eq!(days, 40 * 365 + 10, "{zone}: ten leap days in forty years");
    }
}

async fn trust_48_a_walk_at_the_edge_of_a_month_counts_once(house: House) {
    let organisation = Organisation {
        id: "utc".into(),
        name: Text::default(),
        time_zone: "UTC".into(),
        demonstration: false,
    };
    let made = house
        .store
        .create_organisation(&organisation, crate::house::NOON);
    assert!(made.await.expect("made"));
    house.put_tasks("utc", &[task("missed-bin")]).await;
    house
        .person("una", "utc", &[Role::Leader, Role::Board], &[])
        .await;
    let end = instant("2028-03-15T12:00:00Z");
    for (seed, (at, ..)) in (1_u64..).zip(EDGES) {
        for (who, more) in [("ann", 0), ("una", 1000)] {
            let mut phone = Phone::new(seed + more);
            phone.now = instant(at) - 120_000;
            phone.start("missed-bin");
            phone.note(&Kind::Finished(Nothing {}));
            assert_eq!(phone.now, instant(at));
            let request = SyncRequest {
                sent_at: phone.now,
                ..phone.request()
            };
            let desk = house.desk(who).await;
            desk.append(request, phone.now).await.expect("kept");
        }
    }
    for (who, in_london) in [("tom", true), ("una", false)] {
        let board = house.desk(who).await;
        let mut all = 0;
        let mut at = month("2026-03");
        while at <= month("2028-03") {
            let page = board.month(at, end).await.expect("the month");
            let here = EDGES.iter().filter(|(_, london, utc, _)| {
                at.to_string() == if in_london { *london } else { *utc }
            });
            let here = here.count() as u64;
            assert_eq!(page.month.need_met, KofN::new(0, here), "{who} {at}");
            assert_eq!(page.month.completed.n(), here, "{who} {at}");
            all += page.month.need_met.n();
            at = at.after().expect("a next one");
        }
        assert_eq!(all, EDGES.len() as u64, "{who}: each once");
    }
}

fn instant(text: &str) -> i64 {
    let at: jiff::Timestamp = text.parse().expect("an instant");
    at.as_millisecond()
}
