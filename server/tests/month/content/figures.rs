//! Figures of earlier months and of what was begun, and that every form says the same.

use app::{
    board::{Filter, Scope, figures, month_page},
    walk::{Answer, Commitment, Kind, Lang, Nothing, Outcome, WalkId, measures::KofN},
    wire::SyncRequest,
};
use leptos::prelude::{Owner, RenderHtml};
use server::{store::StoreError, table};

use super::{felt, may, month, rewalk, says};
use crate::{
    House,
    house::NOON,
    on_both,
    phone::Phone,
    plan::{Plan, at_random, walk_all},
};
use app::walk::thread::Decision;

on_both! {
    earlier_months_and_completion_are_what_was_walked,
    a_commitment_counts_as_kept_when_its_author_says_so,
    every_figure_is_the_same_on_the_page_and_in_the_table,
}

async fn earlier_months_and_completion_are_what_was_walked(house: House) {
    let plans = at_random(150);
    walk_all(&house, &plans).await;
    let board = house.desk("tom").await;
    let this = board.newest_month(NOON).await.expect("a month");
    let first = plans.iter().map(Plan::month).min().expect("some");
    for at in this.last(13).into_iter().filter(|it| *it >= first) {
        let page = board.month(at, NOON).await.expect("the month");
        let over = at < this;
        assert_eq!(page.month.completed, completed(&plans, at, over), "{at}");
        let begun = Filter {
            scope: Some(if over { Scope::Begun } else { Scope::Attempts }),
            ..Filter::default()
        };
        let walks = board.evidence(at, begun, NOON).await.expect("the walks");
        assert_eq!(walks.all as u64, page.month.completed.n(), "{at}");
        let year_ago = at.last(13).first().copied();
        for (short, of) in [
            (page.month.month_before, at.before()),
            (page.month.year_ago, year_ago),
        ] {
            let of = of.filter(|it| *it >= first);
            assert_eq!(short.map(|it| it.month), of, "{at}");
            let (Some(short), Some(of)) = (short, of) else {
                continue;
            };
            let here = || plans.iter().filter(move |it| it.month() == of);
            let met = |it: &&Plan| it.counts() && it.need == Some(Answer::Yes);
            let attempts = here().filter(|it| it.counts()).count() as u64;
            let need_met = KofN::new(here().filter(met).count() as u64, attempts);
            assert_eq!(short.need_met, need_met, "{at}: {of}");
            assert_eq!(short.completed, completed(&plans, of, true), "{at}: {of}");
            let felt: usize = here().map(|it| it.felt.len()).sum();
            assert_eq!(short.friction, felt as u64, "{at}: {of}");
            assert_eq!(short.median.is_some(), need_met.k() > 0);
        }
        let counted: u64 = page
            .month
            .every_month
            .iter()
            .map(|it| it.need_met.n())
            .sum();
        let until = plans.iter().filter(|it| it.counts() && it.month() <= at);
        assert_eq!(counted, until.count() as u64, "every month up to {at}");
    }
}

fn completed(plans: &[Plan], at: app::walk::month::YearMonth, over: bool) -> KofN {
    let here = plans.iter().filter(|it| it.month() == at);
    let begun = here.filter(|it| it.counts() || (over && !it.finished));
    KofN::count(begun.map(|it| it.finished && it.did == Some(Answer::Yes)))
}

