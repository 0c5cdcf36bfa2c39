//! Copies to take away: whole, page by page, and never more than is the viewer's.

use std::collections::BTreeSet;

use app::{
    team::{Decided, Filter, Group, Sort, Stand},
    walk::{
        Category, FrictionDescribed, FrictionId, Kind, Severity, thread::Decision, thread::State,
    },
};
use server::store::{Copying, Desk};

use crate::{House, house::NOON, on_both, phone::Phone};

on_both![
    a_copy_holds_everything_once_over_many_pages,
    trust_04_what_is_taken_from_a_team_is_not_in_the_rest_of_its_copy,
    trust_04_a_copy_ends_with_who_was_disabled_or_is_of_no_team_any_more,
    a_copy_holds_what_was_felt_between_two_days,
    a_copy_holds_what_the_inbox_shows,
];

const ALWAYS: (i64, i64) = (i64::MIN, i64::MAX);

/// One walk that is real, and so many copies of its friction, several of them in the same moment.
async fn filled(house: &House, copies: i64) {
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    phone.feel(1, Category::Unclear);
    phone.send(&house.desk("ann").await).await;
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute(
        "WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < $1)
         INSERT INTO friction_row (id, walk, organisation, author, service, task, month, felt_at, step, category, second,
         severity, mood, feelings, note, risk, contacted_again, own, thread)
         SELECT id || '-' || n.i, walk, organisation, author, service, task, month, felt_at + n.i / 7, step, category,
         second, severity, mood, feelings, note, risk, contacted_again, own, thread FROM friction_row, n",
        &[copies.into()],
    )
    .await
    .expect("copied");
    tx.commit().await.expect("committed");
}

async fn begin(house: &House, who: &str, felt: (i64, i64)) -> Copying {
    let desk = house.desk(who).await;
    let all = Filter::default();
    let copying = desk.copy(&all, felt, "friction.csv", NOON).await;
    copying.expect("a copy")
}

async fn a_copy_holds_everything_once_over_many_pages(house: House) {
    filled(&house, 1700).await;
    let mut copying = begin(&house, "tom", ALWAYS).await;
    let (mut ids, mut pages, mut last) = (BTreeSet::new(), 0, String::new());
    loop {
        let page = copying.friction().await.expect("a page");
        if page.is_empty() {
            break;
        }
        pages += 1;
        for it in page {
            assert!(last <= it.felt_at, "in the order it was felt");
            last.clone_from(&it.felt_at);
            assert!(ids.insert(it.id), "once");
        }
    }
    assert_eq!((ids.len(), pages), (1701, 4));
    let threads = begin(&house, "tom", ALWAYS).await.threads().await;
    let [thread] = &threads.expect("threads")[..] else {
        panic!("one thread");
    };
    assert_eq!((thread.category.as_str(), thread.step), ("unclear", 2));
    assert_eq!(thread.burdens, ["learning"]);
    assert_eq!(thread.first_felt, "2026-06-15T13:00:00+01:00");
    let noted = "SELECT COUNT(*) FROM audit WHERE what = 'friction_exported' AND person = 'tom' AND about = 'friction.csv'";
    assert_eq!(house.number(noted).await, 2);
}

async fn trust_04_what_is_taken_from_a_team_is_not_in_the_rest_of_its_copy(house: House) {
    filled(&house, 1700).await;
    let mut copying = begin(&house, "tom", ALWAYS).await;
    assert_eq!(copying.friction().await.expect("a page").len(), 500);
    let mut tx = house.db.begin().await.expect("begun");
    let taken = "DELETE FROM person_service WHERE person = 'tom'";
    tx.execute(taken, &[]).await.expect("taken");
    tx.commit().await.expect("committed");
    assert!(copying.friction().await.expect("the end").is_empty());
    assert!(copying.threads().await.expect("the end").is_empty());
    // The neighbour's team has a service of the same id.
    let mut neighbour = begin(&house, "cat", ALWAYS).await;
    assert!(neighbour.friction().await.expect("nothing").is_empty());
    let leader = house.desk("ann").await;
    let copied = leader.copy(&Filter::default(), ALWAYS, "x", NOON).await;
    assert!(copied.is_err());
}

async fn trust_04_a_copy_ends_with_who_was_disabled_or_is_of_no_team_any_more(house: House) {
    filled(&house, 1700).await;
    for taken in [
        "UPDATE person SET disabled_at = 1 WHERE id = 'tom'",
        "UPDATE person SET roles = 'board' WHERE id = 'tom'",
    ] {
        let mut copying = begin(&house, "tom", ALWAYS).await;
        assert_eq!(copying.friction().await.expect("a page").len(), 500);
        let mut tx = house.db.begin().await.expect("begun");
        tx.execute(taken, &[]).await.expect("taken");
        tx.commit().await.expect("committed");
        assert!(copying.friction().await.expect("the end").is_empty());
        assert!(copying.threads().await.expect("the end").is_empty());
        let mut tx = house.db.begin().await.expect("begun");
        let back = "UPDATE person SET disabled_at = NULL, roles = 'service_team' WHERE id = 'tom'";
        tx.execute(back, &[]).await.expect("given back");
        tx.commit().await.expect("committed");
    }
}

