//! Behind each figure there are as many walks as it says.

use std::collections::BTreeMap;

use app::{
    board::{Filter, MonthPage, month_page, walks_page},
    walk::{Answer, Category, Lang, WhyNot, month::YearMonth},
};
use leptos::prelude::{Owner, RenderHtml};
use server::store::{Desk, Publishing};

use crate::{
    House,
    house::NOON,
    on_both,
    plan::{Plan, at_random},
};

on_both! {
    each_figure_opens_as_many_walks_as_it_says,
    a_version_says_that_the_months_before_it_are_as_they_are_today,
}

async fn each_figure_opens_as_many_walks_as_it_says(house: House) {
    let plans = at_random(200);
    let may = YearMonth::new(2026, 5).expect("a month");
    let here: Vec<usize> = (0..plans.len())
        .filter(|at| plans[*at].month() == may)
        .collect();
    let (late, _) = here.split_at(4);
    walk(&house, &plans, |at| !late.contains(&at)).await;
    let board = house.keeping_the_record("tom").await;
    publish(&board, may).await;
    walk(&house, &plans, |at| late.contains(&at)).await;
    publish(&board, may).await;
    let in_time: Vec<&Plan> = (0..plans.len())
        .filter(|at| !late.contains(at))
        .map(|at| &plans[at])
        .collect();
    let all: Vec<&Plan> = plans.iter().collect();
    for (version, plans) in [(1, &in_time), (2, &all)] {
        let page = board.published(may, Some(version), NOON).await;
        let page = page.expect("read").expect("published");
        open(&board, &page, Some(version), plans).await;
    }
    let live = board.month(may, NOON).await.expect("the month");
    open(&board, &live, None, &all).await;
}

/// A version keeps which walks of its own month it counted, and none of the months before.
async fn a_version_says_that_the_months_before_it_are_as_they_are_today(house: House) {
    let may = YearMonth::new(2026, 5).expect("a month");
    walk(&house, &at_random(60), |_| true).await;
    let board = house.keeping_the_record("tom").await;
    publish(&board, may).await;
    let months = Filter {
        twelve_months: true,
        ..Filter::default()
    };
    let place = Filter::read([("task", "ramp"), ("step", "1")]).expect("a place");
    for (filter, says) in [(months, true), (place, true), (Filter::default(), false)] {
        let then = board.published_evidence(may, 1, filter.clone(), NOON).await;
        let now = board.evidence(may, filter, NOON).await;
        for (page, says) in [(then, says), (now, false)] {
            let page = page.expect("evidence");
            let html = Owner::new().with(|| walks_page(Lang::En, &page).to_html());
            let said = html.contains("as they are known today");
            assert_eq!(said, says, "{:?}: {html}", page.filter);
        }
    }
}

async fn walk(house: &House, plans: &[Plan], which: impl Fn(usize) -> bool) {
    for (at, plan) in plans.iter().enumerate().filter(|(at, _)| which(*at)) {
        let desk = house.desk(plan.author).await;
        plan.walk(at as u64 + 1, &desk).await;
    }
}

async fn publish(board: &Desk, month: YearMonth) {
    let made = board.publish(month, Vec::new(), NOON).await;
    assert!(matches!(made, Ok(Publishing::Done(_))), "{made:?}");
}

/// Opens every way to walks there is on a page.
async fn open(board: &Desk, page: &MonthPage, version: Option<u32>, plans: &[&Plan]) {
    let month = page.month.month;
    let html = Owner::new().with(|| month_page(Lang::En, page).to_html());
    let start = format!("<a href=\"/board/{}/walks", page.address());
    let evidence = start.replace("<a ", "<a class=\"evidence\" ");
    let mut ways = 0;
    let html = html.replace(&evidence, &start);
    for link in html.split(&start).skip(1) {
        let (query, rest) = link.split_once('"').expect("an address");
        let query = query.trim_start_matches('?').replace("&amp;", "&");
        let words = rest
            .split_once('>')
            .and_then(|(_, it)| it.split_once("</a>"));
        let asked: BTreeMap<&str, &str> = query
            .split('&')
            .filter_map(|it| it.split_once('='))
            .collect();
        let filter = Filter::read(asked.iter().map(|(name, value)| (*name, *value)));
        let filter = filter.unwrap_or_else(|| panic!("{query} asks for nothing there is"));
        let opened = match version {
            Some(version) => board.published_evidence(month, version, filter, NOON).await,
            None => board.evidence(month, filter, NOON).await,
        };
        let behind: Vec<&Plan> = plans
            .iter()
            .filter(|it| stands_behind(it, month, &asked))
            .copied()
            .collect();
        let opened = opened.expect("evidence").all;
        assert_eq!(opened, behind.len(), "{version:?} {query}");
        says(words.map_or("", |it| it.0), &asked, &behind);
        ways += 1;
    }
    assert!(ways > 10, "{ways}");
}

