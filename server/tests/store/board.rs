//! The board's desk: figures worked out a second time from what was walked, and who may read them.

use std::sync::Arc;

use app::{
    board::{Boundary, FeltFilter, Filter, MonthPage, NeedMet, Scope, figures, month_page},
    walk::{
        Answer, AtStep, BrightSpotNoted, Category, Kind, Lang, Nothing, Outcome, StepFinished,
        StepResult, WhyNot, measures::KofN, month::YearMonth,
    },
    wire::SyncRequest,
};
use leptos::prelude::{Owner, RenderHtml};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use server::{
    period::month_of,
    store::{Desk, StoreError},
    table,
};

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::{Phone, raw},
};

on_both![
    figures_are_what_was_walked,
    the_page_and_the_table_say_the_same,
    friction_is_followed_back_to_the_first_time,
    walks_count_where_the_organisations_clock_says,
    only_the_board_of_the_organisation_reads,
    months_that_are_not_are_not_found,
    nothing_private_reaches_the_board,
    a_cell_is_never_a_formula,
    a_month_is_counted_anew_once_something_is_written,
];

/// What one walk was, in the test's own words.
struct Plan {
    author: &'static str,
    at: i64,
    task: &'static str,
    need: Option<Answer>,
    why: Option<WhyNot>,
    did: Option<Answer>,
    ease: Option<u8>,
    minutes: i64,
    /// Reached the step that crosses, and got through it.
    crossed: Option<bool>,
    felt: Vec<Category>,
    finished: bool,
}

impl Plan {
    fn at(at: i64) -> Self {
        Self {
            author: "ann",
            at,
            task: "missed-bin",
            need: Some(Answer::Yes),
            why: None,
            did: None,
            ease: None,
            minutes: 5,
            crossed: None,
            felt: vec![],
            finished: true,
        }
    }

    fn random(random: &mut StdRng) -> Self {
        let answers = [
            None,
            Some(Answer::Yes),
            Some(Answer::Yes),
            Some(Answer::Partly),
            Some(Answer::No),
        ];
        let reasons = [None, Some(WhyNot::GaveUp), Some(WhyNot::StoppedOnPurpose)];
        let kinds = [Category::Find, Category::Asked, Category::Wait];
        let pick = |random: &mut StdRng| answers.choose(random).copied().flatten();
        Self {
            author: ["ann", "ben"].choose(random).copied().unwrap_or("ann"),
            at: NOON - random.random_range(0..420) * DAY,
            task: ["missed-bin", "ramp"]
                .choose(random)
                .copied()
                .unwrap_or("ramp"),
            need: pick(random),
            why: reasons.choose(random).copied().flatten(),
            did: pick(random),
            ease: random.random_bool(0.7).then(|| random.random_range(1..=7)),
            minutes: random.random_range(1..60),
            crossed: random.random_bool(0.3).then(|| random.random_bool(0.5)),
            felt: (0..random.random_range(0..3))
                .filter_map(|_| kinds.choose(random).copied())
                .collect(),
            finished: random.random_bool(0.9),
        }
    }

    fn counts(&self) -> bool {
        self.finished
            && (self.need == Some(Answer::Yes) || self.why != Some(WhyNot::StoppedOnPurpose))
    }

    fn month(&self) -> YearMonth {
        month_of("Europe/London", self.at).expect("a month")
    }

    /// Walks it on a phone and sends it at once.
    async fn walk(&self, seed: u64, desk: &Desk) {
        let mut phone = Phone::new(seed);
        phone.now = self.at - (self.minutes + 10) * 60_000;
        phone.start(self.task);
        phone.note(&Kind::StepOpened(AtStep { step: 1 }));
        for category in &self.felt {
            phone.feel(1, *category);
        }
        if let Some(through) = self.crossed {
            phone.note(&Kind::StepOpened(AtStep { step: 2 }));
            let result = if through {
                StepResult::Done
            } else {
                StepResult::Stuck
            };
            phone.note(&Kind::StepFinished(StepFinished { step: 2, result }));
        }
        phone.note(&Kind::OutcomeGiven(Outcome {
            need_met: self.need,
            why_not: self.why,
            did_what_it_should: self.did,
            ease: self.ease,
            ..Outcome::default()
        }));
        phone.now = self.at - 60_000;
        if self.finished {
            phone.note(&Kind::Finished(Nothing {}));
        } else {
            phone.note(&Kind::StepOpened(AtStep { step: 3 }));
        }
        let facts = phone.facts.iter().map(raw).collect();
        let request = SyncRequest {
            sent_at: self.at,
            facts,
        };
        desk.append(request, self.at).await.expect("kept");
    }
}

