//! The walks behind the figures.

use super::*;

#[test]
fn behind_each_figure_are_as_many_walks_as_it_says() {
    let records = records();
    let month = Month::of(&records);
    let behind = |filter: Filter| {
        let kept = records.attempts.iter().filter(|walk| {
            let felt: Vec<&Felt> = records
                .felt
                .iter()
                .filter(|it| it.walk == walk.walk)
                .collect();
            let bright = records.bright_spots.iter().any(|it| it.walk == walk.walk);
            filter.keeps(walk, &felt, bright)
        });
        kept.count() as u64
    };
    let felt = |felt| {
        behind(Filter {
            felt: Some(felt),
            ..Filter::default()
        })
    };
    let answered = |question| {
        behind(Filter {
            answered: Some(question),
            ..Filter::default()
        })
    };
    let at = |boundary| {
        behind(Filter {
            boundary: Some(boundary),
            ..Filter::default()
        })
    };
    let scope = |scope| {
        behind(Filter {
            scope: Some(scope),
            ..Filter::default()
        })
    };
    assert_eq!(behind(Filter::default()), month.need_met.n());
    assert_eq!(
        behind(Filter {
            need: Some(NeedMet::Met),
            ..Filter::default()
        }),
        month.need_met.k()
    );
    assert_eq!(
        behind(Filter {
            need: Some(NeedMet::Not),
            ..Filter::default()
        }),
        month.need_met.rest()
    );
    assert_eq!(answered(Question::Should), month.did_should.n());
    assert_eq!(
        behind(Filter {
            should: Some(Answer::Yes),
            ..Filter::default()
        }),
        month.did_should.k()
    );
    assert_eq!(answered(Question::Ease), month.ease.map_or(0, |it| it.n));
    assert_eq!(
        answered(Question::Satisfaction),
        month.satisfaction.map_or(0, |it| it.n)
    );
    assert_eq!(answered(Question::Others), month.most_would.n());
    assert_eq!(answered(Question::Commitment), month.committed.k());
    assert_eq!(
        at(Boundary::Crossed),
        month.hand_offs.iter().map(|it| it.n).sum::<u64>()
    );
    assert_eq!(at(Boundary::Through), 1);
    assert_eq!(at(Boundary::Stayed), month.stayed.n());
    assert_eq!(scope(Scope::Finished), month.walks_each.iter().sum::<u64>());
    assert_eq!(scope(Scope::OnPurpose), month.stopped_on_purpose);
    assert_eq!(scope(Scope::Unfinished), month.unfinished);
    assert_eq!(
        behind(Filter {
            bright: true,
            ..Filter::default()
        }),
        1
    );
    // Each of these walks has one friction point, so walks and points are as many.
    assert_eq!(felt(FeltFilter::default()), month.friction.all);
    assert_eq!(
        felt(FeltFilter {
            category: Some(Category::Wait),
            ..FeltFilter::default()
        }),
        2
    );
    assert_eq!(
        felt(FeltFilter {
            severity: Some(Severity::Stopped),
            ..FeltFilter::default()
        }),
        1
    );
    assert_eq!(
        felt(FeltFilter {
            burden: Some(Burden::Psychological),
            ..FeltFilter::default()
        }),
        2
    );
    assert_eq!(
        felt(FeltFilter {
            contacted_again: true,
            ..FeltFilter::default()
        }),
        month.friction.contacted_again
    );
}

#[test]
fn a_walk_is_shown_without_what_is_private() {
    let friction = crate::walk::Friction {
        id: FrictionId(Uuid::from_u128(1)),
        step: 1,
        at: 0,
        category: Some(Category::Door),
        second: None,
        severity: Some(Severity::Stopped),
        feelings: vec![crate::walk::Feeling::Anxious],
        mood: None,
        note: "my own note".into(),
        risk: false,
        contacted_again: false,
        photos: Vec::new(),
    };
    let felt = friction.id;
    let walk = Walk {
        frictions: vec![friction],
        ..Walk::default()
    };
    let when = When {
        year: 2025,
        month: 10,
        day: 14,
        weekday: 2,
        hour: 9,
        minute: 0,
        days_ago: 0,
    };
    let month = YearMonth::new(2025, 10).expect("a month");
    let page = WalkPage {
        id: WalkId(Uuid::from_u128(9)),
        walk,
        by: None,
        task: task(),
        when,
        month,
        beside: [(felt, Beside::Open(when))].into(),
    };
    let html = Owner::new()
        .with(|| walk_page(Lang::En, &page).to_html())
        .replace('\u{a0}', " ");
    let until = "The service team may put its view here until 14 October.";
    assert!(html.contains(until), "{html}");
    assert!(
        html.contains("14 October 2025") && html.contains("Anxious"),
        "{html}"
    );
    assert!(
        !html.contains("my own note") && !html.contains(" style="),
        "{html}"
    );
}