/// What a link says in numbers is what stands behind it: so many walks, or so many friction points in them.
fn says(words: &str, asked: &BTreeMap<&str, &str>, behind: &[&Plan]) {
    let words = words
        .split('<')
        .filter_map(|it| it.split_once('>').map(|it| it.1).or(Some(it)));
    let words = words.collect::<Vec<_>>().join(" ").replace('\u{a0}', " ");
    let numbers: Vec<usize> = words
        .split(|it: char| !it.is_ascii_digit())
        .filter_map(|it| it.parse().ok())
        .collect();
    let counted = match asked.contains_key("felt") {
        true => behind.iter().map(|it| it.felt.len()).sum(),
        false => behind.len(),
    };
    // What is said of one place is how often it was felt there this month, and for how long.
    let said = numbers.is_empty() || asked.contains_key("task") || numbers.contains(&counted);
    // A line of hand-offs is of one friction at one boundary; behind it stand all walks of its task that ended so.
    let said = said || asked.contains_key("of") && numbers.iter().all(|it| *it <= counted);
    assert!(said, "{asked:?}: {words}, and {counted} are there");
}

/// The test's own reading of an address.
fn stands_behind(plan: &Plan, month: YearMonth, asked: &BTreeMap<&str, &str>) -> bool {
    let on_purpose = plan.finished
        && plan.need != Some(Answer::Yes)
        && plan.why == Some(WhyNot::StoppedOnPurpose);
    let asks = |name: &str| asked.get(name).copied();
    let friction = [
        "felt", "category", "severity", "burden", "again", "task", "bright",
    ];
    let usual = match friction.iter().any(|it| asks(it).is_some()) {
        true => "all",
        false => "attempts",
    };
    let first = match (asks("task"), asks("months")) {
        (Some(_), _) => plan.month(),
        (None, Some("12")) => YearMonth::new(month.year() - 1, month.month() + 1).expect("a month"),
        _ => month,
    };
    (first..=month).contains(&plan.month())
        && match asks("walks").unwrap_or(usual) {
            "attempts" => plan.finished && !on_purpose,
            "finished" => plan.finished,
            "on_purpose" => on_purpose,
            "unfinished" => !plan.finished,
            "begun" => !on_purpose,
            "all" => true,
            other => panic!("{other}"),
        }
        && asked.iter().all(|(name, value)| answers(plan, name, value))
}

fn answers(plan: &Plan, name: &str, value: &str) -> bool {
    let felt = |which: &dyn Fn(Category) -> bool| plan.felt.iter().any(|it| which(*it));
    match (name, value) {
        ("walks" | "months", _) => true,
        ("need", "met") => plan.need == Some(Answer::Yes),
        ("need", "not") => plan.need != Some(Answer::Yes),
        ("should", value) => plan.did.is_some_and(|it| it.code() == value),
        ("answered", "should") => plan.did.is_some(),
        ("answered", "ease") => plan.ease.is_some(),
        // Nobody in these plans was asked, committed, walked again, said how grave it was or what worked.
        ("answered" | "others" | "severity" | "again" | "bright" | "rewalks", _) => false,
        ("boundary", "crossed") => plan.crossed.is_some(),
        ("boundary", "through") => plan.crossed == Some(true),
        ("boundary", "stopped") => plan.crossed == Some(false),
        ("boundary", "stayed") => plan.crossed.is_none(),
        ("felt", "yes") => felt(&|_| true),
        ("category", value) => felt(&|it| it.code() == value),
        ("burden", value) => felt(&|it| it.burdens().iter().any(|it| it.code() == value)),
        // All of it was felt there.
        ("step", value) => value == "1" && felt(&|_| true),
        ("task" | "of", value) => plan.task == value,
        other => panic!("{other:?}"),
    }
}