async fn walk_all(house: &House, plans: &[Plan]) {
    let (ann, ben) = (house.desk("ann").await, house.desk("ben").await);
    for (seed, plan) in (1_u64..).zip(plans) {
        plan.walk(seed, if plan.author == "ann" { &ann } else { &ben })
            .await;
    }
}

fn at_random(count: usize) -> Vec<Plan> {
    let mut random = StdRng::seed_from_u64(7);
    (0..count).map(|_| Plan::random(&mut random)).collect()
}

async fn figures_are_what_was_walked(house: House) {
    let plans = at_random(120);
    walk_all(&house, &plans).await;
    let board = house.desk("tom").await;
    let newest = board.newest_month(NOON).await.expect("a month");
    let mut compared = 0;
    for month in newest.last(13) {
        let here: Vec<&Plan> = plans.iter().filter(|it| it.month() == month).collect();
        let Ok(page) = board.month(month, NOON).await else {
            assert!(here.is_empty(), "{month} has walks");
            continue;
        };
        compare(&page, &here);
        for point in &page.month.points {
            let there = plans
                .iter()
                .filter(|it| it.month() == point.month && it.counts());
            let met = KofN::count(there.map(|it| it.need == Some(Answer::Yes)));
            assert_eq!(point.need_met, met, "{month}: {}", point.month);
        }
        evidence(&board, month, &page).await;
        compared += 1;
    }
    assert!(compared >= 12, "a year of months");
}

fn compare(page: &MonthPage, here: &[&Plan]) {
    let month = &page.month;
    let counted: Vec<&&Plan> = here.iter().filter(|it| it.counts()).collect();
    let all = |which: &dyn Fn(&Plan) -> bool| KofN::count(counted.iter().map(|it| which(it)));
    assert_eq!(month.need_met, all(&|it| it.need == Some(Answer::Yes)));
    let answered = counted.iter().filter_map(|it| it.did);
    assert_eq!(
        month.did_should,
        KofN::count(answered.map(|it| it == Answer::Yes))
    );
    let eases: Vec<u8> = counted.iter().filter_map(|it| it.ease).collect();
    let mean = eases.iter().map(|it| f64::from(*it)).sum::<f64>() / eases.len() as f64;
    assert_eq!(
        month.ease.map(|it| it.n),
        (!eases.is_empty()).then_some(eases.len() as u64)
    );
    assert!(month.ease.is_none_or(|it| (it.mean - mean).abs() < 1e-9));
    let each = |author| {
        here.iter()
            .filter(|it| it.finished && it.author == author)
            .count() as u64
    };
    let mut walks = [each("ann"), each("ben")].to_vec();
    walks.sort_unstable();
    walks.reverse();
    let shown: Vec<u64> = month
        .walks_each
        .iter()
        .copied()
        .filter(|it| *it > 0)
        .collect();
    walks.retain(|it| *it > 0);
    assert_eq!(shown, walks);
    let felt = |kind: Option<Category>| {
        let felt = here.iter().flat_map(|it| &it.felt);
        felt.filter(|it| kind.is_none_or(|kind| **it == kind))
            .count() as u64
    };
    assert_eq!(month.friction.all, felt(None));
    for (kind, times) in &month.friction.by_category {
        assert_eq!(*times, felt(*kind));
    }
    assert_eq!(
        month.hand_offs.len(),
        counted.iter().filter(|it| it.crossed.is_some()).count()
    );
    let through = month.hand_offs.iter().filter(|it| it.through).count();
    assert_eq!(
        through,
        counted.iter().filter(|it| it.crossed == Some(true)).count()
    );
    assert_eq!(
        month.unfinished,
        here.iter().filter(|it| !it.finished).count() as u64
    );
    assert_eq!(
        month.need_met.n() + month.stopped_on_purpose + month.unfinished,
        here.len() as u64
    );
}