async fn a_commitment_counts_as_kept_when_its_author_says_so(house: House) {
    let ann = promised(&house, "ann", 1, may(3)).await;
    let ben = promised(&house, "ben", 2, may(4)).await;
    let (without, _) = felt(&house, "ann", may(5), 1).await;
    let board = house.desk("tom").await;
    let kept = async |at| {
        let page = board.month(month(at), NOON).await.expect("the month");
        page.month.kept
    };
    assert_eq!(kept("2026-05").await, KofN::new(0, 2));
    let desk = house.desk("ann").await;
    for _ in 0..2 {
        desk.keep_commitment(ann, true, may(20))
            .await
            .expect("kept");
    }
    assert_eq!(kept("2026-05").await, KofN::new(1, 2));
    for other in [ben, without] {
        let refused = desk.keep_commitment(other, true, may(20)).await;
        assert!(matches!(refused, Err(StoreError::NotFound)));
    }
    let bens = house.desk("ben").await;
    bens.keep_commitment(ben, true, NOON - 1)
        .await
        .expect("kept");
    assert_eq!(kept("2026-05").await, KofN::new(1, 2), "said in June");
    assert_eq!(kept("2026-06").await, KofN::new(2, 2));
    let page = desk.my_quotes(NOON).await.expect("my page");
    let mine: Vec<(WalkId, bool)> = page
        .commitments
        .iter()
        .map(|it| (it.walk, it.kept))
        .collect();
    assert_eq!(mine, [(ann, true)], "one's own, no other's");
    desk.keep_commitment(ann, false, NOON)
        .await
        .expect("not after all");
    assert_eq!(kept("2026-05").await, KofN::new(0, 2));
    assert!(
        house.desk("tom").await.my_quotes(NOON).await.is_err(),
        "no leader"
    );
}

/// Somebody finishes a walk with a commitment; the walk.
async fn promised(house: &House, who: &str, seed: u64, at: i64) -> WalkId {
    let mut phone = Phone::new(seed);
    phone.now = at;
    phone.start("missed-bin");
    phone.note(&Kind::OutcomeGiven(Outcome {
        need_met: Some(Answer::No),
        ..Outcome::default()
    }));
    phone.note(&Kind::Committed(Commitment {
        text: "Ring the team".into(),
        by: None,
    }));
    phone.note(&Kind::Finished(Nothing {}));
    let request = SyncRequest {
        sent_at: phone.now,
        ..phone.request()
    };
    let desk = house.desk(who).await;
    desk.append(request, phone.now).await.expect("kept");
    phone.walk
}

async fn every_figure_is_the_same_on_the_page_and_in_the_table(house: House) {
    house.give_everything("tom").await;
    walk_all(&house, &at_random(60)).await;
    let (_, friction) = felt(&house, "ann", may(-20), 3).await;
    says(&house, may(5), friction, Decision::Changed).await;
    rewalk(&house, "ann", may(20), friction, Answer::Yes).await;
    promised(&house, "ann", 900, may(7)).await;
    let board = house.desk("tom").await;
    let may = month("2026-05");
    let page = board.month(may, NOON).await.expect("May");
    let walks = board.counted(may, NOON).await.expect("its walks");
    let numbers = [
        (
            "completed",
            page.month.completed.k(),
            Some(page.month.completed.n()),
        ),
        ("changed", 1, None),
        ("confirmed", 1, None),
        ("half_fixed", 0, None),
        ("not_fixed", 0, None),
        ("waiting_for_rewalk", 0, None),
        ("days_median", 40, Some(1)),
        ("days_shortest", 40, Some(1)),
        ("days_longest", 40, Some(1)),
        ("commitments_kept", 0, Some(page.month.kept.n())),
    ];
    assert_eq!(page.month.kept.n(), 1);
    for lang in [Lang::En, Lang::Cy] {
        let html = Owner::new()
            .with(|| month_page(lang, &page).to_html())
            .replace('\u{a0}', " ");
        let file = table::month(lang, &page, &walks).expect("written");
        let (first, _) = file.split_once("\r\n\r\n").expect("two tables");
        let first = first.trim_start_matches('\u{feff}');
        let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(first.as_bytes())
            .into_records()
            .map(|row| row.expect("a row"))
            .collect();
        assert_eq!(rows.len(), figures(lang, &page).len());
        for row in &rows {
            let cell = format!(
                "<td class=\"number\">{}</td>",
                row[2].trim_start_matches('\'')
            );
            assert!(html.contains(&cell), "{row:?}");
        }
        for (key, k, n) in numbers {
            let row = rows.iter().find(|row| &row[0] == key).expect(key);
            assert_eq!(row[3], k.to_string(), "{key}");
            assert_eq!(
                row[4],
                n.map(|n| n.to_string()).unwrap_or_default(),
                "{key}"
            );
        }
        for key in [
            "longest_open",
            "need_met_month_before",
            "completed_year_ago",
        ] {
            assert!(rows.iter().any(|row| &row[0] == key), "{key}");
        }
    }
}