async fn a_copy_holds_what_was_felt_between_two_days(house: House) {
    filled(&house, 1700).await;
    let felt_at = house.number("SELECT MIN(felt_at) FROM friction_row").await;
    let mut copying = begin(&house, "tom", (felt_at + 1, felt_at + 3)).await;
    let page = copying.friction().await.expect("a page");
    assert_eq!(page.len(), 14);
    assert!(copying.friction().await.expect("the end").is_empty());
}

/// Friction of all sorts at two services; one of it seen, one explained.
async fn all_sorts(house: &House) -> Desk {
    house.give_everything("tom").await;
    let felt = [
        (
            "missed-bin",
            1,
            Category::Unclear,
            "Which bin, a wheelie one?",
        ),
        ("missed-bin", 1, Category::Unclear, "I did not understand"),
        (
            "missed-bin",
            2,
            Category::Wait,
            "Nobody came for the wheelie bin",
        ),
        ("ramp", 1, Category::Unclear, "Ramp or rail?"),
        ("ramp", 3, Category::Wait, "Still waiting"),
    ];
    let mut ids: Vec<FrictionId> = Vec::new();
    for (seed, (task, step, category, note)) in (1..).zip(felt) {
        let mut phone = Phone::new(seed);
        phone.start(task);
        let friction = phone.feel(step, category);
        phone.note(&Kind::FrictionDescribed(FrictionDescribed {
            severity: Some((seed % 2 == 0).then_some(Severity::Stopped)),
            note: Some(note.into()),
            risk: Some(seed == 4),
            ..FrictionDescribed::of(friction)
        }));
        let who = if seed % 2 == 0 { "ann" } else { "ben" };
        phone.send(&house.desk(who).await).await;
        ids.push(friction);
    }
    let tom = house.desk("tom").await;
    tom.mark_seen(ids[2], NOON).await.expect("seen");
    let sql = "SELECT thread FROM friction_row WHERE id = $1";
    let row = house.db.row(sql, &[ids[3].to_string().into()]).await;
    let thread = row.expect("an answer").expect("a row").text(0);
    let explained = Decided {
        decision: Decision::Explained,
        day: None,
        why: "It must be asked".into(),
    };
    let thread = thread.expect("text").parse().expect("an id");
    tom.decide(thread, &explained, NOON).await.expect("decided");
    tom
}

async fn a_copy_holds_what_the_inbox_shows(house: House) {
    let tom = all_sorts(&house).await;
    let all = Filter::default;
    let some = |it: &str| Some(it.to_owned());
    let filters = [
        (4, all()),
        (
            2,
            Filter {
                service: some("bins"),
                ..all()
            },
        ),
        (
            2,
            Filter {
                task: some("ramp"),
                ..all()
            },
        ),
        (
            1,
            Filter {
                stand: Some(Stand::State(State::Seen)),
                ..all()
            },
        ),
        (
            2,
            Filter {
                stand: Some(Stand::Group(Group::Calls)),
                ..all()
            },
        ),
        (
            2,
            Filter {
                category: Some(Some(Category::Wait)),
                ..all()
            },
        ),
        (
            0,
            Filter {
                category: Some(None),
                ..all()
            },
        ),
        (
            2,
            Filter {
                severity: Some(Severity::Stopped),
                ..all()
            },
        ),
        (
            1,
            Filter {
                risk: true,
                ..all()
            },
        ),
        (
            3,
            Filter {
                unseen: true,
                ..all()
            },
        ),
        (
            3,
            Filter {
                sort: Sort::Waiting,
                ..all()
            },
        ),
        (
            2,
            Filter {
                words: "WHEELIE".into(),
                ..all()
            },
        ),
        (
            1,
            Filter {
                words: "wheelie".into(),
                category: Some(Some(Category::Wait)),
                service: some("bins"),
                ..all()
            },
        ),
        (
            0,
            Filter {
                words: "?!".into(),
                ..all()
            },
        ),
        (
            0,
            Filter {
                service: some("nobodys"),
                ..all()
            },
        ),
    ];
    for (count, filter) in filters {
        let inbox = tom.inbox(&filter, None, NOON).await.expect("the inbox");
        let shown = inbox.lines.iter().map(|it| it.head.id.to_string());
        let shown: BTreeSet<String> = shown.collect();
        assert_eq!(shown.len(), count, "{filter:?}");
        let copy = async || tom.copy(&filter, ALWAYS, "x", NOON).await.expect("a copy");
        let (mut threads, mut points, mut times) = (BTreeSet::new(), BTreeSet::new(), 0);
        let mut copying = copy().await;
        loop {
            let page = copying.threads().await.expect("a page");
            if page.is_empty() {
                break;
            }
            times += page.iter().map(|it| it.felt).sum::<i64>();
            threads.extend(page.into_iter().map(|it| it.id));
        }
        assert_eq!(threads, shown, "{filter:?}");
        let (mut copying, mut all) = (copy().await, 0);
        loop {
            let page = copying.friction().await.expect("a page");
            if page.is_empty() {
                break;
            }
            all += i64::try_from(page.len()).expect("few");
            points.extend(page.into_iter().filter_map(|it| it.thread));
        }
        assert_eq!((points, all), (shown, times), "every time of {filter:?}");
    }
}
