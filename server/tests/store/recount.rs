//! A month's counts, worked out a second time from what a test walked.

use app::{
    board::MonthPage,
    walk::{Answer, Category, measures::KofN},
};

use crate::plan::Plan;

/// The page's counts are those of the walks of its month.
pub fn compare(page: &MonthPage, here: &[&Plan]) {
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
        month.hand_offs.iter().map(|it| it.n).sum::<u64>(),
        counted.iter().filter(|it| it.crossed.is_some()).count() as u64
    );
    let through = month.hand_offs.iter().filter(|it| it.through);
    let through: u64 = through.map(|it| it.n).sum();
    assert_eq!(
        through,
        counted.iter().filter(|it| it.crossed == Some(true)).count() as u64
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