/// As many walks stand behind each figure as it says.
async fn evidence(board: &Desk, month: YearMonth, page: &MonthPage) {
    let shown = &page.month;
    let met = Filter {
        need: Some(NeedMet::Met),
        ..Filter::default()
    };
    let crossed = Filter {
        boundary: Some(Boundary::Crossed),
        ..Filter::default()
    };
    let purpose = Filter {
        scope: Some(Scope::OnPurpose),
        ..Filter::default()
    };
    let twelve = Filter {
        twelve_months: true,
        ..Filter::default()
    };
    let asked = [
        (Filter::default(), shown.need_met.n()),
        (met, shown.need_met.k()),
        (crossed, shown.hand_offs.len() as u64),
        (purpose, shown.stopped_on_purpose),
        (twelve, shown.twelve_months.n()),
    ];
    for (filter, number) in asked {
        let walks = board
            .evidence(month, filter.clone(), NOON)
            .await
            .expect("the walks");
        assert_eq!(walks.all as u64, number, "{month} {filter:?}");
    }
    let felt = Filter {
        felt: Some(FeltFilter::default()),
        ..Filter::default()
    };
    let walks = board
        .evidence(month, felt, NOON)
        .await
        .expect("the walks")
        .walks;
    assert_eq!(
        walks.iter().map(|it| it.frictions).sum::<u64>(),
        shown.friction.all
    );
}

async fn the_page_and_the_table_say_the_same(house: House) {
    walk_all(&house, &at_random(60)).await;
    let board = house.desk("tom").await;
    let month = board.newest_month(NOON).await.expect("a month");
    let page = board.month(month, NOON).await.expect("the month");
    for lang in [Lang::En, Lang::Cy] {
        let html = Owner::new()
            .with(|| month_page(lang, &page).to_html())
            .replace('\u{a0}', " ");
        let (first, second) = tables(&table::month(lang, &page).expect("written"));
        assert_eq!(first.len(), 1 + figures(lang, &page).len());
        for row in first.iter().skip(1) {
            let cell = format!(
                "<td class=\"number\">{}</td>",
                row[2].trim_start_matches('\'')
            );
            assert!(html.contains(&cell), "{row:?}");
            assert!(
                row[5].is_empty() || row[4].parse::<u64>().is_ok_and(|n| n >= 20),
                "{row:?}"
            );
        }
        assert_eq!(first[1][0], "need_met");
        assert_eq!(first[1][3], page.month.need_met.k().to_string());
        assert_eq!(first[1][4], page.month.need_met.n().to_string());
        assert_eq!(
            second.len(),
            1 + page.attempts.len(),
            "one row for each walk"
        );
        let people = ["ann", "ben", "ANN", "BEN"];
        let named = second
            .iter()
            .flatten()
            .find(|cell| people.contains(&cell.as_str()));
        assert_eq!(named, None);
    }
}

/// The two tables of the file.
fn tables(file: &str) -> (Vec<Vec<String>>, Vec<Vec<String>>) {
    let (first, second) = file
        .trim_start_matches('\u{feff}')
        .split_once("\r\n\r\n")
        .expect("two tables");
    let read = |table: &str| {
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(table.as_bytes());
        let rows = reader.into_records().map(|row| row.expect("a row"));
        rows.map(|row| row.iter().map(str::to_owned).collect())
            .collect()
    };
    (read(first), read(second))
}

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
    assert_eq!((page.attempts.len(), page.month.friction.all), (0, 0));
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
    let table = table::month(Lang::En, &page).expect("written");
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
    let (first, second) = tables(&table::month(Lang::En, &page).expect("written"));
    let formula = |cell: &&String| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    assert_eq!(first.iter().chain(&second).flatten().find(formula), None);
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
